//! `attendance: one row for every pupil and every day of May`, `for each of the ovens A, B and C a reading every 5 minutes` -> rows on
//! a grid of time whose table, owner and distance may stand in any order.

use std::ops::Range;

use super::Scan;
use super::given;
use super::grids::{self, Thing};
use crate::diag::Diagnostic;
use crate::draft::offline::columns;
use crate::draft::offline::frame::{Frame, Group};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::dates::{self, Grid};
use crate::draft::text::{Found, Kind, number};

/// Most values of a group that are named.
const MOST: usize = 60;

/// A clause that puts rows on a grid of time.
#[derive(Debug, Clone)]
struct Series {
    /// The table that stands in front: `readings:`, `in the table readings`.
    head: Option<Range<usize>>,
    /// What each row of, or each value of, has a grid of its own.
    owner: Option<Owner>,
    /// What is made at the steps.
    rows: Option<Range<usize>>,
    /// The list of what is measured, where it says more than one name: `its power (0 to 3000 kW) and speed`.
    measured: Option<Range<usize>>,
    /// The steps.
    grid: Found<Grid>,
    /// Where the words of the grid begin.
    from: usize,
    /// The token behind everything.
    end: usize,
}

/// Whose grids they are: `every pupil`, `each of the four ovens A, B, C and D`.
#[derive(Debug, Clone)]
struct Owner {
    name: Range<usize>,
    /// How many there are, and where that is said.
    count: Option<(u64, Range<usize>)>,
    /// The names of all of them, and where these stand.
    values: Option<(Vec<String>, Range<usize>)>,
    end: usize,
}

impl Scan {
    /// Reads a clause that puts rows on a grid, where it says whose they are or heads them with their table; gives the token behind.
    pub(super) fn series(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        let series = parse(scene, self.start, self.end)?;
        let grid = series.grid.value.clone();
        let spoken_of = series_spoken_of(scene, frame, scene.focus.table.as_deref());
        if series.owner.is_none() && series.head.is_none() && spoken_of.is_none() {
            return None;
        }
        let thing = series.rows.clone().map_or(Thing::Rows, |name| match is_generic(scene, &name) {
            true => Thing::Rows,
            false if is_generic(scene, &(name.end - 1..name.end)) => Thing::Table(name),
            false => self.kind(scene, name),
        });
        if series.owner.is_none() && series.head.is_none() && matches!(thing, Thing::Table(_)) {
            return None;
        }
        if series.owner.as_ref().is_some_and(|owner| misses_some(scene, owner)) {
            return Some(series.end);
        }
        let is_flat = series.owner.as_ref().is_some_and(|owner| owner.values.is_some() && !is_table(scene, owner));
        let table = match (&series.head, &thing) {
            (Some(head), _) => tables::declare(scene, head.clone()),
            (None, Thing::Table(name)) => tables::declare(scene, name.clone()),
            (None, _) => match (spoken_of, &series.rows, &series.owner) {
                (Some(table), ..) => table,
                (None, Some(name), _) if names_rows(scene, name) => tables::declare(scene, name.clone()),
                (None, ..) if let Thing::Measure(name) = &thing => tables::declare(scene, name.clone()),
                (None, _, Some(owner)) if is_flat => {
                    let words = format!("{} reading", lex::one(&scene.words(owner.name.clone()), scene.language));
                    tables::declare_words(scene, &words, owner.name.clone())
                }
                _ => grids::open(scene, "readings"),
            },
        };
        frame.bare.insert(table.clone());
        let tokens = self.start..series.end;
        let parent = match &series.owner {
            Some(owner) if is_flat => {
                group(scene, frame, &table, owner);
                None
            }
            Some(owner) => Some(owned(scene, frame, owner)).filter(|parent| *parent != table),
            None => None,
        };
        if let Some(parent) = &parent {
            relations::on_grid(scene, parent, &table, tokens.clone());
        }
        grids::set(scene, frame, &table, &grid, parent.as_deref());
        let quote = scene.quote(series.from..series.grid.end);
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        match &series.measured {
            Some(list) => {
                scene.claim(tokens.start..list.start);
                scene.claim(list.end..tokens.end);
            }
            None => scene.claim(tokens),
        }
        if let Thing::Measure(name) = &thing {
            self.measure(scene, frame, &table, name, series.end);
        }
        if let Some(list) = series.measured {
            columns::read(scene, frame, &table, list.start, list.end);
        }
        self.introduced = Some(table.clone());
        self.subject = Some(table.clone());
        self.figure = Some(table.clone());
        self.last = Some((table, series.end));
        Some(series.end)
    }
}

