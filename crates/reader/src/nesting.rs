//! The tree of an answer, out of rows that stand below each other.
//!
//! Three witnesses: the marks (`└`), the order, and the JSON example, whose tree is the one that travels. A level that
//! the example shows and no row describes (`"Images": {"Image": […]}`) becomes a field that is derived from the example.

use contract::{Field, Model, Presence, Type};
use serde_json::Value;
use source::{Location, Origin, Sourced};

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::shape::Shape;
use crate::spellings::respelt;
use crate::structures::Structures;

/// The rule by which facts are taken from the tree of an example.
const RULE: &str = "shape-of-the-example";

/// A row, ready but for its place.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub(crate) field: Field,
    pub(crate) depth: usize,
    /// The row says of itself that others stand below it.
    pub(crate) container: bool,
    /// A model describes it: what stands below it is not in this table.
    pub(crate) described: bool,
}

/// Puts rows into a tree. `example` is the answer that the page shows, and where; `top` knows the fields that stand in no
/// structure. The models learn from the example how they travel.
pub(crate) fn nest(
    rows: Vec<Leaf>,
    example: Option<(&Value, &Location)>,
    models: &mut [Model],
    structures: &Structures<'_>,
    top: &dyn Fn(&str) -> bool,
    ledger: &mut Ledger<'_>,
) -> Vec<Field> {
    let shape = example.map(|(value, _)| Shape::of(value));
    let at = example.map(|(_, at)| at);
    let marked = rows.iter().any(|row| row.depth > 0);
    let nests = marked || rows.iter().any(|row| row.container);
    let dotted = |row: &Leaf| row.field.wire_name.value.contains('.');
    if !nests && !rows.iter().any(dotted) {
        let mut fields: Vec<Field> = rows.into_iter().map(|row| row.field).collect();
        if let Some(shape) = &shape {
            for field in &mut fields {
                if let Some(node) = shape.children.get(field.wire_name.value.as_str()) {
                    settle_type(field, node, at, structures);
                }
            }
        }
        return Tree { fields }.settled(shape.as_ref(), at, models);
    }
    // Where `Array of X` has rows below it, a bare list has values.
    let of_rows = |ty: &Type| matches!(ty, Type::Array { item } if matches!(**item, Type::Model { .. }));
    let by_elements = !marked && rows.iter().any(|row| of_rows(&row.field.ty.value));
    let mut tree = Tree { fields: Vec::new() };
    let mut open: Vec<Vec<String>> = vec![Vec::new()]; // paths of open containers, the root first
    let mut begins = false; // the row above opened a container
    let names: Vec<String> = rows.iter().map(|row| row.field.wire_name.value.clone()).collect();
    for (index, row) in rows.into_iter().enumerate() {
        let name = names[index].clone();
        let candidates: Vec<Vec<String>> = match () {
            () if !nests || (marked && row.depth == 0) => vec![Vec::new()],
            () if marked => open.iter().skip(1).rev().cloned().collect(),
            () => open.iter().rev().cloned().collect(),
        };
        // The deepest open container below which the example has this name, levels without rows looked through. What a
        // row describes is rather what it looks like there: neither the level `LockReason` of `{"LockReason":
        // [{"LockReason": "…"}]}` nor that of a list of scalars, which has no row, is a scalar.
        let mut place = |fits: &dyn Fn(&Shape<'_>) -> bool| {
            let shape = shape.as_ref()?;
            candidates.iter().find_map(|path| {
                let found = shape.below(path, &name, fits)?;
                (!tree.describes(&found, &name)).then_some(found)
            })
        };
        let shown =
            place(&|node| node.looks_like(&row.field.ty.value, row.container)).or_else(|| place(&|_| true));
        // What the example shows elsewhere is a later row's, while a structure is open that the example does not show.
        let unseen = shape.as_ref().zip(candidates.first()).is_some_and(|(shape, path)| {
            shape.at(path).is_none() && tree.type_at(path) != Some(&Type::array(Type::Unknown))
        });
        let shown = shown.filter(|_| !(unseen && names[index + 1..].contains(&name)));
        let parent = match (shown, candidates.first()) {
            (Some(parent), _) => parent,
            (None, _) if !marked && top(&name) => Vec::new(),
            (None, Some(path)) => {
                // What follows a container stands in it.
                if nests && candidates.len() > 1 && !(shape.is_none() && begins) {
                    ledger.tell(diagnostics::open_nesting(row.field.origin.location().clone(), &name));
                }
                // Where the example is silent, siblings stay together.
                open.last().filter(|last| candidates.contains(last)).unwrap_or(path).clone()
            }
            (None, None) => Vec::new(),
        };
        while open.last().is_some_and(|last| !parent.starts_with(last)) {
            open.pop();
        }
        // A level that was looked through is open from now on: the siblings to come stand there, too.
        for end in open.last().map_or(0, Vec::len)..parent.len() {
            let opened = parent[..=end].to_vec();
            if !open.contains(&opened) {
                open.push(opened);
            }
        }
        let mut path = parent.clone();
        path.push(name.clone());
        let node = shape.as_ref().and_then(|shape| shape.at(&path));
        let flat = row.field.ty.value == Type::array(Type::Unknown)
            && node.map_or(by_elements, Shape::is_list_of_scalars);
        let is_container = match node {
            _ if row.described || flat => false,
            // A list of texts has nothing below it.
            Some(node) if node.children.is_empty() && row.field.ty.value != Type::Unknown => {
                row.container && node.scalar.is_none()
            }
            Some(node) if node.children.is_empty() => row.container,
            Some(_) => true,
            None => row.container,
        };
        let mut field = row.field;
        if node.is_none()
            && let Some((above, last)) = shape.as_ref().and_then(|shape| flattened(&name, shape.at(&parent)?))
        {
            field.wire_name =
                Sourced::derived(last, "structure-of-the-example", field.name.location().clone());
            let path: Vec<String> = parent.iter().cloned().chain(above).collect();
            tree.insert(&path, field, shape.as_ref(), at);
            begins = false;
            continue;
        }
        if let Some(node) = node {
            settle_type(&mut field, node, at, structures);
        }
        tree.insert(&parent, field, shape.as_ref(), at);
        begins = is_container;
        if is_container {
            for end in open.last().map_or(0, Vec::len)..path.len() {
                let opened = path[..=end].to_vec();
                if !open.contains(&opened) {
                    open.push(opened);
                }
            }
        }
    }
    tree.settled(shape.as_ref(), at, models)
}

