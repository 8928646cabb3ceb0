//! What was made is shown as it was ordered, also when many are made at once and after a restart; what was deleted is
//! gone.

use contract::{Operation, Parameter, Path, Requirement, Type};
use serde_json::Value;
use wire::{Arguments, Verdict};

use super::{Answered, Bench, listing, unanswered};
use crate::compose::{Ask, Composer, Draft};
use crate::nature::{self, Nature};
use crate::plan::{self, Sketch};
use crate::{
    Again, Call, Echo, Expect, Family, Judgement, Law, Promise, Step, Take, Twist, codes, facts, tree,
};

/// How many are made at once.
const AT_ONCE: usize = 6;
/// The name of what the case's own request has made.
const MADE: &str = "Made";
/// Beginnings of the names of parameters that speak of the new thing.
const OF_THE_NEW: &[&str] = &["Destination", "Target"];
/// Values of any field that mean that a thing is on its way out, or out.
const GONE: &[&str] = &["delet", "terminat", "destroy", "releas", "cancel", "remov", "unavailable"];

pub(super) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    if let Some(key) = made(operation) {
        ordered(sketch, &key);
        at_once(sketch, &key);
        restarted(sketch, &key);
    }
    if nature::removes(operation) {
        unmade(sketch);
    }
}

/// The field of an answer that names what was made: a text at the top whose name ends in `Id`.
pub(crate) fn made(operation: &Operation) -> Option<String> {
    let names = |field: &&contract::Field| {
        field.ty.value == Type::String
            && field.wire_name().ends_with("Id")
            && !field.is_header()
            && !matches!(field.wire_name().as_str(), "RequestId" | "HostId" | "TaskId")
    };
    let made = operation.response.iter().filter(|_| nature::makes(operation)).find(names);
    made.map(|field| field.wire_name().value.clone())
}

/// The call that shows a resource, and the member by which it is known there. `order` are the arguments of the call that
/// has made or removed it: what both take is the same, and the new thing is where it was ordered to.
fn shower(sketch: &Sketch<'_>, field: &str, resource: &Value, order: &Arguments) -> Option<(Call, String)> {
    let showers = plan::operations(sketch.contract).into_iter().filter(|other| nature::only_reads(other));
    showers.filter(|other| other.name != sketch.operation().name).find_map(|other| {
        let composer = Composer::new(sketch.contract, sketch.bindings, sketch.options, other);
        let asked = composer.sheet.parameters.iter().copied().find(|p| asks_for(p, field))?;
        let key = singular(asked).to_owned();
        let shows = |name: &str| shown_fields(sketch, other).any(|shown| shown == name);
        if !shows(&key) {
            return None;
        }
        let value = match asked.ty.value {
            Type::Array { .. } => Value::Array(vec![resource.clone()]),
            _ => resource.clone(),
        };
        let mut fixed = vec![(asked, value)];
        for parameter in composer.sheet.parameters.iter().copied().filter(|p| !std::ptr::eq(*p, asked)) {
            let place = nature::of(other, parameter) == Nature::Resource;
            if let Some(value) = ordered_to(order, &parameter.name).filter(|value| place && value.is_string())
            {
                fixed.push((parameter, value.clone()));
            }
        }
        let id = format!("{}/shows/{key}", other.name);
        let draft = composer.compose(&Ask { id: &id, fixed, ..Ask::default() }).ok()?;
        let mut arguments = draft.fixtures.is_empty().then_some(draft.arguments)?;
        any_state(composer.sheet.parameters.iter().copied(), &mut arguments)?;
        Some((Call { operation: other.name.clone(), arguments, twist: Twist::None, take: None }, key))
    })
}

/// Asks for things in any state, where a page shows those of one state unless told otherwise: what takes its time is not lost.
/// `None` where the page has no word for any state, so that absence would prove nothing.
fn any_state<'a>(
    mut parameters: impl Iterator<Item = &'a Parameter>,
    arguments: &mut Arguments,
) -> Option<()> {
    let narrows = |p: &&Parameter| nature::is_state(p) && p.path().is_plain() && p.default_value().is_some();
    let Some(parameter) = parameters.find(narrows) else { return Some(()) };
    let states = parameter.constraints.iter().find_map(|rule| match &rule.requirement {
        Requirement::OneOf { values } => Some(values.iter().map(|state| &*state.value).collect::<Vec<_>>()),
        _ => None,
    })?;
    nature::takes_several(parameter)
        .then(|| tree::put(arguments, parameter.wire_name(), states.join(",").into()))
}

