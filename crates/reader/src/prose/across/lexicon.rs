//! The phrases that tie names and values, and what they do in a sentence.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::vocabulary::{Hit, PHRASES, Said, Scanner};

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

const _: () = assert!(WORDS.len() <= 64, "each word has a bit of `Meanings`");

/// What a phrase means, or what some phrases mean: a set of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Meanings(u64);

impl Meanings {
    /// All words.
    #[cfg(test)]
    pub(super) const ALL: Meanings = Meanings(u64::MAX);

    /// These words.
    pub(super) const fn of(words: &[Word]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < words.len() {
            bits |= 1 << words[at] as u32;
            at += 1;
        }
        Meanings(bits)
    }

    /// Whether a word is among them.
    pub(super) fn has(self, word: Word) -> bool {
        self.any(Meanings::of(&[word]))
    }

    /// Whether both have a word.
    pub(super) fn any(self, others: Meanings) -> bool {
        self.0 & others.0 != 0
    }

    /// The words of both.
    pub(super) const fn with(self, others: Meanings) -> Self {
        Meanings(self.0 | others.0)
    }
}

/// Finds the phrases, and tells their meanings.
pub(super) struct Lexicon {
    scanner: Scanner,
    phrases: Vec<Phrase>,
    begun: Begun,
}

/// What is to know of a phrase.
struct Phrase {
    meanings: Meanings,
    /// It has words with blanks in between.
    blanks: bool,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&'static str, Meanings> = BTreeMap::new();
    for (list, word) in WORDS {
        for phrase in PHRASES.list("tied", list) {
            let known = phrases.entry(phrase).or_default();
            *known = known.with(Meanings::of(&[*word]));
        }
    }
    let numbered = (0..).zip(phrases.keys()).map(|(number, phrase)| ((*phrase).to_owned(), false, number));
    let scanner = Scanner::of(numbered);
    let mut begun = Begun([0; _]);
    phrases.keys().for_each(|phrase| begun.learn(phrase.as_bytes()));
    let phrase = |(text, meanings): (&str, Meanings)| Phrase { meanings, blanks: text.contains(' ') };
    Lexicon { scanner, phrases: phrases.into_iter().map(phrase).collect(), begun }
});

/// How phrases begin: with which characters, and Latin ones with which pairs of letters in any case. Most places of
/// sentences begin with others, and need not be looked up.
struct Begun([u64; 1 << 10]);

impl Begun {
    fn learn(&mut self, phrase: &[u8]) {
        let mut set = |key: u16| self.0[usize::from(key / 64)] |= 1 << (key % 64);
        match *phrase {
            // Behind a sign that is a phrase, anything may stand.
            [sign] => (0..=u8::MAX).filter_map(|behind| Begun::key(&[sign, behind])).for_each(set),
            _ => Begun::key(phrase).into_iter().for_each(&mut set),
        }
    }

    fn may_begin(&self, text: &[u8]) -> bool {
        Begun::key(text).is_none_or(|key| self.0[usize::from(key / 64)] >> (key % 64) & 1 != 0)
    }

    /// The number of a text's first character, or one for its first two letters. Characters may share theirs with letters:
    /// then they are looked up in vain. What has none is always looked up.
    fn key(text: &[u8]) -> Option<u16> {
        let bits = |byte: u8, count: u32| u16::from(byte) & ((1 << count) - 1);
        match *text {
            [first @ 0xe0..0xf0, second, third, ..] => {
                Some(bits(first, 4) << 12 | bits(second, 6) << 6 | bits(third, 6))
            }
            [first @ 0..0x80, second, ..] => {
                Some(0b11 << 14 | bits(first | ONE_CASE, 7) << 7 | bits(second | ONE_CASE, 7))
            }
            _ => None,
        }
    }
}

/// What makes letters of either case look the same.
const ONE_CASE: u8 = 0x20;

/// The words for which sort of thing a value is, and how the names of parameters that have such values end.
pub(super) const SORTS: [(Word, &str); 4] = [
    (Word::SortType, "Type"),
    (Word::SortProtocol, "Protocol"),
    (Word::SortListener, "ListenerProtocol"),
    (Word::SortMode, "Mode"),
];

/// The same words.
pub(super) const SORT: Meanings =
    Meanings::of(&[Word::SortType, Word::SortProtocol, Word::SortListener, Word::SortMode]);

/// The lists without whose phrases a sentence states no rule,
fn verdicts() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.iter().filter(|(_, word)| is_verdict(*word)).map(|(list, _)| ("tied", *list))
}

/// and those of the words for a sort of things.
fn sorted() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.iter().filter(|(_, word)| SORT.has(*word)).map(|(list, _)| ("tied", *list))
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

impl Lexicon {
    /// That of the vocabulary.
    pub(super) fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// Whether a phrase may begin a text.
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        self.begun.may_begin(text)
    }

    /// The meanings and the end of the longest phrase at a place of a sentence, whole words in Latin script. In
    /// `is Available`, the second word is a value.
    pub(super) fn phrase_at(&self, text: &str, place: usize) -> Option<(Meanings, usize)> {
        if self.may_begin(&text.as_bytes()[place..]) { self.look_up(text, place) } else { None }
    }

    /// The same, also of places that are soon ruled out.
    pub(super) fn look_up(&self, text: &str, place: usize) -> Option<(Meanings, usize)> {
        let mut value = text.len();
        let mut longest: Option<Hit> = None;
        self.scanner.scan_at(text, place, |hit| {
            if longest.is_some() || hit.end > value {
                return;
            }
            let blanks = self.phrases[usize::from(hit.number)].blanks;
            match blanks.then(|| blank_before_value(&text[place..hit.end])).flatten() {
                Some(blank) => value = place + blank,
                None => longest = Some(hit),
            }
        });
        let Hit { number, end, .. } = longest?;
        let bytes = text.as_bytes();
        let ends_in_word = bytes[end - 1].is_ascii_alphanumeric();
        let goes_on = || bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        (!(ends_in_word && goes_on())).then(|| (self.phrases[usize::from(number)].meanings, end))
    }
}

/// Where a word with a capital letter begins behind others.
fn blank_before_value(words: &str) -> Option<usize> {
    words.as_bytes().windows(2).position(|pair| pair[0] == b' ' && pair[1].is_ascii_uppercase())
}
