//! Setting up a service: its world, its store, its gate, and the operations behind it.

use std::convert::Infallible;
use std::fs;
use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response};
use tower::util::BoxCloneSyncService;
use wire::{Credentials, Dispatch, Server, Style, Wire};

use crate::faults::{Door, Fault, Faults};
use crate::gate::Gate;
use crate::journal::Journal;
use crate::options::{Error, Options};
use crate::store::{RedbLedger, StoreError};
use crate::vendors;
use crate::world::{Seed, World};

/// A service without a network: it answers a request where it is called.
pub type Service = BoxCloneSyncService<Request<Bytes>, Response<Bytes>, Infallible>;

/// A service in process, and a key that it knows.
#[derive(Debug)]
pub struct InProcess {
    /// Answers requests. Clones share one world.
    pub service: Service,
    /// The first key of the world file.
    pub credentials: Credentials,
}

/// The specs that have a service.
pub fn specs() -> &'static [&'static str] {
    crate::faults::ALL_SPECS
}

/// The service of a spec, in process.
pub fn in_process(spec: &str, options: &Options) -> Result<InProcess, Error> {
    let Assembled { service, credentials, .. } = assemble(spec, options)?;
    Ok(InProcess { service, credentials })
}

/// A service and what else its host needs.
pub(crate) struct Assembled {
    pub(crate) service: Service,
    pub(crate) credentials: Credentials,
    pub(crate) world: Arc<World>,
    pub(crate) journal: Arc<Journal>,
    /// The largest body that is worth collecting.
    pub(crate) largest_body: usize,
}

pub(crate) fn assemble(spec: &str, options: &Options) -> Result<Assembled, Error> {
    let style = vendors::style(spec).ok_or_else(|| unknown(spec))?;
    if let Some(fault) = options.faults.iter().copied().find(|fault| !fault.specs().contains(&spec)) {
        let specs = fault.specs().join(", ");
        return Err(Error::FaultElsewhere { fault, spec: spec.to_owned(), specs });
    }
    let world = Arc::new(world(spec, style, options)?);
    let faults = Faults::new(options.faults.iter().copied());
    vendors::assemble(spec, world, faults)
}

pub(crate) fn unknown(spec: &str) -> Error {
    Error::SpecUnknown { name: spec.to_owned(), known: specs().join(", ") }
}

/// Puts a gate and a door before operations.
pub(crate) fn behind_gate<D: Dispatch>(
    wire: Wire,
    operations: D,
    world: Arc<World>,
    faults: Faults,
) -> Result<Assembled, Error> {
    let journal = Arc::new(Journal::since(world.now()));
    let gate = Gate::new(wire.style, world.clone(), faults.clone(), journal.clone());
    let credentials = gate.first_key().ok_or(Error::NoKey)?;
    let server = Server::new(wire, Door::new(operations, faults), Arc::new(gate));
    let largest_body = server.limits().body;
    Ok(Assembled { service: BoxCloneSyncService::new(server), credentials, world, journal, largest_body })
}

/// The world of the data directory, or a new one.
fn world(spec: &str, style: Style, options: &Options) -> Result<World, Error> {
    if !(options.time_scale > 0.0 && options.time_scale.is_finite()) {
        return Err(Error::TimeScale(options.time_scale));
    }
    let given = match &options.world {
        Some(path) => {
            Some(fs::read_to_string(path).map_err(|source| Error::WorldFile { path: path.clone(), source })?)
        }
        None => None,
    };
    let keeps = !options.faults.contains(&Fault::ForgetsOnRestart);
    let mut ledger = match options.data_dir.as_ref().filter(|_| keeps) {
        Some(directory) => RedbLedger::open(directory, spec)?,
        None => RedbLedger::in_memory()?,
    };
    let kept = ledger.world()?;
    if let (Some(kept), Some(given), Some(path)) = (&kept, &given, &options.data_dir)
        && kept != given
    {
        return Err(StoreError::OtherWorld { path: path.clone() }.into());
    }
    let is_new = kept.is_none();
    let text = kept.or(given).unwrap_or_else(|| vendors::default_world(style).to_owned());
    let origin =
        options.world.as_ref().map_or_else(|| "world.toml".to_owned(), |path| path.display().to_string());
    let seed = Seed::read(&text, &origin)?;
    if is_new {
        ledger.found(&text, &seed.records())?;
    }
    Ok(World::open(seed.atlas, ledger, options.clock.clone(), options.time_scale)?)
}
