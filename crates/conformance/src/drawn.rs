//! Requests drawn at random: a planned one with any text, number, list or structure in the place of what it says.

use std::cell::Cell;

use contract::{
    Contract, Field, Model, Operation as Documented, Parameter, Path, Presence, Requirement, Scope, Segment,
    Type,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use wire::{Arguments, Decoded, Operation};

/// Drawn requests of each operation.
const REQUESTS: u32 = 32;

/// At most so many values of a planned request are others.
const CHANGES: usize = 8;

/// Structures inside structures are drawn this deep.
const DEEPEST: usize = 3;

/// What stands in the place of a planned value.
#[derive(Debug, Clone)]
struct Change {
    name: String,
    value: Value,
}

/// What is known of the requests of one operation, as arguments: code that is not made anew for each of hundreds.
pub(crate) struct Requests<'r> {
    /// How many rules they break.
    pub(crate) broken: &'r dyn Fn(&Arguments) -> usize,
    /// What is complained of a request; `None` where the arguments are none that may be sent.
    pub(crate) complaint: &'r dyn Fn(&Arguments) -> Option<Result<(), String>>,
}

/// Draws requests that break no rule and hands each over: how many there were, or what is complained of the least one.
pub(crate) fn all(
    begun: &[Arguments],
    contract: &Contract,
    operation: &Documented,
    seed: u64,
    requests: &Requests<'_>,
) -> Result<usize, String> {
    let config =
        Config { cases: REQUESTS, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let drawn = Cell::new(0);
    let drawing = (any::<Index>(), prop::collection::vec(change(contract, operation), 0..=CHANGES));
    let outcome = runner.run(&drawing, |(base, changes)| {
        let arguments = changed(base.get(begun), &changes, requests.broken);
        let Some(complaint) = (requests.complaint)(&arguments) else { return Ok(()) };
        drawn.set(drawn.get() + 1);
        complaint.map_err(TestCaseError::fail)
    });
    match outcome {
        Ok(()) => Ok(drawn.get()),
        Err(TestError::Fail(why, _)) => Err(why.to_string()),
        Err(TestError::Abort(why)) => Err(format!("{}: {why}", operation.name)),
    }
}

/// Arguments with those of the changes that break no more rules than are broken already.
fn changed(begun: &Arguments, changes: &[Change], count: &dyn Fn(&Arguments) -> usize) -> Arguments {
    let mut arguments = begun.clone();
    let mut broken = count(&arguments);
    for change in changes {
        let mut other = arguments.clone();
        wire::place(&mut other, &change.name, change.value.clone());
        let breaks = count(&other);
        if breaks <= broken {
            (arguments, broken) = (other, breaks);
        }
    }
    arguments
}

/// How many rules arguments break.
pub(crate) fn broken<R: Operation>(arguments: &Arguments) -> usize {
    let Decoded { value, violations } = wire::decode::<R>(arguments);
    violations.len() + value.validate().err().map_or(0, |rules| rules.len())
}

/// The least request, where none is planned: what is required, as the page shows it.
pub(crate) fn least(operation: &Documented) -> Arguments {
    let mut arguments = Arguments::new();
    for parameter in &operation.parameters {
        let required = parameter.scope == Scope::Operation && parameter.presence.value == Presence::Required;
        let shown = documented(parameter).into_iter().next();
        let shown = shown.or_else(|| Some(Value::from(parameter.example.as_ref()?.value.as_str())));
        if let Some(value) = shown.filter(|_| required && parameter.ty.value.is_scalar()) {
            wire::place(&mut arguments, &parameter.wire_name().value, value);
        }
    }
    arguments
}

/// The request that arguments are, where they break no rule.
pub(crate) fn allowed<R: Operation>(arguments: &Arguments) -> Option<R> {
    let Decoded { value, violations } = wire::decode::<R>(arguments);
    let allowed = violations.is_empty() && value.validate().is_ok();
    // An item that says nothing has no name to travel by: who receives it can't know that it is there.
    (allowed && !wire::encode(&value).values().any(holds_nothing)).then_some(value)
}

/// Whether an item of a list says nothing.
fn holds_nothing(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| item.is_null() || holds_nothing(item)),
        Value::Object(fields) => fields.values().any(holds_nothing),
        _ => false,
    }
}

