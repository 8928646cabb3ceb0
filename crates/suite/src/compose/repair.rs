//! Mending a request until it breaks no rule: adding what the rules ask for, dropping what they exclude.

use contract::{Condition, Parameter, Path, Rule, RuleKind};

use super::{Ask, Composer, Given, Sheaf};
use crate::broken::BrokenRule;
use crate::facts;
use crate::sheet::Need;
use crate::value::literal;

/// Each round mends one rule; rules that undo each other end here.
const ROUNDS: usize = 12;

impl<'a> Composer<'a> {
    /// Mends a request, or says which rule can't be kept.
    pub(super) fn repair(&self, ask: &Ask<'a>, sheaf: &mut Sheaf) -> Result<(), String> {
        for _ in 0..ROUNDS {
            let broken = self.broken(&self.bind(sheaf).arguments);
            let Some(first) = broken.first() else { return Ok(()) };
            let rules = facts::rule_ids(self.operation());
            let mended = match rules.iter().position(|id| *id == first.fact) {
                Some(at) => self.mend(ask, sheaf, &self.operation().rules[at]),
                None if first.kind == "presence" => self.add(ask, sheaf, &first.parameter),
                None => Err(told(first)),
            };
            match mended {
                Err(_) if ask.careless => return Ok(()),
                outcome => outcome?,
            }
        }
        Err("its rules across parameters could not all be kept at once".to_owned())
    }

    fn mend(&self, ask: &Ask<'a>, sheaf: &mut Sheaf, rule: &Rule) -> Result<(), String> {
        match rule.kind {
            RuleKind::RequiredIf => match rule.parameters.first() {
                Some(name) => self.add(ask, sheaf, name),
                None => Err(unkept(rule)),
            },
            RuleKind::OneOf => {
                let added = rule.parameters.iter().any(|name| self.add(ask, sheaf, name).is_ok());
                if added { Ok(()) } else { Err(unkept(rule)) }
            }
            RuleKind::Exclusive => {
                let sent =
                    |sheaf: &Sheaf, name: &String| self.under(name).iter().any(|at| sheaf.contains_key(at));
                let loose =
                    rule.parameters.iter().rev().find(|name| sent(sheaf, name) && !self.is_pinned(ask, name));
                match loose {
                    Some(name) => self.under(name).iter().for_each(|at| drop(sheaf.remove(at))),
                    None => return Err(unkept(rule)),
                }
                Ok(())
            }
            RuleKind::Requires => match &rule.then {
                Some(then) => self.satisfy(ask, sheaf, rule, then),
                None => Err(unkept(rule)),
            },
            _ => Ok(()),
        }
    }

    /// Makes the consequence hold, or takes back the condition.
    fn satisfy(&self, ask: &Ask<'a>, sheaf: &mut Sheaf, rule: &Rule, then: &Condition) -> Result<(), String> {
        let fixed = ask.fixed.iter().any(|(parameter, _)| parameter.name.value == then.parameter);
        if !then.not && !fixed && !ask.without.contains(&then.parameter.as_str()) {
            let Some(values) = &then.equals else { return self.add(ask, sheaf, &then.parameter) };
            if let (Some(at), Some(value)) = (self.under(&then.parameter).first(), values.first()) {
                let value = literal(&self.sheet.parameters[*at].ty.value, value);
                sheaf.insert(*at, Given { value, fixtures: Vec::new() });
                return Ok(());
            }
        }
        match &rule.when {
            Some(when) if !self.is_pinned(ask, &when.parameter) => {
                let dropped = self.under(&when.parameter).iter().any(|at| sheaf.remove(at).is_some());
                if dropped { Ok(()) } else { Err(unkept(rule)) }
            }
            _ => Err(unkept(rule)),
        }
    }

    fn add(&self, ask: &Ask<'a>, sheaf: &mut Sheaf, name: &str) -> Result<(), String> {
        if ask.without.contains(&name) {
            return Err(format!("a rule asks for `{name}`"));
        }
        let mut reason = format!("a rule asks for `{name}`, which the page does not document");
        for at in self.under(name) {
            if ask.without.contains(&self.sheet.parameters[at].name.value.as_str()) {
                continue;
            }
            match self.give(self.sheet.parameters[at], ask) {
                Ok(given) => {
                    sheaf.insert(at, given);
                    return Ok(());
                }
                Err(why) => reason = why,
            }
        }
        Err(reason)
    }

    /// Whether a parameter must stay in the request.
    fn is_pinned(&self, ask: &Ask<'a>, name: &str) -> bool {
        let asked = |parameter: &Parameter| {
            ask.wanted.iter().any(|wanted| std::ptr::eq(*wanted, parameter))
                || ask.fixed.iter().any(|(fixed, _)| std::ptr::eq(*fixed, parameter))
        };
        let pinned = |parameter: &Parameter| asked(parameter) || self.sheet.need(parameter) == Need::Always;
        self.under(name).iter().any(|at| pinned(self.sheet.parameters[*at]))
    }

    /// The places of a parameter, or of the members of the structure of that name.
    fn under(&self, name: &str) -> Vec<usize> {
        let parameters = || self.sheet.parameters.iter().enumerate();
        match parameters().find(|(_, p)| p.name.value == name || p.wire_name().value == name) {
            Some((at, _)) => vec![at],
            None => {
                let root = Path::of(name).root();
                parameters().filter(|(_, p)| p.path().root() == root).map(|(at, _)| at).collect()
            }
        }
    }
}

/// Why a request can't be sent, told of the rule that it would break.
pub(crate) fn told(broken: &BrokenRule) -> String {
    format!("a value of `{}` would break `{}`", broken.parameter, broken.fact)
}

fn unkept(rule: &Rule) -> String {
    format!("the rule `{}` can't be kept with the values that are known", rule.text)
}
