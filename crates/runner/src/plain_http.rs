//! HTTP/1.1 over plain TCP on kept-alive connections: what most targets of a test speak. A client for everything costs as
//! much as making and judging a case does.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, HOST, USER_AGENT};
use http::{HeaderName, HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::answer::{Answer, Silence};
use crate::http_target::innermost;

type Sender = SendRequest<Full<Bytes>>;

/// One server, and the connections to it that are at rest.
#[derive(Debug, Clone)]
pub(crate) struct PlainHttp {
    address: Arc<str>,
    host: HeaderValue,
    agent: HeaderValue,
    patience: Duration,
    at_rest: Arc<Mutex<Vec<Sender>>>,
}

impl PlainHttp {
    /// `None` where the URL names no host that a header can hold.
    pub(crate) fn new(url: &Uri, agent: &'static str, patience: Duration) -> Option<Self> {
        let host = HeaderValue::from_str(url.authority()?.host()).ok()?;
        let host = match url.port_u16() {
            Some(_) => HeaderValue::from_str(url.authority()?.as_str()).ok()?,
            None => host,
        };
        let address = format!("{}:{}", url.host()?, url.port_u16().unwrap_or(80)).into();
        let agent = HeaderValue::from_static(agent);
        Some(Self { address, host, agent, patience, at_rest: Arc::default() })
    }

    pub(crate) async fn send(&self, request: Request<Bytes>, limit: usize) -> Result<Answer, Silence> {
        let (sender, response) = self.exchanged(self.dressed(request)).await?;
        let (head, mut body) = response.into_parts();
        let mut read = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| Silence::closed(&innermost(&error)))?;
            let Ok(data) = frame.into_data() else { continue };
            if read.len() + data.len() > limit {
                return Err(Silence::too_large(limit));
            }
            read.extend_from_slice(&data);
        }
        self.at_rest.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        Ok(Answer::new(head.status, &head.headers, read.freeze()))
    }

    /// The request as it travels: the path alone, and the headers of any client.
    fn dressed(&self, request: Request<Bytes>) -> Request<Full<Bytes>> {
        let mut request = request.map(Full::new);
        let path = request.uri().path_and_query().cloned();
        let mut parts = http::uri::Parts::default();
        parts.path_and_query = path.or_else(|| "/".parse().ok());
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
        let mut say = |name: HeaderName, value: &HeaderValue| {
            request.headers_mut().entry(name).or_insert_with(|| value.clone());
        };
        say(HOST, &self.host);
        say(USER_AGENT, &self.agent);
        say(ACCEPT, &HeaderValue::from_static("*/*"));
        request
    }

    /// Sends over a connection that is at rest, or a new one. A server may end a connection at any time: what it has not
    /// taken is sent over another one.
    async fn exchanged(
        &self,
        mut request: Request<Full<Bytes>>,
    ) -> Result<(Sender, Response<Incoming>), Silence> {
        loop {
            let rested = self.at_rest.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let fresh = rested.is_none();
            let mut sender = match rested {
                Some(sender) => sender,
                None => self.connected().await?,
            };
            if let Err(error) = sender.ready().await {
                if fresh {
                    return Err(Silence::closed(&innermost(&error)));
                }
                continue;
            }
            match sender.try_send_request(request).await {
                Ok(response) => return Ok((sender, response)),
                Err(mut error) => match error.take_message() {
                    Some(unsent) if !fresh => request = unsent,
                    _ => return Err(Silence::closed(&innermost(error.error()))),
                },
            }
        }
    }

    async fn connected(&self) -> Result<Sender, Silence> {
        let unreachable = |reason: &str| Silence::unreachable(&format!("http://{}", self.address), reason);
        let stream = tokio::time::timeout(self.patience, TcpStream::connect(&*self.address)).await;
        let stream = stream.map_err(|_| unreachable("the connection timed out"))?;
        let stream = stream.map_err(|error| unreachable(&error.to_string()))?;
        // Requests are small and must not wait for more.
        stream.set_nodelay(true).map_err(|error| unreachable(&error.to_string()))?;
        let shaken = handshake(TokioIo::new(stream)).await;
        let (sender, connection) = shaken.map_err(|error| Silence::closed(&innermost(&error)))?;
        tokio::spawn(async move {
            // What goes wrong is told to the request that is under way.
            let _ = connection.await;
        });
        Ok(sender)
    }
}
