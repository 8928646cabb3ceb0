//! Callers who write at the same time, and the books of what they were told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::SocketAddr;
use std::process::Child;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use evidence::chance::Chance;
use evidence::loopback::{Caller, Connection};
use serde_json::{Value, json};
use wire::{Carrier, Credentials};

use crate::audit::Records;

/// Callers at a time.
const WRITERS: usize = 8;

/// Images that one run of the server may leave before its writers begin to delete.
const ENOUGH: usize = 60;

/// What the server acknowledged.
#[derive(Default)]
pub(crate) struct Books {
    images: BTreeMap<String, Fate>,
    /// Orders with a token whose answer never came: sent again, they must not make a second image.
    unanswered: BTreeSet<String>,
    writes: usize,
    repeated: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It must be there.
    Made,
    /// It must not be there.
    Deleted,
    /// Its deletion was asked for, and no answer came.
    Unknown,
}

impl Books {
    /// Compares what was acknowledged with what a store holds, and settles what was unknown.
    pub(crate) fn compare(&mut self, records: &Records) -> Result<(), String> {
        for (id, fate) in &mut self.images {
            match (*fate, records.images.contains_key(id)) {
                (Fate::Made, false) => return Err(format!("the image {id} was acknowledged and is lost")),
                (Fate::Deleted, true) => return Err(format!("the image {id} was deleted and is back")),
                (Fate::Unknown, true) => *fate = Fate::Made,
                (Fate::Unknown, false) => *fate = Fate::Deleted,
                (Fate::Made, true) | (Fate::Deleted, false) => {}
            }
        }
        Ok(())
    }
}

impl fmt::Display for Books {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = self.images.values().filter(|fate| **fate == Fate::Made).count();
        let gone = self.images.len() - there;
        write!(
            f,
            "{} acknowledged writes by {WRITERS} callers, {there} images present, {gone} gone, {} orders without an \
             answer sent again",
            self.writes, self.repeated
        )
    }
}

/// Lets the writers work until the moment of the kill.
pub(crate) async fn work(
    books: &mut Books,
    address: SocketAddr,
    credentials: &Credentials,
    run: usize,
    moment: Duration,
    server: &mut Child,
) -> Result<(), String> {
    let unanswered = std::mem::take(&mut books.unanswered);
    books.repeated += unanswered.len();
    let shared = Arc::new(Mutex::new(std::mem::take(books)));
    let writers: Vec<_> = (0..WRITERS)
        .map(|number| {
            let caller = Caller::new(super::SPEC, address, credentials.clone());
            let again = unanswered.iter().skip(number).step_by(WRITERS).cloned().collect();
            let chance = Chance::of((run * WRITERS + number) as u64);
            let writer = Writer { caller, books: shared.clone(), chance, name: format!("w{run}-{number}") };
            tokio::spawn(writer.work(address, again))
        })
        .collect();
    tokio::time::sleep(moment).await;
    server.kill().map_err(|e| e.to_string())?;
    let mut ended = Ok(());
    for writer in writers {
        ended = ended.and(writer.await.unwrap_or_else(|panic| Err(panic.to_string())));
    }
    *books = std::mem::take(&mut *lock(&shared));
    ended
}

struct Writer {
    caller: Caller,
    books: Arc<Mutex<Books>>,
    chance: Chance,
    name: String,
}

fn lock(books: &Mutex<Books>) -> MutexGuard<'_, Books> {
    books.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Writer {
    /// Writes until the server is gone. An answer that no page documents ends the test.
    async fn work(mut self, address: SocketAddr, again: Vec<String>) -> Result<(), String> {
        let Ok(mut connection) = Connection::to(address).await else { return Ok(()) };
        for name in again {
            if !self.make(&mut connection, name).await? {
                return Ok(());
            }
        }
        for number in 0_u64.. {
            let name = format!("{}-{number}", self.name);
            let left = self.chance.below(10);
            let going_on = match left {
                0..4 => self.make(&mut connection, name).await?,
                4..7 => self.copy(&mut connection, name).await?,
                _ => self.delete(&mut connection).await?,
            };
            if !going_on {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Makes an image under a token. False: the server is gone.
    async fn make(&mut self, connection: &mut Connection, name: String) -> Result<bool, String> {
        let order = json!({ "RegionId": "cn-hangzhou", "SnapshotId": "s-system", "ImageName": name, "ClientToken": name });
        let Some(answer) = self.ask(connection, "CreateImage", &order).await? else {
            lock(&self.books).unanswered.insert(name);
            return Ok(false);
        };
        self.made(&answer)
    }

    async fn copy(&mut self, connection: &mut Connection, name: String) -> Result<bool, String> {
        let target = *self.chance.one(&["cn-shanghai", "cn-shenzhen", "cn-guangzhou"]);
        let order = json!({ "RegionId": "cn-hangzhou", "ImageId": "m-available", "DestinationRegionId": target, "DestinationImageName": name });
        match self.ask(connection, "CopyImage", &order).await? {
            Some(answer) => self.made(&answer),
            None => Ok(false),
        }
    }

    fn made(&self, answer: &Value) -> Result<bool, String> {
        let id = answer["ImageId"].as_str().ok_or_else(|| format!("no image in {answer}"))?;
        let mut books = lock(&self.books);
        books.writes += 1;
        // An order that was sent again may tell of an image that somebody deleted meanwhile.
        books.images.entry(id.to_owned()).or_insert(Fate::Made);
        Ok(true)
    }

    /// Deletes an image, or cancels the copy that brings it.
    async fn delete(&mut self, connection: &mut Connection) -> Result<bool, String> {
        let candidate = {
            let mut books = lock(&self.books);
            let made: Vec<String> = books
                .images
                .iter()
                .filter(|(_, fate)| **fate == Fate::Made)
                .map(|(id, _)| id.clone())
                .collect();
            if made.len() < ENOUGH / 4 {
                return Ok(true);
            }
            let id = self.chance.one(&made).clone();
            books.images.insert(id.clone(), Fate::Unknown);
            id
        };
        // Where it lies is not in the books: one of these regions has it.
        for region in ["cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-guangzhou"] {
            for operation in ["DeleteImage", "CancelCopyImage"] {
                let order = json!({ "RegionId": region, "ImageId": candidate });
                let Some(answer) = self.ask(connection, operation, &order).await? else { return Ok(false) };
                if answer.get("Code").is_none() {
                    let mut books = lock(&self.books);
                    books.writes += 1;
                    books.images.insert(candidate, Fate::Deleted);
                    return Ok(true);
                }
            }
        }
        lock(&self.books).images.insert(candidate, Fate::Made);
        Ok(true)
    }

    /// `None`: the server is gone.
    async fn ask(
        &self,
        connection: &mut Connection,
        operation: &str,
        order: &Value,
    ) -> Result<Option<Value>, String> {
        let request = self.caller.call(operation, order, Carrier::Query).ok_or("the order can't travel")?;
        let Ok(answer) = connection.exchange(&request).await else { return Ok(None) };
        match answer.status {
            200..500 => Ok(Some(answer.json())),
            status => Err(format!("{operation} was answered with status {status}: {}", answer.json())),
        }
    }
}
