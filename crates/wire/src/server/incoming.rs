//! A request as it came in, read but not yet trusted.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HOST};
use http::{HeaderMap, Method, Request};
use serde_json::Value;

use super::{GateTrouble, Limits};
use crate::{AnswerFormat, Arguments, Style, Wire, pairs, percent, tree};

/// A request as it came in.
pub(super) struct Incoming {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) form: Vec<(String, String)>,
    pub(super) json: Option<Arguments>,
    pub(super) body: Bytes,
    pub(super) operation: Option<String>,
    pub(super) answer: AnswerFormat,
    headers: HeaderMap,
    host: String,
    flat: Vec<(String, String)>,
}

impl Incoming {
    pub(super) fn read(wire: &Wire, request: &Request<Bytes>, limits: Limits) -> Result<Self, GateTrouble> {
        let bad = |text: &str| GateTrouble::BadRequest(text.to_owned());
        let headers = request.headers();
        let header_bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
        if header_bytes > limits.headers {
            return Err(bad("the headers of the request are too large"));
        }
        if request.body().len() > limits.body {
            return Err(bad("the body of the request is too large"));
        }
        let not_utf8 = || bad("a parameter of the request is not UTF-8");
        let query = percent::parse(request.uri().query().unwrap_or_default()).ok_or_else(not_utf8)?;
        let mut form = Vec::new();
        let mut json = None;
        if !request.body().iter().all(u8::is_ascii_whitespace) {
            let text = std::str::from_utf8(request.body())
                .map_err(|_| bad("the body of the request is not UTF-8"))?;
            let declared = header(headers, CONTENT_TYPE.as_str()).unwrap_or_default().to_ascii_lowercase();
            if declared.contains("json") || (!declared.contains("form") && text.trim_start().starts_with('{'))
            {
                json = Some(read_json(text).map_err(GateTrouble::BadRequest)?);
            } else {
                form = percent::parse(text.trim()).ok_or_else(not_utf8)?;
            }
        }
        let in_json = json.as_ref().map(|json| pairs(json, wire.list_base)).unwrap_or_default();
        let flat = [query.as_slice(), &form, &in_json].concat();
        if flat.len() > limits.parameters {
            return Err(bad("the request has too many parameters"));
        }
        let host = header(headers, HOST.as_str())
            .or_else(|| request.uri().authority().map(|authority| authority.as_str()))
            .unwrap_or_default();
        let mut incoming = Self {
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            query,
            form,
            json,
            body: request.body().clone(),
            operation: None,
            answer: AnswerFormat::Json,
            headers: headers.clone(),
            host: host.to_owned(),
            flat,
        };
        incoming.operation = incoming.wanted_operation();
        incoming.answer = match wire.style {
            // This family knows JSON alone.
            Style::Ucloud => AnswerFormat::Json,
            Style::Aliyun => incoming.wanted_answer(),
        };
        Ok(incoming)
    }

    /// A parameter, wherever it travels.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.flat.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// A header; `host` also where HTTP/2 puts it.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        if name == HOST.as_str() { Some(&self.host) } else { header(&self.headers, name) }
    }

    /// All parameters by their dotted names.
    pub(super) fn flat(&self) -> &[(String, String)] {
        &self.flat
    }

    /// The arguments of the operation: everything that is not the wire's own.
    pub(super) fn arguments(&self, wire: &Wire) -> Arguments {
        tree(self.flat.iter().filter(|(name, _)| !wire.adds(name)).cloned())
    }

    fn wanted_operation(&self) -> Option<String> {
        let named = self.parameter("Action").or_else(|| self.header("x-acs-action"));
        named.filter(|name| !name.is_empty()).map(str::to_owned)
    }

    fn wanted_answer(&self) -> AnswerFormat {
        let by_header = || {
            self.header(ACCEPT.as_str()).filter(|accept| accept.contains("xml") && !accept.contains("json"))
        };
        match self.parameter("Format") {
            Some(format) if format.eq_ignore_ascii_case("xml") => AnswerFormat::Xml,
            // Browsers accept XML too, among much else; HTML tells them apart.
            None if by_header().is_some_and(|accept| !accept.contains("html")) => AnswerFormat::Xml,
            _ => AnswerFormat::Json,
        }
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn read_json(text: &str) -> Result<Arguments, String> {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err("the body of the request is not a JSON object".to_owned()),
        Err(error) => Err(format!("the body of the request is not JSON: {error}")),
    }
}
