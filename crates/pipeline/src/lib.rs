//! The order of the stages. Begin with `build.rs` beside this file: it is the line from pages to files, and nothing else.
//!
//! This is the only crate that reads specs from disk. It knows nothing of generated code, so that a broken generated
//! tree can always be made anew.

mod build;
mod diagnostics;
mod disk;
mod error;
mod spec;
mod usual;

pub use build::{Reading, Spec, generate, guess_spec, load_spec, read_paths, renew};
pub use diagnostics::explain;
pub use error::Error;
