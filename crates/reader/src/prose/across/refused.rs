//! Rules across parameters that error messages spell out.

use std::sync::LazyLock;

use contract::{Condition, ErrorCase, Parameter, Rule, RuleKind, Scope};
use memchr::memmem::Finder;

use crate::named::words;
use crate::vocabulary::PHRASES;

static MUST_BE: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("must_be"));
static WHEN: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("when"));
static GIVEN: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("given"));
static NOT_SUPPLIED: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("not_supplied"));
static SUBJECTS: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("subjects"));
static OR: LazyLock<Spelt> = LazyLock::new(|| Spelt::of("or"));

/// `The specified parameter Encrypted must be true when kmsKeyId is not empty`;
/// `The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory … is not supplied`.
pub(crate) fn rules_of_error(error: &ErrorCase, parameters: &[Parameter]) -> Option<Rule> {
    requires(error, parameters).or_else(|| one_of(error, parameters))
}

fn requires(error: &ErrorCase, parameters: &[Parameter]) -> Option<Rule> {
    let message = error.message.as_str();
    let (before, rest) = cut(message, &MUST_BE)?;
    let (value, rest) = cut(rest, &WHEN)?;
    let (subject, _) = cut(rest, &GIVEN)?;
    let what = resolve(words(before).last()?, parameters)?;
    let on = resolve(words(subject).last()?, parameters)?;
    let value = value.trim().trim_matches(['"', '\'', '`']);
    (what != on && !value.contains(' ')).then(|| Rule {
        kind: RuleKind::Requires,
        parameters: vec![on.clone(), what.clone()],
        when: Some(Condition { parameter: on, equals: None, not: false }),
        also: Vec::new(),
        then: Some(Condition { parameter: what, equals: Some(vec![value.to_owned()]), not: false }),
        error: Some(error.code.clone()),
        text: message.to_owned(),
        confidence: contract::Confidence::Certain,
        origin: error.origin.clone(),
    })
}

fn one_of(error: &ErrorCase, parameters: &[Parameter]) -> Option<Rule> {
    let message = error.message.as_str();
    let (subjects, _) = cut(message, &NOT_SUPPLIED)?;
    let (_, subjects) = cut(subjects, &SUBJECTS)?;
    let mut alternatives = Vec::new();
    let mut rest = subjects;
    while let Some((first, others)) = cut(rest, &OR) {
        alternatives.push(first);
        rest = others;
    }
    alternatives.push(rest);
    if alternatives.len() < 2 {
        return None;
    }
    // `DiskDeviceMapping` stands for all that the page documents below it.
    let root = |name: &str| own(parameters).any(|p| p.path().root() == name).then(|| name.to_owned());
    let resolved: Option<Vec<String>> = alternatives
        .iter()
        .map(|name| name.trim())
        .map(|name| resolve(name, parameters).or_else(|| root(name)))
        .collect();
    Some(Rule {
        kind: RuleKind::OneOf,
        parameters: resolved?,
        when: None,
        also: Vec::new(),
        then: None,
        error: Some(error.code.clone()),
        text: message.to_owned(),
        confidence: contract::Confidence::Certain,
        origin: error.origin.clone(),
    })
}

/// Phrases of a list, and what finds each: most messages have none.
struct Spelt(Vec<Finder<'static>>);

impl Spelt {
    fn of(list: &str) -> Self {
        Spelt(PHRASES.list("across", list).iter().map(Finder::new).collect())
    }
}

/// What stands before and behind the first phrase of a list that occurs in `text`.
fn cut<'t>(text: &'t str, list: &Spelt) -> Option<(&'t str, &'t str)> {
    let found = |phrase: &Finder<'_>| Some((phrase.find(text.as_bytes())?, phrase.needle().len()));
    let (begin, length) = list.0.iter().find_map(found)?;
    Some((&text[..begin], &text[begin + length..]))
}

/// The parameter that a message means; messages are careless about the case of the first letters.
fn resolve(word: &str, parameters: &[Parameter]) -> Option<String> {
    let exact = own(parameters).find(|p| p.name.value == word);
    exact
        .or_else(|| own(parameters).find(|p| p.name.value.eq_ignore_ascii_case(word)))
        .map(|p| p.name.value.clone())
}

fn own(parameters: &[Parameter]) -> impl Iterator<Item = &Parameter> {
    parameters.iter().filter(|p| p.scope == Scope::Operation)
}
