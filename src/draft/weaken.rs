//! A draft + what keeps it from being built -> the draft without the statement that does, and a note that says so.
//!
//! Only for drafters that cannot try again ([`super::Drafter::lets_go`]). Each call lets go of one statement of the column, the
//! relationship or the rule that a finding points to: the one that is most probably misread first, the column itself last.
//! What contradicts itself (`E1208`) is not touched: that is for the person to say.

use super::ir::check::Problem;
use super::ir::{Column, ColumnType, Ir, NotExpressible, Relationship, Role, RowsOrigin, Rule, Tie};
use super::lexicon;

/// Lets go of one statement that a finding points to; whether there was one. `before` is the draft as the finding's numbers count.
pub(super) fn weaken(before: &Ir, ir: &mut Ir, problem: &Problem) -> bool {
    if problem.code == "E1208" {
        return false;
    }
    match Site::of(before, ir, &problem.path) {
        Some(Site::Column(table, column)) => of_column(ir, &table, &column, problem),
        Some(Site::Table(table)) => of_table(ir, &table, problem),
        Some(Site::Rule(rule)) => {
            let kept = ir.rules.len();
            ir.rules.retain(|known| *known != rule);
            note(ir, &rule.evidence, "", problem);
            // One that names what is not there has been taken out already.
            ir.rules.len() < kept || !before.rules.is_empty()
        }
        Some(Site::Tie(tie)) => {
            note(ir, &tie.evidence, "", problem);
            true
        }
        None => false,
    }
}

/// What a finding points to.
enum Site {
    Column(String, String),
    Table(String),
    Rule(Rule),
    Tie(Relationship),
}

impl Site {
    /// Reads `/tables/members/columns/phone`, `/tables/0/columns/2/generator`, `/rules/3/expression` or `/relationships/1`.
    fn of(before: &Ir, ir: &Ir, path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let number = |at: usize| parts.get(at)?.parse::<usize>().ok();
        match *parts.first()? {
            "rules" => Some(Self::Rule(before.rules.get(number(1)?)?.clone())),
            "relationships" => Some(Self::Tie(before.relationships.get(number(1)?)?.clone())),
            "tables" => {
                let table = ir.table(parts.get(1)?).or_else(|| ir.tables.get(number(1)?))?;
                let column = parts.get(3).and_then(|name| match name.parse::<usize>() {
                    Ok(at) => table.columns.get(at).map(|column| column.name.clone()),
                    Err(_) => behind(table.columns.iter().map(|column| column.name.as_str()), name),
                });
                Some(match column {
                    Some(column) => Self::Column(table.name.clone(), column),
                    None => Self::Table(table.name.clone()),
                })
            }
            _ => None,
        }
    }
}

/// The column of a name, or the one that a hidden column such as `_price_share` serves.
fn behind<'n>(names: impl Iterator<Item = &'n str> + Clone, wanted: &str) -> Option<String> {
    let exact = names.clone().find(|name| *name == wanted);
    let stem = wanted.strip_prefix('_').unwrap_or(wanted);
    exact.or_else(|| names.filter(|name| stem.starts_with(name)).max_by_key(|name| name.len())).map(str::to_owned)
}

/// Notes what was let go: with the words of the description where they are known, else as an assumption.
fn note(ir: &mut Ir, evidence: &[String], path: &str, problem: &Problem) {
    let text = format!("this could not be built and was left out: {}", problem.message);
    match evidence.last().filter(|quote| !quote.is_empty()) {
        Some(quote) => {
            let is_known = ir.not_expressible.iter().any(|known| known.evidence == *quote);
            if !is_known {
                ir.not_expressible.push(NotExpressible { text, evidence: quote.clone() });
            }
        }
        None => ir.assume(path, text, "left out"),
    }
}

