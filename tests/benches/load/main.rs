//! Load: reads and writes 4:1 over many connections, beside a bare axum handler that answers a constant.
//!
//! `cargo bench -p evidence --bench load -- 60 64` loads each for 60 seconds over 64 connections, which are the numbers
//! without arguments; a third number ends the service's own load after so many requests instead. The bench is its own
//! servers: it starts itself again as `service DIR` and as `bare`.
#![expect(clippy::print_stdout, reason = "a bench tells its figures")]

mod figures;
mod servers;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use evidence::loopback::{Caller, Connection};
use serde_json::json;
use wire::{Carrier, Credentials};

use figures::Figures;
use servers::Server;

/// One request in so many is a write.
const WRITE_EACH: u64 = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["service", directory] => return servers::service(directory.as_ref()),
        ["bare"] => return servers::bare(),
        _ => {}
    }
    let mut numbers = arguments.iter().filter_map(|argument| argument.parse::<u64>().ok());
    let time = Duration::from_secs(numbers.next().unwrap_or(60));
    let connections = numbers.next().unwrap_or(64);
    let requests = numbers.next();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        println!("{connections} connections, one request in {WRITE_EACH} a write");
        println!("{}", Figures::HEAD);
        let bare = Server::start(&["bare"]);
        println!("{}", load("bare axum handler", &bare, connections, Until::Time(time)).await);
        drop(bare);
        let directory = tempfile::tempdir().expect("a directory");
        let service = Server::start(&["service", &directory.path().to_string_lossy()]);
        let until = requests.map_or(Until::Time(time), Until::Requests);
        println!("{}", load("image-service", &service, connections, until).await);
    });
}

/// When a load ends.
#[derive(Clone, Copy)]
enum Until {
    Time(Duration),
    Requests(u64),
}

async fn load(name: &'static str, server: &Server, connections: u64, until: Until) -> Figures {
    let began = Instant::now();
    let sent = Arc::new(AtomicU64::new(0));
    let clients: Vec<_> = (0..connections)
        .map(|number| {
            let client =
                Client { address: server.address, key: server.key.clone(), sent: sent.clone(), number };
            tokio::spawn(client.run(began, until))
        })
        .collect();
    let mut memory = vec![server.megabytes()];
    let mut figures = Figures::new(name);
    let watched = async {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            memory.push(server.megabytes());
        }
    };
    let all = async {
        for client in clients {
            figures.add(client.await.expect("a client ends well"));
        }
    };
    tokio::select! {
        () = all => {}
        () = watched => {}
    }
    figures.finish(began.elapsed(), memory)
}

struct Client {
    address: SocketAddr,
    key: Option<Credentials>,
    sent: Arc<AtomicU64>,
    number: u64,
}

impl Client {
    /// Microseconds of each read and each write.
    async fn run(self, began: Instant, until: Until) -> [Vec<u32>; 2] {
        let key = self.key.unwrap_or_else(|| Credentials::new("key", "secret"));
        let caller = Caller::new(servers::SPEC, self.address, key);
        let mut connection = Connection::to(self.address).await.expect("a connection");
        let mut took = [Vec::new(), Vec::new()];
        let mut made: Option<String> = None;
        for turn in self.number.. {
            let going_on = match until {
                Until::Time(time) => began.elapsed() < time,
                Until::Requests(all) => self.sent.fetch_add(1, Ordering::Relaxed) < all,
            };
            if !going_on {
                break;
            }
            let place = json!({ "Region": "cn-bj2", "ProjectId": "org-abc123" });
            let (operation, more) = match (turn % WRITE_EACH, &made) {
                (0, None) => ("CreateCustomImage", json!({ "UHostId": "uhost-abc123", "ImageName": "load" })),
                (0, Some(image)) => ("TerminateCustomImage", json!({ "ImageId": image })),
                _ => ("DescribeImage", json!({ "ImageId": "uimage-abc123" })),
            };
            let mut arguments = place.as_object().cloned().unwrap_or_default();
            arguments.extend(more.as_object().cloned().unwrap_or_default());
            let request = caller.call(operation, &arguments.into(), Carrier::Query).expect("it can travel");
            let asked = Instant::now();
            let answer = connection.exchange(&request).await.expect("an answer");
            let micros = u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX);
            took[usize::from(turn % WRITE_EACH == 0)].push(micros);
            assert_eq!(answer.status, 200, "{answer:?}");
            if turn % WRITE_EACH == 0 {
                let body = answer.json();
                assert_eq!(body["RetCode"], 0, "{body}");
                made = made.is_none().then(|| body["ImageId"].as_str().unwrap_or_default().to_owned());
            }
        }
        took
    }
}
