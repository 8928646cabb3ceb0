//! A sentence as tokens: names, values, and the words that tie them.

use std::ops::Range;

use contract::Condition;

use super::cut::{Cut, Reading};
use super::lexicon::{Meanings, SORT, Word};
use super::mentions::is_stranger;
use super::names::Names;
use super::sets::TOGETHER;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind<'t> {
    /// A phrase.
    Phrase,
    /// A Latin word or a number, and the parameter that it names.
    Word(&'t str, Option<&'t str>),
    /// `DataDisk.N.*` or `DataDisk.N`: all parameters below a name, if there are any.
    Group(&'t str),
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
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    /// What it means, if it is a phrase. Whatever else it is means nothing, so to ask for a meaning is to look at no more.
    meanings: Meanings,
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
    /// The meanings of all of its phrases.
    said: Meanings,
    /// The names that there are.
    pub(super) rows: &'t [&'t str],
}

impl<'t> Tokens<'t> {
    /// Those of a sentence of the description of `own`.
    pub(super) fn of(
        cut: &Cut,
        sentence: &'t str,
        own: &'t str,
        case: Option<&'t str>,
        names: &'t Names<'_>,
    ) -> Self {
        let is_name = |word: &str| names.resolve(word, own).is_some();
        // A name of the page is no beginning of a longer piece.
        let again = cut.taken(sentence).any(is_name).then(|| Cut::of(sentence, is_name));
        let cut = again.as_ref().unwrap_or(cut);
        let (said, list) = (Meanings::default(), Vec::with_capacity(cut.pieces.len()));
        let mut tokens = Tokens { own, case, chinese: cut.chinese, list, said, rows: names.rows() };
        for piece in &cut.pieces {
            let words = || piece.words(sentence);
            let name = if piece.may_name { names.resolve(words(), own) } else { None };
            let kind = match piece.reading {
                _ if name.is_some() => Kind::Word(words(), name),
                Reading::Phrase(meanings) if tokens.takes(meanings) => {
                    tokens.said = tokens.said.with(meanings);
                    tokens.list.push(Token { kind: Kind::Phrase, meanings, place: piece.place() });
                    continue;
                }
                Reading::Phrase(_) => Kind::Gap,
                Reading::Word => Kind::Word(words(), None),
                Reading::Group => Kind::Group(words()),
                Reading::Quoted => Kind::Quoted(words()),
                Reading::Comma => Kind::Comma,
                Reading::Stop => Kind::Stop,
                Reading::Open => Kind::Open,
                Reading::Close => Kind::Close,
                Reading::Gap => Kind::Gap,
            };
            tokens.push(kind, piece.place());
        }
        if tokens.chinese && cut.pieces.iter().any(|piece| piece.reading == Reading::Open) {
            tokens.explain();
        }
        tokens
    }

    /// `计费方式（ChargeType）` and `ChargeType（计费方式）` are the name alone. Where no bracket opens, nothing is.
    pub(super) fn explain(&mut self) {
        let is_word = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_gloss = |kind: &Kind<'_>| match kind {
            Kind::Gap => true,
            Kind::Word(word, None) => is_word(word),
            _ => false,
        };
        let is_name = |kind: &Kind<'_>| matches!(kind, Kind::Word(_, Some(_)));
        let mut plain: Vec<Token<'t>> = Vec::with_capacity(self.list.len());
        for token in self.list.drain(..) {
            plain.push(token);
            let [.., Token { kind: Kind::Open, .. }, within, Token { kind: Kind::Close, place, .. }] =
                &plain[..]
            else {
                continue;
            };
            let (open, close) = (plain.len() - 3, place.end);
            let glosses = plain[..open].iter().rev().take_while(|token| is_gloss(&token.kind)).count();
            if is_name(&within.kind) && glosses > 0 {
                let place = plain[open - glosses].place.start..close;
                let name = Token { kind: within.kind, meanings: Meanings::default(), place };
                plain.truncate(open - glosses);
                plain.push(name);
            } else if is_gloss(&within.kind) && open > 0 && is_name(&plain[open - 1].kind) {
                plain.truncate(open);
                plain[open - 1].place.end = close;
            }
        }
        self.list = plain;
    }

    /// `类型` behind a value tells its parameter; elsewhere it is a word like others.
    fn takes(&self, phrase: Meanings) -> bool {
        let last = || self.list.last().map(|last| last.kind);
        !phrase.any(SORT) || matches!(last(), Some(Kind::Word(_, None) | Kind::Quoted(_)))
    }

    fn push(&mut self, kind: Kind<'t>, place: Range<usize>) {
        if let (Kind::Gap, Some(Token { kind: Kind::Gap, place: last, .. })) = (&kind, self.list.last_mut()) {
            last.end = place.end;
            return;
        }
        self.list.push(Token { kind, meanings: Meanings::default(), place });
    }

    /// The kind of a token.
    pub(super) fn kind(&self, at: usize) -> Option<&Kind<'t>> {
        self.list.get(at).map(|token| &token.kind)
    }

    /// Whether a token has a meaning.
    pub(super) fn is(&self, at: usize, word: Word) -> bool {
        self.is_any(at, Meanings::of(&[word]))
    }

    /// Whether a token has one of these meanings.
    pub(super) fn is_any(&self, at: usize, words: Meanings) -> bool {
        self.list.get(at).is_some_and(|token| token.meanings.any(words))
    }

    /// Whether there is a token that has one of these meanings.
    pub(super) fn say(&self, words: Meanings) -> bool {
        self.said.any(words)
    }

    /// The parameter that a token names.
    pub(super) fn name(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(Kind::Word(_, name)) => *name,
            Some(Kind::Phrase) if self.is(at, Word::This) => Some(self.own),
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
        self.is_any(at, Meanings::of(&[Word::And, Word::Or, Word::List]))
    }

    /// Whether nothing, a comma, a stop or a bracket stands there.
    pub(super) fn is_edge(&self, at: Option<usize>) -> bool {
        at.is_none_or(|at| {
            self.is(at, Word::ThatIs)
                || matches!(self.kind(at), None | Some(Kind::Comma | Kind::Stop | Kind::Open | Kind::Close))
        })
    }

    /// Whether a sort of things is told behind a value.
    pub(super) fn tell_sorts(&self) -> bool {
        self.say(SORT) && (0..self.list.len()).any(|at| self.is_any(at, SORT))
    }

    /// Whether another parameter is named, or what may be one. A rule that ties this one to itself is none, and of what only
    /// looks like a parameter nothing is told but that the page has none: in conditions, and beside names.
    pub(super) fn tell_of_others(&self) -> bool {
        let other = |at: usize| match self.kind(at) {
            Some(Kind::Word(_, Some(name))) => *name != self.own,
            Some(Kind::Group(_)) => true,
            _ => false,
        };
        let says = |word: Word| self.say(Meanings::of(&[word]));
        let places = 0..self.list.len();
        places.clone().any(other)
            || self.tell_sorts()
            || (says(Word::If) && says(Word::Is) || self.say(TOGETHER))
                && places.into_iter().any(|at| self.is_stranger(at))
    }

    /// Whether a token looks like a parameter that the page does not have.
    pub(super) fn is_stranger(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word(word, None)) if is_stranger(word))
    }

    /// No production is passed over.
    #[cfg(test)]
    pub(super) fn suppose_all(&mut self) {
        self.said = Meanings::ALL;
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
