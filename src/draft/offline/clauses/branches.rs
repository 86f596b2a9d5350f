//! "the fee is 5 to 20 for students and 30 to 90 for everyone else" -> branches of a column.

use std::ops::Range;

use super::conditions::{self, Condition};
use super::edit::{path, plain, turn_into, yaml};
use super::view::{Num, Span, View};
use super::{contradict, formulas, ranges};
use crate::draft::ir::{Choice, Column};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};

/// What a branch says.
#[derive(Debug, Clone)]
enum Says {
    Bounds(Span),
    One(Num),
    Share(f64),
    Formula(String),
    Nothing,
    /// What was said of the column before.
    Same,
}

/// A part of a clause that says a value or a condition.
#[derive(Debug, Clone)]
enum Part {
    Says(Says, Range<usize>),
    When(Condition, Range<usize>),
}

impl Part {
    fn tokens(&self) -> &Range<usize> {
        match self {
            Self::Says(_, tokens) | Self::When(_, tokens) => tokens,
        }
    }
}

/// Reads bounds that differ by a condition.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let place = target(&view)?;
    let parts = parts(&view, &place);
    let pairs = pair(&parts).or_else(|| exception(&view, &place, &parts))?;
    let tokens = parts.first()?.tokens().start..parts.last()?.tokens().end;
    let named =
        view.mentions().iter().find(|(named, at)| *named == place && at.end <= tokens.start).map(|(_, at)| at.start);
    let tokens = named.unwrap_or(tokens.start)..tokens.end;
    drop(view);
    let swapped = pairs
        .iter()
        .any(|(says, _)| matches!(says, Says::Bounds(span) if contradict::swapped(scene, &place, span, &tokens)));
    if swapped {
        return Some(tokens);
    }
    if pairs.iter().any(|(says, _)| matches!(says, Says::Formula(_)))
        && let Some(formula) = formula(scene, &place, &pairs)
    {
        return formulas::set(scene, &place, &formula, tokens);
    }
    let quote = scene.quote(tokens.clone());
    let base = scene.column(&place)?.clone();
    let mut branches = Vec::new();
    let pairs = by_kind(scene, &place, pairs);
    for (says, condition) in pairs {
        let when = condition.sql(scene, &place.table).unwrap_or_default();
        if when.is_empty() && condition != Condition::Else || reads(&when, &place.column) {
            return None;
        }
        branches.push(Column { when, ..branch(&base, &says) });
    }
    let conditions: Vec<&str> = branches.iter().map(|branch| branch.when.as_str()).collect();
    if conditions::are_all(scene, &place.table, &conditions)
        && let Some(last) = branches.last_mut()
    {
        last.when.clear();
    }
    branches.sort_by_key(|branch| branch.when.is_empty());
    if branches
        .iter()
        .any(|branch| branch.generator == "constant" && branch.params.iter().any(|param| param.value == "0"))
    {
        scene.assume(path(&place), "rows of which `none` is said", "0".to_owned());
    }
    branches[0].evidence.push(quote);
    replace(scene, &place, branches);
    scene.claim(tokens.clone());
    scene.focus.table = Some(place.table.clone());
    scene.focus.column = Some(place.column);
    Some(tokens)
}

/// Whether a condition reads a column.
fn reads(when: &str, column: &str) -> bool {
    when.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == column)
}

