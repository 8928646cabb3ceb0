//! `cargo xtask faults`: what finds each fault, as a table; then the unchanged service, over many seeds.

#![expect(clippy::print_stdout, reason = "a table is for reading")]

mod committed;
mod haste;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use committed::{all_broken, listed, specs};
use image_service::faults::Fault;
use pipeline::Spec;
use runner::Class;
use suite::Deck;

/// Commits each fault, tells what finds it, then holds the unchanged service to many seeds.
#[derive(Debug, Parser)]
struct Arguments {
    /// Seeds of the unchanged service, from 1.
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// Cases of each seed and spec, the planned ones included.
    #[arg(long, default_value_t = 20_000)]
    cases: usize,
    /// Only faults whose name contains this; the unchanged service is then left out.
    #[arg(long)]
    only: Option<String>,
    /// Leave the faults out.
    #[arg(long)]
    no_faults: bool,
    /// Cases under way at once.
    #[arg(long, default_value_t = 4)]
    concurrency: usize,
    /// Measure, too, how long after the first request the first failure of each fault is told.
    #[arg(long)]
    first: bool,
    /// Milliseconds for which what may still appear is waited for when the first failure is timed.
    #[arg(long, default_value_t = 2000)]
    patience: u64,
    /// Print everything that is found of each fault.
    #[arg(long)]
    all: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let specs = specs();
    let mut wrong = 0;
    if !arguments.no_faults {
        wrong += faults(&specs, &arguments).await;
    }
    if arguments.only.is_none() {
        wrong += unchanged(&specs, &arguments).await;
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One row for each fault and spec. Counts the faults that are not found as they should be.
async fn faults(specs: &[Spec], arguments: &Arguments) -> usize {
    let listed = listed();
    let (mut committed, mut undetected, mut strays) = (0, 0, 0);
    println!("{:<36} {:<17} {:<9} {:<33} {:<42} found by", "fault", "spec", "family", "code", "page line");
    let wanted =
        |fault: Fault| arguments.only.as_ref().is_none_or(|only| fault.name().contains(only.as_str()));
    for (fault, spec, found) in all_broken(specs, wanted).await {
        committed += 1;
        let expected = listed.get(fault.name()).and_then(|specs| specs.get(&spec.name));
        let hit = expected.and_then(|expected| expected.hit(&found));
        let family = expected.map_or_else(String::new, |expected| format!("{:?}", expected.family));
        let (place, case) = match hit {
            Some(hit) => (format!("{}:{}", hit.page, hit.at), hit.case.clone()),
            None => ("-".to_owned(), "NOT FOUND".to_owned()),
        };
        undetected += usize::from(hit.is_none());
        println!(
            "{:<36} {:<17} {:<9} {:<33} {place:<42} {case}",
            fault.name(),
            spec.name,
            family.to_lowercase(),
            fault.code()
        );
        let other = expected.map(|expected| expected.strays(&found)).unwrap_or_default();
        if !other.is_empty() {
            strays += 1;
            println!("  other codes: {}", other.into_iter().collect::<Vec<_>>().join(", "));
        }
        if arguments.all || hit.is_none() {
            for found in &found {
                println!("  {:?} {} {}:{} {}", found.family, found.code, found.page, found.at, found.case);
            }
        }
    }
    if arguments.first {
        haste::tell(specs, Duration::from_millis(arguments.patience), wanted).await;
    }
    let names = image_service::faults::all().len();
    println!(
        "{names} faults, {committed} of fault × spec; undetected: {undetected}; with stray codes: {strays}"
    );
    undetected + strays
}

/// The service as it is, over all seeds. Counts what fails.
async fn unchanged(specs: &[Spec], arguments: &Arguments) -> usize {
    let begin = Instant::now();
    let (mut held, mut failed, mut inconclusive, mut network, mut requests) = (0, 0, 0, 0, 0);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 1..=arguments.seeds {
        for spec in specs {
            let options = suite::Options { seed, ..suite::Options::for_wire(&spec.wire) };
            let plan = Deck::new(&spec.contract, &spec.bindings, &options).up_to(arguments.cases);
            let run_options = runner::Options {
                concurrency: arguments.concurrency,
                ready_timeout: Duration::from_secs(10),
                poll_every: Duration::from_millis(5),
                ..runner::Options::default()
            };
            let run = committed::run(spec, &plan, &[], seed, run_options).await;
            let counts = run.counts();
            held += counts.held;
            failed += counts.failed;
            inconclusive += counts.inconclusive;
            network += counts.network;
            requests += run.requests;
            for found in committed::found(spec, &run) {
                println!("FAILED {} seed {seed}: {} {}", spec.name, found.case, found.code);
            }
            for outcome in &run.outcomes {
                if let Class::Inconclusive { reason } = &outcome.class {
                    let told: String = reason.chars().take(110).collect();
                    *reasons.entry(format!("{} {}: {told}", spec.name, outcome.operation)).or_default() += 1;
                }
            }
        }
        print!(
            "\rseed {seed} of {}: {held} held, {failed} failed, {inconclusive} inconclusive, {network} network; {:.0} s",
            arguments.seeds,
            begin.elapsed().as_secs_f64()
        );
        let _ = std::io::stdout().flush();
    }
    println!(
        "\nunchanged: {} seeds × {} specs × {} cases, {requests} requests: {held} held, {failed} failed, {inconclusive} inconclusive, {network} network; {:.0} s",
        arguments.seeds,
        specs.len(),
        arguments.cases,
        begin.elapsed().as_secs_f64()
    );
    let mut reasons: Vec<(usize, String)> =
        reasons.into_iter().map(|(reason, count)| (count, reason)).collect();
    reasons.sort();
    for (count, reason) in reasons.iter().rev().take(12) {
        println!("  inconclusive {count:>8}  {reason}");
    }
    failed + network
}
