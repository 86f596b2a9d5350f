//! Places of France: rows of a city with its exact postal codes, position and telephone zone.

use crate::locale::list::List;

/// Regions: `code|name|time zone`.
pub static REGIONS: List = List::lines(
    "fr_FR.regions",
    "
ARA|Auvergne-Rhône-Alpes|Europe/Paris
BFC|Bourgogne-Franche-Comté|Europe/Paris
BRE|Bretagne|Europe/Paris
CVL|Centre-Val de Loire|Europe/Paris
COR|Corse|Europe/Paris
GES|Grand Est|Europe/Paris
HDF|Hauts-de-France|Europe/Paris
IDF|Île-de-France|Europe/Paris
NOR|Normandie|Europe/Paris
NAQ|Nouvelle-Aquitaine|Europe/Paris
OCC|Occitanie|Europe/Paris
PDL|Pays de la Loire|Europe/Paris
PAC|Provence-Alpes-Côte d'Azur|Europe/Paris
",
);

/// Cities: `name|region|postal codes|latitude|longitude|inhabitants in thousands|area codes`. Postal codes are
/// `a`, `a-b`, and `a-b/step`.
pub static PLACES: List = List::lines(
    "fr_FR.places",
    "
Paris|IDF|75001-75020|48.86|2.35|2133|1
Marseille|PAC|13001-13016|43.30|5.37|873|4
Lyon|ARA|69001-69009|45.76|4.84|522|4
Toulouse|OCC|31000-31500/100|43.60|1.44|504|5
Nice|PAC|06000-06300/100|43.70|7.27|348|4
Nantes|PDL|44000-44300/100|47.22|-1.55|323|2
Montpellier|OCC|34000,34070-34090/10|43.61|3.88|302|4
Strasbourg|GES|67000-67200/100|48.58|7.75|291|3
Bordeaux|NAQ|33000-33300/100,33800|44.84|-0.58|261|5
Lille|HDF|59000,59800|50.63|3.06|236|3
Rennes|BRE|35000,35200,35700|48.11|-1.68|225|2
Reims|GES|51100|49.26|4.03|179|3
Toulon|PAC|83000-83200/100|43.12|5.93|180|4
Saint-Étienne|ARA|42000,42100|45.44|4.39|173|4
Le Havre|NOR|76600-76620/10|49.49|0.11|166|2
Grenoble|ARA|38000,38100|45.19|5.72|157|4
Dijon|BFC|21000|47.32|5.04|159|3
Angers|PDL|49000,49100|47.47|-0.56|157|2
Villeurbanne|ARA|69100|45.77|4.88|157|4
Nîmes|OCC|30000,30900|43.84|4.36|148|4
Aix-en-Provence|PAC|13090,13100|43.53|5.45|147|4
Clermont-Ferrand|ARA|63000,63100|45.78|3.08|147|4
Le Mans|PDL|72000,72100|48.00|0.20|145|2
Brest|BRE|29200|48.39|-4.49|139|2
Tours|CVL|37000-37200/100|47.39|0.69|138|2
Amiens|HDF|80000,80080,80090|49.89|2.30|133|3
Annecy|ARA|74000|45.90|6.13|131|4
Limoges|NAQ|87000,87100,87280|45.83|1.26|129|5
Metz|GES|57000,57050,57070|49.12|6.18|120|3
Besançon|BFC|25000|47.24|6.02|119|3
Perpignan|OCC|66000,66100|42.70|2.90|119|4
Orléans|CVL|45000,45100|47.90|1.91|116|2
Rouen|NOR|76000,76100|49.44|1.10|114|2
Mulhouse|GES|68100,68200|47.75|7.34|107|3
Caen|NOR|14000|49.18|-0.37|108|2
Nancy|GES|54000,54100|48.69|6.18|104|3
Saint-Denis|IDF|93200,93210|48.94|2.36|113|1
Argenteuil|IDF|95100|48.95|2.25|108|1
Montreuil|IDF|93100|48.86|2.44|111|1
Roubaix|HDF|59100|50.69|3.18|98|3
Tourcoing|HDF|59200|50.72|3.16|98|3
Dunkerque|HDF|59140,59240,59640|51.03|2.38|86|3
Avignon|PAC|84000,84140|43.95|4.81|90|4
Nanterre|IDF|92000|48.89|2.21|97|1
Poitiers|NAQ|86000|46.58|0.34|89|5
Versailles|IDF|78000|48.80|2.13|83|1
Créteil|IDF|94000|48.79|2.46|92|1
Pau|NAQ|64000|43.30|-0.37|77|5
La Rochelle|NAQ|17000|46.16|-1.15|78|5
Calais|HDF|62100|50.95|1.86|67|3
Cannes|PAC|06150,06400|43.55|7.02|73|4
Antibes|PAC|06160,06600|43.58|7.12|76|4
Béziers|OCC|34500|43.34|3.22|80|4
Colmar|GES|68000|48.08|7.36|67|3
Bourges|CVL|18000|47.08|2.40|64|2
Mérignac|NAQ|33700|44.84|-0.65|75|5
Quimper|BRE|29000|48.00|-4.10|64|2
Valence|ARA|26000|44.93|4.89|64|4
Lorient|BRE|56100|47.75|-3.37|57|2
Troyes|GES|10000|48.30|4.08|62|3
Chambéry|ARA|73000|45.57|5.92|59|4
Niort|NAQ|79000|46.32|-0.46|59|5
Saint-Nazaire|PDL|44600|47.27|-2.21|72|2
Beauvais|HDF|60000|49.43|2.08|56|3
La Roche-sur-Yon|PDL|85000|46.67|-1.43|55|2
Vannes|BRE|56000|47.66|-2.76|54|2
Cholet|PDL|49300|47.06|-0.88|54|2
Bayonne|NAQ|64100|43.49|-1.47|53|5
Saint-Malo|BRE|35400|48.65|-2.01|47|2
Laval|PDL|53000|48.07|-0.77|49|2
Arras|HDF|62000|50.29|2.78|42|3
Albi|OCC|81000|43.93|2.15|49|5
Carcassonne|OCC|11000|43.21|2.35|46|4
Brive-la-Gaillarde|NAQ|19100|45.16|1.53|46|5
Chartres|CVL|28000|48.45|1.49|38|2
Blois|CVL|41000|47.59|1.33|46|2
Évreux|NOR|27000|49.02|1.15|47|2
Saint-Brieuc|BRE|22000|48.51|-2.76|44|2
Angoulême|NAQ|16000|45.65|0.16|41|5
Ajaccio|COR|20000,20090|41.92|8.74|73|4
Bastia|COR|20200,20600|42.70|9.45|48|4
Saint-Quentin|HDF|02100|49.85|3.29|53|3
Chalon-sur-Saône|BFC|71100|46.78|4.85|45|3
Belfort|BFC|90000|47.64|6.86|45|3
Tarbes|OCC|65000|43.23|0.08|43|5
Agen|NAQ|47000|44.20|0.62|32|5
",
);
