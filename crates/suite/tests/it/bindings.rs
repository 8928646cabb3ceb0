//! Reading bindings, and telling what is wrong with them.

use suite::{Binding, Bindings};

use crate::small::{bindings, copy_image};

#[test]
fn a_binding_has_one_of_a_few_forms() {
    let error = |text: &str| toml::from_str::<Bindings>(text).expect_err(text).to_string();
    assert!(
        error("[values]\nX = { calls = \"Y\" }").contains("needs one of `call`, `values`, `unique`, `omit`")
    );
    assert!(error("[values]\nX = { unique = \"token\" }").contains("no `{}`"));
    assert!(
        error("[values]\nX = { call = \"Y\", take = \"Z\", wiht = {} }").contains("unknown field `wiht`")
    );
    assert!(error("[valus]\nX = 1").contains("unknown field `valus`"));
    assert!(error("[credentials]\nid_env = \"A\"").contains("missing field `secret_env`"));
    let read: Bindings =
        toml::from_str("[values]\nX = [1, 2]\nY = { omit = true, reason = \"r\" }").expect("bindings");
    assert!(matches!(read.values["X"], Binding::Literal(_)));
    assert_eq!(read.values["Y"], Binding::Omit { reason: "r".to_owned() });
}

#[test]
fn a_binding_is_written_as_it_was_read() {
    let bindings = bindings();
    let json = serde_json::to_value(&bindings).expect("json");
    assert_eq!(serde_json::from_value::<Bindings>(json).expect("bindings"), bindings);
}

#[test]
fn names_that_no_page_documents_are_told_of() {
    let text = r#"
        [values]
        RegionIdd = "x"
        [operations.CopyImag]
        ImageId = "x"
        [operations.CopyImage]
        Encrypted = { call = "MakeKey", take = "Id" }
        [operations.CopyImage.errors."404/InvalidImageId.NotFound"]
        ImageId = "x"
        [operations.CopyImage.errors."InvalidImageName.Malformed/2"]
        ImageId = "x"
        [operations.CopyImage.errors."400/InvalidImageName.Malformed/2"]
        ImageId = "x"
        [operations.CopyImage.unreachable]
        "InternalErrors" = "why"
    "#;
    let bindings: Bindings = toml::from_str(text).expect("bindings");
    let told: Vec<String> = bindings.check(&copy_image()).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "values.RegionIdd: no page documents the parameter `RegionIdd`; did you mean `RegionId`?",
            "operations.CopyImag: no page documents the operation `CopyImag`; did you mean `CopyImage`?",
            "operations.CopyImage.Encrypted.call: no page documents the operation `MakeKey`; name operations as their \
             page spells them, or remove the line",
            "operations.CopyImage.errors.\"InvalidImageName.Malformed/2\": no page documents the error \
             `InvalidImageName.Malformed/2`; did you mean `InvalidImageName.Malformed`?",
            "operations.CopyImage.unreachable.\"InternalErrors\": no page documents the error `InternalErrors`; did you \
             mean `InternalError`?",
        ]
    );
    assert_eq!(crate::small::bindings().check(&copy_image()), []);
}
