//! Words of the English language: companies, products and running text, for `en_US` and `en_GB`.

use fake::locales::{Data, EN};

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "en.company_nouns",
    "
Systems, Solutions, Logistics, Industries, Technologies, Foods, Media, Consulting, Energy, Engineering, Software, Labs,
Analytics, Health, Robotics, Design, Interiors, Motors, Textiles, Packaging, Instruments, Optics, Materials, Bakery,
Brewing, Farms, Marine, Freight, Capital, Insurance, Security, Networks, Outdoors, Sports, Furniture, Tools, Paper,
Glass, Steel, Electronics, Biotech, Pharma, Education, Travel",
);

/// Industries, from the `fake` crate's English data.
pub static INDUSTRIES: List = List::slices("en.industries", &[EN::COMPANY_INDUSTRY]);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "en.departments",
    "
Sales, Marketing, Finance, Human Resources, Engineering, Operations, Customer Support, Legal, Procurement, IT, Product,
Research, Quality, Logistics, Production, Communications, Security, Facilities, Data, Training",
);

/// First, second and third words of a catch phrase, from the `fake` crate's English data.
pub static SLOGAN_HEADS: List = List::slices("en.slogan_heads", &[EN::COMPANY_BUZZWORD_HEAD]);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::slices("en.slogan_middles", &[EN::COMPANY_BUZZWORD_MIDDLE]);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::slices("en.slogan_tails", &[EN::COMPANY_BUZZWORD_TAIL]);

/// Product categories: `name|lowest price|highest price|things|materials`; the other languages have the same rows.
pub static PRODUCTS: List = List::lines(
    "en.products",
    "
Furniture|30|1500|Table, Chair, Desk, Bookcase, Stool, Sideboard, Bench, Nightstand, Wardrobe, Coffee Table|Oak, Walnut, Pine, Beech, Steel, Bamboo
Lighting|10|300|Desk Lamp, Floor Lamp, Pendant Lamp, Wall Light, Table Lamp, Lantern, Reading Light, Spotlight|Brass, Glass, Paper, Aluminium, Ceramic, Linen
Kitchen|5|250|Kettle, Saucepan, Frying Pan, Chopping Board, Mixing Bowl, Teapot, Knife Block, Salad Bowl, Pepper Mill, Baking Tin|Stainless Steel, Cast Iron, Copper, Beech, Enamel, Glass
Tableware|3|120|Plate, Mug, Bowl, Espresso Cup, Serving Tray, Jug, Butter Dish, Candle Holder|Porcelain, Stoneware, Glass, Bamboo, Ceramic, Slate
Textiles|8|220|Blanket, Cushion, Towel, Tablecloth, Curtain, Bed Sheet, Bathrobe, Rug|Cotton, Linen, Wool, Velvet, Cashmere, Bamboo
Clothing|10|400|Shirt, Jacket, Sweater, Scarf, Trousers, Dress, Coat, Cardigan, Skirt, Vest|Cotton, Wool, Linen, Denim, Silk, Fleece
Shoes|25|350|Boots, Sneakers, Sandals, Loafers, Running Shoes, Slippers, Hiking Boots, Clogs|Leather, Suede, Canvas, Rubber, Felt, Nylon
Bags|15|450|Backpack, Handbag, Suitcase, Wallet, Messenger Bag, Toiletry Bag, Tote Bag, Laptop Sleeve|Leather, Canvas, Nylon, Felt, Cotton, Cork
Audio|20|900|Headphones, Speaker, Turntable, Microphone, Amplifier, Soundbar, Radio, Earbuds|Aluminium, Walnut, Carbon, Plastic, Bamboo, Titanium
Computing|10|1800|Keyboard, Mouse, Monitor Stand, Laptop Stand, Webcam, Docking Station, Printer, Tablet|Aluminium, Plastic, Walnut, Magnesium, Steel, Carbon
Garden|6|600|Watering Can, Planter, Garden Chair, Spade, Parasol, Fire Bowl, Bird House, Hammock|Steel, Teak, Terracotta, Zinc, Cedar, Rattan
Tools|4|500|Hammer, Screwdriver, Cordless Drill, Spirit Level, Pliers, Toolbox, Workbench, Hand Saw|Steel, Ash, Fibreglass, Aluminium, Titanium, Rubber
Toys|5|150|Puzzle, Building Blocks, Doll, Train Set, Kite, Spinning Top, Rocking Horse, Board Game|Wood, Cotton, Plastic, Felt, Cardboard, Rubber
Sports|8|1200|Yoga Mat, Dumbbell, Tennis Racket, Football, Bicycle Helmet, Skipping Rope, Snowboard, Tent|Rubber, Cork, Carbon, Nylon, Aluminium, Leather
Office|2|180|Notebook, Fountain Pen, Pencil Case, Stapler, Letter Tray, Wall Calendar, Desk Organiser, Ruler|Paper, Leather, Brass, Cork, Walnut, Steel
Jewellery|15|2500|Ring, Necklace, Bracelet, Earrings, Brooch, Cufflinks, Wristwatch, Pendant|Silver, Gold, Titanium, Steel, Leather, Pearl",
);

