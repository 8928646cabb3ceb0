//! What is known of each operation's page, found once: the calls that make resources compose requests of other operations.

use std::sync::Arc;

use contract::{Contract, Operation};
use wire::Carrier;

use crate::broken::Checker;
use crate::sheet::Sheet;
use crate::travel;

/// The pages that were gone through; of others it is done when they are asked for.
pub(crate) struct Shelf<'a> {
    carrier: Carrier,
    pages: Vec<(&'a Operation, Known<'a>)>,
}

/// What requests of an operation are made by.
#[derive(Clone)]
pub(super) struct Known<'a> {
    pub(super) sheet: Arc<Sheet<'a>>,
    pub(super) checker: Arc<Checker<'a>>,
    /// Why no request can be made at all.
    pub(super) hindrance: Option<String>,
}

impl<'a> Shelf<'a> {
    pub(super) fn empty(carrier: Carrier) -> Self {
        Self { carrier, pages: Vec::new() }
    }

    /// All pages, for those who make many requests.
    pub(crate) fn full(contract: &'a Contract, carrier: Carrier) -> Self {
        let pages = contract.operations.iter().map(|page| (page, Known::of(page, carrier)));
        Self { carrier, pages: pages.collect() }
    }

    pub(super) fn known(&self, operation: &'a Operation) -> Known<'a> {
        let known = self.pages.iter().find(|(page, _)| std::ptr::eq(*page, operation));
        known.map_or_else(|| Known::of(operation, self.carrier), |(_, known)| known.clone())
    }
}

impl<'a> Known<'a> {
    fn of(operation: &'a Operation, carrier: Carrier) -> Self {
        Self {
            sheet: Arc::new(Sheet::carried(operation, carrier)),
            checker: Arc::new(Checker::of(operation)),
            hindrance: travel::hindrance(operation, carrier),
        }
    }
}
