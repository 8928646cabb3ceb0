//! The tree of an answer, out of rows that stand below each other.
//!
//! Three witnesses: the marks (`└`), the order, and the JSON example, whose tree is the one that travels. A level that
//! the example shows and no row describes (`"Images": {"Image": […]}`) becomes a field that is derived from the example.

mod models;
mod tree;
mod types;

use contract::{Field, Model, Type};
use source::Location;

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::shape::Shape;
use crate::structures::Structures;
use models::settle_models;
use tree::{Tree, take_apart};
use types::{settle_elements, settle_levels, settle_lists, settle_type};

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

/// Puts rows into a tree. `shown` is the answer that the page shows, and where; `top` knows the fields that stand in no
/// structure. The models learn from the example how they travel.
pub(crate) fn nest(
    rows: Vec<Leaf>,
    shown: Shown<'_, '_>,
    models: &mut [Model],
    structures: &Structures<'_>,
    top: &dyn Fn(&str) -> bool,
    ledger: &mut Ledger<'_>,
) -> Vec<Field> {
    let dotted = |row: &Leaf| row.field.wire_name().value.contains('.');
    let mut fields = if rows.iter().any(|row| row.depth > 0 || row.container || dotted(row)) {
        planted(rows, shown, structures, top, ledger)
    } else {
        listed(rows, shown, structures)
    };
    if let Some((shape, at)) = shown {
        settle_lists(&mut fields, shape, at, models);
        settle_levels(&mut fields, shape, at);
    }
    settle_elements(&mut fields);
    if let Some((shape, at)) = shown {
        settle_models(&fields, shape, at, models);
    }
    fields
}

/// What the page's answer shows, and where it stands.
pub(crate) type Shown<'s, 't> = Option<(&'s Shape<'t>, &'s Location)>;

/// The fields of rows that all stand side by side.
fn listed(rows: Vec<Leaf>, shown: Shown<'_, '_>, structures: &Structures<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = rows.into_iter().map(|row| row.field).collect();
    if let Some((shape, at)) = shown {
        for field in &mut fields {
            if let Some(node) = shape.get(&field.wire_name().value) {
                settle_type(field, node, at, structures);
            }
        }
    }
    fields
}

/// The tree of rows that stand below each other, each put where the witnesses say.
fn planted(
    rows: Vec<Leaf>,
    shown: Shown<'_, '_>,
    structures: &Structures<'_>,
    top: &dyn Fn(&str) -> bool,
    ledger: &mut Ledger<'_>,
) -> Vec<Field> {
    let shape = shown.map(|(shape, _)| shape);
    let marked = rows.iter().any(|row| row.depth > 0);
    let nests = marked || rows.iter().any(|row| row.container);
    // Where `Array of X` has rows below it, a bare list has values.
    let of_rows = |ty: &Type| matches!(ty, Type::Array { item } if matches!(**item, Type::Model { .. }));
    let by_elements = !marked && rows.iter().any(|row| of_rows(&row.field.ty.value));
    let mut tree = Tree::default();
    let mut open = Open(vec![Vec::new()]);
    let mut begins = false; // the row above opened a container
    let mut rows = rows.into_iter();
    while let Some(row) = rows.next() {
        let name = &row.field.wire_name().value;
        let paths = open.0.iter().map(Vec::as_slice);
        let candidates: Vec<&[String]> = match () {
            () if !nests || (marked && row.depth == 0) => vec![&[]],
            () if marked => paths.skip(1).rev().collect(),
            () => paths.rev().collect(),
        };
        // The deepest open container below which the example has this name, levels without rows looked through. What a
        // row describes is rather what it looks like there: neither the level `LockReason` of `{"LockReason":
        // [{"LockReason": "…"}]}` nor that of a list of scalars, which has no row, is a scalar.
        let place = |fits: &dyn Fn(&Shape<'_>) -> bool| {
            candidates.iter().find_map(|path| {
                let found = shape?.below(path, name, fits)?;
                (!tree.describes(&found, name)).then_some(found)
            })
        };
        let place =
            place(&|node| node.looks_like(&row.field.ty.value, row.container)).or_else(|| place(&|_| true));
        // What the example shows elsewhere is a later row's, while a structure is open that the example does not show.
        let unseen = shape.zip(candidates.first()).is_some_and(|(shape, path)| {
            shape.at(path).is_none() && !tree.type_at(path).is_some_and(Type::is_bare_list)
        });
        let comes = || rows.as_slice().iter().any(|later| later.field.wire_name().value == *name);
        let place = place.filter(|_| !(unseen && comes()));
        let mut parent = match (place, candidates.first()) {
            (Some(parent), _) => parent,
            (None, _) if !marked && top(name) => Vec::new(),
            (None, Some(path)) => {
                // What follows a container stands in it.
                if nests && candidates.len() > 1 && !(shape.is_none() && begins) {
                    ledger.tell(diagnostics::open_nesting(row.field.origin.location().clone(), name));
                }
                // Where the example is silent, siblings stay together.
                open.last().filter(|last| candidates.contains(last)).unwrap_or(path).to_vec()
            }
            (None, None) => Vec::new(),
        };
        open.leave_for(&parent);
        // A level that was looked through is open from now on: the siblings to come stand there, too.
        open.enter(&parent);
        let path = [parent.as_slice(), std::slice::from_ref(name)].concat();
        let node = shape.and_then(|shape| shape.at(&path));
        begins = is_container(&row, node, by_elements);
        let mut field = row.field;
        if let Some(((_, at), node)) = shown.zip(node) {
            settle_type(&mut field, node, at, structures);
        } else if let Some(level) = shape.and_then(|shape| shape.at(&parent))
            && let Some(above) = take_apart(&mut field, level)
        {
            parent.extend(above);
            begins = false;
        }
        tree.insert(&parent, field, shown);
        if begins {
            open.enter(&path);
        }
    }
    tree.fields
}

/// Whether the rows to come may stand below a row: by what it says of itself, and by what the example shows there.
fn is_container(row: &Leaf, node: Option<&Shape<'_>>, by_elements: bool) -> bool {
    let flat = row.field.ty.value.is_bare_list() && node.map_or(by_elements, Shape::is_list_of_scalars);
    match node {
        _ if row.described || flat => false,
        // A list of texts has nothing below it.
        Some(node) if node.is_leaf() && row.field.ty.value != Type::Unknown => {
            row.container && node.scalar.is_none()
        }
        Some(node) if node.is_leaf() => row.container,
        Some(_) => true,
        None => row.container,
    }
}

/// The paths of the open containers, the root first.
struct Open(Vec<Vec<String>>);

impl Open {
    fn last(&self) -> Option<&[String]> {
        self.0.last().map(Vec::as_slice)
    }

    /// Closes what does not hold `path`.
    fn leave_for(&mut self, path: &[String]) {
        while self.last().is_some_and(|last| !path.starts_with(last)) {
            self.0.pop();
        }
    }

    /// Opens the levels down to `path`.
    fn enter(&mut self, path: &[String]) {
        for end in self.last().map_or(0, <[String]>::len)..path.len() {
            let opened = path[..=end].to_vec();
            if !self.0.contains(&opened) {
                self.0.push(opened);
            }
        }
    }
}
