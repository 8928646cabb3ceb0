//! image-service as a process of its own, for as long as a test needs it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running `doctract serve`.
pub(crate) struct Service {
    process: Child,
    pub(crate) url: String,
    pub(crate) key: [String; 2],
}

impl Service {
    /// Starts a spec's service on a free port, with these further arguments.
    pub(crate) fn start(spec: &str, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doctract"));
        command
            .args(["serve", spec, "--listen", "127.0.0.1:0", "--time-scale", "1000"])
            .args(arguments)
            .stdout(Stdio::piped());
        let mut process = command.spawn().expect("the service starts");
        let mut lines = BufReader::new(process.stdout.take().expect("it speaks")).lines();
        let mut value = |before: &str| loop {
            let line = lines.next().expect("the greeting is whole").expect("it is text");
            if let Some((_, value)) = line.split_once(before) {
                return value.split(';').next().unwrap_or_default().to_owned();
            }
        };
        let url = value("listens on ");
        let key = [value("DOCTRACT_KEY_ID="), value("DOCTRACT_KEY_SECRET=")];
        Self { process, url, key }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
