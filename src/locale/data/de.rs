//! Words of the German language: companies, products and running text.

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::german(
    "de.company_nouns",
    "
Logistik, Technik, Systeme, Bau, Software, Maschinenbau, Elektrotechnik, Consulting, Medien, Energie, Metallbau,
Transporte, Immobilien, Versicherungen, Textil, Möbel, Druck, Verpackungen, Umwelttechnik, Medizintechnik, Optik,
Anlagenbau, Werkzeuge, Gebäudetechnik, Gartenbau, Lebensmittel, Brauerei, Backwaren, Handel, Automobile, Sicherheit,
Datentechnik, Design, Holzbau, Stahl, Glas, Papier, Kunststofftechnik, Reisen, Sport",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "de.industries",
    "
Maschinenbau, Automobilindustrie, Chemie, Elektrotechnik, Informationstechnik, Telekommunikation, Banken,
Versicherungen, Handel, Großhandel, Einzelhandel, Logistik, Bauwesen, Energieversorgung, Gesundheitswesen, Pharma,
Medizintechnik, Lebensmittel, Landwirtschaft, Gastgewerbe, Tourismus, Medien, Verlagswesen, Werbung,
Unternehmensberatung, Rechtsberatung, Steuerberatung, Immobilien, Bildung, Forschung, Öffentliche Verwaltung,
Luft- und Raumfahrt, Schiffbau, Metallverarbeitung, Kunststoff, Papier, Textil, Möbel, Glas und Keramik, Entsorgung,
Umwelttechnik, Sicherheit, Personaldienstleistungen, Kultur, Sport, Handwerk",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "de.departments",
    "
Vertrieb, Marketing, Finanzen, Personal, Entwicklung, Betrieb, Kundendienst, Recht, Einkauf, IT, Produktmanagement,
Forschung, Qualitätssicherung, Logistik, Produktion, Kommunikation, Sicherheit, Gebäudemanagement, Daten, Ausbildung",
);

/// Catch phrases are a head (adjective in the plural), a noun in the plural, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "de.slogan_heads",
    "
Bewährte, Clevere, Digitale, Durchdachte, Effiziente, Einfache, Faire, Flexible, Ganzheitliche, Gute, Individuelle,
Innovative, Intelligente, Klare, Kluge, Kreative, Langlebige, Leise, Maßgeschneiderte, Moderne, Nachhaltige, Neue,
Offene, Passgenaue, Persönliche, Präzise, Regionale, Saubere, Schlanke, Schnelle, Sichere, Solide, Starke, Transparente,
Vernetzte, Verlässliche, Vielseitige, Zukunftsfähige",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "de.slogan_middles",
    "
Abläufe, Anlagen, Antworten, Bauteile, Dienste, Ergebnisse, Ideen, Konzepte, Lieferketten, Lösungen, Maschinen, Netze,
Partnerschaften, Plattformen, Produkte, Prozesse, Qualitäten, Räume, Strategien, Systeme, Techniken, Verbindungen,
Verfahren, Werkstoffe, Werkzeuge, Wege",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "de.slogan_tails",
    "
aus einer Hand, für alle, für den Alltag, für die Industrie, für die Zukunft, für Ihr Team, für Ihren Erfolg,
für jeden Tag, für mehr Freiheit, für morgen, im Handumdrehen, mit Herz, mit System, mit Verantwortung, mit Weitblick,
nach Maß, ohne Umwege, rund um die Uhr, seit Generationen, vom Fachmann, von Anfang an, weltweit",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "de.products",
    "
