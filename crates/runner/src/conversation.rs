//! The requests of one case, one after the other, with their answers as exchanges.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use memchr::memmem;
use suite::{ExpectedError, Judge, Twist};
use wire::{AnswerFormat, Arguments, Call, Carrier, Credentials, Signature, Stamp, Tamper, Verdict};

use crate::answer::{Answer, Silence};
use crate::halt::{Halt, STOPPED};
use crate::leftovers::Leftovers;
use crate::pace::{MOST_RETRIES, Pace};
use crate::sent::Sent;
use crate::stamps::Stamps;
use crate::work::Places;
use crate::{Class, Context, Exchange, Journal, Leftover, Stop, Target};

/// An operation that no page documents.
const UNKNOWN_OPERATION: &str = "NoSuchOperation";
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;
/// What all cases of a run share.
pub(crate) struct Session<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) judge: Judge<'a>,
    /// The place of each fact in the plan's list.
    pub(crate) places: Places<'a>,
    pub(crate) target: &'a Target,
    pub(crate) started_millis: i64,
    pub(crate) requests: AtomicU64,
    pub(crate) halt: Halt,
    pub(crate) pace: Pace,
    pub(crate) stop: Stop,
    pub(crate) journal: Option<&'a Journal>,
    pub(crate) leftovers: Leftovers,
    /// The codes of refusals that ask to come again later.
    pub(crate) throttling: BTreeSet<&'a str>,
}

impl Session<'_> {
    /// A resource need not be removed any more.
    pub(crate) fn forget(&self, operation: &str, arguments: &Arguments) {
        if let (Some(gone), Some(journal)) = (self.leftovers.removed(operation, arguments), self.journal) {
            journal.removed(&gone);
        }
    }

    /// What an accepted request has made, or removed.
    fn settle(&self, operation: &str, arguments: &Arguments, verdict: &Verdict) {
        if let (Some(made), Some(journal)) =
            (self.leftovers.made(operation, arguments, verdict), self.journal)
        {
            journal.made(&made);
        }
        if verdict.is_accepted() {
            self.forget(operation, arguments);
        }
    }
}

/// The requests of one case.
pub(crate) struct Conversation<'a> {
    pub(crate) session: &'a Session<'a>,
    pub(crate) sent: Vec<Sent>,
    /// Whether it goes on though the run was stopped: what was made is removed all the same.
    cleans_up: bool,
    stamps: Stamps,
}

/// One request, before it is made.
pub(crate) struct Question<'a> {
    /// `fixture`, `accepted-first`, `case`, `shrunk`, `cleanup`.
    pub(crate) purpose: &'static str,
    pub(crate) operation: &'a str,
    pub(crate) arguments: &'a Arguments,
    pub(crate) twist: Twist,
    /// A stamp used before; `None` takes a fresh one.
    pub(crate) stamp: Option<Stamp>,
    /// Errors that are wanted: one that asks to come again later is taken at its word unless it is one of them.
    pub(crate) expects: &'a [ExpectedError],
}

impl<'a> Conversation<'a> {
    pub(crate) fn new(session: &'a Session<'a>, name: &str) -> Self {
        let Context { seed, options, .. } = session.context;
        let stamps = Stamps::new(options.clock, *seed, session.started_millis, name);
        Self { session, sent: Vec::new(), cleans_up: false, stamps }
    }

    /// The conversation that removes a resource.
    pub(crate) fn clean_up(session: &'a Session<'a>, leftover: &Leftover, round: u32) -> Self {
        let arguments = serde_json::to_string(&leftover.arguments).unwrap_or_default();
        let name = format!("cleanup {round} {} {arguments}", leftover.call);
        Self { cleans_up: true, ..Self::new(session, &name) }
    }

    pub(crate) fn stamp(&mut self) -> Stamp {
        self.stamps.next()
    }

    /// What was sent and what came, for a report.
    pub(crate) fn exchanges(&self) -> Vec<Exchange> {
        self.sent.iter().map(|sent| sent.exchange(self.session.context.credentials)).collect()
    }

    /// Sends one request and reads what the answer says. `Err` is why the case ends here. A target that is too busy is
    /// asked again, later and later.
    pub(crate) async fn ask(&mut self, question: &Question<'_>) -> Result<Verdict, Class> {
        let Session { context, pace, .. } = self.session;
        let mut tried = 0;
        loop {
            let (verdict, retry_after) = self.ask_once(question).await?;
            let code = match &verdict {
                Verdict::Refused { code, .. } => code.as_str(),
                _ => "",
            };
            let status = match &verdict {
                Verdict::Accepted { .. } => 200,
                Verdict::Refused { http_status, .. } | Verdict::Malformed { http_status, .. } => *http_status,
            };
            let busy = matches!(status, 429 | 503) || self.session.throttling.contains(code);
            let wanted = question.expects.iter().any(|error| error.code == code);
            if !busy || wanted || tried >= MOST_RETRIES || question.twist == Twist::NonceReplayed {
                self.session.settle(question.operation, question.arguments, &verdict);
                return Ok(verdict);
            }
            pace.back_off(tried, retry_after.map(|after| after.min(context.options.request_timeout)));
            // Of many tries the last one is enough for a report.
            self.sent.pop();
            tried += 1;
        }
    }

