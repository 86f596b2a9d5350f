//! Names and words of Italy, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "it_IT.first_names.female",
    "
Maria, Anna, Giulia, Sofia, Francesca, Chiara, Sara, Laura, Valentina, Alessia, Martina, Federica, Giuseppina, Rosa,
Angela, Giovanna, Teresa, Lucia, Carmela, Caterina, Silvia, Elena, Paola, Daniela, Roberta, Simona, Barbara, Cristina,
Patrizia, Claudia, Monica, Antonella, Stefania, Elisa, Serena, Alice, Ilaria, Giorgia, Aurora, Emma, Ginevra, Beatrice,
Greta, Matilde, Vittoria, Gaia, Camilla, Arianna, Rebecca, Noemi, Bianca, Nicole, Ludovica, Gloria, Eleonora, Marta,
Michela, Debora, Jessica, Veronica, Manuela, Alessandra, Raffaella, Sabrina, Tiziana, Lorena, Rosanna, Rita, Franca,
Luisa, Giuliana, Loredana, Concetta, Antonietta, Assunta, Filomena, Immacolata, Annunziata, Addolorata, Agata, Rosaria,
Vincenza, Antonia, Domenica, Pasqualina, Luigia, Margherita, Irene, Miriam, Viola, Mia, Azzurra, Carlotta, Adele,
Isabel, Isabella, Diana, Anita, Asia, Benedetta, Melissa, Sveva, Agnese, Cecilia, Costanza, Lavinia, Olivia, Virginia,
Emilia, Amelia, Amalia, Ada, Adelaide, Adriana, Agostina, Aida, Albertina, Alba, Alda, Alfonsina, Alida, Allegra, Ambra,
Amina, Anastasia, Angelica, Angelina, Annabella, Annalisa, Annamaria, Annarita, Antonina, Armida, Assia, Augusta,
Aurelia, Beata, Berenice, Bernardina, Berta, Brigida, Bruna, Brunella, Calogera, Candida, Carla, Carlina, Carmen,
Carolina, Cassandra, Cesira, Cinzia, Clara, Clelia, Clementina, Clotilde, Consuelo, Cordelia, Corinna, Cosima,
Cristiana, Dalila, Damiana, Danila, Daria, Delia, Denise, Desirée, Dina, Dolores, Donata, Donatella, Doriana, Doris,
Edda, Edoarda, Edvige, Elda, Elettra, Eliana, Elide, Elisabetta, Elsa, Elvira, Emanuela, Enrica, Erica, Ermelinda,
Ernesta, Ersilia, Ester, Eugenia, Eva, Evelina, Fabiana, Fabiola, Fabrizia, Fatima, Fausta, Fedora, Felicia, Fernanda,
Fiamma, Fiorella, Fiorenza, Flaminia, Flavia, Flora, Floriana, Fortunata, Fosca, Franceschina, Fulvia, Gabriella, Gemma,
Genoveffa, Germana, Gigliola, Gilda, Gina, Gioia, Gisella, Giuditta, Giuseppa, Grazia, Graziella, Guendalina, Ida,
Ileana, Imma, Ines, Iolanda, Iole, Irma, Isotta, Italia, Ivana, Ivonne, Jasmine, Jolanda, Katia, Lara, Lea, Leda,
Letizia, Lia, Licia, Lidia, Liliana, Lina, Linda, Lisa, Livia, Lorella, Lorenza, Luana, Lucrezia, Luciana, Luna,
Maddalena, Mafalda, Malika, Mara, Marcella, Mariagrazia, Mariangela, Marianna, Maria Teresa, Maria Grazia, Maria Luisa,
Mariella, Marilena, Marina, Marinella, Marisa, Marzia, Maura, Melania, Milena, Mirella, Mirta, Morena, Nadia, Natalia,
Natalina, Nella, Nicoletta, Nina, Norma, Nunzia, Olga, Olimpia, Ornella, Orsola, Ottavia, Palma, Palmira, Pamela,
Paolina, Penelope, Petra, Pia, Piera, Pierina, Prisca, Rachele, Raissa, Ramona, Regina, Renata, Romana, Romina, Rosalba,
Rosalia, Rosangela, Rosella, Rosetta, Rosita, Rossana, Rossella, Sabina, Samanta, Samira, Sandra, Santa, Santina,
Selene, Selvaggia, Severina, Silvana, Simonetta, Sonia, Stella, Susanna, Tamara, Tania, Tatiana, Tecla, Teodora, Tina,
Tosca, Ursula, Valeria, Vanessa, Vera, Violetta, Vita, Viviana, Wanda, Ylenia, Zaira, Zoe",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "it_IT.first_names.male",
    "
