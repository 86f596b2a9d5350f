//! What a draft still lacks when everything has been read: columns, keys, row counts; and which words nobody understood.

use std::ops::Range;

use super::frame::Frame;
use super::names;
use super::phrases::Quantity;
use super::relations;
use super::scene::{Place, Scene};
use super::segments::Piece;
use super::tables;
use super::words::{self, Does};
use crate::draft::ir::{Column, Origin, Role, RowsOrigin, Shape, Table, Tie};
use crate::draft::offline::lex;
use crate::draft::text::Kind;
use crate::words::grouped;

/// Rows of a table of which no number was said.
const ROWS: u64 = 1000;

/// Ties tables of which nothing is said but their names as such tables usually are tied.
pub fn hints(scene: &mut Scene<'_>, frame: &mut Frame) {
    let names: Vec<String> = scene.ir.tables.iter().map(|table| table.name.clone()).collect();
    for child in &names {
        let is_tied = scene.ir.relationships.iter().any(|tie| tie.child_table == *child);
        if is_tied || frame.listed.contains(child) {
            continue;
        }
        for hint in lex::parent_hints(child, scene.language) {
            let Some(parent) = names.iter().find(|name| names::key(name) == names::key(&hint) && *name != child) else {
                continue;
            };
            hint_at(scene, frame, child, parent);
        }
    }
}

fn hint_at(scene: &mut Scene<'_>, frame: &mut Frame, child: &str, parent: &str) {
    let is_back = scene.ir.relationships.iter().any(|tie| tie.child_table == parent && tie.parent_table == child);
    if is_back || relations::has_between(scene, parent, child) || relations::has_between(scene, child, parent) {
        return;
    }
    let is_counted = frame.counts.contains_key(child);
    let is_owned = scene.ir.relationships.iter().any(|tie| tie.child_table == child);
    if is_counted || is_owned {
        relations::pick(scene, child, parent, None, 0..0);
    } else {
        let shape = Shape::Uniform;
        let quantity = Quantity { min: 1, max: 5, mean: 0.0, shape, is_vague: true, is_count: false, end: 0 };
        relations::relate(scene, frame, parent, child, &quantity, 0..0);
    }
    let ties = scene.ir.relationships.iter_mut().filter(|tie| tie.child_table == child && tie.parent_table == parent);
    let mut column = String::new();
    for tie in ties {
        tie.origin = Origin::Inferred;
        tie.evidence.clear();
        column.clone_from(&tie.child_column);
    }
    if column.is_empty() {
        return;
    }
    let path = format!("relationships.{child}.{column}");
    scene.assume(path, format!("`{child}` belong to `{parent}`, as they usually do"), parent);
}

/// Gives columns to tables that nothing lists, so that the readers find them. Runs before the readers.
pub fn columns(scene: &mut Scene<'_>, frame: &mut Frame) {
    let names: Vec<String> = scene.ir.tables.iter().map(|table| table.name.clone()).collect();
    for name in names {
        if frame.base.contains(&name) {
            continue;
        }
        if !frame.listed.contains(&name) {
            archetype(scene, frame, &name);
        }
        key(scene, &name);
    }
}

/// The columns that tables of this name usually have; a name where nothing is known of them.
fn archetype(scene: &mut Scene<'_>, frame: &mut Frame, name: &str) {
    let known = lex::archetype(name, scene.language);
    let is_known = known.is_some();
    let columns = known.unwrap_or_else(|| vec![lex::column("name", name, scene.language).column]);
    let tied: Vec<String> = scene
        .ir
        .relationships
        .iter()
        .filter(|tie| tie.child_table == name)
        .map(|tie| tie.child_column.clone())
        .collect();
    let tables: Vec<String> = scene.ir.tables.iter().map(|table| names::key(&table.name)).collect();
    let Some(table) = scene.ir.table_mut(name) else { return };
    let mut added = Vec::new();
    for mut column in columns {
        let refers = column.name.strip_suffix("_id").map(|stem| names::key(&stem.replace('_', " ")));
        let is_own = column.role == Role::Pk || column.name == "id";
        let dangles = refers.is_some_and(|stem| !is_own && !tables.contains(&stem)) || column.role == Role::Fk;
        let is_said = table.columns.iter().any(|known| {
            let is_own = column.generator.contains('.') && !column.generator.starts_with("text.");
            known.origin == Origin::Stated
                && (names::column_score(&names::key(&column.name), &known.name) >= 80
                    || is_own && known.generator == column.generator)
        });
        if dangles || is_said || tied.contains(&column.name) || table.column(&column.name).is_some() {
            continue;
        }
        column.origin = Origin::Inferred;
        added.push(column.name.clone());
        frame.usual.insert(Place { table: name.to_owned(), column: column.name.clone() });
        table.columns.push(column);
    }
    if added.is_empty() {
        return;
    }
    let path = format!("tables.{name}.columns");
    let text = if is_known {
        format!("no columns of `{name}` were said; it has those that are usual")
    } else {
        format!("no columns of `{name}` were said, and nothing is known of such a table")
    };
    scene.assume(path, text, added.join(", "));
}

