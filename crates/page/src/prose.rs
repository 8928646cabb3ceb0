//! Prose without its marks, which still knows where each word stands.
//!
//! Cells are read as raw text, never through an inline renderer: `a_b_c`, `****` and `[1-8]` are facts there, not
//! emphasis or links. Only what the vendors' generators write is taken off: escapes, pairs of `**`, code ticks, links,
//! `<br>`, entities, and the white space that lays out paragraphs.

use std::borrow::Cow;
use std::ops::Range;

use source::{Source, Span};

use crate::lines::{is_space, trim, wiki_link};

/// A piece of prose, cleaned. Lines are trimmed and joined by `\n`; blank ones are left out; bullets are `- `.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose<'s> {
    text: Cow<'s, str>,
    /// Runs of bytes that are the same here and in the file: where they begin here, and there.
    runs: Vec<(usize, usize)>,
    /// Where the text stands in the file if it is one run; most are, and need no list of runs.
    start: usize,
    marks: Vec<Mark>,
    whole: Span,
}

/// A mark that the cleaning took off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of [`Prose::text`] that it covered.
    pub range: Range<usize>,
    /// What it was.
    pub kind: MarkKind,
}

/// Kinds of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// `` `code` ``
    Code,
    /// `[text](target)`
    Link(String),
}

impl<'s> Prose<'s> {
    /// Cleans the text of a span.
    pub fn of(source: &'s Source, span: Span) -> Self {
        if let Some(words) = plain(source, span) {
            let text = Cow::Borrowed(source.slice(words));
            return Prose { text, start: words.start, whole: span, ..Prose::default() };
        }
        Prose::cleaned(source, span)
    }

    /// Takes the marks off.
    fn cleaned(source: &'s Source, span: Span) -> Self {
        let raw = source.slice(span);
        let text = String::with_capacity(raw.len());
        let mut cleaner =
            Cleaner { raw: source.text(), text, runs: Vec::new(), marks: Vec::new(), closing: [0; 2] };
        let mut at = span.start;
        for line in raw.split_inclusive('\n') {
            cleaner.line(Span::new(at, at + line.len()));
            at += line.len();
        }
        let Cleaner { mut text, runs, marks, .. } = cleaner;
        text.truncate(text.trim_end().len());
        Prose { text: Cow::Owned(text), runs, start: span.start, marks, whole: span }
    }

    /// The clean text of a span, for those who don't ask where its words stand, or what was taken off.
    pub fn words(source: &'s Source, span: Span) -> Cow<'s, str> {
        match plain(source, span) {
            Some(words) => Cow::Borrowed(source.slice(words)),
            None => Prose::cleaned(source, span).text,
        }
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text, taken out.
    pub fn into_text(self) -> String {
        self.text.into_owned()
    }

    /// What was taken off, in order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The targets of the links, with their text.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some((self.text.get(mark.range.clone())?, target.as_str())),
            MarkKind::Code => None,
        })
    }

    /// The raw text of the whole.
    pub fn span(&self) -> Span {
        self.whole
    }

    /// Where a part of the clean text stands in the file.
    pub fn raw(&self, part: Range<usize>) -> Span {
        let start = self.raw_of(part.start);
        let end = if part.end > part.start { self.raw_of(part.end - 1) + 1 } else { start };
        Span::new(start, end.max(start))
    }

    fn raw_of(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|&(clean, _)| clean <= at);
        let (clean, raw) = run.checked_sub(1).map_or((0, self.start), |run| self.runs[run]);
        (raw + (at - clean)).min(self.whole.end)
    }
}

/// The words of a span that has no marks but a pair of `**` around it, as most cells.
fn plain(source: &Source, span: Span) -> Option<Span> {
    let words = trim(source.slice(span), span.start);
    let text = source.slice(words);
    let bold =
        text.strip_prefix("**").and_then(|text| text.strip_suffix("**")).filter(|text| !text.is_empty());
    let (text, words) = match bold {
        Some(inner) => (inner, Span::new(words.start + 2, words.end - 2)),
        None => (text, words),
    };
    let is_plain = !has_marks(text.as_bytes());
    let padded = bold.is_some() && text.trim_matches(is_space).len() < text.len();
    (is_plain && !padded && !BULLETS.iter().any(|mark| text.starts_with(mark))).then_some(words)
}

/// What begins an item of a list, or a quotation.
const BULLETS: [&str; 5] = ["- ", "* ", "+ ", "• ", "> "];

