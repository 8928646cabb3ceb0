//! What a run has done, line by line, as it goes: enough to go on after the process was killed, and to join the parts of
//! one run.
//!
//! Lines are only ever added, each with one call of the system, so whoever kills the process loses at most the line that
//! is being written. A line without its end is dropped when the journal is read.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Budget, Leftover, Outcome, Shard};

/// The version of the journal's form.
const VERSION: u32 = 1;

/// What a journal is of. Only a run that is the same in all of this can go on from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// The spec's name.
    pub spec: String,
    /// The spec's folder, as the caller named it.
    pub directory: String,
    /// Where the requests went.
    pub target: String,
    /// The command that repeats the run, without seed and choice of cases.
    pub command: String,
    /// The seed.
    pub seed: u64,
    /// Random requests for each operation in the plan.
    pub random: usize,
    /// The budget.
    pub budget: Option<Budget>,
    /// The part of the whole.
    pub shard: Shard,
    /// Patterns of chosen cases.
    pub only: Vec<String>,
    /// Patterns of cases left out.
    pub skip: Vec<String>,
    /// Stands for the plan's cases and facts: pages that changed give another.
    pub plan: String,
}

/// A case that is done with: its outcome, and the facts that it has shown to hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// What became of it.
    pub outcome: Outcome,
    /// By their place in the plan's list of facts.
    pub proved: Vec<u32>,
}

/// What a journal tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Earlier {
    /// Cases that are done with, by id.
    pub done: BTreeMap<String, Done>,
    /// Cases that were begun and not finished, and how often.
    pub begun: BTreeMap<String, u32>,
    /// What was made in the target and not removed.
    pub leftovers: Vec<Leftover>,
    /// Time of all runs so far, in milliseconds.
    pub took_ms: u64,
    /// Requests of all runs so far, as far as outcomes tell.
    pub requests: u64,
}

/// Why a journal can't be written or read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum JournalError {
    /// The file can't be read or written.
    #[error("the journal {path} can't be used: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line is none of a journal.
    #[error("{path}:{line} is no line of a journal: {reason}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// It is of another run.
    #[error("the journal {path} is of another run: its {what} is {theirs}, now it is {ours}")]
    OtherRun {
        /// The file.
        path: PathBuf,
        /// What differs.
        what: &'static str,
        /// What the journal says.
        theirs: String,
        /// What this run says.
        ours: String,
    },
}

/// A journal that is written.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
    broken: OnceLock<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "lowercase")]
enum Line {
    Run {
        version: u32,
        #[serde(flatten)]
        heading: Box<Heading>,
    },
    Begun {
        case: String,
    },
    Made(Leftover),
    Removed(Leftover),
    Done(Box<Done>),
    End {
        took_ms: u64,
        requests: u64,
    },
}

impl Journal {
    /// Begins a journal; what the file held before is gone.
    pub fn create(path: &Path, heading: &Heading) -> Result<Self, JournalError> {
        let wrong = |source| JournalError::File { path: path.to_owned(), source };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(wrong)?;
        }
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(path).map_err(wrong)?;
        let journal = Self::over(path, file);
        journal.write(&Line::Run { version: VERSION, heading: Box::new(heading.clone()) });
        Ok(journal)
    }

    /// Goes on with a journal where one exists: what it tells, and the same file to go on writing to.
    pub fn resume(path: &Path, heading: &Heading) -> Result<(Self, Earlier), JournalError> {
        let wrong = |source| JournalError::File { path: path.to_owned(), source };
        if !path.exists() {
            return Ok((Self::create(path, heading)?, Earlier::default()));
        }
        let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(wrong)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(wrong)?;
        let whole = whole_lines(&bytes);
        if whole.is_empty() {
            // It was killed before its first line was whole.
            return Ok((Self::create(path, heading)?, Earlier::default()));
        }
        let (theirs, earlier) = read(path, whole)?;
        same_run(path, &theirs, heading)?;
        file.set_len(whole.len() as u64).and_then(|()| file.seek(SeekFrom::End(0))).map_err(wrong)?;
        Ok((Self::over(path, file), earlier))
    }

    /// Reads a journal, to look at it only.
    pub fn read(path: &Path) -> Result<(Heading, Earlier), JournalError> {
        let bytes =
            std::fs::read(path).map_err(|source| JournalError::File { path: path.to_owned(), source })?;
        read(path, whole_lines(&bytes))
    }

    /// Why the journal is not whole, if a line could not be written.
    pub fn broken(&self) -> Option<&str> {
        self.broken.get().map(String::as_str)
    }

    pub(crate) fn begun(&self, case: &str) {
        self.write(&Line::Begun { case: case.to_owned() });
    }

    pub(crate) fn made(&self, leftover: &Leftover) {
        self.write(&Line::Made(leftover.clone()));
    }

    pub(crate) fn removed(&self, leftover: &Leftover) {
        self.write(&Line::Removed(leftover.clone()));
    }

    pub(crate) fn done(&self, done: &Done) {
        self.write(&Line::Done(Box::new(done.clone())));
    }

    pub(crate) fn end(&self, took_ms: u64, requests: u64) {
        self.write(&Line::End { took_ms, requests });
    }

    fn over(path: &Path, file: File) -> Self {
        Self { path: path.to_owned(), file: Mutex::new(file), broken: OnceLock::new() }
    }

    fn write(&self, line: &Line) {
        let written = serde_json::to_vec(line).map_err(std::io::Error::other).and_then(|mut bytes| {
            bytes.push(b'\n');
            self.file.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).write_all(&bytes)
        });
        if let Err(error) = written {
            let _ = self.broken.set(format!("the journal {} can't be written: {error}", self.path.display()));
        }
    }
}

