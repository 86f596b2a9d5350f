//! Places of Italy: rows of a city with its exact postal codes, position and area code.

use crate::locale::list::List;

/// Provinces, which an Italian address names: `code|name|time zone`.
pub static REGIONS: List = List::lines(
    "it_IT.regions",
    "
AG|Agrigento|Europe/Rome
AL|Alessandria|Europe/Rome
AN|Ancona|Europe/Rome
AO|Valle d'Aosta|Europe/Rome
AP|Ascoli Piceno|Europe/Rome
AQ|L'Aquila|Europe/Rome
AR|Arezzo|Europe/Rome
AT|Asti|Europe/Rome
BA|Bari|Europe/Rome
BG|Bergamo|Europe/Rome
BN|Benevento|Europe/Rome
BO|Bologna|Europe/Rome
BR|Brindisi|Europe/Rome
BS|Brescia|Europe/Rome
BT|Barletta-Andria-Trani|Europe/Rome
BZ|Bolzano|Europe/Rome
CA|Cagliari|Europe/Rome
CB|Campobasso|Europe/Rome
CE|Caserta|Europe/Rome
CL|Caltanissetta|Europe/Rome
CN|Cuneo|Europe/Rome
CO|Como|Europe/Rome
CR|Cremona|Europe/Rome
CS|Cosenza|Europe/Rome
CT|Catania|Europe/Rome
CZ|Catanzaro|Europe/Rome
FC|Forlì-Cesena|Europe/Rome
FE|Ferrara|Europe/Rome
FG|Foggia|Europe/Rome
FI|Firenze|Europe/Rome
GE|Genova|Europe/Rome
GR|Grosseto|Europe/Rome
KR|Crotone|Europe/Rome
LE|Lecce|Europe/Rome
LI|Livorno|Europe/Rome
LT|Latina|Europe/Rome
LU|Lucca|Europe/Rome
MB|Monza e Brianza|Europe/Rome
ME|Messina|Europe/Rome
MI|Milano|Europe/Rome
MN|Mantova|Europe/Rome
MO|Modena|Europe/Rome
MT|Matera|Europe/Rome
NA|Napoli|Europe/Rome
NO|Novara|Europe/Rome
NU|Nuoro|Europe/Rome
PA|Palermo|Europe/Rome
PC|Piacenza|Europe/Rome
PD|Padova|Europe/Rome
PE|Pescara|Europe/Rome
PG|Perugia|Europe/Rome
PI|Pisa|Europe/Rome
PO|Prato|Europe/Rome
PR|Parma|Europe/Rome
PT|Pistoia|Europe/Rome
PU|Pesaro e Urbino|Europe/Rome
PZ|Potenza|Europe/Rome
RA|Ravenna|Europe/Rome
RC|Reggio Calabria|Europe/Rome
RE|Reggio Emilia|Europe/Rome
RG|Ragusa|Europe/Rome
RI|Rieti|Europe/Rome
RM|Roma|Europe/Rome
RN|Rimini|Europe/Rome
RO|Rovigo|Europe/Rome
SA|Salerno|Europe/Rome
SI|Siena|Europe/Rome
SP|La Spezia|Europe/Rome
SR|Siracusa|Europe/Rome
SS|Sassari|Europe/Rome
SV|Savona|Europe/Rome
TA|Taranto|Europe/Rome
TN|Trento|Europe/Rome
TO|Torino|Europe/Rome
TP|Trapani|Europe/Rome
TR|Terni|Europe/Rome
TS|Trieste|Europe/Rome
TV|Treviso|Europe/Rome
UD|Udine|Europe/Rome
VA|Varese|Europe/Rome
VE|Venezia|Europe/Rome
VI|Vicenza|Europe/Rome
VR|Verona|Europe/Rome
VT|Viterbo|Europe/Rome
",
);

