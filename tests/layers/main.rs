//! The layers, drawn from the manifests: who may see whom, and which library stands where.

use std::collections::BTreeMap;

use toml::Table;

/// The line. A crate depends only on crates before it; `image-service` and `conformance` stand on generated code.
const LINE: &[&str] = &[
    "source",
    "page",
    "contract",
    "reader",
    "wire",
    "suite",
    "mock",
    "runner",
    "emit",
    "lint",
    "report",
    "pipeline",
    "image-service",
    "conformance",
    "doctract",
];

/// An outside library, and the only crates that may name it outside their tests.
const HOMES: &[(&str, &[&str])] = &[
    ("pulldown-cmark", &["page"]),
    ("quote", &["emit"]),
    ("syn", &["emit"]),
    ("prettyplease", &["emit"]),
    ("askama", &["emit", "report", "image-service"]),
    ("proptest", &["conformance"]),
    // The client that tests servers, and the one that generated clients use.
    ("reqwest", &["runner", "wire"]),
    ("hyper", &["runner", "image-service"]),
    ("axum", &["wire", "mock"]),
    ("redb", &["image-service"]),
    ("clap", &["doctract"]),
    ("insta", &[]),
];

fn manifests() -> BTreeMap<String, Table> {
    let read = |path: std::path::PathBuf| -> Table {
        let text = std::fs::read_to_string(path.join("Cargo.toml")).expect("a crate has a manifest");
        text.parse().expect("a manifest is TOML")
    };
    evidence::folders(&evidence::root().join("crates"))
        .into_iter()
        .map(|path| (path.file_name().expect("has a name").to_string_lossy().into_owned(), read(path)))
        .collect()
}

fn dependencies(manifest: &Table) -> Vec<String> {
    manifest
        .get("dependencies")
        .and_then(|d| d.as_table())
        .map(|d| d.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn a_crate_sees_only_what_lies_before_it() {
    let manifests = manifests();
    assert_eq!(
        manifests.len(),
        LINE.len(),
        "a crate is missing on the line, or the line names one that is gone"
    );
    for (name, manifest) in &manifests {
        let own =
            LINE.iter().position(|one| one == name).unwrap_or_else(|| panic!("{name} is not on the line"));
        for dependency in dependencies(manifest) {
            if let Some(other) = LINE.iter().position(|one| *one == dependency) {
                assert!(other < own, "{name} must not see {dependency}, which lies behind it");
            }
        }
    }
}

#[test]
fn each_library_has_one_home() {
    for (name, manifest) in manifests() {
        for dependency in dependencies(&manifest) {
            if let Some((library, homes)) = HOMES.iter().find(|(library, _)| *library == dependency) {
                assert!(homes.contains(&name.as_str()), "{library} stands in {name}, its home is {homes:?}");
            }
        }
    }
}

#[test]
fn only_the_implementation_stands_on_generated_code() {
    let generated: Vec<String> = evidence::specs()
        .iter()
        .map(|spec| spec.file_name().expect("has a name").to_string_lossy().into_owned())
        .collect();
    for (name, manifest) in manifests() {
        let stands = dependencies(&manifest).iter().any(|dependency| generated.contains(dependency));
        assert!(!stands || name == "image-service", "{name} stands on generated code");
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    for (name, manifest) in manifests() {
        let lints = manifest.get("lints").and_then(|l| l.get("workspace")).and_then(toml::Value::as_bool);
        assert_eq!(lints, Some(true), "{name} does not take the lints");
    }
}
