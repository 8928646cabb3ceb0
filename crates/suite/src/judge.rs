//! Whether an answer keeps the promises that a case is about.

mod refused;

use std::collections::HashMap;

use contract::{Contract, ErrorCase, Operation};
use serde_json::Value;
use source::Origin;
use wire::{Arguments, Verdict};

use crate::answer::{self, Reading, Shape, Table};
use crate::{
    Blame, Breach, Case, Expect, Fact, Family, Judgement, Party, Twist, Undocumented, codes, facts, message,
    refusal,
};

/// Holds answers to what pages promise. The pages are gone through once, not with each answer.
pub struct Judge<'a> {
    contract: &'a Contract,
    undocumented: Undocumented,
    operations: Vec<Promised<'a>>,
}

/// What the page of an operation promises of its answers.
struct Promised<'a> {
    operation: &'a Operation,
    answer: Table<'a>,
    errors: Vec<(String, &'a ErrorCase)>,
    /// What holds for the operation or for all, by id.
    facts: HashMap<String, Fact>,
}

/// What an answer is worth, and what it tells beside that.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged<'j> {
    /// Whether it keeps the promises that the case is about.
    pub judgement: Judgement,
    /// The facts that the answer really exercised: those of the case, the fields that it showed, the error that it gave;
    /// each once.
    ///
    /// Of an answer that is not what the case expects, only the fact that the case is about. An inconclusive one tells
    /// nothing, whatever stands here.
    pub exercised: Vec<&'j str>,
    /// The fields of an accepted answer that the page documents neither in a table nor in an example, as breaches for
    /// those who want none; each path once. Empty unless they were asked for.
    pub undocumented: Vec<Breach>,
}

impl<'a> Judge<'a> {
    /// Goes through the pages. `undocumented` says whether somebody wants [`Judged::undocumented`].
    pub fn new(contract: &'a Contract, undocumented: Undocumented) -> Self {
        let promised = |operation: &'a Operation| Promised {
            operation,
            answer: Table::of(contract, operation),
            errors: refusal::rows(contract, Some(operation)),
            facts: facts::about_one(contract, operation),
        };
        Self { contract, undocumented, operations: contract.operations.iter().map(promised).collect() }
    }

    /// Holds an answer against a case.
    ///
    /// `sent` are the arguments as they travelled, resources put in. What a documented state explains (a quota, a missing
    /// right, a resource that is gone) is inconclusive: it neither keeps nor breaks what the case is about.
    pub fn judge<'j>(&'j self, case: &'j Case, verdict: &Verdict, sent: &'j Arguments) -> Judged<'j> {
        let known = self.contract.operation(&case.operation);
        let promised =
            known.and_then(|known| self.operations.iter().find(|one| std::ptr::eq(one.operation, known)));
        let Some(promised) = promised else {
            let reason = format!("the contract does not know the operation `{}`", case.operation);
            let judgement = Judgement::Inconclusive(reason);
            return Judged { judgement, exercised: Vec::new(), undocumented: Vec::new() };
        };
        let bench = Bench { promised, operation: promised.operation, case, sent };
        let strangers = self.undocumented != Undocumented::Ignore;
        let reading = Reading { text_only: case.twist == Twist::AnswerXml, strangers };
        let wanted = strangers || case.expect == Expect::Accepted;
        let mut shape = match verdict {
            Verdict::Accepted { body, .. } if wanted => answer::shape(&promised.answer, body, reading),
            _ => Shape::default(),
        };
        let exercised = bench.exercised(&shape, verdict);
        let undocumented = std::mem::take(&mut shape.strangers);
        Judged { judgement: bench.judgement(verdict, shape), exercised, undocumented }
    }
}

impl std::fmt::Debug for Judge<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Judge").field("operations", &self.operations.len()).finish_non_exhaustive()
    }
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
struct Bench<'j> {
    promised: &'j Promised<'j>,
    operation: &'j Operation,
    case: &'j Case,
    sent: &'j Arguments,
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

