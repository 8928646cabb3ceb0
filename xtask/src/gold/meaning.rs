//! One form for all labels that mean the same, so that they can be compared.

use contract::{CharSet, Limit};

use super::label::{Condition, Label, Statement};

/// The cell's own parameter, as far as it decides what a label means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own<'n> {
    pub(crate) name: &'n str,
    pub(crate) integer: bool,
}

/// The labels in one form; parts of one rule are joined. What goes with a label stays with it, the greater where two
/// are joined.
pub(crate) fn of<T: Copy + Ord>(labels: Vec<(Label, T)>, own: Own<'_>) -> Vec<(Label, T)> {
    let mut all: Vec<(Label, T)> = Vec::new();
    for (label, with) in labels {
        for one in plain(label, own) {
            let same = |other: &&mut (Label, T)| {
                other.0.about == one.about && other.0.guard == one.guard && other.0.doubtful == one.doubtful
            };
            let joined = all.iter_mut().filter(same).find_map(|other| {
                let statement = joined(&other.0.statement, &one.statement)?;
                Some((other, statement))
            });
            match joined {
                Some((other, statement)) => {
                    other.0.statement = statement;
                    other.1 = other.1.max(with);
                }
                None => all.push((one, with)),
            }
        }
    }
    with_first_characters(&mut all);
    all
}

/// A label without its many ways to say one thing.
fn plain(label: Label, own: Own<'_>) -> Vec<Label> {
    let about = name(label.about.as_deref().unwrap_or(own.name));
    let mut guard: Vec<Condition> = label.guard.iter().map(condition).collect();
    guard.sort();
    guard.dedup();
    let integer = own.integer && about == name(own.name);
    let one = |about: &str, statement: Statement, guard: Vec<Condition>| Label {
        about: Some(about.to_owned()),
        statement,
        guard,
        doubtful: label.doubtful,
    };
    let set_of = |names: &[String]| {
        let mut set: Vec<String> = names.iter().map(|one| name(one)).collect();
        if set.len() == 1 {
            set.push(about.clone());
        }
        set.sort();
        set.dedup();
        set
    };
    let sorted = |texts: &[String]| {
        let mut texts = texts.to_vec();
        texts.sort();
        texts.dedup();
        texts
    };
    // A rule of a set of parameters is about none of them.
    let tied = |statement: Statement, guard: Vec<Condition>| one("", statement, guard);
    let statement = match &label.statement {
        Statement::Length { min, max, bytes } => {
            Statement::Length { min: min.filter(|min| *min > 0), max: *max, bytes: *bytes }
        }
        Statement::Count { min, max } => {
            Statement::Count { min: min.filter(|min| *min > 1 || max.is_none()), max: *max }
        }
        Statement::Range { min, max } if integer => {
            let closed = |limit: Option<Limit>, by: f64| {
                limit.map(|limit| match limit.inclusive {
                    true => limit,
                    false => Limit { value: limit.value + by, inclusive: true },
                })
            };
            Statement::Range { min: closed(*min, 1.0), max: closed(*max, -1.0) }
        }
        Statement::OneOf(values) => Statement::OneOf(sorted(values)),
        Statement::NotStartsWith(parts) => Statement::NotStartsWith(sorted(parts)),
        Statement::Contains(parts) => Statement::Contains(sorted(parts)),
        Statement::NotContains(parts) => Statement::NotContains(sorted(parts)),
        Statement::StartsWith(set) => Statement::StartsWith(ordered(set)),
        Statement::Charset(set) => match ordered(set) {
            set if set == (CharSet { ascii: true, ..CharSet::default() }) => {
                Statement::Format("ascii".to_owned())
            }
            set => Statement::Charset(set),
        },
        Statement::RequiredIf(conditions) => Statement::RequiredIf(ordered_conditions(conditions)),
        Statement::IgnoredIf(conditions) => Statement::IgnoredIf(ordered_conditions(conditions)),
        Statement::EffectiveIf(conditions) => match ordered_conditions(conditions).as_slice() {
            [single] if *single != Condition::Other => Statement::IgnoredIf(vec![opposite(single)]),
            conditions => Statement::EffectiveIf(conditions.to_vec()),
        },
        Statement::Exclusive(names) => return vec![tied(Statement::Exclusive(set_of(names)), guard)],
        Statement::OneOfParameters(names) => {
            return vec![tied(Statement::OneOfParameters(set_of(names)), guard)];
        }
        Statement::ExactlyOne(names) => {
            let set = set_of(names);
            return vec![
                tied(Statement::Exclusive(set.clone()), guard.clone()),
                tied(Statement::OneOfParameters(set), guard),
            ];
        }
        // That B must be there, or have a value, is a rule of B under the condition.
        Statement::Requires(wanted) => {
            let when = if guard.is_empty() { vec![Condition::Given(about.clone())] } else { guard.clone() };
            match condition(wanted) {
                Condition::Given(other) => return vec![one(&other, Statement::RequiredIf(when), Vec::new())],
                Condition::Is(other, values) => {
                    return vec![one(&other, Statement::OneOf(sorted(&values)), when)];
                }
                Condition::Absent(other) if guard.is_empty() => {
                    return vec![tied(Statement::Exclusive(set_of(&[other])), guard)];
                }
                wanted => Statement::Requires(wanted),
            }
        }
        Statement::Compared(comparison, other) => Statement::Compared(*comparison, name(other)),
        // The words are the labeller's own.
        Statement::Other(_) => return vec![one("", Statement::Other(String::new()), Vec::new())],
        other => other.clone(),
    };
    match statement {
        // One is needed where the other is not given: at least one of both.
        Statement::RequiredIf(conditions)
            if guard.is_empty() && matches!(conditions.as_slice(), [Condition::Absent(_)]) =>
        {
            let others: Vec<String> = conditions.iter().map(|other| other.parameter().to_owned()).collect();
            vec![tied(Statement::OneOfParameters(set_of(&others)), guard)]
        }
        // A requirement with a guard is required if the guard holds.
        Statement::RequiredIf(mut conditions) if !guard.is_empty() => {
            conditions.append(&mut guard);
            vec![one(&about, Statement::RequiredIf(ordered_conditions(&conditions)), Vec::new())]
        }
        statement => vec![one(&about, statement, guard)],
    }
}

