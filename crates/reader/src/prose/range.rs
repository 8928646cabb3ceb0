//! `取值范围：1~100`, `最大值：100`, `起始值：1`, and how many items a list may have: `N的取值范围：1~20`.

use contract::{Confidence, LengthUnit, Limit, Path, Requirement, Type};

use super::enumeration::figures;
use super::sentence::{Sentence, blanks, interval, link, number};
use super::{Finding, Subject, default};
use crate::vocabulary::PHRASES;

/// Finds a bound on a number, or on the number of items.
pub(crate) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    if let Some(count) = count(sentence, subject) {
        return vec![count];
    }
    let numeric = matches!(subject.ty.innermost(), Type::Integer | Type::Float);
    // `- TCP：取值范围为1~100`: of a text with cases, what is said in one is not said of the value.
    let closed = closed(sentence).filter(|_| numeric || !sentence.bullet && !of_a_part(sentence));
    if !numeric && closed.is_none() {
        return Vec::new();
    }
    if let Some(closed) = closed.or_else(|| alone(sentence).filter(|_| numeric)) {
        return vec![closed];
    }
    let one = |list: &str, make: fn(Limit) -> Requirement| {
        let (start, stop) = sentence.find("range", list)?;
        let at = stop + link(sentence.behind(stop));
        let (value, length) = number(sentence.behind(at))?;
        // `最大7天` may be said of a number of hours.
        let behind = sentence.behind(at + length).trim_start();
        let counted = PHRASES.begins("words", "counters", behind).is_some();
        let amount = behind.starts_with(char::is_alphanumeric) && !counted
            || PHRASES.begins("range", "amounts", behind).is_some();
        // `支持最大3位小数` counts places; `最大7天（单位/秒）` is no number of seconds.
        let unit = PHRASES.begins("default", "units", behind);
        if PHRASES.begins("step", "places", behind).is_some()
            || unit.is_some_and(|unit| default::measures_otherwise(sentence.whole, unit))
        {
            return None;
        }
        Some(Finding {
            requirement: make(Limit { value, inclusive: true }),
            words: sentence.place(start..at + length),
            confidence: if amount { Confidence::Likely } else { Confidence::Certain },
        })
    };
    let max = one("maximum", |limit| Requirement::Range { min: None, max: Some(limit) });
    let min = one("minimum", |limit| Requirement::Range { min: Some(limit), max: None });
    min.into_iter().chain(max).collect()
}

/// `有效时间，1-5年，…`, `数量，[1-10]`: a clause behind the first that is nothing but an interval.
fn alone(sentence: &Sentence<'_>) -> Option<Finding> {
    let starts = sentence.text.match_indices(['，', '；', '（']).map(|(at, mark)| at + mark.len());
    starts.filter_map(|start| clause(sentence, start)).next()
}

fn clause(sentence: &Sentence<'_>, start: usize) -> Option<Finding> {
    let at = start + blanks(sentence.behind(start));
    let found = interval(sentence.behind(at))?;
    let rest = sentence.behind(at + found.length).trim_start();
    let unit = PHRASES.begins("default", "units", rest).unwrap_or_default();
    let rest = &rest[unit.len()..];
    let ends = rest.is_empty() || rest.starts_with(['，', ',', '；', ';', '。', '）', ')']);
    let own = unit.is_empty() || !default::measures_otherwise(sentence.whole, unit);
    (ends && own && found.low < found.high).then(|| Finding {
        requirement: Requirement::Range {
            min: Some(Limit { value: found.low, inclusive: found.low_inclusive }),
            max: Some(Limit { value: found.high, inclusive: found.high_inclusive }),
        },
        words: sentence.place(at..at + found.length),
        confidence: Confidence::Likely,
    })
}

/// `名称（范围[6-63]）` bounds a length, `端口范围：1~65535` a part of the text.
fn of_a_part(sentence: &Sentence<'_>) -> bool {
    let Some((start, _)) = sentence.find("range", "subjects") else { return false };
    let head = sentence.text[..start].trim_end_matches(['（', '(', ' ', '，', ',']);
    PHRASES.ends("length", "names", head) || PHRASES.ends("range", "parts", head)
}