/// Takes the columns that a table usually has away again where the description has named others, as far as nothing is said of them.
pub fn usual(scene: &mut Scene<'_>, frame: &Frame) {
    let names: Vec<String> = scene.ir.tables.iter().map(|table| table.name.clone()).collect();
    for name in names.into_iter().filter(|name| frame.usual.iter().any(|place| place.table == *name)) {
        let Some(table) = scene.ir.table(&name) else { continue };
        let is_usual =
            |column: &Column| frame.usual.contains(&Place { table: name.clone(), column: column.name.clone() });
        let is_bare = |column: &&Column| {
            is_usual(column)
                && !is_written(scene, &column.name)
                && column.evidence.is_empty()
                && column.role == Role::Attribute
                && !is_used(scene, table, column)
        };
        let is_own =
            |column: &&Column| column.origin == Origin::Stated && column.role == Role::Attribute && !is_usual(column);
        let named = table.columns.iter().filter(is_own).count();
        let proven = table.columns.iter().filter(|column| is_usual(column) && !column.evidence.is_empty()).count();
        if named == 0 || named + proven < 2 {
            continue;
        }
        let idle: Vec<String> = table.columns.iter().filter(is_bare).map(|column| column.name.clone()).collect();
        let path = format!("tables.{name}.columns");
        scene
            .ir
            .assumptions
            .retain(|known| known.path != path && !idle.iter().any(|idle| known.path == format!("{path}.{idle}")));
        if let Some(table) = scene.ir.table_mut(&name) {
            table.columns.retain(|column| !idle.contains(&column.name));
        }
    }
}

/// Whether the description writes the name of a column.
fn is_written(scene: &Scene<'_>, name: &str) -> bool {
    let prose = scene.text.prose.to_lowercase();
    prose.contains(name) || prose.contains(&name.replace('_', " "))
}

/// Whether a rule or another column reads a column.
fn is_used(scene: &Scene<'_>, table: &Table, column: &Column) -> bool {
    let reads = |text: &str| text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == column.name);
    let is_said = |place: &Place| place.table == table.name && place.column == column.name;
    table.columns.iter().any(|other| {
        other.name != column.name && (other.params.iter().any(|param| reads(&param.value)) || reads(&other.when))
    }) || scene.ir.rules.iter().any(|rule| rule.columns.contains(&column.name) || reads(&rule.expression))
        || scene.ir.relationships.iter().any(|tie| tie.child_table == table.name && tie.child_column == column.name)
        || scene.said.keys().any(|(place, _)| is_said(place))
}

/// A key where there is none.
pub fn key(scene: &mut Scene<'_>, name: &str) {
    let Some(table) = scene.ir.table_mut(name) else { return };
    if table.columns.iter().any(|column| column.role == Role::Pk) {
        return order(table);
    }
    let own = lex::key_of(name, scene.language);
    let is_key = |column: &Column| column.role == Role::Attribute && (column.name == "id" || column.name == own);
    if let Some(column) = table.columns.iter_mut().find(|column| is_key(column)) {
        column.role = Role::Pk;
        return order(table);
    }
    let id = if table.column("id").is_none() { "id".to_owned() } else { own };
    table
        .columns
        .insert(0, Column { name: id.clone(), generator: "sequence".to_owned(), role: Role::Pk, ..Column::default() });
    let path = format!("tables.{name}.columns.{id}");
    scene.assume(path, format!("`{name}` has a key, though none was said"), "1, 2, 3, ...");
}

/// A key of one column never repeats, whatever its name and its type would give.
pub fn unique_keys(scene: &mut Scene<'_>, frame: &Frame) {
    let ties = scene.ir.relationships.clone();
    let said = scene.said.clone();
    for table in scene.ir.tables.iter_mut().filter(|table| !frame.base.contains(&table.name)) {
        let name = table.name.clone();
        let is_tied =
            |column: &Column| ties.iter().any(|tie| tie.child_table == name && tie.child_column == column.name);
        let mut keys = table.columns.iter_mut().filter(|column| column.role == Role::Pk);
        let Some(key) = keys.next().filter(|key| !is_tied(key) && key.when.is_empty()) else { continue };
        let is_unique = matches!(key.generator.as_str(), "" | "sequence" | "uuid" | "ulid" | "permuted" | "ordinal");
        if keys.next().is_some() || is_unique || key.unique {
            continue;
        }
        let is_said = said.keys().any(|(place, _)| place.table == name && place.column == key.name);
        if key.generator == "number" && !is_said {
            key.generator = "sequence".to_owned();
            key.params.clear();
        } else {
            key.unique = true;
        }
    }
}

