//! What generating costs, beside tools that generate Rust from the OpenAPI document that we export for the same operations.
//!
//! `cargo bench -p evidence --bench codegen -- PAGES` generates the pages below PAGES: the first 50 operations, the first
//! 200, all. `DOCTRACT_PEERS` names the folder of the programs `oas3-gen` and `cargo-progenitor`
//! (`cargo install --root FOLDER`, then `FOLDER/bin`); without it only our own figures are told. Figures are CPU time of all threads, the best of several rounds.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use emit::{Emitted, Home};
use pipeline::Spec;
use rustix::time::{ClockId, clock_gettime};

/// How often each contestant runs; the best counts.
const ROUNDS: usize = 3;

/// A tick of the kernel's account of a process.
const TICK: Duration = Duration::from_millis(10);

fn main() {
    let pages: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let Some(pages) = pages.first() else {
        println!("name a folder of pages: cargo bench -p evidence --bench codegen -- PAGES");
        return;
    };
    let began = cpu();
    let spec = pipeline::guess_spec(Path::new(pages)).expect("the pages can be read");
    let speaking = spec.contract.speaking().count();
    println!("{pages}: {speaking} operations, read in {} ms of CPU", (cpu() - began).as_millis());
    let scratch = tempfile::tempdir().expect("a folder");
    for count in [50, 200, speaking] {
        if count <= speaking {
            measure(&first(&spec, count), count, scratch.path());
        }
    }
    one_page_changes(spec, scratch.path());
}

/// The spec of its first operations.
fn first(spec: &Spec, count: usize) -> Spec {
    let mut contract = spec.contract.clone();
    contract.operations = contract.speaking().take(count).cloned().collect();
    Spec {
        name: "bench".to_owned(),
        title: "Bench".to_owned(),
        directory: PathBuf::new(),
        wire: spec.wire.clone(),
        contract,
        sources: Vec::new(),
        bindings: suite::Bindings::default(),
        bindings_text: String::new(),
    }
}

fn measure(spec: &Spec, count: usize, scratch: &Path) {
    let (spent, emitted) = best(|| pipeline::generate(spec, Home::Workspace));
    let peak = peak_of(std::process::id()).unwrap_or_default() / 1024;
    println!(
        "{count:>5} operations: doctract {:>7} ms, {:>7} lines, at most {peak} MB",
        spent.as_millis(),
        lines(&emitted)
    );
    let Some(peers) = std::env::var_os("DOCTRACT_PEERS").map(PathBuf::from) else { return };
    let document = scratch.join(format!("openapi-{count}.json"));
    let openapi = emit::openapi(&emit::Spec {
        name: &spec.name,
        title: &spec.title,
        contract: &spec.contract,
        wire: &spec.wire,
        bindings: "",
        home: Home::Workspace,
    });
    std::fs::write(&document, openapi.to_string()).expect("can be written");
    let out = scratch.join(format!("oas3-gen-{count}"));
    let mut oas3 = Command::new(peers.join("oas3-gen"));
    oas3.args(["generate", "client-mod", "--enable-builders", "-i"]).arg(&document).arg("-o").arg(&out);
    told("oas3-gen", &mut oas3, &out, spent);
    let out = scratch.join(format!("progenitor-{count}"));
    let mut progenitor = Command::new(peers.join("cargo-progenitor"));
    progenitor.args(["progenitor", "-n", "bench", "-v", "0.1.0", "-i"]).arg(&document).arg("-o").arg(&out);
    told("progenitor", &mut progenitor, &out, spent);
}

/// What a peer needs for the same document, or that it can't read it.
fn told(name: &str, command: &mut Command, out: &Path, ours: Duration) {
    let mut best: Option<(Duration, u64)> = None;
    for _ in 0..ROUNDS {
        match watched(command) {
            Ok((spent, peak)) if best.is_none_or(|(least, _)| spent < least) => best = Some((spent, peak)),
            Ok(_) => {}
            Err(why) => return println!("      {name}: {why}"),
        }
    }
    let (spent, peak) = best.unwrap_or_default();
    let factor = spent.as_secs_f64() / ours.as_secs_f64();
    let lines = lines_below(out);
    println!(
        "      {name}: {:>7} ms ({factor:.1}×), {lines:>7} lines, at most {} MB",
        spent.as_millis(),
        peak / 1024
    );
}

/// Runs a program: CPU time of it and of what it started, and the most memory in kB.
fn watched(command: &mut Command) -> Result<(Duration, u64), String> {
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let mut peak = 0;
    loop {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id()))
            .map_err(|error| error.to_string())?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        peak = peak.max(peak_of(child.id()).unwrap_or_default());
        // A process that has ended keeps its account until somebody asks for it.
        if fields.first() == Some(&"Z") {
            let ticks: u32 = fields[11..15].iter().filter_map(|field| field.parse::<u32>().ok()).sum();
            let status = child.wait().map_err(|error| error.to_string())?;
            return if status.success() { Ok((TICK * ticks, peak)) } else { Err(format!("fails: {status}")) };
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A page of one operation is changed: what is read, generated and written anew.
fn one_page_changes(mut spec: Spec, scratch: &Path) {
    let target = scratch.join("changing");
    emit::write(&pipeline::generate(&spec, Home::Workspace).files, &target).expect("can be written");
    let mut least = Duration::MAX;
    let mut changed = Vec::new();
    for round in 0..ROUNDS {
        spec.contract.operations[0].summary = format!("changed {round}");
        let began = Instant::now();
        let difference = emit::write(&pipeline::generate(&spec, Home::Workspace).files, &target);
        least = least.min(began.elapsed());
        changed = difference.expect("can be written").different;
    }
    println!("one operation changed: {} ms, {}", least.as_millis(), changed.join(" "));
}

fn best(generate: impl Fn() -> Emitted) -> (Duration, Emitted) {
    let mut least = Duration::MAX;
    let mut last = None;
    for _ in 0..ROUNDS {
        let began = cpu();
        last = Some(generate());
        least = least.min(cpu() - began);
    }
    (least, last.expect("ran"))
}

fn lines(emitted: &Emitted) -> usize {
    let rust =
        emitted.files.iter().filter(|file| file.path.ends_with(".rs") && file.path.starts_with("src/"));
    rust.map(|file| file.text.lines().count()).sum()
}

fn lines_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let lines = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => lines_below(&path),
        Some(extension) if extension == "rs" => {
            std::fs::read_to_string(path).unwrap_or_default().lines().count()
        }
        _ => 0,
    };
    entries.map(lines).sum()
}

fn peak_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?
        .trim()
        .strip_suffix("kB")?
        .trim()
        .parse()
        .ok()
}

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        u64::try_from(now.tv_sec).unwrap_or_default(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}
