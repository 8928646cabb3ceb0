//! Where facts come from: files with lines and columns, the origin of a fact, and a diagnostic as data.
//!
//! Everything downstream carries a [`Location`] instead of text: a finding that can't quote the page is an opinion.

mod diagnostic;
mod file;
mod file_name;
mod origin;

pub use diagnostic::{Diagnostic, Related, Severity};
pub use file::{Place, Source, Span};
pub use file_name::FileName;
pub use origin::{Correction, Derivation, Location, Origin, Sourced};
