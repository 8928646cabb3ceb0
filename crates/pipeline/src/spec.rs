//! `spec.toml` says what a page can't; `bindings.toml` what only the target knows.

use std::path::Path;

use serde::Deserialize;
use suite::Bindings;
use wire::Wire;

use crate::error::Error;

/// The file `spec.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpecFile {
    /// For people.
    pub(crate) title: String,
    /// The family of the pages, if they do not tell.
    pub(crate) dialect: Option<String>,
    /// Where the pages came from, for people.
    #[serde(default, rename = "origin")]
    _origin: Option<String>,
    /// How requests and answers travel.
    pub(crate) wire: Wire,
}

impl SpecFile {
    /// Reads `spec.toml` of a folder.
    pub(crate) fn read(directory: &Path) -> Result<Self, Error> {
        if !directory.exists() {
            return Err(Error::missing(directory));
        }
        let path = directory.join("spec.toml");
        if !path.is_file() {
            return Err(Error::NoSpec { path: directory.to_owned() });
        }
        let file: SpecFile = parse(&path, &text(&path)?)?;
        if let Some(dialect) = &file.dialect
            && !reader::dialects().any(|known| known == dialect)
        {
            let known: Vec<_> = reader::dialects().collect();
            let cause = format!("dialect `{dialect}` is unknown; it can be {}", known.join(", "));
            return Err(Error::Malformed { path, cause });
        }
        Ok(file)
    }

    /// Reads `bindings.toml` of a folder; a spec without one binds nothing.
    pub(crate) fn bindings(directory: &Path) -> Result<(Bindings, String), Error> {
        let path = directory.join("bindings.toml");
        if !path.exists() {
            return Ok((Bindings::default(), String::new()));
        }
        let text = text(&path)?;
        Ok((parse(&path, &text)?, text))
    }
}

fn text(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path)
        .map_err(|error| Error::Unreadable { path: path.to_owned(), cause: error.to_string() })
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| Error::Malformed { path: path.to_owned(), cause: error.to_string() })
}
