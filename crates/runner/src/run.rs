//! The run itself: cases under way at once, outcomes in the order of the plan.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use http::Request;
use suite::{Case, Judge, Plan};
use tokio::time::{sleep, timeout_at};

use crate::attempt::{Attempt, attempt};
use crate::conversation::{Conversation, Session};
use crate::coverage::coverage;
use crate::halt::{Halt, STOPPED, Why};
use crate::leftovers::{Leftovers, clean, tidy};
use crate::pace::Pace;
use crate::picked::{Pick, Picked};
use crate::quiet::Quiet;
use crate::smaller::smallest;
use crate::stamps::now_millis;
use crate::work::places;
use crate::{Budget, Class, Context, Done, Earlier, Event, Outcome, Run, Target, Trouble, Work};

/// A request under way when the run is stopped may still be answered.
const GRACE: Duration = Duration::from_secs(2);
/// Whoever stops a run does not wait for long.
const CLEANING_WHEN_STOPPED: Duration = Duration::from_secs(5);

/// Takes a plan to a target. Needs a Tokio runtime with time and I/O.
///
/// Cases run [`crate::Options::concurrency`] at a time, each made when its turn has come, as [`Plan::schedule`] has it;
/// outcomes are in plan order, whatever finished first. A target that is down ends the run: the cases that were not run are told so, in the class of
/// what ended it.
pub async fn run<'w>(
    work: impl Into<Work<'w>>,
    context: &Context<'_>,
    target: &Target,
    on_event: &mut (dyn FnMut(Event<'_>) + Send),
) -> Run {
    let Work { plan, mut random, journal, earlier, stop } = work.into();
    let Earlier { mut done, leftovers, took_ms, requests, .. } = earlier;
    let started = Instant::now();
    let options = &context.options;
    let deadline = options.deadline.map(|time| (tokio::time::Instant::now() + time, time));
    let cleans_up = target.is_remote() && !options.clean_up.is_zero();
    let undo = if cleans_up { suite::undo(context.contract) } else { BTreeMap::new() };
    let session = Session {
        context,
        judge: Judge::new(context.contract, options.undocumented),
        places: places(plan),
        target,
        started_millis: now_millis(options.clock),
        requests: AtomicU64::new(0),
        halt: Halt::default(),
        pace: Pace::new(options.rate),
        stop,
        journal,
        leftovers: Leftovers::new(undo, leftovers),
        throttling: suite::throttling(context.contract),
    };
    let selected = plan.cases.iter().filter(|case| options.selects(&case.id)).count();
    let total = total(options, selected, plan.cases.len(), random.is_some());
    on_event(Event::Started { total, not_selected: plan.cases.len() - selected });
    if target.is_remote() && total != Some(0) {
        probe(&session).await;
    }
    let picked = Picked::new(plan, random.as_deref_mut(), options, &session.halt, started);
    let quiet = Quiet::default();
    let under_way = picked.enumerate().map(|(turn, pick)| {
        let (session, earlier) = (&session, done.remove(&pick.case.id));
        let quiet = &quiet;
        async move {
            let _quiet = quiet.turn(pick.case.wants_quiet()).await;
            let done = match (earlier, deadline) {
                (Some(done), _) => done,
                (None, None) => one(session, &pick).await,
                (None, Some((at, time))) => timeout_at(at, one(session, &pick)).await.unwrap_or_else(|_| {
                    session.halt.stop(Why::Deadline(time));
                    let reason = format!("not finished: {}", Why::Deadline(time).words());
                    unfinished(&pick.case, Class::Inconclusive { reason })
                }),
            };
            (turn, pick.place, done)
        }
    });
    let mut under_way = pin!(stream::iter(under_way).buffer_unordered(options.concurrency.max(1)));
    let mut finished: Vec<(usize, Done)> = Vec::with_capacity(selected);
    let mut told_end = false;
    loop {
        let next = tokio::select! {
            next = under_way.next() => next,
            () = session.stop.cancelled(), if session.halt.why().is_none() => {
                session.halt.stop(Why::Stopped);
                continue;
            }
        };
        let Some((turn, place, done)) = next else { break };
        on_event(Event::Finished { turn, outcome: &done.outcome, done: finished.len() + 1, total });
        finished.push((place, done));
        if let (Some(why), false) = (session.halt.why(), told_end) {
            told_end = true;
            on_event(Event::EndedEarly { reason: &why.words() });
        }
    }
    let stopped = session.stop.is_cancelled();
    if !matches!(session.halt.why(), Some(Why::TargetDown(_))) {
        clean(&session, if stopped { options.clean_up.min(CLEANING_WHEN_STOPPED) } else { options.clean_up })
            .await;
    }
    match session.leftovers.rest() {
        left if left.is_empty() => {}
        left => on_event(Event::LeftBehind { leftovers: &left }),
    }
    finished.sort_by_key(|(place, _)| *place);
    let took = (millis(started), session.requests.load(Ordering::Relaxed));
    if let Some(journal) = journal {
        journal.end(took.0, took.1);
    }
    let finished = finished.into_iter().map(|(_, done)| done).collect();
    let took = (took.0 + took_ms, took.1 + requests);
    told(plan, finished, context, target.name(), took)
}

/// What a journal tells, as a run: nothing is sent. A case of the plan that is missing was not run, for the reason that
/// `missing` tells of it; `None` leaves it out.
pub fn so_far(
    plan: &Plan,
    mut earlier: Earlier,
    context: &Context<'_>,
    target: &str,
    missing: impl Fn(&str) -> Option<String>,
) -> Run {
    let planned = plan.cases.iter().filter_map(|case| {
        let done = earlier.done.remove(&case.id);
        done.or_else(|| Some(unfinished(case, Class::Inconclusive { reason: missing(&case.id)? })))
    });
    let mut finished: Vec<Done> = planned.collect();
    // What is left follows no plan: random cases, by name and number.
    let number = |id: &str| id.rsplit('/').next().and_then(|number| number.parse::<u64>().ok());
    let mut random: Vec<Done> = earlier.done.into_values().collect();
    random.sort_by_cached_key(|done| (number(&done.outcome.case), done.outcome.case.clone()));
    finished.append(&mut random);
    told(plan, finished, context, target, (earlier.took_ms, earlier.requests))
}

fn told(plan: &Plan, finished: Vec<Done>, context: &Context<'_>, target: &str, took: (u64, u64)) -> Run {
    Run {
        spec: context.spec.to_owned(),
        target: target.to_owned(),
        seed: context.seed,
        coverage: coverage(plan, &finished, &context.options),
        outcomes: finished.into_iter().map(|done| done.outcome).collect(),
        took_ms: took.0,
        requests: took.1,
    }
}

/// How many cases will run, where that is known before they are made.
fn total(options: &crate::Options, selected: usize, planned: usize, goes_on: bool) -> Option<usize> {
    let all = selected == planned;
    match options.budget {
        None | Some(Budget::Time(_)) => (!goes_on).then_some(selected),
        Some(Budget::Cases(most)) if all => Some(if goes_on { most } else { most.min(planned) }),
        Some(Budget::Cases(_)) => None,
    }
}

/// One request before all others: a target that is not there is told once, not by each case.
async fn probe(session: &Session<'_>) {
    let mut request = Request::new(Bytes::new());
    let Ok(uri) = session.target.url().parse() else { return };
    *request.uri_mut() = uri;
    session.requests.fetch_add(1, Ordering::Relaxed);
    if let Err(silence) = session.target.send(request, &session.context.options).await
        && silence.trouble == Trouble::Unreachable
    {
        session.halt.stop(Why::TargetDown(silence));
    }
}

async fn one(session: &Session<'_>, pick: &Pick<'_>) -> Done {
    let case = pick.case.as_ref();
    if let Some(broken) = session.journal.and_then(|journal| journal.broken()) {
        session.halt.stop(Why::Journal(broken.to_owned()));
    }
    if let Some(why) = session.halt.why() {
        return unfinished(case, why.class());
    }
    if let Some(journal) = session.journal {
        journal.begun(&case.id);
    }
    let cut_short = async {
        session.stop.cancelled().await;
        sleep(GRACE).await;
    };
    let done = tokio::select! {
        done = decided(session, pick) => done,
        () = cut_short => None,
    };
    let Some(done) = done else {
        return unfinished(case, Class::Inconclusive { reason: format!("not finished: {STOPPED}") });
    };
    // The network may be better next time.
    if let (Some(journal), false) = (session.journal, matches!(done.outcome.class, Class::Network { .. })) {
        journal.done(&done);
    }
    tidy(session).await;
    done
}

/// A case from its first request to its class; `None` where the run was stopped on the way.
async fn decided(session: &Session<'_>, pick: &Pick<'_>) -> Option<Done> {
    let case = pick.case.as_ref();
    let started = Instant::now();
    let mut conversation = Conversation::new(session, &case.id);
    let Attempt { mut class, proved, notes } = attempt(&mut conversation, case, "case").await;
    if session.stop.is_cancelled() && matches!(class, Class::Inconclusive { .. }) {
        return None;
    }
    let mut exchanges = match &class {
        // Of a case that held a glance is enough, and of a random one that there was one.
        Class::Held if !pick.planned => Vec::new(),
        Class::Held => {
            let last = conversation.sent.last();
            last.map(|sent| sent.glance(session.context.credentials)).into_iter().collect()
        }
        _ => conversation.exchanges(),
    };
    if let Class::Failed { breaches } = class {
        session.halt.failed(&session.context.options);
        let (breaches, smaller) = smallest(session, case, breaches).await;
        exchanges.extend(smaller);
        class = Class::Failed { breaches };
    }
    let (family, operation) = (case.family, case.operation.clone());
    let took_ms = millis(started);
    let outcome = Outcome { case: case.id.clone(), family, operation, class, notes, exchanges, took_ms };
    Some(Done { outcome, proved })
}

fn unfinished(case: &Case, class: Class) -> Done {
    let (family, operation) = (case.family, case.operation.clone());
    let outcome = Outcome {
        case: case.id.clone(),
        family,
        operation,
        class,
        notes: Vec::new(),
        exchanges: Vec::new(),
        took_ms: 0,
    };
    Done { outcome, proved: Vec::new() }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
