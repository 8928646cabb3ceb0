{{ about.inner() }}

{% include "modules.rs" %}
#[cfg(feature = "http")]
pub use wire::Http;

/// The contract that this crate was made from, as JSON.
pub const CONTRACT: &str = include_str!("../contract.json");

{% include "wire.rs" %}
