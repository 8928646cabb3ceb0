//! What an operation takes, as OpenAPI parameters or as a body.

use std::borrow::Cow;

use contract::{Operation, Parameter, Path, Position, Presence, Scope, Segment, Type};
use wire::{Carrier, Wire};

use super::document::{self, Body, Media, Members, Properties, Schema};
use super::schemas::{Schemas, described, fact};
use crate::Spec;
use crate::operation::Named;
use crate::shape::Row;
use crate::tree::{self, Node};

/// What an operation takes, by where it travels.
#[derive(Debug, Default)]
pub(crate) struct Request<'a> {
    /// Query, headers and path.
    pub(crate) parameters: Vec<document::Parameter<'a>>,
    pub(crate) body: Option<Body<'a>>,
    /// Parameters of which the page does not say where they travel, or whose name is no name of one header.
    pub(crate) unplaced: Vec<document::Parameter<'a>>,
}

/// The documented position of a parameter counts; one without travels as the spec's wire has it, if that calls the
/// operation at all.
pub(crate) fn request<'a>(named: &Named<'a>, spec: &Spec<'a>, schemas: &Schemas<'a>) -> Request<'a> {
    let operation = named.operation;
    let place = |parameter: &Parameter| match parameter.position.as_ref().map(|position| position.value) {
        Some(Position::Header) if parameter.wire_name().contains([' ', '*']) => None,
        Some(Position::Path) if operation.http.is_none() => None,
        None if operation.http.is_some() => None,
        None => Some(match spec.wire.carrier {
            Carrier::Query => Position::Query,
            Carrier::Form => Position::Form,
            Carrier::Json => Position::Body,
        }),
        stated => stated,
    };
    let at = |position: Option<Position>| -> Vec<&'a Parameter> {
        let own = operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
        own.filter(|parameter| place(parameter) == position).collect()
    };
    let mut request = Request { parameters: constants(operation, spec.wire), ..Request::default() };
    for position in [Position::Path, Position::Query, Position::Header] {
        for (name, parameter, schema) in flat(operation, &at(Some(position)), spec.wire.list_base, schemas) {
            request.parameters.push(item(name, Some(position), parameter, schema));
        }
    }
    for (name, parameter, schema) in flat(operation, &at(None), spec.wire.list_base, schemas) {
        request.unplaced.push(item(name, None, parameter, schema));
    }
    let (form, members) = (at(Some(Position::Form)), at(Some(Position::Body)));
    let called_as = |carrier| operation.http.is_none() && spec.wire.carrier == carrier;
    if !form.is_empty() || called_as(Carrier::Form) {
        let (mut properties, mut required): Properties<'a> = Default::default();
        for (name, parameter, schema) in flat(operation, &form, spec.wire.list_base, schemas) {
            if parameter.presence.value == Presence::Required {
                required.push(name.clone());
            }
            properties.push((name, described(schema, Row::from(parameter))));
        }
        request.body = Some(body(form_type(operation), (properties, required)));
    } else if !members.is_empty() || called_as(Carrier::Json) {
        request.body = Some(body("application/json", properties(operation, &tree::of(members), schemas)));
    }
    request
}

/// What each request carries unchanged: the operation's name and the version, or the words of its query that have no value.
fn constants<'a>(operation: &'a Operation, wire: &'a Wire) -> Vec<document::Parameter<'a>> {
    let constant = |name: &'a str, value: &str| document::Parameter {
        name: name.into(),
        position: Some(Position::Query),
        required: true,
        allow_empty_value: false,
        description: None,
        schema: Schema::only(value),
        example: None,
        documented: None,
        page: None,
    };
    let Some(http) = &operation.http else {
        let version = wire.version.iter().map(|version| constant("Version", version));
        return [constant("Action", &operation.name)].into_iter().chain(version).collect();
    };
    let flag = |flag: &'a source::Sourced<String>| document::Parameter {
        allow_empty_value: true,
        page: Some(flag.location().to_string()),
        ..constant(&flag.value, "")
    };
    http.flags.iter().map(flag).collect()
}

