//! `belongs to a customer`, `links artworks to lenders`, `from one account to another` -> references.

use super::Scan;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::told;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number, share};

impl Scan {
    /// `loans link artworks to lenders`: a table that refers to all that follow.
    pub(super) fn joining(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone().or_else(|| Some((self.subject.clone()?, at)))?;
        let is_verb = [
            "link",
            "connect",
            "join",
            "relate",
            "associate",
            "tie",
            "verbind",
            "relie",
            "relacion",
            "colleg",
            "match",
            "assign",
            "between",
            "reference",
        ]
        .iter()
        .any(|stem| scene.text.norm(at).starts_with(stem));
        let quantity = (at + 1..at + 3).find_map(|at| scene.quantity(at, self.end));
        if !is_verb
            || at > behind + 2
            || quantity.is_some_and(|found| !found.is_count || found.max <= 20 && found.max > 2)
        {
            return None;
        }
        if (scene.text.norm(at) == "between" || matches!(scene.text.norm(at + 1), "two" | "2"))
            && let Some(end) = self.two_of(scene, &child, at + 1, behind)
        {
            return Some(end);
        }
        let mut end = at + 1;
        let mut found = 0;
        while end < self.end && scene.text.norm(end) != "," && end < at + 9 {
            // "Assigned to one of 300 authors" counts them.
            let counted = scene.quantity(end, self.end).filter(|found| found.is_count && found.max > 1);
            if let Some((rows, phrase)) = counted.and_then(|found| {
                let phrase = scene.rows_phrase(found.end, self.end)?;
                (tables::may_be(scene, &phrase) && scene.is_plural(phrase.name.end - 1)).then_some((found.max, phrase))
            }) {
                let table = tables::declare(scene, phrase.name.clone());
                tables::count(scene, frame, &table, rows, end..phrase.whole.end);
            }
            let known = scene.rows_phrase(end, self.end).and_then(|phrase| {
                Some((
                    tables::known(scene, &scene.words(phrase.name.clone()))
                        .or_else(|| relations::parent_for(scene, frame, &phrase))?,
                    phrase.whole.end,
                ))
            });
            match known.filter(|(parent, _)| *parent != child) {
                Some((parent, stop)) => {
                    relations::pick(scene, &child, &parent, None, behind..stop);
                    found += 1;
                    end = stop;
                }
                None => end += 1,
            }
        }
        (found > 0).then_some(end)
    }

    /// `each trip uses one boat`, `every loan concerns exactly one book`: a verb, and one row of another table.
    pub(super) fn one_of_verb(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone()?;
        let one = at + scene.exactly(at);
        let is_one = matches!(scene.text.norm(one), "one" | "1")
            || matches!(scene.text.norm(at), "a" | "an") && scene.text.norm(at + 1) == "single";
        let is_verb = at == behind + 1 && scene.is_nominal(behind) && scene.text.norm(behind).ends_with('s');
        let noun = one + 1 + usize::from(scene.text.norm(at + 1) == "single" && one == at);
        let phrase = scene.rows_phrase(noun, self.end).filter(|phrase| {
            is_one && is_verb && self.is_each && phrase.name.start == noun && !scene.is_plural(phrase.name.end - 1)
        })?;
        let parent = tables::known(scene, &scene.words(phrase.name.clone())).filter(|parent| *parent != child)?;
        let end = phrase.whole.end;
        relations::pick(scene, &child, &parent, None, behind..end);
        self.last = Some((child, end));
        Some(end)
    }

    pub(super) fn side_to_side(&self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone().or_else(|| Some((scene.focus.table.clone()?, at)))?;
        if scene.text.norm(at) != "from" { None } else { self.two_of(scene, &child, at + 1, behind) }
    }

