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
    /// A message of HTTP: the line that begins it, headers, and perhaps a body.
    Http,
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

impl Example {
    /// The body of a message of HTTP, and of anything else all of it. Pages forget the blank line before a body, so one
    /// that begins with a bracket needs none.
    pub fn body(&self) -> &str {
        if self.format == ExampleFormat::Http {
            self.text.get(body_of(&self.text)..).unwrap_or("")
        } else {
            &self.text
        }
    }
}

/// Where the body of a message begins, by its first line that is no header.
fn body_of(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() && at > 0 {
            return at + line.len();
        }
        if words.starts_with(['{', '[', '<']) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_begins_behind_a_blank_line_or_with_a_bracket() {
        let body = |text: &str| text[body_of(text)..].to_owned();
        assert_eq!(body("HTTP/1.1 200 OK\nA: b\n\nwords"), "words");
        assert_eq!(body("HTTP/1.1 200 OK\nA: b\n{\n}"), "{\n}");
        assert_eq!(body("HTTP/1.1 204 No Content\nA: b"), "");
    }
}
