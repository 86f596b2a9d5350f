//! `one row per day in 2023`, `hourly readings for ten days` -> rows on a grid of time.

use std::ops::Range;

use super::Scan;
use super::series;
use crate::draft::ir::{Param, RowsOrigin, Shape, Table};
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::grid;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::dates::{self, Grid};
use crate::draft::text::{Found, range};

/// What is made at the steps of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Thing {
    /// Rows of a table: `hourly readings`.
    Table(Range<usize>),
    /// What is measured: `hourly temperature`.
    Measure(Range<usize>),
    /// Rows without a name: `one row per day`.
    Rows,
}

/// Most words between what is measured and how often.
const REACH: usize = 6;

impl Scan {
    /// `each meter sends hourly readings for ten days`, `one row per day in 2023`: rows on a grid of time.
    pub(super) fn grid(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let found = self.grid_at(scene, at).filter(|_| !self.is_of_column(scene))?;
        let grid = &found.value;
        let thing = self.thing(scene, grid, found.end);
        if self.is_price(scene, at, &thing) {
            return None;
        }
        // "Noise levels, one measurement every half hour": the measurements are the rows of the table spoken of.
        let spoken_of =
            self.last.as_ref().map(|(table, _)| table).or(self.subject.as_ref()).or(scene.focus.table.as_ref());
        let own = spoken_of.cloned().and_then(|table| series::own(scene, frame, &table)).filter(|own| match &thing {
            Thing::Table(name) => series::is_generic(scene, name) && !self.is_each && !self.names(scene, name, own),
            _ => false,
        });
        let thing = if own.is_some() { Thing::Rows } else { thing };
        let (parent, end) = match self.owner(scene, frame, grid, &thing, found.end) {
            Some((parent, end)) => (Some(parent), end),
            None if own.is_some() => (None, found.end),
            None => (self.grid_parent(scene, &thing), found.end),
        };
        let tokens = self.grid_tokens(grid, &thing, at)..end;
        let table = match (&parent, &thing) {
            (parent, Thing::Rows) if let Some(own) = own.filter(|own| parent.as_ref() != Some(own)) => {
                if let Some(parent) = parent {
                    relations::on_grid(scene, parent, &own, tokens.clone());
                }
                own
            }
            (Some(parent), thing) => self.grid_child(scene, frame, parent, thing, &tokens),
            (None, Thing::Table(name)) => tables::declare(scene, name.clone()),
            (None, thing) => self.grid_table(scene, thing, grid),
        };
        let rows = scene.ir.table(&table).map_or(0, |known| known.rows);
        let grid =
            grid.with_rows(rows).filter(|_| grid.is_open && rows > 0 && parent.is_none()).unwrap_or(grid.clone());
        set(scene, frame, &table, &grid, parent.as_deref());
        let quote = scene.quote(tokens.clone());
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        frame.bare.insert(table.clone());
        scene.claim(tokens);
        if let Thing::Measure(name) = &thing {
            self.measure(scene, frame, &table, name, end);
        }
        self.introduced = Some(table.clone());
        self.subject.get_or_insert_with(|| table.clone());
        // What is said next is measured at these times: it is said of these rows and not of their owner.
        self.figure = Some(table.clone());
        self.last = Some((table, end));
        Some(end.max(at + 1))
    }

    /// `Wind speed (0 to 32 m/s) and direction, hourly for ten days`: a list of what is measured, and no other table.
    pub(super) fn measures(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        if !scene.ir.tables.is_empty() || scene.focus.table.is_some() {
            return None;
        }
        let at = (self.start + 2..self.end).find(|at| self.grid_at(scene, *at).is_some())?;
        let found = self.grid_at(scene, at)?;
        let end = (self.start..at).rev().find(|at| scene.text.norm(*at) != ",").map_or(at, |last| last + 1);
        let is_list = columns::cut(scene, self.start, end).len() >= 2 && columns::begins_list(scene, self.start, end);
        if !is_list {
            return None;
        }
        let table = self.grid_table(scene, &Thing::Rows, &found.value);
        set(scene, frame, &table, &found.value, None);
        let quote = scene.quote(at..found.end);
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        scene.claim(end..found.end);
        columns::read(scene, frame, &table, self.start, end);
        self.subject = Some(table.clone());
        self.last = Some((table, found.end));
        Some(found.end)
    }

