//! XML answers and the tree that the same answer in JSON would give.

use quick_xml::Reader;
use quick_xml::escape::{escape, resolve_predefined_entity};
use quick_xml::events::Event;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::arguments::scalar;

/// Answers nest a handful of levels; more is an attack or a mistake.
const DEEPEST: usize = 64;

/// Why a text is not an XML answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum XmlError {
    /// The markup is broken.
    #[error("{message} at byte {at}")]
    Markup {
        /// What is wrong.
        message: String,
        /// Where.
        at: u64,
    },
    /// Elements nest too deeply.
    #[error("elements nest more than {DEEPEST} levels deep")]
    TooDeep,
    /// There is no root element, or the text ends inside it.
    #[error("the text ends before its root element does")]
    Unfinished,
    /// Something stands outside of the root element.
    #[error("`{0}` stands outside of the root element")]
    Outside(String),
}

/// Writes a tree as an XML document. A list repeats its element, `null` writes nothing.
pub fn write(root: &str, value: &Value) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    write_element(root, value, &mut text);
    text
}

/// Reads an XML document: the name of its root element, and the tree in it.
///
/// Elements that repeat are a list, and so is a single one below its plural (`<Images><Image>`). XML has no types:
/// scalars are text, and an empty element is an empty text whatever it stands for.
pub fn read(text: &str) -> Result<(String, Value), XmlError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| XmlError::Markup { message: error.to_string(), at: reader.error_position() })?;
        match event {
            Event::Start(start) => {
                if open.len() == DEEPEST {
                    return Err(XmlError::TooDeep);
                }
                open.push(Element::new(start.local_name().as_ref()));
            }
            Event::End(_) => {
                let closed = open.pop().ok_or(XmlError::Unfinished)?;
                match open.last_mut() {
                    Some(parent) => parent.adopt(closed),
                    None if root.is_none() => root = Some((closed.name.clone(), closed.into_value())),
                    None => return Err(XmlError::Outside(closed.name)),
                }
            }
            Event::Text(text) => put_text(&mut open, &text.xml10_content())?,
            Event::CData(text) => put_text(&mut open, &text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let at = reader.buffer_position();
                let wrong = |message: String| XmlError::Markup { message, at };
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    Ok(None) => {
                        let name = reference.xml10_content();
                        let known = resolve_predefined_entity(&name);
                        known.ok_or_else(|| wrong(format!("unknown entity `&{name};`")))?.to_owned()
                    }
                    Err(error) => return Err(wrong(error.to_string())),
                };
                put_text(&mut open, &resolved)?;
            }
            Event::Eof if open.is_empty() => return root.ok_or(XmlError::Unfinished),
            Event::Eof => return Err(XmlError::Unfinished),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

struct Element {
    name: String,
    text: String,
    fields: Map<String, Value>,
}

impl Element {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), text: String::new(), fields: Map::new() }
    }

    fn adopt(&mut self, child: Element) {
        let list = is_plural_of(&self.name, &child.name);
        let name = child.name.clone();
        let value = child.into_value();
        match self.fields.get_mut(&name) {
            Some(Value::Array(items)) => items.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                self.fields.insert(name, if list { Value::Array(vec![value]) } else { value });
            }
        }
    }

    fn into_value(self) -> Value {
        if self.fields.is_empty() { Value::String(self.text) } else { Value::Object(self.fields) }
    }
}

fn put_text(open: &mut [Element], text: &str) -> Result<(), XmlError> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err(XmlError::Outside(text.trim().chars().take(32).collect())),
    }
    Ok(())
}

/// `Images` and `Image`, `Addresses` and `Address`, `Properties` and `Property`, `ImageSet` and `Image`.
fn is_plural_of(plural: &str, singular: &str) -> bool {
    let by_suffix =
        ["s", "es", "Set", "List"].iter().any(|suffix| plural.strip_suffix(suffix) == Some(singular));
    by_suffix || plural.strip_suffix("ies").is_some_and(|stem| singular.strip_suffix('y') == Some(stem))
}

fn write_element(name: &str, value: &Value, text: &mut String) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| write_element(name, item, text)),
        Value::Object(fields) => {
            text.push_str(&format!("<{name}>"));
            fields.iter().for_each(|(name, value)| write_element(name, value, text));
            text.push_str(&format!("</{name}>"));
        }
        other => {
            let content = scalar(other).unwrap_or_default();
            // Characters that XML has no way to write.
            let content: String = content.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
            text.push_str(&format!("<{name}>{}</{name}>", escape(content)));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let tree = json!({
            "TotalCount": "1",
            "Images": { "Image": [{ "ImageName": "a < b & \"c\" 镜像\u{7}", "Tags": { "Tag": [{ "Key": "k" }] } }] },
            "Empty": "",
        });
        let text = write("DescribeImagesResponse", &tree);
        assert!(text.contains("<ImageName>a &lt; b &amp; &quot;c&quot; 镜像</ImageName>"), "{text}");
        let (root, read) = read(&text).expect("xml");
        assert_eq!(root, "DescribeImagesResponse");
        assert_eq!(read.pointer("/Images/Image/0/ImageName"), Some(&json!("a < b & \"c\" 镜像")));
        assert_eq!(read.pointer("/Images/Image/0/Tags/Tag/0/Key"), Some(&json!("k")));
        assert_eq!(read.get("Empty"), Some(&json!("")));
    }

    #[test]
    fn repeated_elements_are_a_list() {
        let (_, tree) = read("<R><A>1</A><B/><A>2</A><A>&#51;<![CDATA[<]]></A></R>").expect("xml");
        assert_eq!(tree, json!({ "A": ["1", "2", "3<"], "B": "" }));
    }

    #[test]
    fn what_is_no_document_is_refused() {
        for text in ["", "text", "<A>", "<A></B>", "<A/><B/>", "<A>&lol;</A>", "</A>", "<A/>x"] {
            assert!(read(text).is_err(), "{text}");
        }
        let deep = "<a>".repeat(100_000);
        assert_eq!(read(&deep), Err(XmlError::TooDeep));
        let laughs = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        assert!(read(laughs).is_err_and(|error| error.to_string().contains("unknown entity `&b;`")));
    }
}
