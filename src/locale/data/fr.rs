//! Words of the French language: companies, products and running text.

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "fr.company_nouns",
    "
Logistique, Conseil, Industries, Systèmes, Informatique, Énergie, Bâtiment, Transports, Textile, Électronique,
Ingénierie, Médias, Santé, Optique, Emballages, Services, Distribution, Immobilier, Assurances, Mécanique, Meubles,
Imprimerie, Agroalimentaire, Boulangerie, Vins, Jardins, Automobiles, Sécurité, Télécoms, Design, Menuiserie, Acier,
Verre, Papiers, Plastiques, Voyages, Sports, Formation, Chimie, Nautisme",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "fr.industries",
    "
Aéronautique, Agriculture, Agroalimentaire, Architecture, Assurance, Automobile, Banque, Bâtiment, Biotechnologies,
Bois et papier, Chimie, Commerce de détail, Commerce de gros, Conseil, Construction navale, Cosmétiques, Culture,
Distribution, Éducation, Électronique, Énergie, Environnement, Équipements médicaux, Événementiel, Ferroviaire,
Formation, Gestion des déchets, Hôtellerie et restauration, Immobilier, Informatique, Ingénierie, Logistique, Luxe,
Matériaux, Mécanique, Médias, Métallurgie, Mode, Plasturgie, Pharmacie, Presse et édition, Publicité, Recherche,
Ressources humaines, Santé, Sécurité, Services juridiques, Sport, Télécommunications, Textile, Tourisme, Transports,
Viticulture",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "fr.departments",
    "
Ventes, Marketing, Finances, Ressources humaines, Ingénierie, Opérations, Service client, Juridique, Achats,
Informatique, Produits, Recherche, Qualité, Logistique, Production, Communication, Sécurité, Moyens généraux, Données,
Formation",
);

/// Catch phrases are a feminine noun in the plural, an adjective that agrees, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "fr.slogan_heads",
    "
Des idées, Des solutions, Des méthodes, Des stratégies, Des machines, Des énergies, Des matières, Des plateformes,
Des rencontres, Des équipes, Des réponses, Des alliances, Des données, Des ressources, Des techniques, Des saveurs,
Des couleurs, Des lignes, Des formes, Des adresses",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "fr.slogan_middles",
    "
durables, simples, claires, solides, sûres, innovantes, justes, locales, modernes, ouvertes, rapides, responsables,
souples, utiles, vivantes, fiables, élégantes, connectées, précises, naturelles, engagées, intelligentes, nouvelles,
fortes",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "fr.slogan_tails",
    "
pour demain, pour tous, au quotidien, à votre mesure, à vos côtés, avec passion, dès aujourd'hui, depuis toujours,
en toute confiance, en toute simplicité, pour l'avenir, pour l'industrie, pour vos projets, pour vos équipes,
près de chez vous, sans détour, sans frontières, tout simplement, toute l'année, partout en France",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "fr.products",
    "
