//! Names and words of France, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "fr_FR.first_names.female",
    "
Marie, Nathalie, Isabelle, Sylvie, Catherine, Françoise, Martine, Christine, Monique, Valérie, Sandrine, Nicole,
Stéphanie, Sophie, Anne, Céline, Véronique, Chantal, Jacqueline, Julie, Patricia, Aurélie, Laurence, Émilie, Christelle,
Brigitte, Annie, Virginie, Florence, Camille, Corinne, Élodie, Laura, Sarah, Pauline, Mélanie, Dominique, Caroline,
Élisabeth, Michèle, Delphine, Danielle, Claire, Audrey, Léa, Jeanne, Manon, Evelyne, Denise, Jennifer, Marine, Mathilde,
Hélène, Yvette, Karine, Emma, Cécile, Agnès, Laetitia, Josiane, Bernadette, Claudine, Ginette, Chloé, Odile, Amandine,
Andrée, Simone, Marion, Colette, Fabienne, Béatrice, Charlotte, Muriel, Geneviève, Justine, Lucie, Alice, Inès, Louise,
Madeleine, Carole, Mireille, Clara, Morgane, Anaïs, Sabrina, Joëlle, Marguerite, Liliane, Jessica, Nadine, Jade, Lola,
Océane, Juliette, Eva, Alexandra, Estelle, Magali, Solange, Paulette, Raymonde, Lucienne, Sabine, Elsa, Myriam, Margaux,
Mégane, Émeline, Coralie, Gaëlle, Yasmine, Ophélie, Noémie, Clémence, Romane, Zoé, Agathe, Lina, Rose, Ambre, Anna,
Mila, Julia, Lou, Inaya, Louna, Léonie, Victoire, Apolline, Capucine, Constance, Gabrielle, Garance, Adèle, Axelle,
Barbara, Blandine, Bérénice, Candice, Cassandra, Clarisse, Clotilde, Cynthia, Daphné, Diane, Dorothée, Édith, Éléonore,
Élise, Éloïse, Emmanuelle, Eugénie, Fanny, Faustine, Flavie, Fleur, Flore, Francine, Frédérique, Gisèle, Gwenaëlle,
Héloïse, Henriette, Hortense, Huguette, Ingrid, Irène, Iris, Jeannine, Joséphine, Josette, Judith, Karima, Khadija,
Fatima, Fatiha, Aïcha, Samira, Nadia, Leïla, Malika, Salma, Nour, Aminata, Fatoumata, Awa, Mariama, Kenza, Sonia, Lydie,
Lysiane, Maëlle, Maëlys, Maeva, Marcelle, Marianne, Marlène, Marthe, Maryse, Maud, Mélissa, Micheline, Murielle, Nina,
Nolwenn, Odette, Olivia, Pascale, Perrine, Philippine, Rachel, Raphaëlle, Régine, Rolande, Rosalie, Roxane, Ségolène,
Séverine, Sidonie, Solène, Suzanne, Sylvaine, Tatiana, Thérèse, Tiphaine, Valentine, Vanessa, Victoria, Violette,
Viviane, Yolande, Yvonne, Aurore, Angélique, Annick, Arlette, Astrid, Aude, Bénédicte, Carine, Cathy, Élena, Enora,
Lana, Lise, Lison, Mathilda",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "fr_FR.first_names.male",
    "
