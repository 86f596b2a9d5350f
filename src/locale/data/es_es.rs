//! Names and words of Spain, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "es_ES.first_names.female",
    "
María, Carmen, Ana, Laura, Isabel, Cristina, Marta, Lucía, Elena, Pilar, Raquel, Sara, Paula, Dolores, Rosa, Beatriz,
Silvia, Patricia, Mercedes, Josefa, Teresa, Alba, Rocío, Mónica, Andrea, Julia, Irene, Ángela, Sandra, Nuria,
Montserrat, Inmaculada, Sonia, Eva, Encarnación, Concepción, Claudia, Francisca, Antonia, Natalia, Marina, Margarita,
Yolanda, Inés, Sofía, Susana, Alicia, Esther, Noelia, Carla, Verónica, Luisa, Ángeles, Victoria, Manuela, Daniela,
Nerea, Lorena, Juana, Consuelo, Amparo, Milagros, Martina, Valeria, Aurora, Miriam, Celia, Rosario, Ainhoa, Gloria,
Olga, Emilia, Aitana, Carolina, Catalina, Lidia, Gema, Blanca, Esperanza, Alejandra, Clara, Vanesa, Adriana, Belén,
Aurelia, Begoña, Virginia, Magdalena, Leticia, Asunción, Emma, Vega, Lola, Triana, Carlota, Candela, Chloe, Alma, Mía,
Leire, Vera, Jimena, Noa, Valentina, Abril, Ariadna, Laia, Ona, Mireia, Meritxell, Núria, Montse, Gemma, Anna, Júlia,
Berta, Queralt, Aina, Neus, Remei, Roser, Mercè, Assumpta, Imma, Marisa, Maite, Amaia, Ane, June, Garazi, Uxue, Nahia,
Haizea, Izaro, Maialen, Miren, Itziar, Arantxa, Idoia, Edurne, Iraia, Lorea, Naiara, Uxía, Antía, Sabela, Iria, Xiana,
Uxia, Lúa, Carme, Rosalía, Abigail, Adela, África, Águeda, Agustina, Aída, Alejandrina, Almudena, Amalia, Amelia,
Anabel, Angustias, Arancha, Araceli, Ascensión, Azucena, Bárbara, Bibiana, Brenda, Brígida, Camila, Candelaria, Caridad,
Casandra, Cayetana, Cecilia, Chelo, Clotilde, Coral, Covadonga, Cruz, Custodia, Dafne, Débora, Delia, Desirée, Diana,
Dulce, Elisa, Elisabet, Eloísa, Elsa, Elvira, Emiliana, Encarna, Enriqueta, Estefanía, Estela, Estrella, Eugenia,
Eulalia, Fabiola, Fátima, Felisa, Fernanda, Fina, Flor, Florencia, Fuensanta, Gabriela, Genoveva, Gisela, Graciela,
Greta, Guadalupe, Guillermina, Helena, Herminia, Hilda, Hortensia, Ingrid, Irma, Ivette, Jacinta, Jana, Jennifer,
Jessica, Joaquina, Jordana, Josefina, Judit, Juliana, Karina, Kenia, Lara, Lía, Liliana, Lorenza, Lourdes, Lucrecia,
Luna, Macarena, Maica, Malena, Marcela, Maribel, Maricarmen, Mariana, Marimar, Marisol, Matilde, Maura, Melania, Melisa,
Micaela, Minerva, Modesta, Nadia, Nayara, Nélida, Nieves, Noemí, Nora, Octavia, Olalla, Olivia, Oriana, Paloma, Pastora,
Paz, Petra, Priscila, Purificación, Ramona, Rebeca, Regina, Remedios, Reyes, Rita, Rosana, Rosaura, Roxana, Sabina,
Salomé, Samanta, Saray, Selena, Socorro, Soledad, Soraya, Tamara, Tania, Tatiana, Tomasa, Trinidad, Úrsula, Valle,
Visitación, Vicenta, Violeta, Yaiza, Yasmina, Zaida, Zaira, Zoe, Salma, Aya, Nour, Hiba",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "es_ES.first_names.male",
    "
