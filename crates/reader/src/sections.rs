//! Which part of a page means what.

use std::collections::BTreeSet;

use contract::{Position, Type};
use page::{Block, Code, List, Page, Table, Text};
use serde::Deserialize;
use source::{Source, Sourced, Span};

use crate::columns::{Columns, Role};
use crate::request_line::request_line;
use crate::structures::{Entry, is_structure};
use crate::titles::is_operation;
use crate::types::{TypeCell, type_cell};
use crate::vocabulary::Vocabulary;

/// What a heading opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Section {
    Description,
    Ignored,
    CommonParameters,
    Syntax,
    Request,
    RequestHeaders,
    Response,
    ResponseHeaders,
    Models,
    Examples,
    RequestExample,
    ResponseExample,
    ErrorExample,
    /// How an answer is written, and not which one it is.
    AnswerFormat,
    Errors,
}

impl Section {
    /// What a model below it belongs to: the request or the response.
    fn side(self) -> Option<Section> {
        match self {
            Section::Request | Section::RequestHeaders => Some(Section::Request),
            Section::Response | Section::ResponseHeaders => Some(Section::Response),
            _ => None,
        }
    }

    /// Whether examples stand in it.
    fn shows_examples(self) -> bool {
        matches!(
            self,
            Section::Examples
                | Section::RequestExample
                | Section::ResponseExample
                | Section::ErrorExample
                | Section::AnswerFormat
        )
    }

    /// What a label opens below `above`: one that names a format only goes on with the error that is being shown.
    fn below(self, above: Option<Section>) -> Section {
        match (self, above) {
            (Section::AnswerFormat, Some(Section::ErrorExample)) => Section::ErrorExample,
            (Section::AnswerFormat, _) => Section::ResponseExample,
            (label, _) => label,
        }
    }
}

/// A page sorted by what its parts mean.
#[derive(Debug, Default)]
pub(crate) struct Outline<'p> {
    pub(crate) titles: Vec<Text>,
    pub(crate) notes: Vec<Text>,
    /// All headings.
    pub(crate) headings: Vec<Text>,
    /// What the columns of all tables hold.
    pub(crate) columns: BTreeSet<Role>,
    /// Remarks between the tables.
    pub(crate) remarks: Vec<Text>,
    /// What the instructions list: how to call the operation.
    pub(crate) guides: Vec<Text>,
    pub(crate) common: Vec<Part<'p>>,
    pub(crate) request: Vec<Part<'p>>,
    pub(crate) response: Vec<Part<'p>>,
    pub(crate) models: Vec<(String, Span, Part<'p>)>,
    /// The tables of the structure that the page is named after.
    pub(crate) own: Vec<Part<'p>>,
    pub(crate) errors: Vec<Part<'p>>,
    pub(crate) examples: Vec<(Option<Section>, &'p Code)>,
    /// The block that shows how a request is written, under a heading that promises it.
    pub(crate) syntax: Option<&'p Code>,
    /// Such a block without the heading.
    pub(crate) stray_syntax: Option<&'p Code>,
    /// Whether the page has a response section, with a table or without.
    pub(crate) answers: bool,
    /// Tables of which nobody knows what they describe.
    pub(crate) strangers: Vec<&'p Table>,
}

/// A table and what its columns hold.
#[derive(Debug)]
pub(crate) struct Part<'p> {
    pub(crate) table: &'p Table,
    pub(crate) columns: Columns,
    /// Where its rows travel, by its heading.
    pub(crate) position: Option<Sourced<Position>>,
}

impl Part<'_> {
    /// The fields that its rows describe, as far as others must know them.
    pub(crate) fn entries(&self, source: &Source, vocabulary: &Vocabulary) -> Vec<Entry> {
        let entry = |(name, cell): (String, TypeCell)| Entry { name, scalar: cell.ty.is_scalar() };
        self.named_types(source, vocabulary).into_iter().map(entry).collect()
    }

    /// The name and type of each row.
    fn named_types(&self, source: &Source, vocabulary: &Vocabulary) -> Vec<(String, TypeCell)> {
        let column = |role| self.columns.roles().iter().position(|known| *known == Some(role));
        let (Some(names), Some(types)) = (column(Role::Name), column(Role::Type)) else { return Vec::new() };
        let read = |row: &page::Row| {
            let cell =
                |column: usize| row.cells.get(column).copied().flatten().map(|cell| cell.prose(source));
            Some((cell(names)?.text().to_owned(), type_cell(&cell(types)?, vocabulary)))
        };
        self.table.rows.iter().filter_map(read).collect()
    }

    /// The structures that its type cells name; or else the one list or structure that has no name but its row's.
    fn structures(&self, source: &Source, vocabulary: &Vocabulary) -> Vec<String> {
        let (mut named, mut bare) = (Vec::new(), Vec::new());
        for (name, cell) in self.named_types(source, vocabulary) {
            let is_bare = cell.ty == Type::Object || cell.ty.is_bare_list();
            named.extend(cell.model);
            bare.extend(is_bare.then_some(name));
        }
        match bare.as_slice() {
            [_] if named.is_empty() => bare,
            _ => named,
        }
    }
}

