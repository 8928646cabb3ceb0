//! What a labeller reads: packets of cells with their texts. They are written outside the project.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::rows::{self, Row};
use super::sample::Drawn;

/// Cells in a packet.
const CELLS: usize = 105;

/// Writes the packets, and the index that a merge needs.
pub(crate) fn write(drawn: &[Drawn], out: &Path) -> Result<(), String> {
    let fail = |error: std::io::Error| format!("{}: {error}", out.display());
    fs::create_dir_all(out).map_err(fail)?;
    let packets = drawn.len().div_ceil(CELLS);
    for (at, cells) in drawn.chunks(CELLS).enumerate() {
        let mut text = format!("# Packet {:02} of {packets:02}\n", at + 1);
        cells.iter().for_each(|cell| one(cell, &mut text));
        fs::write(out.join(format!("{:02}.md", at + 1)), text).map_err(fail)?;
    }
    let index: Vec<Row> = drawn.iter().map(Row::unlabelled).collect();
    fs::write(out.join("index.tsv"), rows::text(&index)).map_err(fail)
}

fn one(Drawn { id, cell, .. }: &Drawn, text: &mut String) {
    let kind = if cell.request { "parameter" } else { "field of the answer" };
    // Writing to a string can't fail.
    let _ = write!(
        text,
        "\n## {id}\n\n{kind} `{}` · {} · {} · {}:{}\n",
        cell.parameter, cell.ty, cell.presence, cell.file, cell.line
    );
    if !cell.example.trim().is_empty() {
        let _ =
            writeln!(text, "example cell: {}", cell.example.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let others = if cell.others.is_empty() { "none".to_owned() } else { cell.others.join(" ") };
    let _ = writeln!(text, "others: {others}\n");
    for line in cell.text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let _ = writeln!(text, "> {line}");
    }
}
