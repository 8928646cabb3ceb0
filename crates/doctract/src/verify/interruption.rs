//! Ctrl-C: the first one ends the run, and what was done so far is reported; the second one ends the program.

use tokio::sync::watch;

use crate::exit::Exit;

/// Hears Ctrl-C from its making on, also between two runs.
pub(super) struct Interruption(watch::Receiver<bool>);

impl Interruption {
    /// Begins to listen. Needs a Tokio runtime.
    pub(super) fn listen() -> Self {
        let (heard, receiver) = watch::channel(false);
        tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                if heard.send_replace(true) {
                    std::process::exit(Exit::Interrupted as i32);
                }
            }
            // Where signals can't be heard, nobody interrupts: the sender lives on.
            std::future::pending::<()>().await;
        });
        Self(receiver)
    }

    /// Ends when Ctrl-C was pressed, however long ago.
    pub(super) async fn heard(&self) {
        let mut receiver = self.0.clone();
        if receiver.wait_for(|heard| *heard).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
