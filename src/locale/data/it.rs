//! Words of the Italian language: companies, products and running text.

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "it.company_nouns",
    "
Logistica, Consulenza, Industrie, Sistemi, Informatica, Energia, Costruzioni, Trasporti, Tessuti, Elettronica,
Ingegneria, Media, Sanità, Ottica, Imballaggi, Servizi, Distribuzione, Immobiliare, Assicurazioni, Meccanica,
Arredamenti, Grafica, Alimentari, Panificio, Vini, Oleificio, Giardini, Autoveicoli, Sicurezza, Telecomunicazioni,
Design, Falegnameria, Acciai, Vetreria, Cartiera, Plastica, Viaggi, Sport, Formazione, Chimica, Ceramiche, Pelletteria",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "it.industries",
    "
Aerospazio, Agricoltura, Alimentare, Architettura, Arredamento, Assicurazioni, Automobilistico, Bancario, Biotecnologie,
Calzature, Cantieristica navale, Carta, Ceramica, Chimica, Commercio al dettaglio, Commercio all'ingrosso, Consulenza,
Cosmetica, Costruzioni, Cultura, Editoria, Elettronica, Energia, Energie rinnovabili, Farmaceutica, Ferroviario,
Formazione, Gestione dei rifiuti, Gioielleria, Immobiliare, Informatica, Ingegneria, Istruzione, Legno, Logistica,
Macchinari, Meccanica, Media, Metallurgia, Moda, Pelletteria, Pesca, Plastica, Pubblicità, Ricerca, Ristorazione,
Risorse umane, Sanità, Servizi legali, Sicurezza, Sport, Telecomunicazioni, Tessile, Trasporti, Turismo, Viticoltura",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "it.departments",
    "
Vendite, Marketing, Finanza, Risorse umane, Ingegneria, Operazioni, Assistenza clienti, Ufficio legale, Acquisti,
Informatica, Prodotto, Ricerca, Qualità, Logistica, Produzione, Comunicazione, Sicurezza, Servizi generali, Dati,
Formazione",
);

/// Catch phrases are a feminine noun in the plural, an adjective that agrees, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "it.slogan_heads",
    "
Idee, Soluzioni, Strategie, Macchine, Energie, Materie, Piattaforme, Risposte, Alleanze, Tecniche, Forme, Linee, Reti,
Esperienze, Proposte, Strade, Scelte, Risorse, Opportunità, Tecnologie",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "it.slogan_middles",
    "
sostenibili, semplici, chiare, solide, sicure, innovative, giuste, locali, moderne, aperte, rapide, responsabili,
flessibili, utili, vive, affidabili, eleganti, connesse, precise, naturali, intelligenti, nuove, forti, vicine",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "it.slogan_tails",
    "
per domani, per tutti, per ogni giorno, su misura, al vostro fianco, con passione, con fiducia, da sempre,
per il futuro, per l'industria, per i vostri progetti, per la vostra squadra, vicino a casa, senza giri di parole,
senza confini, con cura, tutto l'anno, in tutta Italia, dall'inizio alla fine, fatte per durare",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "it.products",
    "
