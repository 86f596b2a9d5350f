//! Names and words of Brazil, most common first, and its own words for companies and products.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "pt_BR.first_names.female",
    "
Maria, Ana, Francisca, Antônia, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Sandra, Camila, Amanda, Bruna,
Jéssica, Letícia, Júlia, Luciana, Vanessa, Mariana, Gabriela, Vera, Larissa, Beatriz, Carla, Cláudia, Luana, Rita,
Sônia, Bianca, Daniela, Débora, Rosângela, Natália, Simone, Rafaela, Renata, Raquel, Tatiane, Cristiane, Helena, Alice,
Laura, Sophia, Sofia, Manuela, Isabella, Luíza, Valentina, Heloísa, Lorena, Lívia, Giovanna, Maria Eduarda, Maria Clara,
Maria Luíza, Maria Júlia, Maria Alice, Maria Cecília, Maria Fernanda, Ana Clara, Ana Luíza, Ana Júlia, Ana Beatriz,
Ana Paula, Ana Carolina, Cecília, Eloá, Lara, Esther, Ester, Sarah, Sara, Melissa, Yasmin, Isadora, Emanuelly, Rebeca,
Catarina, Clara, Marina, Agatha, Antonella, Allana, Alana, Pietra, Olívia, Stella, Milena, Nicole, Vitória, Elisa, Isis,
Mirella, Aurora, Maitê, Ayla, Liz, Luna, Maya, Zoe, Bárbara, Caroline, Carolina, Eduarda, Emilly, Fabiana, Fabíola,
Flávia, Franciele, Gisele, Graziela, Ingrid, Isabela, Isabel, Ivone, Jaqueline, Joana, Josefa, Joyce, Karina, Karen,
Kátia, Kelly, Laís, Leila, Lidiane, Lígia, Lílian, Lúcia, Luzia, Magali, Maiara, Marcela, Margarete, Marisa, Marlene,
Marli, Marta, Michele, Michelle, Mônica, Nathália, Neide, Neusa, Nilza, Noemi, Paloma, Pâmela, Paola, Paula, Poliana,
Priscila, Raissa, Regiane, Regina, Roberta, Rosa, Rosana, Rosane, Roseli, Rosemary, Rosimeire, Rosilene, Sabrina,
Samara, Selma, Shirley, Silvana, Sílvia, Solange, Sueli, Suelen, Suzana, Tainá, Tamires, Tânia, Tatiana, Teresa,
Terezinha, Thaís, Thalita, Valdirene, Valéria, Vânia, Verônica, Viviane, Yara, Zélia, Zilda, Alessandra, Alexandra,
Andréa, Andressa, Angélica, Angela, Aparecida, Benedita, Carmen, Célia, Cíntia, Clarice, Cleide, Cleusa, Conceição,
Cristina, Daiane, Dalva, Damiana, Denise, Diana, Dirce, Dulce, Edna, Elaine, Elen, Eliana, Eliane, Elisângela,
Elizabete, Elza, Érica, Érika, Eunice, Eva, Evelyn, Fátima, Geralda, Geovana, Glória, Inês, Iracema, Irene, Ivanete,
Izabel, Jacira, Janaína, Jandira, Jeniffer, Joelma, Jordana, Jussara, Keila, Kauane, Lavínia, Luciene, Lucimara,
Madalena, Maísa, Maria das Graças, Maria de Fátima, Maria de Lourdes, Maria do Carmo, Maria José, Mirian, Nádia, Nair,
Naiara, Odete, Olga, Quitéria, Raimunda, Raiane, Rayssa, Rute, Severina, Sheila, Socorro, Stefany, Taís, Vilma, Yolanda",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "pt_BR.first_names.male",
    "
