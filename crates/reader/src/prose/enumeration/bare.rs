//! Lists that stand alone in their clause: `Year， Month， Dynamic，默认: Month`, `目前仅支持1/2/4/8`, `协议: tcp, udp`,
//! `出入方向（"Ingress", "Egress"）`, `private私有，public公共`.

use std::sync::LazyLock;

use contract::{Confidence, EnumValue, Type};

use super::List;
use super::element::element;
use super::pairs::is_part;
use crate::prose::description::Description;
use crate::prose::sentence::{blanks, interval};
use crate::vocabulary::{PHRASES, Said};

/// What tells that no list is meant,
static TRAPS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("bare", "traps")]));

/// and what says that the list is whole for now.
static SUPPORTED: LazyLock<Said> =
    LazyLock::new(|| PHRASES.saying(&[("bare", "only"), ("bare", "supported")]));

/// The longest words, in characters, that may name the value before its list.
const LONGEST_HEAD: usize = 14;

/// Finds a list whose clause has nothing else. Only its place announces it, so it is never certain.
pub(super) fn bare(description: &Description<'_>, ty: &Type) -> Option<List> {
    let text = description.text;
    if description.says(*TRAPS) {
        return None;
    }
    // `Year,Month,Dynamic` and nothing more, or with words that tell what it is.
    if !text.starts_with(['"', '“']) && (text.is_ascii() || !text.contains(is_chinese)) {
        return run(text, 0, ty, 3).filter(|list| text[list.words.end..].trim().is_empty());
    }
    let behind_head = head(text);
    let mut places = [Some(0), behind_head].into_iter().flatten().filter(|at| may_begin(text, *at));
    places
        .find_map(|at| run(text, at, ty, 2).or_else(|| glued(text, at, ty)))
        .or_else(|| supported(description, ty))
}

/// Where a list may begin behind words that name the value: `协议类型: `.
fn head(text: &str) -> Option<usize> {
    let marks = |c: char| matches!(c, '：' | ':' | '。' | '，' | ',' | '（' | '(' | '\n');
    let (at, mark) = text.char_indices().take(LONGEST_HEAD + 1).find(|&(_, c)| marks(c))?;
    let behind = at + mark.len_utf8();
    // Behind most heads stand words.
    let fits =
        at > 0 && may_begin(text, behind) && PHRASES.find("bare", "not_heads", &text[..at], 0).is_none();
    fits.then_some(behind)
}

/// Whether a value may begin behind colons and the like: no value, and no list, begins with a word in Chinese.
fn may_begin(text: &str, from: usize) -> bool {
    // Most words do with one of these bytes; colons and quotes with others.
    if matches!(text.as_bytes().get(from), Some(0xe3..=0xed)) {
        return false;
    }
    text[past_lead(text, from)..].starts_with(|c: char| c.is_ascii() || matches!(c, '“' | '”'))
}

/// Behind `目前仅支持` and the like.
fn supported(description: &Description<'_>, ty: &Type) -> Option<List> {
    if !description.says(*SUPPORTED) {
        return None; // most are done with here
    }
    let text = description.text;
    ["only", "supported"].into_iter().find_map(|list| {
        let (_, stop) = description.find("bare", list, 0)?;
        let least = match (list, ty) {
            ("only", _) => 1,
            (_, Type::Integer) => 2,
            _ if text[..stop].ends_with(['：', ':', '选']) => 2,
            _ => 3,
        };
        run(text, stop, ty, least)
    })
}

/// Values side by side at a place, and nothing behind them that goes on.
fn run(text: &str, from: usize, ty: &Type, least: usize) -> Option<List> {
    let start = past_lead(text, from);
    let mut values: Vec<EnumValue> = Vec::new();
    let mut default = None;
    let mut at = start;
    let mut end;
    loop {
        let (value, marked, length) = value(&text[at..])?;
        at += length;
        let gap = blanks(&text[at..]);
        let join = PHRASES.begins("bare", "joins", &text[at + gap..]);
        if join.is_none() && values.len() + 1 < least {
            return None; // most words are no list
        }
        if values.is_empty()
            && interval(text[..start].rfind('[').map_or(&text[start..], |open| &text[open..])).is_some()
        {
            return None;
        }
        let value = if *ty == Type::Integer { number_of(value) } else { value };
        if !fits(value, ty) || values.iter().any(|known| known.value == value) {
            return None;
        }
        if marked {
            default = Some(value.to_owned());
        }
        values.push(EnumValue { value: value.to_owned(), gloss: String::new() });
        end = at;
        let Some(join) = join else { break };
        let next = at + gap + join.len();
        let next = next + blanks(&text[next..]);
        if self::value(&text[next..]).is_none() {
            break;
        }
        at = next;
    }
    let whole = closes(&text[end..]) || default.is_some() && values.len() == 1;
    (values.len() >= least && whole).then_some(List {
        values,
        default,
        words: start..end,
        confidence: Confidence::Likely,
    })
}

