//! Records: what the world remembers, and the changes that a store must keep.

use serde::{Deserialize, Serialize};

use super::{CopyTask, Image, Instance, Moment, Snapshot};

/// The kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// [`Image`]
    Image,
    /// [`CopyTask`]
    Copy,
    /// [`Instance`]
    Instance,
    /// [`Snapshot`]
    Snapshot,
    /// [`Token`]
    Token,
    /// [`Counter`]
    Counter,
}

/// All kinds, in the order in which they are loaded.
pub const KINDS: [Kind; 6] =
    [Kind::Counter, Kind::Snapshot, Kind::Instance, Kind::Image, Kind::Copy, Kind::Token];

/// One thing that the world remembers.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly all records are images, the largest variant")]
pub enum Record {
    /// An image.
    Image(Image),
    /// A copy task.
    Copy(CopyTask),
    /// An instance.
    Instance(Instance),
    /// A snapshot.
    Snapshot(Snapshot),
    /// A token of a request that must not have its effect twice.
    Token(Token),
    /// The last number given out.
    Counter(Counter),
}

/// A token that makes a request idempotent, and what the request did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Whose it is.
    pub account: String,
    /// The caller's word.
    pub token: String,
    /// The request that it came with first; another request with the same token is refused.
    pub request: String,
    /// The image that the request made.
    pub image: String,
    /// When it came.
    pub created: Moment,
    /// When it is forgotten. `None`: never.
    #[serde(default)]
    pub until: Option<Moment>,
}

/// Numbers for ids and for the order of copies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// The last number given out.
    pub last: u64,
}

impl Token {
    /// Tokens of two accounts never meet.
    pub fn key(account: &str, token: &str) -> String {
        format!("{account}\u{1f}{token}")
    }
}

impl Record {
    /// What it is.
    pub fn kind(&self) -> Kind {
        match self {
            Record::Image(_) => Kind::Image,
            Record::Copy(_) => Kind::Copy,
            Record::Instance(_) => Kind::Instance,
            Record::Snapshot(_) => Kind::Snapshot,
            Record::Token(_) => Kind::Token,
            Record::Counter(_) => Kind::Counter,
        }
    }

    /// Its key among its kind.
    pub fn key(&self) -> String {
        match self {
            Record::Image(image) => image.id.clone(),
            Record::Copy(task) => task.id.clone(),
            Record::Instance(instance) => instance.id.clone(),
            Record::Snapshot(snapshot) => snapshot.id.clone(),
            Record::Token(token) => Token::key(&token.account, &token.token),
            Record::Counter(_) => String::from("last"),
        }
    }
}

/// A change to the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// This record is new, or takes the place of the one with its key.
    Put(Box<Record>),
    /// The record is gone.
    Remove(Kind, String),
}

impl Change {
    /// The kind of record that it is about.
    pub fn kind(&self) -> Kind {
        match self {
            Change::Put(record) => record.kind(),
            Change::Remove(kind, _) => *kind,
        }
    }

    /// The key of that record.
    pub fn key(&self) -> String {
        match self {
            Change::Put(record) => record.key(),
            Change::Remove(_, key) => key.clone(),
        }
    }
}

/// Where changes are kept. A world has exactly one.
pub trait Ledger: Send + 'static {
    /// Keeps all of these changes, or none. When it returns, they survive a crash.
    fn commit(&mut self, changes: &[Change]) -> Result<(), LedgerError>;

    /// Everything that is kept.
    fn load(&self) -> Result<Vec<Record>, LedgerError>;
}

/// The store failed: what, where.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct LedgerError(pub String);
