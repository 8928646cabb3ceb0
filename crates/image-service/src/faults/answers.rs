//! Faults in answers on their way out.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Map, Value, json};
use wire::xml;

use super::{Fault, Faults};

/// Fields of the two envelopes: faults in an answer's own fields leave them alone.
const ENVELOPE: [&str; 6] = ["RetCode", "Action", "Message", "RequestId", "HostId", "Code"];

impl Faults {
    /// Spoils an answer. `operation` is empty where the request named none.
    pub fn spoil(&self, operation: &str, answer: &mut Response<Bytes>) {
        for fault in self.iter() {
            spoil(fault, operation, answer);
        }
    }
}

fn spoil(fault: Fault, operation: &str, answer: &mut Response<Bytes>) {
    match fault {
        Fault::AnswerFieldMissing => successes(answer, |body| {
            for field in ["TotalCount", "ProjectCount"] {
                body.remove(field);
            }
            each_object(body, &mut |object| {
                object.remove("BitMaps");
            });
        }),
        Fault::AnswerFieldWrongType => successes(answer, |body| {
            if let Some((_, value)) = body.iter_mut().find(|(name, _)| !ENVELOPE.contains(&name.as_str())) {
                *value = of_another_type(value);
            }
        }),
        Fault::AnswerEnumUnknown => successes(answer, |body| {
            each_object(body, &mut |object| {
                for field in ["State", "FuncType", "IPMode"] {
                    if let Some(value) = object.get_mut(field) {
                        *value = json!("Vanished");
                    }
                }
            });
        }),
        Fault::WrongStatus if answer.status() != StatusCode::OK => {
            *answer.status_mut() = StatusCode::IM_A_TEAPOT;
        }
        Fault::RefusalAnsweredAsSuccessStatus => *answer.status_mut() = StatusCode::OK,
        Fault::WrongCode => refusals(answer, |body| {
            if let Some(code) = body.get_mut("Code") {
                *code = json!("SomethingElse");
            }
            if let Some(code) = body.get_mut("RetCode") {
                *code = json!(999);
            }
        }),
        Fault::MisspeltCodeCorrected => refusals(answer, |body| {
            if let Some(code) = body.get_mut("Code").filter(|code| *code == "Forbbiden") {
                *code = json!("Forbidden");
            }
        }),
        Fault::WrongMessage => refusals(answer, |body| {
            body.insert(String::from("Message"), json!("that did not work"));
        }),
        Fault::InternalsLeaked => refusals(answer, |body| {
            let said = body.get("Message").and_then(Value::as_str).unwrap_or_default();
            let trace =
                "thread 'main' panicked at src/main.rs:1:1:\nstack backtrace:\n   0: rust_begin_unwind";
            let leaked = format!("{said}\n{trace}");
            body.insert(String::from("Message"), Value::String(leaked));
        }),
        Fault::NotFoundAnsweredAsSuccess => as_success(operation, answer, |body| {
            let no_image = "Params [SourceImageId] not available";
            body.get("Code") == Some(&json!("InvalidImageId.NotFound"))
                || body.get("Message") == Some(&json!(no_image))
        }),
        Fault::EncryptedKmsRuleNotChecked => as_success(operation, answer, |body| {
            body.get("Code") == Some(&json!("InvalidParameter.EncryptedIllegal"))
        }),
        Fault::CopyingImageDeleted if operation == "DeleteImage" => as_success(operation, answer, |body| {
            body.get("Code") == Some(&json!("OperationDenied.ImageCopying"))
        }),
        Fault::QuotaNotEnforced => {
            as_success(operation, answer, |body| body.get("Code") == Some(&json!("QuotaExceed.Image")))
        }
        Fault::DuplicateNameAccepted => as_success(operation, answer, |body| {
            body.get("Code") == Some(&json!("InvalidImageName.Duplicated"))
        }),
        Fault::EnvelopeBroken => {
            if matches!(operation, "CopyImage" | "CopyCustomImage") {
                *answer.body_mut() =
                    Bytes::from_static(b"<html><body><h1>500 Internal Server Error</h1></body></html>");
                *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                declare(answer, "text/html");
            }
        }
        Fault::AnswerCutShort if is(answer, "json") => {
            let whole = answer.body().len();
            *answer.body_mut() = answer.body().slice(..whole.saturating_sub(1));
        }
        Fault::RetCodeAsString => rewrite(answer, |body| {
            if let Some(code) = body.get_mut("RetCode") {
                *code = Value::String(code.to_string());
            }
        }),
        Fault::RetCodeMissing => successes(answer, |body| {
            body.remove("RetCode");
        }),
        Fault::ActionMissing => rewrite(answer, |body| {
            body.remove("Action");
        }),
        Fault::RequestIdMissing => rewrite(answer, |body| {
            body.remove("RequestId");
        }),
        Fault::XmlAnswerAsJson => {
            if let Some(body) = tree(answer).filter(|_| is(answer, "xml")) {
                *answer.body_mut() = Bytes::from(body.to_string());
                declare(answer, "application/json; charset=utf-8");
            }
        }
        Fault::XmlNotWellFormed if is(answer, "xml") => {
            let whole = answer.body().len();
            *answer.body_mut() = answer.body().slice(..whole.saturating_sub(2));
        }
        Fault::XmlDiffers if is(answer, "xml") => {
            rewrite(answer, |body| each_list(body, &mut |items| items.truncate(1)))
        }
        Fault::XmlItemName if is(answer, "xml") => rewrite(answer, rename_items),
        Fault::WrongContentType => declare(answer, "text/html"),
        // These are committed elsewhere: in checking, at the door, at the gate.
        _ => {}
    }
}

