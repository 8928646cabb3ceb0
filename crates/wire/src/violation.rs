//! What is wrong with a request: parameter, rule, and the words of the page.

use std::fmt;

use serde::Serialize;

/// The kinds of rules that a request can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The parameter must be given.
    Required,
    /// The value is of the documented type.
    Type,
    /// The length of the text.
    Length,
    /// The size of the number.
    Range,
    /// The number is a multiple.
    Step,
    /// The value is one of a set.
    OneOf,
    /// The number of items.
    Count,
    /// What the text begins with.
    StartsWith,
    /// What the text must not begin with.
    NotStartsWith,
    /// What occurs in the text.
    Contains,
    /// What must not occur in the text.
    NotContains,
    /// The characters of the text.
    Charset,
    /// A regular expression.
    Pattern,
    /// A named format.
    Format,
    /// A rule across parameters.
    Across,
}

/// A parameter and the words of the page that rule it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The parameter, as documented: `Tag.N.Key`.
    pub parameter: &'static str,
    /// File and line: `pages/CopyImage.md:46`.
    pub page: &'static str,
    /// The sentence.
    pub words: &'static str,
}

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// The parameter, as documented: `Tag.N.Key`.
    pub parameter: String,
    /// The kind of rule.
    pub rule: Rule,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// File and line of the rule; empty where the page does not spell it out.
    pub page: &'static str,
    /// The sentence of the page.
    pub words: &'static str,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.parameter, self.message)?;
        if !self.page.is_empty() {
            write!(f, " ({})", self.page)?;
        }
        Ok(())
    }
}

/// All broken rules of a request, in the order in which they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Nothing broken so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes one.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    /// Notes one at a place of the page.
    pub fn note(&mut self, at: Place, rule: Rule, message: impl Into<String>) {
        let Place { parameter, page, words } = at;
        self.0.push(Violation {
            parameter: parameter.to_owned(),
            rule,
            message: message.into(),
            page,
            words,
        });
    }

    /// In order.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The first.
    pub fn first(&self) -> Option<&Violation> {
        self.0.first()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no rule is broken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok` when no rule is broken, for the `?` of a `validate`.
    pub fn into_result(self) -> Result<(), Violations> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Gives the page's words to violations that were found without them, as those of types are: the first place with
    /// the same parameter.
    pub fn quote(&mut self, places: &[Place]) {
        for violation in self.0.iter_mut().filter(|violation| violation.page.is_empty()) {
            if let Some(place) = places.iter().find(|place| place.parameter == violation.parameter) {
                (violation.page, violation.words) = (place.page, place.words);
            }
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        self.0.extend(violations);
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Self(violations.into_iter().collect())
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthUnit {
    /// Unicode characters.
    Chars,
    /// Bytes of UTF-8.
    Bytes,
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The number.
    pub value: f64,
    /// Whether the number itself is allowed.
    pub inclusive: bool,
}

/// A set of characters, made at compile time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Single characters.
    pub chars: &'static [char],
}

impl CharSet {
    /// No character: the rest of a literal, as in `CharSet { digits: true, ..CharSet::NONE }`.
    pub const NONE: CharSet =
        CharSet { upper: false, lower: false, digits: false, chinese: false, ascii: false, chars: &[] };

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

/// A format that a page names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// A UUID.
    Uuid,
}
