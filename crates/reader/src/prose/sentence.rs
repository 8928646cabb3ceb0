//! Sentences of a description, and the small parsers that productions share.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::description::of_list;
use crate::vocabulary::{PHRASES, PhraseList, Said, Token};

/// A sentence with its place in the description.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentence<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// It is an item of a list.
    pub(crate) bullet: bool,
    /// The description.
    pub(crate) whole: &'a str,
    /// Its phrases, at their places in the description.
    pub(super) tokens: &'a [Token],
    /// The lists that have its phrases,
    pub(super) said: Said,
    /// and those of the whole description.
    pub(super) around: Said,
}

impl<'a> Sentence<'a> {
    /// Whether it holds only under a condition.
    pub(crate) fn is_conditional(&self) -> bool {
        let words = self.text.trim_start_matches(['-', '>', ' ']);
        let may_start = words.chars().next().is_some_and(|first| CONDITIONS.contains(&first));
        let starts = may_start
            && PHRASES.begins("condition", "starts", words).is_some()
            && PHRASES.begins("condition", "not_starts", words).is_none();
        (starts || self.has("condition", "inside")) && !self.is_ruled()
    }

    /// Whether its first clause says when the parameter counts at all: `当A为x时有效，取值范围：…`. What follows is said of
    /// the value whenever it counts.
    pub(crate) fn is_ruled(&self) -> bool {
        let Some(clause) = first_clause(self.text) else { return false };
        self.find("condition", "verdicts").is_some_and(|(_, end)| end <= clause)
            || PHRASES.begins("condition", "ruled", &self.text[clause..]).is_some()
    }

    /// Whether it begins an item of a list, also where the item has no line of its own.
    pub(crate) fn begins_item(&self) -> bool {
        self.text.starts_with("- ") || self.text.starts_with("> ")
    }

    /// Whether it is a condition and nothing else, so that what follows holds only under it.
    pub(crate) fn heads_a_case(&self) -> bool {
        let words = self.text.trim_end_matches(['：', ':']);
        words.len() < self.text.len() && PHRASES.ends("condition", "ends", words)
    }

    #[inline(never)]
    fn first_of(&self, list: &PhraseList, from: usize) -> Option<(usize, usize)> {
        let Some(searched) = list.said() else { return list.find(self.text, from) };
        if !self.said.any(searched) {
            return None;
        }
        let first = of_list(self.tokens, searched, self.start + from..self.end()).next()?;
        Some((first.start() - self.start, first.end() - self.start))
    }

    /// Whether it has a phrase of one of these lists.
    pub(crate) fn says(&self, lists: Said) -> bool {
        self.said.any(lists)
    }

    /// Its phrases of lists, at their places in the description.
    pub(super) fn phrases(&self, lists: Said) -> impl Iterator<Item = Token> {
        of_list(self.tokens, lists, self.start..self.end())
    }

    /// Where it ends in the description.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the description has a phrase of one of these lists.
    pub(crate) fn may_have(&self, lists: Said) -> bool {
        self.around.any(lists)
    }

    /// A place of the sentence as a place of the description.
    pub(crate) fn place(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The rest of the sentence behind `at`.
    pub(crate) fn behind(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }
}

#[expect(clippy::inline_always, reason = "what names a list is known when doctract is compiled")]
impl Sentence<'_> {
    /// The first of the phrases of a list: where it begins and ends; of several there, the longest.
    #[inline(always)]
    pub(crate) fn find(&self, production: &str, list: &str) -> Option<(usize, usize)> {
        self.find_from(0, production, list)
    }

    /// Like [`Sentence::find`], from a place on.
    #[inline(always)]
    pub(crate) fn find_from(&self, from: usize, production: &str, list: &str) -> Option<(usize, usize)> {
        self.first_of(PHRASES.get(production, list)?, from)
    }

    /// Whether the sentence has a phrase of a list.
    #[inline(always)]
    pub(crate) fn has(&self, production: &str, list: &str) -> bool {
        self.find(production, list).is_some()
    }
}

/// The characters with which conditions begin.
static CONDITIONS: LazyLock<Vec<char>> = LazyLock::new(|| firsts("condition", "starts"));

/// The characters with which the phrases of a list begin.
pub(super) fn firsts(production: &str, list: &str) -> Vec<char> {
    let mut firsts: Vec<char> =
        PHRASES.list(production, list).iter().filter_map(|phrase| phrase.chars().next()).collect();
    firsts.sort_unstable();
    firsts.dedup();
    firsts
}

/// The length of the first clause of a sentence, if a comma or a colon ends it.
fn first_clause(text: &str) -> Option<usize> {
    // Those of full width have this first byte.
    let near = text.bytes().position(|byte| matches!(byte, b',' | b':' | 0xef))?;
    Some(near + text[near..].find(['，', ',', '：', ':'])?)
}

/// Whether a character is a letter or a figure of any script. What most texts have is told without tables of all scripts.
pub(crate) fn is_wordy(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => true,
        '，' | '。' | '：' | '；' | '、' | '（' | '）' | '“' | '”' => false,
        _ => c.is_alphanumeric(),
    }
}

/// A number at the beginning of `text`, and its length: `1,024`, `0.5`, `-1`.
pub(crate) fn number(text: &str) -> Option<(f64, usize)> {
    number_of(text, true)
}

fn number_of(text: &str, thousands: bool) -> Option<(f64, usize)> {
    let mut end = usize::from(text.starts_with('-'));
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let first = digits(end);
    if first == 0 {
        return None;
    }
    end += first;
    // Thousands: a comma, exactly three digits, and the first group no longer than that.
    while thousands && first <= 3 && bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    Some((parsed(&without(',', &text[..end]))?, end))
}

