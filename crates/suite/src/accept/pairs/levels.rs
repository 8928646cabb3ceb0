//! The parameters of a covering array, and the values that each takes in it.

use contract::{Confidence, Operation, Parameter, Path, Requirement};
use serde_json::Value;
use wire::Arguments;

use crate::bindings::Binding;
use crate::compose::{Ask, Composer, listed};
use crate::sheet::Need;
use crate::text::{LONGEST, bounds};
use crate::tree::Place;
use crate::value::Values;
use crate::{broken, nature};

/// Values of one parameter that are paired; each of a longer list is still sent once, on its own.
pub(super) const MOST_VALUES: usize = 12;

/// What is paired with each other.
pub(super) struct Array<'a> {
    /// In page order.
    pub(super) factors: Vec<Factor<'a>>,
    units: Vec<Vec<&'a Parameter>>,
}

/// A parameter with at least two levels, or one that can be left out.
pub(super) struct Factor<'a> {
    pub(super) parameter: &'a Parameter,
    place: Place<'a>,
    /// The optional unit that it belongs to; `None` is always sent.
    pub(super) unit: Option<usize>,
    /// Of a structure only the first member can be absent: all are, then.
    pub(super) levels: Vec<Level>,
    /// How many more values the page lists.
    beyond: usize,
    /// Whether a rule across parameters or a condition names it.
    pub(super) is_tied: bool,
}

/// What a request may have of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Level {
    /// Nothing.
    Absent,
    /// Its usual value.
    Sent,
    /// This value.
    Value { label: String, value: Value },
    /// A text of this length, which has so many characters.
    Length { label: &'static str, length: u64, characters: usize },
}

impl<'a> Array<'a> {
    pub(super) fn of(composer: &Composer<'a>, units: &[Vec<&'a Parameter>]) -> Self {
        let mut factors: Vec<Factor<'a>> = Vec::new();
        for parameter in &composer.sheet.parameters {
            let of = |unit: &Vec<&'a Parameter>| unit.iter().any(|member| std::ptr::eq(*member, *parameter));
            let unit = units.iter().position(of);
            let is_always_sent =
                || composer.sheet.need(parameter) != Need::Free && composer.obtainable(parameter).is_ok();
            if unit.is_none() && !is_always_sent() {
                continue;
            }
            let (mut levels, beyond) = values(composer, parameter);
            if unit.is_some() && !factors.iter().any(|factor| factor.unit == unit) {
                levels.insert(0, Level::Absent);
            }
            if levels.len() > 1 {
                let place = Place::of(parameter.wire_name());
                let is_tied = is_tied(composer.operation(), parameter);
                factors.push(Factor { parameter, place, unit, levels, beyond, is_tied });
            }
        }
        Self { factors, units: units.to_vec() }
    }

    /// The members that are sent together with a factor.
    pub(super) fn unit(&self, factor: usize) -> &[&'a Parameter] {
        self.factors[factor].unit.map_or(&[], |unit| self.units[unit].as_slice())
    }

    /// Whether a factor is sent; `None` where that is open.
    pub(super) fn is_sent(&self, chosen: &[Option<usize>], factor: usize) -> Option<bool> {
        let Some(unit) = self.factors[factor].unit else { return Some(true) };
        let members = self.factors.iter().zip(chosen).filter(|(member, _)| member.unit == Some(unit));
        let mut decided = members.filter_map(|(member, level)| level.map(|level| &member.levels[level]));
        decided.next().map(|level| *level != Level::Absent)
    }

    /// `Mode=Fast`.
    pub(super) fn label(&self, (factor, level): (usize, usize)) -> String {
        let factor = &self.factors[factor];
        let level = match &factor.levels[level] {
            Level::Absent => "absent",
            Level::Sent => "sent",
            Level::Value { label, .. } => label.as_str(),
            Level::Length { label, .. } => label,
        };
        format!("{}={level}", factor.parameter.name.value)
    }

    /// The levels that a request has.
    pub(super) fn levels_of(&self, arguments: &Arguments) -> Vec<Option<usize>> {
        self.factors.iter().map(|factor| self.level_of(factor, arguments)).collect()
    }

    fn level_of(&self, factor: &Factor<'_>, arguments: &Arguments) -> Option<usize> {
        let values = factor.place.each(arguments);
        let is_it = |level: &Level| match level {
            Level::Absent => {
                let unit = factor.unit.map_or(&[][..], |unit| self.units[unit].as_slice());
                unit.iter().all(|member| Place::of(member.wire_name()).each(arguments).is_empty())
            }
            Level::Sent => !values.is_empty(),
            Level::Value { value, .. } => match value.as_array() {
                Some(items) => {
                    values.iter().copied().eq(items) || matches!(values.as_slice(), [only] if *only == value)
                }
                None => matches!(values.as_slice(), [only] if *only == value),
            },
            Level::Length { characters, .. } => {
                let text = match values.as_slice() {
                    [Value::Array(items)] => items.first(),
                    [only] => Some(*only),
                    _ => None,
                };
                text.and_then(Value::as_str).is_some_and(|text| text.chars().count() == *characters)
            }
        };
        factor.levels.iter().position(is_it)
    }

    /// The pairs with values that are not among the levels.
    pub(super) fn beyond(&self) -> usize {
        let pairs = |of: &dyn Fn(&Factor<'_>) -> usize| {
            let all: usize = self.factors.iter().map(of).sum();
            let same: usize = self.factors.iter().map(|factor| of(factor).pow(2)).sum();
            (all * all - same) / 2
        };
        pairs(&|factor| factor.levels.len() + factor.beyond) - pairs(&|factor| factor.levels.len())
    }
}

