//! A request and its answer as they went over the wire, and as a report shows them. Most cases hold, so nothing is written
//! out before it is needed.

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST};

use suite::Twist;
use wire::Credentials;

use crate::Exchange;
use crate::answer::{Answer, Silence};

/// Longer answers are cut in exchanges: a report is for reading.
const LONGEST_ANSWER: usize = 16 << 10;
/// Of a case that held a glance is enough.
const LONGEST_HELD_ANSWER: usize = 2 << 10;

/// One request and what came of it.
pub(crate) struct Sent {
    purpose: &'static str,
    twist: Twist,
    request: Request<Bytes>,
    came: Result<(u16, Bytes), String>,
}

impl Sent {
    pub(crate) fn new(
        purpose: &'static str,
        twist: Twist,
        request: Request<Bytes>,
        answer: &Result<Answer, Silence>,
    ) -> Self {
        let came = match answer {
            Ok(answer) => Ok((answer.status, answer.body.clone())),
            Err(silence) => Err(silence.detail.clone()),
        };
        Self { purpose, twist, request, came }
    }

    /// The whole of it.
    pub(crate) fn exchange(&self, credentials: Option<&Credentials>) -> Exchange {
        self.shown(LONGEST_ANSWER, credentials)
    }

    /// The beginning of it.
    pub(crate) fn glance(&self, credentials: Option<&Credentials>) -> Exchange {
        self.shown(LONGEST_HELD_ANSWER, credentials)
    }

    fn shown(&self, longest: usize, credentials: Option<&Credentials>) -> Exchange {
        let request = &self.request;
        let matters = |name: &http::HeaderName| *name != HOST && *name != ACCEPT && *name != CONTENT_LENGTH;
        let headers = request.headers().iter().filter(|(name, _)| matters(name));
        let (status, answer) = match &self.came {
            Ok((status, body)) => (Some(*status), cut(&String::from_utf8_lossy(body), longest)),
            Err(detail) => (None, format!("({detail})")),
        };
        let curl = match self.twist {
            // The nonce that was used before is the point.
            Twist::NonceReplayed => wire::curl(request),
            twist => wire::replay(request, credentials, twist == Twist::TimeExpired),
        };
        Exchange {
            purpose: self.purpose.to_owned(),
            method: request.method().to_string(),
            url: request.uri().to_string(),
            headers: headers
                .map(|(name, value)| {
                    (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
                })
                .collect(),
            body: String::from_utf8_lossy(request.body()).into_owned(),
            curl,
            status,
            answer,
        }
    }
}

/// The beginning of a text, with a word on how much is left out.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(most);
    format!("{}… ({} bytes in all)", &text[..end], text.len())
}
