//! Real pages, which are not part of the project: what the reader must make of them.

use std::path::Path;
use std::time::Instant;

use pipeline::Reading;

use crate::{agreement, fidelity, identity, languages, recognition, seeds};

/// Reads the seeds and the corpus below `path`. No cell may be lost, and the seeds must be what they are known to be.
pub(crate) fn run(root: &Path, path: &Path, list: bool) -> Result<(), String> {
    let path = path.canonicalize().map_err(|error| format!("{}: {error}", path.display()))?;
    for folder in ["corpus/ucloud", "corpus/aliyun"] {
        if path.join(folder).is_dir() {
            let reading = read(&path, folder)?;
            recognition::check(folder, &reading)?;
            identity::check(folder, &reading.contract)?;
            languages::check(folder, &reading, list)?;
            agreement::with_itself(folder, &reading.contract)?;
            fidelity::check(&path, folder, &reading.contract)?;
        } else {
            eprintln!("{folder}: not there, skipped");
        }
    }
    seeds::check(root, &read(&path, "seeds")?.contract)
}

fn read(path: &Path, folder: &str) -> Result<Reading, String> {
    let begin = Instant::now();
    let reading = pipeline::read_paths(&[path.join(folder)]).map_err(|error| error.to_string())?;
    let count = reading.contract.accounting;
    eprintln!(
        "{folder}: {} pages, {} of operations, {} tables, {} cells = {} used + {} reported, {:.2} s",
        count.pages,
        count.operation_pages,
        count.tables,
        count.cells,
        count.cells_used,
        count.cells_reported,
        begin.elapsed().as_secs_f64(),
    );
    if count.cells_used + count.cells_reported != count.cells {
        return Err(format!("{folder}: cells are lost"));
    }
    Ok(reading)
}
