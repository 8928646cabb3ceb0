//! The rows of one operation's page to the structs and enumerations of its Rust module.

use contract::{Constraint, EnumValue, Field, Model, Presence, Scope, Type};
use heck::ToPascalCase;
use source::{Diagnostic, Location};

use crate::diagnostics;
use crate::names::{Names, USED_TYPES, words};
use crate::operation::Named;
use crate::shape::{Enum, Hold, Kind, Member, Row, Side, Struct, Types};
use crate::tree::{self, Node};

/// The fields of an answer that the wire has a hand in.
pub(crate) struct Envelope<'w> {
    /// It adds and takes away these.
    pub(crate) left_out: Vec<&'w str>,
    /// It adds these where a service leaves them out.
    pub(crate) added: Vec<&'w str>,
}

/// The request and answer of an operation with everything inside them.
pub(crate) fn types<'a>(named: &Named<'a>, envelope: &Envelope<'_>) -> (Types<'a>, Vec<Diagnostic>) {
    let Named { operation, pascal: rust_name, models, .. } = named;
    let mut builder = Builder {
        known: models,
        rust_name,
        names: Names::without(USED_TYPES),
        types: Types::default(),
        models: Vec::new(),
        diagnostics: Vec::new(),
    };
    // A header is no argument of a call by name, and none of its answer's fields.
    let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
    let own = own.filter(|parameter| parameter.beyond_a_call().is_none());
    let nodes = tree::of(own);
    let name = builder.names.pascal_below(rust_name, "Request");
    let request = builder.open(name, operation.name.clone(), Side::Request, true);
    builder.types.structs[request].members = builder.nodes(&nodes, request, "");
    let name = builder.names.pascal_below(rust_name, "Response");
    let response = builder.open(name, operation.name.clone(), Side::Response, true);
    let fields = operation.response.iter().filter(|field| !field.is_header());
    let fields = fields.filter(|field| !envelope.left_out.contains(&field.wire_name().value.as_str()));
    builder.types.structs[response].members = builder.fields(fields, response, "");
    for member in &mut builder.types.structs[response].members {
        if envelope.added.contains(&member.wire.as_str()) && member.hold == Hold::Plain {
            member.hold = Hold::Optional;
        }
    }
    (builder.types, builder.diagnostics)
}

struct Builder<'a, 'n> {
    known: &'n [&'a Model],
    rust_name: &'n str,
    names: Names,
    types: Types<'a>,
    models: Vec<SeenModel<'a>>,
    diagnostics: Vec<Diagnostic>,
}

/// A model that has a struct already, or is just getting one.
struct SeenModel<'a> {
    side: Side,
    name: &'a str,
    rust_name: String,
    open: bool,
}

