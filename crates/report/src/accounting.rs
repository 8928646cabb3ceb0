//! What became of the cells, folder by folder, and what the diagnostics are about.

use std::collections::BTreeMap;
use std::fmt::Write;

use contract::Contract;
use source::Severity;

use crate::Look;
use crate::look::{BAD, DOUBTFUL, QUIET, STRONG};
use crate::terminal::count;

/// The figures of a reading: operations and what stands on their pages per folder, the accounting of all cells, and
/// the diagnostics by code.
pub fn summary(contract: &Contract, look: Look) -> String {
    let mut text = String::new();
    folders(contract, look, &mut text);
    cells(contract, look, &mut text);
    codes(contract, look, &mut text);
    text
}

#[derive(Default)]
struct Folder {
    operations: usize,
    parameters: usize,
    constraints: usize,
    fields: usize,
    errors: usize,
    examples: usize,
    diagnostics: usize,
}

fn folders(contract: &Contract, look: Look, text: &mut String) {
    let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
    for operation in &contract.operations {
        let folder = folders.entry(folder_of(&operation.page)).or_default();
        folder.operations += 1;
        folder.parameters += operation.parameters.len();
        folder.constraints += operation.parameters.iter().map(|p| p.constraints.len()).sum::<usize>();
        folder.constraints += operation.rules.len();
        folder.fields += operation.response.len();
        folder.fields += operation.models.iter().map(|model| model.fields.len()).sum::<usize>();
        folder.errors += operation.errors.len();
        folder.examples += operation.examples.len();
    }
    for model in &contract.models {
        folders.entry(folder_of(&model.origin.location().file)).or_default().fields += model.fields.len();
    }
    for diagnostic in &contract.diagnostics {
        folders.entry(folder_of(&diagnostic.at.file)).or_default().diagnostics += 1;
    }
    let head = "operations parameters   rules   fields  errors examples diagnostics  folder";
    line(text, look.paint(STRONG, head));
    for (name, f) in folders {
        let row = format!(
            "{:>10} {:>10} {:>7} {:>8} {:>7} {:>8} {:>11}  {name}",
            f.operations, f.parameters, f.constraints, f.fields, f.errors, f.examples, f.diagnostics
        );
        line(text, row);
    }
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or(".", |(folder, _)| folder)
}

fn cells(contract: &Contract, look: Look, text: &mut String) {
    let a = contract.accounting;
    line(text, "");
    line(text, format!("{}, {} of operations", count(a.pages, "page"), a.operation_pages));
    line(text, format!("{}, {}, {}", count(a.tables, "table"), count(a.rows, "row"), count(a.cells, "cell")));
    line(text, format!("{} used + {} reported = {} cells", a.cells_used, a.cells_reported, a.cells));
    if a.cells_used + a.cells_reported != a.cells {
        let lost = "cells are lost: this is a bug of the reader, please report the page";
        line(text, look.paint(BAD, lost));
    }
}

fn codes(contract: &Contract, look: Look, text: &mut String) {
    let mut codes: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for diagnostic in &contract.diagnostics {
        *codes.entry((diagnostic.severity, diagnostic.code.as_ref())).or_default() += 1;
    }
    line(text, "");
    if codes.is_empty() {
        line(text, "no diagnostics");
    }
    for ((severity, code), number) in codes {
        let (style, word) = match severity {
            Severity::Error => (BAD, "error"),
            Severity::Warning => (DOUBTFUL, "warning"),
            Severity::Info => (QUIET, "info"),
        };
        line(text, format!("{number:>7} {} {code}", look.paint(style, format!("{word:<7}"))));
    }
}

fn line(text: &mut String, words: impl std::fmt::Display) {
    // Writing to a String can't fail.
    let _ = writeln!(text, "{words}");
}
