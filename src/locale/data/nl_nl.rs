//! Names and words of the Netherlands, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "nl_NL.first_names.female",
    "
Maria, Johanna, Anna, Anne, Emma, Sophie, Lisa, Sanne, Julia, Laura, Eva, Linda, Esther, Petra, Monique, Ingrid,
Marieke, Femke, Saskia, Lotte, Iris, Kim, Tessa, Elisabeth, Cornelia, Wilhelmina, Catharina, Margaretha, Hendrika,
Adriana, Jacoba, Marjan, Ellen, Yvonne, Astrid, Karin, Anja, Annemarie, Mirjam, Nicole, Sandra, Wendy, Manon, Bianca,
Daniëlle, Patricia, Angelique, Marloes, Maaike, Annelies, Nienke, Janneke, Marjolein, Inge, Ilse, Judith, Miranda,
Jolanda, Marianne, Hanneke, Renate, Suzanne, Simone, Charlotte, Fleur, Amber, Roos, Noa, Lieke, Mila, Tess, Zoë, Saar,
Nora, Evi, Sara, Isa, Lynn, Yara, Olivia, Milou, Liv, Fenna, Elin, Jasmijn, Anouk, Naomi, Britt, Maud, Floor, Merel,
Loïs, Puck, Vera, Nina, Feline, Lauren, Hanna, Elise, Bo, Norah, Benthe, Romy, Senna, Fien, Indy, Lara, Lina, Rosalie,
Veerle, Pleun, Jolijn, Mirthe, Danique, Demi, Michelle, Chantal, Kelly, Melissa, Samantha, Priscilla, Denise, Debbie,
Brenda, Sharon, Nathalie, Claudia, Sylvia, Gerda, Greetje, Trijntje, Grietje, Antje, Aaltje, Jantje, Geertje, Neeltje,
Pietje, Klaasje, Willemijn, Willeke, Wieteke, Wilma, Willy, Riet, Ria, Rita, Ineke, Anneke, Tineke, Marijke, Lenie,
Corrie, Truus, Toos, Mieke, Mies, Joke, Hennie, Coby, Betty, Bep, Els, Elly, Lies, Loes, Leonie, Lonneke, Karlijn,
Carlijn, Carolien, Caroline, Josephine, Jacqueline, Jeanette, Jannie, Jenny, Dieuwertje, Dieuwke, Froukje, Sjoukje,
Baukje, Tjitske, Hiske, Hilde, Hedwig, Heleen, Helena, Hester, Agnes, Aleid, Alida, Alice, Aafke, Amelie, Amina, Fatima,
Khadija, Samira, Naima, Yasmina, Aisha, Meryem, Ayşe, Elif, Zeynep, Esra, Sevda, Shanti, Radha, Soraya, Farida, Latifa,
Malika, Najat, Salma, Hafsa, Noor, Bente, Silke, Sterre, Madelief, Lente, Jara, Jente, Jet, Jip, Juul, Kaat, Kirsten,
Kristel, Liesbeth, Linde, Lizzy, Lotje, Machteld, Margriet, Margot, Marit, Marleen, Martine, Mathilde, Maureen, Mayke,
Mette, Minke, Myrthe, Natasja, Nelleke, Noortje, Paula, Pauline, Pien, Quirine, Rachel, Rebecca, Renée, Renske, Rianne,
Rosa, Rosanne, Sabine, Sarah, Sofie, Stefanie, Stella, Susanne, Sylvie, Tamara, Tanja, Thea, Tirza, Valerie, Vivian,
Wies, Xandra, Yvette, Isabel, Isabella, Evelien, Eline, Elke, Ella, Emily, Fabienne, Frederike, Gwen, Hannah, Josje",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "nl_NL.first_names.male",
    "
