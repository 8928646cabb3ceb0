//! What there is to find on pages. Each constructor's comment is what `doctract explain CODE` says.

use contract::{Argument, Constraint, Field, Parameter};
use source::{Diagnostic, Location, Severity};

use crate::translations::{Side, Topic};

macro_rules! findings {
    ($($(#[doc = $text:literal])+ $name:ident = $code:literal, $severity:ident, ($($arg:ident: $ty:ty),*), $at:expr, $message:expr, $help:expr $(, beside $place:expr => $words:expr)?;)+) => {
        $(
            $(#[doc = $text])+
            pub(crate) fn $name($($arg: $ty),*) -> Diagnostic {
                Diagnostic {
                    code: $code.into(),
                    severity: Severity::$severity,
                    at: $at.clone(),
                    message: $message,
                    help: $help.into(),
                    related: Vec::new(),
                }$(.beside($place, $words))?
            }
        )+

        /// What a code of this stage means and what to do, or `None` for a code of another stage.
        pub fn explain(code: &str) -> Option<&'static str> {
            match code {
                $($code => Some(concat!($($text, "\n"),+)),)+
                _ => None,
            }
        }
    };
}

findings! {
    /// Two pages describe one operation in two languages, and a parameter's type, presence, length, range, number of items,
    /// values or default is not the same on both. One of them is out of date, or was translated wrongly: callers who read
    /// the one build what the other one refuses. Rules that hold only in a case are not compared.
    translations_differ = "lint/translations-differ", Warning, (name: &str, topic: Topic, here: &Side, there: &Side),
        here.at, format!("the {topic} of `{name}` is {} here, and {} in the other language", here.says, there.says),
        "correct the page that is out of date",
        beside &there.at => format!("the other language says {}", there.says);

    /// Two rules for one value leave no value that keeps both, or the ends of one are swapped.
    no_value_left = "lint/no-value-left", Error, (name: &str, one: &Constraint, other: &Constraint),
        one.origin.location(), format!("no value of `{name}` keeps this rule{}", if one == other { "" } else { " and the other one" }),
        "correct the end that is wrong",
        beside other.origin.location() => "the other end stands here";

    /// The code of an error has a word that differs by one slip from a word that many other codes have. What travels is not
    /// known from here: the contract keeps the code as it is written.
    misspelt_code = "lint/misspelt-code", Info, (code: &str, word: &str, right: &str, at: &Location),
        at, format!("`{word}` of the code `{code}` is written `{right}` elsewhere"),
        "if servers answer it as it stands, nothing; otherwise correct the cell";

    /// A request that the page shows has an argument for which no row stands in the table of parameters: it was removed or
    /// renamed, and the example stayed, or its row is missing.
    undocumented_argument = "lint/undocumented-argument", Warning, (name: &str, at: &Location),
        at, format!("the request shows `{name}`, which no row documents"),
        "document the parameter, or take it out of the example";

    /// A request that the page shows lacks a parameter that the page calls required. Who copies the example gets an error.
    request_lacks_required = "lint/request-lacks-required", Warning, (parameter: &Parameter, at: &Location),
        at, format!("the request lacks `{}`, which is required", &*parameter.name.value),
        "add the parameter to the example, or correct its row",
        beside parameter.presence.location() => "it is required by this row";

    /// A request that the page shows has a value that can't be of the type that the row says.
    argument_of_other_type = "lint/argument-of-other-type", Warning, (argument: &Argument, parameter: &Parameter, at: &Location),
        at, format!("`{}` of `{}` is no {}", &*argument.value, &*argument.name, parameter.ty.value),
        "correct the example or the type",
        beside parameter.ty.location() => "the type stands here";

    /// An answer that the page shows has a member for which no row stands in the table of fields.
    undocumented_field = "lint/undocumented-field", Warning, (path: &str, at: &Location),
        at, format!("the answer shows `{path}`, which no row documents"),
        "document the field, or take it out of the example";

    /// An answer that the page shows lacks a field that the page calls always returned.
    answer_lacks_field = "lint/answer-lacks-field", Warning, (path: &str, field: &Field, at: &Location),
        at, format!("the answer lacks `{path}`, which is always returned"),
        "add the field to the example, or correct its row",
        beside field.presence.location() => "it is always returned by this row";

    /// An answer that the page shows has a value that is none of those which the field's row lists as all that there are.
    answer_outside_values = "lint/answer-outside-values", Warning, (path: &str, value: &str, rule: &Constraint, at: &Location),
        at, format!("`{value}` is none of the values of `{path}`"),
        "add the value to the row, or correct the example",
        beside rule.origin.location() => "the values stand here";
}
