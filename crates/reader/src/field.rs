//! A row of an answer's or a structure's table to a field.

use contract::Field;
use source::{Origin, Sourced};

use crate::operation::Reader;
use crate::prose::Names;
use crate::rows::RowFacts;
use crate::spellings::Spellings;

impl Reader<'_> {
    /// The field that a row describes among the `names` of its table, spelt as the page's answer shows it.
    pub(crate) fn field(&mut self, row: RowFacts<'_>, names: &Names<'_>, answered: &Spellings<'_>) -> Field {
        let mut constraints = self.constraints(&row);
        constraints.retain(|constraint| constraint.when.is_none()); // no case of an answer can be set
        // What an answer says of a parameter of the request is no rule of its fields, so others are no strangers here.
        let ties = self.ties(&row, names);
        self.supposed.extend(ties.supposed);
        Field {
            spelling: row.spelling.or_else(|| answered.spelling(&row.name)),
            name: row.name,
            ty: row.ty,
            presence: row.presence,
            position: row.position,
            example: row.example,
            description: Sourced::stated(row.prose.into_text(), row.described_at),
            constraints,
            rules: ties.rules,
            fields: Vec::new(),
            origin: Origin::Stated(row.at),
        }
    }
}
