//! `使用Base64编码`, `格式为JSON数组`, `ISO 8601`, `Unix时间戳`, and parameters that simply are an address.

use contract::{Confidence, Format, Requirement, Type};

use super::sentence::Sentence;
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// Formats that a phrase names wherever it stands.
const NAMED: [(&str, Format); 5] = [
    ("base64", Format::Base64),
    ("iso8601", Format::Iso8601),
    ("timestamp", Format::Timestamp),
    ("json", Format::Json),
    ("uuid", Format::Uuid),
];

/// Formats of values that are such a thing: the first sentence ends with its name.
const ENDS: [(&str, Format); 4] = [
    ("ip_ends", Format::Ip),
    ("cidr_ends", Format::Cidr),
    ("url_ends", Format::Url),
    ("email_ends", Format::Email),
];

/// Finds the format of the value. Words name a format in passing, too: it is never certain.
pub(super) fn find(sentence: &Sentence<'_>, subject: &Subject<'_>) -> Option<Finding> {
    let scalar = subject.ty.innermost();
    let can_have_one = matches!(scalar, Type::String | Type::Integer);
    if !can_have_one || sentence.bullet || sentence.has("format", "alternatives") {
        return None;
    }
    let (format, words) =
        named(sentence).or_else(|| thing(sentence)).or_else(|| address(sentence, subject.name))?;
    let fits = *scalar == Type::String || format == Format::Timestamp && *scalar == Type::Integer;
    fits.then(|| Finding {
        requirement: Requirement::Format { format },
        words: sentence.place(words),
        confidence: Confidence::Likely,
    })
}

fn named(sentence: &Sentence<'_>) -> Option<(Format, std::ops::Range<usize>)> {
    NAMED.into_iter().find_map(|(list, format)| {
        let (start, stop) = sentence.find("format", list)?;
        let before = &sentence.text[..start];
        (!PHRASES.ends("format", "not_before", before)).then_some((format, start..stop))
    })
}

/// What names end in, of values that are addresses.
const ADDRESSES: [(&[&str], &str, &str, Format); 2] = [
    (&["Cidr", "CIDR", "CidrBlock", "CidrIp"], "cidr_words", "not_cidr", Format::Cidr),
    (
        &["Ip", "IP", "Ips", "IPs", "IPList", "IpAddress", "IPAddress", "IpAddresses"],
        "ip_words",
        "not_ip",
        Format::Ip,
    ),
];

/// The last name of a path, no index.
fn leaf(name: &str) -> &str {
    let is_name = |part: &&str| part.len() > 1 && !part.bytes().all(|b| b.is_ascii_digit());
    name.rsplit('.').find(is_name).unwrap_or(name)
}

/// `PreviousIpAddress`: 所需修改的原IP地址. Both the name and the first sentence say so.
fn address(sentence: &Sentence<'_>, name: &str) -> Option<(Format, std::ops::Range<usize>)> {
    if sentence.start > 0 {
        return None;
    }
    let leaf = leaf(name);
    let (_, words, traps, format) =
        ADDRESSES.iter().find(|(ends, ..)| ends.iter().any(|end| leaf.ends_with(end)))?;
    let clause = sentence.text.lines().next().unwrap_or_default();
    let (start, stop) = PHRASES.find("format", words, clause, 0)?;
    let other = PHRASES.find("format", traps, clause, 0).is_some()
        || PHRASES.find("format", "json", sentence.whole, 0).is_some();
    (!other).then_some((*format, start..stop))
}

/// `子网的网段。`: the first sentence names the thing, and not several of them.
fn thing(sentence: &Sentence<'_>) -> Option<(Format, std::ops::Range<usize>)> {
    if sentence.start > 0 {
        return None;
    }
    let clause = sentence.text.split(['，', ',', '。', '；', '（', '(', '\n']).next().unwrap_or_default();
    let clause = clause.trim_end_matches(['.', ' ']);
    let short = clause.chars().count() <= if clause.is_ascii() { 60 } else { 16 };
    let named = |(list, _): &(&str, Format)| PHRASES.ends("format", list, clause);
    let (_, format) = ENDS.into_iter().filter(|_| short).find(named)?;
    let other = PHRASES.find("format", "ends_not", clause, 0).is_some();
    (!other).then_some((format, 0..clause.len()))
}
