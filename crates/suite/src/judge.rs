//! Whether an answer keeps the promises that a case is about.

mod refused;

use contract::{Contract, Operation};
use serde_json::Value;
use source::Origin;
use wire::{Arguments, Verdict};

use crate::answer;
use crate::{
    Blame, Breach, Case, Expect, Fact, Family, Judgement, Party, Twist, codes, facts, message, refusal,
};

/// Holds an answer against a case.
///
/// `sent` are the arguments as they travelled, resources put in. What a documented state explains (a quota, a missing
/// right, a resource that is gone) is inconclusive: it neither keeps nor breaks what the case is about.
pub fn judge(contract: &Contract, case: &Case, verdict: &Verdict, sent: &Arguments) -> Judgement {
    let Some(operation) = contract.operation(&case.operation) else {
        return Judgement::Inconclusive(format!(
            "the contract does not know the operation `{}`",
            case.operation
        ));
    };
    let bench = Bench { contract, operation, case, sent };
    if let Some(breach) = bench.leak(verdict) {
        return Judgement::Broken(vec![breach]);
    }
    match (&case.expect, verdict) {
        (_, Verdict::Malformed { http_status, reason }) => bench.malformed(*http_status, reason),
        (Expect::Accepted, Verdict::Accepted { body, .. }) => bench.shaped(body),
        (Expect::Accepted, Verdict::Refused { http_status, code, message, .. }) => {
            bench.valid_refused(&Answered { http_status: *http_status, code, message })
        }
        (Expect::Refused { .. } | Expect::RefusedSomehow, Verdict::Accepted { .. }) => bench.not_refused(),
        (Expect::Refused { errors }, Verdict::Refused { http_status, code, message, .. }) => {
            bench.refused_as(errors, &Answered { http_status: *http_status, code, message })
        }
        (Expect::RefusedSomehow, Verdict::Refused { http_status, code, message, .. }) => {
            bench.refused_somehow(&Answered { http_status: *http_status, code, message })
        }
        (Expect::Answered, Verdict::Accepted { .. }) => Judgement::Held,
        (Expect::Answered, Verdict::Refused { http_status, code, message, .. }) => {
            let answered = Answered { http_status: *http_status, code, message };
            bench.undocumented_failure(&answered).unwrap_or(Judgement::Held)
        }
    }
}

/// The facts that an answer really exercised: those of the case, the fields that it showed, the error that it gave.
///
/// Of an answer that is not what the case expects, only the fact that the case is about. Not to be asked of an
/// inconclusive one.
pub fn exercised(contract: &Contract, case: &Case, verdict: &Verdict) -> Vec<String> {
    let operation = contract.operation(&case.operation);
    let mut exercised = case.facts.clone();
    match (&case.expect, verdict, operation) {
        (Expect::Accepted, Verdict::Accepted { body, .. }, Some(operation)) => {
            let shape = answer::shape(contract, operation, body, case.twist == Twist::AnswerXml);
            exercised.extend(shape.seen);
        }
        (Expect::Answered, Verdict::Accepted { .. } | Verdict::Refused { .. }, _) => {}
        (
            Expect::Refused { .. } | Expect::RefusedSomehow,
            Verdict::Refused { http_status, code, message: answered, .. },
            Some(operation),
        ) => {
            let rows = refusal::documented(contract, Some(operation), code, answered);
            let row = rows.into_iter().find(|(_, error)| {
                message::matches(&error.message, answered)
                    && error.http_status.is_none_or(|s| s == *http_status)
            });
            exercised.extend(row.map(|(fact, _)| fact));
        }
        _ => exercised.truncate(1),
    }
    exercised.dedup();
    let mut seen = std::collections::HashSet::new();
    exercised.retain(|fact| seen.insert(fact.clone()));
    exercised
}

/// A refusal as it came.
struct Answered<'a> {
    http_status: u16,
    code: &'a str,
    message: &'a str,
}

impl std::fmt::Display for Answered<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HTTP {} {}: {}", self.http_status, self.code, self.message)
    }
}

/// A case and what was sent for it.
struct Bench<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
    case: &'a Case,
    sent: &'a Arguments,
}

