//! `A和B二选一`, `you must specify A or B`, `与A互斥`: names of which one must, or only one may, be given.

use std::ops::Range;

use contract::RuleKind;

use super::Tie;
use super::conditions::Group;
use super::lexicon::{Meanings, Word};
use super::names::below;
use super::tokens::{Kind, Tokens};
use super::verdicts::{self, leads_to};

/// Names side by side, and the tokens that hold them.
struct List<'t> {
    sides: Vec<Side<'t>>,
    run: Range<usize>,
    /// They are joined by `or`.
    or: bool,
}

/// One of the things side by side.
enum Side<'t> {
    /// A parameter.
    Name(&'t str),
    /// Parameters that are spoken of as one: `续费时长参数（Period、PeriodUnit）`.
    Names(Vec<&'t str>),
    /// All that stands below a name: `DataDisk.N.*`.
    Below(&'t str),
}

/// Finds sets of names. `unknown` gets the places of names that the page does not have.
pub(super) fn find(tokens: &Tokens<'_>, groups: &[Group], unknown: &mut Vec<Range<usize>>) -> Vec<Tie> {
    let mut ties = Vec::new();
    if !tokens.say(TOGETHER) {
        return ties;
    }
    let mut at = 0;
    while at < tokens.list.len() {
        match list(tokens, at, unknown) {
            Some(list) => {
                at = list.run.end;
                ties.extend(of_list(tokens, list, groups));
            }
            None => at += 1,
        }
    }
    ties
}

/// The words without which nothing is said of a list.
pub(super) const TOGETHER: Meanings = Meanings::of(&[
    Word::ExactlyOne,
    Word::Exclusive,
    Word::OneOf,
    Word::AtLeastBefore,
    Word::ExactlyOneBefore,
    Word::OnlyOneBefore,
    Word::ExclusiveBefore,
    Word::OneOfBefore,
    Word::ExclusiveWith,
    Word::ExclusiveFrom,
]);

/// What is said of a list: the kinds of rules, and the tokens that state them.
struct Said {
    kinds: &'static [RuleKind],
    run: Range<usize>,
}

const EXACTLY_ONE: &[RuleKind] = &[RuleKind::Exclusive, RuleKind::OneOf];

fn of_list<'t>(tokens: &Tokens<'t>, mut list: List<'t>, groups: &[Group]) -> Vec<Tie> {
    let start = list.run.start;
    let before = |word: Word| start.checked_sub(1).is_some_and(|before| tokens.is(before, word));
    let alone = list.sides.len() == 1;
    let own = tokens.own;
    let other = |list: &List<'_>| !matches!(list.sides[0], Side::Name(name) if name == own);
    // `与B互斥` is about the cell's own parameter, and so is `不能同时指定B`.
    let with = alone && before(Word::And) && tokens.is_edge(start.checked_sub(2));
    let at_once = before(Word::Exclusive) && before(Word::ExclusiveBefore);
    let besides = alone && at_once && tokens.is_edge(start.checked_sub(2)) && groups.is_empty();
    if (with || besides) && other(&list) {
        list.sides.push(Side::Name(own));
    }
    let first = start - usize::from(with);
    let said = match said_behind(tokens, &list, first, with) {
        Some(said) => Some(said),
        None => said_before(tokens, &list).or_else(|| {
            let (one, from) = excluded(tokens, &list)?;
            list.sides.push(Side::Name(one));
            let end = list.run.end + usize::from(tokens.is(list.run.end, Word::AtTheSameTime));
            Some(Said { kinds: &[RuleKind::Exclusive], run: from..end })
        }),
    };
    let Some(Said { kinds, run }) = said else { return Vec::new() };
    let guard =
        groups.iter().rev().find(|group| group.run.end <= run.start && leads_to(tokens, group, run.start));
    if guard.is_none() && is_guarded(tokens, run.start, kinds) {
        return Vec::new();
    }
    // `必须指定A或B` under a condition is a verdict's.
    if guard.is_some() && verdicts::is_verdict(tokens, run.start) {
        return Vec::new();
    }
    let when = guard.map_or_else(Vec::new, |group| group.conditions.clone());
    let words = tokens.place(guard.map_or(run.start, |group| group.run.start)..run.end);
    let tie = |kind: &RuleKind, mut names: Vec<&str>| {
        names.sort_unstable();
        names.dedup();
        (names.len() > 1).then(|| Tie {
            kind: *kind,
            parameters: names.into_iter().map(str::to_owned).collect(),
            when: when.clone(),
            then: None,
            words: words.clone(),
        })
    };
    if kinds.is_empty() || guard.is_some_and(|group| group.any) {
        return Vec::new();
    }
    let sides: Vec<Vec<&str>> = list.sides.iter().map(|side| side.names(tokens)).collect();
    let sets = |kind: &RuleKind| match kind {
        RuleKind::Exclusive => apart(&sides),
        // Of a pair, the own one stands for both.
        _ => {
            let stand_in = |side: &Vec<&'t str>| match side.contains(&tokens.own) {
                true => vec![tokens.own],
                false => side.clone(),
            };
            vec![sides.iter().flat_map(stand_in).collect()]
        }
    };
    kinds.iter().flat_map(|kind| sets(kind).into_iter().filter_map(|names| tie(kind, names))).collect()
}

