//! specs/ to generated/.

use std::path::Path;

use source::Severity;

/// Makes the crate of every spec, or says where what is on disk differs.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), String> {
    let mut stale = Vec::new();
    let mut names = Vec::new();
    for directory in specs(root)? {
        let spec = pipeline::load_spec(&directory).map_err(|error| error.to_string())?;
        let errors: Vec<_> =
            spec.contract.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
        for diagnostic in &errors {
            eprintln!(
                "error[{}]: {}: {}; {}",
                diagnostic.code, diagnostic.at, diagnostic.message, diagnostic.help
            );
        }
        if !errors.is_empty() {
            return Err(format!(
                "the pages of {} have errors; `doctract ir {}` shows them",
                spec.name,
                directory.display()
            ));
        }
        let emitted = pipeline::generate(&spec, emit::Home::Workspace);
        for diagnostic in &emitted.diagnostics {
            eprintln!("warning[{}]: {}: {}", diagnostic.code, diagnostic.at, diagnostic.message);
        }
        let target = root.join("generated").join(&spec.name);
        names.push(spec.name.clone());
        if check {
            let difference = emit::compare(&emitted.files, &target).map_err(|error| error.to_string())?;
            let kinds = [
                ("missing", &difference.missing),
                ("different", &difference.different),
                ("orphan", &difference.orphan),
            ];
            for (kind, files) in kinds {
                stale.extend(files.iter().map(|file| format!("{kind}: generated/{}/{file}", spec.name)));
            }
        } else {
            emit::write(&emitted.files, &target)
                .map_err(|error| format!("generated/{}: {error}", spec.name))?;
            eprintln!(
                "generated/{}: {} files, {} operations",
                spec.name,
                emitted.files.len(),
                spec.contract.operations.len()
            );
        }
    }
    stale.extend(orphan_crates(root, &names)?);
    if stale.is_empty() {
        return Ok(());
    }
    for line in &stale {
        eprintln!("{line}");
    }
    Err(format!("{} file(s) of generated/ are not what specs/ say; run `cargo xtask codegen`", stale.len()))
}

/// The folders of specs/ that are specs, in order.
pub(crate) fn specs(root: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let folder = root.join("specs");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut specs: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.join("spec.toml").is_file()).collect();
    specs.sort();
    Ok(specs)
}

/// Crates under generated/ that no spec makes any more.
fn orphan_crates(root: &Path, names: &[String]) -> Result<Vec<String>, String> {
    let Ok(entries) = std::fs::read_dir(root.join("generated")) else { return Ok(Vec::new()) };
    let mut orphans: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !names.contains(name))
        .map(|name| format!("orphan: generated/{name} has no spec; remove it"))
        .collect();
    orphans.sort();
    Ok(orphans)
}
