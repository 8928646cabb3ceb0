//! Markdown to blocks: what begins with its first sign is cut out first (tables by stitching, fenced code, headings), and
//! everything between by pulldown-cmark.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use source::{Source, Span};

use crate::block::{Block, Code, Heading, List, Page, Rendering, Text};
use crate::cleaner::{begins_item, has_mark};
use crate::delimiter::delimiter_columns;
use crate::lines::{Line, fence_of, heading_level, lines, trim};
use crate::simple;
use crate::stitch::table_at;

/// Reads a page of Markdown.
pub(crate) fn read(source: &Source) -> Page {
    let text = source.text();
    let all: Vec<Line<'_>> = lines(source).collect();
    let mut blocks = Vec::new();
    let mut floor = 0;
    let mut at = 0;
    let mut fence = None; // one that pulldown-cmark will read: indented, or never closed
    let mut unclosed = None; // such a one of the latter kind: nothing below closes it
    while at < all.len() {
        let line = &all[at];
        let fenced = fence_of(line.text);
        match (fence, fenced) {
            (None, Some(opened)) => {
                let hopeless = unclosed.is_some_and(|other| closes(other, opened));
                if let Some((code, end)) = (!hopeless).then(|| code_at(text, &all, at, opened)).flatten() {
                    between(text, &all[floor..at], &mut blocks);
                    blocks.push(Block::Code(code));
                    (floor, at) = (end, end);
                    continue;
                }
                unclosed = if line.text.starts_with(opened.0) { Some(opened) } else { unclosed };
                fence = Some(opened);
            }
            (Some(opened), Some(closing)) if closes(opened, closing) => fence = None,
            _ => {}
        }
        if fence.is_none()
            && line.text.starts_with('#')
            && let Some(level) = heading_level(line.text)
        {
            between(text, &all[floor..at], &mut blocks);
            let words = heading_words(text, line.trimmed());
            let raw = &text[words.start..words.end];
            let marked = has_mark(raw.as_bytes()) || begins_item(raw);
            let text = if marked { Text::of(words) } else { Text::bare(words) };
            blocks.push(Block::Heading(Heading { level, text }));
            (floor, at) = (at + 1, at + 1);
            continue;
        }
        let columns = if fence.is_none() && at > floor { delimiter_columns(line.text) } else { None };
        let table = columns.and_then(|columns| table_at(text, &all, floor, at, columns));
        if let Some(stitched) = table {
            between(text, &all[floor..stitched.first], &mut blocks);
            blocks.push(Block::Table(stitched.table));
            floor = stitched.end;
            at = stitched.end;
        } else {
            at += 1;
        }
    }
    between(text, &all[floor..], &mut blocks);
    Page { rendering: Rendering::Markdown, blocks }
}

/// The block of code that the fence at `lines[at]` opens, and one past its last line. The fence stands at the beginning of
/// its line, so nothing can hold it.
fn code_at(text: &str, lines: &[Line<'_>], at: usize, opened: (char, usize)) -> Option<(Code, usize)> {
    let first = lines.get(at).filter(|line| line.text.starts_with(opened.0))?;
    let is_closing = |line: &Line<'_>| {
        fence_of(line.text).is_some_and(|fence| closes(opened, fence) && line.text.trim().len() == fence.1)
    };
    let close = at + 1 + lines[at + 1..].iter().position(is_closing)?;
    let from = lines[at + 1].start;
    let to = lines[close].start.max(from);
    let content = Span::new(from, from + text[from..to].trim_end_matches(['\n', '\r']).len());
    let info = first.text[opened.1..].trim().to_owned();
    Some((Code { info, content, span: Span::new(first.start, lines[close].trimmed().end) }, close + 1))
}

/// Whether one fence closes another.
fn closes((mark, length): (char, usize), (closing, closing_length): (char, usize)) -> bool {
    mark == closing && closing_length >= length
}

