//! Codes of what stands in the way of a case, and what they mean.

use runner::Trouble;

/// The code of a case that is neither held nor broken.
pub(crate) const INCONCLUSIVE: &str = "inconclusive";

/// The code of a kind of network trouble.
pub(crate) fn code(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable => "network/unreachable",
        Trouble::Timeout => "network/timeout",
        Trouble::ClosedEarly => "network/closed-early",
        Trouble::TooLarge => "network/too-large",
    }
}

/// What such a code means and what to do, or `None` for a code of another stage.
pub fn explain(code: &str) -> Option<&'static str> {
    match code {
        INCONCLUSIVE => Some(
            "A documented state stood in the way: a quota, a duplicate name, a resource that is busy. The case is\n\
             neither held nor broken. Clear the state, or bind another resource in bindings.toml, and run it again\n\
             with --only.",
        ),
        "network/unreachable" => Some(
            "Nobody accepts connections where the requests go. This says nothing about the contract.\n\
             Start the server, or correct --server.",
        ),
        "network/timeout" => Some(
            "No answer came in time. This says nothing about the contract.\n\
             Look at the target's load, lower --concurrency, or raise --timeout.",
        ),
        "network/closed-early" => Some(
            "The connection ended inside an answer. This says nothing about the contract.\n\
             Look at the target's log: it may have crashed on this very request, which --only repeats.",
        ),
        "network/too-large" => Some(
            "The answer is larger than the limit, and was not read to its end. This says nothing about the contract.\n\
             Bind a resource with fewer items, or ask the target for smaller pages.",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_trouble_explains_itself() {
        for trouble in [Trouble::Unreachable, Trouble::Timeout, Trouble::ClosedEarly, Trouble::TooLarge] {
            assert!(explain(code(trouble)).is_some(), "{trouble:?}");
        }
        assert_eq!(explain("reader/unknown-type"), None);
    }
}
