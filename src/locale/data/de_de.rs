//! Names and words of Germany, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::german(
    "de_DE.first_names.female",
    "
Maria, Ursula, Monika, Petra, Sabine, Anna, Elisabeth, Renate, Susanne, Andrea, Karin, Helga, Brigitte, Ingrid, Claudia,
Julia, Christine, Gisela, Barbara, Stefanie, Nicole, Katrin, Martina, Birgit, Gabriele, Angelika, Heike, Melanie,
Katharina, Sandra, Christina, Anja, Ute, Kerstin, Silke, Christa, Erika, Tanja, Sarah, Laura, Lisa, Elke, Jutta, Ulrike,
Marion, Lena, Eva, Hannelore, Daniela, Simone, Anke, Michaela, Anne, Regina, Doris, Cornelia, Bettina, Bianca, Silvia,
Nadine, Annette, Beate, Manuela, Yvonne, Kathrin, Jana, Nina, Vanessa, Franziska, Jennifer, Sonja, Anita, Ruth, Edith,
Rita, Margarete, Hildegard, Gerda, Irmgard, Marlies, Waltraud, Gertrud, Rosemarie, Inge, Ilse, Elfriede, Annemarie,
Johanna, Theresa, Sophie, Marie, Hannah, Leonie, Lea, Lara, Jessica, Carina, Carolin, Alexandra, Astrid, Dagmar, Gudrun,
Heidi, Iris, Karla, Margit, Margot, Marianne, Marlene, Miriam, Rebecca, Sigrid, Sylvia, Tatjana, Veronika, Verena, Vera,
Antje, Britta, Carola, Dorothea, Elena, Emma, Mia, Emilia, Lina, Mila, Clara, Ella, Luisa, Amelie, Charlotte, Greta,
Frieda, Ida, Mathilda, Paula, Pia, Antonia, Maja, Nele, Merle, Jule, Finja, Frauke, Wiebke, Imke, Svenja, Maike, Meike,
Silja, Sina, Saskia, Ronja, Rieke, Pauline, Ines, Isabel, Isabell, Jasmin, Janina, Judith, Kristin, Kirsten, Lydia,
Magdalena, Mandy, Maren, Mareike, Nadja, Natalie, Nora, Olga, Ramona, Ricarda, Sibylle, Sophia, Steffi, Tina, Ulla,
Valentina, Viktoria, Wibke, Yasemin, Ayşe, Fatma, Zeynep, Elif, Emine, Aylin, Leyla, Agnieszka, Svetlana, Irina,
Natalia, Swetlana, Ludmilla, Milena, Ana, Dilara, Selin, Anneliese, Edeltraud, Ingeborg, Käthe, Lieselotte, Lotte,
Roswitha, Sieglinde, Traute, Trude, Wilma, Adelheid, Almut, Anneke, Annika, Bärbel, Bernadette, Constanze, Corinna,
Denise, Diana, Elvira, Eveline, Friederike, Gerlinde, Gesa, Hedwig, Heidrun, Helene, Henrike, Hilde, Irene, Jacqueline,
Josefine, Juliane, Karoline, Linda, Lilly, Lucia, Luise, Malin, Marina, Martha, Nike, Rosa, Rosi, Romy, Ruby, Stella,
Thea, Undine, Victoria, Wanda, Zoe, Cosima, Viola",
);

