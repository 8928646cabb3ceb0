//! `- Month: Valid values of the Period parameter: 1, 2, and 3`: the values that another parameter has in a case.

use contract::{Condition, RuleKind};

use super::Tie;
use super::conditions::Group;
use super::lexicon::{Meanings, Word};
use super::tokens::{Kind, Tokens};
use super::verdicts::leads_to;

/// Finds lists of another parameter's values, under conditions or in an item of a list.
pub(super) fn find(tokens: &Tokens<'_>, groups: &[Group]) -> Vec<Tie> {
    if !tokens.say(Meanings::of(&[Word::ValuesOf])) {
        return Vec::new();
    }
    (0..tokens.list.len())
        .filter(|at| tokens.is(*at, Word::ValuesOf))
        .filter_map(|at| listed(tokens, at, groups))
        .collect()
}

fn listed(tokens: &Tokens<'_>, at: usize, groups: &[Group]) -> Option<Tie> {
    let name = tokens.name(at + 1).filter(|name| *name != tokens.own)?;
    let mut here = at + 2;
    here += usize::from(tokens.kind(here) == Some(&Kind::Stop) || tokens.is(here, Word::Is));
    let (values, end) = figures(tokens, here)?;
    let before = groups.iter().rev().find(|group| group.run.end <= at && leads_to(tokens, group, at));
    let case = || {
        let case = tokens.case.filter(|_| groups.is_empty())?;
        let own = tokens.own.to_owned();
        Some(vec![Condition { parameter: own, equals: Some(vec![case.to_owned()]), not: false }])
    };
    let when = before.map(|group| group.conditions.clone()).or_else(case)?;
    let first = when.first()?.parameter.clone();
    Some(Tie {
        kind: RuleKind::Requires,
        parameters: vec![first, name.to_owned()],
        when,
        then: Some(Condition { parameter: name.to_owned(), equals: Some(values), not: false }),
        words: tokens.place(before.map_or(at, |group| group.run.start)..end),
    })
}

/// `1, 2, 3, and 6` up to the end of the sentence.
fn figures(tokens: &Tokens<'_>, from: usize) -> Option<(Vec<String>, usize)> {
    let mut values = Vec::new();
    let mut at = from;
    loop {
        match tokens.kind(at)? {
            Kind::Word(word, None) if word.bytes().all(|b| b.is_ascii_digit()) => {
                values.push((*word).to_owned());
            }
            _ => return None,
        }
        at += 1;
        let mut next = at + usize::from(tokens.kind(at) == Some(&Kind::Comma));
        next += usize::from(tokens.joins(next));
        if next == at {
            break;
        }
        at = next;
    }
    matches!(tokens.kind(at), None | Some(Kind::Stop)).then_some((values, at))
}
