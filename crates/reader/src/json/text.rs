//! Strings, in whatever quotes.

use super::Broken;
use super::scan::Scan;

impl Scan<'_> {
    /// Whether a string begins here; Python's `u` may stand before it.
    pub(super) fn string_begins(&self) -> bool {
        let rest = self.rest();
        let rest = rest.strip_prefix('u').unwrap_or(rest);
        rest.starts_with(|sign| !closers(sign).is_empty())
    }

    pub(super) fn string(&mut self) -> Result<String, Broken> {
        let begin = self.at;
        if self.peek() == Some('u') {
            self.bump();
        }
        let quote = self.peek().unwrap_or('"');
        if quote != '"' || self.at > begin {
            self.tell("quotes other than JSON's", begin);
        }
        self.bump();
        let closers = closers(quote);
        let mut text = String::new();
        while let Some(sign) = self.peek() {
            let here = self.at;
            self.bump();
            match sign {
                '\\' => self.escape(here, &mut text),
                '\n' if self.line_begins_something() => {
                    // The line was to end the string; the comma is none of it.
                    self.tell("missing closing quote", begin);
                    let said = text.trim_end().trim_end_matches([',', '，']).trim_end();
                    text.truncate(said.trim_end_matches(['”', '’', '\'']).len());
                    self.at = self.text[..here].trim_end().trim_end_matches([',', '，']).len();
                    return Ok(text);
                }
                '\n' => {
                    self.tell("unescaped line break", here);
                    text.push(sign);
                }
                _ if closers.contains(&sign) && self.ends_here() => return Ok(text),
                _ if sign == quote => {
                    if quote == '"' {
                        self.tell("unescaped quote", here);
                    }
                    text.push(sign);
                }
                _ => {
                    if sign < ' ' && sign != '\r' {
                        self.tell("unescaped control character", here);
                    }
                    text.push(sign);
                }
            }
        }
        Err(Broken { why: "a string never ends", at: begin })
    }

    fn escape(&mut self, here: usize, text: &mut String) {
        let rest = self.rest();
        let (escaped, length) = match rest.as_bytes().first() {
            Some(b'"') => ("\"", 1),
            Some(b'\\') => ("\\", 1),
            Some(b'/') => ("/", 1),
            Some(b'b') => ("\u{8}", 1),
            Some(b'f') => ("\u{c}", 1),
            Some(b'n') => ("\n", 1),
            Some(b'r') => ("\r", 1),
            Some(b't') => ("\t", 1),
            Some(b'\'') => ("'", 1),
            Some(b'u') => {
                // One escape, or the two that make a sign beyond the first plane.
                for length in [11, 5] {
                    let literal = rest.get(..length).map(|digits| format!("\"\\{digits}\""));
                    if let Some(Ok(decoded)) = literal.map(|literal| serde_json::from_str::<String>(&literal))
                        && decoded.chars().count() == 1
                    {
                        text.push_str(&decoded);
                        self.at += length;
                        return;
                    }
                }
                ("", 0)
            }
            _ => ("", 0),
        };
        if length == 0 {
            self.tell("escape that is none", here);
            text.push('\\');
        } else {
            text.push_str(escaped);
            self.at += length;
        }
    }

    /// Whether what follows a quote lets the string end there.
    fn ends_here(&self) -> bool {
        let rest = self.rest().trim_start_matches([' ', '\t', '\r', '\u{a0}']);
        rest.is_empty()
            || rest.starts_with([',', '，', ':', '：', '}', ']', '\n', '#', ';'])
            || rest.starts_with("//")
            || rest.starts_with("/*")
    }

    /// Whether the next line begins with a name or a bracket, so that no string goes on there.
    fn line_begins_something(&self) -> bool {
        let rest = self.rest().trim_start();
        match rest.chars().next() {
            Some('}' | ']') => true,
            Some(quote) if !closers(quote).is_empty() => {
                let line = rest.lines().next().unwrap_or_default();
                line.contains([':', '：'])
            }
            _ => false,
        }
    }
}

/// The signs that may close a string that this one opens; none if it opens no string.
fn closers(quote: char) -> &'static [char] {
    match quote {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '”' => &['”', '“', '"'],
        '‘' | '’' => &['’', '‘', '\''],
        _ => &[],
    }
}