/// "5 to 20 for children, 10 to 40 for adults": kinds that no column tells apart yet get one, and the last of them is all the rest.
fn by_kind(scene: &mut Scene<'_>, place: &Place, mut pairs: Vec<(Says, Condition)>) -> Vec<(Says, Condition)> {
    let words: Vec<String> = pairs
        .iter()
        .filter_map(|(_, condition)| match condition {
            Condition::Words(words, _) => Some(names::singular(words)),
            _ => None,
        })
        .collect();
    let is_known = |words: &String| super::values::meaning(scene, &place.table, words).is_some();
    // "Kind is red, seat is 1 to 40" tells of two columns.
    let is_column = |words: &String| crate::draft::offline::lex::is_known_column(words, scene.language);
    if words.len() < 2 || words.len() != pairs.len() || words.iter().any(is_known) || words.iter().any(is_column) {
        return pairs;
    }
    let name = ["kind", "category", "group"]
        .into_iter()
        .find(|name| scene.ir.table(&place.table).is_some_and(|table| table.column(name).is_none()))
        .unwrap_or("kind");
    let mut column = super::edit::inferred(name, "choice");
    column.choices = words.iter().map(|word| Choice { value: word.clone(), weight: 0.0 }).collect();
    if super::edit::add_column(scene, &place.table, column).is_none() {
        return pairs;
    }
    let told = Place { table: place.table.clone(), column: name.to_owned() };
    scene.assume(path(&told), "something must tell these rows apart", words.join(", "));
    let last = pairs.len() - 1;
    for (at, ((_, condition), word)) in pairs.iter_mut().zip(&words).enumerate() {
        *condition =
            if at == last { Condition::Else } else { Condition::Sql(format!("{name} = {}", super::edit::sql(word))) };
    }
    pairs
}

/// The column that the clause is about: a number that it names, or that is spoken of.
fn target(view: &View<'_, '_>) -> Option<Place> {
    let is_number = |place: &Place| {
        view.column(place).is_some_and(|column| {
            !super::windows::is_time(column)
                && !super::values::is_boolean(column)
                && !matches!(column.generator.as_str(), "sequence" | "ref")
                && (column.generator != "choice" || is_figures(view, place, column))
                && column.role == crate::draft::ir::Role::Attribute
        })
    };
    let named = view.mentions().iter().map(|(place, _)| place.clone()).find(|place| is_number(place));
    named.or_else(|| view.place().filter(is_number)).or_else(|| payment(view))
}

/// Whether a column is one of some numbers that nobody has said: a usual deductible.
fn is_figures(view: &View<'_, '_>, place: &Place, column: &Column) -> bool {
    let is_said = view.scene.said.contains_key(&(place.clone(), "values"));
    !is_said && column.choices.iter().all(|choice| choice.value.parse::<f64>().is_ok())
}

/// "students pay 5": the column of money.
fn payment(view: &View<'_, '_>) -> Option<Place> {
    let pays =
        view.has(&["pay", "pays", "paid", "cost", "costs", "charged", "zahlen", "paient", "pagan", "pagano", "pagam"]);
    let table = view.table().filter(|_| pays)?;
    let names = ["fee", "price", "amount", "cost", "rate", "charge", "contribution"];
    let column =
        view.ir_table(&table)?.columns.iter().find(|column| names.iter().any(|name| column.name.contains(name)))?;
    Some(Place { table: table.clone(), column: column.name.clone() })
}

/// Values and conditions of a clause in order.
fn parts(view: &View<'_, '_>, place: &Place) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = view.clause.start;
    let mut about: Option<Place> = None;
    while at < view.clause.end {
        let part = if view.scene.is_claimed(at) {
            None
        } else {
            of_same(view, &place.table, at, about.as_ref())
                .or_else(|| condition(view, &place.table, at, parts.is_empty()))
                .or_else(|| says(view, place, at))
        };
        if let Some(Part::When(_, tokens)) = &part {
            about = tokens.clone().find_map(|at| view.column_at(at)).map(|(place, _)| place).or(about);
        }
        at = part.as_ref().map_or(at + 1, |part| part.tokens().end.max(at + 1));
        parts.extend(part);
    }
    parts
}

/// "If it is between 1000 and 5000": a condition on the column of the one before.
fn of_same(view: &View<'_, '_>, table: &str, at: usize, about: Option<&Place>) -> Option<Part> {
    let behind = super::phrase::reach(view, "if|when|where it|this|that", at)?;
    let (comparison, end) = conditions::compared(view, table, behind)?;
    Some(Part::When(Condition::Sql(format!("{} {comparison}", about?.column)), at..end))
}

