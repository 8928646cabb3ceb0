//! A mock on a port.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::Mock;

/// A mock that listens. It ends when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// Where it listens; the port is the real one, also where any was asked for.
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<io::Result<()>>,
}

impl Running {
    /// Takes no more requests, answers those that are under way, and ends.
    pub async fn shutdown(self) -> io::Result<()> {
        let _ = self.stop.send(());
        self.server.await.unwrap_or_else(|failure| Err(io::Error::other(failure)))
    }
}

/// Lets a mock listen.
pub async fn serve(mock: Mock, listen: SocketAddr) -> io::Result<Running> {
    let listener = TcpListener::bind(listen).await?;
    let address = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let router = mock.into_server().into_router();
    let ended = async move { drop(stopped.await) };
    let server =
        tokio::spawn(async move { axum::serve(listener, router).with_graceful_shutdown(ended).await });
    Ok(Running { address, stop, server })
}