fn closed(sentence: &Sentence<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("range", "subjects")?;
    // `应用型限定取值：[1-100]` holds for a kind of things.
    let before = &sentence.text[..start];
    if PHRASES.ends("range", "kinds", before) || PHRASES.ends("range", "owners", before.trim_end()) {
        return None;
    }
    let at = stop + link(sentence.behind(stop));
    let Some(found) = interval(sentence.behind(at)) else { return endless(sentence, start, at) };
    // `1~12, 24, 36` lists values.
    if figures(sentence.behind(at)).is_some() {
        return None;
    }
    // A second interval in one sentence belongs to a case that the first is not about.
    let rest = sentence.behind(at + found.length);
    let digits = || rest.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at);
    let more = digits().any(|at| interval(&rest[at..]).is_some());
    // `[22,3389]，木门22，铁门3389` lists its ends.
    let figures =
        || rest.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<f64>().ok());
    // `可选参数：1-64`: what can be chosen may depend on something else.
    let loose = PHRASES.begins("range", "loose", &sentence.text[start..]).is_some();
    let lists = digits().next().is_some()
        && [found.low, found.high].iter().all(|end| figures().any(|figure| figure == *end));
    Some(Finding {
        requirement: Requirement::Range {
            min: Some(Limit { value: found.low, inclusive: found.low_inclusive }),
            max: Some(Limit { value: found.high, inclusive: found.high_inclusive }),
        },
        words: sentence.place(start..at + found.length),
        confidence: if more || lists || loose || sentence.bullet {
            Confidence::Likely
        } else {
            Confidence::Certain
        },
    })
}

/// `0 to ∞`
fn endless(sentence: &Sentence<'_>, start: usize, at: usize) -> Option<Finding> {
    let rest = sentence.behind(at).trim_start_matches(['[', ' ']);
    let at = sentence.text.len() - rest.len();
    let (value, length) = number(rest)?;
    let join = rest[length..].trim_start_matches(' ');
    let join = PHRASES.begins("range", "joins", join).map(|word| join[word.len()..].trim_start())?;
    let end = PHRASES.begins("range", "endless", join)?;
    let stop = sentence.text.len() - join.len() + end.len();
    Some(Finding {
        requirement: Requirement::Range { min: Some(Limit { value, inclusive: true }), max: None },
        words: sentence.place(start..stop.max(at)),
        confidence: Confidence::Likely,
    })
}

/// The range of the index is the number of items.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ends of an index range are small"
)]
fn count(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let (start, stop) = sentence.find("index", "subjects").filter(|_| Path::of(subject.name).repeats())?;
    let at = stop + link(sentence.behind(stop));
    let (most, length) = match interval(sentence.behind(at)) {
        Some(found) => (found.high - found.low + 1.0, found.length),
        // `N的取值范围仅支持1`
        None => number(sentence.behind(at)).filter(|(one, length)| {
            *one == 1.0
                && !sentence.behind(at + length).starts_with(|c: char| c.is_alphanumeric() || c == ',')
        })?,
    };
    Some(Finding {
        requirement: Requirement::Count { min: None, max: (most >= 1.0).then_some(most as u64) },
        words: sentence.place(start..at + length),
        confidence: Confidence::Certain,
    })
}

/// One lower and one upper end make one range.
pub(crate) fn merge(one: &Requirement, other: &Requirement) -> Option<Requirement> {
    if let (Requirement::Range { .. }, Requirement::Range { .. }) = (one, other) {
        return narrower(one, other).or_else(|| narrower(other, one)).or_else(|| joined(one, other));
    }
    joined(one, other)
}

/// A range with both ends that lies within one with a single end says all that this one says.
fn narrower(both: &Requirement, single: &Requirement) -> Option<Requirement> {
    let (Requirement::Range { min: Some(low), max: Some(high) }, Requirement::Range { min, max }) =
        (both, single)
    else {
        return None;
    };
    let above =
        |end: &Limit| low.value > end.value || low.value == end.value && (end.inclusive || !low.inclusive);
    let below =
        |end: &Limit| high.value < end.value || high.value == end.value && (end.inclusive || !high.inclusive);
    let single = min.is_none() || max.is_none();
    (single && min.as_ref().is_none_or(above) && max.as_ref().is_none_or(below)).then(|| both.clone())
}

fn joined(one: &Requirement, other: &Requirement) -> Option<Requirement> {
    match (one, other) {
        (
            Requirement::Range { min: Some(min), max: None },
            Requirement::Range { min: None, max: Some(max) },
        )
        | (
            Requirement::Range { min: None, max: Some(max) },
            Requirement::Range { min: Some(min), max: None },
        ) => Some(Requirement::Range { min: Some(*min), max: Some(*max) }),
        (
            Requirement::Length { min: Some(low), max: None, unit: LengthUnit::Chars },
            Requirement::Length { min: None, max, unit },
        )
        | (
            Requirement::Length { min: None, max, unit },
            Requirement::Length { min: Some(low), max: None, unit: LengthUnit::Chars },
        ) => Some(Requirement::Length { min: Some(*low), max: *max, unit: *unit }),
        _ => None,
    }
}
