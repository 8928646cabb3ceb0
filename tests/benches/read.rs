//! What reading costs, beside the floor: a bare walk of pulldown-cmark over the same bytes, in the same run.
//!
//! `cargo bench -p evidence --bench read -- PATH` reads the pages below PATH; without one, the pages of `specs/`. Figures
//! are CPU time of the whole process, the best of several rounds that take turns. What rules add to facts is the median of
//! what they add in each round: a machine that is slow for a while slows both down. Both have one thread; `--threads 2`
//! behind the paths shows what more of them cost each other.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use pulldown_cmark::{Event, Options as Extensions, Parser};
use reader::{Options, Rules};
use rustix::time::{ClockId, clock_gettime};
use source::Source;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each contestant runs.
const ROUNDS: usize = 51;

fn main() {
    // cargo passes `--bench` to every bench.
    let mut arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let threads = arguments.iter().position(|argument| argument == "--threads");
    let threads = threads.and_then(|at| arguments.drain(at..).nth(1)?.parse().ok()).unwrap_or(1);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    pool.expect("nobody has made threads yet");
    let paths: Vec<PathBuf> = arguments.into_iter().map(PathBuf::from).collect();
    let paths = if paths.is_empty() { vec![evidence::root().join("specs")] } else { paths };
    let pages = pages(&paths);
    println!("{} pages, {:.1} MB, threads: {threads}", pages.len(), megabytes(&pages));
    println!(
        "{:>6}  {:>10}  {:>16}  {:>16}  {:>16}  {:>9}",
        "pages", "bare walk", "page", "facts", "facts and rules", "rules add"
    );
    for count in [100, 400, pages.len()] {
        if count <= pages.len() {
            measure(&spread(&pages, count));
        }
    }
    println!("most memory resident: {} MB", peak_megabytes());
}

/// One line of figures.
fn measure(pages: &[(String, String)]) {
    let mut best = [Duration::MAX; 4];
    let mut added = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let spent = [walk(pages), structure(pages), read(pages, Rules::Skipped), read(pages, Rules::Read)];
        for (best, spent) in best.iter_mut().zip(spent) {
            *best = (*best).min(spent);
        }
        let [_, _, facts, both] = spent;
        added.push(both.as_secs_f64() / facts.as_secs_f64() - 1.0);
    }
    added.sort_by(f64::total_cmp);
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let beside = |time: Duration| format!("{:.1} ms {:>5.2}×", ms(time), ms(time) / ms(best[0]));
    println!(
        "{:>6}  {:>7.1} ms  {:>16}  {:>16}  {:>16}  {:>7.1} %",
        pages.len(),
        ms(best[0]),
        beside(best[1]),
        beside(best[2]),
        beside(best[3]),
        added[ROUNDS / 2] * 100.0
    );
}

/// The floor: every event of every page, with the extensions that these pages need.
fn walk(pages: &[(String, String)]) -> Duration {
    let begin = cpu();
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_HEADING_ATTRIBUTES;
    for (_, text) in pages {
        for event in Parser::new_ext(text, extensions) {
            if let Event::Text(text) = event {
                black_box(text);
            }
        }
    }
    cpu() - begin
}

/// Text to blocks, tables and cells, without their meaning.
fn structure(pages: &[(String, String)]) -> Duration {
    let pages = pages.to_vec();
    let begin = cpu();
    for source in sources(pages) {
        drop(black_box(page::read(&source, reader::lexicon())));
    }
    cpu() - begin
}

/// Text to the contract. It is given back after the clock has stopped, by the thread that made it: what another thread
/// gives back, the allocator has to gather in the next round, on its clock.
fn read(pages: &[(String, String)], rules: Rules) -> Duration {
    let pages = pages.to_vec();
    let begin = cpu();
    let sources: Vec<Source> = sources(pages).collect();
    let contract = black_box(reader::read(&sources, Options { rules, ..Options::default() }));
    let spent = cpu() - begin;
    rayon::join(|| drop(contract), || ());
    spent
}

/// The texts as they come from disk: a source takes them, and copies nothing.
fn sources(pages: Vec<(String, String)>) -> impl Iterator<Item = Source> {
    pages.into_iter().map(|(name, text)| Source::new(name, text))
}

/// Every page below `paths`, with its name, in order.
fn pages(paths: &[PathBuf]) -> Vec<(String, String)> {
    let mut open = paths.to_vec();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        match std::fs::read_dir(&path) {
            Ok(entries) => open.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => files.push(path),
        }
    }
    // A page can be called `.md`, which is no extension.
    files.retain(|file| [".md", ".txt"].iter().any(|end| file.to_string_lossy().ends_with(end)));
    files.sort();
    files
        .into_iter()
        .filter_map(|file| Some((file.display().to_string(), std::fs::read_to_string(file).ok()?)))
        .collect()
}

/// `count` of the pages, from everywhere.
fn spread(pages: &[(String, String)], count: usize) -> Vec<(String, String)> {
    (0..count).map(|index| pages[index * pages.len() / count].clone()).collect()
}

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or_default())
}

fn megabytes(pages: &[(String, String)]) -> f64 {
    pages.iter().map(|(_, text)| text.len()).sum::<usize>() as f64 / 1e6
}

/// The high-water mark of resident memory, where the system tells.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1024
}
