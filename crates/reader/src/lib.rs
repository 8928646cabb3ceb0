//! Pages to a contract: vocabularies, tables, type expressions, rules in prose, examples, and the accounting of
//! every cell.
//!
//! [`read`] is the stage. A page goes through `sections` (which heading means what), its tables through `columns` and
//! `rows`, and `operation` puts the facts together. What a family of pages calls its
//! sections, columns and types is data under `vocabulary/`.

mod accounting;
mod columns;
mod diagnostics;
mod errors;
mod examples;
mod nesting;
mod operation;
mod positions;
mod prose;
mod request_line;
mod rows;
mod sections;
mod spelling;
mod titles;
mod types;
mod vocabulary;

pub use diagnostics::explain;
pub use vocabulary::dialects;

/// The words by which plain pages are cut into sections and columns: those of all families.
pub fn lexicon() -> &'static page::Lexicon {
    &vocabulary::LEXICON
}

use contract::Contract;
use rayon::prelude::*;
use source::Source;

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The family of the pages, by name; `None` lets each page tell.
    pub dialect: Option<&'a str>,
}

/// Reads pages, in parallel; what comes out is in the order of `sources`.
pub fn read(sources: &[Source], options: Options<'_>) -> Contract {
    let pages: Vec<Contract> = sources.par_iter().map(|source| operation::page(source, options)).collect();
    let mut contract = Contract::default();
    for page in pages {
        contract.operations.extend(page.operations);
        contract.common_parameters.extend(page.common_parameters);
        contract.errors.extend(page.errors);
        contract.diagnostics.extend(page.diagnostics);
        contract.accounting += page.accounting;
    }
    contract
}