    /// Whether a grid begins at a token, so that what a mark leads to is no list of columns: `6 vans: one position a minute`.
    pub(super) fn begins_grid(&self, scene: &Scene<'_>, at: usize) -> bool {
        self.grid_at(scene, at).is_some_and(|found| found.end <= self.end)
    }

    /// `built: a year from 1985 to 2023`: what stands behind the name of a column that there is says what its values are.
    fn is_of_column(&self, scene: &Scene<'_>) -> bool {
        let Some(phrase) = scene.item_phrase(self.start, self.end) else { return false };
        let next = phrase.name.end;
        let words = scene.words(phrase.name);
        let is_it = |table: &Table| scene.find_column_in(table, &words).is_some_and(|(score, _)| score == 100);
        (scene.text.norm(next) == ":" || scene.does(next, Does::Is)) && scene.ir.tables.iter().any(is_it)
    }

    /// The grid at a token; one of which only the distance is said where its rows have been counted.
    fn grid_at(&self, scene: &Scene<'_>, at: usize) -> Option<Found<Grid>> {
        dates::grid(scene.text, at, &scene.today).or_else(|| {
            let (table, end) = self.last.as_ref().filter(|(_, end)| *end <= at && at <= *end + 3)?;
            let rows = scene.ir.table(table).map(|known| known.rows).filter(|rows| *rows > 1 && !self.is_each)?;
            let is_taken = is_series(table) && (*end..at).all(|at| !scene.is_nominal(at));
            dates::counted(scene.text, at, rows, &scene.today).filter(|found| is_taken && found.end <= self.end)
        })
    }

    /// Where the words of a grid begin.
    fn grid_tokens(&self, grid: &Grid, thing: &Thing, at: usize) -> usize {
        let name = match thing {
            Thing::Table(name) | Thing::Measure(name) => name.start,
            Thing::Rows => at,
        };
        name.min(grid.how_often.start).min(grid.how_long.start).min(at)
    }

    /// What is made at the steps: `hourly readings`, `one reading every hour`, `a reading every hour`, `temperature, hourly`.
    fn thing(&self, scene: &Scene<'_>, grid: &Grid, end: usize) -> Thing {
        let often = &grid.how_often;
        // "One row every hour": the rows of the table spoken of.
        if often.clone().any(|at| scene.does(at, Does::Rows) || matches!(scene.text.norm(at), "point" | "points")) {
            let is_spoken_of = self.last.is_some() || self.subject.is_some() || scene.focus.table.is_some();
            let named = self.run_before(scene, often.start.min(grid.how_long.start)).filter(|_| !is_spoken_of);
            return match named.map(|name| self.kind(scene, name)) {
                Some(Thing::Table(name)) => Thing::Table(name),
                _ => Thing::Rows,
            };
        }
        let inside = if often.len() > 1 { self.run(scene, often.clone()) } else { None };
        let behind = || {
            let limit = if often.end <= grid.how_long.start { grid.how_long.start } else { self.end };
            let phrase = scene.phrase(often.end, limit)?;
            let rows = scene.rows_phrase(often.end, limit).filter(|rows| scene.is_plural(rows.name.end - 1));
            let name = rows.map_or(phrase.name, |rows| rows.name);
            (name.len() <= 4 && !self.is_verb_at(scene, name.start)).then_some(name)
        };
        let after = || {
            let from = (end..self.end).find(|at| scene.text.norm(*at) == ",").filter(|at| *at <= end + 1)? + 1;
            let phrase = scene.phrase(from, self.end)?;
            let is_list = columns::begins_list(scene, from, self.end);
            (phrase.name.len() <= 4 && !is_list && self.last.is_none()).then_some(phrase.name)
        };
        let first = often.start.min(grid.how_long.start);
        let name = inside.or_else(behind).or_else(|| self.run_before(scene, first)).or_else(after);
        name.map_or(Thing::Rows, |name| self.kind(scene, name))
    }

