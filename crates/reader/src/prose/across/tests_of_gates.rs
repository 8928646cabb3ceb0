//! What is ruled out early would tie nothing if it were read to the end.

use proptest::prelude::*;

use super::lexicon::{Lexicon, TIED};
use super::*;
use crate::prose::description::Phrasing;

/// Names of a page, words that may mean them, strangers, values, and marks.
const WORDS: &[&str] = &[
    "LockType",
    "locktype",
    "Lock",
    "Only",
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

/// One of them is a phrase as well.
const NAMES: [&str; 10] = [
    "LockType",
    "Type",
    "KeyId",
    "Size",
    "BeginTime",
    "Disk.N",
    "Disk.N.Kind",
    "Disk.N.Size",
    "Tag.N.Key",
    "Only",
];

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

#[test]
fn sorts_are_told_by_all_of_their_words() {
    let lists = [
        ("sort_type", "LockType"),
        ("sort_protocol", "Protocol"),
        ("sort_listener", "ListenerProtocol"),
        ("sort_mode", "Mode"),
    ];
    for (list, name) in lists {
        let names = Names::of(["KeyId", name].into_iter());
        for sort in PHRASES.list("tied", list) {
            let text = format!("当ECS{sort}时，必填");
            let cut = Cut::of(&text, |_| false);
            let found = find(&Tokens::of(&cut, &text, "KeyId", None, &names), &mut Vec::new());
            assert!(!found.is_empty(), "{text}");
        }
    }
}

#[test]
fn words_may_be_short_for_names_of_any_group_around() {
    let names = ["Rule.StickinessConfig.Type", "Rule.StickinessConfig.Cookie.N.Name"];
    let known = Names::of(names.into_iter());
    for own in ["Rule.StickinessConfig.Cookie", "Rule.StickinessConfig.Cookie.N.Name"] {
        assert_eq!(known.find("StickinessType", own), Some(names[0]), "{own}");
        assert_eq!(known.resolve("StickinessType", own), Some(names[0]), "{own}");
    }
}

#[test]
fn no_rule_ties_a_parameter_to_itself() {
    let text = "和 Disk.N.Kind 要同时指定，Tag.N.Key 可选";
    let names = names(false);
    let cut = Cut::of(text, |_| false);
    let tokens = Tokens::of(&cut, text, "Disk.N.Kind", None, &names);
    assert!(tokens.tell_of_others());
    assert_eq!(find(&tokens, &mut Vec::new()), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn a_sentence_that_is_ruled_out_ties_nothing(
        text in text(), own in prop::sample::select(NAMES.to_vec()), within: bool,
    ) {
        let names = names(within);
        let only = || std::iter::once(text.as_str());
        let phrasing = Phrasing::of(only());
        let description = phrasing.descriptions(only()).next().expect("that of the text");
        let may_tie = tying(&description, own);
        for sentence in Tying::all(&description, own) {
            let words = &text[sentence.place.clone()];
            let cut = Cut::of(words, |word| names.find(word, own).is_some());
            let tokens = Tokens::of(&cut, words, own, sentence.case.as_deref(), &names);
            prop_assert_eq!(&tokens.list, &sentence.tokens(&text, own, &names).list, "once for all pages: {}", text);
            let mut unknown = Vec::new();
            let found = find(&tokens, &mut unknown);
            if found.is_empty() && unknown.is_empty() {
                continue;
            }
            prop_assert!(sentence.may_tie(own, &names), "before it is cut: {text}");
            let known = may_tie.iter().any(|known| known.place == sentence.place);
            prop_assert!(known, "before its page is known: {text}");
            prop_assert!(tokens.tell_of_others(), "before its tokens are read: {text}");
        }
    }

    #[test]
    fn a_word_that_is_ruled_out_names_nothing(
        word in piece(), own in prop::sample::select(NAMES.to_vec()), within: bool,
    ) {
        let names = names(within);
        prop_assert_eq!(names.resolve(&word, own), names.find(&word, own), "{}", word);
    }

    #[test]
    fn a_production_that_is_passed_over_finds_nothing(
        text in text(), own in prop::sample::select(NAMES.to_vec()),
    ) {
        let names = names(false);
        let cut = Cut::of(&text, |word| names.find(word, own).is_some());
        let mut tokens = Tokens::of(&cut, &text, own, Some("on"), &names);
        let (mut unknown, mut all_unknown) = (Vec::new(), Vec::new());
        let found = find(&tokens, &mut unknown);
        tokens.suppose_all();
        prop_assert_eq!(found, find(&tokens, &mut all_unknown), "{}", text);
        prop_assert_eq!(unknown, all_unknown, "{}", text);
    }

    #[test]
    fn where_no_phrase_may_begin_there_is_none(text in text(), capitals: bool) {
        let text = if capitals { text.to_uppercase() } else { text };
        let lexicon = Lexicon::get();
        for (at, _) in text.char_indices() {
            prop_assert_eq!(lexicon.phrase_at(&text, at), lexicon.look_up(&text, at), "{} at {}", text, at);
        }
    }

    #[test]
    fn where_no_condition_may_begin_there_is_none(
        text in text(), own in prop::sample::select(NAMES.to_vec()), in_case: bool,
    ) {
        let names = names(false);
        let cut = Cut::of(&text, |word| names.find(word, own).is_some());
        let tokens = Tokens::of(&cut, &text, own, in_case.then_some("on"), &names);
        for at in (0..tokens.list.len()).filter(|at| !conditions::may_begin(&tokens, *at)) {
            let mut unknown = Vec::new();
            prop_assert!(conditions::group(&tokens, at, &mut unknown).is_none(), "{text}");
            prop_assert!(unknown.is_empty() && !tokens.is(at, lexicon::Word::Otherwise), "{text}");
        }
    }

    #[test]
    fn without_a_condition_a_verdict_ties_nothing(
        text in text(), own in prop::sample::select(NAMES.to_vec()),
    ) {
        let names = names(false);
        let cut = Cut::of(&text, |word| names.find(word, own).is_some());
        let tokens = Tokens::of(&cut, &text, own, None, &names);
        for at in 0..tokens.list.len() {
            let verdict = verdicts::verdict(&tokens, at).unwrap_or(verdicts::Verdict::Forbidden);
            prop_assert!(verdicts::under(&tokens, at, verdict, &[]).is_empty(), "{text}");
        }
    }

    #[test]
    fn where_no_bracket_opens_nothing_is_explained(
        text in text(), own in prop::sample::select(NAMES.to_vec()),
    ) {
        let names = names(false);
        let cut = Cut::of(&text, |word| names.find(word, own).is_some());
        let mut tokens = Tokens::of(&cut, &text, own, None, &names);
        if cut.pieces.iter().all(|piece| piece.reading != cut::Reading::Open) {
            let list = tokens.list.clone();
            tokens.explain();
            prop_assert_eq!(list, tokens.list, "{}", text);
        }
    }
}
