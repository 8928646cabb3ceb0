//! Rows of errors: status, code, message, description, and what they refuse.

use std::hash::BuildHasher;

use contract::{Confidence, ErrorCase, Parameter, Refusal, Scope, Segment, steps};
use page::{Cell, Row};
use rustc_hash::{FxBuildHasher, FxHashMap};
use source::{Origin, Source};

use crate::accounting::Ledger;
use crate::columns::{Columns, Role};
use crate::diagnostics;
use crate::met::Codes;
use crate::rows::{Cells, report_lost_columns, without_blanks};
use crate::sections::Part;

/// Reads a table of errors; `codes` are those that have been met before.
/// What they refuse is a rule as well: without `codes`, it is not read.
pub(crate) fn error_rows(
    part: &Part<'_>,
    parameters: &[Parameter],
    codes: Option<&Codes>,
    ledger: &mut Ledger<'_>,
) -> Vec<ErrorCase> {
    ledger.table(part.table);
    report_lost_columns(part, ledger);
    let named = codes.map(|codes| Named::of(parameters, codes));
    let mut errors: Vec<ErrorCase> = Vec::with_capacity(part.table.rows.len());
    // Which row says what, by a hash of it: tables are long, and a look at all rows above for each is longer.
    let mut said = FxHashMap::with_capacity_and_hasher(part.table.rows.len(), FxBuildHasher);
    for row in &part.table.rows {
        let Some(error) = error_row(row, &part.columns, ledger) else { continue };
        let error = match &named {
            Some(named) => understood(error, named),
            None => error,
        };
        let hash = FxBuildHasher.hash_one(row_of(&error));
        if said.get(&hash).is_some_and(|&other: &usize| row_of(&errors[other]) == row_of(&error)) {
            let count = row.cells.iter().flatten().count();
            ledger.report(count, diagnostics::duplicate_error(ledger.at(row.span), &error.code));
        } else {
            said.insert(hash, errors.len());
            errors.push(error);
        }
    }
    errors
}

/// What a row says; a second one that says the same is a duplicate.
fn row_of(error: &ErrorCase) -> (Option<u16>, [&str; 3]) {
    (error.http_status, [&error.code, &error.message, &error.description])
}

fn error_row(row: &Row, columns: &Columns, ledger: &mut Ledger<'_>) -> Option<ErrorCase> {
    let fold = fold_position(row, columns, ledger.source);
    let cells = Cells::of(&row.cells, row.span, columns, ledger, fold);
    let text =
        |role, source| cells.get(role).map(|cell: Cell| cell.words(source).into_owned()).unwrap_or_default();
    let code = text(Role::Code, ledger.source);
    if code.is_empty() {
        let count = row.cells.iter().flatten().count();
        ledger.report(count, diagnostics::nameless_row(ledger.at(row.span)));
        return None;
    }
    let code_at = cells.get(Role::Code).map_or(row.span, |cell| cell.span);
    let code = match without_blanks(&code) {
        Some(whole) => {
            ledger.tell(diagnostics::blank_in_name(ledger.at(code_at), &code, &whole));
            whole
        }
        None => {
            if code.contains(char::is_whitespace) {
                ledger.tell(diagnostics::odd_code(ledger.at(code_at), &code));
            }
            code
        }
    };
    let http_status = cells.get(Role::Status).and_then(|cell| {
        let words = cell.words(ledger.source);
        let status = words.parse().ok().filter(|status| (100..=599).contains(status));
        if status.is_none() {
            ledger.report(1, diagnostics::odd_status(ledger.at(cell.span), &words));
        }
        status
    });
    let description = text(Role::Description, ledger.source);
    let mut message = text(Role::Message, ledger.source);
    if message.is_empty() && cells.get(Role::Message).is_none() {
        // Pages without a message column quote the message in the description.
        message = quoted_message(&description).unwrap_or_default().to_owned();
    }
    Some(ErrorCase {
        http_status,
        code,
        message,
        description,
        parameters: Vec::new(),
        refuses: None,
        confidence: Confidence::Likely,
        origin: Origin::Stated(ledger.at(row.span)),
    })
}

/// An error with what its words tell: what it refuses, and which parameters.
pub(crate) fn understood(mut error: ErrorCase, named: &Named<'_>) -> ErrorCase {
    error.refuses = named.codes.refused(&error.code, [&error.message, &error.description]);
    (error.parameters, error.confidence) = refused_parameters(&error, named);
    error
}

