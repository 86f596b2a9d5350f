//! "a unique email", "no two members share a phone", "unique per customer" -> what never repeats.

use std::ops::Range;

use super::contradict;
use super::edit::{add_rule, path, prove, turn_into};
use super::view::View;
use crate::draft::ir::{ColumnType, Role, RuleKind, Tie};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::range;

/// Ways to say that no value comes twice; `%col` where they name the column.
const PHRASES: &[&str] = &[
    "no two|2 .. share|shares|have|has|with|use|carry the|a|an? same|common|identical|equal? .. %col",
    "no two|2 %col are|is|should|may|can be? the? same|alike|equal|identical",
    "no two|2 .. alike|same|identical|equal",
    "no two|2 alike|the same? same?",
    "no %col is|are|occurs|appears|comes|repeats|may|can|should be? .. twice|repeated|again|reused|duplicated|once",
    "no %col twice|repeated|again",
    "none|no twice|repeated|repeats|repeat|alike",
    "no duplicate|duplicated|repeated|repeating|double %col",
    "never|not|no|without|non repeat|repeats|repeated|repeating|duplicates|duplicate|duplicated|reused|repetition|repetitions|twice|repeat",
    "never|not occurs|occur|appears|appear|comes|come|used|given|assigned|issued|taken|exists|exist up? twice|again|repeatedly",
    "by|on|in|with? no other|second|further %table has|have|had|bears|bear|carries|carry|uses|use|wears|gets|shares|holds?",
    "no other|second|further row|one|record|entry has|have|had|bears|carries|uses|shares|holds?",
    "different|distinct|unique|differs|differ|varies from %table to the? next|another|other? %table?",
    "different|distinct|unique|differs|differ|varies from row|one to the? next|another|row|other|one",
    "different|distinct|unique|differs|differ|varies for|in|on|across|among|with each|every|all .. %table",
    "do|does|must|may|can|should not be? repeat|repeated|reused|duplicated",
    "different|distinct|unique for|in|on|across|among each|every|all .. row|one",
    "different|distinct from row|one to another|row",
    "all|each|every different|distinct|unique|one-of-a-kind",
    "occurs|occur|appears|appear|comes|come|exists|exist|is|are|used|given|assigned? up? only|just once",
    "at most once",
    "is|are? used|given|assigned|taken? once only",
    "of its|their|his|her own",
    "unique|distinct|unrepeated|non-repeating|one-of-a-kind",
    "its|their|his|her own %col",
    "a|an different|distinct|separate|individual|own %col",
    "eindeutig|eindeutige|eindeutigen|eindeutiger|einmalig|einmalige|unterschiedlich|unterschiedliche|verschiedene",
    "uniques|única|único|únicas|únicos|unico|unica|unici|uniche|univoco|univoca|unívoco|distintos|distintas|distinti|distinte",
    "keine|ohne doppelten|dubletten|duplikate|wiederholungen",
    "sans|sin|senza|sem doublon|doublons|duplicados|repetir|duplicati|repetições|ripetizioni|repeticiones",
];

/// What limits uniqueness to the rows of one parent, or to several columns.
const WITHIN: &[&str] =
    &["per|within|for|inside|in each|every|the|a|an|one|its|their? %table", "je|pro|par|por %table"];

/// Reads what never repeats.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    if let Some((table, columns, tokens)) = together(&view) {
        drop(view);
        return Some(set_together(scene, &table, &columns, tokens));
    }
    let found = PHRASES.iter().find_map(|phrase| view.find(&[phrase]))?;
    if let Some(end) = explained(&view, found.tokens.end) {
        return Some(found.tokens.start..end);
    }
    let place = subject(&view, &found)?;
    let owner = owner_behind(&view, found.tokens.end, &place);
    let end = owner.as_ref().map_or(found.tokens.end, |(_, end)| *end);
    let tokens = found.tokens.start..end;
    drop(view);
    match owner {
        Some((owner, _)) => set_within(scene, &place, &owner, &tokens),
        None => set(scene, &place, &tokens),
    }
    Some(tokens)
}

