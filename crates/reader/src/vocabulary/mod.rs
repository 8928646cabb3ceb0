//! The words of each family of pages, read from `vocabulary/*.toml`.

mod file;
mod phrases;
mod refusals;
mod scanner;
mod words;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use contract::{Position, Presence, Type};
use page::{Block, Lexicon, Page};
use rustc_hash::FxHashSet;
use serde::Deserialize;
use source::Source;

use crate::columns::Role;
use crate::identity;
use crate::sections::Section;
use file::File;
use phrases::Phrases;
pub(crate) use phrases::{PhraseList, Said, Token};
use refusals::Refusals;
pub(crate) use scanner::{Hit, Scanner};
use words::Words;

/// One family of pages.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) name: String,
    /// What stands between the title and the operation's name.
    pub(crate) title_separators: Vec<String>,
    sections: Words<Section>,
    columns: Words<Vec<Role>>,
    /// Header words that other families are known by.
    shared: Words<()>,
    types: Words<Word>,
    list_of: Vec<String>,
    /// Whether a blank type says that the rows below stand inside.
    pub(crate) blank_contains: bool,
    presence: Words<Presence>,
    positions: Words<Position>,
    common: FxHashSet<String>,
    on_top: FxHashSet<String>,
    /// Whether what stands below a field of an answer follows it in the same table.
    pub(crate) nested_rows: bool,
    /// The parameter that names the operation.
    pub(crate) operation_parameter: String,
    /// What stands before the operation's name in the target of a link.
    pub(crate) operation_link: Option<String>,
    /// How the pages of one operation are told apart.
    pub(crate) identity: identity::Words,
}

/// What a type word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    String,
    Integer,
    Float,
    Boolean,
    Object,
    List,
}

impl Word {
    pub(crate) fn as_type(self) -> Type {
        match self {
            Word::String => Type::String,
            Word::Integer => Type::Integer,
            Word::Float => Type::Float,
            Word::Boolean => Type::Boolean,
            Word::Object => Type::Object,
            Word::List => Type::array(Type::Unknown),
        }
    }
}

impl Vocabulary {
    /// The family of that name.
    pub(crate) fn named(name: &str) -> Option<&'static Vocabulary> {
        FAMILIES.iter().find(|family| family.name == name)
    }

    /// All families.
    pub(crate) fn all() -> &'static [Vocabulary] {
        &FAMILIES
    }

    /// The family whose vocabulary knows most of a page's headings and column headers; of several, the first.
    pub(crate) fn of_page(page: &Page, source: &Source) -> &'static Vocabulary {
        let mut scores = vec![0_usize; FAMILIES.len()];
        let mut count = |text: &page::Text| {
            let knowing = KNOWING.get_either(&text.words(source));
            knowing.into_iter().flatten().for_each(|&family| scores[family] += 1);
        };
        for block in &page.blocks {
            match block {
                Block::Heading(heading) => count(&heading.text),
                Block::Table(table) => table.header.iter().for_each(&mut count),
                _ => {}
            }
        }
        let best = FAMILIES.iter().zip(scores).rev().max_by_key(|(_, score)| *score);
        best.map_or(&FAMILIES[0], |(family, _)| family)
    }

    /// What a heading opens.
    pub(crate) fn section(&self, heading: &str) -> Option<Section> {
        self.sections.get_either(heading).copied()
    }

    /// Whether a text is short enough to be a heading.
    pub(crate) fn can_head(&self, text: page::Text) -> bool {
        self.sections.can_be(text.span.len())
    }

    /// The roles that a header word can have.
    pub(crate) fn roles(&self, header: &str) -> &[Role] {
        self.columns.get(header).map_or(&[], Vec::as_slice)
    }

    /// What a type word means.
    pub(crate) fn type_word(&self, word: &str) -> Option<Word> {
        self.types.get(word).copied()
    }

    /// What stands behind `Array of `.
    pub(crate) fn list_item<'a>(&self, words: &'a str) -> Option<&'a str> {
        self.list_of.iter().find_map(|prefix| {
            let (head, item) = words.split_at_checked(prefix.len())?;
            let follows = head.eq_ignore_ascii_case(prefix) && item.starts_with(' ');
            follows.then(|| item.trim().trim_start_matches('\\'))
        })
    }

    /// What a presence cell says, if it is understood.
    pub(crate) fn presence(&self, cell: &str) -> Option<Presence> {
        self.presence.get(cell).copied()
    }

    /// The part of a request that a word means.
    pub(crate) fn position(&self, cell: &str) -> Option<Position> {
        self.positions.get(cell).copied()
    }

    /// Whether every answer has a field of that name at its top.
    pub(crate) fn is_on_top(&self, name: &str) -> bool {
        self.on_top.contains(name)
    }

    /// Whether every operation takes a parameter of that name.
    pub(crate) fn is_common(&self, name: &str) -> bool {
        self.common.contains(name)
    }
}

