//! What comes back from a target: an answer, or network trouble.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::Trouble;

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    /// When to come again, where the target says so.
    pub(crate) retry_after: Option<Duration>,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn new(status: StatusCode, headers: &HeaderMap, body: Bytes) -> Self {
        let text =
            |name| headers.get(name).map(|value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()));
        let seconds = text(RETRY_AFTER).and_then(|seconds| seconds.trim().parse().ok());
        Self {
            status: status.as_u16(),
            content_type: text(CONTENT_TYPE).map(std::borrow::Cow::into_owned),
            retry_after: seconds.map(Duration::from_secs),
            body,
        }
    }
}

/// No answer.
#[derive(Debug, Clone)]
pub(crate) struct Silence {
    pub(crate) trouble: Trouble,
    /// In words, with what to do.
    pub(crate) detail: String,
}

impl Silence {
    pub(crate) fn timeout(after: Duration) -> Self {
        let detail = format!(
            "no whole answer within {} ms; look for what keeps the target busy, or allow it more time",
            after.as_millis()
        );
        Self { trouble: Trouble::Timeout, detail }
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let detail = format!(
            "the answer is larger than {limit} bytes and was not read on; raise the limit if it is meant"
        );
        Self { trouble: Trouble::TooLarge, detail }
    }

    pub(crate) fn closed(reason: &str) -> Self {
        let detail =
            format!("the connection ended before the answer did: {reason}; look at the target's log");
        Self { trouble: Trouble::ClosedEarly, detail }
    }

    pub(crate) fn unreachable(at: &str, reason: &str) -> Self {
        let detail = format!(
            "nobody answers at {at}: {reason}; check that the target runs and that its address is right"
        );
        Self { trouble: Trouble::Unreachable, detail }
    }
}