José, João, Antônio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz, Marcos, Luís, Gabriel, Rafael, Daniel, Marcelo,
Bruno, Eduardo, Felipe, Raimundo, Rodrigo, Manoel, Mateus, André, Fernando, Fábio, Leonardo, Gustavo, Guilherme,
Leandro, Tiago, Anderson, Ricardo, Márcio, Jorge, Sebastião, Alexandre, Roberto, Edson, Diego, Vítor, Sérgio, Cláudio,
Matheus, Thiago, Geraldo, Adriano, Luciano, Júlio, Renato, Alex, Vinícius, Rogério, Samuel, Ronaldo, Mário, Flávio,
Igor, Douglas, Davi, Manuel, Jeferson, Cícero, Victor, Miguel, Robson, Mauro, Danilo, Henrique, Caio, Reginaldo,
Joaquim, Benedito, Gilberto, Marco, Alan, Nelson, Cristiano, Elias, Wilson, Valdir, Emerson, Luan, David, Renan,
Severino, Fabrício, Mauricio, Jonas, Gilmar, Jean, Fabiano, Wesley, Diogo, Adilson, Jair, Alessandro, Everton, Osvaldo,
Gilson, Willian, Joel, Silvio, Hélio, Maicon, Reinaldo, Pablo, Artur, Vagner, Valter, Celso, Ivan, Cleiton, Vanderlei,
Vicente, Arthur, Milton, Domingos, Wagner, Sandro, Moisés, Edilson, Ademir, Adão, Evandro, Cesar, Valmir, Murilo,
Juliano, Edvaldo, Ailton, Junior, Breno, Nicolas, Ruan, Alberto, Rubens, Nilton, Augusto, Cleber, Osmar, Nilson, Hugo,
Otávio, Vinicius, Italo, Alisson, Aparecido, Heitor, Bernardo, Enzo, Lorenzo, Théo, Benício, Gael, Ravi, Noah, Levi,
Isaac, Anthony, Benjamin, Cauã, Bryan, João Pedro, João Miguel, João Lucas, João Gabriel, João Vitor, João Guilherme,
Pedro Henrique, Luiz Felipe, Luiz Henrique, Luiz Fernando, Carlos Eduardo, Carlos Alberto, José Carlos, José Roberto,
Antônio Carlos, Paulo Roberto, Paulo Henrique, Marco Antônio, Davi Lucca, Enzo Gabriel, Abel, Abner, Adalberto,
Adailton, Ademar, Agnaldo, Aldair, Alfredo, Almir, Altair, Álvaro, Amauri, Amilton, Ângelo, Arnaldo, Arlindo, Armando,
Ary, Átila, Aurélio, Baltazar, Bento, Caetano, Cauê, Cássio, Claudemir, Clayton, Clóvis, Dalton, Darci, Dener, Denis,
Deivid, Dirceu, Donizete, Edgar, Edmilson, Edmundo, Élcio, Eliezer, Elton, Erasmo, Érick, Ernesto, Estevão, Eugênio,
Ezequiel, Expedito, Florisvaldo, Francinaldo, Frederico, Genilson, Genivaldo, Germano, Getúlio, Givaldo, Guido,
Hamilton, Haroldo, Hélder, Humberto, Inácio, Irineu, Isaías, Israel, Ítalo, Itamar, Ivo, Jacó, Jackson, Jailson, Jaime,
Jairo, Jânio, Jefferson, Jeremias, Jerônimo, Jesus, Jhonatan, Joás, Jonathan, Josué, Juarez, Juvenal, Kaique, Kauê,
Kleber, Laércio, Lauro, Lázaro, Lenilson, Leonel, Lineu, Lourival, Lúcio, Mariano, Marlon, Martim, Maxwell, Messias,
Michel, Natanael, Natan, Ney, Nivaldo, Odair, Olavo, Orlando, Oscar, Otacílio, Patrick, Plínio, Ramon, Raul, Régis,
Renê, Richard, Rivaldo, Romário, Romeu, Ronildo, Roque, Ruy, Salvador, Saulo, Tadeu, Tales, Tarcísio, Teodoro, Tobias,
Tomás, Ubirajara, Ulisses, Valdemar, Valdecir, Walace, Walter, Washington, Wellington, Yago, Yuri, Zaqueu",
);

