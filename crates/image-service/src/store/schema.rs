//! What the tables are called, and which form they have.

use redb::TableDefinition;

use crate::world::{Kind, LedgerError, Record};

/// The form of the tables. A store of another form is refused, never guessed at.
pub const SCHEMA: u64 = 1;

/// Facts on the store itself: its form, and the world file that it was made from.
pub(crate) const ABOUT: TableDefinition<'static, &'static str, &'static str> = TableDefinition::new("about");

/// Key of the form.
pub(crate) const ABOUT_SCHEMA: &str = "schema";

/// Key of the world file's text.
pub(crate) const ABOUT_WORLD: &str = "world";

/// A table of records: JSON by key. JSON keeps old records readable when a field is added.
pub(crate) type Records = TableDefinition<'static, &'static str, &'static [u8]>;

/// The table of a kind.
pub(crate) fn table(kind: Kind) -> Records {
    TableDefinition::new(match kind {
        Kind::Image => "images",
        Kind::Copy => "copies",
        Kind::Instance => "instances",
        Kind::Snapshot => "snapshots",
        Kind::Token => "tokens",
        Kind::Counter => "counters",
    })
}

/// The bytes of a record.
pub(crate) fn bytes(record: &Record) -> Result<Vec<u8>, LedgerError> {
    let written = match record {
        Record::Image(image) => serde_json::to_vec(image),
        Record::Copy(task) => serde_json::to_vec(task),
        Record::Instance(instance) => serde_json::to_vec(instance),
        Record::Snapshot(snapshot) => serde_json::to_vec(snapshot),
        Record::Token(token) => serde_json::to_vec(token),
        Record::Counter(counter) => serde_json::to_vec(counter),
    };
    written.map_err(|e| LedgerError(format!("record `{}` can not be written: {e}", record.key())))
}

/// The record that the bytes hold.
pub(crate) fn record(kind: Kind, key: &str, bytes: &[u8]) -> Result<Record, LedgerError> {
    let read = match kind {
        Kind::Image => serde_json::from_slice(bytes).map(Record::Image),
        Kind::Copy => serde_json::from_slice(bytes).map(Record::Copy),
        Kind::Instance => serde_json::from_slice(bytes).map(Record::Instance),
        Kind::Snapshot => serde_json::from_slice(bytes).map(Record::Snapshot),
        Kind::Token => serde_json::from_slice(bytes).map(Record::Token),
        Kind::Counter => serde_json::from_slice(bytes).map(Record::Counter),
    };
    read.map_err(|e| LedgerError(format!("record `{key}` of the store can not be read: {e}")))
}