/// Whether a text has a byte that can begin a mark or end a line.
fn has_marks(text: &[u8]) -> bool {
    if text.len() < LONG {
        return text.iter().any(|&byte| MARKS[usize::from(byte)]);
    }
    memchr::memchr3(b'\\', b'*', b'[', text).is_some()
        || memchr::memchr3(b'`', b'<', b'&', text).is_some()
        || memchr::memchr(b'\n', text).is_some()
}

/// From how many bytes on it pays to search for each mark in turn.
const LONG: usize = 48;

/// The bytes that can begin a mark or end a line.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    while at < b"\\*`[<&\n".len() {
        marks[b"\\*`[<&\n"[at] as usize] = true;
        at += 1;
    }
    marks
};

/// How deep links can stand in links; what lies deeper is text.
const DEPTH: usize = 4;

/// The longest words and target of a link, in bytes.
const LONGEST_LINK: usize = 2_048;

struct Cleaner<'a> {
    raw: &'a str,
    text: String,
    runs: Vec<(usize, usize)>,
    marks: Vec<Mark>,
    /// The next `]` and the next `)`: where none is near, no link is looked for, however many brackets open.
    closing: [usize; 2],
}

impl Cleaner<'_> {
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
            let bytes = rest.as_bytes();
            let plain = bytes.iter().position(|&b| MARKS[usize::from(b)]).unwrap_or(rest.len());
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
                        self.runs.push((self.text.len(), at));
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
    fn link(&mut self, at: usize, rest: &str, depth: usize) -> usize {
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
        let range = begin..self.text.len();
        self.marks.push(Mark { range, kind: MarkKind::Link(rest[target].to_owned()) });
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
        self.marks.push(Mark { range: begin..self.text.len(), kind: MarkKind::Code });
        ticks + length + ticks
    }

    /// Copies `length` bytes, and returns that.
    fn copy(&mut self, from: usize, length: usize) -> usize {
        if length == 0 {
            return 0;
        }
        let continues = self.runs.last().is_some_and(|&(clean, raw)| raw + (self.text.len() - clean) == from);
        if !continues {
            self.runs.push((self.text.len(), from));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(raw: &str) -> String {
        let source = Source::new("t", raw);
        Prose::of(&source, Span::new(0, raw.len())).text().to_owned()
    }

    #[test]
    fn marks_come_off_and_facts_stay() {
        assert_eq!(clean("**Region**"), "Region");
        assert_eq!(clean(r"m-bp1h\*\*\*\*"), "m-bp1h****");
        assert_eq!(clean("m-bp1h****"), "m-bp1h****");
        assert_eq!(clean("array[[*CopyImageTaskInfo*](#CopyImageTaskInfo)]"), "array[CopyImageTaskInfo]");
        assert_eq!(clean(r"N的取值范围为\[1, 17\]。"), "N的取值范围为[1, 17]。");
        assert_eq!(clean("可用（`Available`）"), "可用（Available）");
        assert_eq!(clean("a_b_c [1-8] A\\|B"), "a_b_c [1-8] A|B");
        assert_eq!(clean("调用[DescribeRegions](~~25609~~)查看"), "调用DescribeRegions查看");
        assert_eq!(clean("[X](intl.zh-CN/API 参考/X.md#)"), "X");
        assert_eq!(clean("枚举值：<br /><br /> > Month，按月"), "枚举值：\n> Month，按月");
        assert_eq!(clean("<ip-address> & R&amp;D"), "<ip-address> & R&D");
        assert_eq!(clean(r"按[[api:x:rules|字段规范]]填写\\ 默认值：a\\b"), "按字段规范填写\n默认值：a\\b");
    }

    #[test]
    fn paragraphs_and_bullets_become_lines() {
        assert_eq!(
            clean("取值范围：\n\n -   A：甲。\n-   B：乙。\n    -   b\n\n 默认值：A"),
            "取值范围：\n- A：甲。\n- B：乙。\n  - b\n默认值：A"
        );
    }

    #[test]
    fn each_word_knows_its_place() {
        let raw = "见[X](u)：`ab`\\_c 默认值：空";
        let source = Source::new("t", raw);
        let prose = Prose::of(&source, Span::new(0, raw.len()));
        assert_eq!(prose.text(), "见X：ab_c 默认值：空");
        let at = prose.text().find("默认值").expect("is there");
        assert_eq!(source.slice(prose.raw(at..at + "默认值：空".len())), "默认值：空");
        let at = prose.text().find("ab_c").expect("is there");
        assert_eq!(source.slice(prose.raw(at..at + 4)), "ab`\\_c");
        assert_eq!(prose.links().collect::<Vec<_>>(), [("X", "u")]);
    }
}
