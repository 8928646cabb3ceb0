//! Faults that the service can be told to commit, so that every check of the suite is seen failing.
//!
//! They reach in at five places: what is found wrong with a request ([`Faults::sift`]), requests that
//! are right and what the operations make of them ([`Door`]), the gate's own checks, the store, and answers
//! on their way out ([`Faults::spoil`]). No operation knows of them.

mod answers;
mod door;
mod registry;
mod tampering;
mod violations;

pub use door::Door;
pub use registry::{ALIYUN, ALL_SPECS, Fault, UCLOUD, UnknownFault, all};

/// The faults that a service commits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// These faults.
    pub fn new(faults: impl IntoIterator<Item = Fault>) -> Self {
        Faults(faults.into_iter().collect())
    }

    /// Whether this one is among them.
    pub fn has(&self, fault: Fault) -> bool {
        self.0.contains(&fault)
    }

    /// In the order in which they were named.
    pub fn iter(&self) -> impl Iterator<Item = Fault> {
        self.0.iter().copied()
    }
}
