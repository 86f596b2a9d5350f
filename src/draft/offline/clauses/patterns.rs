//! "such as INV/2023/0042", "in the format XX-9999", "three letters followed by four digits" -> a `pattern`.

use std::ops::Range;

use super::edit::{path, prove, turn_into, yaml};
use super::view::View;
use crate::draft::ir::{Column, ColumnType, Role};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::{Kind, example};

/// Words before an example.
const LIKE: &[&str] = &[
    "such as",
    "e.g.|eg|e.g|z.b.|zb ,?",
    "for example|instance ,?",
    "zum beispiel",
    "par exemple",
    "por ejemplo|exemplo",
    "ad esempio",
    "looks|look|looking like",
    "example|sample of|for a|an|the? %col is|are|would|: be?",
    "of|in|with|follows|following|has|having|using? the? form|format|pattern|shape|style|scheme|template|mask of? :?",
    "format|pattern|form of|for the|a? %col :|is|=",
    "like|wie|comme|como|come|example|examples|format|pattern :|is|=?",
    "in|im the? format|pattern",
    "formatted as|like",
    "(",
];

/// Reads patterns by example and by description.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (pattern, tokens, assumption) = by_example(&view).or_else(|| by_description(&view))?;
    let inside = view.mentions().iter().find(|(_, at)| tokens.start < at.start && at.end < tokens.end);
    // "Code format: AB-1234".
    let around = || view.mentions().iter().find(|(_, at)| at.start < tokens.start && at.end > tokens.start);
    let named = inside.or_else(around).map(|(place, _)| place.clone());
    let place = named.or_else(|| view.subject(&tokens))?;
    let column = view.column(&place)?;
    if !takes(column, &pattern) {
        return None;
    }
    drop(view);
    super::contradict::say(scene, &place, "pattern", &pattern, &tokens);
    if let Some(column) = scene.column_mut(&place) {
        turn_into(column, "pattern");
        column.params.clear();
        column.r#type = ColumnType::Auto;
        column.set("pattern", yaml(&pattern));
        column.unique |= column.role == Role::Pk;
    }
    if let Some(words) = assumption {
        scene.assume(path(&place), words, pattern);
    }
    scene.claim(tokens.clone());
    prove(scene, &place, tokens.clone());
    Some(tokens)
}

/// Whether a column can be texts of a pattern.
fn takes(column: &Column, pattern: &str) -> bool {
    let has_check_digit = matches!(
        column.generator.as_str(),
        "product.ean" | "product.upc" | "product.isbn" | "finance.iban" | "finance.card_number" | "finance.bic"
    );
    // A barcode such as HB00417 is none of those that have a check digit.
    let is_of_digits = matches!(column.generator.as_str(), "product.ean" | "product.upc" | "finance.card_number");
    let has_check_digit = has_check_digit && !(is_of_digits && pattern.contains(|c: char| c.is_ascii_alphabetic()));
    let is_time = super::windows::is_time(column);
    !has_check_digit && !is_time && column.role != Role::Fk && !pattern.is_empty()
}

type Reading = (String, Range<usize>, Option<String>);

/// "such as INV/2023/0042", "in the format XX-9999".
fn by_example(view: &View<'_, '_>) -> Option<Reading> {
    for at in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let Some(start) = LIKE.iter().find_map(|lead| super::phrase::reach(view, lead, at)) else { continue };
        let Some((code, end)) = code_at(view, start).or_else(|| number_of_code(view, at, start)) else { continue };
        let is_span = view.span_at(start).is_some_and(|(span, behind)| span.min.is_some() && behind >= end);
        let is_padded = code.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_open = view.norm(start - 1) == "(";
        if is_span && !is_padded && is_open {
            continue;
        }
        // "Model (T100, T200, T300)" are values.
        let is_list = is_open
            && (matches!(view.norm(end), "," | "/" | "|") || matches!(view.norm(end), "or" | "and"))
            && code_at(view, end + 1).is_some_and(|(next, _)| example::pattern(&next) == example::pattern(&code));
        // "(50/30/20)" are weights of values.
        let weights: Option<f64> = code.split(['/', ':']).map(|part| part.parse::<f64>().ok()).sum();
        let is_whole = code.contains(['/', ':']) && weights == Some(100.0);
        let is_weights = is_open && (is_whole || view.share_at(end).is_some());
        if is_list || is_weights {
            continue;
        }
        let zeros = of_zeros(&code);
        let is_template = is_mask(&code) || zeros.is_some();
        let pattern = zeros.unwrap_or_else(|| example::pattern(&code));
        let words = format!("`{code}` stands for all of its form");
        return Some((pattern, at..end, (!is_template).then_some(words)));
    }
    None
}

