//! Rules under conditions, across parameters and inside lists; and what is told of a contract that code can't express.

use contract::{
    Condition, Confidence, Constraint, Limit, Operation, Presence, Requirement, Rule, RuleKind, Type,
};

use super::{emitted, text};
use crate::sample::{condition, constraint, contract, field, operation, origin, parameter};

fn typed(name: &str, ty: Type) -> contract::Parameter {
    let mut parameter = parameter(name);
    parameter.ty.value = ty;
    parameter
}

fn at_least(min: f64, when: Option<Condition>) -> Constraint {
    let min = Some(Limit { value: min, inclusive: true });
    Constraint { when, ..constraint(Requirement::Range { min, max: None }, "words") }
}

fn rule(kind: RuleKind, parameters: &[&str], when: Option<Condition>, then: Option<Condition>) -> Rule {
    Rule {
        kind,
        parameters: parameters.iter().map(|name| (*name).to_owned()).collect(),
        when,
        also: Vec::new(),
        then,
        error: None,
        text: "words".to_owned(),
        confidence: Confidence::Certain,
        origin: origin(20),
    }
}

/// The bodies of the `check` functions, without the places of the page.
fn checks(operation: Operation) -> String {
    let emitted = emitted(&contract(vec![operation]));
    assert_eq!(emitted.diagnostics, []);
    let text = text(&emitted.files, "src/operations/rules.rs");
    let mut out = String::new();
    for body in text.split("fn check(&self, broken: &mut wire::Violations) {").skip(1) {
        let body = &body[..body.find("\n    }\n").expect("the function ends")];
        let mut inside_place = false;
        for line in body.lines() {
            inside_place |= line.contains("wire::Place {");
            if !inside_place {
                out.push_str(line);
                out.push('\n');
            }
            inside_place &= !line.trim_start().starts_with('}');
        }
    }
    out
}

/// The codes and messages that emitting an operation tells.
fn told(operation: Operation) -> Vec<String> {
    let diagnostics = emitted(&contract(vec![operation])).diagnostics;
    diagnostics.iter().map(|diagnostic| format!("{}: {}", diagnostic.code, diagnostic.message)).collect()
}

#[test]
fn rules_know_their_conditions_and_defaults() {
    let mut rules = operation("Rules");
    let mut encrypted = typed("Encrypted", Type::Boolean);
    encrypted.constraints =
        vec![constraint(Requirement::Default { value: Some("true".to_owned()) }, "words")];
    let mut size = typed("Disk.N.Size", Type::Integer);
    size.presence.value = Presence::Required;
    size.constraints =
        vec![at_least(20.0, Some(condition("Disk.N.Kind", Some(&["ssd", "essd"])))), at_least(5.0, None)];
    rules.parameters = vec![
        encrypted,
        typed("Count", Type::Integer),
        parameter("Key"),
        parameter("Name"),
        parameter("Disk.N.Kind"),
        size,
        parameter("Zone.N"),
    ];
    rules.rules = vec![
        rule(RuleKind::Requires, &["Key"], None, Some(condition("Encrypted", Some(&["true"])))),
        rule(RuleKind::RequiredIf, &["Name"], Some(condition("Count", Some(&["1", "2"]))), None),
        rule(RuleKind::Exclusive, &["Name", "Zone.N"], None, None),
        rule(RuleKind::OneOf, &["Key", "Disk.N.Kind", "Zone.N"], None, None),
        rule(RuleKind::IgnoredIf, &["Key"], Some(condition("Name", None)), None),
    ];
    insta::assert_snapshot!(checks(rules), @r#"
    let holds = self.encrypted != Some(false);
    if self.key.is_some() && !holds {
        check::across(
            broken,
            "requires that `Encrypted` is `true`",
        );
    }
    let holds = self.name.is_some();
    if matches!(self.count, Some(1 | 2)) && !holds {
        check::across(
            broken,
            "is required when `Count` is `1` or `2`",
        );
    }
    if self.name.is_some() && !self.zone.is_empty() {
        check::across(
            broken,
            "excludes `Zone.N`",
        );
    }
    let holds = self.key.is_some() || self.disk.iter().any(|at| at.kind.is_some())
        || !self.zone.is_empty();
    if !holds {
        check::across(
            broken,
            "or `Disk.N.Kind` or `Zone.N` is required",
        );
    }
    for value in &self.disk {
        value.check(broken);
    }

    check::range(
        broken,
        self.size as f64,
        Some(wire::Limit {
            value: 5.0,
            inclusive: true,
        }),
        None,
    );
    if matches!(self.kind.as_deref(), Some("ssd" | "essd")) {
        check::range(
            broken,
            self.size as f64,
            Some(wire::Limit {
                value: 20.0,
                inclusive: true,
            }),
            None,
        );
    }
    "#);
}

#[test]
fn a_required_parameter_below_requires_what_it_stands_in() {
    let mut below = operation("Below");
    let mut size = typed("SystemDisk.Size", Type::Integer);
    size.presence.value = Presence::Required;
    below.parameters = vec![size, parameter("Other.Name")];
    let files = emitted(&contract(vec![below])).files;
    let text = text(&files, "src/operations/below.rs");
    assert!(text.contains("pub system_disk: BelowRequestSystemDisk,"), "{text}");
    assert!(text.contains("pub other: Option<BelowRequestOther>,"), "{text}");
    assert!(text.contains("pub fn new(system_disk: BelowRequestSystemDisk) -> Self"), "{text}");
}

#[test]
fn what_code_cannot_express_is_told() {
    let mut odd = operation("Odd");
    let mut number = typed("Number", Type::Integer);
    number.constraints = vec![constraint(Requirement::Pattern { regex: "a+".to_owned() }, "form a+")];
    let mut name = parameter("Name");
    name.constraints = vec![at_least(1.0, Some(condition("Number", Some(&["one"])))), at_least(1.0, None)];
    odd.parameters = vec![
        number,
        name,
        parameter("Tag"),
        parameter("Tag.N.Key"),
        parameter("Name"),
        typed("Shape", Type::Model { name: "Shape".to_owned() }),
    ];
    odd.rules = vec![rule(RuleKind::Exclusive, &["Name", "Nobody"], None, None)];
    odd.response = vec![field("Twice", Type::String), field("Twice", Type::Integer)];
    insta::assert_snapshot!(told(odd).join("\n"), @r#"
    emit/documented-twice: `Name` is documented twice; code is made from the first row
    emit/value-and-parent: `Tag` is documented as string, and other parameters stand below it
    emit/unknown-model: the structure `Shape` is not described on the page; the Rust type is any json
    emit/documented-twice: `Twice` is documented twice; code is made from the first row
    emit/rule-not-checked: the rule "form a+" is not checked by generated code: it is about text, and the parameter is not documented as text
    emit/rule-not-checked: the rule "words" is not checked by generated code: it is about a number, and the parameter is not documented as a number
    emit/rule-not-checked: the rule "words" is not checked by generated code: it is about a number, and the parameter is not documented as a number
    emit/rule-not-checked: the rule "words" is not checked by generated code: it names a parameter that the page does not document
    "#);
}

#[test]
fn every_code_is_explained() {
    for code in ["documented-twice", "value-and-parent", "unknown-model", "rule-not-checked"] {
        assert!(crate::explain(&format!("emit/{code}")).is_some(), "{code}");
    }
    assert_eq!(crate::explain("emit/else"), None);
}