/// A condition behind "for" or "if", or at the beginning of a clause before "pay" or "get".
fn condition(view: &View<'_, '_>, table: &str, at: usize, is_first: bool) -> Option<Part> {
    let marked =
        super::phrase::reach(view, "for|if|when|where|in|für|wenn|bei|pour|si|para|per|se|with case|of? of?", at)
            .or_else(|| super::phrase::reach(view, "of a|an", at));
    let start = marked.unwrap_or(at);
    let (condition, end) = conditions::at(view, table, start)?;
    let starts =
        is_first || matches!(view.norm(at.wrapping_sub(1)), "," | "and" | ";" | "while" | "but" | "whereas" | "\n");
    let acts = matches!(
        view.norm(end),
        "get"
            | "gets"
            | "pay"
            | "pays"
            | "have"
            | "has"
            | "receive"
            | "receives"
            | ":"
            | "cost"
            | "costs"
            | "earn"
            | "earns"
            | "between"
            | "it"
            | "from"
            | "none"
            | "are"
            | "is"
            | "no"
            | "zahlen"
    );
    // "Pupils pay 2.50 to 4, teachers 5 to 8": the verb stands once.
    let is_elliptic = !is_first && (view.span_at(end).is_some() || view.num_at(end).is_some());
    let acts = acts || is_elliptic;
    let holds = match condition {
        Condition::Else => marked.is_some() || starts,
        Condition::Sql(_) | Condition::Words(..) => marked.is_some() || (starts && acts),
    };
    holds.then_some(Part::When(condition, at..end))
}

fn says(view: &View<'_, '_>, place: &Place, at: usize) -> Option<Part> {
    if let Some((formula, end)) = formulas::at(view, place, at) {
        return Some(Part::Says(Says::Formula(formula), at..end));
    }
    if let Some((span, end)) = view.span_at(at) {
        return Some(Part::Says(Says::Bounds(span), at..end));
    }
    if let Some((share, end)) = view.share_at(at) {
        return Some(Part::Says(Says::Share(share), at..end));
    }
    if let Some((num, end)) = view.num_at(at) {
        return Some(Part::Says(Says::One(num), at..end));
    }
    let is_none = matches!(view.norm(at), "none" | "nothing" | "zero" | "free" | "nichts" | "keine" | "rien");
    is_none.then(|| Part::Says(Says::Nothing, at..at + 1))
}

/// Values with their conditions, which stand all before or all behind them; at least two values, or one and its contrary.
fn pair(parts: &[Part]) -> Option<Vec<(Says, Condition)>> {
    if parts.len() < 3 {
        return None;
    }
    let mut pairs = Vec::new();
    let mut rest = parts;
    while !rest.is_empty() {
        let (pair, behind) = match rest {
            [Part::Says(says, _), Part::When(condition, _), behind @ ..]
                if pairs.is_empty() || matches!(parts[0], Part::Says(..)) =>
            {
                ((says.clone(), condition.clone()), behind)
            }
            [Part::When(condition, _), Part::Says(says, _), behind @ ..] => ((says.clone(), condition.clone()), behind),
            [Part::Says(says, _)] if !pairs.is_empty() => ((says.clone(), Condition::Else), &[][..]),
            _ => return None,
        };
        pairs.push(pair);
        rest = behind;
    }
    let others = pairs.iter().filter(|(_, condition)| *condition == Condition::Else).count();
    (pairs.len() >= 2 && others <= 1).then_some(pairs)
}

/// "A fee from 30 to 90, but from 5 to 20 for students": bounds of some rows of a column that has its bounds.
fn exception(view: &View<'_, '_>, place: &Place, parts: &[Part]) -> Option<Vec<(Says, Condition)>> {
    let before = view.clause.start.checked_sub(1).map(|at| view.scene.text.norm(at));
    let is_led = matches!(before, Some("but" | "except" | "though" | "although" | "only"))
        || matches!(view.norm(view.clause.start), "but" | "except" | "only" | "though");
    let is_bound = ["min", "max"].into_iter().all(|what| view.scene.said.contains_key(&(place.clone(), what)));
    match parts {
        [Part::Says(says @ (Says::Bounds(_) | Says::One(_) | Says::Nothing), _), Part::When(condition, _)]
        | [Part::When(condition, _), Part::Says(says @ (Says::Bounds(_) | Says::One(_) | Says::Nothing), _)]
            if is_led && is_bound && *condition != Condition::Else =>
        {
            Some(vec![(says.clone(), condition.clone()), (Says::Same, Condition::Else)])
        }
        _ => None,
    }
}