impl Scan {
    /// `the table room_climate holds a temperature and a humidity, measured every half hour during May`: the grid behind the list of
    /// columns, which is read before them; none where the clause names no table in front.
    pub(super) fn trailing(&self, scene: &mut Scene<'_>, frame: &Frame) -> Option<(Grid, Range<usize>)> {
        let start = self.start + usize::from(scene.does(self.start, Does::Determines));
        let is_table = scene.does(start, Does::Tables) || (start..start + 4).any(|at| scene.does(at, Does::Tables));
        let is_free = |table: &String| !frame.counts.contains_key(table) && !frame.grids.contains_key(table);
        let is_spoken_of = scene.focus.table.as_ref().is_none_or(is_free);
        let at = (self.start + 3..self.end).find(|at| {
            let lead = at - 1;
            scene.text.norm(lead) == "," && DONE.contains(&scene.text.norm(*at))
        })?;
        let found = dates::grid(scene.text, at + 1, &scene.today)?;
        let is_last = found.end >= self.end || matches!(scene.text.norm(found.end), "." | "," | ";");
        let is_each = (self.start..at).any(|at| scene.does(at, Does::Distributes));
        if !is_table || !is_spoken_of || !is_last || is_each || found.value.how_often.start != at + 1 {
            return None;
        }
        scene.take(at - 1..found.end);
        Some((found.value, at..found.end))
    }

    /// Puts the table of a clause on the grid that stands behind its columns.
    pub(super) fn put_trailing(&self, scene: &mut Scene<'_>, frame: &mut Frame, (grid, tokens): (Grid, Range<usize>)) {
        let Some(table) = self.subject.clone().or_else(|| self.last.as_ref().map(|(table, _)| table.clone())) else {
            return;
        };
        grids::set(scene, frame, &table, &grid, None);
        let quote = scene.quote(tokens);
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        frame.bare.insert(table);
    }
}

/// What is done with what is measured.
const DONE: &[&str] = &[
    "read",
    "measured",
    "sampled",
    "logged",
    "recorded",
    "polled",
    "checked",
    "reporting",
    "sending",
    "measuring",
    "logging",
    "recording",
    "scanned",
    "weighed",
    "counted",
    "surveyed",
    "monitored",
    "taken",
    "stored",
];

/// Whether a clause such as `readings: one per panel for every hour of June` begins at a token, with its table in front.
pub fn begins(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    parse(scene, start, end).is_some_and(|series| {
        series.head.is_some() && (series.owner.is_some() || series.rows.is_some_and(|rows| is_generic(scene, &rows)))
    })
}

/// The table whose rows are spoken of and that can only be the rows of the grid: it holds measurements, nobody counted it, and it is on
/// no grid yet.
fn series_spoken_of(scene: &Scene<'_>, frame: &Frame, table: Option<&str>) -> Option<String> {
    table.and_then(|table| own(scene, frame, table)).or_else(|| open_series(scene, frame, ""))
}

/// The same of one table.
pub(super) fn own(scene: &Scene<'_>, frame: &Frame, table: &str) -> Option<String> {
    let is_tied = scene.ir.relationships.iter().any(|tie| tie.parent_table == table);
    let is_open = !frame.grids.contains_key(table) && !frame.counts.contains_key(table);
    (is_open && !is_tied && is_series(scene, table)).then(|| table.to_owned())
}

/// The only such table beside the parent of its rows.
pub(super) fn open_series(scene: &Scene<'_>, frame: &Frame, parent: &str) -> Option<String> {
    let others = scene.ir.tables.iter().filter(|table| table.name != parent);
    let mut open = others.filter_map(|table| own(scene, frame, &table.name));
    let first = open.next()?;
    open.next().is_none().then_some(first)
}

