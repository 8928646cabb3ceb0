//! Pages on disk: which files they are, in which order, and what to say of those that can't be read.

use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use source::{Diagnostic, Source};

use crate::diagnostics;
use crate::error::Error;

/// A page is text that a person wrote; beyond this it is something else.
const LARGEST_PAGE: u64 = 16 << 20;

/// What was found below some paths.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) sources: Vec<Source>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The pages below the given files and folders. Names are relative to the folder, if it is the only path; a file keeps
/// its name as given.
pub(crate) fn pages(paths: &[PathBuf]) -> Result<Found, Error> {
    let mut found = Found::default();
    for path in paths {
        if !path.exists() {
            return Err(Error::missing(path));
        }
        let base = if paths.len() == 1 { path.as_path() } else { Path::new("") };
        if path.is_file() {
            let name = if paths.len() == 1 { path.file_name().map(Path::new).unwrap_or(path) } else { path };
            found.take(path, &shown(name));
        } else {
            found.folder(path, base)?;
        }
    }
    Ok(found)
}

/// The pages of a spec, named from the spec's folder on: `pages/CopyImage.md`.
pub(crate) fn spec_pages(directory: &Path) -> Result<Found, Error> {
    let pages = directory.join("pages");
    if !pages.is_dir() {
        return Err(Error::missing(&pages));
    }
    let mut found = Found::default();
    found.folder(&pages, directory)?;
    Ok(found)
}

/// The name of a folder, whichever way the path was written.
pub(crate) fn name_of(directory: &Path) -> Result<String, Error> {
    let unreadable =
        |error: std::io::Error| Error::Unreadable { path: directory.to_owned(), cause: error.to_string() };
    let whole = directory.canonicalize().map_err(unreadable)?;
    Ok(whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

impl Found {
    fn folder(&mut self, folder: &Path, base: &Path) -> Result<(), Error> {
        let mut files = Vec::new();
        let walk = WalkBuilder::new(folder).standard_filters(false).follow_links(true).build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.path().is_file() && is_page(entry.path()) => files.push(entry.into_path()),
                Ok(_) => {}
                // A link that leads in a circle, or a folder that may not be opened: said, and the others go on.
                Err(error) => {
                    let name = shown(folder.strip_prefix(base).unwrap_or(folder));
                    self.diagnostics.push(diagnostics::unreadable(&name, &error.to_string()));
                }
            }
        }
        files.sort();
        if files.is_empty() && self.diagnostics.is_empty() {
            return Err(Error::NoPages { path: folder.to_owned() });
        }
        for file in files {
            let name = shown(file.strip_prefix(base).unwrap_or(&file));
            self.take(&file, &name);
        }
        Ok(())
    }

    fn take(&mut self, path: &Path, name: &str) {
        match text(path, name) {
            Ok(text) => self.sources.push(Source::new(name, text)),
            Err(diagnostic) => self.diagnostics.push(*diagnostic),
        }
    }
}

fn text(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| Box::new(diagnostics::unreadable(name, &error.to_string()));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > LARGEST_PAGE {
        return Err(Box::new(diagnostics::too_large(name, size, LARGEST_PAGE)));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_PAGE).read_to_end(&mut bytes).map_err(unreadable)?;
    let not_utf8 = |error: std::string::FromUtf8Error| {
        Box::new(diagnostics::not_utf8(name, error.utf8_error().valid_up_to()))
    };
    String::from_utf8(bytes).map_err(not_utf8)
}

fn is_page(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let hidden_folder = path.components().any(|part| part.as_os_str() == ".git");
    !hidden_folder && [".md", ".markdown", ".txt"].iter().any(|end| name.ends_with(end))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_files_are_said_and_the_others_go_on() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("good.md"), "# A\n").expect("is written");
        std::fs::write(folder.path().join("bad.md"), b"\xff\xfe\x00").expect("is written");
        std::fs::write(folder.path().join("large.md"), vec![b' '; 50 << 20]).expect("is written");
        std::fs::write(folder.path().join("picture.png"), b"\xff").expect("is written");
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("is linked");
        let found = pages(&[folder.path().to_owned()]).expect("the folder is there");
        assert_eq!(found.sources.iter().map(|s| &**s.name()).collect::<Vec<_>>(), ["good.md"]);
        let codes: Vec<_> = found.diagnostics.iter().map(|d| d.code.as_ref()).collect();
        assert_eq!(codes, ["pipeline/unreadable", "pipeline/not-utf-8", "pipeline/too-large"]);
    }

    #[test]
    fn a_wrong_path_gets_a_hint() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("aliyun-image")).expect("is made");
        let error = pages(&[folder.path().join("aliyun-imag")]).expect_err("is not there");
        assert!(error.to_string().contains("did you mean"), "{error}");
    }
}
