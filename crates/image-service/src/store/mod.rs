//! The store: where a world survives.
//!
//! It is [redb](https://docs.rs/redb): a B-tree in one file, written in Rust without a line of C, with
//! transactions that are atomic and durable. A server of this kind needs just that: a record by its
//! key, all records of a kind at the start, and the promise that what was answered is on the disk. A
//! client-server database would be a second thing to install, run and secure; SQLite would bring a C
//! compiler to each build and a query language that nobody asks anything in; a log of our own would
//! have to learn what redb knows about torn writes. Embedded runs use the same code over memory.

mod redb_ledger;
mod schema;

pub use redb_ledger::{RedbLedger, StoreError};
pub use schema::SCHEMA;
