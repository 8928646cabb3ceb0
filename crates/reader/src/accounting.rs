//! The ledger of a page: each cell of each table is used or reported.

use std::cell::Cell;

use contract::Accounting;
use source::{Diagnostic, Place, Source, Span};

use page::Table;

/// Counts cells and gathers what there is to tell.
#[derive(Debug)]
pub(crate) struct Ledger<'s> {
    pub(crate) source: &'s Source,
    pub(crate) accounting: Accounting,
    pub(crate) diagnostics: Vec<Diagnostic>,
    near: Cell<Place>,
}

impl<'s> Ledger<'s> {
    /// An empty ledger of one page.
    pub(crate) fn of(source: &'s Source) -> Self {
        Self {
            source,
            accounting: Accounting { pages: 1, ..Accounting::default() },
            diagnostics: Vec::new(),
            near: Cell::default(),
        }
    }

    /// Opens a table. Every cell counts as used until [`Ledger::report`] says otherwise.
    pub(crate) fn table(&mut self, table: &Table) {
        self.accounting.tables += 1;
        self.accounting.rows += table.rows.len();
        let cells = cells_of(table);
        self.accounting.cells += cells;
        self.accounting.cells_used += cells;
    }

    /// A cell, or `count` of them, became no fact: `diagnostic` tells why.
    pub(crate) fn report(&mut self, count: usize, diagnostic: Diagnostic) {
        let count = count.min(self.accounting.cells_used);
        self.accounting.cells_used -= count;
        self.accounting.cells_reported += count;
        self.diagnostics.push(diagnostic);
    }

    /// Tells something without a cell being lost.
    pub(crate) fn tell(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Where a span stands.
    pub(crate) fn at(&self, span: Span) -> source::Location {
        self.source.locate_from(&self.near, span)
    }
}

/// The cells that a table really has.
pub(crate) fn cells_of(table: &Table) -> usize {
    table.rows.iter().map(|row| row.cells.iter().flatten().count()).sum()
}