/// "No seat twice for one show, which means that show and seat are unique together": what is explained behind is said there. The
/// token where the explanation begins.
fn explained(view: &View<'_, '_>, at: usize) -> Option<usize> {
    let text = view.scene.text;
    let stop = (at..at + 30).find(|at| matches!(text.norm(*at), "." | ";" | "\n\n" | "")).unwrap_or(at + 30);
    let means = (at..stop).find(|at| {
        matches!(text.norm(*at), "means" | "i.e" | "i.e." | "meaning" | "namely")
            || text.norm(*at) == "that" && text.norm(at + 1) == "is"
    })?;
    let is_joint =
        (means..stop).any(|at| matches!(text.norm(at), "together" | "jointly" | "combination" | "combined" | "pair"));
    is_joint.then_some(means.min(view.clause.end))
}

/// What a phrase is about: "a unique email" has it right behind, "email (unique)" before.
fn subject(view: &View<'_, '_>, found: &super::phrase::Match) -> Option<Place> {
    if let Some(place) = found.column() {
        return Some(place);
    }
    let behind = view.column_at(found.tokens.end).map(|(place, _)| place);
    let is_adjective = matches!(
        view.norm(found.tokens.end - 1),
        "unique" | "distinct" | "different" | "eindeutige" | "eindeutigen" | "verschiedene" | "unterschiedliche"
    );
    match behind {
        Some(place) if is_adjective => Some(place),
        _ => view.subject(&found.tokens),
    }
}

/// "per customer" behind a phrase, where the table is an owner of the column's.
fn owner_behind(view: &View<'_, '_>, at: usize, place: &Place) -> Option<(String, usize)> {
    let end = WITHIN.iter().find_map(|pattern| super::phrase::reach(view, pattern, at))?;
    let table = (at..end).rev().find_map(|at| view.scene.table_word(at)).filter(|table| *table != place.table)?;
    Some((table, end))
}

/// "the combination of a and b is unique", "a and b together never repeat", "unique (a, b)".
fn together(view: &View<'_, '_>) -> Option<(String, Vec<String>, Range<usize>)> {
    if let Some(reading) = of_both(view).or_else(|| of_several(view)) {
        return Some(reading);
    }
    let found = view.find(&[
        "combination|combinations|pair|pairs|tuple|combo of? .. %col and|,|/|+|with the|a|each? %col .. unique|distinct|once|repeat|repeats|repeated|twice|duplicates|same",
        "unique|distinct combination|combinations|pair|pairs of? the? %col and|,|/|+ the? %col",
        "%col and|,|/|+ the? %col are|is|must|should? be? together|jointly|combined .. unique|distinct|repeat|repeats|once",
        "%col and|,|/|+ the? %col are|is|must|should? be? unique|distinct together|jointly|combined|as",
        "unique together|jointly|on|over|by|across .. %col and|,|/|+ the? %col",
        "no two|2 .. have|share the? same|both? .. %col and|,|/ the? same? %col",
        "no two|2 .. for|with|in the? same %col and|,|on|at|/ the? same? %col",
    ])?;
    let columns = found.columns();
    let table = columns.first()?.table.clone();
    let names: Vec<String> =
        columns.iter().filter(|place| place.table == table).map(|place| place.column.clone()).collect();
    (names.len() >= 2 && names[0] != names[1]).then_some((table, names, found.tokens))
}

