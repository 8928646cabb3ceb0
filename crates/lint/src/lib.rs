//! Findings on a contract: where pages contradict themselves, each other, or their examples.
//!
//! What the reader tells while it reads (`reader/…`) is about single cells; a finding is about two places that can't both be
//! right, and quotes both. Nobody but the people who write the pages can say which of the two is wrong, so a finding says
//! what contradicts what, and never corrects anything.

mod answers;
mod bounds;
mod codes;
mod diagnostics;
mod requests;
mod translations;

use contract::Contract;
use source::Diagnostic;

pub use diagnostics::explain;
pub use translations::{Comparison, Side, Statement, Topic, compare, translations};

/// What contradicts what on the pages of a contract, in the order of the pages.
pub fn findings(contract: &Contract) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let everywhere = requests::Everywhere::of(contract);
    for operation in contract.speaking() {
        bounds::check(operation, &mut findings);
        requests::check(operation, contract, &everywhere, &mut findings);
        answers::check(operation, contract, &mut findings);
    }
    codes::check(contract, &mut findings);
    for (one, other) in translations(contract) {
        translations::check(one, other, &mut findings);
    }
    findings.sort_by(|one, other| {
        (&one.at, &one.code, &one.message).cmp(&(&other.at, &other.code, &other.message))
    });
    findings
}
