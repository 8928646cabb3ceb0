//! What became of each cell of each table.

use std::ops::AddAssign;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::FileName;

/// Counts over pages. `cells_used + cells_reported == cells`, always: nothing is dropped in silence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Accounting {
    /// Pages read.
    pub pages: usize,
    /// Pages that describe an operation.
    pub operation_pages: usize,
    /// Tables on them.
    pub tables: usize,
    /// Rows below the headers.
    pub rows: usize,
    /// Cells of those rows.
    pub cells: usize,
    /// Cells that became a fact.
    pub cells_used: usize,
    /// Cells that a diagnostic tells of.
    pub cells_reported: usize,
}

/// What became of the cells of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PageAccounting {
    /// The page.
    pub page: FileName,
    /// Its counts.
    #[serde(flatten)]
    pub accounting: Accounting,
}

impl AddAssign for Accounting {
    fn add_assign(&mut self, other: Self) {
        self.pages += other.pages;
        self.operation_pages += other.operation_pages;
        self.tables += other.tables;
        self.rows += other.rows;
        self.cells += other.cells;
        self.cells_used += other.cells_used;
        self.cells_reported += other.cells_reported;
    }
}
