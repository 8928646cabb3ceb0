//! Whether a single value has its type and meets a requirement.

use std::borrow::Cow;

use contract::{EnumValue, Format, LengthUnit, Limit, Requirement, Type};
use serde_json::Value;

/// Whether a value stands for a resource that a fixture makes.
pub(crate) fn is_reference(value: &Value) -> bool {
    value.as_str().and_then(|text| text.strip_prefix('$')).is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// Whether a value can be read as a type; on the wire, numbers and booleans are text.
pub(crate) fn has_type(ty: &Type, value: &Value) -> bool {
    match ty.innermost() {
        Type::Integer => match value {
            Value::String(text) => text.trim().parse::<i128>().is_ok(),
            Value::Number(number) => number.as_f64().is_some_and(|number| number.fract() == 0.0),
            _ => false,
        },
        Type::Float => match value {
            Value::String(text) => text.trim().parse::<f64>().is_ok_and(f64::is_finite),
            other => other.is_number(),
        },
        Type::Boolean => match value {
            Value::String(text) => text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false"),
            other => other.is_boolean(),
        },
        Type::String => !value.is_array() && !value.is_object(),
        Type::Object | Type::Model { .. } | Type::Array { .. } | Type::Unknown => true,
    }
}

/// A scalar as it travels.
pub(crate) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// Whether a value meets a requirement. Counts belong to lists and defaults require nothing: both are met.
pub(crate) fn meets(requirement: &Requirement, ty: &Type, value: &Value) -> bool {
    if value.is_object() || value.is_array() {
        return true;
    }
    let words = text(value);
    match requirement {
        Requirement::Length { min, max, unit } => {
            let length = match unit {
                LengthUnit::Chars => words.chars().count(),
                LengthUnit::Bytes => words.len(),
            } as u64;
            min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
        }
        Requirement::Range { min, max } => match number(value) {
            Some(number) => above(*min, number) && below(*max, number),
            None => true,
        },
        Requirement::Step { of } => match number(value) {
            Some(number) if *of > 0.0 => {
                let steps = number / of;
                (steps - steps.round()).abs() < 1e-9
            }
            _ => true,
        },
        Requirement::OneOf { values } => is_one_of(values, ty, &words),
        Requirement::StartsWith { set } => words.chars().next().is_none_or(|first| set.holds(first)),
        Requirement::NotStartsWith { prefixes } => {
            !prefixes.iter().any(|prefix| words.starts_with(prefix.as_str()))
        }
        Requirement::Contains { parts } => parts.iter().all(|part| words.contains(part.as_str())),
        Requirement::NotContains { parts } => !parts.iter().any(|part| words.contains(part.as_str())),
        Requirement::Charset { set } => words.chars().all(|c| set.holds(c)),
        Requirement::Pattern { regex } => {
            // An expression that can't be read promises nothing that could be checked.
            regex_lite::Regex::new(&format!("^(?:{regex})$"))
                .map_or(true, |expression| expression.is_match(&words))
        }
        Requirement::Format { format } => has_format(*format, &words),
        Requirement::Count { .. } | Requirement::Default { .. } => true,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn above(min: Option<Limit>, number: f64) -> bool {
    min.is_none_or(|min| if min.inclusive { number >= min.value } else { number > min.value })
}

fn below(max: Option<Limit>, number: f64) -> bool {
    max.is_none_or(|max| if max.inclusive { number <= max.value } else { number < max.value })
}

fn is_one_of(values: &[EnumValue], ty: &Type, words: &str) -> bool {
    values.iter().any(|allowed| match ty {
        Type::Boolean => allowed.value.eq_ignore_ascii_case(words),
        Type::Integer | Type::Float => match (allowed.value.parse::<f64>(), words.parse::<f64>()) {
            (Ok(allowed), Ok(number)) => allowed == number,
            _ => allowed.value == words,
        },
        _ => allowed.value == words,
    })
}

fn has_format(format: Format, words: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match format {
        Format::Base64 => {
            let body = words.trim_end_matches('=');
            let letters = |b: u8| b.is_ascii_alphanumeric() || b == b'+' || b == b'/';
            words.len().is_multiple_of(4) && words.len() - body.len() <= 2 && body.bytes().all(letters)
        }
        Format::Json => serde_json::from_str::<serde::de::IgnoredAny>(words).is_ok(),
        Format::Timestamp => digits(words),
        Format::Iso8601 => {
            let date: Vec<&str> = words.split(['T', ' ']).next().unwrap_or("").split('-').collect();
            matches!(date[..], [year, month, day] if year.len() == 4 && digits(year) && digits(month) && digits(day))
        }
        Format::Ip => words.parse::<std::net::IpAddr>().is_ok(),
        Format::Cidr => words.split_once('/').is_some_and(|(address, bits)| {
            address.parse::<std::net::IpAddr>().is_ok() && bits.parse::<u8>().is_ok_and(|bits| bits <= 128)
        }),
        Format::Url => {
            words.split_once("://").is_some_and(|(scheme, rest)| !scheme.is_empty() && !rest.is_empty())
        }
        Format::Ascii => words.is_ascii(),
        Format::Email => {
            words.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }
        Format::Uuid => {
            let groups: Vec<usize> = words.split('-').map(str::len).collect();
            groups == [8, 4, 4, 4, 12] && words.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
        }
    }
}
