//! Values with glosses that nothing announces: `0-否 1-是`, `on：开启，off：关闭`, `0表示…，1表示…`, `A（甲）、B（乙）`.

use std::sync::LazyLock;

use contract::{Confidence, EnumValue};
use smallvec::SmallVec;

use super::List;
use super::layouts::TRAPS;
use crate::prose::description::Description;
use crate::vocabulary::{PHRASES, Said};

/// A value, its gloss, and where both stand.
struct Pair<'t> {
    value: &'t str,
    gloss: &'t str,
    start: usize,
    end: usize,
}

/// In characters.
const LONGEST_GLOSS: usize = 30;

/// What may stand between values and their glosses in a text, and where.
pub(super) struct Marks(SmallVec<[(usize, usize); 8]>);

impl Marks {
    /// The marks of a description.
    pub(super) fn of(description: &Description<'_>) -> Self {
        if !description.says(*MARKS) {
            return Marks(SmallVec::new()); // most have none
        }
        let marks = description.within(0..description.text.len(), *MARKS);
        Marks(marks.map(|mark| (mark.start(), mark.end())).collect())
    }

    /// The colons among them.
    pub(super) fn colons(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().copied().filter(|&(start, end)| matches!(&text[start..end], ":" | "："))
    }

    /// Where the dashes among them stand.
    pub(super) fn dashes(&self, text: &str) -> impl Iterator<Item = usize> {
        self.0.iter().filter(|&&(start, end)| &text[start..end] == "-").map(|(start, _)| *start)
    }

    /// Those that stand between what may be a value and what may be its gloss.
    fn between(&self, text: &str) -> SmallVec<[(usize, usize); 8]> {
        let between = self.0.iter().filter(|&&(start, end)| {
            may_gloss(&text[start..end], &text[end..]) && follows_a_value(&text[..start])
        });
        between.copied().collect()
    }
}

/// The lists that have them.
pub(in crate::prose) static MARKS: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&[("pairs", "marks")]));

/// Finds two or more values with glosses behind the same mark, one behind the other. It is never certain.
pub(super) fn pairs(description: &Description<'_>, marks: &Marks) -> Option<List> {
    let text = description.text;
    if marks.0.len() < 2 || description.says(*TRAPS) {
        return None;
    }
    let between = marks.between(text);
    if between.len() < 2 {
        return None;
    }
    PHRASES.list("pairs", "marks").iter().find_map(|mark| {
        let same = between.iter().filter(|&&(start, end)| text[start..end] == **mark);
        let places: SmallVec<[usize; 8]> = same.map(|(start, _)| *start).collect();
        if places.len() > 1 { chain(text, mark, &places) } else { None }
    })
}

/// Whether what stands before a mark ends like a value. Most marks follow words, and make no pair.
fn follows_a_value(before: &str) -> bool {
    match before.as_bytes().last() {
        Some(last) if last.is_ascii_alphanumeric() => true,
        Some(b' ' | b'"' | b'\'' | b',' | b'_' | b'-' | 0x80..) => {
            let before = before.trim_end_matches([' ', '"', '”', '\'', '，', ',']);
            before.ends_with(is_part)
        }
        _ => false,
    }
}

/// Whether a gloss may begin behind a mark, whatever its value is.
fn may_gloss(mark: &str, behind: &str) -> bool {
    let gloss = past_quotes(behind);
    let first = gloss.as_bytes().first().copied().unwrap_or_default();
    let latin = match mark {
        "：" | ":" => first.is_ascii_alphabetic(),
        "（" | "(" => first.is_ascii_uppercase(),
        _ => false,
    };
    latin || first >= 0x80 && gloss.starts_with(is_chinese)
}

/// What stands behind blanks and opening quotes.
fn past_quotes(text: &str) -> &str {
    text.trim_start_matches([' ', '"', '“'])
}

/// Whether a value can have a character.
pub(super) fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// The pairs at places of a mark.
fn chain(text: &str, mark: &str, places: &[usize]) -> Option<List> {
    let mut best: Vec<Pair<'_>> = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let Some(first) = next_pair(text, from, mark, places) else { break };
        from = first.end.max(first.start + 1);
        let mut run = vec![first];
        while let Some(next) = next_pair(text, run.last().map_or(0, |pair| pair.end), mark, places) {
            let between = &text[run.last().map_or(0, |pair| pair.end)..next.start];
            if !is_join(between) {
                break;
            }
            from = next.end;
            run.push(next);
        }
        if !best.is_empty() && run.len() > 1 {
            return None; // two lists, each of its own case
        }
        if run.len() > 1 {
            best = run;
        }
    }
    let (first, last) = (best.first()?, best.last()?);
    let words = first.start..last.end;
    let chinese = |pair: &&Pair<'_>| pair.gloss.contains(is_chinese);
    if begins_before(&text[..first.start], mark)
        || goes_on(&text[last.end..], mark)
        || best.iter().filter(chinese).count() * 2 <= best.len() && !counted(&best, 3)
    {
        return None;
    }
    let switches =
        |pair: &Pair<'_>| matches!(pair.value.to_ascii_lowercase().as_str(), "true" | "false" | "yes" | "no");
    if mark == "为" && !best.iter().all(switches) && !counted(&best, 2) {
        return None;
    }
    let default = marked(text, &best);
    let traps = |gloss: &str| PHRASES.find("pairs", "not_in_gloss", gloss, 0).is_some();
    let mut values: Vec<EnumValue> = Vec::new();
    for pair in &best {
        if traps(pair.gloss) || values.iter().any(|known| known.value == pair.value) {
            return None;
        }
        values.push(EnumValue { value: pair.value.to_owned(), gloss: pair.gloss.trim().to_owned() });
    }
    Some(List { values, default, words, confidence: Confidence::Likely })
}

