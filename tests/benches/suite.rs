//! What cases cost before anything is sent: planning a contract, and drawing requests of it without end.
//!
//! `cargo bench -p evidence --bench suite`. Figures are CPU time of the whole process, the best of several rounds.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::hint::black_box;
use std::time::Duration;

use pipeline::Spec;
use rustix::time::{ClockId, clock_gettime};
use suite::{Deck, Options};

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each figure is taken; the best counts.
const ROUNDS: usize = 7;
/// Cases drawn in a round.
const DRAWN: usize = 20_000;

fn main() {
    println!("{:>16}  {:>14}  {:>22}  {:>14}", "spec", "plan", "planned cases / s", "drawn cases / s");
    let mut drawn = Duration::ZERO;
    let specs: Vec<Spec> = evidence::specs()
        .iter()
        .map(|directory| pipeline::load_spec(directory).expect("a spec can be read"))
        .collect();
    for spec in &specs {
        let options = Options::for_wire(&spec.wire);
        let deck = Deck::new(&spec.contract, &spec.bindings, &options);
        let planned = deck.plan().cases.len();
        let plan = best(|| drop(black_box(suite::plan(&spec.contract, &spec.bindings, &options))));
        let draw = best(|| {
            for number in planned..planned + DRAWN {
                drop(black_box(deck.case(number)));
            }
        });
        drawn += draw;
        let rate = |count: usize, time: Duration| count as f64 / time.as_secs_f64();
        let milliseconds = plan.as_secs_f64() * 1e3;
        println!(
            "{:>16}  {milliseconds:>11.1} ms  {:>22.0}  {:>14.0}",
            spec.name,
            rate(planned, plan),
            rate(DRAWN, draw)
        );
    }
    let rate = (specs.len() * DRAWN) as f64 / drawn.as_secs_f64();
    println!("drawn of all specs: {rate:.0} cases per CPU-second");
}

/// CPU time of the quickest of several rounds.
fn best(mut work: impl FnMut()) -> Duration {
    let once = |work: &mut dyn FnMut()| {
        let begin = cpu();
        work();
        cpu() - begin
    };
    (0..ROUNDS).map(|_| once(&mut work)).min().unwrap_or_default()
}

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or_default())
}
