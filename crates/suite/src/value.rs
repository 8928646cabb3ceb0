//! A value for a parameter: from a binding, from the page, or made up inside the page's rules.

use contract::{Confidence, ExampleRole, Format, Operation, Parameter, Path, Requirement, Type};
use serde_json::Value;

use crate::broken;
use crate::chance::{Chance, suffix};
use crate::nature::{self, Nature};
use crate::number::NumberRules;
use crate::text::{Length, TextRules};

/// Makes values for one parameter of one case.
pub(crate) struct Maker<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) parameter: &'a Parameter,
    pub(crate) seed: u64,
    /// Values of different cases differ by this.
    pub(crate) salt: &'a str,
    /// Any value that the page allows, instead of a usual one.
    pub(crate) wild: bool,
}

impl<'a> Maker<'a> {
    /// A single value, or why there is none. Lists get one item.
    pub(crate) fn value(&self) -> Result<Value, String> {
        let value = self.scalar("")?;
        Ok(if matches!(self.parameter.ty.value, Type::Array { .. }) {
            Value::Array(vec![value])
        } else {
            value
        })
    }

    /// Different values for the items of a list, or why there are not enough.
    pub(crate) fn items(&self, count: usize) -> Result<Vec<Value>, String> {
        let mut items: Vec<Value> = match self.enumeration() {
            Some(values) => values.into_iter().take(count).collect(),
            None => (0..count).map(|at| self.scalar(&format!("item {at}"))).collect::<Result<_, _>>()?,
        };
        let mut seen = Vec::new();
        items.retain(|item| {
            let fresh = !seen.contains(item);
            seen.push(item.clone());
            fresh
        });
        if items.len() < count {
            return Err(format!(
                "there are not {count} different values for `{}`",
                self.parameter.name.value
            ));
        }
        Ok(items)
    }

    /// A text of exactly that length.
    pub(crate) fn text_of(&self, length: u64) -> Option<String> {
        let mut chance = self.chance(&format!("length {length}"));
        TextRules::of(&self.parameter.constraints, false).draw(&mut chance, Length::Exactly(length))
    }

    /// A text of usual length that meets the parameter's rules, whatever it is for.
    pub(crate) fn ordinary_text(&self) -> Option<String> {
        TextRules::of(&self.parameter.constraints, false).draw(&mut self.chance("text"), Length::Ordinary)
    }

    /// A number as it is sent.
    pub(crate) fn number(&self, number: f64) -> Value {
        NumberRules::of(&self.parameter.ty.value, &self.parameter.constraints).write(number)
    }

    /// Draws for this parameter of this case.
    pub(crate) fn chance(&self, purpose: &str) -> Chance {
        Chance::new(self.seed, &[self.salt, &self.parameter.name.value, purpose])
    }

    /// The values that a parameter can be given, single ones where it is a list; or why none is known.
    pub(crate) fn values(&self) -> Result<Values, String> {
        let nature = nature::of(self.operation, self.parameter);
        let name = &self.parameter.name.value;
        match self.enumeration() {
            Some(values) if values.is_empty() => {
                return Err(format!("no documented value of `{name}` meets its other rules"));
            }
            Some(values) => return Ok(Values::OneOf(values)),
            None if nature == Nature::Resource => {
                return Err(format!("no binding gives a value for `{name}`"));
            }
            None => {}
        }
        match self.parameter.ty.value.innermost() {
            Type::Boolean => Ok(Values::OneOf(self.positions())),
            Type::Integer | Type::Float => self.numbers(),
            Type::String | Type::Unknown => self.texts(nature),
            Type::Object | Type::Model { .. } | Type::Array { .. } => {
                Err(format!("`{name}` is a structure; bind a whole value to it"))
            }
        }
    }

    fn scalar(&self, purpose: &str) -> Result<Value, String> {
        let none = || format!("no text was found that meets all rules of `{}`", self.parameter.name.value);
        match self.values()? {
            Values::OneOf(values) if !self.wild => values.into_iter().next().ok_or_else(none),
            Values::Text(rules) => {
                let length = if self.wild { Length::Any } else { Length::Ordinary };
                let drawn = rules.draw(&mut self.chance(purpose), length).map(Value::String);
                drawn.filter(|text| self.is_inside(text, true)).or_else(|| self.page_value()).ok_or_else(none)
            }
            values => values.draw(&mut self.chance(purpose)).ok_or_else(none),
        }
    }

    /// The documented values that meet all other rules; `None` where the page lists none.
    fn enumeration(&self) -> Option<Vec<Value>> {
        let constraints = &self.parameter.constraints;
        let doubtful = nature::of(self.operation, self.parameter) == Nature::Resource;
        let (values, confidence) =
            constraints.iter().find_map(|constraint| match &constraint.requirement {
                Requirement::OneOf { values } if !(doubtful && constraint.confidence == Confidence::Weak) => {
                    Some((values, constraint.confidence))
                }
                _ => None,
            })?;
        let typed: Vec<Value> = values.iter().map(|v| literal(&self.parameter.ty.value, &v.value)).collect();
        let all: Vec<Value> = typed.iter().filter(|value| self.is_inside(value, true)).cloned().collect();
        let some = || typed.iter().filter(|value| self.is_inside(value, false)).cloned().collect();
        let mut values: Vec<Value> = if all.is_empty() { some() } else { all };
        // What is only likely a list may hold what is no value: nobody is accused of refusing a second one.
        if self.wild && confidence != Confidence::Certain {
            values.truncate(1);
        }
        Some(values)
    }

