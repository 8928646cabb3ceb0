//! Whether a request may be sent again when nobody knows what became of the first.

use crate::shape::{Kind, Struct};

/// Verbs of looking: an operation that begins with one of them changes nothing.
const LOOKING: &[&str] = &["Check", "Describe", "Get", "List", "Query"];

/// The parameter by which a service knows that it has taken a request before.
const TOKEN: &str = "ClientToken";

/// `wire::Again::…` of an operation.
pub(crate) fn again(operation: &str, request: &Struct<'_>) -> &'static str {
    let looks = LOOKING.iter().any(|verb| {
        // `GetRegion` looks, `Getaway` does not.
        operation.strip_prefix(verb).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
    });
    let token = || request.members.iter().any(|member| member.wire == TOKEN && member.kind == Kind::Text);
    if looks && !operation.contains("And") {
        "wire::Again::Always"
    } else if token() {
        "wire::Again::WithToken(\"ClientToken\")"
    } else {
        "wire::Again::Never"
    }
}
