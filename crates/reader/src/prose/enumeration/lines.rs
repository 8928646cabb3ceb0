//! A list with a line for each value and no bullets: `取值：⏎GET。⏎POST。`, `取值。⏎on：是。⏎off：否。`

use contract::{Confidence, EnumValue};
use memchr::memchr;

use super::List;
use super::element::{element, goes_on, separates};

/// Reads the lines that follow an introduction at the end of its own line.
pub(super) fn lines(text: &str) -> Option<List> {
    let first = text.trim_start_matches(['：', ':', '。', '；', ' ']);
    if !first.starts_with('\n') {
        return None;
    }
    stacked(text)
}

/// Reads a value a line, from the first line on.
pub(super) fn stacked(text: &str) -> Option<List> {
    let first = text.trim_start_matches(['：', ':', '。', '；', ' ']);
    let first = first.trim_start_matches(['\n', ' ']);
    let offset = text.len() - first.len();
    let mut values: Vec<EnumValue> = Vec::new();
    let mut default = None;
    let mut end = 0;
    let mut next = 0;
    let mut whole = true;
    for line in lines_of(first) {
        let begin = next;
        next += line.len();
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        let Some((value, marked, length)) = element(words) else {
            whole = false;
            break;
        };
        let rest = &words[length..];
        if goes_on(rest) || !separates(rest) || values.iter().any(|known| known.value == value) {
            whole = false;
            break;
        }
        if marked {
            default = Some(value.to_owned());
        }
        let gloss = rest.trim_start_matches(['：', ':', '，', ',', ' ', '-', '。', '.', '；', ';']);
        let gloss = gloss.trim_end_matches(['；', ';', '。', '，', ',', ' ']);
        values.push(EnumValue { value: value.to_owned(), gloss: gloss.to_owned() });
        end = begin + line.trim_end().len();
    }
    let confidence = if whole { Confidence::Certain } else { Confidence::Likely };
    (values.len() > 1).then_some(List { values, default, words: 0..offset + end, confidence })
}

/// The lines of a text, each with what ends it: `split_inclusive`, but with a search that is made for many short ones.
pub(super) fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let (line, others) = rest.split_at(end);
        rest = others;
        (!line.is_empty()).then_some(line)
    })
}
