//! Rules across parameters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::Origin;

use crate::{Condition, Confidence};

/// What a rule across parameters says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// The first parameter is required when the condition holds.
    RequiredIf,
    /// At most one of the parameters is given.
    Exclusive,
    /// At least one of the parameters is given.
    OneOf,
    /// The first parameter has no effect when the condition holds.
    IgnoredIf,
    /// When the condition holds, so must the consequence.
    Requires,
}

/// A rule across parameters of one operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// What it says.
    pub kind: RuleKind,
    /// The parameters that it ties together.
    pub parameters: Vec<String>,
    /// When it applies.
    pub when: Option<Condition>,
    /// What must then hold, for `requires`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Condition>,
    /// The error that the page ties to a breach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The words of the page.
    pub text: String,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Where the words stand.
    pub origin: Origin,
}
