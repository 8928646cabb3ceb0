//! How models travel: as the example shows them.

use contract::{Field, Model, Type};
use source::{Location, Sourced};

use super::RULE;
use super::tree::{Tree, take_apart};
use super::types::{settle_levels, settle_lists};
use crate::shape::Shape;
use crate::spellings::{self, respelt};

/// The fields of a model travel as the example shows them below a field of that model; once for each model.
pub(super) fn settle_models(fields: &[Field], shape: &Shape<'_>, at: &Location, models: &mut [Model]) {
    settle_below(fields, shape, at, models, &mut Vec::new());
}

fn settle_below(
    fields: &[Field],
    shape: &Shape<'_>,
    at: &Location,
    models: &mut [Model],
    settled: &mut Vec<String>,
) {
    for field in fields {
        let Some(node) = shape.get(&field.wire_name().value) else { continue };
        settle_below(&field.fields, node, at, models, settled);
        let Type::Model { name } = field.ty.value.innermost() else { continue };
        let known = models.iter().position(|model| model.name == *name);
        let Some(known) = known.filter(|_| !settled.contains(name) && !node.is_leaf()) else {
            continue;
        };
        settled.push(name.clone());
        let mut fields = planted(std::mem::take(&mut models[known].fields), node, at);
        settle_lists(&mut fields, node, at, models);
        settle_levels(&mut fields, node, at);
        models[known].fields.clone_from(&fields);
        settle_below(&fields, node, at, models, settled);
    }
}

/// The fields of a model, spelt, typed and nested as the example shows them.
fn planted(fields: Vec<Field>, node: &Shape<'_>, at: &Location) -> Vec<Field> {
    let mut tree = Tree::default();
    for mut field in fields {
        if let Some(shown) = respelt(&field.name.value, node) {
            let spelling = Sourced::derived(shown.to_owned(), spellings::RULE, at.clone());
            field.spelling = Some(Box::new(spelling));
        }
        if field.ty.value.is_bare_list()
            && let Some(shown) = node.get(&field.wire_name().value)
            && !shown.list
            && !shown.is_leaf()
        {
            field.ty = Sourced::derived(shown.ty(), RULE, at.clone());
        }
        let above = take_apart(&mut field, node).unwrap_or_default();
        tree.insert(&above, field, Some((node, at)));
    }
    tree.fields
}
