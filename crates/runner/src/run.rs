//! The run itself: cases under way at once, outcomes in the order of the plan.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use http::Request;
use suite::{Case, Plan};
use tokio::time::timeout_at;

use crate::attempt::{Attempt, attempt};
use crate::conversation::{Conversation, Session, cut};
use crate::coverage::coverage;
use crate::halt::{Halt, Why};
use crate::smaller::smallest;
use crate::stamps::now_millis;
use crate::{Class, Context, Event, Exchange, Outcome, Run, Target, Trouble};

/// Of a case that held a glance is enough.
const LONGEST_HELD_ANSWER: usize = 2 << 10;

/// Takes a plan to a target. Needs a Tokio runtime with time and I/O.
///
/// Cases run [`crate::Options::concurrency`] at a time; outcomes are in plan order, whatever finished first. A target
/// that is down ends the run: the cases that were not run are told so, in the class of what ended it.
pub async fn run(
    plan: &Plan,
    context: &Context<'_>,
    target: &Target,
    on_event: &mut (dyn FnMut(Event<'_>) + Send),
) -> Run {
    let started = Instant::now();
    let options = &context.options;
    let deadline = options.deadline.map(|time| (tokio::time::Instant::now() + time, time));
    let session = Session {
        context,
        target,
        started_millis: now_millis(options.clock),
        requests: AtomicU64::new(0),
        halt: Halt::default(),
    };
    let cases: Vec<&Case> = plan.cases.iter().filter(|case| options.selects(&case.id)).collect();
    let total = cases.len();
    on_event(Event::Started { total, not_selected: plan.cases.len() - total });
    if target.is_remote() && total > 0 {
        probe(&session).await;
    }
    let under_way = cases.iter().enumerate().map(|(index, case)| {
        let session = &session;
        async move {
            let done = match deadline {
                None => one(session, case).await,
                Some((at, time)) => timeout_at(at, one(session, case)).await.unwrap_or_else(|_| {
                    session.halt.stop(Why::Deadline(time));
                    let reason = format!("not finished: {}", Why::Deadline(time).words());
                    unfinished(case, Class::Inconclusive { reason })
                }),
            };
            (index, done)
        }
    });
    let mut under_way = pin!(stream::iter(under_way).buffer_unordered(options.concurrency.max(1)));
    let mut finished: Vec<(usize, Done)> = Vec::with_capacity(total);
    let mut told_end = false;
    while let Some((index, done)) = under_way.next().await {
        on_event(Event::Finished { outcome: &done.outcome, done: finished.len() + 1, total });
        finished.push((index, done));
        if let (Some(why), false) = (session.halt.why(), told_end) {
            told_end = true;
            on_event(Event::EndedEarly { reason: &why.words() });
        }
    }
    finished.sort_by_key(|(index, _)| *index);
    let finished: Vec<Done> = finished.into_iter().map(|(_, done)| done).collect();
    Run {
        spec: context.spec.to_owned(),
        target: target.name().to_owned(),
        seed: context.seed,
        coverage: coverage(plan, &finished, options),
        outcomes: finished.into_iter().map(|done| done.outcome).collect(),
        took_ms: millis(started),
        requests: session.requests.load(Ordering::Relaxed),
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

/// A case that is done with: its outcome, and the facts that it has shown to hold.
pub(crate) struct Done {
    pub(crate) outcome: Outcome,
    pub(crate) proved: Vec<String>,
}

async fn one(session: &Session<'_>, case: &Case) -> Done {
    if let Some(why) = session.halt.why() {
        return unfinished(case, why.class());
    }
    let started = Instant::now();
    let mut conversation = Conversation::new(session, &case.id);
    let Attempt { mut class, proved } = attempt(&mut conversation, case, "case").await;
    let mut exchanges = conversation.exchanges;
    if let Class::Failed { breaches } = class {
        session.halt.failed(&session.context.options);
        let (breaches, smaller) = smallest(session, case, breaches).await;
        exchanges.extend(smaller);
        class = Class::Failed { breaches };
    }
    if class == Class::Held {
        exchanges = exchanges.pop().into_iter().map(glance).collect();
    }
    let (family, operation) = (case.family, case.operation.clone());
    let took_ms = millis(started);
    Done { outcome: Outcome { case: case.id.clone(), family, operation, class, exchanges, took_ms }, proved }
}

fn unfinished(case: &Case, class: Class) -> Done {
    let (family, operation) = (case.family, case.operation.clone());
    let outcome =
        Outcome { case: case.id.clone(), family, operation, class, exchanges: Vec::new(), took_ms: 0 };
    Done { outcome, proved: Vec::new() }
}

fn glance(exchange: Exchange) -> Exchange {
    Exchange { answer: cut(&exchange.answer, LONGEST_HELD_ANSWER), ..exchange }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
