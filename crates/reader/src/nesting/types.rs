//! What the example says of the types of fields, and of the levels between them.

use contract::{Field, Model, Type};
use source::{Location, Origin, Sourced};

use super::RULE;
use super::tree::unwritten;
use crate::shape::Shape;
use crate::structures::Structures;

/// Where the row gives no type, or the bare word for a list or structure, the example's shape is the type.
pub(super) fn settle_type(field: &mut Field, node: &Shape<'_>, at: &Location, structures: &Structures<'_>) {
    let open = match field.ty.value.innermost() {
        Type::Unknown | Type::Object => true,
        Type::Model { name } if structures.knows(name) => {
            return settle_structure(field, node, at, structures);
        }
        Type::Model { .. } => true,
        _ => false,
    };
    // `Plank | (blank)`, shown as an empty list: the items are what the rows below describe.
    let empty = field.ty.value == Type::Unknown && node.list && node.ty().is_bare_list();
    let bare_list = field.ty.value.is_bare_list();
    if !open || (node.is_leaf() && !empty && !bare_list) {
        return;
    }
    let shown = if empty { Type::array(Type::Object) } else { node.ty() };
    let keeps = matches!((&field.ty.value, &shown), (Type::Array { .. }, Type::Array { item }) if **item == Type::Unknown);
    if !keeps && field.ty.value != shown {
        field.ty = Sourced::derived(shown, RULE, at.clone());
    }
}

/// Where the row names a structure, the example says whether it is a list of it, and whether a level stands between:
/// `Disks | DiskType` and `{"Disks": {"Disk": […]}}`.
fn settle_structure(field: &mut Field, node: &Shape<'_>, at: &Location, structures: &Structures<'_>) {
    let Some(name) = field.ty.value.model() else { return };
    let model = Type::Model { name: name.to_owned() };
    let is_shown = |shape: &Shape<'_>| shape.children().any(|(child, _)| structures.has_field(name, child));
    let listed = |shape: &Shape<'_>| if shape.list { Type::array(model.clone()) } else { model.clone() };
    let settled = match node.only() {
        Some((child, only)) if !node.list && !structures.has_field(name, child) && is_shown(only) => {
            field.fields.push(unwritten(child, listed(only), at));
            Type::Object
        }
        // Pages of structures describe the items; on its own page a structure's type is what the row says.
        _ if node.list && field.ty.value == model && structures.links_to(name) => listed(node),
        _ => return,
    };
    field.ty = Sourced::derived(settled, RULE, at.clone());
}

/// A list of structures where the example shows one: `Repairs | Array | (RepairSetType)`, whose type is the level that has
/// the list.
pub(super) fn settle_lists(fields: &mut [Field], shape: &Shape<'_>, at: &Location, models: &[Model]) {
    for field in fields {
        let Some(node) = shape.get(&field.wire_name().value) else { continue };
        if let Type::Array { item } = &field.ty.value
            && let Type::Model { name } = item.as_ref()
            && !node.list
            && let Some(model) = models.iter().find(|model| model.name == *name)
            && model.fields.iter().any(|field| {
                let shown = node.get(&field.wire_name().value);
                shown.is_some_and(|s| s.is_leaf() && !s.list || !field.ty.value.is_scalar())
            })
        {
            field.ty = Sourced::derived((**item).clone(), RULE, at.clone());
        }
        settle_lists(&mut field.fields, node, at, models);
    }
}

/// A list of scalars travels as `{"SecurityGroupIds": {"SecurityGroupId": […]}}`: the inner name is in no table.
pub(super) fn settle_levels(fields: &mut [Field], shape: &Shape<'_>, at: &Location) {
    for field in fields {
        let Some(node) = shape.child(&field.wire_name().value) else { continue };
        // `Planks | Array of [PlankType]`, shown as `{"Planks": {"Plank": [{…}]}}`.
        if let (Type::Array { item }, Some((child, only))) = (&field.ty.value, node.only())
            && matches!(**item, Type::Model { .. })
            && !node.list
            && only.list
            && field.fields.is_empty()
        {
            let values = only.is_leaf() && only.scalar.is_some();
            let ty = if values { only.ty() } else { field.ty.value.clone() };
            field.fields.push(unwritten(child, ty, at));
            field.ty = Sourced::derived(Type::Object, RULE, at.clone());
        }
        if field.fields.is_empty()
            && field.ty.value == Type::Object
            && matches!(field.ty.origin, Origin::Derived { .. })
            && let Some((child, only)) = node.only()
            && (only.list || only.is_leaf())
        {
            field.fields.push(unwritten(child, only.ty(), at));
        }
        settle_levels(&mut field.fields, node, at);
    }
}

/// `Planks | Array of Plank` above `Plank | (blank)`: the row of the element is a level that travels. Where the example
/// shows it, its shape has said so already.
pub(super) fn settle_elements(fields: &mut [Field]) {
    const RULE: &str = "row-of-the-element";
    for field in fields {
        if let Type::Array { item } = &field.ty.value
            && let [element] = field.fields.as_mut_slice()
        {
            let at = element.name.location().clone();
            match item.as_ref() {
                Type::Model { name } if element.name.value == *name && element.ty.value == Type::Unknown => {
                    element.ty = Sourced::derived(Type::array(Type::Object), RULE, at.clone());
                    field.ty = Sourced::derived(Type::Object, RULE, at);
                }
                Type::Unknown if matches!(element.ty.value, Type::Array { .. }) => {
                    field.ty = Sourced::derived(Type::Object, RULE, at);
                }
                _ => {}
            }
        }
        settle_elements(&mut field.fields);
    }
}
