//! Answers to a draft's questions -> the draft that goes by them.

use std::collections::BTreeMap;

use super::ir::{Ir, Param, RowsOrigin};
use crate::diag::{Diagnostic, closest};
use crate::source::scalars::{Number, Rate};

/// An answer that a draft goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question's id.
    pub id: String,
    /// The question.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// Sets what the answered questions ask about, and takes them off the draft's list.
///
/// # Errors
/// `E1280` for an answer that no question asks for, `E1281` for one that makes no sense.
pub fn apply(ir: &mut Ir, answers: &BTreeMap<String, String>) -> Result<Vec<Answer>, Diagnostic> {
    let mut applied = Vec::new();
    for (id, answer) in answers {
        let Some(at) = ir.questions.iter().position(|question| question.id == *id) else {
            return Err(unasked(ir, id));
        };
        let question = ir.questions.remove(at);
        let chosen = option_of(&question.options, answer);
        if chosen != question.default {
            set(ir, &question.path, &chosen).map_err(|why| senseless(id, &question.text, answer, &why))?;
        }
        applied.push(Answer { id: id.clone(), question: question.text, answer: chosen });
    }
    Ok(applied)
}

/// The option that an answer means: letters' case aside, or by its beginning where only one begins so.
fn option_of(options: &[String], answer: &str) -> String {
    let folded = answer.trim().to_lowercase();
    let exact = options.iter().find(|option| option.to_lowercase() == folded);
    let mut begun = options.iter().filter(|option| option.to_lowercase().starts_with(&folded));
    let only = begun.next().filter(|_| begun.next().is_none());
    exact.or(only).cloned().unwrap_or_else(|| answer.trim().to_owned())
}