/// Whether a parameter asks for the resource that a field names: `ImageId` and `ImageIds.N` for `ImageId` and
/// `TargetImageId`.
fn asks_for(parameter: &Parameter, field: &str) -> bool {
    let key = singular(parameter);
    key.ends_with("Id") && (field == key || OF_THE_NEW.iter().any(|new| field.strip_prefix(new) == Some(key)))
}

fn singular(parameter: &Parameter) -> &str {
    let leaf = Path::of(parameter.wire_name()).leaf();
    leaf.strip_suffix('s').unwrap_or(leaf)
}

/// The argument of that name, of the new thing if the order tells it apart.
pub(crate) fn ordered_to<'a>(order: &'a Arguments, name: &str) -> Option<&'a Value> {
    let of_the_new = OF_THE_NEW.iter().find_map(|new| order.get(&format!("{new}{name}")));
    of_the_new.or_else(|| order.get(name))
}

/// The names of all fields that an operation's answer documents.
fn shown_fields<'a>(sketch: &Sketch<'a>, operation: &'a Operation) -> impl Iterator<Item = &'a str> {
    fn names<'a>(fields: &'a [contract::Field], into: &mut Vec<&'a str>) {
        for field in fields {
            into.push(field.wire_name().rsplit('.').next().unwrap_or(""));
            names(&field.fields, into);
        }
    }
    let mut all = Vec::new();
    names(&operation.response, &mut all);
    sketch.contract.models_of(operation).into_iter().for_each(|model| names(&model.fields, &mut all));
    all.into_iter()
}

/// A request with every text that the caller makes up, and the call that shows what it makes.
fn order(sketch: &Sketch<'_>, id: &str, field: &str) -> Option<(Draft, Call, String)> {
    let sheet = &sketch.composer.sheet;
    let own = |p: &&Parameter| {
        *p.ty.value.innermost() == Type::String
            && p.path().is_plain()
            && nature::of(sketch.operation(), p) == Nature::Text
            && sketch.composer.obtainable(p).is_ok()
    };
    let wanted: Vec<&Parameter> = sheet.parameters.iter().copied().filter(own).collect();
    let ask = Ask { id, wanted, ..Ask::default() };
    let draft = sketch
        .composer
        .compose(&ask)
        .or_else(|_| sketch.composer.compose(&Ask { id, ..Ask::default() }))
        .ok()?;
    let (call, key) = shower(sketch, field, &Value::String(format!("${MADE}")), &draft.arguments)?;
    Some((draft, call, key))
}

fn ordered(sketch: &mut Sketch<'_>, field: &str) {
    let operation = sketch.operation();
    let id = format!("{}/sequence/shown", operation.name);
    let Some((draft, call, key)) = order(sketch, &id, field) else { return };
    let Some(other) = sketch.contract.operation(&call.operation) else { return };
    let shown: Vec<&str> = shown_fields(sketch, other).collect();
    let mut echo = Vec::new();
    for parameter in &sketch.composer.sheet.parameters {
        let name = parameter.wire_name().as_str();
        let plain = OF_THE_NEW.iter().find_map(|new| name.strip_prefix(new)).unwrap_or(name);
        let is_text = nature::of(operation, parameter) == Nature::Text && parameter.path().is_plain();
        let is_sent = draft.arguments.get(name).is_some_and(Value::is_string);
        if is_text && is_sent && shown.contains(&plain) && !plain.ends_with("Token") {
            let fact = facts::about(&operation.name, parameter, "type");
            echo.push(Echo { parameter: name.to_owned(), field: plain.to_owned(), fact });
        }
    }
    let promise = Promise::Shown { field: field.to_owned(), key, echo };
    push(sketch, id, draft, promise, Some(field), vec![Step::of(call)]);
}

