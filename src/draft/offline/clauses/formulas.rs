//! "net plus 19% VAT", "total = quantity * unit price", "the fee is 2.5% of the amount" -> a formula.

use std::ops::Range;

use super::edit::{add_column, add_rule, inferred, path, plain, prove, turn_into, yaml};
use super::events::qualified;
use super::view::View;
use super::windows::{is_day, is_time};
use crate::draft::ir::{Column, ColumnType, RuleKind};
use crate::draft::offline::scene::{Place, Scene};

/// What stands between a column and its formula.
const LINKS: &[&str] = &[
    ",? which|that is|equals|being|are the|a|an?",
    ",? i.e.|i.e|ie|namely the|a|an?",
    "is|are|being|be|equals|equal|=|:|as|means|( always|just|simply|computed|calculated|derived|given|defined|set|equal? as|by|from|to|=? the|a|an?",
    "computed|calculated|derived|made|obtained as|from|by|with|of the|a|an?",
    "consists|comes|results of|from the?",
    "ist|est|es|è|é|ergibt sich? aus? der|die|das|le|la|les|el|il|o|a?",
];

/// Reads formulas.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (target, expression, tokens) = stated(&view).or_else(|| of_item(&view)).or_else(|| remainder(&view))?;
    drop(view);
    set(scene, &target, &expression, tokens)
}

/// A formula for a column at a token, which names another column, and the token behind it.
pub(super) fn at(view: &View<'_, '_>, target: &Place, at: usize) -> Option<(String, usize)> {
    let (formula, end) = Reader::new(view, target).read(at)?;
    let names_other = (at..end).any(|at| view.column_at(at).is_some_and(|(place, _)| place != *target));
    names_other.then_some((formula, end))
}

/// Makes a column a formula.
pub(super) fn set(
    scene: &mut Scene<'_>,
    target: &Place,
    expression: &str,
    tokens: Range<usize>,
) -> Option<Range<usize>> {
    if scene.column(target).is_none() {
        let column = Column { r#type: ColumnType::Decimal, ..inferred(&target.column, "expr") };
        add_column(scene, &target.table, column)?;
    }
    if let Some(column) = scene.column_mut(target) {
        let r#type = if column.generator == "product.price" { ColumnType::Decimal } else { column.r#type };
        let scale = column.param("scale").map(str::to_owned);
        turn_into(column, "expr");
        column.params.clear();
        column.r#type = if r#type == ColumnType::Auto { ColumnType::Decimal } else { r#type };
        if let Some(scale) = scale {
            column.set("scale", scale);
        }
        column.set("expr", yaml(expression));
    }
    let quote = scene.quote(tokens.clone());
    scene.claim(tokens.clone());
    add_rule(scene, RuleKind::Formula, &target.table, vec![target.column.clone()], expression.to_owned(), quote);
    prove(scene, target, tokens.clone());
    Some(tokens)
}

/// "the total is quantity times price": a column, a link, and a formula of at least one operation.
fn stated(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    for at in view.clause.clone() {
        let Some((target, name)) = target_before(view, at) else { continue };
        let Some(start) = LINKS.iter().find_map(|link| super::phrase::reach(view, link, at)) else { continue };
        let Some((expression, end)) = Reader::new(view, &target).read(start) else { continue };
        let end = if view.norm(end) == ")" { end + 1 } else { end };
        if view.scene.is_free(start..end) {
            return Some((target, expression, name..end));
        }
    }
    None
}

/// "Net is what remains": what other formulas leave of the column that they are shares of.
fn remainder(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    const REST: &[&str] = &[
        "what|whatever is|'s? left|remaining|remains|stays over?",
        "the|a? rest|remainder|remaining|difference|balance amount|sum|part?",
        "was übrig|bleibt bleibt?",
        "der|die|das rest|differenz",
        "ce qui reste",
        "lo que queda|resta",
        "ciò|quello che resta|rimane",
        "o que resta|sobra",
    ];
    view.clause.clone().find_map(|at| {
        let (target, name) = target_before(view, at)?;
        let start = LINKS.iter().find_map(|link| super::phrase::reach(view, link, at))?;
        // An article may belong to the link already.
        let from = [start, start.saturating_sub(1)];
        let end = from.iter().find_map(|at| REST.iter().find_map(|rest| super::phrase::reach(view, rest, *at)))?;
        let is_last = matches!(view.norm(end), "" | "." | "," | ";" | ")");
        let rules = &view.scene.ir.rules;
        let shares = rules.iter().filter(|rule| rule.kind == RuleKind::Formula && rule.table == target.table);
        let shares: Vec<(&str, &str)> = shares
            .filter_map(|rule| Some((rule.columns.first()?.as_str(), rule.expression.split_once(" * ")?.0)))
            .filter(|(column, of)| *column != target.column && *of != target.column)
            .collect();
        let (_, whole) = shares.last().filter(|_| is_last)?;
        view.ir_table(&target.table)?.column(whole)?;
        let parts = shares.iter().filter(|(_, of)| of == whole).map(|(column, _)| format!(" - {column}"));
        Some((target, format!("{whole}{}", parts.collect::<String>()), name..end))
    })
}

/// The column whose name ends right before a token; a name that is not known yet is taken where it stands behind "the".
fn target_before(view: &View<'_, '_>, at: usize) -> Option<(Place, usize)> {
    let named = view.mentions().iter().find(|(_, tokens)| tokens.end == at);
    if let Some((place, tokens)) = named {
        return Some((place.clone(), tokens.start));
    }
    let opens = |first: usize| {
        first == view.clause.start && first + 2 >= at
            || first > view.clause.start && matches!(view.norm(first - 1), "the" | "a" | "its" | "their" | "and" | ",")
    };
    let first = (at.saturating_sub(3)..at).find(|first| opens(*first))?;
    let words = view.scene.words(first..at);
    let is_name = (first..at).all(|at| crate::draft::offline::names::is_content(view.norm(at)));
    let table = view.scene.focus.table.clone().or_else(|| view.table())?;
    let is_link = matches!(view.norm(at), "is" | "equals" | "=");
    (is_name && is_link && view.scene.find_table(&words).is_none())
        .then(|| (Place { table, column: words.replace([' ', '-'], "_") }, first))
}

/// "net plus 19% VAT" in an item about the gross amount.
fn of_item(view: &View<'_, '_>) -> Option<(Place, String, Range<usize>)> {
    let target = view.place()?;
    let reader = Reader::new(view, &target);
    for start in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let Some((expression, end)) = reader.read(start) else { continue };
        let is_own = reader.term(start).is_some_and(|(text, _)| text == target.column);
        if !is_own
            && view.scene.is_free(start..end)
            && !expression.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == target.column)
        {
            return Some((target, expression, start..end));
        }
    }
    None
}

