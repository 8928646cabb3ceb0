//! Structs and enumerations as Rust items.

use std::borrow::Cow;

use askama::Template;
use source::Location;

use crate::doc::{Doc, code};
use crate::names::name;
use crate::prose;
use crate::rust::{List, arm, filled, literal};
use crate::shape::{Enum, Hold, Kind, Member, Side, Struct};

#[derive(Template)]
#[template(path = "operation/structure.rs", escape = "none")]
struct Structure<'a> {
    docs: Doc,
    name: &'a str,
    defaults: bool,
    fields: Vec<Field<'a>>,
}

struct Field<'a> {
    docs: Doc,
    serde: String,
    name: Cow<'a, str>,
    ty: String,
}

/// A struct as an item.
pub(crate) fn structure(item: &Struct<'_>, summary: &str, origin: &Location) -> String {
    // What a page requires has no default, so that nobody forgets it; a request that is read may lack it all the same.
    let defaults = !item.requires();
    filled(&Structure {
        docs: prose::structure(item, summary, origin),
        name: &item.name,
        defaults,
        fields: item.members.iter().map(|member| field(member, item.side, defaults)).collect(),
    })
}

fn field<'a>(member: &'a Member<'_>, side: Side, defaults: bool) -> Field<'a> {
    let wire = &member.wire;
    let rename = (as_serde_writes(&member.name) != *wire).then(|| format!("rename = {}", literal(wire)));
    let always = side == Side::Response && member.required;
    let skip = match member.hold {
        Hold::Plain => None,
        Hold::Optional => Some("skip_serializing_if = \"Option::is_none\""),
        Hold::List(_) if always => None,
        Hold::List(_) => Some("skip_serializing_if = \"Vec::is_empty\""),
    };
    let default = match (member.hold, &member.kind) {
        _ if defaults => None,
        (Hold::Optional, _) => None,
        (Hold::Plain, Kind::Struct(_)) => Some("default = \"wire::empty\""),
        (Hold::Plain | Hold::List(_), _) => Some("default"),
    };
    let says: Vec<&str> = [rename.as_deref(), default, skip].into_iter().flatten().collect();
    Field {
        docs: prose::member(member, side),
        serde: says.join(", "),
        name: name(&member.name),
        ty: rust_type(member),
    }
}

/// What `rename_all = "PascalCase"` makes of a field's name.
fn as_serde_writes(name: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(part).collect()
}

/// The type of a field, held as it is held.
pub(crate) fn rust_type(member: &Member<'_>) -> String {
    let one = one_type(&member.kind);
    match (member.hold, &member.kind) {
        (Hold::Plain, _) => one.to_owned(),
        (Hold::Optional, Kind::Boxed(_)) => format!("Option<Box<{one}>>"),
        (Hold::Optional, _) => format!("Option<{one}>"),
        (Hold::List(depth), _) => format!("{}{one}{}", "Vec<".repeat(depth), ">".repeat(depth)),
    }
}

/// The type of one value.
pub(crate) fn one_type(kind: &Kind) -> &str {
    match kind {
        Kind::Text => "String",
        Kind::Integer => "i64",
        Kind::Number => "f64",
        Kind::Truth => "bool",
        Kind::Open => "serde_json::Value",
        Kind::Struct(name) | Kind::Boxed(name) | Kind::Enum(name) => name,
    }
}

#[derive(Template)]
#[template(path = "operation/enumeration.rs", escape = "none")]
struct Enumeration<'a> {
    docs: Doc,
    name: &'a str,
    variants: Vec<Variant<'a>>,
    documented: String,
}

struct Variant<'a> {
    docs: Doc,
    name: Cow<'a, str>,
    to_value: String,
    from_value: String,
}

/// An open enumeration as items: the type and its conversions.
pub(crate) fn enumeration(item: &Enum<'_>) -> String {
    let values: Vec<String> =
        item.variants.iter().map(|(_, value)| literal(&value.value).to_string()).collect();
    let variants = item.variants.iter().zip(&values).map(|((name, value), text)| {
        let name = self::name(name);
        let path = format!("Self::{name}");
        Variant {
            docs: Doc::default().markdown(&format!("{}.", code(&value.value))).page(&value.gloss),
            name,
            to_value: arm(12, &path, text),
            from_value: arm(12, text, &path),
        }
    });
    filled(&Enumeration {
        docs: prose::enumeration(item),
        name: &item.name,
        variants: variants.collect(),
        documented: List::new(4, "pub const DOCUMENTED: &'static [&'static str] = &[", "];").of(&values),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_is_told_only_what_it_would_not_do_itself() {
        assert_eq!(as_serde_writes("destination_image_name"), "DestinationImageName");
        assert_eq!(as_serde_writes("kms_key_id"), "KmsKeyId");
        assert_eq!(as_serde_writes("key_2"), "Key2");
    }
}
