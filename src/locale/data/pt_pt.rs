//! Names and words of Portugal, most common first, and its own words for companies and products.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "pt_PT.first_names.female",
    "
Maria, Ana, Inês, Joana, Beatriz, Mariana, Carolina, Matilde, Leonor, Catarina, Margarida, Sofia, Marta, Sara, Rita,
Teresa, Isabel, Carla, Sandra, Susana, Cristina, Patrícia, Helena, Paula, Fernanda, Fátima, Filipa, Cláudia, Sónia,
Mónica, Andreia, Vera, Tânia, Raquel, Alexandra, Luísa, Rosa, Manuela, Graça, Conceição, Lurdes, Alice, Laura,
Francisca, Clara, Mafalda, Lara, Diana, Daniela, Bárbara, Bruna, Bianca, Madalena, Constança, Benedita, Carminho,
Camila, Íris, Eva, Júlia, Letícia, Mara, Nádia, Núria, Olga, Olívia, Alda, Adelaide, Adélia, Adriana, Agostinha,
Albertina, Aldina, Amália, Amélia, América, Anabela, Angelina, Ângela, Antónia, Arminda, Armanda, Augusta, Aurora,
Aurélia, Áurea, Belmira, Benvinda, Bernardete, Branca, Brígida, Caetana, Carlota, Cármen, Carmo, Carmelinda, Cecília,
Celeste, Célia, Clarisse, Clementina, Cidália, Dália, Débora, Deolinda, Dina, Dinora, Dolores, Domingas, Dora, Dulce,
Edite, Eduarda, Elisa, Elisabete, Elsa, Elvira, Emília, Érica, Ermelinda, Esmeralda, Esperança, Estela, Ester, Etelvina,
Eufémia, Eugénia, Eulália, Fabiana, Felicidade, Felismina, Filomena, Flávia, Flor, Florbela, Florinda, Gabriela,
Genoveva, Georgina, Gertrudes, Gisela, Glória, Gracinda, Graziela, Guilhermina, Helga, Henriqueta, Hermínia, Hortense,
Ilda, Iolanda, Irene, Isaura, Ivone, Jacinta, Jéssica, Joaquina, Josefa, Josefina, Judite, Juliana, Juvelina, Laurinda,
Lavínia, Lídia, Lígia, Lília, Liliana, Lina, Lívia, Lúcia, Luciana, Lucília, Luana, Ludovina, Magda, Márcia, Margarete,
Marília, Marina, Marisa, Marlene, Matilda, Maura, Mécia, Melissa, Mercedes, Micaela, Milena, Miriam, Natália, Natércia,
Neuza, Nicole, Noémia, Noa, Odete, Odília, Ofélia, Olinda, Olímpia, Palmira, Pilar, Piedade, Priscila, Quitéria,
Rafaela, Ramira, Rebeca, Regina, Renata, Ricardina, Rosalina, Rosária, Rosário, Rosinda, Rute, Sabrina, Salomé, Samanta,
Sancha, Silvana, Sílvia, Silvina, Simone, Soraia, Solange, Stela, Tatiana, Telma, Teodora, Tomásia, Úrsula, Valentina,
Valéria, Vanda, Vanessa, Verónica, Vicência, Virgínia, Vitória, Viviana, Violante, Xénia, Yara, Zélia, Zita, Zulmira,
Fatumata, Aminata, Djamila, Kelly, Yasmin, Oksana, Nataliya, Mia, Luna, Ariana, Alícia, Amanda",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "pt_PT.first_names.male",
    "
