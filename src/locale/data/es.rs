//! Words of the Spanish language: companies, products and running text.

use crate::locale::list::List;

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "es.company_nouns",
    "
Logística, Consultores, Industrias, Sistemas, Informática, Energía, Construcciones, Transportes, Textil, Electrónica,
Ingeniería, Medios, Salud, Óptica, Envases, Servicios, Distribuciones, Inmobiliaria, Seguros, Mecánica, Muebles,
Gráficas, Alimentación, Panadería, Vinos, Aceites, Jardines, Automoción, Seguridad, Telecomunicaciones, Diseño,
Carpintería, Aceros, Cristalería, Papelera, Plásticos, Viajes, Deportes, Formación, Química, Conservas, Cerámicas",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "es.industries",
    "
Aeronáutica, Agricultura, Alimentación, Arquitectura, Automoción, Banca, Biotecnología, Cerámica, Comercio al por mayor,
Comercio minorista, Construcción, Construcción naval, Consultoría, Cosmética, Cultura, Deporte, Distribución, Educación,
Electrónica, Energía, Energías renovables, Equipos médicos, Farmacia, Ferroviario, Formación, Ganadería,
Gestión de residuos, Hostelería, Informática, Ingeniería, Inmobiliaria, Investigación, Logística, Madera y papel,
Maquinaria, Medio ambiente, Medios de comunicación, Metalurgia, Minería, Moda, Pesca, Plásticos, Publicidad, Química,
Recursos humanos, Sanidad, Seguridad, Seguros, Servicios jurídicos, Telecomunicaciones, Textil, Transporte, Turismo,
Viticultura",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "es.departments",
    "
Ventas, Marketing, Finanzas, Recursos Humanos, Ingeniería, Operaciones, Atención al cliente, Jurídico, Compras,
Informática, Producto, Investigación, Calidad, Logística, Producción, Comunicación, Seguridad, Servicios generales,
Datos, Formación",
);

/// Catch phrases are a feminine noun in the plural, an adjective that agrees, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "es.slogan_heads",
    "
Ideas, Soluciones, Estrategias, Máquinas, Energías, Materias, Plataformas, Respuestas, Alianzas, Técnicas, Formas,
Líneas, Redes, Herramientas, Experiencias, Propuestas, Rutas, Piezas, Oportunidades, Marcas",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "es.slogan_middles",
    "
sostenibles, sencillas, claras, sólidas, seguras, innovadoras, justas, locales, modernas, abiertas, rápidas,
responsables, flexibles, útiles, vivas, fiables, elegantes, conectadas, precisas, naturales, inteligentes, nuevas,
fuertes, cercanas",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "es.slogan_tails",
    "
para mañana, para todos, para el día a día, a su medida, a su lado, con pasión, con confianza, desde siempre,
para el futuro, para la industria, para sus proyectos, para su equipo, cerca de casa, sin rodeos, sin fronteras,
con sentido común, todo el año, en toda España, de principio a fin, hechas para durar",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "es.products",
    "
Muebles|30|1500|Mesa, Silla, Escritorio, Librería, Taburete, Aparador, Banco, Mesita de noche, Armario, Mesa de centro|roble, nogal, pino, haya, acero, bambú
Iluminación|10|300|Flexo, Lámpara de pie, Lámpara colgante, Aplique, Lámpara de mesa, Farol, Lámpara de lectura, Foco|latón, vidrio, papel, aluminio, cerámica, lino
Cocina|5|250|Hervidor, Cazo, Sartén, Tabla de cortar, Bol, Tetera, Bloque de cuchillos, Ensaladera, Molinillo de pimienta, Molde|acero inoxidable, hierro fundido, cobre, haya, esmalte, vidrio
Vajilla|3|120|Plato, Taza, Cuenco, Taza de café, Bandeja, Jarra, Mantequera, Candelabro|porcelana, gres, vidrio, bambú, cerámica, pizarra
Textil del hogar|8|220|Manta, Cojín, Toalla, Mantel, Cortina, Sábana, Albornoz, Alfombra|algodón, lino, lana, terciopelo, cachemira, bambú
Ropa|10|400|Camisa, Chaqueta, Jersey, Bufanda, Pantalón, Vestido, Abrigo, Rebeca, Falda, Chaleco|algodón, lana, lino, tela vaquera, seda, forro polar
Calzado|25|350|Botas, Zapatillas, Sandalias, Mocasines, Zapatillas de correr, Pantuflas, Botas de montaña, Zuecos|cuero, ante, lona, caucho, fieltro, nailon
Bolsos|15|450|Mochila, Bolso de mano, Maleta, Cartera, Bandolera, Neceser, Bolsa de tela, Funda de portátil|cuero, lona, nailon, fieltro, algodón, corcho
Audio|20|900|Auriculares, Altavoz, Tocadiscos, Micrófono, Amplificador, Barra de sonido, Radio, Auriculares de botón|aluminio, nogal, carbono, plástico, bambú, titanio
Informática|10|1800|Teclado, Ratón, Soporte de pantalla, Soporte de portátil, Cámara web, Base de conexión, Impresora, Tableta|aluminio, plástico, nogal, magnesio, acero, carbono
Jardín|6|600|Regadera, Maceta, Silla de jardín, Pala, Sombrilla, Brasero, Casita de pájaros, Hamaca|acero, teca, terracota, zinc, cedro, ratán
Herramientas|4|500|Martillo, Destornillador, Taladro, Nivel, Alicates, Caja de herramientas, Banco de trabajo, Serrucho|acero, fresno, fibra de vidrio, aluminio, titanio, caucho
Juguetes|5|150|Rompecabezas, Bloques, Muñeca, Tren, Cometa, Peonza, Caballito balancín, Juego de mesa|madera, algodón, plástico, fieltro, cartón, caucho
Deporte|8|1200|Esterilla de yoga, Mancuerna, Raqueta de tenis, Balón, Casco de bicicleta, Comba, Tabla de nieve, Tienda de campaña|caucho, corcho, carbono, nailon, aluminio, cuero
Oficina|2|180|Cuaderno, Pluma, Estuche, Grapadora, Bandeja de documentos, Calendario, Organizador, Regla|papel, cuero, latón, corcho, nogal, acero
Joyería|15|2500|Anillo, Collar, Pulsera, Pendientes, Broche, Gemelos, Reloj, Colgante|plata, oro, titanio, acero, cuero, nácar",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "es.colours",
    "
