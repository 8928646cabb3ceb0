//! Reading leniently: what can't be read is left out and noted, the rest is read.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Decoded;
use super::reader::{Reader, Skipped};
use crate::{Arguments, Violation, Violations};

/// A request with more broken values than this is not read on.
const MOST: usize = 64;

/// Reads arguments into a structure whose members all have defaults (`#[serde(default)]`, [`empty`]).
///
/// Text is read as the type asks: numbers, booleans in any case, a JSON document where a list or structure is asked
/// for. A value that can't be read so is left to its default and noted, under the name that pages give it
/// (`Tag.N.Key`).
pub fn decode<T: DeserializeOwned>(arguments: &Arguments) -> Decoded<T> {
    let tree = Value::Object(arguments.clone());
    let mut skipped = Skipped::new();
    let mut violations = Violations::new();
    let mut told = BTreeSet::new();
    // A deserializer can't put a default where it fails, so each failure leaves its value out and reads again.
    while skipped.len() < MOST {
        let error = match T::deserialize(Reader::new(&tree, &skipped)) {
            Ok(value) => return Decoded { value, violations },
            Err(error) => error,
        };
        let (parameter, mut place) = (error.parameter(), error.place());
        if told.insert((parameter.clone(), error.message.clone())) {
            let (rule, message) = (error.rule, error.message);
            violations.push(Violation { parameter, rule, message, page: "", words: "" });
        }
        // What fails again where it was left out, as a missing field of an item does, goes with what it stands in.
        while !place.is_empty() && !skipped.insert(place.clone()) {
            place = place.rsplit_once('.').map(|(parent, _)| parent.to_owned()).unwrap_or_default();
        }
        if place.is_empty() {
            break;
        }
    }
    Decoded { value: empty(), violations }
}

