//! What an answer says, by the envelope of the spec and never by the HTTP status alone.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Envelope, Wire, xml};

/// Characters of an unreadable answer that its reason quotes.
const LONGEST_BEGINNING: usize = 160;

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "lowercase")]
pub enum Verdict {
    /// The operation was done.
    Accepted {
        /// The answer.
        body: Value,
        /// The request's id, where the envelope has one.
        request_id: Option<String>,
    },
    /// The operation was refused.
    Refused {
        /// HTTP status.
        http_status: u16,
        /// The code; a number is written as text.
        code: String,
        /// The message, empty where none came.
        message: String,
        /// The request's id, where the envelope has one.
        request_id: Option<String>,
        /// The answer.
        body: Value,
    },
    /// The answer is not in the documented envelope.
    Malformed {
        /// HTTP status.
        http_status: u16,
        /// What is wrong: lower case, no full stop.
        reason: String,
    },
}

impl Verdict {
    /// Whether the operation was done.
    pub fn is_accepted(&self) -> bool {
        matches!(self, Verdict::Accepted { .. })
    }

    /// The answer, where it could be read.
    pub fn body(&self) -> Option<&Value> {
        match self {
            Verdict::Accepted { body, .. } | Verdict::Refused { body, .. } => Some(body),
            Verdict::Malformed { .. } => None,
        }
    }

    /// In a few words: `accepted`, `refused with 404 InvalidImageId.NotFound: …`.
    pub fn summary(&self) -> String {
        match self {
            Verdict::Accepted { .. } => "accepted".to_owned(),
            Verdict::Refused { http_status, code, message, .. } => {
                format!("refused with HTTP {http_status}, code {code}: {message}")
            }
            Verdict::Malformed { http_status, reason } => {
                format!("not in the documented envelope (HTTP {http_status}): {reason}")
            }
        }
    }
}

impl Wire {
    /// Reads an answer to `operation`.
    pub fn verdict(&self, operation: &str, status: u16, content_type: Option<&str>, body: &[u8]) -> Verdict {
        let malformed = |reason: String| Verdict::Malformed { http_status: status, reason };
        let (root, body) = match read(content_type, body) {
            Ok(read) => read,
            Err(reason) => return malformed(reason),
        };
        let verdict = match &self.envelope {
            Envelope::RetCode { code, message, action } => {
                ret_code(status, body, operation, [code, message, action])
            }
            Envelope::HttpStatus { code, message, request_id, .. } => {
                http_status(status, body, [code, message, request_id])
            }
        };
        let verdict = verdict.unwrap_or_else(malformed);
        let Some(root) = root else { return verdict };
        let wanted = match verdict {
            Verdict::Accepted { .. } => format!("{operation}Response"),
            Verdict::Refused { .. } => "Error".to_owned(),
            Verdict::Malformed { .. } => return verdict,
        };
        if root == wanted {
            verdict
        } else {
            malformed(format!("the root element is `{root}`, must be `{wanted}`"))
        }
    }
}

/// The answer as a tree, with the name of the root element where it is XML.
fn read(content_type: Option<&str>, body: &[u8]) -> Result<(Option<String>, Value), String> {
    let text = std::str::from_utf8(body).map_err(|error| format!("the answer is not UTF-8: {error}"))?;
    let declared = content_type.unwrap_or_default().to_ascii_lowercase();
    if text.trim().is_empty() {
        return Err("the answer is empty".to_owned());
    }
    if declared.contains("html") {
        return Err(format!(
            "the answer is `{declared}`, must be JSON or XML; it begins with {}",
            beginning(text)
        ));
    }
    let unlike = |form: &str, error: &dyn std::error::Error| {
        format!("the answer is not {form}: {error}; it begins with {}", beginning(text))
    };
    let is_xml =
        declared.contains("xml") || (!declared.contains("json") && text.trim_start().starts_with('<'));
    if is_xml {
        let (root, body) = xml::read(text).map_err(|error| unlike("XML", &error))?;
        return Ok((Some(root), body));
    }
    let body: Value = serde_json::from_str(text).map_err(|error| unlike("JSON", &error))?;
    if body.is_object() { Ok((None, body)) } else { Err("the answer is not a JSON object".to_owned()) }
}

/// Enough of an answer to see what it is.
fn beginning(text: &str) -> String {
    let mut characters = text.trim().chars();
    let head: String = characters.by_ref().take(LONGEST_BEGINNING).collect();
    if characters.next().is_some() { format!("{head:?}…") } else { format!("{head:?}") }
}

fn ret_code(status: u16, body: Value, operation: &str, fields: [&String; 3]) -> Result<Verdict, String> {
    let [code_field, message_field, action_field] = fields;
    let code = match body.get(code_field) {
        None => return Err(format!("`{code_field}` is missing")),
        Some(Value::Number(code)) if code.is_i64() => code.as_i64(),
        // As the official client does: `int(RetCode)`.
        Some(Value::String(code)) => code.parse().ok(),
        Some(_) => None,
    };
    let code = code.ok_or_else(|| format!("`{code_field}` must be an integer, got {}", body[code_field]))?;
    if !(200..400).contains(&status) {
        // Official clients do not read the body of such an answer.
        return Err(format!(
            "HTTP status {status}; an answer is HTTP 200 and `{code_field}` tells what became of it"
        ));
    }
    let request_id = None;
    if code != 0 {
        let message = text(&body, message_field).unwrap_or_default();
        let code = code.to_string();
        return Ok(Verdict::Refused { http_status: status, code, message, request_id, body });
    }
    match text(&body, action_field) {
        Some(action) if action != format!("{operation}Response") => {
            Err(format!("`{action_field}` is `{action}`, must be `{operation}Response`"))
        }
        _ => Ok(Verdict::Accepted { body, request_id }),
    }
}

