//! Answers that a page shows, beside the fields that it documents.

use contract::{
    Confidence, Contract, Example, ExampleRole, Field, Operation, Presence, Requirement, Type, is_masked,
};
use rustc_hash::FxHashSet;
use serde_json::Value;
use source::Diagnostic;

use crate::diagnostics;

/// Structures nest at most so deep; a model may hold itself.
const DEEPEST: usize = 16;

/// Tells of members that no row documents, of fields that are documented as always returned and not shown, and of values
/// that are none of the documented ones.
pub(crate) fn check(operation: &Operation, contract: &Contract, findings: &mut Vec<Diagnostic>) {
    if operation.response.is_empty() {
        return;
    }
    for example in operation.examples.iter().filter(|example| example.role == ExampleRole::Response) {
        let Some(answer) = example.json() else { continue };
        let mut reading = Walk { operation, contract, example, told: FxHashSet::default(), findings };
        reading.structure(&answer, &operation.response, "", 0);
    }
}

struct Walk<'c, 'f> {
    operation: &'c Operation,
    contract: &'c Contract,
    example: &'c Example,
    /// Items of a list are alike: each omission is told once.
    told: FxHashSet<String>,
    findings: &'f mut Vec<Diagnostic>,
}

impl Walk<'_, '_> {
    fn structure(&mut self, value: &Value, fields: &[Field], above: &str, depth: usize) {
        let Value::Object(members) = value else { return };
        let body = || fields.iter().filter(|field| !field.is_header());
        for (name, value) in members {
            let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            match body().find(|field| is_of(field, name)) {
                Some(field) => self.field(value, field, &path, depth),
                None => {
                    self.tell(format!("+{path}"), |example| diagnostics::undocumented_field(&path, example))
                }
            }
        }
        if members.is_empty() {
            return;
        }
        for field in body().filter(|field| field.presence.value == Presence::Required) {
            if !members.keys().any(|name| is_of(field, name)) {
                let path = if above.is_empty() {
                    field.name.value.to_string()
                } else {
                    format!("{above}.{}", &*field.name.value)
                };
                self.tell(format!("-{path}"), |example| {
                    diagnostics::answer_lacks_field(&path, field, example)
                });
            }
        }
    }

    fn field(&mut self, value: &Value, field: &Field, path: &str, depth: usize) {
        if depth == DEEPEST {
            return;
        }
        if let Value::Array(items) = value {
            items.iter().for_each(|item| self.field(item, field, path, depth + 1));
            return;
        }
        let model = field.ty.value.model().and_then(|name| self.contract.model(self.operation, name));
        let fields = if field.fields.is_empty() {
            model.map_or(&[][..], |model| &model.fields)
        } else {
            &field.fields
        };
        // A structure without rows is left open by the page.
        if !fields.is_empty() {
            self.structure(value, fields, path, depth + 1);
        }
        self.among_values(value, field, path);
    }

    fn among_values(&mut self, value: &Value, field: &Field, path: &str) {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return,
        };
        let hidden = text.is_empty() || is_masked(&text) || contract::is_random_fill(&text);
        // Numbers of an answer that a machine filled are digits at random.
        if hidden || field.ty.value.innermost() == &Type::Boolean || (value.is_number() && self.is_filled()) {
            return;
        }
        for rule in
            field.constraints.iter().filter(|c| c.when.is_none() && c.confidence == Confidence::Certain)
        {
            if matches!(rule.requirement, Requirement::OneOf { .. }) && !rule.requirement.allows(&text) {
                self.tell(format!("={path}"), |example| {
                    diagnostics::answer_outside_values(path, &text, rule, example)
                });
            }
        }
    }

    fn is_filled(&self) -> bool {
        self.example.text.split('"').any(contract::is_random_fill)
    }

    fn tell(&mut self, key: String, finding: impl FnOnce(&source::Location) -> Diagnostic) {
        if self.told.insert(key) {
            self.findings.push(finding(self.example.origin.location()));
        }
    }
}

/// Whether a member of that name is this field, whatever its case.
fn is_of(field: &Field, name: &str) -> bool {
    name.eq_ignore_ascii_case(&field.wire_name().value) || name.eq_ignore_ascii_case(&field.name.value)
}