/// `Status.Code` where the example has a structure `Status` with a `Code`: the names above it, and its own.
fn flattened(name: &str, shape: &Shape<'_>) -> Option<(Vec<String>, String)> {
    let path: Vec<String> = name.split('.').map(str::to_owned).collect();
    let (last, above) = path.split_last().filter(|(_, above)| !above.is_empty())?;
    shape.at(&path)?;
    Some((above.to_vec(), last.clone()))
}

/// The fields of a model travel as the example shows them below a field of that model; once for each model.
fn settle_models(
    fields: &[Field],
    shape: &Shape<'_>,
    at: &Location,
    models: &mut [Model],
    settled: &mut Vec<String>,
) {
    for field in fields {
        let Some(node) = shape.children.get(field.wire_name.value.as_str()) else { continue };
        settle_models(&field.fields, node, at, models, settled);
        let Type::Model { name } = field.ty.value.innermost() else { continue };
        let known = models.iter_mut().find(|model| model.name == *name);
        let Some(model) = known.filter(|_| !settled.contains(name) && !node.children.is_empty()) else {
            continue;
        };
        settled.push(name.clone());
        for field in &mut model.fields {
            if let Some(shown) = respelt(&field.name.value, &node.order) {
                field.wire_name = Sourced::derived(shown.to_owned(), "spelling-of-the-example", at.clone());
            }
        }
        for field in model.fields.iter_mut().filter(|f| f.ty.value == Type::array(Type::Unknown)) {
            let shown = node.children.get(field.wire_name.value.as_str());
            if let Some(shown) = shown.filter(|shown| !shown.list && !shown.children.is_empty()) {
                field.ty = Sourced::derived(shown.ty(), "shape-of-the-example", at.clone());
            }
        }
        let mut tree = Tree { fields: Vec::new() };
        for mut field in std::mem::take(&mut model.fields) {
            let mut above = Vec::new();
            if let Some((path, last)) = flattened(&field.wire_name.value, node) {
                field.wire_name =
                    Sourced::derived(last, "structure-of-the-example", field.name.location().clone());
                above = path;
            }
            tree.insert(&above, field, Some(node), Some(at));
        }
        model.fields = tree.fields;
        let mut fields = std::mem::take(&mut model.fields);
        unwrap_lists(&mut fields, node, at, models);
        complete(&mut fields, node, at);
        if let Some(model) = models.iter_mut().find(|model| model.name == *name) {
            model.fields.clone_from(&fields);
        }
        settle_models(&fields, node, at, models, settled);
    }
}

