//! Lines with their places, and what a line alone can tell.

use source::Span;

/// A line without its end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

impl Line<'_> {
    /// One past the last byte.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it holds white space only.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(is_space)
    }

    /// Its span without white space around.
    pub(crate) fn trimmed(&self) -> Span {
        trim(self.text, self.start)
    }
}

/// The lines of `span`, `\r` left out.
pub(crate) fn lines(text: &str, span: Span) -> impl Iterator<Item = Line<'_>> + Clone {
    let mut at = span.start;
    text[span.start..span.end].split_inclusive('\n').map(move |raw| {
        let line = Line { text: raw.trim_end_matches(['\n', '\r']), start: at };
        at += raw.len();
        line
    })
}

/// White space as pages have it: no-break and ideographic spaces, too.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

/// The span of `text`, which begins at `start`, without white space around.
pub(crate) fn trim(text: &str, start: usize) -> Span {
    let left = text.trim_start_matches(is_space);
    let begin = start + text.len() - left.len();
    Span::new(begin, begin + left.trim_end_matches(is_space).len())
}

/// The level of an ATX heading.
pub(crate) fn heading_level(line: &str) -> Option<u8> {
    let line =
        line.strip_prefix("   ").or(line.strip_prefix("  ")).or(line.strip_prefix(' ')).unwrap_or(line);
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let follows = line[level..].chars().next();
    ((1..=6).contains(&level) && follows.is_none_or(char::is_whitespace))
        .then(|| u8::try_from(level).unwrap_or(6))
}

/// The fence that a line opens or closes: its character and length.
pub(crate) fn fence_of(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|&c| c == mark).count();
    // A line such as ```code``` is a code span, not a fence.
    (length >= 3 && !(mark == '`' && line[length..].contains('`'))).then_some((mark, length))
}

/// Places of the pipes in `text` that separate cells: no backslash escapes them, and no wiki link holds them.
pub(crate) fn pipes(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    let mut hidden = 0; // up to where a wiki link goes
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        if byte == b'[' && at >= hidden {
            hidden = wiki_link(&text[at..]).map_or(hidden, |(_, end)| at + end);
        }
        let hit = byte == b'|' && !escaped && at >= hidden;
        escaped = byte == b'\\' && !escaped;
        hit.then_some(at)
    })
}

/// `[[target|words]]` at the beginning of `text`: where its pipe stands, and its length.
pub(crate) fn wiki_link(text: &str) -> Option<(usize, usize)> {
    let inner = text.strip_prefix("[[")?;
    let inner = &inner[..inner.find(['[', ']', '\n'])?];
    let pipe = inner.find('|').filter(|&pipe| pipe > 0 && pipe + 1 < inner.len())?;
    let closed = text[2 + inner.len()..].starts_with("]]") && !inner[pipe + 1..].contains('|');
    closed.then_some((2 + pipe, 2 + inner.len() + 2))
}

/// Whether a line is what a version control system leaves where two sides could not be merged.
pub(crate) fn is_conflict_mark(line: &str) -> bool {
    let line = line.trim_end();
    line == "=======" || ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark))
}
