//! Signs: what people number things with (`INV/2023/0042`, `AB-1234`, `###-##`), and telephone numbers, versions, addresses of hosts.

/// Most bytes of a sign.
const LONGEST: usize = 48;

/// Bytes of the sign that a text begins with.
pub fn sign(rest: &str) -> Option<usize> {
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#') {
        return None;
    }
    let run = run(rest)?;
    (is_mask(run) || is_number_of_things(run) || is_of_digits(run)).then_some(run.len())
}

/// Letters, digits and hashes, with one of `-/_.:` between them.
fn run(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    let is_inner = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    let mut len = 0;
    while is_inner(bytes.get(len))
        || (bytes.get(len).is_some_and(|byte| b"-/_.:".contains(byte)) && is_inner(bytes.get(len + 1)))
    {
        len += 1;
        if len > LONGEST {
            return None;
        }
    }
    let is_word = rest[len..].starts_with(|c: char| c.is_alphanumeric() || c == '@');
    (len > 0 && !is_word).then(|| &rest[..len])
}

/// `###-##`, `XX-###`.
fn is_mask(run: &str) -> bool {
    run.contains("##")
        && run.bytes().all(|byte| b"#-/_.:".contains(&byte) || byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Capitals and digits with separators, with a part of digits alone; parts in small letters only between slashes.
fn is_number_of_things(run: &str) -> bool {
    let parts: Vec<&str> = run.split(['-', '/', '_', '.', ':']).collect();
    let of_digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let has_digits =
        parts.iter().any(of_digits) || parts.iter().filter(|part| is_code(part) && !is_capitals(part)).count() >= 2;
    let has_capitals = parts.iter().any(|part| part.starts_with(|c: char| c.is_ascii_uppercase()));
    let fits = parts.iter().all(|part| of_digits(part) || is_capitals(part) || is_code(part));
    let is_range =
        run.starts_with(|c: char| c.is_ascii_digit()) && parts[1..].iter().all(|part| of_digits(part) || is_unit(part));
    let is_pair = run.contains(':') && parts.iter().any(|part| part.len() != parts[0].len());
    let lists = run.contains('/') && !parts.iter().any(|part| of_digits(part) && part.len() > 1);
    let is_small =
        run.contains('/') && parts.iter().any(|part| of_digits(part) && part.len() > 2) && is_small(parts[0]);
    parts.len() > 1 && has_digits && ((has_capitals && fits && !is_range && !is_pair && !lists) || is_small)
}

fn is_capitals(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_small(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Capitals and digits in one part: `D07`, `4X`.
fn is_code(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Letters that stand behind numbers: `10-20EUR`, `5-K`.
fn is_unit(part: &str) -> bool {
    let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
    ["EUR", "USD", "GBP", "CHF", "K", "M", "KB", "MB", "GB", "TB", "C", "F", "KG"].contains(&letters)
}

/// `555-123-4567`, `192.168.0.1`, `1.2.3`: three and more groups of digits that are no thousands.
fn is_of_digits(run: &str) -> bool {
    let Some(separator) = run.chars().find(|c| !c.is_ascii_digit()) else { return false };
    let groups: Vec<&str> = run.split(separator).collect();
    let of_digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let is_thousands = separator == '.' && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    of_digits && groups.len() > 2 && "-.".contains(separator) && !is_thousands && !run.contains("..")
}
