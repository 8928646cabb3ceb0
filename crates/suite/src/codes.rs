//! The codes of breaches, each beside the text that `doctract explain` prints.

use std::sync::LazyLock;

/// What a code means and what to do, or `None` for a code of another stage.
pub fn explain(code: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == code).map(|(_, text)| text.as_str())
}

/// The lines of a doc comment without the space that follows the slashes.
fn prose(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n")
}

macro_rules! codes {
    ($( $(#[doc = $line:literal])+ $name:ident = $code:literal; )+) => {
        $( $(#[doc = $line])+ pub(crate) const $name: &str = $code; )+

        /// Every code that a breach can bear.
        pub const CODES: &[&str] = &[$($code),+];

        static TEXTS: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| vec![$( ($code, prose(&[$($line),+])) ),+]);
    };
}

codes! {
    /// The server refuses a request that keeps every documented rule.
    ///
    /// Every request inside the page's constraints is a promised one. Accept it, or document the rule that it breaks:
    /// the reader then finds the rule and no such request is sent any more.
    VALID_REFUSED = "verify/valid-refused";
    /// The server does not know an operation that a page documents.
    OPERATION_UNKNOWN = "verify/operation-unknown";
    /// A required parameter is missing and the server accepts the request.
    ///
    /// Refuse it, with the documented error for a missing parameter where the page has one; or mark the parameter as
    /// optional on the page.
    REQUIRED_NOT_ENFORCED = "verify/required-not-enforced";
    /// The server takes text where the page documents a number or a switch.
    TYPE_NOT_ENFORCED = "verify/type-not-enforced";
    /// The server takes a text that is shorter or longer than the page allows. Lengths count characters unless the page
    /// says bytes.
    LENGTH_NOT_ENFORCED = "verify/length-not-enforced";
    /// The server takes a number outside the documented range.
    RANGE_NOT_ENFORCED = "verify/range-not-enforced";
    /// The server takes a number that is not a multiple of the documented step.
    STEP_NOT_ENFORCED = "verify/step-not-enforced";
    /// The server takes a value that is not among those that the page lists.
    ENUM_NOT_ENFORCED = "verify/enum-not-enforced";
    /// The server takes more or fewer items in a list than the page allows.
    COUNT_NOT_ENFORCED = "verify/count-not-enforced";
    /// The server takes a text whose first character the page does not allow there.
    FIRST_CHARACTER_NOT_ENFORCED = "verify/first-character-not-enforced";
    /// The server takes a text with a beginning that the page forbids.
    PREFIX_NOT_ENFORCED = "verify/prefix-not-enforced";
    /// The server takes a text that lacks a part which the page demands, or has one that it forbids.
    PART_NOT_ENFORCED = "verify/part-not-enforced";
    /// The server takes a text with a character outside the documented set.
    CHARSET_NOT_ENFORCED = "verify/charset-not-enforced";
    /// The server takes a text that the documented expression does not match.
    PATTERN_NOT_ENFORCED = "verify/pattern-not-enforced";
    /// The server takes a text that is not in the documented format.
    FORMAT_NOT_ENFORCED = "verify/format-not-enforced";
    /// The server takes parameters together, or one without the other, where the page forbids it.
    RULE_NOT_ENFORCED = "verify/rule-not-enforced";
    /// The refusal has the documented code with another HTTP status.
    ///
    /// Clients decide by the status whether to retry. Answer with the status of the row, or correct the row.
    WRONG_STATUS = "verify/wrong-status";
    /// The refusal has another code than the page documents for it.
    ///
    /// Clients match on codes, letter for letter: a code that the page misspells is the code.
    WRONG_CODE = "verify/wrong-code";
    /// The refusal has the documented code with another message.
    ///
    /// Placeholders of the page stand for anything; the rest is compared as written, but for white space, quotes and a
    /// last full stop.
    WRONG_MESSAGE = "verify/wrong-message";
    /// The server accepts a request for which the page documents this error.
    ERROR_NOT_RAISED = "verify/error-not-raised";
    /// The answer lacks a field that the page documents as always returned. `null` is absent.
    FIELD_MISSING = "verify/field-missing";
    /// A field of the answer has another type than the page documents: text for a number is another type.
    FIELD_TYPE = "verify/field-type";
    /// A field of the answer has a value that is not among those that the page lists.
    FIELD_ENUM = "verify/field-enum";
    /// Fields of the answer that the page ties together are not as it says: one lacks where another demands it, two stand
    /// together where one alone may, or one is greater than the one that bounds it.
    ///
    /// An empty text, zero and a switch that is off may mean that a field has no value, so they break no such rule.
    FIELD_RULE = "verify/field-rule";
    /// The answer has a field that no table and no example of the page has.
    ///
    /// Told only where undocumented fields are to be noted or to fail: a field more breaks no client.
    FIELD_UNDOCUMENTED = "verify/field-undocumented";
    /// The answer is not in the documented envelope, so that a client can't tell success from refusal.
    ENVELOPE = "verify/envelope";
    /// The answer fails with a server error that no page documents.
    UNDOCUMENTED_FAILURE = "verify/undocumented-failure";
    /// The answer shows the inside of the server: a stack trace or a panic message.
    LEAK = "verify/leak";
    /// The server accepts a call that names no operation, or one that no page documents.
    OPERATION_NOT_CHECKED = "verify/operation-not-checked";
    /// The server accepts a request that bears no signature, or a wrong one.
    SIGNATURE_NOT_CHECKED = "verify/signature-not-checked";
    /// The server accepts a request that is signed with an unknown key.
    KEY_NOT_CHECKED = "verify/key-not-checked";
    /// The server accepts a nonce that it has just accepted before, so that a request can be replayed.
    NONCE_NOT_CHECKED = "verify/nonce-not-checked";
    /// The server accepts a request whose time lies a day back, so that a request can be replayed.
    TIME_NOT_CHECKED = "verify/time-not-checked";
    /// Two pages of one list have an item in common.
    ///
    /// Three requests were sent: a page of twice the size and its two halves, with the list unchanged before and after.
    PAGES_OVERLAP = "verify/pages-overlap";
    /// Two pages of one list are together not what a page of twice their size shows.
    PAGES_INCOMPLETE = "verify/pages-incomplete";
    /// A page has more items than the request asks for.
    PAGE_TOO_LARGE = "verify/page-too-large";
    /// The documented total is not the number of items of the whole list, or differs from page to page.
    TOTAL_COUNT = "verify/total-count";
    /// The answer in XML says something else than the answer to the same request in JSON.
    FORMATS_DIFFER = "verify/formats-differ";
    /// What a request has made is not shown by the operation that lists or describes such things.
    ///
    /// It was asked for until the time for resources to become ready was over.
    NOT_SHOWN = "verify/not-shown";
    /// What was made is shown with another name, description or the like than was sent.
    ECHO_DIFFERS = "verify/echo-differs";
    /// What a request has removed is still shown, and nothing says that it is on its way out.
    STILL_THERE = "verify/still-there";
    /// Of what requests at once have made, one was acknowledged and is not there.
    LOST_UPDATE = "verify/lost-update";
    /// What was acknowledged before the server was stopped is gone when it runs again.
    NOT_DURABLE = "verify/not-durable";
    /// Requests with one token, which the page documents as making them safe to send again, make more than one resource.
    TOKEN_NOT_IDEMPOTENT = "verify/token-not-idempotent";
    /// The server refuses a documented signature style.
    SIGNATURE_STYLE_REFUSED = "verify/signature-style-refused";
}

/// The code for a rule that is not enforced.
pub(crate) fn not_enforced(kind: &str) -> &'static str {
    match kind {
        "presence" => REQUIRED_NOT_ENFORCED,
        "type" => TYPE_NOT_ENFORCED,
        "length" => LENGTH_NOT_ENFORCED,
        "range" => RANGE_NOT_ENFORCED,
        "step" => STEP_NOT_ENFORCED,
        "one_of" => ENUM_NOT_ENFORCED,
        "count" => COUNT_NOT_ENFORCED,
        "starts_with" => FIRST_CHARACTER_NOT_ENFORCED,
        "not_starts_with" => PREFIX_NOT_ENFORCED,
        "contains" | "not_contains" => PART_NOT_ENFORCED,
        "charset" => CHARSET_NOT_ENFORCED,
        "pattern" => PATTERN_NOT_ENFORCED,
        "format" => FORMAT_NOT_ENFORCED,
        _ => RULE_NOT_ENFORCED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_text() {
        for code in CODES {
            assert!(explain(code).is_some_and(|text| text.len() > 20), "{code}");
        }
        assert_eq!(explain("reader/unknown-type"), None);
    }
}
