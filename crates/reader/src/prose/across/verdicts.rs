//! `当Type为Host时必填`, `takes effect only when ChargeType is set to PrePaid`, `需要同时设置Date字段`: what holds under a
//! condition.

use contract::{Condition, RuleKind};

use super::Tie;
use super::conditions::{Group, values};
use super::lexicon::{Meanings, Word};
use super::tokens::{Kind, Tokens};

/// Finds what is required, has an effect, has none, or is forbidden under conditions.
pub(super) fn find(tokens: &Tokens<'_>, groups: &[Group]) -> Vec<Tie> {
    if !tokens.say(JUDGES) {
        return Vec::new();
    }
    let inside = |at: usize| groups.iter().any(|group| group.run.contains(&at));
    // Without a condition a verdict ties nothing.
    let flat = groups.is_empty() && tokens.case.is_none();
    let judges = if flat { Meanings::of(&[Word::Together]) } else { JUDGES };
    let mut ties = Vec::new();
    for at in (0..tokens.list.len()).filter(|at| tokens.is_any(*at, judges) && !inside(*at)) {
        if tokens.is(at, Word::Together) {
            ties.extend(together(tokens, at, groups));
        } else if let Some(verdict) = verdict(tokens, at) {
            ties.extend(under(tokens, at, verdict, groups));
        } else if tokens.is(at, Word::Exclusive) && tokens.is(at, Word::ExclusiveBefore) {
            // `A为x时，不能同时指定B`; of several names they are a set.
            let alone = objects(tokens, at + 1).is_some_and(|objects| objects.list.len() == 1);
            ties.extend(alone.then(|| under(tokens, at, Verdict::Forbidden, groups)).into_iter().flatten());
        }
    }
    ties
}

/// The words of verdicts.
pub(super) const VERDICTS: Meanings = Meanings::of(&[
    Word::Supports,
    Word::Required,
    Word::Effective,
    Word::Ignored,
    Word::Forbidden,
    Word::MustBe,
]);

/// The words without which nothing is found.
const JUDGES: Meanings = VERDICTS.with(Meanings::of(&[Word::Together, Word::Exclusive]));

/// What is said of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Required,
    Effective,
    Ignored,
    Forbidden,
    MustBe,
    /// It has an effect there only where nowhere else.
    Supported,
}

pub(super) fn verdict(tokens: &Tokens<'_>, at: usize) -> Option<Verdict> {
    if !tokens.is_any(at, VERDICTS) {
        return None;
    }
    // `仅HTTPS协议支持`
    if tokens.is(at, Word::Supports) && tokens.is_edge(Some(at + 1)) {
        return Some(Verdict::Supported);
    }
    let verdicts = [
        (Word::Required, Verdict::Required),
        (Word::Effective, Verdict::Effective),
        (Word::Ignored, Verdict::Ignored),
        (Word::Forbidden, Verdict::Forbidden),
        (Word::MustBe, Verdict::MustBe),
    ];
    verdicts.into_iter().find(|(word, _)| tokens.is(at, *word)).map(|(_, verdict)| verdict)
}

/// Whether a token says what holds under a condition.
pub(super) fn is_verdict(tokens: &Tokens<'_>, at: usize) -> bool {
    verdict(tokens, at).is_some()
}