/// Whether the rows of a table are measured one after the other: `oven_readings`, `gauge_log`, `noise_levels`, `air_quality`.
fn is_series(scene: &Scene<'_>, table: &str) -> bool {
    const HEADS: &[&str] = &[
        "log",
        "history",
        "serie",
        "series",
        "timeseries",
        "telemetry",
        "climate",
        "quality",
        "weather",
        "traffic",
        "consumption",
        "usage",
        "load",
        "level",
        "temperature",
        "pressure",
        "rate",
        "price",
        "count",
        "flow",
        "record",
        "statistic",
        "metric",
        "data",
        "curve",
        "profile",
        "trace",
        "feed",
        "status",
    ];
    let head = table.rsplit('_').next().unwrap_or(table);
    let one = names::singular(head);
    grids::is_series(table)
        || HEADS.contains(&head)
        || HEADS.contains(&one.as_str())
        || lex::column(&lex::singular(table, scene.language).replace('_', " "), "", scene.language).column.generator
            == "number"
            && lex::is_known_column(&lex::singular(table, scene.language).replace('_', " "), scene.language)
            && !lex::is_table_noun(&table.replace('_', " "), scene.language)
}

/// Whether a name only says that there are rows: `one row`, `a measurement`.
pub(super) fn is_generic(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    const ROWS: &[&str] = &[
        "row",
        "record",
        "entry",
        "line",
        "reading",
        "measurement",
        "value",
        "sample",
        "observation",
        "point",
        "one",
        "data",
        "measure",
        "report",
    ];
    name.len() == 1 && ROWS.contains(&names::singular(scene.text.norm(name.start)).as_str())
}

/// Whether a generic name can name a table: `readings`, and not `rows`.
fn names_rows(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let one = names::singular(scene.text.norm(name.end - 1));
    matches!(one.as_str(), "reading" | "measurement" | "sample" | "observation" | "report")
}

/// Whether those who have the grids are rows of a table of their own.
fn is_table(scene: &Scene<'_>, owner: &Owner) -> bool {
    let words = scene.words(owner.name.clone());
    let is_single = (0..scene.text.tokens.len().min(60))
        .any(|at| matches!(scene.text.norm(at), "one" | "single" | "1") && scene.does(at + 1, Does::Tables));
    (owner.count.is_some() || scene.nouns.is_counted(&words)) && !is_single
        || tables::known(scene, &words)
            .is_some_and(|name| scene.ir.table(&name).is_some_and(|table| table.rows > 0 || !table.columns.is_empty()))
}

/// The table of those who have the grids.
fn owned(scene: &mut Scene<'_>, frame: &mut Frame, owner: &Owner) -> String {
    let words = scene.words(owner.name.clone());
    let known = tables::known(scene, &words).or_else(|| tables::compound(scene, &words));
    let table = known.unwrap_or_else(|| tables::declare(scene, owner.name.clone()));
    frame.bare.insert(table.clone());
    if let Some((rows, tokens)) = &owner.count {
        tables::count(scene, frame, &table, *rows, tokens.start..owner.name.end);
    }
    if let Some((names, tokens)) = owner.values.clone() {
        given::name_all(scene, &table, names, tokens);
    }
    table
}

/// Refuses names that are more or fewer than was said.
fn misses_some(scene: &mut Scene<'_>, owner: &Owner) -> bool {
    let Some(((count, said), (values, tokens))) = owner.count.clone().zip(owner.values.clone()) else { return false };
    if count == values.len() as u64 {
        return false;
    }
    refuse_names(scene, (count, said.start..owner.name.end), (&values, tokens));
    true
}

/// Refuses another number of names than was said.
pub(super) fn refuse_names(
    scene: &mut Scene<'_>,
    (count, said): (u64, Range<usize>),
    (names, tokens): (&[String], Range<usize>),
) {
    let message =
        format!("`{}` are said and {} are named: {}", scene.quote(said.clone()), names.len(), names.join(", "));
    let first = scene.span(said);
    let help = format!("name {count}, or say {}", names.len());
    let finding = Diagnostic::error("E1221", message).and(first, "how many there are").help(help);
    scene.refuse(tokens, "their names", finding);
}

