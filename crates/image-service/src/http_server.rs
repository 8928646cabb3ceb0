//! A service on a port: one listener for each spec, on the loopback interface unless told otherwise.

use std::future::{IntoFuture, poll_fn};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower::ServiceExt;
use wire::Credentials;

use crate::options::{Error, Options};
use crate::service::{Assembled, Service, assemble};
use crate::world::World;

/// How long a client may take for the body of a request.
const BODY_TIME: Duration = Duration::from_secs(30);

/// How often the world is looked after when nobody asks.
const TICK: Duration = Duration::from_millis(250);

/// A service that listens.
#[derive(Debug)]
pub struct Running {
    /// Where it listens; the port is the real one, also where any was asked for.
    pub address: SocketAddr,
    /// The first key of the world file.
    pub credentials: Credentials,
    stop: watch::Sender<bool>,
    server: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// Takes no more requests, answers those that are under way, and ends.
    pub async fn shutdown(self) -> Result<(), Error> {
        self.stop.send_replace(true);
        self.finished().await
    }

    /// Waits until the service ends by itself.
    pub async fn finished(self) -> Result<(), Error> {
        match self.server.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(failure)) => Err(Error::Stopped(failure.to_string())),
            Err(failure) => Err(Error::Stopped(failure.to_string())),
        }
    }
}

/// Starts the service of a spec. It runs until [`Running::shutdown`]; dropping the handle leaves it running.
pub async fn serve(spec: &str, options: &Options) -> Result<Running, Error> {
    let Assembled { service, credentials, world, largest_body } = assemble(spec, options)?;
    let failed = |source| Error::Listen { address: options.listen, source };
    let listener = TcpListener::bind(options.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(look_after(world, stopped.clone()));
    let router = Router::new().fallback(move |request| answer(service.clone(), largest_body, request));
    let server =
        tokio::spawn(axum::serve(listener, router).with_graceful_shutdown(until(stopped)).into_future());
    tracing::info!(spec, %address, "listening");
    Ok(Running { address, credentials, stop, server })
}

/// A change waits for the disk before it is answered, so answers are made where waiting harms nobody.
async fn answer(service: Service, largest_body: usize, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(body) = collect(body, largest_body).await else {
        return status(http::StatusCode::REQUEST_TIMEOUT);
    };
    let request = http::Request::from_parts(parts, body);
    let runtime = tokio::runtime::Handle::current();
    match tokio::task::spawn_blocking(move || runtime.block_on(service.oneshot(request))).await {
        Ok(Ok(answer)) => answer.map(Body::from),
        Ok(Err(never)) => match never {},
        Err(failure) => {
            tracing::error!(%failure, "an answer could not be made");
            status(http::StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

fn status(status: http::StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// Collects a body, but not much more than the service takes: what is too large is cut right above
/// the limit, so that the service itself refuses it, in its own envelope. `None`: it came too slowly.
async fn collect(mut body: Body, largest: usize) -> Option<Bytes> {
    let whole = async {
        let mut bytes = BytesMut::new();
        while bytes.len() <= largest {
            match poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
                Some(Ok(frame)) => bytes.extend_from_slice(frame.data_ref().map_or(&[][..], |data| data)),
                // What breaks off is read as far as it came; its signature won't fit.
                Some(Err(_)) | None => break,
            }
        }
        bytes.truncate(largest + 1);
        bytes.freeze()
    };
    tokio::time::timeout(BODY_TIME, whole).await.ok()
}

/// Lets happen what is due, and puts it on disk, when nobody asks.
async fn look_after(world: Arc<World>, stopped: watch::Receiver<bool>) {
    let mut stopped = std::pin::pin!(until(stopped));
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {
                let world = world.clone();
                let ticked = tokio::task::spawn_blocking(move || world.tick()).await;
                if let Ok(Err(failure)) = ticked {
                    tracing::warn!(%failure, "the world could not be looked after");
                }
            }
            () = &mut stopped => return,
        }
    }
}

/// Ends when the service is told to stop. A handle that was dropped can't tell it any more: it runs on.
async fn until(mut stopped: watch::Receiver<bool>) {
    if stopped.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}
