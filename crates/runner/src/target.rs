//! Where requests go: an HTTP server, or a service in this process.

use std::error::Error;

use bytes::Bytes;
use http::{Request, Response, Uri};
use thiserror::Error;
use tower::Service;

use crate::Options;
use crate::answer::{Answer, Silence};
use crate::http_target::Http;
use crate::in_process::InProcess;

/// Where requests go. Cheap to clone; clones share connections.
#[derive(Debug, Clone)]
pub struct Target {
    url: String,
    way: Way,
}

#[derive(Debug, Clone)]
enum Way {
    Http(Http),
    InProcess(InProcess),
}

/// Why there can be no such target.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TargetError {
    /// The URL is none.
    #[error("`{url}` is no URL of a server: {reason}; write it as http://127.0.0.1:8080/")]
    Url {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The HTTP client can't be set up on this machine.
    #[error("the HTTP client can't be set up")]
    Client(#[source] Box<dyn Error + Send + Sync>),
}

impl Target {
    /// An HTTP server. Nothing is sent yet.
    pub fn http(url: &str) -> Result<Self, TargetError> {
        let wrong = |reason: &str| TargetError::Url { url: url.to_owned(), reason: reason.to_owned() };
        let uri: Uri = url.parse().map_err(|error: http::uri::InvalidUri| wrong(&error.to_string()))?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err(wrong("it must begin with http:// or https://"));
        }
        uri.host().ok_or_else(|| wrong("it names no host"))?;
        let http = Http::new(&uri).map_err(|error| TargetError::Client(error.into()))?;
        Ok(Self { url: url.to_owned(), way: Way::Http(http) })
    }

    /// A service in this process. A panic in it is told as a connection that ended early.
    pub fn in_process<S>(service: S) -> Self
    where
        S: Service<Request<Bytes>, Response = Response<Bytes>> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn Error + Send + Sync>>,
        S::Future: Send + 'static,
    {
        Self { url: "http://localhost/".to_owned(), way: Way::InProcess(InProcess::new(service)) }
    }

    /// The name for reports: the URL, or `in process`.
    pub fn name(&self) -> &str {
        match self.way {
            Way::Http(_) => &self.url,
            Way::InProcess(_) => "in process",
        }
    }

    /// The URL that requests are made for.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The same target, with a way to stop it and start it again on what it has kept. A service in this process is
    /// replaced by the one that `again` makes; the old one is dropped before.
    ///
    /// Only for runs of one case at a time: whatever is under way during a restart is lost.
    pub fn restarted_by<S>(self, again: impl Fn() -> Result<S, String> + Send + Sync + 'static) -> Self
    where
        S: Service<Request<Bytes>, Response = Response<Bytes>> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn Error + Send + Sync>>,
        S::Future: Send + 'static,
    {
        match self.way {
            Way::Http(_) => self,
            Way::InProcess(service) => {
                let again = move || again().map(InProcess::new);
                Self { way: Way::InProcess(service.restarted_by(again)), ..self }
            }
        }
    }

    /// Stops the target and starts it again; the error says why it can't be.
    pub(crate) fn restart(&self) -> Result<(), String> {
        match &self.way {
            Way::InProcess(service) => service.restart(),
            Way::Http(_) => Err("the target can't be stopped and started from here".to_owned()),
        }
    }

    pub(crate) fn is_remote(&self) -> bool {
        matches!(self.way, Way::Http(_))
    }

    /// Sends one request, once, and reads the answer.
    pub(crate) async fn send(&self, request: Request<Bytes>, options: &Options) -> Result<Answer, Silence> {
        let limit = options.max_answer_bytes;
        let answer = async {
            match &self.way {
                Way::Http(http) => http.send(request, limit).await,
                Way::InProcess(service) => service.send(request, limit).await,
            }
        };
        let timeout = options.request_timeout;
        tokio::time::timeout(timeout, answer).await.unwrap_or_else(|_| Err(Silence::timeout(timeout)))
    }
}
