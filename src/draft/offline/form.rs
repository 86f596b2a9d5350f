//! The key of some words, or a name -> its [`Form`]: all that is looked at when words and names are held against each other, found once.
//! How well they fit is a number, see [`of_column`] and [`of_table`].

use std::cell::RefCell;
use std::rc::Rc;

use super::names;
use super::recall::Memo;

/// Words that carry no meaning within a name: `date of birth`, `the phone number`.
const WEAK: &[&str] = &[
    "of", "the", "a", "an", "number", "no", "nr", "name", "date", "time", "at", "on", "in", "code", "id", "amount",
    "value", "address", "de", "del", "der", "die", "das", "du", "la", "le", "el", "il", "da", "do", "di",
];

/// A key with what is asked of it again and again.
#[derive(Debug)]
pub struct Form {
    /// What it is the form of.
    pub name: String,
    /// The words, see [`names::key`].
    pub key: String,
    /// Those with a meaning.
    strong: Vec<String>,
    /// A bit for each of these.
    marks: u64,
    /// How often each small letter is in the key.
    letters: [u8; 26],
    /// How many letters the key has.
    count: usize,
    /// The key as all spellings of umlauts have it.
    plain: String,
}

impl Form {
    fn new(name: &str, key: String) -> Self {
        let strong: Vec<String> = key.split(' ').filter(|word| !WEAK.contains(word)).map(str::to_owned).collect();
        let mark = |word: &String| {
            1_u64 << (word.bytes().fold(7_u32, |mark, byte| mark.wrapping_mul(31).wrapping_add(u32::from(byte))) % 64)
        };
        let mut letters = [0_u8; 26];
        for letter in key.bytes().filter(u8::is_ascii_lowercase) {
            let count = &mut letters[usize::from(letter - b'a')];
            *count = count.saturating_add(1);
        }
        Self {
            marks: strong.iter().fold(0, |marks, word| marks | mark(word)),
            letters,
            count: key.chars().count(),
            plain: key.replace("ae", "a").replace("oe", "o").replace("ue", "u"),
            strong,
            name: name.to_owned(),
            key,
        }
    }
}

/// The form of a name.
pub fn of_name(name: &str) -> Rc<Form> {
    thread_local!(static KNOWN: RefCell<Memo<Form>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| known.of(name, |name| Form::new(name, names::key(name))))
}

/// The form of some words of which the key is known.
pub fn of_key(key: &str) -> Rc<Form> {
    thread_local!(static KNOWN: RefCell<Memo<Form>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| known.of(key, |key| Form::new(key, key.to_owned())))
}

/// How well some words name a column: 100 exactly, 80 with the same strong words, 60 with some of them, 40 misspelt.
pub fn of_column(wanted: &Form, column: &Form) -> u32 {
    match () {
        () if wanted.key.is_empty() => 0,
        () if wanted.key == column.key => 100,
        () if same(wanted, column) => 80,
        () if within(wanted, column) || within(column, wanted) => 60,
        () if slip(wanted, column) => 40,
        () => 0,
    }
}

/// How well some words name a table: 100 exactly, 90 in another form, 80 by its head, 40 misspelt.
pub fn of_table(wanted: &Form, table: &Form) -> u32 {
    match () {
        () if wanted.key.is_empty() => 0,
        () if wanted.key == table.key => 100,
        () if inflected(&wanted.plain, &table.plain) => 90,
        () if is_head(&wanted.key, &table.key) => 80,
        () if slip(wanted, table) => 40,
        () => 0,
    }
}

/// Whether a word is the last of several.
fn is_head(word: &str, words: &str) -> bool {
    words.strip_suffix(word).is_some_and(|before| before.ends_with(' ')) && !word.contains(' ')
}

/// Whether both have the same strong words.
fn same(these: &Form, those: &Form) -> bool {
    !these.strong.is_empty()
        && these.strong.len() == those.strong.len()
        && these.marks & !those.marks == 0
        && these.strong.iter().all(|word| those.strong.contains(word))
}

/// Whether a name of several words is meant by fewer: `total` by `order total`.
fn within(few: &Form, many: &Form) -> bool {
    !few.strong.is_empty()
        && few.strong.len() < many.strong.len()
        && few.marks & !many.marks == 0
        && few.strong.iter().all(|word| many.strong.contains(word))
}

/// Whether one key is a slip of the pen for another; short ones never are.
fn slip(wanted: &Form, known: &Form) -> bool {
    let most = if wanted.key.len() < 8 { 1 } else { 2 };
    if wanted.key.len() < 5 || !may_be_near(wanted, known, most) {
        return false;
    }
    // As far as `diag::closest` goes, and not beyond that.
    let most = most.min((wanted.count / 3).max(1));
    let (wanted, known) = (wanted.key.as_str(), known.key.as_str());
    let (short, long) = if wanted.len() <= known.len() { (wanted, known) } else { (known, wanted) };
    let is_derived =
        long.strip_prefix(short).is_some_and(|ending| matches!(ending, "r" | "y" | "er" | "or" | "n" | "d"));
    !is_derived && strsim::damerau_levenshtein(wanted, known) <= most
}

/// Whether so few slips can part two keys, by what is cheap to see: a slip adds or takes at most one letter, or turns one into another.
fn may_be_near(one: &Form, other: &Form, most: usize) -> bool {
    let differ = || one.letters.iter().zip(&other.letters).map(|(a, b)| usize::from(a.abs_diff(*b))).sum::<usize>();
    one.count.abs_diff(other.count) <= most && differ() <= 2 * most
}

/// Whether two words are forms of one noun in a language with other endings than English.
fn inflected(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // Both ways keep all but the last letters, and a word has four.
    if short.as_bytes().get(..2) != long.as_bytes().get(..2) || short.chars().count() < 4 {
        return false;
    }
    if let Some(ending) = long.strip_prefix(short) {
        return matches!(ending, "n" | "en" | "e" | "es" | "er" | "nen" | "is");
    }
    let base = |word: &str| word.strip_suffix(['o', 'a', 'e', 'i']).map(str::to_owned);
    short.len() == long.len() && base(short).is_some() && base(short) == base(long)
}
