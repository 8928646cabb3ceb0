//! A service on a port, on the loopback interface unless told otherwise: connections and their limits.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinHandle;
use wire::Credentials;

use crate::options::{Error, Limits, Options};
use crate::reception::Reception;
use crate::service::assemble;
use crate::world::World;

/// How often the world is looked after when nobody asks.
const TICK: Duration = Duration::from_millis(250);

/// How much of a request's head is read; what is larger is answered with status 431.
const HEAD_BYTES: usize = 128 << 10;

/// How long to wait where the system has no room for a connection.
const BREATH: Duration = Duration::from_millis(50);

/// A service that listens.
#[derive(Debug)]
pub struct Running {
    /// Where it listens; the port is the real one, also where any was asked for.
    pub address: SocketAddr,
    /// The first key of the world file.
    pub credentials: Credentials,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
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
            Ok(()) => Ok(()),
            Err(failure) => Err(Error::Stopped(failure.to_string())),
        }
    }
}

/// Starts the service of a spec. It runs until [`Running::shutdown`]; dropping the handle leaves it running.
pub async fn serve(spec: &str, options: &Options) -> Result<Running, Error> {
    let assembled = assemble(spec, options)?;
    let failed = |source| Error::Listen { address: options.listen, source };
    let listener = TcpListener::bind(options.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let credentials = assembled.credentials.clone();
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(look_after(assembled.world.clone(), stopped.clone()));
    let reception = Reception::new(spec, assembled, options.limits).map_err(Error::Threads)?;
    let reception = Arc::new(reception);
    let server = tokio::spawn(accept(listener, reception, options.limits, stopped));
    tracing::info!(spec, %address, "listening");
    Ok(Running { address, credentials, stop, server })
}

/// Accepts connections until the service is told to stop, then waits for the requests under way.
async fn accept(
    listener: TcpListener,
    reception: Arc<Reception>,
    limits: Limits,
    stopped: watch::Receiver<bool>,
) {
    let room = Arc::new(Semaphore::new(limits.connections));
    let under_way = GracefulShutdown::new();
    let mut stopped = std::pin::pin!(until(stopped));
    loop {
        let next = async {
            let place = room.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, stream) = tokio::select! {
            (place, stream) = next => (place, stream),
            () = &mut stopped => break,
        };
        let stream = match stream {
            Ok((stream, _)) => stream,
            Err(failure) => {
                tracing::warn!(%failure, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
                continue;
            }
        };
        let connection = under_way.watch(connection(stream, reception.clone(), limits));
        tokio::spawn(async move {
            if let Err(failure) = connection.await {
                tracing::debug!(%failure, "a connection broke off");
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.stop_time, under_way.shutdown()).await.is_err() {
        tracing::warn!("some requests were still under way and are cut off");
    }
}

/// One connection: HTTP/1.1, one request after another.
fn connection(
    stream: TcpStream,
    reception: Arc<Reception>,
    limits: Limits,
) -> http1::Connection<
    TokioIo<TcpStream>,
    impl hyper::service::HttpService<Incoming, ResBody = Full<Bytes>, Error = Infallible, Future: Send>,
> {
    // Answers are written whole, so nothing is gained by waiting for more of them.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: Request<Incoming>| {
        let reception = reception.clone();
        async move { Ok::<Response<Full<Bytes>>, Infallible>(reception.answer(request).await) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), answer)
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
