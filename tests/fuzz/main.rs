//! Bad input of every kind, for a bounded time: no panic, no hang, no status that no page documents.
//!
//! `cargo test --release -p evidence --test fuzz -- 600` sends it for 600 seconds; without a number, for 20. A second
//! number is the seed.

mod input;

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use evidence::chance::Chance;
use evidence::loopback::{Answer, Caller, Connection};
use image_service::{Limits, Options, Running};
use serde_json::json;
use wire::Carrier;

use input::{Draw, Kind, Known};

/// Seconds in a run of CI.
const SECONDS: u64 = 20;

/// Senders at a time, for each spec.
const SENDERS: usize = 4;

/// How long each answer may take, or the end of a connection that gets none. The service's own limits are below it.
const PATIENCE: Duration = Duration::from_secs(10);

const SPECS: [&str; 4] = ["ucloud-image", "sigcal-image", "aliyun-image", "aliyun-image-web"];

static PANICS: AtomicUsize = AtomicUsize::new(0);

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u64>().ok());
    let time = Duration::from_secs(numbers.next().unwrap_or(SECONDS));
    let seed = numbers.next().unwrap_or(1);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        PANICS.fetch_add(1, Ordering::SeqCst);
        usual(panic);
    }));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let outcome = runtime.block_on(fuzz(time, seed));
    let panics = PANICS.load(Ordering::SeqCst);
    let (told, code) = match outcome {
        Ok(tally) if panics == 0 => {
            (format!("{tally}no panic, no hang, no undocumented status"), ExitCode::SUCCESS)
        }
        Ok(tally) => (format!("{tally}fuzz: {panics} panics"), ExitCode::FAILURE),
        Err(wrong) => (format!("fuzz: {wrong}; the seed is {seed}"), ExitCode::FAILURE),
    };
    let _ = writeln!(std::io::stdout(), "{told}");
    code
}

async fn fuzz(time: Duration, seed: u64) -> Result<String, String> {
    let second = Duration::from_secs(1);
    let limits = Limits { header_time: second, body_time: second, ..Limits::default() };
    let until = Instant::now() + time;
    let mut servers = Vec::new();
    let mut senders = Vec::new();
    for (place, spec) in SPECS.into_iter().enumerate() {
        let options = Options { limits, ..Options::default() };
        let running = image_service::serve(spec, &options).await.map_err(|e| e.to_string())?;
        for number in 0..SENDERS {
            let caller = Caller::new(spec, running.address, running.credentials.clone());
            let chance = Chance::of(seed.wrapping_mul(1_000) + (place * SENDERS + number) as u64);
            let draw = Draw { known: Known::of(spec)?, caller, chance };
            senders.push(tokio::spawn(send(running.address, draw, until)));
        }
        servers.push((spec, running));
    }
    let mut tally = BTreeMap::new();
    for sender in senders {
        for (what, times) in sender.await.map_err(|e| e.to_string())?? {
            *tally.entry(what).or_insert(0_usize) += times;
        }
    }
    for (spec, running) in servers {
        still_well(spec, &running).await?;
        let ended = tokio::time::timeout(PATIENCE, running.shutdown()).await;
        ended.map_err(|_| format!("{spec} does not end"))?.map_err(|e| e.to_string())?;
    }
    Ok(tally.iter().map(|((kind, met), times)| format!("{times:>9}  {kind:?}: {met}\n")).collect())
}

type Tally = BTreeMap<(Kind, String), usize>;

async fn send(address: SocketAddr, mut draw: Draw, until: Instant) -> Result<Tally, String> {
    let mut tally = Tally::new();
    while Instant::now() < until {
        let (kind, pieces, answers) = draw.input();
        let met = exchange(address, &pieces, answers).await;
        let met = met.map_err(|wrong| format!("{wrong} on {kind:?}: {}", shown(&pieces)))?;
        *tally.entry((kind, met)).or_default() += 1;
    }
    Ok(tally)
}

/// Sends the pieces, each a moment after the one before, and reads what comes until the connection ends or all
/// answers are there. Tells what was met; an answer that must not be is an error.
async fn exchange(address: SocketAddr, pieces: &[Vec<u8>], answers: usize) -> Result<String, String> {
    let connection = in_time("no connection", Connection::to(address)).await?;
    let mut connection = connection.map_err(|e| format!("no connection: {e}"))?;
    for (place, piece) in pieces.iter().enumerate() {
        if place > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // A server that has seen enough may close before it has read everything.
        if in_time("a hang while sending", connection.write(piece)).await?.is_err() {
            break;
        }
    }
    let mut met = String::from("closed");
    // Of what follows a HEAD no body is read: its answer has none, and one that tells to go on may come before it.
    let to_head = pieces.concat().starts_with(b"HEAD ");
    for _ in 0..answers {
        match in_time("a hang", connection.read_answer(to_head)).await? {
            Ok(answer) => met = expected(&answer, to_head)?,
            Err(end) if end.kind() == ErrorKind::InvalidData => return Err(format!("no HTTP: {end}")),
            Err(_) => break,
        }
    }
    Ok(met)
}

/// Waits for one step; many requests in a row may take longer than one.
async fn in_time<T>(what: &str, step: impl Future<Output = T>) -> Result<T, String> {
    tokio::time::timeout(PATIENCE, step).await.map_err(|_| what.to_owned())
}

fn expected(answer: &Answer, to_head: bool) -> Result<String, String> {
    let Answer { status, head, body } = answer;
    let is_json = head.to_ascii_lowercase().contains("application/json");
    // 100 tells a client that asked to go on.
    if !(100..500).contains(status) {
        return Err(format!("status {status}: {}", String::from_utf8_lossy(body)));
    }
    if is_json && !to_head && !answer.json().is_object() {
        return Err(format!("an answer that is no JSON object: {}", String::from_utf8_lossy(body)));
    }
    Ok(format!("status {status}{}", if is_json { " in the envelope" } else { "" }))
}

/// After all that, an honest call goes through.
async fn still_well(spec: &str, running: &Running) -> Result<(), String> {
    let caller = Caller::new(spec, running.address, running.credentials.clone());
    let call = match spec {
        "ucloud-image" | "sigcal-image" => ("DescribeImage", json!({ "Region": "cn-bj2" })),
        _ => ("DeleteImage", json!({ "RegionId": "cn-hangzhou", "ImageId": "m-nosuch" })),
    };
    let request = caller.call(call.0, &call.1, Carrier::Query).ok_or("an honest call can't travel")?;
    let exchange = async { Connection::to(running.address).await?.exchange(&request).await };
    let answer = tokio::time::timeout(PATIENCE, exchange).await;
    let answer = answer.map_err(|_| format!("{spec} hangs"))?.map_err(|e| format!("{spec}: {e}"))?;
    match answer.json() {
        body if answer.status == 200 && body.get("Code").is_none() => Ok(()),
        body => Err(format!("{spec} answers an honest call with {}: {body}", answer.status)),
    }
}

/// The beginning of an input, for the message.
fn shown(pieces: &[Vec<u8>]) -> String {
    let bytes: Vec<u8> = pieces.concat();
    let start = &bytes[..bytes.len().min(400)];
    format!("{} bytes, {:?}", bytes.len(), String::from_utf8_lossy(start))
}
