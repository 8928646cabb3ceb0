//! The HTTP client: kept-alive connections, answers read by chunks, nothing retried, no redirect followed.

use std::error::Error;
use std::net::IpAddr;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::redirect::Policy;
use reqwest::{Client, retry};

use crate::answer::{Answer, Silence};

/// Nobody needs longer to take a connection; the rest of the time is for the answer.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

#[derive(Debug, Clone)]
pub(crate) struct Http {
    client: Client,
}

impl Http {
    pub(crate) fn new(host: &str) -> Result<Self, reqwest::Error> {
        // The provider is for the whole process; an error says that someone has chosen one before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut client = Client::builder()
            .user_agent(concat!("doctract/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(Policy::none())
            .retry(retry::never());
        if is_loopback(host) {
            // A proxy of the environment would look for its own loopback.
            client = client.no_proxy();
        }
        Ok(Self { client: client.build()? })
    }

    pub(crate) async fn send(&self, request: http::Request<Bytes>, limit: usize) -> Result<Answer, Silence> {
        let at = origin(request.uri());
        let silence = |error: reqwest::Error| silence(&error, &at);
        let request = reqwest::Request::try_from(request).map_err(silence)?;
        let mut response = self.client.execute(request).await.map_err(silence)?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(silence)? {
            if body.len() + chunk.len() > limit {
                return Err(Silence::too_large(limit));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer::new(status, &headers, body.freeze()))
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn origin(uri: &http::Uri) -> String {
    format!("{}://{}", uri.scheme_str().unwrap_or("http"), uri.authority().map_or("", |a| a.as_str()))
}

fn silence(error: &reqwest::Error, at: &str) -> Silence {
    let reason = innermost(error);
    if error.is_connect() {
        Silence::unreachable(at, &reason)
    } else if error.is_timeout() {
        Silence { trouble: crate::Trouble::Timeout, detail: format!("no answer from {at} in time: {reason}") }
    } else {
        Silence::closed(&reason)
    }
}

/// The last cause, which says what the machine said.
fn innermost(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
