//! Prose without its marks, which still knows where each word stands.
//!
//! Cells are read as raw text, never through an inline renderer: `a_b_c`, `****` and `[1-8]` are facts there, not
//! emphasis or links. Only what the vendors' generators write is taken off: escapes, pairs of `**`, code ticks, links,
//! `<br>`, entities, and the white space that lays out paragraphs.

use std::ops::Range;

use source::{Source, Span};

use crate::lines::{is_space, wiki_link};

/// A piece of prose, cleaned. Lines are trimmed and joined by `\n`; blank ones are left out; bullets are `- `.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// Runs of bytes that are the same here and in the file: where they begin here, and there.
    runs: Vec<(usize, usize)>,
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

impl Prose {
    /// Cleans the text of a span.
    pub fn of(source: &Source, span: Span) -> Self {
        let mut cleaner = Cleaner { raw: source.text(), out: Prose { whole: span, ..Prose::default() } };
        let mut at = span.start;
        for line in source.slice(span).split_inclusive('\n') {
            cleaner.line(Span::new(at, at + line.len()));
            at += line.len();
        }
        let mut prose = cleaner.out;
        prose.text.truncate(prose.text.trim_end().len());
        prose
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
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
        match run.checked_sub(1).map(|run| self.runs[run]) {
            Some((clean, raw)) => (raw + (at - clean)).min(self.whole.end),
            None => self.whole.start,
        }
    }
}

struct Cleaner<'a> {
    raw: &'a str,
    out: Prose,
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
        if !self.out.text.is_empty() && !self.out.text.ends_with('\n') {
            self.out.text.push('\n');
        }
        let bullet = ["- ", "* ", "+ ", "• ", "> "].iter().find(|mark| body.starts_with(**mark));
        match bullet {
            Some(mark) if *mark != "> " => {
                if indent >= 4 {
                    self.out.text.push_str("  ");
                }
                self.out.text.push_str("- ");
                let rest = body[mark.len()..].trim_start_matches(is_space);
                self.inline(Span::new(start + body.len() - rest.len(), start + body.len()));
            }
            Some(mark) if self.out.text.is_empty() => {
                let rest = body[mark.len()..].trim_start_matches(is_space);
                self.inline(Span::new(start + body.len() - rest.len(), start + body.len()));
            }
            _ => self.inline(Span::new(start, start + body.len())),
        }
    }

    /// Copies `span`, taking marks off.
    fn inline(&mut self, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let rest = &self.raw[at..span.end];
            let mut chars = rest.chars();
            let Some(c) = chars.next() else { break };
            match c {
                // `\\` before a blank is a wiki's line break.
                '\\' if rest[1..].starts_with('\\') && rest[2..].starts_with(is_space) => {
                    at += self.line_break(&rest[2..]) + 2;
                }
                '\\' if chars.next().is_some_and(|c| c.is_ascii_punctuation()) => {
                    self.copy(at + 1, 1);
                    at += 2;
                }
                '*' => {
                    let run = rest.bytes().take_while(|&b| b == b'*').count();
                    if run != 2 {
                        self.copy(at, run);
                    }
                    at += run;
                }
                '`' => at = self.code(at, rest),
                '[' => match link(rest) {
                    Some((words, target, length)) => {
                        let begin = self.out.text.len();
                        let emphasised =
                            rest[words.clone()].starts_with('*') && rest[words.clone()].ends_with('*');
                        let trim = usize::from(emphasised && words.len() > 2);
                        self.inline(Span::new(at + words.start + trim, at + words.end - trim));
                        let target = rest[target].to_owned();
                        let range = begin..self.out.text.len();
                        self.out.marks.push(Mark { range, kind: MarkKind::Link(target) });
                        at += length;
                    }
                    None if let Some((pipe, length)) = wiki_link(rest) => {
                        let begin = self.out.text.len();
                        self.inline(Span::new(at + pipe + 1, at + length - 2));
                        let range = begin..self.out.text.len();
                        self.out.marks.push(Mark { range, kind: MarkKind::Link(rest[2..pipe].to_owned()) });
                        at += length;
                    }
                    None => {
                        self.copy(at, 1);
                        at += 1;
                    }
                },
                '<' => match break_tag(rest) {
                    Some(length) => at += self.line_break(&rest[length..]) + length,
                    None => {
                        self.copy(at, 1);
                        at += 1;
                    }
                },
                '&' => match entity(rest) {
                    Some((length, c)) => {
                        self.out.runs.push((self.out.text.len(), at));
                        self.out.text.push(c);
                        at += length;
                    }
                    None => {
                        self.copy(at, 1);
                        at += 1;
                    }
                },
                _ => {
                    self.copy(at, c.len_utf8());
                    at += c.len_utf8();
                }
            }
        }
    }

    /// Ends the line; the length of the blanks that begin `next` and are left out.
    fn line_break(&mut self, next: &str) -> usize {
        let kept = self.out.text.trim_end_matches([' ', '\t']).len();
        self.out.text.truncate(kept);
        if !self.out.text.is_empty() && !self.out.text.ends_with('\n') {
            self.out.text.push('\n');
        }
        next.len() - next.trim_start_matches(is_space).len()
    }

    /// A code span: its content verbatim, but for escapes that tables need. Unclosed ticks stay.
    fn code(&mut self, at: usize, rest: &str) -> usize {
        let ticks = rest.bytes().take_while(|&b| b == b'`').count();
        let body = &rest[ticks..];
        let Some(length) = body.find(&rest[..ticks]) else {
            self.copy(at, ticks);
            return at + ticks;
        };
        let begin = self.out.text.len();
        let mut from = at + ticks;
        for part in body[..length].split_inclusive("\\|") {
            match part.strip_suffix("\\|") {
                Some(before) => {
                    self.copy(from, before.len());
                    self.copy(from + before.len() + 1, 1);
                }
                None => self.copy(from, part.len()),
            }
            from += part.len();
        }
        self.out.marks.push(Mark { range: begin..self.out.text.len(), kind: MarkKind::Code });
        at + ticks + length + ticks
    }

    fn copy(&mut self, from: usize, length: usize) {
        if length == 0 {
            return;
        }
        let continues =
            self.out.runs.last().is_some_and(|&(clean, raw)| raw + (self.out.text.len() - clean) == from);
        if !continues {
            self.out.runs.push((self.out.text.len(), from));
        }
        self.out.text.push_str(&self.raw[from..from + length]);
    }
}

/// The words, the target and the length of a link at the beginning of `text`.
fn link(text: &str) -> Option<(Range<usize>, Range<usize>, usize)> {
    let closes = balanced(text, '[', ']')?;
    let rest = text[closes + 1..].strip_prefix('(')?;
    let end = balanced(&text[closes + 1..], '(', ')')?;
    let target = closes + 2..closes + 1 + end;
    (closes > 1 && !rest.is_empty()).then_some((1..closes, target, closes + 1 + end + 1))
}

/// Where the bracket that opens `text` closes.
fn balanced(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        } else if c == '\n' {
            return None;
        }
    }
    None
}

/// The length of a `<br>` at the beginning of `text`.
fn break_tag(text: &str) -> Option<usize> {
    let close = text.find('>').filter(|&close| close <= 6)?;
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
