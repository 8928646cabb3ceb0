//! Rules across parameters that error messages spell out.

use contract::{Condition, ErrorCase, Parameter, Rule, RuleKind, Scope};

use crate::named::words;
use crate::vocabulary::PHRASES;

/// `The specified parameter Encrypted must be true when kmsKeyId is not empty`;
/// `The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory … is not supplied`.
pub(crate) fn rules_of_error(error: &ErrorCase, parameters: &[Parameter]) -> Option<Rule> {
    requires(error, parameters).or_else(|| one_of(error, parameters))
}

fn requires(error: &ErrorCase, parameters: &[Parameter]) -> Option<Rule> {
    let message = error.message.as_str();
    let (before, rest) = cut(message, "must_be")?;
    let (value, rest) = cut(rest, "when")?;
    let (subject, _) = cut(rest, "given")?;
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
    // To look for a short phrase is fast, and few texts are as long as the other.
    if !is_as_long_as(message, "not_supplied") {
        return None;
    }
    said(message, "or")?;
    let (subjects, _) = cut(message, "not_supplied")?;
    let (_, subjects) = cut(subjects, "subjects")?;
    let mut alternatives = Vec::new();
    let mut rest = subjects;
    while let Some((first, others)) = cut(rest, "or") {
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

/// What stands before and behind the first phrase of a list that occurs in `text`.
fn cut<'t>(text: &'t str, list: &str) -> Option<(&'t str, &'t str)> {
    text.split_once(said(text, list)?)
}

/// The first phrase of a list that occurs in `text`. To see that there is none, as in most texts, is faster than to look
/// where one stands.
fn said(text: &str, list: &str) -> Option<&'static str> {
    let mut phrases = PHRASES.list("across", list).iter().map(String::as_str);
    phrases.find(|phrase| text.contains(phrase))
}

/// Whether a phrase of a list can stand in a text, as far as their lengths tell.
fn is_as_long_as(text: &str, list: &str) -> bool {
    PHRASES.list("across", list).iter().any(|phrase| phrase.len() <= text.len())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_has_a_phrase_is_long_enough_for_it() {
        for phrase in PHRASES.list("across", "not_supplied") {
            assert!(is_as_long_as(phrase, "not_supplied"), "{phrase}");
        }
    }
}
