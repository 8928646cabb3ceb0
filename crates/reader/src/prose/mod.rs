//! Rules in prose: what a description cell promises, in Chinese and English.
//!
//! A text is looked through once for all phrases (`description`). Each production is a module with one function, and a
//! line of the table in `productions`: it is given a [`sentence::Sentence`] that has one of its phrases, and says what it
//! requires and which words said so. The phrases are data (`vocabulary/phrases.toml`). A sentence that begins with a
//! condition states no flat rule.

mod across;
mod affixes;
mod bound;
mod charset;
mod count;
mod default;
mod description;
mod enumeration;
mod format;
mod gloss;
mod guarded;
mod length;
#[cfg(test)]
mod lists;
mod memory;
mod productions;
mod range;
mod sentence;
mod statement;
mod step;

#[cfg(test)]
pub(crate) use across::TIED;
pub(crate) use across::{Names, Ties, holds, mentions, rules_of_error, ties};
pub(crate) use guarded::resolve as resolve_guards;
#[cfg(test)]
pub(crate) use lists::LISTS;
pub(crate) use memory::{Memory, Stated};
pub(crate) use productions::searched;

use std::ops::Range;

use contract::{Confidence, Constraint, Path, Requirement, Type, is_masked};
use page::Prose;
use source::{Location, Sourced, Span};

use crate::vocabulary::PHRASES;

/// What a production finds: a requirement, the words that state it, and how sure it is of them.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) requirement: Requirement,
    pub(crate) words: Range<usize>,
    pub(crate) confidence: Confidence,
}

/// What the page says of the value besides the prose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    /// The documented name.
    pub(crate) name: &'a str,
    /// Its declared type.
    pub(crate) ty: &'a Type,
    /// Its example cell.
    pub(crate) example: Option<&'a str>,
}

/// The longest description, in bytes, whose rules are read; the longest of real pages has 30,000. What is longer is no
/// prose, and some productions look at the rest of the text from each place that could begin a list.
pub(crate) const LONGEST: usize = 65_536;

/// The constraints that a description states for its parameter or field; `prose` knows where its words stand, and
/// `locate` where that is on the page.
pub(crate) fn constraints(
    stated: Option<&Stated>,
    prose: &Prose<'_>,
    subject: &Subject<'_>,
    locate: impl Fn(Span) -> Location,
) -> Vec<Constraint> {
    let statements = stated.map_or(&[][..], |stated| &stated.statements);
    statements.iter().map(|statement| statement.at(prose, subject, &locate)).collect()
}

/// The default that a cell of its own states. A word that means none is none.
pub(crate) fn default_cell(cell: &Sourced<String>, subject: &Subject<'_>) -> Option<Constraint> {
    let literal = cell.value.trim_matches(['"', '`', '\'']);
    let lists = ["none", "none_cells"].into_iter();
    let none = lists.flat_map(|list| PHRASES.list("default", list)).any(|word| word == literal);
    let requirement = Requirement::Default { value: (!none).then(|| literal.to_owned()) };
    let sure = fits_type(&requirement, subject) && agrees(&requirement, subject);
    Some(Constraint {
        requirement,
        text: cell.value.clone(),
        confidence: if sure { Confidence::Certain } else { Confidence::Likely },
        when: None,
        origin: cell.origin.clone(),
    })
}

