//! What a load has shown: requests per second, times, memory.

use std::fmt;
use std::time::Duration;

/// The figures of one server.
pub(crate) struct Figures {
    name: &'static str,
    reads: Vec<u32>,
    writes: Vec<u32>,
    time: Duration,
    memory: Vec<u64>,
}

impl Figures {
    /// What stands above the figures.
    pub(crate) const HEAD: &'static str = "                      requests   per second   read p50    p99      write p50   p99      MB resident: start  1/4  1/2  3/4  end  most";

    pub(crate) fn new(name: &'static str) -> Self {
        Figures { name, reads: Vec::new(), writes: Vec::new(), time: Duration::ZERO, memory: Vec::new() }
    }

    pub(crate) fn add(&mut self, [reads, writes]: [Vec<u32>; 2]) {
        self.reads.extend(reads);
        self.writes.extend(writes);
    }

    pub(crate) fn finish(mut self, time: Duration, memory: Vec<u64>) -> Self {
        self.reads.sort_unstable();
        self.writes.sort_unstable();
        Figures { time, memory, ..self }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let requests = self.reads.len() + self.writes.len();
        let per_second = requests as f64 / self.time.as_secs_f64();
        let ms = |times: &[u32], percent: usize| {
            let at = (times.len() * percent / 100).min(times.len().saturating_sub(1));
            times.get(at).map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
        };
        let last = self.memory.len().saturating_sub(1);
        let megabytes = |quarter: usize| self.memory.get(last * quarter / 4).copied().unwrap_or(0);
        let most = self.memory.iter().max().copied().unwrap_or(0);
        write!(
            f,
            "{:<20} {requests:>9} {per_second:>12.0} {:>8.2} ms {:>6.2} ms {:>8.2} ms {:>6.2} ms {:>18} {:>4} {:>4} {:>4} {:>4} {most:>5}",
            self.name,
            ms(&self.reads, 50),
            ms(&self.reads, 99),
            ms(&self.writes, 50),
            ms(&self.writes, 99),
            megabytes(0),
            megabytes(1),
            megabytes(2),
            megabytes(3),
            megabytes(4),
        )
    }
}
