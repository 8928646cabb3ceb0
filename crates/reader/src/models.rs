//! The structures that a page describes: those below its answer, and the one that it is named after.

use contract::Model;
use source::{Origin, Span};

use crate::operation::Reader;
use crate::sections::Part;
use crate::spellings::Spellings;
use crate::structures::is_structure;
use crate::titles::title;

impl Reader<'_> {
    /// Makes the page's structures known by name, before rows refer to them.
    pub(crate) fn describe_structures(&mut self) {
        for (name, _, part) in &self.outline.models {
            self.structures.describe(name, part.entries(self.source, self.vocabulary));
        }
    }

    /// The models that tables of the page describe.
    pub(crate) fn models(&mut self, answered: &Spellings<'_>) -> Vec<Model> {
        let parts = std::mem::take(&mut self.outline.models);
        parts.iter().map(|(name, span, part)| self.model(name, *span, part, answered)).collect()
    }

    fn model(&mut self, name: &str, span: Span, part: &Part<'_>, answered: &Spellings<'_>) -> Model {
        let rows = self.rows(std::slice::from_ref(part), false);
        let fields = rows.into_iter().map(|row| self.field(row, answered)).collect();
        Model { name: name.to_owned(), fields, origin: Origin::Stated(self.ledger.at(span)) }
    }

    /// The structure that the page is named after.
    pub(crate) fn own_model(&mut self) -> Option<Model> {
        let title = title(&self.outline.titles, false, self.source, self.vocabulary)?;
        if self.outline.own.is_empty() || !is_structure(&title.words) {
            return None;
        }
        self.describe_structures();
        let parts = std::mem::take(&mut self.outline.own);
        let rows = self.rows(&parts, false);
        let fields = rows.into_iter().map(|row| self.field(row, &Spellings::default())).collect();
        Some(Model { name: title.words, fields, origin: Origin::Stated(title.at) })
    }
}
