//! Rules across parameters: those that descriptions state, and those that error messages spell out.
//!
//! A sentence is cut into tokens (`tokens`), names of the page among them (`names`). The productions look for runs of
//! tokens with nothing unknown in between, so what is not understood states nothing.

mod comparisons;
mod conditions;
mod lexicon;
mod listed;
mod names;
mod refused;
mod sets;
mod tokens;
mod verdicts;

#[cfg(test)]
pub(crate) use lexicon::TIED;
pub(super) use lexicon::searched;
pub(crate) use names::Names;
pub(crate) use refused::rules_of_error;

use std::ops::Range;

use contract::{Condition, Confidence, Rule, RuleKind};
use page::Prose;
use source::{Location, Origin, Source};

use super::description::Description;
use super::memory::Stated;
use crate::vocabulary::PHRASES;
use lexicon::{SORTED, VERDICTS};
use tokens::{Tokens, may_tell_of_others};

/// What a production finds in a sentence: a rule, and the words that state it.
struct Tie {
    kind: RuleKind,
    parameters: Vec<String>,
    when: Vec<Condition>,
    then: Option<Condition>,
    words: Range<usize>,
}

/// What a description ties together.
#[derive(Default)]
pub(crate) struct Ties {
    /// The rules.
    pub(crate) rules: Vec<Rule>,
    /// Rules whose conditions tell parameters by the sort of a value, which is one of theirs only if their rows say so.
    pub(crate) supposed: Vec<Rule>,
    /// Names that no row of the page has, and where they stand.
    pub(crate) unknown: Vec<(Location, String)>,
}

/// A sentence of a description, as far as it is known before the page's parameters are.
#[derive(Debug)]
pub(super) struct Tying {
    /// Its place in the description.
    place: Range<usize>,
    /// The item of a list that it belongs to, which may be about a value.
    item: Option<Range<usize>>,
    /// It gives a verdict.
    judges: bool,
    /// It tells the sort of a value.
    sorts: bool,
}

impl Tying {
    /// The sentences of a description.
    fn all(description: &Description<'_>) -> impl Iterator<Item = Tying> {
        let mut item = None;
        description.sentences().map(move |sentence| {
            let place = sentence.place(0..sentence.text.len());
            if !sentence.bullet || sentence.text.starts_with(['-', '>']) {
                item = Some(place.clone()).filter(|_| value_of_item(sentence.text).is_some());
            }
            let (judges, sorts) = (sentence.says(*VERDICTS), sentence.says(*SORTED));
            Tying { place, item: item.clone(), judges, sorts }
        })
    }

    /// Whether it gives a verdict and may speak of a parameter that `may_know` does not rule out. What does not, ties
    /// nothing.
    fn may_tie(&self, description: &str, may_know: impl Fn(&str) -> bool) -> bool {
        self.judges && (self.sorts || may_tell_of_others(&description[self.place.clone()], may_know))
    }

    /// Cuts it into tokens.
    fn tokens<'t>(&self, description: &'t str, own: &'t str, names: &'t Names<'_>) -> Tokens<'t> {
        let case = self.item.clone().and_then(|item| value_of_item(&description[item]));
        Tokens::of(&description[self.place.clone()], own, case, names)
    }
}

/// The sentences of a description that may tie parameters, whatever those of its page are.
pub(super) fn tying(description: &Description<'_>) -> Vec<Tying> {
    if !description.says(*VERDICTS) {
        return Vec::new(); // most are done with here
    }
    Tying::all(description).filter(|sentence| sentence.may_tie(description.text, |_| true)).collect()
}

/// What the tokens of a sentence tie together. `unknown` gets the places of names that the page does not have.
fn find(tokens: &Tokens<'_>, unknown: &mut Vec<Range<usize>>) -> Vec<Tie> {
    let groups = conditions::find(tokens, unknown);
    let mut found = verdicts::find(tokens, &groups);
    found.extend(sets::find(tokens, &groups, unknown));
    found.extend(comparisons::find(tokens));
    found.extend(listed::find(tokens, &groups));
    found
}

/// The rules across parameters that the description of the parameter `own` states.
pub(crate) fn ties(
    stated: &Stated,
    prose: &Prose<'_>,
    own: &str,
    names: &Names<'_>,
    source: &Source,
) -> Ties {
    let text = prose.text();
    let mut ties = Ties::default();
    if names.is_empty() {
        return ties;
    }
    for sentence in &stated.tying {
        if !sentence.may_tie(text, |word| names.may_know(word, own)) {
            continue;
        }
        let tokens = sentence.tokens(text, own, names);
        if !tokens.tell_of_others() {
            continue;
        }
        let start = sentence.place.start;
        let mut unknown = Vec::new();
        let found = find(&tokens, &mut unknown);
        let supposed = tokens.tell_sorts();
        for tie in found {
            let words = start + tie.words.start..start + tie.words.end;
            let mut when = tie.when.into_iter();
            let rules = if supposed { &mut ties.supposed } else { &mut ties.rules };
            rules.push(Rule {
                kind: tie.kind,
                parameters: tie.parameters,
                when: when.next(),
                also: when.collect(),
                then: tie.then,
                error: None,
                text: text[words.clone()].to_owned(),
                confidence: Confidence::Likely,
                origin: Origin::Stated(source.locate(prose.raw(words))),
            });
        }
        for words in unknown {
            let words = start + words.start..start + words.end;
            let name = text[words.clone()].to_owned();
            let at = source.locate(prose.raw(words));
            if !ties.unknown.iter().any(|(_, other)| *other == name) {
                ties.unknown.push((at, name));
            }
        }
    }
    ties
}

/// Whether the rows of the parameters that the conditions of a rule name have their values, by `has(parameter, value)`.
pub(crate) fn holds(rule: &Rule, has: impl Fn(&str, &str) -> bool) -> bool {
    let known = |condition: &Condition| {
        let mut values = condition.equals.iter().flatten();
        values.all(|value| has(&condition.parameter, value))
    };
    rule.conditions().all(known)
}

/// Whether a description, or the rules for its value, have a word.
pub(crate) fn mentions(text: &str, value: &str) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
    text.match_indices(value).any(|(at, _)| {
        apart(text[..at].chars().next_back()) && apart(text[at + value.len()..].chars().next())
    })
}

/// The value that the item of a list is about: `- true: …`.
fn value_of_item(text: &str) -> Option<&str> {
    let item = text.strip_prefix(['-', '>'])?.trim_start_matches(['-', ' ', '\u{a0}', '\u{3000}']);
    let end = item.find([':', '：', '（', '(', '，']).unwrap_or(item.len());
    let value = item[..end].trim_end_matches(['.', '。']).trim().trim_matches(['"', '“', '”', '`']);
    let is_word = PHRASES.list("tied", "no_values").iter().any(|word| word == value);
    (!value.is_empty() && !is_word && value.chars().all(|c| c.is_ascii_graphic())).then_some(value)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_gates;
