//! Types, constraints and models as JSON Schema.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use contract::{
    CharSet, Confidence, Constraint, Field, LengthUnit, Limit, Operation, Presence, Requirement, Type,
};
use serde_json::{Map, Value, json};
use wire::Envelope;

use super::{list_of, schema_of};
use crate::Spec;
use crate::names::Names;
use crate::operation::Named;
use crate::shape::Row;

/// The named schemas of a document. Models are scoped to their page, so their names begin with the operation's.
pub(crate) struct Schemas<'a> {
    names: BTreeMap<(&'a str, &'a str), String>,
    models: Vec<(&'a Operation, &'a contract::Model, String)>,
}

impl<'a> Schemas<'a> {
    pub(crate) fn new(operations: &[Named<'a>]) -> Self {
        let mut taken = Names::without(&["Refusal"]);
        let mut schemas = Self { names: BTreeMap::new(), models: Vec::new() };
        for named in operations {
            for &model in &named.models {
                let key = (named.operation.name.as_str(), model.name.as_str());
                if let Entry::Vacant(free) = schemas.names.entry(key) {
                    let name = free.insert(taken.pascal_below(&named.pascal, &model.name));
                    schemas.models.push((named.operation, model, name.clone()));
                }
            }
        }
        schemas
    }

    /// The models of all pages, and what a refusal looks like.
    pub(crate) fn finish(self, spec: &Spec<'_>) -> Value {
        let mut all = Map::new();
        for (operation, model, name) in &self.models {
            let (properties, required) = self.fields(operation, &model.fields);
            let page = model.origin.location().to_string();
            let mut schema = schema_of(properties, &required);
            schema["x-page"] = json!(page);
            all.insert(name.clone(), schema);
        }
        all.insert("Refusal".to_owned(), refusal(&spec.wire.envelope));
        Value::Object(all)
    }

    /// The properties of a structure, and the names of those that are always there.
    pub(crate) fn fields<'f>(
        &self,
        operation: &Operation,
        fields: impl IntoIterator<Item = &'f Field>,
    ) -> (Map<String, Value>, Vec<String>) {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in fields {
            let name = &field.wire_name().value;
            if properties.contains_key(name) {
                continue;
            }
            if field.presence.value == Presence::Required {
                required.push(name.clone());
            }
            properties.insert(name.clone(), self.field(operation, field));
        }
        (properties, required)
    }

    fn field(&self, operation: &Operation, field: &Field) -> Value {
        let row = Row::from(field);
        let mut schema = if field.fields.is_empty() {
            self.value(operation, row.ty.innermost(), row)
        } else {
            let (properties, required) = self.fields(operation, &field.fields);
            schema_of(properties, &required)
        };
        let mut ty = row.ty;
        while let Type::Array { item } = ty {
            schema = list_of(schema);
            ty = item;
        }
        described(schema, row)
    }

    /// The schema of one value that is no list, with the rules for it.
    pub(crate) fn value(&self, operation: &Operation, ty: &Type, row: Row<'_>) -> Value {
        let mut schema = match ty {
            Type::String => json!({ "type": "string" }),
            Type::Integer => json!({ "type": "integer", "format": "int64" }),
            Type::Float => json!({ "type": "number", "format": "double" }),
            Type::Boolean => json!({ "type": "boolean" }),
            Type::Object => json!({ "type": "object" }),
            Type::Array { item } => list_of(self.value(operation, item, row)),
            Type::Model { name } => match self.names.get(&(operation.name.as_str(), name.as_str())) {
                Some(name) => json!({ "$ref": format!("#/components/schemas/{name}") }),
                None => json!({}),
            },
            Type::Unknown => json!({}),
        };
        let Some(fields) = schema.as_object_mut() else { return schema };
        let mut patterns = Vec::new();
        for constraint in row.constraints {
            if constraint.confidence == Confidence::Certain && constraint.when.is_none() {
                constrain(fields, &mut patterns, constraint, ty);
            }
        }
        match &patterns[..] {
            [] => {}
            [one] => {
                fields.insert("pattern".to_owned(), json!(one));
            }
            many => {
                let each = many.iter().map(|pattern| json!({ "pattern": pattern })).collect();
                fields.insert("allOf".to_owned(), each);
            }
        }
        if !row.constraints.is_empty() {
            fields.insert("x-rules".to_owned(), row.constraints.iter().map(rule).collect());
        }
        schema
    }
}

