//! A client of the documented service, over any transport.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::error::{Error, ErrorCode};
use crate::operations::{
    CopyCustomImageRequest, CopyCustomImageResponse, CreateCustomImageRequest,
    CreateCustomImageResponse, DescribeImageRequest, DescribeImageResponse,
    GetProjectListRequest, GetProjectListResponse, GetRegionRequest, GetRegionResponse,
    TerminateCustomImageRequest, TerminateCustomImageResponse,
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

    /// Copy Custom Image
    ///
    /// Calls `CopyCustomImage`.
    pub async fn copy_custom_image(
        &self,
        request: &CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, CallError> {
        self.call(CopyCustomImageRequest::OPERATION, request).await
    }

    /// Makes a custom image from the specified UHost instance.
    ///
    /// Calls `CreateCustomImage`.
    pub async fn create_custom_image(
        &self,
        request: &CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, CallError> {
        self.call(CreateCustomImageRequest::OPERATION, request).await
    }

    /// Lists the images of the specified region; the list can be filtered by operating system type and
    /// image Id.
    ///
    /// Calls `DescribeImage`.
    pub async fn describe_image(
        &self,
        request: &DescribeImageRequest,
    ) -> Result<DescribeImageResponse, CallError> {
        self.call(DescribeImageRequest::OPERATION, request).await
    }

    /// Lists the projects of the account
    ///
    /// Calls `GetProjectList`.
    pub async fn get_project_list(
        &self,
        request: &GetProjectListRequest,
    ) -> Result<GetProjectListResponse, CallError> {
        self.call(GetProjectListRequest::OPERATION, request).await
    }

    /// Gets information such as the permissions of the user in each data center
    ///
    /// Calls `GetRegion`.
    pub async fn get_region(
        &self,
        request: &GetRegionRequest,
    ) -> Result<GetRegionResponse, CallError> {
        self.call(GetRegionRequest::OPERATION, request).await
    }

    /// Deletes a custom image of the user
    ///
    /// Calls `TerminateCustomImage`.
    pub async fn terminate_custom_image(
        &self,
        request: &TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, CallError> {
        self.call(TerminateCustomImageRequest::OPERATION, request).await
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
                        http_status: None,
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
    async fn copy_custom_image(
        &self,
        _: &wire::Caller,
        request: CopyCustomImageRequest,
    ) -> Result<CopyCustomImageResponse, Error> {
        Ok(Self::copy_custom_image(self, &request).await?)
    }

    async fn create_custom_image(
        &self,
        _: &wire::Caller,
        request: CreateCustomImageRequest,
    ) -> Result<CreateCustomImageResponse, Error> {
        Ok(Self::create_custom_image(self, &request).await?)
    }

    async fn describe_image(
        &self,
        _: &wire::Caller,
        request: DescribeImageRequest,
    ) -> Result<DescribeImageResponse, Error> {
        Ok(Self::describe_image(self, &request).await?)
    }

    async fn get_project_list(
        &self,
        _: &wire::Caller,
        request: GetProjectListRequest,
    ) -> Result<GetProjectListResponse, Error> {
        Ok(Self::get_project_list(self, &request).await?)
    }

    async fn get_region(
        &self,
        _: &wire::Caller,
        request: GetRegionRequest,
    ) -> Result<GetRegionResponse, Error> {
        Ok(Self::get_region(self, &request).await?)
    }

    async fn terminate_custom_image(
        &self,
        _: &wire::Caller,
        request: TerminateCustomImageRequest,
    ) -> Result<TerminateCustomImageResponse, Error> {
        Ok(Self::terminate_custom_image(self, &request).await?)
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
