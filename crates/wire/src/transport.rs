//! What a generated client sends requests through.

use std::error::Error;
use std::fmt;
use std::future::Future;

use bytes::Bytes;

use crate::RequestError;

/// Sends a request and brings the answer. Implemented by HTTP clients, and by [`crate::Server`] for in-process calls.
pub trait Transport: Send + Sync {
    /// Sends one request, once.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Bytes>, TransportError>> + Send;
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
