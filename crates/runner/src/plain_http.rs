//! HTTP/1.1 over plain TCP on kept-alive connections: what most targets of a test speak. A client for everything costs as
//! much as making and judging a case does.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, HOST, USER_AGENT};
use http::{HeaderName, HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1::{Connection, SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::answer::{Answer, Silence};
use crate::http_target::innermost;

/// One server, and the connections to it that are at rest.
#[derive(Debug, Clone)]
pub(crate) struct PlainHttp {
    address: Arc<str>,
    host: HeaderValue,
    agent: HeaderValue,
    patience: Duration,
    at_rest: Arc<Mutex<Vec<Line>>>,
}

/// A connection. Whoever waits for what it brings drives it meanwhile: a task of its own would be woken, and wake in turn,
/// several times for each request.
#[derive(Debug)]
struct Line {
    sender: SendRequest<Full<Bytes>>,
    /// `None` when it has ended.
    connection: Option<Connection<TokioIo<TcpStream>, Full<Bytes>>>,
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
        let (mut line, response) = self.exchanged(self.dressed(request)).await?;
        let (head, mut body) = response.into_parts();
        let mut read = Bytes::new();
        while !body.is_end_stream()
            && let Some(frame) = line.wait(body.frame()).await
        {
            let frame = frame.map_err(|error| Silence::closed(&innermost(&error)))?;
            let Ok(data) = frame.into_data() else { continue };
            if read.len() + data.len() > limit {
                return Err(Silence::too_large(limit));
            }
            read = joined(read, data);
        }
        self.at_rest.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        Ok(Answer::new(head.status, &head.headers, read))
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
    ) -> Result<(Line, Response<Incoming>), Silence> {
        loop {
            let rested = self.at_rest.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let fresh = rested.is_none();
            let mut line = match rested {
                Some(line) => line,
                None => self.connected().await?,
            };
            if let Err(error) = line.ready().await {
                if fresh {
                    return Err(Silence::closed(&innermost(&error)));
                }
                continue;
            }
            let sent = line.sender.try_send_request(request);
            match line.wait(sent).await {
                Ok(response) => return Ok((line, response)),
                Err(mut error) => match error.take_message() {
                    Some(unsent) if !fresh => request = unsent,
                    _ => return Err(Silence::closed(&innermost(error.error()))),
                },
            }
        }
    }

    async fn connected(&self) -> Result<Line, Silence> {
        let unreachable = |reason: &str| Silence::unreachable(&format!("http://{}", self.address), reason);
        let stream = tokio::time::timeout(self.patience, TcpStream::connect(&*self.address)).await;
        let stream = stream.map_err(|_| unreachable("the connection timed out"))?;
        let stream = stream.map_err(|error| unreachable(&error.to_string()))?;
        // Requests are small and must not wait for more.
        stream.set_nodelay(true).map_err(|error| unreachable(&error.to_string()))?;
        let shaken = handshake(TokioIo::new(stream)).await;
        let (sender, connection) = shaken.map_err(|error| Silence::closed(&innermost(&error)))?;
        Ok(Line { sender, connection: Some(connection) })
    }
}

impl Line {
    /// Waits until another request can be sent. Nobody has looked at the connection while it was at rest: the server may
    /// have ended it.
    async fn ready(&mut self) -> hyper::Result<()> {
        poll_fn(|context| {
            self.drive(context);
            self.sender.poll_ready(context)
        })
        .await
    }

    /// Waits for something that the connection brings.
    async fn wait<T>(&mut self, what: impl Future<Output = T>) -> T {
        let mut what = pin!(what);
        poll_fn(|context| {
            if let Poll::Ready(come) = what.as_mut().poll(context) {
                return Poll::Ready(come);
            }
            self.drive(context);
            what.as_mut().poll(context)
        })
        .await
    }

    /// What goes wrong is told to whoever waits for something.
    fn drive(&mut self, context: &mut Context<'_>) {
        if let Some(connection) = &mut self.connection
            && Pin::new(connection).poll(context).is_ready()
        {
            self.connection = None;
        }
    }
}

/// Most answers come in one piece.
fn joined(read: Bytes, more: Bytes) -> Bytes {
    if read.is_empty() {
        return more;
    }
    let mut whole = BytesMut::from(read);
    whole.extend_from_slice(&more);
    whole.freeze()
}