    /// Whether some words name rows or what is measured.
    pub(super) fn kind(&self, scene: &Scene<'_>, name: Range<usize>) -> Thing {
        let is_row = |at: usize| scene.does(at, Does::Rows) || matches!(scene.text.norm(at), "point" | "points");
        if name.len() == 1 && name.clone().all(|at| is_row(at) || words::is_unit(scene.text.norm(at), scene.language)) {
            return Thing::Rows;
        }
        let words = scene.words(name.clone());
        let is_known = tables::known_exactly(scene, &words);
        let is_column = lex::is_known_column(&words, scene.language);
        let is_noun = lex::is_table_noun(&words, scene.language);
        let is_one_of_many = is_series(&lex::table_name(scene.text.norm(name.end - 1), scene.language));
        let is_measured = is_column && !scene.is_plural(name.end - 1) && !is_one_of_many;
        let is_told = scene.nouns.has_rows(&words);
        match is_known || is_told || is_noun && !is_measured || scene.is_plural(name.end - 1) {
            true => Thing::Table(name),
            false => Thing::Measure(name),
        }
    }

    /// The longest run of words that can be a name.
    fn run(&self, scene: &Scene<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
        let is_part = |at: usize| self.is_thing(scene, at);
        let start = tokens.clone().find(|at| is_part(*at))?;
        let end = (start..tokens.end).find(|at| !is_part(*at)).unwrap_or(tokens.end);
        Some(start..end)
    }

    /// The name that ends before a token: `stock quotes`, `positions of a GPS tracker`, `electricity prices,`.
    fn run_before(&self, scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
        // A comma in front may have ended the clause: "wind turbine log, every 10 minutes".
        let is_cut = at == self.start && at > 0 && scene.text.norm(at - 1) == ",";
        let least = if is_cut { at.saturating_sub(REACH) } else { self.start.max(at.saturating_sub(REACH)) };
        let mut end = at;
        while end > least && matches!(scene.text.norm(end - 1), "," | ":" | "-" | "–" | "with" | "is" | "are" | "taken")
        {
            end -= 1;
        }
        let start = (least..end).rev().take_while(|at| self.is_thing(scene, *at)).last()?;
        let mut of = start;
        while of > least && (scene.does(of - 1, Does::Determines) || scene.text.norm(of - 1) == "one") {
            of -= 1;
        }
        // "The water level in one lake": the only place of all rows.
        let is_place = of < start && matches!(scene.text.norm(of - 1), "in" | "at" | "on" | "inside" | "near");
        if of > least + 1 && (is_place || scene.does(of - 1, Does::Belongs)) {
            let head = (least..of - 1).rev().take_while(|at| self.is_thing(scene, *at)).last();
            if let Some(head) = head {
                return Some(head..of - 1);
            }
        }
        Some(start..end)
    }

    fn is_thing(&self, scene: &Scene<'_>, at: usize) -> bool {
        let word = scene.text.norm(at);
        let is_noun =
            matches!(word, "log" | "logs" | "record" | "records" | "sample" | "samples" | "entries" | "points");
        let is_often = || dates::frequency(scene.text, at).is_some_and(|found| found.end == at + 1);
        (scene.is_nominal(at) || is_noun || word == "/")
            && !words::is_unit(word, scene.language)
            && !scene.does(at, Does::Distributes)
            && !self.is_verb_at(scene, at)
            && !matches!(word, "once" | "twice" | "one" | "times")
            && !is_often()
    }

    fn is_verb_at(&self, scene: &Scene<'_>, at: usize) -> bool {
        let word = scene.text.norm(at);
        let is_determined = at > 0 && scene.does(at - 1, Does::Determines);
        names::is_verb(word) && !is_determined && !lex::is_table_noun(word, scene.language)
    }

