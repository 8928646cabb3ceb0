//! Suite and target to events and outcomes; prints nothing.
//!
//! [`run`] takes a plan to a [`Target`], an HTTP server or a service in this process, and says what became of each case
//! and of each documented fact. The network is a class of its own and never a breach of contract; nothing is sent
//! twice because it failed, only because the target asked to come again later. [`Work`] says what is to be done beside a
//! plan: random cases, a [`Journal`] to write and to go on from, a [`Stop`].

mod answer;
mod attempt;
mod budget;
mod conversation;
mod coverage;
mod digest;
mod event;
mod field;
mod fixture;
mod halt;
mod http_target;
mod in_process;
mod journal;
mod law;
mod leftovers;
mod options;
mod outcome;
mod pace;
mod picked;
mod plain_http;
mod quiet;
mod run;
mod select;
mod sent;
mod shard;
mod smaller;
mod stamps;
mod target;
mod transport;
mod views;
mod work;

pub use budget::{Budget, duration};
pub use event::Event;
pub use journal::{Done, Earlier, Heading, Journal, JournalError};
pub use leftovers::Leftover;
pub use options::{Clock, Context, Options};
pub use outcome::{Class, Exchange, FactOutcome, Outcome, Reach, Run, Trouble};
pub use run::{run, so_far};
pub use select::matches;
pub use shard::Shard;
pub use target::{Target, TargetError};
pub use views::{Counts, Reached};
pub use work::{Stop, Work, fingerprint};