Antonio, Manuel, José, Francisco, David, Juan, Javier, Daniel, Carlos, Jesús, Alejandro, Miguel, Rafael, Pedro, Pablo,
Ángel, Sergio, Fernando, Jorge, Luis, Alberto, Álvaro, Adrián, Diego, Raúl, Iván, Rubén, Enrique, Óscar, Ramón, Andrés,
Vicente, Santiago, Joaquín, Víctor, Mario, Eduardo, Roberto, Jaime, Marcos, Ignacio, Hugo, Alfonso, Salvador, Ricardo,
Emilio, Guillermo, Gabriel, Julián, Julio, Marc, Tomás, José Antonio, José Luis, Juan Carlos, Juan José,
Francisco Javier, Miguel Ángel, José Manuel, Juan Antonio, Agustín, Félix, Martín, Nicolás, Samuel, Cristian, Ismael,
Joan, Gonzalo, Mariano, Sebastián, Josep, Domingo, Aitor, Héctor, Alfredo, Lucas, Mateo, Leo, Izan, Álex, Bruno, Aarón,
Rodrigo, Gregorio, César, Felipe, Iker, Jordi, Xavier, Pau, Biel, Pol, Nil, Arnau, Oriol, Roger, Gerard, Albert, Sergi,
Ferran, Lluís, Miquel, Jaume, Carles, Ramon, Enric, Francesc, Pere, Xavi, Eloi, Jon, Mikel, Unai, Ander, Asier, Eneko,
Gorka, Iñaki, Koldo, Beñat, Oier, Markel, Julen, Xabier, Kepa, Andoni, Gaizka, Ibai, Iñigo, Josu, Patxi, Peio, Xoán,
Brais, Anxo, Iago, Breixo, Xurxo, Antón, Uxío, Roi, Abel, Abelardo, Abraham, Adolfo, Adán, Agapito, Alonso, Amadeo,
Ambrosio, Anselmo, Aníbal, Arturo, Aurelio, Baltasar, Bartolomé, Basilio, Baudilio, Benito, Benjamín, Bernabé, Bernardo,
Blas, Borja, Camilo, Calixto, Cándido, Casimiro, Cayetano, Celestino, Cipriano, Claudio, Clemente, Conrado, Constantino,
Cosme, Crisanto, Cristóbal, Custodio, Damián, Darío, Demetrio, Dionisio, Edgar, Edmundo, Efraín, Elías, Eliseo,
Emiliano, Enzo, Eric, Ernesto, Esteban, Eugenio, Eusebio, Evaristo, Ezequiel, Fabián, Fabio, Fausto, Federico,
Feliciano, Fermín, Fidel, Florencio, Florentino, Fran, Gael, Germán, Gerardo, Gil, Ginés, Gustavo, Heriberto, Hernán,
Higinio, Hilario, Hipólito, Horacio, Humberto, Íñigo, Isaac, Isidoro, Isidro, Israel, Jacinto, Jacobo, Jerónimo, Joel,
Jonathan, José María, Josué, Juanma, Justo, Kevin, Lázaro, Leandro, Leonardo, Leopoldo, Lorenzo, Lucio, Luciano,
Macario, Marcelino, Marcelo, Marcial, Marco, Matías, Mauricio, Maximino, Máximo, Melchor, Modesto, Moisés, Nacho,
Narciso, Nicanor, Noé, Norberto, Octavio, Omar, Orlando, Osvaldo, Pascual, Pelayo, Plácido, Primitivo, Quique, Quintín,
Ramiro, Raimundo, Rayan, Reinaldo, René, Rogelio, Román, Romeo, Rosendo, Rufino, Ruperto, Salomón, Sancho, Saúl,
Severino, Silvestre, Silvio, Simón, Teodoro, Teófilo, Thiago, Timoteo, Tristán, Urbano, Valentín, Valeriano, Venancio,
Virgilio, Wenceslao, Yago, Yeray, Mohamed, Ahmed, Youssef, Rachid, Said, Bilal, Amir, Ionut, Andrei, Mihai, Cristofer,
Bryan, Anderson",
);

