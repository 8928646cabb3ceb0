//! What generating costs, beside tools that generate Rust from the OpenAPI document that we export for the same operations.
//!
//! `cargo bench -p evidence --bench codegen -- PAGES` generates the pages below PAGES: the first 50 operations, the first
//! 200, all. `DOCTRACT_PEERS` names the folder of the programs `oas3-gen` and `cargo-progenitor`, which
//! `tests/peers/codegen.sh` installs into a folder that is thrown away; without it only our own figures are told. With
//! `DOCTRACT_CHECK=1` the crates are compiled (`cargo check`), too. Figures are CPU time of all threads, the best of
//! several rounds. What one changed page costs is told from the folder on: read, generated and written.

#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

use std::collections::BTreeSet;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use emit::{Emitted, Home};
use pipeline::Spec;
use rustix::time::{ClockId, clock_gettime};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each contestant runs; the best counts.
const ROUNDS: usize = 5;

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
    one_page_changes(Path::new(pages), &spec, scratch.path());
}

/// The spec of its first operations. Errors that hold for the operations of a folder go with them.
fn first(spec: &Spec, count: usize) -> Spec {
    let mut contract = spec.contract.clone();
    contract.operations = contract.speaking().take(count).cloned().collect();
    let folders = |operations: &mut dyn Iterator<Item = &contract::Operation>| -> BTreeSet<String> {
        operations.map(|operation| folder(&operation.page).to_owned()).collect()
    };
    let (own, all) = (folders(&mut contract.operations.iter()), folders(&mut spec.contract.speaking()));
    contract.errors.retain(|error| {
        let folder = folder(&error.origin.location().file);
        own.contains(folder) || !all.contains(folder)
    });
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

fn folder(page: &str) -> &str {
    page.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn measure(spec: &Spec, count: usize, scratch: &Path) {
    let (spent, emitted) = best(|| pipeline::generate(spec, Home::Workspace));
    let peak = peak_of(std::process::id()).unwrap_or_default() / 1024;
    println!(
        "{count:>5} operations: doctract {:>7} ms, {:>7} lines, at most {peak} MB",
        spent.as_millis(),
        lines(&emitted)
    );
    let ours = scratch.join(format!("doctract-{count}"));
    let crates = evidence::root().join("crates").display().to_string();
    let alone = pipeline::generate(spec, Home::Alone { crates: &crates });
    emit::write(&alone.files, &ours).expect("can be written");
    let ours = compiled("doctract", &ours, count, scratch, None);
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
    std::fs::write(&document, serde_json::to_vec(&openapi).expect("JSON")).expect("can be written");
    let out = scratch.join(format!("oas3-gen-{count}"));
    let mut oas3 = Command::new(peers.join("oas3-gen"));
    oas3.args(["generate", "client-mod", "--enable-builders", "-i"]).arg(&document);
    oas3.arg("-o").arg(out.join("src/api"));
    if told("oas3-gen", &mut oas3, &out, spent) {
        std::fs::write(out.join("Cargo.toml"), OAS3_MANIFEST).expect("can be written");
        std::fs::write(out.join("src/lib.rs"), "pub mod api;\n").expect("can be written");
        compiled("oas3-gen", &out, count, scratch, ours);
    }
    let out = scratch.join(format!("progenitor-{count}"));
    let mut progenitor = Command::new(peers.join("cargo-progenitor"));
    progenitor.args(["progenitor", "-n", "bench", "-v", "0.1.0", "-i"]).arg(&document).arg("-o").arg(&out);
    if told("progenitor", &mut progenitor, &out, spent) {
        compiled("progenitor", &out, count, scratch, ours);
    }
}

/// What oas3-gen leaves to its user.
const OAS3_MANIFEST: &str = r#"[package]
name = "oas3-bench"
version = "0.1.0"
edition = "2024"

[dependencies]
anyhow = "1"
bon = "3"
chrono = { version = "0.4", features = ["serde"] }
http = "1"
indexmap = { version = "2", features = ["serde"] }
oas3-gen-support = "*"
regex = "1"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "form", "multipart"] }
secrecy = "0.10"
serde = { version = "1", features = ["derive"] }
serde_html_form = "0.2"
serde_json = "1"
serde_with = "3"
validator = { version = "0.20", features = ["derive"] }

[workspace]
"#;

