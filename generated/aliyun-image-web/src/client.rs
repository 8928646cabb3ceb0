//! A client of the documented service, over any transport.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::error::{Error, ErrorCode};
use crate::operations::{
    CancelCopyImageRequest, CancelCopyImageResponse, CopyImageRequest, CopyImageResponse,
    DeleteImageRequest, DeleteImageResponse,
};
use crate::service::Service;

/// Calls the documented operations. It sends each request once: whether to send it again is the caller's to say.
#[derive(Debug)]
pub struct Client<T> {
    transport: T,
    credentials: Option<wire::Credentials>,
    wire: wire::Wire,
    sent: AtomicU64,
}

impl<T: wire::Transport> Client<T> {
    /// A client of the documented endpoint. Without credentials, requests bear no signature.
    pub fn new(transport: T, credentials: Option<wire::Credentials>) -> Self {
        Self {
            transport,
            credentials,
            wire: crate::wire(),
            sent: AtomicU64::new(0),
        }
    }

    /// The same client for a service elsewhere.
    pub fn at(mut self, endpoint: impl Into<String>) -> Self {
        self.wire.endpoint = endpoint.into();
        self
    }

    /// The same client with requests that travel otherwise: carrier, signature, index of lists.
    pub fn with_wire(self, wire: wire::Wire) -> Self {
        Self { wire, ..self }
    }

    /// 调用CancelCopyImage取消一个正在进行的复制镜像(CopyImage)任务。
    ///
    /// Calls `CancelCopyImage`.
    pub async fn cancel_copy_image(
        &self,
        request: &CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, CallError> {
        self.call(CancelCopyImageRequest::OPERATION, request).await
    }

    /// 调用CopyImage把一个地域下的自定义镜像复制到其他地域。利用复制镜像,可以跨地域部署ECS实例、跨地域复制ECS实例。
    ///
    /// Calls `CopyImage`.
    pub async fn copy_image(
        &self,
        request: &CopyImageRequest,
    ) -> Result<CopyImageResponse, CallError> {
        self.call(CopyImageRequest::OPERATION, request).await
    }

    /// 调用DeleteImage删除一个自定义镜像。
    ///
    /// Calls `DeleteImage`.
    pub async fn delete_image(
        &self,
        request: &DeleteImageRequest,
    ) -> Result<DeleteImageResponse, CallError> {
        self.call(DeleteImageRequest::OPERATION, request).await
    }

    async fn call<Q, A>(&self, operation: &str, request: &Q) -> Result<A, CallError>
    where
        Q: serde::Serialize + Sync,
        A: serde::de::DeserializeOwned + Default,
    {
        let (arguments, stamp) = (wire::encode(request), self.stamp());
        let call = wire::Call {
            operation: Some(operation),
            arguments: &arguments,
            credentials: self.credentials.as_ref(),
            stamp: &stamp,
            carrier: self.wire.carrier,
            signature: self.wire.usual_signature(),
            answer: wire::AnswerFormat::Json,
        };
        let request = self.wire.request(&self.wire.endpoint, &call);
        let request = request.map_err(|error| CallError::Transport(error.into()))?;
        let answer = self.transport.send(request).await.map_err(CallError::Transport)?;
        let http_status = answer.status().as_u16();
        let content_type = answer
            .headers()
            .get("content-type")
            .and_then(|value| value.to_str().ok());
        let malformed = |reason: String| CallError::Malformed {
            http_status,
            reason,
        };
        match self.wire.verdict(operation, http_status, content_type, answer.body()) {
            wire::Verdict::Accepted { body, .. } => {
                let fields = body.as_object().cloned().unwrap_or_default();
                let wire::Decoded { value, violations } = wire::decode(&fields);
                if violations.is_empty() {
                    Ok(value)
                } else {
                    Err(malformed(violations.to_string()))
                }
            }
            wire::Verdict::Refused { code, message, request_id, .. } => {
                Err(
                    CallError::Refused(Error {
                        http_status: Some(http_status),
                        code: ErrorCode::from(code),
                        message,
                        request_id,
                    }),
                )
            }
            wire::Verdict::Malformed { reason, .. } => Err(malformed(reason)),
        }
    }

    /// Now, and a nonce that this process has not used.
    fn stamp(&self) -> wire::Stamp {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        wire::Stamp {
            unix_millis: i64::try_from(now.as_millis()).unwrap_or(i64::MAX),
            nonce: format!("{:x}-{:x}-{sent:x}", std::process::id(), now.as_nanos()),
        }
    }
}

impl<T: wire::Transport + 'static> Service for Client<T> {
    async fn cancel_copy_image(
        &self,
        _: &wire::Caller,
        request: CancelCopyImageRequest,
    ) -> Result<CancelCopyImageResponse, Error> {
        Ok(Self::cancel_copy_image(self, &request).await?)
    }

    async fn copy_image(
        &self,
        _: &wire::Caller,
        request: CopyImageRequest,
    ) -> Result<CopyImageResponse, Error> {
        Ok(Self::copy_image(self, &request).await?)
    }

    async fn delete_image(
        &self,
        _: &wire::Caller,
        request: DeleteImageRequest,
    ) -> Result<DeleteImageResponse, Error> {
        Ok(Self::delete_image(self, &request).await?)
    }

    /// The service at the other end decides.
    fn admit(&self, _: &'static str, _: wire::Violations) -> Result<(), Error> {
        Ok(())
    }
}

/// Why a call has no answer.
#[derive(Debug)]
pub enum CallError {
    /// The service refuses.
    Refused(Error),
    /// The answer is not as documented: not in the envelope, or fields of other types.
    Malformed {
        /// Its HTTP status.
        http_status: u16,
        /// What is wrong with it.
        reason: String,
    },
    /// No answer came.
    Transport(wire::TransportError),
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "the service refuses: {error}"),
            Self::Malformed { http_status, reason } => {
                write!(
                    f, "the answer (HTTP {http_status}) is not as documented: {reason}"
                )
            }
            Self::Transport(error) => write!(f, "no answer came: {error}"),
        }
    }
}

impl std::error::Error for CallError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(error) => Some(error),
            Self::Malformed { .. } => None,
            Self::Transport(error) => Some(error),
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
