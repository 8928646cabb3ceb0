//! What comes back from a target: an answer, or network trouble.

use bytes::Bytes;

use crate::Trouble;

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Bytes,
}

/// No answer.
#[derive(Debug, Clone)]
pub(crate) struct Silence {
    pub(crate) trouble: Trouble,
    /// In words, with what to do.
    pub(crate) detail: String,
}

impl Silence {
    pub(crate) fn timeout(after: std::time::Duration) -> Self {
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