/// A list of structures where the example shows one: `Repairs | Array | (RepairSetType)`, whose type is the level that has
/// the list.
fn unwrap_lists(fields: &mut [Field], shape: &Shape<'_>, at: &Location, models: &[Model]) {
    for field in fields {
        let Some(node) = shape.children.get(field.wire_name.value.as_str()) else { continue };
        if let Type::Array { item } = &field.ty.value
            && let Type::Model { name } = item.as_ref()
            && !node.list
            && let Some(model) = models.iter().find(|model| model.name == *name)
            && model.fields.iter().any(|field| {
                let shown = node.children.get(field.wire_name.value.as_str());
                shown.is_some_and(|s| s.children.is_empty() && !s.list || !field.ty.value.is_scalar())
            })
        {
            field.ty = Sourced::derived((**item).clone(), "shape-of-the-example", at.clone());
        }
        unwrap_lists(&mut field.fields, node, at, models);
    }
}

/// `Planks | Array of Plank` above `Plank | (blank)`: the row of the element is a level that travels. Where the example
/// shows it, its shape has said so already.
fn settle_element(field: &mut Field) {
    const RULE: &str = "row-of-the-element";
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
    field.fields.iter_mut().for_each(settle_element);
}

/// Where the row names a structure, the example says whether it is a list of it, and whether a level stands between:
/// `Disks | DiskType` and `{"Disks": {"Disk": […]}}`.
fn settle_structure(field: &mut Field, node: &Shape<'_>, at: &Location, structures: &Structures<'_>) {
    let Some(name) = field.ty.value.model() else { return };
    let model = Type::Model { name: name.to_owned() };
    let is_shown = |shape: &Shape<'_>| shape.order.iter().any(|child| structures.has_field(name, child));
    let listed = |shape: &Shape<'_>| if shape.list { Type::array(model.clone()) } else { model.clone() };
    let settled = match node.order.as_slice() {
        [only] if !node.list && !structures.has_field(name, only) && is_shown(&node.children[only]) => {
            field.fields.push(unwritten(only, listed(&node.children[only]), at));
            Type::Object
        }
        // Pages of structures describe the items; on its own page a structure's type is what the row says.
        _ if node.list && field.ty.value == model && structures.links_to(name) => listed(node),
        _ => return,
    };
    field.ty = Sourced::derived(settled, RULE, at.clone());
}

/// Where the row gives no type, or the bare word for a list or structure, the example's shape is the type.
fn settle_type(field: &mut Field, node: &Shape<'_>, at: Option<&Location>, structures: &Structures<'_>) {
    let open = match field.ty.value.innermost() {
        Type::Unknown | Type::Object => true,
        Type::Model { name } if structures.knows(name) => {
            return at.into_iter().for_each(|at| settle_structure(field, node, at, structures));
        }
        Type::Model { .. } => true,
        _ => false,
    };
    // `Plank | (blank)`, shown as an empty list: the items are what the rows below describe.
    let empty = field.ty.value == Type::Unknown && node.list && node.ty() == Type::array(Type::Unknown);
    let Some(at) = at.filter(|_| {
        open && (!node.children.is_empty() || empty || field.ty.value == Type::array(Type::Unknown))
    }) else {
        return;
    };
    let shown = if empty { Type::array(Type::Object) } else { node.ty() };
    let keeps = matches!((&field.ty.value, &shown), (Type::Array { .. }, Type::Array { item }) if **item == Type::Unknown);
    if !keeps && field.ty.value != shown {
        field.ty = Sourced::derived(shown, RULE, at.clone());
    }
}

struct Tree {
    fields: Vec<Field>,
}

impl Tree {
    fn level(&mut self, path: &[String]) -> Option<&mut Vec<Field>> {
        path.iter().try_fold(&mut self.fields, |fields, name| {
            fields.iter_mut().find(|field| field.wire_name.value == *name).map(|field| &mut field.fields)
        })
    }

