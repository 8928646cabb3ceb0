//! Faults between the gate and the operations: requests that are understood otherwise than they were sent, and answers
//! that tell otherwise than what was done.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Map, Value, json};
use wire::{Arguments, find, place, remove};

use super::{Fault, Faults};

/// How long a maker dawdles when requests at once are to get in each other's way.
const DAWDLING: Duration = Duration::from_millis(3);
const NAMES: [&str; 3] = ["ImageName", "DestinationImageName", "TargetImageName"];
/// The fields in which makers tell what they have made.
const MADE: [&str; 2] = ["ImageId", "TargetImageId"];

/// What faults remember from request to request.
#[derive(Debug, Default)]
pub(super) struct Tampering {
    /// Makers under way, and the tokens of those that bear one.
    under_way: Mutex<(usize, BTreeSet<String>)>,
    /// Images that were made since the service began.
    made: Mutex<BTreeSet<String>>,
}

/// One request on its way through.
pub(super) struct Passage {
    makes: bool,
    crowded: bool,
    token: Option<String>,
}

impl Tampering {
    /// Changes a request before it is carried out; `Err` is an answer in its place.
    pub(super) async fn before(
        &self,
        faults: &Faults,
        operation: &str,
        arguments: &mut Arguments,
    ) -> Result<Passage, Value> {
        for fault in faults.iter() {
            match fault {
                Fault::OffsetIgnored => {
                    ["Offset", "PageNumber"].iter().for_each(|name| forget(arguments, name, 2..=i64::MAX));
                }
                Fault::LimitIgnored => {
                    ["Limit", "PageSize"].iter().for_each(|name| forget(arguments, name, 1..=100));
                }
                Fault::PagesOverlap => {
                    let offset = find(arguments, "Offset").and_then(number).unwrap_or(0);
                    if offset > 0 {
                        place(arguments, "Offset", Value::String((offset - 1).to_string()));
                    }
                }
                Fault::TokenIgnored => {
                    let token = find(arguments, "ClientToken").and_then(Value::as_str).unwrap_or("");
                    // What the page forbids is still refused.
                    if token.is_ascii() && token.len() <= 64 {
                        remove(arguments, "ClientToken");
                    }
                }
                Fault::NameNotKept => NAMES.iter().for_each(|name| rename(arguments, name)),
                Fault::DeletionNotDone if unmakes(operation) => {
                    let named = find(arguments, "ImageId").and_then(Value::as_str);
                    let force = find(arguments, "Force").and_then(Value::as_str).unwrap_or("false");
                    let placed = ["Region", "RegionId"].iter().any(|name| find(arguments, name).is_some());
                    let sound = placed && force.parse::<bool>().is_ok();
                    if sound && named.is_some_and(|id| self.made().contains(id)) {
                        return Err(json!({}));
                    }
                }
                _ => {}
            }
        }
        Ok(self.enter(faults, operation, arguments).await)
    }

    /// Makers at once get in each other's way only where a fault wants them to.
    async fn enter(&self, faults: &Faults, operation: &str, arguments: &mut Arguments) -> Passage {
        let racing = faults.has(Fault::TokenRaced) || faults.has(Fault::LostUpdate);
        let makes = operation.starts_with("Create") || operation.starts_with("Copy");
        let token = find(arguments, "ClientToken").and_then(Value::as_str).map(str::to_owned);
        let mut passage = Passage { makes, crowded: false, token };
        if !racing || !makes {
            return passage;
        }
        {
            let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
            under_way.0 += 1;
            passage.crowded = under_way.0 > 1;
            if let Some(token) = passage.token.clone()
                && !under_way.1.insert(token)
                && faults.has(Fault::TokenRaced)
            {
                remove(arguments, "ClientToken");
            }
        }
        tokio::time::sleep(DAWDLING).await;
        passage
    }

    /// Changes what is told of a request that was carried out.
    pub(super) fn after(&self, faults: &Faults, passage: &Passage, answer: &mut Value) {
        if passage.makes && (faults.has(Fault::TokenRaced) || faults.has(Fault::LostUpdate)) {
            let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
            under_way.0 = under_way.0.saturating_sub(1);
            if let Some(token) = &passage.token {
                under_way.1.remove(token);
            }
        }
        let Value::Object(body) = answer else { return };
        let named = MADE.iter().filter_map(|field| body.get(*field)?.as_str()).map(str::to_owned);
        self.made().extend(named.filter(|_| passage.makes));
        let lost = faults.has(Fault::LostUpdate) && passage.crowded;
        if passage.makes && (lost || faults.has(Fault::CreationLost)) {
            MADE.iter().for_each(|field| misname(body, field));
        }
        if faults.has(Fault::TotalCountOfPage) && body.contains_key("TotalCount") {
            let longest = body.values().filter_map(length).max().unwrap_or(0);
            body.insert("TotalCount".to_owned(), json!(longest));
        }
        if faults.has(Fault::UndocumentedField) {
            body.insert("InternalHost".to_owned(), json!("compute-17.internal"));
        }
    }

    fn made(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Leaves a number out, if it is one of these: what the page forbids is still refused.
fn forget(arguments: &mut Arguments, name: &str, numbers: std::ops::RangeInclusive<i64>) {
    if find(arguments, name).and_then(number).is_some_and(|sent| numbers.contains(&sent)) {
        remove(arguments, name);
    }
}

fn unmakes(operation: &str) -> bool {
    operation.starts_with("Delete") || operation.starts_with("Terminate")
}

/// Numbers travel as text, except in JSON.
fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

/// Another last character of the same kind, so that the name keeps every rule.
fn rename(arguments: &mut Arguments, name: &str) {
    let Some(sent) = find(arguments, name).and_then(Value::as_str).filter(|sent| sent.len() > 2) else {
        return;
    };
    let mut kept: String = sent.to_owned();
    match kept.pop() {
        Some('0'..='8') => kept.push('9'),
        Some('9') => kept.push('0'),
        Some('a'..='y') => kept.push('z'),
        Some('z') => kept.push('a'),
        _ => return,
    }
    place(arguments, name, Value::String(kept));
}

/// The name of something that was not made.
fn misname(body: &mut Map<String, Value>, field: &str) {
    if let Some(Value::String(id)) = body.get_mut(field) {
        let kept = id.chars().count().saturating_sub(6);
        *id = id.chars().take(kept).chain("gone00".chars()).collect();
    }
}

/// The length of a list, also behind a single member.
fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Array(items) => Some(items.len()),
        Value::Object(members) if members.len() == 1 => members.values().find_map(length),
        _ => None,
    }
}
