//! `当Type为Host时`, `if KMSKeyId is specified`, `未指定VpcId时`: conditions on other parameters.

use std::ops::Range;

use contract::Condition;

use super::tokens::{Kind, Tokens, Word};
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
    let mut groups = Vec::new();
    let mut at = 0;
    while at < tokens.list.len() {
        match group(tokens, at, unknown) {
            Some(group) => {
                at = group.run.end;
                groups.push(group);
            }
            None => at += 1,
        }
    }
    groups
}

/// The conditions that begin at a token. In Chinese `时` may stand for `如果`; without either there is no condition.
fn group(tokens: &Tokens<'_>, start: usize, unknown: &mut Vec<Range<usize>>) -> Option<Group> {
    if tokens.is(start, Word::ThisCase)
        && let Some(case) = tokens.case
    {
        let own =
            Condition { parameter: tokens.own.to_owned(), equals: Some(vec![case.to_owned()]), not: false };
        return Some(Group { conditions: vec![own], run: start..start + 1, any: false });
    }
    let headed = tokens.is(start, Word::If);
    if !headed && !tokens.is_edge(start.checked_sub(1)) {
        return None;
    }
    if let Some(group) = any_of(tokens, start + usize::from(headed)) {
        return Some(Group { run: start..group.run.end, ..group });
    }
    let mut conditions = Vec::new();
    let mut at = start + usize::from(headed);
    loop {
        if tokens.is_stranger(at) && tokens.is(at + 1, Word::Is) && headed {
            unknown.push(tokens.place(at..at + 1));
        }
        let (condition, end) = condition(tokens, at)?;
        let kept_back = tokens.is(at, Word::KeepBack);
        conditions.push(condition);
        at = end;
        // `不指定A或B`: neither.
        while kept_back && tokens.joins(at) {
            let Some(name) = tokens.name(at + 1) else { break };
            conditions.push(Condition { parameter: name.to_owned(), equals: None, not: true });
            at += 2;
        }
        let mut next = at + usize::from(tokens.kind(at) == Some(&Kind::Comma));
        let said = tokens.is(next, Word::Besides) || tokens.is(next, Word::And);
        next += usize::from(said);
        // `指定了A没有指定B`.
        let joined = said || tokens.is(next, Word::KeepBack);
        next += usize::from(joined && tokens.is(next, Word::If));
        if !joined || self::condition(tokens, next).is_none() {
            break;
        }
        at = next;
    }
    let closed = tokens.is(at, Word::When);
    // `Status等于Active必传`.
    let comma = usize::from(tokens.kind(at) == Some(&Kind::Comma));
    let this = usize::from(tokens.is(at + comma, Word::This));
    let told = tokens.chinese && verdicts::is_verdict(tokens, at + comma + this) && comma == this;
    let end = at + usize::from(closed);
    // `A为x或B为y时`: either is enough, which is no rule of this form.
    let either = tokens.is(end, Word::Or);
    ((headed || closed || told) && !either).then_some(Group { conditions, run: start..end, any: false })
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

fn condition(tokens: &Tokens<'_>, at: usize) -> Option<(Condition, usize)> {
    let made = |name: &str, equals: Option<Vec<String>>, not: bool| Condition {
        parameter: name.to_owned(),
        equals,
        not,
    };
    let give = tokens.is(at, Word::Give);
    let back = tokens.is(at, Word::KeepBack);
    let mut here = at + usize::from(give || back);
    let Some(name) = tokens.name(here) else {
        // `取值为on时`, `传1时`: its own value.
        let is = tokens.is(at, Word::Is) || give;
        let (values, end) = is.then(|| values(tokens, at + 1)).flatten()?;
        return tokens.is(end, Word::When).then(|| (made(tokens.own, Some(values), false), end));
    };
    here += 1;
    if back {
        let empty = tokens.is(here, Word::Absent);
        return Some((made(name, None, true), here + usize::from(empty)));
    }
    if tokens.is(here, Word::Given) && !give {
        return Some((tokens.given(name), here + 1));
    }
    if tokens.is(here, Word::Absent) && !give {
        return Some((made(name, None, true), here + 1));
    }
    let not = tokens.is(here, Word::IsNot);
    if not || tokens.is(here, Word::Is) {
        // `A is specified but B is not, …`
        if not && tokens.kind(here + 1) == Some(&Kind::Comma) {
            return Some((made(name, None, true), here + 1));
        }
        let (values, end) = values(tokens, here + 1)?;
        return Some((made(name, Some(values), not), end));
    }
    give.then(|| (tokens.given(name), here))
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
        Kind::Phrase(words) if words.contains(&Word::ThisValue) => tokens.case,
        _ => None,
    }
}
