//! Cases and drafters -> how many of the wishes come true, by ability, with what is missing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use super::case::{Case, cases};
use super::check::{Point, check};
use super::drafters::{Drafter, drafters};

/// One case, judged.
pub struct Judged {
    case: Case,
    points: Vec<Point>,
    took: Duration,
}

impl Judged {
    fn passes(&self) -> bool {
        self.lost().next().is_none()
    }

    fn lost(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| point.problem.is_some())
    }
}

/// The parts of the corpus: the one that grammar and prompts are written by, and the one that they are not.
pub const HALVES: [(&str, &str); 2] = [("dev", "corpus"), ("held-out", "held-out")];

/// A drafter's score: its name, and the cases of each half.
pub struct Score {
    drafter: String,
    halves: [Vec<Judged>; 2],
}

/// The cases of a half.
pub fn half(folder: &str) -> Vec<Case> {
    cases(&root().join(folder))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft")
}

/// Has a drafter draft every case that it can.
pub fn score(drafter: &Drafter) -> Score {
    let pool = synth::build::pool(0).expect("threads");
    let halves = HALVES.map(|(_, folder)| {
        pool.install(|| half(folder).into_par_iter().filter_map(|case| judge(drafter, case)).collect())
    });
    Score { drafter: drafter.name.clone(), halves }
}

fn judge(drafter: &Drafter, case: Case) -> Option<Judged> {
    let started = std::time::Instant::now();
    let outcome = (drafter.draft)(&case)?;
    let took = started.elapsed();
    let points = check(&case, &outcome);
    Some(Judged { case, points, took })
}

/// Cases and points: reached, of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum {
    passed: usize,
    cases: usize,
    reached: usize,
    points: usize,
}

impl Sum {
    fn of<'j>(judged: impl IntoIterator<Item = &'j Judged>) -> Self {
        judged.into_iter().fold(Self::default(), |sum, judged| Self {
            passed: sum.passed + usize::from(judged.passes()),
            cases: sum.cases + 1,
            reached: sum.reached + judged.points.len() - judged.lost().count(),
            points: sum.points + judged.points.len(),
        })
    }

    fn cells(self) -> String {
        let Self { passed, cases, reached, points } = self;
        match cases {
            0 => "- | -".to_owned(),
            _ => {
                format!("{passed} of {cases} | {reached} of {points} ({:.1} %)", 100.0 * reached as f64 / points as f64)
            }
        }
    }
}

impl Score {
    /// The line of the table of all drafters.
    fn line(&self) -> String {
        let sums = self.halves.each_ref().map(|half| Sum::of(half).cells());
        format!("| {} | {} |\n", self.drafter, sums.join(" | "))
    }

    fn by_ability(&self) -> String {
        let mut abilities: BTreeMap<&str, [Vec<&Judged>; 2]> = BTreeMap::new();
        for (at, half) in self.halves.iter().enumerate() {
            for judged in half {
                for ability in &judged.case.tests {
                    abilities.entry(ability).or_default()[at].push(judged);
                }
            }
        }
        let mut text =
            "| ability | dev cases | dev points | held-out cases | held-out points |\n|---|---|---|---|---|\n"
                .to_owned();
        for (ability, halves) in abilities {
            let sums = halves.map(|half| Sum::of(half).cells());
            writeln!(text, "| {ability} | {} |", sums.join(" | ")).expect("text can be written");
        }
        text
    }

    /// What is missing of every case that does not pass; of the held-out half only where.
    fn failures(&self, with_held_out: bool) -> String {
        let mut text = String::new();
        for (at, half) in self.halves.iter().enumerate() {
            writeln!(text, "\n### Failures, {}\n", HALVES[at].0).expect("text can be written");
            for judged in half.iter().filter(|judged| !judged.passes()) {
                let (lost, all) = (judged.lost().count(), judged.points.len());
                let tests = judged.case.tests.join(", ");
                writeln!(text, "- **{}** ({tests}): {lost} of {all} points lost", judged.case.id)
                    .expect("text can be written");
                let shown = match (at == 0 || with_held_out, judged.points.first()) {
                    (false, _) => 0,
                    (true, Some(first)) if first.problem.is_some() => 1,
                    _ => 12,
                };
                for point in judged.lost().take(shown) {
                    let found: String = point
                        .problem
                        .iter()
                        .flat_map(|problem| problem.split_whitespace())
                        .collect::<Vec<_>>()
                        .join(" ");
                    let found: String = found.chars().take(240).collect();
                    writeln!(text, "  - {}: {found}", point.what).expect("text can be written");
                }
            }
        }
        text
    }

