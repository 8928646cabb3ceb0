//! What the service answered lately: for the status page, and as structured logs.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use wire::{Answered, Refusal};

use crate::world::Moment;

/// How many requests are remembered.
const REMEMBERED: usize = 200;

/// The latest requests, and how many there were.
#[derive(Debug)]
pub(crate) struct Journal {
    began: Moment,
    book: Mutex<Book>,
}

#[derive(Debug, Default, Clone)]
struct Book {
    answered: u64,
    refused: u64,
    latest: VecDeque<Entry>,
}

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) at: Moment,
    pub(crate) request_id: String,
    /// Empty where the request named none.
    pub(crate) operation: String,
    /// Empty where the gate did not let the request through.
    pub(crate) account: String,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) took: Duration,
}

/// The journal as it is at a moment.
#[derive(Debug)]
pub(crate) struct Excerpt {
    pub(crate) began: Moment,
    pub(crate) answered: u64,
    pub(crate) refused: u64,
    /// The latest first.
    pub(crate) latest: Vec<Entry>,
}

impl Journal {
    pub(crate) fn since(began: Moment) -> Self {
        Journal { began, book: Mutex::default() }
    }

    pub(crate) fn note(&self, at: Moment, answered: &Answered<'_>) {
        let account = answered.caller.map_or("", |caller| caller.account.as_str());
        let Answered { request_id, operation, refusal, took, .. } = *answered;
        let code = refusal.map(|refusal| refusal.code.as_str());
        let message = refusal.map(|refusal| refusal.message.as_str());
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        tracing::info!(request_id, operation, account, code, message, micros, "answered");
        let entry = Entry {
            at,
            request_id: request_id.to_owned(),
            operation: operation.chars().take(64).collect(),
            account: account.to_owned(),
            refusal: refusal.cloned(),
            took,
        };
        let mut book = self.book();
        book.answered += 1;
        book.refused += u64::from(refusal.is_some());
        if book.latest.len() == REMEMBERED {
            book.latest.pop_back();
        }
        book.latest.push_front(entry);
    }

    pub(crate) fn excerpt(&self) -> Excerpt {
        let Book { answered, refused, latest } = self.book().clone();
        Excerpt { began: self.began, answered, refused, latest: latest.into() }
    }

    /// Each line is whole before the next begins: a panic between two leaves a book that can be read on.
    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