/// Family names.
pub static LAST: List = List::commas(
    "es_ES.last_names",
    "
García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Hernández, Ruiz, Díaz,
Moreno, Muñoz, Álvarez, Romero, Gutiérrez, Alonso, Navarro, Torres, Domínguez, Ramos, Vázquez, Ramírez, Gil, Serrano,
Morales, Molina, Blanco, Suárez, Castro, Ortega, Delgado, Ortiz, Marín, Rubio, Núñez, Medina, Sanz, Castillo, Iglesias,
Cortés, Garrido, Santos, Guerrero, Lozano, Cano, Cruz, Méndez, Flores, Prieto, Herrera, Peña, León, Márquez, Cabrera,
Gallego, Calvo, Vidal, Campos, Reyes, Vega, Fuentes, Carrasco, Díez, Caballero, Aguilar, Nieto, Santana, Vargas,
Pascual, Giménez, Herrero, Hidalgo, Montero, Lorenzo, Santiago, Benítez, Durán, Ibáñez, Arias, Mora, Ferrer, Carmona,
Vicente, Rojas, Soto, Crespo, Román, Pastor, Velasco, Parra, Sáez, Moya, Bravo, Rivera, Gallardo, Soler, Esteban, Silva,
Pardo, Rivas, Franco, Lara, Merino, Espinosa, Camacho, Mendoza, Vera, Izquierdo, Arroyo, Casado, Sierra, Redondo, Luque,
Montes, Rey, Carrillo, Galán, Otero, Heredia, Segura, Bernal, Soriano, Marcos, Martí, Palacios, Vila, Robles, Valero,
Benito, Contreras, Guerra, Macías, Expósito, Varela, Pereira, Roldán, Mateo, Andrés, Bueno, Villar, Escudero, Miranda,
Guillén, Mateos, Menéndez, Casas, Aguilera, Rivero, Beltrán, Rincón, Padilla, Gracia, Santamaría, Plaza, Estévez,
Gálvez, Acosta, Jurado, Conde, Aranda, Quintana, Calderón, Salazar, Manzano, Roca, Serra, Abad, Miguel, Bermúdez,
Cuesta, Trujillo, Salas, Costa, Bermejo, Simón, Barroso, Pacheco, Rueda, Blázquez, Hurtado, Paredes, Ávila, Villanueva,
Pineda, Luna, de la Cruz, de la Fuente, del Río, Domingo, Zamora, Lázaro, Pons, Alarcón, Ballesteros, Escobar, Valverde,
Puig, Polo, Juan, Trigo, Camps, Collado, Corral, Toledo, Maldonado, Cuenca, Valle, Quesada, Osorio, Arenas, Rosado,
Guzmán, Nicolás, Cordero, Cobo, Bautista, Mesa, Ramón, Sala, Font, Riera, Bosch, Oliver, Ribas, Mas, Sastre, Torrent,
Vives, Llorente, Ferrando, Sancho, Cebrián, Ferreiro, Castaño, Peralta, Oliva, Barrera, Rosales, Valencia, Murillo,
Montoya, Burgos, Duarte, Chacón, Cuevas, Zapata, Sevilla, Baena, Ayala, Córdoba, Cáceres, Toro, Bello, Amador, Marrero,
Hernando, Clemente, Falcón, Ojeda, Perdomo, Betancor, Armas, Padrón, Suero, Quintero, Rosa, Melián, Déniz, Bethencourt,
Afonso, Barreto, Naranjo, Vallejo, Elvira, Requena, Cabello, Alcaraz, Pozo, Bonilla, Linares, Alba, Campo, Pozuelo,
Solís, Poveda, Catalán, Aparicio, Olmo, Olmedo, Portillo, Cantero, Correa, Rosario, Antón, Nadal, Pino, Peñalver, Egea,
Pinto, Sola, Tapia, Barrios, Sosa, Millán, Mejía, Maestre, Grau, Piñeiro, Seco, Carballo, Carvajal, Castellano,
Castellanos, Cerezo, Chamorro, Cid, Coll, Coronado, Corrales, Cuadrado, Dávila, Doménech, Dorado, Duque, Encinas,
Escribano, Espejo, Esteve, Ferrero, Figueroa, Freire, Frías, Gallegos, Galindo, Galiano, Gámez, Gaspar, Granados,
Grande, Guillem, Haro, Huertas, Infante, Jara, Jaén, Ledesma, Leal, Llamas, Llopis, Lobo, Losada, Lucas, Lago, Lema,
Madrid, Manrique, Manso, Marcelino, Mariscal, Marqués, Maroto, Mata, Mayor, Melero, Mena, Mercado, Miralles, Mira,
Monge, Montalvo, Montenegro, Montesinos, Morán, Morcillo, Morillo, Moral, Muñiz, Murcia, Muro, Nebot, Negrete, Novo,
Ocaña, Ochoa, Oliveira, Olivares, Olmos, Orozco, Ortuño, Osuna, Palma, Palomares, Palomino, Pantoja, Paniagua, Paz,
Pelayo, Peláez, Peinado, Perea, Perera, Pina, Pinilla, Piqueras, Planas, Pomares, Ponce, Porras, Portero, Posada, Prada,
Prado, Quevedo, Quiroga, Quirós, Rebollo, Recio, Regueiro, Rendón, Revilla, Ribera, Ríos, Rico, Riquelme, Robledo,
Rocha, Roig, Rodrigo, Roma, Romera, Romeu, Ronda, Roselló, Ros, Royo, Rull, Sabater, Saavedra, Saiz, Salcedo, Salgado,
Salinas, Salvador, San José, San Martín, Sandoval, Santacruz, Sanchis, Sarmiento, Seguí, Selva, Sempere, Seoane,
Sepúlveda, Solano, Somoza, Souto, Talavera, Tejada, Tejedor, Tena, Terrón, Tirado, Tomás, Tormo, Torralba, Tovar,
Trillo, Tudela, Úbeda, Ureña, Urbano, Uribe, Valdés, Valdivia, Valiente, Valls, Vallés, Vaquero, Vaquerizo, Vela,
Velázquez, Ventura, Vergara, Verdugo, Vico, Vicario, Vilches, Villalba, Villegas, Villalobos, Viñas, Yáñez, Yuste,
Zafra, Zaragoza, Zorrilla, Zurita, Aguirre, Arrieta, Arregui, Aramburu, Azkue, Barrenetxea, Bilbao, Echeverría,
Elizalde, Etxeberria, Garmendia, Goikoetxea, Goñi, Ibarra, Iriarte, Irigoyen, Larrañaga, Lasa, Lizarraga, Mendizábal,
Múgica, Olano, Otxoa, Uriarte, Urrutia, Zabala, Zubizarreta, Zubiri, Cervantes, Chen, Wang, Zhou, El Amrani, Benali,
Popescu, Ionescu, Popa, Da Silva, Rossi, Smith",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("es_ES.prefixes.female", "Sra., Dña., Dra.");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("es_ES.prefixes.male", "Sr., D., Dr.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("es_ES.suffixes", "hijo, padre, II, III");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::commas(
    "es_ES.job_titles.female",
    "
Enfermera, Dependienta, Desarrolladora de software, Auxiliar administrativa, Asesora de clientes, Maestra de primaria,
Conductora de camión, Contable, Secretaria, Directora comercial, Cajera, Moza de almacén, Jefa de proyecto, Cocinera,
Electricista, Directora de operaciones, Analista financiera, Profesora de secundaria, Encargada de tienda,
Auxiliar de enfermería, Analista de datos, Directora de marketing, Mecánica, Asesora fiscal, Técnica de selección,
Albañil, Recepcionista, Carpintera, Agente de policía, Diseñadora gráfica, Médica, Fontanera, Abogada, Jefa de producto,
Farmacéutica, Administradora de sistemas, Ingeniera de caminos, Trabajadora social, Ingeniera mecánica,
Técnica de mantenimiento, Conductora de autobús, Fisioterapeuta, Desarrolladora web, Peluquera, Técnica de logística,
Asesora bancaria, Agente inmobiliaria, Soldadora, Dentista, Ingeniera eléctrica, Corredora de seguros, Pintora,
Compradora, Educadora infantil, Química, Bibliotecaria, Veterinaria, Psicóloga, Auditora, Arquitecta, Redactora,
Periodista, Fotógrafa, Traductora, Consultora, Técnica de redes, Directora general, Controller financiera,
Técnica de laboratorio, Bióloga, Estadística, Economista, Actuaria, Jardinera, Techadora, Soladora, Panadera, Carnicera,
Camarera, Directora de hotel, Auxiliar de vuelo, Piloto, Maquinista, Óptica, Matrona, Conductora de ambulancia,
Logopeda, Terapeuta ocupacional, Nutricionista, Agricultora, Agente forestal, Florista, Sastra, Joyera,
Técnica de sonido, Interiorista, Urbanista, Topógrafa, Ingeniera ambiental, Notaria, Cartera, Monitora, Editora de vídeo",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::commas(
    "es_ES.job_titles.male",
    "
Enfermero, Dependiente, Desarrollador de software, Auxiliar administrativo, Asesor de clientes, Maestro de primaria,
Conductor de camión, Contable, Secretario, Director comercial, Cajero, Mozo de almacén, Jefe de proyecto, Cocinero,
Electricista, Director de operaciones, Analista financiero, Profesor de secundaria, Encargado de tienda,
Auxiliar de enfermería, Analista de datos, Director de marketing, Mecánico, Asesor fiscal, Técnico de selección,
Albañil, Recepcionista, Carpintero, Agente de policía, Diseñador gráfico, Médico, Fontanero, Abogado, Jefe de producto,
Farmacéutico, Administrador de sistemas, Ingeniero de caminos, Trabajador social, Ingeniero mecánico,
Técnico de mantenimiento, Conductor de autobús, Fisioterapeuta, Desarrollador web, Peluquero, Técnico de logística,
Asesor bancario, Agente inmobiliario, Soldador, Dentista, Ingeniero eléctrico, Corredor de seguros, Pintor, Comprador,
Educador infantil, Químico, Bibliotecario, Veterinario, Psicólogo, Auditor, Arquitecto, Redactor, Periodista, Fotógrafo,
Traductor, Consultor, Técnico de redes, Director general, Controller financiero, Técnico de laboratorio, Biólogo,
Estadístico, Economista, Actuario, Jardinero, Techador, Solador, Panadero, Carnicero, Camarero, Director de hotel,
Auxiliar de vuelo, Piloto, Maquinista, Óptico, Matrón, Conductor de ambulancia, Logopeda, Terapeuta ocupacional,
Nutricionista, Agricultor, Agente forestal, Florista, Sastre, Joyero, Técnico de sonido, Interiorista, Urbanista,
Topógrafo, Ingeniero ambiental, Notario, Cartero, Monitor, Editor de vídeo",
);

/// Names in the names of streets.
pub static STREETS: List = List::commas(
    "es_ES.streets",
    "
Mayor, Real, Nueva, de la Constitución, de la Iglesia, del Sol, de la Paz, de España, San José, San Juan, San Antonio,
San Pedro, San Miguel, San Francisco, San Isidro, San Sebastián, San Roque, San Vicente, Santa Ana, Santa María,
Santa Teresa, Santa Lucía, Santiago, del Carmen, del Pilar, de la Merced, de la Concepción, Cervantes,
Miguel de Cervantes, Federico García Lorca, Antonio Machado, Miguel Hernández, Juan Ramón Jiménez, Rosalía de Castro,
Emilia Pardo Bazán, Calderón de la Barca, Lope de Vega, Quevedo, Góngora, Velázquez, Goya, Murillo, El Greco, Picasso,
Joan Miró, Dalí, Sorolla, Gaudí, Manuel de Falla, Isaac Albéniz, Andrés Segovia, Ramón y Cajal, Severo Ochoa,
Gregorio Marañón, Isaac Peral, Cristóbal Colón, Hernán Cortés, Magallanes, Elcano, Pizarro, Don Quijote, Dulcinea,
Isabel la Católica, Reyes Católicos, Alfonso XIII, Jaime I, del Cid, Gran Capitán, Clara Campoamor, Concepción Arenal,
Mariana Pineda, Pablo Iglesias, de la Libertad, de la Igualdad, de la Democracia, de Europa, de América, de Andalucía,
de Madrid, de Barcelona, de Valencia, de Sevilla, de Granada, de Toledo, de Zaragoza, de Portugal, de Francia,
de las Flores, de las Rosas, de los Claveles, del Jazmín, del Azahar, de los Naranjos, de los Olivos, de los Almendros,
de los Pinos, de los Álamos, de los Cipreses, de las Acacias, de las Palmeras, de los Tilos, del Olmo, del Roble,
de la Fuente, del Pozo, del Río, del Arroyo, del Molino, del Puente, del Puerto, del Mar, de la Playa, del Faro,
de la Sierra, del Monte, del Valle, de la Estación, del Mercado, de la Feria, del Ayuntamiento, del Hospital,
de las Escuelas, de la Universidad, del Teatro, del Castillo, de la Muralla, del Horno, de los Herreros,
de los Plateros, de la Industria, del Comercio, de los Artesanos, de la Luna, de las Estrellas, del Norte, del Mediodía",
);

/// First words of street names, commonest first.
pub static STREET_SUFFIXES: List =
    List::commas("es_ES.street_suffixes", "Calle, Avenida, Plaza, Paseo, Camino, Travesía, Ronda, Pasaje, Carretera");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::commas("es_ES.company_suffixes", "S.L., S.A., S.L.U., S.L.L., S.Coop., C.B., e Hijos, Hermanos");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "es_ES.wild_mail",
    "gmail.com, hotmail.com, hotmail.es, outlook.es, yahoo.es, telefonica.net, icloud.com, movistar.es",
);
