//! What a value must be like, in the page's words.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::Origin;

/// How sure the reader is of a rule. Only what is certain may fail a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Phrase, declared type and the page's own examples agree.
    Certain,
    /// The phrase is clear, but something else on the page doubts it.
    Likely,
    /// A guess worth showing to people.
    Weak,
}

/// A rule for one parameter's value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Constraint {
    /// What is required.
    #[serde(flatten)]
    pub requirement: Requirement,
    /// The words of the page.
    pub text: String,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// The rule holds only then. `None`: always.
    pub when: Option<Condition>,
    /// Where the words stand.
    pub origin: Origin,
}

/// What a constraint requires of a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Requirement {
    /// Length of the text, both ends inclusive.
    Length {
        /// Shortest.
        min: Option<u64>,
        /// Longest.
        max: Option<u64>,
        /// Counted in what.
        unit: LengthUnit,
    },
    /// Size of the number.
    Range {
        /// Lower end.
        min: Option<Limit>,
        /// Upper end.
        max: Option<Limit>,
    },
    /// A multiple of this number.
    Step {
        /// The number.
        of: f64,
    },
    /// One of these values.
    OneOf {
        /// The values, in page order.
        // Shared, as most lists stand on several pages, word by word.
        values: Arc<[EnumValue]>,
    },
    /// Number of items of the list that the name repeats, both ends inclusive.
    Count {
        /// Fewest.
        min: Option<u64>,
        /// Most.
        max: Option<u64>,
    },
    /// The first character is one of this set.
    StartsWith {
        /// The set.
        set: CharSet,
    },
    /// None of these stands at the beginning.
    NotStartsWith {
        /// The forbidden beginnings.
        prefixes: Vec<String>,
    },
    /// Each of these occurs.
    Contains {
        /// The required parts.
        parts: Vec<String>,
    },
    /// None of these occurs.
    NotContains {
        /// The forbidden parts.
        parts: Vec<String>,
    },
    /// Every character is one of this set.
    Charset {
        /// The set.
        set: CharSet,
    },
    /// The whole value matches a regular expression that the page spells out.
    Pattern {
        /// The expression.
        regex: String,
    },
    /// The value is written in this format.
    Format {
        /// The format.
        format: Format,
    },
    /// What is taken when the parameter is absent. `None`: the page says that there is none.
    Default {
        /// The literal.
        value: Option<String>,
    },
}

impl Requirement {
    /// The word of the contract JSON: `length`, `not_starts_with`, …
    pub fn kind(&self) -> &'static str {
        match self {
            Requirement::Length { .. } => "length",
            Requirement::Range { .. } => "range",
            Requirement::Step { .. } => "step",
            Requirement::OneOf { .. } => "one_of",
            Requirement::Count { .. } => "count",
            Requirement::StartsWith { .. } => "starts_with",
            Requirement::NotStartsWith { .. } => "not_starts_with",
            Requirement::Contains { .. } => "contains",
            Requirement::NotContains { .. } => "not_contains",
            Requirement::Charset { .. } => "charset",
            Requirement::Pattern { .. } => "pattern",
            Requirement::Format { .. } => "format",
            Requirement::Default { .. } => "default",
        }
    }
}

/// What a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LengthUnit {
    /// Unicode characters.
    Chars,
    /// Bytes of UTF-8.
    Bytes,
}

/// One end of a numeric range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Limit {
    /// The number.
    pub value: f64,
    /// Whether the number itself is allowed.
    pub inclusive: bool,
}

/// A value of an enumeration and what the page says of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct EnumValue {
    /// The value, verbatim.
    pub value: String,
    /// Its gloss, empty where the page gives none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gloss: String,
}

/// A set of characters, as prose names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CharSet {
    /// `A` to `Z`.
    pub upper: bool,
    /// `a` to `z`.
    pub lower: bool,
    /// `0` to `9`.
    pub digits: bool,
    /// Chinese characters.
    pub chinese: bool,
    /// Any ASCII character.
    pub ascii: bool,
    /// Single characters, in page order.
    pub chars: Vec<char>,
}

impl CharSet {
    /// Whether the set holds a character.
    pub fn holds(&self, c: char) -> bool {
        (self.upper && c.is_ascii_uppercase())
            || (self.lower && c.is_ascii_lowercase())
            || (self.digits && c.is_ascii_digit())
            || (self.chinese && matches!(c, '\u{4e00}'..='\u{9fff}'))
            || (self.ascii && c.is_ascii())
            || self.chars.contains(&c)
    }
}

/// A format that the page names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Base64.
    Base64,
    /// A JSON document in a string.
    Json,
    /// Seconds since 1970.
    Timestamp,
    /// ISO 8601.
    Iso8601,
    /// An IP address.
    Ip,
    /// An address block.
    Cidr,
    /// A URL.
    Url,
    /// ASCII characters only.
    Ascii,
    /// A mail address.
    Email,
    /// A UUID: 32 hex digits in five groups, as RFC 9562 writes them.
    Uuid,
}

/// A condition on another parameter of the same operation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// The parameter.
    pub parameter: String,
    /// It has one of these values. `None`: it is present, with any value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equals: Option<Vec<String>>,
    /// The opposite: it has none of the values, or is absent.
    #[serde(default, skip_serializing_if = "is_false")]
    pub not: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Requirement {
    /// Whether a value fulfils the requirement as far as the value alone can tell. `Default` and `Count` ask
    /// nothing of a value, and a pattern is left to those who can match it.
    pub fn allows(&self, value: &str) -> bool {
        match self {
            Requirement::Length { min, max, unit } => {
                let length = match unit {
                    LengthUnit::Chars => value.chars().count(),
                    LengthUnit::Bytes => value.len(),
                } as u64;
                min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
            }
            Requirement::Range { min, max } => value.parse::<f64>().is_ok_and(|number| {
                let above = |l: &Limit| number > l.value || (l.inclusive && number == l.value);
                let below = |l: &Limit| number < l.value || (l.inclusive && number == l.value);
                min.as_ref().is_none_or(above) && max.as_ref().is_none_or(below)
            }),
            Requirement::Step { of } => value.parse::<f64>().is_ok_and(|number| (number / of).fract() == 0.0),
            Requirement::OneOf { values } => values.iter().any(|v| v.value == value),
            Requirement::StartsWith { set } => value.chars().next().is_some_and(|c| set.holds(c)),
            Requirement::NotStartsWith { prefixes } => {
                !prefixes.iter().any(|p| value.starts_with(p.as_str()))
            }
            Requirement::Contains { parts } => parts.iter().all(|part| value.contains(part.as_str())),
            Requirement::NotContains { parts } => !parts.iter().any(|part| value.contains(part.as_str())),
            Requirement::Charset { set } => value.chars().all(|c| set.holds(c)),
            Requirement::Format { format: Format::Ascii } => value.is_ascii(),
            Requirement::Format { .. }
            | Requirement::Pattern { .. }
            | Requirement::Count { .. }
            | Requirement::Default { .. } => true,
        }
    }
}
