pub mod client;
pub mod documented;
pub mod error;
pub mod operations;
pub mod service;

pub use client::{CallError, Client};
pub use error::{Documented, Error, ErrorCode};
pub use service::{Endpoint, Service};
