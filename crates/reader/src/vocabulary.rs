//! The words of each family of pages, read from `vocabulary/*.toml`.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use contract::{Position, Presence, Refusal, Type};
use page::Lexicon;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::columns::Role;
use crate::identity;
use crate::sections::Section;

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
    common: BTreeSet<String>,
    on_top: BTreeSet<String>,
    /// Whether what stands below a field of an answer follows it in the same table.
    pub(crate) nested_rows: bool,
    /// The parameter that names the operation.
    pub(crate) operation_parameter: String,
    /// What stands before the operation's name in the target of a link.
    pub(crate) operation_link: Option<String>,
    /// How the pages of one operation are told apart.
    pub(crate) identity: identity::Words,
}

/// Words and what they mean. They are looked up as they stand first, then normalised.
#[derive(Debug)]
struct Words<T> {
    meanings: FxHashMap<String, T>,
    /// The longest word, in bytes.
    longest: usize,
}

impl<T: Clone> Words<T> {
    /// `join` adds a second meaning to a word that has one.
    fn of(words: impl IntoIterator<Item = (String, T)>, join: impl Fn(&mut T, T)) -> Self {
        let mut meanings: FxHashMap<String, T> = FxHashMap::default();
        let mut spellings = Vec::new();
        for (word, meaning) in words {
            match meanings.entry(Lexicon::normal(&word).into_owned()) {
                Entry::Occupied(mut known) => join(known.get_mut(), meaning),
                Entry::Vacant(new) => drop(new.insert(meaning)),
            }
            spellings.push(word);
        }
        for word in spellings {
            if let Some(meaning) = meanings.get(Lexicon::normal(&word).as_ref()).cloned() {
                meanings.insert(word, meaning);
            }
        }
        let longest = meanings.keys().map(String::len).max().unwrap_or_default();
        Words { meanings, longest }
    }

    fn get(&self, words: &str) -> Option<&T> {
        self.meanings.get(words).or_else(|| {
            // A sentence is no word.
            let short = words.len() <= self.longest + LAYOUT;
            short.then(|| self.meanings.get(Lexicon::normal(words).as_ref())).flatten()
        })
    }

    /// Like [`Words::get`]; of `句法（Syntax）`, either half will do.
    fn get_either(&self, words: &str) -> Option<&T> {
        self.get(words).or_else(|| {
            if words.len() > 2 * (self.longest + LAYOUT) {
                return None;
            }
            let (outer, inner) = words.split_once(['（', '('])?;
            let inner = inner.trim_end_matches(['）', ')', ':', '：', '*', ' ']);
            self.get(outer).or_else(|| self.get(inner))
        })
    }

    fn spellings(&self) -> impl Iterator<Item = &String> {
        self.meanings.keys()
    }
}

