//! What every generated client does: one request, one answer, and why there is none.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_util::Stream;
use serde::de::DeserializeOwned;
use tracing::Instrument;

use crate::{
    AnswerFormat, Arguments, Call, Credentials, Decoded, Envelope, Operation, Paged, Refusal, Stamp,
    Transport, TransportError, Verdict, Wire, decode, encode,
};

/// How often a request is sent again, unless the caller says otherwise.
const RETRIES: u32 = 2;

/// How long a client waits before it sends a request for the second time; twice as long before the third.
const PAUSE: Duration = Duration::from_millis(200);

/// Calls operations. A request that is safe to send again is sent again when no answer came, or when the service is too
/// busy; every other one is sent once, whatever happens.
#[derive(Debug)]
pub struct Client<T> {
    transport: T,
    credentials: Option<Credentials>,
    wire: Wire,
    retries: u32,
    sent: AtomicU64,
}

impl<T: Transport> Client<T> {
    /// A client of the service that a wire leads to. Without credentials, requests bear no signature.
    pub fn new(transport: T, credentials: Option<Credentials>, wire: Wire) -> Self {
        Self { transport, credentials, wire, retries: RETRIES, sent: AtomicU64::new(0) }
    }

    /// The same client for a service elsewhere.
    pub fn at(mut self, endpoint: impl Into<String>) -> Self {
        self.wire.endpoint = endpoint.into();
        self
    }

    /// The same client with requests that travel otherwise: carrier, signature, index of lists.
    pub fn with_wire(self, wire: Wire) -> Self {
        Self { wire, ..self }
    }

    /// The same client that sends a request this many times more, where that is safe. As made, it is twice.
    pub fn with_retries(self, retries: u32) -> Self {
        Self { retries, ..self }
    }

    /// Sends a request, and again where that is safe ([`Operation::AGAIN`]), and reads its answer.
    pub async fn send<R: Operation, E: From<Refused>>(&self, request: &R) -> Result<R::Answer, CallError<E>> {
        let span = tracing::info_span!("call", operation = R::NAME, attempts = tracing::field::Empty);
        let arguments = encode(request);
        let retries = if R::AGAIN.allows(&arguments) { self.retries } else { 0 };
        let calls = async {
            for retry in 0..retries {
                let trouble = match self.once(R::NAME, &arguments).await {
                    Err(trouble) if trouble.passes() => trouble,
                    settled => return (retry + 1, settled),
                };
                tracing::debug!(%trouble, "is sent again");
                self.transport.pause(PAUSE * 2_u32.saturating_pow(retry)).await;
            }
            (retries + 1, self.once(R::NAME, &arguments).await)
        };
        let (attempts, answer) = calls.instrument(span.clone()).await;
        span.record("attempts", attempts);
        answer.map_err(Trouble::into_error)
    }

    /// The pages of an answer, each asked for when the one before it was taken. After an error there are no more.
    pub fn pages<R, E>(&self, request: R) -> impl Stream<Item = Result<R::Answer, CallError<E>>> + Send + '_
    where
        R: Paged + Clone,
        E: From<Refused> + Send + 'static,
    {
        futures_util::stream::try_unfold(Some(request), move |request| async move {
            let Some(request) = request else { return Ok(None) };
            let answer = self.send(&request).await?;
            let next = request.next(&answer);
            Ok(Some((answer, next)))
        })
    }

    async fn once<A: DeserializeOwned>(&self, operation: &str, arguments: &Arguments) -> Result<A, Trouble> {
        let stamp = self.stamp();
        let call = Call {
            operation: Some(operation),
            arguments,
            credentials: self.credentials.as_ref(),
            stamp: &stamp,
            carrier: self.wire.carrier,
            signature: self.wire.usual_signature(),
            answer: AnswerFormat::Json,
        };
        let request = self.wire.request(&self.wire.endpoint, &call);
        let request = request.map_err(|error| Trouble::Unsendable(error.into()))?;
        let answer = self.transport.send(request).await.map_err(Trouble::NoAnswer)?;
        let http_status = answer.status().as_u16();
        let content_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
        let malformed = |reason: String| Trouble::Malformed { http_status, reason };
        match self.wire.verdict(operation, http_status, content_type, answer.body()) {
            Verdict::Accepted { body, .. } => {
                let fields = body.as_object().cloned().unwrap_or_default();
                let Decoded { value, violations } = decode(&fields);
                if violations.is_empty() { Ok(value) } else { Err(malformed(violations.to_string())) }
            }
            Verdict::Refused { code, message, request_id, .. } => {
                // Where every answer is an HTTP 200, the status says nothing about a refusal.
                let told = matches!(self.wire.envelope, Envelope::HttpStatus { .. });
                let refusal = Refusal { http_status: told.then_some(http_status), code, message };
                Err(Trouble::Refused { http_status, refused: Refused { refusal, request_id } })
            }
            Verdict::Malformed { reason, .. } => Err(malformed(reason)),
        }
    }

    /// Now, and a nonce that this process has not used.
    fn stamp(&self) -> Stamp {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        Stamp {
            unix_millis: i64::try_from(now.as_millis()).unwrap_or(i64::MAX),
            nonce: format!("{:x}-{:x}-{sent:x}", std::process::id(), now.as_nanos()),
        }
    }
}

/// What came of one sending.
enum Trouble {
    Unsendable(TransportError),
    NoAnswer(TransportError),
    Malformed { http_status: u16, reason: String },
    Refused { http_status: u16, refused: Refused },
}

impl Trouble {
    /// Whether another sending may meet with a better fate: no answer, or one that says that the service is too busy. A
    /// code of the service's own is its last word.
    fn passes(&self) -> bool {
        match self {
            Trouble::Unsendable(_) => false,
            Trouble::NoAnswer(_) => true,
            Trouble::Malformed { http_status, .. } | Trouble::Refused { http_status, .. } => {
                matches!(http_status, 429 | 502 | 503 | 504)
            }
        }
    }

    fn into_error<E: From<Refused>>(self) -> CallError<E> {
        match self {
            Trouble::Unsendable(error) | Trouble::NoAnswer(error) => CallError::Transport(error),
            Trouble::Malformed { http_status, reason } => CallError::Malformed { http_status, reason },
            Trouble::Refused { refused, .. } => CallError::Refused(refused.into()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Unsendable(error) | Trouble::NoAnswer(error) => error.fmt(f),
            Trouble::Malformed { http_status, reason } => write!(f, "HTTP {http_status}: {reason}"),
            Trouble::Refused { http_status, refused } => {
                write!(f, "HTTP {http_status}: {}", refused.refusal.code)
            }
        }
    }
}

/// A refusal as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Status, where the envelope has one, code and message.
    pub refusal: Refusal,
    /// The id of the request, where the answer names it.
    pub request_id: Option<String>,
}

/// Why a call has no answer; `E` is the error type of the service that was called.
#[derive(Debug)]
pub enum CallError<E> {
    /// The service refuses.
    Refused(E),
    /// The answer is not as documented: not in the envelope, or fields of other types.
    Malformed {
        /// Its HTTP status.
        http_status: u16,
        /// What is wrong with it.
        reason: String,
    },
    /// No answer came.
    Transport(TransportError),
}

impl<E: fmt::Display> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "the service refuses: {error}"),
            Self::Malformed { http_status, reason } => {
                write!(f, "the answer (HTTP {http_status}) is not as documented: {reason}")
            }
            Self::Transport(error) => write!(f, "no answer came: {error}"),
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for CallError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(error) => Some(error),
            Self::Malformed { .. } => None,
            Self::Transport(error) => Some(error),
        }
    }
}