fn of_table(ir: &mut Ir, table: &str, problem: &Problem) -> bool {
    let path = format!("tables.{table}");
    if let Some(at) = ir.rules.iter().rposition(|rule| rule.table == table) {
        let rule = ir.rules.remove(at);
        note(ir, &rule.evidence, &path, problem);
        return true;
    }
    let children = ir.relationships.iter_mut().find(|tie| tie.tie == Tie::Owns && tie.child_table == table);
    if let Some(tie) = children.filter(|tie| problem.code == "E1209" && tie.min_children == 0) {
        tie.min_children = 1;
        tie.max_children = tie.max_children.max(1);
        tie.childless_rate = 0.0;
        note(ir, &[], &path, problem);
        return true;
    }
    let Some(known) = ir.table_mut(table) else { return false };
    if !known.params.is_empty() {
        known.params.clear();
        let evidence = known.evidence.clone();
        note(ir, &evidence, &path, problem);
        return true;
    }
    if known.rows_origin != RowsOrigin::Stated && known.rows != 100 {
        known.rows = 100;
        note(ir, &[], &path, problem);
        return true;
    }
    false
}

fn of_column(ir: &mut Ir, table: &str, column: &str, problem: &Problem) -> bool {
    let path = format!("tables.{table}.columns.{column}");
    let Some(known) = ir.table(table).and_then(|table| table.column(column)).cloned() else { return false };
    if let Some(is_changed) = pool(ir, table, column, problem) {
        return is_changed;
    }
    let tie = ir.relationships.iter().any(|tie| tie.child_table == table && tie.child_column == column);
    if matches!(problem.code, "E0501" | "E0512") && (known.unique || known.role == Role::Pk) {
        let rows = ir.table(table).map_or(0, |table| table.rows);
        let mut made = known.clone();
        distinct(&mut made, rows, tie);
        // What was asked for and cannot be had is told with its words.
        let told = |ir: &mut Ir| match made.unique || known.role == Role::Pk || tie {
            true => {
                let text = format!("`{column}` is made of a form that has enough different values");
                ir.assume(path.clone(), text, problem.message.clone());
            }
            false => note(ir, &known.evidence, &path, problem),
        };
        return change(ir, table, column, |column| distinct(column, rows, tie), told);
    }
    if matches!(problem.code, "E0515" | "E0530" | "E0531") && has_param(&known, &["round"]) {
        let drop = |column: &mut Column| column.params.retain(|param| !param.key.starts_with("round"));
        return change(ir, table, column, drop, |ir| note(ir, &[], &path, problem));
    }
    if let Some(rule) = rule_of(ir, table, column) {
        let rule = ir.rules.remove(rule);
        note(ir, &rule.evidence, &path, problem);
        return true;
    }
    let evidence = known.evidence.clone();
    let told = |ir: &mut Ir| note(ir, &evidence, &path, problem);
    let branches = ir.table(table).map_or(0, |known| known.columns.iter().filter(|known| known.name == column).count());
    if branches > 1 {
        let Some(owner) = ir.table_mut(table) else { return false };
        let last = owner.columns.iter().rposition(|known| known.name == column).unwrap_or(0);
        let mut at = 0;
        owner.columns.retain(|known| {
            at += 1;
            known.name != column || at - 1 == last
        });
        if let Some(left) = owner.column_mut(column) {
            left.when.clear();
        }
        told(ir);
        return true;
    }
    if !known.null_when.is_empty() {
        return change(ir, table, column, |column| column.null_when.clear(), told);
    }
    if has_param(&known, LAWS) {
        let drop = |column: &mut Column| {
            column.params.retain(|param| !LAWS.iter().any(|law| is_under(&param.key, law)));
        };
        return change(ir, table, column, drop, told);
    }
    if tie {
        return false;
    }
    let plain = plain(table, &known);
    if (&plain.generator, &plain.params) != (&known.generator, &known.params) {
        return change(ir, table, column, |column| *column = plain.clone(), told);
    }
    if known.unique {
        return change(ir, table, column, |column| column.unique = false, told);
    }
    if known.role == Role::Pk {
        return false;
    }
    if let Some(owner) = ir.table_mut(table) {
        owner.columns.retain(|known| known.name != column);
    }
    told(ir);
    true
}

