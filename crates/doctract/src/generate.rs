//! `doctract generate`: a spec's crate on disk.

use std::path::Path;

use emit::Difference;
use source::Diagnostic;

use crate::arguments::Generate;
use crate::exit::{Exit, Failure};
use crate::output::{error_look, say, tell};
use crate::paths;

/// What remembers from what each file was made lies where cargo keeps what can be made again.
const STAMP: &str = "target/doctract.stamp";

pub(crate) fn run(generate: &Generate) -> Result<Exit, Failure> {
    let spec = paths::spec_or_pages(&generate.spec)?;
    refuse_foreign(&generate.out)?;
    let home = match &generate.crates {
        Some(crates) => emit::Home::Alone { crates },
        None => emit::Home::Workspace,
    };
    let directory = generate.spec.display().to_string();
    let warn = |diagnostics: &[Diagnostic]| {
        tell(&report::diagnostics(diagnostics, &spec.sources, &directory, error_look()));
    };
    let on_disk =
        |error: std::io::Error| Failure::usage(format!("{}: {error}", generate.out.display()), "check --out");
    if generate.check {
        let emitted = pipeline::generate(&spec, home);
        warn(&emitted.diagnostics);
        let difference = emit::compare(&emitted.files, &generate.out).map_err(on_disk)?;
        say(&told(&difference, ["missing", "different", "orphan"]));
        return Ok(if difference.is_empty() { Exit::Held } else { Exit::Broken });
    }
    let stamp = generate.out.join(STAMP);
    let (difference, diagnostics) = pipeline::renew(&spec, home, &generate.out, &stamp).map_err(on_disk)?;
    warn(&diagnostics);
    say(&told(&difference, ["new", "changed", "removed"]));
    Ok(Exit::Held)
}

/// What is not emitted any more gets removed, so a folder that holds something else must not be taken by mistake.
fn refuse_foreign(out: &Path) -> Result<(), Failure> {
    let empty = std::fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    let manifest = std::fs::read_to_string(out.join("Cargo.toml")).unwrap_or_default();
    if empty || manifest.starts_with(emit::MADE_BY) {
        return Ok(());
    }
    let what = format!("`{}` is not empty and was not made by doctract", out.display());
    Err(Failure::usage(what, "give a new folder, or one that `doctract generate` made before"))
}

fn told(difference: &Difference, words: [&str; 3]) -> String {
    if difference.is_empty() {
        return "nothing differs\n".to_owned();
    }
    let lists = [&difference.missing, &difference.different, &difference.orphan];
    let lines = words
        .into_iter()
        .zip(lists)
        .flat_map(|(word, paths)| paths.iter().map(move |path| format!("{word:>9} {path}\n")));
    lines.collect()
}