fn whole_lines(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    &bytes[..end]
}

fn read(path: &Path, bytes: &[u8]) -> Result<(Heading, Earlier), JournalError> {
    let wrong = |line: usize, reason: String| JournalError::Line { path: path.to_owned(), line, reason };
    let mut heading = None;
    let mut earlier = Earlier::default();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())) {
        let line: Line = serde_json::from_slice(line).map_err(|error| wrong(number, error.to_string()))?;
        match line {
            Line::Run { version, .. } if version != VERSION => {
                return Err(wrong(number, format!("its version is {version}, this program reads {VERSION}")));
            }
            Line::Run { heading: one, .. } => heading = Some(*one),
            Line::Begun { case } => *earlier.begun.entry(case).or_default() += 1,
            Line::Made(leftover) => earlier.leftovers.push(leftover),
            Line::Removed(leftover) => earlier.leftovers.retain(|one| *one != leftover),
            Line::Done(done) => {
                earlier.begun.remove(&done.outcome.case);
                earlier.done.insert(done.outcome.case.clone(), *done);
            }
            Line::End { took_ms, requests } => {
                earlier.took_ms += took_ms;
                earlier.requests += requests;
            }
        }
    }
    let heading = heading.ok_or_else(|| wrong(1, "it does not say which run it is of".to_owned()))?;
    Ok((heading, earlier))
}

impl Heading {
    /// Whether another journal, found at `path`, is of the same whole, be it of another part.
    pub fn same_whole(&self, other: &Heading, path: &Path) -> Result<(), JournalError> {
        let of = |heading: &Heading| heading.shard.siblings().count();
        if of(self) == of(other) {
            same_run(path, other, &Heading { shard: other.shard, ..self.clone() })
        } else {
            same_run(path, other, self)
        }
    }
}

fn same_run(path: &Path, theirs: &Heading, ours: &Heading) -> Result<(), JournalError> {
    let told = |budget: Option<Budget>| budget.map_or_else(|| "none".to_owned(), |budget| budget.to_string());
    let each = [
        ("spec", theirs.spec.clone(), ours.spec.clone()),
        ("seed", theirs.seed.to_string(), ours.seed.to_string()),
        ("number of random cases", theirs.random.to_string(), ours.random.to_string()),
        ("budget", told(theirs.budget), told(ours.budget)),
        ("shard", theirs.shard.to_string(), ours.shard.to_string()),
        ("choice of cases", theirs.only.join(" "), ours.only.join(" ")),
        ("choice of cases left out", theirs.skip.join(" "), ours.skip.join(" ")),
        ("plan, which the pages make,", theirs.plan.clone(), ours.plan.clone()),
    ];
    match each.into_iter().find(|(_, theirs, ours)| theirs != ours) {
        None => Ok(()),
        Some((what, theirs, ours)) => {
            Err(JournalError::OtherRun { path: path.to_owned(), what, theirs, ours })
        }
    }
}