/// A default that breaks another rule of the same value casts doubt on the rule. Where such rules stand, and the default.
pub(crate) fn contradicted(constraints: &mut [Constraint]) -> Vec<(Location, String)> {
    let stated = constraints.iter().find_map(|constraint| match &constraint.requirement {
        Requirement::Default { value: Some(value) } if constraint.confidence == Confidence::Certain => {
            Some(value)
        }
        _ => None,
    });
    let Some(default) = stated else { return Vec::new() };
    // `默认值：False` among `true` and `false` is a matter of writing.
    let breaks = |rule: &Requirement| !rule.allows(default) && !rule.allows(&default.to_lowercase());
    let is_broken = |rule: &Constraint| rule.when.is_none() && breaks(&rule.requirement);
    let broken: Vec<usize> = (0..constraints.len()).filter(|at| is_broken(&constraints[*at])).collect();
    if broken.is_empty() {
        return Vec::new(); // it almost always is
    }
    let default = default.clone();
    let doubted = broken.into_iter().map(|at| {
        let constraint = &mut constraints[at];
        constraint.confidence = constraint.confidence.max(Confidence::Likely);
        (constraint.origin.location().clone(), default.clone())
    });
    doubted.collect()
}

/// A second statement of one kind makes both doubtful, unless they say the same.
fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() < 2 {
        return findings;
    }
    let mut kept: Vec<Finding> = Vec::new();
    let mut conflicts = false; // `A型：范围[1~8000]；B型：范围[1~32000]`: each holds in its case
    for finding in findings {
        if let Some(same) = kept.iter_mut().find(|other| other.requirement == finding.requirement) {
            same.confidence = same.confidence.min(finding.confidence);
            continue;
        }
        let one_of_a_kind = matches!(
            finding.requirement,
            Requirement::Length { .. }
                | Requirement::Range { .. }
                | Requirement::OneOf { .. }
                | Requirement::Count { .. }
                | Requirement::Step { .. }
                | Requirement::Format { .. }
                | Requirement::StartsWith { .. }
                | Requirement::Default { .. }
        );
        let twin = kept.iter_mut().find(|other| other.requirement.kind() == finding.requirement.kind());
        match twin {
            Some(twin) if one_of_a_kind => {
                if let Some(merged) = range::merge(&twin.requirement, &finding.requirement) {
                    twin.requirement = merged;
                    twin.words =
                        twin.words.start.min(finding.words.start)..twin.words.end.max(finding.words.end);
                } else {
                    twin.confidence = Confidence::Likely;
                    conflicts |= matches!(twin.requirement, Requirement::Range { .. });
                }
            }
            _ => kept.push(finding),
        }
    }
    if conflicts {
        kept.retain(|finding| !matches!(finding.requirement, Requirement::Range { .. }));
    }
    kept
}

/// Whether a value of the declared type can have the rule. If not, that casts doubt on the rule.
fn fits_type(requirement: &Requirement, subject: &Subject<'_>) -> bool {
    let scalar = subject.ty.innermost();
    match requirement {
        Requirement::Length { .. }
        | Requirement::StartsWith { .. }
        | Requirement::NotStartsWith { .. }
        | Requirement::Contains { .. }
        | Requirement::NotContains { .. }
        | Requirement::Charset { .. }
        | Requirement::Pattern { .. } => *scalar == Type::String,
        Requirement::Range { .. } | Requirement::Step { .. } => matches!(scalar, Type::Integer | Type::Float),
        Requirement::OneOf { values } => values.iter().all(|v| fits(&v.value, scalar)),
        Requirement::Default { value } => value.as_ref().is_none_or(|value| fits(value, scalar)),
        Requirement::Count { .. } => {
            Path::of(subject.name).repeats() || matches!(subject.ty, Type::Array { .. })
        }
        Requirement::Format { .. } => true,
    }
}

/// Whether the page's example keeps the rule, or tells nothing of it.
fn agrees(requirement: &Requirement, subject: &Subject<'_>) -> bool {
    subject.example.is_none_or(|example| requirement.allows(example) || is_masked(example))
}

/// Whether a literal is a value of a type.
fn fits(literal: &str, ty: &Type) -> bool {
    match ty {
        Type::Integer => literal.parse::<i64>().is_ok(),
        Type::Float => literal.parse::<f64>().is_ok(),
        Type::Boolean => matches!(literal.to_ascii_lowercase().as_str(), "true" | "false"),
        Type::String | Type::Unknown => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_lists;