Mobili|30|1500|Tavolo, Sedia, Scrivania, Libreria, Sgabello, Credenza, Panca, Comodino, Armadio, Tavolino|rovere, noce, pino, faggio, acciaio, bambù
Illuminazione|10|300|Lampada da scrivania, Lampada da terra, Lampada a sospensione, Applique, Lampada da tavolo, Lanterna, Lampada da lettura, Faretto|ottone, vetro, carta, alluminio, ceramica, lino
Cucina|5|250|Bollitore, Casseruola, Padella, Tagliere, Ciotola, Teiera, Ceppo portacoltelli, Insalatiera, Macinapepe, Tortiera|acciaio inox, ghisa, rame, faggio, smalto, vetro
Stoviglie|3|120|Piatto, Tazza, Scodella, Tazzina da caffè, Vassoio, Brocca, Burriera, Portacandele|porcellana, gres, vetro, bambù, ceramica, ardesia
Tessili per la casa|8|220|Coperta, Cuscino, Asciugamano, Tovaglia, Tenda, Lenzuolo, Accappatoio, Tappeto|cotone, lino, lana, velluto, cashmere, bambù
Abbigliamento|10|400|Camicia, Giacca, Maglione, Sciarpa, Pantaloni, Vestito, Cappotto, Cardigan, Gonna, Gilet|cotone, lana, lino, denim, seta, pile
Calzature|25|350|Stivali, Sneaker, Sandali, Mocassini, Scarpe da corsa, Pantofole, Scarponi, Zoccoli|pelle, camoscio, tela, gomma, feltro, nylon
Borse|15|450|Zaino, Borsetta, Valigia, Portafoglio, Tracolla, Beauty case, Borsa di tela, Custodia per portatile|pelle, tela, nylon, feltro, cotone, sughero
Audio|20|900|Cuffie, Altoparlante, Giradischi, Microfono, Amplificatore, Soundbar, Radio, Auricolari|alluminio, noce, carbonio, plastica, bambù, titanio
Informatica|10|1800|Tastiera, Mouse, Supporto per monitor, Supporto per portatile, Webcam, Docking station, Stampante, Tablet|alluminio, plastica, noce, magnesio, acciaio, carbonio
Giardino|6|600|Annaffiatoio, Fioriera, Sedia da giardino, Vanga, Ombrellone, Braciere, Casetta per uccelli, Amaca|acciaio, teak, terracotta, zinco, cedro, rattan
Utensili|4|500|Martello, Cacciavite, Trapano, Livella, Pinza, Cassetta degli attrezzi, Banco da lavoro, Sega|acciaio, frassino, fibra di vetro, alluminio, titanio, gomma
Giocattoli|5|150|Puzzle, Costruzioni, Bambola, Trenino, Aquilone, Trottola, Cavallo a dondolo, Gioco da tavolo|legno, cotone, plastica, feltro, cartone, gomma
Sport|8|1200|Tappetino da yoga, Manubrio, Racchetta da tennis, Pallone, Casco da bici, Corda per saltare, Snowboard, Tenda da campeggio|gomma, sughero, carbonio, nylon, alluminio, pelle
Ufficio|2|180|Taccuino, Penna stilografica, Astuccio, Cucitrice, Vaschetta portadocumenti, Calendario, Organizer, Righello|carta, pelle, ottone, sughero, noce, acciaio
Gioielli|15|2500|Anello, Collana, Bracciale, Orecchini, Spilla, Gemelli, Orologio, Ciondolo|argento, oro, titanio, acciaio, pelle, madreperla",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "it.colours",
    "
Nero, Bianco, Grigio, Rosso, Blu, Verde, Giallo, Arancione, Viola, Rosa, Marrone, Beige, Turchese, Blu navy,
Verde oliva, Bordeaux, Oro, Argento, Menta, Corallo, Avorio, Antracite, Lilla, Senape, Sabbia",
);

