//! How a vocabulary file says what a family's words mean.

use std::collections::BTreeMap;

use contract::{Position, Presence};
use page::Lexicon;
use serde::Deserialize;

use super::words::Words;
use super::{Vocabulary, Word};
use crate::columns::Role;
use crate::identity;
use crate::sections::Section;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
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
