//! Failures that are known: listed with a reason and a day on which the patience ends.

use std::collections::BTreeMap;

use jiff::civil::Date;
use runner::{Class, Run, matches};
use serde::Deserialize;

/// A list of known failures, as a TOML file holds it:
///
/// ```toml
/// [[known]]
/// case = "CopyImage/DestinationImageName/length/*"   # a pattern, as for --only
/// code = "verify/length-not-enforced"                # optional: only failures of this code
/// spec = "aliyun-image"                              # optional: only in this spec
/// reason = "ticket 4711: the gateway counts bytes"
/// expires = 2026-12-31                               # the last day on which it counts
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    #[serde(default)]
    known: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    case: String,
    code: Option<String>,
    spec: Option<String>,
    reason: String,
    #[serde(deserialize_with = "day")]
    expires: Date,
}

/// What a baseline says of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// By case, why its failure is known.
    reasons: BTreeMap<String, String>,
    /// What is to be told of the list itself: entries that hold now, and entries that have expired.
    pub remarks: Vec<String>,
}

impl Known {
    /// Why the failure of a case is known, if it is.
    pub fn reason(&self, case: &str) -> Option<&str> {
        self.reasons.get(case).map(String::as_str)
    }

    /// How many failures are known.
    pub fn count(&self) -> usize {
        self.reasons.len()
    }
}

impl Baseline {
    /// Reads the text of a baseline file; the error says where it is wrong.
    pub fn read(text: &str) -> Result<Self, String> {
        let baseline: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        match baseline.known.iter().find(|entry| entry.reason.trim().is_empty()) {
            Some(entry) => Err(format!("the known failure of `{}` gives no reason", entry.case)),
            None => Ok(baseline),
        }
    }

    /// Holds a run against the list. An entry excuses a case when all that it breaks is known.
    pub fn weigh(&self, run: &Run, today: Date) -> Known {
        let mut known = Known::default();
        let entries = || self.known.iter().filter(|entry| entry.is_of(&run.spec));
        for (outcome, breaches) in run.failures() {
            let excuse = |code: &str| {
                entries().find(|entry| {
                    entry.expires >= today
                        && matches(&entry.case, &outcome.case)
                        && entry.code.as_deref().is_none_or(|known| known == code)
                })
            };
            let excuses: Option<Vec<&Entry>> = breaches.iter().map(|breach| excuse(&breach.code)).collect();
            if let Some(first) = excuses.as_ref().and_then(|excuses| excuses.first()) {
                known.reasons.insert(outcome.case.clone(), first.reason.clone());
            }
        }
        known.remarks = entries().filter_map(|entry| entry.remark(run, today)).collect();
        known
    }
}

impl Entry {
    fn is_of(&self, spec: &str) -> bool {
        self.spec.as_deref().is_none_or(|own| own == spec)
    }

    /// What is to be told of an entry: it holds now, or its time is over.
    fn remark(&self, run: &Run, today: Date) -> Option<String> {
        let mine = || run.outcomes.iter().filter(|outcome| matches(&self.case, &outcome.case));
        let failed = mine().any(|outcome| match &outcome.class {
            Class::Failed { breaches } => {
                self.code.as_deref().is_none_or(|code| breaches.iter().any(|breach| breach.code == code))
            }
            _ => false,
        });
        let held = mine().any(|outcome| outcome.class == Class::Held);
        if failed && self.expires < today {
            Some(format!("`{}` has expired on {}: {}", self.case, self.expires, self.reason))
        } else if held && !failed {
            Some(format!("`{}` holds now, take it off the list: {}", self.case, self.reason))
        } else {
            None
        }
    }
}

/// A date as TOML writes it, bare or quoted.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = match toml::Value::deserialize(deserializer)? {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    let wrong = |_| serde::de::Error::custom(format!("`{text}` is no day; write it as 2026-12-31"));
    text.parse().map_err(wrong)
}
