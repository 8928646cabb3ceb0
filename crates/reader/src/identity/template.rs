//! In which of a family's templates a page is written: its headings, their attributes and its columns tell.

use page::{Lexicon, Text};
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
        templates.iter().position(|template| template.fits(outline, source))
    }

    fn fits(&self, outline: &Outline<'_>, source: &Source) -> bool {
        let headings = || outline.headings.iter();
        let mut attributes = headings().filter_map(|text| attribute(source, text.span));
        let attributes = match self.attributes.as_deref() {
            None => true,
            Some([]) => attributes.next().is_none(),
            Some(some) => attributes.any(|there| some.iter().any(|word| there.contains(word.as_str()))),
        };
        let is_written = |text: &Text, heading: &String| text.words(source) == heading.as_str();
        let is_called = |text: &Text, heading: &String| Lexicon::normal(&text.words(source)) == *heading;
        // Most are written as the vocabulary has them.
        let heading = |heading: &String| {
            headings().any(|text| is_written(text, heading))
                || headings().any(|text| is_called(text, heading))
        };
        attributes
            && (self.headings.is_empty() || self.headings.iter().any(heading))
            && self.columns.iter().all(|role| outline.columns.contains(role))
    }
}

fn normalised<'de, D: Deserializer<'de>>(headings: D) -> Result<Vec<String>, D::Error> {
    let headings = Vec::<String>::deserialize(headings)?;
    Ok(headings.iter().map(|words| Lexicon::normal(words).into_owned()).collect())
}

/// What stands in braces behind a heading's words.
fn attribute(source: &Source, words: Span) -> Option<&str> {
    let rest = source.text().get(words.end..)?.lines().next()?;
    let (_, inside) = rest.split_once('{')?;
    inside.split_once('}').map(|(inside, _)| inside)
}
