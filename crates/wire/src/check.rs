//! The rules of pages as functions, for generated `validate()`: each notes a violation where its rule is broken.

use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::steps::{Step, steps};
use crate::{Arguments, CharSet, Format, LengthUnit, Limit, Place, Rule, Violations};

/// The parameter is given. What stands inside of a list or structure (`Tag.N.Key`) is required of each item that is
/// given; whether there must be one is for the row of the list itself.
pub fn required(v: &mut Violations, at: Place, arguments: &Arguments) {
    let (root, inside) = steps(at.parameter);
    let given = match (arguments.get(root), inside.as_slice()) {
        (value, [] | [Step::Each | Step::Item(_)]) => value.is_some_and(|value| is_given(value, &inside)),
        (value, inside) => value.is_none_or(|value| is_given(value, inside)),
    };
    if !given {
        v.note(at, Rule::Required, "is required");
    }
}

fn is_given(value: &Value, inside: &[Step<'_>]) -> bool {
    match inside {
        [] => !value.is_null(),
        [Step::Name(name)] => value.get(*name).is_some_and(|value| !value.is_null()),
        [Step::Name(name), rest @ ..] => value.get(*name).is_none_or(|value| is_given(value, rest)),
        [Step::Each] => value.as_array().is_some_and(|items| !items.is_empty()),
        [Step::Each, rest @ ..] => {
            value.as_array().is_none_or(|items| items.iter().all(|item| is_given(item, rest)))
        }
        [Step::Item(at)] => value.get(*at).is_some_and(|value| !value.is_null()),
        [Step::Item(at), rest @ ..] => value.get(*at).is_none_or(|value| is_given(value, rest)),
    }
}

/// The length of the text, both ends inclusive.
pub fn length(
    v: &mut Violations,
    at: Place,
    value: &str,
    min: Option<u64>,
    max: Option<u64>,
    unit: LengthUnit,
) {
    let (length, unit) = match unit {
        LengthUnit::Chars => (value.chars().count(), "characters"),
        LengthUnit::Bytes => (value.len(), "bytes"),
    };
    if !within(length, min, max) {
        v.note(at, Rule::Length, format!("must be {} {unit} long, got {length}", span(min, max)));
    }
}

/// The size of the number.
pub fn range(v: &mut Violations, at: Place, value: f64, min: Option<Limit>, max: Option<Limit>) {
    let low = min.is_some_and(|min| value < min.value || (value == min.value && !min.inclusive));
    let high = max.is_some_and(|max| value > max.value || (value == max.value && !max.inclusive));
    if low || high || value.is_nan() {
        let least =
            min.map(|min| format!("{} {}", if min.inclusive { "at least" } else { "more than" }, min.value));
        let most =
            max.map(|max| format!("{} {}", if max.inclusive { "at most" } else { "less than" }, max.value));
        let wanted = [least, most].into_iter().flatten().collect::<Vec<_>>().join(" and ");
        v.note(at, Rule::Range, format!("must be {wanted}, got {value}"));
    }
}

/// The number is a multiple of `of`.
pub fn step(v: &mut Violations, at: Place, value: f64, of: f64) {
    let steps = value / of;
    if of != 0.0 && (steps - steps.round()).abs() > 1e-9 {
        v.note(at, Rule::Step, format!("must be a multiple of {of}, got {value}"));
    }
}

/// The value is one of these.
pub fn one_of(v: &mut Violations, at: Place, value: &str, values: &[&str]) {
    if !values.contains(&value) {
        v.note(at, Rule::OneOf, format!("must be one of {}, got {}", list(values), shown(value)));
    }
}

/// The number of items, both ends inclusive.
pub fn count(v: &mut Violations, at: Place, items: usize, min: Option<u64>, max: Option<u64>) {
    if !within(items, min, max) {
        v.note(at, Rule::Count, format!("must have {} items, got {items}", span(min, max)));
    }
}

/// The first character is one of the set.
pub fn starts_with(v: &mut Violations, at: Place, value: &str, set: &CharSet) {
    if !value.chars().next().is_some_and(|first| set.holds(first)) {
        v.note(at, Rule::StartsWith, format!("must begin with {}, got {}", named(set), shown(value)));
    }
}

/// None of these stands at the beginning.
pub fn not_starts_with(v: &mut Violations, at: Place, value: &str, prefixes: &[&str]) {
    if let Some(prefix) = prefixes.iter().find(|prefix| value.starts_with(**prefix)) {
        v.note(at, Rule::NotStartsWith, format!("must not begin with `{prefix}`"));
    }
}

/// Each of these occurs.
pub fn contains(v: &mut Violations, at: Place, value: &str, parts: &[&str]) {
    if let Some(part) = parts.iter().find(|part| !value.contains(**part)) {
        v.note(at, Rule::Contains, format!("must contain `{part}`, got {}", shown(value)));
    }
}

/// None of these occurs.
pub fn not_contains(v: &mut Violations, at: Place, value: &str, parts: &[&str]) {
    if let Some(part) = parts.iter().find(|part| value.contains(**part)) {
        v.note(at, Rule::NotContains, format!("must not contain `{part}`"));
    }
}

/// Every character is one of the set.
pub fn charset(v: &mut Violations, at: Place, value: &str, set: &CharSet) {
    if let Some(odd) = value.chars().find(|c| !set.holds(*c)) {
        v.note(at, Rule::Charset, format!("must consist of {}, got `{odd}`", named(set)));
    }
}

/// The whole value matches. An expression that is none rules nothing: it is the page's mistake, not the caller's.
pub fn pattern(v: &mut Violations, at: Place, value: &str, regex: &str) {
    let matches = regex_lite::Regex::new(&format!("^(?:{regex})$")).map(|regex| regex.is_match(value));
    if matches == Ok(false) {
        v.note(at, Rule::Pattern, format!("must match `{regex}`, got {}", shown(value)));
    }
}

/// The value is written in this format.
pub fn format(v: &mut Violations, at: Place, value: &str, format: Format) {
    let (holds, name) = match format {
        Format::Base64 => (STANDARD.decode(value).is_ok(), "base64"),
        Format::Json => (serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok(), "JSON"),
        Format::Timestamp => (value.parse::<i64>().is_ok(), "seconds since 1970"),
        Format::Iso8601 => (is_iso8601(value), "an ISO 8601 time"),
        Format::Ip => (value.parse::<IpAddr>().is_ok(), "an IP address"),
        Format::Cidr => (is_cidr(value), "an address block"),
        Format::Url => (is_url(value), "a URL"),
        Format::Ascii => (value.is_ascii(), "ASCII text"),
        Format::Email => (is_email(value), "a mail address"),
        Format::Uuid => (is_uuid(value), "a UUID"),
    };
    if !holds {
        v.note(at, Rule::Format, format!("must be {name}, got {}", shown(value)));
    }
}

/// A rule across parameters is broken.
pub fn across(v: &mut Violations, at: Place, message: impl Into<String>) {
    v.note(at, Rule::Across, message);
}

fn within(count: usize, min: Option<u64>, max: Option<u64>) -> bool {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    min.is_none_or(|min| count >= min) && max.is_none_or(|max| count <= max)
}

fn span(min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => format!("{min}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any number of".to_owned(),
    }
}

/// The value in quotes, cut where it gets long: messages travel in answers.
fn shown(value: &str) -> String {
    let mut characters = value.chars();
    let head: String = characters.by_ref().take(64).collect();
    if characters.next().is_some() { format!("`{head}…`") } else { format!("`{head}`") }
}

fn list(values: &[&str]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}

fn named(set: &CharSet) -> String {
    let classes = [
        (set.upper && set.lower, "letters"),
        (set.upper && !set.lower, "capital letters"),
        (set.lower && !set.upper, "small letters"),
        (set.digits, "digits"),
        (set.chinese, "Chinese characters"),
        (set.ascii, "ASCII characters"),
    ];
    let classes = classes.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name.to_owned());
    classes.chain(set.chars.iter().map(|c| format!("`{c}`"))).collect::<Vec<_>>().join(", ")
}

