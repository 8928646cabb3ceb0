//! A service that commits a fault, the run that must find it, and what was found.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use image_service::faults::Fault;
use pipeline::Spec;
use runner::{Class, Event, Options, Run};
use serde::Deserialize;
use suite::{Family, Plan, Undocumented};

/// Faults under way at once: most of a run is waiting for what a fault keeps from happening.
const AT_ONCE: usize = 12;

/// How long to wait for what the service makes, and for looks enough at what seems broken: a slow machine with so many runs at
/// once takes seconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// What must be found of a fault in a spec.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    /// The family of cases that finds it.
    pub(crate) family: Family,
    /// The code of a breach.
    pub(crate) code: String,
    /// A page of the spec.
    pub(crate) page: String,
    /// Words on the quoted line.
    pub(crate) quotes: String,
    /// Codes that appear beside it, because the fault breaks what they are about as well. No others may.
    #[serde(default)]
    pub(crate) also: BTreeSet<String>,
}

/// What must be found, by fault and spec.
pub(crate) type Listed = BTreeMap<String, BTreeMap<String, Expected>>;

/// A broken promise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) code: String,
    pub(crate) family: Family,
    pub(crate) page: String,
    /// The quoted line, counted from 1.
    pub(crate) at: u32,
    pub(crate) line: String,
    /// The case that found it.
    pub(crate) case: String,
}

/// What `faults.toml` lists.
pub(crate) fn listed() -> Listed {
    let text = std::fs::read_to_string(evidence::root().join("tests/faults/faults.toml")).expect("is there");
    toml::from_str(&text).expect("is well formed")
}

/// The specs, in order.
pub(crate) fn specs() -> Vec<Spec> {
    evidence::specs()
        .iter()
        .map(|directory| pipeline::load_spec(directory).expect("a spec can be read"))
        .collect()
}

/// Everything that is broken when the service commits these faults: what is planned of a spec, then what needs a restart.
pub(crate) async fn broken(spec: &Spec, faults: &[Fault]) -> BTreeSet<Found> {
    let strict = faults.contains(&Fault::UndocumentedField);
    let undocumented = if strict { Undocumented::Fail } else { Undocumented::Ignore };
    let (ordinary, restarting) = plans(spec);
    let run_options = Options {
        shrink_tries: 0,
        ready_timeout: PATIENCE,
        poll_every: Duration::from_millis(20),
        undocumented,
        ..Options::default()
    };
    let seed = suite::Options::for_wire(&spec.wire).seed;
    let mut found = found(spec, &run(spec, &ordinary, faults, seed, run_options.clone()).await);
    if faults.is_empty() || faults.iter().copied().any(shows_after_a_restart) {
        let restarted = run_restarting(spec, &restarting, faults, run_options, &mut |_| {}).await;
        found.extend(self::found(spec, &restarted));
    }
    found
}

/// Whether nothing but a restart of the service shows the fault.
pub(crate) fn shows_after_a_restart(fault: Fault) -> bool {
    fault == Fault::ForgetsOnRestart
}

/// What is planned of a spec: the cases that any service can be held to, and those that restart it.
pub(crate) fn plans(spec: &Spec) -> (Plan, Plan) {
    let options = suite::Options { restarts: true, ..suite::Options::for_wire(&spec.wire) };
    let plan = suite::plan(&spec.contract, &spec.bindings, &options);
    let restarts = |case: &suite::Case| case.id.ends_with("/restart");
    let (restarting, ordinary): (Vec<_>, Vec<_>) = plan.cases.iter().cloned().partition(restarts);
    (Plan { cases: ordinary, ..plan.clone() }, Plan { cases: restarting, ..plan })
}

/// What is broken by each fault in each spec, several at once; in the order of the faults, then of the specs.
pub(crate) async fn all_broken(
    specs: &[Spec],
    wanted: impl Fn(Fault) -> bool,
) -> Vec<(Fault, &Spec, BTreeSet<Found>)> {
    let committed = image_service::faults::all().iter().copied().filter(|fault| wanted(*fault));
    let pairs = committed.flat_map(|fault| {
        let specs = specs.iter().filter(move |spec| fault.specs().contains(&spec.name.as_str()));
        specs.map(move |spec| (fault, spec))
    });
    let run = |(at, (fault, spec))| async move { (at, (fault, spec, broken(spec, &[fault]).await)) };
    let runs = stream::iter(pairs.enumerate().map(run)).buffer_unordered(AT_ONCE);
    let mut all: Vec<_> = runs.collect().await;
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, found)| found).collect()
}

