//! All cases for a contract, what they reach, and why the rest is not reached.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use contract::{Confidence, Constraint, Contract, Operation, Parameter, Presence, Refusal, Scope, Type};

use crate::compose::{Ask, Composer, Draft};
use crate::{
    Bindings, Case, Expect, Fact, Family, Options, Plan, Twist, Unreached, accept, answer, auth, envelope,
    example, facts, laws, nature, provoke, refusal, reject, sequence, travel, tree,
};

/// Plans every case that the contract's certain facts allow, in page order, then by family.
///
/// The same contract, bindings and options give the same plan, byte for byte.
pub fn plan(contract: &Contract, bindings: &Bindings, options: &Options) -> Plan {
    let mut cases = Vec::new();
    let mut unreached = Reasons::default();
    let mut settled = HashSet::new();
    let planned = operations(contract);
    let mut left = Vec::new();
    let speaker = speaker(contract, bindings, options, &planned);
    for operation in &planned {
        let mut sketch = Sketch::new(contract, bindings, options, operation);
        sketch.speaks_for_all = speaker == Some(operation.name.as_str());
        sketch.settled = std::mem::take(&mut settled);
        sketch.draw();
        settled = sketch.settled;
        cases.append(&mut sketch.cases);
        left.extend(sketch.left);
        unreached.merge(sketch.reasons);
    }
    let mut facts = facts::of_contract(contract);
    let counted: HashSet<String> = planned
        .iter()
        .flat_map(|operation| facts::of_operation(contract, operation))
        .map(|fact| fact.id)
        .collect();
    for fact in facts.iter().filter(|fact| fact.operation.is_some() && !counted.contains(&fact.id)) {
        unreached
            .note(fact.id.clone(), "it is documented twice; the first time counts, on the page that speaks");
    }
    facts.append(&mut left);
    let unreached = unreached.tell(&cases, &facts);
    Plan { cases, facts, unreached }
}

/// The operations to plan; of one that two pages document the page that speaks for it counts, or the first.
pub(crate) fn operations(contract: &Contract) -> Vec<&Operation> {
    let mut names = HashSet::new();
    contract.speaking().filter(|operation| names.insert(operation.name.as_str())).collect()
}

/// The operation whose requests show what holds for all: one that only reads and needs nothing made, if there is one.
fn speaker<'a>(
    contract: &'a Contract,
    bindings: &'a Bindings,
    options: &Options,
    planned: &[&'a Operation],
) -> Option<&'a str> {
    let ease = |operation: &&Operation| {
        let ask = Ask { id: "speaker", ..Ask::default() };
        let draft = Composer::new(contract, bindings, options, operation).compose(&ask).ok()?;
        Some((draft.fixtures.len(), !nature::only_reads(operation), draft.arguments.len()))
    };
    let best = planned.iter().filter_map(|o| ease(o).map(|ease| (ease, o))).min_by_key(|(ease, _)| *ease);
    best.map(|(_, operation)| operation.name.as_str())
}

/// The plan of one operation while it is drawn.
pub(crate) struct Sketch<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) bindings: &'a Bindings,
    pub(crate) options: &'a Options,
    pub(crate) composer: Composer<'a>,
    /// Whether the cases that hold for all operations are drawn here.
    pub(crate) speaks_for_all: bool,
    pub(crate) cases: Vec<Case>,
    pub(crate) reasons: Reasons,
    /// The pairs of values that are in no request, as one fact that is not reached.
    pub(crate) left: Option<Fact>,
    /// Errors of all operations that a case provokes already.
    pub(crate) settled: HashSet<String>,
    ids: HashSet<String>,
}

impl<'a> Sketch<'a> {
    fn new(
        contract: &'a Contract,
        bindings: &'a Bindings,
        options: &'a Options,
        operation: &'a Operation,
    ) -> Self {
        Self {
            contract,
            bindings,
            options,
            composer: Composer::new(contract, bindings, options, operation),
            speaks_for_all: false,
            cases: Vec::new(),
            reasons: Reasons::default(),
            left: None,
            settled: HashSet::new(),
            ids: HashSet::new(),
        }
    }

    fn draw(&mut self) {
        self.doubts();
        example::draw(self);
        match self.composer.compose(&Ask { id: "possible", ..Ask::default() }) {
            Ok(_) => {
                accept::draw(self);
                reject::draw(self);
                provoke::draw(self);
                envelope::draw(self);
                auth::draw(self);
            }
            Err(reason) => self.reasons.block(&self.operation().name, &reason),
        }
        // A chain brings its own resource, which may be the one that nothing else gives.
        sequence::draw(self);
        laws::draw(self);
        let accepts = self.cases.iter().any(|case| case.expect == Expect::Accepted);
        if accepts {
            self.reasons.answered(&self.operation().name);
        }
    }

