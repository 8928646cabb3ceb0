//! Tables whose rows run over blank lines.
//!
//! The rules, each of which a vendor's pages need: a delimiter line fixes the number of columns N and the header is
//! gathered upwards from it. A row begins at a line that begins with a pipe and closes at a line that ends with one,
//! once it has N+1; blank lines and lines that begin with a pipe inside an open row separate cells. A fence inside a
//! cell hides pipes, and "``` |" closes the fence and the cell. A lone pipe after a closed row belongs to that row.

use smallvec::{SmallVec, smallvec};
use source::Span;

use crate::block::{Cell, Row, Table};
use crate::cleaner::{begins_item, has_mark};
use crate::delimiter::delimiter_columns;
use crate::lines::{Line, all_pipes, fence_of, heading_level, is_conflict_mark, is_escaped, pipes, trim};

/// A table found in `lines`, and which of them it takes.
pub(crate) struct Stitched {
    pub(crate) table: Table,
    /// Index of its first line.
    pub(crate) first: usize,
    /// One past its last line.
    pub(crate) end: usize,
}

/// Reads the table whose delimiter stands at `lines[delimiter]` and announces `columns`; its header may reach up to `floor`.
pub(crate) fn table_at(
    text: &str,
    lines: &[Line<'_>],
    floor: usize,
    delimiter: usize,
    columns: usize,
) -> Option<Stitched> {
    let first = header_start(lines, floor, delimiter, columns)?;
    let header_span = Span::new(lines[first].start, lines[delimiter - 1].end());
    let mut header: Vec<Cell> = Vec::with_capacity(columns);
    match whole_cells(&text[header_span.start..header_span.end], header_span.start, columns) {
        Some(cells) => header.extend(cells.into_iter().flatten()),
        None => split(text, header_span, &[], |cell| header.push(cell)),
    }
    header.truncate(columns);

    // Most rows are a line, and all lines of most tables begin with a pipe.
    let likely = lines[delimiter + 1..].iter().take_while(|line| line.text.starts_with('|')).count();
    let mut rows: Vec<Row> = Vec::with_capacity(likely);
    let mut open: Option<OpenRow> = None;
    let mut end = delimiter + 1;
    let mut at = delimiter + 1;
    while at < lines.len() {
        let line = &lines[at];
        if let Some(row) = &mut open {
            if row.fence.is_none() && row.must_end_before(lines, at, columns) {
                rows.extend(open.take().map(|row| row.close(text)));
                if !line.begins_with_pipe() {
                    break;
                }
                continue;
            }
            row.take(line);
        } else if is_conflict_mark(line.text) {
            // The rows of both sides belong to the table; the mark is a row that names nothing.
            rows.push(Row { cells: smallvec![Some(Cell::of(line.trimmed()))], span: line.trimmed() });
            at += 1;
            end = at;
            continue;
        } else if !line.begins_with_pipe() {
            // Tables without outer pipes: a row a line, until a line has no pipe.
            let loose = !lines[delimiter].begins_with_pipe();
            if line.is_blank() && resumes(lines, at, columns) {
                at = skip_blank(lines, at);
                continue;
            }
            if !(loose && pipes(line.text).next().is_some()) {
                break;
            }
            rows.push(OpenRow::new(line).close(text));
            at += 1;
            end = at;
            continue;
        } else if line.words() == "|" {
            if let Some(row) = rows.last_mut() {
                row.span.end = line.end();
            }
            end = at + 1;
            at = skip_blank(lines, at + 1);
            continue;
        } else if let Some(row) = whole_row(line, columns) {
            rows.push(row);
        } else {
            open = Some(OpenRow::new(line));
        }
        at += 1;
        end = at;
        let complete = open.as_ref().is_none_or(|row| row.is_complete(columns));
        if complete {
            rows.extend(open.take().map(|row| row.close(text)));
            // A lone pipe behind blank lines still belongs to an over-full row.
            let next = skip_blank(lines, at);
            if next < lines.len() && lines[next].words() == "|" {
                at = next;
            }
        }
    }
    rows.extend(open.take().map(|row| row.close(text)));
    let span = Span::new(lines[first].start, rows.last().map_or(lines[delimiter].end(), |row| row.span.end));
    Some(Stitched { table: Table { header, rows, span }, first, end })
}

/// A row that is one line and has exactly the cells of the header, as most have.
fn whole_row(line: &Line<'_>, columns: usize) -> Option<Row> {
    let span = line.trimmed();
    let row = &line.text[span.start - line.start..span.end - line.start];
    if fence_of(row.trim_start_matches('|')).is_some() {
        return None;
    }
    let cells = whole_cells(row, span.start, columns)?;
    Some(Row { cells, span })
}

/// The cells of a line that begins with a pipe, ends with one and has `columns` of them.
fn whole_cells(row: &str, start: usize, columns: usize) -> Option<SmallVec<[Option<Cell>; 5]>> {
    let bytes = row.as_bytes();
    let mut cells = SmallVec::with_capacity(columns);
    let mut from = None; // where the cell began
    for pipe in all_pipes(bytes).filter(|&pipe| !is_escaped(bytes, pipe)) {
        let Some(from) = from.replace(pipe + 1) else {
            if pipe > 0 {
                return None;
            }
            continue;
        };
        let span = trim(&row[from..pipe], start + from);
        let cell = &row[span.start - start..span.end - start];
        let bare = !has_mark(cell.as_bytes()) && !begins_item(cell);
        if !bare && cell.contains("[[") {
            return None; // a wiki link, perhaps
        }
        cells.push(Some(if bare { Cell::bare(span) } else { Cell::of(span) }));
    }
    (cells.len() == columns && from == Some(row.len())).then_some(cells)
}

/// Where the header begins: upwards until it has a pipe more than there are columns, and a leading one.
fn header_start(lines: &[Line<'_>], floor: usize, delimiter: usize, columns: usize) -> Option<usize> {
    let last = delimiter.checked_sub(1).filter(|&last| last >= floor && !lines[last].is_blank())?;
    if !lines[last].begins_with_pipe() || pipes(lines[last].text).count() > columns {
        return (pipes(lines[last].text).next().is_some() || columns == 1).then_some(last);
    }
    let mut count = 0;
    for at in (floor..=last).rev() {
        if heading_level(lines[at].text).is_some() {
            break;
        }
        count += pipes(lines[at].text).count();
        if count > columns && lines[at].begins_with_pipe() {
            return Some(at);
        }
    }
    Some(last)
}

/// Whether the table goes on behind blank lines: with a whole row, which heads no table of its own.
fn resumes(lines: &[Line<'_>], at: usize, columns: usize) -> bool {
    let next = skip_blank(lines, at);
    let Some(text) = lines.get(next).map(Line::words) else { return false };
    let whole = text.starts_with('|') && text.ends_with('|') && pipes(text).count() == columns + 1;
    whole
        && delimiter_columns(text).is_none()
        && lines.get(next + 1).is_none_or(|l| delimiter_columns(l.text).is_none())
}

fn skip_blank(lines: &[Line<'_>], mut at: usize) -> usize {
    while at < lines.len() && lines[at].is_blank() {
        at += 1;
    }
    at
}

/// A row that is being gathered.
struct OpenRow {
    span: Span,
    pipes: usize,
    closed_at_line_end: bool,
    lines: usize,
    fence: Option<(char, usize)>,
    fences: Vec<Span>,
}

impl OpenRow {
    fn new(line: &Line<'_>) -> Self {
        let begin = line.start + line.text.len() - line.text.trim_start().len();
        let mut row = Self {
            span: Span::new(begin, begin),
            pipes: 0,
            closed_at_line_end: false,
            lines: 0,
            fence: None,
            fences: Vec::new(),
        };
        row.take(line);
        row
    }

    fn take(&mut self, line: &Line<'_>) {
        self.lines += 1;
        if !line.is_blank() {
            self.span.end = line.start + line.text.trim_end().len();
        }
        let mut from = 0;
        match self.fence {
            Some((mark, length)) => {
                let text = line.text.trim_start();
                let closing = text.chars().take_while(|&c| c == mark).count();
                if closing < length {
                    self.closed_at_line_end = false;
                    return;
                }
                self.fence = None;
                from = line.text.len() - text.len() + closing;
                if let Some(hidden) = self.fences.last_mut() {
                    hidden.end = line.start + from;
                }
            }
            None => {
                if let Some(fence) = fence_of(line.text.trim_start_matches('|')) {
                    let opens_after = line.text.len() - line.text.trim_start_matches('|').len();
                    self.pipes += opens_after;
                    self.fence = Some(fence);
                    self.fences.push(Span::new(line.start + opens_after, line.end()));
                    self.closed_at_line_end = false;
                    return;
                }
            }
        }
        let rest = &line.text[from..];
        let (count, last) = pipes(rest).fold((0, None), |(count, _), at| (count + 1, Some(at)));
        self.pipes += count;
        if !line.is_blank() {
            self.closed_at_line_end = last.is_some_and(|last| last + 1 == rest.trim_end().len());
        }
    }

    fn is_complete(&self, columns: usize) -> bool {
        self.fence.is_none() && self.closed_at_line_end && self.pipes > columns
    }

    /// Whether the next line can't belong to this row any more: what stands there begins something else, so the row
    /// was never finished.
    fn must_end_before(&self, lines: &[Line<'_>], at: usize, columns: usize) -> bool {
        let text = lines[at].words();
        if heading_level(lines[at].text).is_some() || delimiter_columns(text).is_some() {
            return true;
        }
        let begins = text.starts_with('|');
        let whole = begins && text.len() > 1 && text.ends_with('|') && pipes(text).count() > columns;
        let short = begins && self.lines == 1 && self.closed_at_line_end && text != "|";
        let ended_by_blank = self.lines == 1 && self.closed_at_line_end && {
            lines[at].is_blank() && {
                let next = skip_blank(lines, at);
                next >= lines.len() || !lines[next].begins_with_pipe()
            }
        };
        whole
            || short
            || (ended_by_blank && self.pipes > 1 && self.pipes <= columns && !closes_later(lines, at))
    }

    fn close(self, text: &str) -> Row {
        let mut cells = SmallVec::new();
        split(text, self.span, &self.fences, |cell| cells.push(Some(cell)));
        Row { cells, span: self.span }
    }
}

/// Whether a line that ends with a pipe follows before the next heading or table row: the cell goes on there.
fn closes_later(lines: &[Line<'_>], from: usize) -> bool {
    for line in &lines[from..] {
        let text = line.words();
        if heading_level(line.text).is_some() {
            return false;
        }
        if text.ends_with('|') {
            return !text.starts_with('|') || text == "|";
        }
    }
    false
}

/// Gives the cells of a row of text: what stands between its pipes, those in `hidden` left out.
fn split(text: &str, span: Span, hidden: &[Span], mut give: impl FnMut(Cell)) {
    let row = &text[span.start..span.end];
    let is_hidden = |at: usize| hidden.iter().any(|h| h.start <= span.start + at && span.start + at < h.end);
    let mut from = 0;
    for at in pipes(row).filter(|&at| !is_hidden(at)) {
        // The pipe that leads the row ends no cell.
        if at > 0 {
            give(Cell::of(trim(&row[from..at], span.start + from)));
        }
        from = at + 1;
    }
    if from < row.len() {
        give(Cell::of(trim(&row[from..], span.start + from)));
    }
}