/// What is read where nothing was sent: the default of a structure that has no `Default`, so that nobody forgets what a
/// page requires.
///
/// # Panics
///
/// When a member of the structure has no default.
pub fn empty<T: DeserializeOwned>() -> T {
    let nothing = Value::Object(Arguments::new());
    T::deserialize(Reader::new(&nothing, &Skipped::new())).expect("each member has a default")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    use super::super::encode;
    use super::*;
    use crate::{pairs, percent, tree};

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Request {
        #[serde(rename = "ImageId")]
        image_id: String,
        #[serde(rename = "Encrypted", skip_serializing_if = "Option::is_none")]
        encrypted: Option<bool>,
        #[serde(rename = "Size")]
        size: Option<i64>,
        #[serde(rename = "Ratio")]
        ratio: Option<f64>,
        #[serde(rename = "Status")]
        status: Option<Status>,
        #[serde(rename = "Regions")]
        regions: Vec<String>,
        #[serde(rename = "Tag")]
        tag: Vec<Tag>,
        #[serde(rename = "Disk")]
        disk: Option<Tag>,
    }

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Tag {
        #[serde(rename = "Key")]
        key: Option<String>,
        #[serde(rename = "Size")]
        size: Option<i32>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(from = "String", into = "String")]
    enum Status {
        Available,
        Other(String),
    }

    impl From<String> for Status {
        fn from(text: String) -> Self {
            if text == "Available" { Status::Available } else { Status::Other(text) }
        }
    }

    impl From<Status> for String {
        fn from(status: Status) -> Self {
            match status {
                Status::Available => "Available".to_owned(),
                Status::Other(text) => text,
            }
        }
    }

    fn check(arguments: Value, expected: Request, complaints: &str) {
        let arguments = arguments.as_object().cloned().expect("a tree");
        let decoded = decode::<Request>(&arguments);
        assert_eq!((decoded.value, decoded.violations.to_string().as_str()), (expected, complaints));
    }

    #[test]
    fn text_is_read_as_the_type_asks() {
        check(
            json!({
                "ImageId": 7, "Encrypted": "TRUE", "Size": "40", "Ratio": "0.5", "Status": "Lost", "Regions": ["a", "b"],
                "Tag": [{ "Key": true, "Size": "3" }], "Disk": { "Size": 4.0 }, "Unknown": { "x": [1] },
            }),
            Request {
                image_id: "7".to_owned(),
                encrypted: Some(true),
                size: Some(40),
                ratio: Some(0.5),
                status: Some(Status::Other("Lost".to_owned())),
                regions: vec!["a".to_owned(), "b".to_owned()],
                tag: vec![Tag { key: Some("true".to_owned()), size: Some(3) }],
                disk: Some(Tag { key: None, size: Some(4) }),
            },
            "",
        );
    }

    #[test]
    fn a_list_or_structure_may_be_a_json_document_in_a_text() {
        check(
            json!({ "Regions": "[\"a\"]", "Disk": "{\"Size\":\"4\"}", "Tag": "[{\"Key\":\"k\"}]" }),
            Request {
                regions: vec!["a".to_owned()],
                tag: vec![Tag { key: Some("k".to_owned()), size: None }],
                disk: Some(Tag { key: None, size: Some(4) }),
                ..Request::default()
            },
            "",
        );
    }

    #[test]
    fn what_cant_be_read_is_noted_and_the_rest_is_read() {
        check(
            json!({
                "ImageId": "m-1", "Encrypted": "yes", "Size": "4x", "Ratio": "NaN", "Regions": "a",
                "Tag": [{ "Size": "1" }, { "Key": ["k"], "Size": "" }, "x"], "Disk": { "Size": "99999999999" },
            }),
            Request {
                image_id: "m-1".to_owned(),
                tag: vec![Tag { key: None, size: Some(1) }, Tag::default()],
                disk: Some(Tag::default()),
                ..Request::default()
            },
            "`Encrypted` must be true or false, got `yes`; \
             `Size` must be a whole number, got `4x`; \
             `Ratio` must be a number, got `NaN`; \
             `Regions` must be a list, got `a`; \
             `Tag.N.Key` must be text, got a list; \
             `Tag.N.Size` must be a whole number, got ``; \
             `Tag.N` must be a structure, got `x`; \
             `Disk.Size` must be a whole number in the range of its type, got `99999999999`",
        );
    }

    #[test]
    fn an_attack_of_broken_values_ends() {
        let items: Vec<_> = (0..10_000).map(|index| json!({ "Size": format!("x{index}") })).collect();
        let decoded = decode::<Request>(json!({ "Tag": items }).as_object().expect("a tree"));
        assert_eq!((decoded.value, decoded.violations.len()), (Request::default(), MOST));
    }

    #[test]
    fn encode_then_decode_is_the_identity() {
        let request = Request {
            image_id: "m-1".to_owned(),
            encrypted: Some(false),
            ratio: Some(2.0),
            tag: vec![Tag::default(), Tag { key: Some("k".to_owned()), size: None }],
            ..Request::default()
        };
        let arguments = encode(&request);
        assert_eq!(
            Value::Object(arguments.clone()),
            json!({ "ImageId": "m-1", "Encrypted": false, "Ratio": 2.0, "Tag": [null, { "Key": "k" }] })
        );
        let decoded = decode::<Request>(&arguments);
        assert_eq!((decoded.value, decoded.violations.is_empty()), (request, true));
    }

    fn requests() -> impl Strategy<Value = Request> {
        let tag = |(key, size)| Tag { key: Some(key), size };
        let tags = prop::collection::vec((any::<String>(), any::<Option<i32>>()).prop_map(tag), 0..12);
        let scalars = (any::<String>(), any::<Option<bool>>(), any::<Option<i64>>(), -1e300..1e300);
        (scalars, prop::collection::vec(any::<String>(), 0..12), tags).prop_map(|(scalars, regions, tag)| {
            let (image_id, encrypted, size, ratio) = scalars;
            let disk = tag.first().cloned();
            Request { image_id, encrypted, size, ratio: Some(ratio), status: None, regions, tag, disk }
        })
    }

    fn trees() -> impl Strategy<Value = Value> {
        let texts = ["1", "true", "[1]", "{\"Key\":[]}", "NaN", ""].map(|text| json!(text));
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<f64>().prop_map(|n| json!(n)),
            prop::sample::select(texts.to_vec())
        ];
        let names = prop::sample::select(vec!["ImageId", "Size", "Regions", "Tag", "Disk", "Key", "Status"]);
        leaf.prop_recursive(4, 32, 4, move |inner| {
            let fields = prop::collection::vec((names.clone(), inner.clone()), 0..5);
            let fields =
                fields.prop_map(|f| f.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
            prop_oneof![
                prop::collection::vec(inner, 0..4).prop_map(Value::Array),
                fields.prop_map(Value::Object)
            ]
        })
    }

    proptest! {
        #[test]
        fn a_request_that_travelled_in_a_query_is_the_same(request in requests(), list_base in 0u32..2) {
            let sent = percent::query(&pairs(&encode(&request), list_base));
            let decoded = decode::<Request>(&tree(percent::parse(&sent).unwrap()));
            prop_assert_eq!((decoded.value, decoded.violations.to_string()), (request, String::new()));
        }

        #[test]
        fn any_tree_at_all_is_read_to_its_end(value in trees()) {
            let arguments = value.as_object().cloned().unwrap_or_default();
            decode::<Request>(&arguments);
        }
    }
}
