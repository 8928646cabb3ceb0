//! A client of the documented service, over any transport.

use super::error::{Error, ErrorCode};
{%- if let Some(imports) = imports %}
{{ imports }}
{%- endif %}
use super::service::Service;

/// Calls the documented operations. What is safe to send again is sent again when no answer came.
#[derive(Debug)]
pub struct Client<T>(wire::Client<T>);

/// Why a call has no answer.
pub type CallError = wire::CallError<Error>;

impl<T: wire::Transport> Client<T> {
    /// A client of the documented endpoint. Without credentials, requests bear no signature.
    pub fn new(transport: T, credentials: Option<wire::Credentials>) -> Self {
        Self(wire::Client::new(transport, credentials, crate::wire()))
    }

    /// The same client for a service elsewhere.
    pub fn at(self, endpoint: impl Into<String>) -> Self {
        Self(self.0.at(endpoint))
    }

    /// The same client that sends a request this many times more, where that is safe. As made, it is twice.
    pub fn with_retries(self, retries: u32) -> Self {
        Self(self.0.with_retries(retries))
    }

    /// The same client with requests that travel otherwise: carrier, signature, index of lists.
    pub fn with_wire(self, wire: wire::Wire) -> Self {
        Self(self.0.with_wire(wire))
    }

    /// The pages of an answer, one after the other: each is asked for when the one before it was taken.
    pub fn pages<R: wire::Paged + Clone>(
        &self,
        request: R,
    ) -> impl wire::Stream<Item = Result<R::Answer, CallError>> + Send + '_ {
        self.0.pages(request)
    }
{%- for call in calls %}

    {{ call.docs.outer(4) }}
    {{ call.of_the_client }}
        self.0.send(request).await
    }
{%- endfor %}
}

impl<T: wire::Transport + 'static> Service for Client<T> {
{%- for call in calls %}
    {{ call.of_the_service }}
        Ok(Self::{{ call.function }}(self, &request).await?)
    }
{% endfor %}
    /// The service at the other end decides.
    fn admit(&self, _: &'static str, _: wire::Violations) -> Result<(), Error> {
        Ok(())
    }
}

impl From<wire::Refused> for Error {
    fn from(refused: wire::Refused) -> Self {
        let wire::Refusal { http_status, code, message } = refused.refusal;
        Self {
            http_status,
            code: ErrorCode::from(code),
            message,
            request_id: refused.request_id,
        }
    }
}

impl From<CallError> for Error {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Refused(error) => error,
            CallError::Malformed { http_status, reason } => {
                Self::other(Some(http_status), "MalformedAnswer", reason)
            }
            CallError::Transport(error) => {
                Self::other(None, "NoAnswer", error.to_string())
            }
        }
    }
}
