use super::super::{Kind, Text};

/// Tokens as `norm`, with a letter for the kind before those that are no words.
fn shown(prose: &str) -> String {
    let text = Text::new(prose);
    let show = |token: &super::Token| match token.kind {
        Kind::Word => token.norm.clone(),
        Kind::Number => format!("#{}", token.norm),
        Kind::Quoted => format!("\"{}\"", token.norm),
        Kind::Mark => token.norm.clone(),
        Kind::Bullet => format!("*{}", token.norm),
        Kind::Break => format!("{:?}", token.norm).replace('"', ""),
    };
    text.tokens.iter().map(show).collect::<Vec<_>>().join(" ~ ").replace(" ~ ", " ")
}

#[test]
fn words_numbers_and_marks_are_told_apart() {
    for (prose, expected) in [
        ("2,000 members, each", "#2,000 members , each"),
        ("a 20k b", "a #20k b"),
        ("1.5M 50% 9am 7th 10GB 15min", "#1.5m #50% #9am #7th #10gb #15min"),
        ("2 000 rows and 1'000", "#2 000 rows and #1'000"),
        ("in 2023 500 rows", "in #2023 #500 rows"),
        ("1,2,3", "#1 , #2 , #3"),
        ("12,5 and 12.5.", "#12,5 and #12.5 ."),
        ("from -20 to 45", "from #-20 to #45"),
        ("16–67 or 16-67 or 16 - 67", "#16 - #67 or #16 - #67 or #16 - #67"),
        ("$5–$20, 5€", "$ #5 - $ #20 , #5 €"),
        ("18+ and ±5", "#18 + and ± #5"),
        (
            "2024-07-01 2024-07-01T12:00:00Z 01.07.2024 7/1/2024 12:30",
            "#2024-07-01 #2024-07-01t12:00:00z #01.07.2024 #7/1/2024 #12:30",
        ),
        ("INV/2023/0042, AB-1234; SKU-00412.", "inv/2023/0042 , ab-1234 ; sku-00412 ."),
        ("###-## and XX-9999", "###-## and xx-9999"),
        ("555-123-4567 and 1.2.3 and 192.168.0.1", "555-123-4567 and 1.2.3 and 192.168.0.1"),
        ("a/b/c and/or TCP/IP n/a", "a / b / c and / or tcp / ip n/a"),
        ("e.g. this, i.e. that, z.B. x, etc. and U.S. firms", "e.g. this , i.e. that , z.b. x , etc. and u.s. firms"),
        ("ca. 20 vs. 30. Jan. 2024 no. 5", "ca. #20 vs. #30 . jan. #2024 no. #5"),
        ("The end of min. Then", "the end of min . then"),
        ("a.b@example.com, https://x.org/a?b=1.", "a.b@example.com , https://x.org/a?b=1 ."),
        ("member_id customers.name follow-up l’étudiant", "member_id customers.name follow-up l'étudiant"),
        ("don't say 'so' or members' \"in transit\" `code`", "don't say \"so\" or members ' \"in transit\" \"code\""),
        ("“typographic” „deutsch“ «français»", "\"typographic\" \"deutsch\" \"français\""),
        ("**bold** and *it* and _so_ a * b", "bold and it and so a * b"),
        ("devices(id, serial)", "devices ( id , serial )"),
        ("contract(s)", "contracts"),
        ("30-day and 5-star", "#30 - day and #5 - star"),
        ("10-20EUR 1M-5M", "#10 - #20eur #1m - #5m"),
        ("0..100 and 1...", "#0 .. #100 and #1 ..."),
        (">= 5 ≤ 6 → x", ">= #5 <= #6 -> x"),
        ("20 °C 5°C", "#20 °c #5 °c"),
        ("4x4 and 2FA", "4x4 and 2fa"),
        ("e\u{301}te\u{301} so\u{ad}ft", "été soft"),
        ("Q3 2022 H1", "q3 #2022 h1"),
        ("the 1990s", "the #1990s"),
        ("½ 2½", "#½ #2½"),
        ("~500", "~ #500"),
        ("１２ rows", "#12 rows"),
    ] {
        assert_eq!(shown(prose), expected, "{prose}");
    }
}

