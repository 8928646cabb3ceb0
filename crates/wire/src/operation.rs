//! What generated code says of an operation, by its request.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Arguments, Decoded, Place, Violations, check, decode};

/// The request of a documented operation. Generated code implements it; what is done with it is written here.
pub trait Operation: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What a service answers.
    type Answer: Serialize + DeserializeOwned + Send + 'static;

    /// The operation's name on the wire.
    const NAME: &'static str;

    /// Where the page documents each parameter, and its words.
    const ROWS: &'static [Place];

    /// The parameters that must be sent, as in [`Self::ROWS`].
    const REQUIRED: &'static [&'static str];

    /// Whether a request may be sent a second time when nobody knows what became of the first.
    const AGAIN: Again;

    /// Holds the request against every rule that the page certainly states.
    fn validate(&self) -> Result<(), Violations>;

    /// The required parameters that are not among these arguments.
    fn missing(arguments: &Arguments) -> Violations {
        let mut broken = Violations::new();
        for required in Self::REQUIRED {
            if let Some(&row) = Self::ROWS.iter().find(|row| row.parameter == *required) {
                check::required(&mut broken, row, arguments);
            }
        }
        broken
    }

    /// Reads a request with everything that is wrong with it: what is missing, what can't be read, and the rules that it
    /// breaks. What could not be read has a default, which is not the caller's and breaks no further rule.
    fn read(arguments: &Arguments) -> Decoded<Self> {
        let Decoded { value, violations } = decode::<Self>(arguments);
        let mut broken = Self::missing(arguments);
        broken.extend(violations);
        if let Err(rules) = value.validate() {
            let unread: Vec<String> = broken.iter().map(|broken| broken.parameter.clone()).collect();
            broken.extend(rules.into_iter().filter(|rule| !unread.contains(&rule.parameter)));
        }
        broken.quote(Self::ROWS);
        Decoded { value, violations: broken }
    }
}

/// Whether a request may be sent a second time when nobody knows what became of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// It changes nothing: its name begins with a verb of looking.
    Always,
    /// The service takes it once, where it bears this parameter.
    WithToken(&'static str),
    /// A second one might do it twice.
    Never,
}

impl Again {
    /// Whether it holds for a request with these arguments.
    pub fn allows(self, arguments: &Arguments) -> bool {
        match self {
            Again::Always => true,
            Again::WithToken(token) => arguments
                .get(token)
                .and_then(serde_json::Value::as_str)
                .is_some_and(|token| !token.is_empty()),
            Again::Never => false,
        }
    }
}

/// An operation that answers in pages, as its documented parameters say.
#[diagnostic::on_unimplemented(
    message = "the answer to a `{Self}` comes whole: its page documents neither an offset nor a token",
    label = "not a request for an answer in pages",
    note = "call the method of the client that is named after the operation"
)]
pub trait Paged: Operation {
    /// The request for the page after this answer; `None` after the last.
    fn next(self, answer: &Self::Answer) -> Option<Self>;
}