/// The words of a row beside its schema.
pub(crate) fn described(mut schema: Value, row: Row<'_>) -> Value {
    if let Some(fields) = schema.as_object_mut() {
        if !row.description.is_empty() {
            fields.insert("description".to_owned(), json!(row.description));
        }
        if let Some(example) = row.example.filter(|_| row.ty.is_scalar()) {
            fields.insert("examples".to_owned(), json!([fact(row.ty, example)]));
        }
        fields.insert("x-page".to_owned(), json!(row.origin.location().to_string()));
    }
    schema
}

/// A literal of a page as a value of its type; as text where it is none.
pub(crate) fn fact(ty: &Type, literal: &str) -> Value {
    let value = match ty {
        Type::Integer => literal.parse::<i64>().ok().map(|number| json!(number)),
        Type::Float => {
            literal.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| json!(number))
        }
        Type::Boolean => literal.to_ascii_lowercase().parse::<bool>().ok().map(|truth| json!(truth)),
        _ => None,
    };
    value.unwrap_or_else(|| json!(literal))
}

fn rule(constraint: &Constraint) -> Value {
    let mut rule = json!(constraint);
    if let Some(fields) = rule.as_object_mut() {
        fields.shift_remove("origin");
        fields.insert("x-page".to_owned(), json!(constraint.origin.location().to_string()));
    }
    rule
}

/// What JSON Schema has a word for; the rest stands in `x-rules` only.
fn constrain(
    fields: &mut Map<String, Value>,
    patterns: &mut Vec<String>,
    constraint: &Constraint,
    ty: &Type,
) {
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    };
    match &constraint.requirement {
        Requirement::Length { min, max, unit: LengthUnit::Chars } => {
            set("minLength", min.map(|min| json!(min)));
            set("maxLength", max.map(|max| json!(max)));
        }
        Requirement::Range { min, max } => {
            let word =
                |limit: &Limit, inclusive, exclusive| if limit.inclusive { inclusive } else { exclusive };
            if let Some(min) = min {
                set(word(min, "minimum", "exclusiveMinimum"), Some(json!(min.value)));
            }
            if let Some(max) = max {
                set(word(max, "maximum", "exclusiveMaximum"), Some(json!(max.value)));
            }
        }
        Requirement::Step { of } if *of > 0.0 => set("multipleOf", Some(json!(of))),
        Requirement::OneOf { values } => {
            set("enum", Some(values.iter().map(|value| fact(ty, &value.value)).collect()));
        }
        Requirement::Default { value: Some(value) } => set("default", Some(fact(ty, value))),
        Requirement::StartsWith { set } => patterns.push(format!("^{}", class(set))),
        Requirement::Charset { set } => patterns.push(format!("^{}*$", class(set))),
        Requirement::NotStartsWith { prefixes } => patterns.push(format!("^(?!{})", either(prefixes))),
        Requirement::Contains { parts } => patterns.extend(parts.iter().map(|part| escaped(part))),
        Requirement::NotContains { parts } => patterns.push(format!("^(?!.*(?:{}))", either(parts))),
        // What a page calls a pattern need not be one.
        Requirement::Pattern { regex } if regex_lite::Regex::new(regex).is_ok() => {
            patterns.push(format!("^(?:{regex})$"));
        }
        _ => {}
    }
}

/// A set of characters as a class of a regular expression.
fn class(set: &CharSet) -> String {
    let ranges = [
        (set.upper, "A-Z"),
        (set.lower, "a-z"),
        (set.digits, "0-9"),
        (set.chinese, "\u{4e00}-\u{9fff}"),
        (set.ascii, "\\x00-\\x7f"),
    ];
    let ranges: String = ranges.into_iter().filter(|(holds, _)| *holds).map(|(_, range)| range).collect();
    let chars =
        set.chars.iter().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() });
    format!("[{ranges}{}]", chars.collect::<String>())
}

fn either(parts: &[String]) -> String {
    parts.iter().map(|part| escaped(part)).collect::<Vec<_>>().join("|")
}

/// Text as a regular expression that matches just this text.
fn escaped(text: &str) -> String {
    text.chars()
        .map(|c| if "\\^$.|?*+()[]{}/".contains(c) { format!("\\{c}") } else { c.to_string() })
        .collect()
}

fn refusal(envelope: &Envelope) -> Value {
    let text = json!({ "type": "string" });
    match envelope {
        Envelope::RetCode { code, message, action } => json!({
            "type": "object",
            // Zero is success: only the number tells the two apart.
            "properties": { code: { "type": "integer", "not": { "const": 0 } }, message: text, action: text },
            "required": [code],
        }),
        Envelope::HttpStatus { code, message, request_id, host_id } => json!({
            "type": "object",
            "properties": { code: text, message: text, request_id: text, host_id: text },
            "required": [code, message, request_id],
        }),
    }
}