/// A value, also one that `或` follows without a blank.
fn value(text: &str) -> Option<(&str, bool, usize)> {
    element(text).or_else(|| {
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))?;
        let joined = end > 0 && text[end..].starts_with('或');
        joined.then(|| (&text[..end], false, end))
    })
}

/// `4000M` of a number of megabytes.
fn number_of(value: &str) -> &str {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &value[number.len()..];
    if PHRASES.list("default", "units").iter().any(|known| known == unit) { number } else { value }
}

fn fits(value: &str, ty: &Type) -> bool {
    match ty {
        Type::Integer => value.parse::<i64>().is_ok(),
        Type::Boolean => matches!(value.to_ascii_lowercase().as_str(), "true" | "false"),
        // `10.0.0.1` and `2022-02-01` are examples.
        _ => value.contains(|c: char| c.is_ascii_alphabetic()) && !value.starts_with('-'),
    }
}

/// Whether a clause ends here: with its stop, with words about the default, or with the number of values.
fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '"', '”', ']']);
    // `1/2/4 G 三种`, `这几档`
    let counted =
        rest.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ' || c == '，' || c == ',');
    let figure = counted
        .trim_start_matches(['这', '以', '上', '几', '一', '二', '两', '三', '四', '五', '六', '七', '八']);
    if figure.len() < counted.len() && PHRASES.begins("bare", "counters", figure).is_some() {
        return true;
    }
    let comma = rest.strip_prefix(['，', ',', '、']).map(str::trim_start);
    rest.is_empty()
        || rest.starts_with(['。', '；', ';', '）', ')', '\n', '.'])
        || PHRASES.begins("bare", "closes", rest).is_some()
        || comma.is_some_and(|next| {
            next.starts_with(is_chinese) && PHRASES.begins("bare", "goes_on", next).is_none()
        })
}

/// `private私有仓库，public公共仓库`: values with their glosses, one behind the other.
pub(super) fn glued(text: &str, from: usize, ty: &Type) -> Option<List> {
    let integer = *ty == Type::Integer;
    if !(integer || *ty == Type::String) {
        return None;
    }
    let start = past_lead(text, from);
    if !text[start..].starts_with(is_part) {
        return None;
    }
    let mut values: Vec<EnumValue> = Vec::new();
    let mut at = start;
    let mut end = start;
    loop {
        let rest = &text[at..];
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        let (value, behind) = rest.split_at(length);
        let gloss_at = at + length + blanks(behind);
        let gloss_end = text[gloss_at..].find(|c| !is_chinese(c)).map_or(text.len(), |i| gloss_at + i);
        let gloss = &text[gloss_at..gloss_end];
        let all = |fits: fn(u8) -> bool| value.bytes().all(|b| fits(b) || matches!(b, b'_' | b'-'));
        let named = if integer {
            value.len() == 1
                && all(|b| b.is_ascii_digit())
                && PHRASES.begins("default", "units", gloss).is_none()
                && PHRASES.begins("words", "counters", gloss).is_none()
        } else {
            let word = all(|b| b.is_ascii_lowercase()) || all(|b| b.is_ascii_uppercase());
            value.len() > 1 && word && !value.ends_with(['-', '_'])
        };
        let shortest = if integer { 1 } else { 2 };
        let glossed = (shortest..=8).contains(&gloss.chars().count());
        if !named || !glossed || values.iter().any(|v| v.value == value) {
            break;
        }
        values.push(EnumValue { value: value.to_owned(), gloss: gloss.to_owned() });
        end = gloss_end;
        let next = text[end..].trim_start_matches([' ', '，', ',', '、', '；', ';', '\n']);
        if next.len() == text[end..].len() {
            break;
        }
        at = text.len() - next.len();
    }
    if values.len() < 2 {
        return None;
    }
    let default = PHRASES.find("default", "subjects", &text[end..], 0).is_some_and(|(at, _)| at <= 4);
    let switch = |digit: &str| values.iter().any(|value| value.value == digit);
    if integer && !(switch("0") && switch("1")) {
        return None;
    }
    (default || closes(&text[end..])).then_some(List {
        values,
        default: None,
        words: start..end,
        confidence: Confidence::Likely,
    })
}

/// Where a list begins behind colons and the like.
fn past_lead(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start_matches([' ', '：', ':', '\n', '[']).len()
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_found_wherever_one_may_begin() {
        for c in '\0'..='\u{ffff}' {
            for text in [format!("{c}ab，cd"), format!("{c}ab”，“cd”"), format!("{c}ab甲乙，cd丙丁")]
            {
                let listed = run(&text, 0, &Type::String, 2).or_else(|| glued(&text, 0, &Type::String));
                assert!(listed.is_none() || may_begin(&text, 0), "{text}");
            }
        }
    }
}
