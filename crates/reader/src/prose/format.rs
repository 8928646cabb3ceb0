//! `使用Base64编码`, `格式为JSON数组`, `ISO 8601`, `Unix时间戳`, and parameters that simply are an address.

use contract::{Confidence, Format, Requirement, Type};

use super::sentence::Sentence;
use super::{Finding, Subject};
use crate::vocabulary::PHRASES;

/// Formats that a phrase names wherever it stands.
const NAMED: [(&str, Format); 4] = [
    ("base64", Format::Base64),
    ("iso8601", Format::Iso8601),
    ("timestamp", Format::Timestamp),
    ("json", Format::Json),
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
    if sentence.bullet || sentence.has("format", "alternatives") {
        return None;
    }
    let (format, words) = named(sentence).or_else(|| thing(sentence))?;
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

/// `子网的网段。`: the first sentence names the thing, and not several of them.
fn thing(sentence: &Sentence<'_>) -> Option<(Format, std::ops::Range<usize>)> {
    if sentence.start > 0 {
        return None;
    }
    let clause = sentence.text.split(['，', ',', '。', '；', '（', '(', '\n']).next().unwrap_or_default();
    let clause = clause.trim_end_matches(['.', ' ']);
    let short = clause.chars().count() <= if clause.is_ascii() { 60 } else { 16 };
    if !short || PHRASES.find("format", "ends_not", clause, 0).is_some() {
        return None;
    }
    ENDS.into_iter()
        .find_map(|(list, format)| PHRASES.ends("format", list, clause).then_some((format, 0..clause.len())))
}