    fn type_at(&self, path: &[String]) -> Option<&Type> {
        let (name, above) = path.split_last()?;
        let below = above.iter().try_fold(&self.fields, |fields, name| {
            fields.iter().find(|field| field.wire_name.value == *name).map(|field| &field.fields)
        })?;
        below.iter().find(|field| field.wire_name.value == *name).map(|field| &field.ty.value)
    }

    fn has(&mut self, path: &[String], name: &str) -> bool {
        self.level(path).is_some_and(|fields| fields.iter().any(|field| field.wire_name.value == name))
    }

    /// Whether a row stands for that level already, under its name, a dotted one, or that of a part of it.
    fn describes(&mut self, path: &[String], name: &str) -> bool {
        (0..=path.len()).any(|cut| {
            let (above, below) = path.split_at(cut);
            let dotted: Vec<&str> = below.iter().map(String::as_str).chain([name]).collect();
            let dotted = dotted.join(".");
            let covers =
                |known: &str| known.strip_prefix(&dotted).is_some_and(|r| r.is_empty() || r.starts_with('.'));
            self.level(above).is_some_and(|fields| fields.iter().any(|field| covers(&field.wire_name.value)))
        })
    }

    /// Adds a field below `path`, and the levels of the example that have no row.
    fn insert(&mut self, path: &[String], field: Field, shape: Option<&Shape<'_>>, at: Option<&Location>) {
        for end in 0..path.len() {
            let (above, name) = (&path[..end], &path[end]);
            if self.has(above, name) {
                continue;
            }
            let node = shape.and_then(|shape| shape.at(&path[..=end]));
            let ty = node.map_or(Type::Object, Shape::ty);
            let Some(level) = self.level(above) else { return };
            level.push(unwritten(name, ty, at.unwrap_or(field.origin.location())));
        }
        if let Some(level) = self.level(path) {
            level.push(field);
        }
    }

    /// The fields, and the models, as they travel.
    fn settled(
        mut self,
        shape: Option<&Shape<'_>>,
        at: Option<&Location>,
        models: &mut [Model],
    ) -> Vec<Field> {
        let shown = shape.zip(at);
        if let Some((shape, at)) = shown {
            unwrap_lists(&mut self.fields, shape, at, models);
            complete(&mut self.fields, shape, at);
        }
        self.fields.iter_mut().for_each(settle_element);
        if let Some((shape, at)) = shown {
            settle_models(&self.fields, shape, at, models, &mut Vec::new());
        }
        self.fields
    }
}

/// A list of scalars travels as `{"SecurityGroupIds": {"SecurityGroupId": […]}}`: the inner name is in no table.
fn complete(fields: &mut [Field], shape: &Shape<'_>, at: &Location) {
    for field in fields {
        let Some(node) = shape.child(&field.wire_name.value) else { continue };
        // `Planks | Array of [PlankType]`, shown as `{"Planks": {"Plank": [{…}]}}`.
        if let (Type::Array { item }, [only]) = (&field.ty.value, node.order.as_slice())
            && matches!(**item, Type::Model { .. })
            && !node.list
            && node.children[only].list
            && field.fields.is_empty()
        {
            let values = node.children[only].children.is_empty() && node.children[only].scalar.is_some();
            let ty = if values { node.children[only].ty() } else { field.ty.value.clone() };
            field.fields.push(unwritten(only, ty, at));
            field.ty = Sourced::derived(Type::Object, RULE, at.clone());
        }
        if field.fields.is_empty()
            && field.ty.value == Type::Object
            && matches!(field.ty.origin, Origin::Derived { .. })
            && let [only] = node.order.as_slice()
            && (node.children[only].list || node.children[only].children.is_empty())
        {
            field.fields.push(unwritten(only, node.children[only].ty(), at));
        }
        complete(&mut field.fields, node, at);
    }
}

/// A field that the example shows and no row describes.
fn unwritten(name: &str, ty: Type, at: &Location) -> Field {
    let derived = |value: String| Sourced::derived(value, RULE, at.clone());
    Field {
        name: derived(name.to_owned()),
        wire_name: derived(name.to_owned()),
        ty: Sourced::derived(ty, RULE, at.clone()),
        presence: Sourced::derived(Presence::Unstated, RULE, at.clone()),
        position: None,
        example: None,
        description: derived(String::new()),
        constraints: Vec::new(),
        fields: Vec::new(),
        origin: Origin::derived(RULE, at.clone()),
    }
}