    /// `between two accounts`, `from one account to another`: two rows of one table.
    pub(super) fn two_of(&self, scene: &mut Scene<'_>, child: &str, at: usize, behind: usize) -> Option<usize> {
        let start = if matches!(scene.text.norm(at), "two" | "2") { at + 1 } else { at };
        let phrase = scene.rows_phrase(start, self.end)?;
        let parent = tables::known(scene, &scene.words(phrase.name.clone())).filter(|parent| parent != child)?;
        let end = phrase.whole.end;
        let to_other = scene.text.norm(end) == "to"
            && (end + 1..end + 4).any(|at| matches!(scene.text.norm(at), "another" | "other" | "different"));
        if start == at && !to_other {
            return None;
        }
        let stop = if to_other {
            (end..self.end.min(end + 4))
                .rev()
                .find(|at| matches!(scene.text.norm(*at), "another" | "other" | "different"))
                .map_or(end, |at| at + 1)
        } else {
            end
        };
        let one = lex::singular(&parent, scene.language);
        let is_done =
            scene.ir.relationships.iter().filter(|tie| tie.child_table == child && tie.parent_table == parent).count()
                >= 2;
        if is_done {
            scene.claim(at..stop);
            return Some(stop);
        }
        for side in ["from", "to"] {
            relations::pick(scene, child, &parent, Some(&format!("{side}_{one}")), behind.min(at)..stop);
        }
        Some(stop)
    }

    /// `employees report to another employee`.
    pub(super) fn own_rows(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let leads = relations::leads_to_own(scene.text.norm(at));
        let table = self.subject.clone().or_else(|| scene.focus.table.clone().filter(|_| leads))?;
        let start = self.start;
        relations::reference_to_self(scene, &table, at, start, self.end)
            .or_else(|| relations::tree(scene, &table, at, self.end))
    }

