//! `当Type为Host时`, `if KMSKeyId is specified`, `未指定VpcId时`: conditions on other parameters.

use std::ops::Range;

use contract::Condition;

use super::lexicon::{Meanings, SORT, SORTS, Word};
use super::tokens::{Kind, Tokens};
use super::verdicts;

/// Conditions that hold together, and the tokens that state them.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) conditions: Vec<Condition>,
    pub(super) run: Range<usize>,
    /// Each of them is enough.
    pub(super) any: bool,
}

/// The conditions of a sentence. `unknown` gets the places of names that the page does not have.
pub(super) fn find(tokens: &Tokens<'_>, unknown: &mut Vec<Range<usize>>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    if !tokens.say(CONDITIONAL) {
        return groups;
    }
    let mut at = 0;
    while at < tokens.list.len() {
        if !may_begin(tokens, at) {
            at += 1;
            continue;
        }
        let otherwise = || tokens.is(at, Word::Otherwise).then(|| opposite(groups.last()?, at)).flatten();
        match otherwise().or_else(|| group(tokens, at, unknown)) {
            Some(group) => {
                at = group.run.end;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    groups
}

/// The words without which no condition is found. In Chinese a verdict may do: `Status等于Active必传`.
const CONDITIONAL: Meanings = verdicts::VERDICTS.with(Meanings::of(&[
    Word::ThisCase,
    Word::OwnGiven,
    Word::Means,
    Word::If,
    Word::When,
]));

/// Whether conditions may begin at a token: one of these words does it, or what follows a mark.
pub(super) fn may_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    const HEADS: Meanings = Meanings::of(&[Word::ThisCase, Word::OwnGiven, Word::If, Word::Otherwise]);
    tokens.is_any(at, HEADS) || tokens.is_edge(at.checked_sub(1))
}

/// `如果A为x，…，否则`: what holds otherwise.
fn opposite(group: &Group, at: usize) -> Option<Group> {
    let [Condition { parameter, equals, not }] = group.conditions.as_slice() else { return None };
    let opposite = Condition { parameter: parameter.clone(), equals: equals.clone(), not: !not };
    Some(Group { conditions: vec![opposite], run: at..at + 1, any: false })
}

/// The conditions that begin at a token. In Chinese `时` may stand for `如果`; without either there is no condition.
pub(super) fn group(tokens: &Tokens<'_>, start: usize, unknown: &mut Vec<Range<usize>>) -> Option<Group> {
    if tokens.is(start, Word::ThisCase)
        && let Some(case) = tokens.case
    {
        let own =
            Condition { parameter: tokens.own.to_owned(), equals: Some(vec![case.to_owned()]), not: false };
        return Some(Group { conditions: vec![own], run: start..start + 1, any: false });
    }
    if tokens.is(start, Word::OwnGiven) {
        let own = vec![tokens.given(tokens.own)];
        return Some(Group { conditions: own, run: start..start + 1, any: false });
    }
    if let Some(group) = explained(tokens, start) {
        return Some(group);
    }
    let headed = tokens.is(start, Word::If);
    let before = start.checked_sub(1);
    // The other half of an alternative that is not understood.
    let or = before.is_some_and(|at| tokens.is(at, Word::Or));
    if or || !headed && !tokens.is_edge(before) {
        return None;
    }
    // What has no beginning needs an end, or a verdict that does for one.
    if !headed && !tokens.chinese && !tokens.say(Meanings::of(&[Word::When])) {
        return None;
    }
    if let Some(group) = any_of(tokens, start + usize::from(headed)) {
        return Some(Group { run: start..group.run.end, ..group });
    }
    let mut conditions = Vec::new();
    let mut at = start + usize::from(headed);
    let (mut all, mut any) = (false, false);
    loop {
        if tokens.is_stranger(at) && tokens.is(at + 1, Word::Is) && headed {
            unknown.push(tokens.place(at..at + 1));
        }
        let (mut found, end) = condition(tokens, at)?;
        at = purpose(tokens, end);
        if found.conditions.len() > 1 {
            (all, any) = (all || !found.any, any || found.any);
        }
        conditions.append(&mut found.conditions);
        let mut next = at + usize::from(tokens.kind(at) == Some(&Kind::Comma));
        let or = tokens.is(next, Word::Or);
        let said =
            or || tokens.is(next, Word::Besides) || tokens.is(next, Word::And) || tokens.is(next, Word::List);
        next += usize::from(said);
        // `指定了A没有指定B`.
        let joined = said || tokens.is(next, Word::KeepBack);
        next += usize::from(joined && tokens.is(next, Word::If));
        if !joined || self::condition(tokens, next).is_none() {
            break;
        }
        (all, any) = (all || !or, any || or);
        at = next;
    }
    let closed = tokens.is(at, Word::When);
    // `Status等于Active必传`.
    let comma = usize::from(tokens.kind(at) == Some(&Kind::Comma));
    let this = usize::from(tokens.is(at + comma, Word::This));
    let told = tokens.chinese && verdicts::is_verdict(tokens, at + comma + this) && comma == this;
    let end = at + usize::from(closed);
    // `A为x或加密盘时`: the other half is not understood; and who knows what `A且B或C` means.
    let vague = tokens.is(end, Word::Or) || (all && any);
    ((headed || closed || told) && !vague).then_some(Group { conditions, run: start..end, any })
}

/// `1代表按月购买，需要填写A`: where the own value is that one.
fn explained(tokens: &Tokens<'_>, start: usize) -> Option<Group> {
    let Some(Kind::Word(value, None)) = tokens.kind(start) else { return None };
    if !tokens.is(start + 1, Word::Means) || !tokens.is_edge(start.checked_sub(1)) {
        return None;
    }
    // Words of the meaning may look like others: `使用内存-cpu可选配比方式`.
    let ends = |at: &usize| tokens.kind(*at) == Some(&Kind::Comma) || tokens.name(*at).is_some();
    let end = (start + 2..tokens.list.len()).take(MEANING).find(ends)?;
    let asked = tokens.kind(end) == Some(&Kind::Comma) && tokens.is(end + 1, Word::Required);
    let equals = Some(vec![(*value).to_owned()]);
    let own = Condition { parameter: tokens.own.to_owned(), equals, not: false };
    // What is required must be named: `1代表开启，必填` says nothing of the case.
    (asked && tokens.name(end + 2).is_some()).then(|| Group {
        conditions: vec![own],
        run: start..end,
        any: false,
    })
}

/// Of how many tokens the meaning of a value can be.
const MEANING: usize = 16;

/// Where `to select a template` ends, which tells what names are given or kept back for.
fn purpose(tokens: &Tokens<'_>, start: usize) -> usize {
    if tokens.is(start, Word::Act) && tokens.is(start + 1, Word::When) {
        return start + 1; // `指定A查询时`
    }
    if !tokens.is(start, Word::Purpose) {
        return start;
    }
    let ends = |at: usize| tokens.is_edge(Some(at)) || tokens.is(at, Word::When) || tokens.name(at).is_some();
    (start + 1..tokens.list.len()).find(|at| ends(*at)).unwrap_or(tokens.list.len())
}

/// `指定了A、B、C中的一个时`
fn any_of(tokens: &Tokens<'_>, at: usize) -> Option<Group> {
    let mut here = at + usize::from(tokens.is(at, Word::Give));
    let mut conditions = Vec::new();
    if here == at {
        return None;
    }
    loop {
        conditions.push(tokens.given(tokens.name(here)?));
        here += 1;
        let joined = tokens.joins(here) || tokens.kind(here) == Some(&Kind::Comma);
        if !joined {
            break;
        }
        here += 1;
    }
    let closed = tokens.is(here, Word::AnyOf) && tokens.is(here + 1, Word::When);
    closed.then_some(Group { conditions, run: at..here + 2, any: true })
}

/// Conditions that are said at once: `A和B不为空`.
struct Said {
    conditions: Vec<Condition>,
    any: bool,
}

fn condition(tokens: &Tokens<'_>, at: usize) -> Option<(Said, usize)> {
    let made = |name: &str, equals: Option<Vec<String>>, not: bool| Condition {
        parameter: name.to_owned(),
        equals,
        not,
    };
    let one = |condition: Condition| Said { conditions: vec![condition], any: false };
    let give = tokens.is(at, Word::Give);
    let back = tokens.is(at, Word::KeepBack);
    let mut here = at + usize::from(give || back);
    if let Some((condition, end)) = sort(tokens, at) {
        return Some((one(condition), end));
    }
    let Some((names, or, end)) = several(tokens, here) else {
        // `传入时`, `不填时`: itself.
        if (give || back) && tokens.is(at + 1, Word::When) {
            let own = if back { made(tokens.own, None, true) } else { tokens.given(tokens.own) };
            return Some((one(own), at + 1));
        }
        // `取值为on时`, `传1时`: its own value.
        let is = tokens.is(at, Word::Is) || give;
        let (values, end) = is.then(|| values(tokens, at + 1)).flatten()?;
        return tokens.is(end, Word::When).then(|| (one(made(tokens.own, Some(values), false)), end));
    };
    let name = names[0];
    if names.len() > 1 && !tokens.is(end, Word::Is) && !tokens.is(end, Word::IsNot) {
        let absent = back || !give && tokens.is(end, Word::Absent);
        let given = give && !tokens.is(end, Word::Absent) || !give && tokens.is(end, Word::Given);
        if absent || given {
            let of = |name: &str| if absent { made(name, None, true) } else { tokens.given(name) };
            let told = usize::from(!give && (tokens.is(end, Word::Absent) || tokens.is(end, Word::Given)));
            // `不指定A或B`: neither.
            let any = or && !back;
            return Some((Said { conditions: names.into_iter().map(of).collect(), any }, end + told));
        }
    }
    here += 1;
    if back {
        let empty = tokens.is(here, Word::Absent);
        return Some((one(made(name, None, true)), here + usize::from(empty)));
    }
    if tokens.is(here, Word::Given) && !give {
        return Some((one(tokens.given(name)), here + 1));
    }
    if tokens.is(here, Word::Absent) && !give {
        return Some((one(made(name, None, true)), here + 1));
    }
    let not = tokens.is(here, Word::IsNot);
    if not || tokens.is(here, Word::Is) {
        // `A is specified but B is not, …`
        if not && tokens.kind(here + 1) == Some(&Kind::Comma) {
            return Some((one(made(name, None, true)), here + 1));
        }
        let (values, end) = values(tokens, here + 1)?;
        return Some((one(made(name, Some(values), not)), end));
    }
    give.then(|| (one(tokens.given(name)), here))
}

/// `HTTPS协议`, `非IP类型`: a value, and what sort of thing it is. The reader must see that the parameter has it.
fn sort(tokens: &Tokens<'_>, at: usize) -> Option<(Condition, usize)> {
    if !tokens.say(SORT) {
        return None;
    }
    let not = tokens.is(at, Word::Non);
    let first = at + usize::from(not);
    if !matches!(tokens.kind(first), Some(Kind::Word(_, None) | Kind::Quoted(_))) {
        return None;
    }
    let (values, end) = values(tokens, first)?;
    let (_, ending) = SORTS.into_iter().find(|(word, _)| tokens.is(end, *word))?;
    let parent = |name: &str| name.rsplit_once('.').map_or(0, |(parent, _)| parent.len());
    let beside = |name: &str| name.get(..parent(name)) == tokens.own.get(..parent(tokens.own));
    let ends: Vec<&str> = tokens.rows.iter().copied().filter(|name| name.ends_with(ending)).collect();
    let near: Vec<&str> = ends.iter().copied().filter(|name| beside(name)).collect();
    let (([name], _) | ([], [name])) = (near.as_slice(), ends.as_slice()) else { return None };
    let found = Condition { parameter: (*name).to_owned(), equals: Some(values), not };
    (*name != tokens.own).then_some((found, end + 1))
}

/// `A和B`, `A、B或C`: names side by side, whether they are joined by `or`, and where they end.
fn several<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(Vec<&'t str>, bool, usize)> {
    let mut names = vec![tokens.name(at)?];
    let (mut end, mut or) = (at + 1, false);
    loop {
        let comma = usize::from(tokens.kind(end) == Some(&Kind::Comma));
        let join = end + comma;
        if !tokens.joins(join) {
            return Some((names, or, end));
        }
        // `A或B为x`, `A和B=x`: another condition begins.
        let is = |word: Word| tokens.is(join + 2, word);
        let other = [Word::Is, Word::IsNot].into_iter().any(is);
        match tokens.name(join + 1).filter(|_| !other) {
            Some(name) => names.push(name),
            None => return Some((names, or, end)),
        }
        or |= tokens.is(join, Word::Or);
        end = join + 2;
    }
}

/// `Year或Month`, `"A"/"B"`, `UHybrid（混合云）`: values at a token, and where they end.
pub(super) fn values(tokens: &Tokens<'_>, at: usize) -> Option<(Vec<String>, usize)> {
    let mut values = Vec::new();
    let mut here = at;
    loop {
        values.push(value(tokens, here)?.to_owned());
        here += 1;
        if tokens.kind(here) == Some(&Kind::Open) {
            let close = (here..tokens.list.len()).find(|at| tokens.kind(*at) == Some(&Kind::Close));
            // A bracket behind a value explains it, unless it ends the sentence's own.
            here = close.map_or(here, |close| close + 1);
        }
        let mut next = here + usize::from(tokens.kind(here) == Some(&Kind::Comma));
        let joined = tokens.joins(next);
        next += usize::from(joined);
        // `1 and the Size parameter` goes on with a name.
        let goes_on = joined && tokens.name(next).is_none() && value(tokens, next).is_some();
        if !goes_on {
            break;
        }
        here = next;
    }
    // `is a custom image`, `为SSD型实例时`: words go on, so that is no value.
    let goes_on = matches!(tokens.kind(here), Some(Kind::Gap | Kind::Word(..) | Kind::Quoted(_)));
    (!goes_on).then_some((values, here))
}

fn value<'t>(tokens: &Tokens<'t>, at: usize) -> Option<&'t str> {
    match tokens.kind(at)? {
        Kind::Quoted(text) => {
            (!text.is_empty() && text.chars().all(|c| c.is_ascii_graphic())).then_some(*text)
        }
        Kind::Word(text, _) => Some(*text),
        _ if tokens.is(at, Word::ThisValue) => tokens.case,
        _ => None,
    }
}
