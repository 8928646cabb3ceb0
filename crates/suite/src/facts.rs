//! Every documented fact under a stable id, so that a run can say of each whether it held.

use std::collections::HashMap;

use contract::{
    Contract, ErrorCase, Example, ExampleRole, Field, Operation, Parameter, Presence, Rule, RuleKind, Scope,
    Type,
};
use source::Origin;

use crate::Fact;

/// What holds for the answers of all operations.
pub(crate) const ENVELOPE: &str = "envelope";
/// That requests are signed.
pub(crate) const SIGNATURE: &str = "signature";

/// The facts of a contract, in page order, those of pages that stand behind another one after the others; what holds for
/// all operations comes last.
pub(crate) fn of_contract(contract: &Contract) -> Vec<Fact> {
    let mut facts: Vec<Fact> =
        contract.speaking().flat_map(|operation| of_operation(contract, operation)).collect();
    let behind = contract.operations.iter().filter(|operation| operation.stands_behind.is_some());
    facts.extend(behind.flat_map(|operation| of_operation(contract, operation)));
    facts.extend(of_all(contract));
    let mut seen: HashMap<String, usize> = HashMap::new();
    for fact in &mut facts {
        let times = seen.entry(fact.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            fact.id = format!("{}~{times}", fact.id);
        }
    }
    facts
}

/// The facts of an operation and of all, by id; of several the first.
pub(crate) fn about_one(contract: &Contract, operation: &Operation) -> HashMap<String, Fact> {
    let mut facts = HashMap::new();
    for fact in of_operation(contract, operation).into_iter().chain(of_all(contract)) {
        facts.entry(fact.id.clone()).or_insert(fact);
    }
    facts
}

/// The fact of that id, of an operation or of all.
pub(crate) fn find(contract: &Contract, operation: &Operation, id: &str) -> Option<Fact> {
    let own = of_operation(contract, operation).into_iter().find(|fact| fact.id == id);
    own.or_else(|| of_all(contract).into_iter().find(|fact| fact.id == id))
}

/// The facts of one operation's page, and of the structures that it names.
pub(crate) fn of_operation(contract: &Contract, operation: &Operation) -> Vec<Fact> {
    let name = operation.name.as_str();
    let page = Teller { operation: Some(name) };
    let mut facts =
        vec![page.tell(name.to_owned(), "operation", name, &operation.title, operation.origin.clone())];
    for parameter in operation.parameters.iter().filter(|p| p.scope == Scope::Operation) {
        facts.extend(of_parameter(&page, name, parameter));
    }
    for (id, rule) in rule_ids(operation).into_iter().zip(&operation.rules) {
        facts.push(page.tell(id, kind(rule), &rule.parameters.join(" "), &rule.text, rule.origin.clone()));
    }
    let response = format!("{name}/response");
    operation.response.iter().for_each(|field| of_field(&page, &response, field, &mut facts));
    for model in contract.models_of(operation) {
        let prefix = format!("{name}/models/{}", model.name);
        model.fields.iter().for_each(|field| of_field(&page, &prefix, field, &mut facts));
    }
    facts.extend(of_errors(&page, &format!("{name}/"), &operation.errors));
    for (id, example) in example_ids(operation).into_iter().zip(&operation.examples) {
        facts.push(page.tell(id, "example", name, &example.text, example.origin.clone()));
    }
    facts
}

/// The facts of one field of an operation's answer.
pub(crate) fn of_one_field(operation: &Operation, field: &Field) -> Vec<Fact> {
    let mut facts = Vec::new();
    let page = Teller { operation: Some(&operation.name) };
    of_field(&page, &format!("{}/response", operation.name), field, &mut facts);
    facts
}

/// That any two values go together, told of an operation of which not all pairs are planned.
pub(crate) fn pairs(operation: &Operation) -> Fact {
    let (name, origin) = (operation.name.as_str(), operation.origin.clone());
    Teller { operation: Some(name) }.tell(format!("{name}/pairs"), "pairs", name, &operation.title, origin)
}

/// The id of a parameter's presence or type.
pub(crate) fn about(operation: &str, parameter: &Parameter, kind: &str) -> String {
    format!("{operation}/{}/{kind}", parameter.name.value)
}

/// The ids of a parameter's constraints, in order.
pub(crate) fn constraint_ids(operation: &str, parameter: &Parameter) -> Vec<String> {
    numbered(parameter.constraints.iter().map(|c| about(operation, parameter, c.requirement.kind())))
}