impl<'t> Side<'t> {
    fn names(&self, tokens: &Tokens<'t>) -> Vec<&'t str> {
        match self {
            Side::Name(name) => vec![name],
            Side::Names(names) => names.clone(),
            // Its members speak for themselves.
            Side::Below(group) => match below(group, tokens.rows) {
                names if names.contains(&tokens.own) => vec![tokens.own],
                names => names,
            },
        }
    }
}

/// The sets of which one excludes the other: where sides have several names, each pair of two sides.
fn apart<'t>(sides: &[Vec<&'t str>]) -> Vec<Vec<&'t str>> {
    if sides.iter().all(|side| side.len() == 1) {
        return vec![sides.concat()];
    }
    let ([one, other], true) = (sides, sides.iter().flatten().count() <= MOST) else { return Vec::new() };
    one.iter().flat_map(|name| other.iter().map(|other| vec![*name, *other])).collect()
}

/// Of how many names groups speak at most.
const MOST: usize = 16;

/// `A和B两个参数不能同时指定`, `A、B，二选一`
fn said_behind(tokens: &Tokens<'_>, list: &List<'_>, first: usize, with: bool) -> Option<Said> {
    let (start, alone) = (list.run.start, list.sides.len() == 1);
    let before = |word: Word| start.checked_sub(1).is_some_and(|before| tokens.is(before, word));
    // `必须指定A或B中的一个，但不能同时设置`
    let end = list.run.end + usize::from(tokens.is(list.run.end, Word::AnyOf));
    let comma = tokens.kind(end) == Some(&Kind::Comma) && !alone;
    let behind = end + usize::from(comma);
    let one = before(Word::OneBefore);
    let kinds: &'static [RuleKind] = if tokens.is(behind, Word::ExactlyOne) {
        EXACTLY_ONE
    } else if tokens.is(behind, Word::Exclusive) && is_whole(tokens, behind) {
        &[RuleKind::Exclusive]
    } else if tokens.is(behind, Word::OneOf) && (list.or || one || !tokens.is(behind, Word::Required)) {
        &[RuleKind::OneOf]
    } else {
        return None;
    };
    // `当A为x时，B和C二选一` holds only then, and words before the names say of what they speak.
    let asked = before(Word::OneOfBefore) && list.or;
    if asked && *kinds == [RuleKind::Exclusive] {
        return Some(Said { kinds: EXACTLY_ONE, run: start - 1..behind + 1 });
    }
    let spoken = with || one || tokens.is_edge(start.checked_sub(1));
    let first = first - usize::from(one);
    spoken.then_some(Said { kinds, run: first..behind + 1 })
}

/// `不能同时` alone needs an end: who knows what `不能同时大于10` says.
fn is_whole(tokens: &Tokens<'_>, at: usize) -> bool {
    !tokens.is(at, Word::Unfinished) || tokens.is_edge(Some(at + 1))
}

/// `不能同时指定A和B`, `at least one of A and B`
fn said_before(tokens: &Tokens<'_>, list: &List<'_>) -> Option<Said> {
    let (start, end) = (list.run.start, list.run.end);
    // `at least one of the following parameters: A and B`
    let colon = start.checked_sub(1).is_some_and(|at| tokens.kind(at) == Some(&Kind::Stop));
    let phrase = start.checked_sub(1 + usize::from(colon))?;
    let is = |word: Word| tokens.is(phrase, word);
    let one_of: &'static [RuleKind] = &[RuleKind::OneOf];
    let exclusive: &'static [RuleKind] = &[RuleKind::Exclusive];
    if is(Word::AtLeastBefore) {
        return Some(Said { kinds: one_of, run: phrase..end });
    }
    if is(Word::ExactlyOneBefore) {
        return Some(Said { kinds: EXACTLY_ONE, run: phrase..end });
    }
    if is(Word::OnlyOneBefore) {
        return Some(Said { kinds: exclusive, run: phrase..end });
    }
    if colon {
        return None;
    }
    let together = tokens.is(end, Word::AtTheSameTime);
    if is(Word::ExclusiveBefore) && (!list.or || together) {
        let kinds = if said_both(tokens, phrase) || together { exclusive } else { &[] };
        return Some(Said { kinds, run: phrase..end + usize::from(together) });
    }
    (is(Word::OneOfBefore) && list.or).then(|| {
        let end = end + usize::from(tokens.is(end, Word::AnyOf));
        Said { kinds: one_of, run: phrase..end }
    })
}

