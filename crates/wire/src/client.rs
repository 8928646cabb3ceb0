//! What every generated client does: one request, one answer, and why there is none.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{
    AnswerFormat, Call, Credentials, Decoded, Envelope, Refusal, Stamp, Transport, TransportError, Verdict,
    Wire, decode, encode,
};

/// Calls operations by name. It sends each request once: whether to send it again is the caller's to say.
#[derive(Debug)]
pub struct Client<T> {
    transport: T,
    credentials: Option<Credentials>,
    wire: Wire,
    sent: AtomicU64,
}

impl<T: Transport> Client<T> {
    /// A client of the service that a wire leads to. Without credentials, requests bear no signature.
    pub fn new(transport: T, credentials: Option<Credentials>, wire: Wire) -> Self {
        Self { transport, credentials, wire, sent: AtomicU64::new(0) }
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

    /// Sends one request and reads its answer.
    pub async fn call<Q, A, E>(&self, operation: &str, request: &Q) -> Result<A, CallError<E>>
    where
        Q: Serialize + Sync,
        A: DeserializeOwned + Default,
        E: From<Refused>,
    {
        let (arguments, stamp) = (encode(request), self.stamp());
        let call = Call {
            operation: Some(operation),
            arguments: &arguments,
            credentials: self.credentials.as_ref(),
            stamp: &stamp,
            carrier: self.wire.carrier,
            signature: self.wire.usual_signature(),
            answer: AnswerFormat::Json,
        };
        let request = self.wire.request(&self.wire.endpoint, &call);
        let request = request.map_err(|error| CallError::Transport(error.into()))?;
        let answer = self.transport.send(request).await.map_err(CallError::Transport)?;
        let http_status = answer.status().as_u16();
        let content_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
        let malformed = |reason: String| CallError::Malformed { http_status, reason };
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
                Err(CallError::Refused(Refused { refusal, request_id }.into()))
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