Möbel|30|1500|Tisch, Stuhl, Schreibtisch, Bücherregal, Hocker, Anrichte, Sitzbank, Nachttisch, Kleiderschrank, Couchtisch|Eiche, Nussbaum, Kiefer, Buche, Stahl, Bambus
Leuchten|10|300|Schreibtischlampe, Stehlampe, Pendelleuchte, Wandleuchte, Tischlampe, Laterne, Leselampe, Strahler|Messing, Glas, Papier, Aluminium, Keramik, Leinen
Küche|5|250|Wasserkocher, Kochtopf, Bratpfanne, Schneidebrett, Rührschüssel, Teekanne, Messerblock, Salatschüssel, Pfeffermühle, Backform|Edelstahl, Gusseisen, Kupfer, Buche, Emaille, Glas
Geschirr|3|120|Teller, Becher, Schale, Espressotasse, Tablett, Krug, Butterdose, Kerzenhalter|Porzellan, Steinzeug, Glas, Bambus, Keramik, Schiefer
Heimtextilien|8|220|Decke, Kissen, Handtuch, Tischdecke, Vorhang, Bettlaken, Bademantel, Teppich|Baumwolle, Leinen, Wolle, Samt, Kaschmir, Bambus
Kleidung|10|400|Hemd, Jacke, Pullover, Schal, Hose, Kleid, Mantel, Strickjacke, Rock, Weste|Baumwolle, Wolle, Leinen, Denim, Seide, Fleece
Schuhe|25|350|Stiefel, Turnschuhe, Sandalen, Slipper, Laufschuhe, Hausschuhe, Wanderstiefel, Clogs|Leder, Wildleder, Segeltuch, Gummi, Filz, Nylon
Taschen|15|450|Rucksack, Handtasche, Koffer, Geldbörse, Umhängetasche, Kulturbeutel, Einkaufstasche, Laptophülle|Leder, Segeltuch, Nylon, Filz, Baumwolle, Kork
Audio|20|900|Kopfhörer, Lautsprecher, Plattenspieler, Mikrofon, Verstärker, Soundbar, Radio, Ohrhörer|Aluminium, Nussbaum, Carbon, Kunststoff, Bambus, Titan
Computer|10|1800|Tastatur, Maus, Monitorständer, Laptopständer, Webcam, Dockingstation, Drucker, Tablet|Aluminium, Kunststoff, Nussbaum, Magnesium, Stahl, Carbon
Garten|6|600|Gießkanne, Pflanzkübel, Gartenstuhl, Spaten, Sonnenschirm, Feuerschale, Vogelhaus, Hängematte|Stahl, Teak, Terrakotta, Zink, Zeder, Rattan
Werkzeug|4|500|Hammer, Schraubendreher, Akkuschrauber, Wasserwaage, Zange, Werkzeugkoffer, Werkbank, Handsäge|Stahl, Esche, Fiberglas, Aluminium, Titan, Gummi
Spielzeug|5|150|Puzzle, Bauklötze, Puppe, Eisenbahn, Drachen, Kreisel, Schaukelpferd, Brettspiel|Holz, Baumwolle, Kunststoff, Filz, Karton, Gummi
Sport|8|1200|Yogamatte, Hantel, Tennisschläger, Fußball, Fahrradhelm, Springseil, Snowboard, Zelt|Gummi, Kork, Carbon, Nylon, Aluminium, Leder
Büro|2|180|Notizbuch, Füllfederhalter, Federmappe, Hefter, Briefablage, Wandkalender, Schreibtisch-Organizer, Lineal|Papier, Leder, Messing, Kork, Nussbaum, Stahl
Schmuck|15|2500|Ring, Halskette, Armband, Ohrringe, Brosche, Manschettenknöpfe, Armbanduhr, Anhänger|Silber, Gold, Titan, Edelstahl, Leder, Perlmutt",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "de.colours",
    "
Schwarz, Weiß, Grau, Rot, Blau, Grün, Gelb, Orange, Lila, Rosa, Braun, Beige, Türkis, Marineblau, Oliv, Burgunderrot,
Gold, Silber, Mint, Koralle, Elfenbein, Anthrazit, Flieder, Senf, Sand",
);

