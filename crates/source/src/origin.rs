//! Where a fact comes from.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::FileName;

/// A place on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Location {
    /// The file, relative to what was read.
    pub file: FileName,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Length of the text in bytes.
    pub length: u32,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        f.write_str(":")?;
        self.line.fmt(f)
    }
}

/// How a fact came to be known. There is no empty origin. Almost every fact is stated, so that is the small case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(from = "OriginJson<'static>")]
#[schemars(with = "OriginJson<'static>")]
pub enum Origin {
    /// The page says so, here.
    Stated(Location),
    /// Concluded by a named rule from what stands there.
    Derived(Box<Derivation>),
    /// An erratum replaces what stands there.
    Corrected(Box<Correction>),
}

/// A conclusion.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Derivation {
    /// The rule's name, as `doctract explain` knows it.
    pub rule: Cow<'static, str>,
    /// The words it was concluded from.
    pub from: Location,
}

/// A correction of what a page says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// The erratum's name.
    pub erratum: Arc<str>,
    /// The words on the page that it replaces.
    pub replaces: Arc<str>,
    /// Where those words stand.
    pub at: Location,
}

impl Origin {
    /// A fact that `rule` concludes from what stands at `from`.
    pub fn derived(rule: impl Into<Cow<'static, str>>, from: Location) -> Self {
        Origin::Derived(Box::new(Derivation { rule: rule.into(), from }))
    }

    /// A fact of an erratum, in place of the words `replaces`.
    pub fn corrected(erratum: &str, replaces: &str, at: Location) -> Self {
        Origin::Corrected(Box::new(Correction { erratum: erratum.into(), replaces: replaces.into(), at }))
    }

    /// The place on the page, however the fact was found there.
    pub fn location(&self) -> &Location {
        match self {
            Origin::Stated(at) => at,
            Origin::Derived(derivation) => &derivation.from,
            Origin::Corrected(correction) => &correction.at,
        }
    }
}

/// The public form, which borrows what it writes: the place, and what else is known of the way.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Origin")]
struct OriginJson<'o> {
    #[serde(flatten)]
    at: Cow<'o, Location>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    derived: Option<Cow<'o, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    erratum: Option<Cow<'o, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaces: Option<Cow<'o, str>>,
}

impl From<OriginJson<'_>> for Origin {
    fn from(OriginJson { at, derived, erratum, replaces }: OriginJson<'_>) -> Self {
        let at = at.into_owned();
        match (derived, erratum) {
            (_, Some(erratum)) => Origin::corrected(&erratum, &replaces.unwrap_or_default(), at),
            (Some(rule), None) => Origin::derived(rule.into_owned(), at),
            (None, None) => Origin::Stated(at),
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (derived, erratum, replaces) = match self {
            Origin::Stated(_) => (None, None, None),
            Origin::Derived(why) => (Some(&*why.rule), None, None),
            Origin::Corrected(why) => (None, Some(&*why.erratum), Some(&*why.replaces)),
        };
        let [derived, erratum, replaces] = [derived, erratum, replaces].map(|text| text.map(Cow::Borrowed));
        OriginJson { at: Cow::Borrowed(self.location()), derived, erratum, replaces }.serialize(serializer)
    }
}

/// A leaf fact with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The fact.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A fact that the page states at `location`.
    pub fn stated(value: T, location: Location) -> Self {
        Self { value, origin: Origin::Stated(location) }
    }

    /// A fact that `rule` concludes from what stands at `location`.
    pub fn derived(value: T, rule: impl Into<Cow<'static, str>>, location: Location) -> Self {
        Self { value, origin: Origin::derived(rule, location) }
    }

    /// The place on the page.
    pub fn location(&self) -> &Location {
        self.origin.location()
    }
}

impl<T> std::ops::Deref for Sourced<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}
