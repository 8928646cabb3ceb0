//! A row of a table of parameters or fields, cell by cell.

use std::sync::Arc;

use contract::{Position, Presence, Type};
use page::{Cell, Prose, Row};
use rustc_hash::{FxBuildHasher, FxHashSet};
use source::{Location, Source, Sourced, Span};

use crate::accounting::Ledger;
use crate::columns::{Columns, Role};
use crate::diagnostics;
use crate::prose::{LONGEST, Stated, Subject};
use crate::sections::Part;
use crate::types::{TypeCell, type_cell};
use crate::vocabulary::Vocabulary;

/// What a row says. Facts that need the page around them (rules, nesting) are not there yet.
#[derive(Debug)]
pub(crate) struct RowFacts<'s> {
    pub(crate) name: Sourced<String>,
    /// How many `└` stand before the name.
    pub(crate) depth: usize,
    pub(crate) ty: Sourced<Type>,
    /// Whether the type cell is there and blank: a container, or an element of one.
    pub(crate) typeless: bool,
    /// The model that the type names.
    pub(crate) model: Option<String>,
    /// Whether the type is a link.
    pub(crate) linked: bool,
    pub(crate) presence: Sourced<Presence>,
    /// In which part of a message it travels.
    pub(crate) position: Option<Sourced<Position>>,
    /// How the request line spells the name.
    pub(crate) spelling: Option<Box<Sourced<String>>>,
    pub(crate) default: Option<Box<Sourced<String>>>,
    pub(crate) example: Option<Sourced<String>>,
    /// The description, and where it stands.
    pub(crate) prose: Prose<'s>,
    pub(crate) described_at: Location,
    /// What it says, once that is read. Most say nothing.
    pub(crate) stated: Option<Arc<Stated>>,
    pub(crate) at: Location,
}

impl RowFacts<'_> {
    /// What is known of the value that its description describes.
    pub(crate) fn subject(&self) -> Subject<'_> {
        let example = self.example.as_ref().map(|example| example.value.as_str());
        Subject { name: &self.name.value, ty: &self.ty.value, example }
    }

    /// Whether its description is not too long for rules to be read.
    pub(crate) fn can_be_read(&self) -> bool {
        self.prose.text().len() <= LONGEST
    }

    /// Whether its description may tie it to others.
    pub(crate) fn may_tie(&self) -> bool {
        self.stated.as_deref().is_some_and(Stated::may_tie)
    }
}

/// Reads the rows of a table of parameters or fields; they go behind those that `rows` has.
pub(crate) fn field_rows<'s>(
    part: &Part<'_>,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger<'s>,
    rows: &mut Vec<RowFacts<'s>>,
) {
    ledger.table(part.table);
    report_lost_columns(part, ledger);
    let first = rows.len();
    for row in &part.table.rows {
        if row.is_conflict_mark(ledger.source) {
            ledger.report(1, diagnostics::merge_conflict(ledger.at(row.span)));
            continue;
        }
        let beyond = presence_beyond(row, &part.columns, vocabulary, ledger);
        let within = beyond.map_or(row.cells.len(), |_| part.columns.len());
        let fold = fold_position(row, &part.columns, vocabulary, ledger.source);
        let cells = Cells::of(&row.cells[..within], row.span, &part.columns, ledger, fold);
        let presence = beyond.or_else(|| cells.get(Role::Presence));
        field_row(row, &cells, presence, part.position.as_ref(), vocabulary, ledger, rows);
    }
    if part.columns.roles().contains(&Some(Role::Presence)) {
        tell_twins(&rows[first..], ledger);
    }
}