    /// `a monthly fee`, `the hourly wage`: a price for a time and no grid.
    fn is_price(&self, scene: &Scene<'_>, at: usize, thing: &Thing) -> bool {
        let Thing::Measure(name) = thing else { return false };
        let before = at.checked_sub(1).map_or("", |before| scene.text.norm(before));
        let is_amount = matches!(
            scene.text.norm(name.end - 1),
            "rate"
                | "fee"
                | "wage"
                | "salary"
                | "cost"
                | "charge"
                | "premium"
                | "income"
                | "rent"
                | "allowance"
                | "dose"
        );
        name.start == at + 1 && (is_amount && matches!(before, "a" | "an" | "the" | "its" | "their") || before == "a")
    }

    /// Whose rows a grid begins anew for: `of each sensor`, `for every meter`, `of 3 cities`, between the words of a grid or behind.
    fn owner(
        &self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        grid: &Grid,
        thing: &Thing,
        end: usize,
    ) -> Option<(String, usize)> {
        let (first, second) = match grid.how_often.start < grid.how_long.start {
            true => (grid.how_often.end, grid.how_long.start),
            false => (grid.how_long.end, grid.how_often.start),
        };
        let behind = end + usize::from(scene.text.norm(end) == ",");
        let name = if let Thing::Table(name) | Thing::Measure(name) = thing { name.clone() } else { end..end };
        let before = name.end..grid.how_often.start.max(name.end);
        let places = (first..second).chain(behind..behind + 1).chain(before);
        for at in places.filter(|at| *at < self.end && !name.contains(at)) {
            let is_of =
                matches!(scene.text.norm(at), "of" | "for" | "from" | "per" | "by" | "in" | "at" | "für" | "de");
            let each = at + usize::from(scene.text.norm(at) != "per");
            if !is_of {
                continue;
            }
            let noun = each + usize::from(scene.does(each, Does::Distributes) || scene.text.norm(each) == "all");
            let noun = noun + usize::from(noun > each && scene.text.norm(noun) == "of");
            let noun = noun + usize::from(noun > each && scene.does(noun, Does::Determines));
            let quantity = scene.quantity(noun, self.end).filter(|found| found.is_count && found.max > 1);
            let start = quantity.as_ref().map_or(noun, |found| found.end);
            if noun == each && quantity.is_none() {
                continue;
            }
            let Some(phrase) = scene.rows_phrase(start, self.end).filter(|phrase| tables::may_be(scene, phrase)) else {
                continue;
            };
            let owner = tables::declare(scene, phrase.name.clone());
            frame.bare.insert(owner.clone());
            if let Some(quantity) = quantity {
                tables::count(scene, frame, &owner, quantity.max, noun..phrase.whole.end);
            }
            scene.claim(at..phrase.whole.end);
            return Some((owner, end.max(phrase.whole.end)));
        }
        None
    }

    /// The table spoken of whose every row has a grid of its own.
    fn grid_parent(&self, scene: &Scene<'_>, thing: &Thing) -> Option<String> {
        let subject = self.subject.clone()?;
        let is_same = |name: &Range<usize>| tables::known(scene, &scene.words(name.clone())).as_ref() == Some(&subject);
        match thing {
            Thing::Table(name) if is_same(name) => None,
            Thing::Table(_) => Some(subject),
            Thing::Measure(_) | Thing::Rows => {
                let is_several = scene.ir.table(&subject).is_some_and(|table| table.rows_origin == RowsOrigin::Stated);
                (self.is_each || is_several && matches!(thing, Thing::Measure(_))).then_some(subject)
            }
        }
    }

    /// Whether a name is that of a table.
    fn names(&self, scene: &Scene<'_>, name: &Range<usize>, table: &str) -> bool {
        tables::known(scene, &scene.words(name.clone())).as_deref() == Some(table)
    }

    /// The rows of a grid that each row of the parent has.
    fn grid_child(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &Frame,
        parent: &str,
        thing: &Thing,
        tokens: &Range<usize>,
    ) -> String {
        if let Thing::Table(name) = thing {
            let own = series::open_series(scene, frame, parent).filter(|_| series::is_generic(scene, name));
            let child = own.unwrap_or_else(|| tables::declare(scene, name.clone()));
            if child != parent {
                relations::on_grid(scene, parent, &child, tokens.clone());
            }
            return child;
        }
        let known = series::open_series(scene, frame, parent);
        let named = ["readings", "measurements"].into_iter().find(|name| scene.ir.table(name).is_some());
        let known = known.or(named.map(str::to_owned));
        let child = match thing {
            // "Daily step count": each row is one.
            Thing::Measure(name) if known.is_none() && scene.text.norm(name.end - 1) == "count" => {
                tables::declare(scene, name.clone())
            }
            _ => match known {
                Some(known) => known,
                None => open(scene, "readings"),
            },
        };
        relations::on_grid(scene, parent, &child, tokens.clone());
        child
    }

