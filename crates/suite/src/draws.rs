//! Random requests of a contract, inside and outside of its rules, each by its number alone.

mod breach;
mod slot;

use std::sync::Arc;

use contract::Contract;
use wire::{Arguments, Carrier};

use crate::chance::{Chance, digest};
use crate::compose::{Ask, Composer, Draft, Shelf};
use crate::sheet::Need;
use crate::{Bindings, Case, Expect, Family, Options, Twist, facts, plan, travel};
use breach::Breaking;
use slot::{Given, Slot};

/// Of an operation that needs a resource made, which costs calls and waiting, one case is drawn while each other has so
/// many.
const SPARING: usize = 16;
/// Choices of optional parameters that are tried before the plain request is taken: rules forbid some together.
const TRIES: usize = 6;
/// One in so many accepted requests travels in another documented way.
const OTHERWISE: u64 = 8;

/// Draws requests of all operations in turn.
pub(crate) struct Draws<'a> {
    operations: Vec<Drawn<'a>>,
    /// Whose turn it is, by the number of the case.
    turns: Vec<usize>,
}

/// One operation, with what its requests are drawn from.
struct Drawn<'a> {
    composer: Composer<'a>,
    /// The parameters that a value is known for, in page order.
    slots: Vec<Slot<'a>>,
    /// How many optional units there are.
    units: usize,
    breaking: Vec<Breaking>,
    /// Other documented ways to travel, or to be answered.
    ways: Vec<Twist>,
    /// Distinguishes the draws of operations and seeds.
    series: u64,
}

impl<'a> Draws<'a> {
    pub(crate) fn new(contract: &'a Contract, bindings: &'a Bindings, options: &Options) -> Self {
        let shelf = Arc::new(Shelf::full(contract, options.carrier));
        let composer = |operation| Composer::sharing(shelf.clone(), contract, bindings, options, operation);
        let operations: Vec<Drawn<'a>> = plan::operations(contract)
            .into_iter()
            .filter_map(|operation| Drawn::of(composer(operation), options))
            .collect();
        let turns = (0..SPARING).flat_map(|round| {
            let sparing = move |drawn: &Drawn<'_>| drawn.needs_resources() && round > 0;
            let at_turn = operations.iter().enumerate().filter(move |(_, drawn)| !sparing(drawn));
            at_turn.map(|(at, _)| at)
        });
        Self { turns: turns.collect(), operations }
    }

    /// The case of a number; `None` where no request of any operation can be made.
    pub(crate) fn case(&self, number: u64) -> Option<Case> {
        let turn = usize::try_from(number % (self.turns.len().max(1) as u64)).unwrap_or_default();
        self.operations[*self.turns.get(turn)?].case(number)
    }

    /// The case of that id.
    pub(crate) fn find(&self, id: &str) -> Option<Case> {
        let (_, number) = id.rsplit_once('/')?;
        self.case(number.parse().ok()?).filter(|case| case.id == id)
    }
}

impl<'a> Drawn<'a> {
    /// `None` where no request can be made.
    fn of(composer: Composer<'a>, options: &Options) -> Option<Self> {
        composer.compose(&Ask { id: "possible", ..Ask::default() }).ok()?;
        let free = composer.sheet.free_units();
        let mut units = Vec::new();
        let mut slots = Vec::new();
        for parameter in &composer.sheet.parameters {
            let unit = match composer.sheet.need(parameter) {
                Need::Always | Need::Perhaps => None,
                Need::Free => {
                    match free.iter().position(|unit| unit.iter().any(|p| std::ptr::eq(*p, *parameter))) {
                        Some(unit) => Some(unit),
                        // A member of a unit that must be sent goes with it.
                        None => continue,
                    }
                }
            };
            let Some(slot) = Slot::of(&composer, parameter) else { continue };
            let unit = unit.map(|unit| match units.iter().position(|known| *known == unit) {
                Some(at) => at,
                None => {
                    units.push(unit);
                    units.len() - 1
                }
            });
            // Making a resource that nothing needs costs calls and tells nothing.
            if unit.is_none() || !matches!(slot.given, Given::Made) {
                slots.push(Slot { unit, ..slot });
            }
        }
        let travels =
            |carrier| composer.sheet.parameters.iter().all(|p| travel::astray(p, carrier).is_none());
        let ways = options.twists.iter().copied().filter(|twist| match twist {
            Twist::AsForm => travels(Carrier::Form),
            Twist::AsJson => travels(Carrier::Json),
            Twist::AnswerXml | Twist::OtherSignature => true,
            _ => false,
        });
        let ways = ways.collect();
        let breaking = breach::of(&composer, &slots);
        let series = digest(options.seed, &[&composer.operation().name]);
        Some(Self { composer, slots, units: units.len(), breaking, ways, series })
    }

