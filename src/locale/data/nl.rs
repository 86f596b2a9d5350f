//! Words of the Dutch language: companies, products and running text.

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "nl.company_nouns",
    "
Logistiek, Techniek, Systemen, Bouw, Software, Machines, Elektrotechniek, Advies, Media, Energie, Metaal, Transport,
Vastgoed, Verzekeringen, Textiel, Meubelen, Drukwerk, Verpakkingen, Milieutechniek, Zorg, Optiek, Installaties,
Gereedschap, Groen, Voeding, Brouwerij, Bakkerij, Handel, Automaterialen, Beveiliging, Automatisering, Ontwerp,
Timmerwerken, Staal, Glas, Papier, Kunststoffen, Reizen, Sport, Scheepsbouw, Bloemen, Zuivel",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "nl.industries",
    "
Land- en tuinbouw, Bloementeelt, Visserij, Voedingsmiddelen, Zuivel, Textiel, Meubels, Papier en karton,
Grafische industrie, Chemie, Farmacie, Kunststoffen, Glas en keramiek, Metaalbewerking, Machinebouw, Elektrotechniek,
Automobielindustrie, Scheepsbouw, Lucht- en ruimtevaart, Medische technologie, Energie, Waterbeheer, Afvalverwerking,
Bouw, Installatietechniek, Groothandel, Detailhandel, Transport, Logistiek, Horeca, Toerisme, Media, Uitgeverijen,
Telecommunicatie, Informatietechnologie, Banken, Verzekeringen, Vastgoed, Juridische dienstverlening, Accountancy,
Organisatieadvies, Architectuur, Reclame, Onderzoek, Uitzendbranche, Beveiliging, Overheid, Onderwijs, Gezondheidszorg,
Cultuur, Sport",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "nl.departments",
    "
Verkoop, Marketing, Financiën, Personeelszaken, Ontwikkeling, Operations, Klantenservice, Juridische zaken, Inkoop, IT,
Productbeheer, Onderzoek, Kwaliteit, Logistiek, Productie, Communicatie, Beveiliging, Facilitair beheer, Data,
Opleidingen",
);

/// Catch phrases are a head (adjective in the plural), a noun in the plural, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "nl.slogan_heads",
    "
Betrouwbare, Betaalbare, Creatieve, Degelijke, Digitale, Duurzame, Eenvoudige, Eerlijke, Efficiënte, Flexibele, Frisse,
Gezonde, Goede, Groene, Heldere, Innovatieve, Intelligente, Lokale, Moderne, Nieuwe, Open, Persoonlijke, Praktische,
Schone, Slimme, Snelle, Stabiele, Sterke, Tijdloze, Transparante, Veelzijdige, Veilige, Verrassende, Vertrouwde, Warme,
Zuinige",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "nl.slogan_middles",
    "
antwoorden, diensten, gebouwen, gereedschappen, ideeën, ketens, machines, materialen, merken, netwerken, ontwerpen,
oplossingen, partners, plannen, platforms, processen, producten, resultaten, routes, ruimtes, smaken, strategieën,
systemen, technieken, verbindingen, wegen",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "nl.slogan_tails",
    "
voor iedereen, voor morgen, voor elke dag, voor uw bedrijf, voor uw team, voor de toekomst, voor de industrie,
voor thuis, van dichtbij, van de vakman, van begin tot eind, uit één hand, op maat, met hart en ziel, met zorg,
met een glimlach, zonder omwegen, zonder grenzen, zonder gedoe, sinds generaties, dag en nacht, in heel Nederland",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "nl.products",
    "