/// Answers what would have been an error as if all had gone well.
fn as_success(
    operation: &str,
    answer: &mut Response<Bytes>,
    wrong: impl FnOnce(&Map<String, Value>) -> bool,
) {
    let mut changed = false;
    refusals(answer, |body| {
        if wrong(body) {
            for field in ["Code", "Message", "HostId"] {
                body.remove(field);
            }
            if let Some(code) = body.get_mut("RetCode") {
                *code = json!(0);
            }
            if operation.starts_with("Copy") || operation.starts_with("Create") {
                let field = if body.contains_key("RetCode") { "TargetImageId" } else { "ImageId" };
                body.insert(String::from(field), json!("m-bp1nowhere"));
            }
            changed = true;
        }
    });
    if changed {
        *answer.status_mut() = StatusCode::OK;
    }
}

fn successes(answer: &mut Response<Bytes>, change: impl FnOnce(&mut Map<String, Value>)) {
    if answer.status() == StatusCode::OK {
        rewrite(answer, |body| {
            if body.get("RetCode").is_none_or(|code| *code == json!(0)) {
                change(body);
            }
        });
    }
}

fn refusals(answer: &mut Response<Bytes>, change: impl FnOnce(&mut Map<String, Value>)) {
    let refused = answer.status() != StatusCode::OK;
    rewrite(answer, |body| {
        if refused || body.get("RetCode").is_some_and(|code| *code != json!(0)) {
            change(body);
        }
    });
}

/// Changes the tree of an answer, be it JSON or XML.
fn rewrite(answer: &mut Response<Bytes>, change: impl FnOnce(&mut Map<String, Value>)) {
    let Some(Value::Object(mut body)) = tree(answer) else { return };
    change(&mut body);
    let body = Value::Object(body);
    let text = match root(answer) {
        Some(root) => xml::write(&root, &body),
        None => body.to_string(),
    };
    *answer.body_mut() = Bytes::from(text);
}

fn tree(answer: &Response<Bytes>) -> Option<Value> {
    if is(answer, "xml") {
        let text = std::str::from_utf8(answer.body()).ok()?;
        return xml::read(text).ok().map(|(_, tree)| tree);
    }
    serde_json::from_slice(answer.body()).ok()
}

fn root(answer: &Response<Bytes>) -> Option<String> {
    let text = std::str::from_utf8(answer.body()).ok().filter(|_| is(answer, "xml"))?;
    xml::read(text).ok().map(|(root, _)| root)
}

fn is(answer: &Response<Bytes>, kind: &str) -> bool {
    let declared = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    declared.is_some_and(|declared| declared.contains(kind))
}

fn declare(answer: &mut Response<Bytes>, content_type: &'static str) {
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
}

fn each_list(object: &mut Map<String, Value>, change: &mut impl FnMut(&mut Vec<Value>)) {
    for value in object.values_mut() {
        match value {
            Value::Array(items) => change(items),
            Value::Object(members) => each_list(members, change),
            _ => {}
        }
    }
}

