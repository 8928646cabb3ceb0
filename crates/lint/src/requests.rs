//! Requests that a page shows, beside the parameters that it documents.

use contract::{
    Argument, Contract, Example, ExampleRole, Operation, Parameter, Path, Presence, Scope, Segment, is_masked,
};
use rustc_hash::{FxHashMap, FxHashSet};
use source::Diagnostic;

use crate::diagnostics;

/// What the examples of so many pages show and no row of them documents belongs to every operation, not to one page.
const EVERYWHERE: usize = 8;

/// Names that examples show everywhere.
#[derive(Debug)]
pub(crate) struct Everywhere(FxHashSet<String>);

impl Everywhere {
    /// The arguments that pages show and do not document, by how many pages do so.
    pub(crate) fn of(contract: &Contract) -> Self {
        let mut pages: FxHashMap<String, usize> = FxHashMap::default();
        for operation in contract.speaking() {
            let documented = Documented::of(operation, contract);
            let shown: FxHashSet<String> = requests(operation)
                .flat_map(|example| &example.arguments)
                .filter(|argument| documented.parameter(&argument.name).is_none())
                .map(|argument| shape(&argument.name))
                .collect();
            for name in shown {
                *pages.entry(name).or_default() += 1;
            }
        }
        Self(pages.into_iter().filter(|(_, count)| *count >= EVERYWHERE).map(|(name, _)| name).collect())
    }
}

/// Tells of arguments that no row documents, of required parameters that no request shows, and of values that are not of
/// the documented type.
pub(crate) fn check(
    operation: &Operation,
    contract: &Contract,
    everywhere: &Everywhere,
    findings: &mut Vec<Diagnostic>,
) {
    let documented = Documented::of(operation, contract);
    for example in requests(operation) {
        let at = example.origin.location();
        let mut told = FxHashSet::default();
        for argument in &example.arguments {
            match documented.parameter(&argument.name) {
                Some(parameter) => {
                    let filled = is_filled(example);
                    if !filled && !is_of_type(parameter, argument, example) {
                        findings.push(diagnostics::argument_of_other_type(argument, parameter, at));
                    }
                }
                None if everywhere.0.contains(&shape(&argument.name)) => {}
                // What calls the operation by its name needs no row to be understood.
                None if argument.value == *operation.name => {}
                // `Disks.0.Type` and `Disks.1.Type` are one omission.
                None if told.insert(shape(&argument.name)) => {
                    findings.push(diagnostics::undocumented_argument(&argument.name, at));
                }
                None => {}
            }
        }
        for parameter in lacking(operation, example) {
            findings.push(diagnostics::request_lacks_required(parameter, at));
        }
    }
}

/// The examples of requests from which arguments could be read. One that shows none is a sketch of something else.
fn requests(operation: &Operation) -> impl Iterator<Item = &Example> {
    let requests = operation.examples.iter().filter(|example| example.role == ExampleRole::Request);
    requests.filter(|example| !example.arguments.is_empty())
}

/// The rows that an argument can be of, by the shape of their names.
struct Documented<'c>(FxHashMap<String, &'c Parameter>);

impl<'c> Documented<'c> {
    fn of(operation: &'c Operation, contract: &'c Contract) -> Self {
        let mut rows = FxHashMap::default();
        for parameter in operation.parameters.iter().chain(&contract.common_parameters) {
            rows.entry(shape(parameter.wire_name())).or_insert(parameter);
            rows.entry(shape(&parameter.name)).or_insert(parameter);
        }
        Self(rows)
    }

    /// The row of an argument; members of a structure that the page documents as a whole are its row's.
    fn parameter(&self, name: &str) -> Option<&'c Parameter> {
        let mut shape = shape(name);
        loop {
            // An item of a list that is documented by its plain name, and the list of items that are documented one by one.
            let row =
                [shape.clone(), format!("{shape}.#")].iter().find_map(|shape| self.0.get(shape).copied());
            let below = || {
                let prefix = format!("{shape}.");
                self.0.iter().find(|(known, _)| known.starts_with(&prefix)).map(|(_, parameter)| *parameter)
            };
            if let Some(parameter) = row.or_else(below) {
                return Some(parameter);
            }
            let (above, _) = shape.rsplit_once('.')?;
            shape = above.to_owned();
        }
    }
}

/// A name with its indexes made alike, in small letters: `Tag.1.Key` is of `Tag.N.key`.
fn shape(name: &str) -> String {
    let path = Path::of(name);
    let step = |segment: &Segment<'_>| match segment {
        Segment::Name(name) => name.to_lowercase(),
        Segment::EachItem | Segment::Item(_) => "#".to_owned(),
    };
    path.segments().iter().map(step).collect::<Vec<_>>().join(".")
}

/// The plain parameters of the operation's own that every request must have and this one does not show.
fn lacking<'c>(operation: &'c Operation, example: &Example) -> Vec<&'c Parameter> {
    let shown: FxHashSet<String> = example.arguments.iter().map(|a| first_step(&a.name)).collect();
    let own =
        operation.parameters.iter().filter(|p| p.scope == Scope::Operation && p.beyond_a_call().is_none());
    own.filter(|parameter| parameter.presence.value == Presence::Required && parameter.path().is_plain())
        .filter(|parameter| !shown.contains(&first_step(parameter.wire_name())))
        .filter(|parameter| !shown.contains(&first_step(&parameter.name)))
        .collect()
}

fn first_step(name: &str) -> String {
    name.split('.').next().unwrap_or_default().to_lowercase()
}

/// Whether an example was filled by a machine: letters at random where a value should stand.
fn is_filled(example: &Example) -> bool {
    example.arguments.iter().any(|argument| contract::is_random_fill(&argument.value))
}

/// Whether a value can be of the documented type. What is hidden, or a list or structure as a whole, is believed.
fn is_of_type(parameter: &Parameter, argument: &Argument, example: &Example) -> bool {
    use contract::Type;
    let value = argument.value.trim();
    let escaped = example.is_escaped() && value.contains('%');
    if value.is_empty() || is_masked(value) || escaped || value.starts_with(['[', '{', '<', '$', '"', '\'']) {
        return true;
    }
    match parameter.ty.value {
        Type::Integer => value.parse::<i128>().is_ok(),
        Type::Float => value.parse::<f64>().is_ok(),
        Type::Boolean => matches!(value.to_lowercase().as_str(), "true" | "false" | "0" | "1" | "yes" | "no"),
        _ => true,
    }
}