/// A verdict of which a condition stands before or behind.
pub(super) fn under(tokens: &Tokens<'_>, at: usize, verdict: Verdict, groups: &[Group]) -> Vec<Tie> {
    let (must, next) = match verdict {
        Verdict::MustBe => match values(tokens, at + 1) {
            Some((values, end)) => (Some(values), end),
            None => return Vec::new(),
        },
        _ => (None, at + 1),
    };
    let Some(objects) = objects(tokens, next) else { return Vec::new() };
    if verdict == Verdict::Supported {
        let only = |group: &&Group| group.run.end == at && tokens.is(group.run.start, Word::Only);
        let group = groups.iter().find(only);
        return group
            .map(|group| under(tokens, at, Verdict::Effective, std::slice::from_ref(group)))
            .unwrap_or_default();
    }
    let behind = groups.iter().find(|group| {
        let between = objects.end..group.run.start;
        objects.end <= group.run.start
            && tokens.is(group.run.start, Word::If)
            && between.into_iter().all(|at| is_verdict_or_join(tokens, at))
    });
    let before = groups.iter().rev().find(|group| group.run.end <= at && leads_to(tokens, group, at));
    // `- Target: You must specify A`
    let in_item = || {
        let plain = verdict == Verdict::Required && !objects.list.is_empty() && groups.is_empty();
        let case = tokens.case.filter(|_| plain && tokens.is_edge(at.checked_sub(1)))?;
        let own =
            Condition { parameter: tokens.own.to_owned(), equals: Some(vec![case.to_owned()]), not: false };
        Some(Group { conditions: vec![own], run: at..at, any: false })
    };
    let case = if behind.or(before).is_none() { in_item() } else { None };
    let Some(group) = behind.or(before).or(case.as_ref()) else { return Vec::new() };
    if group.any {
        // With an effect if either holds, it is not ignored where one does not.
        if verdict == Verdict::Effective {
            return Vec::new();
        }
        let single = |condition: &Condition| Group {
            conditions: vec![condition.clone()],
            run: group.run.clone(),
            any: false,
        };
        let each = group.conditions.iter().map(single);
        return each.flat_map(|group| under(tokens, at, verdict, &[group])).collect();
    }
    let from = before.map_or(0, |group| group.run.end);
    let objects = match objects.list.is_empty() {
        false => objects,
        true => {
            let Some(subjects) = subjects(tokens, from, at) else { return Vec::new() };
            let list = subjects.into_iter().map(|name| (name, None)).collect();
            Objects { list, ..objects }
        }
    };
    let words = tokens.place(group.run.start.min(at)..group.run.end.max(objects.end).max(at + 1));
    let tie = |kind: RuleKind, parameters: &[&str], then: Option<Condition>| Tie {
        kind,
        parameters: parameters.iter().map(|name| (*name).to_owned()).collect(),
        when: group.conditions.clone(),
        then,
        words: words.clone(),
    };
    if objects.either {
        let names: Vec<&str> = objects.list.iter().map(|(name, _)| *name).collect();
        return (verdict == Verdict::Required)
            .then(|| tie(RuleKind::OneOf, &names, None))
            .into_iter()
            .collect();
    }
    let mut ties = Vec::new();
    let first = group.conditions.first().map_or("", |c| c.parameter.as_str());
    let tied_to_itself = |name: &str| group.conditions.iter().any(|c| c.parameter == name);
    for (name, value) in objects.list.iter().filter(|(name, _)| !tied_to_itself(name)) {
        let value = value.clone().or_else(|| must.clone());
        match (verdict, value) {
            (Verdict::MustBe | Verdict::Required, Some(values)) => {
                let then = Condition { parameter: (*name).to_owned(), equals: Some(values), not: false };
                ties.push(tie(RuleKind::Requires, &[first, name], Some(then)));
            }
            (Verdict::Required, None) => ties.push(tie(RuleKind::RequiredIf, &[name], None)),
            (Verdict::Effective, None) => ties.push(tie(RuleKind::EffectiveIf, &[name], None)),
            (Verdict::Ignored, None) => ties.push(tie(RuleKind::IgnoredIf, &[name], None)),
            (Verdict::Forbidden, None) => {
                ties.extend(forbidden(group, tie(RuleKind::Exclusive, &[first, name], None)))
            }
            _ => {}
        }
    }
    ties
}

/// Where one is given, the other must not be: both exclude each other, if it has the value.
fn forbidden(group: &Group, mut tie: Tie) -> Option<Tie> {
    let [single] = group.conditions.as_slice() else { return None };
    tie.when.retain(|condition| condition.equals.is_some());
    (!single.not).then_some(tie)
}

/// Whether nothing but names, marks and other verdicts stands between conditions and a verdict.
pub(super) fn leads_to(tokens: &Tokens<'_>, group: &Group, at: usize) -> bool {
    let mut here = group.run.end;
    if tokens.is(group.run.start, Word::Otherwise) {
        // `否则为列表操作，需指定A`
        let words = |at: usize| {
            matches!(tokens.kind(at), Some(Kind::Gap | Kind::Word(_, None))) || tokens.is(at, Word::Is)
        };
        let clause = (here..at).take(CLAUSE).take_while(|at| words(*at)).count();
        here += if tokens.kind(here + clause) == Some(&Kind::Comma) { clause } else { 0 };
    }
    // `该模式下必须指定网络，即A为必填项`
    if let Some(again) = (here..at).take(CLAUSE).find(|at| tokens.is(*at, Word::ThatIs)) {
        let unnamed = |at: usize| tokens.name(at).is_none() && !matches!(tokens.kind(at), Some(Kind::Stop));
        here = if (here..again).all(unnamed) { again + 1 } else { here };
    }
    while here < at {
        if tokens.is(here, Word::MustBe)
            && let Some((_, end)) = values(tokens, here + 1)
        {
            here = end;
            continue;
        }
        let plain = tokens.kind(here) == Some(&Kind::Comma)
            || tokens.name(here).is_some()
            || is_verdict_or_join(tokens, here);
        if !plain {
            return false;
        }
        here += 1;
    }
    true
}

/// How many tokens a clause in between can have.
const CLAUSE: usize = 6;

fn is_verdict_or_join(tokens: &Tokens<'_>, at: usize) -> bool {
    verdict(tokens, at).is_some() || tokens.is(at, Word::And) || tokens.is(at, Word::Besides)
}

