//! Where the evidence finds what it looks at, pages drawn at random, and a caller of our own service.

pub mod chance;
pub mod drawn;
pub mod loopback;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// The folders of specs/, in order.
pub fn specs() -> Vec<PathBuf> {
    folders(&root().join("specs"))
}

/// The folders below `path`, in order.
pub fn folders(path: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}
