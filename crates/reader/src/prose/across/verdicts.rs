//! `当Type为Host时必填`, `takes effect only when ChargeType is set to PrePaid`, `需要同时设置Date字段`: what holds under a
//! condition.

use std::ops::Range;

use contract::{Condition, RuleKind};

use super::Tie;
use super::conditions::{self, Group};
use super::tokens::{Kind, Tokens, Word};

/// Finds what is required, has an effect or has none under conditions.
pub(super) fn find(tokens: &Tokens<'_>, unknown: &mut Vec<Range<usize>>) -> Vec<Tie> {
    let groups = conditions::find(tokens, unknown);
    let inside = |at: usize| groups.iter().any(|group| group.run.contains(&at));
    let mut ties = Vec::new();
    for at in (0..tokens.list.len()).filter(|at| !inside(*at)) {
        if tokens.is(at, Word::Together) {
            ties.extend(together(tokens, at, &groups));
        } else if let Some(kind) = verdict(tokens, at) {
            ties.extend(under(tokens, at, kind, &groups));
        }
    }
    ties
}

fn verdict(tokens: &Tokens<'_>, at: usize) -> Option<RuleKind> {
    let kinds = [
        (Word::Required, RuleKind::RequiredIf),
        (Word::Effective, RuleKind::EffectiveIf),
        (Word::Ignored, RuleKind::IgnoredIf),
    ];
    kinds.into_iter().find(|(word, _)| tokens.is(at, *word)).map(|(_, kind)| kind)
}

/// A verdict of which a condition stands before or behind.
fn under(tokens: &Tokens<'_>, at: usize, kind: RuleKind, groups: &[Group]) -> Vec<Tie> {
    let objects = names_from(tokens, at + 1);
    if objects.either {
        return Vec::new();
    }
    let behind = groups.iter().find(|group| {
        (objects.end..group.run.start).all(|between| verdict(tokens, between).is_some() || tokens.is(between, Word::And))
    });
    let behind = behind.filter(|group| group.run.start >= objects.end && begins_with_if(tokens, group));
    let before = groups.iter().rev().find(|group| group.run.end <= at).and_then(|group| {
        let plain = (group.run.end..at).all(|between| {
            let words = [Word::And, Word::Besides];
            tokens.kind(between) == Some(&Kind::Comma)
                || tokens.name(between).is_some()
                || verdict(tokens, between).is_some()
                || words.iter().any(|word| tokens.is(between, *word))
        });
        plain.then_some(group)
    });
    let from = before.map_or(0, |group| group.run.end);
    let Some(group) = behind.or(before) else { return Vec::new() };
    let subjects = if objects.names.is_empty() {
        match subjects(tokens, from, at) {
            Some(subjects) => subjects,
            None => return Vec::new(),
        }
    } else {
        objects.names
    };
    let end = group.run.end.max(objects.end);
    let start = group.run.start.min(at);
    let words = tokens.place(start..end.max(at + 1));
    let tie = |subject: &str| Tie {
        kind,
        parameters: vec![subject.to_owned()],
        when: group.conditions.clone(),
        words: words.clone(),
    };
    let tied_to_itself = |subject: &&str| group.conditions.iter().any(|c| c.parameter == **subject);
    subjects.iter().copied().filter(|subject| !tied_to_itself(subject)).map(tie).collect()
}

fn begins_with_if(tokens: &Tokens<'_>, group: &Group) -> bool {
    tokens.is(group.run.start, Word::If)
}

/// Names behind a verb, as in `必须指定A和B`, and where they end.
struct Objects<'t> {
    names: Vec<&'t str>,
    end: usize,
    /// One of them is enough.
    either: bool,
}

fn names_from<'t>(tokens: &Tokens<'t>, at: usize) -> Objects<'t> {
    let mut objects = Objects { names: Vec::new(), end: at, either: false };
    let mut here = at;
    while let Some(name) = tokens.name(here) {
        objects.names.push(name);
        objects.end = here + 1;
        here += 1;
        if tokens.is(here, Word::Or) && tokens.name(here + 1).is_some() {
            objects.either = true;
        } else if !tokens.is(here, Word::And) {
            break;
        }
        here += 1;
    }
    objects
}

/// Whom a verdict is about: the names before it back to `from`, or the cell's own parameter where no other words stand.
fn subjects<'t>(tokens: &Tokens<'t>, from: usize, at: usize) -> Option<Vec<&'t str>> {
    let mut names = Vec::new();
    let mut here = at;
    while here > from {
        here -= 1;
        if let Some(name) = tokens.name(here) {
            names.push(name);
        } else if tokens.is_edge(Some(here)) {
            break;
        } else if !(tokens.is(here, Word::And) || tokens.is(here, Word::Besides) || verdict(tokens, here).is_some()) {
            return None;
        }
    }
    names.reverse();
    if names.is_empty() {
        names.push(tokens.own);
    }
    Some(names)
}

/// `需要同时设置Date字段`: where this one is given, so must be the others.
fn together(tokens: &Tokens<'_>, at: usize, groups: &[Group]) -> Vec<Tie> {
    let objects = names_from(tokens, at + 1);
    let before = groups.iter().rev().find(|group| group.run.end <= at);
    let given = |name: &str| Condition { parameter: name.to_owned(), equals: None, not: false };
    let tie = |needed: &str, when: Vec<Condition>, start: usize, end: usize| Tie {
        kind: RuleKind::RequiredIf,
        parameters: vec![needed.to_owned()],
        when,
        words: tokens.place(start..end),
    };
    if objects.names.is_empty() {
        // `与B成对使用`: each needs the other.
        let Some(other) = at.checked_sub(1).and_then(|before| tokens.name(before)) else { return Vec::new() };
        let first = at.checked_sub(3).and_then(|first| tokens.name(first)).filter(|_| tokens.is(at - 2, Word::And));
        let lone = at.checked_sub(2).is_some_and(|with| tokens.is(with, Word::And));
        if first.is_none() && !lone {
            return Vec::new();
        }
        let one = first.unwrap_or(tokens.own);
        let start = at - if first.is_some() { 3 } else { 2 };
        return vec![tie(other, vec![given(one)], start, at + 1), tie(one, vec![given(other)], start, at + 1)];
    }
    if objects.either {
        return Vec::new();
    }
    let (when, start) = match before {
        Some(group) => (group.conditions.clone(), group.run.start),
        None if tokens.is_edge(at.checked_sub(1)) || tokens.name(at - 1) == Some(tokens.own) => {
            (vec![given(tokens.own)], at)
        }
        None => return Vec::new(),
    };
    let others = objects.names.iter().filter(|name| !when.iter().any(|c| c.parameter == **name));
    others.map(|name| tie(name, when.clone(), start, objects.end)).collect()
}