/// Family names.
pub static LAST: List = List::commas(
    "pt_BR.last_names",
    "
Silva, Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Costa, Ribeiro, Martins, Carvalho,
Almeida, Lopes, Soares, Fernandes, Vieira, Barbosa, Rocha, Dias, Nascimento, Andrade, Moreira, Nunes, Marques, Machado,
Mendes, Freitas, Cardoso, Ramos, Gonçalves, Santana, Teixeira, Araújo, Moura, Pinto, Melo, Cavalcante, Cavalcanti,
Barros, Monteiro, Correia, Corrêa, Castro, Campos, Cunha, Azevedo, Reis, Batista, Miranda, Pires, Duarte, Moraes,
Morais, Nogueira, Borges, Siqueira, Xavier, Fonseca, Medeiros, Farias, Macedo, Tavares, Coelho, Guimarães, Sales,
Aguiar, Leite, Bezerra, Brito, Cruz, Rosa, Jesus, Conceição, Vasconcelos, Figueiredo, Pacheco, Matos, Sampaio, Queiroz,
Magalhães, Maciel, Menezes, Bastos, Viana, Neves, Peixoto, Paiva, Dantas, Amaral, Antunes, Assis, Braga, Camargo,
Toledo, Prado, Pinheiro, Portela, Mota, Motta, Mello, Luz, Leal, Lacerda, Guedes, Garcia, Franco, Franca, França,
Fontes, Fagundes, Evangelista, Esteves, Domingues, Diniz, Delgado, Damasceno, Couto, Coutinho, Cordeiro, Chaves, Chagas,
Cerqueira, César, Carneiro, Caldas, Caldeira, Cabral, Bueno, Brandão, Botelho, Bittencourt, Bispo, Bernardes, Bento,
Benedito, Belém, Barreto, Bandeira, Baptista, Ávila, Assunção, Arruda, Aragão, Anjos, Amorim, Amaro, Alencar,
Albuquerque, Abreu, Rezende, Resende, Rangel, Ramalho, Rabelo, Rebelo, Quadros, Quintana, Prates, Pontes, Ponte,
Pimenta, Pimentel, Pessoa, Pedrosa, Pedroso, Patrício, Passos, Paulino, Paula, Parente, Paixão, Padilha, Otero, Osório,
Ornelas, Novaes, Novais, Noronha, Nobre, Neto, Negreiros, Navarro, Muniz, Moutinho, Mourão, Morato, Meireles, Meira,
Mesquita, Mendonça, Maia, Maranhão, Marinho, Mariano, Marcondes, Malta, Madeira, Loureiro, Lobo, Lisboa, Linhares, Lins,
Leão, Lemos, Lago, Ladeira, Jardim, Inácio, Holanda, Henriques, Guerra, Gusmão, Granja, Gouveia, Godoy, Godinho, Gama,
Galvão, Furtado, Fróes, Freire, Frazão, Fraga, Fragoso, Flores, Feitosa, Félix, Falcão, Faria, Estrela, Espíndola,
Dutra, Duque, Drummond, Dourado, Custódio, Crespo, Crispim, Cortez, Cordova, Colares, Clemente, Carmo, Cardozo, Carrera,
Capistrano, Cantanhede, Calixto, Caetano, Brasil, Boaventura, Bicalho, Beltrão, Barroso, Barcelos, Bacelar, Azeredo,
Avelino, Athayde, Arantes, Aquino, Apolinário, Antonelli, Andreoli, Alcântara, Agostinho, Aguilar, Afonso, Adorno,
Abrantes, Abdala, Valente, Valadares, Vale, Varela, Vargas, Vaz, Veiga, Veloso, Ventura, Veras, Viegas, Vidal, Vilela,
Villela, Vitorino, Uchoa, Trindade, Travassos, Torres, Terra, Teles, Telles, Távora, Taveira, Serra, Serrano, Sena,
Seixas, Saraiva, Sarmento, Santiago, Salgado, Saldanha, Sá, Rufino, Rossi, Romano, Romão, Rodolfo, Rivera, Rios,
Salazar, Salvador, Simões, Silveira, Silvestre, Sobral, Sobrinho, Sousa, Spínola, Tomaz, Tomé, Tourinho, Bianchi, Russo,
Ferrari, Ricci, Romanelli, Conti, Marino, Moretti, Lombardi, Barbieri, Rinaldi, Martini, Benedetti, Bertolini,
Bortolini, Boscolo, Bressan, Brunelli, Capelli, Casagrande, Cattani, Colombo, Dalla Costa, De Marchi, Fabbri, Fachin,
Favaretto, Fontana, Fumagalli, Gallo, Giordano, Grassi, Guidi, Leone, Locatelli, Longo, Lorenzetti, Luchesi, Mancini,
Mantovani, Marchetti, Mazza, Milani, Montanari, Morelli, Nardi, Pagani, Pellegrini, Perin, Piccoli, Pozza, Ricardi,
Rizzo, Sartori, Scarpa, Tonello, Tosi, Trevisan, Venturini, Vicentini, Zanatta, Zanella, Zanetti, Zanin, Zorzi, Schmidt,
Müller, Schneider, Becker, Klein, Weber, Wagner, Hoffmann, Krüger, Schulz, Fischer, Meyer, Braun, Bauer, Richter, Kunz,
Koch, Hermann, Hartmann, Zimmermann, Ritter, Lang, Kaiser, Schwarz, Stein, Ludwig, Tanaka, Suzuki, Sato, Yamamoto,
Watanabe, Nakamura, Kobayashi, Ito, Takahashi, Yamada, Sasaki, Oshiro, Higa, Matsumoto, Inoue, Kimura, Hayashi, Shimizu,
Saito, Mori, Ono, Fujita, Okada, Endo, Hasegawa, Murakami, Haddad, Salomão, Nasser, Khouri, Farah, Mansur, Abud, Chaim,
Maluf, Nowak, Kowalski, Wisniewski, Kaminski, Zielinski, Gonzalez, Fernandez, Rodriguez, Martinez, Perez, Sanchez,
Ramirez, Lopez, Hernandez, Ortiz, Gutierrez, Acosta, Benitez, Cabrera, Cáceres, Dominguez, Escobar, Figueroa, Medina,
Mendez, Molina, Morales, Moreno, Nuñez, Ojeda, Ortega, Paz, Peralta, Ponce, Quiroga, Rojas, Romero, Ruiz, Silvera,
Soria, Soto, Vega, Villalba, Cavalheiro, Quaresma, Quirino, Pascoal, Peçanha, Pena, Penha, Peres, Perdigão, Pitanga,
Prudente, Raposo, Rego, Rêgo, Roldão, Rosário, Ruas, Sabino, Sacramento, Sant'Anna, Severo, Tenório, Teodoro, Theodoro,
Tibúrcio, Tinoco, Valadão, Valério, Veríssimo, Viveiros, Zacarias",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("pt_BR.prefixes.female", "Sra., Dra., Srta.");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("pt_BR.prefixes.male", "Sr., Dr.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("pt_BR.suffixes", "Júnior, Filho, Neto, Sobrinho");

/// Job titles of women, in the order of [`JOBS_MALE`].
pub static JOBS_FEMALE: List = List::commas(
    "pt_BR.job_titles.female",
    "
Enfermeira, Vendedora, Desenvolvedora de software, Assistente administrativa, Atendente,
Professora do ensino fundamental, Motorista de caminhão, Contadora, Secretária, Gerente comercial, Operadora de caixa,
Auxiliar de estoque, Gerente de projetos, Cozinheira, Eletricista, Diretora de operações, Analista financeira,
Professora do ensino médio, Gerente de loja, Técnica de enfermagem, Cientista de dados, Gerente de marketing, Mecânica,
Consultora tributária, Analista de recrutamento, Pedreira, Recepcionista, Marceneira, Policial, Designer gráfica,
Médica, Encanadora, Advogada, Gerente de produto, Farmacêutica, Administradora de sistemas, Engenheira civil,
Assistente social, Engenheira mecânica, Técnica de manutenção, Motorista de ônibus, Fisioterapeuta, Desenvolvedora web,
Cabeleireira, Analista de logística, Gerente de contas, Corretora de imóveis, Soldadora, Dentista,
Engenheira eletricista, Corretora de seguros, Pintora, Compradora, Pedagoga, Química, Bibliotecária, Veterinária,
Psicóloga, Auditora, Arquiteta, Redatora, Jornalista, Fotógrafa, Tradutora, Consultora, Analista de redes,
Diretora executiva, Controller, Técnica de laboratório, Bióloga, Estatística, Economista, Atuária, Jardineira,
Telhadista, Azulejista, Padeira, Açougueira, Garçonete, Gerente de hotel, Comissária de bordo, Piloto, Maquinista,
Óptica, Obstetriz, Socorrista, Fonoaudióloga, Terapeuta ocupacional, Nutricionista, Agricultora, Guarda florestal,
Florista, Costureira, Joalheira, Técnica de som, Decoradora de interiores, Urbanista, Topógrafa, Engenheira ambiental,
Tabeliã, Carteira, Animadora, Editora de vídeo, Motorista de aplicativo",
);

/// Job titles of men, in the order of [`JOBS_FEMALE`].
pub static JOBS_MALE: List = List::commas(
    "pt_BR.job_titles.male",
    "
Enfermeiro, Vendedor, Desenvolvedor de software, Assistente administrativo, Atendente, Professor do ensino fundamental,
Motorista de caminhão, Contador, Secretário, Gerente comercial, Operador de caixa, Auxiliar de estoque,
Gerente de projetos, Cozinheiro, Eletricista, Diretor de operações, Analista financeiro, Professor do ensino médio,
Gerente de loja, Técnico de enfermagem, Cientista de dados, Gerente de marketing, Mecânico, Consultor tributário,
Analista de recrutamento, Pedreiro, Recepcionista, Marceneiro, Policial, Designer gráfico, Médico, Encanador, Advogado,
Gerente de produto, Farmacêutico, Administrador de sistemas, Engenheiro civil, Assistente social, Engenheiro mecânico,
Técnico de manutenção, Motorista de ônibus, Fisioterapeuta, Desenvolvedor web, Cabeleireiro, Analista de logística,
Gerente de contas, Corretor de imóveis, Soldador, Dentista, Engenheiro eletricista, Corretor de seguros, Pintor,
Comprador, Pedagogo, Químico, Bibliotecário, Veterinário, Psicólogo, Auditor, Arquiteto, Redator, Jornalista, Fotógrafo,
Tradutor, Consultor, Analista de redes, Diretor executivo, Controller, Técnico de laboratório, Biólogo, Estatístico,
Economista, Atuário, Jardineiro, Telhadista, Azulejista, Padeiro, Açougueiro, Garçom, Gerente de hotel,
Comissário de bordo, Piloto, Maquinista, Óptico, Obstetriz, Socorrista, Fonoaudiólogo, Terapeuta ocupacional,
Nutricionista, Agricultor, Guarda florestal, Florista, Costureiro, Joalheiro, Técnico de som, Decorador de interiores,
Urbanista, Topógrafo, Engenheiro ambiental, Tabelião, Carteiro, Animador, Editor de vídeo, Motorista de aplicativo",
);

/// Names in the names of streets.
pub static STREETS: List = List::commas(
    "pt_BR.streets",
    "
das Flores, Sete de Setembro, Quinze de Novembro, São João, São José, São Paulo, São Pedro, Santo Antônio,
São Francisco, São Sebastião, São Bento, Santa Catarina, Santa Luzia, Santa Rita, Santa Maria, Nossa Senhora Aparecida,
da Independência, da República, da Liberdade, da Consolação, Tiradentes, Rui Barbosa, Duque de Caxias, Getúlio Vargas,
Juscelino Kubitschek, Dom Pedro I, Dom Pedro II, Princesa Isabel, José Bonifácio, Marechal Deodoro, Marechal Floriano,
Almirante Barroso, Barão do Rio Branco, Visconde de Mauá, Benjamin Constant, Floriano Peixoto, Prudente de Morais,
Campos Sales, Rodrigues Alves, Afonso Pena, Castro Alves, Machado de Assis, José de Alencar, Gonçalves Dias,
Olavo Bilac, Euclides da Cunha, Monteiro Lobato, Cecília Meireles, Clarice Lispector, Carlos Drummond de Andrade,
Vinícius de Moraes, Tom Jobim, Carlos Gomes, Villa-Lobos, Chiquinha Gonzaga, Cândido Portinari, Tarsila do Amaral,
Oscar Niemeyer, Santos Dumont, Oswaldo Cruz, Carlos Chagas, Vital Brazil, Anita Garibaldi, Zumbi dos Palmares,
Chico Mendes, Padre Anchieta, Padre Cícero, Dom Bosco, Bandeirantes, dos Expedicionários, Brasil, Amazonas, Bahia,
Ceará, Goiás, Maranhão, Minas Gerais, Paraná, Pernambuco, Rio de Janeiro, Rio Grande do Sul, Sergipe, Tocantins,
Mato Grosso, Espírito Santo, Portugal, Itália, Argentina, dos Ipês, das Palmeiras, das Mangueiras, das Acácias,
dos Jacarandás, dos Coqueiros, dos Eucaliptos, das Orquídeas, das Hortênsias, dos Girassóis, das Violetas, dos Lírios,
dos Sabiás, dos Beija-Flores, das Andorinhas, dos Canários, dos Bem-te-vis, da Matriz, da Praia, do Porto, do Sol,
da Lua, das Estrelas, do Comércio, da Indústria, dos Operários, da Paz, da Saudade, da Alegria, do Rosário, do Carmo,
da Estação, do Mercado, Boa Vista, Bela Vista, Primavera, Alvorada",
);

/// First words of street names, commonest first.
pub static STREET_SUFFIXES: List =
    List::commas("pt_BR.street_suffixes", "Rua, Avenida, Travessa, Praça, Alameda, Estrada, Largo, Viela");

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List = List::commas(
    "pt_BR.company_suffixes",
    "Ltda., S.A., ME, EPP, EIRELI, & Filhos Ltda., & Cia. Ltda., Participações S.A.",
);

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "pt_BR.wild_mail",
    "gmail.com, hotmail.com, outlook.com, uol.com.br, bol.com.br, terra.com.br, yahoo.com.br, ig.com.br",
);

