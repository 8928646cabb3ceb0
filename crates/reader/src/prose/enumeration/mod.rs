//! Enumerations: bullets, JSON lists, `A | B（默认）`, `A、B`, `A：甲，B：乙`, and reversed `甲：A，乙：B`.
//!
//! Only a list that an introduction announces (`取值范围：`, `枚举值`) and that leaves nothing over is certain.

mod bare;
mod element;
mod figures;
mod layouts;
mod lines;
mod pairs;

use std::ops::Range;
use std::sync::LazyLock;

use contract::{Confidence, EnumValue, Requirement, Type};

use super::description::Description;
use super::sentence::{interval, link};
use super::{Finding, Subject};
use crate::vocabulary::{PHRASES, Said};
use bare::{bare, glued};
pub(super) use element::element;
pub(super) use figures::figures;
use layouts::{bullets, inline, json, reversed};
use lines::{lines, stacked};
pub(super) use pairs::MARKS;
use pairs::{Marks, pairs};

/// Finds the values of a parameter, and the default that a mark among them names.
pub(crate) fn find(description: &Description<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    let text = description.text;
    let scalar = subject.ty.innermost();
    if !matches!(scalar, Type::String | Type::Integer | Type::Boolean) {
        return Vec::new();
    }
    let fits =
        |list: &List| *scalar != Type::Integer || list.values.iter().all(|v| v.value.parse::<f64>().is_ok());
    let unannounced = || {
        let marks = Marks::of(description);
        let told = reversed(description, &marks).or_else(|| pairs(description, &marks)).filter(fits);
        told.or_else(|| items(text, &marks).filter(fits)).or_else(|| bare(description, scalar))
    };
    let found = announced(description).or_else(unannounced);
    let switched = || if *scalar == Type::Boolean { switch(text) } else { None };
    let Some(mut list) = found.or_else(switched) else {
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
        requirement: Requirement::OneOf { values: list.values.into() },
        words: list.words,
        confidence: list.confidence,
    };
    [Some(values), default].into_iter().flatten().collect()
}

/// `true 表示…，false 不…`: both values of a switch, each with words that say what it does.
fn switch(text: &str) -> Option<List> {
    switch_items(text).or_else(|| switch_words(text))
}

/// Bullets for true and false.
fn switch_items(text: &str) -> Option<List> {
    let at = text.find("\n- ")? + 1;
    let mut list = bullets(&text[at..])?;
    let is_bool = |value: &EnumValue| matches!(value.value.to_ascii_lowercase().as_str(), "true" | "false");
    list.words = at..at + list.words.end;
    list.confidence = Confidence::Likely;
    (list.values.len() == 2 && list.values.iter().all(is_bool)).then_some(list)
}

fn switch_words(text: &str) -> Option<List> {
    let lower = text.to_ascii_lowercase();
    let told = |word: &str| {
        lower.match_indices(word).map(|(at, _)| at).find(|&at| {
            let apart = !lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let rest = text[at + word.len()..].trim_start_matches([' ', '"', '”']);
            let says = rest.starts_with(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            apart && says && PHRASES.begins("switch", "not_behind", rest).is_none()
        })
    };
    let (yes, no) = (told("true")?, told("false")?);
    let values = [("true", yes), ("false", no)];
    let value = |(word, _): (&str, usize)| EnumValue { value: word.to_owned(), gloss: String::new() };
    Some(List {
        values: values.map(value).to_vec(),
        default: None,
        words: yes.min(no)..(yes + 4).max(no + 5),
        confidence: Confidence::Likely,
    })
}

/// Bullets with glosses, which need no introduction: `模式。⏎- A：…⏎- B：…`.
fn items(text: &str, marks: &Marks) -> Option<List> {
    let dash = marks.dashes(text).find(|at| text[at + 1..].starts_with(' '))?;
    let before = text[..dash].trim_end_matches(' ');
    if !before.is_empty() && !before.ends_with(['\n', '。', '：']) {
        return None;
    }
    if PHRASES.find("items", "traps", &text[..dash], 0).is_some() {
        return None;
    }
    let mut list = bullets(&text[dash..])?;
    let told = |value: &EnumValue| {
        let glossed = value.gloss.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        glossed
            && interval(&value.gloss).is_none()
            && PHRASES.find("condition", "starts", &value.value, 0).is_none()
            && PHRASES.find("items", "not_in_gloss", &value.gloss, 0).is_none()
    };
    let twice = |(at, value): (usize, &EnumValue)| list.values[..at].iter().any(|v| v.value == value.value);
    let distinct = !list.values.iter().enumerate().any(twice);
    let sure = distinct && list.confidence == Confidence::Certain && list.values.len() > 1;
    list.words = dash..dash + list.words.end;
    list.confidence = Confidence::Likely;
    (sure && list.values.iter().all(told)).then_some(list)
}

/// The values that a text lists.
pub(super) struct List {
    values: Vec<EnumValue>,
    default: Option<String>,
    words: Range<usize>,
    confidence: Confidence,
}

/// What announces a list.
static SUBJECTS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("enum", "subjects")]));