/// Words of an operation -> its sign.
const OPERATIONS: &[(&str, &str)] = &[
    ("multiplied by|with the?", "*"),
    ("times|*|×|x|mal|fois|por|per|vezes|volte the|its?", "*"),
    ("divided by the?", "/"),
    ("/|÷|over|durch the?", "/"),
    ("plus|+|più|mais|más the|its|added|any?", "+"),
    ("minus|-|–|less|menos|moins|meno the|its|any?", "-"),
    ("added to the?", "+"),
];

/// Reads a formula of columns, numbers and shares.
struct Reader<'v, 's, 'p> {
    view: &'v View<'s, 'p>,
    target: &'v Place,
}

impl<'v, 's, 'p> Reader<'v, 's, 'p> {
    fn new(view: &'v View<'s, 'p>, target: &'v Place) -> Self {
        Self { view, target }
    }

    /// A formula at a token, of at least one operation, and the token behind it.
    fn read(&self, at: usize) -> Option<(String, usize)> {
        self.prefix(at).or_else(|| self.infix(at))
    }

    /// "the sum of net and tax", "2.5% of the amount", "the difference between a and b", "net and tax together".
    fn prefix(&self, at: usize) -> Option<(String, usize)> {
        let view = self.view;
        let skip = |at: usize, words: &[&str]| if words.contains(&view.norm(at)) { at + 1 } else { at };
        let at = skip(at, &["the", "a", "an", "exactly", "about", "roughly"]);
        let reach = |pattern: &'static str| super::phrase::reach(view, pattern, at);
        let pairs = [
            ("sum|total of|from the|its?", "+"),
            ("summe von|aus|der", "+"),
            ("somme|suma|somma|soma de|di|des", "+"),
            ("difference between|of the?", "-"),
            ("product of|from the?", "*"),
            ("ratio of|between the?", "/"),
        ];
        for (pattern, sign) in pairs {
            if let Some(start) = reach(pattern)
                && let Some((left, middle)) = self.term(start)
                && let Some(next) = super::phrase::reach(view, "and|to|,|und|et|y|e|with the|its?", middle)
                && let Some((right, end)) = self.term(next)
            {
                return Some(match (sign, self.is_span(start, next)) {
                    ("-", true) => (days_between(&right, &left), end),
                    _ => self.more(format!("{left} {sign} {right}"), end, sign),
                });
            }
        }
        if let Some((share, behind)) = view.share_at(at)
            && let Some(start) = super::phrase::reach(
                view,
                "of|on|from|von|vom|de|du|del|della|do|da|sobre|the the|its|le|la|el?",
                behind,
            )
            && let Some((of, end)) = self.term(start)
        {
            return Some((format!("{of} * {}", plain(share)), end));
        }
        if let Some((share, behind)) = view.share_at(at)
            && let Some(start) = super::phrase::reach(view, "more|higher|above|over|larger|greater than? the?", behind)
            && view.column_at(start).is_some()
            && let Some((of, end)) = self.term(start)
        {
            return Some((format!("{of} * {}", plain(1.0 + share)), end));
        }
        if let Some((share, behind)) = view.share_at(at)
            && let Some(start) = super::phrase::reach(view, "less|lower|below|under|cheaper than? the?", behind)
            && view.column_at(start).is_some()
            && let Some((of, end)) = self.term(start)
        {
            return Some((format!("{of} * {}", plain(1.0 - share)), end));
        }
        let times = [("twice|double the?", "2"), ("triple the?", "3"), ("half of? the?", "0.5")];
        if let Some((of, end, factor)) = times.iter().find_map(|(pattern, factor)| {
            let start = reach(pattern)?;
            // "The first half of 2021" is a window, and no number is reckoned from numbers alone.
            view.column_at(start)?;
            let (of, end) = self.term(start)?;
            Some((of, end, factor))
        }) {
            return Some((format!("{of} * {factor}"), end));
        }
        let (left, middle) = self.term(at)?;
        let (right, behind) = self.term(super::phrase::reach(view, "and|und|et|y|e the?", middle)?)?;
        let end = super::phrase::reach(view, "together|combined|added|summed|zusammen|ensemble up|together?", behind)?;
        Some((format!("{left} + {right}"), end))
    }