/// The ids of an operation's rules across parameters, in order.
pub(crate) fn rule_ids(operation: &Operation) -> Vec<String> {
    let id = |rule: &Rule| format!("{}/rules/{}/{}", operation.name, kind(rule), rule.parameters.join("+"));
    numbered(operation.rules.iter().map(id))
}

/// The ids of documented errors, in order; `prefix` is empty for those of all operations.
pub(crate) fn error_ids(prefix: &str, errors: &[ErrorCase]) -> Vec<String> {
    error_rows(errors).map(|(row, error)| format!("{prefix}errors/{}", error_keys(error, row)[0])).collect()
}

/// Each error with the number of its row among those of the same status and code.
pub(crate) fn error_rows(errors: &[ErrorCase]) -> impl Iterator<Item = (usize, &ErrorCase)> {
    let mut times: HashMap<(Option<u16>, &str), usize> = HashMap::new();
    errors.iter().map(move |error| {
        let time = times.entry((error.http_status, &error.code)).or_default();
        *time += 1;
        (*time, error)
    })
}

/// The keys that name an error in bindings, the most specific first: `404/X/1`, `404/X`, `X`.
pub(crate) fn error_keys(error: &ErrorCase, row: usize) -> [String; 3] {
    let status = error.http_status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    let code = &error.code;
    [format!("{status}/{code}/{row}"), format!("{status}/{code}"), code.clone()]
}

/// The ids of an operation's examples, in order.
pub(crate) fn example_ids(operation: &Operation) -> Vec<String> {
    let id = |example: &Example| {
        let role = match example.role {
            ExampleRole::Request => "request",
            ExampleRole::Response => "response",
            ExampleRole::Error => "error",
        };
        format!("{}/examples/{role}", operation.name)
    };
    numbered(operation.examples.iter().map(id))
}

/// The id of a response or model field's presence, type or values.
pub(crate) fn about_field(prefix: &str, field: &Field, kind: &str) -> String {
    format!("{prefix}/{}/{kind}", field.name.value)
}

/// The ids of the rules across fields that a field states, in order.
pub(crate) fn field_rule_ids(prefix: &str, field: &Field) -> Vec<String> {
    let id = |rule: &Rule| {
        about_field(prefix, field, &format!("rules/{}/{}", kind(rule), rule.parameters.join("+")))
    };
    numbered(field.rules.iter().map(id))
}

/// The rules across fields of an operation's answer and structures, by fact, each with the fields that it stands among.
pub(crate) fn field_rules<'a>(
    contract: &'a Contract,
    operation: &'a Operation,
) -> Vec<(String, &'a Rule, &'a [Field])> {
    fn walk<'a>(prefix: &str, fields: &'a [Field], rules: &mut Vec<(String, &'a Rule, &'a [Field])>) {
        for field in fields {
            let own = field_rule_ids(prefix, field).into_iter().zip(&field.rules);
            rules.extend(own.map(|(fact, rule)| (fact, rule, fields)));
            walk(&format!("{prefix}/{}", field.name.value), &field.fields, rules);
        }
    }
    let mut rules = Vec::new();
    walk(&format!("{}/response", operation.name), &operation.response, &mut rules);
    for model in contract.models_of(operation) {
        walk(&format!("{}/models/{}", operation.name, model.name), &model.fields, &mut rules);
    }
    rules
}

/// The words of a rule's kind, as the contract's JSON spells them.
pub(crate) fn kind(rule: &Rule) -> &'static str {
    match rule.kind {
        RuleKind::RequiredIf => "required_if",
        RuleKind::Exclusive => "exclusive",
        RuleKind::OneOf => "one_of",
        RuleKind::IgnoredIf => "ignored_if",
        RuleKind::EffectiveIf => "effective_if",
        RuleKind::Requires => "requires",
        RuleKind::Equal => "equal",
        RuleKind::NotEqual => "not_equal",
        RuleKind::Greater => "greater",
        RuleKind::AtLeast => "at_least",
        RuleKind::Less => "less",
        RuleKind::AtMost => "at_most",
    }
}

