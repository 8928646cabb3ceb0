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
    /// The first parameter has an effect only when the condition holds.
    EffectiveIf,
    /// When the condition holds, so must the consequence.
    Requires,
    /// The first parameter has the value of the second.
    Equal,
    /// The first parameter has another value than the second.
    NotEqual,
    /// The first parameter is greater, or later, than the second.
    Greater,
    /// The first parameter is not less, or not earlier, than the second.
    AtLeast,
    /// The first parameter is less, or earlier, than the second.
    Less,
    /// The first parameter is not greater, or not later, than the second.
    AtMost,
}

impl RuleKind {
    /// Whether a request alone can break such a rule, as far as the suite and the generated checks can tell: what has no
    /// effect breaks nothing, and values are not compared with each other.
    pub fn is_checked(self) -> bool {
        matches!(self, RuleKind::RequiredIf | RuleKind::Exclusive | RuleKind::OneOf | RuleKind::Requires)
    }
}

impl Rule {
    /// All that must hold for it to apply.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.when.iter().chain(&self.also)
    }
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
    /// What must hold besides for it to apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Condition>,
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
