//! Documented examples.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
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

/// One name and value of a request example. The name is as written: an index in it is the example's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Argument {
    /// The name.
    pub name: String,
    /// The value. Of a URL or a form as written, escapes and all, see [`Example::is_escaped`]; of a JSON body the text, or
    /// the JSON of what is no text.
    pub value: String,
}

/// Values that say that there is none.
const NO_VALUE: &[&str] = &["null", "nil", "n/a", "-", "--", "无", "空"];
/// Signs that stand for others.
const MASKS: &[&str] = &["**", "xxx", "…", "..."];

/// Whether a value of a page hides what it was (`m-bp1****`, `uimage-xxxx`) or stands for one (`<ImageId>`): never to be
/// sent, and no evidence of what values look like.
pub fn is_masked(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    NO_VALUE.contains(&lower.as_str())
        || MASKS.iter().any(|mask| lower.contains(mask))
        || (lower.starts_with('<') && lower.ends_with('>'))
        || (lower.starts_with('{') && lower.ends_with('}') && !lower.contains(':'))
}

/// A value that a documentation tool filled in at random: eight letters in no word's case. It is no
/// evidence of what values look like.
pub fn is_random_fill(value: &str) -> bool {
    let letters = value.len() == 8 && value.bytes().all(|b| b.is_ascii_alphabetic());
    // In words written together each capital is followed by two small letters.
    let bytes = value.as_bytes();
    let odd = |at: usize| {
        bytes[at].is_ascii_uppercase()
            && !bytes.get(at + 1..at + 3).is_some_and(|next| next.iter().all(u8::is_ascii_lowercase))
    };
    letters && bytes.iter().any(u8::is_ascii_lowercase) && (0..bytes.len()).any(odd)
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
    /// What a text that is no JSON was read as; a diagnostic tells what was mended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repaired: Option<Value>,
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

    /// The JSON that it carries, mended where it had to be.
    pub fn json(&self) -> Option<Value> {
        if !matches!(self.format, ExampleFormat::Json | ExampleFormat::Http) {
            return None;
        }
        self.repaired.clone().or_else(|| serde_json::from_str(self.body()).ok())
    }

    /// Whether the values of its arguments stand escaped as in a URL. A curl command's do unless it sends JSON.
    pub fn is_escaped(&self) -> bool {
        match self.format {
            ExampleFormat::Url | ExampleFormat::Form | ExampleFormat::Http => true,
            ExampleFormat::Json | ExampleFormat::Xml => false,
            ExampleFormat::Curl => !self.text.contains('{'),
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

    #[test]
    fn masks_are_told_from_values() {
        for masked in [
            "m-bp1h46wfpjsjastc****",
            "uimage-XXXX",
            "org-xxx",
            "<ImageId>",
            "{id}",
            "...",
            "N/A",
            "e522b26d-04b7**3c",
        ] {
            assert!(is_masked(masked), "{masked}");
        }
        for value in ["cn-hangzhou", "Standard", "{\"a\": 1}", "a-b", "0"] {
            assert!(!is_masked(value), "{value}");
        }
    }

    #[test]
    fn random_fill_is_told_from_values() {
        for fill in ["kyKUeICs", "WJTsopBq", "LonOoQBQ", "xAyRfoay", "TtzKXtvV", "mtHpdcEX", "rAIFVKLK"] {
            assert!(is_random_fill(fill), "{fill}");
        }
        for value in
            ["cn-hangzhou", "Standard", "FinanceJoshua", "m-imageid1", "Test", "available", "DiskType"]
        {
            assert!(!is_random_fill(value), "{value}");
        }
    }
}
