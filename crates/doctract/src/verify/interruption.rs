//! Ctrl-C, or the word of a scheduler: the first one ends the run, what it made is removed and what was done so far is
//! reported; the second one ends the program.

use runner::Stop;

use crate::exit::Exit;

/// Begins to listen, also between two runs. Needs a Tokio runtime.
pub(super) fn listen() -> Stop {
    let stop = Stop::new();
    let heard = stop.clone();
    tokio::spawn(async move {
        loop {
            tokio::select! {
                pressed = tokio::signal::ctrl_c() => {
                    if pressed.is_err() {
                        // Where signals can't be heard, nobody interrupts.
                        std::future::pending::<()>().await;
                    }
                }
                () = crate::serve::terminated() => {}
            }
            if heard.is_cancelled() {
                std::process::exit(Exit::Interrupted as i32);
            }
            heard.cancel();
        }
    });
    stop
}
