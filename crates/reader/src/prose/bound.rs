//! `不小于10`, `大于0`, `>= 5`, `at least 20`, `正整数`: one end of a range.

use std::cmp::Reverse;

use contract::{Confidence, Limit, Requirement, Type};

use super::sentence::{Sentence, blanks, interval, number};
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// The ends that phrases name: the list, whether it is the lower one, and whether the number itself is allowed.
const ENDS: [(&str, bool, bool); 4] =
    [("above", true, false), ("from", true, true), ("below", false, false), ("up_to", false, true)];

/// Where a phrase stands that names an end.
struct Place {
    start: usize,
    stop: usize,
    lower: bool,
    inclusive: bool,
}

/// Finds ends of a range that a comparison states of the value itself.
pub(super) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    let whole = || whole(sentence, "positive", 1.0).or_else(|| whole(sentence, "not_negative", 0.0));
    match subject.ty.innermost() {
        Type::Integer | Type::Float => {}
        Type::String => return whole().into_iter().collect(),
        _ => return Vec::new(),
    }
    let mut places: Vec<Place> = Vec::new();
    for (list, lower, inclusive) in ENDS {
        let mut from = 0;
        while let Some((start, stop)) = sentence.find_from(from, "bound", list) {
            places.push(Place { start, stop, lower, inclusive });
            from = stop;
        }
    }
    // In the order of the places, what ends no later than something before it lies in that: `小于` in `不小于`.
    let mut sorted: Vec<(usize, usize)> = places.iter().map(|place| (place.start, place.stop)).collect();
    sorted.sort_unstable_by_key(|&(start, stop)| (start, Reverse(stop)));
    let mut covered = 0;
    sorted.retain(|&(_, stop)| {
        let stands = covered < stop;
        covered = covered.max(stop);
        stands
    });
    let stands = |place: &&Place| sorted.binary_search(&(place.start, place.stop)).is_ok();
    let mut found: Vec<Finding> =
        places.iter().filter(stands).filter_map(|place| end(sentence, subject, place)).collect();
    found.extend(whole());
    found
}

/// `大于0`: the number follows, nothing but words for the value stand before, and the clause ends there.
fn end(
    sentence: &Sentence<'_>,
    subject: &Subject<'_>,
    &Place { start, stop, lower, inclusive }: &Place,
) -> Option<Finding> {
    let at = stop + blanks(sentence.behind(stop));
    if interval(sentence.behind(at)).is_some() {
        return None;
    }
    let (value, length) = number(sentence.behind(at))?;
    let behind = sentence.behind(at + length).trim_start();
    let ends = behind.is_empty()
        || behind.starts_with(['，', ',', '。', '.', '；', ';', '）', ')', '、', '且'])
        || PHRASES.begins("bound", "behind", behind).is_some();
    if !ends || sentence.bullet || !is_of_the_value(&sentence.text[..start], subject.name) {
        return None;
    }
    let limit = Some(Limit { value, inclusive });
    let requirement = if lower {
        Requirement::Range { min: limit, max: None }
    } else {
        Requirement::Range { min: None, max: limit }
    };
    let words = sentence.place(start..at + length);
    Some(Finding { requirement, words, confidence: Confidence::Certain })
}

/// Whether the clause before a comparison is empty or names the value.
fn is_of_the_value(before: &str, own: &str) -> bool {
    let clause =
        before.rsplit(['，', ',', '。', '；', ';', '（', '(', '、', '\n']).next().unwrap_or_default().trim();
    let clause = clause.strip_suffix(own).unwrap_or(clause).trim_end();
    let lower = clause.to_lowercase();
    // A comparison that follows another one: `大于0且小于10`.
    let joined = |word: &str| lower.ends_with(word) && number_before(&lower[..lower.len() - word.len()]);
    clause.is_empty()
        || PHRASES.list("bound", "subjects").iter().any(|word| &lower == word)
        || ["且", "并且", "and"].into_iter().any(joined)
}

/// Whether a number ends `text`.
fn number_before(text: &str) -> bool {
    text.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// `正整数`: a number from 1 on.
fn whole(sentence: &Sentence<'_>, list: &str, from: f64) -> Option<Finding> {
    let (start, stop) = sentence.find("bound", list)?;
    let is_other = PHRASES.begins("bound", "not_behind", sentence.behind(stop)).is_some();
    (!is_other && !sentence.bullet).then(|| Finding {
        requirement: Requirement::Range { min: Some(Limit { value: from, inclusive: true }), max: None },
        words: sentence.place(start..stop),
        confidence: Confidence::Certain,
    })
}