João, José, António, Francisco, Pedro, Manuel, Paulo, Luís, Carlos, Rui, Miguel, Tiago, Ricardo, Nuno, Jorge, Fernando,
Bruno, Diogo, Rodrigo, Martim, Santiago, Tomás, Afonso, Duarte, Gonçalo, Guilherme, Gabriel, Lourenço, Salvador, Dinis,
Rafael, Gustavo, Lucas, Simão, Vicente, David, Daniel, André, Filipe, Hugo, Vasco, Henrique, Bernardo, Eduardo,
Alexandre, Sérgio, Mário, Vítor, Joaquim, Alberto, Artur, Fábio, Marco, Marcos, Hélder, Domingos, Armando, Augusto,
Abílio, Adelino, Adriano, Agostinho, Albano, Alcides, Aldo, Alfredo, Álvaro, Amadeu, Amândio, Américo, Aníbal, Anselmo,
Antero, Arlindo, Arménio, Arnaldo, Aurélio, Baltazar, Bartolomeu, Basílio, Belmiro, Benedito, Benjamim, Bento, Brás,
Caetano, Camilo, Casimiro, Celestino, Celso, César, Cláudio, Constantino, Cristiano, Cristóvão, Custódio, Damião,
Delfim, Dário, Davide, Denis, Dionísio, Edgar, Edmundo, Egídio, Elias, Elísio, Emanuel, Emídio, Emílio, Ernesto,
Estêvão, Eugénio, Eurico, Eusébio, Evaristo, Fausto, Feliciano, Félix, Fernão, Firmino, Flávio, Florêncio, Florival,
Fortunato, Frederico, Gaspar, Germano, Gil, Gilberto, Graciano, Gregório, Gualter, Heitor, Hermínio, Hilário, Horácio,
Humberto, Idalécio, Inácio, Isaac, Ismael, Israel, Ivan, Ivo, Jacinto, Jaime, Januário, Jerónimo, Jeremias, Joel, Jonas,
Jónatas, Josué, Júlio, Juvenal, Ladislau, Laurindo, Leandro, Leonardo, Leonel, Leopoldo, Levi, Licínio, Lino, Lúcio,
Luciano, Ludgero, Marcelino, Marcelo, Márcio, Mariano, Marino, Martinho, Mateus, Matias, Maurício, Mauro, Maximiano,
Melchior, Micael, Moisés, Narciso, Natanael, Nélson, Nicolau, Norberto, Octávio, Óscar, Orlando, Osvaldo, Otávio,
Paulino, Plácido, Quim, Quintino, Ramiro, Raul, Reinaldo, Renato, Rogério, Roberto, Rómulo, Romeu, Roque, Ruben, Rúben,
Rufino, Sabino, Samuel, Sandro, Saúl, Sebastião, Serafim, Severino, Silvério, Sílvio, Silvestre, Teodoro, Teotónio,
Telmo, Telo, Timóteo, Tito, Tomé, Ulisses, Urbano, Valdemar, Valentim, Valter, Venâncio, Veríssimo, Victor, Virgílio,
Virgolino, Vital, Wilson, Xavier, Zacarias, Zeferino, Mamadu, Abdul, Braima, Ivanildo, Edson, Kevin, Leo, Noah, Enzo,
Isac, Lisandro, Salomão, Igor, Cristian, Dylan, Jason, Denilson, Rodolfo, Luca",
);

