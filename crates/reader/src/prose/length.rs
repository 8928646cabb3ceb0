//! `长度为2~128个字符`, `最多支持64个字符`, `must be 2 to 128 characters in length`.

use std::sync::LazyLock;

use contract::{Confidence, LengthUnit, Requirement, Type};

use super::sentence::{Sentence, blanks, interval, link, number};
use super::{Finding, Subject};
use crate::vocabulary::{PHRASES, Said};

/// What is measured, and in which unit.
static MEASURES: LazyLock<Said> = LazyLock::new(|| {
    PHRASES.saying(&[("length", "subjects"), ("length", "chars"), ("length", "bytes"), ("length", "places")])
});

/// Finds a bound on the length of the text.
pub(crate) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    if sentence.has("length", "traps") {
        return Vec::new();
    }
    let limit = sentence.find("limit", "at_most");
    let (least, most) = (at_least(sentence), limit.and_then(|limit| at_most(sentence, limit)));
    let bare_most = || limit.and_then(|limit| bare_most(sentence, limit, subject));
    let found = match (closed(sentence), least, most) {
        // `至少6位,最大63位`
        (_, Some(least), Some(most)) => return vec![least, most],
        (Some(both), ..) => Some(both),
        (None, least, most) => most.or_else(bare_most).or(least),
    };
    let found = found.or_else(|| not_empty(sentence));
    let found = found.or_else(|| limit.and_then(|limit| kilobytes(sentence, limit, subject)));
    found.or_else(|| of_a_name(sentence, subject)).into_iter().collect()
}

/// `组的名称（范围[6-63]）`: of a name, what has a range is its length.
fn of_a_name(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    if *subject.ty != Type::String {
        return None;
    }
    let (start, stop) = sentence.find("range", "subjects")?;
    let head = sentence.text[..start].trim_end_matches(['（', '(', ' ', '，', ',']);
    if !PHRASES.ends("length", "names", head) {
        return None;
    }
    let at = stop + link(sentence.behind(stop));
    let found = interval(sentence.behind(at))?;
    Some(Finding {
        requirement: Requirement::Length {
            min: whole(found.low),
            max: whole(found.high),
            unit: LengthUnit::Chars,
        },
        words: sentence.place(start..at + found.length),
        confidence: Confidence::Likely,
    })
}

/// `不允许为空字符串`: at least one character, if the parameter is given at all.
fn not_empty(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("length", "not_empty")?;
    Some(Finding {
        requirement: Requirement::Length { min: Some(1), max: None, unit: LengthUnit::Chars },
        words: sentence.place(start..stop),
        confidence: Confidence::Certain,
    })
}

/// Both ends: an interval that follows `长度`, or that counts characters.
fn closed(sentence: &Sentence<'_>) -> Option<Finding> {
    if !sentence.says(*MEASURES) {
        return None;
    }
    let text = sentence.text;
    let subjects = sentence.find("length", "subjects");
    for at in (0..text.len()).filter(|&at| starts_interval(text, at)) {
        let Some(found) = interval(&text[at..]) else { continue };
        let end = at + found.length;
        let counted = unit(&text[end..]).or_else(|| places(&text[end..]));
        let subject = subjects.filter(|&(start, _)| start < at || counted.is_some());
        let near =
            subject.is_some_and(|(_, stop)| stop <= at && text[stop..at].chars().take(15).count() <= 14);
        if !(near || counted.is_some()) || found.low < 0.0 {
            continue;
        }
        let (length_unit, unit_length) = counted.unwrap_or((LengthUnit::Chars, 0));
        let begin = subject.filter(|&(start, _)| start < at).map_or(at, |(start, _)| start);
        return Some(Finding {
            requirement: Requirement::Length {
                min: whole(found.low),
                max: whole(found.high),
                unit: length_unit,
            },
            words: sentence.place(begin..end + unit_length),
            confidence: Confidence::Certain,
        });
    }
    None
}

/// The upper end only. It must count characters: `最多支持20个` counts items.
fn at_most(sentence: &Sentence<'_>, (start, stop): (usize, usize)) -> Option<Finding> {
    let text = sentence.text;
    let (max, end) = figure(text, stop)?;
    let counted = unit(&text[end..]);
    let (unit, unit_length) = counted.or_else(|| places(&text[end..]))?;
    Some(Finding {
        requirement: Requirement::Length { min: None, max: whole(max), unit },
        words: sentence.place(start..end + unit_length),
        confidence: if counted.is_some() { Confidence::Certain } else { Confidence::Likely },
    })
}

