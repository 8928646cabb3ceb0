//! The committed rows: where a labelled cell stands, what it hashes to, and its labels. No word of the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use super::sample::Drawn;

/// The columns, in this order.
const COLUMNS: &str = "id\tfile\tline\tkind\tparameter\thash\thalf\tlabels\treason";

/// What a row is for. Tables stand in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Half {
    /// To be looked at and learnt from.
    Open,
    /// Was sealed until its table had been printed too often; now as open as the other, with a table of its own.
    Retired,
    /// Kept for the final measure: its disagreements are never printed.
    Sealed,
}

impl Half {
    const ALL: [Half; 3] = [Half::Open, Half::Retired, Half::Sealed];

    /// As the column says it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Half::Open => "open",
            Half::Retired => "retired",
            Half::Sealed => "sealed",
        }
    }
}

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
    pub(crate) half: Half,
    /// In the syntax of `label.rs`, parted by `; `.
    pub(crate) labels: String,
    /// Why this reading was settled on, where two differed.
    pub(crate) reason: String,
}

impl Row {
    pub(crate) fn unlabelled(Drawn { id, cell, half, .. }: &Drawn) -> Row {
        Row {
            id: id.clone(),
            file: cell.file.clone(),
            line: cell.line,
            request: cell.request,
            parameter: cell.parameter.clone(),
            hash: cell.hash(),
            half: *half,
            labels: String::new(),
            reason: String::new(),
        }
    }

    fn line_of(&self) -> String {
        let kind = if self.request { "parameter" } else { "field" };
        let half = self.half.name();
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
        let half = Half::ALL.into_iter().find(|known| known.name() == *half)?;
        Some(Row {
            id: (*id).to_owned(),
            file: (*file).to_owned(),
            line: line.parse().ok()?,
            request,
            parameter: (*parameter).to_owned(),
            hash: (*hash).to_owned(),
            half,
            labels: (*labels).to_owned(),
            reason: (*reason).to_owned(),
        })
    }
}

/// Where the committed rows stand.
pub(crate) fn file(root: &Path) -> PathBuf {
    root.join("tests/gold/rows.tsv")
}

/// The id of the row with this number.
pub(crate) fn id(number: usize) -> String {
    format!("g{number:04}")
}

/// The first number after those of all rows.
pub(crate) fn next(rows: &[Row]) -> usize {
    let number = |row: &Row| row.id.strip_prefix('g')?.parse::<usize>().ok();
    rows.iter().filter_map(number).max().map_or(1, |last| last + 1)
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
