//! A server as a router of axum.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use http::StatusCode;

use super::{Dispatch, Gate, Server};

impl<D: Dispatch, G: Gate> Server<D, G> {
    /// A router that answers every path, to be served or to be merged into another one. A body that is larger than the
    /// limits gets a bare 413.
    pub fn into_router(self) -> Router {
        Router::new().fallback(move |request: Request| {
            let server = self.clone();
            async move {
                let (parts, body) = request.into_parts();
                match to_bytes(body, server.limits.body).await {
                    Ok(body) => server.answer(http::Request::from_parts(parts, body)).await.map(Body::from),
                    Err(_) => too_large(),
                }
            }
        })
    }
}

fn too_large() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    response
}