/// "a, b and c are unique together", "no combination of a, b and c repeats": three columns and more in a row.
fn of_several(view: &View<'_, '_>) -> Option<(String, Vec<String>, Range<usize>)> {
    let is_free = |at: &usize| !view.scene.is_claimed(*at);
    let joint = |at: &usize| {
        matches!(
            view.norm(*at),
            "together" | "jointly" | "combined" | "combination" | "combinations" | "tuple" | "triple" | "triples"
        )
    };
    let at = view.clause.clone().filter(is_free).find(joint)?;
    let says = |at: usize| {
        matches!(
            view.norm(at),
            "unique" | "distinct" | "once" | "repeat" | "repeats" | "repeated" | "twice" | "duplicates" | "different"
        )
    };
    let said = view.clause.clone().find(|at| says(*at))?;
    let mut run: Vec<(Place, Range<usize>)> = Vec::new();
    for (place, tokens) in view.mentions() {
        let is_next = run.last().is_some_and(|(last, before)| {
            let between = before.end..tokens.start;
            last.table == place.table
                && !between.is_empty()
                && between.into_iter().all(|at| matches!(view.norm(at), "," | "and" | "the" | "+" | "/" | "&" | "its"))
        });
        if !is_next {
            if run.len() >= 3 {
                break;
            }
            run.clear();
        }
        run.push((place.clone(), tokens.clone()));
    }
    let (first, last) = (run.first()?, run.last()?);
    let table = first.0.table.clone();
    let tokens = super::edit::hull(&(first.1.start..last.1.end), &super::edit::hull(&(at..at + 1), &(said..said + 1)));
    let names = run.iter().map(|(place, _)| place.column.clone()).collect();
    (run.len() >= 3).then_some((table, names, tokens))
}

/// "No combination of the two comes up twice", "both together are unique": the two columns named last.
fn of_both(view: &View<'_, '_>) -> Option<(String, Vec<String>, Range<usize>)> {
    let found = view.find(&[
        "combination|combinations|pair|pairs of? the? two|both|these|them|2 .. unique|distinct|once|repeat|repeats|repeated|twice|duplicates|again",
        "the? two|both|2 together|jointly|combined .. unique|distinct|repeat|repeats|once|twice",
        "no two|2 .. with|have|share the? same both|two|2",
    ])?;
    let from = found.tokens.start.saturating_sub(40);
    let before = View::new(view.scene, from..found.tokens.start);
    let mut places: Vec<Place> = Vec::new();
    for (place, _) in before.mentions().iter().rev() {
        if !places.contains(place) && places.first().is_none_or(|first| first.table == place.table) {
            places.push(place.clone());
        }
        if places.len() == 2 {
            break;
        }
    }
    places.reverse();
    let table = places.first()?.table.clone();
    let names: Vec<String> = places.into_iter().map(|place| place.column).collect();
    (names.len() == 2).then_some((table, names, found.tokens))
}

/// Reads "names can repeat", "several may share a phone number": what says that nothing is asked of a column.
pub fn read_repeats(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "%col can|may|might|could be? repeat|repeated|shared|reused|recur|duplicated",
        "%col can|may|might|could occur|appear|come|be more than? once|twice",
        "%col need|needs|must|do|does not be|have to? unique|distinct|be unique",
    ])?;
    let place = found.column()?;
    drop(view);
    scene.claim(found.tokens.clone());
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}

/// A column alone.
pub fn set(scene: &mut Scene<'_>, place: &Place, tokens: &Range<usize>) {
    scene.claim(tokens.clone());
    contradict::say(scene, place, "unique", "yes", tokens);
    let has_values = scene.said.contains_key(&(place.clone(), "values"));
    if let Some(column) = scene.column_mut(place) {
        if column.generator == "choice" && !has_values {
            turn_into(column, "pattern");
            column.set("pattern", "\"[A-Z]{3}-[0-9]{5}\"");
        }
        column.unique = true;
        for choice in &mut column.choices {
            choice.weight = 0.0;
        }
    }
    prove(scene, place, tokens.clone());
}