/// A pipe that is not escaped splits some cell in two: fold there, where the status column becomes a number again.
fn fold_position(row: &Row, columns: &Columns, source: &Source) -> Option<usize> {
    let surplus = row.cells.len().checked_sub(columns.len()).filter(|&surplus| surplus > 0)?;
    let status = columns.roles().iter().position(|role| *role == Some(Role::Status))?;
    let is_status = |at: usize| {
        let cell = row.cells.get(at).copied().flatten();
        cell.is_some_and(|cell| cell.words(source).parse::<u16>().is_ok_and(|s| (100..600).contains(&s)))
    };
    let fold = (0..columns.len())
        .rev()
        .find(|&fold| is_status(if fold < status { status + surplus } else { status }))?;
    // Behind the status, the message ends where its script does.
    let Some(message) = columns.roles().iter().position(|role| *role == Some(Role::Message)) else {
        return Some(fold);
    };
    let is_latin =
        |at: usize| row.cells.get(at).copied().flatten().is_some_and(|cell| cell.words(source).is_ascii());
    let last = row.cells.len() - 1;
    let stays = fold == message + 1 && (message..last).all(is_latin) && !is_latin(last);
    Some(if stays { message } else { fold })
}

/// A message that the description quotes: Latin words in quotation marks or code ticks, with a placeholder. Ticks are
/// off by now, so a run of Latin words with a bracketed one will do.
fn quoted_message(description: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii() && !matches!(c, '"' | '\n');
    let mut runs = description
        .split(|c: char| !is_part(c))
        .map(|run| run.trim_matches([' ', ':', ',', '.', '`', '(', ')']));
    runs.find(|run| run.contains('[') && run.contains(']') && run.split_whitespace().count() >= 2)
}

/// The operation's own parameters, by the names that errors call them.
pub(crate) struct Named<'p> {
    all: Vec<Name<'p>>,
    /// The codes of errors of other pages.
    codes: &'p Codes,
    /// How they end, in any case of letters: for each last letter but one, a bit for each last letter.
    endings: [u32; 32],
    /// How long their names are, modulo 64, by the first byte.
    lengths: [u64; 256],
}

struct Name<'p> {
    name: &'p str,
    /// The last name of the path.
    leaf: &'p str,
    /// What that is the identifier of.
    thing: Option<&'p str>,
}

impl<'p> Named<'p> {
    /// Those of an operation.
    pub(crate) fn of(parameters: &'p [Parameter], codes: &'p Codes) -> Self {
        let own = parameters.iter().filter(|p| p.scope == Scope::Operation);
        let all: Vec<Name<'p>> = own.map(|p| Name::of(&p.name.value, leaf(&p.wire_name().value))).collect();
        let (mut endings, mut lengths) = ([0; 32], [0; 256]);
        for Name { name, leaf, thing } in &all {
            for (last_but_one, last) in [Some(*leaf), *thing].into_iter().flatten().filter_map(ending) {
                endings[last_but_one] |= 1 << last;
            }
            for (first, length) in [name, leaf].into_iter().filter_map(|name| beginning(name)) {
                lengths[first] |= 1 << length;
            }
        }
        Named { all, codes, endings, lengths }
    }

    /// Whether one may end with a word, in any case of letters. Most words of codes are ruled out by two letters.
    fn may_end_with(&self, word: &str) -> bool {
        ending(word).is_some_and(|(last_but_one, last)| self.endings[last_but_one] >> last & 1 != 0)
    }

    /// Those that a text mentions, in the order of the page. Most words of sentences have no letter with which a name
    /// begins, or are not as long.
    fn mentioned(&self, texts: [&str; 2]) -> Vec<&Name<'p>> {
        let mut places: Vec<usize> = Vec::new();
        let begins = |byte: u8| self.lengths[usize::from(byte)] != 0;
        let may_be = |word: &&str| {
            word.len() > SHORT
                && beginning(word).is_some_and(|(first, length)| self.lengths[first] >> length & 1 != 0)
        };
        for word in texts.into_iter().flat_map(|text| words_with(text, begins)).filter(may_be) {
            let names = self.all.iter().enumerate().filter(|(_, name)| name.is_mentioned_by(word));
            places.extend(names.map(|(place, _)| place));
        }
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| &self.all[place]).collect()
    }
}

