//! What differs from run to run, replaced by what it is.

use serde_json::{Map, Value};

/// Seconds from this on are a time of our century and no size or count.
const SECONDS_OF_2001: f64 = 1e9;

/// An answer with ids that the request did not name, and with times, replaced.
pub(crate) fn redacted(answer: &Value, sent: &Value) -> Value {
    replace("", answer, sent)
}

fn replace(name: &str, value: &Value, sent: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), replace(name, value, sent)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| replace(name, item, sent)).collect()),
        Value::String(text) if is_time(text) => "[time]".into(),
        Value::String(text) if is_id(name) && !text.is_empty() && !mentions(sent, text) => "[id]".into(),
        Value::Number(number) if number.as_f64().is_some_and(|number| number >= SECONDS_OF_2001) => {
            "[time]".into()
        }
        other => other.clone(),
    }
}

fn is_id(name: &str) -> bool {
    ["Id", "Ids", "ID", "IDs"].iter().any(|end| name.ends_with(end))
}

/// `2026-11-22T05:03:16Z`, and shorter.
fn is_time(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    digits(0..4)
        && digits(5..7)
        && digits(8..10)
        && text.get(4..5) == Some("-")
        && text.get(10..11) == Some("T")
}

fn mentions(value: &Value, text: &str) -> bool {
    match value {
        Value::String(sent) => sent == text,
        Value::Array(items) => items.iter().any(|item| mentions(item, text)),
        Value::Object(fields) => fields.values().any(|field| mentions(field, text)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_request_named_stays() {
        let sent = json!({ "ImageId": "m-1", "RegionId": "cn-hangzhou" });
        let answer = json!({
            "RequestId": "C8B26B44", "RegionId": "cn-hangzhou", "Size": 40, "CreateTime": 1_700_000_000,
            "Images": { "Image": [{ "ImageId": "m-2", "CreationTime": "2026-11-22T05:03:16Z", "Name": "a" }] },
            "DataSnapshotIds": ["s-1"],
        });
        let expected = json!({
            "RequestId": "[id]", "RegionId": "cn-hangzhou", "Size": 40, "CreateTime": "[time]",
            "Images": { "Image": [{ "ImageId": "[id]", "CreationTime": "[time]", "Name": "a" }] },
            "DataSnapshotIds": ["[id]"],
        });
        assert_eq!(redacted(&answer, &sent), expected);
    }
}