Jan, Johannes, Cornelis, Hendrik, Willem, Pieter, Peter, Jeroen, Martijn, Daan, Thomas, Tim, Lucas, Sem, Bas, Mark,
Marcel, Erik, Dennis, Robert, Richard, Rob, Hans, Henk, Kees, Piet, Gerrit, Jacob, Adrianus, Petrus, Gerardus, Antonius,
Johan, Frank, Edwin, Ronald, Patrick, Michel, Marco, Paul, René, Martin, Michael, Wouter, Stefan, Maarten, Jeffrey,
Sander, Niels, Rick, Bart, Tom, Kevin, Joost, Vincent, Ruben, Lars, Thijs, Jesse, Luuk, Levi, Finn, Noah, Milan, James,
Liam, Bram, Mees, Sam, Benjamin, Siem, Luca, Adam, Noud, Boaz, Teun, Stijn, Julian, Max, Hugo, Gijs, Mats, Floris, Guus,
Jens, Ties, Tijn, Jurre, Olivier, Mason, David, Daniël, Jasper, Joris, Koen, Jelle, Bob, Nick, Rik, Ruud, Roy, Robin,
Remco, Rene, Ron, Ramon, Raymond, Ralph, Ralf, Rutger, Rogier, Roel, Roelof, Rinus, Rein, Reinier, Quinten, Quint, Pim,
Pepijn, Pascal, Otto, Oscar, Onno, Olaf, Nico, Nicolaas, Mohamed, Mohammed, Ahmed, Youssef, Ibrahim, Omar, Ali, Hassan,
Karim, Rachid, Mustafa, Mehmet, Murat, Emre, Yusuf, Bilal, Hamza, Ismail, Khalid, Samir, Said, Abdel, Ravi, Sunil, Anil,
Rajesh, Melvin, Meindert, Menno, Matthijs, Mathijs, Mart, Maurits, Maurice, Marnix, Marinus, Marijn, Louis, Lodewijk,
Leon, Leo, Lennart, Leendert, Laurens, Klaas, Kasper, Karel, Jurgen, Jurriaan, Jos, Joop, Joep, Jonathan, Jonas, Jochem,
Jaap, Jordy, Joey, Jimmy, Jim, Jack, Ivo, Ivan, Isaac, Ian, Huub, Huib, Hidde, Herman, Hein, Harry, Harrie, Harm,
Harold, Hannes, Guido, Gert, Gerben, Gerard, Ger, Geert, Frits, Freek, Fred, Frans, Franciscus, Filip, Ferdinand, Felix,
Fedde, Fabian, Evert, Ewout, Eric, Emiel, Elias, Egbert, Eelco, Eduard, Edward, Duco, Douwe, Dirk, Diederik, Dick, Dave,
Danny, Damian, Daniel, Cor, Coen, Christiaan, Christian, Chris, Casper, Carlo, Bernard, Bert, Bastiaan, Barry, Bauke,
Arthur, Arnold, Arnout, Arno, Arjan, Arie, Anton, Andries, André, Alexander, Albert, Aart, Ad, Abel, Abraham, Alwin,
Berend, Boris, Brian, Bjorn, Cas, Cees, Collin, Constantijn, Dylan, Faas, Gerwin, Gijsbert, Hendrikus, Jacobus, Jarno,
Jelmer, Jorrit, Jort, Justin, Kai, Lex, Lieven, Lorenzo, Lourens, Luc, Luitzen, Marc, Matteo, Micha, Mick, Nathan, Nout,
Odin, Owen, Philip, Rens, Ries, Rowan, Ryan, Sebastiaan, Sil, Simon, Sipke, Sjoerd, Stan, Stef, Steven, Sven, Sybren,
Theo, Theodorus, Tobias, Toon, Tristan, Twan, Tycho, Victor, Walter, Wessel, Wietse, Wiebe, Wilhelmus, Willem-Jan, Wim,
Xander, Yannick, Zeger",
);