fn http_status(status: u16, body: Value, fields: [&String; 3]) -> Result<Verdict, String> {
    let [code_field, message_field, request_id_field] = fields;
    let request_id = text(&body, request_id_field);
    let code = text(&body, code_field);
    let message = text(&body, message_field);
    match status {
        // A client that goes by `Code` and one that goes by the status would disagree about this answer.
        200..300 if code.is_some() && message.is_some() => {
            Err(format!("HTTP {status} is success, but the answer has `{code_field}` and `{message_field}`"))
        }
        200..300 => Ok(Verdict::Accepted { body, request_id }),
        400..600 => {
            let missing = |field: &String| format!("HTTP {status} is a refusal, but `{field}` is missing");
            let code = code.ok_or_else(|| missing(code_field))?;
            let message = message.ok_or_else(|| missing(message_field))?;
            let request_id = Some(request_id.ok_or_else(|| missing(request_id_field))?);
            Ok(Verdict::Refused { http_status: status, code, message, request_id, body })
        }
        _ => Err(format!("HTTP status {status} is neither success nor refusal")),
    }
}

fn text(body: &Value, field: &str) -> Option<String> {
    body.get(field).and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wire(envelope: Value) -> Wire {
        serde_json::from_value(json!({ "style": "ucloud", "endpoint": "https://a.b/", "envelope": envelope }))
            .expect("a wire")
    }

    fn check(kind: &str, status: u16, content_type: &str, body: &str, expected: &str) {
        let verdict =
            wire(json!({ "kind": kind })).verdict("Copy", status, Some(content_type), body.as_bytes());
        assert!(verdict.summary().contains(expected), "{body}: {}", verdict.summary());
    }

    #[test]
    fn a_ret_code_of_zero_is_success() {
        let check = |status, body, expected| check("ret-code", status, "application/json", body, expected);
        check(200, r#"{"RetCode":0,"Action":"CopyResponse"}"#, "accepted");
        check(200, r#"{"RetCode":"0"}"#, "accepted");
        check(200, r#"{"RetCode":8039,"Message":"no image"}"#, "refused with HTTP 200, code 8039: no image");
        check(200, r#"{"RetCode":-1}"#, "code -1: ");
        check(
            200,
            r#"{"RetCode":0,"Action":"OtherResponse"}"#,
            "`Action` is `OtherResponse`, must be `CopyResponse`",
        );
        check(404, r#"{"RetCode":8039,"Message":"no image"}"#, "HTTP status 404; an answer is HTTP 200");
        check(200, r#"{"Message":"ok"}"#, "`RetCode` is missing");
        check(200, r#"{"RetCode":0.5}"#, "`RetCode` must be an integer, got 0.5");
        check(200, r#"{"RetCode":"ok"}"#, "`RetCode` must be an integer, got \"ok\"");
        check(200, r#"{"RetCode":null}"#, "`RetCode` must be an integer, got null");
    }

    #[test]
    fn an_http_status_tells_success_and_the_body_the_rest() {
        let check = |status, body, expected| check("http-status", status, "application/json", body, expected);
        check(200, r#"{"RequestId":"r"}"#, "accepted");
        check(404, r#"{"RequestId":"r","Code":"A.B","Message":"m"}"#, "refused with HTTP 404, code A.B: m");
        check(404, r#"{"Code":"A.B","Message":"m"}"#, "`RequestId` is missing");
        check(500, r#"{"RequestId":"r","Message":"m"}"#, "`Code` is missing");
        check(200, r#"{"RequestId":"r","Code":"A.B","Message":"m"}"#, "HTTP 200 is success, but");
        check(302, r#"{"RequestId":"r"}"#, "HTTP status 302 is neither success nor refusal");
    }

    #[test]
    fn xml_is_judged_as_json_is() {
        let check = |status, body: &str, expected| {
            check("http-status", status, "text/xml; charset=utf-8", body, expected)
        };
        check(200, "<CopyResponse><RequestId>r</RequestId></CopyResponse>", "accepted");
        let error = "<RequestId>r</RequestId><Code>A</Code><Message>m</Message>";
        let (right, wrong) =
            (format!("<Error>{error}</Error>"), format!("<CopyResponse>{error}</CopyResponse>"));
        check(400, &right, "refused with HTTP 400, code A: m");
        check(400, &wrong, "the root element is `CopyResponse`, must be `Error`");
        check(200, "<Copy><RequestId>r</RequestId></Copy>", "must be `CopyResponse`");
        check(200, r#"{"RequestId":"r"}"#, "the answer is not XML");
    }

    #[test]
    fn what_is_no_answer_is_malformed() {
        check("ret-code", 502, "text/html", "<html>bad gateway</html>", "must be JSON or XML");
        check("ret-code", 200, "application/json", "", "the answer is empty");
        check("ret-code", 200, "application/json", "[0]", "the answer is not a JSON object");
        check(
            "ret-code",
            200,
            "",
            "oops",
            "the answer is not JSON: expected value at line 1 column 1; it begins with \"oops\"",
        );
        let not_text = wire(json!({ "kind": "ret-code" })).verdict("Copy", 200, None, &[0xff]);
        assert!(not_text.summary().contains("the answer is not UTF-8"));
    }
}