/// Adjectives in product names.
pub static PRODUCT_ADJECTIVES: List = List::commas(
    "en.product_adjectives",
    "
Compact, Classic, Modern, Foldable, Lightweight, Handmade, Rustic, Elegant, Sturdy, Minimalist, Vintage, Ergonomic,
Premium, Everyday, Practical, Refined, Slim, Large, Small, Stackable, Recycled, Polished, Nordic, Timeless",
);

/// Colours; the other languages have the same ones in the same order.
pub static COLOURS: List = List::commas(
    "en.colours",
    "
Black, White, Grey, Red, Blue, Green, Yellow, Orange, Purple, Pink, Brown, Beige, Turquoise, Navy, Olive, Burgundy,
Gold, Silver, Mint, Coral, Ivory, Anthracite, Lilac, Mustard, Sand",
);

/// Adjectives of running text.
pub static ADJECTIVES: List = List::commas(
    "en.adjectives",
    "
able, ancient, angry, anxious, autumn, available, awake, bare, beautiful, big, bitter, blue, bold, brave, brief, bright,
broad, broken, brown, busy, calm, careful, cautious, central, certain, cheap, cheerful, clean, clear, clever, close,
cold, common, complete, cool, correct, crowded, curious, current, curved, daily, damp, dark, deep, delicate, different,
dim, direct, distant, double, dry, dull, dusty, eager, early, eastern, easy, elegant, empty, endless, entire, equal,
exact, expensive, fair, faithful, familiar, famous, fancy, fast, final, fine, firm, flat, foreign, formal, fragile,
free, fresh, friendly, full, funny, future, general, gentle, giant, glad, golden, good, graceful, grand, grateful,
great, green, grey, happy, hard, harmless, heavy, helpful, hidden, high, hollow, honest, hot, huge, humble, hungry,
ideal, important, inner, innocent, jolly, keen, kind, large, last, late, lazy, light, little, lively, local, lonely,
long, loose, loud, lovely, low, loyal, lucky, main, major, mild, minor, modern, modest, musical, mutual, narrow, native,
natural, near, neat, new, nice, noble, noisy, normal, northern, odd, official, old, open, ordinary, original, other,
outer, pale, past, patient, perfect, plain, pleasant, polite, poor, popular, powerful, precious, pretty, previous,
private, proper, proud, public, pure, quick, quiet, rapid, rare, raw, ready, real, recent, red, regular, remote, rich,
rough, round, royal, sad, safe, salty, secret, separate, serious, sharp, short, shy, silent, silver, similar, simple,
single, slight, slow, small, smart, smooth, soft, solid, special, steady, steep, still, strange, strict, strong, subtle,
sudden, sunny, sweet, swift, tall, tender, thick, thin, tidy, tiny, total, true, typical, unique, unusual, upper, urban,
useful, usual, vacant, vague, vast, vivid, warm, weak, western, wet, whole, wide, wild, wise, wooden, young",
);

