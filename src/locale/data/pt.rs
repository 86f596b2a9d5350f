//! Words that Portugal and Brazil share: catch phrases and running text. What they name differently stands with each.

use crate::locale::list::List;

/// Catch phrases are a feminine noun in the plural, an adjective that agrees, and a tail.
pub static SLOGAN_HEADS: List = List::commas(
    "pt.slogan_heads",
    "
Ideias, Soluções, Estratégias, Máquinas, Energias, Matérias, Plataformas, Respostas, Alianças, Técnicas, Formas, Linhas,
Redes, Ferramentas, Experiências, Propostas, Rotas, Peças, Oportunidades, Marcas",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_MIDDLES: List = List::commas(
    "pt.slogan_middles",
    "
sustentáveis, simples, claras, sólidas, seguras, inovadoras, justas, locais, modernas, abertas, rápidas, responsáveis,
flexíveis, úteis, vivas, confiáveis, elegantes, conectadas, precisas, naturais, inteligentes, novas, fortes, próximas",
);

/// See [`SLOGAN_HEADS`].
pub static SLOGAN_TAILS: List = List::commas(
    "pt.slogan_tails",
    "
para amanhã, para todos, para o dia a dia, à sua medida, ao seu lado, com paixão, com confiança, desde sempre,
para o futuro, para a indústria, para os seus projetos, para a sua empresa, perto de casa, sem rodeios, sem fronteiras,
com bom senso, o ano inteiro, em todo o país, do início ao fim, feitas para durar",
);

/// Nouns of running text, each with its article.
pub static NOUNS: List = List::commas(
    "pt.nouns",
    "
a abelha, o advogado, a aldeia, o aluno, o amigo, a amiga, o anel, o ano, a areia, o ar, o armário, a árvore, o artista,
o autor, a avenida, o avião, o avô, a avó, o azeite, a bandeira, o banco, o barco, a bicicleta, o bilhete, a boca,
a bola, o bolo, o bosque, a cadeira, o caderno, o café, a caixa, a cama, o caminho, a camisa, o campo, a canção, o cão,
o capitão, a carta, a casa, o castelo, o cavalo, a cesta, o chapéu, a chave, a chuva, a cidade, o cinema, o cliente,
a colina, a colher, o concerto, o conselho, o contrato, a cor, a costa, a cozinha, o cozinheiro, a criança, o dia,
o diretor, o desenho, o dinheiro, o doutor, o edifício, o engenheiro, a escada, a escola, o escritor, o escritório,
o espelho, a estação, a estrada, a estrela, o estudante, a fábrica, a faca, a família, a feira, a festa, a filha,
o filho, o filme, a flor, a floresta, o fogo, a folha, a fonte, a foto, a fruta, a garrafa, o gato, o guarda,
a história, a hora, a horta, o hospital, o hotel, a ideia, a igreja, a ilha, o inverno, o irmão, a irmã, a janela,
o jantar, o jardim, o jogo, o jornal, o juiz, o lago, a lâmpada, a laranja, o leite, a lição, a língua, o livro, a loja,
a lua, a luz, a maçã, a mãe, a mala, a manhã, a mão, o mapa, a máquina, o mar, o médico, o mercado, a mesa, o mês,
a montanha, o moinho, o mundo, o muro, o museu, a música, a neve, a noite, o nome, a notícia, a nuvem, a onda, o outono,
o pai, a palavra, o pão, o papel, o parque, o pássaro, a pedra, o peixe, a pergunta, o piano, o pintor, o plano,
a planta, o poema, o poeta, a ponte, a porta, o porto, a praça, a praia, o prato, o preço, a primavera, a prima,
o primo, o problema, o professor, a professora, o projeto, o queijo, o rapaz, o rei, a rainha, o relógio, a resposta,
o restaurante, o rio, a rosa, a roupa, a rua, a sala, o sapato, o segredo, a semana, o silêncio, o sol, a sombra,
o sonho, a sopa, a tarde, o teatro, o telhado, a tempestade, o tempo, a terra, a torre, o trabalho, o turista, o vento,
o verão, o vestido, a viagem, o vinho, a vizinha, o vizinho, a voz",
);

/// Transitive verbs, third person singular.
pub static VERBS: List = List::commas(
    "pt.verbs",
    "
abraça, abre, aceita, acompanha, admira, ajuda, ama, anuncia, aprende, arruma, atravessa, avisa, busca, chama, compra,
compreende, conhece, conserva, constrói, conta, corrige, corta, cria, cuida, decora, defende, descobre, descreve,
desenha, encontra, ensina, entrega, envia, escolhe, esconde, escreve, escuta, espera, esquece, estuda, evita, examina,
explica, explora, fecha, fotografa, guarda, guia, ilumina, imagina, lança, lava, lembra, leva, lê, limpa, manda, mede,
melhora, mostra, muda, observa, oferece, olha, organiza, ouve, paga, perde, pinta, pega, prepara, apresenta, protege,
prova, procura, quer, recebe, recolhe, reconhece, recorda, repara, repete, respeita, salva, segue, sente, serve,
surpreende, sustenta, tem, termina, toca, traz, transforma, une, usa, vende, vence, vê, vigia, visita",
);

/// Adverbs of running text.
pub static ADVERBS: List = List::commas(
    "pt.adverbs",
    "
agora, ainda, alegremente, amanhã, antes, bem, calmamente, cedo, certamente, claramente, constantemente, cuidadosamente,
depois, depressa, devagar, discretamente, diariamente, enfim, facilmente, finalmente, frequentemente, geralmente,
gentilmente, hoje, imediatamente, já, lentamente, livremente, logo, novamente, orgulhosamente, pacientemente,
prudentemente, quase, raramente, rapidamente, regularmente, secretamente, sempre, seriamente, simplesmente, suavemente,
talvez, também, tarde, tranquilamente",
);

/// Phrases of time that begin a sentence.
pub static TIMES: List = List::commas(
    "pt.times",
    "
ao amanhecer, ao anoitecer, ao meio-dia, à noite, à tarde, antes do jantar, às vezes, cada ano, cada domingo, de manhã,
de repente, de vez em quando, depois do almoço, desde ontem, durante a noite, em breve, esta manhã, esta semana, hoje,
mais tarde, na primavera, no fim, no inverno, no outono, no verão, pouco depois, um belo dia, uma vez por mês",
);

/// Forms of a sentence: `S` subject, `O` object, `V` verb, `A` adverb, `T` time.
pub static SENTENCES: List = List::lines(
    "pt.sentences",
    "
S V O.
S V A O.
T, S V O.
S V O e V O.
S V O, mas S V O.
T, S V A O.
Quando S V O, S V O.
Como S V O, S V O.",
);
