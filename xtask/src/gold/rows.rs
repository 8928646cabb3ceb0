//! The committed rows: where a labelled cell stands, what it hashes to, and its labels. No word of the corpus.

use std::fs;
use std::path::Path;

use super::sample::Drawn;

/// The columns, in this order.
const COLUMNS: &str = "id\tfile\tline\tkind\tparameter\thash\thalf\tlabels\treason";

/// A labelled cell.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    /// Whether it stands in a request.
    pub(crate) request: bool,
    pub(crate) parameter: String,
    pub(crate) hash: String,
    pub(crate) sealed: bool,
    /// In the syntax of `label.rs`, parted by `; `.
    pub(crate) labels: String,
    /// Why this reading was settled on, where two differed.
    pub(crate) reason: String,
}

impl Row {
    pub(crate) fn unlabelled(Drawn { id, cell, sealed, .. }: &Drawn) -> Row {
        Row {
            id: id.clone(),
            file: cell.file.clone(),
            line: cell.line,
            request: cell.request,
            parameter: cell.parameter.clone(),
            hash: cell.hash(),
            sealed: *sealed,
            labels: String::new(),
            reason: String::new(),
        }
    }

    fn line_of(&self) -> String {
        let kind = if self.request { "parameter" } else { "field" };
        let half = if self.sealed { "sealed" } else { "open" };
        let Row { id, file, line, parameter, hash, labels, reason, .. } = self;
        format!("{id}\t{file}\t{line}\t{kind}\t{parameter}\t{hash}\t{half}\t{labels}\t{reason}\n")
    }

    fn parse(text: &str) -> Option<Row> {
        let parts: Vec<&str> = text.split('\t').collect();
        let [id, file, line, kind, parameter, hash, half, labels, reason] = parts.as_slice() else {
            return None;
        };
        let request = match *kind {
            "parameter" => true,
            "field" => false,
            _ => return None,
        };
        let sealed = match *half {
            "sealed" => true,
            "open" => false,
            _ => return None,
        };
        Some(Row {
            id: (*id).to_owned(),
            file: (*file).to_owned(),
            line: line.parse().ok()?,
            request,
            parameter: (*parameter).to_owned(),
            hash: (*hash).to_owned(),
            sealed,
            labels: (*labels).to_owned(),
            reason: (*reason).to_owned(),
        })
    }
}

/// The rows as a file.
pub(crate) fn text(rows: &[Row]) -> String {
    let mut text = format!("{COLUMNS}\n");
    rows.iter().for_each(|row| text.push_str(&row.line_of()));
    text
}

/// Reads a file of rows.
pub(crate) fn read(path: &Path) -> Result<Vec<Row>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, line)| line) != Some(COLUMNS) {
        return Err(format!("{}:1: the columns must be `{}`", path.display(), COLUMNS.replace('\t', " ")));
    }
    let parse = |(at, line): (usize, &str)| {
        Row::parse(line).ok_or_else(|| format!("{}:{}: not a row", path.display(), at + 1))
    };
    lines.map(parse).collect()
}
