//! The HTTP client: kept-alive connections, answers read by chunks, nothing retried, no redirect followed. Plain HTTP/1.1
//! to a server that no proxy stands before goes its own short way.

use std::error::Error;
use std::net::IpAddr;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::Uri;
use reqwest::redirect::Policy;
use reqwest::{Client, retry};

use crate::answer::{Answer, Silence};
use crate::plain_http::PlainHttp;

/// Nobody needs longer to take a connection; the rest of the time is for the answer.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

const AGENT: &str = concat!("doctract/", env!("CARGO_PKG_VERSION"));
/// Who sets one of these wants requests to go through a proxy.
const PROXIES: &[&str] = &["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

#[derive(Debug, Clone)]
pub(crate) struct Http {
    client: Client,
    plain: Option<PlainHttp>,
}

impl Http {
    pub(crate) fn new(url: &Uri) -> Result<Self, reqwest::Error> {
        let local = is_loopback(url.host().unwrap_or_default());
        let plain = url.scheme_str() == Some("http") && (local || !PROXIES.iter().any(|name| is_set(name)));
        // The provider is for the whole process; an error says that someone has chosen one before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut client = Client::builder()
            .user_agent(AGENT)
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(Policy::none())
            .retry(retry::never());
        if local {
            // A proxy of the environment would look for its own loopback.
            client = client.no_proxy();
        }
        let plain = if plain { PlainHttp::new(url, AGENT, CONNECT_TIMEOUT) } else { None };
        Ok(Self { client: client.build()?, plain })
    }

    pub(crate) async fn send(&self, request: http::Request<Bytes>, limit: usize) -> Result<Answer, Silence> {
        if let Some(plain) = &self.plain {
            return plain.send(request, limit).await;
        }
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

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
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
pub(crate) fn innermost(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
