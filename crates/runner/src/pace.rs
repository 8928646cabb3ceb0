//! When the next request may go: the rate that was asked for, and the pauses that the target asks for.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Longer than this nobody is waited for, whatever `Retry-After` says.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// The first pause where the target names none; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
/// How often one request is sent again because the target was too busy.
pub(crate) const MOST_RETRIES: u32 = 5;

/// The pace that all cases of a run share.
#[derive(Debug)]
pub(crate) struct Pace {
    between: Option<Duration>,
    /// `None` until somebody has to wait: most runs never do.
    next: Mutex<Option<Instant>>,
}

impl Pace {
    /// At most `rate` requests a second, or as many as the target takes.
    pub(crate) fn new(rate: Option<f64>) -> Self {
        let between = rate.and_then(|rate| Duration::try_from_secs_f64(1.0 / rate).ok());
        Self { between, next: Mutex::new(None) }
    }

    /// Waits for the turn of a request.
    pub(crate) async fn turn(&self) {
        let turn = {
            let mut next = self.next.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            let now = Instant::now();
            let turn = next.filter(|at| *at > now);
            *next = match self.between {
                Some(between) => Some(turn.unwrap_or(now) + between),
                None => turn,
            };
            turn
        };
        if let Some(turn) = turn {
            sleep_until(turn).await;
        }
    }

    /// The target is too busy: nobody sends for a while. `tried` is how often this request was sent before.
    pub(crate) fn back_off(&self, tried: u32, asked: Option<Duration>) {
        let pause = asked.unwrap_or(FIRST_PAUSE * 2u32.pow(tried.min(16))).min(LONGEST_PAUSE);
        let until = Instant::now() + pause;
        let mut next = self.next.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *next = Some(next.map_or(until, |at| at.max(until)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn turns_are_apart_and_a_pause_holds_all() {
        let pace = Pace::new(Some(100.0));
        let started = Instant::now();
        for _ in 0..11 {
            pace.turn().await;
        }
        assert_eq!(started.elapsed().as_millis(), 100);
        pace.back_off(0, Some(Duration::from_secs(7)));
        pace.turn().await;
        assert!(started.elapsed() >= Duration::from_secs(7));
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_rate_nobody_waits_and_pauses_grow() {
        let pace = Pace::new(None);
        let started = Instant::now();
        for _ in 0..1_000 {
            pace.turn().await;
        }
        assert_eq!(started.elapsed(), Duration::ZERO);
        for tried in 0..4 {
            pace.back_off(tried, None);
            pace.turn().await;
        }
        assert_eq!(started.elapsed().as_millis(), 50 + 100 + 200 + 400);
    }
}
