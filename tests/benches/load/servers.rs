//! The two servers, each in a process of its own, so that its memory is its own.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::Router;
use image_service::Options;
use wire::Credentials;

/// The spec that is served.
pub(crate) const SPEC: &str = "ucloud-image";

/// What the bare handler answers.
const ANSWER: &str =
    r#"{"RetCode":0,"Action":"DescribeImageResponse","TotalCount":0,"ImageSet":[],"ImageId":"x"}"#;

/// A server that was started.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) key: Option<Credentials>,
    process: Child,
}

impl Server {
    /// Starts this program again with these arguments.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let program = std::env::current_exe().expect("a program");
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("a process");
        let mut line = String::new();
        let out = process.stdout.take().expect("an output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let mut words = line.split_whitespace();
        let address = words.next().and_then(|address| address.parse().ok()).expect("an address");
        let key = words.next().zip(words.next()).map(|(id, secret)| Credentials::new(id, secret));
        Server { address, key, process }
    }

    /// Megabytes that are resident. 0 where the system does not tell.
    pub(crate) fn megabytes(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.unwrap_or(0) / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Our service over a store in the directory, until it is killed.
pub(crate) fn service(directory: &Path) {
    let options = Options { data_dir: Some(directory.to_owned()), ..Options::default() };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let running = image_service::serve(SPEC, &options).await.expect("a service");
        let key = &running.credentials;
        tell(&format!("{} {} {}", running.address, key.id, key.secret().expose()));
        running.finished().await.expect("an end");
    });
}

/// A handler that reads the body and answers a constant, until it is killed.
pub(crate) fn bare() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        tell(&listener.local_addr().expect("an address").to_string());
        let answer = |_: bytes::Bytes| async { ([("content-type", "application/json")], ANSWER) };
        axum::serve(listener, Router::new().fallback(answer)).await.expect("an end");
    });
}

/// Tells the bench where the server is; from then on it ends when the bench does.
fn tell(line: &str) {
    writeln!(std::io::stdout(), "{line}").expect("somebody listens");
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
}