/// The values that have grids of their own in one table.
fn group(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, owner: &Owner) {
    let Some((values, tokens)) = owner.values.clone() else { return };
    let words = lex::one(&scene.words(owner.name.clone()), scene.language);
    let Some(place) = columns::put(scene, frame, table, &words, scene.quote(owner.name.start..tokens.end)) else {
        return;
    };
    frame.groups.insert(table.to_owned(), Group { column: place.column, values });
}

/// Reads a clause from its first to its last word as far as the grid goes; nothing where something else stands in it.
fn parse(scene: &Scene<'_>, start: usize, end: usize) -> Option<Series> {
    let end = end.min(scene.text.tokens.len());
    let (head, mut at) = head(scene, start, end).map_or((None, start), |(head, at)| (Some(head), at));
    let (mut owner, mut rows) = (None::<Owner>, None::<Range<usize>>);
    let mut measured = None;
    let grid = loop {
        if at >= end {
            return None;
        }
        if let Some(found) = dates::grid(scene.text, at, &scene.today).filter(|found| found.end <= end) {
            break found;
        }
        if let Some(found) = owner.as_ref().and_then(|owner| joined(scene, owner, at, end)) {
            break found;
        }
        if owner.is_none()
            && let Some(found) = bare_owner(scene, at).or_else(|| self::owner(scene, at, end))
        {
            at = found.end;
            owner = Some(found);
        } else if rows.is_none()
            && owner.is_some()
            && let Some(list) = self::measured(scene, at, end)
        {
            at = list.end;
            rows = Some(list.end..list.end);
            measured = Some(list);
        } else if rows.is_none()
            && let Some((name, stop)) = things(scene, at, end)
        {
            at = stop;
            rows = Some(name);
        } else {
            at = glue(scene, at)?;
        }
    };
    let often = grid.value.how_often.clone();
    let rows = rows
        .filter(|rows| !rows.is_empty())
        .or_else(|| made(scene, &often).filter(|_| measured.is_none()))
        .or_else(|| {
            let long = grid.value.how_long.start;
            let (name, _) =
                (often.end..long).find_map(|at| things(scene, at, long).filter(|_| glue_all(scene, often.end..at)))?;
            Some(name)
        });
    let from = at;
    let mut stop = grid.end;
    if owner.is_none() {
        let between = often.end.min(grid.value.how_long.end)..often.start.max(grid.value.how_long.start);
        owner = between.clone().find_map(|at| self::owner(scene, at, between.end)).or_else(|| {
            let lead = grid.end + usize::from(scene.text.norm(grid.end) == ",");
            let found = self::owner(scene, lead, end)?;
            stop = found.end;
            Some(found)
        });
    }
    let behind = if head.is_none() { stored(scene, stop, end) } else { None };
    let stop = behind.as_ref().map_or(stop, |name| name.end);
    Some(Series { head: head.or(behind), owner, rows, measured, grid, from, end: stop })
}

/// `and hour there is one record from 2023-05-01 to 2023-05-07` behind `per greenhouse`: the owner's word holds for the unit too.
fn joined(scene: &Scene<'_>, owner: &Owner, at: usize, end: usize) -> Option<Found<Grid>> {
    let is_joint = scene.does(at, Does::Joins) || matches!(scene.text.norm(at), "/" | "per");
    let often = dates::step(scene.text, at + 1).filter(|_| at == owner.end && is_joint)?;
    let found = dates::over(scene.text, &often.value, at..often.end, often.end, &scene.today)?;
    (found.end <= end).then_some(found)
}

/// `readings:`, `table gauge_log:`, `in the table readings`.
fn head(scene: &Scene<'_>, start: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let lead = start + usize::from(matches!(scene.text.norm(start), "in" | "into"));
    let article = lead + usize::from(scene.does(lead, Does::Determines));
    let is_called = scene.does(article, Does::Tables) && scene.is_nominal(article + 1);
    let phrase = scene.phrase(if is_called { article + 1 } else { lead }, end)?;
    let name = phrase.name.clone();
    let is_marked = scene.text.norm(name.end) == ":";
    let is_short = name.len() <= 3 && !scene.does(name.start, Does::Tables);
    if is_marked && is_short {
        return Some((name.clone(), name.end + 1));
    }
    (is_called && is_short && (lead > start || scene.does(name.end, Does::Has) || scene.does(name.end, Does::Keeps)))
        .then(|| (name.clone(), name.end))
}

