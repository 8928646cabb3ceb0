//! Text to [`Page`]: headings, paragraphs, lists, code blocks and tables, each with its span.
//!
//! Two renderings come in, one shape goes out. Markdown is read by pulldown-cmark but for its tables, whose
//! cells the vendors break over blank lines: those are stitched first. Plain text, copied off a rendered
//! page, has lost its marks; a [`Lexicon`] of the words that head sections and columns brings them back.

mod block;
mod cleaner;
mod delimiter;
mod lexicon;
mod lines;
mod markdown;
mod plain;
mod prose;
mod simple;
mod stitch;

pub use block::{Block, Cell, Code, Heading, List, Page, Rendering, Row, Table, Text};
pub use lexicon::{Column, Lexicon};
pub use prose::{Mark, MarkKind, Prose};

use source::Source;

/// Reads a page in whichever rendering it is.
pub fn read(source: &Source, lexicon: &Lexicon) -> Page {
    match Rendering::of(source) {
        Rendering::Markdown => markdown::read(source),
        Rendering::Plain => plain::read(source, lexicon),
    }
}
