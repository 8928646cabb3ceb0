//! Whether an answer has the documented shape, and which documented fields it shows.

use std::cell::OnceCell;

use contract::{Confidence, Contract, Example, ExampleRole, Field, Operation, Presence, Requirement, Type};
use serde_json::{Map, Value};
use source::Origin;
use wire::Verdict;

use crate::broken::{has_type, meets};
use crate::{Blame, Breach, Case, Party, Twist, codes, facts, nature, tree};

/// Models may hold themselves; answers end somewhere.
const DEEPEST: usize = 24;

/// What an answer shows of the documented shape.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// The promises that it breaks, each once.
    pub(crate) breaches: Vec<Breach>,
    /// The facts that it shows, broken or not.
    pub(crate) seen: Vec<String>,
    /// Fields that no table and no example of the page has, each once.
    pub(crate) strangers: Vec<Breach>,
}

/// Fields of the envelopes: they stand beside any answer.
const ENVELOPE: &[&str] = &["RetCode", "Action", "Message", "RequestId", "HostId", "Code"];

/// The fields of an accepted answer that the page documents neither in a table nor in an example, as breaches for those
/// who want none; each path once.
pub fn undocumented(contract: &Contract, case: &Case, verdict: &Verdict) -> Vec<Breach> {
    match (verdict, contract.operation(&case.operation)) {
        (Verdict::Accepted { body, .. }, Some(operation)) => {
            shape(contract, operation, body, case.twist == Twist::AnswerXml).strangers
        }
        _ => Vec::new(),
    }
}

/// Holds an answer against the response table. In XML everything is text, and a list of one looks like its item.
pub(crate) fn shape(contract: &Contract, operation: &Operation, body: &Value, text_only: bool) -> Shape {
    let (examples, met) = (OnceCell::new(), [Vec::new(), Vec::new()]);
    let mut reader = Reader { contract, operation, examples, text_only, met, shape: Shape::default() };
    let prefix = format!("{}/response", operation.name);
    reader.fields(&prefix, &operation.response, body, &mut Vec::new());
    reader.shape
}

fn example(example: &Example) -> Option<Value> {
    (example.role == ExampleRole::Response).then(|| example.json()).flatten()
}

struct Reader<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
    /// The page's own answers: where they contradict the table, the table promises nothing. Most answers keep to the
    /// table, so they are read when they are first asked for.
    examples: OnceCell<Vec<Value>>,
    text_only: bool,
    /// The fields whose presence, and those whose type, is among what was seen: a list of a thousand items shows them once.
    met: [Vec<*const Field>; 2],
    shape: Shape,
}

impl<'a> Reader<'a> {
    fn fields(&mut self, prefix: &str, fields: &'a [Field], holder: &Value, path: &mut Vec<&'a str>) {
        let Value::Object(members) = holder else { return };
        if path.len() > DEEPEST {
            return;
        }
        self.strangers(fields, members, path);
        // What stands in a header is not looked for in the body.
        for field in fields.iter().filter(|field| !field.is_header()) {
            let depth = path.len();
            path.extend(names(field));
            let values = tree::each(members, field.wire_name());
            self.presence(prefix, field, values.is_empty(), path);
            for value in values {
                self.field(prefix, field, value, path);
            }
            path.truncate(depth);
        }
    }

    fn strangers(&mut self, fields: &[Field], members: &Map<String, Value>, path: &[&str]) {
        // What no table takes apart may hold anything.
        if fields.is_empty() {
            return;
        }
        for (name, value) in members {
            let of_envelope = path.is_empty() && ENVELOPE.contains(&name.as_str());
            let known = fields.iter().any(|field| field.wire_name().split('.').next() == Some(name));
            let here = || path.iter().copied().chain([name.as_str()]).collect::<Vec<&str>>();
            if of_envelope || known || !self.shown(&here()).is_empty() {
                continue;
            }
            let dotted = here().join(".");
            let fact = self.operation.name.clone();
            if self.shape.strangers.iter().any(|told| told.message.contains(&format!("`{dotted}`"))) {
                continue;
            }
            self.shape.strangers.push(Breach {
                code: codes::FIELD_UNDOCUMENTED.to_owned(),
                fact,
                message: format!("the answer has `{dotted}`, which the page does not document"),
                help: "document the field, or leave it out".to_owned(),
                expected: "documented fields alone".to_owned(),
                got: format!("`{dotted}` is {}", short(value)),
                blame: server("neither a table nor an example of the page has the field"),
                origin: self.operation.origin.clone(),
            });
        }
    }

