//! A sentence as tokens: names, values, and the words that tie them.

use std::ops::Range;

use contract::Condition;

use super::lexicon::{SORTS, Word, phrase};
use super::names::Names;

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind<'t> {
    /// A phrase with its meanings.
    Phrase(&'static [Word]),
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
    /// The names that there are.
    pub(super) rows: &'t [&'t str],
}

impl<'t> Tokens<'t> {
    /// Cuts a sentence of the description of `own`.
    pub(super) fn of(text: &'t str, own: &'t str, case: Option<&'t str>, names: &'t Names<'_>) -> Self {
        let mut tokens = Tokens {
            own,
            case,
            chinese: text.contains(is_chinese),
            list: Vec::with_capacity(MANY),
            rows: names.rows(),
        };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let (kind, length) = match first {
                _ if first.is_whitespace() => (None, first.len_utf8()),
                '"' | '“' | '”' | '\'' | '‘' | '`' | '「' | '『' => quoted(rest, own, names),
                _ if first.is_ascii_uppercase() && tokens.awaits_value() => latin(rest, own, names),
                _ => plain(rest, own, names).unwrap_or_else(|| (mark(first), first.len_utf8())),
            };
            let kind = kind.map(|kind| tokens.in_place(kind, &text[at + length..]));
            if let Some(kind) = kind {
                tokens.push(kind, at..at + length);
            }
            at += length;
        }
        if tokens.chinese {
            tokens.explain();
        }
        tokens
    }

    /// `计费方式（ChargeType）` and `ChargeType（计费方式）` are the name alone.
    fn explain(&mut self) {
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
            let [.., Token { kind: Kind::Open, .. }, within, Token { kind: Kind::Close, place }] = &plain[..]
            else {
                continue;
            };
            let (open, close) = (plain.len() - 3, place.end);
            let glosses = plain[..open].iter().rev().take_while(|token| is_gloss(&token.kind)).count();
            if is_name(&within.kind) && glosses > 0 {
                let place = plain[open - glosses].place.start..close;
                let name = Token { kind: within.kind.clone(), place };
                plain.truncate(open - glosses);
                plain.push(name);
            } else if is_gloss(&within.kind) && open > 0 && is_name(&plain[open - 1].kind) {
                plain.truncate(open);
                plain[open - 1].place.end = close;
            }
        }
        self.list = plain;
    }

    /// Whether a value is what comes next: in `is Available`, no phrase begins.
    fn awaits_value(&self) -> bool {
        let last = self.list.len().checked_sub(1);
        last.is_some_and(|last| self.is(last, Word::Is) || self.is(last, Word::IsNot))
    }

    /// `类型` behind a value tells its parameter, and `非` before one negates it; elsewhere they are words like others.
    fn in_place(&self, kind: Kind<'t>, rest: &str) -> Kind<'t> {
        let Kind::Phrase(words) = &kind else { return kind };
        let sort = SORTS.iter().any(|(word, _)| words.contains(word));
        let value =
            self.list.last().is_some_and(|last| matches!(last.kind, Kind::Word(_, None) | Kind::Quoted(_)));
        let begins = || rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '“'));
        match sort && !value || words.contains(&Word::Non) && !begins() {
            true => Kind::Gap,
            false => kind,
        }
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
            self.is(at, Word::ThatIs)
                || matches!(self.kind(at), None | Some(Kind::Comma | Kind::Stop | Kind::Open | Kind::Close))
        })
    }

    /// Whether a sort of things is told behind a value.
    pub(super) fn tell_sorts(&self) -> bool {
        (0..self.list.len()).any(|at| SORTS.iter().any(|(word, _)| self.is(at, *word)))
    }

    /// Whether another parameter is named, or what may be one. A rule that ties this one to itself is none.
    pub(super) fn tell_of_others(&self) -> bool {
        let other = |at: usize| match self.kind(at) {
            Some(Kind::Word(_, Some(name))) => *name != self.own,
            Some(Kind::Group(_)) => true,
            _ => self.is_stranger(at),
        };
        (0..self.list.len()).any(other) || self.tell_sorts()
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

/// How many tokens most sentences have, at most.
const MANY: usize = 32;

/// Whether a sentence may speak of other parameters, by words that `may_know` does not rule out; few that seem to state a
/// rule do.
pub(super) fn may_tell_of_others(text: &str, may_know: impl Fn(&str) -> bool) -> bool {
    let named = |word: &str| {
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        word.contains('.') || capitals > 1 && word.len() > 3 || capitals > 0 && may_know(word)
    };
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let quotes = ["“", "”", "‘", "「", "『"];
        match byte {
            b'"' | b'\'' | b'`' => return true,
            0xe2 | 0xe3 if quotes.iter().any(|quote| text[at..].starts_with(quote)) => return true,
            _ if byte.is_ascii_alphanumeric() => {
                let word = word(&text[at..]);
                // Behind a hyphen a word may begin anew.
                if named(word) || word.match_indices('-').any(|(hyphen, _)| named(&word[hyphen + 1..])) {
                    return true;
                }
                at += word.len();
            }
            0..0x80 => at += 1,
            _ => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    false
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

/// The Latin word at the beginning of `rest`.
fn latin<'t>(rest: &'t str, own: &str, names: &'t Names<'_>) -> (Option<Kind<'t>>, usize) {
    let word = word(rest);
    (Some(Kind::Word(word, names.resolve(word, own))), word.len())
}

fn word(rest: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    rest[..length].trim_end_matches(['.', '-'])
}

/// A Latin word or a phrase at the beginning of `rest`. A name of the page is no phrase, whatever it looks like.
fn plain<'t>(rest: &'t str, own: &str, names: &'t Names<'_>) -> Option<(Option<Kind<'t>>, usize)> {
    let word = word(rest);
    let begins = word.starts_with(|c: char| c.is_ascii_alphanumeric());
    if begins
        && word.contains(|c: char| c.is_ascii_uppercase())
        && let Some(name) = names.resolve(word, own)
    {
        return Some((Some(Kind::Word(word, Some(name))), word.len()));
    }
    if begins && word.contains('.') {
        let star = usize::from(rest[word.len()..].starts_with(".*")) * 2;
        if star > 0 || word.ends_with(".N") || word.ends_with(".n") {
            return Some((Some(Kind::Group(word)), word.len() + star));
        }
    }
    if let Some((meanings, length)) = phrase(rest) {
        let noise = meanings.contains(&Word::Noise);
        let other = meanings.contains(&Word::Other);
        let kind = if other { Kind::Gap } else { Kind::Phrase(meanings) };
        return Some(((!noise).then_some(kind), length));
    }
    begins.then_some((Some(Kind::Word(word, None)), word.len()))
}