Negro, Blanco, Gris, Rojo, Azul, Verde, Amarillo, Naranja, Morado, Rosa, Marrón, Beis, Turquesa, Azul marino,
Verde oliva, Burdeos, Dorado, Plateado, Menta, Coral, Marfil, Antracita, Lila, Mostaza, Arena",
);

/// Nouns of running text, each with its article.
pub static NOUNS: List = List::commas(
    "es.nouns",
    "
el aceite, el aeropuerto, el aire, el álbum, la aldea, el árbol, el armario, el autobús, la avenida, el avión, el barco,
el barrio, la bicicleta, el billete, el bolso, el bosque, la botella, el caballo, el café, la caja, la calle, la cama,
el camino, la camisa, la campana, la canción, la carta, la casa, el castillo, la cena, la cesta, el cielo, el cine,
la ciudad, el coche, la cocina, el colegio, la colina, el color, la comida, el concierto, el consejo, el contrato,
la copa, la costa, el cuaderno, el cuadro, el cuchillo, el cuento, el desayuno, el día, el dibujo, el dinero,
el edificio, la escalera, la escuela, el espejo, la estación, la estrella, la fábrica, la feria, la fiesta, la flor,
la foto, la fruta, la fuente, el fuego, la galleta, el gato, la guitarra, la habitación, la hierba, la hoja, la hora,
el horno, el hospital, el hotel, el huerto, la idea, la iglesia, la isla, el jardín, el juego, el lago, la lámpara,
el lápiz, la lección, la lengua, el libro, la llave, la lluvia, la luna, la luz, la maleta, la mañana, el mapa,
la máquina, el mar, el mensaje, la mesa, el mercado, el molino, la montaña, el mundo, el muro, el museo, la música,
la naranja, la nieve, la noche, el nombre, la noticia, la novela, la nube, la ola, el otoño, el pájaro, la palabra,
el pan, el papel, el parque, el paseo, el patio, la película, el periódico, el perro, el pescado, el piano, la piedra,
el plan, la planta, el plato, la playa, la plaza, el poema, el precio, la pregunta, la primavera, el problema,
el proyecto, el pueblo, la puerta, el puente, el puerto, el queso, el reloj, la respuesta, el río, la rosa, la ruta,
la sala, el secreto, la semana, el sendero, el silencio, la silla, la sombra, el sombrero, la sopa, el sueño, la tarde,
el taller, la taza, el teatro, el tejado, la tienda, la tierra, el tomate, la tormenta, la torre, el trabajo, el tren,
la ventana, el verano, el vestido, el viaje, el viento, el vino, la voz, el zapato",
);

/// Transitive verbs, third person singular.
pub static VERBS: List = List::commas(
    "es.verbs",
    "
abre, acepta, acompaña, admira, alcanza, alegra, ama, anuncia, aprende, arregla, atrae, baña, borra, busca, cambia,
cierra, compra, comprende, conoce, conserva, construye, corta, crea, cruza, cubre, cuenta, cuida, describe, descubre,
defiende, dibuja, encuentra, enseña, envía, escribe, escucha, espera, estudia, evita, explica, explora, fotografía,
guarda, guía, halla, ilumina, imagina, lanza, lava, lee, levanta, limpia, llena, lleva, mejora, mide, mira, muestra,
necesita, observa, ofrece, olvida, ordena, paga, pierde, pinta, pisa, prepara, presenta, protege, prueba, quiere,
recibe, recoge, reconoce, recuerda, recorre, regala, repara, repite, respeta, rodea, rompe, salva, sigue, sorprende,
sostiene, tiene, toca, toma, transforma, trae, une, usa, vende, visita",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::commas(
    "es.adverbs",
    "
ahora, alegremente, amablemente, antes, apenas, aún, bien, casi, claramente, constantemente, cuidadosamente, deprisa,
despacio, después, discretamente, enseguida, fácilmente, finalmente, habitualmente, hoy, igualmente, inmediatamente,
lentamente, libremente, luego, mañana, orgullosamente, pacientemente, prudentemente, pronto, quizás, rápidamente,
raramente, regularmente, secretamente, seriamente, siempre, simplemente, suavemente, también, tarde, temprano, todavía,
tranquilamente",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "es.times",
    "
al alba, al anochecer, al final, al mediodía, antes de la cena, a veces, cada año, cada domingo, cada mañana,
de repente, de vez en cuando, desde ayer, después de comer, durante la noche, en invierno, en otoño, en primavera,
en verano, esta mañana, esta semana, esta tarde, los lunes, más tarde, mientras tanto, poco después, por la noche,
una vez al mes, un buen día",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "es.sentences",
    "
S V O.
S V A O.
T, S V O.
S V O y V O.
S V O, pero S V O.
T, S V A O.
Cuando S V O, S V O.
Como S V O, S V O.",
);
