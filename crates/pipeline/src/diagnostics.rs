//! What reading from disk tells. Each constructor's comment is what `doctract explain CODE` says.

use source::{Diagnostic, Location, Severity};

/// What a code of this stage means and what to do, or `None` for a code of another stage.
pub fn explain(code: &str) -> Option<&'static str> {
    match code {
        "pipeline/not-utf-8" => Some(
            "The file is not UTF-8 text, so nothing of it is read; the other pages are.\n\
             Convert it (`iconv -f GB18030 -t UTF-8`), or leave it out.",
        ),
        "pipeline/too-large" => Some(
            "The file is larger than any page: nothing of it is read; the other pages are.\n\
             If it really is documentation, split it into a page for each operation.",
        ),
        "pipeline/unreadable" => Some(
            "The file could not be opened or read; the other pages are read.\n\
             Check its permissions, and that links in the folder do not lead in a circle.",
        ),
        _ => None,
    }
}

pub(crate) fn not_utf8(file: &str, valid_up_to: usize) -> Diagnostic {
    at(
        file,
        "pipeline/not-utf-8",
        format!("the file is not UTF-8: byte {valid_up_to} begins no character"),
        "convert it to UTF-8, or leave it out",
    )
}

pub(crate) fn too_large(file: &str, bytes: u64, limit: u64) -> Diagnostic {
    let message = format!("the file has {} MiB, a page at most {}", bytes >> 20, limit >> 20);
    at(file, "pipeline/too-large", message, "split it into pages, or leave it out")
}

pub(crate) fn unreadable(file: &str, why: &str) -> Diagnostic {
    at(
        file,
        "pipeline/unreadable",
        format!("the file can't be read: {why}"),
        "check its permissions and links",
    )
}

fn at(file: &str, code: &'static str, message: String, help: &str) -> Diagnostic {
    let at = Location { file: file.into(), line: 1, column: 1, length: 0 };
    Diagnostic {
        code: code.into(),
        severity: Severity::Error,
        at,
        message,
        help: help.into(),
        related: Vec::new(),
    }
}
