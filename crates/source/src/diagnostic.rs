//! A diagnostic as data: what is wrong, where, and what to do.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Location;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A fact is lost or wrong: the page needs mending or an erratum.
    Error,
    /// The page is read, but something on it is doubtful.
    Warning,
    /// Worth knowing; nothing to do.
    Info,
}

/// Something to tell about a page. Built in the `diagnostics.rs` of a stage and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// `stage/what`, stable, for `doctract explain`.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    #[serde(flatten)]
    pub at: Location,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Other places that have a part in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// The same with one more place that has a part in it.
    #[must_use]
    pub fn beside(mut self, at: &Location, message: impl Into<String>) -> Self {
        self.related.push(Related { at: at.clone(), message: message.into() });
        self
    }
}

/// A second place of a diagnostic: the row that an example contradicts, the page in the other language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Related {
    /// Where.
    #[serde(flatten)]
    pub at: Location,
    /// What stands there: lower case, no full stop.
    pub message: String,
}