/// Fewest digits of a number that stands for codes.
const CODE_DIGITS: usize = 4;

/// "a registration number such as 12345678": a whole number that stands for codes where its column has texts.
fn number_of_code(view: &View<'_, '_>, at: usize, start: usize) -> Option<(String, usize)> {
    let code = view.scene.quote(start..start + 1);
    // "An inventory number such as 1997.0412".
    let is_number = code.len() >= CODE_DIGITS
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && code.starts_with(|c: char| c.is_ascii_digit());
    if !is_number || start >= view.clause.end || view.norm(at) == "(" && start == at + 1 {
        return None;
    }
    let column = view.column(&view.subject(&(at..start + 1))?)?;
    let is_text = matches!(column.generator.as_str(), "pattern" | "permuted" | "company.tax_id")
        || column.generator.starts_with("text.");
    (is_text && column.r#type != ColumnType::Integer).then(|| (code.to_owned(), start + 1))
}

/// A code at a token, with what is glued to it, and the token behind; it has digits or is a template.
fn code_at(view: &View<'_, '_>, start: usize) -> Option<(String, usize)> {
    if view.kind(start) == Some(Kind::Quoted) {
        let code = view.norm(start).to_owned();
        return is_code(&code).then_some((code, start + 1));
    }
    let mut end = start + 1;
    while end < view.clause.end && view.scene.text.is_glued(end) && view.norm(end) != ")" {
        end += 1;
    }
    if start >= view.clause.end {
        return None;
    }
    // "943 476 5919": groups of digits.
    let is_figures = |at: usize| {
        view.kind(at) == Some(Kind::Number) && view.norm(at).bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
    };
    while end < view.clause.end && is_figures(start) && is_figures(end - 1) && is_figures(end) {
        end += 1;
    }
    // "DE 09 123 45678", "B 12-C": groups of capitals and digits with one blank between.
    let is_group = |at: usize| {
        let quote = view.scene.text.quote(at..at + 1);
        let is_code = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        at < view.clause.end && quote.len() <= 8 && quote.bytes().all(is_code) && quote.bytes().any(|byte| byte != b'-')
    };
    let is_beside = |at: usize| {
        let text = view.scene.text;
        text.get(at - 1).zip(text.get(at)).is_some_and(|(before, token)| token.start == before.end + 1)
    };
    // "(A 34%, B 66%)" are values with their shares.
    let is_lead = view.norm(start.wrapping_sub(1)) != "(";
    while is_lead
        && view.share_at(end).is_none()
        && is_group(start)
        && is_group(end - 1)
        && is_group(end)
        && is_beside(end)
    {
        end += 1;
        // "4 C 117/23".
        let is_joint =
            |at: usize| matches!(view.norm(at), "/" | ".") && view.scene.text.is_glued(at + 1) && is_group(at + 1);
        while end < view.clause.end && view.scene.text.is_glued(end) && (is_group(end) || is_joint(end)) {
            end += 1;
        }
    }
    while end > start + 1 && matches!(view.norm(end - 1), "." | "," | ";" | ":" | "!" | "?") {
        end -= 1;
    }
    let code = view.scene.quote(start..end).trim_end_matches([',', '.', ';', ')']).to_owned();
    is_code(&code).then_some((code, end))
}

/// Whether a text is a code: letters or marks with digits, or a template.
fn is_code(text: &str) -> bool {
    let has = |is: fn(char) -> bool| text.chars().any(is);
    let is_number = text.parse::<f64>().is_ok();
    let is_mixed = has(|c| c.is_ascii_digit())
        && (has(|c| c.is_ascii_uppercase()) || has(|c| "-/_.#".contains(c)) || has(|c| c.is_ascii_lowercase()));
    let is_grouped = text.contains(' ') && text.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let is_zero_led = text.starts_with('0') && text.len() > 1 && text.chars().all(|c| c.is_ascii_digit());
    (!text.contains('@') && text.len() <= 60)
        && ((is_mixed && !is_number) || is_zero_led || is_grouped || is_mask(text))
}

/// Whether a text is a mask, such as `XX-9999`, `AAA-###` or `INV-####`.
fn is_mask(text: &str) -> bool {
    let only = |is: fn(char) -> bool, allowed: &str| text.chars().filter(|c| is(*c)).all(|c| allowed.contains(c));
    let is_masked = only(|c| c.is_ascii_alphabetic(), "XANYMD") && only(|c| c.is_ascii_digit(), "90");
    let has_letters = text.chars().any(|c| c.is_ascii_alphabetic());
    text.chars().count() >= 3 && (text.contains('#') || (is_masked && has_letters))
}

/// The pattern of `E-00000`: zeros stand for digits, and all else for itself.
fn of_zeros(text: &str) -> Option<String> {
    let zeros = text.chars().filter(|c| *c == '0').count();
    let fits =
        text.chars().all(|c| c == '0' || !c.is_ascii_digit()) && text.starts_with(|c: char| c.is_ascii_uppercase());
    if zeros < 3 || !fits {
        return None;
    }
    let mut pattern = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches('0').len();
        match run {
            0 => pattern.push_str(&escaped(first)),
            1 => pattern.push_str("[0-9]"),
            _ => pattern.push_str(&format!("[0-9]{{{run}}}")),
        }
        rest = &rest[run.max(first.len_utf8())..];
    }
    Some(pattern)
}