/// The values of a parameter that are paired, and how many more there are.
fn values(composer: &Composer<'_>, parameter: &Parameter) -> (Vec<Level>, usize) {
    let ask = Ask { id: "pairs", wild: true, ..Ask::default() };
    let valued =
        |label: String, value: &Value| Level::Value { label, value: listed(parameter, value.clone()) };
    let (mut levels, mut beyond) = (Vec::new(), 0);
    match composer.bindings.of(&composer.operation().name, parameter) {
        // What the target's owner calls his things is nothing for an id.
        Some(Binding::Values(values)) => {
            levels.extend(values.iter().zip(1..).map(|(value, at)| valued(format!("bound-{at}"), value)));
        }
        Some(_) => {}
        None if nature::is_rehearsal(parameter) || !is_certain(parameter) => {}
        None => match composer.maker(parameter, &ask).values() {
            Ok(Values::OneOf(values)) => {
                levels.extend(values.iter().map(|value| valued(broken::text(value).into_owned(), value)));
            }
            Ok(Values::Number(rules)) => {
                let ends = [("min", rules.least()), ("max", rules.most())];
                let ends = ends.into_iter().filter_map(|(end, number)| Some((end, rules.write(number?))));
                levels.extend(ends.map(|(end, number)| valued(end.to_owned(), &number)));
            }
            Ok(Values::Text(_)) => {
                let (min, max) = bounds(&parameter.constraints);
                for (label, length) in [("min", min), ("max", max)] {
                    let Some(length) = length.filter(|length| (1..=LONGEST).contains(length)) else {
                        continue;
                    };
                    let text = composer.maker(parameter, &ask).text_of(length);
                    levels.extend(text.map(|text| Level::Length {
                        label,
                        length,
                        characters: text.chars().count(),
                    }));
                }
            }
            Err(_) => {}
        },
    }
    if levels.len() > MOST_VALUES {
        beyond = levels.len() - MOST_VALUES;
        levels.truncate(MOST_VALUES);
    }
    if levels.len() < 2 {
        levels = vec![Level::Sent];
    }
    (levels, beyond)
}

/// Whether the page says for certain, and whatever else is sent, which values there are.
fn is_certain(parameter: &Parameter) -> bool {
    let bounds = parameter.constraints.iter().filter(|constraint| {
        use Requirement::{Length, OneOf, Range, Step};
        matches!(constraint.requirement, OneOf { .. } | Range { .. } | Step { .. } | Length { .. })
    });
    bounds.into_iter().all(|bound| bound.confidence == Confidence::Certain && bound.when.is_none())
}

/// Whether a rule across parameters or a condition names a parameter, or the structure that it is in.
fn is_tied(operation: &Operation, parameter: &Parameter) -> bool {
    let is_it = |name: &String| {
        name == parameter.name.as_str()
            || name == parameter.wire_name().as_str()
            || Path::of(name).root() == parameter.path().root()
    };
    let guards = operation.parameters.iter().flat_map(|one| {
        one.constraints.iter().filter_map(move |constraint| Some((one, constraint.when.as_ref()?)))
    });
    let rules = operation.rules.iter().any(|rule| {
        let conditions = rule.conditions().chain(&rule.then);
        rule.parameters.iter().chain(conditions.map(|condition| &condition.parameter)).any(is_it)
    });
    rules || guards.into_iter().any(|(one, when)| std::ptr::eq(one, parameter) || is_it(&when.parameter))
}
