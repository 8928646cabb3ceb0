//! One exchange as text, the same in every run.

use runner::Run;
use serde_json::Value;
use suite::{Case, Expect, Family, Plan};

use crate::redact::redacted;

/// The case that shows an operation best: its documented example, or the first other request that must be accepted.
pub(crate) fn canonical<'p>(plan: &'p Plan, operation: &str) -> Option<&'p Case> {
    let accepted = |case: &&Case| case.operation == operation && case.expect == Expect::Accepted;
    let of = |family: Family| plan.cases.iter().filter(accepted).find(|case| case.family == family);
    of(Family::Example).or_else(|| of(Family::Accept))
}

/// What was sent, as it travels, and what came.
pub(crate) fn told(case: &Case, run: &Run, list_base: u32) -> String {
    let exchanges = run.outcomes.iter().flat_map(|outcome| &outcome.exchanges);
    let Some(last) = exchanges.last() else { return format!("{}: nothing was sent\n", case.operation) };
    let status = last.status.map(|status| status.to_string()).unwrap_or_default();
    let answer = match serde_json::from_str::<Value>(&last.answer) {
        Ok(answer) => format!("{:#}", redacted(&answer, &Value::Object(case.arguments.clone()))),
        Err(_) => last.answer.clone(),
    };
    let sent = wire::pairs(&case.arguments, list_base);
    let sent: String = sent.iter().map(|(name, value)| format!("  {name}={value}\n")).collect();
    format!("{}\n{sent}\nHTTP {status}\n{answer}\n", case.operation)
}