/// `in the table bike_days`, `, in a table called bike_days`, `in bike_days`: the table named last.
fn stored(scene: &Scene<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let lead = at + usize::from(scene.text.norm(at) == ",");
    let article = lead + 1 + usize::from(scene.does(lead + 1, Does::Determines));
    let is_table = scene.does(article, Does::Tables);
    let called = article + usize::from(is_table);
    let name = called + usize::from(is_table && matches!(scene.text.norm(called), "called" | "named"));
    let is_led = matches!(scene.text.norm(lead), "in" | "into");
    let is_name = is_table || scene.text.norm(name).contains('_');
    (is_led && is_name && name < end && scene.is_nominal(name)).then_some(name..name + 1)
}

/// Words that only hold the parts together; gives the token behind.
fn glue(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        ",",
        "and",
        "there",
        "exactly",
        "precisely",
        "just",
        "always",
        "for",
        "of",
        "in",
        "at",
        "exist",
        "exists",
        "taken",
        "recorded",
        "measured",
        "logged",
        "stored",
        "written",
        "collected",
        "sampled",
        "made",
        "reported",
        "comes",
        "come",
        "arrives",
        "arrive",
        "gets",
        "get",
        "sends",
        "send",
        "reports",
        "report",
        "logs",
        "writes",
        "records",
        "delivers",
        "gives",
        "yields",
        "produces",
        "we",
        "i",
        "need",
        "want",
        "please",
        "with",
        "the",
        "then",
        "also",
        "be",
        "should",
        "must",
        "will",
        "to",
        "holds",
        "contains",
        "hold",
        "contain",
        "no",
        "gap",
        "gaps",
        "without",
    ];
    let word = scene.text.norm(at);
    (WORDS.contains(&word) || scene.does(at, Does::Is) || scene.does(at, Does::Has)).then_some(at + 1)
}

/// Whether some words only hold the parts together.
fn glue_all(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().all(|at| glue(scene, at).is_some() || scene.does(at, Does::Determines))
}

/// `exactly one row`, `a reading`, `readings`, `the water level of one river gauge`: what is made, and the token behind.
fn things(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let start = at + usize::from(matches!(scene.text.norm(at), "exactly" | "precisely" | "just"));
    let phrase = scene.phrase(start, end)?;
    let is_verb = |at: usize| {
        glue(scene, at).is_some()
            && !matches!(scene.text.norm(at), "record" | "records" | "report" | "reports" | "logs")
    };
    let stop = phrase.name.clone().find(|at| is_verb(*at)).unwrap_or(phrase.name.end);
    let name = phrase.name.start..stop;
    if name.is_empty() || name.len() > 4 || scene.does(name.start, Does::Tables) {
        return None;
    }
    // "Of one river gauge", "at the main gate": the only one that there is.
    let is_placed = matches!(scene.text.norm(stop), "of" | "at" | "on" | "in" | "from")
        && matches!(scene.text.norm(stop + 1), "one" | "a" | "an" | "the" | "our" | "my")
        && scene.text.norm(stop + 2) != "of";
    let place = scene.phrase(stop + 1, end).filter(|_| is_placed).filter(|place| !place.name.contains(&(stop + 1)));
    Some((name, place.map_or(stop, |place| place.whole.end)))
}

/// What is named within the words that say how often: `one heart rate record per hour`.
fn made(scene: &Scene<'_>, often: &Range<usize>) -> Option<Range<usize>> {
    let lead = matches!(scene.text.norm(often.start), "one" | "a" | "an");
    let stop = (often.start + 1..often.end).find(|at| {
        scene.does(*at, Does::Distributes) || matches!(scene.text.norm(*at), "per" | "every" | "each" | "a" | "an")
    })?;
    let name = often.start + 1..stop;
    (lead && !name.is_empty() && name.clone().all(|at| scene.text.kind(at) == Some(Kind::Word))).then_some(name)
}

