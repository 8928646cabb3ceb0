//! What each column of a table holds: by its header, and by its content where the header lies.

use page::{Column, Table};
use serde::Deserialize;
use source::Source;

use crate::vocabulary::Vocabulary;

/// The role of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    Name,
    Type,
    Presence,
    Position,
    Default,
    Example,
    Description,
    Status,
    Code,
    Message,
}

impl Role {
    /// How a plain page cuts such a column.
    pub(crate) fn column(self) -> Option<Column> {
        Some(match self {
            Role::Name => Column::Name,
            Role::Type => Column::Type,
            Role::Presence => Column::Presence,
            Role::Example => Column::Example,
            Role::Description => Column::Description,
            Role::Status => Column::Status,
            Role::Code => Column::Code,
            Role::Message => Column::Message,
            // No family of plain text has these columns.
            Role::Position | Role::Default => return None,
        })
    }
}

/// The roles of a table's columns, from left to right; `None` where nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns(Vec<Option<Role>>);

impl Columns {
    /// Reads the header. A word with two meanings takes the one that no other column has; the last column of a
    /// table without a description is the description, whatever it is called.
    pub(crate) fn of(table: &Table, source: &Source, vocabulary: &Vocabulary) -> Self {
        let candidates: Vec<&[Role]> =
            table.header.iter().map(|cell| vocabulary.roles(&cell.words(source))).collect();
        let mut roles: Vec<Option<Role>> = vec![None; candidates.len()];
        for index in 0..candidates.len() {
            let taken = |role: &Role| {
                roles.contains(&Some(*role))
                    || candidates.iter().enumerate().any(|(i, c)| i != index && **c == [*role])
            };
            roles[index] = match candidates[index] {
                [] => None,
                [only] => Some(*only),
                several => several.iter().find(|role| !taken(role)).or(several.first()).copied(),
            };
        }
        let mut columns = Columns(roles);
        columns.mend(table, source, vocabulary);
        columns
    }

    /// Where a role stands twice, is missing, or is another's, the content decides.
    fn mend(&mut self, table: &Table, source: &Source, vocabulary: &Vocabulary) {
        self.mend_code(table, source);
        self.mend_errors(table, source);
        let last = self.0.len().checked_sub(1);
        let has = |columns: &Self, role| columns.0.contains(&Some(role));
        if let Some(last) = last
            && has(self, Role::Name)
            && has(self, Role::Type)
            && !has(self, Role::Description)
            && self.0[last] == Some(Role::Presence)
        {
            let filled = |cell: &str| vocabulary.presence(cell).is_some();
            let flags = table.rows.iter().filter_map(|row| row.cells.get(last).copied().flatten());
            let (said, all) = flags
                .fold((0, 0), |(said, all), cell| (said + usize::from(filled(&cell.words(source))), all + 1));
            if said * 2 < all {
                self.0[last] = Some(Role::Description);
            }
        }
    }

    /// A table without codes whose statuses are numbers, but none of HTTP: they are the codes.
    fn mend_code(&mut self, table: &Table, source: &Source) {
        let Some(at) = self.0.iter().position(|role| *role == Some(Role::Status)) else { return };
        if self.0.contains(&Some(Role::Code)) || table.rows.is_empty() {
            return;
        }
        let is_code = |cell: Option<page::Cell>| {
            cell.is_some_and(|cell| cell.words(source).parse().is_ok_and(|n: u32| n > 599))
        };
        if table.rows.iter().all(|row| is_code(row.cells.get(at).copied().flatten())) {
            self.0[at] = Some(Role::Code);
        }
    }

    /// In a table of errors: a column of numbers with three digits is the status whatever heads it; a second column of codes
    /// that holds sentences is the message; and where the explanation stands first, the other words are the message.
    fn mend_errors(&mut self, table: &Table, source: &Source) {
        let place = |columns: &Self, role| columns.0.iter().position(|of| *of == Some(role));
        let Some(code) = place(self, Role::Code) else { return };
        let share = |index: usize, fits: &dyn Fn(&str) -> bool| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index).copied().flatten());
            let (said, all) = cells
                .fold((0, 0), |(said, all), cell| (said + usize::from(fits(&cell.words(source))), all + 1));
            said * 2 > all
        };
        let is_status = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        let is_sentence = |text: &str| text.contains(' ');
        let unknown: Vec<usize> = (0..self.0.len()).filter(|&at| self.0[at].is_none()).collect();
        if place(self, Role::Status).is_none()
            && let Some(&at) = unknown.iter().find(|&&at| share(at, &is_status))
        {
            self.0[at] = Some(Role::Status);
        }
        let second = (code + 1..self.0.len()).find(|&at| self.0[at] == Some(Role::Code));
        if place(self, Role::Message).is_none()
            && let Some(at) = second.filter(|&at| share(at, &is_sentence))
        {
            self.0[at] = Some(Role::Message);
        }
        if let (Some(message), Some(description)) =
            (place(self, Role::Message), place(self, Role::Description))
            && message < code
            && code < description
        {
            self.0.swap(message, description);
        }
    }

    /// Whether it is a table of parameters or fields.
    pub(crate) fn describe_fields(&self) -> bool {
        self.0.contains(&Some(Role::Name)) && self.0.contains(&Some(Role::Type))
    }

    /// Whether it is a table of errors.
    pub(crate) fn describe_errors(&self) -> bool {
        let has = |role| self.0.contains(&Some(role));
        has(Role::Code) && (has(Role::Message) || has(Role::Description))
    }

    /// Number of columns.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The roles.
    pub(crate) fn roles(&self) -> &[Option<Role>] {
        &self.0
    }
}