    fn slowest(&self) -> Duration {
        self.halves.iter().flatten().map(|judged| judged.took).max().unwrap_or_default()
    }
}

/// All scores as a page.
fn page(scores: &[Score], skipped: &[String], with_held_out: bool) -> String {
    let mut text = "# Scores of drafters\n\nWritten by `make draft-score`; `README.md` says what is counted. A case passes when all its points are reached.\n\n".to_owned();
    text += "| drafter | dev cases | dev points | held-out cases | held-out points |\n|---|---|---|---|---|\n";
    text.extend(scores.iter().map(Score::line));
    if !skipped.is_empty() {
        writeln!(text, "\nSkipped: {}.", skipped.join("; ")).expect("text can be written");
    }
    for score in scores {
        writeln!(text, "\n## {}\n\n{}{}", score.drafter, score.by_ability(), score.failures(with_held_out))
            .expect("text can be written");
    }
    text
}

/// The floor's file: a line each half, with what the offline drafter has reached.
fn floor_file() -> PathBuf {
    root().join("floor.txt")
}

fn floor() -> BTreeMap<String, (usize, usize)> {
    let text = std::fs::read_to_string(floor_file()).unwrap_or_default();
    let lines = text.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (name, cases, points) = (words.next()?, words.nth(1)?, words.nth(1)?);
        Some((name.to_owned(), (cases.parse().ok()?, points.parse().ok()?)))
    });
    lines.collect()
}

#[test]
fn no_score_falls_below_its_floor() {
    let (offline, recorded) = (score(&Drafter::offline()), score(&Drafter::recorded()));
    let [dev, held_out] = &offline.halves;
    let recorded = recorded.halves.iter().flatten();
    let sums = [("dev", Sum::of(dev)), ("held-out", Sum::of(held_out)), ("recorded", Sum::of(recorded))];
    let old = floor();
    let mut text = String::new();
    let mut fallen = Vec::new();
    for (name, sum) in sums {
        let (cases, points) = old.get(name).copied().unwrap_or_default();
        if sum.passed < cases || sum.reached < points {
            fallen.push(format!("{name}: {} cases and {} points, once {cases} and {points}", sum.passed, sum.reached));
        }
        let (cases, points) = (sum.passed.max(cases), sum.reached.max(points));
        writeln!(text, "{name} cases {cases} points {points}").expect("text can be written");
    }
    if std::env::var_os("SYNTH_BLESS").is_some() {
        std::fs::write(floor_file(), &text).expect("the floor can be written");
    }
    assert_eq!(old.len(), 3, "tests/draft/floor.txt has all floors");
    assert!(fallen.is_empty(), "{fallen:#?}\n{}", offline.failures(false));
}

/// `make draft-show CASE=gym`: what the offline drafter makes of the cases of the first half whose names begin so.
#[test]
#[ignore = "a tool for those who work on the grammar"]
fn show() {
    let wanted = std::env::var("CASE").unwrap_or_default();
    let drafter = Drafter::offline();
    let (mut passed, mut all) = (0, 0);
    for case in half(HALVES[0].1).into_iter().filter(|case| wanted.split(',').any(|name| case.id.starts_with(name))) {
        let outcome = (drafter.draft)(&case).expect("the grammar always has something to say");
        let spec = outcome.spec.as_deref().unwrap_or_default();
        println!("==== {}\n{}\n---- spec\n{spec}\n---- said\n{}\n---- lost", case.id, case.prose, outcome.said);
        let points = check(&case, &outcome);
        let mut lost = points.iter().filter(|point| point.problem.is_some()).peekable();
        passed += usize::from(lost.peek().is_none());
        all += 1;
        lost.for_each(|point| println!("  - {}: {}", point.what, point.problem.as_deref().unwrap_or_default()));
    }
    println!("{passed} of {all} pass");
}

/// `make draft-score`.
#[test]
#[ignore = "it asks every model that there is a key for"]
fn of_all_drafters() {
    let (known, skipped) = drafters();
    let known = known.into_iter().chain([Drafter::recorded()]);
    let scores: Vec<Score> = known.map(|drafter| score(&drafter)).collect();
    let page_of = |with_held_out| page(&scores, &skipped, with_held_out);
    std::fs::write(root().join("SCORE.md"), page_of(false)).expect("the score can be written");
    println!("{}", page_of(std::env::var_os("HELD_OUT").is_some()));
    for score in &scores {
        println!("{}: the slowest draft took {:?}", score.drafter, score.slowest());
    }
}