    pub(crate) fn operation(&self) -> &'a Operation {
        self.composer.operation()
    }

    /// Adds a case; an id that is taken gets a number.
    pub(crate) fn push(&mut self, mut case: Case) {
        let mut number = 1;
        let id = case.id.clone();
        while !self.ids.insert(case.id.clone()) {
            number += 1;
            case.id = format!("{id}/{number}");
        }
        if let Expect::Refused { errors } = &case.expect {
            // Any of several may come: the answer tells which of them was reached.
            let all = refusal::rows(self.contract, Some(self.composer.operation()));
            let rows = errors.iter().flat_map(|error| {
                refusal::documented(&all, &error.code, error.message.as_deref().unwrap_or(""))
            });
            let mut rows: Vec<String> = rows.map(|(fact, _)| fact.to_owned()).collect();
            rows.sort();
            rows.dedup();
            match rows.as_slice() {
                [only] if !case.facts.contains(only) => case.facts.push(only.clone()),
                _ => self.reasons.possible.extend(rows),
            }
        }
        self.cases.push(case);
    }

    /// A case of this operation from a draft.
    pub(crate) fn case(
        &self,
        family: Family,
        id: String,
        fact: String,
        draft: Draft,
        expect: Expect,
    ) -> Case {
        let mut facts = vec![fact];
        if expect == Expect::Accepted {
            facts.extend(self.shown_by(&draft));
            facts.dedup();
        }
        Case {
            id,
            family,
            operation: self.operation().name.clone(),
            facts,
            fixtures: draft.fixtures,
            accepted_first: None,
            arguments: draft.arguments,
            twist: Twist::None,
            expect,
            law: None,
        }
    }

    /// The facts that an accepted request shows beside the one it is about: that types are taken, and that what is left
    /// out may be.
    fn shown_by(&self, draft: &Draft) -> Vec<String> {
        let operation = self.operation();
        let mut shown = Vec::new();
        for parameter in operation.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation) {
            let sent = !tree::each(&draft.arguments, parameter.wire_name()).is_empty();
            if sent && parameter.ty.value != Type::Unknown {
                shown.push(facts::about(&operation.name, parameter, "type"));
            } else if !sent && parameter.presence.value == Presence::Optional {
                shown.push(facts::about(&operation.name, parameter, "presence"));
            }
        }
        for field in operation.response.iter().filter(|field| field.presence.value == Presence::Required) {
            if !field.is_header() && !nature::is_only_sometimes(&field.description) {
                shown.push(facts::about_field(&format!("{}/response", operation.name), field, "presence"));
            }
        }
        shown
    }

    /// A constraint's fact, if the constraint is one that may fail a server.
    pub(crate) fn certain(&self, parameter: &'a Parameter) -> Vec<(String, &'a Constraint)> {
        facts::constraint_ids(&self.operation().name, parameter)
            .into_iter()
            .zip(&parameter.constraints)
            .filter(|(_, constraint)| constraint.confidence == Confidence::Certain)
            .collect()
    }

    /// What no case may be made of, because the reader is not sure of it.
    fn doubts(&mut self) {
        let operation = self.operation();
        for parameter in &operation.parameters {
            let ids = facts::constraint_ids(&operation.name, parameter);
            if parameter.scope == Scope::Operation
                && let Some(reason) = travel::astray(parameter, self.options.carrier)
            {
                let own = ["presence", "type"].map(|kind| facts::about(&operation.name, parameter, kind));
                own.into_iter().chain(ids).for_each(|fact| self.reasons.note(fact, reason.clone()));
                continue;
            }
            for (fact, constraint) in ids.into_iter().zip(&parameter.constraints) {
                self.doubt(fact, constraint.confidence);
            }
            if parameter.presence.value == Presence::Conditional {
                let fact = facts::about(&operation.name, parameter, "presence");
                self.reasons.note(fact, "the rules across parameters say when it is required");
            }
        }
        for field in operation.response.iter().filter(|field| field.is_header()) {
            for fact in facts::of_one_field(operation, field) {
                self.reasons.note(fact.id, "it is a header of the answer; the suite looks at the body");
            }
        }
        for (fact, rule) in facts::rule_ids(operation).into_iter().zip(&operation.rules) {
            self.doubt(fact, rule.confidence);
        }
        for (fact, rule, beside) in facts::field_rules(self.contract, operation) {
            self.doubt(fact.clone(), rule.confidence);
            if !answer::is_judged(rule, beside) {
                self.reasons.note(fact, "an answer can't tell whether it holds");
            }
        }
    }

    fn doubt(&mut self, fact: String, confidence: Confidence) {
        let doubt = match confidence {
            Confidence::Certain => return,
            Confidence::Likely => "the reader is not certain of this rule, only of its likelihood",
            Confidence::Weak => "the reader only guesses this rule",
        };
        self.reasons.note(fact, doubt);
    }
}

