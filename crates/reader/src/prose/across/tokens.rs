//! A sentence as tokens: names, values, and the words that tie them.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

use contract::Condition;

use super::names::Names;
use crate::vocabulary::{PHRASES, Said};

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
    /// Behind names that are forbidden together.
    AtTheSameTime = "at_the_same_time",
    /// Behind names: one and no more.
    ExactlyOne = "exactly_one",
    /// Behind names: at least one.
    OneOf = "one_of",
    /// Before names: at least one, however they are joined.
    AtLeastBefore = "at_least_before",
    /// Before names that `or` joins: at least one.
    OneOfBefore = "one_of_before",
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

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind<'t> {
    /// A phrase with its meanings.
    Phrase(&'static [Word]),
    /// A Latin word or a number, and the parameter that it names.
    Word(&'t str, Option<&'t str>),
    /// A text in quotes that names nothing.
    Quoted(&'t str),
    /// A comma.
    Comma,
    /// Another mark: a colon, a stop.
    Stop,
    /// A bracket opens.
    Open,
    /// A bracket closes.
    Close,
    /// Words that are not understood.
    Gap,
}

/// A token and its place in the sentence.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    pub(super) place: Range<usize>,
}

/// The tokens of a sentence, noise left out.
pub(super) struct Tokens<'t> {
    pub(super) own: &'t str,
    /// The value that the item of a list begins with.
    pub(super) case: Option<&'t str>,
    /// It is written in Chinese.
    pub(super) chinese: bool,
    pub(super) list: Vec<Token<'t>>,
}

/// Finds the phrases, and tells their meanings.
struct Lexicon {
    finder: AhoCorasick,
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
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
    let built = builder.start_kind(StartKind::Anchored).build(&phrases);
    Lexicon { finder: built.expect("phrases are few and short"), meanings }
});

/// The lists without whose phrases a sentence states no rule.
pub(in crate::prose) fn verdicts() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.iter().filter(|(_, word)| is_verdict(*word)).map(|(list, _)| ("tied", *list))
}

/// The same, as they are looked for.
pub(super) static VERDICTS: LazyLock<Said> =
    LazyLock::new(|| PHRASES.saying(&verdicts().collect::<Vec<_>>()));

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
            | Word::Besides
            | Word::And
            | Word::Or
            | Word::List
            | Word::ThisValue
            | Word::ThisCase
            | Word::NoValue
            | Word::Void
            | Word::Other
            | Word::AtTheSameTime
            | Word::EqualBehind
            | Word::AnyOf
    )
}