/// Nouns of running text in the nominative, each with its article.
pub static NOUNS: List = List::german(
    "de.nouns",
    "
der Abend, die Antwort, der Apfel, die Arbeit, der Arzt, das Auge, das Auto, der Bäcker, der Bahnhof, der Ball,
die Bank, der Baum, der Berg, der Beruf, das Bild, die Blume, der Boden, das Boot, der Brief, das Brot, die Brücke,
der Bruder, das Buch, der Bürgermeister, das Büro, der Chef, das Dach, das Dorf, die Ecke, das Ende, der Erfolg,
die Fabrik, der Fahrer, die Familie, das Fenster, das Fest, das Feuer, der Film, der Fisch, die Flasche, der Fluss,
die Frage, die Frau, der Freund, die Freundin, der Garten, der Gast, das Gebäude, das Geheimnis, das Geld, die Gemeinde,
das Geschäft, die Geschichte, das Gesicht, das Glas, das Glück, die Gruppe, der Hafen, die Hand, das Haus, das Heft,
das Hemd, der Himmel, das Holz, der Hund, die Idee, die Insel, das Jahr, die Karte, der Kaffee, die Katze, der Keller,
das Kind, die Kirche, das Kleid, der Koch, der Koffer, das Konzert, die Kraft, die Küche, das Lager, die Lampe,
das Land, der Lehrer, das Licht, das Lied, der Löffel, die Lösung, der Mann, der Markt, die Maschine, das Meer,
das Messer, der Monat, der Mond, der Morgen, die Musik, die Mutter, die Nachricht, die Nacht, das Netz, das Papier,
der Park, der Plan, der Platz, die Post, der Preis, das Problem, das Projekt, die Prüfung, das Rad, das Rathaus,
die Rechnung, der Regen, die Reise, der Ring, der Roman, der Sänger, der Schlüssel, der Schnee, die Schule, der Schüler,
die Schwester, der See, das Segel, die Seite, der Sohn, der Sommer, die Sonne, das Spiel, die Sprache, der Staat,
die Stadt, der Stein, der Stern, die Stimme, die Straße, der Stuhl, der Sturm, die Suppe, der Tag, die Tasche,
die Tasse, der Teller, der Tisch, die Tochter, das Tor, die Treppe, die Tür, der Turm, die Uhr, der Unterricht,
der Vater, der Verein, der Vertrag, der Vogel, der Wagen, der Wald, die Wand, das Wasser, der Weg, der Wein, die Welt,
das Werk, das Wetter, die Wiese, der Wind, der Winter, die Woche, die Wohnung, die Wolke, das Wort, der Zahnarzt,
die Zeit, die Zeitung, das Ziel, das Zimmer, der Zucker, der Zug",
);

/// Transitive verbs with the accusative, third person singular.
pub static VERBS: List = List::german(
    "de.verbs",
    "
baut, begleitet, begrüßt, bekommt, bemerkt, beobachtet, beschreibt, besucht, bewundert, bezahlt, bringt, braucht,
empfängt, entdeckt, erfindet, erkennt, erklärt, erreicht, erwartet, erwähnt, feiert, findet, fotografiert, fragt, führt,
fürchtet, genießt, gewinnt, grüßt, hält, hört, holt, kauft, kennt, kontrolliert, leitet, lernt, liebt, liefert, liest,
lobt, malt, meidet, misst, mag, nimmt, öffnet, ordnet, pflegt, plant, prüft, reinigt, rettet, ruft, sammelt, schätzt,
schickt, schließt, schreibt, schützt, sieht, spürt, stört, stützt, sucht, teilt, trägt, trifft, überrascht, unterstützt,
verändert, verbessert, vergisst, verkauft, verlässt, vermisst, verpackt, versteht, verteidigt, vertritt, wählt,
wiederholt, zählt, zeichnet, zeigt",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::german(
    "de.adverbs",
    "
bald, damals, endlich, fast, freundlich, gern, gelegentlich, gestern, gewöhnlich, häufig, heimlich, heute, immer, jetzt,
kaum, langsam, laut, leise, lieber, manchmal, meistens, morgens, nie, noch, oft, plötzlich, ruhig, schnell, selten,
sicher, sofort, sorgfältig, ständig, stolz, vielleicht, vorsichtig, wieder, wirklich, zufällig",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "de.times",
    "
am Abend, am Anfang, am Ende, am Montag, am Morgen, am Nachmittag, am Wochenende, an jedem Tag, bei gutem Wetter,
danach, eines Tages, einmal im Jahr, gegen Mittag, im Frühling, im Herbst, im Sommer, im Winter, in der Nacht,
in diesem Jahr, jeden Sonntag, kurz darauf, nach dem Essen, nach einer Weile, seit gestern, später, vor der Arbeit,
zum Schluss",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "de.sentences",
    "
S V O.
S V A O.
T V S O.
S V O und V O.
S V O, aber S V O.
T V S A O.
Wenn S O V, V S O.
Ob S O V, weiß nur S.",
);