/// How a form is written: as files are uploaded, where the page's own request does so.
fn form_type(operation: &Operation) -> &'static str {
    let mut arguments = operation.examples.iter().flat_map(|example| &example.arguments);
    let uploads = |value: &str| value.starts_with("multipart/form-data");
    if arguments.any(|a| a.name.eq_ignore_ascii_case("Content-Type") && uploads(&a.value)) {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    }
}

fn item<'a>(
    name: Cow<'a, str>,
    position: Option<Position>,
    parameter: &'a Parameter,
    schema: Schema<'a>,
) -> document::Parameter<'a> {
    let documented = &parameter.name.value;
    document::Parameter {
        position,
        // A path can't do without its parts.
        required: parameter.presence.value == Presence::Required || position == Some(Position::Path),
        allow_empty_value: false,
        description: Some(description(&name, parameter)),
        schema,
        example: parameter
            .example
            .as_ref()
            .map(|example| fact(parameter.ty.value.innermost(), &example.value)),
        documented: (name != *documented).then_some(documented),
        page: Some(parameter.origin.location().to_string()),
        name,
    }
}

fn description<'a>(name: &str, parameter: &'a Parameter) -> Cow<'a, str> {
    let text = parameter.description.value.as_str();
    if !parameter.path().repeats() {
        return text.into();
    }
    let repeats = format!("{text}\n\n`{name}` is the first item; the next ones have the next index.");
    repeats.trim().to_owned().into()
}

/// The name of the first item: `Tag.N.Key` is `Tag.1.Key` where lists count from 1.
fn first_item(name: &str, list_base: u32) -> Cow<'_, str> {
    let path = Path::of(name);
    if path.segments().iter().all(|segment| matches!(segment, Segment::Name(_))) {
        return name.into();
    }
    let segment = |segment: &Segment<'_>| match segment {
        Segment::Name(name) => (*name).to_owned(),
        Segment::EachItem => list_base.to_string(),
        Segment::Item(index) => index.to_string(),
    };
    path.segments().iter().map(segment).collect::<Vec<_>>().join(".").into()
}

/// Each parameter under the name that it travels by.
fn flat<'a>(
    operation: &'a Operation,
    parameters: &[&'a Parameter],
    list_base: u32,
    schemas: &Schemas<'a>,
) -> Vec<(Cow<'a, str>, &'a Parameter, Schema<'a>)> {
    let mut flat: Vec<(Cow<'a, str>, &Parameter, Schema<'a>)> = Vec::new();
    for parameter in parameters {
        let mut name = first_item(&parameter.wire_name().value, list_base);
        let mut ty = &parameter.ty.value;
        // A list by its type travels with an index as well, which its name does not show.
        while let Type::Array { item } = ty {
            if !parameter.path().is_list() {
                name = format!("{name}.{list_base}").into();
            }
            ty = item;
        }
        if flat.iter().all(|(known, ..)| *known != name) {
            flat.push((name, parameter, schemas.value(operation, ty, Row::from(*parameter))));
        }
    }
    flat
}

fn body<'a>(media_type: &'static str, properties: Properties<'a>) -> Body<'a> {
    let required = !properties.1.is_empty();
    let media = Media { schema: Schema::object(properties), example: None };
    Body { required, content: Members(vec![(media_type.into(), media)]) }
}

fn properties<'a>(operation: &Operation, nodes: &[Node<'a>], schemas: &Schemas<'a>) -> Properties<'a> {
    let (mut properties, mut required): Properties<'a> = Default::default();
    for node in nodes {
        let row = node.parameter.map(Row::from);
        let mut schema = if node.children.is_empty() {
            row.map_or_else(Schema::default, |row| schemas.value(operation, row.ty.innermost(), row))
        } else {
            Schema::object(self::properties(operation, &node.children, schemas))
        };
        let typed = row.map_or(0, |row| lists(row.ty));
        for _ in 0..node.lists.max(typed) {
            schema = Schema::list(schema);
        }
        if row.is_some_and(|row| row.presence == Presence::Required) {
            required.push(node.name.into());
        }
        let schema = match row {
            Some(row) => described(schema, row),
            None => schema,
        };
        properties.push((node.name.into(), schema));
    }
    (properties, required)
}

fn lists(ty: &Type) -> usize {
    if let Type::Array { item } = ty { lists(item) + 1 } else { 0 }
}
