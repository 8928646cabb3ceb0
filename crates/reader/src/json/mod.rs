//! JSON as pages show it: what is no JSON is read with a repair, and each repair is known with its place.
//!
//! The crates that read lenient JSON either stop at the first thing beyond their dialect (json5, jsonc-parser) or mend
//! without telling where; a reader of documentation has to tell the writer of the page.

mod scan;
mod text;
mod value;

use serde_json::Value;

/// What was not JSON, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Repair {
    /// In words: `trailing comma`.
    pub(crate) what: &'static str,
    /// Its first byte in the text.
    pub(crate) at: usize,
}

/// A JSON document, and what had to be mended to read it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    pub(crate) value: Value,
    pub(crate) repairs: Vec<Repair>,
    /// Where the document ends: the rest of the text is something else.
    pub(crate) end: usize,
}

/// Why a text is no JSON document, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) why: &'static str,
    pub(crate) at: usize,
}

/// Reads the document that a text begins with. Of several documents the first counts. What follows a document and is no
/// JSON is left to the caller, see [`Read::end`].
pub(crate) fn read(text: &str) -> Result<Read, Broken> {
    let mut scan = scan::Scan::of(text);
    let value = scan.document()?;
    Ok(scan.finish(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[track_caller]
    fn check(text: &str, value: Value, repairs: &[(&str, usize)]) {
        let read = read(text).unwrap_or_else(|broken| panic!("{text}: {broken:?}"));
        let told: Vec<(&str, usize)> = read.repairs.iter().map(|repair| (repair.what, repair.at)).collect();
        assert_eq!((read.value, told.as_slice()), (value, repairs), "{text}");
    }

    #[track_caller]
    fn broken(text: &str, why: &str) {
        assert_eq!(read(text).map_err(|broken| broken.why), Err(why), "{text}");
    }

    #[test]
    fn commas_are_left_out_and_put_in() {
        check(
            r#"{"a": [1, 2,], "b": 3,}"#,
            json!({"a": [1, 2], "b": 3}),
            &[("trailing comma", 11), ("trailing comma", 21)],
        );
        check(
            "{\"a\": 1\n \"b\": {}\n \"c\": []}",
            json!({"a": 1, "b": {}, "c": []}),
            &[("missing comma", 7), ("missing comma", 16)],
        );
        check(r#"[1,,2]"#, json!([1, 2]), &[("comma too many", 3)]);
        check(
            r#"{"a": 1，"b"：2}"#,
            json!({"a": 1, "b": 2}),
            &[("full-width punctuation", 7), ("full-width punctuation", 13)],
        );
    }

    #[test]
    fn quotes_are_straightened() {
        check(
            "{'a': 'it is'}",
            json!({"a": "it is"}),
            &[("quotes other than JSON's", 1), ("quotes other than JSON's", 6)],
        );
        check(
            "{“a”: “b”}",
            json!({"a": "b"}),
            &[("quotes other than JSON's", 1), ("quotes other than JSON's", 10)],
        );
        check(
            r#"{u'a': u"b"}"#,
            json!({"a": "b"}),
            &[("quotes other than JSON's", 1), ("quotes other than JSON's", 7)],
        );
        check(
            r#"{"a": "no "b" here."}"#,
            json!({"a": "no \"b\" here."}),
            &[("unescaped quote", 10), ("unescaped quote", 12)],
        );
        check("{\"a\": \"b,\n\"c\": 1}", json!({"a": "b", "c": 1}), &[("missing closing quote", 6)]);
    }

    #[test]
    fn signs_in_strings_are_escaped() {
        check("[\"a\nb\"]", json!(["a\nb"]), &[("unescaped line break", 3)]);
        check("[\"a\tb\"]", json!(["a\tb"]), &[("unescaped control character", 3)]);
        check(r#"["\d+"]"#, json!(["\\d+"]), &[("escape that is none", 2)]);
    }

    #[test]
    fn words_are_values() {
        check(
            "{a: True, b: None, c: NaN}",
            json!({"a": true, "b": null, "c": null}),
            &[
                ("name without quotes", 1),
                ("Python's word", 4),
                ("name without quotes", 10),
                ("Python's word", 13),
                ("name without quotes", 19),
                ("no JSON number", 22),
            ],
        );
        check(
            "{\"a\": <your id>, \"b\": 12GB}",
            json!({"a": "<your id>", "b": "12GB"}),
            &[("value without quotes", 6), ("value without quotes", 22)],
        );
        check(
            "{\"a\": [1, ...], ...}",
            json!({"a": [1]}),
            &[("something left out", 10), ("something left out", 16)],
        );
    }

    #[test]
    fn comments_are_no_part_of_it() {
        check(
            "{\"a\": 1, // one\n /* two */ \"b\": 2 # three\n}",
            json!({"a": 1, "b": 2}),
            &[("comment", 9), ("comment", 17), ("comment", 34)],
        );
        check("{\u{a0}\"a\": 1}", json!({"a": 1}), &[("blank that JSON has not", 1)]);
    }

    #[test]
    fn what_is_open_is_closed() {
        check(
            r#"{"a": [1, {"b": 2"#,
            json!({"a": [1, {"b": 2}]}),
            &[
                ("missing closing bracket", 17),
                ("missing closing bracket", 17),
                ("missing closing bracket", 17),
            ],
        );
        check(
            r#"{"a": [{"b": 2], "c": 3}"#,
            json!({"a": [{"b": 2}], "c": 3}),
            &[("missing closing bracket", 14)],
        );
        check(r#"{"a": 1}}"#, json!({"a": 1}), &[("bracket too many", 8)]);
        check(r#"{"a": ["b": 1, "c": 2]}"#, json!({"a": [{"b": 1, "c": 2}]}), &[("members in a list", 7)]);
    }

    #[test]
    fn the_first_of_several_documents_counts() {
        check("{\"a\": 1}\n{\"a\": 2}", json!({"a": 1}), &[("another document", 9)]);
        let read = read("{\"a\": 1}\n&B=2").expect("begins with a document");
        assert_eq!((read.end, read.repairs.len()), (9, 0));
    }

    #[test]
    fn a_name_twice_is_told() {
        check(r#"{"a": 1, "a": 2}"#, json!({"a": 1}), &[("name twice", 9)]);
        check(r#"{" a": 1}"#, json!({"a": 1}), &[("blank in a name", 1)]);
    }

    #[test]
    fn what_nobody_can_mend_is_broken() {
        broken("{ {\"a\": 1} }", "a member has no name");
        broken("{a 1}", "a name without a colon");
        broken("{\"a\": \"b", "a string never ends");
        broken("no json", "neither an object nor a list");
        broken("", "neither an object nor a list");
        broken(&"[".repeat(5000), "nested too deep");
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,8}|[\"\\\\\n\t/]{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-zA-Z\"\\\\]{1,4}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn json_needs_no_repair(value in any_value()) {
            let value = json!([value]);
            let plain = serde_json::to_string(&value).expect("is JSON");
            let spread = serde_json::to_string_pretty(&value).expect("is JSON");
            for text in [plain, spread] {
                let end = text.len();
                prop_assert_eq!(read(&text), Ok(Read { value: value.clone(), repairs: Vec::new(), end }));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\]{}\"'“”：，:,/*#<>.a1\\\\ \n&]{0,40}|\\PC{0,40}") {
            let _ = read(&text);
        }
    }
}
