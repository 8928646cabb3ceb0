//! A ledger on redb.

use std::fs;
use std::path::{Path, PathBuf};

use redb::backends::InMemoryBackend;
use redb::{Database, ReadableDatabase, ReadableTable};

use super::schema::{self, ABOUT, ABOUT_SCHEMA, ABOUT_WORLD, SCHEMA};
use crate::world::{Change, KINDS, Ledger, LedgerError, Record};

/// Bytes of the file that may be kept in memory; redb's own bound is a gigabyte.
const CACHE: usize = 8 << 20;

/// A ledger that keeps its records in redb: in a file, or in memory.
pub struct RedbLedger {
    database: Database,
}

/// A store that can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The directory can't be made.
    #[error("{path}: {source}; choose a directory that may be written")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file can't be opened.
    #[error("{path}: {reason}; stop the other server if one is running, or choose another data directory")]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The file has another form.
    #[error(
        "{path}: the store has form {found}, this program reads form {SCHEMA}; use the program that made it, or another data directory"
    )]
    Form {
        /// The file.
        path: PathBuf,
        /// What it says.
        found: String,
    },
    /// The world file is another than the one that the store was made from.
    #[error(
        "{path}: the store was made from another world file; leave the world file out, or choose another data directory"
    )]
    OtherWorld {
        /// The file.
        path: PathBuf,
    },
    /// Reading or writing failed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl RedbLedger {
    /// A store in memory. It lives as long as the ledger.
    pub fn in_memory() -> Result<Self, StoreError> {
        let database = Database::builder()
            .create_with_backend(InMemoryBackend::new())
            .map_err(|e| LedgerError(e.to_string()))?;
        Ok(RedbLedger { database })
    }

    /// The store `<directory>/<name>.redb`; the directory is made where it is missing.
    pub fn open(directory: &Path, name: &str) -> Result<Self, StoreError> {
        fs::create_dir_all(directory)
            .map_err(|source| StoreError::Directory { path: directory.to_owned(), source })?;
        let path = directory.join(format!("{name}.redb"));
        let database = Database::builder()
            .set_cache_size(CACHE)
            .create(&path)
            .map_err(|e| StoreError::Open { path: path.clone(), reason: e.to_string() })?;
        let ledger = RedbLedger { database };
        match ledger.about(ABOUT_SCHEMA)? {
            Some(found) if found != SCHEMA.to_string() => Err(StoreError::Form { path, found }),
            _ => Ok(ledger),
        }
    }

    /// The text of the world file that the store was made from. `None`: the store is new.
    pub fn world(&self) -> Result<Option<String>, StoreError> {
        Ok(self.about(ABOUT_WORLD)?)
    }

    /// Fills a new store: the world file, its records and the form, all in one transaction, so that
    /// a store is either new or whole.
    pub fn found(&mut self, world: &str, records: &[Record]) -> Result<(), StoreError> {
        let changes: Vec<Change> =
            records.iter().map(|record| Change::Put(Box::new(record.clone()))).collect();
        self.write(&changes, Some(world))?;
        Ok(())
    }

    fn about(&self, key: &str) -> Result<Option<String>, LedgerError> {
        let transaction = self.database.begin_read().map_err(failed)?;
        match transaction.open_table(ABOUT) {
            Ok(table) => Ok(table.get(key).map_err(failed)?.map(|value| value.value().to_owned())),
            Err(redb::TableError::TableDoesNotExist(_)) => Ok(None),
            Err(other) => Err(failed(other)),
        }
    }

    /// redb's default durability is immediate: `commit` returns when the data are synced.
    fn write(&mut self, changes: &[Change], world: Option<&str>) -> Result<(), LedgerError> {
        let transaction = self.database.begin_write().map_err(failed)?;
        for kind in KINDS {
            let mut of_kind = changes.iter().filter(|change| change.kind() == kind).peekable();
            if of_kind.peek().is_none() {
                continue;
            }
            let mut table = transaction.open_table(schema::table(kind)).map_err(failed)?;
            for change in of_kind {
                match change {
                    Change::Put(record) => {
                        table
                            .insert(record.key().as_str(), schema::bytes(record)?.as_slice())
                            .map_err(failed)?;
                    }
                    Change::Remove(_, key) => {
                        table.remove(key.as_str()).map_err(failed)?;
                    }
                }
            }
        }
        if let Some(world) = world {
            let mut about = transaction.open_table(ABOUT).map_err(failed)?;
            about.insert(ABOUT_SCHEMA, SCHEMA.to_string().as_str()).map_err(failed)?;
            about.insert(ABOUT_WORLD, world).map_err(failed)?;
        }
        transaction.commit().map_err(failed)
    }
}

impl Ledger for RedbLedger {
    fn commit(&mut self, changes: &[Change]) -> Result<(), LedgerError> {
        self.write(changes, None)
    }

    fn load(&self) -> Result<Vec<Record>, LedgerError> {
        let transaction = self.database.begin_read().map_err(failed)?;
        let mut records = Vec::new();
        for kind in KINDS {
            let table = match transaction.open_table(schema::table(kind)) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => continue,
                Err(other) => return Err(failed(other)),
            };
            for entry in table.iter().map_err(failed)? {
                let (key, value) = entry.map_err(failed)?;
                records.push(schema::record(kind, key.value(), value.value())?);
            }
        }
        Ok(records)
    }
}

fn failed(error: impl std::fmt::Display) -> LedgerError {
    LedgerError(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Counter, Kind};

    fn counter(last: u64) -> Record {
        Record::Counter(Counter { last })
    }

    #[test]
    fn what_was_committed_is_there_after_opening_again() {
        let directory = tempfile::tempdir().expect("a directory");
        let mut ledger = RedbLedger::open(directory.path(), "test").expect("a new store");
        assert_eq!(ledger.world().expect("readable"), None);
        ledger.found("the world", &[counter(1)]).expect("written");
        ledger.commit(&[Change::Put(Box::new(counter(2)))]).expect("written");
        drop(ledger);

        let ledger = RedbLedger::open(directory.path(), "test").expect("the same store");
        assert_eq!(ledger.world().expect("readable").as_deref(), Some("the world"));
        assert_eq!(ledger.load().expect("readable"), vec![counter(2)]);
    }

    #[test]
    fn what_was_removed_is_gone() {
        let mut ledger = RedbLedger::in_memory().expect("memory");
        ledger.commit(&[Change::Put(Box::new(counter(2)))]).expect("written");
        ledger.commit(&[Change::Remove(Kind::Counter, "last".into())]).expect("written");
        assert_eq!(ledger.load().expect("readable"), vec![]);
    }

    #[test]
    fn a_store_of_another_form_is_refused() {
        let directory = tempfile::tempdir().expect("a directory");
        let ledger = RedbLedger::open(directory.path(), "test").expect("a new store");
        let transaction = ledger.database.begin_write().expect("a transaction");
        transaction.open_table(ABOUT).expect("a table").insert(ABOUT_SCHEMA, "99").expect("written");
        transaction.commit().expect("committed");
        drop(ledger);
        let refused = RedbLedger::open(directory.path(), "test");
        assert!(matches!(refused, Err(StoreError::Form { found, .. }) if found == "99"));
    }
}
