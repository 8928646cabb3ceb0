//! `documented.rs`: a constant for each row of the error tables, and which row refuses which broken rule.

use std::collections::BTreeSet;

use askama::Template;
use contract::{Confidence, Contract, ErrorCase, Operation, Refusal};
use heck::ToSnakeCase;

use crate::doc::{Doc, code};
use crate::names::Names;
use crate::operation::Named;
use crate::rust::{self, List, arm, fits, literal};

#[derive(Template)]
#[template(path = "documented.rs", escape = "none")]
struct File<'a> {
    of: Vec<String>,
    tied: Vec<String>,
    sets: &'a [Set<'a>],
}

/// The rows of one table of errors, each with its constant.
struct Set<'a> {
    operation: Option<&'a Operation>,
    docs: Doc,
    module: String,
    all: String,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    docs: Doc,
    name: String,
    page: String,
    error: &'a ErrorCase,
}

/// The text of the file.
pub(crate) fn file(contract: &Contract, operations: &[Named<'_>]) -> String {
    let sets: Vec<Set<'_>> = operations
        .iter()
        .map(|named| Set::new(Some(named.operation), named.function().into_owned(), &named.operation.errors))
        .chain([Set::new(None, "common".to_owned(), &contract.errors)])
        .filter(|set| !set.rows.is_empty())
        .collect();
    let of = sets.iter().filter_map(|set| {
        let name = literal(&set.operation?.name).to_string();
        Some(arm(8, &name, &format!("{}::ALL", set.module)))
    });
    rust::file(&File { of: of.collect(), tied: Ties::of(&sets).arms, sets: &sets })
}

impl<'a> Set<'a> {
    fn new(operation: Option<&'a Operation>, module: String, errors: &'a [ErrorCase]) -> Self {
        let mut names = Names::without(&["ALL"]);
        let rows: Vec<Row<'_>> =
            errors.iter().map(|error| Row::new(names.shouting(&error.code, "CODE"), error)).collect();
        let about = match operation {
            Some(operation) => format!("The errors of {}.", code(&operation.name)),
            None => "The errors that hold for every operation.".to_owned(),
        };
        let all: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
        let all = List::new(4, "pub const ALL: &[Documented] = &[", "];").of(&all);
        Self { operation, docs: Doc::default().markdown(&about), module, all, rows }
    }
}

impl<'a> Row<'a> {
    fn new(name: String, error: &'a ErrorCase) -> Self {
        let page = error.origin.location().to_string();
        let status = error.http_status.map(|status| format!("HTTP {status}, ")).unwrap_or_default();
        let row = format!("{status}{} ({}).", code(&error.code), code(&page));
        let docs = Doc::default().page(&error.message).page(&error.description).markdown(&row);
        Self { docs, name, page, error }
    }
}

/// The part of a message that stands for something else: `%s`, `<parameter name>`, the name in `[Name]`, `{0}`.
pub(crate) fn placeholder(message: &str) -> Option<&str> {
    let between = |open: char, close: char| {
        let start = message.find(open)?;
        let end = start + message[start..].find(close)?;
        Some((start, end))
    };
    if let Some(at) = message.find("%s") {
        return Some(&message[at..at + 2]);
    }
    if let Some((start, end)) = between('<', '>').or_else(|| between('{', '}')) {
        return Some(&message[start..=end]);
    }
    between('[', ']').map(|(start, end)| &message[start + 1..end]).filter(|name| !name.is_empty())
}

/// The arms that tie broken rules to documented errors, most particular first, each pattern once.
struct Ties {
    arms: Vec<String>,
    seen: BTreeSet<String>,
}

/// What of a broken rule an error is about.
#[derive(Clone, Copy)]
enum Broken {
    /// Something required is missing.
    Required,
    /// A rule across parameters.
    Across,
    /// The value: what was not sent is not a wrong value.
    Value,
}

impl Ties {
    fn of(sets: &[Set<'_>]) -> Self {
        let mut ties = Ties { arms: Vec::new(), seen: BTreeSet::new() };
        for set in sets {
            ties.by_rule(set);
        }
        for named in [true, false] {
            for set in sets {
                ties.by_row(set, named);
            }
        }
        ties
    }

    /// A rule across parameters that names its error itself.
    fn by_rule(&mut self, set: &Set<'_>) {
        let Some(operation) = set.operation else { return };
        for rule in operation.rules.iter().filter(|rule| rule.kind.is_checked()) {
            let row =
                rule.error.as_deref().and_then(|code| set.rows.iter().find(|row| row.error.code == code));
            if let (Some(row), Some(parameter)) = (row, rule.parameters.first()) {
                self.tie(set, row, Some(on_the_wire(Some(operation), parameter)), Broken::Across);
            }
        }
    }

    /// Rows that tell what they refuse: those that name parameters, or those that name none.
    fn by_row(&mut self, set: &Set<'_>, named: bool) {
        for row in &set.rows {
            let error = row.error;
            let broken = match (error.refuses, error.confidence) {
                (_, Confidence::Weak) => continue,
                (Some(Refusal::Missing), _) => Broken::Required,
                (Some(Refusal::Value), _) => Broken::Value,
                _ => continue,
            };
            // A row of one operation that names nothing is about something particular, unless its message has a blank.
            let holds_for_any = set.operation.is_none() || placeholder(&error.message).is_some();
            if !named && error.parameters.is_empty() && holds_for_any {
                self.tie(set, row, None, broken);
            } else if named {
                for parameter in &error.parameters {
                    if !says_less(error, parameter, &set.rows) {
                        self.tie(set, row, Some(on_the_wire(set.operation, parameter)), broken);
                    }
                }
            }
        }
    }

    fn tie(&mut self, set: &Set<'_>, row: &Row<'_>, parameter: Option<&str>, broken: Broken) {
        let any = || "_".to_owned();
        let operation = set.operation.map_or_else(any, |operation| literal(&operation.name).to_string());
        let parameter = parameter.map_or_else(any, |parameter| literal(parameter).to_string());
        let (rule, guard) = match broken {
            Broken::Required => ("wire::Rule::Required", None),
            Broken::Across => ("wire::Rule::Across", None),
            Broken::Value => ("rule", Some("if rule != wire::Rule::Required")),
        };
        let pattern = format!("({operation}, {parameter}, {rule})");
        if !self.seen.insert(pattern.clone()) {
            return;
        }
        let value = format!("Some({}::{})", set.module, row.name);
        self.arms.push(match guard {
            None => arm(8, &pattern, &value),
            Some(guard) if fits(8, &[&pattern, " ", guard, " => {"]) => {
                arm(8, &format!("{pattern} {guard}"), &value)
            }
            Some(guard) => {
                format!("{pattern}\n            {guard} =>\n        {{\n            {value}\n        }}")
            }
        });
    }
}

/// Whether another row of the same code says more of the parameter's name: of "the image name" and "the destination image
/// name", the latter is about `DestinationImageName`.
fn says_less(error: &ErrorCase, parameter: &str, rows: &[Row<'_>]) -> bool {
    let said = |error: &ErrorCase| {
        let message = error.message.to_lowercase();
        parameter.to_snake_case().split('_').filter(|word| message.contains(word)).count()
    };
    let mut rivals = rows.iter().map(|row| row.error).filter(|other| {
        other.code == error.code
            && other.refuses == error.refuses
            && other.parameters.iter().any(|named| named == parameter)
    });
    rivals.any(|rival| said(rival) > said(error))
}

fn on_the_wire<'n>(operation: Option<&'n Operation>, documented: &'n str) -> &'n str {
    let parameter = operation.and_then(|operation| operation.parameter(documented));
    parameter.map_or(documented, |parameter| parameter.wire_name().value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_what_a_server_fills_in() {
        assert_eq!(placeholder("Missing params [Name]"), Some("Name"));
        assert_eq!(placeholder("The input parameter <parameter name> is missing"), Some("<parameter name>"));
        assert_eq!(placeholder("%s"), Some("%s"));
        assert_eq!(placeholder("The image not available."), None);
        assert_eq!(placeholder("a > b < c []"), None);
    }
}
