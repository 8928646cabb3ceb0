//! One spec held to its target, from plan to run.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use image_service::faults::Fault;
use pipeline::Spec;
use runner::{Class, Context, Event, FactOutcome, Outcome, Reach, Run};
use suite::Plan;

use super::done::{Done, command};
use super::interruption::Interruption;
use super::progress::Progress;
use super::target::{Prepared, prepare};
use crate::arguments::Verify;
use crate::exit::Failure;

const INTERRUPTED: &str = "interrupted";

/// Plans, runs, and says how it went. Ctrl-C ends the run, and what was done so far is kept.
pub(super) async fn verify<'a>(
    verify: &Verify,
    spec: &'a Spec,
    faults: &[Fault],
    interruption: &Interruption,
) -> Result<Done<'a>, Failure> {
    let plan = plan(verify, spec);
    let options = options(verify);
    let chosen: Vec<&str> =
        plan.cases.iter().map(|case| case.id.as_str()).filter(|id| options.selects(id)).collect();
    if chosen.is_empty() {
        return Err(nothing_chosen(verify, spec, &plan));
    }
    let Prepared { target, credentials, running } = prepare(&verify.target, spec, faults).await?;
    let context = Context {
        spec: &spec.name,
        contract: &spec.contract,
        wire: &spec.wire,
        credentials: credentials.as_ref(),
        seed: verify.seed,
        options,
    };
    let mut progress = Progress::begin(verify.format, &spec.name, chosen, target.name());
    let started = Instant::now();
    let mut finished: Vec<Outcome> = Vec::new();
    let mut failed = 0;
    let mut ended_early = None;
    let mut on_event = |event: Event<'_>| match event {
        Event::Started { .. } | Event::LeftBehind { .. } => {}
        Event::Finished { outcome, .. } => {
            failed += usize::from(matches!(outcome.class, Class::Failed { .. }));
            progress.case(outcome, failed);
            finished.push(outcome.clone());
        }
        Event::EndedEarly { reason } => ended_early = Some(reason.to_owned()),
    };
    let run = tokio::select! {
        run = runner::run(&plan, &context, &target, &mut on_event) => Some(run),
        () = interruption.heard() => None,
    };
    let interrupted = run.is_none();
    if interrupted {
        ended_early = Some(INTERRUPTED.to_owned());
    }
    let run = run.unwrap_or_else(|| so_far(&plan, &context, target.name(), finished, started.elapsed()));
    progress.end();
    if let Some(running) = running {
        running.shutdown().await?;
    }
    let directory = spec.directory.display().to_string();
    let command = command(verify, &directory);
    Ok(Done { spec, directory, command, ended_early, interrupted, run })
}

fn plan(verify: &Verify, spec: &Spec) -> Plan {
    let usual = suite::Options::for_wire(&spec.wire);
    let random = verify.cases.unwrap_or(usual.random);
    suite::plan(&spec.contract, &spec.bindings, &suite::Options { seed: verify.seed, random, ..usual })
}

fn options(verify: &Verify) -> runner::Options {
    let usual = runner::Options::default();
    runner::Options {
        concurrency: verify.concurrency.map_or(usual.concurrency, usize::from),
        request_timeout: Duration::from_secs_f64(verify.timeout),
        max_failures: verify.max_failures,
        only: verify.only.clone(),
        skip: verify.skip.clone(),
        ..usual
    }
}

/// The run as far as it came: what was not finished is inconclusive, and its facts are not reached.
fn so_far(plan: &Plan, context: &Context<'_>, target: &str, finished: Vec<Outcome>, took: Duration) -> Run {
    let mut by_case: BTreeMap<String, Outcome> =
        finished.into_iter().map(|outcome| (outcome.case.clone(), outcome)).collect();
    let chosen = plan.cases.iter().filter(|case| context.options.selects(&case.id));
    let outcomes: Vec<Outcome> = chosen
        .map(|case| {
            by_case.remove(&case.id).unwrap_or_else(|| Outcome {
                case: case.id.clone(),
                family: case.family,
                operation: case.operation.clone(),
                class: Class::Inconclusive { reason: format!("not run: {INTERRUPTED}") },
                exchanges: Vec::new(),
                took_ms: 0,
            })
        })
        .collect();
    let requests = outcomes.iter().map(|outcome| outcome.exchanges.len() as u64).sum();
    Run {
        spec: context.spec.to_owned(),
        target: target.to_owned(),
        seed: context.seed,
        coverage: coverage(plan, &outcomes),
        outcomes,
        took_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        requests,
    }
}

fn coverage(plan: &Plan, outcomes: &[Outcome]) -> Vec<FactOutcome> {
    let facts_of: BTreeMap<&str, &[String]> =
        plan.cases.iter().map(|case| (case.id.as_str(), case.facts.as_slice())).collect();
    let mut held: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut failed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for outcome in outcomes {
        match &outcome.class {
            Class::Held => {
                for fact in facts_of.get(outcome.case.as_str()).copied().unwrap_or_default() {
                    held.entry(fact).or_default().push(outcome.case.clone());
                }
            }
            Class::Failed { breaches } => {
                for breach in breaches {
                    failed.entry(&breach.fact).or_default().push(outcome.case.clone());
                }
            }
            Class::Inconclusive { .. } | Class::Network { .. } => {}
        }
    }
    let outcome = |fact: &suite::Fact| {
        let cases = |of: &mut BTreeMap<&str, Vec<String>>| of.remove(fact.id.as_str());
        let (reach, cases) = match (cases(&mut failed), cases(&mut held)) {
            (Some(failed), _) => (Reach::Failed, failed),
            (None, Some(held)) => (Reach::Held, held),
            (None, None) => {
                let known = plan.unreached.iter().find(|unreached| unreached.fact == fact.id);
                let reason = known.map_or(format!("not run: {INTERRUPTED}"), |known| known.reason.clone());
                (Reach::NotReached { reason }, Vec::new())
            }
        };
        FactOutcome { fact: fact.clone(), reach, cases }
    };
    plan.facts.iter().map(outcome).collect()
}

fn nothing_chosen(verify: &Verify, spec: &Spec, plan: &Plan) -> Failure {
    let what = format!("no case of {} is chosen: the plan has {}", spec.name, plan.cases.len());
    let near = |pattern: &String| {
        let distance = |id: &&str| strsim::damerau_levenshtein(pattern, id);
        plan.cases
            .iter()
            .map(|case| case.id.as_str())
            .min_by_key(distance)
            .filter(|id| distance(id) * 3 <= pattern.chars().count())
    };
    let help = match verify.only.iter().find_map(near) {
        Some(id) => format!("did you mean --only '{id}'?"),
        None => "change --only and --skip; `*` stands for anything, and a pattern takes what lies below it"
            .to_owned(),
    };
    Failure::usage(what, help)
}
