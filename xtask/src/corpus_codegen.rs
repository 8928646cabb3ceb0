//! Whole vendors as crates: the pages of a corpus are generated, compiled, linted, documented and tested.

use std::path::Path;
use std::time::Instant;

use crate::steps;

/// The vendors of the corpus: the name of the crate, and where its pages lie below `corpus`.
const VENDORS: &[(&str, &str)] = &[("ucloud", "ucloud"), ("ecs", "aliyun/ecs")];

/// Generates the crate of every vendor anew and holds it to what our own crates are held to; `quick` goes without the
/// tests.
pub(crate) fn run(root: &Path, shared: &Path, quick: bool) -> Result<(), String> {
    let workspace = root.join("target/corpus-codegen");
    std::fs::create_dir_all(&workspace).map_err(|error| format!("{}: {error}", workspace.display()))?;
    for (name, pages) in VENDORS {
        generate(&shared.join("corpus").join(pages), &workspace.join(name), name)?;
    }
    let manifest = manifest(root)?;
    write(&workspace.join("Cargo.toml"), &manifest)?;
    let lock = root.join("Cargo.lock");
    std::fs::copy(&lock, workspace.join("Cargo.lock"))
        .map_err(|error| format!("{}: {error}", lock.display()))?;
    let target = root.join("target").display().to_string();
    let variables = [("CARGO_TARGET_DIR", target.as_str()), ("RUSTDOCFLAGS", "-D warnings")];
    let cargo =
        |name: &str, arguments: &[&str]| steps::step(&workspace, name, "cargo", arguments, &variables);
    cargo(
        "compiles and lints",
        &["clippy", "--quiet", "--workspace", "--all-features", "--", "-D", "warnings"],
    )?;
    cargo("documents", &["doc", "--quiet", "--workspace", "--all-features", "--no-deps"])?;
    if quick {
        return Ok(());
    }
    let findings = workspace.join("findings.txt");
    write(&findings, "")?;
    let findings_at = findings.display().to_string();
    let variables = [("CARGO_TARGET_DIR", target.as_str()), ("DOCTRACT_FINDINGS", &findings_at)];
    let arguments = ["test", "--quiet", "--no-fail-fast", "--workspace", "--all-features"];
    steps::step(&workspace, "travels", "cargo", &arguments, &variables)?;
    let told = std::fs::read_to_string(&findings).map_err(|error| format!("{findings_at}: {error}"))?;
    eprintln!(
        "{} findings: examples and rules that contradict their pages; {findings_at} has them",
        told.lines().count()
    );
    Ok(())
}

fn generate(pages: &Path, target: &Path, name: &str) -> Result<(), String> {
    let begun = Instant::now();
    let mut spec = pipeline::guess_spec(pages).map_err(|error| error.to_string())?;
    spec.name = name.to_owned();
    let read = begun.elapsed();
    let emitted = pipeline::generate(&spec, emit::Home::Workspace);
    let generated = begun.elapsed() - read;
    let difference =
        emit::write(&emitted.files, target).map_err(|error| format!("{}: {error}", target.display()))?;
    let rust = emitted.files.iter().filter(|file| file.path.ends_with(".rs"));
    let lines: usize = rust.map(|file| file.text.lines().count()).sum();
    eprintln!(
        "{name}: {} operations, {} files, {lines} lines of Rust; read in {} ms, generated in {} ms, {} files changed",
        emitted.files.iter().filter(|file| is_operation(&file.path)).count(),
        emitted.files.len(),
        read.as_millis(),
        generated.as_millis(),
        difference.missing.len() + difference.different.len() + difference.orphan.len(),
    );
    let mut told: Vec<(&str, usize)> = Vec::new();
    for diagnostic in &emitted.diagnostics {
        match told.iter_mut().find(|(code, _)| *code == diagnostic.code) {
            Some((_, count)) => *count += 1,
            None => told.push((&diagnostic.code, 1)),
        }
    }
    for (code, count) in told {
        eprintln!("{name}: {count} × {code}");
    }
    Ok(())
}

fn is_operation(path: &str) -> bool {
    path.ends_with(".rs") && path.contains("/operations/") && !path.ends_with("/mod.rs")
}

/// The manifest of a workspace like ours, which holds the vendors' crates.
fn manifest(root: &Path) -> Result<String, String> {
    let ours = root.join("Cargo.toml");
    let text = std::fs::read_to_string(&ours).map_err(|error| format!("{}: {error}", ours.display()))?;
    let mut table: toml::Table = text.parse().map_err(|error| format!("{}: {error}", ours.display()))?;
    let workspace = table.get_mut("workspace").and_then(toml::Value::as_table_mut);
    let workspace = workspace.ok_or("the root manifest has no workspace")?;
    let members = VENDORS.iter().map(|(name, _)| toml::Value::from(*name)).collect();
    workspace.insert("members".to_owned(), toml::Value::Array(members));
    workspace.remove("exclude");
    let dependencies = workspace.get_mut("dependencies").and_then(toml::Value::as_table_mut);
    for (_, dependency) in dependencies.into_iter().flatten() {
        if let Some(path) = dependency.get_mut("path") {
            let below = path.as_str().unwrap_or_default();
            *path = toml::Value::from(root.join(below).display().to_string());
        }
    }
    Ok(table.to_string())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
