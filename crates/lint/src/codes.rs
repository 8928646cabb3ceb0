//! Codes of errors that look like another, common one with a slip in it.

use std::collections::BTreeMap;

use contract::{Contract, ErrorCase};
use source::Diagnostic;

use crate::diagnostics;

/// How many times more often a code must stand than its twin, to be the right spelling.
const COMMONER: usize = 10;
/// Shorter parts of codes are too near to each other to tell a slip from another word.
const SHORTEST: usize = 7;

/// Tells of words in codes that differ by one slip from a word that stands much more often (`Forbbiden`). The code stays as
/// it is: the server may well answer the slip.
pub(crate) fn check(contract: &Contract, findings: &mut Vec<Diagnostic>) {
    let errors: Vec<&ErrorCase> =
        contract.errors.iter().chain(contract.speaking().flat_map(|operation| &operation.errors)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in errors.iter().flat_map(|error| error.code.split('.')) {
        *counts.entry(word).or_default() += 1;
    }
    let slips: BTreeMap<&str, &str> = counts
        .iter()
        .filter(|(word, _)| word.len() >= SHORTEST)
        .filter_map(|(word, count)| {
            let common = |other: &&str| counts[*other] >= count * COMMONER && is_slip(word, other);
            counts.keys().copied().find(common).map(|other| (*word, other))
        })
        .collect();
    for error in errors {
        if let Some((word, right)) = error.code.split('.').find_map(|word| Some((word, *slips.get(word)?))) {
            findings.push(diagnostics::misspelt_code(&error.code, word, right, error.origin.location()));
        }
    }
}

/// Whether one letter was doubled, lost, changed or swapped with its neighbour, or the wrong one doubled. A change of case, a
/// digit, or an `s` at the end is another word.
fn is_slip(word: &str, right: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let stem = |text: &str| text.trim_end_matches('s').to_ascii_lowercase();
    word.bytes().next() == right.bytes().next()
        && stem(word) != stem(right)
        && digits(word) == digits(right)
        && (strsim::damerau_levenshtein(word, right) == 1 || single(word) == single(right))
}

/// A word without the second of doubled letters.
fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_word() {
        for (slip, right) in [
            ("Forbbiden", "Forbidden"),
            ("MissingParamter", "MissingParameter"),
            ("InvalidAciton", "InvalidAction"),
        ] {
            assert!(is_slip(slip, right), "{slip}");
        }
        for (word, other) in [
            ("InvalidIp", "InvalidIP"),
            ("InvalidDisks", "InvalidDisk"),
            ("InvalidV1", "InvalidV2"),
            ("IncorrectTaskStatus", "IncorrectDiskStatus"),
            ("NotFound", "NotFounded1"),
        ] {
            assert!(!is_slip(word, other), "{word}");
        }
    }
}
