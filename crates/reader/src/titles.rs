//! Which operation a page is of: title, action row and example vote.

use contract::{Example, ExampleRole, HttpBinding};
use page::Text;
use source::{Location, Origin, Source, Sourced};

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::rows::RowFacts;
use crate::vocabulary::Vocabulary;

/// A page's title and the operation in it.
#[derive(Debug)]
pub(crate) struct Title {
    /// The title without the operation's name.
    pub(crate) words: String,
    /// The operation, if the title names one.
    pub(crate) operation: Option<Sourced<String>>,
    /// Where the title stands.
    pub(crate) at: Location,
}

/// Reads the titles of a page; the last one that names an operation counts, else the first. An operation that is
/// `called_by_path` may have a name of one word, such as `Copy`: its page has a request line to be known by.
pub(crate) fn title(
    titles: &[Text],
    called_by_path: bool,
    source: &Source,
    vocabulary: &Vocabulary,
) -> Option<Title> {
    let is_name = |word: &str| is_operation(word) || (called_by_path && is_capitalised(word));
    let read = |text: &Text| {
        let words = text.words(source);
        let at = source.locate(text.span);
        let cut = vocabulary.title_separators.iter().find_map(|separator| {
            let (title, name) = words.rsplit_once(separator.as_str())?;
            is_name(name.trim()).then(|| (title.trim().to_owned(), name.trim().to_owned()))
        });
        match cut {
            Some((words, name)) => Title { words, operation: Some(Sourced::stated(name, at.clone())), at },
            None if is_operation(words.trim_end_matches(['.', '。'])) => {
                let name = Sourced::stated(words.trim_end_matches(['.', '。']).to_owned(), at.clone());
                Title { words: words.into_owned(), operation: Some(name), at }
            }
            None => Title { words: words.into_owned(), operation: None, at },
        }
    };
    let all: Vec<Title> = titles.iter().map(read).collect();
    let named = all.iter().position(|title| title.operation.is_some());
    all.into_iter().nth(named.unwrap_or(0))
}

/// The operation that most of title, action row and example name; in a tie, in that order.
pub(crate) fn vote(
    title: Option<&Title>,
    rows: &[&RowFacts<'_>],
    examples: &[Example],
    vocabulary: &Vocabulary,
    ledger: &mut Ledger<'_>,
) -> Option<String> {
    let mut votes: Vec<Sourced<String>> =
        title.and_then(|title| title.operation.clone()).into_iter().collect();
    votes.extend(rows.iter().filter_map(|row| action_row(row, vocabulary)));
    votes.extend(examples.iter().filter(|e| e.role == ExampleRole::Request).filter_map(|example| {
        let action = example.arguments.iter().find(|a| a.name == vocabulary.operation_parameter)?;
        let name = action.value.trim();
        is_operation(name).then(|| Sourced { value: name.to_owned(), origin: example.origin.clone() })
    }));
    let count = |name: &str| votes.iter().filter(|vote| vote.value == name).count();
    let most = votes.iter().map(|vote| count(&vote.value)).max()?;
    let taken = votes.iter().find(|vote| count(&vote.value) == most)?.value.clone();
    for vote in votes.iter().filter(|vote| vote.value != taken) {
        ledger.tell(diagnostics::disputed_name(vote.location().clone(), &taken, &vote.value));
    }
    Some(taken)
}

/// The name of an operation that nothing names but its request line.
pub(crate) fn called(http: Option<&HttpBinding>, ledger: &mut Ledger<'_>) -> Option<String> {
    let http = http?;
    let line = http.line();
    ledger.tell(diagnostics::named_by_request_line(http.origin.location().clone(), &line));
    Some(line)
}

/// The operation that the action row names: in code, behind a colon, or as the example.
fn action_row(row: &RowFacts<'_>, vocabulary: &Vocabulary) -> Option<Sourced<String>> {
    if row.name.value != vocabulary.operation_parameter {
        return None;
    }
    if let Some(example) = &row.example
        && is_operation(&example.value)
    {
        return Some(example.clone());
    }
    let text = row.prose.text();
    let last = text
        .rsplit(|c: char| !c.is_ascii_alphanumeric())
        .find(|word| is_operation(word) && *word != "API")?;
    Some(Sourced { value: last.to_owned(), origin: Origin::Stated(row.described_at.clone()) })
}

/// Whether a word is one capitalised word.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.len() > 1
        && word.chars().skip(1).all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// Whether a word can be the name of an operation: an identifier with an upper-case letter and a lower-case one.
pub(crate) fn is_operation(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && word.chars().any(|c| c.is_ascii_lowercase())
        && word.chars().filter(char::is_ascii_uppercase).count() >= 2
}