/// What only the inside of a server says.
const LEAKS: &[&str] = &[
    "Traceback (most recent call last)",
    "stack backtrace:",
    "panicked at ",
    "goroutine 1 [",
    "at java.",
    "at sun.reflect.",
    "NullPointerException",
    "System.NullReferenceException",
];
/// Statuses by which the way to the server answers, not the server.
const OF_THE_WAY: &[u16] = &[502, 503, 504];
/// Statuses by which the HTTP layer refuses what is too long or odd for it.
const OF_THE_LAYER: &[u16] = &[400, 413, 414, 431];

impl Bench<'_> {
    fn shaped(&self, body: &Value) -> Judgement {
        if self.case.twist == Twist::AnswerXml && !answer::is_text_only(body) {
            let reason = "XML was asked for, and an answer with numbers or switches is JSON";
            return Judgement::Broken(vec![self.outside_envelope(reason, reason.to_owned())]);
        }
        let shape = answer::shape(self.contract, self.operation, body, self.case.twist == Twist::AnswerXml);
        if shape.breaches.is_empty() { Judgement::Held } else { Judgement::Broken(shape.breaches) }
    }

    fn malformed(&self, status: u16, reason: &str) -> Judgement {
        if OF_THE_WAY.contains(&status) {
            return Judgement::Inconclusive(format!(
                "HTTP {status}: something on the way to the service answered"
            ));
        }
        if self.case.expect == Expect::Answered && OF_THE_LAYER.contains(&status) {
            return Judgement::Inconclusive(format!(
                "HTTP {status}: the HTTP layer refused the request before the service"
            ));
        }
        Judgement::Broken(vec![self.outside_envelope(reason, format!("HTTP {status}: {reason}"))])
    }

    fn outside_envelope(&self, reason: &str, got: String) -> Breach {
        let message = format!("the answer is not in the documented envelope: {reason}");
        let mut breach = self.breach(codes::ENVELOPE, message);
        breach.fact = facts::ENVELOPE.to_owned();
        if let Some(fact) = facts::find(self.contract, self.operation, facts::ENVELOPE) {
            breach.origin = fact.origin;
        }
        breach.help = "answer every request in the documented envelope, refusals too".to_owned();
        breach.expected =
            "an answer that says whether it succeeded, where the documentation puts it".to_owned();
        breach.got = got;
        breach
    }

    fn not_refused(&self) -> Judgement {
        let code = self.unchecked();
        let fact = self.fact();
        let words = fact.as_ref().map_or("", |fact| fact.text.as_str());
        let mut breach = self.breach(code, self.what_was_accepted(fact.as_ref()));
        breach.help = match self.case.family {
            Family::Auth => "check it before anything else",
            Family::Error => "refuse the request with the documented error, or remove the row from the page",
            _ => "refuse the request, or remove the rule from the page",
        }
        .to_owned();
        breach.expected = match &self.case.expect {
            Expect::Refused { errors } => {
                // A code stands in several rows where its message differs.
                let mut codes: Vec<&str> = Vec::new();
                for error in errors {
                    if !codes.contains(&error.code.as_str()) {
                        codes.push(&error.code);
                    }
                }
                format!("a refusal with {}", codes.join(" or "))
            }
            _ => "a refusal".to_owned(),
        };
        breach.got = "success".to_owned();
        breach.blame = server(match words {
            "" => "the documentation says so".to_owned(),
            words => format!("the page says: {}", first_line(words)),
        });
        Judgement::Broken(vec![breach])
    }

    fn what_was_accepted(&self, fact: Option<&Fact>) -> String {
        let subject = fact.map_or("", |fact| fact.subject.as_str());
        match (self.case.family, fact.map_or("", |fact| fact.kind.as_str())) {
            (Family::Error, _) => format!("the request that the page documents `{subject}` for is accepted"),
            (_, "required") => format!("a request without the required `{subject}` is accepted"),
            (Family::Auth | Family::Envelope, _) => {
                format!("a request with {} is accepted", departure(self.case.twist))
            }
            (_, kind) => {
                format!("a request that breaks the {} of `{subject}` is accepted", kind.replace('_', " "))
            }
        }
    }

    /// The code for a request that should have been refused.
    fn unchecked(&self) -> &'static str {
        match (self.case.twist, self.case.family) {
            (Twist::SignatureMissing | Twist::SignatureWrong | Twist::ChangedAfterSigning, _) => {
                codes::SIGNATURE_NOT_CHECKED
            }
            (Twist::KeyUnknown, _) => codes::KEY_NOT_CHECKED,
            (Twist::NonceReplayed, _) => codes::NONCE_NOT_CHECKED,
            (Twist::TimeExpired, _) => codes::TIME_NOT_CHECKED,
            (Twist::OperationMissing | Twist::OperationUnknown, _) => codes::OPERATION_NOT_CHECKED,
            (_, Family::Error) => codes::ERROR_NOT_RAISED,
            _ => match self.fact().map(|fact| fact.kind) {
                Some(kind) if kind == "required" => codes::REQUIRED_NOT_ENFORCED,
                Some(_) if self.main().starts_with(&format!("{}/rules/", self.operation.name)) => {
                    codes::RULE_NOT_ENFORCED
                }
                kind => codes::not_enforced(kind.as_deref().unwrap_or("")),
            },
        }
    }

    /// A server error that no page documents; one of the gateway is trouble on the way.
    fn undocumented_failure(&self, answered: &Answered<'_>) -> Option<Judgement> {
        let known = refusal::documented(self.contract, Some(self.operation), answered.code, answered.message);
        if answered.http_status < 500 || !known.is_empty() {
            return None;
        }
        if OF_THE_WAY.contains(&answered.http_status) {
            return Some(Judgement::Inconclusive(format!("the service is not available: {answered}")));
        }
        let mut breach = self.breach(
            codes::UNDOCUMENTED_FAILURE,
            "the request makes the server fail with an error that no page documents".to_owned(),
        );
        breach.help = "mend the server, or document the error".to_owned();
        breach.expected = "success or a documented error".to_owned();
        breach.got = answered.to_string();
        breach.blame = server("no request may make a server fail".to_owned());
        Some(Judgement::Broken(vec![breach]))
    }

    fn leak(&self, verdict: &Verdict) -> Option<Breach> {
        let text = match verdict {
            Verdict::Accepted { .. } => return None,
            Verdict::Refused { body, .. } => body.to_string(),
            Verdict::Malformed { reason, .. } => reason.clone(),
        };
        let found = LEAKS.iter().find(|leak| text.contains(**leak))?;
        let mut breach = self.breach(codes::LEAK, "the answer shows the inside of the server".to_owned());
        breach.help = "answer with a documented error and keep the rest in the server's log".to_owned();
        breach.expected = "a documented error".to_owned();
        breach.got = format!("an answer with {found:?}");
        breach.blame = server("no page documents a stack trace".to_owned());
        Some(breach)
    }

    /// The id of the fact that the case is about.
    fn main(&self) -> &str {
        self.case.facts.first().map_or("", String::as_str)
    }

    fn fact(&self) -> Option<Fact> {
        facts::find(self.contract, self.operation, self.main())
    }

    fn origin(&self) -> Origin {
        self.fact().map_or_else(|| self.operation.origin.clone(), |fact| fact.origin)
    }

    /// A breach of what the case is about; the caller says the rest.
    fn breach(&self, code: &str, message: String) -> Breach {
        Breach {
            code: code.to_owned(),
            fact: self.main().to_owned(),
            message,
            help: String::new(),
            expected: String::new(),
            got: String::new(),
            blame: server("the documentation says so".to_owned()),
            origin: self.origin(),
        }
    }
}

fn server(why: String) -> Blame {
    Blame { party: Party::Server, why }
}

fn first_line(words: &str) -> &str {
    words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("")
}

fn departure(twist: Twist) -> &'static str {
    match twist {
        Twist::SignatureMissing => "no signature",
        Twist::SignatureWrong => "a wrong signature",
        Twist::ChangedAfterSigning => "a parameter changed after signing",
        Twist::KeyUnknown => "an unknown key",
        Twist::NonceReplayed => "a nonce used before",
        Twist::TimeExpired => "a time that lies a day back",
        Twist::OperationMissing => "no operation named",
        Twist::OperationUnknown => "an operation that no page documents",
        Twist::None | Twist::OtherSignature | Twist::AsForm | Twist::AsJson | Twist::AnswerXml => {
            "other parameters"
        }
    }
}