    /// More parts of a sum: "the sum of a, b and c".
    fn more(&self, mut text: String, mut end: usize, sign: &str) -> (String, usize) {
        while let Some(next) = super::phrase::reach(self.view, ",|and and? the|its?", end)
            && let Some((term, behind)) = self.term(next)
            && (sign == "+" || sign == "*")
        {
            text = format!("{text} {sign} {term}");
            end = behind;
        }
        (text, end)
    }

    /// `a * b`, `net plus 19% VAT`.
    fn infix(&self, at: usize) -> Option<(String, usize)> {
        let view = self.view;
        let at = super::phrase::reach(view, "the|its?", at).unwrap_or(at);
        let (mut text, mut end) = self.term(at)?;
        let mut operations = 0;
        let mut is_product = true;
        let mut has_column = view.column_at(at).is_some();
        while let Some((sign, start)) =
            OPERATIONS.iter().find_map(|(pattern, sign)| Some((*sign, super::phrase::reach(view, pattern, end)?)))
        {
            if let Some((share, behind)) = view.share_at(start).filter(|_| matches!(sign, "+" | "-")) {
                let factor = plain(if sign == "+" { 1.0 + share } else { 1.0 - share });
                text = if is_product { format!("{text} * {factor}") } else { format!("({text}) * {factor}") };
                end = self.behind_tax(behind);
            } else if let Some((term, behind)) = self.percentage(start).filter(|_| matches!(sign, "+" | "-")) {
                has_column = true;
                let factor = format!("(1 {sign} {term} / 100.0)");
                text = if is_product { format!("{text} * {factor}") } else { format!("({text}) * {factor}") };
                end = behind;
            } else if let Some((term, behind)) = self.term(start) {
                has_column |= view.column_at(start).is_some();
                let is_low = matches!(sign, "+" | "-");
                text = if is_low || is_product {
                    format!("{text} {sign} {term}")
                } else {
                    format!("({text}) {sign} {term}")
                };
                is_product &= !is_low;
                end = behind;
            } else {
                break;
            }
            operations += 1;
        }
        if operations == 0 {
            let (share, behind) = super::phrase::reach(view, "including|incl|incl.|with|inklusive|zzgl|excluding", end)
                .and_then(|start| view.share_at(start))?;
            let behind = self.behind_tax(behind);
            let is_tax = behind > 0 && is_tax(view.norm(behind - 1));
            return is_tax.then(|| (format!("{text} * {}", plain(1.0 + share)), behind));
        }
        (has_column && !self.is_days(&text)).then_some((text, end))
    }

