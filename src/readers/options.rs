//! What a reader may be told: [`ReadOptions`].

use crate::diag::Diagnostic;

/// Options of the readers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// CSV: what stands between cells; found from the header or a sidecar when it is not said.
    pub delimiter: Option<u8>,
    /// CSV: whether the first line names the columns; without, they are called `column1` and so on.
    pub header: Option<bool>,
    /// CSV: the text of a null, where it is not in quotes.
    pub null: Option<String>,
}

impl ReadOptions {
    /// Reads `KEY=VALUE` pairs.
    ///
    /// # Errors
    /// An option is unknown, or its value makes no sense.
    pub fn parse(pairs: &[(String, String)]) -> Result<Self, Diagnostic> {
        let mut options = Self::default();
        for (key, value) in pairs {
            options.set(key, value)?;
        }
        Ok(options)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Diagnostic> {
        let bad = |what: &str, help: &str| Err(Diagnostic::error("E0905", what).help(help));
        match (key, value) {
            ("delimiter", "\\t") => self.delimiter = Some(b'\t'),
            ("delimiter", _) => match value.as_bytes() {
                [byte] if byte.is_ascii() && !b"\"\r\n".contains(byte) => self.delimiter = Some(*byte),
                _ => return bad(&format!("`{value}` cannot stand between cells"), "write one character, such as `;`"),
            },
            ("header", "true" | "false") => self.header = Some(value == "true"),
            ("header", _) => {
                return bad(&format!("`header` is not `{value}`"), "write `header=true` or `header=false`");
            }
            ("null", _) => self.null = Some(value.to_owned()),
            _ => {
                return bad(
                    &format!("the readers have no option `{key}`"),
                    "the options are `delimiter`, `header` and `null`, all of CSV",
                );
            }
        }
        Ok(())
    }
}
