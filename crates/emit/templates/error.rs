//! What the documented service answers when it refuses.

use std::fmt;

/// A refusal of the documented service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The HTTP status, where the envelope has one for refusals.
    pub http_status: Option<u16>,
    /// The code.
    pub code: ErrorCode,
    /// The message, placeholders filled in.
    pub message: String,
    /// The request that was refused, where the envelope names it.
    pub request_id: Option<String>,
}

impl Error {
    /// A refusal that no page documents.
    pub fn other(
        http_status: Option<u16>,
        code: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            http_status,
            code: ErrorCode::from(code.into()),
            message: message.into(),
            request_id: None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Error {}

impl From<Documented> for Error {
    fn from(documented: Documented) -> Self {
        Self::other(documented.http_status, documented.code, documented.message)
    }
}

impl From<Error> for wire::Refusal {
    fn from(error: Error) -> Self {
        Self::new(error.http_status, error.code.as_str(), error.message)
    }
}

/// A row of an error table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documented {
    /// The HTTP status, where the page states one.
    pub http_status: Option<u16>,
    /// The code, verbatim.
    pub code: &'static str,
    /// The message, verbatim; it may hold a placeholder.
    pub message: &'static str,
    /// The part of the message that stands for something else.
    pub placeholder: Option<&'static str>,
    /// File and line of the row.
    pub page: &'static str,
}

impl Documented {
    /// The refusal, with what its message is about in place of the placeholder.
    pub fn about(self, subject: &str) -> Error {
        let message = match self.placeholder {
            Some(placeholder) => self.message.replacen(placeholder, subject, 1),
            None => self.message.to_owned(),
        };
        Error::other(self.http_status, self.code, message)
    }
}

/// The documented codes, and room for others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ErrorCode {
{%- for code in codes %}
    {{ code.docs.outer(4) }}
    {{ code.name }},
{%- endfor %}
    /// A code that no page documents.
    Other(String),
}

impl ErrorCode {
    /// The code as it travels.
    pub fn as_str(&self) -> &str {
        match self {
        {%- for code in codes %}
            {{ code.to_text }}
        {%- endfor %}
            Self::Other(code) => code,
        }
    }
}

impl From<String> for ErrorCode {
    fn from(code: String) -> Self {
        match code.as_str() {
        {%- for code in codes %}
            {{ code.from_text }}
        {%- endfor %}
            _ => Self::Other(code),
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