/// Whether the values count up from 0 or 1, so that their glosses may be of any script: `1：ship-5.1，2：ship-5.5`.
fn counted(pairs: &[Pair<'_>], least: usize) -> bool {
    let numbers: Option<Vec<usize>> = pairs.iter().map(|pair| pair.value.parse().ok()).collect();
    numbers.is_some_and(|numbers| {
        let first = numbers.first().copied().unwrap_or_default();
        let up = numbers.iter().enumerate().all(|(at, number)| *number == first + at);
        numbers.len() >= least && first <= 1 && up
    })
}

/// Whether before the first pair there is another value, of a gloss that could not be read: `1，表示升级，2表示降级`.
fn begins_before(text: &str, mark: &str) -> bool {
    text.rfind(mark).is_some_and(|at| {
        let before = text[..at].trim_end_matches([' ', '"', '”', '，', ',']);
        before.ends_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// Whether behind the last pair there is another value: the list is not whole.
fn goes_on(rest: &str, mark: &str) -> bool {
    let mut next = rest.trim_start_matches([' ', '\n', '"', '“', '”', '\'']);
    while let Some(join) = PHRASES.begins("pairs", "joins", next) {
        next = next[join.len()..].trim_start_matches([' ', '\n', '"', '“', '”', '\'']);
    }
    let word = next.find(|c: char| !is_part(c)).unwrap_or(next.len());
    let latin = word > 0 && !next[word..].starts_with(['；', ';', '。']);
    let more = rest.match_indices(mark).any(|(at, _)| {
        let before = rest[..at].trim_end_matches([' ', '"', '”']);
        before.ends_with(|c: char| c.is_ascii_alphanumeric())
    });
    latin || more
}

/// The value that a mark calls the default.
fn marked(text: &str, pairs: &[Pair<'_>]) -> Option<String> {
    let mut ends = pairs.iter().skip(1).map(|pair| pair.start).collect::<Vec<_>>();
    ends.push(text.len());
    let is_marked = |(pair, end): (&Pair<'_>, usize)| {
        let (place, _) = PHRASES.find("default", "marks", &text[pair.start..end], 0)?;
        (place <= pair.end - pair.start + 1).then(|| pair.value.to_owned())
    };
    pairs.iter().zip(ends).find_map(is_marked)
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The first value from a place on that the mark, at one of its places, and a gloss in Chinese follow.
fn next_pair<'t>(text: &'t str, from: usize, mark: &str, places: &[usize]) -> Option<Pair<'t>> {
    let behind = &places[places.partition_point(|place| *place < from)..];
    behind.iter().find_map(|&found| {
        let before = text[from..found].trim_end_matches([' ', '"', '”', '\'']);
        // `1，表示升级`
        let before = match mark {
            "表示" | "代表" => before.strip_suffix(['，', ',']).unwrap_or(before),
            _ => before,
        };
        let value_at = before.len() - value_length(before);
        let value = &before[value_at..];
        let start = from + value_at;
        let apart = text[..start]
            .chars()
            .next_back()
            .is_none_or(|c| !matches!(c, '.' | '/' | '-' | '_' | '%' | '$' | '{'));
        let rest = text.len() - past_quotes(&text[found + mark.len()..]).len();
        // Behind a colon a gloss may be a Latin word; whether it is one, its neighbours tell.
        let colon = matches!(mark, "：" | ":");
        let bracket = matches!(mark, "（" | "(");
        let latin = colon || bracket;
        let number = colon && value.bytes().all(|b| b.is_ascii_digit());
        let glossed = text[rest..].starts_with(|c: char| {
            is_chinese(c) || latin && c.is_ascii_uppercase() || number && c.is_ascii_lowercase()
        });
        if !value.is_empty() && value.len() <= 32 && apart && glossed {
            let (end, gloss) = gloss(text, rest, bracket);
            if (gloss.contains(is_chinese) || colon) && gloss.chars().count() <= LONGEST_GLOSS {
                let gloss = gloss.trim_end_matches(['"', '”']);
                return Some(Pair { value, gloss, start, end });
            }
        }
        None
    })
}

/// The length of the value that ends `text`.
fn value_length(text: &str) -> usize {
    let length = text.bytes().rev().take_while(|byte| is_part(char::from(*byte))).count();
    text[text.len() - length..].trim_start_matches('-').len()
}

/// The gloss that begins at a place: its end and its words.
fn gloss(text: &str, from: usize, bracket: bool) -> (usize, &str) {
    let rest = &text[from..];
    if bracket && let Some(stop) = rest.find(['）', ')']) {
        let close = rest[stop..].chars().next().map_or(0, char::len_utf8);
        return (from + stop + close, &rest[..stop]);
    }
    let stops = |(at, c): (usize, char)| match c {
        '，' | ',' | '；' | ';' | '、' | '。' | '\n' | '）' | ')' | '/' | '|' => Some(at),
        ' ' => Some(at),
        _ => None,
    };
    let end = rest.char_indices().find_map(stops).unwrap_or(rest.len());
    (from + end, &rest[..end])
}

/// Whether nothing but separators stand between two pairs.
fn is_join(between: &str) -> bool {
    let mut rest = between.trim_matches([' ', '\n', '"', '“', '”', '\'', '>']);
    while let Some(join) = PHRASES.begins("pairs", "joins", rest) {
        rest = rest[join.len()..].trim_matches([' ', '\n', '"', '“', '”', '\'', '>']);
    }
    rest.is_empty() && !between.is_empty()
}
