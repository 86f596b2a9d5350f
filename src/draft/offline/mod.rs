//! Prose -> a draft, by grammar: no network, no model, the same draft for ever.
//!
//! | step | in -> out |
//! |---|---|
//! | [`spelling`] | misspelt words that hold sentences together -> what was meant |
//! | [`aligned`] | names that stand in a column -> a colon behind each |
//! | [`slashes`] | strokes that part statements -> ends of lines |
//! | [`segments`] | tokens -> headings, sentences, items of lists |
//! | [`courtesy`], [`asides`] | greetings, closings, who writes and what for, orders to a machine: what says nothing of data |
//! | [`nouns`], [`kinds`] | what is said of each noun in the whole description; nouns that only tell rows apart |
//! | [`blocks`] | signatures, `create table`, tables of markdown, lines of keys -> tables with their columns |
//! | [`sentence`] | a sentence -> tables, columns, relationships, and clauses that wait |
//! | [`told`] | clauses -> columns that only they name |
//! | [`clauses`] | the clauses -> everything that is said of columns |
//! | [`finish`] | what is missing is assumed and asked; what nobody understood is listed |

pub mod aligned;
pub mod asides;
pub mod blocks;
pub mod clauses;
pub mod columns;
pub mod courtesy;
pub mod document;
pub mod finish;
pub mod form;
pub mod frame;
pub mod grid;
pub mod index;
pub mod kinds;
pub mod lex;
pub mod names;
pub mod nouns;
pub mod phrases;
pub mod recall;
pub mod relations;
pub mod scene;
pub mod segments;
pub mod sentence;
pub mod slashes;
pub mod spelling;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod ties;
pub mod told;
pub mod tracked;
pub mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::draft::ir::{Ir, RuleKind};
use crate::draft::lexicon;
use crate::draft::text::{Kind, Text};
use crate::draft::{Drafter, Proposal, Provenance, Request, Usage};
use frame::{Frame, Waiting, Wants};
use scene::Scene;
use segments::{Form, Piece};
use tracked::Tracked;

/// The drafter that works by grammar.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline;

/// The version of the grammar, for the record.
const VERSION: &str = "grammar-1";

/// Longest description that is read, in bytes.
const LONGEST: usize = 128 * 1024;

impl Drafter for Offline {
    fn draft(&mut self, request: &Request<'_>) -> Result<Proposal, Diagnostics> {
        let length = request.prose.len();
        if length > LONGEST {
            let message = format!("the description has {length} bytes, at most {LONGEST} are read");
            let finding = Diagnostic::error("E1220", message)
                .at(Span::new(0, 0), "")
                .help("say what the data is like in fewer words; a sample belongs into a file of its own");
            return Err(finding.into());
        }
        let mut text = Text::new(request.prose);
        aligned::part(&mut text);
        slashes::part(&mut text);
        segments::unwrap(&mut text);
        spelling::put_right(&mut text);
        let mut scene = Scene::new(&text, request.today);
        *scene.ir = request.base.cloned().unwrap_or_default();
        let not_understood = read(&mut scene);
        let proposal = Proposal { ir: scene.ir.into_inner(), not_understood };
        scene.findings.into_result(proposal).map(|(proposal, _)| proposal)
    }

    fn repair(&mut self, _problems: &[String]) -> Result<Option<Proposal>, Diagnostics> {
        Ok(None)
    }

    fn lets_go(&self) -> bool {
        true
    }

    fn provenance(&self) -> Provenance {
        Provenance { drafter: "offline".to_owned(), prompt_version: VERSION.to_owned(), ..Provenance::default() }
    }

    fn usage(&self) -> Usage {
        Usage::default()
    }
}