    /// `belongs to a customer`, `placed by customers`, `for one loan`.
    pub(super) fn reference(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone()?;
        let is_foreign = scene.language != crate::draft::text::language::Language::En
            && matches!(scene.text.norm(at), "a" | "au" | "aux" | "à" | "al" | "ao" | "all'");
        let leads = is_foreign
            || scene.does(at, Does::Places)
            || scene.does(at, Does::Belongs)
            || matches!(scene.text.norm(at), "references" | "reference");
        let article = at + 1 + scene.exactly(at + 1);
        let is_about = matches!(scene.text.norm(at), "about")
            && matches!(scene.text.norm(article), "a" | "an" | "one" | "the")
            && scene.table_word(article + 1).is_some();
        if !leads
            || !is_about
                && matches!(
                    scene.text.norm(at),
                    "as" | "before"
                        | "after"
                        | "during"
                        | "between"
                        | "about"
                        | "like"
                        | "within"
                        | "without"
                        | "until"
                        | "since"
                )
        {
            return None;
        }
        let is_part = (at.saturating_sub(4)..at)
            .any(|start| share::share(scene.text, start).is_some_and(|found| found.end == at || found.end == at + 1));
        if is_part {
            return None;
        }
        let is_near = at >= behind
            && at - behind <= 4
            && (behind..at).all(|at| !matches!(scene.text.norm(at), "," | ":" | "(" | ")"));
        let is_verb = (behind..at).any(|at| scene.text.get(at).is_some_and(|token| token.kind == Kind::Word));
        let mut start = at + 1;
        while matches!(
            scene.text.norm(start),
            "exactly" | "one" | "a" | "single" | "of" | "to" | "our" | "genau" | "einem" | "einer"
        ) && start < self.end
            && number::count(scene.text, start + 1).is_none()
        {
            start += 1;
        }
        let phrase = scene.rows_phrase(start, self.end).filter(|_| is_near)?;
        let words = scene.words(phrase.name.clone());
        let is_strong = (behind..at).any(|at| {
            [
                "belong",
                "referenc",
                "link",
                "assigned",
                "placed",
                "made",
                "written",
                "owned",
                "gehör",
                "appartien",
                "pertenec",
                "appart",
                "pertenc",
                "sold",
                "issued",
                "lent",
                "borrowed",
                "taken",
                "paid",
                "published",
                "produced",
                "supplied",
                "sent",
                "treated",
                "signed",
                "hosted",
                "run",
                "happen",
                "takes",
                "located",
                "kept",
                "stationed",
            ]
            .iter()
            .any(|stem| scene.text.norm(at).starts_with(stem))
        });
        if relations::is_above(&words, &child) {
            relations::tie_above(scene, &child, self.start..phrase.whole.end);
            return Some(phrase.whole.end);
        }
        let parent = match tables::known(scene, &words) {
            Some(parent) => parent,
            None if is_strong && self.is_each => relations_parent(scene, frame, &phrase)?,
            None if is_strong && is_verb => relations_parent(scene, frame, &phrase)?,
            None => return None,
        };
        if parent == child
            || !is_verb
                && !self.is_each
                && scene.text.norm(at) != "of"
                && scene.text.norm(at) != "by"
                && scene.text.norm(at) != "for"
        {
            return None;
        }
        let is_tied = scene.ir.relationships.iter().any(|tie| tie.child_table == parent && tie.parent_table == child)
            || relations::has_between(scene, &child, &parent);
        if is_tied
            || (behind..at)
                .any(|at| matches!(scene.text.norm(at), "once" | "twice" | "only" | "never" | "appears" | "appear"))
        {
            return None;
        }
        let is_loose = !is_strong && !self.is_each && !phrase.is_single;
        if is_loose
            && scene.is_plural(phrase.name.end - 1)
            && !matches!(scene.text.norm(at), "of" | "by" | "for" | "on" | "von" | "par" | "por" | "da")
        {
            return None;
        }
        let mut end = phrase.whole.end;
        relations::pick(scene, &child, &parent, None, behind..end);
        while scene.does(end, Does::Joins) && scene.does(end + 1, Does::Determines) {
            let Some(next) = scene.rows_phrase(end + 1, self.end) else { break };
            let Some(other) = tables::known(scene, &scene.words(next.name.clone())).filter(|other| *other != child)
            else {
                break;
            };
            relations::pick(scene, &child, &other, None, end..next.whole.end);
            end = next.whole.end;
        }
        while let Some((other, behind)) = self.beside(scene, end).filter(|(other, _)| *other != child) {
            relations::pick(scene, &child, &other, None, end..behind);
            end = behind;
        }
        while let Some((other, behind)) = self.done_by(scene, end).filter(|(other, _)| *other != child) {
            relations::pick(scene, &child, &other, None, end..behind);
            end = behind;
        }
        while let Some((other, behind)) =
            self.led_to(scene, end).filter(|(other, _)| ![&child, &parent].contains(&other))
        {
            relations::pick(scene, &child, &other, None, end..behind);
            end = behind;
        }
        self.subject.get_or_insert_with(|| child.clone());
        self.last = Some((child, end));
        Some(end)
    }
}

impl Scan {
    /// `stock: one row for each warehouse and item` declares a table.
    pub(super) fn heads_cross(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        let phrase = scene.phrase(self.start, self.end).filter(|phrase| scene.text.norm(phrase.name.end) == ":")?;
        let colon = phrase.name.end;
        relations::crossing(scene, colon + 1, self.end)?;
        let table = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(table.clone());
        self.set(scene, &table, phrase.whole);
        self.crossed(scene, colon + 1)
    }

