//! Rules across parameters: those that descriptions state, and those that error messages spell out.
//!
//! A sentence is cut into tokens (`tokens`), names of the page among them (`names`). The productions look for runs of
//! tokens with nothing unknown in between, so what is not understood states nothing.

mod comparisons;
mod conditions;
mod cut;
mod lexicon;
mod listed;
mod mentions;
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
use std::sync::OnceLock;

use contract::{Condition, Confidence, Rule, RuleKind};
use page::Prose;
use source::{Location, Origin, Source};

use super::description::Description;
use super::memory::Stated;
use crate::vocabulary::PHRASES;
use cut::Cut;
use lexicon::{SORTED, VERDICTS};
use mentions::Mentions;
use tokens::Tokens;

/// What a production finds in a sentence: a rule, and the words that state it.
#[derive(Debug, PartialEq)]
struct Tie {
    kind: RuleKind,
    parameters: Vec<String>,
    when: Vec<Condition>,
    then: Option<Condition>,
    words: Range<usize>,
}

impl Tie {
    /// Whether it names more than one parameter. A rule that ties one to itself is none.
    fn ties_others(&self) -> bool {
        let conditions = self.when.iter().chain(&self.then).map(|condition| &condition.parameter);
        let mut names = self.parameters.iter().chain(conditions);
        let first = names.next();
        names.any(|name| Some(name) != first)
    }
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
    /// The value that it is about: that of the item of a list to which it belongs.
    case: Option<String>,
    mentions: Mentions,
    /// It tells the sort of a value.
    sorts: bool,
    /// Its pieces, once a page asks for them. Most pages of most sentences do not.
    cut: OnceLock<Cut>,
}

impl Tying {
    /// Those sentences of the description of `own` that state something.
    fn all(description: &Description<'_>, own: &str) -> Vec<Tying> {
        let mut case = None;
        let mut list = Vec::new();
        for sentence in description.sentences() {
            if !sentence.bullet || sentence.text.starts_with(['-', '>']) {
                case = Some(sentence.text);
            }
            if sentence.says(*VERDICTS) {
                list.push(Tying {
                    place: sentence.place(0..sentence.text.len()),
                    case: case.and_then(value_of_item).map(str::to_owned),
                    mentions: Mentions::of(sentence.text, own),
                    sorts: sentence.says(*SORTED),
                    cut: OnceLock::new(),
                });
            }
        }
        list
    }

    /// Whether it may speak of other parameters of a page. What does not, ties nothing.
    fn may_tie(&self, own: &str, names: &Names<'_>) -> bool {
        self.sorts || self.mentions.any(|word| names.may_know(word, own))
    }

    /// Its tokens.
    fn tokens<'t>(&'t self, description: &'t str, own: &'t str, names: &'t Names<'_>) -> Tokens<'t> {
        let sentence = &description[self.place.clone()];
        let cut = self.cut.get_or_init(|| Cut::of(sentence, |_| false));
        Tokens::of(cut, sentence, own, self.case.as_deref(), names)
    }
}

/// The sentences of the description of `own` that may tie parameters, whatever those of its page are.
pub(super) fn tying(description: &Description<'_>, own: &str) -> Vec<Tying> {
    if !description.says(*VERDICTS) {
        return Vec::new(); // most are done with here
    }
    let mut sentences = Tying::all(description, own);
    sentences.retain(|sentence| sentence.sorts || !sentence.mentions.is_empty());
    sentences
}

/// What the tokens of a sentence tie together. `unknown` gets the places of names that the page does not have.
fn find(tokens: &Tokens<'_>, unknown: &mut Vec<Range<usize>>) -> Vec<Tie> {
    let groups = conditions::find(tokens, unknown);
    let mut found = verdicts::find(tokens, &groups);
    found.extend(sets::find(tokens, &groups, unknown));
    found.extend(comparisons::find(tokens));
    found.extend(listed::find(tokens, &groups));
    found.retain(Tie::ties_others);
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
        if !sentence.may_tie(own, names) {
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
