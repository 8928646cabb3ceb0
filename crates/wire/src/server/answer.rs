//! An outcome as an HTTP answer, in the envelope of the spec.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode, Uri};
use serde_json::{Map, Value};

use crate::{AnswerFormat, Envelope, Refusal, Style, Wire, xml};

pub(super) fn write(
    wire: &Wire,
    operation: &str,
    request_id: &str,
    format: AnswerFormat,
    outcome: Result<Value, Refusal>,
) -> Response<Bytes> {
    let root = if outcome.is_ok() { format!("{operation}Response") } else { "Error".to_owned() };
    let (status, body) = match &wire.envelope {
        Envelope::RetCode { code, message, action } => {
            (StatusCode::OK, ret_code(operation, outcome, [code, message, action]))
        }
        Envelope::HttpStatus { code, message, request_id: id, host_id } => match outcome {
            Ok(answer) => (StatusCode::OK, with_fields([(id.as_str(), Value::from(request_id))], answer)),
            Err(refusal) => {
                let status = refusal.http_status.and_then(|status| StatusCode::from_u16(status).ok());
                let body = Map::from_iter([
                    (id.clone(), Value::from(request_id)),
                    (host_id.clone(), Value::from(host(wire))),
                    (code.clone(), Value::from(refusal.code)),
                    (message.clone(), Value::from(refusal.message)),
                ]);
                (status.unwrap_or(StatusCode::BAD_REQUEST), Value::Object(body))
            }
        },
    };
    let (content_type, text) = match format {
        AnswerFormat::Json => ("application/json; charset=utf-8", body.to_string()),
        AnswerFormat::Xml => ("application/xml; charset=utf-8", xml::write(&root, &body)),
    };
    let mut response = Response::new(Bytes::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(request_id) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert(request_id_header(wire.style), request_id);
    }
    response
}

/// Where clients of the family look for the id of a request that failed.
fn request_id_header(style: Style) -> HeaderName {
    HeaderName::from_static(match style {
        Style::Ucloud => "x-ucloud-request-uuid",
        Style::Aliyun => "x-acs-request-id",
    })
}

fn ret_code(operation: &str, outcome: Result<Value, Refusal>, fields: [&String; 3]) -> Value {
    let [code, message, action] = fields.map(String::as_str);
    let name = Value::from(format!("{operation}Response"));
    match outcome {
        Ok(answer) => with_fields([(code, Value::from(0)), (action, name)], answer),
        Err(refusal) => {
            let number = refusal.code.parse::<i64>().map_or(Value::from(refusal.code), Value::from);
            with_fields(
                [(code, number), (action, name), (message, Value::from(refusal.message))],
                Value::Null,
            )
        }
    }
}

/// The envelope's fields, then the answer's own. The envelope's win.
fn with_fields<const N: usize>(fields: [(&str, Value); N], answer: Value) -> Value {
    let mut body: Map<_, _> = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    if let Value::Object(own) = answer {
        for (name, value) in own {
            body.entry(name).or_insert(value);
        }
    }
    Value::Object(body)
}

fn host(wire: &Wire) -> String {
    let uri: Option<Uri> = wire.endpoint.parse().ok();
    uri.and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_else(|| wire.endpoint.clone())
}
