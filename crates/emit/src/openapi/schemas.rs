//! Types, constraints and models as JSON Schema.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use contract::{
    CharSet, Confidence, Constraint, Field, LengthUnit, Limit, Operation, Presence, Requirement, Type,
};
use serde_json::{Value, json};
use wire::Envelope;

use super::document::{Members, Properties, Schema};
use super::with_page;
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
    pub(crate) fn finish(self, spec: &Spec<'a>) -> Members<'a, Schema<'a>> {
        let model = |(operation, model, name): &(&Operation, &'a contract::Model, String)| {
            let page = Some(model.origin.location().to_string());
            let schema = Schema { page, ..Schema::object(self.fields(operation, &model.fields)) };
            (Cow::Owned(name.clone()), schema)
        };
        let refusal = ("Refusal".into(), refusal(&spec.wire.envelope));
        Members(self.models.iter().map(model).chain([refusal]).collect())
    }

    /// The properties of a structure, and the names of those that are always there.
    pub(crate) fn fields(
        &self,
        operation: &Operation,
        fields: impl IntoIterator<Item = &'a Field>,
    ) -> Properties<'a> {
        let (mut properties, mut required): Properties<'a> = Default::default();
        for field in fields {
            let name = field.wire_name().value.as_str();
            if properties.iter().any(|(known, _)| known == name) {
                continue;
            }
            if field.presence.value == Presence::Required {
                required.push(name.into());
            }
            properties.push((name.into(), self.field(operation, field)));
        }
        (properties, required)
    }

    fn field(&self, operation: &Operation, field: &'a Field) -> Schema<'a> {
        let row = Row::from(field);
        let mut schema = if field.fields.is_empty() {
            self.value(operation, row.ty.innermost(), row)
        } else {
            Schema::object(self.fields(operation, &field.fields))
        };
        let mut ty = row.ty;
        while let Type::Array { item } = ty {
            schema = Schema::list(schema);
            ty = item;
        }
        described(schema, row)
    }

    /// The schema of one value that is no list, with the rules for it.
    pub(crate) fn value(&self, operation: &Operation, ty: &Type, row: Row<'_>) -> Schema<'a> {
        let mut schema = match ty {
            Type::String => Schema::of("string"),
            Type::Integer => Schema { format: Some("int64"), ..Schema::of("integer") },
            Type::Float => Schema { format: Some("double"), ..Schema::of("number") },
            Type::Boolean => Schema::of("boolean"),
            Type::Object => Schema::of("object"),
            Type::Array { item } => Schema::list(self.value(operation, item, row)),
            Type::Model { name } => self
                .names
                .get(&(operation.name.as_str(), name.as_str()))
                .map_or_else(Schema::default, |name| Schema::named(name)),
            Type::Unknown => Schema::default(),
        };
        let mut patterns = Vec::new();
        for constraint in row.constraints {
            if constraint.confidence == Confidence::Certain && constraint.when.is_none() {
                constrain(&mut schema, &mut patterns, constraint, ty);
            }
        }
        if patterns.len() == 1 {
            schema.pattern = patterns.pop();
        }
        let one = |pattern| Schema { pattern: Some(pattern), ..Schema::default() };
        schema.all_of = patterns.into_iter().map(one).collect();
        let rule = |constraint: &Constraint| with_page(json!(constraint), &constraint.origin);
        schema.rules = row.constraints.iter().map(rule).collect();
        schema
    }
}

/// The words of a row beside its schema.
pub(crate) fn described<'a>(schema: Schema<'a>, row: Row<'a>) -> Schema<'a> {
    Schema {
        description: (!row.description.is_empty()).then_some(row.description),
        examples: row.example.filter(|_| row.ty.is_scalar()).map(|example| [fact(row.ty, example)]),
        page: Some(row.origin.location().to_string()),
        ..schema
    }
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

/// What JSON Schema has a word for; the rest stands in `x-rules` only.
fn constrain(schema: &mut Schema<'_>, patterns: &mut Vec<String>, constraint: &Constraint, ty: &Type) {
    match &constraint.requirement {
        Requirement::Length { min, max, unit: LengthUnit::Chars } => {
            schema.min_length = min.or(schema.min_length);
            schema.max_length = max.or(schema.max_length);
        }
        Requirement::Range { min, max } => {
            match min {
                Some(Limit { value, inclusive: true }) => schema.minimum = Some(*value),
                Some(Limit { value, inclusive: false }) => schema.exclusive_minimum = Some(*value),
                None => {}
            }
            match max {
                Some(Limit { value, inclusive: true }) => schema.maximum = Some(*value),
                Some(Limit { value, inclusive: false }) => schema.exclusive_maximum = Some(*value),
                None => {}
            }
        }
        Requirement::Step { of } if *of > 0.0 => schema.multiple_of = Some(*of),
        Requirement::OneOf { values } => {
            schema.values = Some(values.iter().map(|value| fact(ty, &value.value)).collect());
        }
        Requirement::Default { value: Some(value) } => schema.default = Some(fact(ty, value)),
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

fn refusal(envelope: &Envelope) -> Schema<'_> {
    match envelope {
        Envelope::RetCode { code, message, action } => {
            // Zero is success: only the number tells the two apart.
            let zero = Schema { only: Some(json!(0)), ..Schema::default() };
            let number = Schema { not: Some(Box::new(zero)), ..Schema::of("integer") };
            let all = vec![(code.as_str().into(), number), text(message), text(action)];
            Schema::object((all, vec![code.as_str().into()]))
        }
        Envelope::HttpStatus { code, message, request_id, host_id } => {
            let all = [code, message, request_id, host_id].map(|name| text(name));
            let required = [code, message, request_id].map(|name| name.as_str().into());
            Schema::object((all.to_vec(), required.to_vec()))
        }
    }
}

/// A property that is text.
fn text(name: &str) -> (Cow<'_, str>, Schema<'_>) {
    (name.into(), Schema::of("string"))
}
