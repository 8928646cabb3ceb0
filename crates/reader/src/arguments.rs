//! The arguments of a request example, as a URL, a form, a JSON body or a curl command gives them.

use contract::Argument;
use serde_json::Value;

use crate::json::{self, Broken, Repair};

/// `https://host/?Action=X` and `&A=B` lines.
pub(crate) fn url_arguments(text: &str) -> Vec<Argument> {
    text.split_once(['?', '？']).map_or_else(Vec::new, |(_, query)| form_arguments(query))
}

/// `A=B&C=D`, over several lines or not. Placeholders such as `&<公共请求参数>` or `&公共参数＝` are no arguments, and
/// neither is a part without a sign that says that it is equal to something.
pub(crate) fn form_arguments(text: &str) -> Vec<Argument> {
    let is_name = |name: &str| name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let argument = |part: &str| {
        let part = part.trim().trim_start_matches(['?', '？']);
        let cut = if part.is_ascii() { part.split_once('=') } else { part.split_once(['=', '＝']) };
        let (name, value) = cut.filter(|(name, _)| is_name(name.trim_start()))?;
        Some(Argument { name: name.trim().to_owned(), value: value.trim().to_owned() })
    };
    // A wide sign is three bytes, of which few texts have any.
    let wide = text.contains('＆');
    text.split(|c| matches!(c, '&' | '\n') || (wide && c == '＆')).filter_map(argument).collect()
}

/// The members of a JSON body. What is no text is given as JSON.
pub(crate) fn json_arguments(body: &Value) -> Vec<Argument> {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let members = body.as_object().into_iter().flatten();
    members.map(|(name, value)| Argument { name: name.clone(), value: plain(value) }).collect()
}

/// What a curl command sends.
#[derive(Debug, Default)]
pub(crate) struct Command {
    pub(crate) arguments: Vec<Argument>,
    /// What had to be mended in its JSON body; places are those of the command's text.
    pub(crate) repairs: Vec<Repair>,
    /// Why its JSON body can't be read.
    pub(crate) broken: Option<Broken>,
}

/// Options whose value is the body, or a part of it.
const DATA: &[&str] = &[
    "-d",
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-ascii",
    "--data-urlencode",
    "--json",
    "-F",
    "--form",
];
/// Options whose value is no argument of the request.
const OTHER: &[&str] = &[
    "-H",
    "--header",
    "-X",
    "--request",
    "-u",
    "--user",
    "-A",
    "--user-agent",
    "-o",
    "--output",
    "-e",
    "--referer",
    "-b",
    "--cookie",
    "-m",
    "--max-time",
    "--connect-timeout",
];

/// Reads a curl command: the query of its URL and its body, a form or JSON.
pub(crate) fn curl_arguments(text: &str) -> Command {
    let mut command = Command::default();
    let mut words = words(text).into_iter().skip(1);
    while let Some((at, word)) = words.next() {
        let joined = word.split_once('=').filter(|(option, _)| option.starts_with("--"));
        let (option, value) = match joined {
            Some((option, value)) => (option, Some((at + option.len() + 1, value.to_owned()))),
            None => (word.as_str(), None),
        };
        if DATA.contains(&option) {
            if let Some((at, data)) = value.or_else(|| words.next()) {
                command.body(at, &data);
            }
        } else if OTHER.contains(&option) {
            if value.is_none() {
                words.next();
            }
        } else if !option.starts_with('-') {
            command.arguments.extend(url_arguments(&word));
        }
    }
    command
}

impl Command {
    fn body(&mut self, at: usize, data: &str) {
        if !data.trim_start().starts_with(['{', '[']) {
            self.arguments.extend(form_arguments(data));
            return;
        }
        match json::read(data) {
            Ok(read) => {
                self.arguments.extend(json_arguments(&read.value));
                self.repairs
                    .extend(read.repairs.iter().map(|repair| Repair { at: at + repair.at, ..*repair }));
            }
            Err(broken) => self.broken = Some(Broken { at: at + broken.at, ..broken }),
        }
    }
}

/// The words of a command line, each with the place of its first sign. Quotes and backslashes are undone; in a word in
/// single quotes nothing is moved, so that a place in the word is one in the text.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut quote: Option<char> = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        match (quote, sign) {
            (Some(end), sign) if sign == end => quote = None,
            (Some('\''), sign) => open.get_or_insert((at, String::new())).1.push(sign),
            (_, '\\') => match signs.next() {
                Some((_, '\n')) | None => {}
                Some((_, next)) => {
                    let word = &mut open.get_or_insert((at, String::new())).1;
                    if quote.is_some() && !matches!(next, '"' | '\\' | '$' | '`') {
                        word.push('\\');
                    }
                    word.push(next);
                }
            },
            (Some(_), sign) => open.get_or_insert((at, String::new())).1.push(sign),
            (None, '\'' | '"') => {
                quote = Some(sign);
                open.get_or_insert((at + 1, String::new()));
            }
            (None, sign) if sign.is_whitespace() => words.extend(open.take()),
            (None, sign) => open.get_or_insert((at, String::new())).1.push(sign),
        }
    }
    words.extend(open);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[Argument], expected: &[(&str, &str)]) {
        let found: Vec<(&str, &str)> =
            arguments.iter().map(|a| (a.name.as_str(), a.value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_url_gives_its_query() {
        let url = "https://api.example.com/？Action=CopyLamp\n&Size= 3\n&<公共请求参数>\n&公共参数＝\n＆Name＝a%20b\n\n?Mode=x\n&Odd: 1";
        check(
            &url_arguments(url),
            &[("Action", "CopyLamp"), ("Size", "3"), ("Name", "a%20b"), ("Mode", "x")],
        );
    }

    #[test]
    fn a_curl_command_gives_query_and_body() {
        let form = curl_arguments(
            "curl -X POST 'https://a.example/?Action=X' -H \"Accept: */*\" -d 'A=1&B=2' --data C=3",
        );
        check(&form.arguments, &[("Action", "X"), ("A", "1"), ("B", "2"), ("C", "3")]);
        let text = "curl 'https://a.example' \\\n--header 'Content-Type: application/json' \\\n--data '{\n  \"A\": 1,\n  \"B\": [\"x\"],\n}'";
        let json = curl_arguments(text);
        check(&json.arguments, &[("A", "1"), ("B", "[\"x\"]")]);
        assert_eq!(json.repairs.len(), 1);
        assert_eq!(&text[json.repairs[0].at..][..3], ",\n}");
        check(
            &curl_arguments(r#"curl https://a.example --data-raw "{\"A\": \"b\"}""#).arguments,
            &[("A", "b")],
        );
        assert!(curl_arguments("curl https://a.example -d '{ { }'").broken.is_some());
    }
}