impl<'t> Tokens<'t> {
    /// Cuts a sentence of the description of `own`.
    pub(super) fn of(text: &'t str, own: &'t str, case: Option<&'t str>, names: &'t Names<'_>) -> Self {
        let mut tokens = Tokens { own, case, chinese: text.contains(is_chinese), list: Vec::new() };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let (kind, length) = match first {
                _ if first.is_whitespace() => (None, first.len_utf8()),
                '"' | '“' | '”' | '\'' | '‘' | '`' | '「' | '『' => quoted(rest, own, names),
                _ => plain(rest, own, names).unwrap_or_else(|| (mark(first), first.len_utf8())),
            };
            if let Some(kind) = kind {
                tokens.push(kind, at..at + length);
            }
            at += length;
        }
        tokens
    }

    fn push(&mut self, kind: Kind<'t>, place: Range<usize>) {
        if let (Kind::Gap, Some(Token { kind: Kind::Gap, place: last })) = (&kind, self.list.last_mut()) {
            last.end = place.end;
            return;
        }
        self.list.push(Token { kind, place });
    }

    /// The kind of a token.
    pub(super) fn kind(&self, at: usize) -> Option<&Kind<'t>> {
        self.list.get(at).map(|token| &token.kind)
    }

    /// Whether a token has a meaning.
    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        matches!(self.kind(at), Some(Kind::Phrase(words)) if words.contains(&word))
    }

    /// The parameter that a token names.
    pub(super) fn name(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(Kind::Word(_, name)) => *name,
            Some(Kind::Phrase(words)) if words.contains(&Word::This) => Some(self.own),
            _ => None,
        }
    }

    /// That a parameter is given. Within `- fast: …`, for the cell's own it is that it has this value.
    pub(super) fn given(&self, name: &str) -> Condition {
        let case = self.case.filter(|_| name == self.own);
        Condition { parameter: name.to_owned(), equals: case.map(|case| vec![case.to_owned()]), not: false }
    }

    /// Whether a token stands between names.
    pub(super) fn joins(&self, at: usize) -> bool {
        [Word::And, Word::Or, Word::List].into_iter().any(|word| self.is(at, word))
    }

    /// Whether nothing, a comma, a stop or a bracket stands there.
    pub(super) fn is_edge(&self, at: Option<usize>) -> bool {
        at.is_none_or(|at| {
            matches!(self.kind(at), None | Some(Kind::Comma | Kind::Stop | Kind::Open | Kind::Close))
        })
    }

    /// Whether a token looks like a parameter that the page does not have.
    pub(super) fn is_stranger(&self, at: usize) -> bool {
        let capitals = |word: &str| word.chars().filter(char::is_ascii_uppercase).count();
        matches!(self.kind(at), Some(Kind::Word(word, None))
            if word.len() > 3 && word.starts_with(|c: char| c.is_ascii_uppercase()) && capitals(word) > 1
                && word.contains(|c: char| c.is_ascii_lowercase()))
    }

    /// The place of a run of tokens in the sentence.
    pub(super) fn place(&self, run: Range<usize>) -> Range<usize> {
        let start = self.list.get(run.start).map_or(0, |token| token.place.start);
        let end = run
            .end
            .checked_sub(1)
            .and_then(|last| self.list.get(last))
            .map_or(start, |token| token.place.end);
        start..end.max(start)
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn mark(c: char) -> Option<Kind<'static>> {
    Some(match c {
        ',' | '，' => Kind::Comma,
        '(' | '（' | '[' | '【' => Kind::Open,
        ')' | '）' | ']' | '】' => Kind::Close,
        '。' | '；' | ';' | ':' | '：' | '.' | '!' | '！' | '>' | '-' => Kind::Stop,
        _ => Kind::Gap,
    })
}

fn quoted<'t>(rest: &'t str, own: &str, names: &'t Names<'_>) -> (Option<Kind<'t>>, usize) {
    let open = rest.chars().next().map_or(0, char::len_utf8);
    let Some(end) = rest[open..].find(['"', '“', '”', '\'', '’', '`', '」', '』']) else {
        return (Some(Kind::Gap), open);
    };
    let inside = &rest[open..open + end];
    let close = rest[open + end..].chars().next().map_or(0, char::len_utf8);
    let kind = match names.resolve(inside, own) {
        Some(name) => Kind::Word(inside, Some(name)),
        None => Kind::Quoted(inside),
    };
    (Some(kind), open + end + close)
}

/// A Latin word or a phrase at the beginning of `rest`. A name of the page is no phrase, whatever it looks like.
fn plain<'t>(rest: &'t str, own: &str, names: &'t Names<'_>) -> Option<(Option<Kind<'t>>, usize)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let word = rest[..length].trim_end_matches(['.', '-']);
    let begins = word.starts_with(|c: char| c.is_ascii_alphanumeric());
    if begins
        && word.contains(|c: char| c.is_ascii_uppercase())
        && let Some(name) = names.resolve(word, own)
    {
        return Some((Some(Kind::Word(word, Some(name))), word.len()));
    }
    if let Some((meanings, length)) = phrase(rest) {
        let noise = meanings.contains(&Word::Noise);
        let other = meanings.contains(&Word::Other);
        let kind = if other { Kind::Gap } else { Kind::Phrase(meanings) };
        return Some(((!noise).then_some(kind), length));
    }
    begins.then_some((Some(Kind::Word(word, None)), word.len()))
}

/// The longest phrase at the beginning of `rest`, whole words in Latin script.
fn phrase(rest: &str) -> Option<(&'static [Word], usize)> {
    let found = LEXICON.finder.find(Input::new(rest).anchored(Anchored::Yes))?;
    let ends_in_word = rest[..found.end()].ends_with(|c: char| c.is_ascii_alphanumeric());
    let goes_on = rest[found.end()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (!(ends_in_word && goes_on))
        .then(|| (LEXICON.meanings[found.pattern().as_usize()].as_slice(), found.end()))
}
