//! The score: which rules that were read are stated, and which stated rules were read.

use std::collections::BTreeMap;
use std::path::Path;

use contract::{Confidence, Operation};
use pipeline::Reading;

use super::cells::{self, Cell, Group};
use super::found::Found;
use super::label::{Condition, Label, Statement};
use super::meaning::{self, Own};
use super::parse;
use super::rows::{Half, Row};
use super::table::{Line, Table, Tally};

/// Scores what is read from the pages against the rows, and prints the tables; with `open` also each disagreement of
/// rows that are not sealed.
pub(crate) fn run(path: &Path, rows: &[Row], open: bool) -> Result<(), String> {
    let readings = cells::readings(path)?;
    let mut pages: BTreeMap<String, (&str, &Operation)> = BTreeMap::new();
    for (vendor, Reading { contract, .. }) in &readings {
        for operation in &contract.operations {
            pages.insert(format!("{vendor}/{}", operation.page), (vendor, operation));
        }
    }
    let mut read: BTreeMap<&str, (Vec<Cell>, Found)> = BTreeMap::new();
    let (mut table, mut told) = (Table::default(), Vec::new());
    for row in rows {
        let Some((vendor, operation)) = pages.get(&row.file) else {
            told.push(format!("{}: {} is not there", row.id, row.file));
            continue;
        };
        let (cells, found) =
            read.entry(&row.file).or_insert_with(|| (cells::of(vendor, operation), Found::on(operation)));
        let mut named = cells.iter().filter(|cell| {
            cell.line == row.line && cell.parameter == row.parameter && cell.request == row.request
        });
        let Some(cell) = named.next() else {
            told.push(format!("{}: {}:{} has no {}", row.id, row.file, row.line, row.parameter));
            continue;
        };
        if cell.hash() != row.hash {
            told.push(format!(
                "{}: {}:{} is no longer the text that was labelled",
                row.id, row.file, row.line
            ));
            continue;
        }
        let labels = parse::labels(&row.labels).map_err(|wrong| format!("{}: {wrong}", row.id))?;
        let outcome = Outcome::of(labels, found.at(&cell.at), cell);
        outcome.count(row, &mut table);
        if open && row.half != Half::Sealed {
            outcome.print(row);
        }
    }
    table.print();
    for line in &told {
        eprintln!("{line}");
    }
    match told.len() {
        0 => Ok(()),
        count => Err(format!("{count} rows could not be scored")),
    }
}

/// What became of a cell.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Read, with whether they are stated.
    pub(crate) read: Vec<(Label, Confidence, bool)>,
    /// Stated, with whether they were read.
    pub(crate) stated: Vec<(Label, bool)>,
    /// Labels that are not scored: doubtful ones, and those that no rule of a contract can say.
    pub(crate) aside: usize,
}

impl Outcome {
    pub(crate) fn of(labels: Vec<Label>, found: Vec<(Label, Confidence)>, cell: &Cell) -> Outcome {
        let own = Own { name: &cell.parameter, integer: cell.ty == "integer" };
        let labels = meaning::of(labels.into_iter().map(|label| (label, ())).collect(), own);
        let found = meaning::of(found, own);
        let mut outcome = Outcome::default();
        let doubtful = |label: &Label| {
            labels.iter().any(|(gold, ())| {
                let nothing = gold.statement == Statement::Nothing;
                gold.doubtful
                    && (nothing
                        || (gold.about == label.about && gold.statement.word() == label.statement.word()))
            })
        };
        for (label, confidence) in &found {
            let stated = labels.iter().any(|(gold, ())| gold == label);
            if stated || !doubtful(label) {
                outcome.read.push((label.clone(), *confidence, stated));
            }
        }
        for (gold, ()) in &labels {
            match &gold.statement {
                Statement::Nothing if !gold.doubtful => {}
                _ if gold.doubtful || beyond(gold) => outcome.aside += 1,
                _ => outcome.stated.push((gold.clone(), found.iter().any(|(label, _)| label == gold))),
            }
        }
        outcome
    }

    fn count(&self, row: &Row, table: &mut Table) {
        table.cell(row.half, self.aside);
        let group = Group::of(&row.file).name();
        let keys = |label: &Label| {
            let kind = if label.statement.is_across() { "across parameters" } else { "of a value" };
            [
                (Line::Total, "all"),
                (Line::Total, kind),
                (Line::Group, group),
                (Line::Class, label.statement.word()),
            ]
        };
        for (label, confidence, stated) in &self.read {
            table.add(row.half, &keys(label), |tally: &mut Tally| tally.read(*confidence, *stated));
        }
        for (label, read) in &self.stated {
            table.add(row.half, &keys(label), |tally: &mut Tally| tally.stated(*read));
        }
    }

    fn print(&self, row: &Row) {
        let wrong = self.read.iter().filter(|(.., stated)| !stated);
        let missed = self.stated.iter().filter(|(_, read)| !read);
        let at = format!("{} {}:{} {}", row.id, row.file, row.line, row.parameter);
        let own = meaning::name(&row.parameter);
        let text = |label: &Label| {
            let about = label.about.clone().filter(|about| *about != own);
            Label { about, ..label.clone() }.to_string()
        };
        wrong.for_each(|(label, confidence, _)| {
            println!("{at}: read, not stated: {} ({confidence:?})", text(label))
        });
        missed.for_each(|(label, _)| println!("{at}: stated, not read: {}", text(label)));
    }
}

/// Whether no contract can say it: it has no label, or its condition is on no parameter.
fn beyond(label: &Label) -> bool {
    let conditions = match &label.statement {
        Statement::Other(_) => return true,
        Statement::RequiredIf(of) | Statement::EffectiveIf(of) | Statement::IgnoredIf(of) => of.as_slice(),
        Statement::Requires(of) => std::slice::from_ref(of),
        _ => &[],
    };
    conditions.iter().chain(&label.guard).any(|condition| *condition == Condition::Other)
}
