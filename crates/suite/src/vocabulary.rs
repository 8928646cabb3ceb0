//! The words by which the suite tells what values, operations and errors are; they are data, `vocabulary/words.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The words of the file, part by part.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vocabulary {
    pub(crate) parameters: OfParameters,
    pub(crate) operations: OfOperations,
    pub(crate) descriptions: OfDescriptions,
    pub(crate) errors: OfErrors,
    pub(crate) departures: OfDepartures,
    pub(crate) under_way: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfParameters {
    pub(crate) resources: Words,
    pub(crate) plain_resources: Words,
    pub(crate) texts: Words,
    pub(crate) rehearsals: Words,
    pub(crate) states: Words,
    pub(crate) destinations: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfOperations {
    pub(crate) readers: Words,
    pub(crate) makers: Words,
    pub(crate) removers: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfDescriptions {
    pub(crate) unenforced: Words,
    pub(crate) case_sensitive: Words,
    pub(crate) commas: Words,
    pub(crate) idempotent: Words,
    pub(crate) only_sometimes: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfErrors {
    pub(crate) taken: Words,
    pub(crate) denials: Words,
    pub(crate) spent: Words,
    pub(crate) tokens: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfDepartures {
    pub(crate) signature: Words,
    pub(crate) absent: Words,
    pub(crate) wrong: Words,
    pub(crate) key: Words,
    pub(crate) key_unknown: Words,
    pub(crate) nonce: Words,
    pub(crate) used: Words,
    pub(crate) time: Words,
    pub(crate) expired: Words,
    pub(crate) operation: Words,
    pub(crate) operation_or_api: Words,
    pub(crate) operation_unknown: Words,
}

/// A list of words, or of beginnings or endings of names.
#[derive(Deserialize)]
pub(crate) struct Words(Vec<String>);

impl Words {
    /// The first that a name begins with.
    pub(crate) fn begun(&self, name: &str) -> Option<&str> {
        self.0.iter().map(String::as_str).find(|word| name.starts_with(word))
    }

    /// Whether one of them ends a name.
    pub(crate) fn end(&self, name: &str) -> bool {
        self.0.iter().any(|word| name.ends_with(word.as_str()))
    }

    /// Whether a name is one of them, in any case of letters.
    pub(crate) fn are(&self, name: &str) -> bool {
        self.0.iter().any(|word| word.eq_ignore_ascii_case(name))
    }

    /// Whether a text has one of them.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|word| text.contains(word.as_str()))
    }
}

const FILE: &str = include_str!("../vocabulary/words.toml");

/// The file is part of the program: that it can be read is shown by a test.
pub(crate) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    toml::from_str(FILE).unwrap_or_else(|error| panic!("the suite's vocabulary is malformed: {error}"))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read_and_those_of_texts_are_in_lower_case() {
        let Vocabulary { operations, under_way, .. } = &*VOCABULARY;
        assert!(under_way.keys().all(|verb| operations.makers.0.contains(verb)), "only makers are under way");
        let file: BTreeMap<String, BTreeMap<String, Words>> =
            toml::from_str(FILE).expect("it was read above");
        for part in ["descriptions", "errors", "departures", "under_way"] {
            for word in file[part].values().flat_map(|words| &words.0) {
                assert_eq!(*word, word.to_lowercase(), "it would never be found");
            }
        }
    }
}