#[test]
fn lines_have_bullets_numbers_and_headings() {
    for (prose, expected) in [
        ("- a\n- b", "*- a \\n *- b"),
        ("* a\n* b\n• c", "*- a \\n *- b \\n *- c"),
        ("1. a\n2. b\n3) c", "*1. a \\n *2. b \\n *3) c"),
        ("a) x\nb) y", "*a) x \\n *b) y"),
        ("between 1 and\n5. Then", "between #1 and \\n #5 . then"),
        ("## Tables\n\n\ntext", "*## tables \\n\\n text"),
        ("- [x] done", "*- done"),
        ("| a | b |\n|---|---|", "| a | b | \\n | --- | --- |"),
        ("-20 to 5", "#-20 to #5"),
        ("a\r\n\r\nb", "a \\n\\n b"),
        ("> quoted", "*> quoted"),
    ] {
        assert_eq!(shown(prose), expected, "{prose:?}");
    }
}

/// Pieces of nasty prose, from which others are put together.
const NASTY: &[&str] = &[
    "\"",
    "'",
    "`",
    "```",
    "“",
    "„",
    "«",
    "‘",
    "*",
    "**",
    "_",
    "#",
    "##",
    "-",
    "–",
    "—",
    "...",
    "…",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{a0}",
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "ß",
    "İ",
    "ﬀ",
    "日本",
    "👩‍👩‍👧",
    "½",
    "²",
    "１２",
    "٣",
    "1",
    "12",
    "2,000",
    "2.000",
    "1'000",
    "-5",
    "20k",
    "50%",
    "7th",
    "2024-07-01",
    "2024-02-31",
    "99999999999999999999999999999999999999999999",
    "1e999",
    "0.0000000000000000000000000000000000000000000001",
    "INV/2023/0042",
    "a@b.c",
    "https://",
    "www.",
    "(s)",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "|",
    "/",
    "\\",
    "<",
    ">",
    "=",
    "+",
    "±",
    "$",
    "€",
    "°C",
    "%",
    "‰",
    "a",
    "an",
    "one",
    "hundred",
    "and",
    "half",
    "to",
    "from",
    "between",
    "of",
    "the",
    "last",
    "months",
    "before",
    "every",
    "mostly",
    "either",
    "or",
    ",",
    ".",
    ";",
    ":",
    "zweitausend",
    "quatre-vingt-dix",
    "millonmillon",
    "w/",
    "e.g.",
    "z.B.",
    "No.",
    "12:30",
    "24:61",
    "Q3",
    "1990s",
    "''",
    "d'un",
];

/// Reads a text in every way.
fn read_all(prose: &str) {
    use super::super::{dates, list, number, range, share};
    let text = Text::new(prose);
    let mut last = 0;
    for token in &text.tokens {
        assert!(token.start >= last && token.end > token.start && token.end <= prose.len(), "{prose:?}: {token:?}");
        assert!(prose.is_char_boundary(token.start) && prose.is_char_boundary(token.end), "{prose:?}: {token:?}");
        last = token.end;
    }
    for at in 0..=text.tokens.len() {
        let ends = [
            number::number(&text, at).map(|found| found.end),
            number::count(&text, at).map(|found| found.end),
            number::vague(&text, at).map(|found| found.end),
            number::ordinal(&text, at).map(|found| found.end),
            share::share(&text, at).map(|found| found.end),
            range::range(&text, at).map(|found| found.end),
            dates::date(&text, at).map(|found| found.end),
            dates::duration(&text, at).map(|found| found.end),
            dates::window(&text, at, "2026-01-31").map(|found| found.end),
            dates::grid(&text, at, "2026-01-31").map(|found| found.end),
            list::list(&text, at).map(|found| found.end),
        ];
        for end in ends.into_iter().flatten() {
            assert!(end > at && end <= text.tokens.len(), "{prose:?} at {at}: {end}");
        }
    }
    for token in &text.tokens {
        super::super::example::pattern(&prose[token.start..token.end]);
    }
}

#[test]
fn nothing_that_is_written_breaks_the_grammars() {
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..600 {
        let joint = ["", " ", ""][next(3)];
        let pieces: Vec<&str> = (0..1 + next(12)).map(|_| NASTY[next(NASTY.len())]).collect();
        read_all(&pieces.join(joint));
    }
}

#[test]
fn much_of_one_thing_is_cut_in_linear_time() {
    for piece in [
        "\"", "'", "„", "„ “", "«", "`", "a/", "A1-", "#", "-", "1,", "1.000.", "(", "e.g.", "a-", "'a ", "\n", "a' ",
        "@", "a@", "www.", "²",
    ] {
        let prose = piece.repeat((1 << 17) / piece.len());
        let text = Text::new(&prose);
        assert!(text.tokens.len() <= prose.len(), "{piece}");
    }
}