/// `A is mutually exclusive with B`, `不能与B同时指定`: what excludes the single name of the list, and where that begins.
fn excluded<'t>(tokens: &Tokens<'t>, list: &List<'t>) -> Option<(&'t str, usize)> {
    let phrase = list.run.start.checked_sub(1).filter(|_| list.sides.len() == 1)?;
    let with = tokens.is(phrase, Word::ExclusiveWith);
    let from = tokens.is(phrase, Word::ExclusiveFrom) && tokens.is(list.run.end, Word::AtTheSameTime);
    if !(with || from) {
        return None;
    }
    match phrase.checked_sub(1) {
        Some(at) if tokens.name(at).is_some() => {
            tokens.is_edge(at.checked_sub(1)).then_some((tokens.name(at)?, at))
        }
        at => tokens.is_edge(at).then_some((tokens.own, phrase)),
    }
}

/// `不能同时指定` forbids both; `cannot specify` only with `at the same time`.
fn said_both(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Word::Exclusive) || tokens.is(at, Word::ExclusiveBefore) && !tokens.is(at, Word::Give)
}

/// Whether a condition stands before a token. `分配地址时，不能同时指定A和B` says what the request is for.
fn is_guarded(tokens: &Tokens<'_>, before: usize, kinds: &[RuleKind]) -> bool {
    let act = act(tokens, before).filter(|(_, vague)| *vague || *kinds == [RuleKind::Exclusive]);
    let is_act = |at: &usize| act.as_ref().is_some_and(|(act, _)| act.contains(at));
    let case = |at: usize| [Word::If, Word::When, Word::ThisCase].into_iter().any(|word| tokens.is(at, word));
    (0..before).any(|at| case(at) && !is_act(&at))
}

/// The clause before a token that says what the request is for, and whether it says no more than `查询时`: at least one
/// of some parameters may be needed for that only.
fn act(tokens: &Tokens<'_>, before: usize) -> Option<(Range<usize>, bool)> {
    let act = (0..before).find(|at| tokens.is(*at, Word::Act))?;
    let start = act - usize::from(act > 0 && tokens.is(act - 1, Word::If));
    let words = |at: &usize| matches!(tokens.kind(*at), Some(Kind::Gap | Kind::Word(_, None)));
    let said = (act + 1..before).take_while(words).count();
    let end = act + 1 + said + usize::from(tokens.is(act + 1 + said, Word::When));
    let whole = tokens.is_edge(start.checked_sub(1)) && tokens.kind(end) == Some(&Kind::Comma);
    whole.then_some((start..end, said == 0))
}

/// The names at a token. A list with a name that the page does not have is none.
fn list<'t>(tokens: &Tokens<'t>, start: usize, unknown: &mut Vec<Range<usize>>) -> Option<List<'t>> {
    let (side, end) = side(tokens, start)?;
    let mut list = List { sides: vec![side], run: start..end, or: false };
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
        match self::side(tokens, here) {
            Some((side, end)) => {
                list.sides.push(side);
                list.run.end = end;
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

/// One side of a list, and where it ends.
fn side<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(Side<'t>, usize)> {
    if let Some(name) = tokens.name(at) {
        return Some((Side::Name(name), at + 1));
    }
    if let Some(Kind::Group(group)) = tokens.kind(at) {
        return Some((Side::Below(group), at + 1));
    }
    // `续费时长参数（Period、PeriodUnit）`
    let words = |at: &usize| matches!(tokens.kind(*at), Some(Kind::Gap | Kind::Word(_, None)));
    let open = at + (at..).take(GLOSS).take_while(words).count();
    if open == at || tokens.kind(open) != Some(&Kind::Open) {
        return None;
    }
    if let (Some(Kind::Group(group)), Some(Kind::Close)) = (tokens.kind(open + 1), tokens.kind(open + 2)) {
        return Some((Side::Below(group), open + 3));
    }
    let mut names = vec![tokens.name(open + 1)?];
    let mut here = open + 2;
    while tokens.kind(here) == Some(&Kind::Comma) || tokens.joins(here) {
        names.push(tokens.name(here + 1)?);
        here += 2;
    }
    (tokens.kind(here) == Some(&Kind::Close)).then_some((Side::Names(names), here + 1))
}

/// Of how many tokens a gloss can be.
const GLOSS: usize = 4;