Meubles|30|1500|Table, Chaise, Bureau, Bibliothèque, Tabouret, Buffet, Banc, Table de chevet, Armoire, Table basse|chêne, noyer, pin, hêtre, acier, bambou
Luminaires|10|300|Lampe de bureau, Lampadaire, Suspension, Applique, Lampe de table, Lanterne, Liseuse, Spot|laiton, verre, papier, aluminium, céramique, lin
Cuisine|5|250|Bouilloire, Casserole, Poêle, Planche à découper, Jatte, Théière, Bloc à couteaux, Saladier, Moulin à poivre, Moule à gâteau|inox, fonte, cuivre, hêtre, émail, verre
Vaisselle|3|120|Assiette, Tasse, Bol, Tasse à expresso, Plateau, Cruche, Beurrier, Bougeoir|porcelaine, grès, verre, bambou, céramique, ardoise
Linge de maison|8|220|Couverture, Coussin, Serviette, Nappe, Rideau, Drap, Peignoir, Tapis|coton, lin, laine, velours, cachemire, bambou
Vêtements|10|400|Chemise, Veste, Pull, Écharpe, Pantalon, Robe, Manteau, Cardigan, Jupe, Gilet|coton, laine, lin, denim, soie, polaire
Chaussures|25|350|Bottes, Baskets, Sandales, Mocassins, Chaussures de course, Chaussons, Chaussures de marche, Sabots|cuir, daim, toile, caoutchouc, feutre, nylon
Bagagerie|15|450|Sac à dos, Sac à main, Valise, Portefeuille, Besace, Trousse de toilette, Cabas, Housse d'ordinateur|cuir, toile, nylon, feutre, coton, liège
Audio|20|900|Casque, Enceinte, Platine, Microphone, Amplificateur, Barre de son, Radio, Écouteurs|aluminium, noyer, carbone, plastique, bambou, titane
Informatique|10|1800|Clavier, Souris, Support d'écran, Support d'ordinateur, Webcam, Station d'accueil, Imprimante, Tablette|aluminium, plastique, noyer, magnésium, acier, carbone
Jardin|6|600|Arrosoir, Jardinière, Chaise de jardin, Bêche, Parasol, Brasero, Nichoir, Hamac|acier, teck, terre cuite, zinc, cèdre, rotin
Outillage|4|500|Marteau, Tournevis, Perceuse, Niveau à bulle, Pince, Caisse à outils, Établi, Scie|acier, frêne, fibre de verre, aluminium, titane, caoutchouc
Jouets|5|150|Puzzle, Cubes, Poupée, Petit train, Cerf-volant, Toupie, Cheval à bascule, Jeu de société|bois, coton, plastique, feutre, carton, caoutchouc
Sport|8|1200|Tapis de yoga, Haltère, Raquette de tennis, Ballon, Casque de vélo, Corde à sauter, Snowboard, Tente|caoutchouc, liège, carbone, nylon, aluminium, cuir
Papeterie|2|180|Carnet, Stylo à plume, Trousse, Agrafeuse, Bac à courrier, Calendrier, Organiseur, Règle|papier, cuir, laiton, liège, noyer, acier
Bijoux|15|2500|Bague, Collier, Bracelet, Boucles d'oreilles, Broche, Boutons de manchette, Montre, Pendentif|argent, or, titane, acier, cuir, nacre",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "fr.colours",
    "
Noir, Blanc, Gris, Rouge, Bleu, Vert, Jaune, Orange, Violet, Rose, Marron, Beige, Turquoise, Bleu marine, Olive,
Bordeaux, Or, Argent, Menthe, Corail, Ivoire, Anthracite, Lilas, Moutarde, Sable",
);

