{{ about.inner() }}

{% include "modules.rs" %}

/// The contract that this service was made from, as JSON.
pub const CONTRACT: &str = include_str!({{ self::literal(contract) }});