Jean, Pierre, Michel, Philippe, Alain, Nicolas, Christophe, Patrick, Daniel, Bernard, Christian, Frédéric, Laurent,
Stéphane, Éric, David, Julien, Thomas, Pascal, Sébastien, Gérard, Jacques, Olivier, Thierry, Alexandre, Claude,
François, Didier, Dominique, Vincent, Kevin, Jérôme, Maxime, Guillaume, Antoine, Bruno, Gilles, Anthony, Romain, Serge,
André, Fabrice, Franck, Marc, Benjamin, Quentin, Jonathan, Hervé, Clément, Francis, Mathieu, Cédric, Florian, Patrice,
Benoît, Arnaud, Denis, Damien, Yves, Alexis, Ludovic, Roger, Rémi, Hugo, Lucas, Adrien, Paul, Fabien, Joël, Grégory,
Emmanuel, Robert, Xavier, Marcel, Georges, René, Louis, Maurice, Henri, Raymond, Charles, Joseph, Roland, Jérémy, Théo,
Simon, Valentin, Baptiste, Jordan, Dylan, Léo, Enzo, Nathan, Arthur, Jules, Gabriel, Raphaël, Adam, Ethan, Mathis, Tom,
Noah, Louka, Sacha, Victor, Martin, Gaspard, Timéo, Maël, Liam, Eliott, Aaron, Naël, Mohamed, Ibrahim, Rayan, Amine,
Ismaël, Karim, Rachid, Mustapha, Ahmed, Ali, Youssef, Mehdi, Samir, Nabil, Farid, Hakim, Abdel, Mamadou, Moussa,
Ousmane, Cheikh, Bakary, Aboubacar, Sofiane, Bilal, Yanis, Ilyès, Samuel, Tristan, Corentin, Dorian, Esteban, Evan,
Loïc, Yann, Erwan, Gwendal, Ronan, Tanguy, Malo, Titouan, Gaël, Joris, Killian, Loris, Bastien, Robin, Rémy, Axel,
Basile, Augustin, Auguste, Achille, Anatole, Armand, Aurélien, Aymeric, Barnabé, Bertrand, Brice, Carl, Célestin, César,
Côme, Constantin, Cyprien, Cyril, Cyrille, Donovan, Édouard, Edgar, Edmond, Élie, Élias, Émile, Émilien, Ernest,
Étienne, Eugène, Félix, Ferdinand, Fernand, Firmin, Florent, Flavien, Gaston, Gauthier, Geoffroy, Germain, Ghislain,
Gilbert, Grégoire, Guy, Gustave, Hector, Hippolyte, Honoré, Hubert, Hugues, Ivan, Jacky, Jean-Baptiste, Jean-Claude,
Jean-Luc, Jean-Marc, Jean-Marie, Jean-Michel, Jean-Paul, Jean-Philippe, Jean-Pierre, Joachim, Johan, Jonas, Justin,
Lambert, Léandre, Lenny, Léon, Léonard, Léopold, Lilian, Lionel, Luc, Lucien, Manuel, Marceau, Marius, Matéo, Mathias,
Maximilien, Melvin, Mickaël, Nathanaël, Noé, Norbert, Octave, Oscar, Pablo, Pacôme, Paulin, Régis, Renaud, Richard,
Rodolphe, Romuald, Samy, Sylvain, Teddy, Thibault, Timothée, Tony, Ulysse, Valère, Wilfried, William, Yannick, Yohan,
Yvan, Zacharie, Aubin, Albert, Alban, Alfred, Ambroise",
);