/// `长度不能超过128`: no unit, but the clause begins with the length.
fn bare_most(
    sentence: &Sentence<'_>,
    (start, stop): (usize, usize),
    subject: &Subject<'_>,
) -> Option<Finding> {
    if *subject.ty != Type::String {
        return None;
    }
    let text = sentence.text;
    let clause_at = text[..start]
        .rfind(CLAUSE_ENDS)
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let (subject, clause) = (sentence.find_from(clause_at, "length", "subjects")?, &text[clause_at..]);
    let begins = text[clause_at..subject.0].trim().is_empty()
        && subject.1 <= start
        && text[subject.1..start].trim().is_empty()
        || PHRASES.begins("length", "largest", clause.trim_start()).is_some();
    let (max, end) = figure(text, stop)?;
    let ends = text[end..].trim_start().is_empty() || text[end..].trim_start().starts_with(CLAUSE_ENDS);
    let place = PHRASES.begins("length", "places", text[end..].trim_start());
    (begins && (ends || place.is_some())).then(|| Finding {
        requirement: Requirement::Length { min: None, max: whole(max), unit: LengthUnit::Chars },
        words: sentence.place(clause_at + blanks(clause)..end),
        confidence: Confidence::Certain,
    })
}

/// The number behind the words of a bound, and where it ends.
fn figure(text: &str, stop: usize) -> Option<(f64, usize)> {
    let mut at = stop + blanks(&text[stop..]);
    at += PHRASES.begins("limit", "copulas", &text[at..]).map_or(0, str::len);
    let (value, length) = number(&text[at..])?;
    Some((value, at + length))
}

/// What ends a clause.
const CLAUSE_ENDS: [char; 11] = ['，', ',', '。', '.', '；', ';', '（', '(', '）', ')', '、'];

/// The lower end only: `至少6位`, `at least 8 characters`.
fn at_least(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("limit", "at_least")?;
    let text = sentence.text;
    let (min, end) = figure(text, stop)?;
    let (unit, unit_length) = unit(&text[end..]).or_else(|| places(&text[end..]))?;
    Some(Finding {
        requirement: Requirement::Length { min: whole(min), max: None, unit },
        words: sentence.place(start..end + unit_length),
        confidence: Confidence::Likely,
    })
}

/// Whether a figure or a bracket begins anew at a place.
fn starts_interval(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let bracket = "（".as_bytes();
    let begins = match bytes[at] {
        b'0'..=b'9' | b'[' | b'(' => true,
        first => first == bracket[0] && bytes[at..].starts_with(bracket),
    };
    let goes_on = |before: &u8| before.is_ascii_alphanumeric() || matches!(before, b'.' | b'-' | b'[' | b'(');
    begins && !bytes[..at].last().is_some_and(goes_on) && !bytes[..at].ends_with(bracket)
}

/// `不超过 16K`: what is counted in kilobytes is a size. What is said of the encoded text is not said of the value.
fn kilobytes(
    sentence: &Sentence<'_>,
    (start, stop): (usize, usize),
    subject: &Subject<'_>,
) -> Option<Finding> {
    if *subject.ty != Type::String {
        return None;
    }
    let at = stop + blanks(&sentence.text[stop..]);
    let (most, length) = number(&sentence.text[at..])?;
    let end = at + length + blanks(&sentence.text[at + length..]);
    let kilo = PHRASES.begins("length", "kilobytes", &sentence.text[end..])?;
    let apart = !sentence.text[end + kilo.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    (apart && !sentence.has("length", "sizes_of_others")).then(|| Finding {
        requirement: Requirement::Length { min: None, max: whole(most * 1024.0), unit: LengthUnit::Bytes },
        words: sentence.place(start..end + kilo.len()),
        confidence: Confidence::Likely,
    })
}

/// `8-36 位`
fn places(text: &str) -> Option<(LengthUnit, usize)> {
    let gap = blanks(text);
    let phrase = PHRASES.begins("length", "places", &text[gap..])?;
    let apart = !text[gap + phrase.len()..].starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    apart.then_some((LengthUnit::Chars, gap + phrase.len()))
}

/// The unit that begins `text`, and its length.
fn unit(text: &str) -> Option<(LengthUnit, usize)> {
    let gap = blanks(text);
    let units = [(LengthUnit::Bytes, "bytes"), (LengthUnit::Chars, "chars")];
    units.into_iter().find_map(|(unit, list)| {
        PHRASES.begins("length", list, &text[gap..]).map(|phrase| (unit, gap + phrase.len()))
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and not negative"
)]
fn whole(number: f64) -> Option<u64> {
    (number >= 0.0 && number.fract() == 0.0 && number < 1e15).then_some(number as u64)
}