/// Cities: `name|region|postal codes|latitude|longitude|inhabitants in thousands|area codes`. Postal codes are
/// `a`, `a-b`, and `a-b/step`.
pub static PLACES: List = List::lines(
    "it_IT.places",
    "
Roma|RM|00118-00128,00131-00139,00141-00149,00151-00159,00161-00169,00171-00179,00181-00189,00191-00199|41.89|12.51|2755|06
Milano|MI|20121-20129,20131-20139,20141-20149,20151-20159,20161-20162|45.46|9.19|1354|02
Napoli|NA|80121-80129,80131-80139,80141-80147|40.85|14.27|913|081
Torino|TO|10121-10156|45.07|7.69|843|011
Palermo|PA|90121-90129,90131-90149,90151|38.13|13.34|632|091
Genova|GE|16121-16167|44.40|8.94|561|010
Bologna|BO|40121-40129,40131-40139,40141|44.49|11.34|388|051
Firenze|FI|50121-50145|43.78|11.25|361|055
Bari|BA|70121-70132|41.11|16.86|316|080
Catania|CT|95121-95131|37.49|15.07|298|095
Verona|VR|37121-37142|45.43|10.98|256|045
Venezia|VE|30121-30126,30131-30133,30135,30141,30171-30175|45.44|12.33|250|041
Messina|ME|98121-98168|38.19|15.55|218|090
Padova|PD|35121-35143|45.41|11.89|207|049
Trieste|TS|34121-34151|45.65|13.78|199|040
Brescia|BS|25121-25136|45.54|10.21|197|030
Parma|PR|43121-43126|44.80|10.33|196|0521
Prato|PO|59100|43.88|11.10|195|0574
Taranto|TA|74121-74123|40.46|17.25|188|099
Modena|MO|41121-41122,41124-41127|44.65|10.93|184|059
Reggio Calabria|RC|89121-89135|38.11|15.66|170|0965
Reggio Emilia|RE|42121-42124|44.70|10.63|170|0522
Perugia|PG|06121-06135|43.11|12.39|162|075
Ravenna|RA|48121-48125|44.41|12.20|156|0544
Livorno|LI|57121-57128|43.54|10.33|153|0586
Rimini|RN|47921-47924|44.06|12.57|149|0541
Cagliari|CA|09121-09131,09134|39.23|9.12|148|070
Foggia|FG|71121-71122|41.46|15.55|146|0881
Ferrara|FE|44121-44124|44.84|11.62|129|0532
Latina|LT|04100|41.47|12.90|127|0773
Salerno|SA|84121-84135|40.68|14.79|127|089
Giugliano in Campania|NA|80014|40.93|14.20|123|081
Monza|MB|20900|45.58|9.27|122|039
Sassari|SS|07100|40.73|8.56|121|079
Bergamo|BG|24121-24129|45.70|9.67|120|035
Pescara|PE|65121-65129,65132|42.46|14.20|118|085
Trento|TN|38121-38123|46.07|11.12|118|0461
Forlì|FC|47121-47122|44.22|12.04|117|0543
Siracusa|SR|96100|37.08|15.28|116|0931
Vicenza|VI|36100|45.55|11.55|110|0444
Terni|TR|05100|42.56|12.64|107|0744
Bolzano|BZ|39100|46.49|11.34|106|0471
Piacenza|PC|29121-29122|45.05|9.69|102|0523
Novara|NO|28100|45.45|8.62|102|0321
Ancona|AN|60121-60129,60131|43.59|13.50|99|071
Andria|BT|76123|41.23|16.30|97|0883
Udine|UD|33100|46.07|13.24|98|0432
Arezzo|AR|52100|43.46|11.88|96|0575
Cesena|FC|47023|44.14|12.24|96|0547
Pesaro|PU|61121-61122|43.91|12.92|95|0721
Lecce|LE|73100|40.35|18.17|94|0832
Barletta|BT|76121|41.31|16.28|92|0883
Alessandria|AL|15121-15122|44.91|8.61|91|0131
La Spezia|SP|19121-19126|44.10|9.82|92|0187
Pisa|PI|56121-56128|43.71|10.40|89|050
Pistoia|PT|51100|43.93|10.92|89|0573
Guidonia Montecelio|RM|00012|41.99|12.72|88|0774
Lucca|LU|55100|43.84|10.50|89|0583
Catanzaro|CZ|88100|38.88|16.60|84|0961
Treviso|TV|31100|45.67|12.24|85|0422
Busto Arsizio|VA|21052|45.61|8.85|83|0331
Brindisi|BR|72100|40.63|17.94|82|0831
Como|CO|22100|45.81|9.08|83|031
Grosseto|GR|58100|42.76|11.11|81|0564
Marsala|TP|91025|37.80|12.44|80|0923
Varese|VA|21100|45.82|8.83|79|0332
Fiumicino|RM|00054|41.77|12.24|81|06
Caserta|CE|81100|41.07|14.33|73|0823
Asti|AT|14100|44.90|8.21|73|0141
Ragusa|RG|97100|36.93|14.72|73|0932
Gela|CL|93012|37.07|14.24|71|0933
Cremona|CR|26100|45.13|10.02|71|0372
L'Aquila|AQ|67100|42.35|13.40|69|0862
Quartu Sant'Elena|CA|09045|39.23|9.25|68|070
Lamezia Terme|CZ|88046|38.96|16.31|67|0968
Viterbo|VT|01100|42.42|12.11|66|0761
Cosenza|CS|87100|39.30|16.25|64|0984
Potenza|PZ|85100|40.64|15.81|64|0971
Crotone|KR|88900|39.08|17.13|59|0962
Matera|MT|75100|40.67|16.60|60|0835
Viareggio|LU|55049|43.87|10.25|61|0584
Olbia|SS|07026|40.92|9.50|61|0789
Benevento|BN|82100|41.13|14.78|56|0824
Trapani|TP|91100|38.02|12.54|56|0923
Savona|SV|17100|44.31|8.48|58|019
Agrigento|AG|92100|37.31|13.58|55|0922
Faenza|RA|48018|44.29|11.88|58|0546
Rovigo|RO|45100|45.07|11.79|50|0425
Mantova|MN|46100|45.16|10.80|49|0376
Cuneo|CN|12100|44.39|7.55|56|0171
Siena|SI|53100|43.32|11.33|53|0577
Campobasso|CB|86100|41.56|14.67|47|0874
Ascoli Piceno|AP|63100|42.85|13.57|46|0736
Rieti|RI|02100|42.40|12.86|46|0746
Aosta|AO|11100|45.74|7.32|33|0165
Nuoro|NU|08100|40.32|9.33|34|0784
",
);