/// Nouns of running text, each with its article.
pub static NOUNS: List = List::commas(
    "fr.nouns",
    "
l'acteur, l'adresse, l'aéroport, l'ami, l'arbre, l'armoire, l'artiste, l'assiette, l'auteur, l'avenir, l'avion,
la balle, la banque, le bateau, le bâtiment, le beurre, la bibliothèque, le billet, le bois, la boîte, le boulanger,
la bouteille, la boutique, le bruit, le bureau, le café, le cahier, la campagne, le capitaine, la carte, le chanteur,
la chanson, le chapeau, le chat, le château, le chemin, la chemise, le cheval, le chien, le ciel, le cinéma, la clé,
le client, la cloche, la colline, le concert, le conseil, le contrat, la côte, la couleur, la cour, le cousin,
le couteau, la cuisine, la danse, le dessin, le directeur, le docteur, l'eau, l'école, l'écrivain, l'église, l'élève,
l'enfant, l'équipe, l'escalier, l'étage, l'été, l'étoile, l'étudiant, la famille, la fenêtre, la ferme, la fête, le feu,
la feuille, la fille, le film, le fleuve, la fleur, la forêt, le frère, le fromage, le fruit, la gare, le gâteau,
le gardien, la grand-mère, la guitare, l'habitude, l'herbe, l'heure, l'histoire, l'hiver, l'homme, l'hôpital, l'hôtel,
l'idée, l'île, l'image, l'ingénieur, le jardin, le jeu, le jour, le journal, le juge, le lac, la lampe, la langue,
la leçon, la lettre, le lit, le livre, la lune, la machine, le magasin, la main, la maison, le maire, le marché,
le matin, le médecin, la mer, le message, la mère, le miroir, le mois, le monde, la montagne, le mot, le mur, le musée,
la musique, la neige, la nuit, l'oiseau, l'oncle, l'orage, la page, le pain, le palais, le panier, le papier, le parc,
la parole, le pays, le peintre, le père, la photo, la phrase, le piano, la pierre, la place, la plage, le plan,
la plante, la pluie, la poche, le poème, le poisson, la pomme, le pont, le port, la porte, le prix, le problème,
le professeur, le projet, la promesse, la question, la récolte, le repas, la réponse, le rêve, la rivière, la robe,
la route, la rue, le sac, la saison, la salle, le secret, la semaine, le silence, la sœur, le soir, le soleil, la soupe,
le spectacle, le stylo, la surprise, la table, le tableau, la tasse, le temps, la terre, le théâtre, le ticket, le toit,
la tour, le train, le travail, l'usine, la vague, la valise, le vélo, le vent, la viande, la vie, la ville, le village,
le visiteur, le voisin, la voisine, la voiture, la voix, le voyage",
);

/// Transitive verbs, third person singular.
pub static VERBS: List = List::commas(
    "fr.verbs",
    "
accepte, accompagne, achète, admire, aide, aime, améliore, apporte, apprend, attend, attire, cache, change, cherche,
choisit, comprend, compte, connaît, construit, contrôle, corrige, coupe, couvre, crée, découvre, décrit, défend,
demande, dépasse, dessine, devine, dirige, donne, écoute, écrit, emballe, emprunte, entend, envoie, espère, étudie,
évite, examine, explique, explore, ferme, fête, filme, finit, gagne, garde, goûte, guide, imagine, invite, lance, lave,
lit, livre, mène, mesure, montre, nettoie, note, offre, organise, oublie, ouvre, partage, peint, photographie, porte,
prend, prépare, présente, protège, quitte, raconte, range, reçoit, reconnaît, regarde, remarque, remplace, remplit,
rencontre, répare, répète, respecte, retrouve, salue, sauve, sert, soigne, soulève, soutient, suit, surprend, surveille,
termine, tient, traverse, trouve, utilise, vend, vérifie, visite, voit",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::commas(
    "fr.adverbs",
    "
aussitôt, autrefois, bientôt, calmement, clairement, discrètement, doucement, encore, enfin, facilement, fièrement,
finalement, gentiment, habituellement, immédiatement, joyeusement, lentement, librement, longtemps, parfois, patiemment,
poliment, presque, prudemment, rapidement, rarement, régulièrement, sagement, secrètement, sérieusement, simplement,
soigneusement, soudain, souvent, tendrement, toujours, tranquillement, vite, vivement, volontiers",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "fr.times",
    "
à l'aube, à midi, après le déjeuner, au printemps, aujourd'hui, avant la nuit, ce matin, ce soir, chaque année,
chaque matin, cette semaine, de temps en temps, demain, depuis hier, en automne, en été, en hiver, le dimanche,
le lendemain, le lundi, le soir venu, pendant la nuit, peu après, plus tard, quelques jours plus tard, un beau jour,
une fois par mois",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "fr.sentences",
    "
S V O.
S V A O.
T, S V O.
S V O et V O.
S V O, mais S V O.
T, S V A O.
Quand S V O, S V O.
Puisque S V O, S V O.",
);
