//! Rust as text: items with a blank line between them, lists that break where they are too long, literals.
//!
//! What is the same for every page stands in templates, as it will be read. Only logic, the conditions under which a rule is
//! broken, is quoted: [`items`] and [`method`] write it down.

use std::fmt::{self, Display, Write};

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;

/// No line of code is wider where it can break, in bytes.
const WIDTH: usize = 89;

/// A file from its template.
pub(crate) fn file(template: &impl askama::Template) -> String {
    filled(template) + "\n"
}

/// A file of items, none of which ends in a line break.
pub(crate) fn file_of(about: &Doc, items: impl IntoIterator<Item = String>) -> String {
    let mut text = about.inner().to_string();
    for item in items {
        text.push_str("\n\n");
        text.push_str(&item);
    }
    text.push('\n');
    text
}

/// A template with its blanks filled, without a line break at its end.
pub(crate) fn filled(template: &impl askama::Template) -> String {
    template.render().expect("writing to memory does not fail")
}

/// Quoted items as text.
pub(crate) fn items(quoted: TokenStream) -> String {
    let file = syn::parse2(quoted).expect("what is quoted as items is items");
    let mut text = prettyplease::unparse(&file);
    text.truncate(text.trim_end().len());
    text
}

/// A quoted method as text, as it stands inside `impl`.
pub(crate) fn method(quoted: TokenStream) -> String {
    let text = items(quote!(impl It { #quoted }));
    let inside = text.split_once('\n').and_then(|(_, rest)| rest.rsplit_once('\n'));
    inside.map(|(method, _)| method.to_owned()).unwrap_or_default()
}

/// How a list is written: `open` stands before its first item, `close` after its last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List<'l> {
    pub(crate) indent: usize,
    pub(crate) open: &'l str,
    pub(crate) close: &'l str,
}

impl<'l> List<'l> {
    pub(crate) fn new(indent: usize, open: &'l str, close: &'l str) -> Self {
        Self { indent, open, close }
    }

    /// All on one line where they fit, else one a line.
    pub(crate) fn of(self, items: &[String]) -> String {
        self.on_one_line(items).unwrap_or_else(|| {
            let mut text = self.open.to_owned();
            for item in items {
                let _ = write!(text, "\n{:1$}{item},", "", self.indent + 4);
            }
            self.closed(text)
        })
    }

    /// All on one line where they fit, else as many a line as fit.
    pub(crate) fn packed(self, items: &[String]) -> String {
        self.on_one_line(items).unwrap_or_else(|| {
            let mut text = self.open.to_owned();
            let mut column = WIDTH;
            for item in items {
                let width = " ,".len() + item.len();
                if column + width > WIDTH {
                    let _ = write!(text, "\n{:1$}", "", self.indent + 4);
                    column = self.indent + 4 - " ".len();
                } else {
                    text.push(' ');
                }
                text.push_str(item);
                text.push(',');
                column += width;
            }
            self.closed(text)
        })
    }

    fn closed(self, mut text: String) -> String {
        let _ = write!(text, "\n{:1$}{2}", "", self.indent, self.close);
        text
    }

    fn on_one_line(self, items: &[String]) -> Option<String> {
        let between = ", ".len() * items.len().saturating_sub(1);
        let inside: usize = items.iter().map(String::len).sum();
        let width = self.indent + self.open.len() + inside + between + self.close.len();
        (width <= WIDTH).then(|| [self.open, &items.join(", "), self.close].concat())
    }
}

/// `pattern => value,`, with braces where that is too long for a line.
pub(crate) fn arm(indent: usize, pattern: &str, value: &str) -> String {
    if fits(indent, &[pattern, " => ", value, ","]) {
        return format!("{pattern} => {value},");
    }
    format!("{pattern} => {{\n{0:1$}{value}\n{0:2$}}}", "", indent + 4, indent)
}

/// Whether parts of a line fit on one.
pub(crate) fn fits(indent: usize, parts: &[&str]) -> bool {
    indent + parts.iter().map(|part| part.len()).sum::<usize>() <= WIDTH
}

/// A text as a string literal.
pub(crate) fn literal(text: &str) -> Literal<'_> {
    Literal(text)
}

/// Writes itself as Rust reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Literal<'t>(&'t str);

impl Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = *self;
        f.write_char('"')?;
        let mut written = 0;
        for (at, c) in text.char_indices() {
            if stands_for_itself(c) {
                continue;
            }
            f.write_str(&text[written..at])?;
            match c {
                // Not `\0`: a digit may follow.
                '\0' => f.write_str("\\u{0}")?,
                _ => write!(f, "{}", c.escape_debug())?,
            }
            written = at + c.len_utf8();
        }
        f.write_str(&text[written..])?;
        f.write_char('"')
    }
}

/// Most characters of most pages: ASCII and Chinese letters, and their punctuation.
fn stands_for_itself(c: char) -> bool {
    matches!(c, ' ' | '!' | '#'..='[' | ']'..='~')
        || matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3020}' | '\u{ff01}'..='\u{ff5e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn a_list_breaks_where_it_is_too_long() {
        let list = List::new(4, "pub fn new(", ") -> Self {");
        assert_eq!(list.of(&words(&["a: String", "b: i64"])), "pub fn new(a: String, b: i64) -> Self {");
        let long = words(&["a_parameter_of_a_long_name: String", "another_parameter_of_a_name: i64"]);
        assert_eq!(
            list.of(&long),
            "pub fn new(\n        a_parameter_of_a_long_name: String,\n        another_parameter_of_a_name: i64,\n    ) -> Self {"
        );
        let names: Vec<String> = (1000..1030).map(|number| number.to_string()).collect();
        let packed = List::new(0, "use {", "};").packed(&names);
        assert_eq!(packed.lines().count(), 5);
        assert!(packed.lines().all(|line| line.len() <= WIDTH));
    }

    #[test]
    fn a_literal_reads_as_the_text() {
        let hostile = "镜像\"\\ '\u{0}7\t\r\n\u{7f}\u{202e}\u{200b}\u{301}é；%s{}";
        let read: syn::LitStr = syn::parse_str(&literal(hostile).to_string()).expect("a literal");
        assert_eq!(read.value(), hostile);
        assert_eq!(literal("It's \"x\"").to_string(), r#""It's \"x\"""#);
    }
}