/// The two last letters of a word, in any case.
fn ending(word: &str) -> Option<(usize, usize)> {
    let [.., last_but_one, last] = word.as_bytes() else { return None };
    Some((usize::from(last_but_one % 32), usize::from(last % 32)))
}

/// The first byte of an identifier, and its length.
fn beginning(word: &str) -> Option<(usize, usize)> {
    let first = word.bytes().next().map(usize::from).filter(|first| IS_PART[*first])?;
    Some((first, word.len() % 64))
}

/// The longest word that every sentence may have.
const SHORT: usize = 3;

/// The last name of a path.
fn leaf(path: &str) -> &str {
    let name = |step| if let Segment::Name(name) = step { Some(name) } else { None };
    steps(path).filter_map(name).last().unwrap_or_default()
}

impl<'p> Name<'p> {
    fn of(name: &'p str, leaf: &'p str) -> Self {
        let id = leaf.len().checked_sub(2).and_then(|id| leaf.split_at_checked(id));
        let thing = id.filter(|(_, id)| id.eq_ignore_ascii_case("id")).map(|(thing, _)| thing);
        Name { name, leaf, thing }
    }

    /// Whether a word of a sentence means it. Short words are those of every sentence.
    fn is_mentioned_by(&self, word: &str) -> bool {
        self.leaf.len() > SHORT && (self.name == word || self.leaf == word)
    }

    /// Whether a word such as `Image` means the parameter `ImageId` or `SourceImage`.
    fn is_near(&self, word: &str) -> bool {
        let end = self.leaf.len().checked_sub(word.len()).map(|from| &self.leaf.as_bytes()[from..]);
        end.is_some_and(|end| end.eq_ignore_ascii_case(word.as_bytes()))
            || self.thing.is_some_and(|thing| thing.eq_ignore_ascii_case(word))
    }
}

/// The parameters that an error names, and how sure that is. The code speaks first, then the message.
fn refused_parameters(error: &ErrorCase, parameters: &Named<'_>) -> (Vec<String>, Confidence) {
    let names = |found: &[&Name<'_>]| found.iter().map(|p| p.name.to_owned()).collect();
    for part in error.code.split('.').map(str::trim) {
        let word = part.strip_prefix("Invalid").or(part.strip_prefix("Missing")).unwrap_or(part);
        if word.len() < 3 || matches!(word, "Parameter" | "Param" | "Paramter") {
            continue;
        }
        if !parameters.may_end_with(word) {
            continue;
        }
        let exact: Vec<_> = parameters.all.iter().filter(|p| p.leaf.eq_ignore_ascii_case(word)).collect();
        match exact.as_slice() {
            [] => {}
            [_] => return (names(&exact), Confidence::Certain),
            _ => return (names(&exact), Confidence::Likely),
        }
        // `QuotaExceed.Image` speaks of images, not of the parameter `ImageId`.
        if matches!(
            error.refuses,
            Some(Refusal::Value | Refusal::NotFound | Refusal::Missing | Refusal::State)
        ) {
            let mut near = parameters.all.iter().filter(|p| p.is_near(word));
            if let Some(near) = near.next().filter(|_| near.next().is_none()) {
                return (names(&[near]), Confidence::Certain);
            }
        }
    }
    (names(&parameters.mentioned([&error.message, &error.description])), Confidence::Likely)
}

/// The identifiers in a sentence; dotted names stay whole.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    words_with(text, |byte| IS_PART[usize::from(byte)])
}

/// Those that have a byte of a kind that identifiers have.
fn words_with(text: &str, is_of_kind: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let (bytes, is_part) = (text.as_bytes(), |byte: &u8| IS_PART[usize::from(*byte)]);
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += bytes[at..].iter().position(|byte| is_of_kind(*byte))?;
            let start = at - bytes[..at].iter().rev().take_while(|byte| is_part(byte)).count();
            at += bytes[at..].iter().take_while(|byte| is_part(byte)).count();
            let mut word = &text[start..at];
            // Few need it.
            if word.starts_with('.') || word.ends_with('.') {
                word = word.trim_matches('.');
            }
            if !word.is_empty() {
                return Some(word);
            }
        }
    })
}

/// The bytes of identifiers.
const IS_PART: [bool; 256] = {
    let mut is_part = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        is_part[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
        byte += 1;
    }
    is_part
};
