//! The tree of an answer, out of rows that stand below each other.
//!
//! Three witnesses: the marks (`└`), the order, and the JSON example, whose tree is the one that travels. A level that
//! the example shows and no row describes (`"Images": {"Image": […]}`) becomes a field that is derived from the example.

use std::collections::BTreeMap;

use contract::{Field, Model, Presence, Type};
use serde_json::Value;
use source::{Location, Origin, Sourced};

use crate::accounting::Ledger;
use crate::diagnostics;

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

/// Puts rows into a tree. `example` is the answer that the page shows, and where.
pub(crate) fn nest(
    rows: Vec<Leaf>,
    example: Option<(&Value, &Location)>,
    models: &[Model],
    ledger: &mut Ledger<'_>,
) -> Vec<Field> {
    let shape = example.map(|(value, _)| Shape::of(value));
    let at = example.map(|(_, at)| at);
    let marked = rows.iter().any(|row| row.depth > 0);
    let nests = marked || rows.iter().any(|row| row.container);
    if !nests {
        let mut fields: Vec<Field> = rows.into_iter().map(|row| row.field).collect();
        if let Some(shape) = &shape {
            for field in &mut fields {
                if let Some(node) = shape.children.get(field.wire_name.value.as_str()) {
                    settle_type(field, node, at, models);
                }
            }
        }
        let mut tree = Tree { fields };
        tree.complete(shape.as_ref(), at);
        return tree.fields;
    }
    let mut tree = Tree { fields: Vec::new() };
    let mut open: Vec<Vec<String>> = vec![Vec::new()]; // paths of open containers, the root first
    let names: Vec<String> = rows.iter().map(|row| row.field.wire_name.value.clone()).collect();
    for (index, row) in rows.into_iter().enumerate() {
        let name = names[index].clone();
        let candidates: Vec<Vec<String>> = match () {
            () if marked && row.depth == 0 => vec![Vec::new()],
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
        let shown = place(&|node| node.looks_like(&row)).or_else(|| place(&|_| true));
        // What the example shows elsewhere is a later row's, while a structure is open that the example does not show.
        let unseen = shape.as_ref().zip(candidates.first()).is_some_and(|(shape, path)| {
            shape.at(path).is_none() && tree.type_at(path) != Some(&Type::array(Type::Unknown))
        });
        let shown = shown.filter(|_| !(unseen && names[index + 1..].contains(&name)));
        let parent = match (shown, candidates.first()) {
            (Some(parent), _) => parent,
            (None, Some(path)) => {
                if shape.is_some() && candidates.len() > 1 {
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
        let mut path = parent.clone();
        path.push(name.clone());
        let node = shape.as_ref().and_then(|shape| shape.at(&path));
        let is_container = match node {
            _ if row.described => false,
            // A list of texts has nothing below it.
            Some(node) if node.children.is_empty() && row.field.ty.value != Type::Unknown => {
                row.container && node.scalar.is_none()
            }
            Some(node) if node.children.is_empty() => row.container,
            Some(_) => true,
            None => row.container,
        };
        let mut field = row.field;
        if let Some(node) = node {
            settle_type(&mut field, node, at, models);
        }
        tree.insert(&parent, field, shape.as_ref(), at);
        if is_container {
            for end in open.last().map_or(0, Vec::len)..path.len() {
                let opened = path[..=end].to_vec();
                if !open.contains(&opened) {
                    open.push(opened);
                }
            }
        }
    }
    tree.complete(shape.as_ref(), at);
    tree.fields
}

/// Where the row gives no type, or the bare word for a list or structure, the example's shape is the type.
fn settle_type(field: &mut Field, node: &Shape<'_>, at: Option<&Location>, models: &[Model]) {
    let open = match field.ty.value.innermost() {
        Type::Unknown | Type::Object => true,
        Type::Model { name } => !models.iter().any(|model| model.name == *name),
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
        field.ty = Sourced::derived(shown, "shape-of-the-example", at.clone());
    }
}

/// The shape of a JSON value: names and whether they are lists, all items of a list taken together.
#[derive(Debug, Default)]
struct Shape<'v> {
    list: bool,
    scalar: Option<Type>,
    children: BTreeMap<&'v str, Shape<'v>>,
    order: Vec<&'v str>,
}

impl<'v> Shape<'v> {
    fn of(value: &'v Value) -> Self {
        let mut shape = Shape::default();
        shape.take(value);
        shape
    }

    fn take(&mut self, value: &'v Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if !self.children.contains_key(name.as_str()) {
                        self.order.push(name);
                    }
                    self.children.entry(name).or_default().take(value);
                }
            }
            Value::Array(items) => {
                self.list = true;
                items.iter().for_each(|item| self.take(item));
            }
            Value::String(_) => self.scalar = Some(Type::String),
            Value::Bool(_) => self.scalar = Some(Type::Boolean),
            Value::Number(n) if n.is_f64() => self.scalar = Some(Type::Float),
            Value::Number(_) => self.scalar = Some(Type::Integer),
            Value::Null => {}
        }
    }

    fn ty(&self) -> Type {
        let item = if self.children.is_empty() {
            self.scalar.clone().unwrap_or(Type::Unknown)
        } else {
            Type::Object
        };
        if self.list { Type::array(item) } else { item }
    }

    /// Whether this can be what a row describes: a scalar, a structure, or a list, of which rows say little.
    fn looks_like(&self, row: &Leaf) -> bool {
        match row.field.ty.value.innermost() {
            Type::Object | Type::Model { .. } => !self.children.is_empty(),
            _ if matches!(row.field.ty.value, Type::Array { .. }) => true,
            Type::Unknown if row.container => !self.children.is_empty(),
            _ => !self.list && self.children.is_empty(),
        }
    }

    /// What a row's name names: a child, or along its dots (`Status.Code`) what stands below.
    fn child(&self, name: &str) -> Option<&Shape<'v>> {
        let dotted = || name.split('.').try_fold(self, |shape, part| shape.children.get(part));
        self.children.get(name).or_else(dotted)
    }

    fn at(&self, path: &[String]) -> Option<&Shape<'v>> {
        path.iter().try_fold(self, |shape, name| shape.child(name))
    }

    /// The path below `path` whose children have a fitting `name`. A level with one name only is looked through.
    fn below(&self, path: &[String], name: &str, fits: &dyn Fn(&Shape<'_>) -> bool) -> Option<Vec<String>> {
        let mut found = path.to_vec();
        let mut shape = self.at(path)?;
        loop {
            if shape.child(name).is_some_and(fits) {
                return Some(found);
            }
            let [only] = shape.order.as_slice() else { return None };
            if path.is_empty() {
                return None;
            }
            found.push((*only).to_owned());
            shape = &shape.children[only];
        }
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

    /// A list of scalars travels as `{"SecurityGroupIds": {"SecurityGroupId": […]}}`: the inner name is in no table.
    fn complete(&mut self, shape: Option<&Shape<'_>>, at: Option<&Location>) {
        if let (Some(shape), Some(at)) = (shape, at) {
            complete(&mut self.fields, shape, at);
        }
    }
}

fn complete(fields: &mut [Field], shape: &Shape<'_>, at: &Location) {
    for field in fields {
        let Some(node) = shape.child(&field.wire_name.value) else { continue };
        if field.fields.is_empty()
            && field.ty.value == Type::Object
            && matches!(field.ty.origin, Origin::Derived { .. })
            && let [only] = node.order.as_slice()
            && node.children[only].children.is_empty()
        {
            field.fields.push(unwritten(only, node.children[only].ty(), at));
        }
        complete(&mut field.fields, node, at);
    }
}

/// A field that the example shows and no row describes.
fn unwritten(name: &str, ty: Type, at: &Location) -> Field {
    const RULE: &str = "shape-of-the-example";
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
