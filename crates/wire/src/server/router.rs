//! A server as a router of axum.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;

use super::{Dispatch, Gate, Server};

impl<D: Dispatch, G: Gate> Server<D, G> {
    /// A router that answers GET and POST on every path, to be served or to be merged into another one. A body that is larger
    /// than the limits gets a bare 413, another method a 405.
    pub fn into_router(self) -> Router {
        let answer = move |request: Request| {
            let server = self.clone();
            async move {
                let (parts, body) = request.into_parts();
                match to_bytes(body, server.limits.body).await {
                    Ok(body) => server.answer(http::Request::from_parts(parts, body)).await.map(Body::from),
                    Err(_) => too_large(),
                }
            }
        };
        Router::new().fallback_service(get(answer.clone()).post(answer))
    }
}

fn too_large() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    response
}
