//! The documentation of generated items: the page's description, each rule in its words, and where it stands.

use contract::{CharSet, Confidence, Constraint, LengthUnit, Limit, Presence, Requirement};
use source::Location;

use crate::doc::{Doc, code, inline};
use crate::shape::{Enum, Member, Row, Side, Struct};

/// What a struct is.
pub(crate) fn structure(structure: &Struct<'_>, summary: &str, origin: &Location) -> Doc {
    let about = code(&structure.about);
    match (structure.whole, structure.side) {
        (true, Side::Request) => Doc::default()
            .page(summary)
            .markdown(&format!("What {about} takes, as {} documents it.", code(&origin.to_string()))),
        (true, Side::Response) => Doc::default().markdown(&format!(
            "What {about} answers, as {} documents it.\n\nThe envelope (success, code, message) is not part of it.",
            code(&origin.to_string())
        )),
        (false, Side::Request) => Doc::default().markdown(&format!("One {about} of the request.")),
        (false, Side::Response) => Doc::default().markdown(&format!("One {about} of the answer.")),
    }
}

/// What a field is: its description, its rules, its row.
pub(crate) fn member(member: &Member<'_>, side: Side) -> Doc {
    let name = code(&member.path);
    let Some(row) = &member.row else {
        return Doc::default().markdown(&format!("{name}: the page documents what stands below it."));
    };
    let place = code(&row.origin.location().to_string());
    let presence = presence(row.presence, side);
    let example = row.example.map(|example| format!(", for example {}", code(example))).unwrap_or_default();
    let told = format!("{name}, {presence}{example} ({place}).");
    if row.description.trim().is_empty() {
        return Doc::default().markdown(&told).points(points(row));
    }
    Doc::default().page(row.description).points(points(row)).markdown(&told)
}

/// What an open enumeration is.
pub(crate) fn enumeration(item: &Enum<'_>) -> Doc {
    let place = code(&item.constraint.origin.location().to_string());
    Doc::default()
        .markdown(&format!("The documented values of {}, and room for others.", code(&item.subject)))
        .page(&item.constraint.text)
        .markdown(&format!("Documented at {place}."))
}

fn presence(presence: Presence, side: Side) -> &'static str {
    match (presence, side) {
        (Presence::Required, Side::Request) => "required",
        (Presence::Required, Side::Response) => "documented as always returned",
        (Presence::Optional, _) => "optional",
        (Presence::Conditional, _) => "required under a condition",
        (Presence::Unstated, _) => "presence not stated",
    }
}

fn points(row: &Row<'_>) -> Vec<String> {
    row.constraints.iter().map(point).collect()
}

fn point(constraint: &Constraint) -> String {
    let doubt = match constraint.confidence {
        Confidence::Certain => "",
        Confidence::Likely => " (likely, not checked)",
        Confidence::Weak => " (a guess, not checked)",
    };
    let when = constraint.when.as_ref().map(|when| format!(", when {}", condition(when))).unwrap_or_default();
    let words = if constraint.text.trim().is_empty() {
        String::new()
    } else {
        format!(": “{}”", inline(&constraint.text))
    };
    format!(
        "{}{when}{doubt}{words} ({})",
        required(&constraint.requirement),
        code(&constraint.origin.location().to_string())
    )
}

/// A condition in words.
pub(crate) fn condition(condition: &contract::Condition) -> String {
    let name = code(&condition.parameter);
    let not = if condition.not { "not " } else { "" };
    match condition.equals.as_deref() {
        None => format!("{name} is {not}given"),
        Some(values) => format!("{name} is {not}{}", any_of(values.iter().map(String::as_str))),
    }
}

/// What a requirement requires, in words.
fn required(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Length { min, max, unit } => {
            let unit = match unit {
                LengthUnit::Chars => "characters",
                LengthUnit::Bytes => "bytes",
            };
            format!("length {} {unit}", ends(*min, *max))
        }
        Requirement::Range { min, max } => format!("range {}", limits(min.as_ref(), max.as_ref())),
        Requirement::Step { of } => format!("a multiple of {of}"),
        Requirement::OneOf { values } => {
            format!("one of {}", any_of(values.iter().map(|value| value.value.as_str())))
        }
        Requirement::Count { min, max } => format!("{} items", ends(*min, *max)),
        Requirement::StartsWith { set } => format!("starts with {}", characters(set)),
        Requirement::NotStartsWith { prefixes } => {
            format!("does not start with {}", any_of(prefixes.iter().map(String::as_str)))
        }
        Requirement::Contains { parts } => format!("contains {}", any_of(parts.iter().map(String::as_str))),
        Requirement::NotContains { parts } => {
            format!("does not contain {}", any_of(parts.iter().map(String::as_str)))
        }
        Requirement::Charset { set } => format!("made of {}", characters(set)),
        Requirement::Pattern { regex } => format!("matches {}", code(regex)),
        Requirement::Format { format } => format!("format {}", format!("{format:?}").to_lowercase()),
        Requirement::Default { value: Some(value) } => format!("default {}", code(value)),
        Requirement::Default { value: None } => "no default".to_owned(),
    }
}

fn any_of<'v>(values: impl Iterator<Item = &'v str>) -> String {
    values.map(code).collect::<Vec<_>>().join(", ")
}

fn ends(min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("exactly {min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any number of".to_owned(),
    }
}

fn limits(min: Option<&Limit>, max: Option<&Limit>) -> String {
    let lower =
        min.map(|limit| format!("{} {}", if limit.inclusive { "from" } else { "above" }, limit.value));
    let upper = max.map(|limit| format!("{} {}", if limit.inclusive { "to" } else { "below" }, limit.value));
    [lower, upper].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn characters(set: &CharSet) -> String {
    let named = [
        (set.ascii, "ascii characters"),
        (set.upper, "capital letters"),
        (set.lower, "small letters"),
        (set.digits, "digits"),
        (set.chinese, "chinese characters"),
    ];
    let named = named.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name.to_owned());
    named.chain(set.chars.iter().map(|c| code(&c.to_string()))).collect::<Vec<_>>().join(", ")
}
