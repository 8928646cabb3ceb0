//! The line: pages on disk → sources → contract → files.

use std::path::{Path, PathBuf};

use contract::Contract;
use source::Source;
use suite::Bindings;
use wire::Wire;

use crate::disk::{self, Found};
use crate::error::Error;
use crate::spec::SpecFile;
use crate::usual;

/// What pages say, and the pages themselves, so that findings can quote them.
#[derive(Debug)]
pub struct Reading {
    /// The contract.
    pub contract: Contract,
    /// The pages that could be read, in order.
    pub sources: Vec<Source>,
}

/// A folder of pages, how they travel, and what only the target knows.
#[derive(Debug)]
pub struct Spec {
    /// The folder's name, which is the generated crate's.
    pub name: String,
    /// For people.
    pub title: String,
    /// Where it stands.
    pub directory: PathBuf,
    /// How its requests and answers travel.
    pub wire: Wire,
    /// What its pages promise.
    pub contract: Contract,
    /// Its pages.
    pub sources: Vec<Source>,
    /// What only the target knows.
    pub bindings: Bindings,
    /// The text of `bindings.toml`.
    pub bindings_text: String,
}

/// Reads files and folders of pages. A page that can't be read becomes a diagnostic, and the others go on.
pub fn read_paths(paths: &[PathBuf]) -> Result<Reading, Error> {
    let found = disk::pages(paths)?;
    Ok(read(found, None))
}

/// Reads the spec in a folder.
pub fn load_spec(directory: &Path) -> Result<Spec, Error> {
    let file = SpecFile::read(directory)?;
    let found = disk::spec_pages(directory)?;
    let mut reading = read(found, file.dialect.as_deref());
    // What is kept beside generated code does not change with the count of another page's cells.
    reading.contract.pages.clear();
    let (bindings, bindings_text) = SpecFile::bindings(directory)?;
    Ok(Spec {
        name: disk::name_of(directory)?,
        title: file.title,
        directory: directory.to_owned(),
        wire: file.wire,
        contract: reading.contract,
        sources: reading.sources,
        bindings,
        bindings_text,
    })
}

/// A spec of a folder of pages that has no `spec.toml`: its title is the folder's name, and its requests travel as is usual
/// in the family that most of its pages are of.
pub fn guess_spec(directory: &Path) -> Result<Spec, Error> {
    let mut reading = read(disk::pages(&[directory.to_owned()])?, None);
    reading.contract.pages.clear();
    let name = disk::name_of(directory)?;
    Ok(Spec {
        title: name.clone(),
        name,
        directory: directory.to_owned(),
        wire: usual::wire(&reading.contract)
            .ok_or_else(|| Error::NoOperations { path: directory.to_owned() })?,
        contract: reading.contract,
        sources: reading.sources,
        bindings: Bindings::default(),
        bindings_text: String::new(),
    })
}

/// The files of a spec's crate.
pub fn generate(spec: &Spec, home: emit::Home<'_>) -> emit::Emitted {
    emit::crate_files(&emitted(spec, home))
}

/// Makes a folder hold a spec's crate, anew where a stamp says that it changed, and tells what of the contract it can't
/// express.
pub fn renew(
    spec: &Spec,
    home: emit::Home<'_>,
    out: &Path,
    stamp: &Path,
) -> std::io::Result<(emit::Difference, Vec<source::Diagnostic>)> {
    emit::renew(&emitted(spec, home), out, stamp)
}

fn emitted<'s>(spec: &'s Spec, home: emit::Home<'s>) -> emit::Spec<'s> {
    emit::Spec {
        name: &spec.name,
        title: &spec.title,
        contract: &spec.contract,
        wire: &spec.wire,
        bindings: &spec.bindings_text,
        home,
    }
}

fn read(found: Found, dialect: Option<&str>) -> Reading {
    let mut contract =
        reader::read(&found.sources, reader::Options { dialect, ..reader::Options::default() });
    contract.accounting.pages += found.diagnostics.len();
    contract.diagnostics.splice(0..0, found.diagnostics);
    Reading { contract, sources: found.sources }
}
