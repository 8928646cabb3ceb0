//! The phrases that tie names and values, and what they do in a sentence.

use std::sync::LazyLock;

use crate::vocabulary::{PHRASES, Said, Scanner};

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $word:ident = $list:literal),+ $(,)?) => {
        /// What a phrase does in a sentence. Each has a list of the vocabulary's section `tied`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Word {
            $($(#[doc = $doc])+ $word),+
        }

        /// The lists, and what their phrases do; a phrase of several lists has all of their meanings.
        const WORDS: &[(&str, Word)] = &[$(($list, Word::$word)),+];

        /// The lists of the section `tied`.
        #[cfg(test)]
        pub(crate) const TIED: &[&str] = &[$($list),+];
    };
}

words! {
    /// Says nothing.
    Noise = "noise",
    /// The parameter whose description it is.
    This = "this",
    /// Begins a condition.
    If = "when_before",
    /// Ends a condition.
    When = "when_behind",
    /// Has the value.
    Is = "is",
    /// Has another value.
    IsNot = "is_not",
    /// Behind a name: it is given.
    Given = "given",
    /// Behind a name: it is not.
    Absent = "absent",
    /// Before a name: it is given.
    Give = "give",
    /// Before a name: it is not.
    KeepBack = "keep_back",
    /// The cell's own parameter is given.
    OwnGiven = "own_given",
    /// Behind a value of the cell's own parameter: what that means.
    Means = "means",
    /// Behind names that are given or not: what that is for.
    Purpose = "purpose",
    /// At the beginning of a clause that tells what the request is for.
    Act = "acts",
    /// Before a value: not that one.
    Non = "non",
    /// Behind a value of a parameter whose name ends with `Type`,
    SortType = "sort_type",
    /// with `Protocol`,
    SortProtocol = "sort_protocol",
    /// with `ListenerProtocol`,
    SortListener = "sort_listener",
    /// or with `Mode`.
    SortMode = "sort_mode",
    /// Begins a condition outside which something has no effect.
    Only = "only",
    /// Behind such a condition: there it has one.
    Supports = "supports",
    /// Where the condition before does not hold.
    Otherwise = "otherwise",
    /// What follows says it again.
    ThatIs = "that_is",
    /// Joins conditions.
    Besides = "besides",
    /// Joins names, and conditions.
    And = "and",
    /// Joins values, or names.
    Or = "or",
    /// Stands between values, or names.
    List = "list",
    /// The value that the item of a list begins with.
    ThisValue = "this_value",
    /// Where the value is the one that the item of a list begins with.
    ThisCase = "this_case",
    /// Begins an item, and is no value.
    NoValue = "no_values",
    /// It must be given.
    Required = "required",
    /// Each needs the other.
    Together = "together",
    /// It has an effect.
    Effective = "effective",
    /// It has none.
    Ignored = "ignored",
    /// It must not be given.
    Forbidden = "forbidden",
    /// It must have the value.
    MustBe = "must_be",
    /// A verdict of another kind.
    Void = "void",
    /// Looks like another word.
    Other = "other",
    /// Behind names: at most one.
    Exclusive = "exclusive",
    /// Before names: at most one.
    ExclusiveBefore = "exclusive_before",
    /// The beginning of a phrase that says so.
    Unfinished = "unfinished",
    /// Before names, however they are joined: at most one.
    OnlyOneBefore = "only_one_before",
    /// Before a name that excludes the one before it.
    ExclusiveWith = "exclusive_with",
    /// The same, if words behind the name say so.
    ExclusiveFrom = "exclusive_from",
    /// Behind names that are forbidden together.
    AtTheSameTime = "at_the_same_time",
    /// Behind names: one and no more.
    ExactlyOne = "exactly_one",
    /// Before names: one and no more.
    ExactlyOneBefore = "exactly_one_before",
    /// Behind names: at least one.
    OneOf = "one_of",
    /// Before names: at least one, however they are joined.
    AtLeastBefore = "at_least_before",
    /// Before names that `or` joins: at least one.
    OneOfBefore = "one_of_before",
    /// Before names of which a verdict follows.
    OneBefore = "one_before",
    /// The same value as.
    Equal = "equal",
    /// Behind a name that the value is compared with.
    EqualBehind = "equal_behind",
    /// Another value than.
    NotEqual = "not_equal",
    /// More than.
    Greater = "greater",
    /// No less than.
    AtLeast = "at_least",
    /// Behind names of a condition: one of them is enough.
    AnyOf = "any_of",
    /// Before a name, of which values follow.
    ValuesOf = "values_of",
    /// Less than.
    Less = "less",
    /// No more than.
    AtMost = "at_most",
}