/// Tells of rows at the top whose name another one has already.
fn tell_twins(rows: &[RowFacts<'_>], ledger: &mut Ledger<'_>) {
    let mut names = FxHashSet::with_capacity_and_hasher(rows.len(), FxBuildHasher);
    for row in rows.iter().filter(|row| row.depth == 0) {
        let name = row.name.value.as_str();
        if names.contains(name) {
            ledger.tell(diagnostics::duplicate_name(row.name.location().clone(), name));
        } else if !row.typeless {
            names.insert(name);
        }
    }
}

/// A pipe that is not escaped splits some cell in two: fold there, where the cells for type and presence make sense again.
/// A description is the likeliest to hold pipes.
fn fold_position(row: &Row, columns: &Columns, vocabulary: &Vocabulary, source: &Source) -> Option<usize> {
    let surplus = row.cells.len().checked_sub(columns.len()).filter(|&surplus| surplus > 0)?;
    let place = |role| columns.roles().iter().position(|known| *known == Some(role));
    let fits = |fold: usize, role: Role, test: &dyn Fn(&Prose<'_>) -> bool| {
        let Some(at) = place(role) else { return true };
        let at = if at > fold { at + surplus } else { at };
        row.cells.get(at).copied().flatten().is_some_and(|cell| test(&cell.prose(source)))
    };
    let sound = |&fold: &usize| {
        fits(fold, Role::Presence, &|said| vocabulary.presence(said.text()).is_some())
            && fits(fold, Role::Type, &|said| type_cell(said, vocabulary).unknown.is_none())
    };
    place(Role::Description).into_iter().chain((0..columns.len()).rev()).find(sound)
}

/// Reads a row, if it names anything. Its facts are put where they stay: they are too many to be carried around.
fn field_row<'s>(
    row: &Row,
    cells: &Cells<'_>,
    presence: Option<Cell>,
    heading: Option<&Sourced<Position>>,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger<'s>,
    rows: &mut Vec<RowFacts<'s>>,
) {
    let count = row.cells.iter().flatten().count();
    let at = ledger.at(row.span);
    let name_cell = cells.get(Role::Name);
    let raw = name_cell.map(|cell| cell.prose(ledger.source)).unwrap_or_default();
    let marked = raw.text().trim_start_matches(['└', ' ', '\u{a0}', '│', '├', '─']);
    let marks = &raw.text()[..raw.text().len() - marked.len()];
    let depth = marks.matches(['└', '├']).count();
    if marked.is_empty() {
        ledger.report(count, diagnostics::nameless_row(at));
        return;
    }
    let name_at = ledger.at(raw.raw(marks.len()..raw.text().len()));
    let name = if is_name(marked) {
        Sourced::stated(marked.to_owned(), name_at.clone())
    } else if let Some(whole) = without_blanks(marked).filter(|whole| is_name(whole)) {
        ledger.tell(diagnostics::blank_in_name(name_at.clone(), marked, &whole));
        Sourced::derived(whole, "blank-behind-a-dot", name_at.clone())
    } else {
        ledger.report(count, diagnostics::odd_name(name_at, marked));
        return;
    };

    let type_prose = cells.get(Role::Type).map(|cell| (cell, cell.prose(ledger.source)));
    let type_at = type_prose.as_ref().map_or_else(|| name_at.clone(), |(cell, _)| ledger.at(cell.span));
    let read = type_prose.as_ref().map_or(TypeCell::default(), |(_, prose)| type_cell(prose, vocabulary));
    if let (Some(word), Some((cell, _))) = (&read.unknown, &type_prose) {
        ledger.report(1, diagnostics::unknown_type(ledger.at(cell.span), word));
    }

    if let (Some((said, target)), Some((cell, _))) = (&read.disputed, &type_prose) {
        ledger.tell(diagnostics::disputed_link(ledger.at(cell.span), said, target));
    }

    let presence = match presence {
        None => Sourced::derived(Presence::Unstated, "no-presence-cell", at.clone()),
        Some(cell) => {
            let said = cell.words(ledger.source);
            let location = ledger.at(cell.span);
            let presence = vocabulary.presence(&said);
            if presence.is_none() && !said.is_empty() {
                ledger.report(1, diagnostics::unknown_presence(location.clone(), &said));
            }
            Sourced::stated(presence.unwrap_or(Presence::Unstated), location)
        }
    };

    let position = cells.get(Role::Position).and_then(|cell| {
        let said = cell.words(ledger.source);
        let position = vocabulary.position(&said);
        if position.is_none() && !said.is_empty() {
            ledger.report(1, diagnostics::unknown_position(ledger.at(cell.span), &said));
        }
        position.map(|position| Sourced::stated(position, ledger.at(cell.span)))
    });

    let description = cells.get(Role::Description);
    let prose = description.map(|cell| cell.prose(ledger.source)).unwrap_or_default();
    let described_at = description.map_or_else(|| at.clone(), |cell| ledger.at(cell.span));
    let filled = |role| {
        let cell = cells.get(role)?;
        let text = cell.words(ledger.source);
        (!text.is_empty()).then(|| Sourced::stated(text.into_owned(), ledger.at(cell.span)))
    };
    let (default, example) = (filled(Role::Default).map(Box::new), filled(Role::Example));
    rows.push(RowFacts {
        name,
        depth,
        ty: Sourced::stated(read.ty, type_at),
        typeless: read.blank,
        model: read.model,
        linked: read.linked,
        presence,
        position: position.or_else(|| heading.cloned()),
        spelling: None,
        default,
        example,
        prose,
        described_at,
        stated: None,
        at,
    });
}

