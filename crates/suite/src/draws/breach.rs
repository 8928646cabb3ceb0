//! Ways to break one rule of a good request.

use contract::{Confidence, Constraint, Parameter, Presence, Requirement, Type};
use serde_json::Value;
use wire::Arguments;

use super::slot::Slot;
use crate::chance::Chance;
use crate::compose::{Ask, Composer};
use crate::number::NumberRules;
use crate::reject::outside_values;
use crate::text::{LONGEST, Length, TextRules};
use crate::{Expect, facts, nature, refusal};

/// Values outside of a rule are found once for so many beginnings; which of them is taken is drawn.
const VARIETY: usize = 4;

/// A way to break one certain rule.
pub(super) struct Breaking {
    /// The parameter.
    pub(super) slot: usize,
    /// The rule.
    pub(super) fact: String,
    /// What must be answered.
    pub(super) expect: Expect,
    way: Way,
}

enum Way {
    /// It is left out.
    Missing,
    /// A word where a number or a switch belongs.
    Word,
    TooLong(TextRules),
    /// A text of so many characters at most, which are too few.
    TooShort(TextRules, u64),
    Beyond(NumberRules),
    /// One of these.
    OneOf(Vec<Value>),
}

/// Every way to leave the certain rules of an operation's parameters.
pub(super) fn of(composer: &Composer<'_>, slots: &[Slot<'_>]) -> Vec<Breaking> {
    let mut all = Vec::new();
    for (slot, Slot { parameter, .. }) in slots.iter().enumerate() {
        let mut add = |fact: String, kind: &str, way| {
            let expect = refusal::expected(composer.contract, composer.operation(), parameter, kind);
            all.push(Breaking { slot, fact, expect, way });
        };
        let operation = &composer.operation().name;
        let required = parameter.presence.value == Presence::Required && parameter.default_value().is_none();
        if required && composer.sheet.is_plainly_required(parameter) {
            add(facts::about(operation, parameter, "presence"), "presence", Way::Missing);
        }
        let typed = matches!(parameter.ty.value.innermost(), Type::Integer | Type::Float | Type::Boolean);
        if typed && !nature::is_unenforced(parameter, "") {
            add(facts::about(operation, parameter, "type"), "type", Way::Word);
        }
        for (fact, constraint) in
            facts::constraint_ids(operation, parameter).into_iter().zip(&parameter.constraints)
        {
            let enforced = !nature::is_unenforced(parameter, &constraint.text);
            if constraint.confidence != Confidence::Certain || constraint.when.is_some() || !enforced {
                continue;
            }
            for way in ways(composer, parameter, constraint) {
                add(fact.clone(), constraint.requirement.kind(), way);
            }
        }
    }
    all
}

fn ways(composer: &Composer<'_>, parameter: &Parameter, constraint: &Constraint) -> Vec<Way> {
    let texts = || TextRules::of(&parameter.constraints, true);
    match &constraint.requirement {
        Requirement::Length { min, max, .. } => {
            // An empty text can't be told from an absent parameter.
            let short = min.filter(|min| *min > 1).map(|min| Way::TooShort(texts(), min - 1));
            let long = max.filter(|max| *max < LONGEST).map(|_| Way::TooLong(texts()));
            short.into_iter().chain(long).collect()
        }
        Requirement::Range { .. } => {
            vec![Way::Beyond(NumberRules::of(&parameter.ty.value, &parameter.constraints))]
        }
        _ => {
            let salts = (0..VARIETY).map(|number| format!("outside {number}"));
            let values = salts.flat_map(|id| {
                let ask = Ask { id: &id, ..Ask::default() };
                let outside = outside_values(&composer.maker(parameter, &ask), constraint);
                outside.unwrap_or_default().into_iter().flat_map(|(_, values)| values)
            });
            let mut distinct: Vec<Value> = Vec::new();
            for value in values {
                if !distinct.contains(&value) {
                    distinct.push(value);
                }
            }
            if distinct.is_empty() { Vec::new() } else { vec![Way::OneOf(distinct)] }
        }
    }
}

impl Breaking {
    /// Breaks the rule in a good request; `None` where there is nothing to break it with.
    pub(super) fn commit(
        &self,
        slot: &Slot<'_>,
        arguments: &mut Arguments,
        chance: &mut Chance,
    ) -> Option<()> {
        let value = match &self.way {
            Way::Missing => {
                wire::remove(arguments, slot.parameter.wire_name());
                return Some(());
            }
            Way::Word => Value::String(format!("doctract{}", chance.below(1000))),
            Way::TooLong(rules) => Value::String(rules.too_long(chance)?),
            Way::TooShort(rules, most) => {
                let length = chance.within(1..=*most);
                Value::String(rules.draw(chance, Length::Exactly(length))?)
            }
            Way::Beyond(rules) => rules.write(rules.beyond(chance)?),
            Way::OneOf(values) => chance.pick(values)?.clone(),
        };
        slot.write(arguments, value);
        Some(())
    }
}