fn change(contract: &Contract, operation: &Documented) -> BoxedStrategy<Change> {
    let models = contract.models_of(operation);
    let own = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.scope == Scope::Operation && parameter.beyond_a_call().is_none());
    let changes: Vec<_> = own.map(|parameter| change_of(parameter, &models)).collect();
    if changes.is_empty() {
        return Just(Change { name: "Undocumented".to_owned(), value: json!("x") }).boxed();
    }
    any::<Index>().prop_flat_map(move |one| one.get(&changes).clone()).boxed()
}

fn change_of(parameter: &Parameter, models: &[&Model]) -> BoxedStrategy<Change> {
    let name = parameter.wire_name().value.clone();
    let documented = documented(parameter);
    let value = match &parameter.ty.value {
        Type::Array { item } if parameter.path().is_list() => {
            prop::collection::vec(value(item, &documented, models, 0), 1..4).prop_map(Value::Array).boxed()
        }
        ty => value(ty, &documented, models, 0),
    };
    (value, 0..3_usize).prop_map(move |(value, item)| Change { name: at(&name, item), value }).boxed()
}

/// The name of one of the items: `Tag.2.Key` of `Tag.N.Key`. The whole of a list that ends a name stays whole.
fn at(name: &str, item: usize) -> String {
    let path = Path::of(name);
    let last = path.segments().len() - 1;
    let segment = |(index, segment): (usize, &Segment<'_>)| match segment {
        Segment::Name(name) => (*name).to_owned(),
        Segment::EachItem if index == last => "N".to_owned(),
        Segment::EachItem => (item + 1).to_string(),
        Segment::Item(number) => number.to_string(),
    };
    path.segments().iter().enumerate().map(segment).collect::<Vec<_>>().join(".")
}

/// The values that the page lists.
fn documented(parameter: &Parameter) -> Vec<Value> {
    let values = parameter.constraints.iter().filter_map(|constraint| match &constraint.requirement {
        Requirement::OneOf { values } => Some(values.iter()),
        _ => None,
    });
    values.flatten().map(|value| Value::from(value.value.as_str())).collect()
}

fn value(ty: &Type, documented: &[Value], models: &[&Model], depth: usize) -> BoxedStrategy<Value> {
    match ty {
        Type::String | Type::Unknown if !documented.is_empty() => {
            prop_oneof![text(), prop::sample::select(documented.to_vec())].boxed()
        }
        Type::String | Type::Unknown => text(),
        Type::Integer => prop_oneof![-3..300_i64, any::<i64>()].prop_map(Value::from).boxed(),
        Type::Float => prop_oneof![-1e3..1e3, -1e300..1e300].prop_map(|number: f64| json!(number)).boxed(),
        Type::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Type::Array { item } => {
            prop::collection::vec(value(item, documented, models, depth), 1..4).prop_map(Value::Array).boxed()
        }
        Type::Object => structure(["a", "B"].map(|name| (name.to_owned(), text())).to_vec()),
        Type::Model { name } => match models.iter().find(|model| model.name == *name) {
            Some(model) if depth < DEEPEST => fields(&model.fields, models, depth + 1),
            _ => Just(json!({})).boxed(),
        },
    }
}

fn fields(fields: &[Field], models: &[&Model], depth: usize) -> BoxedStrategy<Value> {
    let field = |field: &Field| {
        let value = match &field.fields[..] {
            [] => value(&field.ty.value, &[], models, depth),
            below if depth < DEEPEST => self::fields(below, models, depth + 1),
            _ => Just(json!({})).boxed(),
        };
        (field.wire_name().value.clone(), value)
    };
    structure(fields.iter().map(field).collect())
}

/// Any of these fields.
fn structure(fields: Vec<(String, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let field = |(name, value): (String, BoxedStrategy<Value>)| {
        prop::option::of(value).prop_map(move |value| value.map(|value| (name.clone(), value)))
    };
    let fields: Vec<_> = fields.into_iter().map(field).collect();
    fields.prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>())).boxed()
}

/// Any text, and those that have a meaning to something on the way.
fn text() -> BoxedStrategy<Value> {
    let special = [
        "",
        " ",
        "a b&c=d+e%2F#?",
        "镜像",
        "\"quoted\"",
        "[1]",
        "{\"a\":1}",
        "true",
        "1.0",
        "null",
        "\u{1f980}",
    ];
    prop_oneof!["[a-z]{1,12}", any::<String>(), prop::sample::select(special.map(str::to_owned).to_vec())]
        .prop_map(Value::from)
        .boxed()
}
