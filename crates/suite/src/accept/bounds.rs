//! Each parameter at the ends of what the page allows, and at each value that it lists.

use contract::{CharSet, Constraint, Parameter, Requirement, Type};
use serde_json::Value;

use super::with_value;
use crate::compose::Ask;
use crate::nature::{self, Nature};
use crate::number::NumberRules;
use crate::plan::Sketch;
use crate::text::{LONGEST, bounds};
use crate::value::literal;
use crate::{Expect, Family, facts};

/// Longer lists do not survive a URL.
pub(crate) const MANY: u64 = 100;

pub(super) fn draw<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter) {
    let certain = sketch.certain(parameter);
    if let Some(reason) = unvaried(sketch, parameter) {
        certain.into_iter().for_each(|(fact, _)| sketch.reasons.note(fact, reason.clone()));
        return;
    }
    switches(sketch, parameter);
    for (fact, constraint) in certain {
        let ends = ends(sketch, parameter, constraint, &fact);
        for (end, value) in ends {
            at(sketch, parameter, &fact, &end, value, Some(constraint));
        }
        if let (Requirement::Default { .. }, None) = (&constraint.requirement, &constraint.when) {
            left_out(sketch, parameter, &fact);
        }
        if let Requirement::Count { min, max } = constraint.requirement {
            for (end, count) in [("min", min), ("max", max)] {
                if let Some(count) = count.filter(|count| *count > 0) {
                    counted(sketch, parameter, &fact, end, count);
                }
            }
        }
    }
}

/// Why only the target's owner knows which values are fine.
fn unvaried(sketch: &Sketch<'_>, parameter: &Parameter) -> Option<String> {
    let name = &parameter.name.value;
    let listed = parameter.constraints.iter().any(|c| matches!(c.requirement, Requirement::OneOf { .. }));
    let resource = nature::of(sketch.operation(), parameter) == Nature::Resource && !listed;
    if sketch.composer.is_bound(name) {
        Some(format!(
            "a binding says which values of `{name}` exist; others are not tried in requests to accept"
        ))
    } else if resource {
        Some(format!("no binding gives a value for `{name}`"))
    } else {
        None
    }
}

/// Each certain end of a constraint with a value there.
fn ends(
    sketch: &mut Sketch<'_>,
    parameter: &Parameter,
    constraint: &Constraint,
    fact: &str,
) -> Vec<(String, Value)> {
    let ty = &parameter.ty.value;
    let ask = Ask { id: fact, ..Ask::default() };
    match &constraint.requirement {
        Requirement::Length { min, max, .. } => {
            let mut ends = Vec::new();
            for (end, length) in [("min", min), ("max", max)] {
                // An empty text can't be told from an absent parameter.
                let Some(length) = length.filter(|length| *length > 0) else { continue };
                if length > LONGEST {
                    sketch
                        .reasons
                        .note(fact.to_owned(), format!("a text of {length} would not survive a URL"));
                    continue;
                }
                let text = sketch.composer.maker(parameter, &ask).text_of(length);
                ends.extend(text.map(|text| (end.to_owned(), Value::String(text))));
            }
            ends
        }
        Requirement::Range { .. } | Requirement::Step { .. } => {
            let rules = NumberRules::of(ty, &parameter.constraints);
            let ends = [("min", rules.least()), ("max", rules.most())];
            ends.into_iter()
                .filter_map(|(end, number)| Some((end.to_owned(), rules.write(number?))))
                .collect()
        }
        Requirement::OneOf { values } => {
            values.iter().map(|value| (value.value.clone(), literal(ty, &value.value))).collect()
        }
        Requirement::Charset { set } => {
            let (min, max) = bounds(&parameter.constraints);
            let start =
                sketch.composer.maker(parameter, &ask).text_of(min.unwrap_or(1).max(1)).unwrap_or_default();
            let most = usize::try_from(max.unwrap_or(64)).unwrap_or(64);
            let whole: String = start.chars().chain(sample(set)).take(most).collect();
            vec![("whole".to_owned(), Value::String(whole))]
        }
        Requirement::StartsWith { set } => {
            let Some(text) = sketch.composer.maker(parameter, &ask).ordinary_text() else {
                return Vec::new();
            };
            let tail = text.chars().skip(1).collect::<String>();
            let first = |(class, c): (&str, char)| (class.to_owned(), Value::String(format!("{c}{tail}")));
            classes(set).map(first).collect()
        }
        _ => Vec::new(),
    }
}

/// Both positions of a switch, unless one of them only rehearses.
fn switches<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter) {
    let listed = parameter.constraints.iter().any(|c| matches!(c.requirement, Requirement::OneOf { .. }));
    if parameter.ty.value != Type::Boolean || nature::is_rehearsal(parameter) || listed {
        return;
    }
    let fact = facts::about(&sketch.operation().name, parameter, "type");
    for position in [true, false] {
        at(sketch, parameter, &fact, &position.to_string(), Value::Bool(position), None);
    }
}

