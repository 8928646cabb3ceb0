//! What an answer breaks.

use serde::{Deserialize, Serialize};
use source::Origin;

/// A promise of the page that an answer breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Breach {
    /// `verify/what`, stable, for `doctract explain`.
    pub code: String,
    /// The fact that is broken.
    pub fact: String,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What the page promises.
    pub expected: String,
    /// What came instead.
    pub got: String,
    /// Who is likely wrong, and why.
    pub blame: Blame,
    /// The words of the page.
    pub origin: Origin,
}

/// Who is likely wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blame {
    /// Server, page or reader.
    pub party: Party,
    /// Why.
    pub why: String,
}

/// The parties to a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// The server does not do what the page says.
    Server,
    /// The page contradicts itself.
    Page,
    /// Our reading is not certain.
    Reader,
}

/// What an answer is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Judgement {
    /// It keeps every promise that the case is about.
    Held,
    /// It breaks some.
    Broken(Vec<Breach>),
    /// A documented state stood in the way (a quota, a duplicate name): neither held nor broken.
    Inconclusive(String),
}
