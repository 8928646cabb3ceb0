//! Lines with their places, and what a line alone can tell.

use std::ops::Range;

use source::{Source, Span};

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

    /// Its text without white space around.
    pub(crate) fn words(&self) -> &str {
        let Span { start, end } = trim(self.text, 0);
        &self.text[start..end]
    }

    /// Whether its first sign is a pipe.
    pub(crate) fn begins_with_pipe(&self) -> bool {
        self.text.starts_with('|') || self.text.trim_start().starts_with('|')
    }

    /// Its span without white space around.
    pub(crate) fn trimmed(&self) -> Span {
        trim(self.text, self.start)
    }
}

/// The lines of a source, their ends left out.
pub(crate) fn lines(source: &Source) -> impl Iterator<Item = Line<'_>> + Clone {
    source.lines().map(|(start, line)| {
        let text = line.strip_suffix('\n').unwrap_or(line);
        let text = if text.ends_with('\r') { text.trim_end_matches('\r') } else { text };
        Line { text, start }
    })
}

/// White space as pages have it: no-break and ideographic spaces, too.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

/// The span of `text`, which begins at `start`, without white space around.
pub(crate) fn trim(text: &str, start: usize) -> Span {
    let (text, start) = {
        let padded = text.trim_ascii_start();
        (padded.trim_ascii_end(), start + text.len() - padded.len())
    };
    // Most text begins and ends with a letter; Chinese characters begin with one of these bytes.
    let letter = |byte: &u8| byte.is_ascii_graphic() || matches!(byte, 0xe4..=0xe9);
    let bytes = text.as_bytes();
    let ends = matches!(bytes, [.., b'!'..=b'~'] | [.., 0xe4..=0xe9, _, _]);
    if bytes.first().is_some_and(letter) && ends {
        return Span::new(start, start + text.len());
    }
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
    // Most lines begin with another sign.
    let (b' ' | b'\t' | b'`' | b'~', _) = line.as_bytes().split_first()? else { return None };
    let first = line.bytes().find(|b| !matches!(b, b' ' | b'\t'))?;
    if !matches!(first, b'`' | b'~') {
        return None;
    }
    let (line, mark) = (line.trim_start(), char::from(first));
    let length = line.chars().take_while(|&c| c == mark).count();
    // A line such as ```code``` is a code span, not a fence.
    (length >= 3 && !(mark == '`' && line[length..].contains('`'))).then_some((mark, length))
}

/// Places of the pipes in `text` that separate cells: no backslash escapes them, and no wiki link holds them.
pub(crate) fn pipes(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let links = wiki_links(text);
    memchr::memchr_iter(b'|', bytes)
        .filter(move |&at| !is_escaped(bytes, at) && !links.iter().any(|link| link.contains(&at)))
}

/// Places of all pipes, found eight bytes at a time: cells are short.
pub(crate) fn all_pipes(text: &[u8]) -> impl Iterator<Item = usize> + '_ {
    const SEVEN: u64 = u64::from_ne_bytes([0x7f; 8]);
    const PIPES: u64 = u64::from_ne_bytes([b'|'; 8]);
    let mut rest = text;
    let mut base = 0; // where the eight bytes begin
    let mut found = 0_u64; // the high bits of those among them that are pipes
    std::iter::from_fn(move || {
        while found == 0 {
            let word = match rest.split_first_chunk::<8>() {
                _ if rest.is_empty() => return None,
                Some((word, behind)) => {
                    rest = behind;
                    *word
                }
                None => {
                    let mut word = [0; 8];
                    word[..rest.len()].copy_from_slice(rest);
                    rest = &[];
                    word
                }
            };
            // Of a byte that is zero the high bit is left, and of no other.
            let other = u64::from_le_bytes(word) ^ PIPES;
            found = !(((other & SEVEN) + SEVEN) | other | SEVEN);
            base += 8;
        }
        let at = base - 8 + found.trailing_zeros() as usize / 8;
        found &= found - 1;
        Some(at)
    })
}

/// Whether a backslash stands before `at` that is not escaped itself.
pub(crate) fn is_escaped(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1
}

/// The places of wiki links; most text has none.
fn wiki_links(text: &str) -> Vec<Range<usize>> {
    let mut links: Vec<Range<usize>> = Vec::new();
    if memchr::memchr(b'[', text.as_bytes()).is_none() {
        return links;
    }
    for at in memchr::memmem::find_iter(text.as_bytes(), "[[") {
        let free = links.last().is_none_or(|last| last.end <= at);
        if let Some((_, length)) = wiki_link(&text[at..]).filter(|_| free) {
            links.push(at..at + length);
        }
    }
    links
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

#[cfg(test)]
mod tests {
    use super::all_pipes;

    #[test]
    fn pipes_are_found_wherever_they_stand() {
        for text in
            ["", "|", "a|b", "||||||||||", "|1234567|", "12345678|", "é|\u{fc}|页|{}~", "abcdefghijklmnop"]
        {
            let known: Vec<usize> = text.match_indices('|').map(|(at, _)| at).collect();
            assert_eq!(all_pipes(text.as_bytes()).collect::<Vec<_>>(), known, "{text}");
        }
    }
}
