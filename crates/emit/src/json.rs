//! JSON as files hold it: a member a line, two blanks a level.
//!
//! The text is what `serde_json` writes by itself. It writes an indent level by level, which is a seventh of the time that a
//! crate takes; here a line's indent is written at once.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// A value as a file of about this many bytes: a text that grows is moved each time that it doubles.
pub(crate) fn file(value: &impl Serialize, about: usize) -> String {
    let mut text = Vec::with_capacity(about);
    let mut serializer = Serializer::with_formatter(&mut text, Lines::default());
    value.serialize(&mut serializer).expect("what is written has text keys only");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is text")
}

/// A line break and the indents of all levels that are usual.
const INDENT: &[u8] = b"\n                                                                                ";

#[derive(Default)]
struct Lines {
    level: usize,
    /// Whether the list or object has anything in it.
    filled: bool,
}

impl Lines {
    fn open(&mut self) {
        self.level += 1;
        self.filled = false;
    }

    fn close(&mut self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        self.level -= 1;
        if std::mem::replace(&mut self.filled, true) { self.line(out) } else { Ok(()) }
    }

    fn line(&self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        let width = 2 * self.level;
        match INDENT.get(..=width) {
            Some(line) => out.write_all(line),
            None => write!(out, "\n{:width$}", ""),
        }
    }

    fn item(&self, out: &mut (impl Write + ?Sized), first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open();
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out)?;
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open();
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out)?;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            ".{0,9}".prop_map(Value::from)
        ];
        leaf.prop_recursive(60, 200, 3, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                proptest::collection::vec((".{0,4}", inner), 0..3)
                    .prop_map(|members| members.into_iter().collect::<Value>()),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_what_serde_json_writes(value in value()) {
            prop_assert_eq!(file(&value, 0), serde_json::to_string_pretty(&value).expect("JSON") + "\n");
        }
    }

    #[test]
    fn deep_levels_are_indented() {
        let deep = (0..100).fold(Value::from(1), |inner, _| Value::from(vec![inner]));
        assert_eq!(file(&deep, 0), serde_json::to_string_pretty(&deep).expect("JSON") + "\n");
    }
}
