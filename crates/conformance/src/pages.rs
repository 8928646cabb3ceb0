//! The pages of a spec, where they lie beside the generated crate, so that failures can quote them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use contract::Contract;
use source::Source;

/// The pages of a contract. A crate that was taken elsewhere has none, and failures name file and line only.
pub(crate) fn of(contract: &Contract, directory: &str) -> Vec<Source> {
    let Some(workspace) = workspace() else { return Vec::new() };
    let rows = contract.errors.iter().map(|error| &error.origin.location().file);
    let pages = contract.operations.iter().map(|operation| &operation.page);
    let names: BTreeSet<_> = pages.chain(rows).collect();
    let read = |name: &source::FileName| {
        let text = std::fs::read_to_string(workspace.join(directory).join(&**name)).ok()?;
        Some(Source::new(name.clone(), text))
    };
    names.into_iter().filter_map(read).collect()
}

/// `generated/<spec>` lies two folders below it.
fn workspace() -> Option<PathBuf> {
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
    Some(package.parent()?.parent()?.to_owned())
}
