//! What emitting has to tell about a contract.

use std::borrow::Cow;

use contract::Type;
use source::{Diagnostic, Location, Severity};

/// What a code of this stage means and what to do, or `None` for a code of another stage.
pub fn explain(code: &str) -> Option<&'static str> {
    match code {
        "emit/documented-twice" => Some(
            "A name stands in two rows of one table, or an operation on two pages. Code is made from the first row, and from\n\
             the page that speaks for the operation; what the other one says is in the contract only. Merge the rows, or correct a name by an erratum.",
        ),
        "emit/not-called-by-name" => Some(
            "An operation has a method and a path of its own, or requires a header. The wire of a spec calls operations by\n\
             name and carries arguments, so there is no code for this one: a client would send another request than the page\n\
             documents. It is in the contract and in the OpenAPI document.",
        ),
        "emit/value-and-parent" => Some(
            "A parameter is documented as a plain value, and other rows document names below it (`Tag` and `Tag.N.Key`).\n\
             The Rust type is a structure. Say so in its row, or rename the parameters below it.",
        ),
        "emit/unknown-model" => Some(
            "A type names a structure that the page does not describe; the Rust type is any JSON. Describe the structure\n\
             under a heading of its own on the same page.",
        ),
        "emit/rule-not-checked" => Some(
            "A certain rule that `validate` of the generated request can't express: it names something that the request\n\
             does not have, or compares with a literal that is not of the parameter's type. The conformance suite still\n\
             knows the rule. Name a documented parameter, and literals of its type.",
        ),
        _ => None,
    }
}

fn warning(code: &'static str, at: &Location, message: String, help: &str) -> Diagnostic {
    Diagnostic {
        code: Cow::Borrowed(code),
        severity: Severity::Warning,
        at: at.clone(),
        message,
        help: help.to_owned(),
        related: Vec::new(),
    }
}

/// A name stands in two rows of one table. The first row becomes a field of the Rust type; what the other one says
/// is in the contract only.
pub(crate) fn documented_twice(name: &str, at: &Location) -> Diagnostic {
    let message = format!("`{name}` is documented twice; code is made from the first row");
    warning("emit/documented-twice", at, message, "merge the rows, or correct a name by an erratum")
}

/// An operation stands on two pages. Code is made from the one that speaks for it.
pub(crate) fn stands_behind(name: &str, speaks: &str, at: &Location) -> Diagnostic {
    let message = format!("`{name}` is documented twice; code is made from {speaks}");
    warning("emit/documented-twice", at, message, "remove the page that is out of date")
}

/// A call by name and arguments is not the request of an operation, so there is no code for it.
pub(crate) fn not_called_by_name(name: &str, why: &str, at: &Location) -> Diagnostic {
    let message = format!("no code is made for `{name}`: {why}");
    let help = "nothing to do; the contract and the OpenAPI document have it";
    Diagnostic { severity: Severity::Info, ..warning("emit/not-called-by-name", at, message, help) }
}

/// A parameter is documented as a plain value, and other rows document names below it. The Rust type is a struct.
pub(crate) fn value_and_parent(name: &str, ty: &Type, at: &Location) -> Diagnostic {
    let message = format!("`{name}` is documented as {ty}, and other parameters stand below it");
    warning(
        "emit/value-and-parent",
        at,
        message,
        "say that it is a structure, or rename the parameters below it",
    )
}

/// A type names a structure that the page does not describe. The Rust type is any JSON.
pub(crate) fn unknown_model(name: &str, at: &Location) -> Diagnostic {
    let message = format!("the structure `{name}` is not described on the page; the Rust type is any json");
    warning("emit/unknown-model", at, message, "describe the structure on the page")
}

/// A certain rule that `validate` of the generated request cannot express, because it names something that the
/// request does not have or compares with a literal that is not of its type.
pub(crate) fn rule_not_checked(words: &str, why: &str, at: &Location) -> Diagnostic {
    let message = format!("the rule \"{words}\" is not checked by generated code: {why}");
    warning("emit/rule-not-checked", at, message, "name a documented parameter, and literals of its type")
}