Meubels|30|1500|Tafel, Stoel, Bureau, Boekenkast, Kruk, Dressoir, Bank, Nachtkastje, Kledingkast, Salontafel|eikenhout, notenhout, grenenhout, beukenhout, staal, bamboe
Verlichting|10|300|Bureaulamp, Vloerlamp, Hanglamp, Wandlamp, Tafellamp, Lantaarn, Leeslamp, Spot|messing, glas, papier, aluminium, keramiek, linnen
Keuken|5|250|Waterkoker, Steelpan, Koekenpan, Snijplank, Beslagkom, Theepot, Messenblok, Slakom, Pepermolen, Bakvorm|roestvrij staal, gietijzer, koper, beukenhout, emaille, glas
Servies|3|120|Bord, Mok, Schaal, Espressokopje, Dienblad, Kan, Botervloot, Kandelaar|porselein, aardewerk, glas, bamboe, keramiek, leisteen
Woontextiel|8|220|Deken, Kussen, Handdoek, Tafelkleed, Gordijn, Laken, Badjas, Vloerkleed|katoen, linnen, wol, fluweel, kasjmier, bamboe
Kleding|10|400|Overhemd, Jas, Trui, Sjaal, Broek, Jurk, Mantel, Vest, Rok, Gilet|katoen, wol, linnen, denim, zijde, fleece
Schoenen|25|350|Laarzen, Sneakers, Sandalen, Instappers, Hardloopschoenen, Pantoffels, Wandelschoenen, Klompen|leer, suède, canvas, rubber, vilt, nylon
Tassen|15|450|Rugzak, Handtas, Koffer, Portemonnee, Schoudertas, Toilettas, Draagtas, Laptophoes|leer, canvas, nylon, vilt, katoen, kurk
Audio|20|900|Koptelefoon, Luidspreker, Platenspeler, Microfoon, Versterker, Soundbar, Radio, Oordopjes|aluminium, notenhout, carbon, kunststof, bamboe, titanium
Computers|10|1800|Toetsenbord, Muis, Monitorstandaard, Laptopstandaard, Webcam, Dockingstation, Printer, Tablet|aluminium, kunststof, notenhout, magnesium, staal, carbon
Tuin|6|600|Gieter, Plantenbak, Tuinstoel, Schop, Parasol, Vuurschaal, Vogelhuisje, Hangmat|staal, teakhout, terracotta, zink, cederhout, rotan
Gereedschap|4|500|Hamer, Schroevendraaier, Accuboormachine, Waterpas, Tang, Gereedschapskist, Werkbank, Handzaag|staal, essenhout, glasvezel, aluminium, titanium, rubber
Speelgoed|5|150|Puzzel, Blokken, Pop, Treinset, Vlieger, Tol, Hobbelpaard, Bordspel|hout, katoen, kunststof, vilt, karton, rubber
Sport|8|1200|Yogamat, Halter, Tennisracket, Voetbal, Fietshelm, Springtouw, Snowboard, Tent|rubber, kurk, carbon, nylon, aluminium, leer
Kantoor|2|180|Notitieboek, Vulpen, Etui, Nietmachine, Brievenbak, Wandkalender, Bureau-organizer, Liniaal|papier, leer, messing, kurk, notenhout, staal
Sieraden|15|2500|Ring, Halsketting, Armband, Oorbellen, Broche, Manchetknopen, Horloge, Hanger|zilver, goud, titanium, staal, leer, parelmoer",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "nl.colours",
    "
Zwart, Wit, Grijs, Rood, Blauw, Groen, Geel, Oranje, Paars, Roze, Bruin, Beige, Turquoise, Marineblauw, Olijfgroen,
Bordeauxrood, Goud, Zilver, Mint, Koraal, Ivoor, Antraciet, Lila, Mosterd, Zand",
);

