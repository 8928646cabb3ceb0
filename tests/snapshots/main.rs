//! What each spec promises, as an outline that changes only when a promise does: reviewed in CI as a diff.

use report::Positions;

#[test]
fn the_contract_of_each_spec_is_what_was_reviewed() {
    for directory in evidence::specs() {
        let spec = pipeline::load_spec(&directory).expect("a spec can be read");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(evidence::root().join("tests/snapshots/contracts"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            insta::assert_snapshot!(
                spec.name.clone(),
                report::contract_text(&spec.contract, Positions::Hidden)
            );
        });
    }
}

#[test]
fn each_spec_has_one_snapshot_and_each_snapshot_a_spec() {
    let specs: Vec<String> = evidence::specs()
        .iter()
        .map(|spec| format!("{}.snap", spec.file_name().expect("has a name").to_string_lossy()))
        .collect();
    let folder = evidence::root().join("tests/snapshots/contracts");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("is a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, specs);
}

#[test]
fn generated_code_is_what_the_specs_say() {
    for directory in evidence::specs() {
        let spec = pipeline::load_spec(&directory).expect("a spec can be read");
        let files = pipeline::generate(&spec).files;
        let target = evidence::root().join("generated").join(&spec.name);
        let difference = emit::compare(&files, &target).expect("can be compared");
        let stale = [difference.missing, difference.different, difference.orphan].concat();
        assert!(stale.is_empty(), "generated/{}: {stale:?}; run `cargo xtask codegen`", spec.name);
    }
}