/// Names behind a verb, as in `必须指定A和B`, with the values that they must have, and where they end.
struct Objects<'t> {
    list: Vec<(&'t str, Option<Vec<String>>)>,
    end: usize,
    /// One of them is enough.
    either: bool,
}

/// The names behind a verb; `None` where they go on in a way that is not understood.
fn objects<'t>(tokens: &Tokens<'t>, at: usize) -> Option<Objects<'t>> {
    let mut objects = Objects { list: Vec::new(), end: at, either: false };
    let mut here = at;
    let mut before_comma = None;
    while let Some(name) = tokens.name(here) {
        here += 1;
        let mut value = None;
        // `use A to specify …` gives it no value.
        if tokens.is(here, Word::Is) && !tokens.is(here + 1, Word::Give) {
            let (found, end) = values(tokens, here + 1)?;
            value = Some(found);
            here = end;
        }
        objects.list.push((name, value));
        objects.end = here;
        let comma = tokens.kind(here) == Some(&Kind::Comma);
        let next = here + usize::from(comma);
        let joined = tokens.joins(next);
        let next = next + usize::from(joined);
        let next = next + usize::from(joined && tokens.is(next, Word::Give));
        if tokens.name(next).is_none() || !(joined || comma) {
            break;
        }
        objects.either |= tokens.is(next - 1, Word::Or);
        if comma && !joined {
            before_comma.get_or_insert((objects.list.len(), objects.end));
        }
        here = next;
    }
    // `A, B, or both`.
    let tail = objects.end + usize::from(tokens.kind(objects.end) == Some(&Kind::Comma));
    objects.either |= objects.list.len() > 1 && tokens.is(tail, Word::Or);
    match before_comma {
        // `必须指定A，B可选` begins another clause at the comma, unless the list ends in `or`.
        Some((length, end)) if !objects.either && tokens.chinese => {
            objects.list.truncate(length);
            objects.end = end;
        }
        Some(_) if !objects.either && !tokens.joins(here.checked_sub(1)?) => return None,
        _ => {}
    }
    Some(objects)
}

/// Whom a verdict is about: the names before it back to `from`, or the cell's own parameter where no other words stand.
fn subjects<'t>(tokens: &Tokens<'t>, from: usize, at: usize) -> Option<Vec<&'t str>> {
    let mut names = Vec::new();
    for here in (from..at).rev() {
        if let Some(name) = tokens.name(here) {
            names.push(name);
        } else if tokens.is_edge(Some(here)) {
            break;
        } else if !is_verdict_or_join(tokens, here) {
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
    let Some(objects) = objects(tokens, at + 1).filter(|objects| !objects.either) else { return Vec::new() };
    let tie = |needed: &str, when: Vec<Condition>, start: usize, end: usize| Tie {
        kind: RuleKind::RequiredIf,
        parameters: vec![needed.to_owned()],
        when,
        then: None,
        words: tokens.place(start..end),
    };
    if objects.list.is_empty() {
        let Some((one, other, start)) = pair(tokens, at) else { return Vec::new() };
        return vec![
            tie(other, vec![tokens.given(one)], start, at + 1),
            tie(one, vec![tokens.given(other)], start, at + 1),
        ];
    }
    let before = groups.iter().rev().find(|group| group.run.end <= at);
    let (when, start) = match before {
        Some(group) if leads_to(tokens, group, at) => (group.conditions.clone(), group.run.start),
        None if tokens.is_edge(at.checked_sub(1)) || tokens.name(at - 1) == Some(tokens.own) => {
            (vec![tokens.given(tokens.own)], at)
        }
        _ => return Vec::new(),
    };
    let others =
        objects.list.iter().filter(|(name, _)| !when.iter().any(|condition| condition.parameter == *name));
    let first = when.first().map_or_else(String::new, |condition| condition.parameter.clone());
    let of = |(name, value): &(&str, Option<Vec<String>>)| {
        let needed = tie(name, when.clone(), start, objects.end);
        // `必须同时指定Timed=true`
        let Some(values) = value.clone() else { return needed };
        let then = Some(Condition { parameter: (*name).to_owned(), equals: Some(values), not: false });
        Tie { kind: RuleKind::Requires, parameters: vec![first.clone(), (*name).to_owned()], then, ..needed }
    };
    others.map(of).collect()
}

/// The two that need each other: `A和B成对使用`, or `与B成对使用` in the cell of A; and where they begin.
fn pair<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(&'t str, &'t str, usize)> {
    let other = tokens.name(at.checked_sub(1)?)?;
    let with =
        at.checked_sub(2).filter(|with| tokens.is(*with, Word::And) || tokens.is(*with, Word::List))?;
    match with.checked_sub(1) {
        None => Some((tokens.own, other, with)),
        Some(first) => match tokens.name(first) {
            Some(one) => Some((one, other, first)),
            None => tokens.is_edge(Some(first)).then_some((tokens.own, other, with)),
        },
    }
}
