//! What a server asks of others: the operations, and the gate before them.

use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use http::Response;
use serde_json::Value;

use crate::{Arguments, Caller, Refusal, Secret};

/// The operations of a service. Generated code implements it for every implementation of its service trait.
pub trait Dispatch: Send + Sync + 'static {
    /// Whether there is an operation of that name.
    fn knows(&self, operation: &str) -> bool;

    /// Calls one. The answer is without its envelope, which the server adds.
    fn dispatch(
        &self,
        caller: &Caller,
        operation: &str,
        arguments: &Arguments,
    ) -> impl Future<Output = Result<Value, Refusal>> + Send;
}

/// What stands before the operations: keys, nonces, the clock, and the errors that hold for every operation.
pub trait Gate: Send + Sync + 'static {
    /// Account and secret of a key.
    fn secret(&self, key_id: &str) -> Option<(String, Secret)>;

    /// Milliseconds since 1970.
    fn now_millis(&self) -> i64;

    /// Remembers the nonce of a request, which bears the time `then`, for as long as it could be sent again. Refuses
    /// one that the key used before, or that can't be told from such a one any more.
    fn remember_nonce(&self, key_id: &str, nonce: &str, then: i64, now: i64) -> Result<(), GateTrouble>;

    /// What this family of gateways answers.
    fn refusal(&self, trouble: GateTrouble) -> Refusal;

    /// An id for a request, another each time.
    fn new_request_id(&self) -> String;

    /// Sees each answer before it leaves, and may change it. `operation` is empty where the request named none.
    fn after(&self, operation: &str, answer: &mut Response<Bytes>) {
        let _ = (operation, answer);
    }

    /// Hears of each request once it is answered, for logs and statistics.
    fn answered(&self, answered: &Answered<'_>) {
        let _ = answered;
    }

    /// Whether requests must bear a signature.
    fn checks_signature(&self) -> bool {
        true
    }

    /// Whether a nonce may be used once only.
    fn checks_nonce(&self) -> bool {
        true
    }

    /// Whether old requests are refused.
    fn checks_time(&self) -> bool {
        true
    }

    /// How far a request's time may be from now, in milliseconds.
    fn time_window_millis(&self) -> i64 {
        15 * 60 * 1000
    }
}

/// What became of a request.
#[derive(Debug)]
pub struct Answered<'a> {
    /// The id that the answer bears.
    pub request_id: &'a str,
    /// The operation; empty where the request named none.
    pub operation: &'a str,
    /// Who called, where the gate let the request through.
    pub caller: Option<&'a Caller>,
    /// Why it was refused, if it was.
    pub refusal: Option<&'a Refusal>,
    /// How long the answer took to make.
    pub took: Duration,
}

/// Why a request does not reach an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GateTrouble {
    /// It names no operation.
    OperationMissing,
    /// It names one that does not exist.
    OperationUnknown(String),
    /// It bears no key or no signature.
    SignatureMissing,
    /// Its signature is not the one that was computed.
    SignatureWrong {
        /// What was signed here, where a gateway of the family quotes it. Never anything that holds a secret.
        string_to_sign: Option<String>,
    },
    /// Nobody has this key.
    KeyUnknown,
    /// Its nonce was used before.
    NonceUsed,
    /// Its time is too far from now.
    TimeExpired,
    /// It asks for another version of the API.
    VersionWrong,
    /// It can't be read: what is wrong, in words.
    BadRequest(String),
}
