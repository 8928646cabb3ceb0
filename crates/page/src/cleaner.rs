//! What takes the marks off a text.

use std::ops::Range;

use source::{Source, Span};

use crate::lines::{is_space, trim, wiki_link};
use crate::prose::{Mark, MarkKind};

/// The words of a span that has no marks but a pair of `**` around it, as most cells.
pub(crate) fn plain(source: &Source, span: Span) -> Option<Span> {
    let words = trim(source.slice(span), span.start);
    let text = source.slice(words);
    let words = match text.as_bytes() {
        [b'*', b'*', _, .., b'*', b'*'] => {
            let inner = Span::new(words.start + 2, words.end - 2);
            Some(inner).filter(|inner| trim(source.slice(*inner), inner.start) == *inner)?
        }
        _ if begins_item(text) => None?,
        _ => words,
    };
    (!has_mark(source.slice(words).as_bytes())).then_some(words)
}

/// What begins an item of a list, or a quotation.
const BULLETS: [&str; 5] = ["- ", "* ", "+ ", "• ", "> "];

/// Whether a text begins as an item of a list does, or a quotation.
pub(crate) fn begins_item(text: &str) -> bool {
    // The first bytes of bullets.
    let can = matches!(text.as_bytes(), [b'-' | b'*' | b'+' | b'>' | 0xe2, ..]);
    can && BULLETS.iter().any(|mark| text.starts_with(mark))
}

/// Whether any byte can begin a mark or end a line.
pub(crate) fn has_mark(text: &[u8]) -> bool {
    // The last block overlaps the one before.
    match text.last_chunk() {
        Some(last) => text.as_chunks().0.iter().any(block_has_mark) || block_has_mark(last),
        None => text.iter().any(|&byte| MARKS[usize::from(byte)]),
    }
}

/// Where the first byte stands that can begin a mark or end a line.
fn first_mark(text: &[u8]) -> Option<usize> {
    let (blocks, _) = text.as_chunks();
    let clear = BLOCK * blocks.iter().take_while(|block| !block_has_mark(block)).count();
    text[clear..].iter().position(|&byte| MARKS[usize::from(byte)]).map(|at| clear + at)
}

const BLOCK: usize = 16;

/// Without an early end the compiler compares all bytes of a block at once.
fn block_has_mark(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(false, |marks, &b| {
        let mark = (b == b'\\') | (b == b'*') | (b == b'`') | (b == b'[') | (b == b'<') | (b == b'&');
        marks | mark | (b == b'\n')
    })
}

/// The bytes that can begin a mark or end a line.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut each: &[u8] = b"\\*`[<&\n";
    while let [mark, rest @ ..] = each {
        marks[*mark as usize] = true;
        each = rest;
    }
    marks
};

/// How deep links can stand in links; what lies deeper is text.
const DEPTH: usize = 4;

/// The longest words and target of a link, in bytes.
const LONGEST_LINK: usize = 2_048;

/// A text on its way to prose.
pub(crate) struct Cleaner<'a> {
    raw: &'a str,
    pub(crate) text: String,
    /// `None` for those who ask for the words alone.
    pub(crate) notes: Option<Notes<'a>>,
    /// The next `]` and the next `)`: where none is near, no link is looked for, however many brackets open.
    closing: [usize; 2],
}

/// What a cleaner notes beside the words, as a `Prose` has it.
#[derive(Default)]
pub(crate) struct Notes<'a> {
    pub(crate) runs: Vec<(usize, usize)>,
    pub(crate) marks: Vec<Mark<'a>>,
}

impl<'a> Cleaner<'a> {
    pub(crate) fn of(source: &'a Source, notes: Option<Notes<'a>>) -> Self {
        Cleaner { raw: source.text(), text: String::new(), notes, closing: [0; 2] }
    }

