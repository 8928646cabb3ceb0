//! Whether an answer has the documented shape, and which documented fields it shows.

mod table;
mod ties;

use contract::{Field, Type};
use serde_json::{Map, Value};
use source::Origin;

use crate::broken::{has_type, meets};
use crate::{Blame, Breach, Party, codes, tree};
use table::{Depth, Level, Listed, Row, Shown};
use ties::Tie;

pub(crate) use table::Table;
pub(crate) use ties::is_judged;

/// Models may hold themselves; answers end somewhere.
const DEEPEST: usize = 24;

/// What an answer shows of the documented shape.
#[derive(Debug, Default)]
pub(crate) struct Shape<'t> {
    /// The promises that it breaks, each once.
    pub(crate) breaches: Vec<Breach>,
    /// The facts that it shows, broken or not, each once.
    pub(crate) seen: Vec<&'t str>,
    /// Fields that no table and no example of the page has, each once, where somebody wants to know of them.
    pub(crate) strangers: Vec<Breach>,
}

/// Fields of the envelopes: they stand beside any answer.
const ENVELOPE: &[&str] = &["RetCode", "Action", "Message", "RequestId", "HostId", "Code"];

/// How an answer is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    /// It is XML, where everything is text, and a list of one looks like its item.
    pub(crate) text_only: bool,
    /// Fields that the page does not document are told.
    pub(crate) strangers: bool,
}

/// Holds an answer against the response table.
pub(crate) fn shape<'t>(table: &'t Table<'_>, body: &Value, reading: Reading) -> Shape<'t> {
    let met = vec![false; table.size()];
    let mut reader = Reader { table, reading, met, shape: Shape::default() };
    reader.fields(0, body, &mut Vec::new());
    reader.shape
}

struct Reader<'t, 'a> {
    table: &'t Table<'a>,
    reading: Reading,
    /// The facts that are among what was seen: a list of a thousand items shows them once.
    met: Vec<bool>,
    shape: Shape<'t>,
}

impl<'t, 'a> Reader<'t, 'a> {
    fn fields(&mut self, depth: Depth, holder: &Value, path: &mut Vec<&'a str>) {
        let Value::Object(members) = holder else { return };
        if path.len() > DEEPEST {
            return;
        }
        let level = self.table.level(depth);
        if self.reading.strangers {
            self.strangers(level, members, path);
        }
        for row in &level.rows {
            let above = path.len();
            path.extend(&row.names);
            let name = row.field.wire_name().as_str();
            if name.contains('.') {
                let values = tree::each(members, name);
                self.presence(row, values.is_empty(), path);
                values.into_iter().for_each(|value| self.field(row, value, path));
            } else {
                let value = members.get(name).filter(|value| !value.is_null());
                self.presence(row, value.is_none(), path);
                value.into_iter().for_each(|value| self.field(row, value, path));
            }
            path.truncate(above);
        }
        let ties = level.rows.iter().flat_map(|row| &row.ties);
        ties.for_each(|tie| self.tie(tie, members, path));
    }