impl<'j> Bench<'j> {
    fn judgement(&self, verdict: &Verdict, shape: Shape<'_>) -> Judgement {
        if let Some(breach) = self.leak(verdict) {
            return Judgement::Broken(vec![breach]);
        }
        match (&self.case.expect, verdict) {
            (_, Verdict::Malformed { http_status, reason }) => self.malformed(*http_status, reason),
            (Expect::Accepted, Verdict::Accepted { body, .. }) => self.shaped(body, shape),
            (Expect::Refused { .. }, Verdict::Accepted { .. }) if self.case.family == Family::Sequence => {
                self.not_reached()
            }
            (Expect::Refused { .. } | Expect::RefusedSomehow, Verdict::Accepted { .. }) => self.not_refused(),
            (Expect::Answered, Verdict::Accepted { .. }) => Judgement::Held,
            (expect, Verdict::Refused { http_status, code, message, .. }) => {
                let answered = Answered { http_status: *http_status, code, message };
                match expect {
                    Expect::Accepted => self.valid_refused(&answered),
                    Expect::Refused { errors } => self.refused_as(errors, &answered),
                    Expect::RefusedSomehow => self.refused_somehow(&answered),
                    Expect::Answered => self.undocumented_failure(&answered).unwrap_or(Judgement::Held),
                }
            }
        }
    }

    fn exercised(&self, shape: &Shape<'j>, verdict: &Verdict) -> Vec<&'j str> {
        let mut exercised: Vec<&str> = Vec::with_capacity(self.case.facts.len() + shape.seen.len());
        let mut add = |fact: &'j str| {
            if !exercised.contains(&fact) {
                exercised.push(fact);
            }
        };
        let own = self.case.facts.iter().map(String::as_str);
        match (&self.case.expect, verdict) {
            (Expect::Accepted, Verdict::Accepted { .. }) => {
                own.for_each(&mut add);
                let known = &self.case.facts;
                // The answer shows each of its facts once.
                exercised.extend(shape.seen.iter().filter(|fact| !known.iter().any(|one| one == *fact)));
            }
            (Expect::Answered, Verdict::Accepted { .. } | Verdict::Refused { .. }) => own.for_each(add),
            (
                Expect::Refused { .. } | Expect::RefusedSomehow,
                Verdict::Refused { http_status, code, message, .. },
            ) => {
                own.for_each(&mut add);
                let rows = refusal::documented(&self.promised.errors, code, message);
                let row = rows.into_iter().find(|(_, error)| {
                    message::matches(&error.message, message)
                        && error.http_status.is_none_or(|status| status == *http_status)
                });
                row.into_iter().for_each(|(fact, _)| add(fact));
            }
            _ => own.take(1).for_each(add),
        }
        exercised
    }

    fn shaped(&self, body: &Value, shape: Shape<'_>) -> Judgement {
        if self.case.twist == Twist::AnswerXml && !answer::is_text_only(body) {
            let reason = "XML was asked for, and an answer with numbers or switches is JSON";
            return Judgement::Broken(vec![self.outside_envelope(reason, reason.to_owned())]);
        }
        if shape.breaches.is_empty() { Judgement::Held } else { Judgement::Broken(shape.breaches) }
    }

    /// The rows of the page for a refusal.
    fn documented(&self, answered: &Answered<'_>) -> Vec<(&'j str, &'j ErrorCase)> {
        refusal::documented(&self.promised.errors, answered.code, answered.message)
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
        if let Some(fact) = self.promised.facts.get(facts::ENVELOPE) {
            breach.origin = fact.origin.clone();
        }
        breach.help = "answer every request in the documented envelope, refusals too".to_owned();
        breach.expected =
            "an answer that says whether it succeeded, where the documentation puts it".to_owned();
        breach.got = got;
        breach
    }

    /// A sequence only supposes the state that an error needs.
    fn not_reached(&self) -> Judgement {
        let subject = self.fact().map_or("", |fact| fact.subject.as_str());
        Judgement::Inconclusive(format!(
            "the request was accepted, so what the page documents `{subject}` for was not the case"
        ))
    }

    fn not_refused(&self) -> Judgement {
        let code = self.unchecked();
        let fact = self.fact();
        let words = fact.map_or("", |fact| fact.text.as_str());
        let mut breach = self.breach(code, self.what_was_accepted(fact));
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
                for error in errors.iter() {
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
            _ => match self.fact().map(|fact| fact.kind.as_str()) {
                Some("required") => codes::REQUIRED_NOT_ENFORCED,
                Some(_) if self.main().starts_with(&format!("{}/rules/", self.operation.name)) => {
                    codes::RULE_NOT_ENFORCED
                }
                kind => codes::not_enforced(kind.unwrap_or("")),
            },
        }
    }

    /// A server error that no page documents; one of the gateway is trouble on the way.
    fn undocumented_failure(&self, answered: &Answered<'_>) -> Option<Judgement> {
        if answered.http_status < 500 || !self.documented(answered).is_empty() {
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

    fn fact(&self) -> Option<&'j Fact> {
        self.promised.facts.get(self.main())
    }

    fn origin(&self) -> Origin {
        self.fact().map_or(&self.operation.origin, |fact| &fact.origin).clone()
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