/// The key stands first, references behind it, unless the description lists them.
fn order(table: &mut Table) {
    if let Some(at) = table.columns.iter().position(|column| column.role == Role::Pk)
        && (table.columns[at].origin == Origin::Inferred
            || table.columns[..at].iter().all(|column| column.role == Role::Fk && column.origin == Origin::Inferred))
    {
        let key = table.columns.remove(at);
        table.columns.insert(0, key);
    }
}

/// Row counts of tables that stand by themselves, and what is left to ask.
pub fn rows(scene: &mut Scene<'_>) {
    let open: Vec<String> = scene
        .ir
        .tables
        .iter()
        .filter(|table| table.rows == 0 && table.rows_origin != RowsOrigin::Stated && !is_grid(table))
        .map(|table| table.name.clone())
        .collect();
    for name in open {
        if scene.ir.relationships.iter().any(|tie| tie.tie == Tie::Owns && tie.child_table == name) {
            continue;
        }
        let rows = default_rows(scene, &name);
        if let Some(table) = scene.ir.table_mut(&name) {
            table.rows = rows;
            table.rows_origin = RowsOrigin::Default;
        }
        let path = format!("tables.{name}.rows");
        scene.assume(
            path.clone(),
            format!("how many `{name}` there are was not said"),
            format!("{} rows", grouped(rows)),
        );
        scene.ask(path, format!("How many rows does `{name}` have?"), &[], rows.to_string());
    }
}

fn is_grid(table: &Table) -> bool {
    table.params.iter().any(|param| param.key == "every")
}

/// Fewer than the rows that pick among them.
fn default_rows(scene: &Scene<'_>, name: &str) -> u64 {
    let pickers = scene
        .ir
        .relationships
        .iter()
        .filter(|tie| tie.tie == Tie::Picks && tie.parent_table == name && tie.child_table != name);
    let most = pickers.filter_map(|tie| scene.ir.table(&tie.child_table)).map(|table| table.rows).max();
    let is_distinct = scene.ir.relationships.iter().any(|tie| tie.distinct && tie.parent_table == name);
    match most {
        _ if is_distinct => 100,
        Some(rows) if rows > 0 => (rows / 10).clamp(10, ROWS),
        Some(_) => 100,
        None => ROWS,
    }
}

/// A table for a description that names none.
pub fn something(scene: &mut Scene<'_>, frame: &Frame, pieces: &[Piece]) {
    if !scene.ir.tables.is_empty() {
        return;
    }
    // "Customers of a bakery" asks for customers.
    let is_of = |at: usize| scene.does(at, Does::Belongs) || matches!(scene.text.norm(at), "of" | "at" | "in" | "from");
    let names_rows = (0..scene.text.tokens.len()).any(|at| {
        scene.is_plural(at)
            && is_of(at + 1)
            && !scene.does(at, Does::Asks)
            && lex::is_table_noun(scene.text.norm(at), scene.language)
    });
    let is_open = frame.loose_rows.is_none() && !names_rows;
    if let Some(tables) = lex::domain(scene.text.prose).filter(|_| is_open) {
        return field(scene, &tables);
    }
    let is_domain = |at: usize| DOMAINS.iter().any(|(word, _)| *word == scene.text.norm(at));
    let tokens = pieces.iter().flat_map(|piece| piece.tokens.clone()).filter(|at| !is_domain(*at));
    let nouns: Vec<usize> = tokens
        .filter(|at| scene.is_nominal(*at) && !scene.does(*at, Does::Asks))
        .filter(|at| lex::is_table_noun(scene.text.norm(*at), scene.language))
        .collect();
    let asked = nouns.iter().find(|at| is_asked_for(scene, **at));
    let several = nouns.iter().find(|at| scene.is_plural(**at));
    let noun = asked.or(several).or(nouns.first()).copied();
    let (name, evidence) = match noun {
        Some(at) => {
            scene.claim(at..at + 1);
            (lex::table_name(scene.text.norm(at), scene.language), vec![scene.quote(at..at + 1)])
        }
        None => (default_table(scene, pieces), Vec::new()),
    };
    let is_said = !evidence.is_empty();
    scene.ir.tables.push(Table { name: name.clone(), evidence, ..Table::default() });
    if let Some((rows, tokens)) = frame.loose_rows.clone() {
        let quote = scene.quote(tokens);
        if let Some(table) = scene.ir.table_mut(&name) {
            table.rows = rows;
            table.rows_origin = RowsOrigin::Stated;
            table.evidence.push(quote);
        }
    }
    if !is_said {
        scene.assume(
            format!("tables.{name}"),
            "the description names no table",
            format!("a table of {}", name.replace('_', " ")),
        );
    }
}