    fn strangers(&mut self, level: &Level<'_>, members: &Map<String, Value>, path: &[&str]) {
        let fields = level.documented;
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
            let fact = self.table.operation.name.clone();
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
                origin: self.table.operation.origin.clone(),
            });
        }
    }

    fn presence(&mut self, row: &Row<'_>, absent: bool, path: &[&str]) {
        let Some(shown) = row.presence else { return };
        if absent && !self.an_example_lacks(path) {
            let (dotted, field) = (path.join("."), row.field);
            self.tell(Breach {
                code: codes::FIELD_MISSING.to_owned(),
                fact: self.table.fact(shown).to_owned(),
                message: format!("the answer lacks `{dotted}`, which the page documents as always returned"),
                help: "return the field, or mark it as optional on the page".to_owned(),
                expected: format!("`{dotted}` of type {}", field.ty.value),
                got: "no such field".to_owned(),
                blame: server("the page says that the field is always returned"),
                origin: field.presence.origin.clone(),
            });
        }
        self.see(shown);
    }

    fn field(&mut self, row: &'t Row<'a>, value: &Value, path: &mut Vec<&'a str>) {
        if let Some(shown) = row.ty {
            self.see(shown);
        }
        self.value(row, &row.field.ty.value, value, path);
        for listed in &row.values {
            self.enumeration(row, listed, value, path);
        }
    }

    fn value(&mut self, row: &'t Row<'a>, ty: &'a Type, value: &Value, path: &mut Vec<&'a str>) {
        match ty {
            Type::Array { item } => match value {
                Value::Array(items) => self.each(row, item, items, path),
                _ => match self.items(row.field, value) {
                    Some(items) => self.each(row, item, items, path),
                    // The wrapper that the page documents as a row of its own.
                    None if value.is_object() && !row.field.fields.is_empty() => {
                        self.fields(row.inside, value, path);
                    }
                    None => self.mistyped(row, ty, value, path),
                },
            },
            Type::Model { .. } if value.is_object() => {
                self.fields(row.model.unwrap_or(row.inside), value, path);
            }
            Type::Object if value.is_object() => self.fields(row.inside, value, path),
            Type::Model { .. } | Type::Object => self.mistyped(row, ty, value, path),
            Type::Unknown => self.fields(row.inside, value, path),
            _ if self.is_typed(ty, value) => {}
            _ => self.mistyped(row, ty, value, path),
        }
    }

    fn each<'v>(
        &mut self,
        row: &'t Row<'a>,
        item: &'a Type,
        items: impl IntoIterator<Item = &'v Value>,
        path: &mut Vec<&'a str>,
    ) {
        for value in items.into_iter().filter(|value| !value.is_null()) {
            self.value(row, item, value, path);
        }
    }

    fn is_typed(&self, ty: &Type, value: &Value) -> bool {
        if self.reading.text_only {
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

    /// The items of what is no list and means one; some answers put a single member between list and items: `Images: { Image: [...] }`.
    fn items<'v>(&self, field: &Field, value: &'v Value) -> Option<Vec<&'v Value>> {
        match value {
            Value::Object(members) if members.is_empty() => Some(Vec::new()),
            Value::Object(members) if members.len() == 1 => {
                let (name, only) = members.iter().next()?;
                match only {
                    _ if field.fields.iter().any(|child| child.wire_name().value == *name) => None,
                    Value::Array(items) => Some(items.iter().collect()),
                    _ if self.reading.text_only => Some(vec![only]),
                    _ => None,
                }
            }
            Value::String(text) if self.reading.text_only && text.trim().is_empty() => Some(Vec::new()),
            alone if self.reading.text_only => Some(vec![alone]),
            _ => None,
        }
    }

    fn mistyped(&mut self, row: &Row<'_>, ty: &Type, value: &Value, path: &[&str]) {
        let Some(fact) = row.ty else { return };
        let empty = self.reading.text_only && value.as_str().is_some_and(|text| text.trim().is_empty());
        let shown = self.shown(path).into_iter().flat_map(items).any(|example| kind(example) == kind(value));
        if empty || shown {
            return;
        }
        let dotted = path.join(".");
        let blame = match &row.field.ty.origin {
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
            fact: self.table.fact(fact).to_owned(),
            message: format!("`{dotted}` is {} where the page documents {ty}", kind(value)),
            help: "return the documented type, or correct the type on the page".to_owned(),
            expected: ty.to_string(),
            got: short(value),
            blame,
            origin: row.field.ty.origin.clone(),
        });
    }

    fn enumeration(&mut self, row: &Row<'_>, listed: &Listed<'_>, value: &Value, path: &[&str]) {
        let (requirement, ty) = (&listed.constraint.requirement, row.field.ty.value.innermost());
        let strange = |value: &&Value| value.as_str() != Some("") && !meets(requirement, ty, value);
        if let Some(stranger) = items(value).into_iter().find(strange)
            && !self.shown(path).into_iter().flat_map(items).any(|example| strange(&example))
        {
            let known: Vec<&str> = listed.values.iter().map(|value| value.value.as_str()).collect();
            self.tell(Breach {
                code: codes::FIELD_ENUM.to_owned(),
                fact: self.table.fact(listed.shown).to_owned(),
                message: format!("`{}` has a value that the page does not list", path.join(".")),
                help: "return a documented value, or add the value to the page".to_owned(),
                expected: format!("one of {}", known.join(", ")),
                got: short(stranger),
                blame: server("the page lists the values of the field"),
                origin: listed.constraint.origin.clone(),
            });
        }
        self.see(listed.shown);
    }

    fn tie(&mut self, tie: &Tie<'_>, members: &Map<String, Value>, path: &[&str]) {
        let Some(kept) = tie.is_kept(members) else { return };
        let broken =
            |example: &Value| example.as_object().and_then(|shown| tie.is_kept(shown)) == Some(false);
        if !kept && !self.shown(path).into_iter().flat_map(items).any(broken) {
            let told = tie.rule.parameters.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
            self.tell(Breach {
                code: codes::FIELD_RULE.to_owned(),
                fact: self.table.fact(tie.shown).to_owned(),
                message: format!("the answer breaks a rule of {} and what stands beside", told.join(", ")),
                help: "return fields that keep the rule, or correct it on the page".to_owned(),
                expected: tie.rule.text.clone(),
                got: tie.told(members),
                blame: server("the page ties the fields together"),
                origin: tie.rule.origin.clone(),
            });
        }
        self.see(tie.shown);
    }

    fn an_example_lacks(&self, path: &[&str]) -> bool {
        let Some((name, holder)) = path.split_last() else { return false };
        let lacks = |holder: &Value| {
            holder.as_object().is_some_and(|members| members.get(*name).is_none_or(Value::is_null))
        };
        self.shown(holder).into_iter().flat_map(items).any(lacks)
    }

    /// What the page's own answers have there.
    fn shown(&self, path: &[&str]) -> Vec<&'t Value> {
        let mut found: Vec<&'t Value> = self.table.examples().iter().collect();
        for name in path {
            let inside = |value| items(value).into_iter().filter_map(|value| value.get(*name));
            found = found.into_iter().flat_map(inside).collect();
        }
        found
    }

    fn see(&mut self, shown: Shown) {
        if !std::mem::replace(&mut self.met[shown], true) {
            self.shape.seen.push(self.table.fact(shown));
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
