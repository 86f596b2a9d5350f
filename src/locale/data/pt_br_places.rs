//! Places of Brazil: rows of a city with the first five digits of its postal codes (the others are drawn), position and area
//! code.

use crate::locale::list::List;

/// States: `code|name|time zone`.
pub static REGIONS: List = List::lines(
    "pt_BR.regions",
    "
AC|Acre|America/Rio_Branco
AL|Alagoas|America/Maceio
AM|Amazonas|America/Manaus
AP|Amapá|America/Belem
BA|Bahia|America/Bahia
CE|Ceará|America/Fortaleza
DF|Distrito Federal|America/Sao_Paulo
ES|Espírito Santo|America/Sao_Paulo
GO|Goiás|America/Sao_Paulo
MA|Maranhão|America/Fortaleza
MG|Minas Gerais|America/Sao_Paulo
MS|Mato Grosso do Sul|America/Campo_Grande
MT|Mato Grosso|America/Cuiaba
PA|Pará|America/Belem
PB|Paraíba|America/Fortaleza
PE|Pernambuco|America/Recife
PI|Piauí|America/Fortaleza
PR|Paraná|America/Sao_Paulo
RJ|Rio de Janeiro|America/Sao_Paulo
RN|Rio Grande do Norte|America/Fortaleza
RO|Rondônia|America/Porto_Velho
RR|Roraima|America/Boa_Vista
RS|Rio Grande do Sul|America/Sao_Paulo
SC|Santa Catarina|America/Sao_Paulo
SE|Sergipe|America/Maceio
SP|São Paulo|America/Sao_Paulo
TO|Tocantins|America/Araguaina
",
);

