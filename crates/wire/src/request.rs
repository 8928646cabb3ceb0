//! From a call to an HTTP request: common parameters, carrier, signature.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderName, Method, Request};
use jiff::Timestamp;
use serde_json::Value;
use thiserror::Error;

use crate::draft::{Body, Draft};
use crate::signature::{self, Acs3};
use crate::{AnswerFormat, Arguments, Carrier, Credentials, Signature, Stamp, Style, Wire, pairs};

/// A call of an operation.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The operation's name. `None` leaves it out.
    pub operation: Option<&'a str>,
    /// Its arguments, without those that the wire adds.
    pub arguments: &'a Arguments,
    /// Who calls. `None` sends neither key nor signature.
    pub credentials: Option<&'a Credentials>,
    /// Time and nonce.
    pub stamp: &'a Stamp,
    /// What carries the arguments.
    pub carrier: Carrier,
    /// The signature that the request bears.
    pub signature: Signature,
    /// How the answer is asked for.
    pub answer: AnswerFormat,
}

/// How a request is spoilt after it was made, for tests of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tamper {
    /// Not at all.
    #[default]
    None,
    /// The signature is left out; the key stays.
    SignatureMissing,
    /// One character of the signature is another.
    SignatureWrong,
    /// An argument is another than the one that was signed.
    ChangedAfterSigning,
}

/// Why a request can't be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The target's URL is none.
    #[error("`{url}` is no URL to send requests to: {reason}")]
    Target {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The URL is longer than any HTTP library takes.
    #[error("the URL would be {length} bytes long, a URL holds at most 65534; send the arguments as a form")]
    TooLong {
        /// Its length.
        length: usize,
    },
    /// A header's value is not printable.
    #[error("the value of header `{name}` can't travel: it must be printable ASCII")]
    Header {
        /// The header.
        name: String,
    },
}

impl Wire {
    /// Makes the request for a call. `base` is the URL of the target.
    pub fn request(&self, base: &str, call: &Call<'_>) -> Result<Request<Bytes>, RequestError> {
        self.spoilt_request(base, call, Tamper::None)
    }

    /// Like [`Wire::request`], spoilt after signing.
    pub fn spoilt_request(
        &self,
        base: &str,
        call: &Call<'_>,
        tamper: Tamper,
    ) -> Result<Request<Bytes>, RequestError> {
        let accept = match call.answer {
            AnswerFormat::Json => "application/json",
            AnswerFormat::Xml => "application/xml",
        };
        let mut draft = Draft::new(base, accept)?;
        match (self.style, call.signature) {
            (Style::Ucloud, _) => self.ucloud(&mut draft, call, tamper),
            (Style::Aliyun, Signature::Acs3) => self.acs3(&mut draft, call, tamper),
            (Style::Aliyun, _) => self.aliyun_v1(&mut draft, call, tamper),
        }
        if tamper == Tamper::ChangedAfterSigning {
            let first = match draft.body {
                Body::Json(_) => call.arguments.keys().next().cloned(),
                _ => pairs(call.arguments, self.list_base).into_iter().next().map(|(name, _)| name),
            };
            draft.change(first.as_deref());
        }
        draft.finish()
    }

    fn ucloud(&self, draft: &mut Draft, call: &Call<'_>, tamper: Tamper) {
        draft.header(HeaderName::from_static("u-timestamp-ms"), call.stamp.unix_millis.to_string());
        let action = call.operation.map(|operation| ("Action".to_owned(), operation.to_owned()));
        let key = call.credentials.map(|credentials| ("PublicKey".to_owned(), credentials.id.clone()));
        if call.carrier == Carrier::Json {
            draft.method = Method::POST;
            let mut body: Arguments = texts(action).collect();
            body.extend(call.arguments.clone());
            body.extend(texts(key));
            let signed = call.credentials.map(|c| signature::ucloud_sha1_tree(&body, c.secret()));
            body.extend(texts(signature_field(signed, tamper)));
            draft.body = Body::Json(body);
            return;
        }
        let mut parameters: Vec<_> = action.into_iter().collect();
        parameters.extend(pairs(call.arguments, self.list_base));
        parameters.extend(key);
        // A query that the target's own URL brings along is part of what the gate sees.
        let all = [draft.query.as_slice(), &parameters].concat();
        let signed = call.credentials.map(|c| signature::ucloud_sha1(&all, c.secret()));
        parameters.extend(signature_field(signed, tamper));
        draft.carry(parameters, call.carrier);
    }

