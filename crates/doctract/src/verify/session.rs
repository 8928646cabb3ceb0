//! One spec held to its target, from plan to run.

use std::borrow::Cow;
use std::time::Duration;

use image_service::faults::Fault;
use pipeline::Spec;
use report::Evidence;
use runner::{Budget, Context, Earlier, Event, Heading, Journal, Run, Stop, Work};
use suite::{Case, Deck, Plan, Undocumented};

use super::done::{Done, command};
use super::progress::Progress;
use super::target::{Prepared, prepare};
use super::{baseline, folder};
use crate::arguments::{Strangers, Verify};
use crate::exit::Failure;
use crate::output::tell;

/// Plans, runs, and says how it went. A stop ends the run, and what was done so far is kept.
pub(super) async fn verify<'a>(
    verify: &Verify,
    spec: &'a Spec,
    faults: &[Fault],
    stop: &Stop,
) -> Result<Done<'a>, Failure> {
    let mut plan_options = plan_options(verify, spec);
    let mut deck = Deck::new(&spec.contract, &spec.bindings, &plan_options);
    let options = options(verify);
    if chosen(&deck, &options).next().is_none() {
        return Err(nothing_chosen(verify, spec, deck.plan()));
    }
    let Prepared { target, credentials, running } = prepare(&verify.target, spec, faults).await?;
    let directory = spec.directory.display().to_string();
    let command = command(verify, &directory);
    let (journal, mut earlier) = journal(verify, spec, deck.plan(), target.name(), &command)?;
    if !earlier.begun.is_empty() {
        // What they made may still be there.
        plan_options.again = std::mem::take(&mut earlier.begun);
        deck = Deck::new(&spec.contract, &spec.bindings, &plan_options);
    }
    let context = Context {
        spec: &spec.name,
        contract: &spec.contract,
        wire: &spec.wire,
        credentials: credentials.as_ref(),
        seed: verify.seed,
        options,
    };
    let nothing = Run {
        spec: spec.name.clone(),
        target: target.name().to_owned(),
        seed: verify.seed,
        outcomes: Vec::new(),
        coverage: Vec::new(),
        took_ms: 0,
        requests: 0,
    };
    let evidence = Evidence {
        title: &spec.title,
        directory: &directory,
        command: &command,
        ended_early: None,
        known: None,
        contract: &spec.contract,
        sources: &spec.sources,
        run: &nothing,
    };
    let mut progress = None;
    let mut ended_early = None;
    let mut on_event = |event: Event<'_>| match event {
        Event::Started { total, .. } => {
            progress = Some(Progress::begin(verify.format, &spec.name, target.name(), total));
        }
        Event::Finished { turn, outcome, .. } => {
            if let Some(progress) = &mut progress {
                progress.case(turn, outcome, &evidence);
            }
        }
        Event::EndedEarly { reason } => ended_early = Some(reason.to_owned()),
        Event::LeftBehind { leftovers } => {
            let calls = leftovers.iter().map(|one| {
                let arguments: Vec<String> =
                    one.arguments.iter().map(|(name, value)| format!("{name}={value}")).collect();
                format!("  {} {}\n", one.call, arguments.join(" "))
            });
            let calls: String = calls.collect();
            tell(&format!("{}: what these calls would remove could not be removed:\n{calls}", spec.name));
        }
    };
    let mut work = Work::from(deck.plan()).after(earlier).until(stop.clone());
    if let Some(random) = beyond(&deck, &context.options) {
        work = work.then(random);
    }
    if let Some(journal) = &journal {
        work = work.noted_in(journal);
    }
    let run = runner::run(work, &context, &target, &mut on_event).await;
    if let Some(progress) = progress {
        progress.end();
    }
    if let Some(running) = running {
        running.shutdown().await?;
    }
    let known = baseline::weigh(verify.baseline.as_deref(), &run)?;
    Ok(Done { spec, directory, command, ended_early, known, interrupted: stop.is_cancelled(), run })
}

/// The plan that a spec has unless a case is run once more.
fn plan_options(verify: &Verify, spec: &Spec) -> suite::Options {
    let usual = suite::Options::for_wire(&spec.wire);
    suite::Options { seed: verify.seed, random: verify.cases.unwrap_or(usual.random), ..usual }
}

