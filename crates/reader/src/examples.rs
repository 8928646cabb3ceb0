//! Examples: requests as URLs, forms, JSON or curl; answers as JSON or XML.

use contract::{Argument, Example, ExampleFormat, ExampleRole};
use page::Code;
use source::Origin;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::sections::Section;

/// Reads a block of code, if it is an example of a request or an answer.
pub(crate) fn example(section: Option<Section>, code: &Code, ledger: &mut Ledger<'_>) -> Option<Example> {
    let text = ledger.source.slice(code.content).trim_matches('\n');
    let trimmed = text.trim();
    let origin = Origin::Stated(ledger.at(code.content));
    let format = format_of(trimmed)?;
    let role = match (section, format) {
        (_, ExampleFormat::Url | ExampleFormat::Curl | ExampleFormat::Form) => ExampleRole::Request,
        (Some(Section::ErrorExample), _) => ExampleRole::Error,
        (Some(Section::RequestExample), ExampleFormat::Json) => ExampleRole::Request,
        (Some(Section::Examples | Section::ResponseExample), _) => ExampleRole::Response,
        (Some(Section::RequestExample), _) => ExampleRole::Response,
        _ => return None,
    };
    let arguments = match (role, format) {
        (ExampleRole::Request, ExampleFormat::Url) => url_arguments(trimmed),
        (ExampleRole::Request, ExampleFormat::Json) => json_arguments(trimmed),
        _ => Vec::new(),
    };
    if format == ExampleFormat::Json
        && let Err(error) = serde_json::from_str::<serde_json::Value>(trimmed)
    {
        let at = origin.location().clone();
        ledger.tell(diagnostics::broken_example(at, "JSON", &error.to_string()));
    }
    Some(Example { role, format, text: text.to_owned(), arguments, origin })
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
    } else {
        None
    }
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
    let Ok(serde_json::Value::Object(object)) = serde_json::from_str(text) else { return Vec::new() };
    let plain = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    object.iter().map(|(name, value)| Argument { name: name.clone(), value: plain(value) }).collect()
}
