//! The service is killed at random moments under load: what it acknowledged must be there afterwards.
//!
//! `cargo test --release -p evidence --test crash -- 200` kills it 200 times; without a number, 12 times. The test
//! is its own server: it starts itself again with `serve DIR`.

mod audit;
mod writers;

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use evidence::chance::Chance;
use image_service::Options;
use wire::Credentials;

use writers::Books;

const SPEC: &str = "aliyun-image";

/// Kills in a run of CI.
const KILLS: usize = 12;

/// How long a start may take. A build for debugging on a busy machine is given more.
const START: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

/// Copies take a tenth of a second: some are always under way.
const TIME_SCALE: f64 = 20.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, directory] = arguments.as_slice()
        && command == "serve"
    {
        serve(Path::new(directory));
        return ExitCode::SUCCESS;
    }
    let kills = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(KILLS);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(crash(kills)) {
        Ok(told) => {
            let _ = writeln!(std::io::stdout(), "{told}");
            ExitCode::SUCCESS
        }
        Err(lost) => {
            let _ = writeln!(std::io::stdout(), "crash: {lost}");
            ExitCode::FAILURE
        }
    }
}

async fn crash(kills: usize) -> Result<String, String> {
    let directory = tempfile::tempdir().map_err(|e| e.to_string())?;
    let data = directory.path().join("data");
    let mut chance = Chance::of(7);
    let mut books = Books::default();
    let mut slowest = Duration::ZERO;
    for kill in 1..=kills {
        let began = Instant::now();
        let (mut server, address, credentials) = start(&data)?;
        let took = began.elapsed();
        slowest = slowest.max(took);
        let at = |what: String| format!("after kill {} of {kills}: {what}", kill - 1);
        let moment = Duration::from_millis(30 + chance.draw() % 300);
        let worked = writers::work(&mut books, address, &credentials, kill, moment, &mut server).await;
        // Whatever happened, no server outlives the test.
        let _ = server.kill();
        let _ = server.wait();
        worked.map_err(at)?;
        if took > START {
            return Err(at(format!("the start took {took:?}")));
        }
        // The store is looked at in a copy: the server itself must cope with it as the crash left it.
        let copy = directory.path().join("copy");
        std::fs::create_dir_all(&copy).map_err(|e| e.to_string())?;
        let file = format!("{SPEC}.redb");
        std::fs::copy(data.join(&file), copy.join(&file)).map_err(|e| e.to_string())?;
        let records = audit::records(&copy)?;
        audit::holds(&records).map_err(|broken| format!("after kill {kill} of {kills}: {broken}"))?;
        books.compare(&records).map_err(|lost| format!("after kill {kill} of {kills}: {lost}"))?;
    }
    Ok(format!("{kills} kills: {books}; slowest start {} ms", slowest.as_millis()))
}

fn start(data: &Path) -> Result<(Child, SocketAddr, Credentials), String> {
    let program = std::env::current_exe().map_err(|e| e.to_string())?;
    let mut server = Command::new(program)
        .arg("serve")
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let out = server.stdout.take().ok_or("the server has no output")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).map_err(|e| e.to_string())?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let [address, id, secret] = words.as_slice() else {
        let _ = server.kill();
        return Err(format!("the server did not start: it said {line:?}"));
    };
    let address = address.parse().map_err(|_| format!("{address} is no address"))?;
    Ok((server, address, Credentials::new(*id, *secret)))
}

/// The server: tells its address and key, and runs until it is killed, or the test is.
fn serve(data: &Path) {
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
    let options = Options { data_dir: Some(data.to_owned()), time_scale: TIME_SCALE, ..Options::default() };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let running = image_service::serve(SPEC, &options).await.expect("a service");
        let key = &running.credentials;
        let told = (running.address, &key.id, key.secret().expose());
        writeln!(std::io::stdout(), "{} {} {}", told.0, told.1, told.2).expect("somebody listens");
        running.finished().await.expect("an end");
    });
}
