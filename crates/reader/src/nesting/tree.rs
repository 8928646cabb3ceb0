//! A tree of fields that grows by one field at a time.

use contract::{Field, Presence, Type};
use source::{Location, Origin, Sourced};

use super::{RULE, Shown};
use crate::shape::Shape;

/// Fields by the names that travel.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) fields: Vec<Field>,
}

impl Tree {
    /// The fields below `path`.
    fn level(&self, path: &[String]) -> Option<&Vec<Field>> {
        path.iter().try_fold(&self.fields, |fields, name| {
            fields.iter().find(|field| field.wire_name().value == *name).map(|field| &field.fields)
        })
    }

    fn level_mut(&mut self, path: &[String]) -> Option<&mut Vec<Field>> {
        path.iter().try_fold(&mut self.fields, |fields, name| {
            fields.iter_mut().find(|field| field.wire_name().value == *name).map(|field| &mut field.fields)
        })
    }

    fn named(&self, path: &[String], name: &str) -> Option<&Field> {
        self.level(path)?.iter().find(|field| field.wire_name().value == name)
    }

    /// The type of the field at `path`.
    pub(super) fn type_at(&self, path: &[String]) -> Option<&Type> {
        let (name, above) = path.split_last()?;
        self.named(above, name).map(|field| &field.ty.value)
    }

    /// Whether a row stands for that level already, under its name, a dotted one, or that of a part of it.
    pub(super) fn describes(&self, path: &[String], name: &str) -> bool {
        (0..=path.len()).any(|cut| {
            let (above, below) = path.split_at(cut);
            let covers = |known: &str| {
                let mut names = below.iter().map(String::as_str).chain([name]);
                names.try_fold(known, step_off).is_some()
            };
            self.level(above)
                .is_some_and(|fields| fields.iter().any(|field| covers(&field.wire_name().value)))
        })
    }

    /// Adds a field below `path`, and the levels of the example that have no row.
    pub(super) fn insert(&mut self, path: &[String], field: Field, shown: Shown<'_, '_>) {
        for end in 0..path.len() {
            let (above, name) = (&path[..end], &path[end]);
            if self.named(above, name).is_some() {
                continue;
            }
            let node = shown.and_then(|(shape, _)| shape.at(&path[..=end]));
            let at = shown.map_or(field.origin.location(), |(_, at)| at);
            let ty = node.map_or(Type::Object, Shape::ty);
            let Some(level) = self.level_mut(above) else { return };
            level.push(unwritten(name, ty, at));
        }
        if let Some(level) = self.level_mut(path) {
            level.push(field);
        }
    }
}

/// What follows the first step of a dotted name, if that is `step`.
fn step_off<'n>(name: &'n str, step: &str) -> Option<&'n str> {
    match name.as_bytes().get(step.len()) {
        None => (name == step).then_some(""),
        Some(b'.') => name.strip_prefix(step)?.strip_prefix('.'),
        Some(_) => None,
    }
}

/// `Status.Code` where the example has a structure `Status` with a `Code`: the field is left with its own name, and the
/// names above it are returned.
pub(super) fn take_apart(field: &mut Field, shape: &Shape<'_>) -> Option<Vec<String>> {
    let mut path: Vec<String> = field.wire_name().value.split('.').map(str::to_owned).collect();
    if path.len() < 2 {
        return None;
    }
    shape.at(&path)?;
    let own = path.pop()?;
    let spelling = Sourced::derived(own, "structure-of-the-example", field.name.location().clone());
    field.spelling = Some(Box::new(spelling));
    Some(path)
}

/// A field that the example shows and no row describes.
pub(super) fn unwritten(name: &str, ty: Type, at: &Location) -> Field {
    let derived = |value: String| Sourced::derived(value, RULE, at.clone());
    Field {
        name: derived(name.to_owned()),
        spelling: None,
        ty: Sourced::derived(ty, RULE, at.clone()),
        presence: Sourced::derived(Presence::Unstated, RULE, at.clone()),
        position: None,
        example: None,
        description: derived(String::new()),
        constraints: Vec::new(),
        rules: Vec::new(),
        fields: Vec::new(),
        origin: Origin::derived(RULE, at.clone()),
    }
}