    /// The positions of a switch, the usual one first; one that only rehearses stays where it is.
    fn positions(&self) -> Vec<Value> {
        let usual = self.page_value().unwrap_or(Value::Bool(false));
        let other = usual.as_bool().filter(|_| !nature::is_rehearsal(self.parameter));
        let other = other.map(|position| Value::Bool(!position));
        [usual].into_iter().chain(other).collect()
    }

    fn numbers(&self) -> Result<Values, String> {
        let rules = NumberRules::of(&self.parameter.ty.value, &self.parameter.constraints);
        if self.wild && rules.are_bounded() {
            return Ok(Values::Number(rules));
        }
        let end = rules.least().or(rules.most()).map(|number| rules.write(number));
        self.page_value().or(end).map(|usual| Values::OneOf(vec![usual])).ok_or_else(|| {
            format!(
                "the page gives no range, default or example for `{}`, and no binding does",
                self.parameter.name.value
            )
        })
    }

    fn texts(&self, nature: Nature) -> Result<Values, String> {
        let name = &self.parameter.name.value;
        let constraints = &self.parameter.constraints;
        let shaped = constraints.iter().any(|constraint| match &constraint.requirement {
            Requirement::Format { format } => !matches!(format, Format::Base64 | Format::Ascii),
            Requirement::Pattern { .. } => true,
            _ => false,
        });
        if !shaped && nature != Nature::Opaque {
            return Ok(Values::Text(TextRules::of(constraints, self.wild)));
        }
        let shown = self.page_value().map(|value| Values::OneOf(vec![value]));
        shown.ok_or_else(|| {
            format!("the page does not say what a value of `{name}` looks like, and no binding gives one")
        })
    }

    /// A value that the page itself shows: the default, the example cell, or a request example's.
    fn page_value(&self) -> Option<Value> {
        let parameter = self.parameter;
        let root = Path::of(parameter.wire_name());
        let shown = self
            .operation
            .examples
            .iter()
            .filter(|example| example.role == ExampleRole::Request)
            .flat_map(|example| &example.arguments)
            .filter(|argument| {
                argument.name == parameter.wire_name().value || Path::of(&argument.name) == root
            })
            .map(|argument| argument.value.as_str());
        let cell = parameter.example.as_ref().map(|example| example.value.trim());
        parameter
            .default_value()
            .into_iter()
            .chain(cell)
            .chain(shown)
            .filter(|text| !text.is_empty() && !contract::is_masked(text) && !contract::is_random_fill(text))
            .map(|text| literal(&parameter.ty.value, text))
            .find(|value| broken::has_type(&parameter.ty.value, value) && self.is_inside(value, true))
    }

    /// Whether a value meets the parameter's own rules, with or without the guarded ones.
    fn is_inside(&self, value: &Value, guarded: bool) -> bool {
        let ty = self.parameter.ty.value.innermost();
        self.parameter
            .constraints
            .iter()
            .filter(|constraint| guarded || constraint.when.is_none())
            .all(|constraint| broken::meets(&constraint.requirement, ty, value))
    }
}

/// The values that a parameter can be given.
pub(crate) enum Values {
    /// One of these, the usual one first.
    OneOf(Vec<Value>),
    /// Any number of a range.
    Number(NumberRules),
    /// Any text that meets the rules.
    Text(TextRules),
}

impl Values {
    /// Any of them; `None` where the rules of a text leave none.
    pub(crate) fn draw(&self, chance: &mut Chance) -> Option<Value> {
        match self {
            Values::OneOf(values) => chance.pick(values).cloned(),
            Values::Number(rules) => rules.draw(chance).map(|number| rules.write(number)),
            Values::Text(rules) => rules.draw(chance, Length::Any).map(Value::String),
        }
    }
}

/// A text of the page as a value of a type; what can't be read stays text.
pub(crate) fn literal(ty: &Type, text: &str) -> Value {
    let text_value = || Value::String(text.to_owned());
    match ty.innermost() {
        Type::Boolean if text.eq_ignore_ascii_case("true") => Value::Bool(true),
        Type::Boolean if text.eq_ignore_ascii_case("false") => Value::Bool(false),
        Type::Integer => text.parse::<i64>().map_or_else(|_| text_value(), Value::from),
        Type::Float => text.parse::<f64>().map_or_else(|_| text_value(), Value::from),
        _ => text_value(),
    }
}

/// The value of a `unique` binding in one case.
pub(crate) fn fresh(template: &str, seed: u64, salt: &str, name: &str) -> Value {
    Value::String(template.replace("{}", &suffix(seed, &[salt, name])))
}
