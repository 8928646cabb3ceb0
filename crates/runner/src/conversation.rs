//! The requests of one case, one after the other, with their answers as exchanges.

use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST};
use suite::Twist;
use wire::{AnswerFormat, Arguments, Call, Carrier, Credentials, Signature, Stamp, Tamper, Verdict};

use crate::answer::{Answer, Silence};
use crate::halt::Halt;
use crate::stamps::Stamps;
use crate::{Class, Context, Exchange, Target};

/// An operation that no page documents.
const UNKNOWN_OPERATION: &str = "NoSuchOperation";
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;
/// Longer answers are cut in exchanges: a report is for reading.
const LONGEST_ANSWER: usize = 16 << 10;

/// What all cases of a run share.
pub(crate) struct Session<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) target: &'a Target,
    pub(crate) started_millis: i64,
    pub(crate) requests: AtomicU64,
    pub(crate) halt: Halt,
}

/// The requests of one case.
pub(crate) struct Conversation<'a> {
    pub(crate) session: &'a Session<'a>,
    pub(crate) exchanges: Vec<Exchange>,
    stamps: Stamps,
}

/// One request, before it is made.
pub(crate) struct Question<'a> {
    /// `fixture`, `accepted-first`, `case`, `shrunk`.
    pub(crate) purpose: &'static str,
    pub(crate) operation: &'a str,
    pub(crate) arguments: &'a Arguments,
    pub(crate) twist: Twist,
    /// A stamp used before; `None` takes a fresh one.
    pub(crate) stamp: Option<Stamp>,
}

impl<'a> Conversation<'a> {
    pub(crate) fn new(session: &'a Session<'a>, name: &str) -> Self {
        let Context { seed, options, .. } = session.context;
        let stamps = Stamps::new(options.clock, *seed, session.started_millis, name);
        Self { session, exchanges: Vec::new(), stamps }
    }

    pub(crate) fn stamp(&mut self) -> Stamp {
        self.stamps.next()
    }

    /// Sends one request and reads what the answer says. `Err` is why the case ends here.
    pub(crate) async fn ask(&mut self, question: &Question<'_>) -> Result<Verdict, Class> {
        let Session { context, target, halt, requests, .. } = self.session;
        let stamp = question.stamp.clone().unwrap_or_else(|| self.stamps.next());
        let request = self.request(question, stamp)?;
        let mut exchange = record(question.purpose, &request);
        requests.fetch_add(1, Ordering::Relaxed);
        let answer = target.send(request, &context.options).await;
        // A secret that the target echoes goes no further than this.
        let answer = answer.map(|answer| without_secret(answer, context.credentials));
        match &answer {
            Ok(Answer { status, body, .. }) => {
                halt.heard();
                exchange.status = Some(*status);
                exchange.answer = cut(&String::from_utf8_lossy(body), LONGEST_ANSWER);
            }
            Err(silence) => {
                halt.silent(silence, &context.options);
                exchange.answer = format!("({})", silence.detail);
            }
        }
        self.exchanges.push(exchange);
        let Answer { status, content_type, body } =
            answer.map_err(|Silence { trouble, detail }| Class::Network { trouble, detail })?;
        let operation = sent_operation(question).unwrap_or(question.operation);
        if question.twist == Twist::AnswerXml && body.trim_ascii_start().starts_with(b"{") {
            let reason = "XML was asked for, and the answer is JSON".to_owned();
            return Ok(Verdict::Malformed { http_status: status, reason });
        }
        Ok(context.wire.verdict(operation, status, content_type.as_deref(), &body))
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

fn record(purpose: &str, request: &Request<Bytes>) -> Exchange {
    let matters = |name: &http::HeaderName| *name != HOST && *name != ACCEPT && *name != CONTENT_LENGTH;
    let headers = request.headers().iter().filter(|(name, _)| matters(name));
    Exchange {
        purpose: purpose.to_owned(),
        method: request.method().to_string(),
        url: request.uri().to_string(),
        headers: headers
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect(),
        body: String::from_utf8_lossy(request.body()).into_owned(),
        curl: wire::curl(request),
        status: None,
        answer: String::new(),
    }
}

fn without_secret(answer: Answer, credentials: Option<&Credentials>) -> Answer {
    let Some(text) = std::str::from_utf8(&answer.body).ok() else { return answer };
    let redacted = wire::redact(text, credentials);
    if redacted == text { answer } else { Answer { body: redacted.into(), ..answer } }
}

/// The beginning of a text, with a word on how much is left out.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(most);
    format!("{}… ({} bytes in all)", &text[..end], text.len())
}