Giuseppe, Antonio, Giovanni, Francesco, Luca, Marco, Andrea, Alessandro, Matteo, Lorenzo, Leonardo, Mario, Luigi,
Salvatore, Roberto, Stefano, Paolo, Davide, Angelo, Vincenzo, Pietro, Carlo, Franco, Domenico, Bruno, Michele, Giorgio,
Aldo, Sergio, Luciano, Simone, Federico, Riccardo, Gabriele, Daniele, Fabio, Massimo, Maurizio, Claudio, Giacomo,
Nicola, Filippo, Tommaso, Edoardo, Mattia, Diego, Christian, Cristian, Samuele, Emanuele, Raffaele, Alberto, Enrico,
Giulio, Gianluca, Fabrizio, Alessio, Massimiliano, Nicolò, Niccolò, Pasquale, Gennaro, Ciro, Carmine, Rocco, Cosimo,
Gaetano, Vito, Donato, Saverio, Sebastiano, Calogero, Rosario, Santo, Alfio, Carmelo, Gioacchino, Ignazio, Gerlando,
Dario, Cesare, Silvio, Renato, Renzo, Remo, Romolo, Rino, Ezio, Enzo, Ettore, Elio, Elia, Ivan, Ivano, Valerio,
Valentino, Vittorio, Umberto, Ugo, Ulisse, Tiziano, Tito, Teodoro, Adriano, Achille, Adamo, Adolfo, Agostino, Alan,
Albino, Aleandro, Alex, Alfonso, Alfredo, Alvaro, Amadeo, Amato, Ambrogio, Amedeo, Amerigo, Anselmo, Aniello, Antonello,
Antonino, Arcangelo, Armando, Arnaldo, Aronne, Arturo, Attilio, Augusto, Aurelio, Azeglio, Baldassarre, Bartolomeo,
Basilio, Battista, Benedetto, Beniamino, Benito, Bernardo, Biagio, Bonaventura, Brando, Brian, Camillo, Catello,
Celestino, Cataldo, Clemente, Corrado, Costantino, Cristiano, Cristoforo, Damiano, Danilo, Dante, Desiderio, Dino,
Dionigi, Duccio, Edgardo, Efisio, Egidio, Eliseo, Emidio, Emiliano, Emilio, Enea, Eraldo, Ermanno, Ernesto, Eros,
Eugenio, Eusebio, Evaristo, Ezechiele, Fausto, Fedele, Felice, Ferdinando, Fernando, Ferruccio, Fiorenzo, Flavio,
Fortunato, Fulvio, Furio, Gaspare, Gastone, Gavino, Gerardo, Germano, Geremia, Giancarlo, Gianfranco, Gianluigi,
Gianmarco, Gianmaria, Gianni, Gianpaolo, Gianpiero, Gilberto, Gino, Giordano, Girolamo, Giuliano, Giustino, Goffredo,
Graziano, Gregorio, Gualtiero, Guglielmo, Guido, Ilario, Innocenzo, Isidoro, Italo, Jacopo, Kevin, Ladislao, Lamberto,
Lapo, Lauro, Lazzaro, Leandro, Leo, Leone, Leopoldo, Liam, Libero, Lino, Livio, Loris, Lucio, Ludovico, Manfredi,
Manlio, Manuel, Marcello, Mariano, Marino, Martino, Maicol, Mauro, Melchiorre, Michelangelo, Mirco, Mirko, Modesto,
Natale, Nazario, Nazareno, Nestore, Nino, Noah, Norberto, Nunzio, Oddone, Olindo, Omar, Orazio, Oreste, Orlando, Oscar,
Osvaldo, Otello, Ottaviano, Ottavio, Ottone, Palmiro, Pantaleo, Pellegrino, Pierangelo, Piergiorgio, Pierluigi, Piero,
Pierpaolo, Pio, Primo, Quirino, Raimondo, Raniero, Raul, Remigio, Rinaldo, Rodolfo, Romano, Romeo, Romualdo, Rosolino,
Ruggero, Samuel, Sabino, Sandro, Sante, Santino, Secondo, Serafino, Severino, Siro, Silvano, Silvestro, Spartaco,
Stanislao, Stelio, Taddeo, Terenzio, Thomas, Tino, Tobia, Tullio, Valter, Vasco, Venanzio, Virgilio, Virginio, Vitale,
Vittore, Vladimiro, Walter, William, Zaccaria, Zeno, Mohamed, Ahmed, Youssef, Karim, Adam, Amir",
);

