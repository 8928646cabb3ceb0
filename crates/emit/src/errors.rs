//! `error.rs`: what a documented refusal is in Rust, and the codes.

use std::collections::BTreeSet;

use askama::Template;
use contract::Contract;

use crate::doc::{Doc, code};
use crate::names::Names;
use crate::rust::{self, arm, literal};

#[derive(Template)]
#[template(path = "error.rs", escape = "none")]
struct Errors {
    codes: Vec<Code>,
}

struct Code {
    docs: Doc,
    name: String,
    to_text: String,
    from_text: String,
}

/// The text of the file.
pub(crate) fn file(contract: &Contract) -> String {
    let mut names = Names::without(&["Other", "Self"]);
    let mut seen = BTreeSet::new();
    let codes = contract
        .operations
        .iter()
        .flat_map(|operation| &operation.errors)
        .chain(&contract.errors)
        .map(|error| error.code.as_str())
        .filter(|code| seen.insert(*code))
        .map(|text| {
            let name = names.pascal(text, "Code");
            let (path, literal) = (format!("Self::{name}"), literal(text).to_string());
            Code {
                docs: Doc::default().markdown(&format!("{}.", code(text))),
                name,
                to_text: arm(12, &path, &literal),
                from_text: arm(12, &literal, &path),
            }
        });
    rust::file(&Errors { codes: codes.collect() })
}
