//! How soon a broken service is told: the time from the first request to the first failure.

#![expect(clippy::print_stdout, reason = "figures are for reading")]

use std::time::{Duration, Instant};

use image_service::faults::Fault;
use pipeline::Spec;
use runner::{Class, Event, Options};
use suite::Undocumented;

use crate::committed;

/// Later than this is late.
const SOON: Duration = Duration::from_millis(200);

/// One fault after the other, so that none waits for another. That something does not appear, or does not go away, can be
/// told only when it was waited for: these faults take `patience`, whoever looks for them.
pub(crate) async fn tell(specs: &[Spec], patience: Duration, wanted: impl Fn(Fault) -> bool) {
    let mut times = Vec::new();
    for fault in image_service::faults::all().iter().copied().filter(|fault| wanted(*fault)) {
        for spec in specs.iter().filter(|spec| fault.specs().contains(&spec.name.as_str())) {
            times.push((first_failure(spec, fault, patience).await, fault, &spec.name));
        }
    }
    times.sort_by_key(|(time, ..)| std::cmp::Reverse(*time));
    let told: Vec<Duration> = times.iter().filter_map(|(time, ..)| *time).collect();
    let late = told.iter().filter(|time| **time > SOON).count();
    let median = told.get(told.len() / 2).copied().unwrap_or_default();
    println!(
        "first failure after the first request: {} of {} told, {late} later than 200 ms, half of them within {} ms; \
         what may still appear was waited for {} ms; those that are late or never told, or the latest:",
        told.len(),
        times.len(),
        median.as_millis(),
        patience.as_millis()
    );
    let shown = times.iter().take(late.max(8));
    for (time, fault, spec) in times.iter().filter(|(time, ..)| time.is_none()).chain(shown) {
        let time = time.map_or_else(|| "never".to_owned(), |time| format!("{} ms", time.as_millis()));
        println!("  {time:>9}  {} {spec}", fault.name());
    }
}

/// How long after the first request the first failure is told, request made smaller and all: over HTTP, but where the service
/// must be restarted, which only a service in this process can be.
async fn first_failure(spec: &Spec, fault: Fault, patience: Duration) -> Option<Duration> {
    let (ordinary, restarting) = committed::plans(spec);
    let undocumented =
        if fault == Fault::UndocumentedField { Undocumented::Fail } else { Undocumented::Ignore };
    let run_options = Options {
        max_failures: Some(1),
        clean_up: Duration::ZERO,
        ready_timeout: patience,
        poll_every: Duration::from_millis(20),
        undocumented,
        ..Options::default()
    };
    let service_options = image_service::Options { faults: vec![fault], ..image_service::Options::default() };
    let running = image_service::serve(&spec.name, &service_options).await.expect("image-service starts");
    let target = runner::Target::http(&format!("http://{}/", running.address)).expect("a target");
    let begin = Instant::now();
    let mut first = None;
    let mut on_event = |event: Event<'_>| {
        if let Event::Finished { outcome, .. } = event
            && matches!(outcome.class, Class::Failed { .. })
        {
            first.get_or_insert_with(|| begin.elapsed());
        }
    };
    if committed::shows_after_a_restart(fault) {
        committed::run_restarting(spec, &restarting, &[fault], run_options, &mut on_event).await;
    } else {
        let seed = suite::Options::for_wire(&spec.wire).seed;
        let context = committed::context(spec, &running.credentials, seed, run_options);
        runner::run(&ordinary, &context, &target, &mut on_event).await;
    }
    running.shutdown().await.expect("it ends");
    first
}