/// Words that end with a full stop, and are not a name before a stray one: `SetGateStatus.`
fn is_sentence(words: &str) -> bool {
    words.strip_suffix(['。', '.']).is_some_and(|words| !is_operation(words))
}

impl<'p> Outline<'p> {
    /// Sorts a page.
    pub(crate) fn of(page: &'p Page, source: &Source, vocabulary: &Vocabulary) -> Self {
        let mut outline = Outline::default();
        let mut section: Option<Section> = None;
        let mut side: Option<Section> = None; // request or response: what a model belongs to
        let mut label: Option<(String, Span)> = None;
        let mut caption: Option<usize> = None; // the remark that may be a table's caption
        let mut opened = Span::default(); // the words that opened the section
        for block in &page.blocks {
            let captioned = caption.take();
            match block {
                Block::Heading(heading) => {
                    outline.headings.push(heading.text);
                    let words = heading.text.words(source);
                    label = None;
                    match vocabulary.section(&words) {
                        Some(known) => {
                            let known = known.below(section);
                            section = Some(known);
                            side = known.side().or(side);
                            opened = heading.text.span;
                            outline.answers |= known.side() == Some(Section::Response);
                        }
                        // A plain page that lost its title begins with a sentence.
                        None if outline.titles.is_empty() && is_sentence(&words) => {
                            outline.notes.push(heading.text);
                        }
                        None if heading.level == 1 || outline.titles.is_empty() => {
                            outline.titles.push(heading.text);
                            section = None;
                        }
                        // A section named after a structure, below the examples.
                        None if side.is_some()
                            && section.is_some_and(Section::shows_examples)
                            && is_structure(&words) =>
                        {
                            section = side;
                            label = Some((words.clone().into_owned(), heading.text.span));
                        }
                        None if side.is_some()
                            && !matches!(section, Some(Section::Examples | Section::Errors)) =>
                        {
                            let name = structure(&words, false).unwrap_or(&words);
                            label = Some((name.to_owned(), heading.text.span));
                        }
                        None => section = None,
                    }
                }
                // A bold paragraph heads what follows as a heading does.
                Block::Paragraph(text)
                    if let Some(known) = bold(source.slice(text.span))
                        .and_then(|words| vocabulary.section(words))
                        .filter(|known| !known.shows_examples()) =>
                {
                    (section, label, opened) = (Some(known), None, text.span);
                    side = known.side().or(side);
                    outline.answers |= known.side() == Some(Section::Response);
                }
                Block::Paragraph(text) => {
                    let before = outline.remarks.len();
                    outline.paragraph(*text, source, vocabulary, &mut section, &mut label);
                    caption = Some(before);
                }
                Block::List(list) => outline.list(list, source, vocabulary, &mut section),
                Block::Code(code) if section == Some(Section::Syntax) => {
                    outline.syntax.get_or_insert(code);
                }
                Block::Code(code)
                    if !section.is_some_and(Section::shows_examples) && begins_request(code, source) =>
                {
                    outline.stray_syntax.get_or_insert(code);
                }
                Block::Code(code) => outline.examples.push((section, code)),
                Block::Table(table) => {
                    outline.remarks.truncate(captioned.unwrap_or(usize::MAX));
                    let columns = Columns::of(table, source, vocabulary);
                    outline.columns.extend(columns.roles().iter().flatten());
                    let position =
                        matches!(section, Some(Section::RequestHeaders | Section::ResponseHeaders))
                            .then(|| Sourced::derived(Position::Header, "section", source.locate(opened)));
                    outline.table(Part { table, columns, position }, section, label.take());
                }
            }
        }
        outline
    }

    /// `Configuration.N | Configuration`, and a second table in the section: it describes the structure that the first one
    /// names and nothing else on the page does.
    pub(crate) fn claim_structures(&mut self, source: &Source, vocabulary: &Vocabulary) {
        for request in [true, false] {
            let parts = if request { &mut self.request } else { &mut self.response };
            let [first, _, ..] = parts.as_slice() else { continue };
            let described = |name: &String| self.models.iter().any(|(model, ..)| model == name);
            let mut named: Vec<String> = Vec::new();
            for name in first.structures(source, vocabulary) {
                if !described(&name) && !named.contains(&name) {
                    named.push(name);
                }
            }
            let mut named = named.into_iter();
            for part in parts.split_off(1) {
                match named.next() {
                    Some(name) => self.models.push((name, part.table.span, part)),
                    None => parts.push(part),
                }
            }
        }
    }

