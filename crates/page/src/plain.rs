//! Plain text to blocks: what was copied off a rendered page, its marks lost.
//!
//! Three things bring structure back: lines that are headings by their words, pipe tables that kept their pipes, and
//! header lines (`名称 类型 示例值 描述`) below which a row is a line that begins with a name and a type, or with a status
//! and a code, and all that follows up to the next row is its description.

use source::{Source, Span};

use crate::block::{Block, Cell, Code, Heading, List, Page, Rendering, Row, Table, Text};
use crate::delimiter::delimiter_columns;
use crate::lines::{Line, is_space, lines, trim};
use crate::stitch::table_at;
use crate::{Column, Lexicon};

/// Reads a page of plain text.
pub(crate) fn read(source: &Source, lexicon: &Lexicon) -> Page {
    let text = source.text();
    let lines = unglued(source, lexicon);
    let mut reader = Reader { text, lexicon, lines: &lines, blocks: Vec::new(), at: 0, in_example: false };
    reader.page();
    Page { rendering: Rendering::Plain, blocks: reader.blocks }
}

/// The lines of the page; a heading that copying glued to the end of a URL parameter is a line of its own.
fn unglued<'a>(source: &'a Source, lexicon: &Lexicon) -> Vec<Line<'a>> {
    let mut out = Vec::new();
    for line in lines(source) {
        let glued = line.text.starts_with('&').then(|| {
            let starts = line.text.char_indices().map(|(at, _)| at).skip(1);
            starts
                .filter(|&at| {
                    line.text.len() - at <= LONGEST
                        && line.text[at..].chars().next().is_some_and(|c| c.is_uppercase() || !c.is_ascii())
                })
                .find(|&at| lexicon.is_heading(&line.text[at..]) && line.text[..at].contains('='))
        });
        match glued.flatten() {
            Some(cut) => {
                out.push(Line { text: &line.text[..cut], start: line.start });
                out.push(Line { text: &line.text[cut..], start: line.start + cut });
            }
            None => out.push(line),
        }
    }
    out
}

/// No heading and no header word is longer, in bytes; what is longer need not be compared with them.
const LONGEST: usize = 120;

struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    lines: &'a [Line<'a>],
    blocks: Vec<Block>,
    at: usize,
    /// Below a heading that announces examples, lines that look like code are code.
    in_example: bool,
}

