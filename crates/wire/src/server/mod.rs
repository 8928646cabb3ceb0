//! The other end of the wire: any HTTP request into a call of a service, and its answer back.
//!
//! A [`Server`] knows how requests travel, [`Dispatch`] (generated) knows the operations, and [`Gate`] knows the keys,
//! the clock and what this family of gateways answers to requests that never reach an operation.

mod answer;
mod customary;
mod guard;
mod incoming;
mod request_id;
#[cfg(feature = "axum")]
mod router;
mod seam;

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use bytes::Bytes;
use http::{Request, Response};
use tower::Service;

pub use request_id::request_id;
pub use seam::{Answered, Dispatch, Gate, GateTrouble};

use self::incoming::Incoming;
use crate::{AnswerFormat, Arguments, Caller, Transport, TransportError, Wire};

impl Wire {
    /// The operation and the arguments of a request as it came, before anybody has asked who sends it.
    pub fn received(&self, request: &Request<Bytes>) -> Result<(Option<String>, Arguments), GateTrouble> {
        let incoming = Incoming::read(self, request, Limits::default())?;
        Ok((incoming.operation.clone(), incoming.arguments(self)))
    }
}

/// A service behind its gate. Cheap to clone; clones share everything.
pub struct Server<D, G> {
    wire: Arc<Wire>,
    dispatch: Arc<D>,
    gate: Arc<G>,
    limits: Limits,
}

/// How large a request may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body.
    pub body: usize,
    /// Bytes of all header names and values.
    pub headers: usize,
    /// Parameters, wherever they travel.
    pub parameters: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: 1 << 20, headers: 64 << 10, parameters: 10_000 }
    }
}

impl<D, G> Clone for Server<D, G> {
    fn clone(&self) -> Self {
        let Self { wire, dispatch, gate, limits } = self;
        Self { wire: wire.clone(), dispatch: dispatch.clone(), gate: gate.clone(), limits: *limits }
    }
}

impl<D: Dispatch, G: Gate> Server<D, G> {
    /// A service behind its gate. The gate is shared: what it remembers outlives this server.
    pub fn new(wire: Wire, dispatch: D, gate: Arc<G>) -> Self {
        Self { wire: Arc::new(wire), dispatch: Arc::new(dispatch), gate, limits: Limits::default() }
    }

    /// The same with other limits.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// How requests travel.
    pub fn wire(&self) -> &Wire {
        &self.wire
    }

    /// The limits, for those who collect bodies before they reach the server.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Answers one request. What the gate or the service refuses is an answer too.
    pub async fn answer(&self, request: Request<Bytes>) -> Response<Bytes> {
        let began = Instant::now();
        let request_id = self.gate.new_request_id();
        let incoming = Incoming::read(&self.wire, &request, self.limits);
        let format = incoming.as_ref().map_or(AnswerFormat::Json, |incoming| incoming.answer);
        let operation =
            incoming.as_ref().ok().and_then(|incoming| incoming.operation.clone()).unwrap_or_default();
        let (caller, outcome) = match incoming.and_then(|incoming| self.pass(incoming, &request_id)) {
            Ok((caller, incoming)) => {
                let arguments = incoming.arguments(&self.wire);
                let outcome = self.dispatch.dispatch(&caller, &operation, &arguments).await;
                (Some(caller), outcome)
            }
            Err(trouble) => (None, Err(self.gate.refusal(trouble))),
        };
        self.gate.answered(&Answered {
            request_id: &request_id,
            operation: &operation,
            caller: caller.as_ref(),
            refusal: outcome.as_ref().err(),
            took: began.elapsed(),
        });
        let mut response = answer::write(&self.wire, &operation, &request_id, format, outcome);
        self.gate.after(&operation, &mut response);
        response
    }

    /// The caller, if the gate lets the request through.
    fn pass(&self, incoming: Incoming, request_id: &str) -> Result<(Caller, Incoming), GateTrouble> {
        let operation = incoming.operation.as_deref().ok_or(GateTrouble::OperationMissing)?;
        if !self.dispatch.knows(operation) {
            return Err(GateTrouble::OperationUnknown(operation.to_owned()));
        }
        let (account, key_id) = guard::admit(&self.wire, &*self.gate, &incoming)?;
        let region =
            incoming.parameter("Region").or_else(|| incoming.parameter("RegionId")).map(str::to_owned);
        Ok((Caller { account, key_id, request_id: request_id.to_owned(), region }, incoming))
    }
}

impl<D: Dispatch, G: Gate> Service<Request<Bytes>> for Server<D, G> {
    type Response = Response<Bytes>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Bytes>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let server = self.clone();
        Box::pin(async move { Ok(server.answer(request).await) })
    }
}

impl<D: Dispatch, G: Gate> Transport for Server<D, G> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        Ok(self.answer(request).await)
    }
}
