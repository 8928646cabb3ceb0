//! Paragraphs and lists that need no parser: most of what stands between the tables of a page.
//!
//! A line that begins with a letter, with bold or code words or with a link begins a paragraph or goes on with what stands
//! above it, whatever that is. A line that begins with a bullet and such words begins an item. Nothing else is read here:
//! [`read`] gives up, and pulldown-cmark reads all of it. What both can read they read alike: a test
//! compares them over every text of four lines of each kind.

use source::Span;

use crate::block::{Block, List, Text};
use crate::lines::{Line, trim};
use crate::markdown::item_words;

/// The blocks of `lines`, if they are simple ones only.
pub(crate) fn read(text: &str, lines: &[Line<'_>]) -> Option<Vec<Block>> {
    let mut reader = Reader { text, blocks: Vec::new(), items: Vec::new(), open: Vec::new(), goes_on: false };
    for line in lines {
        reader.line(line)?;
    }
    reader.end_list();
    Some(reader.blocks)
}

/// The blanks that can lead a line which is no code.
const INDENT: usize = 3;

struct Reader<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    /// The items of the list that is being read, nested ones behind their parents.
    items: Vec<Span>,
    /// Its bullets and where the words of their items begin, the outermost first.
    open: Vec<(u8, usize)>,
    /// Whether the line above ends no paragraph and no item.
    goes_on: bool,
}

impl Reader<'_> {
    /// Takes a line; `None` where a parser is needed.
    fn line(&mut self, line: &Line<'_>) -> Option<()> {
        let bytes = line.text.as_bytes();
        let indent = bytes.iter().take_while(|&&byte| byte == b' ').count();
        let words = &bytes[indent..];
        // The blanks of CommonMark are fewer than those of a page, and its lines end with a lone `\r`, too.
        if memchr::memchr2(b'\r', b'\t', bytes).is_some() {
            return None;
        }
        if words.is_empty() {
            self.goes_on = false;
            return Some(());
        }
        let span = Span::new(line.start, line.end());
        if let Some(width) = bullet(words) {
            return self.item(words[0], indent, width, span);
        }
        if !begins_words(&line.text[indent..]) {
            return None;
        }
        match self.items.last_mut() {
            // An item that goes on behind a blank line may be another block in it.
            Some(_) if !self.goes_on && indent > 0 => return None,
            Some(item) if self.goes_on => item.end = span.end,
            _ => {
                self.end_list();
                self.paragraph(indent, span)?;
            }
        }
        self.goes_on = true;
        Some(())
    }

    fn paragraph(&mut self, indent: usize, span: Span) -> Option<()> {
        match self.blocks.last_mut() {
            Some(Block::Paragraph(words)) if self.goes_on => {
                words.span = trim(&self.text[words.span.start..span.end], words.span.start);
            }
            _ if indent <= INDENT => {
                let span = trim(&self.text[span.start..span.end], span.start);
                self.blocks.push(Block::Paragraph(Text::of(span)));
            }
            _ => return None,
        }
        Some(())
    }

    /// An item behind `indent` blanks, whose words begin `width` bytes behind them.
    fn item(&mut self, bullet: u8, indent: usize, width: usize, span: Span) -> Option<()> {
        let outer = self.open.iter().take_while(|(_, words)| *words <= indent).count();
        let above = self.open[..outer].last().map_or(0, |(_, words)| *words);
        // Deeper than that it is code, and another bullet begins another list.
        let other = self.open.get(outer).is_some_and(|(known, _)| *known != bullet);
        if indent - above > INDENT || other {
            return None;
        }
        self.open.truncate(outer);
        self.open.push((bullet, indent + width));
        self.items.push(span);
        self.goes_on = true;
        Some(())
    }

    fn end_list(&mut self) {
        self.open.clear();
        let (Some(first), Some(last)) = (self.items.first(), self.items.last()) else { return };
        let whole = trim(&self.text[first.start..last.end], first.start);
        let words = |item: Span| item_words(self.text, trim(&self.text[item.start..item.end], item.start));
        let items = self.items.drain(..).map(|item| Text::of(words(item))).collect();
        self.blocks.push(Block::List(List { items, span: whole }));
    }
}

/// How far the words of an item stand behind its bullet: a list of them begins here, and no other block in the item.
fn bullet(line: &[u8]) -> Option<usize> {
    let (b'-' | b'*' | b'+', rest) = line.split_first()? else { return None };
    let blanks = rest.iter().take_while(|&&byte| byte == b' ').count();
    let words = std::str::from_utf8(&rest[blanks..]).ok()?;
    ((1..=INDENT + 1).contains(&blanks) && begins_words(words)).then_some(1 + blanks)
}

/// Whether a line can be nothing but words.
fn begins_words(line: &str) -> bool {
    match line.as_bytes() {
        [b'*', b'*', rest @ ..] => !matches!(rest, [] | [b' ' | b'*', ..]),
        [b'`', next, ..] => *next != b'`',
        // A reference that is defined is no words.
        [b'[', ..] => !line.contains("]:"),
        _ => line.starts_with(char::is_alphabetic),
    }
}

#[cfg(test)]
mod tests {
    use source::Source;

    use crate::lines::{Line, lines};
    use crate::markdown::parsed;

    const LINES: [&str; 13] = [
        "",
        "words",
        "- a",
        "-   **b** c",
        "  - d",
        "    -   e",
        "* f",
        "`g` h",
        " [i](j)",
        "  k",
        "    l",
        "      m",
        "**n**",
    ];

    #[test]
    fn what_it_reads_a_parser_reads_alike() {
        let mut simple = 0;
        for number in 0..LINES.len().pow(4) {
            let line = |place: usize| {
                LINES[number / LINES.len().pow(u32::try_from(place).unwrap_or(0)) % LINES.len()]
            };
            let text: Vec<&str> = (0..4).map(line).collect();
            let source = Source::new("t.md", text.join("\n"));
            let all: Vec<Line<'_>> = lines(&source).collect();
            let Some(first) = all.iter().position(|line| !line.is_blank()) else { continue };
            if let Some(blocks) = super::read(source.text(), &all[first..]) {
                simple += 1;
                let mut known = Vec::new();
                parsed(source.text(), &all[first..], &mut known);
                assert_eq!(format!("{blocks:?}"), format!("{known:?}"), "{:?}", source.text());
            }
        }
        assert!(simple > 5_000, "only {simple} texts are simple");
    }
}
