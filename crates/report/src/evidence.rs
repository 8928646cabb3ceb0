//! What a report is made of: a run, and the pages that it was held to.

use contract::Contract;
use runner::Run;
use source::{Location, Source};

use crate::Known;

/// A run with everything that is needed to quote the page and to repeat a case.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The spec's title.
    pub title: &'a str,
    /// The spec's folder as people type it: `specs/aliyun-image`.
    pub directory: &'a str,
    /// The command that repeats the run, without seed and choice of cases.
    pub command: &'a str,
    /// Why the run ended before its plan did, if it did.
    pub ended_early: Option<&'a str>,
    /// Which failures are known, where a baseline says so.
    pub known: Option<&'a Known>,
    /// What the pages promise.
    pub contract: &'a Contract,
    /// The pages.
    pub sources: &'a [Source],
    /// What became of the promises.
    pub run: &'a Run,
}

impl<'a> Evidence<'a> {
    /// The page that a location lies on.
    pub fn source(&self, at: &Location) -> Option<&'a Source> {
        self.sources.iter().find(|source| *source.name() == at.file)
    }

    /// The path of a page as an editor opens it from where the program was started.
    pub fn path(&self, file: &str) -> String {
        inside(self.directory, file)
    }

    /// The command that repeats one case.
    pub fn replay(&self, case: &str) -> String {
        format!("{} --seed {} --only {}", self.command, self.run.seed, quoted(case))
    }
}

/// A file's name below a folder, unless it is named from there already.
pub(crate) fn inside(directory: &str, file: &str) -> String {
    let directory = directory.trim_end_matches('/');
    let named = directory.is_empty()
        || directory == "."
        || file.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'));
    if named { file.to_owned() } else { format!("{directory}/{file}") }
}

/// A word as a shell takes it, quoted only where it must be.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=+:,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_split_it() {
        assert_eq!(quoted("CopyImage/Name/length/max+1"), "CopyImage/Name/length/max+1");
        assert_eq!(quoted("CopyImage/Tag.N.Key"), "CopyImage/Tag.N.Key");
        assert_eq!(quoted("a b's"), r"'a b'\''s'");
    }
}