    /// "19% VAT": the word behind a share says what it is for.
    fn behind_tax(&self, at: usize) -> usize {
        let end = super::phrase::reach(
            self.view,
            "of|for|in? the|a|sales|value|value-added|added? tax|vat|gst|mwst|mwst.|iva|tva|discount|fee|commission|markup|margin|surcharge|rabatt|tip|interest|ust",
            at,
        );
        end.unwrap_or(at)
    }

    /// A column, a number or a formula in brackets, and the token behind it.
    fn term(&self, at: usize) -> Option<(String, usize)> {
        let view = self.view;
        let at = if matches!(view.norm(at), "the" | "its" | "their" | "le" | "la" | "der" | "die" | "das" | "el" | "il")
        {
            at + 1
        } else {
            at
        };
        if view.norm(at) == "(" {
            let (inner, end) = self.infix(at + 1)?;
            return (view.norm(end) == ")").then(|| (format!("({inner})"), end + 1));
        }
        let (text, end) = self.factor(at)?;
        let squared = super::phrase::reach(view, "squared|²", end)
            .or_else(|| super::phrase::reach(view, "^ 2", end))
            .or_else(|| super::phrase::reach(view, "^2", end));
        Some(squared.map_or((text.clone(), end), |end| (format!("({text} * {text})"), end)))
    }

    /// A column or a number.
    fn factor(&self, at: usize) -> Option<(String, usize)> {
        let view = self.view;
        let owned = view.table_at(at).filter(|(_, end)| view.norm(end - 1).ends_with("'s") || view.norm(*end) == "'s");
        let start = owned.map_or(at, |(_, end)| end);
        if let Some((place, end)) = view.column_at(start).or_else(|| view.column_at(at)) {
            return (place != *self.target)
                .then(|| qualified(view.scene, &self.target.table, &place))
                .flatten()
                .map(|name| (name, end));
        }
        let (num, end) = view.num_at(at)?;
        Some((num.text, end))
    }

    /// A column that is named as a percentage, or whose values are shown to be one.
    fn percentage(&self, at: usize) -> Option<(String, usize)> {
        let view = self.view;
        let (place, end) = view.column_at(super::phrase::reach(view, "the|its?", at)?)?;
        let column = view.column(&place)?;
        let is_named = column.name.split('_').any(|part| matches!(part, "percent" | "percentage" | "pct" | "rate"))
            || column.evidence.iter().any(|said| said.contains('%') || said.to_lowercase().contains("percent"));
        let is_price =
            self.target.column.split('_').any(|part| matches!(part, "percent" | "percentage" | "pct" | "rate"));
        let name = qualified(view.scene, &self.target.table, &place)?;
        // What is reckoned as "20% of the gross" is an amount.
        let is_amount = column.generator == "expr";
        (is_named && !is_price && !is_amount).then_some((name, end))
    }

    /// Whether two terms are times.
    fn is_span(&self, first: usize, second: usize) -> bool {
        let is_moment = |at: usize| {
            (at..at + 2)
                .find_map(|at| self.view.column_at(at))
                .is_some_and(|(place, _)| self.view.column(&place).is_some_and(is_time))
        };
        is_moment(first) && is_moment(second)
    }

    /// Whether a text is a difference of times, which are no numbers.
    fn is_days(&self, text: &str) -> bool {
        let Some(table) = self.view.ir_table(&self.target.table) else { return false };
        text.split([' ', '(', ')']).any(|word| table.column(word).is_some_and(is_time))
    }
}

/// Days from one time to another.
fn days_between(later: &str, earlier: &str) -> String {
    format!("{later} - {earlier}")
}

fn is_tax(word: &str) -> bool {
    matches!(word, "tax" | "vat" | "gst" | "mwst" | "mwst." | "iva" | "tva" | "ust")
}