    fn presence(&mut self, prefix: &str, field: &Field, absent: bool, path: &[&str]) {
        let first = !self.met[0].contains(&std::ptr::from_ref(field));
        if field.presence.value != Presence::Required
            || !(absent || first)
            || names(field).count() != 1
            || nature::is_only_sometimes(&field.description)
        {
            return;
        }
        let fact = facts::about_field(prefix, field, "presence");
        if absent && !self.an_example_lacks(path) {
            let dotted = path.join(".");
            self.tell(Breach {
                code: codes::FIELD_MISSING.to_owned(),
                fact: fact.clone(),
                message: format!("the answer lacks `{dotted}`, which the page documents as always returned"),
                help: "return the field, or mark it as optional on the page".to_owned(),
                expected: format!("`{dotted}` of type {}", field.ty.value),
                got: "no such field".to_owned(),
                blame: server("the page says that the field is always returned"),
                origin: field.presence.origin.clone(),
            });
        }
        if first {
            self.met[0].push(field);
            self.see(fact);
        }
    }

    fn field(&mut self, prefix: &str, field: &'a Field, value: &Value, path: &mut Vec<&'a str>) {
        if field.ty.value != Type::Unknown && !self.met[1].contains(&std::ptr::from_ref(field)) {
            self.met[1].push(field);
            self.see(facts::about_field(prefix, field, "type"));
        }
        self.value(prefix, field, &field.ty.value, value, path);
        self.enumeration(prefix, field, value, path);
    }

    fn value(
        &mut self,
        prefix: &str,
        field: &'a Field,
        ty: &'a Type,
        value: &Value,
        path: &mut Vec<&'a str>,
    ) {
        let inner = || format!("{prefix}/{}", field.name.value);
        match ty {
            Type::Array { item } => match self.items(field, value) {
                Some(items) => items.into_iter().for_each(|item_value| {
                    if !item_value.is_null() {
                        self.value(prefix, field, item, item_value, path);
                    }
                }),
                // The wrapper that the page documents as a row of its own.
                None if value.is_object() && !field.fields.is_empty() => {
                    self.fields(&inner(), &field.fields, value, path);
                }
                None => self.mistyped(prefix, field, ty, value, path),
            },
            Type::Model { name } => match (value.is_object(), self.contract.model(self.operation, name)) {
                (true, Some(model)) => {
                    let prefix = format!("{}/models/{name}", self.operation.name);
                    self.fields(&prefix, &model.fields, value, path);
                }
                (true, None) => self.fields(&inner(), &field.fields, value, path),
                (false, _) => self.mistyped(prefix, field, ty, value, path),
            },
            Type::Object if value.is_object() => self.fields(&inner(), &field.fields, value, path),
            Type::Object => self.mistyped(prefix, field, ty, value, path),
            Type::Unknown => self.fields(&inner(), &field.fields, value, path),
            _ if self.is_typed(ty, value) => {}
            _ => self.mistyped(prefix, field, ty, value, path),
        }
    }

    fn is_typed(&self, ty: &Type, value: &Value) -> bool {
        if self.text_only {
            return !value.is_object() && !value.is_array() && has_type(ty, value);
        }
        match ty {
            Type::String => value.is_string(),
            Type::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            Type::Float => value.is_number(),
            Type::Boolean => value.is_boolean(),
            _ => true,
        }
    }