/// Reads what stands between blocks that were cut out.
fn between(text: &str, lines: &[Line<'_>], blocks: &mut Vec<Block>) {
    match simple::read(text, lines) {
        Some(simple) => blocks.extend(simple),
        None => parsed(text, lines, blocks),
    }
}

/// What a parser makes of lines.
pub(crate) fn parsed(text: &str, lines: &[Line<'_>], blocks: &mut Vec<Block>) {
    let first = lines.iter().find(|line| !line.is_blank());
    let (Some(first), Some(last)) = (first, lines.last()) else { return };
    let base = first.start;
    let span = |range: std::ops::Range<usize>| {
        let range = base + range.start..base + range.end;
        trim(&text[range.clone()], range.start)
    };
    let options = Options::ENABLE_HEADING_ATTRIBUTES;
    let mut depth = 0_usize; // of lists and quotations, which are flattened
    let mut items: Vec<Text> = Vec::new();
    let mut item_starts: Vec<usize> = Vec::new();
    for (event, range) in Parser::new_ext(&text[base..last.end()], options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let text = Text::of(heading_words(text, span(range)));
                blocks.push(Block::Heading(Heading { level: level_number(level), text }));
            }
            Event::Start(Tag::List(_)) => depth += 1,
            Event::Start(Tag::Item) => {
                // A nested item ends its parent's own words.
                if let (Some(parent), Some(&start)) = (items.last_mut(), item_starts.last())
                    && parent.span.start >= base + start
                {
                    parent.span = trim(&text[parent.span.start..base + range.start], parent.span.start);
                }
                item_starts.push(range.start);
                items.push(Text::of(item_words(text, span(range))));
            }
            Event::End(TagEnd::Item) => {
                item_starts.pop();
            }
            Event::End(TagEnd::List(_)) => {
                depth -= 1;
                if depth == 0 {
                    let items = std::mem::take(&mut items);
                    blocks.push(Block::List(List { items, span: span(range) }));
                }
            }
            Event::Start(Tag::Paragraph) if depth == 0 => {
                blocks.push(Block::Paragraph(Text::of(called_out(text, span(range)))))
            }
            Event::Start(Tag::HtmlBlock) if depth == 0 => {
                blocks.push(Block::Paragraph(Text::of(span(range))))
            }
            Event::Start(Tag::CodeBlock(kind)) if depth == 0 => {
                let whole = span(range);
                let (info, content) = match kind {
                    CodeBlockKind::Fenced(info) => (info.to_string(), fenced_content(text, whole)),
                    CodeBlockKind::Indented => (String::new(), whole),
                };
                blocks.push(Block::Code(Code { info, content, span: whole }));
            }
            _ => {}
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    level as u8
}

/// A paragraph without the mark that calls it out: `?> tip`, `!> warning`.
fn called_out(text: &str, span: Span) -> Span {
    let raw = &text[span.start..span.end];
    let words = ["?>", "!>"].iter().find_map(|mark| raw.strip_prefix(mark));
    words.map_or(span, |words| trim(words, span.end - words.len()))
}

/// A heading without its marks and attributes.
fn heading_words(text: &str, span: Span) -> Span {
    let raw = text[span.start..span.end].lines().next().unwrap_or_default();
    let words = raw.trim_start_matches('#');
    let start = span.start + raw.len() - words.len();
    let words = words.trim_end().trim_end_matches('#');
    let words = match words.rfind('{') {
        Some(brace) if words.trim_end().ends_with('}') => &words[..brace],
        _ => words,
    };
    trim(words, start)
}

/// An item without its bullet or number.
pub(crate) fn item_words(text: &str, span: Span) -> Span {
    let raw = &text[span.start..span.end];
    let marker = raw.find(char::is_whitespace).filter(|&at| at <= 10).unwrap_or(0);
    trim(&raw[marker..], span.start + marker)
}

/// The lines between two fences.
fn fenced_content(text: &str, span: Span) -> Span {
    let raw = &text[span.start..span.end];
    let Some(first) = raw.find('\n') else { return Span::new(span.end, span.end) };
    let body = &raw[first + 1..];
    let closing = body.rfind('\n').map_or(0, |newline| newline + 1);
    let closed = fence_of(&body[closing..]).is_some();
    let end = if closed { closing } else { body.len() };
    let start = span.start + first + 1;
    Span::new(start, start + body[..end].trim_end_matches(['\n', '\r']).len())
}
