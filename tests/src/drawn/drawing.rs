//! A small description of an operation: what a drawn page says.

use contract::Type;

use super::words::Line;

/// What a page says of an operation.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The operation's name.
    pub name: String,
    /// What it is called in prose.
    pub title: String,
    /// Remarks above the tables.
    pub notes: Vec<Line>,
    /// Parameters of a table of their own, which every operation takes.
    pub common: Vec<Row>,
    /// The operation's parameters, its action among them where the family has it there.
    pub parameters: Vec<Row>,
    /// Structures of the request.
    pub request_models: Vec<Model>,
    /// What it answers.
    pub response: Vec<Row>,
    /// Structures of the answer.
    pub models: Vec<Model>,
    /// What it refuses.
    pub errors: Vec<ErrorRow>,
    /// Whether the request example has numbers in place of `N`.
    pub numbered: bool,
    /// Which of a template's ways to lay out the same facts: bits.
    pub variant: u32,
}

impl Drawing {
    /// Whether a way to lay out is taken.
    pub fn varies(&self, bit: u32) -> bool {
        self.variant >> bit & 1 == 1
    }
}

/// A row of a table of parameters or fields.
#[derive(Debug, Clone)]
pub struct Row {
    /// The name.
    pub name: String,
    /// The type; of a container it follows from what stands below.
    pub ty: Type,
    /// Which of the family's spellings of the type.
    pub spelling: usize,
    /// Whether it is required.
    pub required: bool,
    /// The example value.
    pub value: String,
    /// The description.
    pub description: Vec<Line>,
    /// Whether the request example shows it.
    pub shown: bool,
    /// What stands below it.
    pub below: Below,
}

/// What stands below a field, and how it travels.
#[derive(Debug, Clone)]
pub enum Below {
    /// Nothing.
    Nothing,
    /// `{"X": {…}}`
    Structure(Vec<Row>),
    /// `{"Xs": {"X": [{…}]}}`
    Elements {
        /// The name of the inner level.
        element: String,
        /// The fields of an element.
        rows: Vec<Row>,
    },
    /// `{"Xs": {"X": ["…"]}}`: the inner name stands in no table.
    Scalars {
        /// The name of the inner level.
        element: String,
    },
}

/// A structure that the page describes on its own.
#[derive(Debug, Clone)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Its fields.
    pub rows: Vec<Row>,
}

/// A row of a table of errors.
#[derive(Debug, Clone)]
pub struct ErrorRow {
    /// The HTTP status.
    pub status: u16,
    /// The code.
    pub code: String,
    /// The message; some pages leave it out.
    pub message: String,
    /// The explanation.
    pub description: Vec<Line>,
}
