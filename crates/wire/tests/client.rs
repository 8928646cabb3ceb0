//! What a generated client sends, and how often: a request that might do its work twice travels once.

use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use wire::{
    Again, CallError, Carrier, Client, Envelope, Operation, Paged, Place, Refused, Style, Transport,
    TransportError, Violations, Wire,
};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Answer {
    images: Vec<String>,
    total_count: Option<i64>,
}

macro_rules! request {
    ($name:ident, $again:expr) => {
        #[derive(Debug, Clone, Default, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", default)]
        struct $name {
            client_token: Option<String>,
            offset: Option<i64>,
        }

        impl Operation for $name {
            type Answer = Answer;
            const NAME: &'static str = stringify!($name);
            const ROWS: &'static [Place] = &[];
            const REQUIRED: &'static [&'static str] = &[];
            const AGAIN: Again = $again;

            fn validate(&self) -> Result<(), Violations> {
                Ok(())
            }
        }
    };
}

request!(DescribeImages, Again::Always);
request!(CopyImage, Again::WithToken("ClientToken"));
request!(CopyCustomImage, Again::Never);

impl Paged for DescribeImages {
    fn next(mut self, answer: &Answer) -> Option<Self> {
        let taken = answer.images.len();
        self.offset = Some(wire::paging::next_offset(self.offset, None, taken, answer.total_count)?);
        Some(self)
    }
}

/// What answers the first requests; after that comes a page of one image.
#[derive(Clone, Copy)]
enum At {
    NoAnswer,
    Http(u16, &'static str),
}

struct Flaky {
    first: u32,
    at: At,
    sent: AtomicU32,
}

impl Transport for &Flaky {
    async fn send(&self, _: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        let (status, body) = match self.at {
            _ if sent >= self.first => (200, r#"{"RetCode":0,"Images":["a"],"TotalCount":3}"#),
            At::NoAnswer => return Err(TransportError::new("the connection was lost")),
            At::Http(status, body) => (status, body),
        };
        let answer = http::Response::builder().status(status).header("content-type", "application/json");
        Ok(answer.body(Bytes::from_static(body.as_bytes())).expect("is an answer"))
    }
}

fn flaky(first: u32, at: At) -> Flaky {
    Flaky { first, at, sent: AtomicU32::new(0) }
}

fn client(flaky: &Flaky) -> Client<&Flaky> {
    let wire = Wire {
        style: Style::Ucloud,
        endpoint: "http://localhost/".to_owned(),
        version: None,
        carrier: Carrier::Form,
        list_base: 0,
        envelope: Envelope::RetCode {
            code: "RetCode".to_owned(),
            message: "Message".to_owned(),
            action: "Action".to_owned(),
        },
        signature: Vec::new(),
    };
    Client::new(flaky, None, wire)
}

async fn sent<R: Operation>(request: &R, at: At) -> (u32, bool) {
    let flaky = flaky(2, at);
    let answer: Result<_, CallError<Refused>> = client(&flaky).send(request).await;
    (flaky.sent.load(Ordering::Relaxed), answer.is_ok())
}

#[tokio::test]
async fn what_is_safe_is_sent_again_and_nothing_else() {
    let token = CopyImage { client_token: Some("once".to_owned()), offset: None };
    for at in [At::NoAnswer, At::Http(503, "busy"), At::Http(502, r#"{"RetCode":150,"Message":"busy"}"#)] {
        assert_eq!(sent(&DescribeImages::default(), at).await, (3, true));
        assert_eq!(sent(&token, at).await, (3, true));
        assert_eq!(sent(&CopyImage::default(), at).await, (1, false));
        assert_eq!(sent(&CopyCustomImage::default(), at).await, (1, false));
    }
}

#[tokio::test]
async fn a_refusal_is_the_last_word() {
    let refused = At::Http(200, r#"{"RetCode":2001,"Message":"no"}"#);
    assert_eq!(sent(&DescribeImages::default(), refused).await, (1, false));
}

#[tokio::test]
async fn a_client_gives_up_after_its_retries() {
    let flaky = flaky(9, At::NoAnswer);
    let answer: Result<_, CallError<Refused>> =
        client(&flaky).with_retries(4).send(&DescribeImages::default()).await;
    assert!(matches!(answer, Err(CallError::Transport(_))));
    assert_eq!(flaky.sent.load(Ordering::Relaxed), 5);
}

#[tokio::test]
async fn pages_come_one_after_the_other() {
    let flaky = flaky(0, At::NoAnswer);
    let client = client(&flaky);
    let pages = client.pages::<_, Refused>(DescribeImages::default());
    let pages: Vec<Answer> = pages.try_collect().await.expect("all come");
    assert_eq!((pages.len(), flaky.sent.load(Ordering::Relaxed)), (3, 3));
}