    fn paragraph(
        &mut self,
        text: Text,
        source: &Source,
        vocabulary: &Vocabulary,
        section: &mut Option<Section>,
        label: &mut Option<(String, Span)>,
    ) {
        let sided = section.is_some_and(|section| section.side().is_some());
        if !sided && !vocabulary.can_head(text) {
            if matches!(section, None | Some(Section::Description)) {
                self.notes.push(text);
            }
            return;
        }
        let words = text.words(source);
        match vocabulary.section(&words) {
            // `**请求示例**` is a paragraph that heads an example; `Syntax:` heads a block of code as well.
            Some(known) if known.shows_examples() || known == Section::Syntax => {
                *section = Some(known.below(*section));
            }
            _ if matches!(section, None | Some(Section::Description)) => self.notes.push(text),
            _ if sided => {
                // `**X**` above a table names the structure that it describes, and so does `这（X）`.
                let bold = bold(source.slice(text.span)).is_some();
                *label = structure(&words, bold).map(|name| (name.to_owned(), text.span));
                if label.is_none() {
                    self.remarks.push(text);
                }
            }
            _ => {}
        }
    }

    fn list(&mut self, list: &List, source: &Source, vocabulary: &Vocabulary, section: &mut Option<Section>) {
        for item in &list.items {
            // A link leads somewhere, and heads nothing.
            let heads = vocabulary.can_head(*item) && !source.slice(item.span).contains("](");
            let known = heads.then(|| vocabulary.section(&item.words(source)));
            match known.flatten() {
                Some(
                    known @ (Section::RequestExample | Section::ResponseExample | Section::AnswerFormat),
                ) => *section = Some(known.below(*section)),
                _ => match section {
                    None | Some(Section::Description) => self.notes.push(*item),
                    Some(Section::Request | Section::Response) => self.remarks.push(*item),
                    Some(Section::Ignored) => self.guides.push(*item),
                    _ => {}
                },
            }
        }
    }

    fn table(&mut self, part: Part<'p>, section: Option<Section>, label: Option<(String, Span)>) {
        let fields = part.columns.describe_fields();
        let errors = part.columns.describe_errors();
        match (section, label) {
            (Some(Section::Errors), _) if errors => self.errors.push(part),
            (Some(section), Some((name, span)))
                if fields && (section.side().is_some() || section == Section::Models) =>
            {
                self.models.push((name, span, Part { position: None, ..part }));
            }
            (Some(Section::Models), None) if fields => self.own.push(part),
            (Some(Section::CommonParameters), _) if fields => self.common.push(part),
            (Some(Section::Request | Section::RequestHeaders), _) if fields => self.request.push(part),
            (Some(Section::Response | Section::ResponseHeaders), _) if fields => self.response.push(part),
            (_, _) if errors && !fields && self.request.is_empty() => self.errors.push(part),
            _ => self.strangers.push(part.table),
        }
    }
}

/// The words of a paragraph that is bold as a whole and one line.
fn bold(raw: &str) -> Option<&str> {
    let words = raw.trim().trim_end_matches([':', '：']).trim_end();
    let inner = words.strip_prefix("**")?.strip_suffix("**")?;
    (!inner.contains("**") && !inner.contains('\n')).then_some(inner)
}

/// The structure that a line above a table names: the line is its name, names it in brackets (`分片（Part）`) or as an item
/// (`Part Item`); or a bold line ends in it: `**数据类型 Hinge**`.
fn structure(words: &str, bold: bool) -> Option<&str> {
    let inner = words.split_once(['（', '(']).and_then(|(_, rest)| rest.strip_suffix(['）', ')']));
    let name =
        [Some(words), inner, words.strip_suffix(" Item")].into_iter().flatten().find(|name| is_name(name));
    name.or_else(|| if bold { last_name(words) } else { None })
}

/// The name that ends a line: behind Chinese words any capitalised one, behind others one like an operation's.
fn last_name(words: &str) -> Option<&str> {
    let begin = words.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (before, name) = words.split_at(begin + words[begin..].chars().next().map_or(0, char::len_utf8));
    let chinese = before.trim_end().ends_with(|c: char| !c.is_ascii());
    let capitalised = name.starts_with(|c: char| c.is_ascii_uppercase());
    (if chinese { capitalised } else { before.ends_with(' ') && is_operation(name) }).then_some(name)
}

fn is_name(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn begins_request(code: &Code, source: &Source) -> bool {
    let mut lines = source.slice(code.content).lines();
    lines.find(|line| !line.trim().is_empty()).is_some_and(|line| request_line(line).is_some())
}