/// Nouns in company names.
pub static COMPANY_NOUNS: List = List::commas(
    "pt_BR.company_nouns",
    "
Logística, Consultoria, Indústria, Sistemas, Tecnologia, Energia, Construtora, Transportes, Têxtil, Eletrônica,
Engenharia, Comunicação, Saúde, Ótica, Embalagens, Serviços, Distribuidora, Imóveis, Seguros, Mecânica, Móveis, Gráfica,
Alimentos, Panificadora, Vinhos, Cafés, Paisagismo, Veículos, Segurança, Telecom, Design, Marcenaria, Metais, Vidros,
Papéis, Plásticos, Turismo, Esportes, Treinamentos, Química, Calçados, Laticínios, Agropecuária",
);

/// Industries.
pub static INDUSTRIES: List = List::commas(
    "pt_BR.industries",
    "
Aeronáutica, Agronegócio, Alimentos e bebidas, Arquitetura, Automotivo, Bancos, Biotecnologia, Calçados,
Celulose e papel, Cerâmica, Comércio atacadista, Comércio varejista, Construção civil, Construção naval, Consultoria,
Cosméticos, Cultura, Educação, Eletrônica, Energia elétrica, Energias renováveis, Engenharia, Entretenimento,
Equipamentos médicos, Esportes, Farmacêutico, Ferroviário, Gestão de resíduos, Hotelaria, Imobiliário, Laticínios,
Logística, Madeira e móveis, Máquinas e equipamentos, Mídia, Mineração, Moda, Papelaria, Pecuária, Pesca, Pesquisa,
Petróleo e gás, Plásticos, Publicidade, Química, Recursos humanos, Restaurantes, Saneamento, Saúde, Segurança, Seguros,
Serviços jurídicos, Siderurgia, Tecnologia da informação, Telecomunicações, Têxtil, Transporte, Turismo",
);

