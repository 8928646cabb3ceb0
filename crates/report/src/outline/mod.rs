//! A contract as an outline for people: what is reviewed when a page changes.

mod operation;
mod words;

use std::fmt::Display;

use contract::{Contract, Parameter};
use source::{Location, Origin};

pub(crate) use words::{position, presence};

/// Whether an outline shows where facts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Positions {
    /// Line numbers in a gutter, for people who look at the page beside it.
    Shown,
    /// None: the outline is stable when lines move, so a snapshot of it changes only with the contract.
    Hidden,
}

/// A contract as an indented outline: operations in page order with parameters, rules, answers and errors; then what
/// holds for all operations, and what there is to tell about the pages.
pub fn contract_text(contract: &Contract, positions: Positions) -> String {
    let mut outline = Outline { text: String::new(), positions };
    for operation in &contract.operations {
        outline.operation(operation);
    }
    if !contract.common_parameters.is_empty() {
        outline.head("every operation takes");
        for parameter in &contract.common_parameters {
            outline.parameter(parameter);
        }
        outline.blank();
    }
    if !contract.models.is_empty() {
        outline.head("structures with pages of their own");
        for model in &contract.models {
            outline.head(format!("page {}", model.origin.location().file));
            outline.model(model);
        }
        outline.blank();
    }
    if !contract.errors.is_empty() {
        outline.head("every operation may answer");
        for error in &contract.errors {
            outline.error(error);
        }
        outline.blank();
    }
    if !contract.diagnostics.is_empty() {
        outline.head("about the pages");
        for diagnostic in &contract.diagnostics {
            let severity = format!("{:?}", diagnostic.severity).to_lowercase();
            let file = &diagnostic.at.file;
            let told = format!("{severity} {}: {} ({file})", diagnostic.code, diagnostic.message);
            outline.line(Some(&diagnostic.at), 1, told);
        }
        outline.blank();
    }
    let text = outline.text.trim_end();
    if text.is_empty() { "no operations\n".to_owned() } else { format!("{text}\n") }
}

/// An outline while it is written.
struct Outline {
    text: String,
    positions: Positions,
}

impl Outline {
    /// A line at a depth of indentation, with the number of the page's line where there is one.
    fn line(&mut self, at: Option<&Location>, depth: usize, words: impl Display) {
        if self.positions == Positions::Shown {
            match at {
                Some(at) => self.text += &format!("{:>5} | ", at.line),
                None => self.text += "      | ",
            }
        }
        for _ in 0..depth {
            self.text += "  ";
        }
        self.text += words.to_string().trim_end();
        self.text.push('\n');
    }

    fn head(&mut self, words: impl Display) {
        self.line(None, 0, words);
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let Parameter { name, spelling, first_index, ty, presence, .. } = parameter;
        let Parameter { position, example, constraints, origin, .. } = parameter;
        let wire = words::other_spelling(spelling);
        let example = words::example(example.as_ref());
        let mut origins = vec![&name.origin, &ty.origin, &presence.origin];
        origins.extend(position.as_ref().map(|position| &position.origin));
        let counted = first_index.as_ref().map(|index| format!(", items from {}", index.value));
        let counted = counted.unwrap_or_default();
        let deduced = words::deduced(&origins);
        let told = format!(
            "{}{wire}: {}, {}{}{counted}{example}{deduced}",
            name.value,
            ty.value,
            words::presence(presence.value),
            words::position(position.as_ref()),
        );
        self.line(Some(origin.location()), 1, told);
        self.constraints(constraints, 2);
    }
}

/// How a fact that is not simply stated came to be known.
fn way(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Stated(_) => None,
        Origin::Derived(why) => Some(format!("by {}", why.rule)),
        Origin::Corrected(why) => Some(format!("by erratum {}", why.erratum)),
    }
}
