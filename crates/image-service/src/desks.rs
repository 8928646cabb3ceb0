//! Where answers are made: threads of their own, so many and no more.
//!
//! A thread may wait for the disk, so it is none of those that serve connections. The common pool for such threads grows with
//! every moment in which all of its threads seem busy, up to hundreds, and each keeps its stack and its part of the heap.

use std::io;

use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::JoinError;

/// Threads for answers.
#[derive(Debug)]
pub(crate) struct Desks {
    threads: Handle,
    /// Until they are given up.
    pool: Option<Runtime>,
}

impl Desks {
    /// So many threads at the most, and one at least; they come as they are needed.
    pub(crate) fn new(threads: usize) -> io::Result<Self> {
        let pool = Builder::new_current_thread().max_blocking_threads(threads.max(1)).build()?;
        Ok(Desks { threads: pool.handle().clone(), pool: Some(pool) })
    }

    /// Works on a thread of its own; what finds none free waits.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, JoinError> {
        self.threads.spawn_blocking(work).await
    }
}

impl Drop for Desks {
    fn drop(&mut self) {
        // Nobody may wait here: it could be a thread that serves connections.
        if let Some(pool) = self.pool.take() {
            pool.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use tokio::task::JoinSet;

    use super::*;

    #[tokio::test]
    async fn no_more_is_made_at_a_time_than_there_are_desks() {
        let desks = Arc::new(Desks::new(2).expect("threads"));
        let (busy, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut jobs = JoinSet::new();
        for _ in 0..12 {
            let (desks, busy, most) = (desks.clone(), busy.clone(), most.clone());
            let job = move || {
                most.fetch_max(busy.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(5));
                busy.fetch_sub(1, Ordering::SeqCst);
            };
            jobs.spawn(async move { desks.work(job).await });
        }
        while let Some(done) = jobs.join_next().await {
            done.expect("a task ends").expect("a job ends");
        }
        assert_eq!(most.load(Ordering::SeqCst), 2);
    }
}