    fn aliyun_v1(&self, draft: &mut Draft, call: &Call<'_>, tamper: Tamper) {
        let mut common: Vec<(String, String)> = Vec::new();
        let mut add = |name: &str, value: &str| common.push((name.to_owned(), value.to_owned()));
        if let Some(operation) = call.operation {
            add("Action", operation);
        }
        if let Some(version) = &self.version {
            add("Version", version);
        }
        add("Format", format_word(call.answer));
        if let Some(credentials) = call.credentials {
            add("AccessKeyId", &credentials.id);
            add("SignatureMethod", "HMAC-SHA1");
            add("SignatureVersion", "1.0");
            add("SignatureNonce", &call.stamp.nonce);
            add("Timestamp", &iso8601(call.stamp.unix_millis));
        }
        draft.method = if call.carrier == Carrier::Query { Method::GET } else { Method::POST };
        let arguments = pairs(call.arguments, self.list_base);
        let signed = call.credentials.map(|c| {
            let all = draft.query.iter().chain(&common).chain(&arguments);
            signature::aliyun_v1(draft.method.as_str(), all, c.secret())
        });
        let signed = signature_field(signed, tamper);
        if call.carrier == Carrier::Json {
            draft.query.extend(common.into_iter().chain(signed));
            draft.body = Body::Json(call.arguments.clone());
        } else {
            draft.carry(common.into_iter().chain(arguments).chain(signed).collect(), call.carrier);
        }
    }

    fn acs3(&self, draft: &mut Draft, call: &Call<'_>, tamper: Tamper) {
        match call.carrier {
            Carrier::Json => draft.body = Body::Json(call.arguments.clone()),
            carrier => draft.carry(pairs(call.arguments, self.list_base), carrier),
        }
        draft.method = Method::POST;
        if call.answer == AnswerFormat::Xml {
            draft.query.push(("Format".to_owned(), format_word(call.answer).to_owned()));
        }
        let body_hash = signature::body_hash(&draft.body.bytes());
        let action = call.operation.map(|operation| ("x-acs-action", operation.to_owned()));
        let version = self.version.clone().map(|version| ("x-acs-version", version));
        let mut headers: Vec<(&'static str, String)> = action.into_iter().chain(version).collect();
        if let Some(credentials) = call.credentials {
            headers.push(("x-acs-date", iso8601(call.stamp.unix_millis)));
            headers.push(("x-acs-signature-nonce", call.stamp.nonce.clone()));
            headers.push(("x-acs-content-sha256", body_hash.clone()));
            let content_type = draft.body.content_type().map(|value| ("content-type", value.to_owned()));
            let host = ("host", draft.host());
            let signed: Vec<(String, String)> = headers
                .iter()
                .cloned()
                .chain(content_type)
                .chain([host])
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            let request = Acs3 {
                method: draft.method.as_str(),
                path: draft.path(),
                query: &draft.query,
                headers: &signed,
                body_hash: &body_hash,
            };
            let (id, names) = (&credentials.id, request.signed_headers());
            let signature = signature_field(Some(signature::acs3(&request, credentials.secret())), tamper)
                .map(|(_, signature)| format!(",Signature={signature}"))
                .unwrap_or_default();
            let authorization = format!("ACS3-HMAC-SHA256 Credential={id},SignedHeaders={names}{signature}");
            draft.header(AUTHORIZATION, authorization);
        }
        for (name, value) in headers {
            draft.header(HeaderName::from_static(name), value);
        }
    }
}

impl Draft {
    fn carry(&mut self, parameters: Vec<(String, String)>, carrier: Carrier) {
        if carrier == Carrier::Form {
            self.method = Method::POST;
            self.body = Body::Form(parameters);
        } else {
            self.query.extend(parameters);
        }
    }
}

/// The `Signature` parameter, spoilt or left out as the tampering wants it.
fn signature_field(signature: Option<String>, tamper: Tamper) -> Option<(String, String)> {
    let signature = match tamper {
        Tamper::SignatureMissing => None,
        Tamper::SignatureWrong => signature.map(|signature| another(&signature)),
        Tamper::None | Tamper::ChangedAfterSigning => signature,
    };
    signature.map(|signature| ("Signature".to_owned(), signature))
}

fn another(signature: &str) -> String {
    let first = if signature.starts_with('a') { 'b' } else { 'a' };
    std::iter::once(first).chain(signature.chars().skip(1)).collect()
}

fn texts(pairs: impl IntoIterator<Item = (String, String)>) -> impl Iterator<Item = (String, Value)> {
    pairs.into_iter().map(|(name, value)| (name, Value::String(value)))
}

fn format_word(answer: AnswerFormat) -> &'static str {
    match answer {
        AnswerFormat::Json => "JSON",
        AnswerFormat::Xml => "XML",
    }
}

/// `2026-11-22T05:03:16Z`. A time outside of what calendars know is written as the first of 1970.
fn iso8601(unix_millis: i64) -> String {
    let time = Timestamp::from_millisecond(unix_millis).unwrap_or_default();
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
