//! The contract: what pages promise, as types. Every fact knows its cell.
//!
//! Nothing here reads, sends or writes: the reader fills these types, the emitters, the suite and the reports
//! consume them. [`Contract`] serialises to the public, versioned JSON that `doctract ir --format json` prints.

mod accounting;
mod cells;
mod constraint;
mod error;
mod example;
mod field;
mod http;
mod operation;
mod parameter;
mod path;
mod rule;
mod types;

pub use accounting::{Accounting, PageAccounting};
pub use constraint::{
    CharSet, Condition, Confidence, Constraint, EnumValue, Format, LengthUnit, Limit, Requirement,
};
pub use error::{ErrorCase, Refusal};
pub use example::{Argument, Example, ExampleFormat, ExampleRole, is_masked, is_random_fill};
pub use field::{Field, Model, nearest_model};
pub use http::{HttpBinding, Position};
pub use operation::{CONTRACT_VERSION, Contract, Note, Operation, Precedence, SeeAlso, StandsBehind};
pub use parameter::{Parameter, Presence, Scope};
pub use path::{Path, Segment, steps};
pub use rule::{Rule, RuleKind};
pub use types::Type;