/// `for every pupil`, `per panel`, `each of three buoys (B1, B2, B3)`, `for the ovens A, B and C`.
fn owner(scene: &Scene<'_>, at: usize, end: usize) -> Option<Owner> {
    let is_led = matches!(scene.text.norm(at), "for" | "of" | "from" | "at" | "in" | "by" | "on" | "to" | "per");
    let each = at + usize::from(is_led && scene.text.norm(at) != "per");
    let is_each = scene.does(each, Does::Distributes) || matches!(scene.text.norm(each), "per" | "all" | "both");
    let of = each + usize::from(is_each);
    let noun = of + usize::from(of > each && scene.text.norm(of) == "of");
    let noun = noun + usize::from(scene.does(noun, Does::Determines) && (noun > of || !is_each));
    let quantity = scene.quantity(noun, end).filter(|found| found.is_count && found.max > 1);
    let start = quantity.as_ref().map_or(noun, |found| found.end);
    if !is_each && !is_led || dates::frequency(scene.text, each).is_some() || start >= end {
        return None;
    }
    let phrase = scene.rows_phrase(start, end).filter(|phrase| phrase.name.start == start)?;
    let phrase = single(scene, phrase, is_each);
    if words::is_unit(scene.text.norm(phrase.name.end - 1), scene.language)
        || !tables::may_be(scene, &phrase)
        || is_generic(scene, &phrase.name)
    {
        return None;
    }
    let values = listed(scene, phrase.name.end, end);
    let is_several =
        noun > of || quantity.is_some() || scene.text.norm(each) == "all" || scene.text.norm(each) == "both";
    // "At the stations" alone says nothing of whose rows they are, and "each pump A" is none.
    let fits = if is_each { true } else { values.is_some() && scene.is_plural(phrase.name.end - 1) };
    let count = quantity.map(|found| (found.max, noun..found.end));
    let end = values.as_ref().map_or(phrase.whole.end, |(_, tokens)| tokens.end);
    (fits && (is_several || values.is_none() || scene.is_plural(phrase.name.end - 1))).then_some(Owner {
        name: phrase.name,
        count,
        values,
        end,
    })
}

/// `each` behind rows that have been counted, before what is done with them: `12 gauges, each read daily`.
fn bare_owner(scene: &Scene<'_>, at: usize) -> Option<Owner> {
    let is_bare = scene.text.norm(at) == "each" && DONE.contains(&scene.text.norm(at + 1));
    let before = at.checked_sub(1).filter(|before| scene.text.norm(*before) == ",")?;
    let noun = (before.saturating_sub(3)..before).rev().find(|at| scene.table_word(*at).is_some())?;
    let start = (before.saturating_sub(6)..noun + 1)
        .find(|start| scene.quantity(*start, noun).is_some_and(|found| found.is_count));
    let start = scene.quantity(start?, noun)?.end;
    is_bare.then(|| Owner { name: start..noun + 1, count: None, values: None, end: at + 2 })
}

/// `its power (0 to 3000 kW)`, `temperature (15 to 30) and humidity (20 to 90)`: names with their bounds in parentheses.
fn measured(scene: &Scene<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let is_verb = |at: usize| {
        matches!(
            scene.text.norm(at),
            "reports"
                | "logs"
                | "sends"
                | "records"
                | "delivers"
                | "gives"
                | "measures"
                | "writes"
                | "yields"
                | "produces"
        )
    };
    let start = (at..end).find(|at| !(is_verb(*at) || scene.does(*at, Does::Determines)))?;
    let mut stop = start;
    loop {
        let from = stop + usize::from(stop > start && scene.does(stop, Does::Determines));
        let phrase = scene.phrase(from, end)?;
        let open = phrase.name.end;
        if scene.text.norm(open) != "(" || phrase.name.len() > 3 {
            return None;
        }
        let close = (open..end).find(|at| scene.text.norm(*at) == ")")?;
        stop = close + 1;
        let comma = usize::from(scene.text.norm(stop) == ",");
        let joint = usize::from(scene.does(stop + comma, Does::Joins));
        let goes_on = comma + joint > 0
            && scene.phrase(stop + comma + joint, end).is_some_and(|next| scene.text.norm(next.name.end) == "(");
        if !goes_on {
            return Some(start..stop);
        }
        stop += comma + joint;
    }
}