    fn needs_resources(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.given, Given::Made))
    }

    fn case(&self, number: u64) -> Option<Case> {
        let mut chance = Chance::numbered(self.series, number);
        let operation = &self.composer.operation().name;
        let id = format!("{operation}/random/{number}");
        if chance.flip()
            && let Some(case) = self.outside(&id, &mut chance)
        {
            return Some(case);
        }
        let draft = self.inside(&id, None, &mut chance)?;
        let twist = match chance.one_in(OTHERWISE) {
            true => chance.pick(&self.ways).copied().unwrap_or_default(),
            false => Twist::None,
        };
        let facts = match twist {
            Twist::None => vec![operation.clone()],
            Twist::OtherSignature => vec![facts::SIGNATURE.to_owned(), operation.clone()],
            _ => vec![facts::ENVELOPE.to_owned(), operation.clone()],
        };
        Some(Case {
            id,
            family: Family::Accept,
            operation: operation.clone(),
            facts,
            fixtures: draft.fixtures,
            accepted_first: None,
            arguments: draft.arguments,
            twist,
            expect: Expect::Accepted,
            law: None,
        })
    }

    /// A request that breaks no rule. `broken` is the rule that another one of the kind is to break: its parameter is
    /// sent.
    fn inside(&self, id: &str, breaking: Option<&Breaking>, chance: &mut Chance) -> Option<Draft> {
        for _ in 0..TRIES {
            let density = chance.below(self.units as u64 + 1);
            let wanted: Vec<bool> =
                (0..self.units).map(|_| chance.below(self.units as u64) < density).collect();
            let is_sent = |slot: &Slot<'_>| match slot.unit {
                Some(unit) => wanted[unit] || breaking.is_some_and(|b| self.slots[b.slot].unit == Some(unit)),
                None => true,
            };
            if let Some(draft) = self.filled(id, is_sent, chance)
                && self.composer.broken(&draft.arguments).is_empty()
            {
                return Some(draft);
            }
        }
        // The rules leave little choice: the composer knows how to keep them.
        let wanted = breaking.map(|breaking| self.slots[breaking.slot].parameter).into_iter().collect();
        self.composer.compose(&Ask { id, wanted, ..Ask::default() }).ok()
    }

    fn filled(&self, id: &str, is_sent: impl Fn(&Slot<'_>) -> bool, chance: &mut Chance) -> Option<Draft> {
        let arguments = Arguments::with_capacity(self.slots.len());
        let mut draft = Draft { arguments, fixtures: Vec::new() };
        let begun = self.composer.begun(id);
        for slot in self.slots.iter().filter(|slot| is_sent(slot)) {
            slot.put(&self.composer, id, begun, &mut draft, chance)?;
        }
        Some(draft)
    }

    /// A request that breaks exactly one rule, and before it one that breaks none; `None` where chance finds none.
    fn outside(&self, id: &str, chance: &mut Chance) -> Option<Case> {
        let breaking = chance.pick(&self.breaking)?;
        let first = self.inside(id, Some(breaking), chance)?;
        let mut arguments = first.arguments.clone();
        breaking.commit(&self.slots[breaking.slot], &mut arguments, chance)?;
        let broken = self.composer.broken(&arguments);
        if !matches!(broken.as_slice(), [only] if only.fact == breaking.fact) {
            return None;
        }
        // What must differ from request to request does.
        let begun = self.composer.begun(id);
        for slot in &self.slots {
            if slot.parameter.name.value != self.slots[breaking.slot].parameter.name.value {
                slot.renew(begun, &mut arguments, chance);
            }
        }
        Some(Case {
            id: id.to_owned(),
            family: Family::Reject,
            operation: self.composer.operation().name.clone(),
            facts: vec![breaking.fact.clone()],
            fixtures: first.fixtures,
            accepted_first: Some(first.arguments),
            arguments,
            twist: Twist::None,
            expect: breaking.expect.clone(),
            law: None,
        })
    }
}
