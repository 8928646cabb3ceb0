//! What a label says: one rule that a cell states.

use std::fmt;

use contract::{CharSet, Limit};

/// A rule, as a person wrote it down or as it was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    /// Whose rule it is, where it isn't the cell's own parameter.
    pub(crate) about: Option<String>,
    pub(crate) statement: Statement,
    /// It holds only if all of these do.
    pub(crate) guard: Vec<Condition>,
    /// A careful reader can't tell.
    pub(crate) doubtful: bool,
}

/// What is required.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Statement {
    Length {
        min: Option<u64>,
        max: Option<u64>,
        bytes: bool,
    },
    Range {
        min: Option<Limit>,
        max: Option<Limit>,
    },
    Step(f64),
    OneOf(Vec<String>),
    Count {
        min: Option<u64>,
        max: Option<u64>,
    },
    StartsWith(CharSet),
    NotStartsWith(Vec<String>),
    Contains(Vec<String>),
    NotContains(Vec<String>),
    Charset(CharSet),
    Pattern(String),
    Format(String),
    Default(Option<String>),
    RequiredIf(Vec<Condition>),
    EffectiveIf(Vec<Condition>),
    IgnoredIf(Vec<Condition>),
    Exclusive(Vec<String>),
    OneOfParameters(Vec<String>),
    ExactlyOne(Vec<String>),
    Requires(Condition),
    Compared(Comparison, String),
    /// A rule that has no label.
    Other(String),
    /// The cell states no rule.
    Nothing,
}

/// How a value lies to that of another parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    AtLeast,
    Less,
    AtMost,
}

/// What must be so of another parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Condition {
    /// It has one of the values.
    Is(String, Vec<String>),
    /// It has none of the values.
    IsNot(String, Vec<String>),
    Given(String),
    Absent(String),
    /// No condition on a parameter.
    Other,
}

impl Comparison {
    pub(crate) const WORDS: [(&'static str, Comparison); 6] = [
        ("equal", Comparison::Equal),
        ("not_equal", Comparison::NotEqual),
        ("greater", Comparison::Greater),
        ("at_least", Comparison::AtLeast),
        ("less", Comparison::Less),
        ("at_most", Comparison::AtMost),
    ];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, comparison)| *comparison == self).map_or("", |(word, _)| word)
    }
}

impl Condition {
    /// The parameter, or nothing.
    pub(crate) fn parameter(&self) -> &str {
        match self {
            Condition::Is(name, _)
            | Condition::IsNot(name, _)
            | Condition::Given(name)
            | Condition::Absent(name) => name,
            Condition::Other => "",
        }
    }
}