/// Sets what a path names.
fn set(ir: &mut Ir, path: &str, answer: &str) -> Result<(), String> {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["locale"] => answer.clone_into(&mut ir.locale),
        ["anchor_date"] => answer.clone_into(&mut ir.anchor_date),
        ["title"] => answer.clone_into(&mut ir.title),
        ["outputs"] => {
            ir.outputs = answer.split([',', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        }
        ["tables", table, rest @ ..] => set_in_table(ir, table, rest, answer)?,
        ["relationships", table, column, field] => set_in_relationship(ir, table, column, field, answer)?,
        _ => return Err(nowhere(path)),
    }
    Ok(())
}

fn set_in_table(ir: &mut Ir, name: &str, path: &[&str], answer: &str) -> Result<(), String> {
    let table = ir.table_mut(name).ok_or_else(|| nowhere(name))?;
    match path {
        ["rows"] => {
            table.rows = whole(answer)?;
            table.rows_origin = RowsOrigin::Stated;
        }
        ["params", key @ ..] => Param::set(&mut table.params, &key.join("."), answer),
        ["columns", column, field @ ..] => {
            let mut known = false;
            for column in table.columns.iter_mut().filter(|branch| branch.name == *column) {
                known = true;
                match field {
                    ["null_rate"] => column.null_rate = rate(answer)?,
                    ["generator"] => answer.clone_into(&mut column.generator),
                    ["unique"] => column.unique = yes(answer)?,
                    ["params", key @ ..] => column.set(&key.join("."), answer),
                    _ => return Err(nowhere(&field.join("."))),
                }
            }
            known.then_some(()).ok_or_else(|| nowhere(column))?;
        }
        _ => return Err(nowhere(&path.join("."))),
    }
    Ok(())
}

fn set_in_relationship(ir: &mut Ir, table: &str, column: &str, field: &str, answer: &str) -> Result<(), String> {
    let tie = ir.relationships.iter_mut().find(|tie| tie.child_table == table && tie.child_column == column);
    let tie = tie.ok_or_else(|| nowhere(&format!("{table}.{column}")))?;
    match field {
        "min_children" => tie.min_children = whole(answer)?,
        "max_children" => tie.max_children = whole(answer)?,
        "mean_children" => tie.mean_children = whole(answer)? as f64,
        "null_rate" => tie.null_rate = rate(answer)?,
        "childless_rate" => tie.childless_rate = rate(answer)?,
        "distinct" => tie.distinct = yes(answer)?,
        _ => return Err(nowhere(field)),
    }
    Ok(())
}

fn whole(answer: &str) -> Result<u64, String> {
    let plain = answer.replace([',', '_', '\''], "");
    let number = Number::parse(&plain)?.as_i128().and_then(|number| u64::try_from(number).ok());
    number.ok_or_else(|| format!("`{answer}` is no whole number"))
}

fn rate(answer: &str) -> Result<f64, String> {
    Rate::parse(answer).map(|rate| rate.value)
}

fn yes(answer: &str) -> Result<bool, String> {
    match answer.to_lowercase().as_str() {
        "yes" | "y" | "true" => Ok(true),
        "no" | "n" | "false" => Ok(false),
        _ => Err("the answer is `yes` or `no`".to_owned()),
    }
}

fn nowhere(path: &str) -> String {
    format!("the draft has nothing that `{path}` names")
}

fn unasked(ir: &Ir, id: &str) -> Diagnostic {
    let ids: Vec<&str> = ir.questions.iter().map(|question| question.id.as_str()).collect();
    let found = Diagnostic::error("E1280", format!("the draft does not ask `{id}`"));
    match (ids.as_slice(), closest(id, ids.iter().copied())) {
        ([], _) => found.help("it asks nothing: leave `--answer` out"),
        (_, Some(near)) => found.help(format!("did you mean `{near}`?")),
        _ => found.help(format!("it asks {}", ids.join(", "))),
    }
}

fn senseless(id: &str, question: &str, answer: &str, why: &str) -> Diagnostic {
    Diagnostic::error("E1281", format!("`{answer}` does not answer `{id}`"))
        .note(format!("the question is: {question}"))
        .note(why.to_owned())
        .help("answer with one of the options, or with a value of the same kind as the default")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::ir::{Column, Question, Table};

    fn asking(path: &str, options: &[&str], default: &str) -> Ir {
        let column = Column { name: "fee".into(), generator: "number".into(), ..Column::default() };
        Ir {
            tables: vec![Table { name: "members".into(), rows: 100, columns: vec![column], ..Table::default() }],
            questions: vec![Question {
                id: "q1".into(),
                path: path.into(),
                text: "What?".into(),
                options: options.iter().map(|&option| option.to_owned()).collect(),
                default: default.into(),
            }],
            ..Ir::default()
        }
    }

    fn answered(mut ir: Ir, answer: &str) -> Result<Ir, Diagnostic> {
        apply(&mut ir, &BTreeMap::from([("q1".to_owned(), answer.to_owned())])).map(|_| ir)
    }

    #[test]
    fn an_answer_sets_what_the_question_is_about() {
        let ir = answered(asking("tables.members.rows", &[], "100"), "2k").expect("a number");
        assert_eq!((ir.tables[0].rows, ir.questions.len()), (2000, 0));
        let ir = answered(asking("tables.members.columns.fee.params.max", &[], "9"), "30").expect("a value");
        assert_eq!(ir.tables[0].columns[0].param("max"), Some("30"));
        let ir = answered(asking("locale", &["en_US", "de_DE"], "en_US"), "de").expect("an option");
        assert_eq!(ir.locale, "de_DE");
    }

    #[test]
    fn answers_that_nothing_asks_for_or_that_make_no_sense_are_refused() {
        let codes = |ir: Ir, answers: &[(&str, &str)]| {
            let answers = answers.iter().map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned())).collect();
            apply(&mut ir.clone(), &answers).err().map(|found| found.code)
        };
        let asking = || asking("tables.members.rows", &[], "100");
        assert_eq!(codes(asking(), &[("q2", "x")]), Some("E1280"));
        assert_eq!(codes(asking(), &[("q1", "many")]), Some("E1281"));
        assert_eq!(codes(asking(), &[("q1", "12")]), None);
    }
}
