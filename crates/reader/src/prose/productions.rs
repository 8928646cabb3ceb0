//! The productions that read a sentence: the phrases without which each finds nothing, and what reads.

use std::sync::LazyLock;

use super::sentence::Sentence;
use super::{Finding, Subject};
use super::{across, affixes, bound, charset, count, default, format, length, range, step};
use crate::vocabulary::{PHRASES, Said};

/// A rule of the grammar; it is called like the module that reads.
struct Production {
    /// It reads sentences that have a phrase of one of these lists.
    triggers: &'static [(&'static str, &'static str)],
    /// It reads also what holds under a condition only.
    in_a_case: bool,
    read: fn(&Sentence<'_>, &Subject<'_>, &mut Vec<Finding>),
}

/// In the order in which their findings count.
const PRODUCTIONS: [Production; 9] = [
    Production {
        triggers: &[
            ("length", "subjects"),
            ("length", "chars"),
            ("length", "bytes"),
            ("length", "places"),
            ("length", "not_empty"),
            ("limit", "at_most"),
            ("limit", "at_least"),
            ("range", "subjects"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(length::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("starts", "positive"),
            ("starts", "bare"),
            ("starts", "negative"),
            ("contains", "negative"),
            ("starts", "no_ends"),
        ],
        in_a_case: false,
        read: |sentence, _, found| found.extend(affixes::find(sentence)),
    },
    Production {
        triggers: &[("charset", "exact"), ("charset", "loose")],
        in_a_case: false,
        read: |sentence, _, found| found.extend(charset::find(sentence)),
    },
    Production {
        triggers: &[
            ("range", "subjects"),
            ("range", "maximum"),
            ("range", "minimum"),
            ("range", "clauses"),
            ("index", "subjects"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(range::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("bound", "above"),
            ("bound", "from"),
            ("bound", "below"),
            ("bound", "up_to"),
            ("bound", "positive"),
            ("bound", "not_negative"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(bound::find(sentence, subject)),
    },
    Production {
        triggers: &[("step", "behind"), ("step", "before"), ("step", "widened"), ("step", "places")],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(step::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("count", "at_most"),
            ("count", "at_most_first"),
            ("count", "sizes"),
            ("count", "sized_to"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(count::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("format", "base64"),
            ("format", "iso8601"),
            ("format", "timestamp"),
            ("format", "json"),
            ("format", "uuid"),
            ("format", "ip_ends"),
            ("format", "cidr_ends"),
            ("format", "url_ends"),
            ("format", "email_ends"),
            ("format", "ip_words"),
            ("format", "cidr_words"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(format::find(sentence, subject)),
    },
    Production {
        triggers: &[("default", "subjects"), ("default", "left_empty")],
        in_a_case: true,
        read: |sentence, subject, found| found.extend(default::find(sentence, subject)),
    },
];

/// What else is looked for wherever it stands: by enumerations, guards, and within sentences that state something.
const BESIDE: &[(&str, &str)] = &[
    ("bare", "traps"),
    ("bare", "only"),
    ("bare", "supported"),
    ("default", "marks"),
    ("enum", "subjects"),
    ("enum", "ignored"),
    ("pairs", "marks"),
    ("pairs", "traps"),
    ("guard", "is"),
    ("condition", "inside"),
    ("condition", "verdicts"),
    ("starts", "end"),
    ("length", "traps"),
    ("length", "sizes_of_others"),
    ("contains", "joined"),
    ("count", "given"),
    ("count", "lists"),
    ("count", "sized_from"),
    ("format", "alternatives"),
    ("default", "kept"),
    ("sentence", "heads"),
    ("sentence", "cases"),
];

/// The lists of which a sentence that states a rule has a phrase; an enumeration can do without.
pub(super) static STATING: LazyLock<Said> =
    LazyLock::new(|| TRIGGERS.iter().fold(Said::default(), |all, triggers| all.with(*triggers)));

/// The triggers, production by production.
static TRIGGERS: LazyLock<[Said; PRODUCTIONS.len()]> =
    LazyLock::new(|| PRODUCTIONS.map(|production| PHRASES.saying(production.triggers)));

/// What the productions find in a sentence; `conditional` says that it holds in a case only.
pub(super) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>, conditional: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    for (production, triggers) in PRODUCTIONS.iter().zip(TRIGGERS.iter()) {
        if sentence.says(*triggers) && (production.in_a_case || !conditional) {
            (production.read)(sentence, subject, &mut found);
        }
    }
    found
}

/// The lists that a description is looked through for.
pub(crate) fn searched() -> impl Iterator<Item = (&'static str, &'static str)> {
    let triggers = PRODUCTIONS.iter().flat_map(|production| production.triggers).copied();
    triggers.chain(BESIDE.iter().copied()).chain(across::searched())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_is_found_by_the_scan() {
        for (production, list) in searched() {
            assert!(
                PHRASES.get(production, list).is_some_and(|list| list.said().is_some()),
                "{production}.{list}: no number is left for it"
            );
        }
    }
}
