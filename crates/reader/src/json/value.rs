//! Objects, lists and words.

use serde_json::{Map, Value};

use super::Broken;
use super::scan::Scan;

impl Scan<'_> {
    pub(super) fn value(&mut self) -> Result<Value, Broken> {
        match self.peek() {
            Some('{') => self.object(),
            Some('[') => self.list(),
            _ if self.string_begins() => self.string().map(Value::String),
            _ => self.word(),
        }
    }

    fn object(&mut self) -> Result<Value, Broken> {
        self.enter('}')?;
        let mut members = Map::new();
        self.series(&mut members, Self::member)?;
        Ok(Value::Object(members))
    }

    fn list(&mut self) -> Result<Value, Broken> {
        self.enter(']')?;
        self.blanks();
        let begin = self.at;
        if self.is_member() {
            self.tell("members in a list", begin);
            let mut members = Map::new();
            self.series(&mut members, Self::member)?;
            return Ok(Value::Array(vec![Value::Object(members)]));
        }
        let mut items = Vec::new();
        self.series(&mut items, |scan, items| {
            items.push(scan.value()?);
            Ok(())
        })?;
        Ok(Value::Array(items))
    }

    /// Whether a list goes on as an object would: a string and a colon.
    fn is_member(&self) -> bool {
        let mut ahead = Scan { at: self.at, ..Scan::of(self.text) };
        let named = ahead.string_begins() && ahead.string().is_ok();
        ahead.blanks();
        named && matches!(ahead.peek(), Some(':' | '：'))
    }

    /// The members of an object or the items of a list, up to the closing bracket.
    fn series<T>(
        &mut self,
        into: &mut T,
        one: impl Fn(&mut Self, &mut T) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        let mut comma = None;
        let mut first = true;
        loop {
            self.blanks();
            let here = self.at;
            if matches!(self.peek(), None | Some('}' | ']')) {
                if let Some(comma) = comma.take() {
                    self.tell("trailing comma", comma);
                }
                if self.leave() {
                    return Ok(());
                }
                continue;
            }
            if self.punctuation(',', '，') {
                if first || comma.is_some() {
                    self.tell("comma too many", here);
                } else {
                    comma = Some(here);
                }
                continue;
            }
            if self.ellipsis() {
                // With or without commas around it.
                comma = None;
                first = true;
                continue;
            }
            if !first && comma.is_none() {
                let end = self.text[..here].trim_end().len();
                self.tell("missing comma", end);
            }
            one(self, into)?;
            first = false;
            comma = None;
        }
    }

    fn member(&mut self, members: &mut Map<String, Value>) -> Result<(), Broken> {
        let begin = self.at;
        let name = if self.string_begins() { self.string()? } else { self.bare_name()? };
        let trimmed = name.trim();
        if trimmed.len() < name.len() {
            self.tell("blank in a name", begin);
        }
        self.blanks();
        if !self.punctuation(':', '：') {
            return Err(self.broken("a name without a colon"));
        }
        self.blanks();
        let value = match self.peek() {
            None | Some(',' | '}' | ']') => {
                self.tell("missing value", self.at);
                Value::Null
            }
            _ => self.value()?,
        };
        if members.contains_key(trimmed) {
            self.tell("name twice", begin);
        } else {
            members.insert(trimmed.to_owned(), value);
        }
        Ok(())
    }

    fn bare_name(&mut self) -> Result<String, Broken> {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$')))
            .unwrap_or(rest.len());
        if end == 0 {
            return Err(self.broken("a member has no name"));
        }
        self.tell("name without quotes", self.at);
        self.at += end;
        Ok(rest[..end].to_owned())
    }

    /// A number, one of JSON's words, or words that should stand in quotes.
    fn word(&mut self) -> Result<Value, Broken> {
        let begin = self.at;
        let rest = self.rest();
        let stop = match rest.strip_prefix('<').and_then(|inside| inside.find(['>', '\n'])) {
            Some(end) if rest[1 + end..].starts_with('>') => end + 2,
            _ => rest.find([',', '，', '}', ']', '\n']).unwrap_or(rest.len()),
        };
        let word = &rest[..stop];
        let comment = [" //", " #", " /*"].iter().filter_map(|sign| word.find(sign)).min();
        let word = word[..comment.unwrap_or(word.len())].trim_end();
        if word.is_empty() || word.contains(['{', '[', '"']) {
            return Err(self.broken("no value"));
        }
        self.at += word.len();
        if let Ok(value) = serde_json::from_str(word) {
            return Ok(value);
        }
        let (what, value) = match word {
            "True" => ("Python's word", Value::Bool(true)),
            "False" => ("Python's word", Value::Bool(false)),
            "None" => ("Python's word", Value::Null),
            "NaN" | "Infinity" | "-Infinity" | "undefined" => ("no JSON number", Value::Null),
            _ if word.chars().all(|c| matches!(c, '.' | '…')) => ("something left out", Value::Null),
            _ => ("value without quotes", Value::String(word.to_owned())),
        };
        self.tell(what, begin);
        Ok(value)
    }
}
