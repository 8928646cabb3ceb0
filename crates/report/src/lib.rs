//! Outcomes and readings to terminal, HTML, JSON, JUnit, SARIF: pure conversions. Nothing here prints, asks the time or the
//! network; the same run gives the same bytes.
//!
//! A run alone can't quote the page, so every report takes [`Evidence`]: the run with the contract and the text that
//! it was read from. [`terminal()`], [`json()`], [`junit()`], [`sarif()`] and [`html()`] are five views of it. What is read from
//! pages without a run is shown by [`contract_text()`], [`summary()`] and [`diagnostics()`].

mod accounting;
mod baseline;
mod case;
mod error;
mod evidence;
mod finding;
mod html;
mod json;
mod junit;
mod look;
mod outline;
mod passage;
mod reading;
mod sarif;
mod snippet;
mod tally;
mod terminal;
mod trouble;

pub use accounting::summary;
pub use baseline::{Baseline, Known};
pub use case::case;
pub use error::Error;
pub use evidence::Evidence;
pub use finding::{Finding, findings};
pub use html::html;
pub use json::{REPORT_VERSION, json};
pub use junit::junit;
pub use look::Look;
pub use outline::{Positions, contract_text};
pub use reading::diagnostics;
pub use sarif::sarif;
pub use tally::Tally;
pub use terminal::{failure, failures, notes, obstacles, recap, terminal, verdict_line};
pub use trouble::explain;
