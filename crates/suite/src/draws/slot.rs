//! A parameter and the values that are drawn for it.

use contract::{Parameter, Type};
use serde_json::Value;
use wire::Arguments;

use crate::bindings::Binding;
use crate::chance::{Chance, word};
use crate::compose::{Ask, Composer, Draft};
use crate::tree::Place;
use crate::value::Values;

/// A parameter that a value is known for.
pub(super) struct Slot<'a> {
    pub(super) parameter: &'a Parameter,
    pub(super) place: Place<'a>,
    /// The optional unit that it belongs to; `None` is always sent.
    pub(super) unit: Option<usize>,
    pub(super) given: Given,
}

/// What gives the values.
pub(super) enum Given {
    /// The page, or a binding that lists them.
    Values(Values),
    /// A fresh word between two texts.
    Fresh(String, String),
    /// A resource that is made for the case.
    Made,
}

impl<'a> Slot<'a> {
    /// `None` where no value is known.
    pub(super) fn of(composer: &Composer<'a>, parameter: &'a Parameter) -> Option<Self> {
        let listed = |values: &[Value]| Values::OneOf(values.to_vec());
        let given = match composer.bindings.of(&composer.operation().name, parameter) {
            Some(Binding::Literal(value)) => Given::Values(listed(std::slice::from_ref(value))),
            Some(Binding::Values(values)) => Given::Values(listed(values)),
            Some(Binding::Unique(template)) => {
                let (before, after) = template.split_once("{}")?;
                Given::Fresh(before.to_owned(), after.to_owned())
            }
            Some(Binding::Omit { .. }) => return None,
            Some(Binding::Made(_)) => Given::Made,
            None => {
                let ask = Ask { id: "drawn", wild: true, ..Ask::default() };
                let values = composer.maker(parameter, &ask).values().ok()?;
                // What the rules leave no text for is never sent.
                values.draw(&mut Chance::numbered(0, 0))?;
                Given::Values(values)
            }
        };
        Some(Self { parameter, place: Place::of(parameter.wire_name()), unit: None, given })
    }

    /// Draws a value into a request; `None` where a resource can't be made.
    pub(super) fn put(
        &self,
        composer: &Composer<'a>,
        id: &str,
        begun: u64,
        draft: &mut Draft,
        chance: &mut Chance,
    ) -> Option<()> {
        let value = match &self.given {
            Given::Values(values) => values.draw(chance)?,
            Given::Fresh(before, after) => Value::String(fresh(before, after, begun, chance)),
            Given::Made => {
                let ask = Ask { id, wild: true, ..Ask::default() };
                let (value, fixtures) = composer.only(self.parameter, &ask).ok()?;
                draft.fixtures.extend(fixtures);
                value
            }
        };
        self.write(&mut draft.arguments, value);
        Some(())
    }

    /// Gives a fresh value anew, if one is sent.
    pub(super) fn renew(&self, begun: u64, arguments: &mut Arguments, chance: &mut Chance) {
        if let Given::Fresh(before, after) = &self.given
            && !self.place.each(arguments).is_empty()
        {
            self.write(arguments, Value::String(fresh(before, after, begun, chance)));
        }
    }

    /// Writes a single value; where the parameter is a list it is one of one item.
    pub(super) fn write(&self, arguments: &mut Arguments, value: Value) {
        let value = match (&self.parameter.ty.value, value) {
            (Type::Array { .. }, value @ Value::Array(_)) => value,
            (Type::Array { .. }, alone) => Value::Array(vec![alone]),
            (_, value) => value,
        };
        self.place.put(arguments, value);
    }
}

fn fresh(before: &str, after: &str, begun: u64, chance: &mut Chance) -> String {
    [before, &word(chance.bits() ^ begun), after].concat()
}
