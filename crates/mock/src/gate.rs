//! A gate that lets everybody in.

use wire::{GateTrouble, Refusal, Secret, Style};

/// A gate that lets everybody in: no key is asked for, no signature is checked. What can't be read, or names an operation
/// that nobody documents, is refused as is customary in the family.
#[derive(Debug)]
pub struct Gate {
    style: Style,
}

impl Gate {
    /// The gate of a family.
    pub fn new(style: Style) -> Self {
        Self { style }
    }
}

impl wire::Gate for Gate {
    fn secret(&self, _: &str) -> Option<(String, Secret)> {
        None
    }

    fn now_millis(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }

    fn remember_nonce(&self, _: &str, _: &str, _: i64, _: i64) -> Result<(), GateTrouble> {
        Ok(())
    }

    fn refusal(&self, trouble: GateTrouble) -> Refusal {
        self.style.refusal(&trouble)
    }

    fn new_request_id(&self) -> String {
        wire::server::request_id()
    }

    fn checks_signature(&self) -> bool {
        false
    }
}
