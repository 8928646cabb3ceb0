//! One value of a list: where it ends, and whether a mark calls it the default.

use crate::prose::sentence::{blanks, is_wordy};
use crate::vocabulary::PHRASES;

/// A value at the beginning of `text`, whether a mark calls it the default, and its length with the mark.
pub(in crate::prose) fn element(text: &str) -> Option<(&str, bool, usize)> {
    // Most texts begin with no value at all.
    let first = text.chars().next()?;
    if !(first.is_ascii_alphanumeric()
        || matches!(first, '*' | '"' | '“' | '”' | '`' | '_' | '-' | '.' | '+'))
    {
        return None;
    }
    if let Some(rest) = text.strip_prefix("**") {
        let end = rest.find("**")?;
        let (marked, mark) = default_mark(&rest[end + 2..]);
        let value = rest[..end].trim();
        return is_value(value).then_some((value, marked, end + 4 + mark));
    }
    let close = match first {
        '“' => Some('”'),
        '”' => Some('“'),
        '"' | '`' => Some(first),
        _ => None,
    };
    if let Some(close) = close {
        let rest = &text[first.len_utf8()..];
        let end = rest.find([close, '"', '”'])?;
        let closing = rest[end..].chars().next().map_or(0, char::len_utf8);
        let length = first.len_utf8() + end + closing;
        let (marked, mark) = default_mark(&text[length..]);
        let value = rest[..end].trim();
        return is_value(value).then_some((value, marked, length + mark));
    }
    let end = text.bytes().take_while(|byte| is_part(*byte)).count();
    let word = text[..end].trim_end_matches(['.', '-']);
    let rest = &text[word.len()..];
    // `Action为必选` and `ECS实例` are sentences.
    let ends = rest.chars().next().is_none_or(|c| !is_wordy(c))
        || PHRASES.begins("sentence", "heads", rest).is_some();
    if !ends || !word.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let (marked, mark) = default_mark(rest);
    Some((word, marked, word.len() + mark))
}

/// Whether a byte is one of a value that stands without quotes.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+')
}

/// An element between bars may hold blanks: `Windows Server 2008 |`.
pub(super) fn barred_element(line: &str) -> Option<(&str, bool, usize)> {
    let part = &line[..line.find('|').unwrap_or(line.len())];
    let marks = PHRASES.list("default", "marks");
    let mark = marks.iter().find_map(|mark| part.find(mark.as_str()).map(|at| (at, mark.len())));
    let words = part[..mark.map_or(part.len(), |(at, _)| at)].trim();
    let words = words.split(['（', '(', '：', ':']).next().unwrap_or(words).trim();
    let fits = !words.is_empty() && words.is_ascii() && words.len() <= 40;
    let length = if mark.is_some() { part.trim_end().len() } else { words.len() + blanks(part) };
    fits.then_some((words, mark.is_some(), length))
}

/// Whether words follow that nothing separates from what stands before.
pub(super) fn goes_on(rest: &str) -> bool {
    rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether a gloss may begin here, or nothing follows.
pub(super) fn separates(rest: &str) -> bool {
    // `UDisk 云盘`: a blank and another script will do.
    let apart = rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| !c.is_ascii());
    let rest = rest.trim_start();
    rest.is_empty()
        || apart
        || rest.starts_with(['：', ':', '，', ',', '（', '(', '。', '.', '；', ';', '-', '–', '—', '、'])
}

/// A bullet's value may be several words that are written like a name: `Windows Server 2012`, `Others Linux（默认）`.
pub(super) fn titled(item: &str) -> Option<(&str, bool, usize)> {
    if !item.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let end = item.bytes().take_while(|byte| is_of_value(*byte)).count();
    let words = item[..end].trim_end();
    let named = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    if !words.contains(' ') || words.ends_with('.') || !words.split(' ').all(named) {
        return None;
    }
    let behind = item[end..].trim_start();
    let ends = behind.is_empty() || behind.starts_with(['：', ':', '，', '（', '(', '。', '；']);
    let (marked, mark) = default_mark(&item[words.len()..]);
    ends.then_some((words, marked, words.len() + mark))
}

/// Whether a mark of the default begins `text`, and its length with the blanks before it.
fn default_mark(text: &str) -> (bool, usize) {
    let gap = blanks(text);
    // All stand in brackets.
    if !matches!(text.as_bytes().get(gap), Some(b'(' | 0xef)) {
        return (false, 0);
    }
    let mark = PHRASES.begins("default", "marks", &text[gap..]);
    mark.map_or((false, 0), |mark| (true, gap + mark.len()))
}

/// Whether a word is written like a value.
pub(super) fn is_value(word: &str) -> bool {
    word.bytes().all(is_of_value) && word.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a byte is one of a value that may have several words.
fn is_of_value(byte: u8) -> bool {
    is_part(byte) || matches!(byte, b'/' | b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_default_stand_in_brackets() {
        for mark in PHRASES.list("default", "marks") {
            assert_eq!(default_mark(mark), (true, mark.len()), "{mark}");
        }
    }
}