fn is_iso8601(value: &str) -> bool {
    value.parse::<jiff::Timestamp>().is_ok()
        || value.parse::<jiff::civil::DateTime>().is_ok()
        || value.parse::<jiff::civil::Date>().is_ok()
        // The minute forms that the vendors' pages use: `2018-01-01T01:01Z`.
        || jiff::civil::DateTime::strptime("%Y-%m-%dT%H:%MZ", value).is_ok()
}

fn is_cidr(value: &str) -> bool {
    let Some((address, bits)) = value.split_once('/') else { return false };
    match (address.parse(), bits.parse::<u8>()) {
        (Ok(IpAddr::V4(_)), Ok(bits)) => bits <= 32,
        (Ok(IpAddr::V6(_)), Ok(bits)) => bits <= 128,
        _ => false,
    }
}

fn is_url(value: &str) -> bool {
    value.parse::<http::Uri>().is_ok_and(|uri| uri.scheme().is_some() && uri.authority().is_some())
}

fn is_email(value: &str) -> bool {
    value
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}

fn is_uuid(value: &str) -> bool {
    let groups: Vec<usize> = value.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && value.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const AT: Place = Place { parameter: "Name", page: "pages/Copy.md:46", words: "长度为2~4个字符" };

    fn check(expected: &str, rule: impl FnOnce(&mut Violations)) {
        let mut violations = Violations::new();
        rule(&mut violations);
        assert_eq!(violations.to_string(), expected);
    }

    #[test]
    fn lengths_are_counted_in_their_unit() {
        check("", |v| length(v, AT, "镜像", Some(2), Some(4), LengthUnit::Chars));
        check("`Name` must be 2 to 4 bytes long, got 6 (pages/Copy.md:46)", |v| {
            length(v, AT, "镜像", Some(2), Some(4), LengthUnit::Bytes);
        });
        check("`Name` must be at most 1 characters long, got 2 (pages/Copy.md:46)", |v| {
            length(v, AT, "ab", None, Some(1), LengthUnit::Chars);
        });
    }

    #[test]
    fn an_open_end_excludes_its_number() {
        let open = |value| Some(Limit { value, inclusive: false });
        let closed = |value| Some(Limit { value, inclusive: true });
        check("", |v| range(v, AT, 20.0, closed(20.0), open(500.0)));
        check("`Name` must be at least 20 and less than 500, got 500 (pages/Copy.md:46)", |v| {
            range(v, AT, 500.0, closed(20.0), open(500.0));
        });
    }

    #[test]
    fn a_fraction_is_a_multiple_too() {
        check("", |v| step(v, AT, 0.3, 0.1));
        check("`Name` must be a multiple of 10, got 15 (pages/Copy.md:46)", |v| step(v, AT, 15.0, 10.0));
    }

    #[test]
    fn beginnings_and_parts() {
        let letters = CharSet { upper: true, lower: true, chars: &['_'], ..CharSet::NONE };
        check("`Name` must begin with letters, `_`, got `1a` (pages/Copy.md:46)", |v| {
            starts_with(v, AT, "1a", &letters)
        });
        check("`Name` must begin with letters, `_`, got `` (pages/Copy.md:46)", |v| {
            starts_with(v, AT, "", &letters)
        });
        check("`Name` must not begin with `http://` (pages/Copy.md:46)", |v| {
            not_starts_with(v, AT, "http://x", &["https://", "http://"]);
        });
        check("`Name` must consist of letters, `_`, got `-` (pages/Copy.md:46)", |v| {
            charset(v, AT, "a-b", &letters)
        });
        check("`Name` must contain `a`, got `b` (pages/Copy.md:46)", |v| contains(v, AT, "b", &["a"]));
        check("`Name` must match `[a-z]+`, got `a1` (pages/Copy.md:46)", |v| pattern(v, AT, "a1", "[a-z]+"));
        check("", |v| pattern(v, AT, "a1", "[a-z"));
    }

    #[test]
    fn formats() {
        use Format::{Base64, Cidr, Email, Ip, Iso8601, Json, Timestamp, Url, Uuid};
        for (format_, good, bad) in [
            (Base64, "YWI=", "YWI"),
            (Json, "{\"a\":[1]}", "{a}"),
            (Timestamp, "1700000000", "today"),
            (Ip, "::1", "1.2.3"),
            (Cidr, "10.0.0.0/8", "10.0.0.0/33"),
            (Url, "http://a.b/c", "a.b/c"),
            (Email, "a@b.c", "a@b"),
            (Uuid, "03f58ca9-b64d-4bdd-abc7-c6b9a46fd801", "03f58ca9-b64d-4bdd-abc7"),
            (Iso8601, "2018-01-01T01:01:01Z", "01.01.2018"),
            (Iso8601, "2018-01-01T01:01Z", "2018"),
        ] {
            check("", |v| format(v, AT, good, format_));
            let mut violations = Violations::new();
            format(&mut violations, AT, bad, format_);
            assert_eq!(violations.len(), 1, "{bad}");
        }
    }

    #[test]
    fn what_stands_inside_is_required_of_each_item_that_is_given() {
        let check = |parameter, tree: Value, holds: bool| {
            let mut violations = Violations::new();
            let arguments = tree.as_object().cloned().expect("a tree");
            required(&mut violations, Place { parameter, page: "", words: "" }, &arguments);
            assert_eq!(violations.is_empty(), holds, "{parameter} in {tree}");
        };
        check("Tag.N.Key", json!({ "Tag": [{ "Key": "a" }, { "Key": "" }] }), true);
        check("Tag.N.Key", json!({ "Tag": [{ "Key": "a" }, { "Value": "b" }] }), false);
        check("Tag.N.Key", json!({ "Tag": [null] }), false);
        check("Tag.N.Key", json!({}), true);
        check("Region.N", json!({ "Region": ["a"] }), true);
        check("Region.N", json!({ "Region": [] }), false);
        check("Region.N", json!({}), false);
        check("Disk.Size", json!({ "Disk": { "Type": "x" } }), false);
        check("Disk.Size", json!({}), true);
        check("Disk.1.Size", json!({ "Disk": [{ "Size": 1 }, {}] }), true);
        check("Name", json!({ "Name": null }), false);
        check("Name", json!({ "Name": "" }), true);
    }
}