fn of_all(contract: &Contract) -> Vec<Fact> {
    let all = Teller { operation: None };
    let mut facts = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    let rows =
        contract.common_parameters.iter().chain(contract.operations.iter().flat_map(|o| &o.parameters));
    for parameter in rows.filter(|p| p.scope == Scope::Common) {
        // Each page repeats the common rows; they are one promise.
        if !told.contains(&parameter.name.as_str()) {
            told.push(&parameter.name);
            facts.extend(of_parameter(&all, "common", parameter));
        }
    }
    facts.extend(of_errors(&all, "", &contract.errors));
    if let Some(first) = contract.operations.first() {
        let signature = contract
            .common_parameters
            .iter()
            .chain(&first.parameters)
            .find(|p| p.scope == Scope::Common && p.name.starts_with("Signature"));
        let origin = signature.map_or(&first.origin, |parameter| &parameter.origin).clone();
        let words = signature.map_or("", |parameter| parameter.description.as_str());
        facts.push(all.tell(SIGNATURE.to_owned(), "signature", "Signature", words, origin));
        facts.push(all.tell(ENVELOPE.to_owned(), "envelope", "", "", first.origin.clone()));
    }
    facts
}

fn of_parameter(page: &Teller<'_>, prefix: &str, parameter: &Parameter) -> Vec<Fact> {
    let name = parameter.name.as_str();
    let words = parameter.description.as_str();
    let mut facts = Vec::new();
    // Silence is not a fact.
    if parameter.presence.value != Presence::Unstated {
        let id = about(prefix, parameter, "presence");
        facts.push(page.tell(
            id,
            presence(parameter.presence.value),
            name,
            words,
            parameter.presence.origin.clone(),
        ));
    }
    if parameter.ty.value != Type::Unknown {
        let id = about(prefix, parameter, "type");
        facts.push(page.tell(id, "type", name, &parameter.ty.value.to_string(), parameter.ty.origin.clone()));
    }
    for (id, constraint) in constraint_ids(prefix, parameter).into_iter().zip(&parameter.constraints) {
        let kind = constraint.requirement.kind();
        facts.push(page.tell(id, kind, name, &constraint.text, constraint.origin.clone()));
    }
    facts
}

fn of_field(page: &Teller<'_>, prefix: &str, field: &Field, facts: &mut Vec<Fact>) {
    let name = field.name.as_str();
    if field.presence.value == Presence::Required {
        let id = about_field(prefix, field, "presence");
        facts.push(page.tell(id, "field", name, &field.description, field.presence.origin.clone()));
    }
    if field.ty.value != Type::Unknown {
        let id = about_field(prefix, field, "type");
        facts.push(page.tell(id, "field", name, &field.ty.value.to_string(), field.ty.origin.clone()));
    }
    let kinds = numbered(field.constraints.iter().map(|c| about_field(prefix, field, c.requirement.kind())));
    for (id, constraint) in kinds.into_iter().zip(&field.constraints) {
        facts.push(page.tell(id, "field", name, &constraint.text, constraint.origin.clone()));
    }
    for (id, rule) in field_rule_ids(prefix, field).into_iter().zip(&field.rules) {
        facts.push(page.tell(id, "field", &rule.parameters.join(" "), &rule.text, rule.origin.clone()));
    }
    let inner = format!("{prefix}/{name}");
    field.fields.iter().for_each(|child| of_field(page, &inner, child, facts));
}

fn of_errors(page: &Teller<'_>, prefix: &str, errors: &[ErrorCase]) -> Vec<Fact> {
    let words = |error: &ErrorCase| match error.message.is_empty() {
        true => error.description.clone(),
        false => error.message.clone(),
    };
    error_ids(prefix, errors)
        .into_iter()
        .zip(errors)
        .map(|(id, error)| page.tell(id, "error", &error.code, &words(error), error.origin.clone()))
        .collect()
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Conditional => "conditional",
        Presence::Unstated => "unstated",
    }
}

/// The first of a kind goes without a number, so that ids stay when a second one is added.
pub(crate) fn numbered(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    ids.map(|id| {
        let time = times.entry(id.clone()).or_default();
        *time += 1;
        if *time == 1 { id } else { format!("{id}/{time}") }
    })
    .collect()
}

/// Builds the facts of one operation, or of all.
struct Teller<'a> {
    operation: Option<&'a str>,
}

impl Teller<'_> {
    fn tell(&self, id: String, kind: &str, subject: &str, text: &str, origin: Origin) -> Fact {
        Fact {
            id,
            operation: self.operation.map(str::to_owned),
            kind: kind.to_owned(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            origin,
        }
    }
}
