//! Refusals that only say: later.

use std::collections::BTreeSet;

use contract::Contract;

/// Words of codes, messages and descriptions that tell of too many requests.
const WORDS: &[&str] = &[
    "throttl",
    "flow control",
    "flowcontrol",
    "too many requests",
    "rate limit",
    "too frequent",
    "限流",
    "流控",
    "过于频繁",
    "请求频率",
];

/// The codes of documented errors that ask to come again later.
pub fn throttling(contract: &Contract) -> BTreeSet<&str> {
    let own = contract.operations.iter().flat_map(|operation| &operation.errors);
    let asks = |error: &&contract::ErrorCase| {
        let words = format!("{} {} {}", error.code, error.message, error.description).to_lowercase();
        WORDS.iter().any(|word| words.contains(word))
    };
    own.chain(&contract.errors).filter(asks).map(|error| error.code.as_str()).collect()
}
