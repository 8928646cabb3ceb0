//! Pages of one operation in two languages: what both state must be the same.

use std::collections::BTreeSet;
use std::fmt;

use contract::{Confidence, Constraint, Contract, Limit, Operation, Parameter, Requirement, Scope, Type};
use rustc_hash::FxHashMap;
use source::{Diagnostic, Location};

use crate::diagnostics;

/// What two pages can be compared in, for one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The type cell.
    Type,
    /// Whether it must be sent.
    Presence,
    /// The length of its text.
    Length,
    /// The size of its number.
    Range,
    /// How many items its list has.
    Count,
    /// The values that it can have.
    OneOf,
    /// What is taken in its absence.
    Default,
}

impl Topic {
    /// Those that prose states.
    pub const RULES: [Topic; 5] = [Topic::Length, Topic::Range, Topic::Count, Topic::OneOf, Topic::Default];

    fn of(requirement: &Requirement) -> Option<Topic> {
        Some(match requirement {
            Requirement::Length { .. } => Topic::Length,
            Requirement::Range { .. } => Topic::Range,
            Requirement::Count { .. } => Topic::Count,
            Requirement::OneOf { .. } => Topic::OneOf,
            Requirement::Default { .. } => Topic::Default,
            _ => return None,
        })
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Topic::Type => "type",
            Topic::Presence => "presence",
            Topic::Length => "length",
            Topic::Range => "range",
            Topic::Count => "number of items",
            Topic::OneOf => "values",
            Topic::Default => "default",
        })
    }
}

/// What one of two pages says of a parameter in one topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// What it says.
    pub says: Statement,
    /// Where.
    pub at: Location,
}

/// What can be said in one topic.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// One word: a type, a presence.
    Word(String),
    /// Values: an enumeration, or a default.
    Values(BTreeSet<String>),
    /// One end or both of a length, a range or a number of items.
    Ends {
        /// The lower end.
        low: Option<Limit>,
        /// The upper end.
        high: Option<Limit>,
        /// What is counted, for people: ` chars`.
        unit: String,
    },
}

impl Statement {
    /// Whether both can be true. An end that only one of them states contradicts nothing.
    fn agrees(&self, other: &Statement) -> bool {
        let both =
            |one: Option<Limit>, other: Option<Limit>| one.is_none() || other.is_none() || one == other;
        match (self, other) {
            (
                Statement::Ends { low, high, unit },
                Statement::Ends { low: other_low, high: other_high, unit: other_unit },
            ) => both(*low, *other_low) && both(*high, *other_high) && unit == other_unit,
            _ => self == other,
        }
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Statement::Word(word) => f.write_str(word),
            Statement::Values(values) => {
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Statement::Ends { low, high, unit } => {
                if let Some(low) = low {
                    write!(f, "{}{}", if low.inclusive { "" } else { ">" }, low.value)?;
                }
                f.write_str("..")?;
                if let Some(high) = high {
                    write!(f, "{}{}", if high.inclusive { "=" } else { "" }, high.value)?;
                }
                f.write_str(unit)
            }
        }
    }
}

/// One parameter of two pages in one topic on which at least one of them says something.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The parameter's name.
    pub parameter: String,
    /// In what the pages are compared.
    pub topic: Topic,
    /// The first page, if it says something.
    pub here: Option<Side>,
    /// The other page, if it says something.
    pub there: Option<Side>,
}

impl Comparison {
    /// Where both pages say something: whether both can be right.
    pub fn agrees(&self) -> Option<bool> {
        Some(self.here.as_ref()?.says.agrees(&self.there.as_ref()?.says))
    }
}

/// The operations that have a page in two languages: of each language the page that speaks, or else those that stand behind
/// another. Where a name stands on several pages of a language, those in the nearest folders belong together.
pub fn translations(contract: &Contract) -> Vec<(&Operation, &Operation)> {
    let mut pages: FxHashMap<(String, Language), Vec<&Operation>> = FxHashMap::default();
    for operation in &contract.operations {
        if let Some(language) = language(operation) {
            pages.entry((operation.name.to_lowercase(), language)).or_default().push(operation);
        }
    }
    for pages in pages.values_mut() {
        if pages.iter().any(|page| page.stands_behind.is_none()) {
            pages.retain(|page| page.stands_behind.is_none());
        }
    }
    let nearest = |operation: &Operation| {
        let others = pages.get(&(operation.name.to_lowercase(), Language::Latin))?;
        let shared = |other: &&&Operation| {
            let steps = operation.page.split('/').zip(other.page.split('/'));
            steps.take_while(|(one, other)| one == other).count()
        };
        // The first of those that share most.
        others.iter().rev().filter(|other| other.dialect == operation.dialect).max_by_key(shared).copied()
    };
    let in_chinese = |operation: &&Operation| {
        let key = (operation.name.to_lowercase(), Language::Chinese);
        pages.get(&key).is_some_and(|pages| pages.iter().any(|page| std::ptr::eq(*page, *operation)))
    };
    let chinese = contract.operations.iter().filter(in_chinese);
    chinese.filter_map(|operation| Some((operation, nearest(operation)?))).collect()
}

