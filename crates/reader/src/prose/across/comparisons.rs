//! `必须晚于BeginTime`, `must be greater than MinSize`: values that are compared with those of other parameters.

use contract::RuleKind;

use super::Tie;
use super::lexicon::{Meanings, Word};
use super::tokens::{Kind, Tokens};

const KINDS: [(Word, RuleKind); 6] = [
    (Word::AtLeast, RuleKind::AtLeast),
    (Word::AtMost, RuleKind::AtMost),
    (Word::Greater, RuleKind::Greater),
    (Word::Less, RuleKind::Less),
    (Word::NotEqual, RuleKind::NotEqual),
    (Word::Equal, RuleKind::Equal),
];

/// The same words.
const COMPARES: Meanings =
    Meanings::of(&[Word::AtLeast, Word::AtMost, Word::Greater, Word::Less, Word::NotEqual, Word::Equal]);

/// Finds comparisons of the cell's own parameter, or of one that is named, with another.
pub(super) fn find(tokens: &Tokens<'_>) -> Vec<Tie> {
    if !tokens.say(COMPARES) {
        return Vec::new();
    }
    let compares = |at: &usize| tokens.is_any(*at, COMPARES);
    let places = (0..tokens.list.len()).filter(compares);
    places.filter_map(|at| comparison(tokens, at)).collect()
}

fn comparison(tokens: &Tokens<'_>, at: usize) -> Option<Tie> {
    let (_, kind) = KINDS.into_iter().find(|(word, _)| tokens.is(at, *word))?;
    let other = tokens.name(at + 1)?;
    let mut end = at + 2;
    // `必须与A一致` says it behind the name; `必须与A在同一地域` compares something else.
    let chinese = matches!(kind, RuleKind::Equal | RuleKind::NotEqual) && tokens.place(at..at + 1).len() < 10;
    if chinese {
        if !tokens.is(end, Word::EqualBehind) {
            return None;
        }
        end += 1;
    }
    if !tokens.is_edge(Some(end)) || matches!(tokens.kind(end), Some(Kind::Open)) {
        return None;
    }
    let before = at.checked_sub(1);
    let (own, start) = match before.and_then(|before| tokens.name(before)) {
        Some(name) if tokens.is_edge(at.checked_sub(2)) => (name, at - 1),
        None if tokens.is_edge(before) => (tokens.own, at),
        _ => return None,
    };
    let guarded = (0..start).any(|at| tokens.is(at, Word::If) || tokens.is(at, Word::When));
    (own != other && !guarded).then(|| Tie {
        kind,
        parameters: vec![own.to_owned(), other.to_owned()],
        when: Vec::new(),
        then: None,
        words: tokens.place(start..end),
    })
}
