//! A request before it is sent: its parts, open to signing and, for tests of a gate, to tampering after that.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HOST};
use http::uri::Authority;
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use serde_json::Value;

use crate::{Arguments, RequestError, percent};

/// The parts of a request.
pub(crate) struct Draft {
    base: Base,
    pub(crate) method: Method,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(HeaderName, String)>,
    pub(crate) body: Body,
}

/// What a body carries.
pub(crate) enum Body {
    /// Nothing.
    None,
    /// Names and values.
    Form(Vec<(String, String)>),
    /// A tree.
    Json(Arguments),
}

impl Body {
    pub(crate) fn bytes(&self) -> Bytes {
        match self {
            Body::None => Bytes::new(),
            Body::Form(pairs) => percent::query(pairs).into(),
            Body::Json(tree) => Value::Object(tree.clone()).to_string().into(),
        }
    }

    /// The content type, which some signatures cover.
    pub(crate) fn content_type(&self) -> Option<&'static str> {
        match self {
            Body::None => None,
            Body::Form(_) => Some("application/x-www-form-urlencoded"),
            Body::Json(_) => Some("application/json"),
        }
    }
}

/// The parsed URL of the target.
struct Base {
    scheme: String,
    authority: Authority,
    path: String,
}

impl Draft {
    pub(crate) fn new(base: &str, accept: &'static str) -> Result<Self, RequestError> {
        let wrong = |reason: &str| RequestError::Target { url: base.to_owned(), reason: reason.to_owned() };
        let uri: Uri = base.parse().map_err(|error: http::uri::InvalidUri| wrong(&error.to_string()))?;
        let scheme =
            uri.scheme_str().ok_or_else(|| wrong("it names no scheme; write http:// or https://"))?;
        let authority = uri.authority().ok_or_else(|| wrong("it names no host"))?;
        let query =
            percent::parse(uri.query().unwrap_or_default()).ok_or_else(|| wrong("its query is not UTF-8"))?;
        let base =
            Base { scheme: scheme.to_owned(), authority: authority.clone(), path: uri.path().to_owned() };
        let mut draft = Self { base, method: Method::GET, query, headers: Vec::new(), body: Body::None };
        draft.header(HOST, draft.host());
        draft.header(ACCEPT, accept.to_owned());
        Ok(draft)
    }

    /// The host as the `Host` header names it: without the port that the scheme implies.
    pub(crate) fn host(&self) -> String {
        let Base { scheme, authority, .. } = &self.base;
        match (scheme.as_str(), authority.port_u16()) {
            ("http", Some(80)) | ("https", Some(443)) | (_, None) => authority.host().to_owned(),
            (_, Some(port)) => format!("{}:{port}", authority.host()),
        }
    }

    pub(crate) fn path(&self) -> &str {
        &self.base.path
    }

    pub(crate) fn header(&mut self, name: HeaderName, value: String) {
        self.headers.push((name, value));
    }

    /// Changes an argument's value, or adds an argument where there is none to change.
    pub(crate) fn change(&mut self, argument: Option<&str>) {
        let pairs = match &mut self.body {
            Body::Json(tree) => return change_tree(tree, argument),
            Body::Form(pairs) => pairs,
            Body::None => &mut self.query,
        };
        match pairs.iter_mut().find(|(name, _)| Some(name.as_str()) == argument) {
            Some((_, value)) => value.push('0'),
            None => pairs.push(("Changed".to_owned(), "0".to_owned())),
        }
    }

    pub(crate) fn finish(self) -> Result<Request<Bytes>, RequestError> {
        let Base { scheme, authority, path } = &self.base;
        let query = percent::query(&self.query);
        let mark = if query.is_empty() { "" } else { "?" };
        let url = format!("{scheme}://{authority}{path}{mark}{query}");
        let length = url.len();
        let uri: Uri = url.parse().map_err(|_| RequestError::TooLong { length })?;
        let body = self.body.bytes();
        let mut request = Request::new(body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        if let Some(content_type) = self.body.content_type() {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        for (name, value) in self.headers {
            let value = HeaderValue::try_from(value)
                .map_err(|_| RequestError::Header { name: name.as_str().to_owned() })?;
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }
}

fn change_tree(tree: &mut Arguments, argument: Option<&str>) {
    match argument.and_then(|name| tree.get_mut(name)) {
        Some(Value::String(text)) => text.push('0'),
        Some(other) => *other = Value::String("changed".to_owned()),
        None => {
            tree.insert("Changed".to_owned(), Value::String("0".to_owned()));
        }
    }
}
