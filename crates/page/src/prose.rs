//! Prose without its marks, which still knows where each word stands.
//!
//! Cells are read as raw text, never through an inline renderer: `a_b_c`, `****` and `[1-8]` are facts there, not
//! emphasis or links. Only what the vendors' generators write is taken off: escapes, pairs of `**`, code ticks, links,
//! `<br>`, entities, and the white space that lays out paragraphs.

use std::borrow::Cow;
use std::ops::Range;

use source::{Source, Span};

use crate::cleaner::{Cleaner, Notes, plain};

/// A piece of prose, cleaned. Lines are trimmed and joined by `\n`; blank ones are left out; bullets are `- `.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose<'s> {
    text: Cow<'s, str>,
    /// Runs of bytes that are the same here and in the file: where they begin here, and there.
    runs: Vec<(usize, usize)>,
    /// Where the text stands in the file if it is one run; most are, and need no list of runs.
    start: usize,
    marks: Vec<Mark<'s>>,
    whole: Span,
}

/// A mark that the cleaning took off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'s> {
    /// The bytes of [`Prose::text`] that it covered.
    pub range: Range<usize>,
    /// What it was.
    pub kind: MarkKind<'s>,
}

/// Kinds of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind<'s> {
    /// `` `code` ``
    Code,
    /// `[text](target)`
    Link(&'s str),
}

impl<'s> Prose<'s> {
    /// Cleans the text of a span.
    pub fn of(source: &'s Source, span: Span) -> Self {
        if let Some(words) = plain(source, span) {
            return Prose { whole: span, ..Prose::bare(source, words) };
        }
        let cleaner = Cleaner::of(source, Some(Notes::default())).clean(span);
        let Notes { runs, marks } = cleaner.notes.unwrap_or_default();
        Prose { text: Cow::Owned(cleaner.text), runs, start: span.start, marks, whole: span }
    }

    /// The text of a span that has no marks.
    pub(crate) fn bare(source: &'s Source, span: Span) -> Self {
        let text = Cow::Borrowed(source.slice(span));
        Prose { text, start: span.start, whole: span, ..Prose::default() }
    }

    /// The clean text of a span, for those who don't ask where its words stand, or what was taken off.
    pub fn words(source: &'s Source, span: Span) -> Cow<'s, str> {
        match plain(source, span) {
            Some(words) => Cow::Borrowed(source.slice(words)),
            None => Cow::Owned(Cleaner::of(source, None).clean(span).text),
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
    pub fn marks(&self) -> &[Mark<'s>] {
        &self.marks
    }

    /// The targets of the links, with their text.
    pub fn links(&self) -> impl Iterator<Item = (&str, &'s str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some((self.text.get(mark.range.clone())?, *target)),
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
