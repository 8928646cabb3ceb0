//! Each check is seen failing: image-service as it is keeps every promise; each fault that it can commit is found, with the
//! code that belongs to it, on the line of the page that it breaks.
//!
//! `faults.toml` says for each fault and spec which code and which line; a fault that it does not list fails.

use std::collections::{BTreeMap, BTreeSet};

use image_service::faults::Fault;
use pipeline::Spec;
use runner::{Class, Run};
use serde::Deserialize;

/// What must be found of a fault in a spec.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The code of a breach.
    code: String,
    /// A page and words that stand on the quoted line.
    page: String,
    /// Words on that line.
    quotes: String,
}

async fn run(spec: &Spec, faults: Vec<Fault>) -> Run {
    let options = image_service::Options { faults, ..image_service::Options::default() };
    let service = image_service::in_process(&spec.name, &options).expect("image-service starts");
    let plan_options = suite::Options::for_wire(&spec.wire);
    let plan = suite::plan(&spec.contract, &spec.bindings, &plan_options);
    let context = runner::Context {
        spec: &spec.name,
        contract: &spec.contract,
        wire: &spec.wire,
        credentials: Some(&service.credentials),
        seed: plan_options.seed,
        options: runner::Options {
            shrink_tries: 0,
            ready_timeout: std::time::Duration::from_secs(2),
            ..runner::Options::default()
        },
    };
    let target = runner::Target::in_process(service.service);
    runner::run(&plan, &context, &target, &mut |_| {}).await
}

fn specs() -> Vec<Spec> {
    evidence::specs()
        .iter()
        .map(|directory| pipeline::load_spec(directory).expect("a spec can be read"))
        .collect()
}

/// What was broken: code, page and the line that is quoted.
fn found(run: &Run, spec: &Spec) -> BTreeSet<(String, String, String)> {
    let line = |at: &source::Location| {
        let source = spec.sources.iter().find(|source| source.name() == &at.file);
        source.and_then(|source| source.line(at.line)).unwrap_or_default().to_owned()
    };
    run.outcomes
        .iter()
        .filter_map(
            |outcome| if let Class::Failed { breaches } = &outcome.class { Some(breaches) } else { None },
        )
        .flatten()
        .map(|breach| {
            let at = breach.origin.location();
            (breach.code.clone(), at.file.to_string(), line(at))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_as_it_is_keeps_every_promise() {
    for spec in specs() {
        let run = run(&spec, Vec::new()).await;
        assert_eq!(found(&run, &spec), BTreeSet::new(), "{}", spec.name);
        assert!(run.counts().held > 100, "{} is hardly tested", spec.name);
        assert_eq!(run.counts().network, 0, "{}", spec.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_is_found_where_it_is() {
    let text = std::fs::read_to_string(evidence::root().join("tests/faults/faults.toml")).expect("is there");
    let mut expected: BTreeMap<String, BTreeMap<String, Expected>> =
        toml::from_str(&text).expect("is well formed");
    let mut wrong = Vec::new();
    for fault in image_service::faults::all() {
        let mut listed = expected.remove(fault.name()).unwrap_or_default();
        for spec in specs().iter().filter(|spec| fault.specs().contains(&spec.name.as_str())) {
            let found = found(&run(spec, vec![*fault]).await, spec);
            let Some(expected) = listed.remove(&spec.name) else {
                wrong.push(format!("{fault} in {} is not listed; found: {found:#?}", spec.name));
                continue;
            };
            let hit = found.iter().any(|(code, page, line)| {
                *code == expected.code && *page == expected.page && line.contains(&expected.quotes)
            });
            if !hit {
                wrong.push(format!("{fault} in {}: {expected:?} is not among {found:#?}", spec.name));
            }
        }
        wrong.extend(listed.keys().map(|spec| format!("{fault} can't be committed against {spec}")));
    }
    wrong.extend(expected.keys().map(|fault| format!("there is no fault {fault}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
