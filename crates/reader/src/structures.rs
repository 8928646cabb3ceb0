//! Which structure a row means: one that its page describes, or one that has a page of its own.

use std::borrow::Cow;

use contract::{Field, Model, Type, nearest_model};
use source::Sourced;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::rows::RowFacts;

/// The structures that the rows of a page may mean.
#[derive(Debug)]
pub(crate) struct Structures<'a> {
    /// Those that the page describes, with their fields.
    own: Vec<(String, Vec<Entry>)>,
    /// Those that have pages of their own.
    shared: &'a [Model],
    /// Those among them that the page's links lead to.
    linked: Vec<String>,
    /// What links name that neither the page nor another one describes.
    pub(crate) wanted: Vec<String>,
    page: &'a str,
}

/// A field of a structure, as far as others must know it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// Whether its value is one piece of text.
    pub(crate) scalar: bool,
}

impl<'a> Structures<'a> {
    pub(crate) fn of(page: &'a str, shared: &'a [Model]) -> Self {
        Self { own: Vec::new(), shared, linked: Vec::new(), wanted: Vec::new(), page }
    }

    /// Adds one that the page describes.
    pub(crate) fn describe(&mut self, name: &str, fields: Vec<Entry>) {
        self.own.push((name.to_owned(), fields));
    }

    /// Whether a name is that of a structure that the page describes or links to.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.own.iter().any(|(own, _)| own == name) || self.links_to(name)
    }

    /// Whether a name is that of a structure that has a page of its own, to which this one links.
    pub(crate) fn links_to(&self, name: &str) -> bool {
        self.linked.iter().any(|linked| linked == name)
    }

    /// Whether a structure has a field of that name.
    pub(crate) fn has_field(&self, name: &str, field: &str) -> bool {
        self.fields_of(name).iter().any(|entry| entry.name == field)
    }

    /// Finds the structure that a row means, or tells that nobody describes it.
    /// Of the answer's open types, `linking` finds those that the page itself describes; `asked` says that the row is of
    /// a request.
    pub(crate) fn settle(&mut self, row: &mut RowFacts<'_>, asked: bool, ledger: &mut Ledger<'_>) {
        if let Some(name) = &row.model {
            if !self.follow(name, row.linked) && (row.linked || !self.own.is_empty()) {
                ledger.tell(diagnostics::unknown_model(row.ty.location().clone(), name));
            }
            return;
        }
        let list = row.ty.value.is_bare_list();
        if row.typeless || !(list || row.ty.value == Type::Object) {
            return;
        }
        let leaf = row.name.value.trim_end_matches(".N");
        let (name, rule, at) = if asked && self.own.iter().any(|(own, _)| own == leaf) {
            (leaf.to_owned(), "structure-of-that-name", row.name.location().clone())
        } else {
            let mut linked = row.prose.links().map(|(text, _)| text.trim());
            let Some(name) = linked.find(|name| is_structure(name) && self.follow(name, true)) else {
                return;
            };
            (name.to_owned(), "structure-in-the-description", row.described_at.clone())
        };
        // A structure that holds nothing but a list is the level between the list and its items.
        let is_between = matches!(&*self.fields_of(&name), [only] if !only.scalar);
        let item = Type::Model { name: name.clone() };
        let ty = if list && !is_between { Type::array(item) } else { item };
        row.ty = Sourced::derived(ty, rule, at);
        row.model = Some(name);
    }

    /// Whether somebody describes a structure; only a link leads to another page.
    fn follow(&mut self, name: &str, linked: bool) -> bool {
        if self.knows(name) || !linked {
            return self.knows(name);
        }
        let found = nearest_model(self.shared, name, self.page).is_some();
        let names = if found { &mut self.linked } else { &mut self.wanted };
        names.push(name.to_owned());
        found
    }

    fn fields_of(&self, name: &str) -> Cow<'_, [Entry]> {
        if let Some((_, fields)) = self.own.iter().find(|(own, _)| own == name) {
            return Cow::Borrowed(fields);
        }
        let entry = |field: &Field| Entry {
            name: field.wire_name().value.clone(),
            scalar: field.ty.value.is_scalar(),
        };
        let model = nearest_model(self.shared, name, self.page);
        Cow::Owned(model.map(|model| model.fields.iter().map(entry).collect()).unwrap_or_default())
    }
}

/// Whether a word can be the name of a structure.
pub(crate) fn is_structure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
