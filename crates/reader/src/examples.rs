//! Examples: requests as URLs, forms, JSON or curl; answers as JSON or XML.

use contract::{Argument, Example, ExampleFormat, ExampleRole};
use page::Code;
use source::{Origin, Source, Span};

use crate::accounting::Ledger;
use crate::arguments::{curl_arguments, form_arguments, json_arguments, url_arguments};
use crate::diagnostics;
use crate::json;
use crate::request_line::{header_line, request_line};
use crate::sections::Section;
use crate::shape::Shape;

/// Reads a block of code, if it is an example of a request or an answer.
/// The shape of an answer comes with it, if it needed no mending.
pub(crate) fn example<'s>(
    section: Option<Section>,
    code: &Code,
    ledger: &mut Ledger<'s>,
) -> Option<(Example, Option<Shape<'s>>)> {
    let source = ledger.source;
    let span = trimmed(source.slice(code.content), code.content);
    let text = source.slice(span);
    let format = format_of(section, text)?;
    let role = match (section, format) {
        (_, ExampleFormat::Url | ExampleFormat::Curl | ExampleFormat::Form) => ExampleRole::Request,
        (Some(_), ExampleFormat::Http) if request_line(first_line(text)).is_some() => ExampleRole::Request,
        (Some(_), ExampleFormat::Http) if refuses(first_line(text)) => ExampleRole::Error,
        (Some(Section::ErrorExample), _) => ExampleRole::Error,
        (Some(Section::RequestExample), ExampleFormat::Json) => ExampleRole::Request,
        (Some(Section::Examples | Section::ResponseExample | Section::RequestExample), _) => {
            ExampleRole::Response
        }
        _ => return None,
    };
    let mut example = Example {
        role,
        format,
        text: source.slice(code.content).trim_matches('\n').to_owned(),
        repaired: None,
        arguments: Vec::new(),
        origin: Origin::Stated(ledger.at(code.content)),
    };
    let mut shape = None;
    match format {
        ExampleFormat::Json => shape = read_json(&mut example, span, ledger),
        ExampleFormat::Url => example.arguments = url_arguments(text),
        ExampleFormat::Form => example.arguments = form_arguments(text),
        ExampleFormat::Curl => {
            let command = curl_arguments(text);
            tell(&command.repairs, span, ledger);
            if let Some(broken) = command.broken {
                ledger.tell(diagnostics::broken_example(at(span, broken.at, ledger), "JSON", broken.why));
            }
            example.arguments = command.arguments;
        }
        ExampleFormat::Http => {
            if role == ExampleRole::Request {
                example.arguments = message_arguments(text);
            }
            let body = example.body().trim_end().len();
            let body = Span::new(span.end - body.min(span.len()), span.end);
            let body = trimmed(source.slice(body), body);
            if source.slice(body).starts_with('{') {
                shape = read_json(&mut example, body, ledger);
            }
        }
        ExampleFormat::Xml => {}
    }
    Some((example, shape))
}

fn trimmed(text: &str, span: Span) -> Span {
    let begin = span.start + (text.len() - text.trim_start().len());
    Span::new(begin, begin + text.trim().len())
}

fn read_json<'s>(example: &mut Example, span: Span, ledger: &mut Ledger<'s>) -> Option<Shape<'s>> {
    let source: &'s Source = ledger.source;
    let text = source.slice(span);
    let shape = Shape::read(text).filter(|_| example.role != ExampleRole::Request);
    if shape.is_some() {
        return shape;
    }
    match json::read(text) {
        Ok(mut read) => {
            let rest = text[read.end..].trim();
            let form = if rest.starts_with(['&', '＆']) { form_arguments(rest) } else { Vec::new() };
            if !form.is_empty() {
                read.repairs.push(json::Repair { what: "arguments of a URL behind it", at: read.end });
            } else if !rest.is_empty() {
                read.repairs.push(json::Repair { what: "text behind it", at: read.end });
            }
            tell(&read.repairs, span, ledger);
            if example.role == ExampleRole::Request {
                add(&mut example.arguments, json_arguments(&read.value));
                add(&mut example.arguments, form);
            }
            if !read.repairs.is_empty() {
                example.repaired = Some(read.value);
            }
        }
        Err(broken) => {
            ledger.tell(diagnostics::broken_example(at(span, broken.at, ledger), "JSON", broken.why));
        }
    }
    None
}

fn add(arguments: &mut Vec<Argument>, more: Vec<Argument>) {
    for argument in more {
        if !arguments.iter().any(|known| known.name == argument.name) {
            arguments.push(argument);
        }
    }
}

/// Tells each kind of repair once, where it was made first.
fn tell(repairs: &[json::Repair], span: Span, ledger: &mut Ledger<'_>) {
    for (index, first) in repairs.iter().enumerate() {
        if repairs[..index].iter().any(|other| other.what == first.what) {
            continue;
        }
        let count = repairs.iter().filter(|other| other.what == first.what).count();
        let place = at(span, first.at, ledger);
        ledger.tell(diagnostics::repaired_example(place, first.what, count));
    }
}

/// The sign at an offset of an example's text.
fn at(span: Span, offset: usize, ledger: &Ledger<'_>) -> source::Location {
    let begin = (span.start + offset).min(span.end);
    let sign = ledger.source.slice(Span::new(begin, span.end)).chars().next();
    ledger.at(Span::new(begin, begin + sign.map_or(0, char::len_utf8)))
}

fn format_of(section: Option<Section>, text: &str) -> Option<ExampleFormat> {
    let tag = |rest: &str| {
        rest.trim_start().starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!'))
    };
    if text.strip_prefix("curl").is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        Some(ExampleFormat::Curl)
    } else if ["http://", "https://", "http(s)://"].iter().any(|scheme| text.starts_with(scheme)) {
        text.contains(['?', '？']).then_some(ExampleFormat::Url)
    } else if text.starts_with(['{', '[']) {
        Some(ExampleFormat::Json)
    } else if text.strip_prefix('<').is_some_and(tag) {
        Some(ExampleFormat::Xml)
    } else if text.starts_with("HTTP/") || request_line(first_line(text)).is_some() {
        Some(ExampleFormat::Http)
    } else if matches!(section, Some(Section::RequestExample | Section::Examples)) && is_form(text) {
        Some(ExampleFormat::Form)
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

/// `Action=X&A=B`, or a pair a line.
fn is_form(text: &str) -> bool {
    let name = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    let mut parts = text.split(['&', '＆', '\n']).map(str::trim).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            part.starts_with('<')
                || part.split_once(['=', '＝']).is_some_and(|(key, _)| !key.is_empty() && name(key))
        })
}
