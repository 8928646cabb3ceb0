//! Rows of errors: status, code, message, description, and what they refuse.

use std::hash::BuildHasher;

use contract::{Confidence, ErrorCase};
use page::{Cell, Row};
use rustc_hash::{FxBuildHasher, FxHashMap};
use source::{Origin, Source};

use crate::accounting::Ledger;
use crate::columns::{Columns, Role};
use crate::diagnostics;
use crate::named::{Named, refused_parameters};
use crate::rows::{Cells, report_lost_columns, without_blanks};
use crate::sections::Part;

/// Reads a table of errors. What they refuse is not read yet: see [`understand`].
pub(crate) fn error_rows(part: &Part<'_>, ledger: &mut Ledger<'_>) -> Vec<ErrorCase> {
    ledger.table(part.table);
    report_lost_columns(part, ledger);
    let mut errors: Vec<ErrorCase> = Vec::with_capacity(part.table.rows.len());
    // Which row says what, by a hash of it: tables are long, and a look at all rows above for each is longer.
    let mut said = FxHashMap::with_capacity_and_hasher(part.table.rows.len(), FxBuildHasher);
    for row in &part.table.rows {
        let Some(error) = error_row(row, &part.columns, ledger) else { continue };
        let hash = FxBuildHasher.hash_one(row_of(&error));
        if said.get(&hash).is_some_and(|&other: &usize| row_of(&errors[other]) == row_of(&error)) {
            let count = row.cells.iter().flatten().count();
            ledger.report(count, diagnostics::duplicate_error(ledger.at(row.span), &error.code));
        } else {
            said.insert(hash, errors.len());
            errors.push(error);
        }
    }
    errors
}

/// What a row says; a second one that says the same is a duplicate.
fn row_of(error: &ErrorCase) -> (Option<u16>, [&str; 3]) {
    (error.http_status, [&error.code, &error.message, &error.description])
}

fn error_row(row: &Row, columns: &Columns, ledger: &mut Ledger<'_>) -> Option<ErrorCase> {
    let fold = fold_position(row, columns, ledger.source);
    let cells = Cells::of(&row.cells, row.span, columns, ledger, fold);
    let text =
        |role, source| cells.get(role).map(|cell: Cell| cell.words(source).into_owned()).unwrap_or_default();
    let code = text(Role::Code, ledger.source);
    if code.is_empty() {
        let count = row.cells.iter().flatten().count();
        ledger.report(count, diagnostics::nameless_row(ledger.at(row.span)));
        return None;
    }
    let code_at = cells.get(Role::Code).map_or(row.span, |cell| cell.span);
    let code = match without_blanks(&code) {
        Some(whole) => {
            ledger.tell(diagnostics::blank_in_name(ledger.at(code_at), &code, &whole));
            whole
        }
        None => {
            if code.contains(char::is_whitespace) {
                ledger.tell(diagnostics::odd_code(ledger.at(code_at), &code));
            }
            code
        }
    };
    let http_status = cells.get(Role::Status).and_then(|cell| {
        let words = cell.words(ledger.source);
        let status = words.parse().ok().filter(|status| (100..=599).contains(status));
        if status.is_none() {
            ledger.report(1, diagnostics::odd_status(ledger.at(cell.span), &words));
        }
        status
    });
    let description = text(Role::Description, ledger.source);
    let mut message = text(Role::Message, ledger.source);
    if message.is_empty() && cells.get(Role::Message).is_none() {
        // Pages without a message column quote the message in the description.
        message = quoted_message(&description).unwrap_or_default().to_owned();
    }
    Some(ErrorCase {
        http_status,
        code,
        message,
        description,
        parameters: Vec::new(),
        refuses: None,
        confidence: Confidence::Likely,
        origin: Origin::Stated(ledger.at(row.span)),
    })
}

/// Reads what the words of an error tell: what it refuses, and which parameters.
pub(crate) fn understand(error: &mut ErrorCase, named: &Named<'_>) {
    let code = named.codes.told(&error.code);
    error.refuses = code.refused([&error.message, &error.description]);
    (error.parameters, error.confidence) = refused_parameters(error, &code, named);
}

/// A pipe that is not escaped splits some cell in two: fold there, where the status column becomes a number again.
fn fold_position(row: &Row, columns: &Columns, source: &Source) -> Option<usize> {
    let surplus = row.cells.len().checked_sub(columns.len()).filter(|&surplus| surplus > 0)?;
    let status = columns.roles().iter().position(|role| *role == Some(Role::Status))?;
    let is_status = |at: usize| {
        let cell = row.cells.get(at).copied().flatten();
        cell.is_some_and(|cell| cell.words(source).parse::<u16>().is_ok_and(|s| (100..600).contains(&s)))
    };
    let fold = (0..columns.len())
        .rev()
        .find(|&fold| is_status(if fold < status { status + surplus } else { status }))?;
    // Behind the status, the message ends where its script does.
    let Some(message) = columns.roles().iter().position(|role| *role == Some(Role::Message)) else {
        return Some(fold);
    };
    let is_latin =
        |at: usize| row.cells.get(at).copied().flatten().is_some_and(|cell| cell.words(source).is_ascii());
    let last = row.cells.len() - 1;
    let stays = fold == message + 1 && (message..last).all(is_latin) && !is_latin(last);
    Some(if stays { message } else { fold })
}

/// A message that the description quotes: Latin words in quotation marks or code ticks, with a placeholder. Ticks are
/// off by now, so a run of Latin words with a bracketed one will do.
fn quoted_message(description: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii() && !matches!(c, '"' | '\n');
    let mut runs = description
        .split(|c: char| !is_part(c))
        .map(|run| run.trim_matches([' ', ':', ',', '.', '`', '(', ')']));
    runs.find(|run| run.contains('[') && run.contains(']') && run.split_whitespace().count() >= 2)
}