/// Several are made at once; each that was acknowledged is shown.
fn at_once(sketch: &mut Sketch<'_>, field: &str) {
    let id = format!("{}/sequence/at-once", sketch.operation().name);
    let Some((draft, call, key)) = order(sketch, &id, field) else { return };
    let name = |number: usize| format!("{MADE}{number}");
    let mut making = Vec::new();
    for number in 0..AT_ONCE {
        let id = format!("{id}/{number}");
        let Some((other, _, _)) = order(sketch, &id, field) else { return };
        if !other.fixtures.is_empty() {
            return;
        }
        let take = Some(Take { name: name(number), path: field.to_owned() });
        let operation = sketch.operation().name.clone();
        making.push(Call { operation, arguments: other.arguments, twist: Twist::None, take });
    }
    let mut steps = vec![Step { restart: false, calls: making }];
    let shown = |number| {
        let arguments = renamed(&call.arguments, &name(number));
        Step::of(Call { arguments, ..call.clone() })
    };
    steps.extend((0..AT_ONCE).map(shown));
    push(sketch, id, draft, Promise::AllShown { field: field.to_owned(), key }, Some(field), steps);
}

/// What was acknowledged before the target is stopped is there when it runs again.
fn restarted(sketch: &mut Sketch<'_>, field: &str) {
    let id = format!("{}/sequence/restart", sketch.operation().name);
    if !sketch.options.restarts {
        return;
    }
    let Some((draft, call, key)) = order(sketch, &id, field) else { return };
    let steps = vec![Step { restart: true, calls: vec![call] }];
    push(sketch, id, draft, Promise::Kept { field: field.to_owned(), key }, Some(field), steps);
}

/// What was made for the case and deleted by it is no longer shown.
fn unmade(sketch: &mut Sketch<'_>) {
    let id = format!("{}/sequence/gone", sketch.operation().name);
    let Ok(draft) = sketch.composer.compose(&Ask { id: &id, ..Ask::default() }) else { return };
    let made = sketch.composer.sheet.parameters.iter().copied().find_map(|parameter| {
        let [only] = tree::each(&draft.arguments, parameter.wire_name())[..] else { return None };
        draft.fixtures.iter().find(|made| only.as_str() == Some(&format!("${}", made.name)))?;
        Some((parameter, only.clone()))
    });
    let Some((parameter, resource)) = made else { return };
    let Some((call, key)) = shower(sketch, singular(parameter), &resource, &draft.arguments) else { return };
    push(
        sketch,
        id,
        draft,
        Promise::Gone { parameter: parameter.wire_name().value.clone(), key },
        None,
        vec![Step::of(call)],
    );
}

fn push(
    sketch: &mut Sketch<'_>,
    id: String,
    draft: Draft,
    promise: Promise,
    field: Option<&str>,
    steps: Vec<Step>,
) {
    let name = sketch.operation().name.clone();
    // Making is not repeated, looking is.
    let from = steps.iter().take_while(|step| step.restart || step.calls.len() > 1).count();
    let again = Again { from: from + 1, tries: None };
    let take = field.map(|field| Take { name: MADE.to_owned(), path: field.to_owned() });
    let mut case = sketch.case(Family::Sequence, id, name, draft, Expect::Accepted);
    case.law = Some(Law { promise, take, steps, again });
    sketch.push(case);
}

/// The same arguments with another resource.
fn renamed(arguments: &Arguments, name: &str) -> Arguments {
    let made = Value::String(format!("${MADE}"));
    let other = Value::String(format!("${name}"));
    let replaced = |value: &Value| match value {
        Value::Array(items) => {
            items.iter().map(|item| if *item == made { &other } else { item }.clone()).collect()
        }
        value if *value == made => other.clone(),
        value => value.clone(),
    };
    arguments.iter().map(|(name, value)| (name.clone(), replaced(value))).collect()
}

pub(super) fn judge_shown(
    bench: &Bench<'_>,
    field: &str,
    key: &str,
    echo: &[Echo],
    answers: &[Answered],
) -> Judgement {
    let (Some(made), Some(shown)) = (answers.first(), answers.last()) else { return missing() };
    let (id, found) = match look(bench, made, shown, field, key) {
        Ok(looked) => looked,
        Err(judgement) => return judgement,
    };
    let Some(found) = found else {
        return not_shown(bench, codes::NOT_SHOWN, &id, "what was made is not shown");
    };
    for Echo { parameter, field, fact } in echo {
        let sent = tree::each(&made.sent, parameter).first().and_then(|value| value.as_str()).unwrap_or("");
        // What is not shown at all is for the response table to promise.
        let told = found.get(field).filter(|told| told.is_string() && told.as_str() != Some(sent));
        if let Some(told) = told {
            return bench.breach(
                codes::ECHO_DIFFERS,
                fact,
                format!("`{field}` is not shown as `{parameter}` was sent"),
                [
                    "keep what was sent, letter for letter".to_owned(),
                    format!("`{field}` is {sent:?}"),
                    told.to_string(),
                ],
                "both pages name the same thing",
            );
        }
    }
    Judgement::Held
}