impl<'a> Builder<'a, '_> {
    /// Adds a struct without members yet, so that parents stand before what they hold.
    fn open(&mut self, name: String, about: String, side: Side, whole: bool) -> usize {
        if side == Side::Request {
            // Taken for what the struct requires, where that is much.
            self.names.pascal_below(&name, "Required");
        }
        self.types.structs.push(Struct { name, about, side, whole, members: Vec::new() });
        self.types.structs.len() - 1
    }

    fn nodes(&mut self, nodes: &[Node<'a>], owner: usize, above: &str) -> Vec<Member<'a>> {
        let mut names = Names::default();
        nodes.iter().map(|node| self.node(node, names.snake(node.name, "parameter"), owner, above)).collect()
    }

    fn node(&mut self, node: &Node<'a>, name: String, owner: usize, above: &str) -> Member<'a> {
        let row = node.parameter.map(Row::from);
        let (listed, item) = row.map_or((0, &Type::Object), |row| listed(row.ty));
        let lists = node.lists.max(listed);
        let path = match node.parameter {
            Some(parameter) => parameter.wire_name().value.clone(),
            None => joined(above, node.name) + &".N".repeat(node.lists),
        };
        for parameter in &node.repeated {
            self.diagnostics
                .push(diagnostics::documented_twice(&parameter.name.value, parameter.origin.location()));
        }
        let kind = if node.children.is_empty() {
            self.kind(item, row, node.name, Side::Request, owner, &path)
        } else {
            if let Some(row) =
                row.filter(|_| !matches!(item, Type::Object | Type::Model { .. } | Type::Unknown))
            {
                self.diagnostics.push(diagnostics::value_and_parent(&path, item, row.origin.location()));
            }
            let inside = self.names.pascal_below(&self.types.structs[owner].name, node.name);
            let below = self.open(inside, path.clone(), Side::Request, false);
            let above = joined(above, node.name) + &".N".repeat(lists);
            self.types.structs[below].members = self.nodes(&node.children, below, &above);
            Kind::Struct(self.types.structs[below].name.clone())
        };
        let required = required(row) || self.holds_required(&kind, &node.children);
        let hold = hold(lists, required, &kind);
        Member { name, wire: node.name.to_owned(), path, kind, hold, required, row }
    }

    /// Whether a required parameter stands below: a page that requires `Disks.N.Size` requires `Disks`.
    fn holds_required(&self, kind: &Kind, children: &[Node<'a>]) -> bool {
        let Kind::Struct(name) = kind else { return false };
        !children.is_empty()
            && self
                .types
                .structure(name)
                .is_some_and(|below| below.members.iter().any(|member| member.required))
    }

    fn fields(
        &mut self,
        fields: impl IntoIterator<Item = &'a Field>,
        owner: usize,
        above: &str,
    ) -> Vec<Member<'a>> {
        let mut names = Names::default();
        let mut members: Vec<Member<'a>> = Vec::new();
        for field in fields {
            let wire = &field.wire_name().value;
            if members.iter().any(|member| member.wire == *wire) {
                self.diagnostics.push(diagnostics::documented_twice(wire, field.origin.location()));
                continue;
            }
            let name = names.snake(wire, "field");
            members.push(self.field(field, name, owner, above));
        }
        members
    }

    fn field(&mut self, field: &'a Field, name: String, owner: usize, above: &str) -> Member<'a> {
        let row = Row::from(field);
        let side = self.types.structs[owner].side;
        let (lists, item) = listed(row.ty);
        let path = joined(above, &field.wire_name().value);
        let above = path.clone() + &".N".repeat(lists);
        let kind = if field.fields.is_empty() {
            self.kind(item, Some(row), &field.wire_name().value, side, owner, &above)
        } else {
            let inside = self.names.pascal_below(&self.types.structs[owner].name, &field.wire_name().value);
            let below = self.open(inside, path.clone(), side, false);
            self.types.structs[below].members = self.fields(&field.fields, below, &above);
            Kind::Struct(self.types.structs[below].name.clone())
        };
        let required = required(Some(row));
        let hold = hold(lists, required, &kind);
        Member { name, wire: field.wire_name().value.clone(), path, kind, hold, required, row: Some(row) }
    }

    /// The Rust type of a value that has no rows below it.
    fn kind(
        &mut self,
        ty: &'a Type,
        row: Option<Row<'a>>,
        name: &str,
        side: Side,
        owner: usize,
        path: &str,
    ) -> Kind {
        match ty {
            Type::String => match row.and_then(|row| row.enumeration()) {
                Some((constraint, values)) => Kind::Enum(self.enumeration(constraint, values, name, owner)),
                None => Kind::Text,
            },
            Type::Integer => Kind::Integer,
            Type::Float => Kind::Number,
            Type::Boolean => Kind::Truth,
            Type::Model { name } => self.model(name, side, path, row.map(|row| row.origin.location())),
            Type::Unknown if side == Side::Request => Kind::Text,
            Type::Unknown | Type::Object | Type::Array { .. } => Kind::Open,
        }
    }

    fn model(&mut self, name: &'a str, side: Side, path: &str, at: Option<&Location>) -> Kind {
        if let Some(seen) = self.models.iter().find(|seen| seen.side == side && seen.name == name) {
            let rust_name = seen.rust_name.clone();
            return if seen.open { Kind::Boxed(rust_name) } else { Kind::Struct(rust_name) };
        }
        let Some(model) = self.known.iter().find(|model| model.name == name).copied() else {
            self.diagnostics.extend(at.map(|at| diagnostics::unknown_model(name, at)));
            return Kind::Open;
        };
        let rust_name = match side {
            Side::Request => self.names.pascal_below(&format!("{}Request", self.rust_name), name),
            Side::Response => self.names.pascal(name, "Model"),
        };
        let index = self.open(rust_name.clone(), model.name.clone(), side, false);
        self.models.push(SeenModel { side, name, rust_name: rust_name.clone(), open: true });
        let above = if side == Side::Request { path } else { name };
        self.types.structs[index].members = self.fields(&model.fields, index, above);
        for seen in &mut self.models {
            seen.open &= seen.rust_name != rust_name;
        }
        Kind::Struct(rust_name)
    }

    /// The enumeration of these values: one that is there already, or a new one.
    fn enumeration(
        &mut self,
        constraint: &'a Constraint,
        values: &'a [EnumValue],
        name: &str,
        owner: usize,
    ) -> String {
        let same = |known: &&Enum<'a>| {
            known.subject == name
                && known.variants.iter().map(|(_, value)| &value.value).eq(distinct(values).map(|v| &v.value))
        };
        if let Some(known) = self.types.enums.iter().find(same) {
            return known.name.clone();
        }
        let taken = self.types.enums.iter().any(|known| known.subject == name);
        let mut names = Names::without(&["Other", "Self"]);
        let variants: Vec<(String, &EnumValue)> = distinct(values)
            .map(|value| {
                let lead = if value.value.is_empty() { "Empty" } else { "Value" };
                (names.pascal(&value.value, lead), value)
            })
            .collect();
        // `InstanceType::InstanceType` would say the same twice.
        let stem = words(name).to_pascal_case();
        let repeats =
            |(variant, _): &(String, &EnumValue)| variant.starts_with(&stem) || variant.ends_with(&stem);
        let own = if variants.iter().any(repeats) { format!("{name} value") } else { name.to_owned() };
        let rust_name = match taken {
            true => self.names.pascal_below(&self.types.structs[owner].name, &own),
            false => self.names.pascal(&own, "Value"),
        };
        self.types.enums.push(Enum {
            name: rust_name.clone(),
            subject: name.to_owned(),
            constraint,
            variants,
        });
        rust_name
    }
}

fn distinct(values: &[EnumValue]) -> impl Iterator<Item = &EnumValue> {
    let first =
        |(at, value): &(usize, &EnumValue)| !values[..*at].iter().any(|other| other.value == value.value);
    values.iter().enumerate().filter(first).map(|(_, value)| value)
}

/// How many lists a type is, and of what.
fn listed(ty: &Type) -> (usize, &Type) {
    match ty {
        Type::Array { item } => {
            let (lists, innermost) = listed(item);
            (lists + 1, innermost)
        }
        other => (0, other),
    }
}

fn required(row: Option<Row<'_>>) -> bool {
    row.is_some_and(|row| row.presence == Presence::Required)
}

fn hold(lists: usize, required: bool, kind: &Kind) -> Hold {
    match (lists, kind) {
        (0, Kind::Boxed(_)) => Hold::Optional,
        (0, _) if required => Hold::Plain,
        (0, _) => Hold::Optional,
        (lists, _) => Hold::List(lists),
    }
}

fn joined(above: &str, name: &str) -> String {
    if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") }
}