/// Nouns of running text, each with its article.
pub static NOUNS: List = List::commas(
    "nl.nouns",
    "
de aap, het antwoord, de appel, de arts, de auto, de avond, de baas, de bakker, de bal, de bank, de berg, het beroep,
het bezoek, de bibliotheek, het blad, de bloem, het boek, de boer, de boom, de boot, de brief, de broer, het brood,
de brug, de buurman, de buurvrouw, de deur, de dochter, de docent, het dorp, de draad, de droom, de fabriek, de familie,
het feest, de fiets, de film, de fles, het gebouw, het geheim, het geld, de gemeente, het gesprek, het gezicht,
de gitaar, het glas, de groep, de haven, de heuvel, de hond, de hoed, het hotel, het huis, de hut, het idee,
de ingenieur, het jaar, de jas, de jongen, de kaars, de kaas, de kapitein, de kat, de kamer, de kerk, de keuken,
het kind, de klant, de klok, de koffer, de koffie, de kok, de koning, het konijn, de koningin, de krant, de kunstenaar,
de lamp, het land, de leraar, de lepel, de les, het licht, het lied, de lucht, de maan, de maand, de machine, de man,
de markt, het meer, het meisje, het mes, de moeder, de molen, de muis, de muur, het museum, de muziek, de nacht,
de naam, het nieuws, de oma, de oom, de oplossing, de ober, het paard, het papier, het park, de piano, het plan,
de plant, het plein, de prijs, het probleem, het raam, de regen, de reis, de rekening, de rivier, de rok, de roman,
de ruimte, de schaduw, de schilder, het schip, de school, de schrijver, de sleutel, de sneeuw, de soep, het spel,
de stad, de ster, de steen, de stem, de stoel, de storm, het strand, de straat, de student, de tafel, de tas, de taart,
het theater, de toren, de trein, de trap, de trui, de tuin, de vader, de veerboot, de verkoper, de vis, de vlag,
de vogel, de vraag, de vriend, de vriendin, de wagen, de wandelaar, het water, de weg, de wereld, het werk, de wijn,
de wind, de winkel, de winter, de wolk, de zanger, het zeil, de zoon, de zomer, de zon, de zus",
);

/// Transitive verbs, third person singular.
pub static VERBS: List = List::commas(
    "nl.verbs",
    "
accepteert, bedenkt, begeleidt, begrijpt, begroet, bekijkt, beschermt, beschrijft, bestelt, betaalt, bewaart, bewondert,
bezoekt, bouwt, brengt, controleert, draagt, eet, erft, fotografeert, filmt, gebruikt, groet, haalt, helpt, herhaalt,
herkent, herstelt, hoort, huurt, kent, kiest, knipt, koopt, krijgt, kust, leest, leidt, leent, levert, maakt, meet,
mist, noemt, onderzoekt, ontdekt, ontmoet, ontwerpt, opent, overtuigt, pakt, plant, probeert, redt, regelt, repareert,
roept, schildert, schrijft, sluit, steunt, stoort, stuurt, tekent, telt, test, vangt, verandert, verbergt, verdedigt,
verdeelt, vergeet, verkoopt, verlaat, verrast, vertrouwt, vervoert, verzamelt, vindt, volgt, vraagt, wast, weegt, wint,
ziet, zingt, zoekt",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::commas(
    "nl.adverbs",
    "
al, altijd, bijna, binnenkort, dagelijks, daarna, eindelijk, gewoonlijk, graag, heimelijk, herhaaldelijk, hier,
langzaam, later, liever, meestal, morgen, nauwelijks, nooit, nog, nu, onlangs, opeens, openlijk, opnieuw, plotseling,
regelmatig, rustig, samen, snel, soms, steeds, stiekem, stil, toevallig, trots, vaak, vandaag, vriendelijk, vroeger,
waarschijnlijk, weer, zelden, zorgvuldig",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "nl.times",
    "
aan het einde van de dag, af en toe, bij mooi weer, daarna, dit jaar, een keer per maand, elke ochtend, elke zondag,
even later, in de herfst, in de lente, in de nacht, in de winter, in de zomer, in het begin, in het weekend,
kort daarna, na een tijdje, na het eten, in de avond, in de middag, in de ochtend, sinds gisteren, tegen de middag,
tot slot, voor het werk",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "nl.sentences",
    "
S V O.
S V A O.
T V S O.
S V O en V O.
S V O, maar S V O.
T V S A O.
Als S O V, V S O.
Of S O V, weet alleen S.",
);