/// Nouns of running text, each with its article.
pub static NOUNS: List = List::commas(
    "it.nouns",
    "
l'acqua, l'aereo, l'albergo, l'albero, l'alunno, l'amica, l'amico, l'anello, l'architetto, l'aria, l'artista, l'attore,
l'autobus, l'autore, la bambina, il bambino, la banca, il bar, la barca, il biglietto, la bicicletta, il bosco,
la bottiglia, il caffè, la camera, la camicia, la campagna, la campana, il cane, il cantante, la canzone, il capitano,
il cappello, la carta, la casa, il castello, il cavallo, la cena, la chiave, la chiesa, la chitarra, il cielo,
il cinema, la città, il cliente, la collina, il colore, il concerto, il consiglio, il contratto, il coltello, la costa,
il cugino, il cuoco, il direttore, il disegno, il dottore, l'edificio, l'erba, l'esame, l'estate, la fabbrica,
la famiglia, la farfalla, la festa, la figlia, il figlio, la finestra, il fiore, il fiume, la foglia, la fontana,
il formaggio, la foto, il fratello, il frutto, il fuoco, il gatto, il gelato, il giardino, il giornale, il giorno,
il gioco, il giudice, l'idea, l'ingegnere, l'inverno, l'isola, il lago, la lampada, il latte, il lavoro, la lettera,
la lezione, il libro, la lingua, la luce, la luna, la macchina, la madre, il maestro, la mano, il mare, il mattino,
il medico, la mela, il mercato, il mese, il messaggio, il mondo, la montagna, il mulino, il muro, il museo, la musica,
il nome, la neve, la notizia, la notte, la nuvola, il nonno, la nonna, l'onda, l'ora, l'orologio, l'ospedale, il padre,
il pane, il panettiere, il parco, la parola, il pesce, la piazza, il pianoforte, il piatto, la pietra, la pioggia,
il pittore, la poesia, il poeta, il ponte, la porta, il porto, il prezzo, la primavera, il problema, il professore,
il progetto, il quaderno, il quadro, la ragazza, il ragazzo, il regalo, il re, la regina, il ristorante, la rosa,
la sala, la scala, la scarpa, lo scrittore, la scuola, il segreto, la sera, il silenzio, il sindaco, il sogno, il sole,
la sorella, lo specchio, la spiaggia, la stanza, la stazione, la stella, la storia, la strada, lo studente, la tavola,
il tavolo, la tazza, il teatro, la tempesta, la terra, il tetto, la torre, il treno, il turista, l'uccello, l'ufficio,
la valigia, il vento, il vestito, il viaggio, il vicino, la vicina, il villaggio, il vino, la voce, lo zio, lo zucchero",
);

/// Transitive verbs, third person singular.
pub static VERBS: List = List::commas(
    "it.verbs",
    "
accetta, accompagna, acquista, aiuta, ama, ammira, annuncia, apre, ascolta, aspetta, assaggia, attraversa, avverte,
cambia, capisce, cerca, chiama, chiude, colora, compra, conosce, conserva, consiglia, controlla, copre, corregge,
costruisce, crea, cura, decora, descrive, dimentica, dipinge, dirige, disegna, difende, evita, esamina, esplora, filma,
fotografa, guarda, guida, immagina, impara, incontra, indica, invita, lancia, lascia, lava, legge, manda, migliora,
misura, mostra, nasconde, nota, offre, ordina, organizza, osserva, paga, pesa, porta, prende, prepara, presenta, presta,
protegge, prova, pulisce, racconta, raggiunge, regala, ricorda, riconosce, ripara, ripete, rispetta, ritrova, salva,
saluta, sceglie, scopre, scrive, segue, sente, serve, sogna, sorprende, sostiene, spiega, spinge, stupisce, studia,
suona, taglia, tiene, trova, unisce, usa, vede, vende, vince, visita, vuole",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::commas(
    "it.adverbs",
    "
adesso, allegramente, ancora, appena, attentamente, bene, chiaramente, continuamente, davvero, discretamente, domani,
dolcemente, facilmente, finalmente, forse, gentilmente, già, gradualmente, immediatamente, insieme, lentamente,
liberamente, normalmente, oggi, orgogliosamente, ormai, pazientemente, poi, presto, prudentemente, quasi, raramente,
regolarmente, seriamente, segretamente, semplicemente, sempre, silenziosamente, solitamente, spesso, subito, talvolta,
tardi, tranquillamente, velocemente, volentieri",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "it.times",
    "
a mezzogiorno, all'alba, alla fine, al tramonto, a volte, d'estate, d'inverno, da ieri, di notte, di tanto in tanto,
dopo cena, dopo un po', durante la notte, in autunno, in primavera, il giorno dopo, il lunedì, la domenica, ogni anno,
ogni mattina, più tardi, poco dopo, prima di cena, questa mattina, questa settimana, stasera, una volta al mese,
un bel giorno",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "it.sentences",
    "
S V O.
S V A O.
T, S V O.
S V O e V O.
S V O, ma S V O.
T, S V A O.
Quando S V O, S V O.
Poiché S V O, S V O.",
);