/// The noun behind `each` without the verb or the rows that follow it: `each buoy reports`, `every rower one record`.
fn single(scene: &Scene<'_>, mut phrase: Phrase, is_each: bool) -> Phrase {
    let stop = phrase.name.clone().skip(1).find(|at| is_each && glue(scene, *at).is_some());
    if let Some(stop) = stop {
        (phrase.name.end, phrase.whole.end) = (stop, stop);
    }
    phrase
}

/// The names that begin at a token, up to the end of the clause or a comma that opens something else.
pub(super) fn listed_behind(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Vec<String>, Range<usize>)> {
    let found = listed(scene, at, end)?;
    let is_end = found.1.end >= end || matches!(scene.text.norm(found.1.end), "," | ";" | "." | "(" | "with" | "each");
    is_end.then_some(found)
}

/// `A, B and C`, `(north, south)`, `: K1, K2`, `S1 to S4`: at least two names, and the tokens of all.
fn listed(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Vec<String>, Range<usize>)> {
    let open = matches!(scene.text.norm(at), "(" | ":");
    let mut from = at + usize::from(open);
    from += usize::from(matches!(scene.text.norm(from), "called" | "named"));
    let mut values: Vec<String> = Vec::new();
    let mut stop = from;
    while stop < end && values.len() < MOST {
        let value = name_at(scene, stop, end)?;
        let (next, length) = value;
        values.push(next);
        stop += length;
        if matches!(scene.text.norm(stop), "to" | "-" | "–" | "through") && values.len() == 1 {
            let (last, length) = name_at(scene, stop + 1, end)?;
            values = numbered(&values[0], &last)?;
            stop += 1 + length;
            break;
        }
        let comma = usize::from(matches!(scene.text.norm(stop), "," | "/"));
        let joint = usize::from(scene.does(stop + comma, Does::Joins));
        if comma + joint == 0 || name_at(scene, stop + comma + joint, end).is_none() {
            break;
        }
        stop += comma + joint;
        if joint == 1 {
            let (last, length) = name_at(scene, stop, end)?;
            values.push(last);
            stop += length;
            break;
        }
    }
    let is_closed = scene.text.norm(at) != "(" || scene.text.norm(stop) == ")";
    let stop = stop + usize::from(scene.text.norm(at) == "(");
    let different = values.iter().collect::<std::collections::BTreeSet<_>>().len() == values.len();
    (values.len() >= 2 && is_closed && different).then_some((values, at..stop))
}

/// A name of one token, or of several with capitals; how many tokens it has.
fn name_at(scene: &Scene<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    let kind = scene.text.kind(at).filter(|_| at < end)?;
    let is_small = scene.does(at, Does::Determines) && scene.text.quote(at..at + 1).len() > 1;
    let word = scene.text.norm(at);
    let is_rows = scene.is_plural(at) && lex::is_table_noun(word, scene.language);
    let is_name = match kind {
        Kind::Quoted => true,
        Kind::Number => number::count(scene.text, at).is_some_and(|found| found.end == at + 1),
        Kind::Word => !is_small && !is_rows && !scene.does(at, Does::Distributes) && !scene.does(at, Does::Is),
        _ => false,
    };
    if !is_name || dates::grid(scene.text, at, &scene.today).is_some() && word.len() > 1 {
        return None;
    }
    if kind == Kind::Quoted {
        return Some((word.to_owned(), 1));
    }
    let is_capital = |at: usize| {
        at < end
            && scene.text.kind(at) == Some(Kind::Word)
            && scene.text.quote(at..at + 1).starts_with(char::is_uppercase)
    };
    let length = if is_capital(at) { (at..at + 3).take_while(|at| is_capital(*at)).count() } else { 1 };
    Some((scene.quote(at..at + length), length))
}

/// `S1` and `S4` -> `S1, S2, S3, S4`.
fn numbered(first: &str, last: &str) -> Option<Vec<String>> {
    let digits = |name: &str| name.find(|c: char| c.is_ascii_digit());
    let (one, other) = (digits(first)?, digits(last)?);
    let (low, high): (usize, usize) = (first[one..].parse().ok()?, last[other..].parse().ok()?);
    let width = first.len() - one;
    let fits = first[..one] == last[..other] && low < high && high - low < MOST;
    fits.then(|| (low..=high).map(|at| format!("{}{at:0width$}", &first[..one])).collect())
}