fn at<'a>(
    sketch: &mut Sketch<'a>,
    parameter: &'a Parameter,
    fact: &str,
    end: &str,
    value: Value,
    constraint: Option<&Constraint>,
) {
    let id = format!("{fact}/{end}");
    let value = match parameter.ty.value {
        Type::Array { .. } => Value::Array(vec![value]),
        _ => value,
    };
    let guard = match constraint.map(|constraint| guard(sketch, constraint)) {
        None => Ok(Vec::new()),
        Some(guard) => guard,
    };
    match guard.and_then(|guard| with_value(sketch, &id, parameter, value, guard)) {
        Ok(draft) => {
            let case = sketch.case(Family::Accept, id, fact.to_owned(), draft, Expect::Accepted);
            sketch.push(case);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// What must be sent for a guarded constraint to apply.
pub(crate) fn guard<'a>(
    sketch: &Sketch<'a>,
    constraint: &Constraint,
) -> Result<Vec<(&'a Parameter, Value)>, String> {
    let Some(when) = &constraint.when else { return Ok(Vec::new()) };
    let unknown = || format!("its condition on `{}` can't be met", when.parameter);
    let parameter = sketch.composer.sheet.parameter(&when.parameter).ok_or_else(unknown)?;
    if when.not {
        return Err(unknown());
    }
    match when.equals.as_ref().map(|values| values.first()) {
        Some(Some(value)) => Ok(vec![(parameter, literal(&parameter.ty.value, value))]),
        Some(None) => Err(unknown()),
        None => {
            let ask = Ask { id: "guard", ..Ask::default() };
            let (value, fixtures) = sketch.composer.only(parameter, &ask)?;
            if fixtures.is_empty() { Ok(vec![(parameter, value)]) } else { Err(unknown()) }
        }
    }
}

/// All optional parameters but the one whose default is to be taken.
fn left_out<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter, fact: &str) {
    let id = format!("{fact}/left-out");
    let others = sketch.composer.sheet.free_units().into_iter().flatten();
    let others = others.filter(|other| other.path().root() != parameter.path().root());
    let wanted: Vec<&Parameter> = others.filter(|other| sketch.composer.obtainable(other).is_ok()).collect();
    let without = vec![parameter.name.as_str()];
    let full = Ask { id: &id, wanted, without: without.clone(), ..Ask::default() };
    let bare = Ask { id: &id, without, ..Ask::default() };
    match sketch.composer.compose(&full).or_else(|_| sketch.composer.compose(&bare)) {
        Ok(draft) => {
            let case = sketch.case(Family::Accept, id.clone(), fact.to_owned(), draft, Expect::Accepted);
            sketch.push(case);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// A list with exactly so many items; the members of its items stand side by side.
fn counted<'a>(sketch: &mut Sketch<'a>, parameter: &'a Parameter, fact: &str, end: &str, count: u64) {
    let id = format!("{fact}/{end}");
    let drafted = list_of(sketch, &id, parameter, count)
        .and_then(|fixed| sketch.composer.compose(&Ask { id: &id, fixed, ..Ask::default() }));
    match drafted {
        Ok(draft) => {
            let case = sketch.case(Family::Accept, id, fact.to_owned(), draft, Expect::Accepted);
            sketch.push(case);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// The members of a list with so many items, each with different values.
pub(crate) fn list_of<'a>(
    sketch: &Sketch<'a>,
    id: &str,
    parameter: &'a Parameter,
    count: u64,
) -> Result<Vec<(&'a Parameter, Value)>, String> {
    if count > MANY {
        return Err(format!("a list of {count} would not survive a URL"));
    }
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let ask = Ask { id, ..Ask::default() };
    let mut members = vec![(parameter, Value::Array(sketch.composer.items(parameter, &ask, count)?))];
    for other in sketch.composer.sheet.unit(parameter) {
        // What is sent with each item must be there for each item; what is never known is left out.
        if !std::ptr::eq(other, parameter) && sketch.composer.obtainable(other).is_ok() {
            members.push((other, Value::Array(sketch.composer.items(other, &ask, count)?)));
        }
    }
    Ok(members)
}

/// One character of each class of a set, and every single character that it names.
fn sample(set: &CharSet) -> Vec<char> {
    classes(set).map(|(_, c)| c).chain(set.chars.iter().copied()).collect()
}

fn classes(set: &CharSet) -> impl Iterator<Item = (&'static str, char)> {
    let classes = [
        (set.upper, "upper", 'D'),
        (set.lower, "lower", 'd'),
        (set.digits, "digit", '7'),
        (set.chinese, "chinese", '镜'),
        (set.ascii, "ascii", '~'),
    ];
    classes.into_iter().filter(|(holds, ..)| *holds).map(|(_, class, c)| (class, c))
}