impl Reader<'_> {
    fn page(&mut self) {
        while self.at < self.lines.len() {
            let line = &self.lines[self.at];
            if line.is_blank() {
                self.at += 1;
            } else if self.piped_table() || self.worded_table() {
            } else if self.lexicon.is_heading(line.text) || self.is_label(self.at) {
                self.heading(2);
            } else if self.blocks.is_empty() {
                self.heading(1);
            } else if begins_code(line.text) {
                self.code();
            } else if bullet(line.text).is_some() {
                self.list();
            } else {
                self.blocks.push(Block::Paragraph(Text::of(line.trimmed())));
                self.at += 1;
            }
        }
    }

    fn heading(&mut self, level: u8) {
        let line = &self.lines[self.at];
        let text = Text::of(trim(line.text, line.start));
        self.blocks.push(Block::Heading(Heading { level, text }));
        self.at += 1;
    }

    /// A lone word above a table names what the table describes.
    fn is_label(&self, at: usize) -> bool {
        let word = self.lines[at].text.trim();
        let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_word
            && self
                .next_filled(at + 1)
                .is_some_and(|next| self.pipe_header(next).is_some() || self.word_header(next).is_some())
    }

    fn next_filled(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|&at| !self.lines[at].is_blank())
    }

    /// The number of columns of the header with pipes that stands at a line, if one does.
    fn pipe_header(&self, at: usize) -> Option<usize> {
        let below = self.lines.get(at + 1).filter(|_| self.lines[at].text.contains('|'))?;
        delimiter_columns(below.text)
    }

    fn piped_table(&mut self) -> bool {
        let Some(columns) = self.pipe_header(self.at) else { return false };
        let stitched = table_at(self.text, self.lines, self.at, self.at + 1, columns);
        let Some(stitched) = stitched else { return false };
        self.blocks.push(Block::Table(stitched.table));
        self.at = stitched.end;
        true
    }

    /// The columns of a header line: at least two words, all of which head columns, the first a name or a status.
    fn word_header(&self, at: usize) -> Option<Vec<(Column, Span)>> {
        let line = &self.lines[at];
        let mut columns = Vec::new();
        let mut rest = trim(line.text, line.start);
        while !rest.is_empty() {
            // The longest run of words that heads a column: `HTTP status code` is one.
            let text = &self.text[rest.start..rest.end];
            let ends = text.match_indices(is_space).map(|(at, _)| at).chain([text.len()]);
            let (end, column) = ends
                .take_while(|&end| end <= LONGEST)
                .filter_map(|end| Some((end, self.lexicon.column(&text[..end])?)))
                .max_by_key(|&(end, _)| end)?;
            columns.push((column, Span::new(rest.start, rest.start + end)));
            rest = trim(&text[end..], rest.start + end);
        }
        let fits = matches!(columns.first(), Some((Column::Name | Column::Status | Column::Code, _)));
        (columns.len() >= 2 && fits).then_some(columns)
    }

    fn worded_table(&mut self) -> bool {
        let Some(columns) = self.word_header(self.at) else { return false };
        let kinds: Vec<Column> = columns.iter().map(|&(kind, _)| kind).collect();
        let header: Vec<Cell> = columns.iter().map(|&(_, span)| Cell::of(span)).collect();
        let start = header[0].span.start;
        self.at += 1;
        let mut rows: Vec<Row> = Vec::new();
        let description = kinds.iter().position(|&kind| kind == Column::Description);
        while self.at < self.lines.len() {
            let line = &self.lines[self.at];
            let element = self.element_row(line, &kinds, rows.last());
            let ends = self.lexicon.is_heading(line.text)
                || self.is_label(self.at)
                || self.word_header(self.at).is_some()
                || self.pipe_header(self.at).is_some();
            if ends && element.is_none() {
                break;
            }
            if let Some(cells) = element.or_else(|| self.row(line, &kinds)) {
                let span = line.trimmed();
                rows.push(Row { cells: cells.into(), span });
            } else if !line.is_blank() {
                let (Some(row), Some(column)) = (rows.last_mut(), description) else { break };
                // Error rows are one line each; what follows them is text again.
                if kinds.first() != Some(&Column::Name) {
                    break;
                }
                let words = line.trimmed();
                let cell = row.cells[column].get_or_insert(Cell::of(words));
                cell.span = cell.span.to(words);
                row.span = row.span.to(words);
            }
            self.at += 1;
        }
        let end = rows.last().map_or(start, |row| row.span.end);
        let span = Span::new(start, end.max(header.last().map_or(start, |cell| cell.span.end)));
        self.blocks.push(Block::Table(Table { header, rows, span }));
        true
    }

    /// Below `Tags Array of Tag`, the lone word `Tag` is a row: an element, whose other cells are blank.
    fn element_row(
        &self,
        line: &Line<'_>,
        kinds: &[Column],
        last: Option<&Row>,
    ) -> Option<Vec<Option<Cell>>> {
        let column = kinds.iter().position(|&kind| kind == Column::Type)?;
        let ty = last?.cells[column]?.span;
        let words = &self.text[ty.start..ty.end];
        let (list, item) = words.rsplit_once(is_space)?;
        let word = line.trimmed();
        let element = self.lexicon.type_prefixes.contains(Lexicon::normal(list).as_ref())
            && self.text[word.start..word.end] == *item
            && kinds.first() == Some(&Column::Name);
        element.then(|| {
            let mut cells = vec![None; kinds.len()];
            cells[0] = Some(Cell::of(word));
            cells
        })
    }

    /// Cuts a line into cells, if it begins a row.
    fn row(&self, line: &Line<'_>, kinds: &[Column]) -> Option<Vec<Option<Cell>>> {
        let mut cells: Vec<Option<Cell>> = vec![None; kinds.len()];
        let mut rest = line.trimmed();
        if rest.is_empty() {
            return None;
        }
        for (index, kind) in kinds.iter().enumerate() {
            let text = &self.text[rest.start..rest.end];
            let word = text.find(is_space).unwrap_or(text.len());
            let taken = match kind {
                Column::Name => is_name(&text[..word]).then_some(word)?,
                Column::Type => self.type_length(text)?,
                Column::Presence => {
                    if self.lexicon.presence.contains(Lexicon::normal(&text[..word]).as_ref()) {
                        word
                    } else {
                        0
                    }
                }
                Column::Status => {
                    text[..word].bytes().all(|b| b.is_ascii_digit()).then_some(word).filter(|&w| w >= 2)?
                }
                Column::Code => code_length(text)?,
                Column::Message => message_length(text),
                // Below a name the description follows in paragraphs of its own.
                Column::Example => text.len(),
                Column::Description => text.len(),
            };
            if taken > 0 {
                cells[index] = Some(Cell::of(trim(&text[..taken], rest.start)));
                rest = trim(&text[taken..], rest.start + taken);
            }
        }
        Some(cells)
    }

    /// The length of the type that begins `text`.
    fn type_length(&self, text: &str) -> Option<usize> {
        let word = text.find(is_space).unwrap_or(text.len());
        let lower = Lexicon::normal(text);
        if let Some(prefix) = self.lexicon.type_prefixes.iter().find(|p| lower.starts_with(&format!("{p} ")))
        {
            let words = prefix.split(' ').count() + 1;
            let mut end = 0;
            for _ in 0..words {
                let rest = &text[end..];
                let begin = end + rest.len() - rest.trim_start_matches(is_space).len();
                end = begin + text[begin..].find(is_space).unwrap_or(text.len() - begin);
            }
            return Some(end);
        }
        self.lexicon.types.contains(Lexicon::normal(&text[..word]).as_ref()).then_some(word)
    }

    fn code(&mut self) {
        self.in_example = true;
        let first = self.lines[self.at].start;
        let mut end = first;
        while self.at < self.lines.len() {
            let line = &self.lines[self.at];
            let heads = self.lexicon.is_heading(line.text) || self.word_header(self.at).is_some();
            if heads || (line.is_blank() && !self.code_goes_on(self.at)) {
                break;
            }
            end = end.max(line.trimmed().end);
            self.at += 1;
        }
        let span = trim(&self.text[first..end], first);
        self.blocks.push(Block::Code(Code { info: String::new(), content: span, span }));
    }

    /// Whether code goes on behind a blank line.
    fn code_goes_on(&self, at: usize) -> bool {
        self.next_filled(at).is_some_and(|next| {
            let text = self.lines[next].text;
            !self.lexicon.is_heading(text)
                && (text.starts_with([' ', '\t', '}', ']', '&', '"']) || text.starts_with("</"))
        })
    }

    fn list(&mut self) {
        let start = self.lines[self.at].trimmed().start;
        let mut items: Vec<Text> = Vec::new();
        while self.at < self.lines.len() {
            let line = &self.lines[self.at];
            let Some(words) = bullet(line.text) else { break };
            let span = line.trimmed();
            items.push(Text::of(Span::new(span.end - words.len(), span.end)));
            self.at += 1;
        }
        let end = items.last().map_or(start, |item| item.span.end);
        self.blocks.push(Block::List(List { items, span: Span::new(start, end) }));
    }
}

