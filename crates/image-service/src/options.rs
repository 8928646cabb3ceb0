//! How a service is set up, and what can go wrong with it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::faults::Fault;
use crate::store::StoreError;
use crate::world::{Clock, LedgerError, SeedError, SystemClock};

/// How a service is set up.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the world survives. `None`: in memory.
    pub data_dir: Option<PathBuf>,
    /// The world file. `None`: the one that comes with the program, or the one that the data directory was made from.
    pub world: Option<PathBuf>,
    /// Faults to commit.
    pub faults: Vec<Fault>,
    /// Where to listen. The default is a free port of the loopback interface.
    pub listen: SocketAddr,
    /// How many times faster than in real life things take their course: copies, starts, stops.
    pub time_scale: f64,
    /// Where the service reads the time.
    pub clock: Arc<dyn Clock>,
    /// What a listening service grants its clients.
    pub limits: Limits,
}

/// What a listening service grants its clients. How large requests may be is [`wire`]'s to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time; more wait to be accepted.
    pub connections: usize,
    /// Answers that are made at a time, each on a thread of its own.
    pub answers: usize,
    /// For the headers of a request, and for a connection on which nothing comes.
    pub header_time: Duration,
    /// For the body of a request.
    pub body_time: Duration,
    /// For requests under way when the service is told to stop.
    pub stop_time: Duration,
}

impl Default for Limits {
    /// 1024 connections, 32 answers, 30 s, 30 s, 10 s.
    fn default() -> Self {
        Limits {
            connections: 1024,
            answers: 32,
            header_time: Duration::from_secs(30),
            body_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(10),
        }
    }
}

impl Default for Options {
    /// In memory, without faults, on a free port of the loopback interface, a thousand times faster.
    fn default() -> Self {
        Options {
            data_dir: None,
            world: None,
            faults: Vec::new(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            time_scale: 1000.0,
            clock: Arc::new(SystemClock),
            limits: Limits::default(),
        }
    }
}

/// Why a service can't be set up or go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such spec.
    #[error("there is no image service for the spec `{name}`; there is one for {known}")]
    SpecUnknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// The fault can't be committed against the spec.
    #[error(
        "the fault `{fault}` breaks nothing that the pages of `{spec}` promise; it can be committed against {specs}"
    )]
    FaultElsewhere {
        /// The fault.
        fault: Fault,
        /// The spec.
        spec: String,
        /// The specs that it is for.
        specs: String,
    },
    /// The time scale isn't a number above zero.
    #[error("the time scale must be above 0, got {0}")]
    TimeScale(f64),
    /// The world file can't be read.
    #[error("{path}: {source}; check the path of the world file")]
    WorldFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The world file can't be used.
    #[error(transparent)]
    Seed(#[from] SeedError),
    /// The world has no key that anybody could sign with.
    #[error("no account of the world file has a key; add one")]
    NoKey,
    /// The store can't be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store can't be read.
    #[error("the store can not be read: {0}")]
    Ledger(#[from] LedgerError),
    /// The address can't be listened on.
    #[error("{address}: {source}; choose another address to listen on")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// Threads for the answers can't be had.
    #[error("threads for the answers: {0}; raise the limit on threads")]
    Threads(std::io::Error),
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Stopped(String),
}