/// Parameters that say how values are spread.
const LAWS: &[&str] = &[
    "dist", "mean", "sd", "median", "sigma", "skew", "shape", "rate", "lambda", "alpha", "beta", "mode", "round", "s",
    "zero",
];

fn is_under(key: &str, name: &str) -> bool {
    key == name || key.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
}

fn has_param(column: &Column, names: &[&str]) -> bool {
    column.params.iter().any(|param| names.iter().any(|name| is_under(&param.key, name)))
}

/// Changes all branches of a column, and notes it.
fn change(ir: &mut Ir, table: &str, column: &str, by: impl Fn(&mut Column), told: impl FnOnce(&mut Ir)) -> bool {
    let Some(owner) = ir.table_mut(table) else { return false };
    owner.columns.iter_mut().filter(|known| known.name == column).for_each(by);
    told(ir);
    true
}

/// The last rule that makes a column, else the last that speaks of it.
fn rule_of(ir: &Ir, table: &str, column: &str) -> Option<usize> {
    let makes = |rule: &Rule| rule.table == table && rule.columns.first().is_some_and(|first| first == column);
    let reads = |rule: &Rule| {
        rule.table == table
            && (rule.columns.iter().any(|named| named == column)
                || rule.expression.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == column))
    };
    ir.rules.iter().rposition(makes).or_else(|| ir.rules.iter().rposition(reads))
}

/// More different picks than there are rows to pick from: more rows where their number is a guess, else fewer picks, else repeats.
fn pool(ir: &mut Ir, table: &str, column: &str, problem: &Problem) -> Option<bool> {
    let is_pick = |tie: &Relationship| tie.child_table == table && tie.child_column == column && tie.tie == Tie::Picks;
    if problem.code != "E0604" {
        return None;
    }
    let pick = ir.relationships.iter().position(is_pick)?;
    let path = format!("relationships.{table}.{column}");
    let owner = ir.relationships.iter().position(|tie| tie.tie == Tie::Owns && tie.child_table == table);
    let parent = ir.relationships[pick].parent_table.clone();
    let needed = owner.map_or(0, |owner| {
        let owner = &ir.relationships[owner];
        owner.max_children.max((owner.mean_children * 20.0) as u64 + 20)
    });
    let pool = ir.table_mut(&parent)?;
    if pool.rows_origin != RowsOrigin::Stated && pool.rows > 0 && pool.rows < needed {
        pool.rows = needed * 2;
        ir.assume(path, format!("`{parent}` has as many rows as are picked without repeats"), (needed * 2).to_string());
        return Some(true);
    }
    let rows = pool.rows;
    if let Some(owner) = owner.map(|owner| &mut ir.relationships[owner])
        && rows > 0
        && owner.min_children <= rows
        && (owner.max_children > rows || owner.max_children == 0)
    {
        owner.max_children = rows;
        ir.assume(
            path,
            format!("there are only {rows} `{parent}` to pick from without repeats"),
            format!("at most {rows}"),
        );
        return Some(true);
    }
    let tie = &mut ir.relationships[pick];
    if tie.distinct {
        tie.distinct = false;
        let evidence = tie.evidence.clone();
        note(ir, &evidence, &path, problem);
        return Some(true);
    }
    Some(false)
}