impl Statement {
    /// The word that a label of it begins with.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Statement::Length { .. } => "length",
            Statement::Range { .. } => "range",
            Statement::Step(_) => "step",
            Statement::OneOf(_) => "one_of",
            Statement::Count { .. } => "count",
            Statement::StartsWith(_) => "starts_with",
            Statement::NotStartsWith(_) => "not_starts_with",
            Statement::Contains(_) => "contains",
            Statement::NotContains(_) => "not_contains",
            Statement::Charset(_) => "charset",
            Statement::Pattern(_) => "pattern",
            Statement::Format(_) => "format",
            Statement::Default(_) => "default",
            Statement::RequiredIf(_) => "required_if",
            Statement::EffectiveIf(_) => "effective_if",
            Statement::IgnoredIf(_) => "ignored_if",
            Statement::Exclusive(_) => "exclusive",
            Statement::OneOfParameters(_) => "one_of_params",
            Statement::ExactlyOne(_) => "exactly_one",
            Statement::Requires(_) => "requires",
            Statement::Compared(comparison, _) => comparison.word(),
            Statement::Other(_) => "other",
            Statement::Nothing => "nothing",
        }
    }

    /// Whether it ties parameters together.
    pub(crate) fn is_across(&self) -> bool {
        matches!(
            self,
            Statement::RequiredIf(_)
                | Statement::EffectiveIf(_)
                | Statement::IgnoredIf(_)
                | Statement::Exclusive(_)
                | Statement::OneOfParameters(_)
                | Statement::ExactlyOne(_)
                | Statement::Requires(_)
                | Statement::Compared(..)
        )
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(about) = self.about.as_ref().filter(|about| !about.is_empty()) {
            write!(f, "@{about} ")?;
        }
        write!(f, "{}", self.statement)?;
        if !self.guard.is_empty() {
            write!(f, " if {}", all(&self.guard))?;
        }
        if self.doubtful { f.write_str("?") } else { Ok(()) }
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())?;
        match self {
            Statement::Nothing => Ok(()),
            Statement::Length { min, max, bytes } => {
                write!(f, " {}..{} {}", end(*min), end(*max), if *bytes { "bytes" } else { "chars" })
            }
            Statement::Count { min, max } => write!(f, " {}..{}", end(*min), end(*max)),
            Statement::Range { min, max } => {
                let open = |limit: &Option<Limit>| limit.is_some_and(|limit| !limit.inclusive);
                let number = |limit: &Option<Limit>| end(limit.map(|limit| limit.value));
                let (left, right) = (if open(min) { "(" } else { "" }, if open(max) { ")" } else { "" });
                write!(f, " {left}{}..{}{right}", number(min), number(max))
            }
            Statement::Step(of) => write!(f, " {of}"),
            Statement::OneOf(values) => write!(f, " {}", alternatives(values)),
            Statement::StartsWith(set) | Statement::Charset(set) => write!(f, " {}", words_of(set)),
            Statement::NotStartsWith(parts) | Statement::Contains(parts) | Statement::NotContains(parts) => {
                write!(f, " {}", parts.iter().map(|part| quoted(part)).collect::<Vec<_>>().join(" "))
            }
            Statement::Pattern(text) => write!(f, " {}", quoted(text)),
            Statement::Format(text) | Statement::Other(text) => write!(f, " {text}"),
            Statement::Default(None) => f.write_str(" none"),
            Statement::Default(Some(value)) if value == "none" => f.write_str(" \"none\""),
            Statement::Default(Some(value)) => write!(f, " {}", quoted(value)),
            Statement::RequiredIf(conditions)
            | Statement::EffectiveIf(conditions)
            | Statement::IgnoredIf(conditions) => write!(f, " {}", all(conditions)),
            Statement::Exclusive(names)
            | Statement::OneOfParameters(names)
            | Statement::ExactlyOne(names) => {
                write!(f, " {}", names.join(" "))
            }
            Statement::Requires(condition) => write!(f, " {condition}"),
            Statement::Compared(_, name) => write!(f, " {name}"),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::Is(name, values) => write!(f, "{name}={}", alternatives(values)),
            Condition::IsNot(name, values) => write!(f, "{name}!={}", alternatives(values)),
            Condition::Given(name) => f.write_str(name),
            Condition::Absent(name) => write!(f, "!{name}"),
            Condition::Other => f.write_str("other"),
        }
    }
}

fn all(conditions: &[Condition]) -> String {
    conditions.iter().map(Condition::to_string).collect::<Vec<_>>().join(" & ")
}

fn alternatives(values: &[String]) -> String {
    values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join("|")
}

fn end<T: fmt::Display>(end: Option<T>) -> String {
    end.map(|end| end.to_string()).unwrap_or_default()
}

/// The text, in quotes where it would be read as something else without them.
fn quoted(text: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '"' | ';' | '|' | '&' | '?' | '\\' | ',');
    match text {
        "space" | "" => format!("\"{text}\""),
        " " => "space".to_owned(),
        text if text.chars().all(plain) => text.to_owned(),
        text => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

fn words_of(set: &CharSet) -> String {
    let mut words = Vec::new();
    match (set.upper, set.lower) {
        (true, true) => words.push("letters".to_owned()),
        (true, false) => words.push("upper".to_owned()),
        (false, true) => words.push("lower".to_owned()),
        (false, false) => {}
    }
    let named = [(set.digits, "digits"), (set.chinese, "chinese"), (set.ascii, "ascii")];
    words.extend(named.iter().filter(|(has, _)| *has).map(|(_, word)| (*word).to_owned()));
    words.extend(set.chars.iter().map(|c| quoted(&c.to_string())));
    words.join(" ")
}
