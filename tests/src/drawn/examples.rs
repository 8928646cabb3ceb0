//! Examples of a drawing: the request as a URL, the answer as JSON and XML.

use contract::{ExampleFormat, ExampleRole, Type};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};

use super::drawing::{Below, Drawing, Model, Row};

/// An example as a page shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What it is an example of.
    pub role: ExampleRole,
    /// How it is written.
    pub format: ExampleFormat,
    /// Its text.
    pub text: String,
    /// The arguments of a request.
    pub arguments: Vec<(String, String)>,
}

impl Shown {
    /// An example of an answer.
    pub fn answer(format: ExampleFormat, text: String) -> Self {
        Shown { role: ExampleRole::Response, format, text, arguments: Vec::new() }
    }

    /// The request as a URL, an argument a line; `more` stands for what every request carries.
    pub fn url(drawing: &Drawing, host: &str, more: Option<&str>) -> Self {
        let mut arguments = vec![("Action".to_owned(), drawing.name.clone())];
        for row in drawing.parameters.iter().filter(|row| row.shown && row.name != "Action") {
            arguments.push((drawing.travelling(&row.name), row.value.clone()));
        }
        let lines: Vec<String> = arguments.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut text = format!("https://{host}/?{}", lines.join("\n&"));
        if let Some(more) = more {
            text.push_str("\n&");
            text.push_str(more);
        }
        Shown { role: ExampleRole::Request, format: ExampleFormat::Url, text, arguments }
    }
}

impl Drawing {
    /// A name as the request example has it.
    fn travelling(&self, name: &str) -> String {
        let segment = |text: &str| match text {
            "N" | "n" if self.numbered => "1".to_owned(),
            text => text.to_owned(),
        };
        name.split('.').map(segment).collect::<Vec<_>>().join(".")
    }

    /// The answer, each field of it shown.
    pub fn answer(&self) -> Value {
        self.object(&self.response)
    }

    fn object(&self, rows: &[Row]) -> Value {
        let mut object = Map::new();
        for row in rows {
            let value = match &row.below {
                Below::Nothing => self.value(&row.ty, &row.value),
                Below::Structure(rows) => self.object(rows),
                Below::Elements { element, rows } => {
                    json!({ element.as_str(): [self.object(rows), self.object(rows)] })
                }
                Below::Scalars { element } => {
                    json!({ element.as_str(): [self.value(&row.ty, &row.value)] })
                }
            };
            match row.name.split_once('.') {
                Some((structure, field)) => object.insert(structure.to_owned(), json!({ field: value })),
                None => object.insert(row.name.clone(), value),
            };
        }
        Value::Object(object)
    }

    fn value(&self, ty: &Type, text: &str) -> Value {
        match ty {
            Type::String | Type::Unknown => json!(text),
            Type::Integer => json!(1),
            Type::Float => json!(1.5),
            Type::Boolean => json!(true),
            Type::Object => json!({}),
            Type::Array { item } => json!([self.value(item, text)]),
            Type::Model { name } => {
                let known = |model: &&Model| model.name == *name;
                let model = self.models.iter().find(known);
                self.object(model.map_or(&[], |model| model.rows.as_slice()))
            }
        }
    }
}

/// JSON with an indentation.
pub(super) fn json_text(value: &Value, indent: &str) -> String {
    let mut out = Vec::new();
    let mut serializer =
        Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(indent.as_bytes()));
    value.serialize(&mut serializer).expect("JSON can be written");
    String::from_utf8(out).expect("JSON is text")
}

/// The answer as XML.
pub(super) fn xml_text(operation: &str, value: &Value) -> String {
    let mut out = format!("<{operation}Response>\n");
    xml_fields(value, 1, &mut out);
    out.push_str(&format!("</{operation}Response>"));
    out
}

fn xml_fields(value: &Value, depth: usize, out: &mut String) {
    let Value::Object(fields) = value else { return };
    for (name, value) in fields {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let indent = "      ".repeat(depth);
        for item in items {
            match item {
                Value::Object(_) => {
                    out.push_str(&format!("{indent}<{name}>\n"));
                    xml_fields(item, depth + 1, out);
                    out.push_str(&format!("{indent}</{name}>\n"));
                }
                Value::String(text) => out.push_str(&format!("{indent}<{name}>{text}</{name}>\n")),
                other => out.push_str(&format!("{indent}<{name}>{other}</{name}>\n")),
            }
        }
    }
}
