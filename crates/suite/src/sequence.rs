//! Chains that the pages' own links suggest: what one operation has made is handed to the next.

pub(crate) mod state;

use contract::{Field, Operation, Parameter, Path, Type};
use serde_json::{Map, Value};

use crate::bindings::{Binding, Made};
use crate::compose::{Ask, Draft};
use crate::nature;
use crate::plan::Sketch;
use crate::{Expect, Family, Fixture, facts};

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let user = sketch.operation();
    let makers = sketch.contract.operations.iter().filter(|maker| maker.name != user.name);
    for maker in makers.filter(|maker| nature::makes(maker) && linked(maker, user)) {
        let parameters = sketch.composer.sheet.parameters.clone();
        let handed = parameters.iter().find_map(|p| Some((*p, made_by(maker, p)?)));
        if let Some((parameter, field)) = handed {
            chain(sketch, maker, parameter, field);
        }
    }
}

/// Whether either page names the other.
fn linked(maker: &Operation, user: &Operation) -> bool {
    let names =
        |page: &Operation, other: &Operation| page.see_also.iter().any(|see| see.operation == other.name);
    names(maker, user) || names(user, maker)
}

/// The field of a maker's answer that a parameter names: `ImageId` is what `ImageId` and `TargetImageId` answer.
fn made_by<'a>(maker: &'a Operation, parameter: &Parameter) -> Option<&'a Field> {
    let leaf = Path::of(parameter.wire_name()).leaf();
    let names = |field: &&Field| field.ty.value == Type::String && field.wire_name().ends_with(leaf);
    if !leaf.ends_with("Id") {
        return None;
    }
    let exact = maker.response.iter().filter(names).find(|field| field.wire_name().value == leaf);
    exact.or_else(|| maker.response.iter().find(names))
}

/// The made resource is used. A state or a place that does not allow it yet is inconclusive, as in any other case.
fn chain<'a>(sketch: &mut Sketch<'a>, maker: &Operation, parameter: &'a Parameter, field: &Field) {
    let user = sketch.operation();
    let id = format!("{}/sequence/{}", user.name, maker.name);
    let label = "Made";
    let made = bound(sketch, &maker.name, field.wire_name()).unwrap_or_else(|| Made {
        call: maker.name.clone(),
        with: Map::new(),
        take: field.wire_name().value.clone(),
        wait: None,
    });
    let reference = match parameter.ty.value {
        Type::Array { .. } => Value::Array(vec![Value::String(format!("${label}"))]),
        _ => Value::String(format!("${label}")),
    };
    let ask = Ask { id: &id, fixed: vec![(parameter, reference)], ..Ask::default() };
    let drafted = sketch.composer.make(label, &made, &ask).and_then(|mut fixtures| {
        let mut draft = sketch.composer.compose(&ask)?;
        fixtures.append(&mut draft.fixtures);
        draft.fixtures = fixtures;
        Ok(draft)
    });
    // Without a request that the target takes there is no chain; the operations' own facts tell why.
    if let Ok(draft) = drafted
        && draft.fixtures.iter().filter(|fixture| fixture.name == label).all(|made| is_here(made, &draft))
    {
        let mut case = sketch.case(Family::Sequence, id, user.name.clone(), draft, Expect::Accepted);
        case.facts.push(facts::about_field(&format!("{}/response", maker.name), field, "type"));
        sketch.push(case);
    }
}

/// Whether the resource is where the next operation looks for it: a copy may have been sent elsewhere.
fn is_here(made: &Fixture, draft: &Draft) -> bool {
    let elsewhere =
        |name: &str| nature::is_destination(name) && (name.contains("Region") || name.contains("Zone"));
    let mut places = made.arguments.iter().filter(|(name, _)| elsewhere(name)).map(|(_, place)| place);
    places.all(|place| draft.arguments.values().any(|value| value == place))
}

/// How the target's owner makes such a resource, the wait until it is ready included.
fn bound(sketch: &Sketch<'_>, call: &str, take: &str) -> Option<Made> {
    let own = sketch.bindings.operations.values().map(|own| &own.values);
    let all = own.chain([&sketch.bindings.values]).flat_map(|values| values.values());
    let made = |binding: &Binding| match binding {
        Binding::Made(made) if made.call == call && made.take == take => Some(Made::clone(made)),
        _ => None,
    };
    all.filter_map(made).max_by_key(|made| made.wait.is_some())
}
