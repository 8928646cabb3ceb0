//! Examples: requests as URLs, forms, JSON or curl; answers as JSON or XML.

use contract::{Argument, Example, ExampleFormat, ExampleRole};
use page::Code;
use serde_json::Value;
use source::Origin;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::request_line::{header_line, request_line};
use crate::sections::Section;

/// Reads a block of code, if it is an example of a request or an answer.
pub(crate) fn example(section: Option<Section>, code: &Code, ledger: &mut Ledger<'_>) -> Option<Example> {
    let text = ledger.source.slice(code.content).trim_matches('\n');
    let trimmed = text.trim();
    let origin = Origin::Stated(ledger.at(code.content));
    let format = format_of(trimmed)?;
    let role = match (section, format) {
        (_, ExampleFormat::Url | ExampleFormat::Curl | ExampleFormat::Form) => ExampleRole::Request,
        (Some(_), ExampleFormat::Http) if request_line(first_line(trimmed)).is_some() => ExampleRole::Request,
        (Some(_), ExampleFormat::Http) if refuses(first_line(trimmed)) => ExampleRole::Error,
        (Some(Section::ErrorExample), _) => ExampleRole::Error,
        (Some(Section::RequestExample), ExampleFormat::Json) => ExampleRole::Request,
        (Some(Section::Examples | Section::ResponseExample), _) => ExampleRole::Response,
        (Some(Section::RequestExample), _) => ExampleRole::Response,
        _ => return None,
    };
    let arguments = match (role, format) {
        (ExampleRole::Request, ExampleFormat::Url) => url_arguments(trimmed),
        (ExampleRole::Request, ExampleFormat::Json) => json_arguments(trimmed),
        (ExampleRole::Request, ExampleFormat::Http) => message_arguments(trimmed),
        _ => Vec::new(),
    };
    let mut example = Example { role, format, text: text.to_owned(), arguments, origin };
    if let Some(Err(error)) = json(&example) {
        let at = example.origin.location().clone();
        ledger.tell(diagnostics::broken_example(at, "JSON", &error.to_string()));
    }
    if format == ExampleFormat::Http && role == ExampleRole::Request {
        example.arguments.extend(json_arguments(example.body()));
    }
    Some(example)
}

/// What an example carries, if it is JSON.
pub(crate) fn json(example: &Example) -> Option<serde_json::Result<Value>> {
    let body = example.body().trim();
    let is_json = match example.format {
        ExampleFormat::Json => true,
        ExampleFormat::Http => body.starts_with('{'),
        _ => false,
    };
    is_json.then(|| serde_json::from_str(body))
}

fn format_of(text: &str) -> Option<ExampleFormat> {
    if text.starts_with("curl ") {
        Some(ExampleFormat::Curl)
    } else if text.starts_with("http://") || text.starts_with("https://") {
        text.contains(['?', '？']).then_some(ExampleFormat::Url)
    } else if text.starts_with('{') || text.starts_with('[') {
        Some(ExampleFormat::Json)
    } else if text.starts_with('<') {
        Some(ExampleFormat::Xml)
    } else if text.starts_with("HTTP/") || request_line(first_line(text)).is_some() {
        Some(ExampleFormat::Http)
    } else {
        None
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Whether an answer's first line, such as `HTTP/1.1 404 Not Found`, refuses.
fn refuses(line: &str) -> bool {
    let status = line.split_whitespace().nth(1).and_then(|word| word.parse::<u16>().ok());
    line.starts_with("HTTP/") && status.is_some_and(|status| status >= 400)
}

/// The query and the headers of a message; the host is not the caller's to choose.
fn message_arguments(text: &str) -> Vec<Argument> {
    let mut arguments =
        request_line(first_line(text)).map(|(_, target)| url_arguments(target)).unwrap_or_default();
    let headers = text.lines().skip(1).map(str::trim).take_while(|line| !line.is_empty());
    let carried = headers.filter_map(header_line).filter(|(name, _)| !name.eq_ignore_ascii_case("Host"));
    arguments
        .extend(carried.map(|(name, value)| Argument { name: name.to_owned(), value: value.to_owned() }));
    arguments
}

/// `https://host/?Action=X` and `&A=B` lines; placeholders such as `&<公共请求参数>` are no arguments.
fn url_arguments(text: &str) -> Vec<Argument> {
    let Some((_, query)) = text.split_once(['?', '？']) else { return Vec::new() };
    query
        .split(['&', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty() && !part.starts_with('<'))
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| Argument { name: name.trim().to_owned(), value: value.trim().to_owned() })
        .collect()
}

fn json_arguments(text: &str) -> Vec<Argument> {
    let Ok(Value::Object(object)) = serde_json::from_str(text) else { return Vec::new() };
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    object.iter().map(|(name, value)| Argument { name: name.clone(), value: plain(value) }).collect()
}