/// Two parts of one rule as one.
fn joined(one: &Statement, other: &Statement) -> Option<Statement> {
    if one == other {
        return Some(one.clone());
    }
    let united = |one: &[String], other: &[String]| {
        let mut all: Vec<String> = one.iter().chain(other).cloned().collect();
        all.sort();
        all.dedup();
        all
    };
    Some(match (one, other) {
        (
            Statement::Length { min: a, max: b, bytes: in_bytes },
            Statement::Length { min: c, max: d, bytes: also },
        ) => {
            let bytes = if b.is_some() {
                *in_bytes
            } else if d.is_some() {
                *also
            } else {
                *in_bytes && *also
            };
            Statement::Length { min: (*a).max(*c), max: least(*b, *d), bytes }
        }
        (Statement::Count { min: a, max: b }, Statement::Count { min: c, max: d }) => {
            let (min, max) = ((*a).max(*c), least(*b, *d));
            Statement::Count { min: min.filter(|min| *min > 1 || max.is_none()), max }
        }
        (Statement::Range { min: a, max: b }, Statement::Range { min: c, max: d }) => {
            let tighter = |one: &Option<Limit>, other: &Option<Limit>, above: bool| match (*one, *other) {
                (Some(one), Some(other)) if (one.value >= other.value) == above => Some(one),
                (Some(_), Some(other)) => Some(other),
                (one, other) => one.or(other),
            };
            Statement::Range { min: tighter(a, c, true), max: tighter(b, d, false) }
        }
        (Statement::NotStartsWith(a), Statement::NotStartsWith(b)) => Statement::NotStartsWith(united(a, b)),
        (Statement::Contains(a), Statement::Contains(b)) => Statement::Contains(united(a, b)),
        (Statement::NotContains(a), Statement::NotContains(b)) => Statement::NotContains(united(a, b)),
        _ => return None,
    })
}

/// A value's characters include what it may begin with, whether the sentence repeats it or not.
fn with_first_characters<T>(labels: &mut [(Label, T)]) {
    let first: Vec<Label> = labels
        .iter()
        .map(|(label, _)| label.clone())
        .filter(|label| label.statement.word() == "starts_with")
        .collect();
    for (label, _) in labels {
        let Statement::Charset(set) = &mut label.statement else { continue };
        for first in first.iter().filter(|first| first.about == label.about && first.guard == label.guard) {
            if let Statement::StartsWith(first) = &first.statement {
                set.upper |= first.upper;
                set.lower |= first.lower;
                set.digits |= first.digits;
                set.chinese |= first.chinese;
                set.ascii |= first.ascii;
                set.chars.extend(&first.chars);
                *set = ordered(set);
            }
        }
    }
}

fn least(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    one.into_iter().chain(other).min()
}

/// Names are compared without regard to case, and `.1` and `.n` are `.N`.
pub(crate) fn name(text: &str) -> String {
    let part = |part: &str| {
        if part.bytes().all(|b| b.is_ascii_digit()) { "n".to_owned() } else { part.to_lowercase() }
    };
    text.split('.').map(part).collect::<Vec<_>>().join(".")
}

fn condition(condition: &Condition) -> Condition {
    let values = |values: &[String]| {
        let mut values: Vec<String> = values.iter().map(|value| value.to_lowercase()).collect();
        values.sort();
        values.dedup();
        values
    };
    match condition {
        Condition::Is(of, list) => Condition::Is(name(of), values(list)),
        Condition::IsNot(of, list) => Condition::IsNot(name(of), values(list)),
        Condition::Given(of) => Condition::Given(name(of)),
        Condition::Absent(of) => Condition::Absent(name(of)),
        Condition::Other => Condition::Other,
    }
}

fn ordered_conditions(conditions: &[Condition]) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = conditions.iter().map(condition).collect();
    conditions.sort();
    conditions.dedup();
    conditions
}

fn opposite(condition: &Condition) -> Condition {
    match condition.clone() {
        Condition::Is(of, values) => Condition::IsNot(of, values),
        Condition::IsNot(of, values) => Condition::Is(of, values),
        Condition::Given(of) => Condition::Absent(of),
        Condition::Absent(of) => Condition::Given(of),
        Condition::Other => Condition::Other,
    }
}

/// The set with its characters in order, without those that its words name already.
fn ordered(set: &CharSet) -> CharSet {
    let words = CharSet { chars: Vec::new(), ..set.clone() };
    let mut chars: Vec<char> = set.chars.iter().copied().filter(|c| !words.holds(*c)).collect();
    chars.sort_unstable();
    chars.dedup();
    CharSet { chars, ..words }
}
