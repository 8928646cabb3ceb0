//! Suite and target to events and outcomes; prints nothing.
//!
//! [`run`] takes a plan to a [`Target`], an HTTP server or a service in this process, and says what became of each case
//! and of each documented fact. The network is a class of its own and never a breach of contract; nothing is sent
//! twice because it failed.

mod answer;
mod attempt;
mod conversation;
mod coverage;
mod event;
mod field;
mod fixture;
mod halt;
mod http_target;
mod in_process;
mod options;
mod outcome;
mod run;
mod select;
mod smaller;
mod stamps;
mod target;
mod transport;
mod views;

pub use event::Event;
pub use options::{Clock, Context, Options};
pub use outcome::{Class, Exchange, FactOutcome, Outcome, Reach, Run, Trouble};
pub use run::run;
pub use target::{Target, TargetError};
pub use views::{Counts, Reached};
