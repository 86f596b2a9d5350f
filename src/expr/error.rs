//! What a wrong expression turns into: [`ExprError`]s, and [`Warning`]s where a null may come out of non-null inputs. Ranges are
//! bytes within the expression's own text; the caller moves them into the file.

use std::ops::Range;

/// One mistake in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExprError {
    /// The code, `E03xx`.
    pub code: &'static str,
    /// Where, in bytes of the expression's text.
    pub range: Range<usize>,
    /// One sentence of cause, lower case, without a full stop.
    pub message: String,
    /// A few words beside the underlined text; may be empty.
    pub label: String,
    /// A concrete fix.
    pub help: Option<String>,
}

impl ExprError {
    /// An error without label and help.
    pub(super) fn new(code: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, range, message: message.into(), label: String::new(), help: None }
    }

    /// Says a few words beside the underlined text.
    #[must_use]
    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a concrete fix.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a concrete fix, if there is one.
    #[must_use]
    pub(super) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }
}

/// Why a name could not be resolved; the cause and, where one is close, a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    /// One sentence of cause.
    pub message: String,
    /// A concrete fix, such as "did you mean ...?".
    pub help: Option<String>,
}

/// Why a null may come out where no input is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// A divisor may be zero, or a function may be asked outside its domain (`ln(0)`, `sqrt(-1)`, `make_date(2024, 2, 30)`).
    Domain,
    /// A result may leave its type's range.
    Overflow,
    /// A cast may fail.
    Cast,
}

/// A place where a null may come out of non-null inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Why.
    pub kind: WarningKind,
    /// The code, `W03xx`.
    pub code: &'static str,
    /// Where, in bytes of the expression's text.
    pub range: Range<usize>,
    /// What may happen, in one sentence; that the value is null then goes without saying.
    pub message: String,
    /// A concrete fix.
    pub help: Option<String>,
}
