//! All that CI runs, in the order in which a mistake is cheapest to find.

use std::path::Path;

use crate::codegen;
use crate::steps::step;

/// Format, lints, codegen, tests, documentation, licences.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    eprintln!("── codegen: generated/ against specs/");
    codegen::run(root, true)?;
    let strict = [("RUSTDOCFLAGS", "-D warnings"), ("INSTA_UPDATE", "no")];
    let run = |name: &str, arguments: &[&str]| step(root, name, "cargo", arguments, &strict);
    run("format", &["fmt", "--all", "--check"])?;
    run("format of xtask", &["fmt", "--manifest-path", "xtask/Cargo.toml", "--check"])?;
    run("lints", &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    run(
        "lints of xtask",
        &[
            "clippy",
            "--quiet",
            "--manifest-path",
            "xtask/Cargo.toml",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    )?;
    run("tests", &["test", "--quiet", "--workspace"])?;
    // What each fault breaks is among the tests; the service as it is gets more seeds than they give it.
    faults(root, false, &["--no-faults", "--seeds", "5", "--cases", "1000"].map(str::to_owned))?;
    run("tests of xtask", &["test", "--quiet", "--manifest-path", "xtask/Cargo.toml"])?;
    run("documentation", &["doc", "--quiet", "--workspace", "--no-deps"])?;
    if step(root, "cargo-deny", "cargo", &["deny", "--version"], &[]).is_ok() {
        run("licences", &["deny", "--log-level", "error", "check", "licenses", "bans", "sources"])?;
    } else {
        eprintln!(
            "   licences: not checked, cargo-deny is not installed (`cargo install cargo-deny`); CI installs it"
        );
    }
    Ok(())
}

/// Each fault as a row, and the unchanged service over many seeds.
pub(crate) fn faults(root: &Path, release: bool, arguments: &[String]) -> Result<(), String> {
    let mut all = vec!["run", "--quiet", "--package", "evidence", "--example", "faults"];
    if release {
        all.push("--release");
    }
    all.push("--");
    all.extend(arguments.iter().map(String::as_str));
    step(root, "faults", "cargo", &all, &[])
}

/// Every spec against image-service, over HTTP.
pub(crate) fn verify(root: &Path, arguments: &[String]) -> Result<(), String> {
    let specs = codegen::specs(root)?;
    let specs: Vec<String> = specs
        .iter()
        .map(|spec| spec.strip_prefix(root).unwrap_or(spec).to_string_lossy().into_owned())
        .collect();
    let mut all: Vec<&str> = vec!["run", "--quiet", "--package", "doctract", "--", "verify"];
    all.extend(specs.iter().map(String::as_str));
    all.extend(["--embedded", "--report", "reports"]);
    all.extend(arguments.iter().map(String::as_str));
    step(root, "verify", "cargo", &all, &[])
}

/// What changed is meant so.
pub(crate) fn bless(root: &Path) -> Result<(), String> {
    codegen::run(root, false)?;
    step(
        root,
        "snapshots",
        "cargo",
        &["test", "--quiet", "--workspace"],
        &[("INSTA_UPDATE", "always"), ("TRYBUILD", "overwrite")],
    )?;
    step(root, "what changed", "git", &["status", "--short", "--", "generated", "*.snap"], &[])
}
