//! Documented names as Rust names: whatever stands on the page, an identifier that is valid and not yet taken.

use std::borrow::Cow;
use std::collections::BTreeSet;

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

/// Names longer than this are sentences that stand in the wrong column.
const LONGEST: usize = 80;

/// Names that generated modules use themselves, so no documented type may take them.
pub(crate) const USED_TYPES: &[&str] = &[
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Serialize",
    "Some",
    "String",
    "Vec",
];

/// The names of one scope, each taken once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// A scope in which these are taken from the start.
    pub(crate) fn without(reserved: &[&str]) -> Self {
        Self { taken: reserved.iter().map(|&name| name.to_owned()).collect() }
    }

    /// A field, function or module: `destination_image_name`. `lead` stands before digits and in place of nothing.
    pub(crate) fn snake(&mut self, name: &str, lead: &str) -> String {
        self.claim(leading(undivided(&words(name)).to_snake_case(), lead, "_"), "_")
    }

    /// A type or variant: `DestinationImageName`.
    pub(crate) fn pascal(&mut self, name: &str, lead: &str) -> String {
        self.claim(leading(as_word(words(name).to_pascal_case()), lead, ""), "")
    }

    /// A type named after another: `prefix` is a name already and stays as it is, since casing it again would change it.
    pub(crate) fn pascal_below(&mut self, prefix: &str, name: &str) -> String {
        self.claim(format!("{prefix}{}", words(name).to_pascal_case()), "")
    }

    /// A constant: `INVALID_IMAGE_ID_NOT_FOUND`.
    pub(crate) fn shouting(&mut self, name: &str, lead: &str) -> String {
        self.claim(leading(words(name).to_shouty_snake_case(), lead, "_"), "_")
    }

    /// Takes a name, numbered from 2 where it is gone.
    fn claim(&mut self, wanted: String, separator: &str) -> String {
        let mut name = wanted.clone();
        for number in 2_u32.. {
            if self.taken.insert(name.clone()) {
                break;
            }
            name = format!("{wanted}{separator}{number}");
        }
        name
    }
}

/// The part of a name that an identifier can hold: ASCII letters and digits, everything else parts words.
pub(crate) fn words(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).take(LONGEST).collect()
}

/// A single capital before a word belongs to it: `UHostId` is `uhost_id`, and `IPv6` is `ipv6`. The name is ASCII.
fn undivided(name: &str) -> String {
    let letters = name.as_bytes();
    let at = |index: usize, holds: fn(&u8) -> bool| letters.get(index).is_some_and(holds);
    let joins = |index: usize| {
        let single = index.checked_sub(2).is_none_or(|before| !at(before, u8::is_ascii_uppercase));
        index > 0
            && single
            && at(index - 1, u8::is_ascii_uppercase)
            && at(index, u8::is_ascii_uppercase)
            && at(index + 1, u8::is_ascii_lowercase)
    };
    let letter = |(index, c): (usize, char)| if joins(index) { c.to_ascii_lowercase() } else { c };
    name.chars().enumerate().map(letter).collect()
}

/// Single letters in a row look like an acronym, which Rust writes as a word: `A.N.N` is `Ann`.
fn as_word(name: String) -> String {
    if name.len() > 2 && name.bytes().all(|b| b.is_ascii_uppercase()) {
        name[..1].to_owned() + &name[1..].to_ascii_lowercase()
    } else {
        name
    }
}

fn leading(name: String, lead: &str, separator: &str) -> String {
    match name.chars().next() {
        None => lead.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{lead}{separator}{name}"),
        Some(_) => name,
    }
}

/// Words that no identifier can be.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield", "Self", "_",
];

/// A name that [`Names`] gave out as Rust writes it; keywords become raw, and those that can't be raw get an underscore.
pub(crate) fn name(name: &str) -> Cow<'_, str> {
    match name {
        "self" | "Self" | "super" | "crate" | "_" => Cow::Owned(format!("{name}_")),
        _ if KEYWORDS.contains(&name) => Cow::Owned(format!("r#{name}")),
        _ => Cow::Borrowed(name),
    }
}

/// The same for what is quoted.
pub(crate) fn ident(name: &str) -> Ident {
    let text = self::name(name);
    match text.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(&text, Span::call_site()),
    }
}

/// The name of a module and its file; keywords get an underscore, so that the file's name is the module's.
pub(crate) fn module(name: String) -> String {
    if KEYWORDS.contains(&name.as_str()) { name + "_" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_an_identifier() {
        let mut names = Names::without(&["Option"]);
        assert_eq!(names.pascal("Option", "Type"), "Option2");
        assert_eq!(names.pascal("IncorrectImageStatus", "Code"), "IncorrectImageStatus");
        assert_eq!(names.pascal("Incorrect.ImageStatus", "Code"), "IncorrectImageStatus2");
        assert_eq!(names.pascal("8039", "Code"), "Code8039");
        assert_eq!(names.pascal("A.N.N", "Code"), "Ann");
        assert_eq!(names.pascal("可用", "Value"), "Value");
        assert_eq!(names.snake("KMSKeyId", "parameter"), "kms_key_id");
        assert_eq!(names.snake("DescribeUHostInstance", "operation"), "describe_uhost_instance");
        assert_eq!(names.snake("IPv6", "field"), "ipv6");
        assert_eq!(names.snake("UDBInstanceIDs", "field"), "udb_instance_ids");
        assert_eq!(names.snake("Tag.N.Key\"}; fn x() {", "parameter"), "tag_n_key_fn_x");
        assert_eq!(names.shouting("InvalidImageId.NotFound", "CODE"), "INVALID_IMAGE_ID_NOT_FOUND");
    }

    #[test]
    fn names_that_differ_in_case_only_stay_apart() {
        let mut names = Names::default();
        assert_eq!(
            [names.snake("Key", "p"), names.snake("key", "p"), names.snake("KEY", "p")],
            ["key", "key_2", "key_3"]
        );
    }

    #[test]
    fn keywords_are_raw_or_end_in_an_underscore() {
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("self").to_string(), "self_");
        assert_eq!(ident("image_id").to_string(), "image_id");
        assert_eq!(module("mod".to_owned()), "mod_");
    }

    #[test]
    fn every_keyword_is_one() {
        // Reserved since the edition of 2024, which syn does not know of.
        for keyword in KEYWORDS.iter().filter(|&&keyword| keyword != "gen") {
            assert!(syn::parse_str::<Ident>(keyword).is_err(), "{keyword}");
        }
    }
}
