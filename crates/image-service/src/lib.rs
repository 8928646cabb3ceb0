//! The reference implementation of the documented image operations: stateful, durable, and able to
//! commit named faults.
//!
//! Start with [`world`]: accounts, regions, images and their copies in no vendor's words. [`store`]
//! keeps it, `vendors` speak it in each vendor's operations, `gate` stands before them, [`faults`]
//! spoil them on request. [`in_process`] and [`serve`] put it all together; `status` shows people how
//! it is.

mod desks;
pub mod faults;
mod gate;
mod http_server;
mod journal;
mod options;
mod reception;
mod service;
mod status;
pub mod store;
mod vendors;
pub mod world;

pub use http_server::{Running, serve};
pub use options::{Error, Limits, Options};
pub use service::{InProcess, Service, in_process, specs};

#[cfg(test)]
mod tests;
