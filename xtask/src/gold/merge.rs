//! Two readings of the packets become the committed rows; where they differ, somebody settles it in writing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::label::Label;
use super::meaning::{self, Own};
use super::parse;
use super::rows::{self, Half, Row};

/// Files of labels: a line for each cell, `ID<TAB>label; label`.
type Labels = BTreeMap<String, Vec<Label>>;

/// Whether files of labels are well formed.
pub(crate) fn check(files: &[PathBuf]) -> Result<(), String> {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in files {
        count += read_file(file, &mut wrong)?.len();
    }
    wrong.iter().for_each(|line| eprintln!("{line}"));
    match wrong.len() {
        0 => {
            eprintln!("{count} cells, each line is well formed");
            Ok(())
        }
        wrong => Err(format!("{wrong} lines are not well formed")),
    }
}

/// Merges two readings and adds them to the committed rows. What differs and is not settled is listed, and is an error:
/// then nothing is added.
pub(crate) fn run(root: &Path, a: &Path, b: &Path, index: &Path, all_sealed: bool) -> Result<(), String> {
    let mut wrong = Vec::new();
    let (one, other) = (read(a, &mut wrong)?, read(b, &mut wrong)?);
    let beside = a.parent().unwrap_or(Path::new(""));
    let settled = read_settled(&beside.join("settled.txt"), &mut wrong)?;
    if !wrong.is_empty() {
        wrong.iter().for_each(|line| eprintln!("{line}"));
        return Err(format!("{} lines are not well formed", wrong.len()));
    }
    let (mut done, mut open, mut missing, mut agreed) = (Vec::new(), String::new(), 0, 0);
    for row in rows::read(index)? {
        let taken = match (settled.get(&row.id), one.get(&row.id), other.get(&row.id)) {
            (Some((labels, reason)), ..) => Some((labels, reason.clone())),
            (None, Some(one), Some(other)) if same(one, other, &row) => {
                agreed += 1;
                Some((one, String::new()))
            }
            (None, Some(one), Some(other)) => {
                // Writing to a string can't fail.
                let _ =
                    writeln!(open, "{}\t{}\n  a: {}\n  b: {}", row.id, row.parameter, text(one), text(other));
                None
            }
            (None, ..) => {
                missing += 1;
                None
            }
        };
        if let Some((labels, reason)) = taken {
            done.push(Row { labels: text(labels), reason, ..row });
        }
    }
    let list = beside.join("disagreements.txt");
    let differ = open.lines().filter(|line| !line.starts_with(' ')).count();
    fs::write(&list, open).map_err(|error| format!("{}: {error}", list.display()))?;
    eprintln!("{} rows, {agreed} read alike, {} settled", done.len(), settled.len());
    if (differ, missing) != (0, 0) {
        return Err(format!(
            "{differ} cells must be settled ({}), {missing} are not labelled twice",
            list.display()
        ));
    }
    if all_sealed {
        done.iter_mut().for_each(|row| row.half = Half::Sealed);
    }
    let target = rows::file(root);
    let mut rows = rows::read(&target)?;
    let (before, drawn) = (rows.len(), done.len());
    append(&mut rows, done);
    fs::write(&target, rows::text(&rows)).map_err(|error| format!("{}: {error}", target.display()))?;
    eprintln!("{} rows added, {} were there already", rows.len() - before, drawn - (rows.len() - before));
    Ok(())
}

/// Adds rows of cells that have none yet. They keep the ids of their packets; one that is taken gets the next free one.
pub(crate) fn append(rows: &mut Vec<Row>, added: Vec<Row>) {
    for row in added {
        let same = |known: &Row| {
            known.file == row.file
                && known.line == row.line
                && known.parameter == row.parameter
                && known.request == row.request
        };
        if !rows.iter().any(same) {
            let taken = rows.iter().any(|known| known.id == row.id);
            let id = if taken { rows::id(rows::next(rows)) } else { row.id.clone() };
            rows.push(Row { id, ..row });
        }
    }
}

/// Whether two readings mean the same.
fn same(one: &[Label], other: &[Label], row: &Row) -> bool {
    let own = Own { name: &row.parameter, integer: false };
    let meant = |labels: &[Label]| {
        let labels = labels.iter().map(|label| (label.clone(), ())).collect();
        meaning::of(labels, own).into_iter().map(|(label, ())| label.to_string()).collect::<Vec<_>>()
    };
    let (mut one, mut other) = (meant(one), meant(other));
    one.sort();
    other.sort();
    one == other
}

fn text(labels: &[Label]) -> String {
    labels.iter().map(Label::to_string).collect::<Vec<_>>().join("; ")
}

/// All files of a folder.
fn read(folder: &Path, wrong: &mut Vec<String>) -> Result<Labels, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(fail)?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let mut all = Labels::new();
    for file in files {
        for (id, labels) in read_file(&file, wrong)? {
            if all.insert(id.clone(), labels).is_some() {
                wrong.push(format!("{}: {id} stands in two files", file.display()));
            }
        }
    }
    Ok(all)
}

fn read_file(file: &Path, wrong: &mut Vec<String>) -> Result<Labels, String> {
    let mut labels = Labels::new();
    for (at, id, rest) in lines(file)? {
        match parse::labels(&rest) {
            Ok(read) if labels.contains_key(&id) => {
                wrong.push(format!("{at}: {id} stands there twice ({} labels)", read.len()));
            }
            Ok(read) => _ = labels.insert(id, read),
            Err(told) => wrong.push(format!("{at}: {id}: {told}")),
        }
    }
    Ok(labels)
}

type Settled = BTreeMap<String, (Vec<Label>, String)>;

fn read_settled(file: &Path, wrong: &mut Vec<String>) -> Result<Settled, String> {
    let mut settled = Settled::new();
    if !file.is_file() {
        return Ok(settled);
    }
    for (at, id, rest) in lines(file)? {
        let (labels, reason) = rest.split_once('\t').unwrap_or((&rest, ""));
        match parse::labels(labels) {
            _ if reason.trim().is_empty() => wrong.push(format!("{at}: {id}: the reason is missing")),
            Ok(labels) => _ = settled.insert(id, (labels, reason.trim().to_owned())),
            Err(told) => wrong.push(format!("{at}: {id}: {told}")),
        }
    }
    Ok(settled)
}

/// The lines with a tab: where they stand, the id, and the rest.
fn lines(file: &Path) -> Result<Vec<(String, String, String)>, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = format!("{}:{}", file.display(), at + 1);
        let (id, rest) = line.split_once('\t').ok_or_else(|| format!("{at}: no tab after the id"))?;
        lines.push((at, id.trim().to_owned(), rest.to_owned()));
    }
    Ok(lines)
}
