//! Documented examples.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::Origin;

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ExampleRole {
    /// A request.
    Request,
    /// A successful answer.
    Response,
    /// An answer that refuses.
    Error,
}

/// How an example is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ExampleFormat {
    /// A URL with a query, perhaps over several lines.
    Url,
    /// A form body.
    Form,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A curl command.
    Curl,
}

/// One name and value of a request example, as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// The value, not decoded.
    pub value: String,
}

/// An example on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Example {
    /// What it shows.
    pub role: ExampleRole,
    /// How it is written.
    pub format: ExampleFormat,
    /// The text, verbatim.
    pub text: String,
    /// The arguments of a request, placeholders such as `<公共请求参数>` left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<Argument>,
    /// Where it stands.
    pub origin: Origin,
}
