//! Each check is seen failing: image-service as it is keeps every promise; each fault that it can commit is found, by the
//! family of cases that should, with the code that belongs to it, on the line of the page that it breaks.
//!
//! `faults.toml` says for each fault and spec what must be found; a fault that it does not list fails, and so does a code
//! that it does not expect.

mod committed;

use std::collections::BTreeSet;

use committed::{all_broken, broken, listed, specs};
use runner::Class;
use suite::{Expect, Family};

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
async fn states_that_no_binding_gives_are_reached_by_names_and_links() {
    let mut ends = Vec::new();
    for mut spec in specs() {
        spec.bindings.errors.clear();
        spec.bindings.operations.values_mut().for_each(|own| own.errors.clear());
        let mut plan = suite::plan(&spec.contract, &spec.bindings, &suite::Options::for_wire(&spec.wire));
        // Some states are met while something is made, others once it is there. Either way nobody is accused.
        let run = committed::run(&spec, &plan, &[], 1, runner::Options::default()).await;
        assert_eq!(run.counts().failed, 0, "{}", spec.name);
        plan.cases
            .retain(|case| case.family == Family::Sequence && matches!(case.expect, Expect::Refused { .. }));
        let slow = committed::run_slowly(&spec, &plan).await;
        assert_eq!(slow.counts().failed, 0, "{}", spec.name);
        for case in plan.cases {
            let held = |run: &runner::Run| {
                run.outcomes.iter().any(|outcome| outcome.case == case.id && outcome.class == Class::Held)
            };
            ends.push((spec.name.clone(), case.id.clone(), held(&run) || held(&slow)));
        }
    }
    let ends: Vec<(&str, &str, bool)> =
        ends.iter().map(|(spec, case, held)| (&**spec, &**case, *held)).collect();
    let reached = [
        ("aliyun-image", "CopyImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image", "CreateImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image", "CreateImage/sequence/IdempotenceParamNotMatch"),
        ("aliyun-image", "DeleteImage/sequence/OperationDenied.ImageCopying"),
        ("aliyun-image", "DeleteImage/sequence/ImageIsCreating"),
        ("aliyun-image-web", "CopyImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image-web", "DeleteImage/sequence/OperationDenied.ImageCopying"),
    ];
    assert_eq!(ends, reached.map(|(spec, case)| (spec, case, true)));
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