/// Reads a whole description; gives what nobody understood.
fn read(scene: &mut Scene<'_>) -> Vec<String> {
    let all = segments::pieces(scene.text);
    let base: BTreeSet<String> = scene.ir.tables.iter().map(|table| table.name.clone()).collect();
    let mut frame = Frame { listed: base.clone(), base, ..Frame::default() };
    nouns::take_down(scene);
    kinds::take_down(scene);
    let mut code = blocks::read(scene, &mut frame);
    code.extend(courtesy::read(scene, &segments::without(all.clone(), &code)));
    code.sort_by_key(|range| range.start);
    let rest = segments::without(all.clone(), &code);
    code.extend(asides::orders(scene, &rest));
    code.extend(asides::remarks(scene, &rest));
    code.sort_by_key(|range| range.start);
    let pieces = segments::without(all.clone(), &code);
    document::outputs(scene, &pieces);
    scene.lay();
    // What follows the declaration of one table speaks of it: `devices(id, model). Model is T100 or T200`.
    if let [only] = &scene.ir.tables[..] {
        scene.focus.table.get_or_insert_with(|| only.name.clone());
    }
    frame.is_deep = pieces.iter().any(|piece| piece.level > 1);
    let before = scene.ir.tables.len();
    for piece in &pieces {
        sentence::foretell(scene, piece.tokens.clone());
    }
    let foretold: Vec<String> = scene.ir.tables[before..].iter().map(|table| table.name.clone()).collect();
    for piece in &pieces {
        read_piece(scene, &mut frame, piece);
    }
    tables::give_loose(scene, &mut frame);
    let ir = &mut *scene.ir;
    ir.tables.retain(|table| {
        !foretold.contains(&table.name)
            || frame.counts.contains_key(&table.name)
            || frame.bare.contains(&table.name)
            || frame.listed.contains(&table.name)
            || ir.relationships.iter().any(|tie| [&tie.child_table, &tie.parent_table].contains(&&table.name))
    });
    finish::something(scene, &frame, &pieces);
    finish::hints(scene, &mut frame);
    told::read(scene, &mut frame);
    finish::columns(scene, &mut frame);
    grid::columns(scene, &frame);
    relations::link(scene);
    ties::read(scene, &frame.waiting);
    document::locales(scene, &pieces);
    document::seed(scene, &pieces);
    let waiting = std::mem::take(&mut frame.waiting);
    let mut kept = scene.ir.clone();
    for clause in &waiting {
        offer(scene, clause, &mut kept);
    }
    document::title(scene, &frame, &pieces);
    finish::references(scene);
    finish::rows(scene);
    clauses::finish(scene);
    finish::usual(scene, &frame);
    finish::unique_keys(scene, &frame);
    let ir = &mut *scene.ir;
    for table in ir.tables.iter_mut().filter(|table| !frame.base.contains(&table.name)) {
        let orders = ir.rules.iter().filter(|rule| rule.kind == RuleKind::Compare && rule.table == table.name);
        let stated: Vec<(&str, &str)> = orders
            .filter_map(|rule| match &rule.columns[..] {
                [later, earlier] => Some((later.as_str(), earlier.as_str())),
                _ => None,
            })
            .collect();
        lexicon::settle(&mut table.columns, &stated);
    }
    finish::number(scene);
    finish::not_understood(scene, &all)
}

fn read_piece(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    if (piece.tokens.clone()).all(|at| {
        scene.is_claimed(at)
            || !scene.is_nominal(at) && scene.text.get(at).is_some_and(|token| token.kind == Kind::Mark)
    }) {
        return;
    }
    match piece.form {
        Form::Heading => blocks::heading(scene, frame, piece),
        Form::Item => blocks::item(scene, frame, piece),
        Form::Sentence if piece.is_lead => blocks::lead(scene, frame, piece),
        Form::Sentence => {
            if !blocks::entry(scene, frame, piece) {
                if frame.section.is_none() {
                    frame.wants = Wants::Nothing;
                }
                sentence::read(scene, frame, piece.tokens.clone());
            }
        }
    }
}

/// Offers a clause to every reader, as long as one claims something new.
fn offer(scene: &mut Scene<'_>, clause: &Waiting, kept: &mut Tracked<Ir>) {
    // Readers that understand nothing change nothing, so that one copy serves until one has understood something.
    kept.follow(&scene.ir);
    let mut is_kept = true;
    for reader in clauses::READERS {
        loop {
            scene.focus = clause.focus.clone();
            let before = scene.claims();
            if !is_kept {
                kept.follow(&scene.ir);
                is_kept = true;
            }
            let Some(tokens) = reader(scene, clause.tokens.clone()) else { break };
            scene.claim(within(tokens, &clause.tokens));
            if scene.claims() == before {
                scene.ir.follow(kept);
                break;
            }
            is_kept = false;
        }
    }
}

fn within(tokens: Range<usize>, clause: &Range<usize>) -> Range<usize> {
    tokens.start.max(clause.start.saturating_sub(1))..tokens.end.min(clause.end.max(tokens.start))
}