fn escaped(c: char) -> String {
    if "\\.+*?()|[]{}^$".contains(c) { format!("\\{c}") } else { c.to_string() }
}

fn repeated(class: &str, min: usize, max: usize) -> String {
    match (min, max) {
        (1, 1) => class.to_owned(),
        _ if min == max => format!("{class}{{{min}}}"),
        _ => format!("{class}{{{min},{max}}}"),
    }
}

/// "three letters followed by four digits", "starts with DE", "8-digit", "prefix C- and five digits".
fn by_description(view: &View<'_, '_>) -> Option<Reading> {
    let start = view.clause.clone().find(|at| !view.scene.is_claimed(*at) && part(view, *at).is_some())?;
    let (mut pattern, mut end) = part(view, start)?;
    let mut prefix_only = prefix(view, start).is_some();
    while let Some((next, behind)) = following(view, end) {
        pattern.push_str(&next);
        end = behind;
        prefix_only = false;
    }
    let words = prefix_only.then(|| "what follows the prefix is not said".to_owned());
    if prefix_only {
        pattern.push_str("[0-9]{6}");
    }
    Some((pattern, start..end, words))
}

/// The next part: "followed by four digits", "and five digits", "- 4 digits".
fn following(view: &View<'_, '_>, at: usize) -> Option<(String, usize)> {
    let marks = [
        ("a|an? dash|hyphen|minus", "-"),
        ("a|an? slash", "/"),
        ("a|an? dot|period", "\\."),
        ("a|an? underscore", "_"),
        ("a|an? colon", ":"),
        ("a|an? space", " "),
        ("-|–", "-"),
        ("/", "/"),
    ];
    let joined = super::phrase::reach(
        view,
        ",? followed|then|and|plus|+|with|und|et|y|e|gefolgt|suivi|suivis|seguido|seguidos by|von|de|da|then?",
        at,
    );
    let start = joined.or_else(|| super::phrase::reach(view, ",", at)).unwrap_or(at);
    let mark = marks.iter().find_map(|(pattern, mark)| Some((*mark, super::phrase::reach(view, pattern, start)?)));
    if let Some((mark, behind)) = mark
        && let Some((next, end)) = following(view, behind)
    {
        return Some((format!("{mark}{next}"), end));
    }
    (start > at || mark.is_none()).then(|| counted(view, start)).flatten().filter(|_| start > at || at > 0)
}

/// A prefix or a count of characters.
fn part(view: &View<'_, '_>, at: usize) -> Option<(String, usize)> {
    prefix(view, at).or_else(|| literal(view, at)).or_else(|| counted(view, at))
}