/// A column within the rows of one owner: picks without repeats, numbers from 1, or else without repeats at all.
fn set_within(scene: &mut Scene<'_>, place: &Place, owner: &str, tokens: &Range<usize>) {
    let owns = |tie: Tie| {
        scene
            .ir
            .relationships
            .iter()
            .any(|known| known.tie == tie && known.child_table == place.table && known.parent_table == owner)
    };
    let is_owner = owns(Tie::Owns);
    let pick =
        scene.ir.relationships.iter().position(|tie| {
            tie.tie == Tie::Picks && tie.child_table == place.table && tie.child_column == place.column
        });
    match (is_owner, pick) {
        (true, Some(pick)) => {
            let quote = scene.quote(tokens.clone());
            let tie = &mut scene.ir.relationships[pick];
            tie.distinct = true;
            tie.evidence.push(quote);
            scene.claim(tokens.clone());
        }
        (true, None) if is_line_number(scene, place) => {
            if let Some(column) = scene.column_mut(place) {
                turn_into(column, "ordinal");
            }
            scene.claim(tokens.clone());
            prove(scene, place, tokens.clone());
        }
        _ if is_choice(scene, place) => {
            let reason = "values of a list that do not repeat within a parent cannot be had; only references, ordinals and values that never repeat at all";
            scene.cannot(tokens.clone(), reason);
        }
        _ if is_too_narrow(scene, place, tokens) => {
            let reason =
                format!("so few numbers that do not repeat within one of `{owner}` cannot be had; they may repeat");
            scene.cannot(tokens.clone(), reason);
            if let Some(column) = scene.column_mut(place) {
                column.unique = false;
            }
        }
        _ => {
            set(scene, place, tokens);
            scene.assume(
                path(place),
                format!("what is unique within one of `{owner}` is made unique throughout"),
                "unique".to_owned(),
            );
        }
    }
}

/// Whether the numbers that the text in front names are fewer than the rows, so that they cannot differ throughout.
fn is_too_narrow(scene: &Scene<'_>, place: &Place, tokens: &Range<usize>) -> bool {
    if scene.column(place).is_none_or(|column| column.generator != "number") {
        return false;
    }
    let far = tokens.start.saturating_sub(12);
    let ends = |at: &usize| matches!(scene.text.norm(*at), "." | ";" | "\n" | "\n\n");
    let from = (far..tokens.start).rev().find(ends).map_or(far, |at| at + 1);
    let bounds = (from..tokens.start).rev().find_map(|at| {
        let found = range::range(scene.text, at)?.value;
        Some(found.max?.value - found.min?.value + 1.0)
    });
    let Some(table) = scene.ir.table(&place.table) else { return false };
    let owned = scene.ir.relationships.iter().find(|tie| tie.child_table == place.table && tie.tie == Tie::Owns);
    let of_owner = owned.map_or(0, |tie| {
        scene.ir.table(&tie.parent_table).map_or(0, |parent| parent.rows).saturating_mul(tie.max_children)
    });
    #[expect(clippy::cast_precision_loss, reason = "counts of rows are far below 2^53")]
    let rows = table.rows.max(of_owner) as f64;
    bounds.is_some_and(|bounds| bounds < rows)
}

fn is_choice(scene: &Scene<'_>, place: &Place) -> bool {
    scene.column(place).is_some_and(|column| matches!(column.generator.as_str(), "choice" | "bool"))
}

fn is_line_number(scene: &Scene<'_>, place: &Place) -> bool {
    let name = &place.column;
    let numbers = ["number", "no", "line", "position", "nr", "seq", "index", "ordinal"];
    let is_integer = scene.column(place).is_some_and(|column| {
        column.generator == "number"
            && column.r#type == ColumnType::Integer
            && !column.params.iter().any(|param| param.key == "min")
    });
    is_integer && name.split('_').any(|part| numbers.contains(&part)) || name == "line_no"
}

/// Several columns together: a pick within its owner, a column that is unique alone, fixed domains; else it cannot be had.
fn set_together(scene: &mut Scene<'_>, table: &str, columns: &[String], tokens: Range<usize>) -> Range<usize> {
    scene.claim(tokens.clone());
    let ties = &mut scene.ir.relationships;
    let owner = ties
        .iter()
        .position(|tie| tie.tie == Tie::Owns && tie.child_table == table && columns.contains(&tie.child_column));
    let pick = ties
        .iter()
        .position(|tie| tie.tie == Tie::Picks && tie.child_table == table && columns.contains(&tie.child_column));
    let quote = scene.quote(tokens.clone());
    if let (Some(_), Some(pick)) = (owner, pick) {
        let tie = &mut scene.ir.relationships[pick];
        tie.distinct = true;
        tie.evidence.push(quote);
        return tokens;
    }
    let fixed = |name: &String| scene.ir.table(table).and_then(|table| table.column(name)).is_some_and(is_fixed);
    let unique = |name: &String| {
        scene
            .ir
            .table(table)
            .and_then(|table| table.column(name))
            .is_some_and(|column| column.unique || column.role == Role::Pk)
    };
    let holds = columns.iter().any(unique) || columns.iter().all(fixed);
    if holds {
        add_rule(scene, RuleKind::UniqueTogether, table, columns.to_vec(), String::new(), quote);
    } else {
        let reason = "columns are unique together where one is a reference within its owner, where one is unique alone, or where all have fixed lists of values without weights";
        scene.cannot(tokens.clone(), reason);
    }
    tokens
}

