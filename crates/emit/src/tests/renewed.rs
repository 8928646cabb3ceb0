//! A crate that is made anew where its pages changed is the crate that is made as a whole.

use std::collections::BTreeMap;
use std::path::Path;

use contract::Contract;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::*;
use crate::{Difference, compare, renew};

/// Two services: a page in each of two folders, and a second one in the first.
fn pages() -> Contract {
    let on = |page: &str, operation: Operation| Operation { page: page.into(), ..operation };
    contract(vec![
        on("image-api/copy.md", copy_image()),
        on("image-api/get_region.md", operation("GetRegion")),
        on("vpc-api/get_zone.md", operation("GetZone")),
    ])
}

fn spec<'a>(contract: &'a Contract, wire: &'a wire::Wire) -> Spec<'a> {
    Spec { name: "small", title: "Small", contract, wire, bindings: "", home: Home::Workspace }
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn out(&self) -> std::path::PathBuf {
        self.0.path().join("crate")
    }

    fn renew(&self, contract: &Contract) -> Difference {
        let wire = wire();
        let spec = spec(contract, &wire);
        let (difference, told) = renew(&spec, &self.out(), &self.0.path().join("stamp")).expect("written");
        let whole = crate_files(&spec);
        assert_eq!(told, whole.diagnostics);
        assert!(compare(&whole.files, &self.out()).expect("read").is_empty(), "not what is made as a whole");
        difference
    }
}

fn modified(folder: &Path) -> BTreeMap<String, std::time::SystemTime> {
    let mut files = std::collections::BTreeSet::new();
    crate::disk::list(folder, &mut files).expect("read");
    let time = |file: &String| std::fs::metadata(folder.join(file)).and_then(|file| file.modified());
    files.iter().map(|file| (file.clone(), time(file).expect("a time"))).collect()
}

#[test]
fn only_what_a_changed_page_is_made_into_is_made_again() {
    let (folder, mut contract) = (Folder::new(), pages());
    folder.renew(&contract);
    assert!(folder.renew(&contract).is_empty());
    let before = modified(&folder.out());
    contract.operations[0].parameters[0].description.value.push_str(" Changed.");
    let difference = folder.renew(&contract);
    let files = ["contract/image.json", "openapi/image.json", "src/image/operations/copy_image.rs"];
    assert_eq!((difference.missing.len(), difference.orphan.len()), (0, 0));
    assert_eq!(difference.different, files);
    let after = modified(&folder.out());
    let touched: Vec<&String> = after.keys().filter(|file| before[*file] != after[*file]).collect();
    assert_eq!(touched, files.iter().collect::<Vec<_>>());
}

#[test]
fn what_others_did_to_the_files_or_the_stamp_is_mended() {
    let (folder, contract) = (Folder::new(), pages());
    folder.renew(&contract);
    std::fs::write(folder.out().join("src/vpc/operations/get_zone.rs"), "edited").expect("written");
    std::fs::remove_file(folder.out().join("src/image/client.rs")).expect("removed");
    std::fs::write(folder.out().join("src/image/orphan.rs"), "").expect("written");
    let difference = folder.renew(&contract);
    assert_eq!(difference.missing, ["src/image/client.rs"]);
    assert_eq!(difference.different, ["src/vpc/operations/get_zone.rs"]);
    assert_eq!(difference.orphan, ["src/image/orphan.rs"]);
    std::fs::write(folder.0.path().join("stamp"), "{\"program\":null").expect("written");
    assert!(folder.renew(&contract).is_empty());
}

#[test]
fn an_operation_that_is_gone_goes_from_the_disk() {
    let (folder, mut contract) = (Folder::new(), pages());
    folder.renew(&contract);
    contract.operations.remove(1);
    assert_eq!(folder.renew(&contract).orphan, ["src/image/operations/get_region.rs"]);
}

/// Each text and number below a value, by its number in order.
fn leaf(value: &mut Value, left: &mut usize) -> bool {
    match value {
        Value::Array(items) => items.iter_mut().any(|item| leaf(item, left)),
        Value::Object(fields) => fields.values_mut().any(|field| leaf(field, left)),
        Value::String(text) if *left == 0 => {
            text.push('x');
            true
        }
        Value::Number(number) if *left == 0 => {
            *number = (number.as_u64().unwrap_or_default() + 1).into();
            true
        }
        Value::Bool(truth) if *left == 0 => {
            *truth = !*truth;
            true
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) => {
            *left -= 1;
            false
        }
        Value::Null => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever changes in a contract, no file stays as it was that would be made otherwise.
    #[test]
    fn whatever_changes_is_made_anew(places in prop::collection::vec(any::<Index>(), 1..4)) {
        let folder = Folder::new();
        let mut json = serde_json::to_value(pages()).expect("a contract is JSON");
        folder.renew(&pages());
        for place in places {
            let leaves = 1 + json.to_string().matches([':', ',']).count();
            let mut other = json.clone();
            if !leaf(&mut other, &mut place.index(leaves)) {
                continue;
            }
            // Not every text is a type or a line that a contract can have.
            if let Ok(contract) = serde_json::from_value::<Contract>(other.clone()) {
                folder.renew(&contract);
                json = other;
            }
        }
    }
}