/// Cities: `name|region|postal codes|latitude|longitude|inhabitants in thousands|area codes`. Postal codes are
/// `a`, `a-b`, and `a-b/step`.
pub static PLACES: List = List::lines(
    "pt_BR.places",
    "
São Paulo|SP|01000-05999,08000-08499|-23.55|-46.63|11452|11
Rio de Janeiro|RJ|20000-23799|-22.91|-43.20|6211|21
Brasília|DF|70000-72799,73000-73699|-15.79|-47.88|2817|61
Fortaleza|CE|60000-61599|-3.73|-38.53|2428|85
Salvador|BA|40000-42499|-12.97|-38.50|2418|71
Belo Horizonte|MG|30000-31999|-19.92|-43.94|2316|31
Manaus|AM|69000-69099|-3.12|-60.02|2064|92
Curitiba|PR|80000-82999|-25.43|-49.27|1774|41
Recife|PE|50000-52999|-8.05|-34.88|1489|81
Goiânia|GO|74000-74899|-16.69|-49.26|1437|62
Porto Alegre|RS|90000-91999|-30.03|-51.23|1333|51
Belém|PA|66000-66999|-1.46|-48.50|1303|91
Guarulhos|SP|07000-07399|-23.46|-46.53|1292|11
Campinas|SP|13000-13139|-22.91|-47.06|1139|19
São Luís|MA|65000-65109|-2.53|-44.30|1038|98
Maceió|AL|57000-57099|-9.67|-35.74|958|82
Campo Grande|MS|79000-79124|-20.46|-54.62|898|67
São Gonçalo|RJ|24400-24799|-22.83|-43.05|897|21
Teresina|PI|64000-64099|-5.09|-42.80|866|86
João Pessoa|PB|58000-58099|-7.12|-34.86|834|83
São Bernardo do Campo|SP|09600-09899|-23.69|-46.56|811|11
Duque de Caxias|RJ|25000-25499|-22.79|-43.31|808|21
Natal|RN|59000-59139|-5.79|-35.21|751|84
Santo André|SP|09000-09299|-23.66|-46.53|749|11
Osasco|SP|06000-06299|-23.53|-46.79|729|11
Sorocaba|SP|18000-18109|-23.50|-47.46|724|15
Uberlândia|MG|38400-38415|-18.92|-48.28|713|34
Ribeirão Preto|SP|14000-14109|-21.18|-47.81|699|16
São José dos Campos|SP|12200-12249|-23.18|-45.89|697|12
Cuiabá|MT|78000-78109|-15.60|-56.10|651|65
Jaboatão dos Guararapes|PE|54000-54599|-8.11|-35.01|644|81
Contagem|MG|32000-32399|-19.93|-44.05|622|31
Joinville|SC|89200-89239|-26.30|-48.85|616|47
Feira de Santana|BA|44000-44149|-12.27|-38.97|616|75
Aracaju|SE|49000-49098|-10.91|-37.07|603|79
Londrina|PR|86000-86109|-23.31|-51.16|556|43
Juiz de Fora|MG|36000-36109|-21.76|-43.35|541|32
Florianópolis|SC|88000-88099|-27.60|-48.55|537|48
Serra|ES|29160-29184|-20.13|-40.31|521|27
Niterói|RJ|24000-24399|-22.88|-43.10|482|21
São José do Rio Preto|SP|15000-15104|-20.82|-49.38|480|17
Vila Velha|ES|29100-29129|-20.33|-40.29|468|27
Caxias do Sul|RS|95000-95124|-29.17|-51.18|463|54
Porto Velho|RO|76800-76834|-8.76|-63.90|460|69
Mogi das Cruzes|SP|08700-08899|-23.52|-46.19|452|11
Jundiaí|SP|13200-13219|-23.19|-46.88|443|11
Macapá|AP|68900-68914|0.03|-51.07|443|96
Piracicaba|SP|13400-13439|-22.73|-47.65|423|19
Campina Grande|PB|58400-58449|-7.23|-35.88|420|83
Santos|SP|11000-11099|-23.96|-46.33|418|13
Mauá|SP|09300-09399|-23.67|-46.46|418|11
Montes Claros|MG|39400-39409|-16.73|-43.86|414|38
Boa Vista|RR|69300-69339|2.82|-60.67|413|95
Betim|MG|32500-32899|-19.97|-44.20|411|31
Maringá|PR|87000-87109|-23.42|-51.94|410|44
Anápolis|GO|75000-75149|-16.33|-48.95|399|62
Diadema|SP|09900-09999|-23.69|-46.62|393|11
Carapicuíba|SP|06300-06399|-23.52|-46.84|387|11
Petrolina|PE|56300-56354|-9.39|-40.50|387|87
Bauru|SP|17000-17109|-22.31|-49.06|379|14
Caruaru|PE|55000-55099|-8.28|-35.97|378|81
Vitória da Conquista|BA|45000-45109|-14.86|-40.84|371|77
Rio Branco|AC|69900-69924|-9.97|-67.81|364|68
Blumenau|SC|89000-89099|-26.92|-49.07|361|47
Ponta Grossa|PR|84000-84109|-25.09|-50.16|358|42
Cariacica|ES|29140-29159|-20.26|-40.42|354|27
Franca|SP|14400-14414|-20.54|-47.40|353|16
Olinda|PE|53000-53399|-8.01|-34.86|350|81
Praia Grande|SP|11700-11729|-24.01|-46.40|350|13
Cascavel|PR|85800-85824|-24.96|-53.46|348|45
Canoas|RS|92000-92449|-29.92|-51.18|348|51
Uberaba|MG|38000-38109|-19.75|-47.93|338|34
Santarém|PA|68000-68099|-2.44|-54.71|332|93
Pelotas|RS|96000-96099|-31.77|-52.34|326|53
Vitória|ES|29000-29099|-20.32|-40.34|323|27
Taubaté|SP|12000-12119|-23.03|-45.56|311|12
Palmas|TO|77000-77249|-10.18|-48.33|303|63
Várzea Grande|MT|78110-78174|-15.65|-56.13|300|65
Juazeiro do Norte|CE|63000-63064|-7.21|-39.32|286|88
Foz do Iguaçu|PR|85850-85871|-25.55|-54.59|285|45
Petrópolis|RJ|25600-25779|-22.51|-43.18|279|24
Imperatriz|MA|65900-65920|-5.53|-47.48|273|99
Santa Maria|RS|97000-97119|-29.68|-53.81|272|55
Mossoró|RN|59600-59649|-5.19|-37.34|265|84
Volta Redonda|RJ|27200-27299|-22.52|-44.10|261|24
Governador Valadares|MG|35000-35109|-18.85|-41.95|257|33
Chapecó|SC|89800-89816|-27.10|-52.62|255|49
Dourados|MS|79800-79849|-22.22|-54.81|243|67
Marília|SP|17500-17539|-22.21|-49.95|238|14
Parnaíba|PI|64200-64224|-2.91|-41.78|162|86
",
);
