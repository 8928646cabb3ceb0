//! The words that head sections and columns, for pages that lost their marks.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a column of a plain table holds; decides how a line is cut into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// A name: one word.
    Name,
    /// A type: words that the lexicon knows.
    Type,
    /// Yes or no: a word that the lexicon knows; often lost.
    Presence,
    /// The rest of the line.
    Example,
    /// The paragraphs that follow, or the rest of the line.
    Description,
    /// A number.
    Status,
    /// A word without blanks.
    Code,
    /// A sentence.
    Message,
}

/// Words as data. `page` knows nothing of what they mean.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Lines that are headings, normalised by [`Lexicon::normal`].
    pub headings: BTreeSet<String>,
    /// Words of header cells.
    pub columns: BTreeMap<String, Column>,
    /// Type words, normalised; `Array of X` and the like are known by their first words.
    pub types: BTreeSet<String>,
    /// Beginnings of type expressions that a name follows: `array of`.
    pub type_prefixes: BTreeSet<String>,
    /// Words of a presence cell.
    pub presence: BTreeSet<String>,
}

impl Lexicon {
    /// Words are compared without case, colons and the white space around them.
    pub fn normal(words: &str) -> Cow<'_, str> {
        let is_layout = |c: char| crate::lines::is_space(c) || matches!(c, ':' | '：' | '*' | '.' | '?');
        let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let ends = (words.as_bytes().first(), words.as_bytes().last());
        let words = if letter(ends.0) && letter(ends.1) { words } else { words.trim_matches(is_layout) };
        // Chinese characters have no case: they take three bytes, and begin with one of these.
        let settled = |byte: u8| match byte {
            b' ' | b'\t'..=b'\r' => false,
            0..0x80 => !byte.is_ascii_uppercase(),
            0x80..0xc0 | 0xe4..=0xe9 => true,
            _ => false,
        };
        if words.bytes().all(settled) {
            return Cow::Borrowed(words);
        }
        let single = |pair: &[u8]| !matches!(pair, [b'\t'..=b'\r', _] | [b' ', b' ' | b'\t'..=b'\r']);
        if words.is_ascii() && words.as_bytes().windows(2).all(single) {
            return Cow::Owned(words.to_ascii_lowercase());
        }
        let mut normal = String::with_capacity(words.len());
        for word in words.split_whitespace() {
            if !normal.is_empty() {
                normal.push(' ');
            }
            if word.is_ascii() {
                normal.push_str(word);
                let begin = normal.len() - word.len();
                normal[begin..].make_ascii_lowercase();
            } else {
                for c in word.chars() {
                    match c {
                        '\u{3000}'..='\u{9fff}' => normal.push(c),
                        _ => normal.extend(c.to_lowercase()),
                    }
                }
            }
        }
        Cow::Owned(normal)
    }

    /// Whether a line is a heading by its words.
    pub(crate) fn is_heading(&self, line: &str) -> bool {
        self.headings.contains(Self::normal(line).as_ref())
    }

    /// The column that a header word heads.
    pub(crate) fn column(&self, word: &str) -> Option<Column> {
        self.columns.get(Self::normal(word).as_ref()).copied()
    }
}
