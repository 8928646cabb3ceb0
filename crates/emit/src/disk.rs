//! Emitted files and a folder: what differs, and how to make them alike.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::{fs, io};

use crate::File;

/// What others keep inside a crate: snapshots of the conformance tests, and what cargo makes of a crate by itself.
const KEPT: &[&str] = &["tests/conformance/snapshots", "target", "Cargo.lock"];

/// How a folder differs from emitted files. Paths are relative to it, with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Emitted, not on disk.
    pub missing: Vec<String>,
    /// On disk with other bytes.
    pub different: Vec<String>,
    /// On disk, not emitted.
    pub orphan: Vec<String>,
}

impl Difference {
    /// Whether the folder holds just what was emitted.
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.different.is_empty() && self.orphan.is_empty()
    }
}

/// Compares byte for byte. A folder that does not exist lacks every file; snapshots are insta's to compare.
pub fn compare(files: &[File], on_disk: &Path) -> io::Result<Difference> {
    let mut difference = Difference::default();
    let mut orphans = BTreeSet::new();
    list(on_disk, &mut orphans)?;
    for file in files {
        orphans.remove(&file.path);
        match fs::read(on_disk.join(&file.path)) {
            Ok(bytes) if bytes == file.text.as_bytes() => {}
            Ok(_) => difference.different.push(file.path.clone()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                difference.missing.push(file.path.clone())
            }
            Err(error) => return Err(error),
        }
    }
    difference.orphan.extend(orphans);
    Ok(difference)
}

/// Makes the folder hold just these files, and tells what it did. Each file is replaced in one step, so that a reader
/// never sees half of it; what is alike already is not touched. Orphans are removed inside this folder only.
pub fn write(files: &[File], on_disk: &Path) -> io::Result<Difference> {
    let difference = compare(files, on_disk)?;
    let stale = difference.missing.iter().chain(&difference.different).collect::<BTreeSet<_>>();
    for file in files.iter().filter(|file| stale.contains(&file.path)) {
        replace(&on_disk.join(&file.path), file.text.as_bytes())?;
    }
    let orphans = difference.orphan.iter().cloned().collect();
    remove(on_disk, orphans, &mut Difference::default())?;
    Ok(difference)
}

/// Makes one file what it should be, and notes what was missing or different.
pub(crate) fn renew(on_disk: &Path, path: &str, text: &str, noted: &mut Difference) -> io::Result<()> {
    let place = on_disk.join(path);
    match fs::read(&place) {
        Ok(bytes) if bytes == text.as_bytes() => return Ok(()),
        Ok(_) => noted.different.push(path.to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => noted.missing.push(path.to_owned()),
        Err(error) => return Err(error),
    }
    replace(&place, text.as_bytes())
}

/// Removes what is no longer made, and notes it.
pub(crate) fn remove(on_disk: &Path, orphans: BTreeSet<String>, noted: &mut Difference) -> io::Result<()> {
    for path in &orphans {
        fs::remove_file(on_disk.join(path))?;
        remove_empty_parents(on_disk, path);
    }
    noted.orphan.extend(orphans);
    Ok(())
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = fs::File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        fs::rename(&temporary, path)
    });
    written.inspect_err(|_| {
        // The error that is told is the first one.
        let _ = fs::remove_file(&temporary);
    })
}

/// Files below a folder that could be ours, relative. Links are listed and not followed: what they lead to is not ours,
/// and neither is what cargo and insta keep in a crate.
pub(crate) fn list(folder: &Path, into: &mut BTreeSet<String>) -> io::Result<()> {
    list_below(folder, "", into)
}

fn list_below(folder: &Path, prefix: &str, into: &mut BTreeSet<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if KEPT.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list_below(&entry.path(), &format!("{path}/"), into)?;
        } else {
            into.insert(path);
        }
    }
    Ok(())
}

/// Folders that hold nothing any more, up to the crate's own.
fn remove_empty_parents(root: &Path, path: &str) {
    let mut parent = Path::new(path).parent();
    while let Some(folder) = parent.filter(|folder| !folder.as_os_str().is_empty()) {
        // A folder that still holds something stays.
        if fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
        parent = folder.parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_folder_becomes_what_was_emitted() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [file("Cargo.toml", "a"), file("src/lib.rs", "b"), file("src/operations/x.rs", "c")];
        let all: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
        let written = write(&files, folder.path()).expect("written");
        assert_eq!(written, Difference { missing: all, ..Difference::default() });
        assert!(compare(&files, folder.path()).expect("read").is_empty());

        fs::create_dir_all(folder.path().join("tests/conformance/snapshots")).expect("a folder");
        fs::write(folder.path().join("tests/conformance/snapshots/x.snap"), "kept").expect("written");
        fs::write(folder.path().join("src/lib.rs"), "edited").expect("written");
        let fewer = &files[..2];
        let expected = Difference {
            missing: Vec::new(),
            different: vec!["src/lib.rs".to_owned()],
            orphan: vec!["src/operations/x.rs".to_owned()],
        };
        assert_eq!(compare(fewer, folder.path()).expect("read"), expected);
        assert_eq!(write(fewer, folder.path()).expect("written"), expected);
        assert!(compare(fewer, folder.path()).expect("read").is_empty());
        assert!(!folder.path().join("src/operations").exists());
        assert!(folder.path().join("tests/conformance/snapshots/x.snap").exists());
    }

    #[test]
    fn a_folder_that_is_not_there_lacks_everything() {
        let folder = tempfile::tempdir().expect("a folder");
        let nowhere = folder.path().join("nowhere");
        assert_eq!(compare(&[file("a", "")], &nowhere).expect("read").missing, ["a"]);
        assert!(!nowhere.exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
        fs::create_dir_all(&ours).expect("a folder");
        fs::create_dir_all(&theirs).expect("a folder");
        fs::write(theirs.join("precious"), "").expect("written");
        std::os::unix::fs::symlink(&theirs, ours.join("link")).expect("a link");
        assert_eq!(write(&[], &ours).expect("written").orphan, ["link"]);
        assert!(theirs.join("precious").exists() && !ours.join("link").exists());
    }
}
