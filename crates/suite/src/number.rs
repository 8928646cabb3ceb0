//! Numbers inside and outside the rules of a parameter.

use contract::{Constraint, Limit, Requirement, Type};
use serde_json::Value;

use crate::chance::Chance;

/// What a page says of a parameter's number, all rules together.
pub(crate) struct NumberRules {
    min: Option<Limit>,
    max: Option<Limit>,
    step: f64,
    whole: bool,
}

impl NumberRules {
    /// All rules count, the doubtful and the guarded ones too.
    pub(crate) fn of(ty: &Type, constraints: &[Constraint]) -> Self {
        let mut rules = Self { min: None, max: None, step: 0.0, whole: *ty.innermost() == Type::Integer };
        for constraint in constraints {
            match &constraint.requirement {
                Requirement::Range { min, max } => {
                    rules.min = tighter(rules.min, *min, |new, old| new.value > old.value);
                    rules.max = tighter(rules.max, *max, |new, old| new.value < old.value);
                }
                Requirement::Step { of } => rules.step = rules.step.max(*of),
                _ => {}
            }
        }
        rules
    }

    /// The smallest number inside.
    pub(crate) fn least(&self) -> Option<f64> {
        let min = self.min?;
        let stride = self.stride();
        let first = if self.step > 0.0 { (min.value / stride).ceil() * stride } else { min.value };
        Some(if !min.inclusive && first <= min.value { first + stride } else { first })
    }

    /// The largest number inside.
    pub(crate) fn most(&self) -> Option<f64> {
        let max = self.max?;
        let stride = self.stride();
        let last = if self.step > 0.0 { (max.value / stride).floor() * stride } else { max.value };
        Some(if !max.inclusive && last >= max.value { last - stride } else { last })
    }

    /// The largest number below the range, and the smallest above it.
    pub(crate) fn outside(&self) -> (Option<f64>, Option<f64>) {
        let stride = self.stride();
        (self.least().map(|least| least - stride), self.most().map(|most| most + stride))
    }

    /// Whether the page bounds the number at both ends.
    pub(crate) fn are_bounded(&self) -> bool {
        self.least().zip(self.most()).is_some_and(|(least, most)| least <= most)
    }

    /// A number below or above the range, near or far; `None` where the page leaves both ends open.
    pub(crate) fn beyond(&self, chance: &mut Chance) -> Option<f64> {
        // Far, and still a number that every integer type holds.
        let far = self.stride() * (1 + chance.within(0..=1000)) as f64;
        let below = self.least().map(|least| least - far);
        let above = self.most().map(|most| most + far);
        if chance.flip() { below.or(above) } else { above.or(below) }
    }

    /// Any number inside; `None` where the page leaves an end open.
    pub(crate) fn draw(&self, chance: &mut Chance) -> Option<f64> {
        let (least, most, stride) = (self.least()?, self.most()?, self.stride());
        if most < least {
            return None;
        }
        let strides = ((most - least) / stride).floor().min(1e9);
        // An exact count: it was floored and is not negative.
        let at = chance.within(0..=(strides as u64));
        Some(least + stride * at as f64)
    }

    /// A number as it is sent.
    pub(crate) fn write(&self, number: f64) -> Value {
        // Beyond 2^53 a float holds no single whole number any more.
        if number.fract() == 0.0 && number.abs() < 9e15 {
            Value::from(number as i64)
        } else {
            Value::from(number)
        }
    }

    fn stride(&self) -> f64 {
        if self.step > 0.0 {
            self.step
        } else if self.whole {
            1.0
        } else {
            0.5
        }
    }
}

fn tighter(old: Option<Limit>, new: Option<Limit>, tightens: impl Fn(Limit, Limit) -> bool) -> Option<Limit> {
    match (old, new) {
        (Some(old), Some(new)) => Some(if tightens(new, old) { new } else { old }),
        (old, new) => new.or(old),
    }
}
