//! generated/ is what specs/ say, byte for byte. What the specs promise is reviewed in the snapshots of the generated
//! crates: `generated/<spec>/tests/conformance/snapshots`.

#[test]
fn generated_code_is_what_the_specs_say() {
    let specs = evidence::specs();
    assert!(!specs.is_empty());
    for directory in specs {
        let spec = pipeline::load_spec(&directory).expect("a spec can be read");
        let files = pipeline::generate(&spec, emit::Home::Workspace).files;
        let target = evidence::root().join("generated").join(&spec.name);
        let difference = emit::compare(&files, &target).expect("can be compared");
        let stale = [difference.missing, difference.different, difference.orphan].concat();
        assert!(stale.is_empty(), "generated/{}: {stale:?}; run `cargo xtask codegen`", spec.name);
    }
}

/// Pages that are read in another order, or on more threads, give the same bytes.
#[test]
fn the_same_pages_give_the_same_bytes() {
    for directory in evidence::specs() {
        let emit = || {
            let spec = pipeline::load_spec(&directory).expect("a spec can be read");
            pipeline::generate(&spec, emit::Home::Workspace).files
        };
        assert_eq!(emit(), emit());
    }
}
