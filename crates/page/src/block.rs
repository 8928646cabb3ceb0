//! What a page is made of.

use std::borrow::Cow;

use smallvec::SmallVec;
use source::{Source, Span};

use crate::Prose;
use crate::lines::{fence_of, heading_level, is_conflict_mark, lines};

/// A page: blocks in reading order.
#[derive(Debug, Clone)]
pub struct Page {
    /// How it is written.
    pub rendering: Rendering,
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Page {
    /// The tables, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks
            .iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
    }
}

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendering {
    /// Markdown.
    Markdown,
    /// Text without marks.
    Plain,
}

impl Rendering {
    /// Files called `.md` are Markdown; others are if they begin with a heading, or have a fence or several headings.
    pub fn of(source: &Source) -> Self {
        if source.name().ends_with(".md") {
            return Rendering::Markdown;
        }
        let filled = || lines(source).filter(|l| !l.is_blank());
        let begins = filled().next().is_some_and(|line| heading_level(line.text).is_some());
        let headings = filled().filter(|line| heading_level(line.text).is_some()).take(2).count();
        if begins || headings == 2 || filled().any(|line| fence_of(line.text).is_some()) {
            Rendering::Markdown
        } else {
            Rendering::Plain
        }
    }
}

/// One block.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph, or a quotation.
    Paragraph(Text),
    /// A list, flattened.
    List(List),
    /// A block of code.
    Code(Code),
    /// A table.
    Table(Table),
}

impl Block {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Block::Heading(heading) => heading.text.span,
            Block::Paragraph(text) => text.span,
            Block::List(list) => list.span,
            Block::Code(code) => code.span,
            Block::Table(table) => table.span,
        }
    }
}

/// A piece of prose that is read when it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// The raw text.
    pub span: Span,
    /// Whether it is known to have no marks, and no white space around.
    bare: bool,
}

impl Text {
    /// What stands at a span.
    pub fn of(span: Span) -> Self {
        Text { span, bare: false }
    }

    /// What stands at a span, without marks and white space around.
    pub(crate) fn bare(span: Span) -> Self {
        Text { span, bare: true }
    }

    /// The text without marks.
    pub fn prose<'s>(&self, source: &'s Source) -> Prose<'s> {
        if self.bare { Prose::bare(source, self.span) } else { Prose::of(source, self.span) }
    }

    /// The words alone, without what else [`Text::prose`] knows.
    pub fn words<'s>(&self, source: &'s Source) -> Cow<'s, str> {
        if self.bare { Cow::Borrowed(source.slice(self.span)) } else { Prose::words(source, self.span) }
    }
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6; a plain page knows only 1 (the title) and 2.
    pub level: u8,
    /// Its words, attributes such as `{#id .section}` left out.
    pub text: Text,
}

/// A list; nested items follow their parent.
#[derive(Debug, Clone)]
pub struct List {
    /// The items.
    pub items: Vec<Text>,
    /// All of it.
    pub span: Span,
}

/// A block of code.
#[derive(Debug, Clone)]
pub struct Code {
    /// What stands behind the fence.
    pub info: String,
    /// The content, fences left out.
    pub content: Span,
    /// All of it.
    pub span: Span,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// The cells of the header.
    pub header: Vec<Cell>,
    /// The rows below.
    pub rows: Vec<Row>,
    /// All of it.
    pub span: Span,
}

/// A row: its cells from left to right. A cell that the rendering lost is `None`; a row can be longer than
/// the header where a pipe was not escaped.
#[derive(Debug, Clone)]
pub struct Row {
    /// The cells.
    pub cells: SmallVec<[Option<Cell>; 5]>,
    /// All of it.
    pub span: Span,
}

impl Row {
    /// Whether it is no row, but a mark that a version control system left where two sides could not be merged.
    pub fn is_conflict_mark(&self, source: &Source) -> bool {
        matches!(self.cells.as_slice(), [Some(cell)] if is_conflict_mark(source.slice(cell.span)))
    }
}

/// A cell: its raw text, white space around it left out.
pub type Cell = Text;