    /// Copies the lines of `span`, taking marks off.
    pub(crate) fn clean(mut self, span: Span) -> Self {
        self.text.reserve(span.len());
        let mut at = span.start;
        for line in self.raw[span.start..span.end].split_inclusive('\n') {
            self.line(Span::new(at, at + line.len()));
            at += line.len();
        }
        self.text.truncate(self.text.trim_end().len());
        self
    }

    fn mark(&mut self, begin: usize, kind: MarkKind<'a>) {
        let range = begin..self.text.len();
        if let Some(notes) = &mut self.notes {
            notes.marks.push(Mark { range, kind });
        }
    }

    /// The words to come stand at `raw` in the file.
    fn run(&mut self, raw: usize) {
        let clean = self.text.len();
        if let Some(notes) = &mut self.notes {
            notes.runs.push((clean, raw));
        }
    }

    fn line(&mut self, span: Span) {
        let line = &self.raw[span.start..span.end];
        let body = line.trim_matches(is_space);
        if body.is_empty() {
            return;
        }
        let indent = line.len() - line.trim_start_matches(is_space).len();
        let start = span.start + indent;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        let bullet = BULLETS.iter().find(|mark| body.starts_with(**mark));
        match bullet {
            Some(mark) if *mark != "> " => {
                if indent >= 4 {
                    self.text.push_str("  ");
                }
                self.text.push_str("- ");
                let rest = body[mark.len()..].trim_start_matches(is_space);
                self.inline(Span::new(start + body.len() - rest.len(), start + body.len()), 0);
            }
            Some(mark) if self.text.is_empty() => {
                let rest = body[mark.len()..].trim_start_matches(is_space);
                self.inline(Span::new(start + body.len() - rest.len(), start + body.len()), 0);
            }
            _ => self.inline(Span::new(start, start + body.len()), 0),
        }
    }

    /// Copies `span`, taking marks off. Links `depth` deep stand around it.
    fn inline(&mut self, span: Span, depth: usize) {
        let mut at = span.start;
        while at < span.end {
            let rest = &self.raw[at..span.end];
            let plain = first_mark(rest.as_bytes()).unwrap_or(rest.len());
            self.copy(at, plain);
            at += plain;
            let rest = &rest[plain..];
            at += match rest.as_bytes() {
                [] => break,
                // `\\` before a blank is a wiki's line break.
                [b'\\', b'\\', ..] if rest[2..].starts_with(is_space) => 2 + self.line_break(&rest[2..]),
                [b'\\', escaped, ..] if escaped.is_ascii_punctuation() => {
                    self.copy(at + 1, 1);
                    2
                }
                [b'*', ..] => {
                    let run = rest.bytes().take_while(|&b| b == b'*').count();
                    if run != 2 {
                        self.copy(at, run);
                    }
                    run
                }
                [b'`', ..] => self.code(at, rest),
                [b'[', ..] if depth < DEPTH => self.link(at, rest, depth),
                [b'<', ..] => match break_tag(rest) {
                    Some(length) => length + self.line_break(&rest[length..]),
                    None => self.copy(at, 1),
                },
                [b'&', ..] => match entity(rest) {
                    Some((length, c)) => {
                        self.run(at);
                        self.text.push(c);
                        length
                    }
                    None => self.copy(at, 1),
                },
                _ => self.copy(at, 1),
            };
        }
    }

    /// A link: its words stay. Returns how much was read.
    fn link(&mut self, at: usize, rest: &'a str, depth: usize) -> usize {
        if !self.closes_near(at, 0) {
            return self.copy(at, 1);
        }
        let linked = if self.closes_near(at, 1) { link(rest) } else { None };
        let (words, target, length) = if let Some((words, target, length)) = linked {
            let emphasised = rest[words.clone()].starts_with('*') && rest[words.clone()].ends_with('*');
            let trim = usize::from(emphasised && words.len() > 2);
            (words.start + trim..words.end - trim, target, length)
        } else if let Some((pipe, length)) = wiki_link(rest) {
            (pipe + 1..length - 2, 2..pipe, length)
        } else {
            return self.copy(at, 1);
        };
        let begin = self.text.len();
        self.inline(Span::new(at + words.start, at + words.end), depth + 1);
        self.mark(begin, MarkKind::Link(&rest[target]));
        length
    }