/// Family names.
pub static LAST: List = List::commas(
    "it_IT.last_names",
    "
Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Costa,
Mancini, Giordano, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli,
Martini, Leone, Longo, Gentile, Martinelli, Vitale, Lombardo, Serra, Coppola, De Santis, D'Angelo, Marchetti, Parisi,
Villa, Conte, Ferraro, Ferri, Fabbri, Bianco, Marini, Grasso, Valentini, Messina, Sala, De Angelis, Gatti, Pellegrini,
Palumbo, Sanna, Farina, Rizzi, Monti, Cattaneo, Morelli, Amato, Silvestri, Mazza, Testa, Grassi, Pellegrino, Carbone,
Giuliani, Benedetti, Barone, Rossetti, Caputo, Montanari, Guerra, Palmieri, Bernardi, Martino, Fiore, De Rosa, Ferretti,
Bellini, Basile, Riva, Donati, Piras, Vitali, Battaglia, Sartori, Neri, Costantini, Milani, Pagano, Ruggiero,
Sorrentino, D'Amico, Orlando, Negri, Mantovani, Marchi, Bertolini, Marra, Rocca, Sacco, Piccolo, Cirillo, Melis,
Fiorini, Guidi, Giorgi, Lazzari, Grimaldi, Ruggeri, Poli, Bruni, Bassi, Valente, Cocco, Castelli, Gargiulo, Mauro,
Fumagalli, Orlandi, Pepe, Ventura, Catalano, Bertoli, Molinari, Coletta, Bonetti, Di Stefano, Di Marco, Di Lorenzo,
Di Pietro, Di Martino, Di Giovanni, Di Benedetto, Di Natale, Di Matteo, Di Bella, Di Maio, Di Paolo, Di Carlo, De Marco,
De Simone, De Vita, De Martino, De Lucia, De Stefano, De Felice, De Filippo, De Pasquale, De Carlo, De Gregorio,
De Cesare, De Nicola, Del Prete, Del Vecchio, Della Corte, Della Valle, Dalla Costa, D'Agostino, D'Alessandro, D'Andrea,
D'Antonio, D'Onofrio, D'Ambrosio, D'Elia, D'Errico, Lo Presti, Lo Bianco, La Rosa, La Rocca, La Torre, Li Volsi, Abate,
Accardi, Acquaviva, Adami, Agnelli, Agostini, Airoldi, Albanese, Alberti, Albertini, Alfano, Alfieri, Allegri, Aloisi,
Altieri, Amadori, Ambrosini, Amoroso, Andreoli, Angelini, Antonelli, Antonini, Arcuri, Arena, Argento, Armani, Arrigoni,
Aversa, Baldi, Baldini, Balestra, Ballarini, Barbato, Barberis, Bartoli, Bartolini, Basso, Battisti, Bellucci, Belli,
Belloni, Benvenuti, Berardi, Beretta, Bergamaschi, Berti, Bertini, Bertoni, Bettini, Bevilacqua, Biagi, Biagini,
Biagioni, Bini, Biondi, Bisceglia, Boccia, Bolognesi, Bonelli, Bonfanti, Boni, Bonomi, Borghi, Borrelli, Boschi, Bosco,
Bossi, Brambilla, Branca, Brunelli, Brunetti, Busetto, Buzzi, Calabrese, Calabrò, Caldara, Calvi, Campana, Campanella,
Campo, Cannavaro, Cannata, Cantoni, Capasso, Capelli, Cappelli, Carboni, Cardillo, Carella, Carli, Carlucci, Carta,
Casadei, Casagrande, Casale, Casali, Casati, Caselli, Cassano, Castagna, Castaldo, Castellani, Cataldo, Cavalli,
Cavallo, Cavallaro, Ceccarelli, Cecchini, Cellini, Ceresa, Cerri, Cerutti, Cervi, Cesari, Chiesa, Chirico, Ciccone,
Cimino, Cipriani, Citterio, Clerici, Colella, Colli, Collini, Colonna, Comi, Coppi, Corsi, Corsini, Corti, Cosentino,
Cossu, Costanzo, Cozzi, Cremonesi, Crippa, Cristiani, Croce, Cuomo, Cusumano, Dal Pozzo, Damiani, Deiana, Delfino,
Deledda, Dessì, Donato, Fabiani, Fabris, Facchini, Falco, Falcone, Fanelli, Fantini, Farinelli, Fava, Favaro, Fazio,
Federici, Felici, Ferrero, Ferrante, Ferrario, Filippi, Fiorentino, Floris, Foglia, Forte, Forti, Franceschini, Franchi,
Franco, Franzoni, Frigerio, Fusco, Gabrielli, Gaeta, Galante, Galimberti, Gallina, Gambino, Garofalo, Gasparini,
Genovese, Germani, Gervasi, Ghezzi, Giannini, Giglio, Gilardi, Giordani, Girardi, Giusti, Gorini, Granata, Grandi,
Graziani, Grossi, Guarino, Guerrini, Iacono, Iannone, Imperiale, Innocenti, Invernizzi, Izzo, Landi, Lanza, Lauria,
Lazzaro, Leonardi, Leoni, Liguori, Locatelli, Loi, Longhi, Lorusso, Lucchini, Luciani, Lupi, Lupo, Maggi, Magnani,
Maiorano, Malagoli, Mancuso, Manca, Manfredi, Mangano, Mantegna, Marangoni, Marano, Marchese, Marconi, Mari, Marinelli,
Marras, Marrone, Martinez, Masi, Massa, Massari, Mattei, Mauri, Mazzoni, Mele, Meloni, Merli, Merlo, Micheli, Migliore,
Milano, Minelli, Mirabella, Molteni, Monaco, Mondini, Montagna, Morandi, Mori, Moro, Morra, Mosca, Motta, Mura, Murgia,
Napoli, Napolitano, Nardi, Natale, Negro, Nicoletti, Nobile, Novelli, Olivieri, Oliva, Orrù, Pace, Paganini, Palermo,
Palladino, Pandolfi, Panzeri, Paoletti, Paolini, Papa, Pasini, Pasquali, Pastore, Pavan, Pedrini, Pellegri, Perini,
Perna, Perrone, Petrucci, Piazza, Pinna, Pinto, Pirovano, Pisani, Pisano, Pizzi, Porcu, Pozzi, Prandi, Pugliese,
Puglisi, Quaranta, Radaelli, Ramello, Randazzo, Ravasi, Redaelli, Renzi, Ribaudo, Righi, Rigoni, Riccardi, Rocchi,
Rolli, Romagnoli, Romeo, Ronchi, Rosa, Rosati, Rosi, Rota, Rovelli, Rubino, Ruggieri, Sabatini, Salerno, Salvi,
Salvatore, Sansone, Santini, Santi, Saporito, Savino, Scalia, Scarpa, Schiavone, Scotti, Scuderi, Sereni, Sergi,
Sestini, Silvestre, Simonetti, Sironi, Siciliano, Spada, Spano, Spinelli, Stefani, Stella, Storti, Tarantino, Tassi,
Tedesco, Tomasi, Tonelli, Torre, Tosi, Trevisan, Trotta, Turco, Urso, Vacca, Valeri, Vannini, Vecchi, Venturini, Verdi,
Vergani, Veronesi, Viola, Visconti, Viviani, Volpe, Zago, Zambelli, Zanella, Zanetti, Zanini, Zanon, Zappa, Zito, Zorzi,
Zuccaro, Hu, Chen, Singh, Popescu, Hoxha, Diallo",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("it_IT.prefixes.female", "Sig.ra, Dott.ssa, Avv., Prof.ssa");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("it_IT.prefixes.male", "Sig., Dott., Avv., Prof.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("it_IT.suffixes", "junior, senior, II, III");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::commas(
    "it_IT.job_titles.female",
    "
Infermiera, Commessa, Sviluppatrice software, Impiegata amministrativa, Consulente clienti, Maestra elementare,
Autista di camion, Contabile, Segretaria, Direttrice commerciale, Cassiera, Magazziniera, Capo progetto, Cuoca,
Elettricista, Direttrice operativa, Analista finanziaria, Professoressa di liceo, Responsabile di negozio,
Operatrice socio-sanitaria, Analista di dati, Direttrice marketing, Meccanica, Commercialista, Addetta alla selezione,
Muratrice, Receptionist, Falegname, Agente di polizia, Grafica, Medico, Idraulica, Avvocata, Responsabile di prodotto,
Farmacista, Amministratrice di sistema, Ingegnere civile, Assistente sociale, Ingegnere meccanica, Manutentrice,
Autista di autobus, Fisioterapista, Sviluppatrice web, Parrucchiera, Addetta alla logistica, Consulente bancaria,
Agente immobiliare, Saldatrice, Dentista, Segretaria medica, Ingegnere elettrica, Agente assicurativa, Imbianchina,
Addetta agli acquisti, Educatrice, Chimica, Bibliotecaria, Veterinaria, Psicologa, Revisora dei conti, Architetta,
Redattrice, Giornalista, Fotografa, Traduttrice, Consulente aziendale, Tecnica di rete, Amministratrice delegata,
Addetta al controllo di gestione, Tecnica di laboratorio, Biologa, Statistica, Economista, Attuaria, Giardiniera,
Carpentiera, Piastrellista, Panettiera, Macellaia, Cameriera, Direttrice d'albergo, Assistente di volo, Pilota,
Macchinista, Ottica, Ostetrica, Autista di ambulanza, Logopedista, Terapista occupazionale, Dietista, Agricoltrice,
Guardia forestale, Fiorista, Sarta, Orafa, Tecnica del suono, Arredatrice d'interni, Urbanista, Geometra,
Ingegnere ambientale, Notaia, Portalettera, Animatrice, Montatrice video",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::commas(
    "it_IT.job_titles.male",
    "
Infermiere, Commesso, Sviluppatore software, Impiegato amministrativo, Consulente clienti, Maestro elementare,
Autista di camion, Contabile, Segretario, Direttore commerciale, Cassiere, Magazziniere, Capo progetto, Cuoco,
Elettricista, Direttore operativo, Analista finanziario, Professore di liceo, Responsabile di negozio,
Operatore socio-sanitario, Analista di dati, Direttore marketing, Meccanico, Commercialista, Addetto alla selezione,
Muratore, Receptionist, Falegname, Agente di polizia, Grafico, Medico, Idraulico, Avvocato, Responsabile di prodotto,
Farmacista, Amministratore di sistema, Ingegnere civile, Assistente sociale, Ingegnere meccanico, Manutentore,
Autista di autobus, Fisioterapista, Sviluppatore web, Parrucchiere, Addetto alla logistica, Consulente bancario,
Agente immobiliare, Saldatore, Dentista, Segretario medico, Ingegnere elettrico, Agente assicurativo, Imbianchino,
Addetto agli acquisti, Educatore, Chimico, Bibliotecario, Veterinario, Psicologo, Revisore dei conti, Architetto,
Redattore, Giornalista, Fotografo, Traduttore, Consulente aziendale, Tecnico di rete, Amministratore delegato,
Addetto al controllo di gestione, Tecnico di laboratorio, Biologo, Statistico, Economista, Attuario, Giardiniere,
Carpentiere, Piastrellista, Panettiere, Macellaio, Cameriere, Direttore d'albergo, Assistente di volo, Pilota,
Macchinista, Ottico, Ostetrico, Autista di ambulanza, Logopedista, Terapista occupazionale, Dietista, Agricoltore,
Guardia forestale, Fiorista, Sarto, Orafo, Tecnico del suono, Arredatore d'interni, Urbanista, Geometra,
Ingegnere ambientale, Notaio, Portalettere, Animatore, Montatore video",
);

/// Names in the names of streets.
pub static STREETS: List = List::commas(
    "it_IT.streets",
    "
Roma, Garibaldi, Giuseppe Garibaldi, Mazzini, Giuseppe Mazzini, Cavour, Dante Alighieri, Giuseppe Verdi,
Guglielmo Marconi, Vittorio Emanuele II, Umberto I, Matteotti, Giacomo Matteotti, della Repubblica, della Libertà,
XX Settembre, IV Novembre, XXV Aprile, 1° Maggio, 2 Giugno, dei Mille, Milano, Torino, Venezia, Napoli, Firenze, Genova,
Bologna, Palermo, Trieste, Trento, Verona, Padova, Pisa, Ancona, Bari, Cagliari, Piave, Isonzo, Po, Tevere, Adige,
Monte Grappa, Monte Rosa, Etna, Alessandro Manzoni, Giacomo Leopardi, Francesco Petrarca, Giovanni Boccaccio,
Ludovico Ariosto, Torquato Tasso, Ugo Foscolo, Giosuè Carducci, Giovanni Pascoli, Gabriele D'Annunzio, Luigi Pirandello,
Grazia Deledda, Italo Calvino, Cesare Pavese, Leonardo da Vinci, Michelangelo, Raffaello, Tiziano, Caravaggio, Giotto,
Botticelli, Donatello, Gian Lorenzo Bernini, Giacomo Puccini, Gioachino Rossini, Vincenzo Bellini, Gaetano Donizetti,
Antonio Vivaldi, Niccolò Paganini, Arturo Toscanini, Galileo Galilei, Alessandro Volta, Luigi Galvani, Enrico Fermi,
Antonio Meucci, Evangelista Torricelli, Cristoforo Colombo, Marco Polo, Amerigo Vespucci, Aldo Moro, Enrico Berlinguer,
Alcide De Gasperi, Luigi Einaudi, Sandro Pertini, Antonio Gramsci, Piero Gobetti, Salvo D'Acquisto, Giovanni Falcone,
Paolo Borsellino, Maria Montessori, San Francesco, San Giovanni, San Giuseppe, San Marco, San Martino, San Rocco,
Sant'Antonio, Santa Lucia, Santa Maria, Santa Chiara, della Chiesa, del Duomo, del Convento, del Castello, della Torre,
delle Mura, del Mercato, della Stazione, delle Scuole, dell'Ospedale, del Municipio, del Molino, della Fontana,
del Pozzo, del Ponte, del Porto, del Mare, del Lago, del Bosco, dei Pini, dei Tigli, degli Olmi, dei Platani,
delle Acacie, dei Gelsomini, delle Rose, delle Mimose, dei Ciliegi, degli Ulivi, delle Querce, dei Castagni,
delle Rondini, dell'Industria, dell'Artigianato, del Lavoro, della Pace, Europa, Kennedy, Nazionale",
);

/// First words of street names, commonest first.
pub static STREET_SUFFIXES: List =
    List::commas("it_IT.street_suffixes", "Via, Viale, Piazza, Corso, Vicolo, Strada, Largo, Piazzale");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List = List::commas(
    "it_IT.company_suffixes",
    "S.r.l., S.p.A., S.n.c., S.a.s., S.r.l.s., & Figli, & C. S.n.c., Soc. Coop.",
);

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "it_IT.wild_mail",
    "gmail.com, libero.it, hotmail.it, virgilio.it, alice.it, tiscali.it, outlook.it, yahoo.it",
);