/// `Status. Code` without the blank behind its dot, if that is all that is wrong with it.
pub(crate) fn without_blanks(name: &str) -> Option<String> {
    if !name.contains(char::is_whitespace) {
        return None;
    }
    let parts: Vec<&str> = name.split('.').map(str::trim).collect();
    let whole = parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace));
    (whole && parts.len() > 1).then(|| parts.join("."))
}

/// A cell behind the last column that says whether the row is required, in a table that has no column for it.
fn presence_beyond(
    row: &Row,
    columns: &Columns,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger<'_>,
) -> Option<Cell> {
    if row.cells.len() != columns.len() + 1 || columns.roles().contains(&Some(Role::Presence)) {
        return None;
    }
    let cell = row.cells.last().copied().flatten()?;
    let tells = vocabulary.presence(&cell.words(ledger.source)).is_some();
    if tells {
        ledger.tell(diagnostics::surplus_cells(ledger.at(row.span), 1));
    }
    tells.then_some(cell)
}

/// A dotted name; an index or a wildcard may stand in it. `X-Meta- *` names all headers that begin so.
fn is_name(text: &str) -> bool {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
    {
        return true;
    }
    let text = text.strip_suffix(" *").filter(|rest| rest.ends_with('-')).unwrap_or(text);
    text.chars().any(|c| c.is_alphabetic())
        && text.split('.').all(|part| {
            !part.is_empty()
                && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '*' | '[' | ']'))
        })
}

/// The cells of a row by role, surplus ones folded.
#[derive(Debug)]
pub(crate) struct Cells<'r> {
    cells: &'r [Option<Cell>],
    roles: &'r [Option<Role>],
    /// The column into which surplus cells are folded, and how many.
    fold: Option<(usize, usize)>,
}

impl<'r> Cells<'r> {
    /// Sorts the cells of a row. A surplus is folded into the column `fold`, or else into the last.
    pub(crate) fn of(
        cells: &'r [Option<Cell>],
        row: Span,
        columns: &'r Columns,
        ledger: &mut Ledger<'_>,
        fold: Option<usize>,
    ) -> Self {
        let width = columns.len();
        let blank = |cell: &Option<Cell>| cell.is_none_or(|cell| cell.span.is_empty());
        let surplus = cells.len().saturating_sub(width);
        let mut folded = None;
        if surplus > 0 && width > 0 {
            if cells[width..].iter().all(blank) {
                let lost = cells[width..].iter().flatten().count();
                ledger.report(lost, diagnostics::surplus_cells(ledger.at(row), surplus));
            } else {
                folded = Some((fold.unwrap_or(width - 1).min(width - 1), surplus));
                ledger.tell(diagnostics::surplus_cells(ledger.at(row), surplus));
            }
        } else if cells.len() < width {
            ledger.tell(diagnostics::missing_cells(ledger.at(row), width - cells.len()));
        }
        Cells { cells, roles: columns.roles(), fold: folded }
    }

    /// The cell of a role: of two columns that have it, the first that is there.
    pub(crate) fn get(&self, role: Role) -> Option<Cell> {
        let known = self.roles.iter().enumerate().filter(|(_, known)| **known == Some(role));
        known.map(|(column, _)| column).find_map(|column| self.at(column))
    }

    fn at(&self, column: usize) -> Option<Cell> {
        match self.fold {
            Some((into, surplus)) if column == into => {
                let parts = self.cells[into..=into + surplus].iter().flatten();
                parts.map(|cell| cell.span).reduce(Span::to).map(Cell::of)
            }
            Some((into, surplus)) if column > into => self.cells[column + surplus],
            _ => self.cells.get(column).copied().flatten(),
        }
    }
}

/// Reports the cells of columns that become no fact, because nobody knows what they hold.
pub(crate) fn report_lost_columns(part: &Part<'_>, ledger: &mut Ledger<'_>) {
    for (index, role) in part.columns.roles().iter().enumerate() {
        let header = part.table.header[index];
        if role.is_some() {
            continue;
        }
        let diagnostic = diagnostics::unknown_column(ledger.at(header.span), &header.words(ledger.source));
        let filled = |row: &&Row| row.cells.get(index).is_some_and(Option::is_some);
        let cells = part.table.rows.iter().filter(filled).count();
        ledger.report(cells, diagnostic);
    }
}
