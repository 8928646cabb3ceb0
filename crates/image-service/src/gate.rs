//! The gate before the operations: keys, nonces, the clock, and what each family of gateways answers.

mod nonces;
mod request_id;

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
        match self.style {
            Style::Ucloud => ucloud(&trouble),
            Style::Aliyun => aliyun(&trouble),
        }
    }

    fn new_request_id(&self) -> String {
        request_id::new()
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

/// The vendor's page on common errors gives numbers and meanings; the words are ours.
fn ucloud(trouble: &GateTrouble) -> Refusal {
    let refused = |code: &str, message: String| Refusal::new(None, code, message);
    match trouble {
        GateTrouble::OperationMissing => refused("160", "Missing Action".into()),
        GateTrouble::OperationUnknown(name) => refused("161", format!("Action [{name}] not available")),
        GateTrouble::SignatureMissing => refused("170", "Missing signature".into()),
        GateTrouble::SignatureWrong { .. } => refused("171", "Signature VerifyAC Error".into()),
        GateTrouble::KeyUnknown => refused("172", "User not available".into()),
        GateTrouble::NonceUsed | GateTrouble::TimeExpired => refused("171", "Signature has expired".into()),
        GateTrouble::VersionWrong => refused("230", "Params [Version] not available".into()),
        GateTrouble::BadRequest(what) => {
            refused("230", format!("Params [{}] not available", named(what).unwrap_or("body")))
        }
    }
}

/// The codes and messages of the page on common errors.
fn aliyun(trouble: &GateTrouble) -> Refusal {
    let refused = |status: u16, code: &str, message: &str| Refusal::new(Some(status), code, message);
    match trouble {
        GateTrouble::OperationMissing => missing("Action"),
        GateTrouble::OperationUnknown(_) => refused(
            404,
            "InvalidAction.NotFound",
            "Specified api is not found, please check your url and method.",
        ),
        GateTrouble::SignatureMissing => {
            refused(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.")
        }
        GateTrouble::SignatureWrong { string_to_sign } => {
            let said = "Specified signature is not matched with our calculation. server string to sign is:";
            let message = format!("{said}{}", string_to_sign.as_deref().unwrap_or_default());
            refused(400, "SignatureDoesNotMatch", &message)
        }
        GateTrouble::KeyUnknown => {
            refused(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
        }
        GateTrouble::NonceUsed => {
            refused(400, "SignatureNonceUsed", "Specified signature nonce was used already.")
        }
        GateTrouble::TimeExpired => {
            refused(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
        }
        GateTrouble::VersionWrong => {
            refused(400, "InvalidVersion", "Specified parameter Version is not valid.")
        }
        GateTrouble::BadRequest(what) if what.ends_with("is missing") => {
            missing(named(what).unwrap_or("body"))
        }
        GateTrouble::BadRequest(what) => {
            let name = named(what).unwrap_or("body");
            refused(400, "InvalidParameter", &format!("The specified parameter \"{name}\" is not valid."))
        }
    }
}

fn missing(name: &str) -> Refusal {
    let message = format!(
        "The input parameter \"{name}\" that is mandatory for processing this request is not supplied."
    );
    Refusal::new(Some(400), "MissingParameter", message)
}

/// The parameter that a complaint names between backticks.
fn named(complaint: &str) -> Option<&str> {
    complaint.split('`').nth(1)
}