/// Departments of a company.
pub static DEPARTMENTS: List = List::commas(
    "pt_BR.departments",
    "
Vendas, Marketing, Financeiro, Recursos Humanos, Engenharia, Operações, Atendimento ao cliente, Jurídico, Compras, TI,
Produto, Pesquisa, Qualidade, Logística, Produção, Comunicação, Segurança, Facilities, Dados, Treinamento",
);

/// Product categories in the order of the English ones: `name|lowest price|highest price|things|materials`.
pub static PRODUCTS: List = List::lines(
    "pt_BR.products",
    "
Móveis|30|1500|Mesa, Cadeira, Escrivaninha, Estante, Banqueta, Aparador, Banco, Criado-mudo, Guarda-roupa, Mesa de centro|carvalho, nogueira, pinus, faia, aço, bambu
Iluminação|10|300|Luminária de mesa, Luminária de piso, Pendente, Arandela, Abajur, Lanterna, Luminária de leitura, Spot|latão, vidro, papel, alumínio, cerâmica, linho
Cozinha|5|250|Chaleira, Panela, Frigideira, Tábua de corte, Tigela, Bule, Cepo de facas, Saladeira, Moedor de pimenta, Assadeira|aço inox, ferro fundido, cobre, faia, esmalte, vidro
Louças|3|120|Prato, Caneca, Cumbuca, Xícara de café, Bandeja, Jarra, Manteigueira, Castiçal|porcelana, grés, vidro, bambu, cerâmica, ardósia
Cama, mesa e banho|8|220|Cobertor, Almofada, Toalha, Toalha de mesa, Cortina, Lençol, Roupão, Tapete|algodão, linho, lã, veludo, caxemira, bambu
Roupas|10|400|Camisa, Jaqueta, Suéter, Cachecol, Calça, Vestido, Casaco, Cardigã, Saia, Colete|algodão, lã, linho, jeans, seda, fleece
Calçados|25|350|Botas, Tênis, Sandálias, Mocassins, Tênis de corrida, Chinelos, Botas de trilha, Tamancos|couro, camurça, lona, borracha, feltro, náilon
Bolsas|15|450|Mochila, Bolsa de mão, Mala, Carteira, Bolsa tiracolo, Nécessaire, Sacola, Capa para notebook|couro, lona, náilon, feltro, algodão, cortiça
Áudio|20|900|Fones de ouvido, Caixa de som, Toca-discos, Microfone, Amplificador, Soundbar, Rádio, Fones intra-auriculares|alumínio, nogueira, carbono, plástico, bambu, titânio
Informática|10|1800|Teclado, Mouse, Suporte para monitor, Suporte para notebook, Webcam, Dock station, Impressora, Tablet|alumínio, plástico, nogueira, magnésio, aço, carbono
Jardim|6|600|Regador, Floreira, Cadeira de jardim, Pá, Guarda-sol, Braseiro, Casa de passarinho, Rede|aço, teca, terracota, zinco, cedro, rattan
Ferramentas|4|500|Martelo, Chave de fenda, Furadeira, Nível, Alicate, Caixa de ferramentas, Bancada, Serrote|aço, freixo, fibra de vidro, alumínio, titânio, borracha
Brinquedos|5|150|Quebra-cabeça, Blocos, Boneca, Trenzinho, Pipa, Pião, Cavalinho de balanço, Jogo de tabuleiro|madeira, algodão, plástico, feltro, papelão, borracha
Esportes|8|1200|Tapete de ioga, Halter, Raquete de tênis, Bola de futebol, Capacete de bicicleta, Corda de pular, Snowboard, Barraca|borracha, cortiça, carbono, náilon, alumínio, couro
Escritório|2|180|Caderno, Caneta-tinteiro, Estojo, Grampeador, Bandeja de documentos, Calendário de parede, Organizador, Régua|papel, couro, latão, cortiça, nogueira, aço
Joias|15|2500|Anel, Colar, Pulseira, Brincos, Broche, Abotoaduras, Relógio, Pingente|prata, ouro, titânio, aço, couro, madrepérola",
);

/// Colours in the order of the English ones.
pub static COLOURS: List = List::commas(
    "pt_BR.colours",
    "
Preto, Branco, Cinza, Vermelho, Azul, Verde, Amarelo, Laranja, Roxo, Rosa, Marrom, Bege, Turquesa, Azul-marinho,
Verde-oliva, Bordô, Dourado, Prateado, Menta, Coral, Marfim, Antracito, Lilás, Mostarda, Areia",
);
