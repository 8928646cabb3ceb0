//! The words of each family of pages, read from `vocabulary/*.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use contract::{Position, Refusal, Type};
use page::Lexicon;
use serde::Deserialize;

use crate::columns::Role;
use crate::sections::Section;

/// One family of pages.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) name: String,
    /// What stands between the title and the operation's name.
    pub(crate) title_separators: Vec<String>,
    sections: BTreeMap<String, Section>,
    columns: BTreeMap<String, Vec<Role>>,
    /// Header words that other families are known by.
    shared: BTreeSet<String>,
    types: BTreeMap<String, Word>,
    list_of: Vec<String>,
    /// Whether a blank type says that the rows below stand inside.
    pub(crate) blank_contains: bool,
    required: BTreeSet<String>,
    optional: BTreeSet<String>,
    positions: BTreeMap<String, Position>,
    common: BTreeSet<String>,
    /// The parameter that names the operation.
    pub(crate) operation_parameter: String,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    name: String,
    title: TitleWords,
    sections: BTreeMap<Section, Vec<String>>,
    columns: BTreeMap<Role, Vec<String>>,
    #[serde(default)]
    shared_columns: BTreeMap<Role, Vec<String>>,
    types: TypeWords,
    presence: PresenceWords,
    #[serde(default)]
    positions: BTreeMap<Position, Vec<String>>,
    names: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleWords {
    separators: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TypeWords {
    string: Vec<String>,
    integer: Vec<String>,
    float: Vec<String>,
    boolean: Vec<String>,
    object: Vec<String>,
    list: Vec<String>,
    #[serde(default)]
    list_of: Vec<String>,
    #[serde(default)]
    blank_contains: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresenceWords {
    required: Vec<String>,
    optional: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    common: Vec<String>,
    operation: String,
}

impl From<File> for Vocabulary {
    fn from(file: File) -> Self {
        let normal = |words: Vec<String>| words.iter().map(|w| Lexicon::normal(w)).collect::<BTreeSet<_>>();
        let mut columns: BTreeMap<String, Vec<Role>> = BTreeMap::new();
        let shared = normal(file.shared_columns.values().flatten().cloned().collect());
        for (role, words) in file.columns.into_iter().chain(file.shared_columns) {
            for word in words {
                columns.entry(Lexicon::normal(&word)).or_default().push(role);
            }
        }
        let sections = file
            .sections
            .into_iter()
            .flat_map(|(section, words)| words.into_iter().map(move |word| (Lexicon::normal(&word), section)))
            .collect();
        let positions = file
            .positions
            .into_iter()
            .flat_map(|(position, words)| {
                words.into_iter().map(move |word| (Lexicon::normal(&word), position))
            })
            .collect();
        let kinds = [
            (Word::String, file.types.string),
            (Word::Integer, file.types.integer),
            (Word::Float, file.types.float),
            (Word::Boolean, file.types.boolean),
            (Word::Object, file.types.object),
            (Word::List, file.types.list),
        ];
        let types = kinds
            .into_iter()
            .flat_map(|(kind, words)| words.into_iter().map(move |word| (Lexicon::normal(&word), kind)))
            .collect();
        Vocabulary {
            name: file.name,
            title_separators: file.title.separators,
            sections,
            columns,
            shared,
            types,
            list_of: file.types.list_of.iter().map(|w| Lexicon::normal(w)).collect(),
            blank_contains: file.types.blank_contains,
            required: normal(file.presence.required),
            optional: normal(file.presence.optional),
            positions,
            common: file.names.common.into_iter().collect(),
            operation_parameter: file.names.operation,
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

    /// What a heading opens.
    pub(crate) fn section(&self, heading: &str) -> Option<Section> {
        let normal = Lexicon::normal(heading);
        self.sections.get(&normal).copied().or_else(|| {
            // `句法（Syntax）`: either half will do.
            let (outer, inner) = normal.split_once(['（', '('])?;
            let inner = inner.trim_end_matches(['）', ')']);
            self.sections.get(outer.trim()).or_else(|| self.sections.get(inner.trim())).copied()
        })
    }

    /// The roles that a header word can have.
    pub(crate) fn roles(&self, header: &str) -> &[Role] {
        self.columns.get(&Lexicon::normal(header)).map_or(&[], Vec::as_slice)
    }

    /// What a type word means.
    pub(crate) fn type_word(&self, word: &str) -> Option<Word> {
        self.types.get(&Lexicon::normal(word)).copied()
    }

    /// What stands behind `Array of `.
    pub(crate) fn list_item<'a>(&self, words: &'a str) -> Option<&'a str> {
        let lower = words.to_lowercase();
        let prefix = self.list_of.iter().find(|p| lower.starts_with(&format!("{p} ")))?;
        words.get(prefix.len()..).map(|item| item.trim().trim_start_matches('\\'))
    }

    pub(crate) fn says_required(&self, cell: &str) -> bool {
        self.required.contains(&Lexicon::normal(cell))
    }

    pub(crate) fn says_optional(&self, cell: &str) -> bool {
        self.optional.contains(&Lexicon::normal(cell))
    }

    /// The part of a request that a word means.
    pub(crate) fn position(&self, cell: &str) -> Option<Position> {
        self.positions.get(&Lexicon::normal(cell)).copied()
    }

    /// Whether every operation takes a parameter of that name.
    pub(crate) fn is_common(&self, name: &str) -> bool {
        self.common.contains(name)
    }

    /// How many of `headings` and header words the family knows.
    pub(crate) fn score<'a>(&self, headings: impl Iterator<Item = &'a str>) -> usize {
        let tells = |words: &&str| {
            self.section(words).is_some()
                || (!self.roles(words).is_empty() && !self.shared.contains(&Lexicon::normal(words)))
        };
        headings.filter(tells).count()
    }
}

/// The names of the families of pages that can be read.
pub fn dialects() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().map(|family| family.name.as_str())
}

