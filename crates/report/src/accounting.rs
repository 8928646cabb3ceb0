//! What became of the cells, folder by folder, and what the diagnostics are about.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use contract::{Accounting, Contract, PageAccounting};
use source::Severity;

use crate::Look;
use crate::look::{BAD, DOUBTFUL, QUIET, STRONG};
use crate::terminal::count;

/// The figures of a reading: the accounting of all cells and what they became per folder, and the diagnostics by code.
pub fn summary(contract: &Contract, look: Look) -> String {
    let mut text = String::new();
    cells(contract, look, &mut text);
    folders(contract, look, &mut text);
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
    let mut folders: BTreeMap<&str, Accounting> = BTreeMap::new();
    for PageAccounting { page, accounting } in &contract.pages {
        *folders.entry(folder_of(page)).or_default() += *accounting;
    }
    let head = "  pages operations  tables    rows   cells    used reported  folder";
    line(text, look.paint(STRONG, head));
    let row = |a: &Accounting, name: &str| {
        let Accounting { pages, operation_pages, tables, rows, cells, cells_used, cells_reported } = a;
        format!(
            "{pages:>7} {operation_pages:>10} {tables:>7} {rows:>7} {cells:>7} {cells_used:>7} {cells_reported:>8}  {name}"
        )
    };
    for (name, accounting) in &folders {
        line(text, row(accounting, name));
    }
    let a = contract.accounting;
    line(text, look.paint(STRONG, row(&a, "all")));
    if a.cells_used + a.cells_reported != a.cells {
        let lost = "cells are lost: this is a bug of the reader, please report the page";
        line(text, look.paint(BAD, lost));
    }
    line(text, format!("{} used + {} reported = {} cells", a.cells_used, a.cells_reported, a.cells));
    line(text, "");
}

/// How many folders a code is told of by name.
const MOST_FOLDERS: usize = 5;

fn codes(contract: &Contract, look: Look, text: &mut String) {
    let mut codes: BTreeMap<(Severity, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    for diagnostic in &contract.diagnostics {
        let folders = codes.entry((diagnostic.severity, diagnostic.code.as_ref())).or_default();
        *folders.entry(folder_of(&diagnostic.at.file)).or_default() += 1;
    }
    line(text, "");
    if codes.is_empty() {
        line(text, "no diagnostics");
    }
    for ((severity, code), folders) in codes {
        let number: usize = folders.values().sum();
        let (style, word) = match severity {
            Severity::Error => (BAD, "error"),
            Severity::Warning => (DOUBTFUL, "warning"),
            Severity::Info => (QUIET, "info"),
        };
        let mut places: Vec<(&str, usize)> = folders.into_iter().collect();
        places.sort_by_key(|(_, number)| Reverse(*number));
        let more = places.len().saturating_sub(MOST_FOLDERS);
        places.truncate(MOST_FOLDERS);
        let mut places: Vec<String> =
            places.into_iter().map(|(folder, number)| format!("{folder} {number}")).collect();
        places.extend((more > 0).then(|| format!("{} more", count(more, "folder"))));
        let places = look.paint(QUIET, places.join(", "));
        line(text, format!("{number:>7} {} {code:<30} {places}", look.paint(style, format!("{word:<7}"))));
    }
}

fn line(text: &mut String, words: impl std::fmt::Display) {
    // Writing to a String can't fail.
    let _ = writeln!(text, "{words}");
}