pub(super) fn judge_all(bench: &Bench<'_>, field: &str, key: &str, answers: &[Answered]) -> Judgement {
    let Some((made, shown)) =
        answers.get(1..).filter(|all| all.len() == 2 * AT_ONCE).map(|all| all.split_at(AT_ONCE))
    else {
        return missing();
    };
    for (made, shown) in made.iter().zip(shown).filter(|(made, _)| made.accepted().is_some()) {
        match look(bench, made, shown, field, key) {
            Ok((id, None)) => {
                let what = "of what was made by requests at once, one is acknowledged and not there";
                return not_shown(bench, codes::LOST_UPDATE, &id, what);
            }
            Ok(_) => {}
            Err(judgement) => return judgement,
        }
    }
    match made.iter().filter(|made| made.accepted().is_some()).count() {
        0 | 1 => Judgement::Inconclusive("of the requests sent at once hardly any was accepted".to_owned()),
        _ => Judgement::Held,
    }
}

pub(super) fn judge_kept(bench: &Bench<'_>, field: &str, key: &str, answers: &[Answered]) -> Judgement {
    let (Some(made), Some(shown)) = (answers.first(), answers.last()) else { return missing() };
    match look(bench, made, shown, field, key) {
        Ok((id, None)) => {
            not_shown(bench, codes::NOT_DURABLE, &id, "what was acknowledged is gone after a restart")
        }
        Ok(_) => Judgement::Held,
        Err(judgement) => judgement,
    }
}

pub(super) fn judge_gone(bench: &Bench<'_>, parameter: &str, key: &str, answers: &[Answered]) -> Judgement {
    let (Some(deleted), Some(shown)) = (answers.first(), answers.last()) else { return missing() };
    let sent = tree::each(&deleted.sent, parameter);
    let Some(id) = sent.first() else { return missing() };
    let body = match &shown.verdict {
        Verdict::Accepted { body, .. } => body,
        Verdict::Refused { .. } if bench.is_not_found(shown) => return Judgement::Held,
        _ => return unanswered(shown),
    };
    let Some(found) = listing::find(body, key, id) else { return Judgement::Held };
    // Some services list for a while what is gone, and say so.
    let says_gone = |value: &Value| {
        let text = value.as_str().unwrap_or("").to_lowercase();
        GONE.iter().any(|word| text.contains(word))
    };
    if found.as_object().is_some_and(|members| members.values().any(says_gone)) {
        return Judgement::Held;
    }
    bench.breach(
        codes::STILL_THERE,
        bench.main(),
        format!("what `{}` has removed is still shown", bench.operation.name),
        [
            "remove it before the removal is acknowledged, or show that it is on its way out".to_owned(),
            format!("nothing whose `{key}` is {id}"),
            found.to_string().chars().take(160).collect(),
        ],
        "the removal was acknowledged",
    )
}

/// What was made, as a later answer shows it; or why that can't be told.
fn look<'a>(
    bench: &Bench<'_>,
    made: &Answered,
    shown: &'a Answered,
    field: &str,
    key: &str,
) -> Result<(Value, Option<&'a Value>), Judgement> {
    let body = made.accepted().ok_or_else(|| unanswered(made))?;
    let without = || Judgement::Inconclusive(format!("the answer has no `{field}`"));
    let id = body.get(field).cloned().ok_or_else(without)?;
    match &shown.verdict {
        Verdict::Accepted { body, .. } => {
            let found = listing::find(body, key, &id);
            Ok((id, found))
        }
        // A refusal of what does not exist shows it no more than an empty list does.
        Verdict::Refused { .. } if bench.is_not_found(shown) => Ok((id, None)),
        _ => Err(unanswered(shown)),
    }
}

fn not_shown(bench: &Bench<'_>, code: &str, id: &Value, what: &str) -> Judgement {
    bench.breach(
        code,
        bench.main(),
        what.to_owned(),
        [
            "keep what is acknowledged before it is acknowledged".to_owned(),
            format!("{id} is shown"),
            format!("{id} is not shown"),
        ],
        "the request was acknowledged with this id",
    )
}

fn missing() -> Judgement {
    Judgement::Inconclusive("an answer is missing".to_owned())
}
