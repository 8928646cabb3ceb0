//! Enumerations: bullets, JSON lists, `A | B（默认）`, `A、B`, `A：甲，B：乙`, and reversed `甲：A，乙：B`.
//!
//! Only a list that an introduction announces (`取值范围：`, `枚举值`) and that leaves nothing over is certain.

mod element;
mod layouts;
mod lines;
mod pairs;

use std::cell::LazyCell;
use std::ops::Range;

use contract::{Confidence, EnumValue, Requirement, Type};

use super::description::Description;
use super::sentence::{interval, link};
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;
pub(super) use element::element;
use layouts::{bullets, inline, json, reversed};
use lines::lines;
use pairs::pairs;

/// Finds the values of a parameter, and the default that a mark among them names.
pub(crate) fn find(description: &Description<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    let text = description.text;
    let scalar = subject.ty.innermost();
    if !matches!(scalar, Type::String | Type::Integer | Type::Boolean) {
        return Vec::new();
    }
    let fits =
        |list: &List| *scalar != Type::Integer || list.values.iter().all(|v| v.value.parse::<f64>().is_ok());
    let glossed = description.says(*pairs::MARKS);
    let unannounced = || reversed(text).or_else(|| pairs(description)).filter(fits);
    let found = announced(description).or_else(|| glossed.then(unannounced).flatten());
    let Some(mut list) = found.or_else(|| switch(text).filter(|_| *scalar == Type::Boolean)) else {
        return Vec::new();
    };
    // `cloud：5~2000` where a number is wanted: what holds for a kind of disk, not its kinds.
    if *scalar == Type::Integer && list.values.iter().all(|v| v.value.parse::<f64>().is_err()) {
        return Vec::new();
    }
    if description.find("enum", "ignored", 0).is_some() {
        list.confidence = Confidence::Likely;
    }
    let default = list.default.map(|value| Finding {
        requirement: Requirement::Default { value: Some(value) },
        words: list.words.clone(),
        confidence: Confidence::Certain,
    });
    let values = Finding {
        requirement: Requirement::OneOf { values: list.values },
        words: list.words,
        confidence: list.confidence,
    };
    [Some(values), default].into_iter().flatten().collect()
}

/// Bullets for true and false, which need no introduction.
fn switch(text: &str) -> Option<List> {
    let at = text.find("\n- ")? + 1;
    let mut list = bullets(&text[at..])?;
    let is_bool = |value: &EnumValue| matches!(value.value.to_ascii_lowercase().as_str(), "true" | "false");
    list.words = at..at + list.words.end;
    list.confidence = Confidence::Likely;
    (list.values.len() == 2 && list.values.iter().all(is_bool)).then_some(list)
}

/// The values that a text lists.
struct List {
    values: Vec<EnumValue>,
    default: Option<String>,
    words: Range<usize>,
    confidence: Confidence,
}

/// A list behind an introduction. If a later list has values that the first one lacks, each holds in its case only:
/// `对应的枚举值为60、300；…，对应的枚举值为300、3600`.
fn announced(description: &Description<'_>) -> Option<List> {
    let text = description.text;
    let mut from = 0;
    // Where sentences begin, and whether they hold under a condition only.
    let cases: LazyCell<Vec<(usize, bool)>, _> =
        LazyCell::new(|| description.sentences().map(|s| (s.start, s.is_conditional())).collect());
    let mut later = false;
    let list = loop {
        let found = description.find("enum", "subjects", from)?;
        let case = PHRASES.ends("condition", "ends", text[..found.0].trim_end());
        let own = is_own(text, found.0) && !in_a_case(&cases, found.0) && !case;
        // `Valid values of N: 1 to 4. Valid values: A and B`: the list may stand behind a later introduction.
        // There `取值为0，则…` lists nothing.
        let list = list_behind(text, found).filter(|list| own && (!later || list.values.len() > 1));
        if let Some(list) = list {
            break list;
        }
        later |= own;
        from = found.1;
    };
    let mut from = list.words.end;
    while let Some(found) = description.find("enum", "subjects", from) {
        let other =
            Some(found).filter(|found| is_own(text, found.0)).and_then(|found| list_behind(text, found));
        let known = |value: &EnumValue| list.values.iter().any(|one| one.value == value.value);
        if other.is_some_and(|other| other.values.len() > 1 && !other.values.iter().all(known)) {
            return None;
        }
        from = found.1;
    }
    Some(list)
}

/// The list that an introduction announces.
fn list_behind(text: &str, (start, stop): (usize, usize)) -> Option<List> {
    let at = stop + link(&text[stop..]);
    let rest = &text[at..];
    // `Valid values of N` are another thing's; `[1, 20]` and `1~20` are ranges, not lists.
    if PHRASES.begins("enum", "owned_behind", rest).is_some() || interval(rest.trim_start()).is_some() {
        return None;
    }
    let list = bullets(rest).or_else(|| json(rest)).or_else(|| inline(rest)).or_else(|| lines(rest));
    list.map(|mut list| {
        list.words = start..at + list.words.end;
        list
    })
}

/// `N的取值范围` and `参数Period的取值范围` speak of something else.
fn is_own(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let mut marks = PHRASES.list("enum", "owned_before").iter();
    let owner = marks.find_map(|mark| before.strip_suffix(mark.as_str())).unwrap_or(before).trim_end();
    !owner.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// An introduction inside a condition does not hold always.
fn in_a_case(cases: &[(usize, bool)], at: usize) -> bool {
    let sentence = cases.partition_point(|&(start, _)| start <= at);
    sentence.checked_sub(1).is_some_and(|sentence| cases[sentence].1)
}
