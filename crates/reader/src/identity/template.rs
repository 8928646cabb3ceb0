//! In which of a family's templates a page is written: its headings, their attributes and its columns tell.

use std::borrow::Cow;
use std::collections::BTreeSet;

use page::Lexicon;
use serde::{Deserialize, Deserializer};
use source::{Source, Span};

use crate::columns::Role;
use crate::sections::Outline;
use crate::vocabulary::Vocabulary;

/// A template, by the marks that its pages have. What is not given does not matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Template {
    /// What it is called.
    pub(crate) name: String,
    /// One of these headings, which are normalised, stands on the page.
    #[serde(default, deserialize_with = "normalised")]
    headings: Vec<String>,
    /// One of these stands in the `{…}` behind a heading; an empty list: no heading has any.
    attributes: Option<Vec<String>>,
    /// A table has each of these columns.
    #[serde(default)]
    columns: Vec<Role>,
}

impl Template {
    /// The first of the family's templates, which are listed from the newest on, whose marks the page has.
    pub(crate) fn of(outline: &Outline<'_>, source: &Source, vocabulary: &Vocabulary) -> Option<usize> {
        let templates = &vocabulary.identity.templates;
        if templates.is_empty() {
            return None;
        }
        let marks = Marks {
            headings: outline.headings.iter().map(|text| normal(text.words(source))).collect(),
            attributes: outline.headings.iter().filter_map(|text| attribute(source, text.span)).collect(),
            columns: &outline.columns,
        };
        templates.iter().position(|template| template.fits(&marks))
    }

    fn fits(&self, marks: &Marks<'_>) -> bool {
        let heading = |words: &String| marks.headings.contains(&Cow::Borrowed(words.as_str()));
        let attribute = |word: &String| marks.attributes.iter().any(|there| there.contains(word.as_str()));
        let attributes = match self.attributes.as_deref() {
            None => true,
            Some([]) => marks.attributes.is_empty(),
            Some(some) => some.iter().any(attribute),
        };
        attributes
            && (self.headings.is_empty() || self.headings.iter().any(heading))
            && self.columns.iter().all(|role| marks.columns.contains(role))
    }
}

/// What a page shows of its template.
#[derive(Debug)]
struct Marks<'p> {
    /// Its headings, normalised.
    headings: Vec<Cow<'p, str>>,
    attributes: Vec<&'p str>,
    columns: &'p BTreeSet<Role>,
}

fn normalised<'de, D: Deserializer<'de>>(headings: D) -> Result<Vec<String>, D::Error> {
    let headings = Vec::<String>::deserialize(headings)?;
    Ok(headings.iter().map(|words| Lexicon::normal(words).into_owned()).collect())
}

fn normal(words: Cow<'_, str>) -> Cow<'_, str> {
    match words {
        Cow::Borrowed(words) => Lexicon::normal(words),
        Cow::Owned(words) => Cow::Owned(Lexicon::normal(&words).into_owned()),
    }
}

/// What stands in braces behind a heading's words.
fn attribute(source: &Source, words: Span) -> Option<&str> {
    let rest = source.text().get(words.end..)?.lines().next()?;
    let (_, inside) = rest.split_once('{')?;
    inside.split_once('}').map(|(inside, _)| inside)
}
