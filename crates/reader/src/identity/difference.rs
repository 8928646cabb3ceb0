//! Where two pages of one operation promise different requests.

use std::borrow::Cow;

use contract::{Operation, Parameter, Presence, Scope, Segment, Type, steps};
use rustc_hash::FxHashMap;
use source::Location;

/// The first difference in the order of the page that does not speak, and how many there are.
#[derive(Debug)]
pub(crate) struct Difference {
    /// Where this page says it.
    pub(crate) at: Location,
    /// What it says.
    pub(crate) here: String,
    /// What the other page says, and where.
    pub(crate) there: String,
    /// How many parameters differ.
    pub(crate) count: usize,
}

/// Compares the requests that two pages document. What one of them does not say is no difference.
pub(crate) fn first(speaks: &Operation, behind: &Operation) -> Option<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    let (here, there) = (by_path(behind), by_path(speaks));
    for parameter in own(behind) {
        let difference = match there.get(&path(parameter)) {
            None => Some((
                parameter.name.location(),
                format!("`{}` is a parameter", parameter.name.value),
                format!("it is none on {}", speaks.origin.location()),
            )),
            Some(other) => differing(parameter, other),
        };
        found.extend(difference.map(|(at, here, there)| Difference {
            at: at.clone(),
            here,
            there,
            count: 0,
        }));
    }
    for other in own(speaks).filter(|other| !here.contains_key(&path(other))) {
        found.push(Difference {
            at: behind.origin.location().clone(),
            here: format!("`{}` is no parameter", other.name.value),
            there: format!("it is one on {}", other.name.location()),
            count: 0,
        });
    }
    let count = found.len();
    found.into_iter().next().map(|first| Difference { count, ..first })
}

fn own(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation)
}

/// The parameters by their names; of two rows for one name the first counts.
fn by_path(operation: &Operation) -> FxHashMap<Cow<'_, str>, &Parameter> {
    let mut all = FxHashMap::default();
    for parameter in own(operation) {
        all.entry(path(parameter)).or_insert(parameter);
    }
    all
}

fn differing<'a>(here: &'a Parameter, there: &Parameter) -> Option<(&'a Location, String, String)> {
    let name = &here.name.value;
    let (own, other) = (&here.ty.value, &there.ty.value);
    if own != other && *own.innermost() != Type::Unknown && *other.innermost() != Type::Unknown {
        let there = format!("it is {other} on {}", there.ty.location());
        return Some((here.ty.location(), format!("`{name}` is {own}"), there));
    }
    let (own, other) = (words(&here.presence.value)?, words(&there.presence.value)?);
    (own != other).then(|| {
        let there = format!("it is {other} on {}", there.presence.location());
        (here.presence.location(), format!("`{name}` is {own}"), there)
    })
}

fn words(presence: &Presence) -> Option<&'static str> {
    match presence {
        Presence::Required => Some("required"),
        Presence::Optional => Some("optional"),
        _ => None,
    }
}

/// The name with one spelling of each index: `Rule.n.Port` is `Rule.N.Port`.
fn path(parameter: &Parameter) -> Cow<'_, str> {
    let name = parameter.name.value.as_str();
    if !name.contains('.') {
        return Cow::Borrowed(name);
    }
    let mut text = String::with_capacity(name.len());
    for segment in steps(name) {
        text.push('.');
        match segment {
            Segment::Name(name) => text.push_str(name),
            Segment::EachItem => text.push('N'),
            Segment::Item(number) => text.push_str(&number.to_string()),
        }
    }
    Cow::Owned(text)
}
