//! Translations: what pages of one operation in two languages promise must be the same, and where it is not, the pages'
//! own lines say so.
//!
//! A difference is the pages' where their lines differ, word for word but for yes and no. Where the lines are the same
//! and what was read is not, the reader is at fault, unless the two pages show different examples, which place rows in the
//! answer's tree.

mod facts;
mod lines;

use std::collections::BTreeMap;
use std::fmt;

use contract::Operation;
use pipeline::Reading;
use source::Source;

use crate::agreement;
use crate::recognition::{self, Kind};
use facts::{Fact, Table};
use lines::Lines;

/// Rows that the two pages' examples place differently, at most.
const PLACED_AT_MOST: usize = 28;
/// The least share of facts that agree, in percent. Most of the others are rows that one language got later.
const AGREE_AT_LEAST: f64 = 96.0;

/// Whose difference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// Only one of the pages has the row.
    OneOnly,
    /// Both pages have the row, and its cells differ.
    Cells,
    /// Both pages have the row, and examples or their absence put it elsewhere in the answer's tree.
    Placed,
    /// Both pages say the same, and it was read differently.
    Reader,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::OneOnly => "stand on one page only",
            Fault::Cells => "have other words in their cells",
            Fault::Placed => "are placed by examples that differ",
            Fault::Reader => "are read differently though the pages agree",
        })
    }
}

/// Something that two pages of one operation do not say alike.
struct Difference {
    fault: Fault,
    table: Table,
    text: String,
}

/// Compares the pages of each operation across the languages of a corpus, and prints the differences if asked to.
pub(crate) fn check(folder: &str, reading: &Reading, list: bool) -> Result<(), String> {
    let pairs = pairs(folder, reading);
    if pairs.is_empty() {
        return Ok(());
    }
    let operations: Vec<_> = pairs.iter().map(|(one, other)| (one.operation, other.operation)).collect();
    agreement::of_translations(folder, &operations, list)?;
    let (mut facts, mut found) = (0, Vec::new());
    for (one, other) in &pairs {
        facts += compare(one, other, &mut found);
    }
    let mut counts: BTreeMap<(Fault, Table), usize> = BTreeMap::new();
    for difference in &found {
        *counts.entry((difference.fault, difference.table)).or_default() += 1;
        if list || difference.fault == Fault::Reader {
            println!("{:?}: {}", difference.fault, difference.text);
        }
    }
    let agree = 100.0 * (1.0 - found.len() as f64 / facts.max(1) as f64);
    eprintln!("{folder}: {} pairs of translations, {facts} facts, {agree:.2} % agree", pairs.len());
    for ((fault, table), count) in &counts {
        eprintln!("  {count} {table} {fault}");
    }
    let of = |fault| found.iter().filter(|difference| difference.fault == fault).count();
    match (of(Fault::Reader), of(Fault::Placed)) {
        (reader @ 1.., _) => Err(format!("{folder}: {reader} facts of translations are read differently")),
        (_, placed) if placed > PLACED_AT_MOST => {
            Err(format!("{folder}: {placed} rows of translations are placed differently"))
        }
        _ if agree < AGREE_AT_LEAST => Err(format!("{folder}: {agree:.2} % of what translations say agrees")),
        _ => Ok(()),
    }
}

/// A page of an operation, and its lines.
struct Side<'r> {
    operation: &'r Operation,
    lines: Lines<'r>,
}

/// For each operation and template that two languages have: the pages that speak there, or the first ones.
fn pairs<'r>(folder: &str, reading: &'r Reading) -> Vec<(Side<'r>, Side<'r>)> {
    let sources: BTreeMap<&str, &Source> = reading.sources.iter().map(|s| (&**s.name(), s)).collect();
    let mut pages: BTreeMap<(&str, String, Kind), BTreeMap<&str, &Operation>> = BTreeMap::new();
    for operation in &reading.contract.operations {
        let mut steps = operation.page.split('/');
        let (Some(product), Some(language), Some(source)) =
            (steps.next(), steps.next(), sources.get(&*operation.page))
        else {
            continue;
        };
        if !recognition::is_language(language) {
            continue;
        }
        let key = (product, operation.name.to_lowercase(), recognition::kind(folder, source));
        let languages = pages.entry(key).or_default();
        if operation.stands_behind.is_none() || !languages.contains_key(language) {
            languages.insert(language, operation);
        }
    }
    let mut pairs = Vec::new();
    for languages in pages.values() {
        let sides: Vec<&Operation> = languages.values().copied().collect();
        for (at, one) in sides.iter().enumerate() {
            for other in &sides[at + 1..] {
                let side = |operation: &'r Operation| {
                    let source = sources[&*operation.page];
                    Side { operation, lines: Lines::of(source.text()) }
                };
                pairs.push((side(one), side(other)));
            }
        }
    }
    pairs
}

/// The number of facts of both pages; those that differ are added to `found`.
fn compare(one: &Side<'_>, other: &Side<'_>, found: &mut Vec<Difference>) -> usize {
    let (here, there) = (facts::of(one.operation), facts::of(other.operation));
    let mut count = 0;
    for (key, fact) in &here {
        count += 1;
        match there.get(key) {
            Some(counterpart) => found.extend(differing(one, other, fact, counterpart)),
            None => found.push(missing(one, other, fact)),
        }
    }
    for (_, fact) in there.iter().filter(|(key, _)| !here.contains_key(*key)) {
        count += 1;
        found.push(missing(other, one, fact));
    }
    count
}

/// A fact that only the page `has` has.
fn missing(has: &Side<'_>, lacks: &Side<'_>, fact: &Fact) -> Difference {
    let at = format!("{}:{}", has.operation.page, fact.line);
    let own = has.lines.at(fact.line).map(lines::Row::says);
    let rows = || lacks.lines.rows(fact.table, &fact.name);
    let fewer = rows().count() < has.lines.rows(fact.table, &fact.name).count();
    let same = rows().find(|row| Some(row.says()) == own);
    let fault = match (rows().next(), same, fact.table) {
        (None, ..) => Fault::OneOnly,
        (Some(_), None, Table::Errors) => Fault::Cells,
        // A name stands in several structures, and one of these the other page does not have.
        (Some(_), _, Table::Response) if fewer => Fault::OneOnly,
        (Some(_), _, Table::Response) => Fault::Placed,
        (Some(_), ..) => Fault::Reader,
    };
    let line = same.or_else(|| rows().next()).map_or("no such row".to_owned(), |row| row.line.to_string());
    let text = format!("{} of {}: {at} | {}:{line}", fact.path, has.operation.name, lacks.operation.page);
    Difference { fault, table: fact.table, text }
}

/// What two pages say of the same fact.
fn differing(one: &Side<'_>, other: &Side<'_>, here: &Fact, there: &Fact) -> Option<Difference> {
    if here.says == there.says {
        return None;
    }
    let says = |side: &Side<'_>, fact: &Fact| side.lines.at(fact.line).map(lines::Row::says);
    let same = says(one, here) == says(other, there);
    let fault = match () {
        () if !same => Fault::Cells,
        () if here.shown || there.shown => Fault::Placed,
        () => Fault::Reader,
    };
    let text = format!(
        "{} of {}: {}:{} {} | {}:{} {}",
        here.path,
        one.operation.name,
        one.operation.page,
        here.line,
        here.says,
        other.operation.page,
        there.line,
        there.says
    );
    Some(Difference { fault, table: here.table, text })
}