/// Runs cases against a service in this process, with a world of its own.
pub(crate) async fn run(spec: &Spec, plan: &Plan, faults: &[Fault], seed: u64, options: Options) -> Run {
    let service_options =
        image_service::Options { faults: faults.to_vec(), ..image_service::Options::default() };
    run_on(&service_options, spec, plan, seed, options).await
}

/// The same where what is made takes its seconds.
#[cfg_attr(not(test), expect(dead_code, reason = "the table of faults has no use for it"))]
pub(crate) async fn run_slowly(spec: &Spec, plan: &Plan) -> Run {
    let service_options = image_service::Options { time_scale: 1.0, ..image_service::Options::default() };
    run_on(&service_options, spec, plan, 1, Options::default()).await
}

async fn run_on(
    service_options: &image_service::Options,
    spec: &Spec,
    plan: &Plan,
    seed: u64,
    options: Options,
) -> Run {
    let service = image_service::in_process(&spec.name, service_options).expect("image-service starts");
    let target = runner::Target::in_process(service.service);
    runner::run(plan, &context(spec, &service.credentials, seed, options), &target, &mut |_| {}).await
}

/// The same on a store in a directory, so that the service can be stopped and started again.
pub(crate) async fn run_restarting(
    spec: &Spec,
    plan: &Plan,
    faults: &[Fault],
    options: Options,
    on_event: &mut (dyn FnMut(Event<'_>) + Send),
) -> Run {
    let seed = suite::Options::for_wire(&spec.wire).seed;
    let options = Options { concurrency: 1, ..options };
    let directory = tempfile::tempdir().expect("a directory for the store");
    let service_options = image_service::Options {
        faults: faults.to_vec(),
        data_dir: Some(directory.path().to_owned()),
        ..image_service::Options::default()
    };
    let service = image_service::in_process(&spec.name, &service_options).expect("image-service starts");
    let name = spec.name.clone();
    let again = move || {
        let again = image_service::in_process(&name, &service_options).map_err(|error| error.to_string())?;
        Ok(again.service)
    };
    let target = runner::Target::in_process(service.service).restarted_by(again);
    runner::run(plan, &context(spec, &service.credentials, seed, options), &target, on_event).await
}

pub(crate) fn context<'a>(
    spec: &'a Spec,
    credentials: &'a wire::Credentials,
    seed: u64,
    options: Options,
) -> runner::Context<'a> {
    runner::Context {
        spec: &spec.name,
        contract: &spec.contract,
        wire: &spec.wire,
        credentials: Some(credentials),
        seed,
        options,
    }
}

/// What a run has broken.
pub(crate) fn found(spec: &Spec, run: &Run) -> BTreeSet<Found> {
    let line = |at: &source::Location| {
        let source = spec.sources.iter().find(|source| source.name() == &at.file);
        source.and_then(|source| source.line(at.line)).unwrap_or_default().to_owned()
    };
    let failed = run.outcomes.iter().filter_map(|outcome| match &outcome.class {
        Class::Failed { breaches } => Some((outcome, breaches)),
        _ => None,
    });
    failed
        .flat_map(|(outcome, breaches)| breaches.iter().map(move |breach| (outcome, breach)))
        .map(|(outcome, breach)| {
            let at = breach.origin.location();
            Found {
                code: breach.code.clone(),
                family: outcome.family,
                page: at.file.to_string(),
                at: at.line,
                line: line(at),
                case: outcome.case.clone(),
            }
        })
        .collect()
}

impl Expected {
    /// What of the found is what is expected: by the family that should find it, on its line.
    pub(crate) fn hit<'f>(&self, found: &'f BTreeSet<Found>) -> Option<&'f Found> {
        found.iter().find(|found| {
            found.code == self.code
                && found.family == self.family
                && found.page == self.page
                && found.line.contains(&self.quotes)
        })
    }

    /// Codes that were found and should not have been.
    pub(crate) fn strays<'f>(&self, found: &'f BTreeSet<Found>) -> BTreeSet<&'f str> {
        let expected = |found: &&Found| found.code == self.code || self.also.contains(&found.code);
        found.iter().filter(|found| !expected(found)).map(|found| found.code.as_str()).collect()
    }
}
