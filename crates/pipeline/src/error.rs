//! Why a path or a spec can't be read at all.

use std::path::{Path, PathBuf};

/// Why a path or a spec can't be read at all. Single pages that can't be read are diagnostics instead.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing stands there.
    #[error("there is no {path}{hint}", path = path.display())]
    Missing {
        /// The path as given.
        path: PathBuf,
        /// A path that it may mean, or nothing.
        hint: String,
    },
    /// A folder or file of the spec can't be opened.
    #[error("{path} can't be read: {cause}", path = path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// The folder is no spec.
    #[error("{path} is no spec: it has no spec.toml; give a folder such as specs/aliyun-image", path = path.display())]
    NoSpec {
        /// The folder.
        path: PathBuf,
    },
    /// The folder documents no operation of a family that is known.
    #[error("{path} documents no operation, so nothing tells how requests travel; `doctract ir` says what its pages are", path = path.display())]
    NoOperations {
        /// The folder.
        path: PathBuf,
    },
    /// `spec.toml` or `bindings.toml` says something else than it can.
    #[error("{path} can't be understood: {cause}", path = path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong, where, and what is possible.
        cause: String,
    },
    /// The folder holds no page.
    #[error("{path} holds no page: no file ends in .md, .markdown or .txt", path = path.display())]
    NoPages {
        /// The folder.
        path: PathBuf,
    },
}

impl Error {
    /// Nothing stands at `path`; the nearest name beside it is offered.
    pub(crate) fn missing(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = std::fs::read_dir(parent).into_iter().flatten().flatten();
        let nearest = beside
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .map(|other| (strsim::damerau_levenshtein(&name, &other), other))
            .filter(|(distance, _)| *distance <= name.chars().count() / 3 + 1)
            .min();
        let hint = nearest.map(|(_, other)| format!("; did you mean {}?", parent.join(other).display()));
        Error::Missing { path: path.to_owned(), hint: hint.unwrap_or_default() }
    }
}
