//! How a contract travels: encoding, envelopes, signatures.
//!
//! Read it from the outside in: [`Wire`] says how the requests and answers of a spec look, [`Wire::request`] makes a
//! request, [`Wire::verdict`] reads an answer, [`server::Server`] is the other end of both. Between the wire and typed
//! code stands a tree of [`Arguments`], with [`encode`] and [`decode`] to and from generated structures.

mod arguments;
mod caller;
pub mod check;
mod client;
mod credentials;
mod curl;
mod draft;
#[cfg(feature = "http")]
mod http_transport;
mod operation;
pub mod paging;
mod percent;
mod replay;
mod request;
pub mod server;
pub mod signature;
mod steps;
mod transport;
mod travel;
mod tree;
mod typed;
mod verdict;
mod violation;
pub mod xml;

pub use futures_util::Stream;

pub use arguments::{Arguments, find, pairs, place, remove};
pub use caller::{Caller, Refusal};
pub use client::{CallError, Client, Refused};
pub use credentials::{Credentials, Secret, Stamp};
pub use curl::{curl, redact};
#[cfg(feature = "http")]
pub use http_transport::Http;
pub use operation::{Again, Operation, Paged};
pub use replay::replay;
pub use request::{Call, RequestError, Tamper};
pub use server::{Answered, Dispatch, Gate, GateTrouble, Server};
pub use transport::{Tower, Transport, TransportError};
pub use travel::{AnswerFormat, Carrier, Envelope, Signature, Style, Wire};
pub use tree::tree;
pub use typed::{Decoded, decode, empty, encode};
pub use verdict::Verdict;
pub use violation::{CharSet, Format, LengthUnit, Limit, Place, Rule, Violation, Violations};