/// Family names.
pub static LAST: List = List::commas(
    "fr_FR.last_names",
    "
Martin, Bernard, Thomas, Petit, Robert, Richard, Durand, Dubois, Moreau, Laurent, Simon, Michel, Lefèvre, Leroy, Roux,
David, Bertrand, Morel, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Rousseau, Vincent, Muller, Lefebvre, Faure,
André, Mercier, Blanc, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia, Perrin, Robin, Clément,
Morin, Nicolas, Henry, Roussel, Mathieu, Gautier, Masson, Marchand, Duval, Denis, Dumont, Marie, Lemaire, Noël, Meyer,
Dufour, Meunier, Brun, Blanchard, Giraud, Joly, Rivière, Lucas, Brunet, Gaillard, Barbier, Arnaud, Martinez, Gérard,
Roche, Renard, Schmitt, Roy, Leroux, Colin, Vidal, Caron, Picard, Roger, Fabre, Aubert, Lemoine, Renaud, Dumas, Lacroix,
Olivier, Philippe, Bourgeois, Pierre, Benoît, Rey, Leclerc, Payet, Rolland, Leclercq, Guillaume, Lecomte, Lopez, Jean,
Dupuy, Guillot, Hubert, Berger, Carpentier, Sanchez, Dupuis, Moulin, Louis, Deschamps, Huet, Vasseur, Perez, Boucher,
Fleury, Royer, Klein, Jacquet, Adam, Paris, Poirier, Marty, Aubry, Guyot, Carré, Charles, Renault, Charpentier, Ménard,
Maillard, Baron, Bertin, Bailly, Hervé, Schneider, Fernandez, Le Gall, Collet, Léger, Bouvier, Julien, Prévost, Millet,
Perrot, Daniel, Le Roux, Cousin, Germain, Breton, Besson, Langlois, Rémy, Le Goff, Pelletier, Lévêque, Perrier, Leblanc,
Barré, Lebrun, Marchal, Weber, Mallet, Hamon, Boulanger, Jacob, Monnier, Michaud, Rodriguez, Guichard, Gillet, Étienne,
Grondin, Poulain, Tessier, Chevallier, Collin, Chauvin, Da Silva, Bouchet, Gay, Lemaître, Bénard, Maréchal, Humbert,
Reynaud, Antoine, Hoarau, Perret, Barthélemy, Cordier, Pichon, Lejeune, Gilbert, Lamy, Delaunay, Pasquier, Carlier,
Laporte, Gros, Buisson, Allard, Laine, Maillot, Nguyen, Albert, Bigot, Camus, Couturier, Coulon, Briand, Hardy, Hebert,
Jacques, Besnard, Guilbert, Ferrand, Pons, Rossi, Duhamel, Bodin, Verdier, Blondel, Gonzalez, Pereira, Ferreira,
Fernandes, Rodrigues, Gomes, Dos Santos, Alves, Lopes, Ribeiro, Pinto, Teixeira, Martins, Costa, Navarro, Gomez, Ruiz,
Torres, Moreno, Diaz, Ramos, Munoz, Romero, Delgado, Serrano, Marin, Blanco, Traoré, Diallo, Diop, Ndiaye, Fall, Sow,
Ba, Coulibaly, Keita, Camara, Cissé, Touré, Sissoko, Konaté, Benali, Haddad, Saidi, Amrani, Bouzid, Belkacem, Mansouri,
Cherif, Hamdi, Khelifi, Slimani, Ziani, Tran, Pham, Le, Huynh, Chen, Wang, Zhang, Kowalski, Nowak, Ferrari, Bianchi,
Lombardi, Moretti, Ricci, Schmidt, Keller, Becker, Hoffmann, Wagner, Fischer, Roth, Schwartz, Zimmermann, Kuntz, Haas,
Walter, Vogel, Meier, Huber, Bauer, Vandamme, Delattre, Descamps, Devos, Lefranc, Leroi, Carton, Delannoy, Dubus,
Flament, Lecocq, Leconte, Ledoux, Leduc, Lefort, Legros, Lelong, Lenoir, Lepage, Leray, Letellier, Levasseur, Levy,
Cohen, Loiseau, Lombard, Louvet, Macé, Magnier, Mahé, Mangin, Marais, Marion, Martel, Martineau, Mary, Mas, Maurel,
Maurin, Maury, Mayer, Merle, Merlin, Mignot, Millot, Monnet, Morand, Morvan, Mouton, Munier, Neveu, Normand, Ollivier,
Page, Parent, Parmentier, Pascal, Pasquet, Paul, Pellerin, Péron, Petitjean, Pineau, Poisson, Pommier, Potier, Poulet,
Prat, Prigent, Proust, Prunier, Raymond, Raynal, Regnier, Ricard, Rigaud, Riou, Rocher, Romain, Rose, Rossignol,
Rougier, Rousset, Sabatier, Salaün, Salmon, Samson, Sauvage, Savary, Seguin, Sellier, Soulier, Tanguy, Tardy, Tavernier,
Terrier, Texier, Thibault, Thierry, Tissot, Tournier, Toussaint, Turpin, Vacher, Vaillant, Valentin, Valette, Vallet,
Verger, Vernet, Vial, Vigneron, Villard, Vivier, Voisin, Abadie, Allain, Alvarez, Andrieu, Arnould, Astier, Auger,
Auvray, Avril, Babin, Barbe, Bardet, Barreau, Barret, Bastide, Bataille, Baudin, Baudry, Bazin, Beaufils, Beaumont,
Bellanger, Benoist, Bérard, Bernier, Berthelot, Berthier, Billard, Binet, Blaise, Blanchet, Blin, Blondeau, Blot,
Bocquet, Boisson, Boivin, Bonhomme, Bonneau, Bonnin, Bordes, Bouchard, Boudet, Bouquet, Bourdin, Bourdon, Bourguignon,
Bousquet, Boutin, Brault, Bresson, Brossard, Bruneau, Brunel, Cadet, Calvet, Cardon, Carrère, Cartier, Castel, Chabert,
Chambon, Champion, Chapuis, Charbonnier, Charrier, Chartier, Châtelain, Chauvet, Chollet, Chrétien, Claude, Clavel,
Clerc, Cochet, Colas, Combes, Comte, Constant, Cornu, Corre, Coste, Courtois, Crépin, Cros, Dejean, Delage, Delahaye,
Delaporte, Delmas, Delorme, Devaux, Didier, Doucet, Drouet, Dubourg, Dubreuil, Duchêne, Duclos, Dujardin, Dumoulin,
Dupin, Duprat, Dupré, Duret, Esnault, Évrard, Faivre, Favier, Favre, Fayolle, Félix, Ferrier, Ferry, Forestier, Fortin,
Foucher, Fouquet, Gabriel, Galland, Gallet, Gaudin, Geoffroy, Georges, Gervais, Gicquel, Gilles, Godard, Godefroy,
Gosselin, Goujon, Grandjean, Granger, Granier, Grégoire, Grenier, Grosjean, Guégan, Guibert, Guignard, Guillemot,
Guillet, Guillon, Guillou, Guitton, Guyon",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("fr_FR.prefixes.female", "Mme, Dr, Me");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("fr_FR.prefixes.male", "M., Dr, Me");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("fr_FR.suffixes", "fils, père, II, III");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::commas(
    "fr_FR.job_titles.female",
    "
Infirmière, Vendeuse, Développeuse, Assistante administrative, Conseillère clientèle, Professeure des écoles,
Conductrice de poids lourds, Comptable, Secrétaire, Directrice commerciale, Caissière, Magasinière, Cheffe de projet,
Cuisinière, Électricienne, Directrice des opérations, Analyste financière, Professeure de lycée, Responsable de magasin,
Aide-soignante, Analyste de données, Directrice marketing, Mécanicienne, Experte-comptable, Chargée de recrutement,
Ouvrière du bâtiment, Réceptionniste, Menuisière, Policière, Graphiste, Médecin, Plombière, Avocate, Cheffe de produit,
Pharmacienne, Administratrice système, Ingénieure en génie civil, Assistante sociale, Ingénieure mécanique,
Technicienne de maintenance, Conductrice de bus, Kinésithérapeute, Développeuse web, Coiffeuse, Logisticienne,
Conseillère bancaire, Agente immobilière, Soudeuse, Dentiste, Secrétaire médicale, Ingénieure électricienne,
Courtière en assurances, Peintre en bâtiment, Acheteuse, Éducatrice, Chimiste, Bibliothécaire, Vétérinaire, Psychologue,
Auditrice, Architecte, Rédactrice, Journaliste, Photographe, Traductrice, Consultante, Technicienne réseau,
Directrice générale, Contrôleuse de gestion, Laborantine, Biologiste, Statisticienne, Économiste, Actuaire, Jardinière,
Couvreuse, Carreleuse, Boulangère, Bouchère, Serveuse, Directrice d'hôtel, Hôtesse de l'air, Pilote de ligne,
Conductrice de train, Opticienne, Sage-femme, Ambulancière, Orthophoniste, Ergothérapeute, Diététicienne, Agricultrice,
Forestière, Fleuriste, Couturière, Bijoutière, Ingénieure du son, Décoratrice d'intérieur, Urbaniste, Géomètre,
Ingénieure environnement, Notaire, Factrice, Animatrice, Monteuse vidéo",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::commas(
    "fr_FR.job_titles.male",
    "
Infirmier, Vendeur, Développeur, Assistant administratif, Conseiller clientèle, Professeur des écoles,
Conducteur de poids lourds, Comptable, Secrétaire, Directeur commercial, Caissier, Magasinier, Chef de projet,
Cuisinier, Électricien, Directeur des opérations, Analyste financier, Professeur de lycée, Responsable de magasin,
Aide-soignant, Analyste de données, Directeur marketing, Mécanicien, Expert-comptable, Chargé de recrutement,
Ouvrier du bâtiment, Réceptionniste, Menuisier, Policier, Graphiste, Médecin, Plombier, Avocat, Chef de produit,
Pharmacien, Administrateur système, Ingénieur en génie civil, Assistant social, Ingénieur mécanique,
Technicien de maintenance, Conducteur de bus, Kinésithérapeute, Développeur web, Coiffeur, Logisticien,
Conseiller bancaire, Agent immobilier, Soudeur, Dentiste, Secrétaire médical, Ingénieur électricien,
Courtier en assurances, Peintre en bâtiment, Acheteur, Éducateur, Chimiste, Bibliothécaire, Vétérinaire, Psychologue,
Auditeur, Architecte, Rédacteur, Journaliste, Photographe, Traducteur, Consultant, Technicien réseau, Directeur général,
Contrôleur de gestion, Laborantin, Biologiste, Statisticien, Économiste, Actuaire, Jardinier, Couvreur, Carreleur,
Boulanger, Boucher, Serveur, Directeur d'hôtel, Steward, Pilote de ligne, Conducteur de train, Opticien, Maïeuticien,
Ambulancier, Orthophoniste, Ergothérapeute, Diététicien, Agriculteur, Forestier, Fleuriste, Couturier, Bijoutier,
Ingénieur du son, Décorateur d'intérieur, Urbaniste, Géomètre, Ingénieur environnement, Notaire, Facteur, Animateur,
Monteur vidéo",
);