/// Finds the phrases, and tells their meanings.
struct Lexicon {
    scanner: Scanner,
    meanings: Vec<Vec<Word>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut phrases: Vec<&'static str> = Vec::new();
    let mut meanings: Vec<Vec<Word>> = Vec::new();
    for (list, word) in WORDS {
        for phrase in PHRASES.list("tied", list) {
            match phrases.iter().position(|known| known == phrase) {
                Some(at) => meanings[at].push(*word),
                None => {
                    phrases.push(phrase);
                    meanings.push(vec![*word]);
                }
            }
        }
    }
    let words = phrases.iter().map(|phrase| ((*phrase).to_owned(), false));
    Lexicon { scanner: Scanner::of(words), meanings }
});

/// The words for which sort of thing a value is, and how the names of parameters that have such values end.
pub(super) const SORTS: [(Word, &str); 4] = [
    (Word::SortType, "Type"),
    (Word::SortProtocol, "Protocol"),
    (Word::SortListener, "ListenerProtocol"),
    (Word::SortMode, "Mode"),
];

/// The lists without whose phrases a sentence states no rule,
fn verdicts() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.iter().filter(|(_, word)| is_verdict(*word)).map(|(list, _)| ("tied", *list))
}

/// and those of the words for a sort of things.
fn sorted() -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_sort = |word: Word| SORTS.iter().any(|(sort, _)| *sort == word);
    WORDS.iter().filter(move |(_, word)| is_sort(*word)).map(|(list, _)| ("tied", *list))
}

/// What is looked for in every description.
pub(in crate::prose) fn searched() -> impl Iterator<Item = (&'static str, &'static str)> {
    verdicts().chain(sorted())
}

/// The same, as they are looked for.
pub(super) static VERDICTS: LazyLock<Said> =
    LazyLock::new(|| PHRASES.saying(&verdicts().collect::<Vec<_>>()));

/// The same of the words for a sort.
pub(super) static SORTED: LazyLock<Said> = LazyLock::new(|| PHRASES.saying(&sorted().collect::<Vec<_>>()));

fn is_verdict(word: Word) -> bool {
    !matches!(
        word,
        Word::Noise
            | Word::This
            | Word::If
            | Word::When
            | Word::Is
            | Word::IsNot
            | Word::Given
            | Word::Absent
            | Word::Give
            | Word::KeepBack
            | Word::OwnGiven
            | Word::Means
            | Word::Purpose
            | Word::Act
            | Word::Otherwise
            | Word::Non
            | Word::SortType
            | Word::SortProtocol
            | Word::SortListener
            | Word::SortMode
            | Word::Only
            | Word::ThatIs
            | Word::Besides
            | Word::And
            | Word::Or
            | Word::List
            | Word::ThisValue
            | Word::ThisCase
            | Word::NoValue
            | Word::Void
            | Word::Other
            | Word::Unfinished
            | Word::AtTheSameTime
            | Word::OneBefore
            | Word::EqualBehind
            | Word::AnyOf
    )
}

/// The longest phrase at the beginning of `rest`, whole words in Latin script. In `is Available`, the second word is a
/// value.
pub(super) fn phrase(rest: &str) -> Option<(&'static [Word], usize)> {
    let found = LEXICON.scanner.begins(rest)?;
    let words = &rest[..found.end];
    let value = words
        .match_indices(' ')
        .find(|(at, _)| words[at + 1..].starts_with(|c: char| c.is_ascii_uppercase()));
    if let Some((at, _)) = value {
        return phrase(&rest[..at]);
    }
    let ends_in_word = words.ends_with(|c: char| c.is_ascii_alphanumeric());
    let goes_on = rest[found.end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (!(ends_in_word && goes_on)).then(|| (LEXICON.meanings[found.phrase].as_slice(), found.end))
}
