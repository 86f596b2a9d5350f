//! A conversation about a draft, line by line: questions with their defaults in one batch, then rows to look at and changes until the
//! draft is accepted. What is asked goes to standard error, so that standard output can take the spec.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use crate::cli::report::say;
use crate::draft::ir::Question;

/// What a person says to a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It is as it should be.
    Accept,
    /// Something should be otherwise.
    Change(String),
    /// The spec's text is wanted.
    Show,
    /// There shall be no spec.
    Leave,
}

/// The person's lines.
pub struct Talk<R> {
    lines: R,
}

impl<R: BufRead> Talk<R> {
    /// Reads answers from here.
    pub fn new(lines: R) -> Self {
        Self { lines }
    }

    /// Asks all questions, and gives the answers that are not the default; the rest of them at the end of the input.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn ask(&mut self, questions: &[Question]) -> io::Result<BTreeMap<String, String>> {
        let mut answers = BTreeMap::new();
        if !questions.is_empty() {
            say("\nA few questions; Enter takes the answer in brackets.\n");
        }
        for question in questions {
            let Some(line) = self.line(&prompt(question))? else { break };
            if !line.is_empty() {
                answers.insert(question.id.clone(), line);
            }
        }
        Ok(answers)
    }

    /// Asks whether the draft will do. The end of the input accepts it.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn reply(&mut self) -> io::Result<Reply> {
        let line = self.line("\nEnter accepts; or say what should change (`spec` shows the spec, `quit` leaves): ")?;
        Ok(match line.as_deref() {
            None | Some("" | "ok" | "yes" | "y" | "accept") => Reply::Accept,
            Some("spec" | "show") => Reply::Show,
            Some("quit" | "q" | "exit") => Reply::Leave,
            Some(change) => Reply::Change(change.to_owned()),
        })
    }

    fn line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        say(prompt);
        let mut line = String::new();
        let read = self.lines.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }
}

fn prompt(question: &Question) -> String {
    let options =
        if question.options.is_empty() { String::new() } else { format!(" ({})", question.options.join(", ")) };
    format!("{} {}{options} [{}]: ", question.id, question.text, question.default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_takes_the_default_and_the_end_of_input_all_of_them() {
        let question = |id: &str| Question { id: id.into(), default: "eur".into(), ..Question::default() };
        let mut talk = Talk::new("\nusd\n".as_bytes());
        let answers = talk.ask(&[question("q1"), question("q2"), question("q3")]).expect("readable");
        assert_eq!(answers, BTreeMap::from([("q2".to_owned(), "usd".to_owned())]));
    }

    #[test]
    fn replies_accept_change_show_or_leave() {
        let mut talk = Talk::new("spec\nno fax, please\nquit\n\n".as_bytes());
        let mut reply = || talk.reply().expect("readable");
        assert_eq!(reply(), Reply::Show);
        assert_eq!(reply(), Reply::Change("no fax, please".into()));
        assert_eq!(reply(), Reply::Leave);
        assert_eq!(reply(), Reply::Accept);
        assert_eq!(reply(), Reply::Accept, "the input has ended");
    }
}
