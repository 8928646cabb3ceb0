//! The transport over HTTP that generated clients use unless they are given another one.

use std::time::Duration;

use bytes::Bytes;
use reqwest::redirect::Policy;
use reqwest::{Client, retry};

use crate::{Transport, TransportError};

/// Nobody needs longer to take a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The gateways of these families give up after a minute themselves.
const TIMEOUT: Duration = Duration::from_secs(65);

/// Sends requests over HTTP: connections are kept, no redirect is followed, and nothing is retried, which is for
/// [`crate::Client`] to decide. Clones share their connections.
#[derive(Debug, Clone)]
pub struct Http(Client);

impl Http {
    /// A transport with time limits of its own.
    pub fn new() -> Result<Self, TransportError> {
        // The provider is for the whole process; an error says that someone has chosen one before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .retry(retry::never())
            .build();
        client.map(Self).map_err(|error| TransportError::from_source("there can be no HTTP client", error))
    }
}

/// A client of the caller's making: proxies, certificates, time limits.
impl From<Client> for Http {
    fn from(client: Client) -> Self {
        Self(client)
    }
}

impl Transport for Http {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let failed = |error: reqwest::Error| TransportError::from_source("there is no answer", error);
        let request = reqwest::Request::try_from(request).map_err(failed)?;
        let response = self.0.execute(request).await.map_err(failed)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut answer = http::Response::new(response.bytes().await.map_err(failed)?);
        *answer.status_mut() = status;
        *answer.headers_mut() = headers;
        Ok(answer)
    }

    async fn pause(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}
