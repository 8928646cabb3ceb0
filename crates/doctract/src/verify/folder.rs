//! The folder of a report: what stands in it, and how it is written.

use std::io;
use std::path::{Path, PathBuf};

use report::Evidence;
use runner::JournalError;

use crate::exit::Failure;
use crate::output::tell;

/// The journal of a spec.
pub(super) fn journal(folder: &Path, spec: &str) -> PathBuf {
    folder.join("journal").join(format!("{spec}.jsonl"))
}

/// The journals in a folder, in order.
pub(super) fn journals(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join("journal")).into_iter().flatten().flatten();
    let is_one = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "jsonl");
    let mut journals: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_one).collect();
    journals.sort();
    journals
}

/// Why a journal is of no use, and what to do.
pub(super) fn journal_failure(error: JournalError) -> Failure {
    let help = match &error {
        JournalError::OtherRun { .. } => {
            "repeat the arguments of the first run, or leave --resume out to begin anew"
        }
        JournalError::Line { .. } => "leave --resume out to begin anew",
        _ => "check --report",
    };
    Failure::usage(error.to_string(), help)
}

/// Writes the reports, each under another name first: nobody finds half a report.
pub(super) fn write(folder: &Path, evidence: &[Evidence<'_>]) -> Result<(), Failure> {
    let files = [
        ("report.html", report::html(evidence)?),
        ("report.json", report::json(evidence)?),
        ("junit.xml", report::junit(evidence)?),
        ("report.sarif", report::sarif(evidence)?),
    ];
    let on_disk =
        |error: io::Error| Failure::usage(format!("the report can't be written: {error}"), "check --report");
    std::fs::create_dir_all(folder).map_err(on_disk)?;
    for (name, text) in files {
        let aside = folder.join(format!("{name}.new"));
        std::fs::write(&aside, text)
            .and_then(|()| std::fs::rename(&aside, folder.join(name)))
            .map_err(on_disk)?;
    }
    tell(&format!("report: {}\n", folder.join("report.html").display()));
    Ok(())
}
