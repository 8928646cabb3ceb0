//! Where things stand in an HTTP message, for pages that say so.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::{Origin, Sourced};

use crate::cells::Cells;

/// How an operation is called that has a method and a path of its own, where others are told apart by `Action`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "HttpBindingJson", into = "HttpBindingJson")]
#[schemars(with = "HttpBindingJson")]
pub struct HttpBinding {
    /// `PUT`.
    pub method: Sourced<String>,
    /// `/<object_name>`: as the page writes it, placeholders in angle brackets, without the query.
    pub path: Sourced<String>,
    /// Words of the query that stand without a value and tell operations of one path apart: `uploads`.
    pub flags: Vec<Sourced<String>>,
    /// `<bucket_name>.example.com`: as the page writes it.
    pub host: Option<Sourced<String>>,
    /// The line that says so.
    pub origin: Origin,
}

impl HttpBinding {
    /// `PUT /<object_name>?uploads`.
    pub fn line(&self) -> String {
        let flags: Vec<&str> = self.flags.iter().map(|flag| flag.value.as_str()).collect();
        let query = if flags.is_empty() { String::new() } else { format!("?{}", flags.join("&")) };
        format!("{} {}{query}", self.method.value, self.path.value)
    }
}

/// The part of a message that carries a parameter or a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Position {
    /// The query of the URL.
    Query,
    /// A header.
    Header,
    /// The path of the URL.
    Path,
    /// The body.
    Body,
    /// A field of a form in the body.
    Form,
}

impl Position {
    /// Whether it is an argument of a call: what a call by name carries as a query, a form or a body. Headers and paths
    /// are not.
    pub fn is_argument(self) -> bool {
        !matches!(self, Position::Header | Position::Path)
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Position::Query => "query",
            Position::Header => "header",
            Position::Path => "path",
            Position::Body => "body",
            Position::Form => "form",
        })
    }
}

#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "HttpBinding")]
struct HttpBindingJson {
    method: String,
    path: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    flags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    host: Option<String>,
    origin: Origin,
    #[serde(default)]
    cells: Cells,
}

impl From<HttpBindingJson> for HttpBinding {
    fn from(json: HttpBindingJson) -> Self {
        let (cells, line) = (&json.cells, &json.origin);
        let flag = |flag: String| cells.source(&format!("flag {flag}"), flag, line);
        HttpBinding {
            method: cells.source("method", json.method, line),
            path: cells.source("path", json.path, line),
            flags: json.flags.into_iter().map(flag).collect(),
            host: cells.source_some("host", json.host, line),
            origin: json.origin,
        }
    }
}

impl From<HttpBinding> for HttpBindingJson {
    fn from(http: HttpBinding) -> Self {
        let mut cells = Cells::default();
        cells.note("method", &http.method);
        cells.note("path", &http.path);
        for flag in &http.flags {
            cells.note(format!("flag {}", flag.value), flag);
        }
        if let Some(host) = &http.host {
            cells.note("host", host);
        }
        HttpBindingJson {
            method: http.method.value,
            path: http.path.value,
            flags: http.flags.into_iter().map(|flag| flag.value).collect(),
            host: http.host.map(|host| host.value),
            origin: http.origin,
            cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn the_schema_knows_bindings_and_positions_and_requires_neither() {
        let schema = schemars::schema_for!(crate::Contract).to_value();
        let of = |name: &str| -> &Value { &schema["$defs"][name] };
        assert_eq!(of("HttpBinding")["required"], serde_json::json!(["method", "path", "origin"]));
        for (holder, member) in [("Operation", "http"), ("Parameter", "position"), ("Field", "position")] {
            assert!(of(holder)["properties"].get(member).is_some(), "{holder} lacks {member}");
            let required = of(holder)["required"].as_array().expect("is a list");
            assert!(!required.iter().any(|name| name == member), "{holder} requires {member}");
        }
    }
}
