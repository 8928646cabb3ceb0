//! `A和B二选一`, `you must specify A or B`, `与A互斥`: names of which one must, or only one may, be given.

use std::ops::Range;

use contract::RuleKind;

use super::Tie;
use super::conditions::{self, Group};
use super::tokens::{Kind, Tokens, Word};
use super::verdicts::{self, leads_to};

/// Names side by side, and the tokens that hold them.
struct List<'t> {
    names: Vec<&'t str>,
    run: Range<usize>,
    /// They are joined by `or`.
    or: bool,
}

/// Finds sets of names. `unknown` gets the places of names that the page does not have.
pub(super) fn find(tokens: &Tokens<'_>, unknown: &mut Vec<Range<usize>>) -> Vec<Tie> {
    let mut ties = Vec::new();
    let groups = conditions::find(tokens, &mut Vec::new());
    let mut at = 0;
    while at < tokens.list.len() {
        match list(tokens, at, unknown) {
            Some(list) => {
                at = list.run.end;
                ties.extend(of_list(tokens, list, &groups));
            }
            None => at += 1,
        }
    }
    ties
}

fn of_list<'t>(tokens: &Tokens<'t>, mut list: List<'t>, groups: &[Group]) -> Vec<Tie> {
    let (start, mut end) = (list.run.start, list.run.end);
    let before = |word: Word| start.checked_sub(1).is_some_and(|before| tokens.is(before, word));
    let alone = list.names.len() == 1;
    // `与B互斥` is about the cell's own parameter.
    let with = alone && before(Word::And) && tokens.is_edge(start.checked_sub(2));
    let mut first = start - usize::from(with);
    if with && list.names[0] != tokens.own {
        list.names.push(tokens.own);
    }
    // `A和B两个参数不能同时指定`, `A、B，二选一`.
    let comma = tokens.kind(end) == Some(&Kind::Comma) && !alone;
    let behind = end + usize::from(comma);
    let mut kinds: &[RuleKind] = &[];
    if tokens.is(behind, Word::ExactlyOne) {
        kinds = &[RuleKind::Exclusive, RuleKind::OneOf];
    } else if tokens.is(behind, Word::Exclusive) {
        kinds = &[RuleKind::Exclusive];
    } else if tokens.is(behind, Word::OneOf) && (list.or || !tokens.is(behind, Word::Required)) {
        kinds = &[RuleKind::OneOf];
    }
    if kinds.is_empty() {
        if before(Word::ExclusiveBefore) && (!list.or || tokens.is(end, Word::AtTheSameTime)) {
            let together = tokens.is(end, Word::AtTheSameTime);
            let both = start > 0 && said_both(tokens, start - 1);
            kinds = if both || together { &[RuleKind::Exclusive] } else { &[] };
            end += usize::from(together);
        } else if before(Word::AtLeastBefore) || before(Word::OneOfBefore) && list.or {
            kinds = &[RuleKind::OneOf];
        }
        first = start.saturating_sub(1);
    } else {
        end = behind + 1;
        // `当A为x时，B和C二选一` holds only then, and words before the names say of what they speak.
        let asked = before(Word::OneOfBefore) && list.or;
        if asked && kinds == [RuleKind::Exclusive] {
            kinds = &[RuleKind::Exclusive, RuleKind::OneOf];
            first = start - 1;
        } else if !with && !tokens.is_edge(start.checked_sub(1)) {
            return Vec::new();
        }
    }
    list.names.sort_unstable();
    list.names.dedup();
    let guard = groups.iter().rev().find(|group| group.run.end <= first && leads_to(tokens, group, first));
    if list.names.len() < 2 || kinds.is_empty() || (guard.is_none() && is_guarded(tokens, first)) {
        return Vec::new();
    }
    // `必须指定A或B` under a condition is a verdict's.
    if guard.is_some() && verdicts::is_verdict(tokens, first) {
        return Vec::new();
    }
    let when = guard.map_or_else(Vec::new, |group| group.conditions.clone());
    let parameters: Vec<String> = list.names.iter().map(|name| (*name).to_owned()).collect();
    let words = tokens.place(guard.map_or(first, |group| group.run.start)..end);
    let tie = |kind: &RuleKind| Tie {
        kind: *kind,
        parameters: parameters.clone(),
        when: when.clone(),
        then: None,
        words: words.clone(),
    };
    kinds.iter().map(tie).collect()
}

/// `不能同时指定` forbids both; `cannot specify` only with `at the same time`.
fn said_both(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Word::Exclusive) || tokens.is(at, Word::ExclusiveBefore) && !tokens.is(at, Word::Give)
}

/// Whether a condition stands before a token.
fn is_guarded(tokens: &Tokens<'_>, before: usize) -> bool {
    (0..before).any(|at| [Word::If, Word::When, Word::ThisCase].into_iter().any(|word| tokens.is(at, word)))
}

/// The names at a token. A list with a name that the page does not have is none.
fn list<'t>(tokens: &Tokens<'t>, start: usize, unknown: &mut Vec<Range<usize>>) -> Option<List<'t>> {
    let mut list = List { names: vec![tokens.name(start)?], run: start..start + 1, or: false };
    loop {
        let mut here = list.run.end;
        let comma = tokens.kind(here) == Some(&Kind::Comma);
        here += usize::from(comma);
        let or = tokens.is(here, Word::Or);
        let joined = tokens.joins(here);
        here += usize::from(joined);
        if !(comma || joined) {
            return Some(list);
        }
        match tokens.name(here) {
            Some(name) => {
                list.names.push(name);
                list.run.end = here + 1;
                list.or |= or;
            }
            None if tokens.is_stranger(here) && !comma => {
                let behind = [Word::ExactlyOne, Word::Exclusive, Word::OneOf];
                let before = [Word::ExclusiveBefore, Word::AtLeastBefore];
                let tied = behind.iter().any(|word| tokens.is(here + 1, *word))
                    || start.checked_sub(1).is_some_and(|at| before.iter().any(|word| tokens.is(at, *word)));
                if tied {
                    unknown.push(tokens.place(here..here + 1));
                }
                return None;
            }
            None => return Some(list),
        }
    }
}
