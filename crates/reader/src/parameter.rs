//! A row of a request's table to a parameter.

use contract::{Confidence, Example, Parameter, Path, Requirement, Scope, SeeAlso, Type, is_masked};
use rustc_hash::{FxBuildHasher, FxHashSet};
use source::{Origin, Sourced};

use crate::diagnostics;
use crate::operation::Reader;
use crate::references::is_reference;
use crate::rows::RowFacts;
use crate::spellings::first_index;

impl Reader<'_> {
    /// The parameter that a row describes; `scope` is that of its table, and `examples` are those of the page.
    pub(crate) fn parameter(&mut self, row: RowFacts<'_>, scope: Scope, examples: &[Example]) -> Parameter {
        let common = self.vocabulary.is_common(&row.name.value);
        let constraints = self.constraints(&row);
        for constraint in &constraints {
            if let Some(example) = &row.example
                && constraint.when.is_none()
                && !constraint.requirement.allows(&example.value)
                && !is_masked(&example.value)
            {
                let at = constraint.origin.location().clone();
                self.ledger.tell(diagnostics::example_breaks_rule(at, &row.name.value, &example.value));
            }
        }
        for target in row.prose.links().filter_map(|(_, target)| target.strip_prefix('#')) {
            // `[cities](#DescribeGateCities)` leads to an operation, not to a heading of this page.
            if is_reference(target) && !self.structures.knows(target) {
                let origin = Origin::Stated(row.described_at.clone());
                self.linked.push(SeeAlso {
                    operation: target.into(),
                    from: Some(row.name.value.clone()),
                    origin,
                });
            }
        }
        Parameter {
            first_index: first_index(row.spelling.as_deref().unwrap_or(&row.name), examples),
            name: row.name,
            spelling: row.spelling,
            scope: if common { Scope::Common } else { scope },
            ty: row.ty,
            presence: row.presence,
            position: row.position,
            example: row.example,
            description: Sourced::stated(row.prose.into_text(), row.described_at),
            constraints,
            origin: Origin::Stated(row.at),
        }
    }
}

/// The type of a parameter: list-ness can stand in the name (`.N`) or in the type, and a bare list is one of texts.
pub(crate) fn settle_asked(row: &mut RowFacts<'_>) {
    let (name, ty) = (&row.name.value, &mut row.ty);
    let is_list = matches!(ty.value, Type::Array { .. });
    if name.contains('.') && !is_list && Path::of(name).is_list() {
        ty.value = Type::array(std::mem::replace(&mut ty.value, Type::Unknown));
    } else if ty.value.is_bare_list() {
        *ty = Sourced::derived(Type::array(Type::String), "list-of-text", ty.location().clone());
    }
}

/// Of two rows for one name the first counts, but what only one of them states is not certain.
pub(crate) fn doubt_twins(parameters: &mut [Parameter]) {
    let mut names = FxHashSet::with_capacity_and_hasher(parameters.len(), FxBuildHasher);
    if parameters.iter().all(|parameter| names.insert(parameter.name.value.as_str())) {
        return;
    }
    let rows: Vec<(String, Vec<Requirement>)> = parameters
        .iter()
        .map(|p| (p.name.value.clone(), p.constraints.iter().map(|c| c.requirement.clone()).collect()))
        .collect();
    for (at, parameter) in parameters.iter_mut().enumerate() {
        let twins = rows
            .iter()
            .enumerate()
            .filter(|(other, (name, _))| *other != at && *name == parameter.name.value);
        for (_, (_, stated)) in twins {
            let alone = parameter.constraints.iter_mut().filter(|c| !stated.contains(&c.requirement));
            alone
                .for_each(|constraint| constraint.confidence = constraint.confidence.max(Confidence::Likely));
        }
    }
}
