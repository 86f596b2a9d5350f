//! Words that no language owns: product lines, browsers, paths.

use crate::locale::list::List;

/// Invented names of product lines and brands.
pub static BRANDS: List = List::commas(
    "shared.brands",
    "
Arvelo, Norvika, Tessaro, Quillan, Brimwell, Halvorra, Ostrand, Pellico, Vantero, Lumisol, Kestrava, Fjellby, Corvanto,
Maribelle, Zephira, Tarnwick, Ondelis, Rivano, Solvigo, Brackenby, Calistro, Dunmora, Elvaro, Ferlune, Gransee,
Hollbrook, Isolda, Jovelle, Kallebo, Lintello, Monterra, Nimbria, Orlanto, Pinewell, Quenby, Rosmarin, Sandvika,
Torvald, Umbrelo, Varenna, Westlyn, Yarrowby, Zandrio, Ashcombe, Belmira, Castelo, Dorvane, Emberly, Fenwark, Glimmer",
);

/// Words in the paths of web addresses.
pub static PATHS: List = List::commas(
    "shared.paths",
    "
about, account, api, archive, articles, assets, blog, books, cart, catalog, categories, checkout, contact, dashboard,
docs, download, events, faq, feed, forum, gallery, guide, help, home, images, jobs, login, media, messages, news, notes,
offers, orders, pages, partners, posts, press, pricing, privacy, products, profile, projects, reports, reviews, sales,
search, services, settings, shop, sitemap, status, stories, support, team, terms, tools, topics, updates, users, videos",
);

/// Hosts of private mail that RFC 2606 and RFC 6761 reserve: nobody can own them.
pub static RESERVED_MAIL: List = List::commas(
    "shared.reserved_mail",
    "example.com, example.org, example.net, mail.example, post.example, inbox.example, home.example, webmail.example",
);

/// Top-level domains in addresses of `realism: wild`.
pub static WILD_TLDS: List = List::commas("shared.wild_tlds", "com, org, net, io, co, app, dev, shop, info, biz");

/// Browser families: `template|lowest version|highest version`. `{v}` is the version, `{os}` the system.
pub static BROWSERS: List = List::lines(
    "shared.browsers",
    "
Mozilla/5.0 ({os}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36|110|137
Mozilla/5.0 ({os}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36 Edg/{v}.0.0.0|110|137
Mozilla/5.0 ({os}; rv:{v}.0) Gecko/20100101 Firefox/{v}.0|110|139",
);

/// Systems of desktop browsers.
pub static DESKTOPS: List = List::lines(
    "shared.desktops",
    "
Windows NT 10.0; Win64; x64
Macintosh; Intel Mac OS X 10_15_7
X11; Linux x86_64
X11; Ubuntu; Linux x86_64
X11; CrOS x86_64 14541.0.0",
);

/// Browsers on telephones and tablets, `template|lowest version|highest version`.
pub static MOBILE_BROWSERS: List = List::lines(
    "shared.mobile_browsers",
    "
Mozilla/5.0 (iPhone; CPU iPhone OS {v}_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v}.0 Mobile/15E148 Safari/604.1|13|18
Mozilla/5.0 (iPhone; CPU iPhone OS {v}_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v}.5 Mobile/15E148 Safari/604.1|13|18
Mozilla/5.0 (iPad; CPU OS {v}_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{v}.4 Mobile/15E148 Safari/604.1|13|18
Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Mobile Safari/537.36|110|137
Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{v}.0.0.0 Safari/537.36|110|137
Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/{v}.0 Chrome/121.0.0.0 Mobile Safari/537.36|18|27
Mozilla/5.0 (Android 14; Mobile; rv:{v}.0) Gecko/{v}.0 Firefox/{v}.0|110|139",
);

/// ISO 4217 codes and English names of the world's larger currencies: `code|name|minor digits`.
pub static CURRENCIES: List = List::lines(
    "shared.currencies",
    "
USD|US Dollar|2
EUR|Euro|2
GBP|Pound Sterling|2
JPY|Yen|0
CHF|Swiss Franc|2
CAD|Canadian Dollar|2
AUD|Australian Dollar|2
CNY|Yuan Renminbi|2
INR|Indian Rupee|2
BRL|Brazilian Real|2
SEK|Swedish Krona|2
NOK|Norwegian Krone|2
DKK|Danish Krone|2
PLN|Zloty|2
CZK|Czech Koruna|2
HUF|Forint|2
RON|Romanian Leu|2
TRY|Turkish Lira|2
MXN|Mexican Peso|2
ZAR|Rand|2
SGD|Singapore Dollar|2
HKD|Hong Kong Dollar|2
NZD|New Zealand Dollar|2
KRW|Won|0
THB|Baht|2
IDR|Rupiah|2
MYR|Malaysian Ringgit|2
PHP|Philippine Peso|2
ILS|New Israeli Sheqel|2
AED|UAE Dirham|2
SAR|Saudi Riyal|2
KWD|Kuwaiti Dinar|3
CLP|Chilean Peso|0
COP|Colombian Peso|2
ARS|Argentine Peso|2
EGP|Egyptian Pound|2
NGN|Naira|2
KES|Kenyan Shilling|2
MAD|Moroccan Dirham|2
ISK|Iceland Krona|0",
);

/// Networks of payment cards: `name|published test prefix|ordinary prefixes|length`.
pub static CARD_NETWORKS: List = List::lines(
    "shared.card_networks",
    "
Visa|424242|4|16
Mastercard|555555|51,52,53,54,55|16
American Express|378282|34,37|15
Discover|601111|6011,65|16",
);
