//! Pages to a contract: vocabularies, tables, type expressions, rules in prose, examples, and the accounting of
//! every cell.
//!
//! [`read`] is the stage. `stages` takes pages through `sections` (which heading means what), their tables through
//! `columns` and `rows`, their rows through `parameter`, `field`, `models` and `response`, and `operation` puts the facts
//! together. Where several pages are of one operation, `identity` says which one speaks for it. What a family of pages
//! calls its sections, columns and types, and the phrases that state rules, are data under `vocabulary/`.

mod accounting;
mod arguments;
mod blocks;
mod callouts;
mod columns;
mod diagnostics;
mod errors;
mod examples;
mod field;
mod identity;
mod json;
mod linking;
mod met;
mod models;
mod named;
mod nesting;
mod operation;
mod parameter;
mod positions;
mod prose;
mod references;
mod request_line;
mod response;
mod rows;
mod sections;
mod shape;
mod shown_values;
mod spellings;
mod stages;
mod structures;
mod titles;
mod types;
mod vocabulary;

pub use diagnostics::explain;
pub use vocabulary::dialects;

/// The words by which plain pages are cut into sections and columns: those of all families.
pub fn lexicon() -> &'static page::Lexicon {
    &vocabulary::LEXICON
}

use contract::{Contract, Model, PageAccounting};
use identity::Reading;
use met::Met;
use rayon::prelude::*;
use source::Source;

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The family of the pages, by name; `None` lets each page tell.
    pub dialect: Option<&'a str>,
    /// Whether rules are read off the prose.
    pub rules: Rules,
}

/// What becomes of the prose of descriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rules {
    /// The rules that it states are read.
    #[default]
    Read,
    /// Descriptions stay text: for those who want names, types and presence only.
    Skipped,
}

/// How many pages a thread reads side by side, at most: so many that each stage has enough to do.
const BATCH: usize = 256;

/// How many batches each thread has, at least, so that none waits for the others for long.
const BATCHES: usize = 4;

/// Reads pages, in parallel; what comes out is in the order of `sources`.
pub fn read(sources: &[Source], options: Options<'_>) -> Contract {
    let met = Met::of(if options.rules == Rules::Read { sources.len() } else { 0 });
    let batch = sources.len().div_ceil(BATCHES * rayon::current_num_threads()).clamp(1, BATCH);
    let alone: Vec<Reading> = sources
        .par_chunks(batch)
        .flat_map_iter(|sources| stages::pages(sources, options, &[], &met))
        .collect();
    let shared: Vec<Model> = alone.iter().flat_map(|page| page.contract.models.iter().cloned()).collect();
    // A page that links to a structure which another page describes is read again, beside it.
    let beside = |(source, page): (&Source, Reading)| {
        let named = |name: &String| shared.iter().any(|model| model.name == *name);
        if page.wanted.iter().any(named) {
            stages::pages(std::slice::from_ref(source), options, &shared, &met)
        } else {
            vec![page]
        }
    };
    let mut pages: Vec<Reading> = sources.par_iter().zip(alone).flat_map_iter(beside).collect();
    // By a thread that has made it: what others give back, the allocator has to gather later.
    rayon::join(|| drop(met), || ());
    identity::settle(&mut pages, sources);
    let mut contract = Contract::default();
    contract.pages.reserve(pages.len());
    contract.operations.reserve(pages.len());
    for (page, source) in pages.into_iter().map(|reading| reading.contract).zip(sources) {
        let (page_name, accounting) = (source.name().clone(), page.accounting);
        contract.pages.push(PageAccounting { page: page_name, accounting });
        contract.operations.extend(page.operations);
        contract.common_parameters.extend(page.common_parameters);
        contract.models.extend(page.models);
        contract.errors.extend(page.errors);
        contract.diagnostics.extend(page.diagnostics);
        contract.accounting += page.accounting;
    }
    contract
}
