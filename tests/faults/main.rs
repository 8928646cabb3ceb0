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
        let run = committed::run(&spec, &plan, &[], 1, runner::Options::default()).await;
        // What is made in a millisecond is hardly ever met while it is made, and accuses nobody.
        assert_eq!(run.counts().failed, 0, "{}", spec.name);
        plan.cases
            .retain(|case| case.family == Family::Sequence && matches!(case.expect, Expect::Refused { .. }));
        let run = committed::run_slowly(&spec, &plan).await;
        ends.extend(run.outcomes.into_iter().map(|outcome| (spec.name.clone(), outcome.case, outcome.class)));
    }
    let ends: Vec<(&str, &str, &Class)> =
        ends.iter().map(|(s, c, class)| (s.as_str(), c.as_str(), class)).collect();
    let held = [
        ("aliyun-image", "CopyImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image", "CreateImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image", "DeleteImage/sequence/OperationDenied.ImageCopying"),
        ("aliyun-image", "DeleteImage/sequence/ImageIsCreating"),
        ("aliyun-image-web", "CopyImage/sequence/InvalidImageName.Duplicated"),
        ("aliyun-image-web", "DeleteImage/sequence/OperationDenied.ImageCopying"),
    ];
    assert_eq!(ends, held.map(|(spec, case)| (spec, case, &Class::Held)));
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