/// Family names.
pub static LAST: List = List::commas(
    "pt_PT.last_names",
    "
Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Sousa, Fernandes, Lopes, Marques, Gonçalves,
Alves, Almeida, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes, Nunes, Soares, Vieira, Monteiro, Cardoso,
Rocha, Neves, Coelho, Cruz, Cunha, Pires, Ramos, Reis, Simões, Antunes, Matos, Fonseca, Machado, Araújo, Barbosa,
Tavares, Lourenço, Castro, Figueiredo, Azevedo, Freitas, Henriques, Barros, Lima, Duarte, Baptista, Batista, Miranda,
Borges, Pinheiro, Magalhães, Nogueira, Esteves, Guerreiro, Leite, Gaspar, Morais, Faria, Domingues, Campos, Mota,
Andrade, Vaz, Melo, Brito, Abreu, Leal, Macedo, Garcia, Branco, Amaral, Guimarães, Nascimento, Viegas, Torres, Vicente,
Rosa, Jesus, Moura, Loureiro, Amorim, Gomes, Dias, Assunção, Aguiar, Alexandre, Alfaro, Almada, Alvarenga, Alvim, Amado,
Amaro, Anjos, Aparício, Arantes, Arruda, Ascensão, Assis, Ataíde, Ávila, Avelar, Baião, Bairrão, Banha, Baltazar,
Bandeira, Barata, Barradas, Barreira, Barreiros, Barreto, Barroso, Bártolo, Bastos, Beato, Belchior, Belo, Benevides,
Bento, Bernardes, Bernardino, Bernardo, Bessa, Bettencourt, Bispo, Boavida, Botelho, Braga, Bragança, Brandão, Brás,
Bravo, Brites, Bueno, Cabaço, Cabral, Cabrita, Caeiro, Caetano, Calado, Caldas, Caldeira, Calheiros, Camacho, Câmara,
Camões, Caminha, Canas, Candeias, Canelas, Capela, Cardeal, Carapinha, Caria, Carmo, Carneiro, Carreira, Carrilho,
Carvalhal, Carvalheiro, Casimiro, Castanheira, Castelo, Castelo Branco, Catarino, Cavaco, Cerqueira, César, Chagas,
Chaves, Cipriano, Clemente, Coimbra, Colaço, Conceição, Conde, Cordeiro, Coroado, Corte-Real, Cortes, Cortez, Coutinho,
Couto, Covas, Crespo, Cristóvão, Curado, Custódio, Damas, Damásio, Dantas, Delgado, Dinis, Diogo, Domingos, Dourado,
Durão, Eiras, Encarnação, Espada, Espírito Santo, Estrela, Evangelista, Fagundes, Falcão, Farinha, Félix, Ferrão,
Ferraz, Ferro, Fialho, Fidalgo, Figueira, Filipe, Flores, Florêncio, Florindo, Folgado, Fontes, Fraga, Fragoso, França,
Francisco, Franco, Frade, Frazão, Freire, Freixo, Frias, Furtado, Galhardo, Galvão, Gama, Gameiro, Garrido, Gato,
Geraldes, Gil, Ginja, Godinho, Goes, Góis, Gordo, Gouveia, Graça, Grilo, Guedes, Guerra, Gusmão, Hilário, Horta, Inácio,
Infante, Jacinto, Jardim, João, Jordão, Jorge, José, Justino, Lacerda, Ladeira, Lagos, Laranjeira, Leão, Leitão, Lemos,
Lencastre, Lino, Lisboa, Lobato, Lobo, Lobão, Louro, Lousada, Luís, Luz, Maciel, Madeira, Madureira, Maia, Malheiro,
Manso, Marçal, Mariano, Marinho, Martinho, Mascarenhas, Massano, Mateus, Matias, Matoso, Maurício, Meira, Meireles,
Mello, Menezes, Mesquita, Mestre, Milheiro, Mimoso, Moniz, Montez, Moreno, Morgado, Mouro, Moutinho, Murta, Navarro,
Negrão, Neto, Nobre, Noronha, Novais, Novo, Olivença, Osório, Ourique, Outeiro, Pacheco, Pacífico, Padilha, Pais, Paiva,
Paixão, Palma, Palmeira, Parente, Parreira, Passos, Patrício, Paulino, Paulo, Pedro, Pedrosa, Pedroso, Peixoto, Penedo,
Penha, Pequeno, Peres, Pestana, Picanço, Pimenta, Pimentel, Pina, Pinho, Pissarra, Pombo, Ponte, Pontes, Portela, Porto,
Póvoa, Prates, Prazeres, Proença, Quadros, Quaresma, Queirós, Queiroz, Quental, Quintas, Quintela, Rafael, Ramalho,
Ramires, Rangel, Raposo, Rebelo, Rego, Resende, Ricardo, Rijo, Rio, Rolo, Romão, Roque, Rosado, Rosário, Roseiro, Ruas,
Ruivo, Sá, Sabino, Salazar, Saldanha, Sales, Salgado, Salgueiro, Salvado, Salvador, Sampaio, Sanches, Sancho, Santana,
Santiago, Santo, Saraiva, Sardinha, Sarmento, Seabra, Seixas, Semedo, Sequeira, Serafim, Serra, Serrano, Serrão,
Severino, Silveira, Silvestre, Sobral, Soeiro, Tomás, Taborda, Teles, Telles, Temudo, Toledo, Toscano, Travassos, Trigo,
Trindade, Uva, Valadares, Valadas, Vale, Valente, Valério, Varandas, Varela, Vargas, Vasconcelos, Vasques, Veiga, Velez,
Veloso, Ventura, Verde, Veríssimo, Viana, Vidal, Vidigal, Vilaça, Vilar, Vilela, Vinagre, Vital, Vitorino, Viveiros,
Xavier, Zacarias, Zagalo, Zarco, Zeferino, Évora, Tavira, Mendonça, Medeiros, Ponce, Raimundo, Rodil, Sottomayor,
Tinoco, Torrado, Tristão, Abrantes, Albuquerque, Adrião, Afonso, Agostinho, Águas, Alegria, Alcântara, Aleixo, Alfaiate,
Alpoim, Alho, Bicho, Boto, Bugalho, Caiado, Calisto, Carrasco, Charneca, Coutada, Dionísio, Eusébio, Fortes, Arez,
Bacelar, Borba, Carvalhosa, Cotrim, Cordovil, Estrada, Feijó, Feio, Lapa, Leandro, Lagoa, Mourão, Palhares, Pegado,
Rasteiro, Rebocho, Sobreira, Valverde, Vilhena, Zuzarte",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("pt_PT.prefixes.female", "Sra., D., Dra., Eng.ª");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("pt_PT.prefixes.male", "Sr., Dr., Eng.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("pt_PT.suffixes", "Júnior, Filho, Neto, Sobrinho");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::commas(
    "pt_PT.job_titles.female",
    "
Enfermeira, Vendedora, Programadora, Assistente administrativa, Assistente de clientes, Professora primária,
Motorista de pesados, Contabilista, Secretária, Diretora comercial, Operadora de caixa, Operadora de armazém,
Gestora de projetos, Cozinheira, Eletricista, Diretora de operações, Analista financeira, Professora do secundário,
Gerente de loja, Auxiliar de saúde, Analista de dados, Diretora de marketing, Mecânica, Consultora fiscal,
Técnica de recrutamento, Pedreira, Rececionista, Carpinteira, Agente da polícia, Designer gráfica, Médica, Canalizadora,
Advogada, Gestora de produto, Farmacêutica, Administradora de sistemas, Engenheira civil, Assistente social,
Engenheira mecânica, Técnica de manutenção, Motorista de autocarro, Fisioterapeuta, Programadora web, Cabeleireira,
Técnica de logística, Gestora de conta, Agente imobiliária, Soldadora, Dentista, Engenheira eletrotécnica,
Mediadora de seguros, Pintora, Compradora, Educadora de infância, Química, Bibliotecária, Veterinária, Psicóloga,
Auditora, Arquiteta, Redatora, Jornalista, Fotógrafa, Tradutora, Consultora, Técnica de redes, Diretora-geral,
Controladora de gestão, Técnica de laboratório, Bióloga, Estatística, Economista, Atuária, Jardineira, Telhadora,
Ladrilhadora, Padeira, Talhante, Empregada de mesa, Diretora de hotel, Assistente de bordo, Piloto, Maquinista,
Optometrista, Parteira, Tripulante de ambulância, Terapeuta da fala, Terapeuta ocupacional, Nutricionista, Agricultora,
Guarda florestal, Florista, Costureira, Joalheira, Técnica de som, Decoradora de interiores, Urbanista, Topógrafa,
Engenheira do ambiente, Notária, Carteira, Animadora, Editora de vídeo",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::commas(
    "pt_PT.job_titles.male",
    "
Enfermeiro, Vendedor, Programador, Assistente administrativo, Assistente de clientes, Professor primário,
Motorista de pesados, Contabilista, Secretário, Diretor comercial, Operador de caixa, Operador de armazém,
Gestor de projetos, Cozinheiro, Eletricista, Diretor de operações, Analista financeiro, Professor do secundário,
Gerente de loja, Auxiliar de saúde, Analista de dados, Diretor de marketing, Mecânico, Consultor fiscal,
Técnico de recrutamento, Pedreiro, Rececionista, Carpinteiro, Agente da polícia, Designer gráfico, Médico, Canalizador,
Advogado, Gestor de produto, Farmacêutico, Administrador de sistemas, Engenheiro civil, Assistente social,
Engenheiro mecânico, Técnico de manutenção, Motorista de autocarro, Fisioterapeuta, Programador web, Cabeleireiro,
Técnico de logística, Gestor de conta, Agente imobiliário, Soldador, Dentista, Engenheiro eletrotécnico,
Mediador de seguros, Pintor, Comprador, Educador de infância, Químico, Bibliotecário, Veterinário, Psicólogo, Auditor,
Arquiteto, Redator, Jornalista, Fotógrafo, Tradutor, Consultor, Técnico de redes, Diretor-geral, Controlador de gestão,
Técnico de laboratório, Biólogo, Estatístico, Economista, Atuário, Jardineiro, Telhador, Ladrilhador, Padeiro, Talhante,
Empregado de mesa, Diretor de hotel, Assistente de bordo, Piloto, Maquinista, Optometrista, Parteiro,
Tripulante de ambulância, Terapeuta da fala, Terapeuta ocupacional, Nutricionista, Agricultor, Guarda florestal,
Florista, Costureiro, Joalheiro, Técnico de som, Decorador de interiores, Urbanista, Topógrafo, Engenheiro do ambiente,
Notário, Carteiro, Animador, Editor de vídeo",
);

/// Names in the names of streets.
pub static STREETS: List = List::commas(
    "pt_PT.streets",
    "
da Liberdade, da República, 25 de Abril, 5 de Outubro, 1.º de Dezembro, de São João, de São Pedro, de Santo António,
de São José, de Santa Maria, de Santa Catarina, de São Bento, de São Francisco, de São Sebastião, da Igreja, da Capela,
do Carmo, da Misericórdia, Luís de Camões, Fernando Pessoa, Eça de Queirós, Almeida Garrett, Camilo Castelo Branco,
Alexandre Herculano, Antero de Quental, Bocage, Gil Vicente, Padre António Vieira, Florbela Espanca,
Sophia de Mello Breyner, José Saramago, Miguel Torga, Vasco da Gama, Pedro Álvares Cabral, Bartolomeu Dias,
Fernão de Magalhães, Infante Dom Henrique, Dom Afonso Henriques, Dom Dinis, Dom João II, Dom Manuel I, Dona Maria II,
Marquês de Pombal, Afonso de Albuquerque, Gago Coutinho, Sacadura Cabral, Almirante Reis, General Humberto Delgado,
Salgueiro Maia, Mouzinho de Albuquerque, Serpa Pinto, Egas Moniz, Ricardo Jorge, Amália Rodrigues, Zeca Afonso,
dos Combatentes, do Brasil, de Angola, de Moçambique, de Timor, de Lisboa, do Porto, de Coimbra, de Braga, de Évora,
de Faro, da Europa, das Flores, das Rosas, dos Cravos, das Camélias, das Acácias, das Oliveiras, das Laranjeiras,
das Amendoeiras, dos Pinheiros, dos Plátanos, dos Carvalhos, dos Sobreiros, do Jardim, do Parque, da Fonte, do Poço,
da Ribeira, do Rio, do Moinho, da Ponte, do Porto de Pesca, do Cais, do Mar, da Praia, do Farol, dos Pescadores,
da Serra, do Monte, do Vale, do Outeiro, da Estação, do Mercado, da Feira, da Escola, do Hospital, da Câmara, do Teatro,
do Castelo, da Muralha, do Forno, dos Ferreiros, dos Sapateiros, dos Mercadores, da Indústria, do Comércio,
dos Operários, da Paz, da Esperança, do Sol, da Lua, Nova, Direita, do Meio",
);

/// First words of street names, commonest first.
pub static STREET_SUFFIXES: List =
    List::commas("pt_PT.street_suffixes", "Rua, Avenida, Travessa, Largo, Praça, Estrada, Alameda, Calçada, Beco");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List = List::commas(
    "pt_PT.company_suffixes",
    "Lda., S.A., Unipessoal Lda., & Filhos Lda., & Irmão Lda., SGPS S.A., Coop., e Associados",
);

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "pt_PT.wild_mail",
    "gmail.com, hotmail.com, sapo.pt, outlook.pt, live.com.pt, iol.pt, clix.pt, icloud.com",
);

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "pt_PT.company_nouns",
    "
