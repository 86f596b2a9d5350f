//! Places of Portugal: rows of a city with the first four digits of its postal codes (the others are drawn), position and
//! area code.

use crate::locale::list::List;

/// Districts and autonomous regions: `code|name|time zone`.
pub static REGIONS: List = List::lines(
    "pt_PT.regions",
    "
01|Aveiro|Europe/Lisbon
02|Beja|Europe/Lisbon
03|Braga|Europe/Lisbon
04|Bragança|Europe/Lisbon
05|Castelo Branco|Europe/Lisbon
06|Coimbra|Europe/Lisbon
07|Évora|Europe/Lisbon
08|Faro|Europe/Lisbon
09|Guarda|Europe/Lisbon
10|Leiria|Europe/Lisbon
11|Lisboa|Europe/Lisbon
12|Portalegre|Europe/Lisbon
13|Porto|Europe/Lisbon
14|Santarém|Europe/Lisbon
15|Setúbal|Europe/Lisbon
16|Viana do Castelo|Europe/Lisbon
17|Vila Real|Europe/Lisbon
18|Viseu|Europe/Lisbon
20|Açores|Atlantic/Azores
30|Madeira|Atlantic/Madeira
",
);

/// Cities: `name|region|postal codes|latitude|longitude|inhabitants in thousands|area codes`. Postal codes are
/// `a`, `a-b`, and `a-b/step`.
pub static PLACES: List = List::lines(
    "pt_PT.places",
    "
Lisboa|11|1000,1050,1070,1100,1150,1170,1200-1400/50,1500-1700/100,1750,1800,1900,1950,1990|38.72|-9.13|546|21
Porto|13|4000-4350/50|41.15|-8.61|232|22
Vila Nova de Gaia|13|4400,4405,4430|41.13|-8.62|304|22
Amadora|11|2610,2650,2700,2720|38.75|-9.23|172|21
Braga|03|4700,4710,4715|41.55|-8.42|193|253
Coimbra|06|3000,3030,3045|40.21|-8.42|141|239
Funchal|30|9000,9020,9050,9060|32.63|-16.90|106|291
Setúbal|15|2900,2910|38.52|-8.89|124|265
Almada|15|2800-2810/5|38.68|-9.16|100|21
Queluz|11|2745|38.76|-9.25|78|21
Cacém|11|2735|38.77|-9.30|82|21
Aveiro|01|3800,3810|40.64|-8.65|81|234
Guimarães|03|4800,4810,4835|41.44|-8.30|157|253
Leiria|10|2400,2410,2415|39.74|-8.81|129|244
Odivelas|11|2675|38.79|-9.18|60|21
Rio Tinto|13|4435|41.18|-8.56|64|22
Barreiro|15|2830|38.66|-9.07|79|21
Viseu|18|3500,3510,3515|40.66|-7.91|100|232
Matosinhos|13|4450|41.18|-8.69|45|22
Évora|07|7000,7005|38.57|-7.90|53|266
Faro|08|8000|37.02|-7.93|65|289
Portimão|08|8500|37.14|-8.54|60|282
Ponta Delgada|20|9500|37.75|-25.67|68|296
Loures|11|2670|38.83|-9.17|27|21
Oeiras|11|2780|38.69|-9.31|58|21
Cascais|11|2750|38.70|-9.42|65|21
Sintra|11|2710|38.80|-9.38|38|21
Maia|13|4425,4470,4475|41.24|-8.62|41|22
Gondomar|13|4420|41.14|-8.53|28|22
Póvoa de Varzim|13|4490,4495|41.38|-8.76|64|252
Vila Nova de Famalicão|03|4760|41.41|-8.52|134|252
Viana do Castelo|16|4900|41.69|-8.83|86|258
Santarém|14|2000,2005|39.23|-8.68|59|243
Castelo Branco|05|6000|39.82|-7.49|52|272
Covilhã|05|6200|40.29|-7.50|47|275
Figueira da Foz|06|3080|40.15|-8.86|59|233
Vila Real|17|5000|41.30|-7.74|50|259
Bragança|04|5300|41.81|-6.76|35|273
Guarda|09|6300|40.54|-7.27|40|271
Beja|02|7800|38.02|-7.86|33|284
Portalegre|12|7300|39.29|-7.43|22|245
Torres Vedras|11|2560|39.09|-9.26|83|261
Caldas da Rainha|10|2500|39.40|-9.14|51|262
Vila Franca de Xira|11|2600|38.96|-8.99|18|263
Seixal|15|2840|38.64|-9.10|32|21
Montijo|15|2870|38.71|-8.97|56|21
Moita|15|2860|38.65|-8.99|17|21
Palmela|15|2950|38.57|-8.90|69|21
Sesimbra|15|2970|38.44|-9.10|52|21
Barcelos|03|4750|41.54|-8.62|117|253
Paredes|13|4580|41.20|-8.33|84|255
Penafiel|13|4560|41.21|-8.28|69|255
Amarante|13|4600|41.27|-8.08|52|255
Felgueiras|13|4610|41.37|-8.19|56|255
Santo Tirso|13|4780|41.34|-8.48|68|252
Ovar|01|3880|40.86|-8.62|55|256
Santa Maria da Feira|01|4520|40.93|-8.55|137|256
São João da Madeira|01|3700|40.90|-8.49|22|256
Oliveira de Azeméis|01|3720|40.84|-8.48|66|256
Espinho|01|4500|41.01|-8.64|31|22
Águeda|01|3750|40.58|-8.44|46|234
Ílhavo|01|3830|40.60|-8.67|39|234
Olhão|08|8700|37.03|-7.84|45|289
Loulé|08|8100|37.14|-8.02|72|289
Albufeira|08|8200|37.09|-8.25|44|289
Lagos|08|8600|37.10|-8.67|33|282
Tavira|08|8800|37.13|-7.65|27|281
Silves|08|8300|37.19|-8.44|37|282
Tomar|14|2300|39.60|-8.41|37|249
Torres Novas|14|2350|39.48|-8.54|34|249
Abrantes|14|2200|39.47|-8.20|34|241
Entroncamento|14|2330|39.47|-8.47|20|249
Marinha Grande|10|2430|39.75|-8.93|39|244
Pombal|10|3100|39.92|-8.63|51|236
Peniche|10|2520|39.36|-9.38|26|262
Alcobaça|10|2460|39.55|-8.98|55|262
Elvas|12|7350|38.88|-7.16|21|268
Chaves|17|5400|41.74|-7.47|38|276
Lamego|18|5100|41.10|-7.81|24|254
Sines|15|7520|37.96|-8.87|15|269
Angra do Heroísmo|20|9700|38.65|-27.22|33|295
Horta|20|9900|38.53|-28.63|14|292
Câmara de Lobos|30|9300|32.66|-17.02|32|291
Machico|30|9200|32.74|-16.78|20|291
",
);
