//! Documented errors.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::Origin;

use crate::Confidence;

/// What an error refuses. Decides which case can provoke it and which answer may stand in its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A parameter is missing.
    Missing,
    /// A parameter's value is malformed or not among the allowed ones.
    Value,
    /// A parameter names something that does not exist.
    NotFound,
    /// Something exists in a state that forbids the operation.
    State,
    /// A quota or size is exceeded.
    Quota,
    /// The caller may not do this.
    Permission,
    /// The signature, key, nonce or time of the request.
    Authentication,
    /// The operation or version does not exist.
    Operation,
    /// The service failed, or is too busy.
    Service,
}

/// A documented error. Its key is status, code and message: codes repeat with other messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ErrorCase {
    /// The HTTP status, where the page states one.
    pub http_status: Option<u16>,
    /// The code, verbatim, misspelt or not.
    pub code: String,
    /// The message, verbatim; may hold placeholders (`%s`, `<parameter name>`, `[Name]`).
    pub message: String,
    /// What the page says of it.
    pub description: String,
    /// The parameters that it names.
    pub parameters: Vec<String>,
    /// What it refuses, where the code, message or description tell.
    pub refuses: Option<Refusal>,
    /// How sure the reader is of `parameters` and `refuses`.
    pub confidence: Confidence,
    /// Its row.
    pub origin: Origin,
}
