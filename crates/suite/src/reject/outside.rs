//! Values just outside a constraint.

use contract::{Constraint, EnumValue, Format, Requirement, Type};
use serde_json::Value;

use crate::nature;
use crate::number::NumberRules;
use crate::text::{LONGEST, bounds};
use crate::value::{Maker, literal};

/// A way to leave a constraint, and values that do; which of them breaks nothing else is for the proof to say.
pub(crate) type Outside = Vec<(String, Vec<Value>)>;

/// Characters that sets leave out, the ordinary ones first.
const STRANGERS: &str = "!#*~/%@ .:_-1aA中é";
/// Characters that texts must often not begin with.
const BAD_STARTS: &str = "1_-.:#@~aA中";

/// The ways to leave a constraint on a single value, or why there is none.
pub(crate) fn values(maker: &Maker<'_>, constraint: &Constraint) -> Result<Outside, String> {
    let ordinary = || maker.ordinary_text().unwrap_or_else(|| "doctract".to_owned());
    let one = |end: &str, values: Vec<Value>| vec![(end.to_owned(), values)];
    let texts = |texts: Vec<String>| texts.into_iter().map(Value::String).collect::<Vec<_>>();
    Ok(match &constraint.requirement {
        Requirement::Length { min, max, .. } => lengths(maker, *min, *max)?,
        Requirement::Range { .. } => ranges(maker),
        Requirement::Step { of } => {
            let rules = NumberRules::of(&maker.parameter.ty.value, &maker.parameter.constraints);
            let start = rules.least().unwrap_or(*of);
            one("between", [1.0, of / 2.0].map(|part| rules.write(start + part)).to_vec())
        }
        Requirement::OneOf { values } => enumeration(maker, constraint, values),
        Requirement::StartsWith { set } => {
            let tail: String = ordinary().chars().skip(1).collect();
            let starts = BAD_STARTS.chars().filter(|c| !set.holds(*c));
            one("first-character", texts(starts.map(|c| format!("{c}{tail}")).collect()))
        }
        Requirement::NotStartsWith { prefixes } => prefixes
            .iter()
            .map(|prefix| (prefix.clone(), texts(vec![cut(maker, format!("{prefix}{}", ordinary()))])))
            .collect(),
        Requirement::Contains { parts } => {
            let lacking = |part: &String| (part.clone(), texts(vec![ordinary().replace(part.as_str(), "")]));
            parts.iter().map(lacking).collect()
        }
        Requirement::NotContains { parts } => parts
            .iter()
            .map(|part| (part.clone(), texts(vec![cut(maker, inserted(&ordinary(), part))])))
            .collect(),
        Requirement::Charset { set } => {
            let strangers = STRANGERS.chars().filter(|c| !set.holds(*c));
            one("stranger", texts(strangers.map(|c| replaced(&ordinary(), c)).collect()))
        }
        Requirement::Pattern { .. } => {
            let odd = ["!", "#", " "].map(|odd| format!("{}{odd}", ordinary())).to_vec();
            one("mismatch", texts(odd))
        }
        Requirement::Format { format } => one("malformed", texts(vec![malformed(*format).to_owned()])),
        Requirement::Count { .. } | Requirement::Default { .. } => Vec::new(),
    })
}

/// The numbers of items just outside a constraint.
pub(super) fn counts(constraint: &Constraint) -> Vec<(&'static str, u64)> {
    let Requirement::Count { min, max } = constraint.requirement else { return Vec::new() };
    // A list of none is an absent parameter.
    let below = min.filter(|min| *min > 1).map(|min| ("min-1", min - 1));
    let above = max.map(|max| ("max+1", max + 1));
    below.into_iter().chain(above).collect()
}

fn lengths(maker: &Maker<'_>, min: Option<u64>, max: Option<u64>) -> Result<Outside, String> {
    let mut outside = Vec::new();
    // An empty text can't be told from an absent parameter.
    let below = min.filter(|min| *min > 1).map(|min| ("min-1", min - 1));
    let above = max.filter(|max| *max < LONGEST).map(|max| ("max+1", max + 1));
    for (end, length) in below.into_iter().chain(above) {
        let text = maker.text_of(length).map(Value::String);
        outside.push((end.to_owned(), text.into_iter().collect()));
    }
    match outside.is_empty() {
        false => Ok(outside),
        true if max.is_some() => Err(format!("a text longer than {LONGEST} would not survive a URL")),
        true => Err("an empty text can't be told from an absent parameter".to_owned()),
    }
}

fn ranges(maker: &Maker<'_>) -> Outside {
    let rules = NumberRules::of(&maker.parameter.ty.value, &maker.parameter.constraints);
    let (below, above) = rules.outside();
    let ends = [("min-1", below), ("max+1", above)];
    ends.into_iter().filter_map(|(end, number)| Some((end.to_owned(), vec![maker.number(number?)]))).collect()
}

fn enumeration(maker: &Maker<'_>, constraint: &Constraint, values: &[EnumValue]) -> Outside {
    let ty = &maker.parameter.ty.value;
    let strangers: Vec<Value> = match ty.innermost() {
        Type::Integer | Type::Float => {
            let most = values.iter().filter_map(|value| value.value.parse::<f64>().ok()).fold(0.0, f64::max);
            [most + 1.0, most + 1000.0, -1.0].map(|number| maker.number(number)).to_vec()
        }
        Type::Boolean => vec![Value::Bool(true), Value::Bool(false)],
        _ => {
            let first = values.first().map_or("", |value| &value.value);
            let texts =
                ["doctract".to_owned(), "Doctract".to_owned(), format!("{first}x"), "1234567".to_owned()];
            let known = |text: &String| values.iter().any(|value| value.value.eq_ignore_ascii_case(text));
            texts.into_iter().filter(|text| !known(text)).map(Value::String).collect()
        }
    };
    let mut outside = vec![("outside".to_owned(), strangers)];
    if nature::is_case_sensitive(maker.parameter, &constraint.text) {
        let swapped = values.iter().map(|value| literal(ty, &swap_case(&value.value)));
        outside.push(("other-case".to_owned(), swapped.collect()));
    }
    outside
}

/// Not longer than the page allows, so that only one rule breaks.
fn cut(maker: &Maker<'_>, text: String) -> String {
    let (_, max) = bounds(&maker.parameter.constraints);
    match max.and_then(|max| usize::try_from(max).ok()) {
        Some(max) => text.chars().take(max).collect(),
        None => text,
    }
}

/// Inserted behind the first character, which has rules of its own.
fn inserted(text: &str, part: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.by_ref().take(1).collect();
    format!("{first}{part}{}", chars.as_str())
}

/// The second character replaced: the first has rules of its own, and the length stays.
fn replaced(text: &str, stranger: char) -> String {
    let second = |(at, c): (usize, char)| if at == 1 { stranger } else { c };
    text.chars().enumerate().map(second).collect()
}

fn swap_case(text: &str) -> String {
    let swap = |c: char| if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
    text.chars().map(swap).collect()
}

fn malformed(format: Format) -> &'static str {
    match format {
        Format::Base64 => "doctract!",
        Format::Json => "{doctract",
        Format::Timestamp | Format::Iso8601 => "yesterday",
        Format::Ip => "999.999.999.999",
        Format::Cidr => "10.0.0.0/999",
        Format::Url | Format::Email | Format::Uuid => "doctract",
        Format::Ascii => "中文",
    }
}