Logística, Consultores, Indústrias, Sistemas, Informática, Energia, Construções, Transportes, Têxteis, Eletrónica,
Engenharia, Media, Saúde, Ótica, Embalagens, Serviços, Distribuição, Imobiliária, Seguros, Mecânica, Mobiliário,
Gráfica, Alimentação, Panificação, Vinhos, Azeites, Jardins, Automóveis, Segurança, Telecomunicações, Design,
Carpintaria, Metais, Vidros, Papéis, Plásticos, Viagens, Desporto, Formação, Química, Cortiças, Conservas",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "pt_PT.industries",
    "
Aeronáutica, Agricultura, Alimentação e bebidas, Arquitetura, Automóvel, Banca, Biotecnologia, Calçado, Cerâmica,
Comércio a retalho, Comércio por grosso, Construção, Construção naval, Consultoria, Cortiça, Cosmética, Cultura,
Desporto, Educação, Eletrónica, Energia, Energias renováveis, Equipamento médico, Farmacêutica, Ferroviário, Formação,
Gestão de resíduos, Hotelaria e restauração, Imobiliário, Informática, Engenharia, Investigação, Logística,
Madeira e papel, Máquinas, Ambiente, Comunicação social, Metalurgia, Moda, Pescas, Plásticos, Publicidade, Química,
Recursos humanos, Saúde, Segurança, Seguros, Serviços jurídicos, Telecomunicações, Têxtil, Transportes, Turismo, Vinhos",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "pt_PT.departments",
    "
