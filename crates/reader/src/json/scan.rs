//! Going over the text: blanks, comments, punctuation, what stands around a document.

use serde_json::Value;

use super::{Broken, Read, Repair};

/// Deeper nesting is no example for people.
const DEEPEST: usize = 64;

/// A place in a text, and the repairs up to it.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) repairs: Vec<Repair>,
    /// The brackets that are open, each by the sign that closes it.
    pub(super) open: Vec<char>,
}

impl<'t> Scan<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0, repairs: Vec::new(), open: Vec::new() }
    }

    pub(super) fn document(&mut self) -> Result<Value, Broken> {
        self.blanks();
        match self.peek() {
            Some('{' | '[') => self.value(),
            _ => Err(self.broken("neither an object nor a list")),
        }
    }

    /// Passes over what may follow a document, up to something that is no JSON.
    pub(super) fn finish(mut self, value: Value) -> Read {
        loop {
            self.blanks();
            match self.peek() {
                Some('}' | ']') => self.skip("bracket too many"),
                Some(',' | ';' | '，' | '；') => self.skip("comma too many"),
                Some('{' | '[') => {
                    let mut next = Scan { at: self.at, ..Scan::of(self.text) };
                    if next.value().is_err() {
                        break;
                    }
                    self.tell("another document", self.at);
                    self.at = next.at;
                }
                _ => break,
            }
        }
        Read { value, repairs: self.repairs, end: self.at }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    pub(super) fn tell(&mut self, what: &'static str, at: usize) {
        self.repairs.push(Repair { what, at });
    }

    pub(super) fn skip(&mut self, what: &'static str) {
        self.tell(what, self.at);
        self.bump();
    }

    pub(super) fn broken(&self, why: &'static str) -> Broken {
        Broken { why, at: self.at }
    }

    /// Opens a bracket.
    pub(super) fn enter(&mut self, close: char) -> Result<(), Broken> {
        if self.open.len() >= DEEPEST {
            return Err(self.broken("nested too deep"));
        }
        self.bump();
        self.open.push(close);
        Ok(())
    }

    /// Closes the innermost bracket if the text does, or if it must have meant to.
    pub(super) fn leave(&mut self) -> bool {
        let Some(close) = self.open.last().copied() else { return true };
        match self.peek() {
            Some(sign) if sign == close => self.bump(),
            // The sign closes one further out: the inner one was forgotten.
            Some(sign @ ('}' | ']')) if self.open.contains(&sign) => {
                self.tell("missing closing bracket", self.at)
            }
            Some('}' | ']') => {
                self.skip("bracket too many");
                return false;
            }
            None => self.tell("missing closing bracket", self.at),
            _ => return false,
        }
        self.open.pop();
        true
    }

    /// Passes over blanks and comments; whether a line ended there.
    pub(super) fn blanks(&mut self) -> bool {
        let begin = self.at;
        loop {
            while let Some(blank) = self.peek().filter(|c| c.is_whitespace() || *c == '\u{feff}') {
                if !blank.is_ascii() {
                    self.tell("blank that JSON has not", self.at);
                }
                self.bump();
            }
            let rest = self.rest();
            let length = if rest.starts_with("//") || rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else if let Some(inside) = rest.strip_prefix("/*") {
                inside.find("*/").map_or(rest.len(), |end| end + 4)
            } else {
                return self.text[begin..self.at].contains('\n');
            };
            self.tell("comment", self.at);
            self.at += length;
        }
    }

    /// Passes over one sign or its full-width form.
    pub(super) fn punctuation(&mut self, plain: char, wide: char) -> bool {
        match self.peek() {
            Some(sign) if sign == plain => self.bump(),
            Some(sign) if sign == wide => self.skip("full-width punctuation"),
            _ => return false,
        }
        true
    }

    /// Passes over `...` where members or items were left out.
    pub(super) fn ellipsis(&mut self) -> bool {
        let rest = self.rest();
        let dots = rest.len() - rest.trim_start_matches(['.', '…']).len();
        let is_one = dots >= 2;
        if is_one {
            self.tell("something left out", self.at);
            self.at += dots;
        }
        is_one
    }
}