/// The names of the families of pages that can be read.
pub fn dialects() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().map(|family| family.name.as_str())
}

static FAMILIES: LazyLock<Vec<Vocabulary>> = LazyLock::new(|| {
    [
        include_str!("../../vocabulary/ucloud.toml"),
        include_str!("../../vocabulary/aliyun.toml"),
        include_str!("../../vocabulary/reference.toml"),
    ]
    .into_iter()
    .map(|text| Vocabulary::from(parse::<File>(text)))
    .collect()
});

/// Which families, by their number, know a word as a heading or as the header of a column.
static KNOWING: LazyLock<Words<Vec<usize>>> = LazyLock::new(|| {
    let words = FAMILIES.iter().enumerate().flat_map(|(number, family)| {
        let columns = family.columns.spellings().filter(|word| family.shared.get(word).is_none());
        let known: BTreeSet<&String> = family.sections.spellings().chain(columns).collect();
        known.into_iter().map(move |word| (word.clone(), vec![number]))
    });
    Words::of(words, |families, more| {
        families.extend(more);
        families.dedup();
    })
});

/// The words of all families, for pages that lost their marks.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for family in FAMILIES.iter() {
        lexicon.headings.extend(family.sections.spellings().cloned());
        for (word, roles) in family.columns.iter() {
            if let Some(column) = roles.iter().find_map(|role| role.column()) {
                lexicon.columns.entry(word.clone()).or_insert(column);
            }
        }
        lexicon.types.extend(family.types.spellings().cloned());
        lexicon.type_prefixes.extend(family.list_of.iter().cloned());
        lexicon.presence.extend(family.presence.spellings().cloned());
    }
    lexicon
});

/// The phrases that state rules.
pub(crate) static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| parse(include_str!("../../vocabulary/phrases.toml")));

/// What errors refuse.
pub(crate) static REFUSALS: LazyLock<Refusals> =
    LazyLock::new(|| parse(include_str!("../../vocabulary/refusals.toml")));

/// What finds words all at once. That it can be built is shown by a test.
fn finder(builder: &mut AhoCorasickBuilder, words: &[impl AsRef<[u8]>]) -> AhoCorasick {
    let built = builder.build(words);
    built.unwrap_or_else(|error| panic!("the words of doctract can't be searched: {error}"))
}

/// The files are part of the program: one that can't be read is a defect of ours, which a test finds.
fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("a vocabulary of doctract is malformed: {error}"))
}

#[cfg(test)]
mod tests {
    use contract::Refusal;

    use super::*;

    #[test]
    fn every_vocabulary_can_be_read() {
        assert_eq!(dialects().collect::<Vec<_>>(), ["ucloud", "aliyun", "reference"]);
        assert!(!PHRASES.list("length", "subjects").is_empty());
        assert_eq!(REFUSALS.by_code("MissingParameter"), Some(Refusal::Missing));
        assert!(!LEXICON.headings.is_empty());
    }

    #[test]
    fn each_list_that_a_production_asks_for_exists() {
        for (production, name) in crate::prose::LISTS {
            assert!(!PHRASES.list(production, name).is_empty(), "{production}.{name} is missing");
        }
        for name in crate::prose::TIED {
            assert!(!PHRASES.list("tied", name).is_empty(), "tied.{name} is missing");
        }
    }
}