Vendas, Marketing, Finanças, Recursos Humanos, Engenharia, Operações, Apoio ao cliente, Jurídico, Compras, Informática,
Produto, Investigação, Qualidade, Logística, Produção, Comunicação, Segurança, Serviços gerais, Dados, Formação",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "pt_PT.products",
    "
Mobiliário|30|1500|Mesa, Cadeira, Secretária, Estante, Banco alto, Aparador, Banco, Mesa de cabeceira, Roupeiro, Mesa de centro|carvalho, nogueira, pinho, faia, aço, bambu
Iluminação|10|300|Candeeiro de secretária, Candeeiro de pé, Candeeiro de teto, Aplique, Candeeiro de mesa, Lanterna, Candeeiro de leitura, Projetor|latão, vidro, papel, alumínio, cerâmica, linho
Cozinha|5|250|Chaleira, Tacho, Frigideira, Tábua de cortar, Taça, Bule, Bloco de facas, Saladeira, Moinho de pimenta, Forma|aço inoxidável, ferro fundido, cobre, faia, esmalte, vidro
Loiça|3|120|Prato, Caneca, Tigela, Chávena de café, Tabuleiro, Jarro, Manteigueira, Castiçal|porcelana, grés, vidro, bambu, cerâmica, ardósia
Têxteis-lar|8|220|Manta, Almofada, Toalha, Toalha de mesa, Cortina, Lençol, Roupão, Tapete|algodão, linho, lã, veludo, caxemira, bambu
Vestuário|10|400|Camisa, Casaco, Camisola, Cachecol, Calças, Vestido, Sobretudo, Casaco de malha, Saia, Colete|algodão, lã, linho, ganga, seda, polar
Calçado|25|350|Botas, Ténis, Sandálias, Mocassins, Sapatilhas de corrida, Pantufas, Botas de caminhada, Socas|couro, camurça, lona, borracha, feltro, nylon
Malas|15|450|Mochila, Mala de mão, Mala de viagem, Carteira, Mala a tiracolo, Nécessaire, Saco de compras, Capa de portátil|couro, lona, nylon, feltro, algodão, cortiça
Áudio|20|900|Auscultadores, Coluna, Gira-discos, Microfone, Amplificador, Barra de som, Rádio, Auriculares|alumínio, nogueira, carbono, plástico, bambu, titânio
Informática|10|1800|Teclado, Rato, Suporte de ecrã, Suporte de portátil, Câmara web, Base de ligação, Impressora, Tablet|alumínio, plástico, nogueira, magnésio, aço, carbono
Jardim|6|600|Regador, Floreira, Cadeira de jardim, Pá, Guarda-sol, Braseiro, Casa de pássaros, Cama de rede|aço, teca, terracota, zinco, cedro, rotim
Ferramentas|4|500|Martelo, Chave de fendas, Berbequim, Nível de bolha, Alicate, Caixa de ferramentas, Bancada, Serrote|aço, freixo, fibra de vidro, alumínio, titânio, borracha
Brinquedos|5|150|Puzzle, Blocos, Boneca, Comboio, Papagaio de papel, Pião, Cavalo de baloiço, Jogo de tabuleiro|madeira, algodão, plástico, feltro, cartão, borracha
Desporto|8|1200|Tapete de ioga, Haltere, Raquete de ténis, Bola de futebol, Capacete de bicicleta, Corda de saltar, Prancha de neve, Tenda|borracha, cortiça, carbono, nylon, alumínio, couro
Escritório|2|180|Caderno, Caneta de tinta permanente, Estojo, Agrafador, Tabuleiro de documentos, Calendário de parede, Organizador, Régua|papel, couro, latão, cortiça, nogueira, aço
Joalharia|15|2500|Anel, Colar, Pulseira, Brincos, Alfinete de peito, Botões de punho, Relógio, Pendente|prata, ouro, titânio, aço, couro, madrepérola",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "pt_PT.colours",
    "
Preto, Branco, Cinzento, Vermelho, Azul, Verde, Amarelo, Laranja, Roxo, Cor-de-rosa, Castanho, Bege, Turquesa,
Azul-marinho, Verde-azeitona, Bordô, Dourado, Prateado, Menta, Coral, Marfim, Antracite, Lilás, Mostarda, Areia",
);
