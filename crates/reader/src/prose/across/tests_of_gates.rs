//! What is ruled out early would tie nothing if it were read to the end.

use proptest::prelude::*;

use super::lexicon::TIED;
use super::*;

/// Names of a page, words that may mean them, strangers, values, and marks.
const WORDS: &[&str] = &[
    "LockType",
    "locktype",
    "Type",
    "KeyId",
    "Keyid",
    "Key.Id",
    "Size",
    "Sizes",
    "BeginTime",
    "Begin",
    "Disk.N.Kind",
    "Disk.1.Size",
    "Disk.N",
    "Disk.N.*",
    "Kind",
    "Tag.N.Key",
    "N",
    "id",
    "InstanceName",
    "如果InstanceName为",
    "if InstanceName is",
    "如果\"keyid\"为",
    "必须同时指定“size”",
    "ECS",
    "TCP",
    "Host",
    "on",
    "20",
    "字段",
    "的",
    "\"Host\"",
    "\"keyid\"",
    "“size”",
    "`locktype`",
    "，",
    "。",
    "：",
    "（",
    "）",
    "- ",
];

const NAMES: [&str; 8] =
    ["LockType", "Type", "KeyId", "Size", "BeginTime", "Disk.N.Kind", "Disk.N.Size", "Tag.N.Key"];

/// A word, or a phrase of the lists that tie: those, put one behind the other, are often enough a rule.
fn piece() -> impl Strategy<Value = String> {
    let lists = TIED.iter().map(|list| PHRASES.list("tied", list)).filter(|list| !list.is_empty());
    let lists: Vec<&[String]> = lists.collect();
    prop_oneof![
        prop::sample::select(WORDS).prop_map(str::to_owned),
        prop::sample::select(lists).prop_flat_map(|list| prop::sample::select(list.to_vec())),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let joined = prop_oneof![Just(""), Just(" ")];
    (prop::collection::vec(piece(), 1..9), joined).prop_map(|(pieces, join)| pieces.join(join))
}

fn names(within: bool) -> Names<'static> {
    let names = Names::of(NAMES.into_iter());
    if within { names.within("LockConfig") } else { names }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn a_sentence_that_is_ruled_out_ties_nothing(
        text in text(), own in prop::sample::select(NAMES.to_vec()), within: bool,
    ) {
        let names = names(within);
        let description = Description::of(&text);
        for sentence in Tying::all(&description) {
            let tokens = sentence.tokens(&text, own, &names);
            let mut unknown = Vec::new();
            let found = find(&tokens, &mut unknown);
            // Strangers count only where something is said of them.
            if found.is_empty() && (unknown.is_empty() || !sentence.judges) {
                continue;
            }
            prop_assert!(sentence.may_tie(&text, |word| names.may_know(word, own)), "before it is cut: {text}");
            prop_assert!(sentence.may_tie(&text, |_| true), "before its page is known: {text}");
            prop_assert!(description.says(*VERDICTS), "with its description: {text}");
            prop_assert!(tokens.tell_of_others(), "before its tokens are read: {text}");
        }
    }

    #[test]
    fn a_word_that_is_ruled_out_names_nothing(
        word in piece(), own in prop::sample::select(NAMES.to_vec()), within: bool,
    ) {
        let names = names(within);
        prop_assert!(names.find(&word, own).is_none() || names.may_know(&word, own), "{word}");
    }
}
