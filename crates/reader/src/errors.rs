//! Rows of errors: status, code, message, description, and what they refuse.

use contract::{Confidence, ErrorCase, Parameter, Refusal};
use page::{Prose, Row};
use source::{Origin, Source};

use crate::accounting::Ledger;
use crate::columns::{Columns, Role};
use crate::diagnostics;
use crate::rows::{Cells, report_lost_columns};
use crate::sections::Part;
use crate::vocabulary::REFUSALS;

/// Reads a table of errors.
pub(crate) fn error_rows(
    part: &Part<'_>,
    parameters: &[Parameter],
    ledger: &mut Ledger<'_>,
) -> Vec<ErrorCase> {
    ledger.table(part.table);
    report_lost_columns(part, ledger);
    part.table.rows.iter().filter_map(|row| error_row(row, &part.columns, parameters, ledger)).collect()
}

fn error_row(
    row: &Row,
    columns: &Columns,
    parameters: &[Parameter],
    ledger: &mut Ledger<'_>,
) -> Option<ErrorCase> {
    let fold = fold_position(row, columns, ledger.source);
    let cells = Cells::of(row, columns, ledger, fold);
    let text = |role, source| {
        cells.get(role).map(|cell| Prose::of(source, cell.span).text().to_owned()).unwrap_or_default()
    };
    let code = text(Role::Code, ledger.source);
    if code.is_empty() {
        let count = row.cells.iter().flatten().count();
        ledger.report(count, diagnostics::nameless_row(ledger.at(row.span)));
        return None;
    }
    let http_status = cells.get(Role::Status).and_then(|cell| {
        let words = Prose::of(ledger.source, cell.span).text().to_owned();
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
    let error = ErrorCase {
        http_status,
        code,
        message,
        description,
        parameters: Vec::new(),
        refuses: None,
        confidence: Confidence::Likely,
        origin: Origin::Stated(ledger.at(row.span)),
    };
    Some(understood(error, parameters))
}

/// An error with what its words tell: what it refuses, and which parameters.
pub(crate) fn understood(mut error: ErrorCase, parameters: &[Parameter]) -> ErrorCase {
    error.refuses = refusal(&error);
    (error.parameters, error.confidence) = refused_parameters(&error, parameters);
    error
}

/// A pipe that is not escaped splits some cell in two: fold there, where the status column becomes a number again.
fn fold_position(row: &Row, columns: &Columns, source: &Source) -> Option<usize> {
    let surplus = row.cells.len().checked_sub(columns.len()).filter(|&surplus| surplus > 0)?;
    let status = columns.roles().iter().position(|role| *role == Some(Role::Status))?;
    let is_status = |at: usize| {
        let cell = row.cells.get(at).copied().flatten();
        cell.is_some_and(|cell| {
            Prose::of(source, cell.span).text().parse::<u16>().is_ok_and(|s| (100..600).contains(&s))
        })
    };
    (0..columns.len()).rev().find(|&fold| is_status(if fold < status { status + surplus } else { status }))
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

/// What an error refuses, by the words of the vocabulary.
fn refusal(error: &ErrorCase) -> Option<Refusal> {
    let code = error.code.to_lowercase();
    let text = format!("{} {}", error.message, error.description).to_lowercase();
    let has = |words: &[String], text: &str| words.iter().any(|word| text.contains(&word.to_lowercase()));
    let by_code = REFUSALS.iter().find(|words| has(&words.code, &code));
    by_code.or_else(|| REFUSALS.iter().find(|words| has(&words.text, &text))).map(|words| words.refuses)
}

/// The parameters that an error names, and how sure that is. The code speaks first, then the message.
fn refused_parameters(error: &ErrorCase, parameters: &[Parameter]) -> (Vec<String>, Confidence) {
    let own = || parameters.iter().filter(|p| p.scope == contract::Scope::Operation);
    for part in error.code.split('.') {
        let word = part
            .trim()
            .strip_prefix("Invalid")
            .or(part.trim().strip_prefix("Missing"))
            .unwrap_or(part.trim());
        if word.len() < 3 || matches!(word, "Parameter" | "Param" | "Paramter") {
            continue;
        }
        let exact: Vec<_> = own().filter(|p| p.path().leaf().eq_ignore_ascii_case(word)).collect();
        if let [one] = exact.as_slice() {
            return (vec![one.name.value.clone()], Confidence::Certain);
        }
        if !exact.is_empty() {
            return (exact.iter().map(|p| p.name.value.clone()).collect(), Confidence::Likely);
        }
        // `QuotaExceed.Image` speaks of images, not of the parameter `ImageId`.
        if !matches!(
            error.refuses,
            Some(Refusal::Value | Refusal::NotFound | Refusal::Missing | Refusal::State)
        ) {
            continue;
        }
        let lower = word.to_lowercase();
        let near: Vec<_> = own()
            .filter(|p| {
                let leaf = p.path().leaf().to_lowercase();
                leaf.ends_with(&lower) || leaf.strip_suffix("id").is_some_and(|stem| stem == lower)
            })
            .collect();
        if let [one] = near.as_slice() {
            return (vec![one.name.value.clone()], Confidence::Certain);
        }
    }
    let named: Vec<_> = own()
        .filter(|p| {
            let leaf = p.path().leaf();
            leaf.len() > 3
                && words(&error.message)
                    .chain(words(&error.description))
                    .any(|w| w == leaf || w == p.name.value)
        })
        .map(|p| p.name.value.clone())
        .collect();
    (named, Confidence::Likely)
}

/// The identifiers in a sentence; dotted names stay whole.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.')))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
}