/// Family names.
pub static LAST: List = List::commas(
    "nl_NL.last_names",
    "
de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Smit, Meijer, de Boer, Mulder, de Groot,
Bos, Vos, Peters, Hendriks, van Leeuwen, Dekker, Brouwer, de Wit, Dijkstra, Smits, de Graaf, van der Meer,
van der Linden, Kok, Jacobs, de Haan, Vermeulen, van den Heuvel, van der Veen, van den Broek, de Bruijn, de Bruin,
van der Heijden, Schouten, van Beek, Willems, van Vliet, van de Ven, Hoekstra, Maas, Verhoeven, Koster, van Dam,
van der Wal, Prins, Blom, Huisman, Peeters, de Jonge, Kuipers, van Veen, Post, Kuiper, Veenstra, Kramer, van den Brink,
Scholten, van Wijk, Postma, Martens, Vink, de Ruiter, Timmermans, Groen, Gerritsen, Jonker, van Loon, Boer,
van der Velde, Willemsen, Smeets, de Lange, de Vos, Bosch, van Dongen, Schipper, de Koning, van der Laan, Koning,
van der Velden, Driessen, van Doorn, Hermans, Evers, van den Bosch, van der Meulen, Hofman, Bosman, Wolters, Sanders,
van der Horst, Mol, Kuijpers, Molenaar, van de Pol, de Leeuw, Verbeek, de Roos, van der Ploeg, van Es, Kroon, Zwart,
de Rooij, van Rijn, Kooijman, van Houten, Groot, Schoenmakers, Maassen, van Vugt, Aarts, de Bie, van Oosten, Zijlstra,
Bouwman, Boersma, Dijkman, Vermeer, van Dalen, Wiersma, Klein, Hoogland, van der Berg, van Schaik, van Breukelen,
van Kampen, Kuijper, Ruiter, Vonk, Rietveld, Roelofs, Roos, Cornelissen, Vroom, Hartman, Verhagen, Stam, de Vreede,
van Hees, Terpstra, Lammers, Lubbers, Hendrix, Janse, Jaspers, Joosten, Claassen, Claessens, Coenen, Cox, Custers,
Daamen, Damen, Dekkers, Derksen, Donkers, van Doornik, van Drunen, van Duijn, Dirks, Drost, Duijvestein, Eijkelboom,
van Eijk, van Egmond, Elbers, van Elst, Engels, Ernst, van Erp, Feenstra, Franken, Frederiks, Geerts, van Gelder,
Geurts, van Gestel, Gielen, Goossens, de Goede, Gijsbers, Haan, van der Haar, Haverkamp, Heemskerk, van Heerde,
van der Helm, Hermsen, Heijmans, Hesselink, Heuvelmans, van Hoof, de Hoop, Hoeksema, van der Hoeven, Hoogeveen, Hop,
Houtman, Hulshof, Huijbers, Huizinga, van Ingen, Jager, de Jager, Janssens, Jongsma, Kamphuis, Kanters, Karssen, Keizer,
Kempen, van Kessel, Keuning, Klaassen, Kleijn, Klaver, Klomp, Knol, van der Knaap, Koch, Koenen, Koelewijn, Kolk,
van der Kolk, Koopman, Koopmans, Kooij, van der Kooij, Korver, Kort, de Kort, Kraan, Krol, Kruijf, de Kruijf, Kruger,
Kuijt, Laan, Lamers, Langenberg, de Laat, van Laar, Leenders, van der Lee, Lemmens, Leijten, van Lier, Lindeman,
Linders, van Lieshout, Loos, van der Lugt, Luijten, Lucassen, van Maanen, Manders, Marsman, van der Meij, Meertens,
Meeuwissen, Melis, Meulenbroek, Michels, Middelkoop, van Mierlo, Mooij, Moerman, Muller, Nagel, van Nes, Niemeijer,
Nieuwenhuis, Nieuwenhuizen, van Nieuwenhuizen, Nijboer, Nijhuis, Nijland, Nijs, Nolten, Noordermeer, van Noort,
Oldenburg, Olthof, van Ommen, Oosterhof, Oosterhuis, Oostveen, van Oers, van Oort, Otten, Oudshoorn, van Oudheusden,
Overbeek, Paulissen, Pijnenburg, Plas, van der Plas, Poelman, Polak, Pronk, Rademaker, Reijnders, Reitsma, Rijnders,
van Rijswijk, Ritsema, Roelofsen, Romijn, van Rooij, van Roosmalen, van Rossum, Ruijter, de Rijk, Rutten, van der Sande,
van Santen, Schaap, Schepers, van der Schaaf, van Schie, Schilder, Schoonhoven, Schreuder, Schrijver, Schut, Schutte,
van der Schoot, Segers, Simons, Slagter, van der Sluis, Slot, Smulders, Snijders, Snoek, Spaans, Spijkers, van der Spek,
Staal, van der Star, Steenbergen, van Steen, van der Steen, Sterk, Stevens, Stolk, van der Stelt, Strijbos, Strik,
Swinkels, Tan, Teunissen, Theunissen, Thijssen, Tichelaar, Tiemessen, van Tilburg, Timmer, Tol, Tuinstra, van Tuijl,
Uijl, van Uden, Valk, van der Valk, Veldhuis, Veldman, van Veldhoven, Verberne, Verbruggen, Verburg, Verdonk, Verhoef,
Verkerk, Verkuil, Verschuren, Versteeg, Verweij, Vis, van der Vliet, Vlug, Vreugdenhil, de Vriend, van der Vorst,
Vosselman, Vrolijk, van der Waal, Wagenaar, Wagemakers, van Weert, Weijers, van der Werf, Westra, van der Weijden,
van Wezel, Wijnen, Wijnands, de Wilde, van der Wiel, Wissink, Witteveen, van Woerden, de Wolf, Wolf, Woudstra,
van der Woude, Wouters, Zandstra, Zeeman, van Zanten, van der Zee, Zegers, van Zon, Zonneveld, Zuidema, van Zuilen,
van Zwol, de Zwart, Yilmaz, Kaya, Demir, Çelik, Şahin, Yildiz, Öztürk, Aydin, Arslan, Doğan, el Amrani, Bouzidi, Benali,
el Idrissi, Bakkali, Chaabi, Tahiri, Azzouzi, Haddou, Ouali, Hassan, Ahmed, Ali, Mohamed, Ibrahim, Singh, Ramdin,
Ramdas, Baldew, Sewnarain, Kalloe, Soekhlal, Pinas, Pengel, Kartosen, Nguyen, Tran, Chen, Wong, Liu, Nowak, Kowalski,
Fernandes, da Silva, Martina, Maduro, Croes, Tromp, Sahetapy, Pattiasina, Tahapary, Latumahina, Schmidt, Weber, Bergsma,
Boonstra, Bruinsma, Buma, Douma, Elzinga, Faber, Fokkema, Haanstra, Halbertsma, Heeringa, Hiemstra, Hofstra, Hoitinga,
Idsinga, Jellema, Kalsbeek, Kooistra, Kuperus, Leijenaar, Miedema, Nauta, Osinga, Plantinga, Poelstra, Rienks, Rinsma,
Sietsma, Sikkema, Sinnema, Sijtsma, Stellingwerf, Talsma, Tjepkema, Tolsma, Veninga, Wiarda, Wijbenga, Wijma, Ypma",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("nl_NL.prefixes.female", "Mevrouw, Mevrouw dr.");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("nl_NL.prefixes.male", "De heer, De heer dr.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("nl_NL.suffixes", "MSc, BSc, MA, BA, PhD, MBA");

/// Job titles, the same for women and men.
pub static JOBS: List = List::commas(
    "nl_NL.job_titles",
    "
Verpleegkundige, Verkoopmedewerker, Softwareontwikkelaar, Administratief medewerker, Klantadviseur,
Leerkracht basisonderwijs, Vrachtwagenchauffeur, Boekhouder, Secretaris, Verkoopleider, Kassamedewerker,
Magazijnmedewerker, Projectleider, Kok, Elektricien, Bedrijfsleider, Financieel analist, Docent, Filiaalmanager,
Verzorgende, Data-analist, Marketingmanager, Automonteur, Belastingadviseur, Recruiter, Bouwvakker, Receptionist,
Timmerman, Politieagent, Grafisch ontwerper, Huisarts, Loodgieter, Advocaat, Productmanager, Apotheker,
Systeembeheerder, Civiel ingenieur, Maatschappelijk werker, Werktuigbouwkundige, Onderhoudsmonteur, Buschauffeur,
Fysiotherapeut, Webontwikkelaar, Kapper, Logistiek medewerker, Bankadviseur, Makelaar, Lasser, Tandarts,
Doktersassistent, Elektrotechnisch ingenieur, Verzekeringsadviseur, Schilder, Inkoper, Pedagogisch medewerker, Chemicus,
Bibliothecaris, Dierenarts, Psycholoog, Accountant, Architect, Redacteur, Journalist, Fotograaf, Vertaler, Consultant,
Netwerkbeheerder, Directeur, Controller, Laborant, Bioloog, Statisticus, Econoom, Actuaris, Hovenier, Dakdekker,
Tegelzetter, Bakker, Slager, Ober, Hotelmanager, Steward, Piloot, Machinist, Opticien, Verloskundige,
Ambulancechauffeur, Logopedist, Ergotherapeut, Diëtist, Boer, Boswachter, Bloemist, Kleermaker, Edelsmid,
Geluidstechnicus, Interieurarchitect, Stedenbouwkundige, Landmeter, Milieuadviseur, Energieadviseur, Procesoperator,
Mechatronicus, Teamleider, Vastgoedbeheerder, Evenementenmanager, Postbezorger, Fietsenmaker, Schipper",
);

/// First parts of street names, joined with a suffix without a space.
pub static STREETS: List = List::commas(
    "nl_NL.streets",
    "
Kerk, School, Dorps, Molen, Juliana, Wilhelmina, Beatrix, Oranje, Stations, Nieuw, Markt, Hoofd, Eiken, Beuken, Linden,
Kastanje, Berken, Esdoorn, Populieren, Wilgen, Elzen, Iepen, Dennen, Sparren, Rozen, Tulpen, Anjer, Lelie, Narcis,
Hyacinten, Irissen, Krokus, Zonnebloem, Klaver, Vlier, Meidoorn, Hazelaar, Acacia, Magnolia, Seringen, Jasmijn, Merel,
Vinken, Zwaluw, Leeuwerik, Nachtegaal, Lijster, Mussen, Reiger, Ooievaar, Valken, Uilen, Kievit, Fazanten, Zwanen,
Meeuwen, Rembrandt, Vondel, Breughel, Vermeer, Frans Hals, Jan Steen, Mozart, Beethoven, Bach, Erasmus, Huygens,
Spinoza, Thorbecke, Tromp, Piet Hein, Tasman, Barentsz, Grutto, Prinsen, Koningins, Graven, Hertogs, Bisschops,
Kloosters, Kapel, Toren, Kasteel, Burcht, Wal, Singel, Haven, Kade, Brug, Sluis, Dijk, Polder, Weide, Akker, Tuin, Boom,
Bos, Heide, Duin, Zand, Berg, Dal, Beek, Vijver, Meer, Zee, Strand, Vissers, Schippers, Bakkers, Smids, Wevers, Timmer,
Boeren, Herders, Jagers, Raadhuis, Post, Brink, Zuider, Noorder, Ooster, Wester, Binnen, Buiten, Industrie, Energie",
);

/// Second parts of street names.
pub static STREET_SUFFIXES: List =
    List::commas("nl_NL.street_suffixes", "straat, laan, weg, plein, hof, pad, kade, dreef");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::commas("nl_NL.company_suffixes", "B.V., V.O.F., N.V., C.V., & Zonen, Groep, Holding B.V., Coöperatie U.A.");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "nl_NL.wild_mail",
    "gmail.com, hotmail.com, ziggo.nl, kpnmail.nl, outlook.com, home.nl, live.nl, xs4all.nl",
);