/// Men's first names.
pub static MALE: List = List::german(
    "de_DE.first_names.male",
    "
Peter, Michael, Thomas, Andreas, Wolfgang, Klaus, Jürgen, Günter, Stefan, Christian, Uwe, Werner, Horst, Frank, Dieter,
Manfred, Gerhard, Hans, Bernd, Thorsten, Mathias, Helmut, Walter, Heinz, Martin, Jörg, Rolf, Jens, Sven, Alexander, Jan,
Rainer, Holger, Karl, Dirk, Joachim, Ralf, Carsten, Herbert, Oliver, Wilhelm, Kurt, Markus, Heinrich, Paul, Hermann,
Matthias, Daniel, Tobias, Florian, Sebastian, Philipp, Marcel, Josef, Reinhard, Harald, Volker, Rudolf, Ulrich,
Siegfried, Norbert, Bernhard, Erich, Franz, Georg, Johannes, Lukas, Felix, Maximilian, Jonas, Tim, Kevin, Dennis,
Patrick, Benjamin, Simon, Robert, Steffen, Ingo, Detlef, Olaf, Axel, Christoph, Johann, Alfred, Otto, Ernst, Willi,
Friedrich, Roland, Arno, Armin, Björn, Boris, Dominik, David, Eberhard, Eckhard, Egon, Emil, Erwin, Fabian, Finn, Fritz,
Gerd, Gregor, Hannes, Hartmut, Heiko, Henning, Henry, Hubert, Jakob, Jannik, Jochen, Julian, Kai, Karsten, Konrad,
Konstantin, Lars, Leon, Linus, Lothar, Ludwig, Luca, Malte, Manuel, Marc, Marco, Mario, Marius, Marvin, Max, Moritz,
Nico, Niklas, Nils, Noah, Ole, Oskar, Pascal, Raphael, René, Richard, Robin, Ronny, Rüdiger, Sascha, Theo, Till, Timo,
Tom, Torben, Torsten, Udo, Valentin, Vincent, Viktor, Wilfried, Winfried, Wolfram, Yannick, Mehmet, Mustafa, Ali, Ahmet,
Murat, Emre, Can, Cem, Deniz, Yusuf, Mohammed, Piotr, Tomasz, Krzysztof, Sergej, Dimitri, Igor, Waldemar, Eugen, Artur,
Ivan, Marko, Goran, Giuseppe, Antonio, Elias, Ben, Liam, Anton, Carl, Mats, Levi, Matteo, Samuel, Gustav, Jonathan,
Hugo, Leo, Milan, Adam, Albert, Adrian, André, Arne, Arnold, August, Bastian, Benedikt, Bertram, Bruno, Burkhard, Claus,
Clemens, Cornelius, Denis, Dietmar, Dietrich, Edgar, Edmund, Eduard, Elmar, Enno, Enrico, Erik, Ewald, Falk, Ferdinand,
Frederik, Gernot, Gottfried, Guido, Gunnar, Hagen, Hendrik, Heribert, Hinrich, Ignaz, Jannes, Janosch, Jasper, Joel,
Jost, Justus, Kilian, Klemens, Knut, Lennard, Leonhard, Leopold, Lorenz, Magnus, Marian, Meinhard, Norman, Rasmus,
Reiner, Reinhold, Roman, Rupert, Severin, Silas, Stephan, Sönke, Thilo, Tilman, Tristan, Veit, Wenzel",
);