    /// The table on a grid that has no parent and no name of its own: the one spoken of, else one named by what is measured or by
    /// the steps.
    fn grid_table(&self, scene: &mut Scene<'_>, thing: &Thing, grid: &Grid) -> String {
        let spoken_of = self.last.as_ref().map(|(table, _)| table.clone()).or_else(|| self.subject.clone());
        if let Some(table) = spoken_of.or_else(|| scene.focus.table.clone()) {
            return table;
        }
        if let Thing::Measure(name) = thing {
            return tables::declare(scene, name.clone());
        }
        let name = match (grid.months, grid.seconds) {
            (12.., _) => "years",
            (3.., _) => "quarters",
            (1.., _) => "months",
            (_, 604_800..) => "weeks",
            (_, 86_400..) => "days",
            _ => "readings",
        };
        open(scene, name)
    }

    /// Gives what is measured its column. What follows may say more of it.
    pub(super) fn measure(
        &self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        table: &str,
        name: &Range<usize>,
        end: usize,
    ) {
        let words = scene.words(name.clone()).replace('/', " ");
        let Some(place) = columns::put(scene, frame, table, &words, scene.quote(name.clone())) else { return };
        let is_said = (end..self.end.min(end + 6)).any(|at| range::range(scene.text, at).is_some());
        if is_said && !columns::begins_list(scene, end + 1, self.end) {
            let focus = scene.focus.table.replace(table.to_owned());
            frame.wait(scene, end..self.end, Some(place.column));
            scene.focus.table = focus;
        }
    }
}

/// Whether rows of a table are taken one after the other at even distances.
pub(super) fn is_series(table: &str) -> bool {
    const SERIES: &[&str] = &[
        "readings",
        "measurements",
        "samples",
        "observations",
        "values",
        "points",
        "ticks",
        "quotes",
        "snapshots",
        "entries",
        "candles",
        "messwerte",
        "messungen",
        "mesures",
        "mediciones",
        "misurazioni",
        "medicoes",
        "lecturas",
    ];
    SERIES.iter().any(|series| table.ends_with(series))
}

/// The table of a name that the description does not have.
pub(super) fn open(scene: &mut Scene<'_>, name: &str) -> String {
    if scene.ir.table(name).is_none() {
        scene.ir.tables.push(Table { name: name.to_owned(), ..Table::default() });
        scene.assume(format!("tables.{name}"), "the description does not name the table of its time grid", name);
    }
    name.to_owned()
}

/// Puts a table on a grid, unless it is on one.
pub(super) fn set(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, grid: &Grid, parent: Option<&str>) {
    if frame.grids.contains_key(table) {
        return;
    }
    frame.grids.insert(table.to_owned(), grid.clone());
    if grid.months > 0 {
        let steps = grid::steps(grid);
        let owned = |tie: &&mut crate::draft::ir::Relationship| {
            tie.child_table == table && Some(tie.parent_table.as_str()) == parent
        };
        if let Some(tie) = scene.ir.relationships.iter_mut().find(owned) {
            (tie.min_children, tie.max_children, tie.shape) = (steps, steps, Shape::Fixed);
        } else if let Some(known) = scene.ir.table_mut(table) {
            (known.rows, known.rows_origin) = (steps, RowsOrigin::Stated);
        }
        return;
    }
    let params = [("every", &grid.every), ("from", &grid.from), ("to", &grid.to)];
    if let Some(known) = scene.ir.table_mut(table) {
        known.rows = 0;
        known.params.extend(params.map(|(key, value)| Param { key: key.to_owned(), value: value.clone() }));
    }
}