/// Whether a noun stands behind what asks for it: `I would need a bunch of made-up subscribers`.
fn is_asked_for(scene: &Scene<'_>, at: usize) -> bool {
    let is_between = |at: usize| {
        scene.does(at, Does::Determines)
            || words::ADJECTIVES.contains(&scene.text.norm(at))
            || matches!(
                scene.text.norm(at),
                "bunch"
                    | "of"
                    | "list"
                    | "set"
                    | "couple"
                    | "few"
                    | "some"
                    | "lots"
                    | "lot"
                    | "fictional"
                    | "imaginary"
                    | "handful"
            )
    };
    let lead = (at.saturating_sub(8)..at).rev().find(|at| !is_between(*at) && !scene.is_nominal(*at));
    let is_one_noun = |lead: usize| (lead + 1..at).filter(|at| !is_between(*at)).count() <= 1;
    lead.is_some_and(|lead| {
        is_one_noun(lead)
            && matches!(
                scene.text.norm(lead),
                "need" | "want" | "generate" | "create" | "make" | "produce" | "me" | "give" | "build" | "like" | "use"
            )
    })
}

/// The tables of a field of life.
fn field(scene: &mut Scene<'_>, tables: &[&str]) {
    for name in tables {
        scene.ir.tables.push(Table { name: (*name).to_owned(), ..Table::default() });
    }
    let named = (0..scene.text.tokens.len()).find(|at| lex::domain(scene.text.norm(*at)).is_some());
    if let Some(at) = named {
        scene.claim(at..at + 1);
        scene.ir.title = lex::snake(scene.text.norm(at), scene.language);
    }
    scene.assume("", "the description names no tables, only what they are about", tables.join(", "));
}

/// What a domain is mostly about.
const DOMAINS: &[(&str, &str)] = &[
    ("gym", "members"),
    ("shop", "orders"),
    ("store", "orders"),
    ("school", "students"),
    ("hospital", "patients"),
    ("clinic", "patients"),
    ("bank", "accounts"),
    ("library", "books"),
    ("hotel", "bookings"),
    ("airline", "flights"),
    ("restaurant", "reservations"),
    ("university", "students"),
    ("zoo", "animals"),
    ("museum", "exhibits"),
    ("farm", "animals"),
    ("iot", "sensor_readings"),
    ("sensor", "sensor_readings"),
    ("crm", "contacts"),
    ("hr", "employees"),
    ("payroll", "employees"),
    ("warehouse", "products"),
    ("factory", "machines"),
    ("club", "members"),
    ("insurance", "policies"),
    ("ecommerce", "orders"),
    ("e-commerce", "orders"),
    ("webshop", "orders"),
    ("logistics", "shipments"),
    ("sports", "players"),
    ("cinema", "screenings"),
    ("taxi", "trips"),
    ("weather", "weather_readings"),
];

/// The table that a domain in the description suggests.
fn default_table(scene: &mut Scene<'_>, pieces: &[Piece]) -> String {
    let word = pieces
        .iter()
        .flat_map(|piece| piece.tokens.clone())
        .find_map(|at| DOMAINS.iter().find(|(word, _)| *word == scene.text.norm(at)).map(|(_, table)| (at, *table)));
    let Some((at, table)) = word else { return "customers".to_owned() };
    scene.claim(at..at + 1);
    scene.ir.title = scene.text.norm(at).replace('-', "_");
    table.to_owned()
}

/// Nulls that readers gave to references belong to the relationships.
pub fn references(scene: &mut Scene<'_>) {
    let ir = &mut *scene.ir;
    for tie in &mut ir.relationships {
        let table = ir.tables.iter_mut().find(|table| table.name == tie.child_table);
        let Some(column) =
            table.and_then(|table| table.columns.iter_mut().find(|column| column.name == tie.child_column))
        else {
            continue;
        };
        if column.null_rate > 0.0 && tie.tie == Tie::Picks {
            tie.null_rate = column.null_rate;
            column.null_rate = 0.0;
        }
    }
    relations::link(scene);
    loosen(scene);
    sort(scene);
}

