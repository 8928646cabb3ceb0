//! Paths that people type.

use std::path::{Path, PathBuf};

use source::Severity;

use crate::exit::{Exit, Failure};
use crate::output::{error_look, tell};

/// Reads the spec in a folder. Errors on its pages end the program: what is held to half a contract proves nothing.
pub(crate) fn spec(directory: &Path) -> Result<pipeline::Spec, Failure> {
    sound(directory, pipeline::load_spec(directory)?)
}

/// Reads the spec in a folder, or makes one of the pages below it.
pub(crate) fn spec_or_pages(directory: &Path) -> Result<pipeline::Spec, Failure> {
    if directory.is_dir() && !directory.join("spec.toml").exists() {
        return sound(directory, pipeline::guess_spec(directory)?);
    }
    spec(directory)
}

fn sound(directory: &Path, spec: pipeline::Spec) -> Result<pipeline::Spec, Failure> {
    let errors: Vec<_> =
        spec.contract.diagnostics.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
    if errors.is_empty() {
        return Ok(spec);
    }
    let shown = directory.display().to_string();
    tell(&report::diagnostics(&errors, &spec.sources, &shown, error_look()));
    let number = errors.len();
    Err(Failure {
        exit: Exit::Pages,
        what: format!("{number} error(s) on the pages of {shown}"),
        help: "mend the pages, or write errata in errata.toml".to_owned(),
    })
}

/// The spec folders right below a folder, in order.
pub(crate) fn specs_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut specs: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join("spec.toml").is_file()).collect();
    specs.sort();
    specs
}

/// What is put before the names of pages so that an editor opens them: pages below a single path are named from there.
pub(crate) fn base(paths: &[PathBuf]) -> String {
    let folder = match paths {
        [folder] if folder.is_dir() => Some(folder.as_path()),
        [file] => file.parent(),
        _ => None,
    };
    folder.map(|folder| folder.display().to_string()).unwrap_or_default()
}
