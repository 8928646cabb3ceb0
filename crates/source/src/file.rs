//! A file of text that knows its lines, and spans into it.

use std::cell::Cell;

use crate::{FileName, Location};

/// A half-open range of bytes in one [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Few pages have lines that are shorter on average, in bytes.
const SHORT_LINE: usize = 32;

/// One file: its name as it is shown to people (relative, with `/`), its text, and where its lines begin.
#[derive(Debug, Clone)]
pub struct Source {
    name: FileName,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Takes the text of a file. A byte order mark is not part of the text.
    pub fn new(name: impl Into<FileName>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let mut line_starts = Vec::with_capacity(1 + text.len() / SHORT_LINE);
        line_starts.push(0);
        line_starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { name: name.into(), text, line_starts }
    }

    /// The name that people see.
    pub fn name(&self) -> &FileName {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// Line and column of a span, both from 1; columns count characters.
    pub fn locate(&self, span: Span) -> Location {
        let line = self.line_starts.partition_point(|&start| start <= span.start);
        let column = self.text[self.line_starts[line - 1]..span.start].chars().count() + 1;
        self.location(line, column, span)
    }

    /// Like [`Source::locate`], from a place nearby: what is read in order is located in one pass.
    pub fn locate_from(&self, near: &Cell<Place>, span: Span) -> Location {
        let mut place = near.get();
        let starts = |line: usize| self.line_starts.get(line).copied().unwrap_or(usize::MAX);
        if span.start < place.offset || starts(place.line) <= span.start {
            place.line = match starts(place.line - 1)..starts(place.line) {
                own if own.contains(&span.start) => place.line,
                own if own.end <= span.start && span.start < starts(place.line + 1) => place.line + 1,
                _ => self.line_starts.partition_point(|&start| start <= span.start),
            };
            place.offset = self.line_starts[place.line - 1];
            place.column = 1;
        }
        place.column += self.text[place.offset..span.start].chars().count();
        place.offset = span.start;
        near.set(place);
        self.location(place.line, place.column, span)
    }

    fn location(&self, line: usize, column: usize, span: Span) -> Location {
        Location {
            file: self.name.clone(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            length: u32::try_from(span.len()).unwrap_or(u32::MAX),
        }
    }

    /// The text that a location of this file points at, or `None` when it lies outside.
    pub fn at(&self, location: &Location) -> Option<&str> {
        let line = *self.line_starts.get(usize::try_from(location.line).ok()?.checked_sub(1)?)?;
        let column = usize::try_from(location.column).ok()?.checked_sub(1)?;
        let tail = self.text.get(line..)?;
        let start = line + tail.char_indices().map(|(at, _)| at).chain([tail.len()]).nth(column)?;
        self.text.get(start..start + usize::try_from(location.length).ok()?)
    }

    /// All lines with their ends, each with its first byte. What follows the last end is a line unless it is empty.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = (usize, &str)> + Clone {
        let (starts, end) = (&self.line_starts, self.text.len());
        let count = starts.len() - usize::from(starts.last() == Some(&end));
        let line = move |at: usize| (starts[at], &self.text[starts[at]..*starts.get(at + 1).unwrap_or(&end)]);
        (0..count).map(line)
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        let start = *self.line_starts.get(index)?;
        let end = self.line_starts.get(index + 1).copied().unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }
}

/// A place that was located before.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

impl Default for Place {
    /// The beginning of a file.
    fn default() -> Self {
        Self { offset: 0, line: 1, column: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_nearby_leads_to_the_same_location() {
        let source = Source::new("页.md", "一二\n\n三四 五\r\n六\n");
        let near = Cell::new(Place::default());
        let starts: Vec<usize> = source.text().char_indices().map(|(at, _)| at).collect();
        for &from in &starts {
            for &to in &starts {
                source.locate_from(&near, Span::new(from, from));
                let span = Span::new(to, to);
                assert_eq!(source.locate_from(&near, span), source.locate(span), "{from} to {to}");
            }
        }
    }

    #[test]
    fn a_location_slices_back_to_its_text() {
        let source = Source::new("页.md", "\u{feff}第一行\r\n名称 | 类型\n");
        let start = source.text().find("类型").expect("the word is there");
        let location = source.locate(Span::new(start, start + "类型".len()));
        assert_eq!((location.line, location.column, location.length), (2, 6, 6));
        assert_eq!(source.at(&location), Some("类型"));
        assert_eq!(source.line(1), Some("第一行"));
        assert_eq!(source.line(4), None);
        assert_eq!(source.lines().collect::<Vec<_>>(), [(0, "第一行\r\n"), (11, "名称 | 类型\n")]);
    }

    #[test]
    fn a_location_of_another_file_is_no_text() {
        let source = Source::new("a", "short");
        let far = Location { file: "b".into(), line: 9, column: 1, length: 3 };
        assert_eq!(source.at(&far), None);
        assert_eq!(source.at(&Location { line: 1, column: 4, length: 9, ..far }), None);
    }
}
