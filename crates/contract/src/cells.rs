//! The origins of a row's leaf facts, written small: `"46:3+12"` is line, column and length in the row's file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::{FileName, Location, Origin, Sourced};

/// Leaf facts by name, each with its place in the file of the row; a derived one ends in ` by RULE`, a corrected
/// one in ` for ERRATUM`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Cells(BTreeMap<Cow<'static, str>, String>);

impl Cells {
    /// Notes where a fact stands.
    pub(crate) fn note<T>(&mut self, fact: impl Into<Cow<'static, str>>, sourced: &Sourced<T>) {
        let at = sourced.location();
        let place = format!("{}:{}+{}", at.line, at.column, at.length);
        let text = match &sourced.origin {
            Origin::Stated(_) => place,
            Origin::Derived(why) => format!("{place} by {}", why.rule),
            Origin::Corrected(why) => format!("{place} for {}: {}", why.erratum, why.replaces),
        };
        self.0.insert(fact.into(), text);
    }

    /// Gives a fact its origin back; one that is not noted stands where the row does.
    pub(crate) fn source<T>(&self, fact: &str, value: T, row: &Origin) -> Sourced<T> {
        let file = row.location().file.clone();
        let origin = self.0.get(fact).and_then(|text| parse(text, file)).unwrap_or_else(|| row.clone());
        Sourced { value, origin }
    }

    /// Like [`Cells::source`], for facts that a row may lack.
    pub(crate) fn source_some<T>(&self, fact: &str, value: Option<T>, row: &Origin) -> Option<Sourced<T>> {
        value.map(|value| self.source(fact, value, row))
    }
}

fn parse(text: &str, file: FileName) -> Option<Origin> {
    let (place, rest) = text.split_once(' ').unwrap_or((text, ""));
    let (line, column) = place.split_once(':')?;
    let (column, length) = column.split_once('+')?;
    let at = Location {
        file,
        line: line.parse().ok()?,
        column: column.parse().ok()?,
        length: length.parse().ok()?,
    };
    if let Some(rule) = rest.strip_prefix("by ") {
        return Some(Origin::derived(rule.to_owned(), at));
    }
    match rest.strip_prefix("for ").and_then(|r| r.split_once(": ")) {
        Some((erratum, replaces)) => Some(Origin::corrected(erratum, replaces, at)),
        None => Some(Origin::Stated(at)),
    }
}
