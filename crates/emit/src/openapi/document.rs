//! The words of OpenAPI 3.1 that we use, in the order in which they are written. They borrow what they say.

use std::borrow::Cow;

use contract::Position;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// An object whose members stand in the order in which they were added.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Members<'a, T>(pub(crate) Vec<(Cow<'a, str>, T)>);

impl<T: Serialize> Serialize for Members<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, member)| (name, member)))
    }
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document<'a> {
    pub(crate) openapi: &'static str,
    pub(crate) info: Info<'a>,
    pub(crate) servers: [Server<'a>; 1],
    pub(crate) paths: Members<'a, Members<'a, Item<'a>>>,
    pub(crate) components: Components<'a>,
    #[serde(rename = "x-errors")]
    pub(crate) errors: Vec<ErrorRow<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Info<'a> {
    pub(crate) title: &'a str,
    pub(crate) version: &'a str,
    pub(crate) description: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Server<'a> {
    pub(crate) url: &'a str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Components<'a> {
    pub(crate) schemas: Members<'a, Schema<'a>>,
    pub(crate) security_schemes: Value,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Item<'a> {
    pub(crate) operation_id: String,
    pub(crate) summary: &'a str,
    pub(crate) description: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) deprecated: bool,
    pub(crate) parameters: Vec<Parameter<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) request_body: Option<Body<'a>>,
    #[serde(rename = "x-unplaced", skip_serializing_if = "Vec::is_empty")]
    pub(crate) unplaced: Vec<Parameter<'a>>,
    pub(crate) responses: Members<'a, Response<'a>>,
    #[serde(rename = "x-host", skip_serializing_if = "Option::is_none")]
    pub(crate) host: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) security: Option<Value>,
    #[serde(rename = "x-doctract-action", skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<&'a str>,
    #[serde(rename = "x-page")]
    pub(crate) page: String,
    #[serde(rename = "x-rules", skip_serializing_if = "Vec::is_empty")]
    pub(crate) rules: Vec<Value>,
}

/// What travels in query, header or path.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameter<'a> {
    pub(crate) name: Cow<'a, str>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub(crate) position: Option<Position>,
    pub(crate) required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) allow_empty_value: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<Cow<'a, str>>,
    pub(crate) schema: Schema<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) example: Option<Value>,
    #[serde(rename = "x-doctract-name", skip_serializing_if = "Option::is_none")]
    pub(crate) documented: Option<&'a str>,
    #[serde(rename = "x-page", skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Body<'a> {
    pub(crate) required: bool,
    pub(crate) content: Members<'a, Media<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Media<'a> {
    pub(crate) schema: Schema<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) example: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Response<'a> {
    pub(crate) description: Cow<'a, str>,
    pub(crate) content: Members<'a, Media<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) headers: Option<Members<'a, Header<'a>>>,
    #[serde(rename = "x-errors", skip_serializing_if = "Option::is_none")]
    pub(crate) errors: Option<Vec<ErrorRow<'a>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Header<'a> {
    pub(crate) description: &'a str,
    pub(crate) required: bool,
    pub(crate) schema: Schema<'a>,
    #[serde(rename = "x-page")]
    pub(crate) page: String,
}

/// A row of an error table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ErrorRow<'a> {
    pub(crate) http_status: Option<u16>,
    pub(crate) code: &'a str,
    pub(crate) message: &'a str,
    pub(crate) description: &'a str,
    pub(crate) parameters: &'a [String],
    #[serde(rename = "x-page")]
    pub(crate) page: String,
}

/// A JSON Schema.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Schema<'a> {
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(crate) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(crate) ty: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) format: Option<&'static str>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(crate) only: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) not: Option<Box<Schema<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) properties: Option<Members<'a, Schema<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) required: Option<Vec<Cow<'a, str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) items: Option<Box<Schema<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) one_of: Vec<Schema<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) min_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) max_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) minimum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exclusive_minimum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) exclusive_maximum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) multiple_of: Option<f64>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub(crate) values: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pattern: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) all_of: Vec<Schema<'a>>,
    #[serde(rename = "x-rules", skip_serializing_if = "Vec::is_empty")]
    pub(crate) rules: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) examples: Option<[Value; 1]>,
    #[serde(rename = "x-page", skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<String>,
}

impl<'a> Schema<'a> {
    /// Of values of a type.
    pub(crate) fn of(ty: &'static str) -> Self {
        Self { ty: Some(ty), ..Self::default() }
    }

    /// Of one text only.
    pub(crate) fn only(text: &str) -> Self {
        Self { only: Some(text.into()), ..Self::of("string") }
    }

    /// Of the named one.
    pub(crate) fn named(name: &str) -> Self {
        Self { reference: Some(format!("#/components/schemas/{name}")), ..Self::default() }
    }

    /// Of an object with these properties, of which some are required.
    pub(crate) fn object((properties, required): Properties<'a>) -> Self {
        Self { properties: Some(Members(properties)), required: Some(required), ..Self::of("object") }
    }

    /// Of a list.
    pub(crate) fn list(items: Self) -> Self {
        Self { items: Some(Box::new(items)), ..Self::of("array") }
    }
}

/// The properties of an object, and the names of those that are required.
pub(crate) type Properties<'a> = (Vec<(Cow<'a, str>, Schema<'a>)>, Vec<Cow<'a, str>>);
