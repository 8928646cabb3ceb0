//! The lines of a page that hold some words, and where in them the words stand.

use std::ops::Range;

use source::{Location, Source};

/// Whole lines of a page around the words of a location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage<'a> {
    /// The lines, without the last line's end.
    pub(crate) text: &'a str,
    /// The number of the first one.
    pub(crate) line: usize,
    /// The words, as bytes of `text`. Never empty unless the location is.
    pub(crate) words: Range<usize>,
}

impl<'a> Passage<'a> {
    /// The passage of a location, or `None` when it lies outside the text.
    pub(crate) fn of(source: &'a Source, at: &Location) -> Option<Self> {
        let words = source.at(at)?;
        let line = usize::try_from(at.line).ok()?;
        let text = source.text();
        let begin: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let column = usize::try_from(at.column).ok()? - 1;
        let before: usize = text[begin..].chars().take(column).map(char::len_utf8).sum();
        let start = begin + before;
        let end = start + words.trim_end().len();
        let rest = &text[end..];
        let stop = end + rest.find(['\r', '\n']).unwrap_or(rest.len());
        Some(Self { text: &text[begin..stop], line, words: before..end - begin })
    }

    /// The passage with at most so many characters of its words, where they stand on one line: rows of tables are often
    /// wider than any terminal, and an underline that leaves the screen says less than its beginning.
    pub(crate) fn within(mut self, most: usize) -> Self {
        let words = &self.text[self.words.clone()];
        if !words.contains('\n')
            && let Some((cut, _)) = words.char_indices().nth(most)
        {
            self.words.end = self.words.start + cut;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use source::Span;

    use super::*;

    #[test]
    fn a_passage_is_the_whole_lines_around_the_words() {
        let source = Source::new("p.md", "一\r\n| 名称 | 长度为\n2~128 | 否 |\r\n尾");
        let start = source.text().find("长度").expect("there");
        let end = source.text().find(" | 否").expect("there");
        let at = source.locate(Span::new(start, end));
        let passage = Passage::of(&source, &at).expect("inside");
        assert_eq!(passage.text, "| 名称 | 长度为\n2~128 | 否 |");
        assert_eq!(&passage.text[passage.words.clone()], "长度为\n2~128");
        assert_eq!(passage.line, 2);
    }

    #[test]
    fn words_wider_than_a_terminal_are_cut() {
        let source = Source::new("p.md", "| 名称 | 长度为2~128 |");
        let passage = Passage::of(&source, &source.locate(Span::new(0, 20))).expect("inside").within(4);
        assert_eq!(&passage.text[passage.words], "| 名称");
    }

    #[test]
    fn words_that_end_in_blank_lines_are_cut() {
        let source = Source::new("p.md", "a\n\n\nb");
        let passage = Passage::of(&source, &source.locate(Span::new(0, 4))).expect("inside");
        assert_eq!((passage.text, passage.words), ("a", 0..1));
    }
}