/// A list behind an introduction. If a later list has values that the first one lacks, each holds in its case only:
/// `对应的枚举值为60、300；…，对应的枚举值为300、3600`.
fn announced(description: &Description<'_>) -> Option<List> {
    if !description.says(*SUBJECTS) {
        return None; // most have no introduction
    }
    let text = description.text;
    let mut from = 0;
    // An introduction inside a condition does not hold always.
    let in_a_case = |at: usize| {
        PHRASES.ends("condition", "ends", text[..at].trim_end())
            || description.sentence_at(at).is_some_and(|sentence| sentence.is_conditional())
    };
    let mut later = false;
    let list = loop {
        let found = description.find("enum", "subjects", from)?;
        let own = is_own(text, found.0) && !in_a_case(found.0);
        // `Valid values of N: 1 to 4. Valid values: A and B`: the list may stand behind a later introduction.
        // There `取值为0，则…` lists nothing.
        let list = if own { list_behind(text, found) } else { None };
        if let Some(list) = list.filter(|list| !later || list.values.len() > 1) {
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
    // `枚举值，"A"，…`, `枚举值比较方式：⏎A…`
    let rest = if PHRASES.begins("enum", "lists", &text[start..]).is_some() { past_head(rest) } else { rest };
    let at = text.len() - rest.len();
    if let Some(mut list) = figures(rest) {
        list.words = start..at + list.words.end;
        return Some(list);
    }
    // `Valid values of N` are another thing's; `[1, 20]` and `1~20` are ranges, not lists.
    if PHRASES.begins("enum", "owned_behind", rest).is_some() || interval(rest.trim_start()).is_some() {
        return None;
    }
    let list = bullets(rest).or_else(|| json(rest)).or_else(|| match inline(rest) {
        // `如下：A：…⏎B：…`: one value to a line, and the first has not its own.
        Some(list) if list.values.len() > 1 => Some(list),
        one => {
            let glossed = |lines: &List| lines.values.iter().all(|value| !value.gloss.is_empty());
            stacked(rest).filter(glossed).or(one)
        }
    });
    let list = list.or_else(|| lines(rest));
    let list = list.or_else(|| glued(rest, 0, &Type::String));
    list.map(|mut list| {
        list.words = start..at + list.words.end;
        list
    })
}

/// What stands behind a comma, or behind a few words and a colon at the end of their line.
fn past_head(rest: &str) -> &str {
    if let Some(list) = rest.strip_prefix(['，', ',']) {
        return list.trim_start();
    }
    let head = rest.lines().next().unwrap_or_default().trim_end();
    let short = head.ends_with(['：', ':']) && (2..=8).contains(&head.chars().count());
    if short { rest[head.len()..].trim_start() } else { rest }
}

/// `N的取值范围` and `参数Period的取值范围` speak of something else.
fn is_own(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let mut marks = PHRASES.list("enum", "owned_before").iter();
    let owner = marks.find_map(|mark| before.strip_suffix(mark.as_str())).unwrap_or(before).trim_end();
    // `应用型限定取值` holds for a kind of things.
    let of_a_kind = text[at..].starts_with(|c: char| !c.is_ascii()) && PHRASES.ends("range", "kinds", before);
    !of_a_kind && !owner.ends_with(|c: char| c.is_ascii_alphanumeric())
}