    async fn ask_once(&mut self, question: &Question<'_>) -> Result<(Verdict, Option<Duration>), Class> {
        let Session { context, target, halt, requests, .. } = self.session;
        self.session.pace.turn().await;
        if self.session.stop.is_cancelled() && !self.cleans_up {
            return Err(Class::Inconclusive { reason: format!("not finished: {STOPPED}") });
        }
        let stamp = question.stamp.clone().unwrap_or_else(|| self.stamps.next());
        let request = self.request(question, stamp)?;
        requests.fetch_add(1, Ordering::Relaxed);
        let answer = target.send(request.clone(), &context.options).await;
        // A secret that the target echoes goes no further than this.
        let answer = answer.map(|answer| without_secret(answer, context.credentials));
        match &answer {
            Ok(_) => halt.heard(),
            Err(silence) => halt.silent(silence, &context.options),
        }
        self.sent.push(Sent::new(question.purpose, question.twist, request, &answer));
        let Answer { status, content_type, retry_after, body } =
            answer.map_err(|Silence { trouble, detail }| Class::Network { trouble, detail })?;
        let operation = sent_operation(question).unwrap_or(question.operation);
        if question.twist == Twist::AnswerXml && body.trim_ascii_start().starts_with(b"{") {
            let reason = "XML was asked for, and the answer is JSON".to_owned();
            return Ok((Verdict::Malformed { http_status: status, reason }, retry_after));
        }
        Ok((context.wire.verdict(operation, status, content_type.as_deref(), &body), retry_after))
    }

    fn request(&self, question: &Question<'_>, mut stamp: Stamp) -> Result<Request<Bytes>, Class> {
        let Session { context, target, .. } = self.session;
        let wire = context.wire;
        let inconclusive = |reason: String| Class::Inconclusive { reason };
        let twist = question.twist;
        if context.credentials.is_none() && is_about_credentials(twist) {
            return Err(inconclusive("it needs credentials, and none are given".to_owned()));
        }
        let unknown = context
            .credentials
            .filter(|_| twist == Twist::KeyUnknown)
            .map(|known| Credentials::new(format!("{}0", known.id), known.secret().expose()));
        if twist == Twist::TimeExpired {
            stamp.unix_millis -= DAY_MILLIS;
        }
        let call = Call {
            operation: sent_operation(question),
            arguments: question.arguments,
            credentials: if twist == Twist::KeyUnknown { unknown.as_ref() } else { context.credentials },
            stamp: &stamp,
            carrier: match twist {
                Twist::AsForm => Carrier::Form,
                Twist::AsJson => Carrier::Json,
                _ => wire.carrier,
            },
            signature: match twist {
                Twist::OtherSignature => other_signature(wire)
                    .ok_or_else(|| inconclusive("the spec names only one signature".to_owned()))?,
                _ => wire.usual_signature(),
            },
            answer: if twist == Twist::AnswerXml { AnswerFormat::Xml } else { AnswerFormat::Json },
        };
        let tamper = match twist {
            Twist::SignatureMissing => Tamper::SignatureMissing,
            Twist::SignatureWrong => Tamper::SignatureWrong,
            Twist::ChangedAfterSigning => Tamper::ChangedAfterSigning,
            _ => Tamper::None,
        };
        let request = wire.spoilt_request(target.url(), &call, tamper);
        request.map_err(|error| inconclusive(format!("the request can't be made: {error}")))
    }
}

fn sent_operation<'a>(question: &Question<'a>) -> Option<&'a str> {
    match question.twist {
        Twist::OperationMissing => None,
        Twist::OperationUnknown => Some(UNKNOWN_OPERATION),
        _ => Some(question.operation),
    }
}

fn is_about_credentials(twist: Twist) -> bool {
    use Twist::{
        ChangedAfterSigning, KeyUnknown, NonceReplayed, OtherSignature, SignatureMissing, SignatureWrong,
        TimeExpired,
    };
    matches!(
        twist,
        SignatureMissing
            | SignatureWrong
            | KeyUnknown
            | ChangedAfterSigning
            | NonceReplayed
            | TimeExpired
            | OtherSignature
    )
}

fn other_signature(wire: &wire::Wire) -> Option<Signature> {
    wire.signature.iter().copied().find(|signature| *signature != wire.usual_signature())
}

fn without_secret(answer: Answer, credentials: Option<&Credentials>) -> Answer {
    let secret = credentials.map(|credentials| credentials.secret().expose()).filter(|s| !s.is_empty());
    let echoes = |secret: &str| memmem::find(&answer.body, secret.as_bytes()).is_some();
    if !secret.is_some_and(echoes) {
        return answer;
    }
    match std::str::from_utf8(&answer.body) {
        Ok(text) => Answer { body: wire::redact(text, credentials).into(), ..answer },
        Err(_) => answer,
    }
}