    /// `Judoka - each club has 6 to 18`, `Samples: every patient has one to four samples`, `Wards: there are 20 wards`: a table that
    /// heads what says how many rows it has.
    pub(super) fn heads_count(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        let phrase = scene.rows_phrase(self.start, self.end).filter(|phrase| tables::may_be(scene, phrase))?;
        let mark = phrase.whole.end;
        if !matches!(scene.text.norm(mark), "-" | "–" | "—" | ":" | "." | ",") {
            return None;
        }
        let is_there = scene.text.norm(mark + 1) == "there" && scene.does(mark + 2, Does::Is);
        let lead = mark + 1 + usize::from(matches!(scene.text.norm(mark + 1), "in" | "for"));
        let above = || scene.rows_phrase(lead + 1, self.end).filter(|_| scene.does(lead, Does::Distributes));
        let (parent, from) = match above() {
            _ if is_there => (None, mark + 3),
            Some(above) => (Some(tables::known(scene, &scene.words(above.name.clone()))?), above.whole.end),
            None => return None,
        };
        let verb = from + usize::from(matches!(scene.text.norm(from), "," | ":"));
        let has = [Does::Has, Does::Equips, Does::Keeps].into_iter().any(|does| scene.does(verb, does));
        let quantity = scene.quantity(verb + usize::from(has), self.end)?;
        let end = self.behind_own_rows(scene, &phrase, quantity.end);
        let is_closed = end >= self.end
            || matches!(scene.text.norm(end), "," | ";" | "." | ":" | "(" | "-" | "–" | "—")
            || scene.does(end, Does::Equips);
        let known = tables::known(scene, &scene.words(phrase.name.clone()));
        if !is_closed || parent.is_some() && known == parent || is_there && !quantity.is_count {
            return None;
        }
        let table = tables::declare(scene, phrase.name.clone());
        match parent {
            Some(parent) => {
                let quantity = Quantity { is_count: false, ..quantity };
                relations::relate(scene, frame, &parent, &table, &quantity, self.start..end);
            }
            None => tables::count(scene, frame, &table, quantity.max, mark + 1..end),
        }
        scene.claim(self.start..end);
        frame.bare.insert(table.clone());
        self.subject = Some(table.clone());
        self.last = Some((table, end));
        Some(end)
    }

    /// `for each student on a course there is a grade`: columns of the table between two.
    pub(super) fn pair_each(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        let each = (self.start..self.end.min(self.start + 2)).find(|at| scene.does(*at, Does::Distributes))?;
        let first = scene.rows_phrase(each + 1, self.end)?;
        let one = tables::known(scene, &scene.words(first.name.clone()))?;
        let link = first.whole.end;
        let is_link = scene.does(link, Does::Joins)
            || scene.does(link, Does::Places)
            || matches!(scene.text.norm(link), "on" | "in" | "with" | "per" | "at" | "of");
        let second = scene.rows_phrase(link + 1 + usize::from(scene.does(link + 1, Does::Distributes)), self.end)?;
        let other = tables::known(scene, &scene.words(second.name.clone())).filter(|other| is_link && *other != one)?;
        let ties = |table: &str| {
            scene
                .ir
                .relationships
                .iter()
                .filter(|tie| tie.parent_table == *table)
                .map(|tie| tie.child_table.clone())
                .collect::<Vec<_>>()
        };
        let between = ties(&one).into_iter().find(|child| ties(&other).contains(child))?;
        let mut list = second.whole.end;
        let is_filler = |at: usize| {
            scene.does(at, Does::Is)
                || scene.does(at, Does::Has)
                || scene.does(at, Does::Keeps)
                || matches!(
                    scene.text.norm(at),
                    "there" | "," | "we" | "i" | "need" | "want" | "store" | "record" | "keep" | "also"
                )
        };
        while list < self.end && is_filler(list) {
            list += 1;
        }
        if list == second.whole.end
            || list >= self.end
            || scene.quantity(list, self.end).is_some_and(|found| found.max > 1)
        {
            return None;
        }
        scene.claim(self.start..list);
        let stop = columns::read(scene, frame, &between, list, self.end).max(list);
        self.subject = Some(between.clone());
        self.last = Some((between, stop));
        Some(stop)
    }

