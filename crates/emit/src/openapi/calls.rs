//! Under which path and method an operation stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use contract::{HttpBinding, Operation, Position};

use super::document::{Item, Members};
use crate::Spec;
use crate::operation::Named;

/// Operations by path and method, in page order.
#[derive(Default)]
pub(crate) struct Paths<'a> {
    pub(crate) items: Vec<(Cow<'a, str>, Members<'a, Item<'a>>)>,
    at: BTreeMap<String, usize>,
}

impl<'a> Paths<'a> {
    /// Adds an operation under its path and method, apart from those that stand there already.
    pub(crate) fn add(&mut self, named: &Named<'a>, spec: &Spec<'a>, item: Item<'a>) {
        let (path, method) = self.call(named, spec);
        match self.at.get(&path) {
            Some(&at) => self.items[at].1.0.push((method.into(), item)),
            None => {
                self.at.insert(path.clone(), self.items.len());
                self.items.push((path.into(), Members(vec![(method.into(), item)])));
            }
        }
    }

    fn call(&self, named: &Named<'a>, spec: &Spec<'a>) -> (String, String) {
        let Some(http) = &named.operation.http else {
            let method = if spec.wire.carrier == wire::Carrier::Query { "get" } else { "post" };
            return (format!("/{}", named.pascal), method.to_owned());
        };
        let (path, method) = (template(http, named.operation), http.method.value.to_lowercase());
        let there = self.at.get(&path).map(|&at| &self.items[at].1.0);
        let taken = there.is_some_and(|methods| methods.iter().any(|(taken, _)| *taken == method));
        if taken { (format!("{path}#{}", named.pascal), method) } else { (path, method) }
    }
}

/// `/{object_name}` of `/<object_name>`; a segment that a parameter is named after is its placeholder.
fn template(http: &HttpBinding, operation: &Operation) -> String {
    let named = |segment: &str| {
        operation.parameters.iter().any(|parameter| {
            let in_path =
                parameter.position.as_ref().is_some_and(|position| position.value == Position::Path);
            in_path && parameter.wire_name().value == segment
        })
    };
    let segment = |segment: &str| match named(segment) {
        true => format!("{{{segment}}}"),
        false => segment.replace('<', "{").replace('>', "}"),
    };
    http.path.value.split('/').map(segment).collect::<Vec<_>>().join("/")
}
