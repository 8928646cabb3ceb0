//! The gold set: cells of real pages whose rules people have written down, and how well they are read.
//!
//! `tests/gold/README.md` says what a label is. Drawing and merging make the set; without a flag it is scored.

mod cells;
mod classes;
mod found;
mod label;
mod meaning;
mod merge;
mod packets;
mod parse;
mod rows;
mod sample;
mod score;
mod table;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

/// What to do with the gold set.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The folder that holds `corpus`.
    path: Option<PathBuf>,
    /// Draw cells by this seed and write packets for labellers.
    #[arg(long, value_name = "SEED", requires = "out")]
    sample: Option<u64>,
    /// How many cells to draw.
    #[arg(long, default_value_t = 1200)]
    count: usize,
    /// Where packets go: a folder outside the project, as they hold text of the pages.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Say whether files of labels are well formed.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    check: Vec<PathBuf>,
    /// Merge two folders of label files, list what must be settled, and add what is to the committed rows.
    #[arg(long, value_names = ["A", "B"], num_args = 2, requires = "index")]
    merge: Vec<PathBuf>,
    /// The index that was written beside the packets.
    #[arg(long)]
    index: Option<PathBuf>,
    /// Seal all rows that are added, not each other one.
    #[arg(long, requires = "merge")]
    all_sealed: bool,
    /// Print each disagreement of open and retired rows; those of sealed rows are never printed.
    #[arg(long)]
    open: bool,
}

/// Does it.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    if !arguments.check.is_empty() {
        return merge::check(&arguments.check);
    }
    if let ([a, b], Some(index)) = (arguments.merge.as_slice(), &arguments.index) {
        return merge::run(root, a, b, index, arguments.all_sealed);
    }
    let path = arguments.path.as_deref().ok_or("the folder that holds `corpus` must be given")?;
    match (arguments.sample, &arguments.out) {
        (Some(seed), Some(out)) => draw(root, path, seed, arguments.count, out),
        _ => score::run(path, &rows::read(&rows::file(root))?, arguments.open),
    }
}

fn draw(root: &Path, path: &Path, seed: u64, count: usize, out: &Path) -> Result<(), String> {
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let inside = |out: &Path| out.canonicalize().is_ok_and(|out| out.starts_with(root));
    if inside(out) {
        return Err(format!(
            "{}: packets hold text of the pages and can't lie in the project",
            out.display()
        ));
    }
    let mut cells = Vec::new();
    for (vendor, reading) in cells::readings(path)? {
        cells.extend(reading.contract.operations.iter().flat_map(|operation| cells::of(vendor, operation)));
    }
    let of = cells.len();
    let drawn = sample::draw(cells, &rows::read(&rows::file(root))?, seed, count);
    packets::write(&drawn, out)?;
    eprintln!("{} of {of} cells in packets in {}", drawn.len(), out.display());
    for (class, _) in classes::Class::SHARES {
        eprintln!("  {} {class:?}", drawn.iter().filter(|drawn| drawn.class == class).count());
    }
    Ok(())
}