    /// Behind `of them`, or the noun that heads the sentence once more.
    fn behind_own_rows(&self, scene: &Scene<'_>, heading: &Phrase, at: usize) -> usize {
        let is_them = scene.text.norm(at) == "of" && matches!(scene.text.norm(at + 1), "them" | "these" | "those");
        if is_them {
            return at + 2;
        }
        let again = scene.rows_phrase(at, self.end).filter(|again| {
            names::key(&scene.words(again.name.clone())) == names::key(&scene.words(heading.name.clone()))
        });
        again.map_or(at, |again| again.whole.end)
    }

    /// `one row for each warehouse and item` of a table: what is said next is said of it, and of none of the others.
    pub(super) fn crossed(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let end = relations::crossing(scene, at, self.end)?;
        let table = self.subject.clone().or_else(|| scene.focus.table.clone())?;
        scene.take(at..end);
        self.subject.get_or_insert_with(|| table.clone());
        self.last = Some((table, end));
        Some(end)
    }

    /// `to members` behind `loans of books`, at the end of what is said: a row of one more table, and the token behind it.
    fn led_to(&self, scene: &Scene<'_>, at: usize) -> Option<(String, usize)> {
        let leads = matches!(scene.text.norm(at), "to" | "by" | "from" | "for" | "at" | "on");
        let phrase = scene.rows_phrase(at + 1, self.end).filter(|phrase| leads && phrase.name.start == at + 1)?;
        let end = phrase.whole.end;
        let is_closed = end >= self.end || matches!(scene.text.norm(end), "," | ";" | "." | ":" | "(");
        let other = tables::known(scene, &scene.words(phrase.name.clone()))?;
        (is_closed && scene.is_plural(phrase.name.end - 1)).then_some((other, end))
    }

    /// `about a product` behind `written by a buyer`, `, of one target` behind `made with a telescope`: one row of another table.
    fn beside(&self, scene: &Scene<'_>, at: usize) -> Option<(String, usize)> {
        let lead = at + usize::from(scene.text.norm(at) == ",");
        let lead = lead + usize::from(scene.does(lead, Does::Joins));
        let is_led = scene.does(lead, Does::Places)
            || scene.does(lead, Does::Belongs)
            || matches!(scene.text.norm(lead), "about" | "with" | "on" | "in" | "at" | "to" | "by");
        let is_one = matches!(scene.text.norm(lead + 1), "a" | "an" | "one" | "exactly");
        if !is_led || !is_one || lead + 1 >= self.end {
            return None;
        }
        let noun = lead + 1 + scene.exactly(lead + 1);
        let phrase = scene.rows_phrase(noun, self.end).filter(|phrase| !scene.is_plural(phrase.name.end - 1))?;
        Some((tables::known(scene, &scene.words(phrase.name.clone()))?, phrase.whole.end))
    }

    /// `, is written by a user` behind another reference: the table, and the token behind it.
    fn done_by(&self, scene: &Scene<'_>, at: usize) -> Option<(String, usize)> {
        let mut verb = at + usize::from(scene.text.norm(at) == ",");
        verb += usize::from(scene.does(verb, Does::Joins));
        let joined = verb;
        verb += usize::from(scene.does(verb, Does::Is));
        let is_done = told::is_participle(scene.text.norm(verb));
        let link = verb + 1;
        let is_led = scene.does(link, Does::Places) || scene.does(link, Does::Belongs) || scene.text.norm(link) == "by";
        let is_one = matches!(scene.text.norm(link + 1), "a" | "an" | "one" | "exactly");
        if joined == at || !(is_done && is_led && is_one) {
            return None;
        }
        let noun = link + 1 + scene.exactly(link + 1);
        let phrase = scene.rows_phrase(noun, self.end).filter(|phrase| !scene.is_plural(phrase.name.end - 1))?;
        Some((tables::known(scene, &scene.words(phrase.name.clone()))?, phrase.whole.end))
    }
}

pub(super) fn relations_parent(scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<String> {
    relations::parent_for(scene, frame, phrase)
}