/// Reads what names say by themselves: "BMI from weight and height", "full name from first and last name", "age computed from birth date".
pub fn read_known(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "%col .. from|of|using|combines|combining|joins|based|by the|on|their|its? .. %col .. and|,|/|plus|by|& the|their|its? %col",
        "%col .. computed|calculated|derived|follows|based|built|made|matches|matching|consistent|agrees|made from|of|on|by|with|out the|of|their|its|a? .. %col",
        "%col .. made|composed|built|put|combined|formed|derived|computed|combination up|together? of|from|out the|these|both|them? two|both|them|these|those|names|parts",
        "%col from the|their|its? %col",
    ])?;
    let columns = found.columns();
    let (target, sources) = columns.split_first()?;
    let expression = known(&view, target, sources)?;
    let tokens = found.tokens;
    drop(view);
    match expression {
        Known::Expr(expression, r#type) => {
            if let Some(column) = scene.column_mut(target) {
                column.r#type = r#type;
            }
            let tokens = set(scene, target, &expression, tokens)?;
            if expression.contains("date '") {
                let today = scene.today.clone();
                scene.assume(path(target), "ages are those of the day of the draft", today);
            }
            Some(tokens)
        }
        Known::Template(template) => {
            if let Some(column) = scene.column_mut(target) {
                turn_into(column, "template");
                column.set("template", yaml(&template));
            }
            prove(scene, target, tokens.clone());
            Some(tokens)
        }
        Known::Entity(generator) => {
            if let Some(column) = scene.column_mut(target) {
                turn_into(column, generator);
            }
            prove(scene, target, tokens.clone());
            Some(tokens)
        }
    }
}

enum Known {
    Expr(String, ColumnType),
    Template(String),
    Entity(&'static str),
}

fn known(view: &View<'_, '_>, target: &Place, sources: &[Place]) -> Option<Known> {
    let name = target.column.as_str();
    let of = |words: &[&str]| sources.iter().find(|place| words.iter().any(|word| place.column.contains(word)));
    let generator = |place: &Place| view.column(place).map(|column| column.generator.clone()).unwrap_or_default();
    let halves: Vec<Place> = ["first_name", "last_name"]
        .iter()
        .filter_map(|part| {
            let column = view.ir_table(&target.table)?.column(part)?;
            Some(Place { table: target.table.clone(), column: column.name.clone() })
        })
        .collect();
    let sources = if sources.is_empty() { &halves[..] } else { sources };
    let are_persons = sources.iter().all(|place| generator(place).starts_with("person."));
    if name.contains("bmi") || name.contains("body_mass") {
        let (weight, height) = (of(&["weight", "mass"])?, of(&["height", "size"])?);
        let greatest =
            view.column(height)?.params.iter().filter_map(|param| param.value.parse::<f64>().ok()).fold(0.0, f64::max);
        let metres = if greatest > 3.0 { format!("({} / 100.0)", height.column) } else { height.column.clone() };
        return Some(Known::Expr(format!("{} / ({metres} * {metres})", weight.column), ColumnType::Decimal));
    }
    if name == "age" || name.ends_with("_age") {
        let birth = of(&["birth", "dob", "born"])?;
        if generator(birth) == "person.birth_date" {
            return Some(Known::Entity("person.age"));
        }
        let today = &view.scene.today;
        let is_date = view.column(birth).is_some_and(is_day);
        return is_date.then(|| {
            Known::Expr(format!("date_part('year', age(date '{today}', {}))", birth.column), ColumnType::Integer)
        });
    }
    let names: Vec<String> = sources.iter().map(|place| format!("{{{{ {} }}}}", place.column)).collect();
    if name.contains("name") && sources.len() >= 2 {
        let is_user = name.contains("user") || name.contains("login");
        return Some(match (are_persons, is_user) {
            (true, true) => Known::Entity("person.username"),
            (true, false) => Known::Entity("person.full_name"),
            _ => Known::Template(names.join(" ")),
        });
    }
    if name.contains("email") && are_persons && !sources.is_empty() {
        let generator = generator(target);
        return Some(Known::Entity(if generator == "person.work_email" {
            "person.work_email"
        } else {
            "person.email"
        }));
    }
    (name.contains("user") && are_persons && !sources.is_empty()).then_some(Known::Entity("person.username"))
}
