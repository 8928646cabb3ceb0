//! What a page promises of its answers, gone through once and not with each answer.

use std::collections::HashMap;
use std::sync::OnceLock;

use contract::{
    Confidence, Constraint, Contract, EnumValue, Example, ExampleRole, Field, Operation, Presence,
    Requirement, Type,
};
use serde_json::Value;

use super::ties::{Tie, is_judged};
use crate::{facts, nature};

/// The response table of an operation, with the structures that it names.
pub(crate) struct Table<'a> {
    pub(super) operation: &'a Operation,
    /// The ids of the facts that an answer can show.
    facts: Vec<String>,
    /// The first is the answer itself.
    levels: Vec<Level<'a>>,
    examples: OnceLock<Vec<Value>>,
}

/// The place of a level among those of its table.
pub(super) type Depth = usize;
/// The place of a fact among those that an answer can show.
pub(super) type Shown = usize;

/// The fields that stand beside each other.
pub(super) struct Level<'a> {
    /// All of them, those in headers too.
    pub(super) documented: &'a [Field],
    /// Those of the body.
    pub(super) rows: Vec<Row<'a>>,
}

/// One field of the body, and what the page says of it.
pub(super) struct Row<'a> {
    pub(super) field: &'a Field,
    /// The names of its path, indexes left out.
    pub(super) names: Vec<&'a str>,
    /// That it is always returned, where the page promises that.
    pub(super) presence: Option<Shown>,
    /// That it has its type, where the page states one.
    pub(super) ty: Option<Shown>,
    /// The certain lists of its values.
    pub(super) values: Vec<Listed<'a>>,
    /// The certain rules that its description states across the fields beside it.
    pub(super) ties: Vec<Tie<'a>>,
    /// What it holds by its own rows.
    pub(super) inside: Depth,
    /// What it holds by the structure that its type names.
    pub(super) model: Option<Depth>,
}

/// Values that the page lists, and nothing else may be returned.
pub(super) struct Listed<'a> {
    pub(super) shown: Shown,
    pub(super) constraint: &'a Constraint,
    pub(super) values: &'a [EnumValue],
}

impl<'a> Table<'a> {
    pub(crate) fn of(contract: &'a Contract, operation: &'a Operation) -> Self {
        let (facts, places, levels, models) = Default::default();
        let mut making = Making { contract, operation, facts, places, levels, models };
        making.level(&format!("{}/response", operation.name), &operation.response);
        let Making { facts, levels, .. } = making;
        Self { operation, facts, levels, examples: OnceLock::new() }
    }

    /// How many facts an answer can show.
    pub(super) fn size(&self) -> usize {
        self.facts.len()
    }

    pub(super) fn fact(&self, shown: Shown) -> &str {
        &self.facts[shown]
    }

    pub(super) fn level(&self, depth: Depth) -> &Level<'a> {
        &self.levels[depth]
    }

    /// The page's own answers: where they contradict the table, the table promises nothing. Most answers keep to the
    /// table, so they are read when they are first asked for.
    pub(super) fn examples(&self) -> &[Value] {
        self.examples.get_or_init(|| self.operation.examples.iter().filter_map(answer).collect())
    }
}

fn answer(example: &Example) -> Option<Value> {
    (example.role == ExampleRole::Response).then(|| example.json()).flatten()
}

struct Making<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
    facts: Vec<String>,
    places: HashMap<String, Shown>,
    levels: Vec<Level<'a>>,
    /// Structures may hold themselves.
    models: HashMap<&'a str, Depth>,
}

impl<'a> Making<'a> {
    fn level(&mut self, prefix: &str, fields: &'a [Field]) -> Depth {
        let depth = self.levels.len();
        self.levels.push(Level { documented: fields, rows: Vec::new() });
        // What stands in a header is not looked for in the body.
        for field in fields.iter().filter(|field| !field.is_header()) {
            let row = self.row(prefix, field, fields);
            self.levels[depth].rows.push(row);
        }
        depth
    }

    fn row(&mut self, prefix: &str, field: &'a Field, beside: &'a [Field]) -> Row<'a> {
        let names: Vec<&str> = names(field).collect();
        let promised = field.presence.value == Presence::Required
            && names.len() == 1
            && !nature::is_only_sometimes(&field.description);
        let presence = promised.then(|| self.fact(facts::about_field(prefix, field, "presence")));
        let typed = field.ty.value != Type::Unknown;
        let ty = typed.then(|| self.fact(facts::about_field(prefix, field, "type")));
        let ids = facts::numbered(
            field.constraints.iter().map(|c| facts::about_field(prefix, field, c.requirement.kind())),
        );
        let mut values = Vec::new();
        for (fact, constraint) in ids.into_iter().zip(&field.constraints) {
            if let Requirement::OneOf { values: listed } = &constraint.requirement
                && constraint.confidence == Confidence::Certain
                && constraint.when.is_none()
            {
                values.push(Listed { shown: self.fact(fact), constraint, values: listed });
            }
        }
        let mut ties = Vec::new();
        for (fact, rule) in facts::field_rule_ids(prefix, field).into_iter().zip(&field.rules) {
            if is_judged(rule, beside) {
                ties.extend(Tie::of(self.fact(fact), rule, beside));
            }
        }
        let inside = self.level(&format!("{prefix}/{}", field.name.value), &field.fields);
        let model = field.ty.value.model().and_then(|name| self.model(name));
        Row { field, names, presence, ty, values, ties, inside, model }
    }

    fn model(&mut self, name: &'a str) -> Option<Depth> {
        if let Some(depth) = self.models.get(name) {
            return Some(*depth);
        }
        let model = self.contract.model(self.operation, name)?;
        // Its level is the next that is made.
        self.models.insert(name, self.levels.len());
        Some(self.level(&format!("{}/models/{name}", self.operation.name), &model.fields))
    }

    /// A fact that stands twice is one.
    fn fact(&mut self, id: String) -> Shown {
        *self.places.entry(id).or_insert_with_key(|id| {
            self.facts.push(id.clone());
            self.facts.len() - 1
        })
    }
}

/// The names of a field's path, indexes left out.
fn names(field: &Field) -> impl Iterator<Item = &str> {
    let index = |at: usize, step: &str| at > 0 && (matches!(step, "N" | "n") || step.parse::<u32>().is_ok());
    field.wire_name().split('.').enumerate().filter(move |(at, step)| !index(*at, step)).map(|(_, step)| step)
}
