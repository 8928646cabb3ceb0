//! What a generated client sends requests through.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use tower::ServiceExt;

use crate::RequestError;

/// Sends a request and brings the answer. Implemented by HTTP clients, and by [`crate::Server`] for in-process calls.
pub trait Transport: Send + Sync {
    /// Sends one request, once.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send;

    /// Waits before a request is sent again. As provided, it does not wait: clocks belong to runtimes.
    fn pause(&self, _: Duration) -> impl Future<Output = ()> + Send {
        std::future::ready(())
    }
}

/// Sends requests through a [`tower::Service`], with whatever layers stand before it.
#[derive(Debug, Clone)]
pub struct Tower<S>(
    /// The service; each request goes through a clone of it.
    pub S,
);

impl<S> Transport for Tower<S>
where
    S: tower::Service<http::Request<Bytes>, Response = http::Response<Bytes>> + Clone + Send + Sync,
    S::Error: Into<Box<dyn Error + Send + Sync>>,
    S::Future: Send,
{
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let failed = |error: S::Error| TransportError::from_source("the transport failed", error);
        self.0.clone().oneshot(request).await.map_err(failed)
    }
}

/// No answer came.
#[derive(Debug)]
pub struct TransportError {
    message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl TransportError {
    /// A failure in words.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }

    /// A failure that another error explains.
    pub fn from_source(message: impl Into<String>, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { message: message.into(), source: Some(source.into()) }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}

impl From<RequestError> for TransportError {
    fn from(error: RequestError) -> Self {
        Self::from_source("the request can't be made", error)
    }
}