/// How many bytes of colons, marks and white space a word can have around and in it.
const LAYOUT: usize = 24;

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
    identity: identity::Words,
    tables: Tables,
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
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Names {
    common: Vec<String>,
    /// Fields that stand at the top of every answer, never in a structure.
    #[serde(default)]
    on_top: Vec<String>,
    operation: String,
    #[serde(default)]
    link: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Tables {
    nested_rows: bool,
}

impl From<File> for Vocabulary {
    fn from(file: File) -> Self {
        fn each<K: Copy>(
            kinds: impl IntoIterator<Item = (K, Vec<String>)>,
        ) -> impl Iterator<Item = (String, K)> {
            kinds.into_iter().flat_map(|(kind, words)| words.into_iter().map(move |word| (word, kind)))
        }
        let shared: Vec<(String, ())> =
            file.shared_columns.values().flatten().map(|word| (word.clone(), ())).collect();
        let kinds = [
            (Word::String, file.types.string),
            (Word::Integer, file.types.integer),
            (Word::Float, file.types.float),
            (Word::Boolean, file.types.boolean),
            (Word::Object, file.types.object),
            (Word::List, file.types.list),
        ];
        let presence =
            [(Presence::Required, file.presence.required), (Presence::Optional, file.presence.optional)];
        let columns =
            each(file.columns).chain(each(file.shared_columns)).map(|(word, role)| (word, vec![role]));
        Vocabulary {
            name: file.name,
            title_separators: file.title.separators,
            sections: Words::of(each(file.sections), |_, _| {}),
            columns: Words::of(columns, |roles, more| roles.extend(more)),
            shared: Words::of(shared, |(), ()| {}),
            types: Words::of(each(kinds), |_, _| {}),
            list_of: file.types.list_of.iter().map(|w| Lexicon::normal(w).into_owned()).collect(),
            blank_contains: file.types.blank_contains,
            presence: Words::of(each(presence), |_, _| {}),
            positions: Words::of(each(file.positions), |_, _| {}),
            common: file.names.common.into_iter().collect(),
            on_top: file.names.on_top.into_iter().collect(),
            nested_rows: file.tables.nested_rows,
            operation_parameter: file.names.operation,
            operation_link: file.names.link,
            identity: file.identity,
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
        self.sections.get_either(heading).copied()
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

    /// The families, by their number, that know a heading or the header of a column.
    pub(crate) fn knowing(words: &str) -> &'static [usize] {
        KNOWING.get_either(words).map_or(&[], Vec::as_slice)
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

/// Which families know a word as a heading or as the header of a column.
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
        for (word, roles) in &family.columns.meanings {
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
    LazyLock::new(|| parse(include_str!("../vocabulary/phrases.toml")));

/// What errors refuse.
pub(crate) static REFUSALS: LazyLock<Refusals> =
    LazyLock::new(|| parse(include_str!("../vocabulary/refusals.toml")));

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
            let finder = finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest), &phrases);
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

    /// Where the phrases of a list stand in `text`.
    pub(crate) fn each<'t>(
        &'t self,
        production: &str,
        name: &str,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, usize)> + 't {
        let list = self.get(production, name);
        list.into_iter().flat_map(move |list| list.finder.find_iter(text)).map(|m| (m.start(), m.end()))
    }

    fn get(&self, production: &str, name: &str) -> Option<&PhraseList> {
        self.0.get(production)?.get(name)
    }
}

/// The words by which an error's kind is told; see the file.
#[derive(Debug, Deserialize)]
#[serde(from = "RefusalFile")]
pub(crate) struct Refusals {
    code: Kinds,
    text: Kinds,
}

#[derive(Deserialize)]
struct RefusalFile {
    refusal: Vec<RefusalWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusalWords {
    refuses: Refusal,
    code: Vec<String>,
    text: Vec<String>,
}

impl From<RefusalFile> for Refusals {
    fn from(file: RefusalFile) -> Self {
        let kinds = |words: fn(&RefusalWords) -> &[String]| {
            let each = file.refusal.iter().flat_map(|r| words(r).iter().map(|word| (word, r.refuses)));
            let (words, kinds): (Vec<&String>, Vec<Refusal>) = each.unzip();
            let mut builder = AhoCorasick::builder();
            builder.kind(Some(AhoCorasickKind::DFA));
            Kinds { finder: finder(builder.ascii_case_insensitive(true), &words), kinds }
        };
        Refusals { code: kinds(|words| &words.code), text: kinds(|words| &words.text) }
    }
}

impl Refusals {
    /// What an error refuses: its code speaks before its text.
    pub(crate) fn of(&self, code: &str, texts: [&str; 2]) -> Option<Refusal> {
        let first = |kinds: &Kinds, text: &str| {
            kinds.finder.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).min()
        };
        let by_code = first(&self.code, code).map(|index| self.code.kinds[index]);
        by_code.or_else(|| {
            let index = texts.into_iter().filter_map(|text| first(&self.text, text)).min()?;
            Some(self.text.kinds[index])
        })
    }
}

/// Words in the order of the file, and the kind that each tells.
#[derive(Debug)]
struct Kinds {
    finder: AhoCorasick,
    kinds: Vec<Refusal>,
}

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
    use super::*;

    #[test]
    fn every_vocabulary_can_be_read() {
        assert_eq!(dialects().collect::<Vec<_>>(), ["ucloud", "aliyun", "reference"]);
        assert!(!PHRASES.list("length", "subjects").is_empty());
        assert_eq!(REFUSALS.of("MissingParameter", ["", ""]), Some(Refusal::Missing));
        assert!(!LEXICON.headings.is_empty());
    }

    #[test]
    fn each_list_that_a_production_asks_for_exists() {
        for (production, name) in crate::prose::LISTS {
            assert!(!PHRASES.list(production, name).is_empty(), "{production}.{name} is missing");
        }
    }
}
