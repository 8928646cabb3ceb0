//! A token that makes a request safe to send again: the same token makes one resource, also when both requests are under
//! way at once.

use serde_json::Value;

use super::{Answered, Bench, shown};
use crate::compose::Ask;
use crate::plan::Sketch;
use crate::vocabulary::VOCABULARY;
use crate::{Again, Call, Expect, Family, Judgement, Law, Promise, Step, Twist, codes, facts};

/// The documented names of such tokens.
pub(crate) const TOKENS: &[&str] = &["ClientToken"];
/// How many requests with one token are sent at once.
const AT_ONCE: usize = 4;

pub(super) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    let Some(field) = shown::made(operation) else { return };
    let Some(token) = TOKENS.iter().find_map(|name| sketch.composer.sheet.parameter(name)) else { return };
    if !VOCABULARY.descriptions.idempotent.are_in(&token.description) {
        return;
    }
    for (end, times, together) in [("token", 1, false), ("token-at-once", AT_ONCE, true)] {
        let id = format!("{}/sequence/{end}", operation.name);
        let ask = Ask { id: &id, wanted: vec![token], ..Ask::default() };
        let Ok(draft) = sketch.composer.compose(&ask) else { return };
        if draft.arguments.get(token.wire_name().as_str()).is_none_or(|value| !value.is_string()) {
            return;
        }
        let again = Call {
            operation: operation.name.clone(),
            arguments: draft.arguments.clone(),
            twist: Twist::None,
            take: None,
        };
        let fact = facts::about(&operation.name, token, "type");
        let mut case = match together {
            false => sketch.case(Family::Sequence, id, fact.clone(), draft, Expect::Accepted),
            // The first request has a token of its own: the ones at once must race.
            true => {
                let ask = Ask { id: &id, first: true, wanted: vec![token], ..Ask::default() };
                let Ok(first) = sketch.composer.compose(&ask) else { return };
                sketch.case(Family::Sequence, id, fact.clone(), first, Expect::Accepted)
            }
        };
        let steps = vec![Step { restart: false, calls: vec![again; times] }];
        let promise = Promise::SameResource { field: field.clone(), token: fact };
        case.law = Some(Law { promise, take: None, steps, again: Again::NEVER });
        sketch.push(case);
    }
}

pub(super) fn judge(bench: &Bench<'_>, field: &str, token: &str, answers: &[Answered]) -> Judgement {
    // With the steps at once, the case's own request had another token.
    let same: Vec<&Answered> = match answers.first() {
        Some(first) => {
            answers.iter().filter(|answer| answer.sent == answers.last().unwrap_or(first).sent).collect()
        }
        None => Vec::new(),
    };
    let ids: Vec<&Value> = same.iter().filter_map(|answer| answer.accepted()?.get(field)).collect();
    let Some(first) = ids.first() else {
        return Judgement::Inconclusive("no request with the token was accepted".to_owned());
    };
    match ids.iter().find(|id| *id != first) {
        Some(other) => bench.breach(
            codes::TOKEN_NOT_IDEMPOTENT,
            token,
            "requests with one token make more than one resource".to_owned(),
            [
                "keep the token with what it has made, and answer the same request with the same resource"
                    .to_owned(),
                format!("`{field}` {first} for each request with the token"),
                format!("{first} and {other}"),
            ],
            "the page documents a token that makes the request safe to send again",
        ),
        None if ids.len() < 2 => {
            Judgement::Inconclusive("the second request with the token was not accepted".to_owned())
        }
        None => Judgement::Held,
    }
}
