//! Who called a service, and what it says when it refuses.

/// The caller of an operation, as the gate knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// The account that the key belongs to. Empty where the gate lets anyone in.
    pub account: String,
    /// The id of the key.
    pub key_id: String,
    /// The id of this request.
    pub request_id: String,
    /// The region that the request names.
    pub region: Option<String>,
}

/// What a service answers when it refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status, where the envelope has one for refusals.
    pub http_status: Option<u16>,
    /// The code, as documented.
    pub code: String,
    /// The message, placeholders filled in.
    pub message: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(http_status: Option<u16>, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { http_status, code: code.into(), message: message.into() }
    }
}