/// `<Images><Image>` becomes `<Images><item>`.
fn rename_items(body: &mut Map<String, Value>) {
    for value in body.values_mut() {
        if let Value::Object(wrapper) = value
            && wrapper.len() == 1
            && let Some((_, list @ Value::Array(_))) = wrapper.iter_mut().next()
        {
            let items = list.take();
            *wrapper = Map::from_iter([("item".to_owned(), items)]);
        }
    }
}

fn each_object(object: &mut Map<String, Value>, change: &mut impl FnMut(&mut Map<String, Value>)) {
    change(object);
    for value in object.values_mut() {
        inside(value, change);
    }
}

fn inside(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => each_object(object, change),
        Value::Array(items) => items.iter_mut().for_each(|item| inside(item, change)),
        _ => {}
    }
}

fn of_another_type(value: &Value) -> Value {
    match value {
        Value::String(text) => json!({ "value": text }),
        Value::Number(_) => json!("many"),
        Value::Bool(_) => json!("perhaps"),
        Value::Array(_) | Value::Object(_) | Value::Null => json!("nothing to see"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fault: Fault, operation: &str, before: (u16, &str), after: (u16, &str)) {
        let mut answer = Response::new(Bytes::from(before.1.to_owned()));
        *answer.status_mut() = StatusCode::from_u16(before.0).expect("a status");
        declare(&mut answer, if before.1.starts_with('<') { "application/xml" } else { "application/json" });
        Faults::new([fault]).spoil(operation, &mut answer);
        let text = std::str::from_utf8(answer.body()).expect("text");
        assert_eq!((answer.status().as_u16(), text), after, "{fault}");
    }

    const REFUSED: &str = r#"{"RequestId":"R","HostId":"h","Code":"InvalidImageId.NotFound","Message":"no"}"#;

    #[test]
    fn refusals_are_spoiled() {
        check(Fault::WrongStatus, "CopyImage", (404, REFUSED), (418, REFUSED));
        check(Fault::RefusalAnsweredAsSuccessStatus, "CopyImage", (404, REFUSED), (200, REFUSED));
        let other = REFUSED.replace("InvalidImageId.NotFound", "SomethingElse");
        check(Fault::WrongCode, "CopyImage", (404, REFUSED), (404, &other));
        let success = r#"{"RequestId":"R","ImageId":"m-bp1nowhere"}"#;
        check(Fault::NotFoundAnsweredAsSuccess, "CopyImage", (404, REFUSED), (200, success));
        let ucloud =
            r#"{"RetCode":230,"Action":"XResponse","Message":"Params [SourceImageId] not available"}"#;
        let success = r#"{"RetCode":0,"Action":"XResponse","TargetImageId":"m-bp1nowhere"}"#;
        check(Fault::NotFoundAnsweredAsSuccess, "CopyCustomImage", (200, ucloud), (200, success));
    }

    #[test]
    fn successes_are_spoiled() {
        let ok = r#"{"RetCode":0,"Action":"XResponse","TotalCount":1,"Set":[{"State":"Making"}]}"#;
        let spoiled = |fault, after: &str| check(fault, "X", (200, ok), (200, after));
        spoiled(Fault::AnswerEnumUnknown, &ok.replace("Making", "Vanished"));
        spoiled(Fault::AnswerFieldWrongType, &ok.replace(":1", r#":"many""#));
        spoiled(Fault::AnswerFieldMissing, &ok.replace(r#""TotalCount":1,"#, ""));
        spoiled(Fault::RetCodeAsString, &ok.replace(":0", r#":"0""#));
        spoiled(Fault::AnswerCutShort, &ok[..ok.len() - 1]);
    }

    #[test]
    fn xml_becomes_json_and_stays_xml_otherwise() {
        let xml = "<CopyImageResponse><RequestId>R</RequestId><ImageId>m</ImageId></CopyImageResponse>";
        check(Fault::XmlAnswerAsJson, "CopyImage", (200, xml), (200, r#"{"RequestId":"R","ImageId":"m"}"#));
        let mut answer = Response::new(Bytes::from(xml));
        declare(&mut answer, "application/xml");
        Faults::new([Fault::RequestIdMissing]).spoil("CopyImage", &mut answer);
        let text = std::str::from_utf8(answer.body()).expect("text");
        assert!(text.contains("<ImageId>m</ImageId>") && !text.contains("RequestId"), "{text}");
    }
}
