//! The structures that a page describes: those below its answer, and the one that it is named after.

use contract::{Field, Model, Rule};
use source::{Origin, Span};

use crate::operation::{Reader, names};
use crate::prose::{self, Names};
use crate::rows::RowFacts;
use crate::sections::Part;
use crate::spellings::Spellings;
use crate::structures::is_structure;
use crate::titles::title;

/// The rows of a structure, and what its heading calls it.
pub(crate) struct StructureRows<'p> {
    name: String,
    span: Span,
    pub(crate) rows: Vec<RowFacts<'p>>,
}

impl<'p> Reader<'p> {
    /// Makes the page's structures known by name, before rows refer to them.
    pub(crate) fn describe_structures(&mut self) {
        for (name, _, part) in &self.outline.models {
            self.structures.describe(name, part.entries(self.source, self.vocabulary));
        }
    }

    /// The rows of the structures that tables of the page describe.
    pub(crate) fn structure_rows(&mut self) -> Vec<StructureRows<'p>> {
        let parts = std::mem::take(&mut self.outline.models);
        let rows = |(name, span, part): (String, Span, Part<'p>)| {
            let rows = self.rows(std::slice::from_ref(&part), false);
            StructureRows { name, span, rows }
        };
        parts.into_iter().map(rows).collect()
    }

    /// The model of a structure, once its descriptions have been read.
    pub(crate) fn model(&mut self, structure: StructureRows<'p>, answered: &Spellings<'_>) -> Model {
        let StructureRows { name, span, rows } = structure;
        let fields = self.fields(rows, &name, answered);
        Model { name, fields, origin: Origin::Stated(self.ledger.at(span)) }
    }

    fn fields(&mut self, rows: Vec<RowFacts<'_>>, structure: &str, answered: &Spellings<'_>) -> Vec<Field> {
        let names = names(rows.iter());
        let names = Names::of(names.iter().map(String::as_str)).within(structure);
        let mut supposed: Vec<Vec<Rule>> = Vec::new();
        let mut fields: Vec<Field> = Vec::with_capacity(rows.len());
        for row in rows {
            fields.push(self.field(row, &names, answered));
            supposed.push(std::mem::take(&mut self.supposed));
        }
        for (at, mut rules) in supposed.into_iter().enumerate() {
            let says = |name: &str, value: &str| {
                fields.iter().any(|f| f.name.value == name && prose::mentions(&f.description.value, value))
            };
            rules.retain(|rule| prose::holds(rule, says));
            fields[at].rules.append(&mut rules);
        }
        fields
    }

    /// The structure that the page is named after.
    pub(crate) fn own_model(&mut self) -> Option<Model> {
        let title = title(&self.outline.titles, false, self.source, self.vocabulary)?;
        if self.outline.own.is_empty() || !is_structure(&title.words) {
            return None;
        }
        self.describe_structures();
        let parts = std::mem::take(&mut self.outline.own);
        let mut rows = self.rows(&parts, false);
        self.state(&mut rows);
        let fields = self.fields(rows, &title.words, &Spellings::default());
        Some(Model { name: title.words, fields, origin: Origin::Stated(title.at) })
    }
}