    /// Whether a closing bracket stands near behind `at`: `]` for 0, `)` for 1.
    fn closes_near(&mut self, at: usize, bracket: usize) -> bool {
        if self.closing[bracket] <= at {
            let next = memchr::memchr(b"])"[bracket], &self.raw.as_bytes()[at..]);
            self.closing[bracket] = next.map_or(usize::MAX, |next| at + next);
        }
        self.closing[bracket] - at < 2 * LONGEST_LINK
    }

    /// Ends the line; the length of the blanks that begin `next` and are left out.
    fn line_break(&mut self, next: &str) -> usize {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        next.len() - next.trim_start_matches(is_space).len()
    }

    /// A code span: its content verbatim, but for escapes that tables need. Unclosed ticks stay. Returns how much was
    /// read.
    fn code(&mut self, at: usize, rest: &str) -> usize {
        let ticks = rest.bytes().take_while(|&b| b == b'`').count();
        let body = &rest[ticks..];
        let Some(length) = body.find(&rest[..ticks]) else {
            return self.copy(at, ticks);
        };
        let begin = self.text.len();
        let mut from = at + ticks;
        for part in body[..length].split_inclusive("\\|") {
            if let Some(before) = part.strip_suffix("\\|") {
                self.copy(from, before.len());
                self.copy(from + before.len() + 1, 1);
            } else {
                self.copy(from, part.len());
            }
            from += part.len();
        }
        self.mark(begin, MarkKind::Code);
        ticks + length + ticks
    }

    /// Copies `length` bytes, and returns that.
    fn copy(&mut self, from: usize, length: usize) -> usize {
        if length == 0 {
            return 0;
        }
        let last = self.notes.as_ref().and_then(|notes| notes.runs.last());
        let continues = last.is_some_and(|&(clean, raw)| raw + (self.text.len() - clean) == from);
        if !continues {
            self.run(from);
        }
        self.text.push_str(&self.raw[from..from + length]);
        length
    }
}

/// The words, the target and the length of a link at the beginning of `text`.
fn link(text: &str) -> Option<(Range<usize>, Range<usize>, usize)> {
    let closes = balanced(text, b'[', b']')?;
    let rest = text[closes + 1..].strip_prefix('(')?;
    let end = balanced(&text[closes + 1..], b'(', b')')?;
    let target = closes + 2..closes + 1 + end;
    (closes > 1 && !rest.is_empty()).then_some((1..closes, target, closes + 1 + end + 1))
}

/// Where the bracket that opens `text` closes: in the same line, and not too far away.
fn balanced(text: &str, open: u8, close: u8) -> Option<usize> {
    // Most brackets hold neither others nor escapes.
    let near = &text.as_bytes()[..text.len().min(LONGEST_LINK)];
    let first = memchr::memchr(close, near)?;
    if memchr::memchr3(open, b'\\', b'\n', &near[1..first]).is_none() {
        return Some(first);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_LINK) {
        if escaped {
            escaped = false;
        } else if byte == b'\\' {
            escaped = true;
        } else if byte == open {
            depth += 1;
        } else if byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        } else if byte == b'\n' {
            return None;
        }
    }
    None
}

/// The length of a `<br>` at the beginning of `text`.
fn break_tag(text: &str) -> Option<usize> {
    let close = text.bytes().take(7).position(|b| b == b'>')?;
    let name = text[1..close].trim().trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br").then_some(close + 1)
}

/// The length and character of an entity at the beginning of `text`.
fn entity(text: &str) -> Option<(usize, char)> {
    [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", ' '), ("&#39;", '\'')]
        .into_iter()
        .find_map(|(name, c)| text.starts_with(name).then_some((name.len(), c)))
}