    /// The items of a list; some answers put a single member between list and items: `Images: { Image: [...] }`.
    fn items<'v>(&self, field: &Field, value: &'v Value) -> Option<Vec<&'v Value>> {
        match value {
            Value::Array(items) => Some(items.iter().collect()),
            Value::Object(members) if members.is_empty() => Some(Vec::new()),
            Value::Object(members) if members.len() == 1 => {
                let (name, only) = members.iter().next()?;
                match only {
                    _ if field.fields.iter().any(|child| child.wire_name().value == *name) => None,
                    Value::Array(items) => Some(items.iter().collect()),
                    _ if self.text_only => Some(vec![only]),
                    _ => None,
                }
            }
            Value::String(text) if self.text_only && text.trim().is_empty() => Some(Vec::new()),
            alone if self.text_only => Some(vec![alone]),
            _ => None,
        }
    }

    fn mistyped(&mut self, prefix: &str, field: &Field, ty: &Type, value: &Value, path: &[&str]) {
        let empty = self.text_only && value.as_str().is_some_and(|text| text.trim().is_empty());
        let shown = self.shown(path).into_iter().flat_map(items).any(|example| kind(example) == kind(value));
        if empty || shown {
            return;
        }
        let dotted = path.join(".");
        let blame = match &field.ty.origin {
            Origin::Derived(conclusion) => Blame {
                party: Party::Reader,
                why: format!(
                    "the type was concluded by `{}`, the page does not state it in so many words",
                    conclusion.rule
                ),
            },
            _ => server("the page states the type"),
        };
        self.tell(Breach {
            code: codes::FIELD_TYPE.to_owned(),
            fact: facts::about_field(prefix, field, "type"),
            message: format!("`{dotted}` is {} where the page documents {ty}", kind(value)),
            help: "return the documented type, or correct the type on the page".to_owned(),
            expected: ty.to_string(),
            got: short(value),
            blame,
            origin: field.ty.origin.clone(),
        });
    }

    fn enumeration(&mut self, prefix: &str, field: &Field, value: &Value, path: &[&str]) {
        if field.constraints.is_empty() {
            return;
        }
        let ids = facts::numbered(
            field.constraints.iter().map(|c| facts::about_field(prefix, field, c.requirement.kind())),
        );
        let ty = field.ty.value.innermost();
        for (fact, constraint) in ids.into_iter().zip(&field.constraints) {
            let Requirement::OneOf { values } = &constraint.requirement else { continue };
            if constraint.confidence != Confidence::Certain || constraint.when.is_some() {
                continue;
            }
            let strange =
                |value: &&Value| value.as_str() != Some("") && !meets(&constraint.requirement, ty, value);
            let shown = self.shown(path).into_iter().flat_map(items).any(|example| strange(&example));
            if let (Some(stranger), false) = (items(value).into_iter().find(strange), shown) {
                let known: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
                self.tell(Breach {
                    code: codes::FIELD_ENUM.to_owned(),
                    fact: fact.clone(),
                    message: format!("`{}` has a value that the page does not list", path.join(".")),
                    help: "return a documented value, or add the value to the page".to_owned(),
                    expected: format!("one of {}", known.join(", ")),
                    got: short(stranger),
                    blame: server("the page lists the values of the field"),
                    origin: constraint.origin.clone(),
                });
            }
            self.see(fact);
        }
    }

    fn an_example_lacks(&self, path: &[&str]) -> bool {
        let Some((name, holder)) = path.split_last() else { return false };
        let lacks = |holder: &Value| {
            holder.as_object().is_some_and(|members| members.get(*name).is_none_or(Value::is_null))
        };
        self.shown(holder).into_iter().flat_map(items).any(lacks)
    }

    /// What the page's own answers have there.
    fn shown(&self, path: &[&str]) -> Vec<&Value> {
        let shown =
            self.examples.get_or_init(|| self.operation.examples.iter().filter_map(example).collect());
        let mut found: Vec<&Value> = shown.iter().collect();
        for name in path {
            let inside = |value| items(value).into_iter().filter_map(|value| value.get(*name));
            found = found.into_iter().flat_map(inside).collect();
        }
        found
    }

    fn see(&mut self, fact: String) {
        if !self.shape.seen.contains(&fact) {
            self.shape.seen.push(fact);
        }
    }

    /// A list of a thousand items breaks a promise once.
    fn tell(&mut self, breach: Breach) {
        if !self.shape.breaches.iter().any(|told| told.code == breach.code && told.fact == breach.fact) {
            self.shape.breaches.push(breach);
        }
    }
}

/// Whether all that an answer holds is text, as it is in XML.
pub(crate) fn is_text_only(value: &Value) -> bool {
    match value {
        Value::Null | Value::String(_) => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::Array(items) => items.iter().all(is_text_only),
        Value::Object(members) => members.values().all(is_text_only),
    }
}

/// The items of a list, also behind a single member, or the value itself.
fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) if members.len() == 1 => match members.values().next() {
            Some(Value::Array(items)) => items.iter().chain([value]).collect(),
            _ => vec![value],
        },
        alone => vec![alone],
    }
}

fn server(why: &str) -> Blame {
    Blame { party: Party::Server, why: why.to_owned() }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.as_f64().is_some_and(|number| number.fract() == 0.0) => "integer",
        Value::Number(_) => "float",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Enough of a value to recognise it.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The names of a field's path, indexes left out.
fn names(field: &Field) -> impl Iterator<Item = &str> {
    let index = |at: usize, step: &str| at > 0 && (matches!(step, "N" | "n") || step.parse::<u32>().is_ok());
    field.wire_name().split('.').enumerate().filter(move |(at, step)| !index(*at, step)).map(|(_, step)| step)
}