static FAMILIES: LazyLock<Vec<Vocabulary>> = LazyLock::new(|| {
    [
        include_str!("../vocabulary/ucloud.toml"),
        include_str!("../vocabulary/aliyun.toml"),
        include_str!("../vocabulary/reference.toml"),
    ]
    .into_iter()
    .map(|text| parse::<File>(text).into())
    .collect()
});

/// The words of all families, for pages that lost their marks.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for family in FAMILIES.iter() {
        lexicon.headings.extend(family.sections.keys().cloned());
        for (word, roles) in &family.columns {
            if let Some(column) = roles.iter().find_map(|role| role.column()) {
                lexicon.columns.entry(word.clone()).or_insert(column);
            }
        }
        lexicon.types.extend(family.types.keys().cloned());
        lexicon.type_prefixes.extend(family.list_of.iter().cloned());
        lexicon.presence.extend(family.required.iter().chain(&family.optional).cloned());
    }
    lexicon
});

/// The phrases that state rules.
pub(crate) static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| parse(include_str!("../vocabulary/phrases.toml")));

/// What errors refuse.
pub(crate) static REFUSALS: LazyLock<Vec<RefusalWords>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct Refusals {
        refusal: Vec<RefusalWords>,
    }
    parse::<Refusals>(include_str!("../vocabulary/refusals.toml")).refusal
});

/// Phrases by production; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, BTreeMap<String, Vec<String>>>")]
pub(crate) struct Phrases(BTreeMap<String, BTreeMap<String, PhraseList>>);

/// A list of phrases, and what finds them all at once.
#[derive(Debug)]
struct PhraseList {
    phrases: Vec<String>,
    finder: AhoCorasick,
}

impl From<BTreeMap<String, BTreeMap<String, Vec<String>>>> for Phrases {
    fn from(file: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Self {
        let list = |phrases: Vec<String>| {
            let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&phrases);
            let finder =
                finder.unwrap_or_else(|error| panic!("the phrases of doctract can't be searched: {error}"));
            PhraseList { phrases, finder }
        };
        let lists = |lists: BTreeMap<String, Vec<String>>| {
            lists.into_iter().map(|(name, phrases)| (name, list(phrases))).collect()
        };
        Phrases(file.into_iter().map(|(production, all)| (production, lists(all))).collect())
    }
}

impl Phrases {
    /// A list of phrases: `list("length", "subjects")`.
    pub(crate) fn list(&self, production: &str, name: &str) -> &[String] {
        self.get(production, name).map_or(&[], |list| list.phrases.as_slice())
    }

    /// Where the first phrase of a list stands in `text`, from `from` on; of several there, the longest.
    pub(crate) fn find(
        &self,
        production: &str,
        name: &str,
        text: &str,
        from: usize,
    ) -> Option<(usize, usize)> {
        let rest = text.get(from..)?;
        let found = self.get(production, name)?.finder.find(rest)?;
        Some((from + found.start(), from + found.end()))
    }

    fn get(&self, production: &str, name: &str) -> Option<&PhraseList> {
        self.0.get(production)?.get(name)
    }
}

/// The words by which an error's kind is told.
#[derive(Debug, Deserialize)]
pub(crate) struct RefusalWords {
    pub(crate) refuses: Refusal,
    pub(crate) code: Vec<String>,
    pub(crate) text: Vec<String>,
}

/// The files are part of the program: one that can't be read is a defect of ours, which a test finds.
fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("a vocabulary of doctract is malformed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vocabulary_can_be_read() {
        assert_eq!(dialects().collect::<Vec<_>>(), ["ucloud", "aliyun", "reference"]);
        assert!(!PHRASES.list("length", "subjects").is_empty());
        assert!(!REFUSALS.is_empty());
        assert!(!LEXICON.headings.is_empty());
    }

    #[test]
    fn each_list_that_a_production_asks_for_exists() {
        for (production, name) in crate::prose::LISTS {
            assert!(!PHRASES.list(production, name).is_empty(), "{production}.{name} is missing");
        }
    }
}