/// Family names.
pub static LAST: List = List::german(
    "de_DE.last_names",
    "
Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter,
Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Schmitt, Werner, Schmitz,
Krause, Meier, Lehmann, Schmid, Schulze, Maier, Köhler, Herrmann, König, Walter, Mayer, Huber, Kaiser, Fuchs, Peters,
Lang, Scholz, Möller, Weiß, Jung, Hahn, Schubert, Vogel, Friedrich, Keller, Günther, Frank, Berger, Winkler, Roth, Beck,
Lorenz, Baumann, Franke, Albrecht, Schuster, Simon, Ludwig, Böhm, Winter, Kraus, Martin, Schumacher, Krämer, Vogt,
Stein, Jäger, Otto, Sommer, Groß, Seidel, Heinrich, Brandt, Haas, Schreiber, Graf, Dietrich, Ziegler, Kuhn, Kühn, Pohl,
Engel, Horn, Busch, Bergmann, Thomas, Voigt, Sauer, Arnold, Wolff, Pfeiffer, Schulte, Ernst, Lindner, Hübner, Kramer,
Franz, Beyer, Wolter, Jansen, Peter, Lenz, Böttcher, Kunz, Haase, Kern, Barth, Fiedler, Nowak, Ott, Paul, Marx, Götz,
Reuter, Jahn, Riedel, Hein, Hess, Schütz, Seifert, Thiel, Kurz, Bock, Wenzel, Bach, Pfeifer, Ulrich, Urban, Naumann,
Schultz, Schade, Adam, Rose, Ritter, Kruse, Brinkmann, Blum, Heinz, Förster, Kohl, Sander, Scherer, Ebert, Bartsch,
Henning, Schlüter, Wirth, Moser, Röder, Steiner, Hansen, Noack, Born, Dittrich, Schramm, Hirsch, Bender, Petersen,
Stahl, Heller, Funk, Schilling, Neubauer, Nagel, Reinhardt, Eckert, Block, Geyer, Witt, Kirchner, Zander, Kessler,
Behrens, Fritz, Probst, Gerlach, Rudolph, Fink, Hermann, Unger, Bischoff, Wendt, Ullrich, Westphal, Geiger, Hamann,
Wegner, Engelhardt, Siebert, Metzger, Michel, Marquardt, Baier, Hellwig, Bohn, Burger, Voß, Lutz, Beckmann, Kaufmann,
Hagen, Renner, Stark, Gruber, Döring, Buchholz, Rieger, Hildebrandt, Menzel, Wiese, Ehlers, Klose, Preuß, Thomsen,
Ahrens, Steffen, Ackermann, Wilhelm, Hauser, Breuer, Jacob, Heinze, Weigel, Grimm, Strauß, Dreyer, Hinz, Schiller, Rapp,
Oswald, Wittmann, Runge, Brand, Singer, Vollmer, Körner, Krieger, Straub, Erdmann, Heim, Römer, Baum, Freitag, Janssen,
Kilian, Wild, Eder, Springer, Kirsch, Reich, Reimann, Wegener, Anders, Adler, Decker, Held, Heinemann, Kellner, Opitz,
Bär, Stumpf, Rau, Merkel, Kiefer, Mohr, Brunner, Bittner, Lau, Benz, Fritsch, Geisler, Kaminski, Kowalski, Krebs,
Mertens, Nickel, Schwab, Feldmann, Bernhardt, Löffler, Mai, Stephan, Betz, Burkhardt, Linke, Reiter, Zeller, Thiele,
Hecht, Christ, Fröhlich, Hoppe, Jakob, Harms, Heck, Münch, Rohde, Schaller, Hentschel, Kolb, Pieper, Specht, Volk,
Stoll, Böhme, Berndt, Gebhardt, Schweizer, Kempf, Sturm, Herzog, Michels, Eberhardt, Apel, Ebner, Nitsche, Lohmann,
Hahne, Vetter, Kluge, Kunze, Eichhorn, Büttner, Dörr, Reinhold, Trautmann, Rothe, Grote, Hartung, Hafner, Neuhaus,
Rösch, Seitz, Bühler, Steinbach, Lorenzen, Bruns, Diehl, Ehrhardt, Feller, Frey, Fricke, Gabriel, Geißler, Göbel,
Greiner, Gutmann, Haller, Hanke, Heil, Heise, Herbst, Herold, Heuer, Hiller, Hölzer, Holz, Horstmann, Hummel, Jacobs,
Jäckel, Jost, Junker, Jürgens, Kahl, Kaspar, Klaus, Kling, Knapp, Knoll, Kober, Kölle, Konrad, Korn, Kraft, Kremer,
Kreuz, Kroll, Kurth, Lampe, Langer, Lauer, Leitner, Link, Lüdtke, Maas, Mack, Mann, Martens, Maurer, May, Meister,
Melzer, Menke, Merz, Mielke, Morgenstern, Moritz, Nolte, Oertel, Ochs, Olbrich, Pape, Paulus, Philipp, Pietsch, Popp,
Prinz, Raabe, Radtke, Rademacher, Rauch, Rehm, Reichert, Reimer, Reuß, Riemer, Ries, Röhrig, Rosenthal, Rost, Ruf,
Ruppert, Sachs, Salzmann, Sasse, Schick, Schindler, Schlegel, Schlosser, Schober, Scholl, Schön, Schönfeld, Schott,
Schreiner, Schröter, Schuh, Schuhmacher, Schwarze, Seiler, Senger, Siegel, Sievers, Sonntag, Späth, Stadler, Stamm,
Steinmetz, Stock, Stolz, Storm, Stroh, Struck, Tietz, Tillmann, Timm, Trapp, Uhl, Uhlig, Ulbrich, Veit, Vogler, Völker,
Wahl, Walther, Weidner, Weis, Weise, Wendel, Wenz, Werther, Wieland, Wiesner, Wille, Wimmer, Winkelmann, Wirtz, Wittig,
Wulf, Wunderlich, Wurm, Yılmaz, Kaya, Demir, Çelik, Şahin, Öztürk, Aydın, Arslan, Doğan, Yıldız, Özdemir, Kılıç, Aslan,
Koç, Kurt, Polat, Nguyen, Wójcik, Lewandowski, Wiśniewski, Petrović, Jovanović, Marković, Popov, Ivanov, Rossi, Ferrari,
Russo, Silva, Santos, Ali, Ahmed, Hassan, Haddad",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("de_DE.prefixes.female", "Frau, Frau Dr.");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("de_DE.prefixes.male", "Herr, Herr Dr.");

/// Academic and other additions to a name, for the few who have them.
pub static SUFFIX: List = List::commas("de_DE.suffixes", "M.A., M.Sc., B.Sc., B.A., MBA, LL.M.");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::german(
    "de_DE.job_titles.female",
    "
Krankenpflegerin, Verkäuferin, Softwareentwicklerin, Bürokauffrau, Kundenberaterin, Grundschullehrerin, Lkw-Fahrerin,
Buchhalterin, Sekretärin, Vertriebsleiterin, Kassiererin, Lagerarbeiterin, Projektleiterin, Köchin, Elektrikerin,
Betriebsleiterin, Finanzanalystin, Gymnasiallehrerin, Filialleiterin, Altenpflegerin, Datenanalystin, Marketingleiterin,
Kfz-Mechatronikerin, Steuerberaterin, Personalreferentin, Bauarbeiterin, Empfangsmitarbeiterin, Tischlerin, Polizistin,
Grafikdesignerin, Ärztin, Installateurin, Rechtsanwältin, Produktmanagerin, Apothekerin, Systemadministratorin,
Bauingenieurin, Sozialarbeiterin, Maschinenbauingenieurin, Industriemechanikerin, Busfahrerin, Physiotherapeutin,
Webentwicklerin, Friseurin, Logistikerin, Bankkauffrau, Immobilienmaklerin, Schweißerin, Zahnärztin, Arzthelferin,
Elektroingenieurin, Versicherungskauffrau, Malerin, Einkäuferin, Erzieherin, Chemikerin, Bibliothekarin, Tierärztin,
Psychologin, Wirtschaftsprüferin, Architektin, Redakteurin, Journalistin, Fotografin, Übersetzerin,
Unternehmensberaterin, Netzwerktechnikerin, Geschäftsführerin, Controllerin, Laborantin, Biologin, Statistikerin,
Volkswirtin, Aktuarin, Gärtnerin, Dachdeckerin, Fliesenlegerin, Bäckerin, Metzgerin, Kellnerin, Hotelfachfrau,
Flugbegleiterin, Pilotin, Lokführerin, Optikerin, Hebamme, Notfallsanitäterin, Logopädin, Ergotherapeutin,
Ernährungsberaterin, Landwirtin, Försterin, Floristin, Schneiderin, Goldschmiedin, Tontechnikerin, Innenarchitektin,
Stadtplanerin, Vermessungstechnikerin, Umweltingenieurin, Energieberaterin, Werkzeugmechanikerin,
Zerspanungsmechanikerin, Mechatronikerin, Fachinformatikerin, Immobilienverwalterin, Veranstaltungskauffrau",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::german(
    "de_DE.job_titles.male",
    "
Krankenpfleger, Verkäufer, Softwareentwickler, Bürokaufmann, Kundenberater, Grundschullehrer, Lkw-Fahrer, Buchhalter,
Sekretär, Vertriebsleiter, Kassierer, Lagerarbeiter, Projektleiter, Koch, Elektriker, Betriebsleiter, Finanzanalyst,
Gymnasiallehrer, Filialleiter, Altenpfleger, Datenanalyst, Marketingleiter, Kfz-Mechatroniker, Steuerberater,
Personalreferent, Bauarbeiter, Empfangsmitarbeiter, Tischler, Polizist, Grafikdesigner, Arzt, Installateur,
Rechtsanwalt, Produktmanager, Apotheker, Systemadministrator, Bauingenieur, Sozialarbeiter, Maschinenbauingenieur,
Industriemechaniker, Busfahrer, Physiotherapeut, Webentwickler, Friseur, Logistiker, Bankkaufmann, Immobilienmakler,
Schweißer, Zahnarzt, Arzthelfer, Elektroingenieur, Versicherungskaufmann, Maler, Einkäufer, Erzieher, Chemiker,
Bibliothekar, Tierarzt, Psychologe, Wirtschaftsprüfer, Architekt, Redakteur, Journalist, Fotograf, Übersetzer,
Unternehmensberater, Netzwerktechniker, Geschäftsführer, Controller, Laborant, Biologe, Statistiker, Volkswirt, Aktuar,
Gärtner, Dachdecker, Fliesenleger, Bäcker, Metzger, Kellner, Hotelfachmann, Flugbegleiter, Pilot, Lokführer, Optiker,
Entbindungspfleger, Notfallsanitäter, Logopäde, Ergotherapeut, Ernährungsberater, Landwirt, Förster, Florist, Schneider,
Goldschmied, Tontechniker, Innenarchitekt, Stadtplaner, Vermessungstechniker, Umweltingenieur, Energieberater,
Werkzeugmechaniker, Zerspanungsmechaniker, Mechatroniker, Fachinformatiker, Immobilienverwalter, Veranstaltungskaufmann",
);

/// First parts of street names, joined with a suffix without a space.
pub static STREETS: List = List::german(
    "de_DE.streets",
    "
Haupt, Schul, Garten, Bahnhof, Dorf, Berg, Linden, Birken, Kirch, Wald, Amsel, Wiesen, Goethe, Schiller, Mozart, Buchen,
Eichen, Rosen, Mühlen, Tannen, Ahorn, Blumen, Feld, Jahn, Erlen, Finken, Friedhof, Lerchen, Mittel, Meisen, Kiefern,
Burg, Markt, Post, See, Sonnen, Brunnen, Fichten, Drossel, Flieder, Kastanien, Ulmen, Eschen, Beethoven, Uhland,
Lessing, Bach, Hebel, Kant, Humboldt, Bismarck, Wilhelm, Friedrich, Ludwig, Luther, Röntgen, Siemens, Daimler, Benz,
Diesel, Zeppelin, Stein, Weber, Müller, Schmiede, Bäcker, Fischer, Jäger, Schäfer, Gerber, Töpfer, Ziegel, Kloster,
Kapellen, Schloss, Turm, Graben, Ufer, Hafen, Brücken, Kanal, Quellen, Teich, Moor, Heide, Acker, Scheunen, Winzer,
Reben, Obst, Apfel, Kirschen, Pappel, Weiden, Holunder, Ginster, Tulpen, Nelken, Veilchen, Adler, Falken, Fasanen,
Schwalben, Storchen, Reiher, Igel, Hasen, Fuchs, Reh, Hirsch, Sommer, Winter, Frühling, Süd, Nord, Ost, West, Industrie,
Gewerbe, Sport, Rathaus, Schützen, Feuerwehr",
);

/// Second parts of street names.
pub static STREET_SUFFIXES: List =
    List::german("de_DE.street_suffixes", "straße, weg, allee, platz, gasse, ring, pfad");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::german("de_DE.company_suffixes", "GmbH, GmbH & Co. KG, AG, KG, OHG, UG, e.K., SE");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "de_DE.wild_mail",
    "gmx.de, web.de, gmail.com, t-online.de, outlook.de, freenet.de, posteo.de, icloud.com",
);
