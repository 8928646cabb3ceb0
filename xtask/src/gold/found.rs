//! The rules that a reading has for each description cell, as labels.

use std::collections::BTreeMap;

use contract::{
    Condition as When, Confidence, Constraint, Field, LengthUnit, Operation, Requirement, Rule, RuleKind,
};
use source::Location;

use super::label::{Comparison, Condition, Label, Statement};

/// Where something begins on a page.
type Place = (u32, u32);

/// The rules of a page by the place of the description cell that states them.
pub(crate) struct Found(BTreeMap<Place, Vec<(Label, Confidence)>>);

impl Found {
    /// What was read from a page.
    pub(crate) fn on(operation: &Operation) -> Found {
        let mut marks: BTreeMap<Place, bool> = BTreeMap::new();
        let mut stated: Vec<(&str, &Constraint)> = Vec::new();
        let mut rules: Vec<&Rule> = operation.rules.iter().collect();
        for parameter in &operation.parameters {
            let cells = [parameter.origin.location(), parameter.name.location(), parameter.ty.location()];
            let more = [
                parameter.presence.location(),
                parameter.example.as_ref().map_or(cells[0], |e| e.location()),
            ];
            cells.iter().chain(&more).for_each(|at| _ = marks.entry(place(at)).or_default());
            marks.insert(place(parameter.description.location()), true);
            stated
                .extend(parameter.constraints.iter().map(|constraint| (&*parameter.name.value, constraint)));
        }
        let mut tables: Vec<&[Field]> = vec![&operation.response];
        tables.extend(operation.models.iter().map(|model| model.fields.as_slice()));
        while let Some(rows) = tables.pop() {
            for field in rows {
                tables.push(&field.fields);
                let cells = [field.origin.location(), field.name.location(), field.ty.location()];
                let more =
                    [field.presence.location(), field.example.as_ref().map_or(cells[0], |e| e.location())];
                cells.iter().chain(&more).for_each(|at| _ = marks.entry(place(at)).or_default());
                marks.insert(place(field.description.location()), true);
                stated.extend(field.constraints.iter().map(|constraint| (&*field.name.value, constraint)));
                rules.extend(&field.rules);
            }
        }
        let mut found: BTreeMap<Place, Vec<(Label, Confidence)>> = BTreeMap::new();
        // A rule belongs to the last cell that begins before it; other columns have no labels.
        let mut add = |at: &Location, label: Label, confidence: Confidence| {
            if let Some((cell, true)) = marks.range(..=place(at)).next_back() {
                found.entry(*cell).or_default().push((label, confidence));
            }
        };
        for (name, constraint) in stated {
            add(constraint.origin.location(), of_constraint(name, constraint), constraint.confidence);
        }
        for rule in rules {
            add(rule.origin.location(), of_rule(rule), rule.confidence);
        }
        Found(found)
    }

    /// The rules that the cell states which begins there.
    pub(crate) fn at(&self, location: &Location) -> Vec<(Label, Confidence)> {
        self.0.get(&place(location)).cloned().unwrap_or_default()
    }
}

fn place(at: &Location) -> Place {
    (at.line, at.column)
}

fn of_constraint(name: &str, constraint: &Constraint) -> Label {
    let statement = match constraint.requirement.clone() {
        Requirement::Length { min, max, unit } => {
            Statement::Length { min, max, bytes: unit == LengthUnit::Bytes }
        }
        Requirement::Range { min, max } => Statement::Range { min, max },
        Requirement::Step { of } => Statement::Step(of),
        Requirement::OneOf { values } => {
            Statement::OneOf(values.iter().map(|value| value.value.clone()).collect())
        }
        Requirement::Count { min, max } => Statement::Count { min, max },
        Requirement::StartsWith { set } => Statement::StartsWith(set),
        Requirement::NotStartsWith { prefixes } => Statement::NotStartsWith(prefixes),
        Requirement::Contains { parts } => Statement::Contains(parts),
        Requirement::NotContains { parts } => Statement::NotContains(parts),
        Requirement::Charset { set } => Statement::Charset(set),
        Requirement::Pattern { regex } => Statement::Pattern(regex),
        Requirement::Format { format } => {
            let word = serde_json::to_value(format).ok();
            Statement::Format(word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default())
        }
        Requirement::Default { value } => Statement::Default(value),
    };
    let guard = constraint.when.iter().map(condition).collect();
    Label { about: Some(name.to_owned()), statement, guard, doubtful: false }
}

fn of_rule(rule: &Rule) -> Label {
    let when: Vec<Condition> = rule.conditions().map(condition).collect();
    let first = rule.parameters.first().cloned();
    let label = |statement, guard| Label { about: first.clone(), statement, guard, doubtful: false };
    let compared = |comparison| {
        let other = rule.parameters.get(1).cloned().unwrap_or_default();
        label(Statement::Compared(comparison, other), when.clone())
    };
    match rule.kind {
        RuleKind::RequiredIf => label(Statement::RequiredIf(when), Vec::new()),
        RuleKind::IgnoredIf => label(Statement::IgnoredIf(when), Vec::new()),
        RuleKind::EffectiveIf => label(Statement::EffectiveIf(when), Vec::new()),
        RuleKind::Exclusive => label(Statement::Exclusive(rule.parameters.clone()), when),
        RuleKind::OneOf => label(Statement::OneOfParameters(rule.parameters.clone()), when),
        RuleKind::Requires => match &rule.then {
            Some(then) => label(Statement::Requires(condition(then)), when),
            None => label(Statement::Other(String::new()), when),
        },
        RuleKind::Equal => compared(Comparison::Equal),
        RuleKind::NotEqual => compared(Comparison::NotEqual),
        RuleKind::Greater => compared(Comparison::Greater),
        RuleKind::AtLeast => compared(Comparison::AtLeast),
        RuleKind::Less => compared(Comparison::Less),
        RuleKind::AtMost => compared(Comparison::AtMost),
    }
}

fn condition(when: &When) -> Condition {
    match &when.equals {
        Some(values) if when.not => Condition::IsNot(when.parameter.clone(), values.clone()),
        None if when.not => Condition::Absent(when.parameter.clone()),
        Some(values) => Condition::Is(when.parameter.clone(), values.clone()),
        None => Condition::Given(when.parameter.clone()),
    }
}