/// One branch of a column.
fn branch(base: &Column, says: &Says) -> Column {
    let mut column = base.clone();
    column.when.clear();
    match says {
        Says::Bounds(span) => {
            column.params.retain(|param| param.key == "scale");
            ranges::set_bounds(&mut column, span);
        }
        Says::One(num) => constant(&mut column, num.text.clone()),
        Says::Share(share) => constant(&mut column, plain(*share * 100.0)),
        Says::Formula(formula) => {
            turn_into(&mut column, "expr");
            column.set("expr", yaml(formula));
        }
        Says::Nothing => constant(&mut column, "0".to_owned()),
        Says::Same => {}
    }
    column
}

/// "20% of the gross up to 4000, otherwise 30%": one formula of all cases; `None` where bounds are among them.
fn formula(scene: &mut Scene<'_>, place: &Place, pairs: &[(Says, Condition)]) -> Option<String> {
    let of = pairs.iter().find_map(|(says, _)| match says {
        Says::Formula(formula) => formula.split_once(" * ").map(|(of, _)| of.to_owned()),
        _ => None,
    })?;
    let term = |says: &Says| match says {
        Says::Formula(formula) => Some(formula.clone()),
        Says::One(num) => Some(num.text.clone()),
        Says::Share(share) => Some(format!("{of} * {}", plain(*share))),
        Says::Nothing => Some("0".to_owned()),
        Says::Bounds(_) | Says::Same => None,
    };
    let mut text = String::from("case");
    let mut rest = None;
    for (says, condition) in pairs {
        let term = term(says)?;
        match condition.sql(scene, &place.table) {
            Some(when) if !reads(&when, &place.column) => text.push_str(&format!(" when {when} then {term}")),
            Some(_) => return None,
            None => rest = Some(term),
        }
    }
    let rest = rest.map_or(String::new(), |term| format!(" else {term}"));
    Some(format!("round({text}{rest} end, 2)"))
}

fn constant(column: &mut Column, value: String) {
    let r#type = column.r#type;
    turn_into(column, "constant");
    column.params.clear();
    column.r#type = r#type;
    column.set("value", value);
}

/// Puts branches in the place of a column.
pub(super) fn replace(scene: &mut Scene<'_>, place: &Place, mut branches: Vec<Column>) {
    let types: Vec<_> = branches.iter().map(|branch| branch.r#type).collect();
    let widest = [
        crate::draft::ir::ColumnType::Decimal,
        crate::draft::ir::ColumnType::Float,
        crate::draft::ir::ColumnType::Integer,
    ];
    if let Some(widest) = widest.into_iter().find(|r#type| types.contains(r#type)) {
        for branch in &mut branches {
            branch.r#type = widest;
        }
    }
    // "2.50 for children and 5 for adults": one type for all.
    let is_figure = |branch: &Column| {
        branch.generator == "constant" && branch.param("value").is_some_and(|value| value.parse::<f64>().is_ok())
    };
    let scales = branches.iter().filter_map(|branch| branch.param("value")).filter_map(|value| value.split_once('.'));
    let scale = scales.map(|(_, digits)| digits.len()).max();
    if let Some(scale) = scale.filter(|_| branches.iter().all(is_figure)) {
        for branch in branches.iter_mut().filter(|branch| branch.r#type == crate::draft::ir::ColumnType::Auto) {
            branch.r#type = crate::draft::ir::ColumnType::Decimal;
            branch.set("scale", scale.to_string());
        }
    }
    let Some(table) = scene.ir.table_mut(&place.table) else { return };
    let Some(at) = table.columns.iter().position(|column| column.name == place.column) else { return };
    table.columns.retain(|column| column.name != place.column);
    let at = at.min(table.columns.len());
    table.columns.splice(at..at, branches);
}
