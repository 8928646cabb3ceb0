//! The gate before the operations: keys, nonces and the clock.

mod nonces;

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::Response;
use wire::{Answered, GateTrouble, Refusal, Secret, Style};

use crate::faults::{Fault, Faults};
use crate::journal::Journal;
use crate::world::World;
use nonces::Nonces;

/// How far a request's time may be from now, before and after.
const WINDOW_MILLIS: i64 = 15 * 60 * 1000;

/// The gate of one service.
pub(crate) struct Gate {
    style: Style,
    world: Arc<World>,
    faults: Faults,
    nonces: Mutex<Nonces>,
    journal: Arc<Journal>,
}

impl Gate {
    /// A gate that knows the accounts of this world.
    pub(crate) fn new(style: Style, world: Arc<World>, faults: Faults, journal: Arc<Journal>) -> Self {
        // A request is valid until its time lies a window back, and it may come a window early.
        let nonces = Mutex::new(Nonces::kept_for(2 * WINDOW_MILLIS));
        Gate { style, world, faults, nonces, journal }
    }

    fn key(&self, key_id: &str) -> Option<(String, Secret)> {
        self.world.atlas().accounts.iter().find_map(|account| {
            let key = account.keys.iter().find(|key| key.id == key_id)?;
            Some((account.id.clone(), Secret::new(&key.secret)))
        })
    }

    /// The first key of the world's file.
    pub(crate) fn first_key(&self) -> Option<wire::Credentials> {
        let key = self.world.atlas().accounts.iter().find_map(|account| account.keys.first())?;
        Some(wire::Credentials::new(&key.id, &key.secret))
    }
}

impl wire::Gate for Gate {
    fn secret(&self, key_id: &str) -> Option<(String, Secret)> {
        let lent = || {
            // A stranger's request, or one without a key, is taken for one of the first account.
            let careless = [Fault::UnknownKeyAccepted, Fault::SignatureNotChecked];
            let first = self.first_key().filter(|_| careless.iter().any(|fault| self.faults.has(*fault)))?;
            self.key(&first.id)
        };
        self.key(key_id).or_else(lent)
    }

    fn now_millis(&self) -> i64 {
        self.world.now().millis()
    }

    fn remember_nonce(&self, key_id: &str, nonce: &str, then: i64, now: i64) -> Result<(), GateTrouble> {
        let mut nonces = self.nonces.lock().unwrap_or_else(PoisonError::into_inner);
        nonces.remember(key_id, nonce, then, now)
    }

    fn refusal(&self, trouble: GateTrouble) -> Refusal {
        self.style.refusal(&trouble)
    }

    fn new_request_id(&self) -> String {
        wire::server::request_id()
    }

    fn after(&self, operation: &str, answer: &mut Response<Bytes>) {
        self.faults.spoil(operation, answer);
    }

    fn answered(&self, answered: &Answered<'_>) {
        self.journal.note(self.world.now(), answered);
    }

    fn checks_signature(&self) -> bool {
        !self.faults.has(Fault::SignatureNotChecked)
    }

    fn checks_nonce(&self) -> bool {
        !self.faults.has(Fault::NonceReplayAccepted)
    }

    fn checks_time(&self) -> bool {
        !self.faults.has(Fault::ExpiredTimeAccepted)
    }

    fn time_window_millis(&self) -> i64 {
        WINDOW_MILLIS
    }
}