/// Names in the names of streets.
pub static STREETS: List = List::commas(
    "fr_FR.streets",
    "
de l'Église, de la Mairie, de la Gare, Victor Hugo, de la République, Jean Jaurès, du Moulin, des Écoles, Pasteur,
de la Fontaine, Jules Ferry, du Château, des Lilas, Gambetta, de la Liberté, du Général de Gaulle, Émile Zola,
Jean Moulin, des Fleurs, des Rosiers, du Stade, de Verdun, du 8 Mai 1945, du 11 Novembre, Voltaire, Anatole France,
Molière, Jules Verne, Marie Curie, Louis Pasteur, Albert Camus, Claude Debussy, Georges Brassens, Jacques Brel,
Édith Piaf, George Sand, Simone Veil, Léon Blum, Aristide Briand, Pierre Curie, Jean Mermoz, Saint-Exupéry,
Antoine Lavoisier, Ampère, Denis Papin, Diderot, Rousseau, Montesquieu, Racine, Corneille, La Fontaine, Ronsard,
Lamartine, Alfred de Musset, Chateaubriand, Rabelais, Descartes, Pascal, Monge, Arago, Carnot, Kléber, Hoche, Marceau,
Lafayette, Mirabeau, Danton, Thiers, Clemenceau, Foch, Joffre, Leclerc, des Acacias, des Tilleuls, des Marronniers,
des Platanes, des Peupliers, des Cerisiers, des Pommiers, des Noisetiers, des Châtaigniers, des Chênes, des Érables,
des Bouleaux, des Pins, des Cèdres, des Saules, des Frênes, des Hêtres, des Mimosas, des Violettes, des Tulipes,
des Jonquilles, des Coquelicots, des Bleuets, des Primevères, des Iris, des Glycines, des Hortensias, des Alouettes,
des Hirondelles, des Mésanges, des Rossignols, des Fauvettes, du Lavoir, du Puits, de la Source, du Ruisseau,
de la Rivière, du Pont, du Port, de la Plage, de la Mer, du Lac, de la Forêt, du Bois, des Champs, des Prés, des Vignes,
du Verger, des Jardins, du Parc, du Four, du Marché, de la Poste, de l'Hôpital, du Théâtre, du Musée, de la Paix,
de l'Europe, de la Résistance, de la Victoire, de l'Industrie, des Artisans, du Commerce, des Tanneurs, des Tisserands,
des Forges, de la Croix, de la Chapelle, du Calvaire, Saint-Martin, Saint-Pierre, Saint-Jean, Saint-Michel,
Saint-Nicolas, Sainte-Anne, Notre-Dame, Neuve, Haute, Basse, du Coteau, de la Colline, du Vallon, Bellevue, du Soleil,
du Levant, du Midi",
);

/// First words of street names, commonest first.
pub static STREET_SUFFIXES: List = List::commas(
    "fr_FR.street_suffixes",
    "rue, avenue, place, impasse, chemin, allée, boulevard, route, cours, quai, square, passage",
);

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::commas("fr_FR.company_suffixes", "SARL, SAS, SA, EURL, SASU, SNC, & Fils, & Cie");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "fr_FR.wild_mail",
    "gmail.com, orange.fr, hotmail.fr, free.fr, laposte.net, sfr.fr, outlook.fr, yahoo.fr, wanadoo.fr",
);
