//! The block that shows how a request of HTTP is written: its line, its headers, and what a body names.

use contract::{Example, ExampleFormat, HttpBinding, Position};
use page::Code;
use source::{Origin, Source, Sourced, Span};

use crate::accounting::Ledger;
use crate::diagnostics;

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/// What such a block says.
#[derive(Debug)]
pub(crate) struct Syntax {
    pub(crate) http: HttpBinding,
    /// What it names, from left to right.
    pub(crate) names: Vec<Mention>,
    /// Segments of the path that are written as they are; one may be the name of a parameter.
    pub(crate) segments: Vec<Sourced<String>>,
    /// The header that makes the body a form.
    pub(crate) form: Option<Span>,
}

/// A parameter that the block names.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) name: Sourced<String>,
    pub(crate) position: Position,
    /// The value, where one stands there instead of a placeholder.
    pub(crate) value: Option<Sourced<String>>,
}

/// The method and the target of a line such as `PUT /<object_name>?acl HTTP/1.1`.
pub(crate) fn request_line(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    let method = words.next().filter(|word| METHODS.contains(word))?;
    let target = words.next().filter(|word| word.starts_with('/'))?;
    let version = words.next().is_none_or(|word| word.starts_with("HTTP/"));
    (version && words.next().is_none()).then_some((method, target))
}

/// The name and the value of a line such as `Content-Length: <length>`.
pub(crate) fn header_line(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_name.then(|| (name, value.trim()))
}

/// Reads the block that shows how a request is written.
pub(crate) fn syntax(code: &Code, ledger: &mut Ledger<'_>) -> Option<Syntax> {
    let syntax = read(ledger.source, code.content);
    if syntax.is_none() {
        let line = ledger.source.slice(code.content).trim().lines().next().unwrap_or_default();
        ledger.tell(diagnostics::broken_request_line(ledger.at(code.content), line));
    }
    syntax
}

/// Tells of the page's own requests that have another method than the block.
pub(crate) fn compare(http: &HttpBinding, examples: &[Example], ledger: &mut Ledger<'_>) {
    for example in examples.iter().filter(|example| example.format == ExampleFormat::Http) {
        let shown = example.text.lines().next().and_then(request_line);
        if let Some((method, _)) = shown.filter(|(method, _)| *method != http.method.value) {
            let at = example.origin.location().clone();
            ledger.tell(diagnostics::disputed_method(at, &http.method.value, method));
        }
    }
}

/// `None` if the block does not begin with a request line.
fn read(source: &Source, block: Span) -> Option<Syntax> {
    let reader = Reader { source, text: source.slice(block), start: block.start };
    let mut lines = reader.text.lines().skip_while(|line| line.trim().is_empty());
    let (method, target) = request_line(lines.next()?)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let http = HttpBinding {
        method: reader.stated(method),
        path: reader.stated(path),
        flags: Vec::new(),
        host: None,
        origin: Origin::Stated(source.locate(reader.span(method).to(reader.span(target)))),
    };
    let mut syntax = Syntax { http, names: Vec::new(), segments: Vec::new(), form: None };
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let names = || segment.split(['<', '{']).skip(1).filter_map(|rest| rest.split_once(['>', '}']));
        names().for_each(|(name, _)| syntax.mention(reader.stated(name), Position::Path, None));
        if names().next().is_none() {
            syntax.segments.push(reader.stated(segment));
        }
    }
    for part in query.split('&').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((name, value)) => {
                syntax.mention(reader.stated(name), Position::Query, reader.literal(value))
            }
            None if syntax.http.flags.iter().any(|flag| flag.value == part) => {}
            None => syntax.http.flags.push(reader.stated(part)),
        }
    }
    // The version may have slipped to a line of its own.
    let mut lines = lines.skip_while(|line| line.trim().starts_with("HTTP/"));
    for line in lines.by_ref().map(str::trim).take_while(|line| !line.is_empty()) {
        let Some((name, value)) = header_line(line) else { continue };
        if name.eq_ignore_ascii_case("Host") {
            syntax.http.host = Some(reader.stated(value));
            continue;
        }
        if name.eq_ignore_ascii_case("Content-Type") && value.contains("form") {
            syntax.form = Some(reader.span(line));
        }
        syntax.mention(reader.stated(name), Position::Header, reader.literal(value));
    }
    for line in lines.map(str::trim) {
        // `"op": <op-type>,`
        let key = line.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        if let Some((name, rest)) = key
            && rest.trim_start_matches([':', ' ']).starts_with('<')
        {
            syntax.mention(reader.stated(name), Position::Body, None);
        }
    }
    Some(syntax)
}

impl Syntax {
    fn mention(&mut self, name: Sourced<String>, position: Position, value: Option<Sourced<String>>) {
        if !name.value.is_empty() {
            self.names.push(Mention { name, position, value });
        }
    }
}

struct Reader<'s> {
    source: &'s Source,
    text: &'s str,
    start: usize,
}

impl Reader<'_> {
    /// Where a part of the text stands in the file.
    fn span(&self, part: &str) -> Span {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.start + offset, self.start + offset + part.len())
    }

    fn stated(&self, part: &str) -> Sourced<String> {
        Sourced::stated(part.to_owned(), self.source.locate(self.span(part)))
    }

    /// A value that is no placeholder.
    fn literal(&self, value: &str) -> Option<Sourced<String>> {
        let open = value.is_empty() || value.contains(['<', '{']);
        (!open).then(|| self.stated(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, Position)> {
        let source = Source::new("page.md", text.to_owned());
        let syntax = read(&source, Span::new(0, text.len())).expect("begins with a request line");
        syntax.names.into_iter().map(|mention| (mention.name.value, mention.position)).collect()
    }

    #[test]
    fn line_headers_and_body_name_parameters() {
        let text = "  PUT /<key>?acl&part=<n> HTTP/1.1\nHost: h\nX-Trace: <t>\n\n{\n \"op\": <o>,\n}";
        let expected = [
            ("key", Position::Path),
            ("part", Position::Query),
            ("X-Trace", Position::Header),
            ("op", Position::Body),
        ];
        assert_eq!(names(text), expected.map(|(name, position)| (name.to_owned(), position)));
    }

    #[test]
    fn a_sentence_is_no_request_line() {
        assert_eq!(request_line("GET /a HTTP/1.1"), Some(("GET", "/a")));
        assert_eq!(request_line("GET /a and then more"), None);
        assert_eq!(request_line("Get /a"), None);
        assert_eq!(request_line("https://host/?Action=A"), None);
    }
}