/// Gives a column a form with enough different values; a reference may repeat.
fn distinct(column: &mut Column, rows: u64, is_reference: bool) {
    if is_reference {
        column.unique = false;
        return;
    }
    let is_number = matches!(column.r#type, ColumnType::Integer | ColumnType::Decimal | ColumnType::Float);
    let room = rows.max(1000).saturating_mul(10);
    if column.generator == "number" && column.r#type == ColumnType::Integer {
        column.params.clear();
        column.set("min", "1");
        column.set("max", room.to_string());
        return;
    }
    if is_number && column.generator != "sequence" || matches!(column.r#type, ColumnType::Date | ColumnType::Timestamp)
    {
        column.unique = false;
        return;
    }
    let name = column.name.as_str();
    let is_name =
        ["name", "title", "label", "nickname", "brand"].iter().any(|word| name.split('_').any(|part| part == *word));
    // Words of three or four syllables: `Kelona`, `Tarivel`.
    const SYLLABLE: &str = "[bdfgklmnprstv][aeiou]";
    let syllables = if rows > 100_000 { 4 } else { 3 };
    let pattern = match is_name {
        true => format!("[BDFGKLMNPRSTV][aeiou]{}[lnrs]", SYLLABLE.repeat(syllables - 1)),
        false => format!("[A-Z]{{2}}-[0-9]{{{}}}", room.to_string().len()),
    };
    column.generator = "pattern".to_owned();
    column.r#type = ColumnType::Auto;
    column.choices.clear();
    column.params.clear();
    column.set("pattern", format!("\"{pattern}\""));
}

/// What a column of this name usually is; where that is what cannot be built, the plainest of its type.
fn plain(table: &str, known: &Column) -> Column {
    let words = known.name.replace('_', " ");
    let usual = lexicon::column(&words, table, lexicon::Language::En).column;
    let (generator, params, r#type) = if usual.generator == known.generator {
        let generator = match known.r#type {
            ColumnType::Boolean => "bool",
            ColumnType::Date => "date",
            ColumnType::Timestamp => "datetime",
            ColumnType::Integer | ColumnType::Decimal | ColumnType::Float => "number",
            ColumnType::Auto if known.generator == "number" || known.generator == "expr" => "number",
            ColumnType::Auto | ColumnType::String => "text.words",
        };
        (generator.to_owned(), Vec::new(), known.r#type)
    } else {
        (usual.generator, usual.params, usual.r#type)
    };
    let mut plain = Column { generator, params, r#type, choices: usual.choices, ..known.clone() };
    plain.when.clear();
    if matches!(plain.generator.as_str(), "date" | "datetime") && plain.params.is_empty() {
        plain.set("from", "2023-01-01");
        plain.set("to", "2025-01-01");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::lower::{check, spec, verify};
    use crate::draft::{Provenance, ir::Table};

    fn column(name: &str, generator: &str) -> Column {
        Column { name: name.to_owned(), generator: generator.to_owned(), ..Column::default() }
    }

    fn settled(columns: Vec<Column>) -> Ir {
        let id = Column { role: Role::Pk, ..column("id", "sequence") };
        let columns = std::iter::once(id).chain(columns).collect();
        let table = Table { name: "things".to_owned(), rows: 90, columns, ..Table::default() };
        let mut ir = Ir { title: "things".to_owned(), tables: vec![table], ..Ir::default() };
        for _ in 0..20 {
            let before = ir.clone();
            let mut problems = check::mend(&mut ir);
            if problems.is_empty() {
                problems = verify(&spec(&ir, &Provenance::default(), "")).err().unwrap_or_default();
            }
            let Some(problem) = problems.first() else { return ir };
            assert!(weaken(&before, &mut ir, problem), "{problem}");
        }
        panic!("still not built: {ir:?}");
    }

    #[test]
    fn unique_texts_get_a_form_with_room() {
        let ir = settled(vec![Column { unique: true, ..column("station_name", "text.words") }]);
        let made = ir.tables[0].column("station_name").expect("it is there");
        assert_eq!((made.generator.as_str(), made.unique), ("pattern", true));
        assert!(ir.assumptions.iter().any(|known| known.text.contains("enough different values")));
    }

    #[test]
    fn a_column_that_reads_itself_is_let_go_with_its_words() {
        let mut total = column("total", "expr");
        total.set("expr", "\"total * 2\"");
        total.evidence.push("twice the total".to_owned());
        let ir = settled(vec![total]);
        assert_ne!(ir.tables[0].column("total").expect("it is there").generator, "expr");
        assert_eq!(ir.not_expressible[0].evidence, "twice the total");
    }

    #[test]
    fn branches_over_columns_that_are_not_there_leave_what_holds_otherwise() {
        let first = Column { when: "nobody > 3".to_owned(), ..column("fee", "number") };
        let ir = settled(vec![first, column("fee", "number")]);
        assert_eq!(ir.tables[0].columns.iter().filter(|column| column.name == "fee").count(), 1);
    }
}
