//! Facts in words: short, exact, and the same wherever a contract is shown.

use contract::{
    CharSet, Condition, Confidence, LengthUnit, Limit, Position, Presence, Requirement, RuleKind,
};
use source::{Origin, Sourced};

/// A requirement as `length 2..=128 chars`.
pub(crate) fn requirement(requirement: &Requirement) -> String {
    let kind = requirement.kind();
    let rest = match requirement {
        Requirement::Length { min, max, unit } => {
            let unit = match unit {
                LengthUnit::Chars => "chars",
                LengthUnit::Bytes => "bytes",
            };
            format!("{} {unit}", ends(*min, *max))
        }
        Requirement::Range { min, max } => range(*min, *max),
        Requirement::Step { of } => of.to_string(),
        Requirement::OneOf { values } => {
            let value = |v: &contract::EnumValue| {
                if v.gloss.is_empty() {
                    v.value.clone()
                } else {
                    format!("{} ({})", v.value, oneline(&v.gloss))
                }
            };
            values.iter().map(value).collect::<Vec<_>>().join(" | ")
        }
        Requirement::Count { min, max } => ends(*min, *max),
        Requirement::StartsWith { set } | Requirement::Charset { set } => charset(set),
        Requirement::NotStartsWith { prefixes: parts }
        | Requirement::Contains { parts }
        | Requirement::NotContains { parts } => {
            parts.iter().map(|part| format!("`{part}`")).collect::<Vec<_>>().join(" ")
        }
        Requirement::Pattern { regex } => format!("/{regex}/"),
        Requirement::Format { format } => format!("{format:?}").to_lowercase(),
        Requirement::Default { value } => value.as_ref().map_or("none".into(), |value| format!("`{value}`")),
    };
    format!("{kind} {rest}")
}

/// A condition as `Encrypted = true`, or `KMSKeyId is given`.
pub(crate) fn condition(condition: &Condition) -> String {
    match &condition.equals {
        None if condition.not => format!("{} is absent", condition.parameter),
        None => format!("{} is given", condition.parameter),
        Some(values) => {
            let is = if condition.not { "!=" } else { "=" };
            format!("{} {is} {}", condition.parameter, values.join(" | "))
        }
    }
}

pub(crate) fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Conditional => "conditional",
        Presence::Unstated => "presence unstated",
    }
}

/// `, in query`, or nothing where the page does not say.
pub(crate) fn position(position: Option<&Sourced<Position>>) -> String {
    position.map(|position| format!(", in {}", position.value)).unwrap_or_default()
}

pub(super) fn rule_kind(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::RequiredIf => "required",
        RuleKind::Exclusive => "at most one of",
        RuleKind::OneOf => "at least one of",
        RuleKind::IgnoredIf => "ignored",
        RuleKind::EffectiveIf => "effective",
        RuleKind::Requires => "ties",
        RuleKind::Equal => "equal",
        RuleKind::NotEqual => "not equal",
        RuleKind::Greater => "greater",
        RuleKind::AtLeast => "at least",
        RuleKind::Less => "less",
        RuleKind::AtMost => "at most",
    }
}

/// Nothing for what is certain, so that doubt stands out.
pub(crate) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "",
        Confidence::Likely => ", likely",
        Confidence::Weak => ", weak",
    }
}

pub(super) fn other_spelling(spelling: &Option<Box<Sourced<String>>>) -> String {
    spelling.as_ref().map_or_else(String::new, |spelling| format!(" (sent as {})", spelling.value))
}

pub(super) fn example(example: Option<&Sourced<String>>) -> String {
    example.map(|example| format!(", e.g. {}", oneline(&example.value))).unwrap_or_default()
}

/// The rules and errata that facts rest on, each once.
pub(super) fn deduced(origins: &[&Origin]) -> String {
    let mut ways: Vec<String> = origins.iter().filter_map(|origin| super::way(origin)).collect();
    ways.dedup();
    if ways.is_empty() { String::new() } else { format!(" ({})", ways.join(", ")) }
}

/// The page's words between quotation marks that pages don't use.
pub(super) fn quoted(text: &str) -> String {
    format!("‹{}›", oneline(text))
}

/// Text on one line.
pub(super) fn oneline(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ends(min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min}..={max}"),
        (Some(min), None) => format!("{min}.."),
        (None, Some(max)) => format!("..={max}"),
        (None, None) => "any".into(),
    }
}

fn range(min: Option<Limit>, max: Option<Limit>) -> String {
    let sign = |limit: Limit, strict: &str| {
        let equal = if limit.inclusive { "=" } else { "" };
        format!("{strict}{equal} {}", limit.value)
    };
    let ends = [min.map(|limit| sign(limit, ">")), max.map(|limit| sign(limit, "<"))];
    ends.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn charset(set: &CharSet) -> String {
    let classes = [
        (set.ascii, "ASCII"),
        (set.upper, "A-Z"),
        (set.lower, "a-z"),
        (set.digits, "0-9"),
        (set.chinese, "Chinese"),
    ];
    let named = classes.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name.to_owned());
    named.chain(set.chars.iter().map(|c| format!("`{c}`"))).collect::<Vec<_>>().join(" ")
}
