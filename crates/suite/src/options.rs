//! What a plan may use, and how much of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wire::{Carrier, Signature, Style, Wire};

use crate::Twist;

/// What a plan may use, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// The same seed gives the same plan, byte for byte.
    pub seed: u64,
    /// Random requests for each operation, beside those that the rules name.
    pub random: usize,
    /// The departures that the wire knows.
    pub twists: Vec<Twist>,
    /// What carries the arguments of a request.
    pub carrier: Carrier,
    /// Cases that were begun before and never finished, and how often: what they made may still be there, so their
    /// `unique` values are others than before.
    pub again: BTreeMap<String, u32>,
    /// Whether the target can be stopped and started again by who runs the cases.
    pub restarts: bool,
}

/// What becomes of fields that no page documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undocumented {
    /// Nothing: a field more breaks no client.
    #[default]
    Ignore,
    /// They are told beside the outcome.
    Note,
    /// The case fails.
    Fail,
}

impl Default for Options {
    /// The departures that every wire knows.
    fn default() -> Self {
        use Twist::{
            AsForm, ChangedAfterSigning, KeyUnknown, OperationMissing, OperationUnknown, SignatureMissing,
            SignatureWrong,
        };
        let twists = vec![
            SignatureMissing,
            SignatureWrong,
            KeyUnknown,
            ChangedAfterSigning,
            OperationMissing,
            OperationUnknown,
            AsForm,
        ];
        let (carrier, again) = (Carrier::default(), BTreeMap::new());
        Self { seed: 1, random: 4, twists, carrier, again, restarts: false }
    }
}

impl Options {
    /// The departures that a spec's wire knows: only some signatures carry a nonce and a time, only one family of
    /// gateways answers in XML, and only the other takes JSON.
    pub fn for_wire(wire: &Wire) -> Self {
        let mut options = Self { carrier: wire.carrier, ..Self::default() };
        match wire.style {
            Style::Ucloud => options.twists.push(Twist::AsJson),
            Style::Aliyun => options.twists.push(Twist::AnswerXml),
        }
        if matches!(wire.usual_signature(), Signature::AliyunV1 | Signature::Acs3) {
            options.twists.extend([Twist::NonceReplayed, Twist::TimeExpired]);
        }
        if wire.signature.len() > 1 {
            options.twists.push(Twist::OtherSignature);
        }
        options
    }

    /// Whether the wire knows a departure.
    pub(crate) fn knows(&self, twist: Twist) -> bool {
        self.twists.contains(&twist)
    }
}
