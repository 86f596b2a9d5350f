//! Steps of a build -> a bar a table on the terminal, and the rows and bytes of each table.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{HumanBytes, HumanCount, MultiProgress, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::output::Progress;

const TEMPLATE: &str = "{prefix} {bar:24} {counted} rows  {bytes_done}  {rate}";

/// More tables than this share one bar.
const MOST_BARS: usize = 16;

/// The bars of a build. Nothing is drawn where nobody looks.
pub struct Bars {
    all: MultiProgress,
    tables: Vec<Bar>,
}

struct Bar {
    bar: ProgressBar,
    rows: AtomicU64,
    bytes: Arc<AtomicU64>,
}

impl Bars {
    /// A bar for each table, with the rows that are expected; one for all where they are many.
    pub fn new(names: &[&str], expected: &[u64], is_live: bool) -> Self {
        let target = if is_live { ProgressDrawTarget::stderr_with_hz(8) } else { ProgressDrawTarget::hidden() };
        let all = MultiProgress::with_draw_target(target);
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).min(24);
        let bar = |prefix: String, rows: u64| {
            let bytes = Arc::new(AtomicU64::new(0));
            let bar = all.add(ProgressBar::new(rows).with_style(style(&bytes)));
            bar.set_prefix(prefix);
            (bar, bytes)
        };
        let shared = (names.len() > MOST_BARS).then(|| bar(format!("{} tables", names.len()), expected.iter().sum()));
        let tables = names.iter().zip(expected).map(|(name, rows)| {
            let (bar, bytes) = shared.clone().unwrap_or_else(|| bar(format!("{name:width$.width$}"), *rows));
            Bar { bar, rows: AtomicU64::new(0), bytes }
        });
        let tables = tables.collect();
        Self { all, tables }
    }

    /// Takes a step.
    pub fn advance(&self, step: Progress) {
        let table = &self.tables[step.table];
        table.rows.fetch_add(step.rows, Ordering::Relaxed);
        table.bytes.fetch_add(step.bytes, Ordering::Relaxed);
        table.bar.inc(step.rows);
    }

    /// Takes the bars away; gives the rows of each table.
    pub fn finish(self) -> Vec<u64> {
        self.tables.iter().for_each(|table| table.bar.finish_and_clear());
        // Bars that could not be cleared are left standing; the summary follows in any case.
        let _ = self.all.clear();
        self.tables.iter().map(|table| table.rows.load(Ordering::Relaxed)).collect()
    }
}

fn style(bytes: &Arc<AtomicU64>) -> ProgressStyle {
    let bytes = Arc::clone(bytes);
    let counted = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let all = state.len().map(HumanCount);
        let _ = match all {
            Some(all) => write!(out, "{}/{all}", HumanCount(state.pos())),
            None => write!(out, "{}", HumanCount(state.pos())),
        };
    };
    let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = write!(out, "{} rows/s", HumanCount(state.per_sec() as u64));
    };
    let done = move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = write!(out, "{}", HumanBytes(bytes.load(Ordering::Relaxed)));
    };
    let style = ProgressStyle::with_template(TEMPLATE).expect("the template is a part of the program");
    style.with_key("counted", counted).with_key("rate", rate).with_key("bytes_done", done)
}
