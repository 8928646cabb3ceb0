//! Answers any contract from the examples and types of its pages, and refuses what they refuse.
//!
//! A client of an API that has only pages needs somebody to talk to. The mock keeps nothing: each answer is made from the
//! page alone, the same for the same request. It takes any key and any signature; what a request says is held to the rules
//! that the pages state for certain, and broken ones get the documented error.

mod answers;
mod gate;
mod port;
mod refusals;

use contract::{Contract, Operation};
use rustc_hash::FxHashMap;
use serde_json::Value;
use wire::{Arguments, Caller, Dispatch, Refusal, Server, Wire};

pub use gate::Gate;
pub use port::{Running, serve};

/// The operations of a contract, answered from their pages.
#[derive(Debug)]
pub struct Mock {
    contract: Contract,
    wire: Wire,
    places: FxHashMap<String, usize>,
}

impl Mock {
    /// Of several pages of one operation, the one that speaks is answered for; of several languages, the first.
    pub fn new(contract: Contract, wire: Wire) -> Self {
        let mut places = FxHashMap::default();
        let speaking = contract.operations.iter().enumerate().filter(|(_, o)| o.stands_behind.is_none());
        for (place, operation) in speaking {
            places.entry(operation.name.to_string()).or_insert(place);
        }
        Self { contract, wire, places }
    }

    /// Behind a gate that lets everybody in, ready to be called in process or over HTTP. Any version will do.
    pub fn into_server(self) -> Server<Mock, Gate> {
        let wire = Wire { version: None, ..self.wire.clone() };
        let gate = Gate::new(wire.style).into();
        Server::new(wire, self, gate)
    }

    /// How many operations it answers.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it answers none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    fn operation(&self, name: &str) -> Option<&Operation> {
        self.places.get(name).map(|place| &self.contract.operations[*place])
    }

    fn answer(&self, operation: &Operation, arguments: &Arguments) -> Result<Value, Refusal> {
        match refusals::first(&self.contract, operation, &self.wire, arguments) {
            Some(refusal) => Err(refusal),
            None => Ok(answers::of(&self.contract, operation, &self.wire, arguments)),
        }
    }
}

impl Dispatch for Mock {
    fn knows(&self, operation: &str) -> bool {
        self.places.contains_key(operation)
    }

    async fn dispatch(&self, _: &Caller, operation: &str, arguments: &Arguments) -> Result<Value, Refusal> {
        match self.operation(operation) {
            Some(operation) => self.answer(operation, arguments),
            None => Err(self.wire.style.refusal(&wire::GateTrouble::OperationUnknown(operation.to_owned()))),
        }
    }
}
