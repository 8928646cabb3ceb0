//! A target as what generated clients send through.

use bytes::Bytes;
use http::{Request, Response};
use wire::TransportError;

use crate::{Options, Target};

/// A generated client can call any target; the limits are those of [`Options::default`].
impl wire::Transport for Target {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let answer = Target::send(self, request, &Options::default()).await;
        let answer = answer.map_err(|silence| TransportError::new(silence.detail))?;
        let mut response = Response::builder().status(answer.status);
        if let Some(content_type) = answer.content_type {
            response = response.header(http::header::CONTENT_TYPE, content_type);
        }
        response
            .body(answer.body)
            .map_err(|error| TransportError::from_source("the answer is no HTTP", error))
    }
}