/// What the figures of a number say. Most are short and whole.
fn parsed(figures: &str) -> Option<f64> {
    figures.parse().map(u32::into).or_else(|_| figures.parse()).ok()
}

/// A number without thousands at the beginning of `text`, and its length. Blanks may part groups of three: `30 000 000`.
fn plain_number(text: &str) -> Option<(f64, usize)> {
    let (value, mut end) = number_of(text, false)?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if value.fract() != 0.0 || end > 3 {
        return Some((value, end));
    }
    while text[end..].starts_with(' ') && digits(&text[end + 1..]) == 3 {
        end += 4;
    }
    Some((parsed(&without(' ', &text[..end]))?, end))
}

/// A number without what parts its thousands; most have none.
fn without(mark: char, number: &str) -> Cow<'_, str> {
    if number.contains(mark) { Cow::Owned(number.replace(mark, "")) } else { Cow::Borrowed(number) }
}

/// `a~b`, `[a, b]`, `a-b`, `a至b`, `a to b` at the beginning of `text`; its ends, whether they are included, and its length.
pub(crate) struct Interval {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) low_inclusive: bool,
    pub(crate) high_inclusive: bool,
    pub(crate) length: usize,
}

/// Reads an interval at the beginning of `text`. `[1,100]` has two ends: inside brackets a comma separates thousands only
/// where it can't separate the ends.
pub(crate) fn interval(text: &str) -> Option<Interval> {
    // Most texts begin with neither a figure nor a bracket.
    let found = match text.as_bytes().first()? {
        b'0'..=b'9' | b'-' => interval_of(text, number),
        b'[' | b'(' | 0x80.. if text.starts_with(['[', '(', '（', '【']) => {
            interval_of(text, plain_number).or_else(|| interval_of(text, number))
        }
        _ => return None,
    };
    found.or_else(|| compared(text))
}

/// `6<=size<=63`, `(0 < x < 9)`
fn compared(text: &str) -> Option<Interval> {
    let opening = text.chars().next().filter(|c| matches!(c, '[' | '(' | '（'));
    let mut at = opening.map_or(0, char::len_utf8);
    let (low, length) = number(&text[at..])?;
    at += length + blanks(&text[at + length..]);
    let low_inclusive = less(&text[at..])?;
    at += 1 + usize::from(low_inclusive);
    at += blanks(&text[at..]);
    let word = text[at..].find(|c: char| !c.is_ascii_alphanumeric()).filter(|word| *word > 0)?;
    at += word + blanks(&text[at + word..]);
    let high_inclusive = less(&text[at..])?;
    at += 1 + usize::from(high_inclusive);
    at += blanks(&text[at..]);
    let (high, length) = number(&text[at..])?;
    at += length;
    if opening.is_some() {
        let close = text[at..].chars().next().filter(|c| matches!(c, ']' | ')' | '）'))?;
        at += close.len_utf8();
    }
    (low <= high).then_some(Interval { low, high, low_inclusive, high_inclusive, length: at })
}

/// Whether the sign that begins `text` includes its end.
fn less(text: &str) -> Option<bool> {
    text.starts_with("<=").then_some(true).or_else(|| text.starts_with('<').then_some(false))
}

fn interval_of(text: &str, number: fn(&str) -> Option<(f64, usize)>) -> Option<Interval> {
    let mut at = 0;
    let opening = text.chars().next().filter(|c| matches!(c, '[' | '(' | '（' | '【'));
    if let Some(c) = opening {
        at += c.len_utf8() + blanks(&text[c.len_utf8()..]);
    }
    let (low, length) = number(&text[at..])?;
    at += length;
    at += blanks(&text[at..]);
    let join = PHRASES.begins("range", "joins", &text[at..]).or_else(|| {
        opening.and_then(|_| [",", "，"].into_iter().find(|join| text[at..].starts_with(join)))
    })?;
    at += join.len();
    at += blanks(&text[at..]);
    let (high, length) = number(&text[at..])?;
    at += length;
    let mut high_inclusive = true;
    if opening.is_some() {
        at += blanks(&text[at..]);
        let closing = text[at..].chars().next().filter(|c| matches!(c, ']' | ')' | '）' | '】'))?;
        // Round brackets around `1-8` are punctuation; around `1,8` beside a square one they exclude.
        let mixed = opening == Some('[') || closing == ']';
        high_inclusive = !(mixed && matches!(closing, ')' | '）'));
        at += closing.len_utf8();
    }
    let square_end = text[..at].ends_with(']');
    let low_inclusive = !(square_end && matches!(opening, Some('(' | '（')));
    (low <= high).then_some(Interval { low, high, low_inclusive, high_inclusive, length: at })
}

/// The length of the blanks that begin `text`.
pub(crate) fn blanks(text: &str) -> usize {
    // Most texts begin with none: all have these first bytes.
    if !matches!(text.as_bytes().first(), Some(b' ' | 0xc2 | 0xe3)) {
        return 0;
    }
    text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{3000}']).len()
}

/// The length of colons, copulas and blanks between a subject and its value.
pub(crate) fn link(text: &str) -> usize {
    let mut at = blanks(text);
    // `为：` as well as `：为`.
    for list in [PHRASES.get("words", "links"), PHRASES.get("words", "colons")].into_iter().flatten() {
        list.in_turn(&text[at..], |word| {
            at += word.len();
            at += blanks(&text[at..]);
            &text[at..]
        });
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wordy_is_alphanumeric() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_wordy(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