/// What `cargo check` of a crate costs when what it depends on is checked already, for each operation.
fn compiled(
    name: &str,
    folder: &Path,
    count: usize,
    scratch: &Path,
    ours: Option<Duration>,
) -> Option<Duration> {
    std::env::var_os("DOCTRACT_CHECK")?;
    let features: &[&str] = if name == "doctract" { &["--all-features"] } else { &[] };
    let check = || {
        let mut cargo = Command::new("cargo");
        cargo.args(["check", "--lib", "--quiet"]).args(features).current_dir(folder);
        cargo.env("CARGO_TARGET_DIR", scratch.join("target"));
        watched(&mut cargo)
    };
    let manifest = folder.join("Cargo.toml");
    let alone = std::fs::read_to_string(&manifest).expect("a manifest");
    if !alone.contains("[workspace]") {
        std::fs::write(&manifest, alone + "\n[workspace]\n").expect("can be written");
    }
    let root = folder.join("src/lib.rs");
    let text = std::fs::read_to_string(&root).expect("a root");
    let spent = check().and_then(|_| {
        std::fs::write(&root, text + "\n").map_err(|error| error.to_string())?;
        check()
    });
    match spent {
        Ok((spent, peak)) => {
            let each = spent.as_secs_f64() * 1e3 / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
            let factor = ours.map(|ours| format!(" ({:.1}×)", spent.as_secs_f64() / ours.as_secs_f64()));
            let (factor, peak) = (factor.unwrap_or_default(), peak / 1024);
            println!("      {name}: cargo check {each:>6.1} ms an operation{factor}, at most {peak} MB");
            Some(spent)
        }
        Err(why) => {
            println!("      {name}: cargo check {why}");
            None
        }
    }
}

/// What a peer needs for the same document, or that it can't read it.
fn told(name: &str, command: &mut Command, out: &Path, ours: Duration) -> bool {
    let mut best: Option<(Duration, u64)> = None;
    for _ in 0..ROUNDS {
        match watched(command) {
            Ok((spent, peak)) if best.is_none_or(|(least, _)| spent < least) => best = Some((spent, peak)),
            Ok(_) => {}
            Err(why) => {
                println!("      {name}: {why}");
                return false;
            }
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
    true
}

/// Runs a program: CPU time of it and of what it started, and the most memory in kB.
fn watched(command: &mut Command) -> Result<(Duration, u64), String> {
    let failed = |error: std::io::Error| error.to_string();
    let mut said = tempfile::tempfile().map_err(failed)?;
    let out = |said: &std::fs::File| said.try_clone().map_err(failed);
    let mut child = command.stdout(out(&said)?).stderr(out(&said)?).spawn().map_err(failed)?;
    let mut peak = 0;
    loop {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).map_err(failed)?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        peak = peak.max(peak_of(child.id()).unwrap_or_default());
        // A process that has ended keeps its account until somebody asks for it.
        if fields.first() == Some(&"Z") {
            let ticks: u32 = fields[11..15].iter().filter_map(|field| field.parse::<u32>().ok()).sum();
            let status = child.wait().map_err(failed)?;
            if status.success() {
                return Ok((TICK * ticks, peak));
            }
            let mut why = String::new();
            said.rewind().and_then(|()| said.read_to_string(&mut why)).map_err(failed)?;
            return Err(format!("{status}: {}", why.lines().next().unwrap_or("it does not say why")));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A page of one operation is changed: all pages are read, and what differs is generated and written anew.
fn one_page_changes(pages: &Path, spec: &Spec, scratch: &Path) {
    let (copied, target) = (scratch.join("pages"), scratch.join("changing"));
    for source in &spec.sources {
        let path = copied.join(&**source.name());
        std::fs::create_dir_all(path.parent().expect("below a folder")).expect("can be made");
        std::fs::write(path, source.text()).expect("can be written");
    }
    let changing = spec.contract.speaking().next().expect("an operation");
    let path = copied.join(&*changing.page);
    let text = std::fs::read_to_string(&path).expect("a page");
    let summary = changing.parameters.iter().map(|parameter| parameter.description.value.as_str());
    let words = summary.filter(|words| text.contains(words)).max_by_key(|words| words.len()).unwrap_or("");
    let mut least: Option<(Duration, Duration, Duration)> = None;
    let mut changed = Vec::new();
    for round in 0..ROUNDS * 4 {
        let other = text.replacen(words, &format!("{words} {round}"), 1);
        std::fs::write(&path, other).expect("can be written");
        let (began, spent) = (Instant::now(), cpu());
        let spec = pipeline::guess_spec(&copied).expect("the pages can be read");
        let read = began.elapsed();
        let renewed = pipeline::renew(&spec, Home::Workspace, &target, &scratch.join("stamp"));
        let (all, spent) = (began.elapsed(), cpu() - spent);
        let (difference, _) = renewed.expect("can be written");
        if round > 0 && least.is_none_or(|(least, ..)| all < least) {
            least = Some((all, read, spent));
            changed = difference.different;
        }
    }
    let (all, read, spent) = least.unwrap_or_default();
    println!(
        "{}: one page changed: {} ms, of which reading {} ms; {} ms of CPU; {}",
        pages.display(),
        all.as_millis(),
        read.as_millis(),
        spent.as_millis(),
        changed.join(" ")
    );
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
