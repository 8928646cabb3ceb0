//! The fields of an answer: those of its headers, and the tree of its body.

use contract::{Field, Model, Position, Type};

use crate::linking::{Answer, link};
use crate::nesting::{Leaf, nest};
use crate::operation::{Reader, names};
use crate::positions;
use crate::prose::Names;
use crate::rows::RowFacts;
use crate::spellings::Spellings;
use crate::stages::Draft;

/// An answer, before its descriptions are read.
pub(crate) struct Answered<'p, 'a> {
    /// The one that the page shows,
    shown: &'a Answer<'a>,
    /// and how it spells what rows describe.
    spellings: Spellings<'a>,
    models: Vec<Model>,
    pub(crate) rows: Vec<RowFacts<'p>>,
}

impl<'p> Reader<'p> {
    /// The rows of the answer, and the models of structures. What the page has `shown` says what they leave open.
    pub(crate) fn answered<'a>(&mut self, draft: &mut Draft<'p>, shown: &'a Answer<'a>) -> Answered<'p, 'a> {
        let spellings = shown.as_ref().map(|(value, at)| Spellings::of_answer(value, at)).unwrap_or_default();
        let structures = std::mem::take(&mut draft.structures);
        let model = |structure| self.model(structure, &spellings);
        let mut models: Vec<Model> = structures.into_iter().map(model).collect();
        let parts = std::mem::take(&mut self.outline.response);
        let mut rows = self.rows(&parts, false);
        link(&mut rows, &mut models, &draft.parameters, shown);
        rows.iter_mut().for_each(|row| positions::shown(row, shown, &mut self.ledger));
        self.tell_unread(&rows);
        Answered { shown, spellings, models, rows }
    }

    /// The fields of an answer, and the models that they have.
    pub(crate) fn response(&mut self, answer: Answered<'p, '_>) -> (Vec<Field>, Vec<Model>) {
        let Answered { shown, spellings, mut models, mut rows } = answer;
        let names = names(rows.iter());
        // A spelling that is a row of its own is not another one's.
        let row_of_its_own = |name: &str| rows.iter().any(|row| row.name.value == name);
        let with_capitals = |row: &RowFacts<'_>| {
            spellings.with_capitals(&row.name).filter(|shown| !row_of_its_own(&shown.value))
        };
        let capitals: Vec<_> = rows.iter().map(with_capitals).collect();
        let is_header =
            |row: &RowFacts<'_>| row.position.as_ref().is_some_and(|at| at.value == Position::Header);
        for (row, spelling) in rows.iter_mut().zip(capitals).filter(|(row, _)| !is_header(row)) {
            row.spelling = spelling;
        }
        let headers = rows.extract_if(.., |row| is_header(row));
        let known = Names::of(names.iter().map(String::as_str));
        let headers: Vec<Field> = headers.map(|row| self.field(row, &known, &spellings)).collect();
        let leaves = rows.into_iter().map(|row| self.leaf(row, &known, &spellings)).collect();
        // What an answer has where is not to be supposed.
        self.supposed.clear();
        let shown = shown.as_ref().map(|(shape, at)| (shape, *at));
        let top = |name: &str| self.vocabulary.is_on_top(name);
        let mut fields = nest(leaves, shown, &mut models, &self.structures, &top, &mut self.ledger);
        // Headers stand where the page has them, among the fields at the top.
        for header in headers {
            let behind = |field: &Field| field.origin.location() > header.origin.location();
            fields.insert(fields.iter().position(behind).unwrap_or(fields.len()), header);
        }
        (fields, models)
    }

    /// The field of a row among the `names` of its table, and what the row says of those below it.
    fn leaf(&mut self, row: RowFacts<'_>, names: &Names<'_>, answered: &Spellings<'_>) -> Leaf {
        let open = match &row.ty.value {
            Type::Object | Type::Unknown => true,
            Type::Array { item } => !item.is_scalar() || **item == Type::Unknown,
            _ => false,
        };
        let described = row.model.as_ref().is_some_and(|model| self.structures.knows(model));
        let blank = row.typeless && self.vocabulary.blank_contains;
        let container = self.vocabulary.nested_rows && (blank || (open && !described));
        let depth = row.depth;
        let field = self.field(row, names, answered);
        Leaf { field, depth, container, described }
    }
}
