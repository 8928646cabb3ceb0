//! Errors that a remark states: `?> "17092": "…"`, one a line.

use std::cell::LazyCell;

use contract::{Confidence, ErrorCase, Note, Parameter};

use crate::errors::understand;
use crate::met::Codes;
use crate::named::Named;

/// The errors of remarks.
pub(crate) fn errors(notes: &[Note], parameters: &[Parameter], codes: &Codes) -> Vec<ErrorCase> {
    // Few pages have such remarks.
    let named = LazyCell::new(|| Named::of(parameters, codes));
    let of_line = |(note, line): (&Note, &str)| {
        let (code, message) = quoted_pair(line)?;
        let mut error = ErrorCase {
            http_status: None,
            code: code.to_owned(),
            message: message.to_owned(),
            description: String::new(),
            parameters: Vec::new(),
            refuses: None,
            confidence: Confidence::Likely,
            origin: note.origin.clone(),
        };
        understand(&mut error, &named);
        Some(error)
    };
    let lines = notes.iter().flat_map(|note| note.text.lines().map(move |line| (note, line)));
    lines.filter_map(of_line).collect()
}

/// `"17092": "the disk is too old"`: a code in figures and its message.
fn quoted_pair(line: &str) -> Option<(&str, &str)> {
    let (code, rest) = line.trim().strip_prefix('"')?.split_once('"')?;
    let message = rest.trim_start().strip_prefix([':', '：'])?.trim().strip_prefix('"')?.strip_suffix('"')?;
    let fits = !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit()) && !message.contains('"');
    (fits && !message.is_empty()).then_some((code, message))
}
