//! Each check is seen failing: image-service as it is keeps every promise; each fault that it can commit is found, by the
//! family of cases that should, with the code that belongs to it, on the line of the page that it breaks.
//!
//! `faults.toml` says for each fault and spec what must be found; a fault that it does not list fails, and so does a code
//! that it does not expect.

mod committed;

use std::collections::BTreeSet;

use committed::{all_broken, broken, listed, specs};

#[tokio::test(flavor = "multi_thread")]
async fn the_service_as_it_is_keeps_every_promise() {
    for spec in specs() {
        assert_eq!(broken(&spec, &[]).await, BTreeSet::new(), "{}", spec.name);
        let plan = suite::plan(&spec.contract, &spec.bindings, &suite::Options::for_wire(&spec.wire));
        let run = committed::run(&spec, &plan, &[], 1, runner::Options::default()).await;
        assert!(run.counts().held > 100, "{} is hardly tested", spec.name);
        assert_eq!(run.counts().network, 0, "{}", spec.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_is_found_where_it_is() {
    let (specs, mut listed) = (specs(), listed());
    let mut wrong = Vec::new();
    for (fault, spec, found) in all_broken(&specs, |_| true).await {
        let Some(expected) = listed.get_mut(fault.name()).and_then(|listed| listed.remove(&spec.name)) else {
            wrong.push(format!("{fault} in {} is not listed; found: {found:#?}", spec.name));
            continue;
        };
        if expected.hit(&found).is_none() {
            wrong.push(format!("{fault} in {}: {expected:?} is not among {found:#?}", spec.name));
        }
        let strays = expected.strays(&found);
        if !strays.is_empty() {
            wrong.push(format!("{fault} in {} makes other codes appear: {strays:?}", spec.name));
        }
    }
    let left = listed.iter().flat_map(|(fault, specs)| specs.keys().map(move |spec| (fault, spec)));
    wrong.extend(left.map(|(fault, spec)| format!("no fault {fault} can be committed against {spec}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
