//! A crate on disk made anew where it changed: a stamp remembers what each file was made from.
//!
//! The stamp is a shortcut and no source of truth: files that were touched since are made again, a stamp of another
//! build of this program counts for nothing, and without one all is made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::UNIX_EPOCH;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use source::Diagnostic;

use crate::disk::{self, Difference};
use crate::{Spec, services};

/// What the files of a crate were made from.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stamp {
    program: Option<Seen>,
    files: BTreeMap<String, Stamped>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Stamped {
    key: u64,
    seen: Option<Seen>,
    told: Vec<Diagnostic>,
}

/// A file as the file system tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    size: u64,
    nanoseconds: u128,
}

impl Seen {
    fn at(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self { size: metadata.len(), nanoseconds: modified.as_nanos() })
    }
}

impl Stamp {
    /// The stamp in a file; an empty one where it can't be read, or is of another build of this program.
    fn read(path: &Path, program: Option<Seen>) -> Self {
        let stamp: Option<Self> = fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        stamp.filter(|stamp| stamp.program == program && program.is_some()).unwrap_or_default()
    }
}

/// Makes a folder hold the crate of a spec, as [`crate::write`] does, and makes only those files whose operations differ
/// from those that they were made from, as the stamp at `stamp` remembers. What is told is the whole.
pub fn renew(spec: &Spec<'_>, on_disk: &Path, stamp: &Path) -> io::Result<(Difference, Vec<Diagnostic>)> {
    let program = std::env::current_exe().ok().and_then(|program| Seen::at(&program));
    let before = Stamp::read(stamp, program);
    let known = |path: &str, key: u64| {
        let stamped = before.files.get(path).filter(|stamped| stamped.key == key);
        stamped.is_some_and(|stamped| stamped.seen.is_some() && stamped.seen == Seen::at(&on_disk.join(path)))
    };
    let (services, mut diagnostics) = services::of(spec.contract);
    let made = crate::made(spec, &services, Some(&known));
    let mut before = before;
    let mut difference = Difference::default();
    let mut orphans = BTreeSet::new();
    disk::list(on_disk, &mut orphans)?;
    let mut after = Stamp { program, files: BTreeMap::new() };
    for file in made {
        orphans.remove(&file.path);
        let stamped = match (file.text, before.files.remove(&file.path)) {
            (Some((text, told)), _) => {
                disk::renew(on_disk, &file.path, &text, &mut difference)?;
                Stamped { key: file.key, seen: Seen::at(&on_disk.join(&file.path)), told }
            }
            (None, Some(stamped)) => stamped,
            (None, None) => continue,
        };
        diagnostics.extend(stamped.told.iter().cloned());
        after.files.insert(file.path, stamped);
    }
    disk::remove(on_disk, orphans, &mut difference)?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, serde_json::to_vec(&after)?)?;
    Ok((difference, diagnostics))
}