/// "DE followed by eight digits": capitals that stand for themselves.
fn literal(view: &View<'_, '_>, at: usize) -> Option<(String, usize)> {
    let quote = view.scene.text.quote(at..at + 1);
    let is_code = (1..=5).contains(&quote.len()) && quote.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_led = super::phrase::reach(view, "followed|plus|then|and by?", at + 1);
    let follows = is_led.is_some_and(|next| counted(view, next).is_some());
    (is_code && follows && view.kind(at) == Some(Kind::Word)).then(|| (quote.to_owned(), at + 1))
}

/// "starting with DE", "prefix C-".
fn prefix(view: &View<'_, '_>, at: usize) -> Option<(String, usize)> {
    let leads = [
        "starts|starting|begins|beginning|start|begin with the? letters|letter|prefix?",
        "prefixed with|by the? letters|letter?",
        "with? the|a|an? prefix of?",
        "prefix :|of|is?",
        "beginnt|beginnend|beginnen mit",
        "commence|commençant par",
        "empieza|empezando|comienza con|por",
        "inizia con",
        "começa com",
    ];
    let start = leads.iter().find_map(|lead| super::phrase::reach(view, lead, at))?;
    let mut end = start + 1;
    while end < view.clause.end && view.scene.text.is_glued(end) && matches!(view.norm(end), "-" | "_" | "/" | "#") {
        end += 1;
    }
    let text =
        if view.kind(start)? == Kind::Quoted { view.norm(start).to_owned() } else { view.scene.quote(start..end) };
    let is_code = text.chars().all(|c| !c.is_lowercase() || text.len() <= 4) && !text.is_empty() && text.len() <= 12;
    let is_fit = is_code && view.norm(start) != "a" && !text.chars().all(|c| c.is_ascii_digit() && c != '0')
        || view.kind(start) == Some(Kind::Quoted);
    // Hyphens at the end may have been left out of the word's token.
    let behind = view.scene.text.bytes(start..end).end;
    let dash = view.scene.text.prose[behind..].starts_with('-') && view.kind(start) != Some(Kind::Quoted);
    let literal: String = text.chars().map(escaped).collect();
    is_fit.then(|| (if dash { format!("{literal}-") } else { literal }, end))
}

/// "four digits", "8-digit", "8 to 12 characters".
fn counted(view: &View<'_, '_>, at: usize) -> Option<(String, usize)> {
    let at = if view.norm(at) == "exactly" { at + 1 } else { at };
    if let Some((count, word)) = view.norm(at).rsplit_once('-')
        && let Some(class) = class(word, false)
    {
        let count = count.parse::<usize>().ok().or_else(|| spelled(count)).or((count == "single").then_some(1))?;
        return (1..=40).contains(&count).then(|| (repeated(class, count, count), at + 1));
    }
    let (min, max, behind) = match view.span_at(at) {
        Some((span, end)) if span.min.is_some() && span.max.is_some() => (
            span.min?.value as usize,
            span.max?.value as usize,
            end - usize::from(!span.unit.is_empty() && view.norm(end - 1) == span.unit),
        ),
        _ if view.norm(at) == "single" => (1, 1, at + 1),
        _ => {
            let (num, end) = view.num_at(at)?;
            (num.value as usize, num.value as usize, end)
        }
    };
    let behind = if view.norm(behind) == "-" { behind + 1 } else { behind };
    let is_lower = matches!(view.norm(behind), "lowercase" | "lower-case" | "small");
    let is_word = |at: usize| {
        matches!(
            view.norm(at),
            "lowercase"
                | "lower-case"
                | "small"
                | "uppercase"
                | "upper-case"
                | "capital"
                | "random"
                | "latin"
                | "decimal"
        )
    };
    let behind = if is_word(behind) { behind + 1 } else { behind };
    let class = class(view.norm(behind), is_lower)?;
    // "two decimals" and "2 digits behind the point" are no texts.
    let is_precision =
        matches!(view.norm(behind + 1), "behind" | "after") || matches!(view.norm(behind.wrapping_sub(1)), "decimal");
    let is_fit = (1..=60).contains(&min) && min <= max && max <= 200 && !is_precision;
    let (class, behind) = mixed(view, class, behind + 1);
    is_fit.then(|| (repeated(class, min, max), behind))
}