/// Whether a column has a fixed domain without weights.
fn is_fixed(column: &crate::draft::ir::Column) -> bool {
    let is_even = column.choices.iter().all(|choice| choice.weight == 0.0);
    let is_range = column.generator == "number"
        && column.r#type == ColumnType::Integer
        && column.param("min").is_some()
        && column.param("max").is_some();
    let is_days = column.generator == "date"
        && column.param("from").is_some_and(|from| from.starts_with(|c: char| c.is_ascii_digit()));
    let has_law = column.params.iter().any(|param| param.key == "dist" || param.key.starts_with("shape"));
    column.null_rate == 0.0 && !has_law && ((column.generator == "choice" && is_even) || is_range || is_days)
}

/// Reads "numbered from 1000", "sequential", "UUIDs", "auto-increment": what makes a key.
pub fn read_keys(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "numbered|numbers|counting|counted|counts|starting|starts|begins|beginning|running|sequential|sequence|consecutive|consecutively|increment|auto-increment|incrementing .. from|at|with %num",
        "from %num upwards|upward|up|on|onwards", "starting|starts|beginning|begins at|from|with %num", "fortlaufend|laufend ab|von %num", "ab %num fortlaufend|aufwärts",
        "sequential|sequentially|consecutive|consecutively|auto-increment|autoincrement|auto-incremented|auto-incrementing|running|fortlaufend|laufende|serial|séquentiel|secuencial|sequenziale|sequencial number|numbers|id|ids|integer|integers|order?",
        "auto increment|incremented|incrementing|generated", "uuid|uuids|guid|guids|uuidv4|uuid4|uuidv7", "ulid|ulids",
    ])?;
    let word = |words: &[&str]| found.tokens.clone().any(|at| words.iter().any(|word| view.norm(at).starts_with(word)));
    let generator = match () {
        () if word(&["uuid", "guid"]) => "uuid",
        () if word(&["ulid"]) => "ulid",
        () => "sequence",
    };
    let start = found.nums().pop();
    let place = key_subject(&view, &found.tokens, generator)?;
    let is_range = found.tokens.clone().any(|at| view.span_at(at).is_some_and(|(span, _)| span.max.is_some()));
    if is_range || view.column(&place).is_some_and(|column| super::windows::is_time(column) || column.role == Role::Fk)
    {
        return None;
    }
    drop(view);
    if let Some(column) = scene.column_mut(&place) {
        turn_into(column, generator);
        if let Some(start) = start {
            column.set("start", start.text);
        }
        column.unique = column.unique && column.role != Role::Pk && generator != "sequence";
    }
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}

/// The column that is named, else the table's key.
fn key_subject(view: &View<'_, '_>, tokens: &Range<usize>, generator: &str) -> Option<Place> {
    let column = |place: &Place| {
        view.column(place)
            .is_some_and(|column| generator != "sequence" || column.role == Role::Pk || is_numeric(column))
    };
    let named = view.column_before(tokens.start).or_else(|| view.place()).filter(column);
    named.or_else(|| {
        let table = view.table_before(tokens.start)?;
        let key = view.ir_table(&table)?.columns.iter().find(|column| column.role == Role::Pk)?;
        Some(Place { table: table.clone(), column: key.name.clone() })
    })
}

fn is_numeric(column: &crate::draft::ir::Column) -> bool {
    matches!(column.generator.as_str(), "sequence" | "number" | "pattern" | "permuted" | "ordinal" | "uuid" | "")
}