/// Whether a word can name a parameter or field.
fn is_name(word: &str) -> bool {
    let mut segments = word.trim_start_matches('└').split('.');
    !word.is_empty()
        && segments.all(|segment| {
            !segment.is_empty()
                && segment.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        })
        && word.trim_start_matches('└').starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
}

/// The length of an error code. It goes on behind a blank while it ends with a dot: `InvalidInstanceId. RegionMismatch`.
fn code_length(text: &str) -> Option<usize> {
    let mut end = text.find(is_space).unwrap_or(text.len());
    while text[..end].ends_with('.') && end < text.len() {
        let rest = &text[end..];
        let begin = end + rest.len() - rest.trim_start_matches(is_space).len();
        end = begin + text[begin..].find(is_space).unwrap_or(text.len() - begin);
    }
    let fits = text[..end].starts_with(|c: char| c.is_ascii_alphanumeric());
    (fits && text[..end].is_ascii()).then_some(end)
}

/// The length of the message that begins `text`, where a description in another script or phrase follows it: up to the
/// last full stop before the first Chinese character, else the last blank before it.
fn message_length(text: &str) -> usize {
    let is_cjk = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let Some(first) = text.find(is_cjk) else {
        // English pages begin each description with the same words.
        return text.rfind("The error message returned").filter(|&at| at > 0).unwrap_or(text.len());
    };
    let before = &text[..first];
    match before.rfind(". ") {
        Some(stop) => stop + 1,
        None => before.rfind(is_space).unwrap_or(0),
    }
}

/// The words of a bullet.
fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_matches(is_space);
    line.strip_prefix('•').or_else(|| line.strip_prefix("- ")).map(|words| words.trim_start_matches(is_space))
}

/// Whether a line begins an example: a URL with an action, JSON, XML or a command.
fn begins_code(line: &str) -> bool {
    let line = line.trim();
    let url = (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(' ');
    let xml = line.starts_with('<') && line.ends_with('>') && !line.contains(' ') && line.is_ascii();
    url || xml
        || line.starts_with('{')
        || line == "["
        || line.starts_with("<?xml")
        || line.starts_with("curl ")
}
