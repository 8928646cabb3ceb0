//! `最多支持20个ID`, `consists of up to 100 IDs`, `数组长度`: how many items a list has.

use std::sync::LazyLock;

use contract::{Confidence, Path, Requirement, Type};

use super::sentence::{Sentence, blanks, number};
use super::{Finding, Subject};
use crate::vocabulary::{PHRASES, Said};

/// A text that is a list, and the size of a list that is told in two sentences: somewhere in the description.
static LISTS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("count", "lists")]));
static SIZES: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("count", "sized_from")]));

/// Finds the most items that a list may have. Of what the number is, only its words tell: it is never certain.
pub(super) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let listed = matches!(subject.ty, Type::Array { .. })
        || *subject.ty == Type::String && sentence.may_have(*LISTS)
        || Path::of(subject.name).repeats();
    if !listed {
        return None;
    }
    let found = active(sentence).or_else(|| passive(sentence)).or_else(|| sized(sentence, "sizes"));
    // `数组长度至少为1； 不超过20个`
    found.or_else(|| if sentence.may_have(*SIZES) { sized(sentence, "sized_to") } else { None })
}

/// `数组长度最多为2`, `暂时只支持数组长度为1`: the length of the list itself.
fn sized(sentence: &Sentence<'_>, list: &str) -> Option<Finding> {
    let (start, stop) = sentence.find("count", list)?;
    let at = stop + blanks(sentence.behind(stop));
    let (most, length) = number(sentence.behind(at))?;
    finding(sentence, start..at + length, most)
}

fn active(sentence: &Sentence<'_>) -> Option<Finding> {
    let mut from = 0;
    while let Some((start, stop)) = sentence.find_from(from, "count", "at_most") {
        from = stop;
        if PHRASES.ends("count", "cases", sentence.text[..start].trim_end()) {
            continue;
        }
        let at = stop + blanks(sentence.behind(stop));
        let Some((most, length)) = number(sentence.behind(at)) else { continue };
        let behind = sentence.behind(at + length);
        let counter = if sentence.text[start..stop].is_ascii() { noun(behind) } else { counter(behind) };
        if let Some(counter) = counter {
            return finding(sentence, start..at + length + counter, most);
        }
    }
    None
}

/// `A maximum of 100 IDs can be specified`
fn passive(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("count", "at_most_first")?;
    sentence.find_from(stop, "count", "given")?;
    let at = stop + blanks(sentence.behind(stop));
    let (most, length) = number(sentence.behind(at))?;
    let counter = noun(sentence.behind(at + length))?;
    finding(sentence, start..at + length + counter, most)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and not negative"
)]
fn finding(sentence: &Sentence<'_>, words: std::ops::Range<usize>, most: f64) -> Option<Finding> {
    (most >= 1.0 && most.fract() == 0.0 && most < 1e6).then(|| Finding {
        requirement: Requirement::Count { min: None, max: Some(most as u64) },
        words: sentence.place(words),
        confidence: Confidence::Likely,
    })
}

/// The length of the counter that begins `text`, if items are counted.
fn counter(text: &str) -> Option<usize> {
    let gap = blanks(text);
    let text = &text[gap..];
    let other = PHRASES.begins("count", "not_items", text).is_some();
    let counter = PHRASES.begins("count", "items", text).filter(|_| !other)?;
    Some(gap + counter.len())
}

/// The length of an English noun in the plural that begins `text`, and is no measure of length.
fn noun(text: &str) -> Option<usize> {
    let gap = blanks(text);
    let words = &text[gap..];
    let end = words.find(['.', ',', '(', ';', '\n']).unwrap_or(words.len());
    let measured = |word: &str| {
        ["chars", "bytes"].into_iter().any(|list| PHRASES.begins("length", list, word).is_some())
    };
    let mut at = 0;
    for word in words[..end].split_inclusive(' ').take(4) {
        at += word.len();
        let word = word.trim_end();
        if measured(word) || !word.chars().all(|c| c.is_ascii_alphabetic()) {
            return None;
        }
        if word.len() > 2 && word.ends_with('s') {
            return Some(gap + at - usize::from(words[..at].ends_with(' ')));
        }
    }
    None
}
