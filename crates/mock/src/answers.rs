//! An answer from a page: its own example where that keeps what the table says, and what the table says elsewhere.

use contract::{
    Confidence, Constraint, Contract, Example, ExampleRole, Field, Operation, Requirement, Type, is_masked,
    is_random_fill,
};
use serde_json::{Map, Number, Value};
use wire::{Arguments, Wire};

/// A structure that holds itself is shown to this depth.
const DEEPEST: usize = 6;

/// The answer to a request that breaks no rule, without the envelope. A field that is called like a parameter of the
/// request repeats what was sent, if both are one value.
pub(crate) fn of(contract: &Contract, operation: &Operation, wire: &Wire, arguments: &Arguments) -> Value {
    let example =
        operation.examples.iter().filter(|e| e.role == ExampleRole::Response).find_map(Example::json);
    let maker = Maker { contract, operation };
    let mut answer = maker.structure(&operation.response, example.as_ref(), 0);
    for field in operation.response.iter().filter(|field| field.ty.value.is_scalar()) {
        let name = &*field.wire_name().value;
        let sent =
            arguments.get(name).filter(|sent| !sent.is_null() && !sent.is_array() && !sent.is_object());
        if let Some(sent) =
            sent.and_then(|sent| typed(&field.ty.value, &plain(sent))).filter(|sent| keeps(field, sent))
        {
            answer.insert(name.to_owned(), sent);
        }
    }
    for envelope in wire.envelope.fields() {
        answer.remove(envelope);
    }
    Value::Object(answer)
}

struct Maker<'c> {
    contract: &'c Contract,
    operation: &'c Operation,
}

impl Maker<'_> {
    fn structure(&self, fields: &[Field], example: Option<&Value>, depth: usize) -> Map<String, Value> {
        let mut made = Map::new();
        for field in fields.iter().filter(|field| !field.is_header()) {
            let name = &*field.wire_name().value;
            if !made.contains_key(name) {
                let shown = example.and_then(|example| example.get(name));
                made.insert(name.to_owned(), self.value(field, &field.ty.value, shown, depth));
            }
        }
        made
    }

    fn value(&self, field: &Field, ty: &Type, shown: Option<&Value>, depth: usize) -> Value {
        match ty {
            Type::Array { item } => match shown {
                Some(Value::Array(items)) => {
                    items.iter().map(|shown| self.value(field, item, Some(shown), depth)).collect()
                }
                _ if depth >= DEEPEST => Value::Array(Vec::new()),
                _ => Value::Array(vec![self.value(field, item, None, depth)]),
            },
            Type::Object | Type::Model { .. } => {
                let fields = self.fields(field, ty);
                match shown {
                    // A structure of which the page describes nothing is what the example shows.
                    Some(shown @ Value::Object(_)) if fields.is_empty() => shown.clone(),
                    _ if depth >= DEEPEST => Value::Object(Map::new()),
                    _ => Value::Object(self.structure(
                        fields,
                        shown.filter(|shown| shown.is_object()),
                        depth + 1,
                    )),
                }
            }
            Type::Unknown => shown.cloned().unwrap_or_else(|| Value::from(field.name.value.to_string())),
            _ => shown
                .map(plain)
                .filter(|shown| !is_masked(shown) && !is_random_fill(shown))
                .and_then(|shown| typed(ty, &shown))
                .filter(|value| keeps(field, value))
                .unwrap_or_else(|| made_up(field, ty)),
        }
    }

    /// The rows of a structure: those below its own row, or those of the model that its type names.
    fn fields<'a>(&'a self, field: &'a Field, ty: &Type) -> &'a [Field] {
        if !field.fields.is_empty() {
            return &field.fields;
        }
        let model = ty.model().and_then(|name| self.contract.model(self.operation, name));
        model.map_or(&[], |model| &model.fields)
    }
}

/// A value that the row allows: its example, one of its values, its default, an end of its range, or words made of its name.
fn made_up(field: &Field, ty: &Type) -> Value {
    let example = field.example.as_ref().filter(|example| !is_masked(&example.value));
    let example = example.map(|example| example.value.to_string());
    let stated = field.constraints.iter().flat_map(|rule| stated(&rule.requirement));
    let candidates = example.into_iter().chain(stated).chain(usual(field, ty));
    let mut candidates = candidates.filter_map(|text| typed(ty, &text)).peekable();
    let first = candidates.peek().cloned().unwrap_or(Value::Null);
    candidates.find(|value| keeps(field, value)).unwrap_or(first)
}

/// Values that a rule names.
fn stated(requirement: &Requirement) -> Vec<String> {
    match requirement {
        Requirement::OneOf { values } => values.iter().map(|value| value.value.to_string()).collect(),
        Requirement::Default { value: Some(value) } => vec![value.to_string()],
        Requirement::Range { min, max } => {
            let end = |limit: &contract::Limit, inward: f64| {
                (if limit.inclusive { limit.value } else { limit.value + inward }).to_string()
            };
            min.iter().map(|min| end(min, 1.0)).chain(max.iter().map(|max| end(max, -1.0))).collect()
        }
        _ => Vec::new(),
    }
}

/// What stands for a value of which the page says nothing.
fn usual(field: &Field, ty: &Type) -> Vec<String> {
    let name = &*field.name.value;
    let texts = match ty {
        Type::Integer if name.ends_with("Time") => &["1735689600"][..],
        Type::Integer | Type::Float => &["1", "0"],
        Type::Boolean => &["true"],
        _ if name.ends_with("Time") || name.ends_with("Date") => &["2025-01-01T00:00:00Z"],
        _ => return lengths(field, name),
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The name of the field, cut or repeated to the length that the row asks for.
fn lengths(field: &Field, name: &str) -> Vec<String> {
    let mut texts = vec![name.to_owned()];
    for rule in &field.constraints {
        if let Requirement::Length { min, max, .. } = rule.requirement {
            let wanted = usize::try_from(min.unwrap_or(1).max(1).min(max.unwrap_or(u64::MAX))).unwrap_or(1);
            texts.push(name.chars().filter(char::is_ascii).cycle().take(wanted).collect());
        }
    }
    texts
}

/// Whether a value keeps what the row states for certain in every case.
fn keeps(field: &Field, value: &Value) -> bool {
    let certain = |rule: &&Constraint| rule.confidence == Confidence::Certain && rule.when.is_none();
    let text = plain(value);
    field.constraints.iter().filter(certain).all(|rule| rule.requirement.allows(&text))
}

/// A text as a value of a type; `None` where it is none.
fn typed(ty: &Type, text: &str) -> Option<Value> {
    match ty.innermost() {
        Type::Integer => text.trim().parse::<i64>().ok().map(Value::from),
        Type::Float => text.trim().parse::<f64>().ok().and_then(Number::from_f64).map(Value::Number),
        Type::Boolean => text.trim().to_ascii_lowercase().parse::<bool>().ok().map(Value::Bool),
        _ => Some(Value::from(text)),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
