//! Documented errors: which one a broken rule must give, and what a refusal is about.

use contract::{Confidence, Contract, ErrorCase, Operation, Parameter, Refusal, Rule};

use crate::{BrokenRule, Expect, ExpectedError, facts, message};

/// What must be answered to a request that breaks a rule and no other.
pub fn answer_to(contract: &Contract, operation: &Operation, broken: &BrokenRule) -> Expect {
    let rules = || facts::rule_ids(operation).into_iter().zip(&operation.rules);
    let rule = || rules().find(|(fact, _)| *fact == broken.fact).map(|(_, rule)| rule);
    let parameter = || operation.parameters.iter().find(|p| p.name.value == broken.parameter);
    match (broken.kind.as_ref(), parameter()) {
        ("rule", _) => {
            rule().map_or(Expect::RefusedSomehow, |rule| expected_for_rule(contract, operation, rule))
        }
        (kind, Some(parameter)) => expected(contract, operation, parameter, kind),
        (_, None) => Expect::RefusedSomehow,
    }
}

/// What must be answered when a parameter breaks a rule of that kind.
///
/// Only where the page certainly ties an error to this parameter alone is an error demanded. Then every other error that
/// the page could mean will do as well: which of two checks comes first is not documented.
pub(crate) fn expected(
    contract: &Contract,
    operation: &Operation,
    parameter: &Parameter,
    kind: &str,
) -> Expect {
    let missing = kind == "presence";
    let wanted = if missing { Refusal::Missing } else { Refusal::Value };
    // A value that is not in the list is one that does not exist.
    let listed = kind == "one_of";
    let is_of_a_rule =
        |error: &ErrorCase| operation.rules.iter().any(|r| r.error.as_deref() == Some(&error.code));
    let tied = |error: &&ErrorCase| error.parameters.iter().any(|name| is_it(parameter, name));
    let rows = || operation.errors.iter().chain(&contract.errors).filter(tied);
    let certain = |error: &ErrorCase| {
        (error.refuses == Some(wanted) || (listed && error.refuses == Some(Refusal::NotFound)))
            && error.confidence == Confidence::Certain
            && error.parameters.len() == 1
            && !is_of_a_rule(error)
    };
    if !rows().any(certain) {
        return Expect::RefusedSomehow;
    }
    let fits = |refusal| refusal == wanted || (!missing && refusal == Refusal::NotFound);
    let own = rows().filter(|error| error.refuses.is_some_and(fits));
    let common = contract.errors.iter().filter(|e| e.parameters.is_empty() && e.refuses == Some(wanted));
    one_of(own.chain(common))
}

/// What must be answered when a rule across parameters is broken.
pub(crate) fn expected_for_rule(contract: &Contract, operation: &Operation, rule: &Rule) -> Expect {
    let rows = || operation.errors.iter().chain(&contract.errors);
    match &rule.error {
        Some(code) if rows().any(|error| error.code == *code) => {
            one_of(rows().filter(|error| error.code == *code))
        }
        _ => Expect::RefusedSomehow,
    }
}

/// Any of these documented errors; where there is none, any refusal.
pub(crate) fn one_of<'e>(errors: impl Iterator<Item = &'e ErrorCase>) -> Expect {
    let mut expected: Vec<ExpectedError> = Vec::new();
    for error in errors {
        let message = (!error.message.is_empty()).then(|| error.message.clone());
        let one = ExpectedError {
            http_status: error.http_status,
            code: error.code.clone(),
            message,
            origin: error.origin.clone(),
        };
        if !expected.contains(&one) {
            expected.push(one);
        }
    }
    if expected.is_empty() { Expect::RefusedSomehow } else { Expect::Refused { errors: expected.into() } }
}

/// The documented errors of an operation and of all, with their fact ids.
pub(crate) fn rows<'a>(
    contract: &'a Contract,
    operation: Option<&'a Operation>,
) -> Vec<(String, &'a ErrorCase)> {
    let own = operation.map_or(&[][..], |operation| &operation.errors);
    let prefix = operation.map_or_else(String::new, |operation| format!("{}/", operation.name));
    let own = facts::error_ids(&prefix, own).into_iter().zip(own);
    own.chain(facts::error_ids("", &contract.errors).into_iter().zip(&contract.errors)).collect()
}

/// The rows of a code, those whose message is the answered one first.
pub(crate) fn documented<'r, 'a>(
    rows: &'r [(String, &'a ErrorCase)],
    code: &str,
    answered: &str,
) -> Vec<(&'r str, &'a ErrorCase)> {
    let of_code = rows.iter().filter(|(_, error)| error.code == code);
    let mut rows: Vec<(&str, &ErrorCase)> = of_code.map(|(fact, error)| (fact.as_str(), *error)).collect();
    rows.sort_by_key(|(_, error)| !message::matches(&error.message, answered));
    rows
}

/// What a refusal is about: as documented, or by its words where no page tells.
pub(crate) fn kind(rows: &[(&str, &ErrorCase)], code: &str, answered: &str) -> Option<Refusal> {
    let documented = rows.iter().find_map(|(_, error)| error.refuses);
    documented.or_else(|| by_words(&format!("{code} {answered}").to_lowercase()))
}

/// Whether a documented error names a parameter.
pub(crate) fn is_it(parameter: &Parameter, name: &str) -> bool {
    parameter.name.value == name
        || parameter.wire_name().value == name
        || parameter.path() == contract::Path::of(name)
}

/// Words of codes and messages, the telling ones first: a refusal that mentions a quota is about the quota, whatever
/// else it says.
const WORDS: &[(Refusal, &[&str])] = &[
    (Refusal::Quota, &["quota", "exceed", "too many", "maximum", "配额", "超过限制", "insufficient"]),
    (
        Refusal::Service,
        &["internal", "unavailable", "throttl", "too busy", "timeout", "timed out", "service error"],
    ),
    (Refusal::Authentication, &["signature", "accesskey", "credential", "securitytoken", "nonce", "签名"]),
    (
        Refusal::Permission,
        &["forbid", "unauthor", "permission", "not authorized", "denied", "not support", "whitelist", "权限"],
    ),
    (
        Refusal::Missing,
        &["missing", "is null", "isnull", "required", "mandatory", "缺少", "不能为空", "必填"],
    ),
    (Refusal::NotFound, &["notfound", "not found", "not exist", "no such", "nosuch", "不存在"]),
    (
        Refusal::State,
        &[
            "status", "state", "duplicat", "already", "exist", "conflict", "in use", "inuse", "locked",
            "pending",
        ],
    ),
    (
        Refusal::Operation,
        &["no such action", "unsupported operation", "action not", "invalidaction", "invalidversion"],
    ),
    (
        Refusal::Value,
        &["invalid", "malformed", "illegal", "not available", "not valid", "bad param", "不合法", "格式"],
    ),
];

fn by_words(words: &str) -> Option<Refusal> {
    WORDS
        .iter()
        .find(|(_, telling)| telling.iter().any(|word| words.contains(word)))
        .map(|(refusal, _)| *refusal)
}
