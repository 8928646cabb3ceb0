//! Requests inside all constraints: they must be accepted.

mod bounds;
mod pairs;

use contract::{Parameter, Presence};
use serde_json::Value;

use crate::chance::Chance;
use crate::compose::{Ask, Draft};
use crate::plan::Sketch;
use crate::{Expect, Family, facts};

pub(crate) use bounds::{guard, list_of};

type Unit<'a> = Vec<&'a Parameter>;

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let name = sketch.operation().name.clone();
    plain(sketch, format!("{name}/accept/minimal"), &name, Vec::new());
    let units = units(sketch);
    let (usual, respelt): (Vec<Unit<'_>>, Vec<Unit<'_>>) =
        units.into_iter().partition(|unit| sketch.composer.sheet.spelling(unit[0]) == 0);
    if usual.len() > 1 {
        plain(sketch, format!("{name}/accept/all"), &name, usual.iter().collect());
    }
    for unit in usual.iter().chain(&respelt) {
        let label = label(unit);
        let fact = match unit[0].presence.value {
            Presence::Unstated => name.clone(),
            _ => facts::about(&name, unit[0], "presence"),
        };
        plain(sketch, format!("{name}/accept/only/{label}"), &fact, vec![unit]);
    }
    let parameters = sketch.composer.sheet.parameters.clone();
    for parameter in parameters {
        bounds::draw(sketch, parameter);
    }
    pairs::draw(sketch, &usual);
    for number in 1..=sketch.options.random {
        random(sketch, &usual, number);
    }
}

/// A request with these units beside what is required; the rules across parameters may leave some of them out.
fn plain(sketch: &mut Sketch<'_>, id: String, fact: &str, units: Vec<&Unit<'_>>) {
    match fitting(sketch, &id, &units, false) {
        Ok(draft) => {
            let case = sketch.case(Family::Accept, id, fact.to_owned(), draft, Expect::Accepted);
            sketch.push(case);
        }
        Err(reason) => sketch.reasons.note(fact.to_owned(), reason),
    }
}

/// As many of the units as the rules across parameters allow together.
fn fitting(sketch: &Sketch<'_>, id: &str, units: &[&Unit<'_>], wild: bool) -> Result<Draft, String> {
    let attempt = |units: &[&Unit<'_>]| {
        let wanted = units.iter().flat_map(|unit| unit.iter().copied()).collect();
        sketch.composer.compose(&Ask { id, wanted, wild, ..Ask::default() })
    };
    let whole = attempt(units);
    if whole.is_ok() || units.len() < 2 {
        return whole;
    }
    let mut kept: Vec<&Unit<'_>> = Vec::new();
    for unit in units {
        kept.push(unit);
        if attempt(&kept).is_err() {
            kept.pop();
        }
    }
    attempt(&kept)
}

/// The optional units that values are known for; of the others it is noted why not.
fn units<'a>(sketch: &mut Sketch<'a>) -> Vec<Unit<'a>> {
    let mut known = Vec::new();
    let name = sketch.operation().name.clone();
    for unit in sketch.composer.sheet.free_units() {
        for parameter in &unit {
            if let Err(reason) = sketch.composer.obtainable(parameter) {
                sketch.reasons.note(facts::about(&name, parameter, "type"), reason.clone());
                for fact in facts::constraint_ids(&name, parameter) {
                    sketch.reasons.note(fact, reason.clone());
                }
            }
        }
        if let Ok(members) = sketch.composer.obtainable_of(&unit) {
            known.push(members);
        }
    }
    known
}

/// Any units with any values that the page allows.
fn random(sketch: &mut Sketch<'_>, units: &[Unit<'_>], number: usize) {
    let name = sketch.operation().name.clone();
    let id = format!("{name}/accept/random/{number}");
    let mut chance = Chance::new(sketch.options.seed, &[&id, "units"]);
    let chosen: Vec<&Unit<'_>> = units.iter().filter(|_| chance.flip()).collect();
    if let Ok(draft) = fitting(sketch, &id, &chosen, true) {
        let case = sketch.case(Family::Accept, id, name, draft, Expect::Accepted);
        // Without anything to vary, a random request is the minimal one again.
        if !sketch
            .cases
            .iter()
            .any(|other| other.arguments == case.arguments && other.family == Family::Accept)
        {
            sketch.push(case);
        }
    }
}

/// A structure is called by its first name, a single parameter by its own.
fn label<'p>(unit: &Unit<'p>) -> &'p str {
    match unit.as_slice() {
        [alone] => &alone.name.value,
        members => members[0].path().root(),
    }
}

/// A request with one parameter at a given value.
fn with_value<'a>(
    sketch: &Sketch<'a>,
    id: &str,
    parameter: &'a Parameter,
    value: Value,
    mut fixed: Vec<(&'a Parameter, Value)>,
) -> Result<Draft, String> {
    let unit = sketch.composer.sheet.unit(parameter);
    let others = unit.into_iter().filter(|other| !std::ptr::eq(*other, parameter));
    let wanted = others.filter(|other| sketch.composer.obtainable(other).is_ok()).collect();
    fixed.push((parameter, value));
    sketch.composer.compose(&Ask { id, wanted, fixed, ..Ask::default() })
}