/// A column that is named like a reference and refers to no table is a number like any other.
fn loosen(scene: &mut Scene<'_>) {
    let ir = &mut *scene.ir;
    let ties = &ir.relationships;
    for table in &mut ir.tables {
        let name = table.name.clone();
        for column in table.columns.iter_mut().filter(|column| column.role == Role::Fk) {
            if !ties.iter().any(|tie| tie.child_table == name && tie.child_column == column.name) {
                column.role = Role::Attribute;
            }
        }
    }
}

/// Parents before their children.
fn sort(scene: &mut Scene<'_>) {
    let mut left = std::mem::take(&mut scene.ir.tables);
    let mut done: Vec<Table> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |table: &Table| {
            scene.ir.relationships.iter().any(|tie| {
                tie.child_table == table.name
                    && tie.parent_table != table.name
                    && left.iter().any(|other| other.name == tie.parent_table)
            })
        };
        let at = left.iter().position(|table| !waits(table)).unwrap_or(0);
        done.push(left.remove(at));
    }
    scene.ir.tables = done;
}

/// Numbers assumptions and questions anew, for some may have been taken back.
pub fn number(scene: &mut Scene<'_>) {
    for (at, assumption) in scene.ir.assumptions.iter_mut().enumerate() {
        assumption.id = format!("a{}", at + 1);
    }
    for (at, question) in scene.ir.questions.iter_mut().enumerate() {
        question.id = format!("q{}", at + 1);
    }
}

/// Words that nobody understood, in phrases.
pub fn not_understood(scene: &Scene<'_>, pieces: &[Piece]) -> Vec<String> {
    let mut found = Vec::new();
    for piece in pieces {
        let mut start = None;
        for at in piece.tokens.start..=piece.tokens.end {
            let is_open = at < piece.tokens.end
                && !scene.is_claimed(at)
                && scene.text.get(at).is_some_and(|token| !matches!(token.kind, Kind::Break | Kind::Bullet));
            match (start, is_open) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    found.extend(phrase(scene, from, at));
                    start = None;
                }
                _ => {}
            }
        }
    }
    found
}

/// The words between two tokens without function words at their ends; `None` where nothing else is there.
fn phrase(scene: &Scene<'_>, from: usize, to: usize) -> Option<String> {
    let counts = |at: &usize| {
        scene.text.get(*at).is_some_and(|token| match token.kind {
            Kind::Word => !is_noise(scene, *at),
            Kind::Number | Kind::Quoted => true,
            _ => false,
        })
    };
    let first = (from..to).find(counts)?;
    let last = (from..to).rev().find(counts)?;
    (!is_subject(scene, first..last + 1, to)).then(|| scene.quote(first..last + 1))
}

/// Whether a stretch only names a column that there is, and what is said of it, right behind, has been understood.
fn is_subject(scene: &Scene<'_>, tokens: Range<usize>, to: usize) -> bool {
    const SAYING: &[&str] = &[
        "goes", "go", "ranges", "range", "lies", "lie", "runs", "run", "spans", "span", "looks", "look", "left",
        "stays", "stay",
    ];
    let is_led =
        to == tokens.end || (tokens.end..to).all(|at| matches!(scene.text.kind(at), Some(Kind::Word | Kind::Mark)));
    let says = tokens.len() > 1 && SAYING.contains(&scene.text.norm(tokens.end - 1));
    let name = tokens.start..tokens.end - usize::from(says);
    if !scene.is_claimed(to) || !is_led {
        return false;
    }
    let words = names::key(&scene.words(name));
    let mut columns = scene.ir.tables.iter().flat_map(|table| &table.columns);
    columns.any(|column| names::key(&column.name.replace('_', " ")) == words)
}

fn is_noise(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.norm(at);
    words::is_function(scene.language, word)
        || lex::is_idle(word, scene.language)
        || tables::known_exactly(scene, word)
        || matches!(
            word,
            "except"
                | "apiece"
                | "inclusive"
                | "belonging"
                | "gibt"
                | "hay"
                | "ognuno"
                | "ciascuno"
                | "chacun"
                | "chacune"
        )
        || matches!(word, "total" | "average") && at > 0 && matches!(scene.text.norm(at - 1), "in" | "on")
        || matches!(word, "case" | "cases" | "instances" | "pls" | "plz" | "thx" | "thanks" | "cheers" | "asap" | "tia")
        || scene.does(at, Does::Tables)
        || scene.does(at, Does::Rows)
        || scene.does(at, Does::Columns)
        || word.len() < 2
}