/// The random cases that follow the planned ones: as many as the budget allows, or those that are called by their names.
fn beyond<'d>(
    deck: &'d Deck<'d>,
    options: &runner::Options,
) -> Option<Box<dyn Iterator<Item = Case> + Send + 'd>> {
    if options.budget.is_some() {
        return Some(Box::new(deck.random()));
    }
    let planned = |id: &str| deck.plan().cases.iter().any(|case| case.id == id);
    let named = options.only.iter().filter(|id| !planned(id)).filter_map(|id| deck.find(id));
    let named: Vec<Case> = named.map(Cow::into_owned).collect();
    if named.is_empty() { None } else { Some(Box::new(named.into_iter())) }
}

/// The chosen cases in the order in which they are sent. Of a budget of time, the planned ones: nobody knows how far it
/// goes.
fn chosen<'d>(deck: &'d Deck<'d>, options: &'d runner::Options) -> impl Iterator<Item = Cow<'d, Case>> + 'd {
    let planned = deck.plan().schedule().into_iter().map(|place| Cow::Borrowed(&deck.plan().cases[place]));
    let random = beyond(deck, options).into_iter().flatten().map(Cow::Owned);
    let most = match options.budget {
        Some(Budget::Cases(most)) => most,
        Some(Budget::Time(_)) => deck.plan().cases.len(),
        None => usize::MAX,
    };
    planned.chain(random).take(most).filter(|case| options.selects(&case.id))
}

/// The chosen cases, a JSON document on each line.
pub(super) fn list(verify: &Verify, spec: &Spec) -> Result<String, Failure> {
    let deck = Deck::new(&spec.contract, &spec.bindings, &plan_options(verify, spec));
    let mut lines = String::new();
    for case in chosen(&deck, &options(verify)) {
        let line = serde_json::to_string(&case)
            .map_err(|error| Failure::internal(format!("{} is no JSON: {error}", case.id), ""))?;
        lines += &line;
        lines.push('\n');
    }
    Ok(lines)
}

/// The journal of a run with a report, and what it tells already.
fn journal(
    verify: &Verify,
    spec: &Spec,
    plan: &Plan,
    target: &str,
    command: &str,
) -> Result<(Option<Journal>, Earlier), Failure> {
    let Some(report) = &verify.report else { return Ok((None, Earlier::default())) };
    let heading = Heading {
        spec: spec.name.clone(),
        directory: spec.directory.display().to_string(),
        target: target.to_owned(),
        command: command.to_owned(),
        seed: verify.seed,
        random: plan_options(verify, spec).random,
        budget: verify.budget,
        shard: verify.shard,
        only: verify.only.clone(),
        skip: verify.skip.clone(),
        plan: runner::fingerprint(plan),
    };
    let path = folder::journal(report, &spec.name);
    let opened = if verify.resume {
        Journal::resume(&path, &heading)
    } else {
        Journal::create(&path, &heading).map(|journal| (journal, Earlier::default()))
    };
    let (journal, earlier) = opened.map_err(folder::journal_failure)?;
    if verify.resume {
        tell(&format!("{}: {} cases are done already\n", spec.name, earlier.done.len()));
    }
    Ok((Some(journal), earlier))
}

fn options(verify: &Verify) -> runner::Options {
    let usual = runner::Options::default();
    // A service that is ours alone is thrown away as a whole.
    let clean_up = if verify.keep || verify.target.server.is_none() { Duration::ZERO } else { CLEANING };
    runner::Options {
        concurrency: verify.concurrency.map_or(usual.concurrency, usize::from),
        request_timeout: Duration::from_secs_f64(verify.timeout),
        max_failures: verify.max_failures,
        ready_timeout: verify.patience,
        deadline: verify.deadline,
        budget: verify.budget,
        rate: verify.rate,
        shard: verify.shard,
        clean_up,
        undocumented: match verify.undocumented {
            Strangers::Ignore => Undocumented::Ignore,
            Strangers::Note => Undocumented::Note,
            Strangers::Fail => Undocumented::Fail,
        },
        only: verify.only.clone(),
        skip: verify.skip.clone(),
        ..usual
    }
}

/// Many resources can't be removed before they are ready.
const CLEANING: Duration = Duration::from_secs(10);

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