/// Nouns of running text.
pub static NOUNS: List = List::commas(
    "en.nouns",
    "
account, actor, address, adult, advice, afternoon, agent, agreement, airport, album, animal, answer, apple, area, army,
artist, author, baby, back, baker, ball, band, bank, basket, bath, beach, bear, bed, bell, bench, bicycle, bird,
birthday, board, boat, book, border, boss, bottle, bowl, box, branch, bread, breakfast, bridge, brother, bucket, budget,
building, bus, butter, button, cable, cake, camera, camp, candle, captain, car, card, castle, cat, chair, chance,
chapter, child, choice, church, cinema, circle, citizen, city, class, client, clock, cloth, cloud, club, coach, coast,
coat, coffee, college, colour, committee, company, computer, concert, contract, cook, corner, country, course, court,
cousin, cover, cow, cup, customer, dance, daughter, day, decision, desk, detail, dinner, doctor, dog, door, dream,
dress, driver, duck, ear, editor, effect, egg, engine, engineer, evening, event, example, exchange, expert, eye, face,
factory, family, farm, farmer, father, favour, field, film, fire, fish, flag, floor, flower, forest, fork, friend,
fruit, game, garden, gate, gift, girl, glass, goal, grandmother, grass, group, guard, guest, guide, guitar, hall,
hammer, hand, harbour, hat, head, heart, hill, history, holiday, home, horse, hospital, hotel, hour, house, idea,
island, job, journey, judge, key, king, kitchen, knife, lady, lake, lamp, language, lawyer, leader, leaf, lesson,
letter, library, line, list, machine, manager, map, market, match, meal, meeting, member, message, method, minister,
minute, mirror, moment, month, moon, morning, mother, mountain, mouse, museum, name, nation, neighbour, network, night,
note, nurse, ocean, office, officer, opinion, orange, order, owner, page, painter, palace, paper, parcel, parent, park,
partner, party, path, pen, pencil, phone, photo, piano, picture, pilot, place, plan, plane, plant, plate, player,
pocket, poem, poet, point, police, potato, present, president, price, prince, problem, product, profit, project,
promise, pupil, queen, question, rain, reader, reason, record, report, result, ring, river, road, rock, roof, room,
rope, rule, sailor, salad, school, scientist, screen, sea, season, secret, seller, sentence, service, shadow, shape,
shelf, ship, shirt, shoe, shop, side, sign, signal, singer, sister, sky, snow, soldier, solution, son, song, soup,
spoon, square, stage, star, start, state, station, stone, storm, story, stranger, street, student, study, summer, sun,
surprise, table, tailor, tale, task, taxi, teacher, team, test, theatre, thing, ticket, tiger, tower, town, toy, train,
tree, trip, truck, uncle, valley, vegetable, village, visitor, voice, waiter, wall, watch, water, wave, way, weather,
week, wheel, wind, window, winner, winter, witness, wolf, wood, word, worker, world, writer, year",
);

/// Transitive verbs of running text, third person singular.
pub static VERBS: List = List::commas(
    "en.verbs",
    "
accepts, admires, answers, avoids, becomes, begins, believes, borrows, breaks, brings, builds, buys, calls, carries,
catches, changes, checks, chooses, cleans, closes, collects, compares, completes, controls, counts, covers, creates,
crosses, cuts, delivers, describes, discovers, draws, drives, earns, enjoys, enters, examines, expects, explains,
explores, feeds, feels, fetches, fills, finds, finishes, fixes, follows, forgets, forgives, gathers, greets, guards,
guides, hears, helps, hides, holds, imagines, improves, includes, invites, joins, keeps, knows, leads, learns, leaves,
lifts, likes, loses, loves, makes, manages, measures, meets, mentions, misses, moves, names, needs, notices, offers,
opens, orders, owns, paints, passes, pays, plans, plays, praises, prefers, prepares, presents, protects, pulls, pushes,
raises, reaches, reads, receives, recognises, records, remembers, removes, repairs, repeats, replaces, reports, rescues,
returns, saves, sees, sells, sends, serves, shapes, shares, shows, signs, stops, studies, suggests, supports, surprises,
takes, teaches, tests, touches, trusts, understands, uses, visits, wants, washes, watches, welcomes, wins, wraps,
writes",
);

/// Adverbs of manner of running text.
pub static ADVERBS: List = List::commas(
    "en.adverbs",
    "
always, barely, boldly, briefly, calmly, carefully, clearly, closely, easily, eagerly, finally, firmly, freely, gently,
gladly, happily, hardly, honestly, kindly, lightly, loudly, mostly, nearly, never, often, openly, partly, patiently,
perfectly, politely, proudly, quickly, quietly, rarely, really, safely, secretly, seldom, simply, slowly, softly,
sometimes, soon, steadily, still, suddenly, surely, truly, usually, warmly, wisely",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "en.times",
    "
after a while, at dawn, at last, at night, before lunch, by chance, during the week, every morning, every now and then,
for once, in autumn, in spring, in the afternoon, in the end, in the evening, later that day, on Monday, on Sundays,
once a month, one day, this year, today, tomorrow, two days later, until noon",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "en.sentences",
    "
S V O.
S A V O.
T, S V O.
S V O and V O.
S V O, but S V O.
T, S A V O.
Because S V O, S V O.
S and S meet near O.",
);

/// The Latin of dummy text, from the `fake` crate's data.
pub static LOREM: List = List::slices("lorem", &[EN::LOREM_WORD]);