/// Why facts are not reached; the first reason that is found stands.
#[derive(Debug, Default)]
pub(crate) struct Reasons {
    by_fact: BTreeMap<String, String>,
    /// Why an error is probably not met, unless an answer shows it by chance.
    supposed: BTreeMap<String, String>,
    /// Operations that no request of can be made, and why.
    blocked: BTreeMap<String, String>,
    /// Operations with a case whose answer shows response fields.
    answered: BTreeSet<String>,
    /// Facts that an answer may turn out to show.
    pub(crate) possible: BTreeSet<String>,
}

impl Reasons {
    pub(crate) fn note(&mut self, fact: String, reason: impl Into<String>) {
        self.by_fact.entry(fact).or_insert_with(|| reason.into());
    }

    pub(crate) fn suppose(&mut self, fact: String, reason: &str) {
        self.supposed.entry(fact).or_insert_with(|| reason.to_owned());
    }

    fn block(&mut self, operation: &str, reason: &str) {
        self.blocked.insert(operation.to_owned(), format!("no request can be made: {reason}"));
    }

    fn answered(&mut self, operation: &str) {
        self.answered.insert(operation.to_owned());
    }

    fn merge(&mut self, other: Self) {
        for (fact, reason) in other.by_fact {
            self.note(fact, reason);
        }
        self.supposed.extend(other.supposed);
        self.blocked.extend(other.blocked);
        self.answered.extend(other.answered);
        self.possible.extend(other.possible);
    }

    fn tell(self, cases: &[Case], facts: &[Fact]) -> Vec<Unreached> {
        let reached: HashSet<&str> = cases.iter().flat_map(|case| &case.facts).map(String::as_str).collect();
        let reason = |fact: &Fact| {
            let known = self.by_fact.get(&fact.id).cloned();
            // An answer may show it: without a reason of its own it is not given up.
            if self.possible.contains(&fact.id) {
                return known;
            }
            known.or_else(|| self.supposed.get(&fact.id).cloned()).or_else(|| self.usual(fact))
        };
        facts
            .iter()
            .filter(|fact| !reached.contains(fact.id.as_str()))
            .filter_map(|fact| Some(Unreached { fact: fact.id.clone(), reason: reason(fact)? }))
            .collect()
    }

    /// The reason of a kind of fact; `None` where an answer may still show it.
    fn usual(&self, fact: &Fact) -> Option<String> {
        let operation = fact.operation.as_deref().unwrap_or("");
        if fact.kind == "field" && self.answered.contains(operation) {
            return None;
        }
        if let Some(reason) = self.blocked.get(operation) {
            return Some(reason.clone());
        }
        let reason = match fact.kind.as_str() {
            "field" => "no request is expected to be accepted",
            "error" => "needs a resource in a state that no binding gives",
            "example" => "an example answer shows what the tables say; a server is held to the tables",
            "ignored_if" => "that a parameter has no effect can't be told from an answer",
            _ if fact.id.starts_with("common/") => "the wire sends it as documented and never otherwise",
            "conditional" => "the page names a condition that no rule holds",
            _ => "no case was found that exercises it alone",
        };
        Some(reason.to_owned())
    }
}

/// Why an error of this kind is not provoked by parameters.
pub(crate) fn unprovoked(refuses: Option<Refusal>) -> &'static str {
    match refuses {
        Some(Refusal::Service) => "needs a failure inside the service, which no request provokes",
        Some(Refusal::Authentication) => "no departure that the wire knows provokes it",
        Some(Refusal::Permission) => "needs a caller without a right, which no binding gives",
        Some(Refusal::Missing | Refusal::Value) => {
            "no certain rule is tied to it, and no binding provokes it"
        }
        Some(Refusal::NotFound) => "no binding gives the name of something that does not exist",
        Some(Refusal::Operation) => "no departure that the wire knows provokes it",
        Some(Refusal::State | Refusal::Quota) | None => "needs a resource in a state that no binding gives",
    }
}
