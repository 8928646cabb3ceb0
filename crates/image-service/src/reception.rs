//! Who gets which answer: the operations, the health check, the status page.

use std::io;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use tower::ServiceExt;

use crate::desks::Desks;
use crate::options::Limits;
use crate::service::{Assembled, Service};
use crate::status::Status;

/// What stands behind every connection.
pub(crate) struct Reception {
    service: Service,
    status: Status,
    desks: Desks,
    largest_body: usize,
    body_time: Duration,
}

impl Reception {
    pub(crate) fn new(spec: &str, assembled: Assembled, limits: Limits) -> io::Result<Self> {
        let Assembled { service, world, journal, largest_body, .. } = assembled;
        let status = Status::new(spec, world, journal);
        let desks = Desks::new(limits.answers)?;
        Ok(Reception { service, status, desks, largest_body, body_time: limits.body_time })
    }

    /// Answers a request. Waiting for the disk harms nobody where answers are made.
    pub(crate) async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (parts, body) = request.into_parts();
        if parts.method == Method::CONNECT {
            // Any answer below 300 would open a tunnel.
            return plain(StatusCode::METHOD_NOT_ALLOWED, "this is no proxy\n");
        }
        let looks = matches!(parts.method, Method::GET | Method::HEAD) && parts.uri.query().is_none();
        match parts.uri.path() {
            "/healthz" if looks => return self.health().await,
            "/status" if looks => return self.status_page().await,
            _ => {}
        }
        let Some(body) = self.collect(body).await else {
            return plain(StatusCode::REQUEST_TIMEOUT, "the body came too slowly\n");
        };
        let request = Request::from_parts(parts, body);
        let service = self.service.clone();
        let runtime = tokio::runtime::Handle::current();
        match self.desks.work(move || runtime.block_on(service.oneshot(request))).await {
            Ok(Ok(answer)) => answer.map(Full::new),
            Ok(Err(never)) => match never {},
            Err(failure) => {
                tracing::error!(%failure, "an answer could not be made");
                plain(StatusCode::INTERNAL_SERVER_ERROR, "")
            }
        }
    }

    /// Healthy is who can still write.
    async fn health(&self) -> Response<Full<Bytes>> {
        let status = self.status.clone();
        match self.desks.work(move || status.health()).await {
            Ok(Ok(())) => plain(StatusCode::OK, "ok\n"),
            Ok(Err(denied)) => plain(StatusCode::SERVICE_UNAVAILABLE, format!("{denied}\n")),
            Err(failure) => plain(StatusCode::SERVICE_UNAVAILABLE, format!("{failure}\n")),
        }
    }

    async fn status_page(&self) -> Response<Full<Bytes>> {
        let status = self.status.clone();
        match self.desks.work(move || status.page()).await {
            Ok(Ok(page)) => {
                let mut response = Response::new(Full::from(page));
                let headers = response.headers_mut();
                headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
                let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
                headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
                response
            }
            Ok(Err(failure)) => plain(StatusCode::SERVICE_UNAVAILABLE, format!("{failure}\n")),
            Err(failure) => plain(StatusCode::SERVICE_UNAVAILABLE, format!("{failure}\n")),
        }
    }

    /// Collects a body, but not much more than the service takes: what is too large is cut right above
    /// the limit, so that the service itself refuses it, in its own envelope. `None`: it came too slowly.
    async fn collect(&self, mut body: Incoming) -> Option<Bytes> {
        let whole = async {
            let mut bytes = BytesMut::new();
            while bytes.len() <= self.largest_body {
                match body.frame().await {
                    Some(Ok(frame)) => bytes.extend_from_slice(frame.data_ref().map_or(&[][..], |data| data)),
                    // What breaks off is read as far as it came; its signature won't fit.
                    Some(Err(_)) | None => break,
                }
            }
            bytes.truncate(self.largest_body + 1);
            bytes.freeze()
        };
        tokio::time::timeout(self.body_time, whole).await.ok()
    }
}

fn plain(status: StatusCode, text: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(text.into()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