/// Compares two pages of one operation, parameter by parameter in the order of the first page. Rules that hold only in a
/// case are left out: the cases of two languages are not told apart well enough.
pub fn compare(one: &Operation, other: &Operation) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for here in &one.parameters {
        let Some(there) = other.parameter(&here.name.value) else { continue };
        for topic in [Topic::Type, Topic::Presence].into_iter().chain(Topic::RULES) {
            let sides = (side(here, topic), side(there, topic));
            if let (None, None) = sides {
                continue;
            }
            let (here_says, there_says) = sides;
            comparisons.push(Comparison {
                parameter: here.name.value.to_string(),
                topic,
                here: here_says,
                there: there_says,
            });
        }
    }
    comparisons
}

/// Tells where two pages of one operation do not say the same.
pub(crate) fn check(one: &Operation, other: &Operation, findings: &mut Vec<Diagnostic>) {
    for comparison in compare(one, other) {
        if comparison.agrees() == Some(false)
            && let (Some(here), Some(there)) = (&comparison.here, &comparison.there)
        {
            findings.push(diagnostics::translations_differ(
                &comparison.parameter,
                comparison.topic,
                here,
                there,
            ));
        }
    }
}

/// The script of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Language {
    Chinese,
    Latin,
}

/// The script that a page's own words are written in, if it has any: few Chinese characters among names and links make a
/// Chinese page.
fn language(operation: &Operation) -> Option<Language> {
    let descriptions = operation.parameters.iter().map(|parameter| &*parameter.description.value);
    let texts = [&*operation.title, &*operation.summary].into_iter().chain(descriptions);
    let (mut chinese, mut letters) = (0_usize, 0_usize);
    for text in texts {
        chinese += text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count();
        letters += text.chars().filter(char::is_ascii_alphabetic).count();
    }
    match (chinese, letters) {
        (0, 0) => None,
        _ if chinese * 10 > letters => Some(Language::Chinese),
        _ => Some(Language::Latin),
    }
}

fn side(parameter: &Parameter, topic: Topic) -> Option<Side> {
    match topic {
        Topic::Type => Some(Side {
            says: Statement::Word(parameter.ty.value.to_string()),
            at: parameter.ty.location().clone(),
        }),
        // What every operation takes is required by its gateway, whatever a page's row says.
        Topic::Presence if parameter.scope == Scope::Common => None,
        Topic::Presence => Some(Side {
            says: Statement::Word(format!("{:?}", parameter.presence.value).to_lowercase()),
            at: parameter.presence.location().clone(),
        }),
        _ => {
            let stated: Vec<&Constraint> = parameter
                .constraints
                .iter()
                .filter(|c| c.when.is_none() && c.confidence != Confidence::Weak)
                .filter(|c| Topic::of(&c.requirement) == Some(topic))
                .collect();
            let at = stated.first()?.origin.location().clone();
            Some(Side { says: together(&stated, parameter.ty.value.innermost() == &Type::Boolean), at })
        }
    }
}

/// All that the rules of one topic say together, so that `at most 64` and `not empty` are what `1 to 64` is.
fn together(rules: &[&Constraint], boolean: bool) -> Statement {
    let (mut low, mut high, mut unit) = (None, None, String::new());
    let mut values = BTreeSet::new();
    let whole = |value: u64| Limit { value: value as f64, inclusive: true };
    let value = |text: &str| if boolean { text.to_lowercase() } else { text.to_owned() };
    for rule in rules {
        let (min, max) = match &rule.requirement {
            Requirement::Length { min, max, unit: counted } => {
                unit = format!(" {counted:?}").to_lowercase();
                (min.map(whole), max.map(whole))
            }
            Requirement::Count { min, max } => (min.map(whole), max.map(whole)),
            Requirement::Range { min, max } => (*min, *max),
            Requirement::OneOf { values: listed } => {
                values.extend(listed.iter().map(|listed| value(&listed.value)));
                continue;
            }
            Requirement::Default { value: literal } => {
                values.insert(
                    literal.as_deref().map_or("none".to_owned(), |text| format!("`{}`", value(text))),
                );
                continue;
            }
            _ => continue,
        };
        low = tighter(low, min, |new, old| new > old);
        high = tighter(high, max, |new, old| new < old);
    }
    if values.is_empty() { Statement::Ends { low, high, unit } } else { Statement::Values(values) }
}

/// Of two ends of a range the one that leaves less.
fn tighter(old: Option<Limit>, new: Option<Limit>, less: impl Fn(f64, f64) -> bool) -> Option<Limit> {
    match (old, new) {
        (Some(old), Some(new)) if !less(new.value, old.value) => Some(old),
        (old, None) => old,
        (_, new) => new,
    }
}
