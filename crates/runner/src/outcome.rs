//! What became of the cases.

use serde::{Deserialize, Serialize};
use suite::{Breach, Fact, Family};

/// One run of a plan against a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The spec's name.
    pub spec: String,
    /// Where the requests went.
    pub target: String,
    /// The seed of the plan.
    pub seed: u64,
    /// What became of each case, in plan order.
    pub outcomes: Vec<Outcome>,
    /// What became of each documented fact, in page order.
    pub coverage: Vec<FactOutcome>,
    /// Whole time, in milliseconds.
    pub took_ms: u64,
    /// Requests sent, fixtures and shrinking included.
    pub requests: u64,
}

/// What became of one case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The case.
    pub case: String,
    /// Its family.
    pub family: Family,
    /// Its operation.
    pub operation: String,
    /// Held, failed, or why neither.
    pub class: Class,
    /// What is worth a note and breaks nothing: fields that no page documents, where notes of them are wanted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Breach>,
    /// What was sent and what came, as far as a reader of a report needs it: all of it where the case did not hold.
    pub exchanges: Vec<Exchange>,
    /// Time, in milliseconds.
    pub took_ms: u64,
}

/// The class of an outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "class", rename_all = "lowercase")]
pub enum Class {
    /// The promise holds.
    Held,
    /// The promise is broken.
    Failed {
        /// How.
        breaches: Vec<Breach>,
    },
    /// A documented state stood in the way.
    Inconclusive {
        /// Which.
        reason: String,
    },
    /// The network, not the contract.
    Network {
        /// What kind.
        trouble: Trouble,
        /// In words, with what to do.
        detail: String,
    },
}

/// Kinds of network trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// Nobody listens.
    Unreachable,
    /// No answer in time.
    Timeout,
    /// The connection ended inside the answer.
    ClosedEarly,
    /// The answer is larger than the limit.
    TooLarge,
}

/// A request and its answer, secrets removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// `fixture`, `accepted-first`, `case`, `shrunk`.
    pub purpose: String,
    /// Method and URL.
    pub method: String,
    /// The URL.
    pub url: String,
    /// Headers that matter.
    pub headers: Vec<(String, String)>,
    /// The body sent.
    pub body: String,
    /// The same as a line for a shell; credentials are environment variables.
    pub curl: String,
    /// HTTP status of the answer, if one came.
    pub status: Option<u16>,
    /// The answer, cut at a sensible length.
    pub answer: String,
}

/// What became of a documented fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactOutcome {
    /// The fact.
    pub fact: Fact,
    /// Exercised and held, exercised and failed, or not reached.
    pub reach: Reach,
    /// The cases that exercised it.
    pub cases: Vec<String>,
}

/// How far a run got with a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reach", rename_all = "kebab-case")]
pub enum Reach {
    /// Exercised, and it held each time.
    Held,
    /// Exercised, and it failed at least once.
    Failed,
    /// Not exercised.
    NotReached {
        /// Why.
        reason: String,
    },
}
