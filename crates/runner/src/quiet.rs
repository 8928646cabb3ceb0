//! The turn of cases that can tell nothing while others change what they look at: they come first, and alone.

use tokio::sync::watch;

/// How many such cases are under way. The schedule puts them before all others, so that when another case asks for its turn,
/// all of them have had theirs.
pub(crate) struct Quiet(watch::Sender<usize>);

impl Default for Quiet {
    fn default() -> Self {
        Quiet(watch::Sender::new(0))
    }
}

impl Quiet {
    /// Waits for the turn of a case; one that `wants` quiet has it at once, and keeps it until the guard is gone.
    pub(crate) async fn turn(&self, wants: bool) -> Option<Turn<'_>> {
        if wants {
            self.0.send_modify(|under_way| *under_way += 1);
            return Some(Turn(&self.0));
        }
        // The sender lives here: waiting ends by nothing but what it waits for.
        let _ = self.0.subscribe().wait_for(|under_way| *under_way == 0).await;
        None
    }
}

/// A case that wants quiet is under way.
pub(crate) struct Turn<'a>(&'a watch::Sender<usize>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|under_way| *under_way -= 1);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::Quiet;

    #[test]
    fn others_wait_until_all_is_looked_at() {
        let quiet = Quiet::default();
        let (one, two) = (quiet.turn(true).now_or_never(), quiet.turn(true).now_or_never());
        assert!(quiet.turn(false).now_or_never().is_none());
        drop(one);
        assert!(quiet.turn(false).now_or_never().is_none());
        drop(two);
        assert!(quiet.turn(false).now_or_never().is_some());
    }
}