/// "letters and digits", "letters or numbers": characters of both kinds, and the token behind them.
fn mixed<'c>(view: &View<'_, '_>, first: &'c str, at: usize) -> (&'c str, usize) {
    let behind = super::phrase::reach(view, "and|or|/ capital|upper-case|uppercase|small|lower-case|lowercase?", at);
    let second = behind.and_then(|behind| {
        class(view.norm(behind), first == "[a-z]").or((view.norm(behind) == "numbers").then_some("[0-9]"))
    });
    match (first, second, behind) {
        ("[A-Z]", Some("[0-9]"), Some(behind)) | ("[0-9]", Some("[A-Z]"), Some(behind)) => ("[A-Z0-9]", behind + 1),
        ("[a-z]", Some("[0-9]"), Some(behind)) => ("[a-z0-9]", behind + 1),
        _ => (first, at),
    }
}

fn spelled(word: &str) -> Option<usize> {
    let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen",
    ];
    words.iter().position(|known| *known == word)
}

fn class(word: &str, is_lower: bool) -> Option<&'static str> {
    Some(match word {
        "digit" | "digits" | "numerals" | "ziffern" | "stellig" | "stelligen" | "stellige" | "chiffres" | "dígitos"
        | "cifras" | "cifre" | "figures" => "[0-9]",
        "letter" | "letters" | "buchstaben" | "lettres" | "letras" | "lettere" if is_lower => "[a-z]",
        "letter" | "letters" | "buchstaben" | "lettres" | "letras" | "lettere" | "capitals" => "[A-Z]",
        "character" | "characters" | "char" | "chars" | "alphanumerics" | "zeichen" | "caractères" | "caracteres"
        | "caratteri" => "[A-Z0-9]",
        "alphanumeric" => "[A-Z0-9]",
        "hex" | "hexadecimal" => "[0-9a-f]",
        _ => return None,
    })
}

/// Reads "always EUR", "the currency is EUR throughout".
pub fn read_constant(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "%col is|are|=|: always|constantly|constant|fixed at|to? %word",
        "%col always|constantly|fixed at|to? %word",
        "%col is|are|=|:? %num ml|cl|l|g|kg|cm|mm|m|km|euros|euro|dollars|percent|%|hours|minutes|days? always|constantly|throughout|fixed",
        "always|constantly %word",
        "constant|constantly|fixed|hard-coded at|to|as|value|: %word",
        "immer|toujours|siempre|sempre %word",
        "default|defaults|defaulting to|: %word",
    ])?;
    let place = found.column().or_else(|| view.subject(&found.tokens))?;
    let value = found.words().pop().or_else(|| found.nums().pop().map(|num| num.text))?;
    let column = view.column(&place)?;
    let is_word = !super::units::DEMANDS.contains(&value.to_lowercase().as_str())
        && !matches!(
            value.as_str(),
            "positive"
                | "present"
                | "set"
                | "filled"
                | "a"
                | "an"
                | "the"
                | "after"
                | "before"
                | "later"
                | "in"
                | "on"
                | "at"
                | "given"
                | "known"
                | "less"
                | "more"
                | "greater"
                | "lower"
                | "higher"
                | "below"
                | "above"
                | "equal"
                | "from"
                | "there"
        );
    if !is_word
        || column.role != Role::Attribute
        || view.column_at(found.tokens.end - 1).is_some()
        || super::windows::is_time(column)
    {
        return None;
    }
    let ends = matches!(
        view.norm(found.tokens.end),
        "" | "." | "," | ";" | ")" | "and" | "\n" | "\n\n" | "for" | "throughout"
    );
    if !ends {
        return None;
    }
    drop(view);
    set_constant(scene, &place, &value, &found.tokens);
    Some(found.tokens)
}

fn set_constant(scene: &mut Scene<'_>, place: &Place, value: &str, tokens: &Range<usize>) {
    scene.claim(tokens.clone());
    if let Some(column) = scene.column_mut(place) {
        let is_bare = value.parse::<f64>().is_ok() || matches!(value, "true" | "false");
        let r#type = column.r#type;
        turn_into(column, "constant");
        column.params.clear();
        column.choices.clear();
        column.r#type = if is_bare { r#type } else { ColumnType::Auto };
        column.set("value", if is_bare { value.to_owned() } else { yaml(value) });
    }
    prove(scene, place, tokens.clone());
}
