//! The list of known failures, and what day it is.

use std::path::Path;

use jiff::Zoned;
use report::{Baseline, Known};
use runner::Run;

use crate::exit::Failure;

/// What a baseline file says of a run; nothing where there is none.
pub(super) fn weigh(path: Option<&Path>, run: &Run) -> Result<Known, Failure> {
    Ok(read(path)?.weigh(run, Zoned::now().date()))
}

/// Reads the file, so that a wrong one is told before anything is sent.
pub(super) fn read(path: Option<&Path>) -> Result<Baseline, Failure> {
    let Some(path) = path else { return Ok(Baseline::default()) };
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("{shown} can't be read: {error}"), "check --baseline"))?;
    Baseline::read(&text).map_err(|reason| {
        let help = "an entry is [[known]] with case, reason and expires, and perhaps code and spec";
        Failure::usage(format!("{shown} is no baseline: {reason}"), help)
    })
}
