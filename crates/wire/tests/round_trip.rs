//! Requests that the client side makes, before the gate of the server side: each style, carrier, signature and answer.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Value, json};
use wire::{
    AnswerFormat, Arguments, Call, Caller, Carrier, Credentials, Dispatch, Envelope, Gate, GateTrouble,
    Refusal, Secret, Server, Signature, Stamp, Style, Tamper, Verdict, Wire,
};

const NOW: i64 = 1_795_323_796_000;

struct Echo;

impl Dispatch for Echo {
    fn knows(&self, operation: &str) -> bool {
        matches!(operation, "Echo" | "Refuse")
    }

    async fn dispatch(
        &self,
        caller: &Caller,
        operation: &str,
        arguments: &Arguments,
    ) -> Result<Value, Refusal> {
        match operation {
            "Refuse" => Err(Refusal::new(Some(404), "8039", "no such <image>")),
            _ => Ok(json!({ "Account": caller.account, "Region": caller.region, "Echo": arguments })),
        }
    }
}

#[derive(Default)]
struct Door {
    nonces: Mutex<HashSet<String>>,
    open: bool,
}

impl Gate for Door {
    fn secret(&self, key_id: &str) -> Option<(String, Secret)> {
        (key_id == "AKID").then(|| ("alice".to_owned(), Secret::new("s3cr3t")))
    }

    fn now_millis(&self) -> i64 {
        NOW
    }

    fn remember_nonce(&self, key_id: &str, nonce: &str, _: i64, _: i64) -> Result<(), GateTrouble> {
        let is_new = self.nonces.lock().expect("no panic").insert(format!("{key_id} {nonce}"));
        if is_new { Ok(()) } else { Err(GateTrouble::NonceUsed) }
    }

    fn refusal(&self, trouble: GateTrouble) -> Refusal {
        Refusal::new(Some(400), "170", format!("{trouble:?}"))
    }

    fn new_request_id(&self) -> String {
        "request-1".to_owned()
    }

    fn after(&self, operation: &str, answer: &mut Response<Bytes>) {
        answer.headers_mut().insert("x-operation", operation.parse().expect("a name"));
    }

    fn checks_signature(&self) -> bool {
        !self.open
    }
}

fn ucloud() -> Wire {
    Wire {
        style: Style::Ucloud,
        endpoint: "https://api.ucloud.cn/".to_owned(),
        version: None,
        carrier: Carrier::Form,
        list_base: 0,
        envelope: Envelope::RetCode {
            code: "RetCode".into(),
            message: "Message".into(),
            action: "Action".into(),
        },
        signature: vec![Signature::UcloudSha1],
    }
}

fn aliyun() -> Wire {
    Wire {
        style: Style::Aliyun,
        endpoint: "https://ecs.aliyuncs.com/".to_owned(),
        version: Some("2014-05-26".to_owned()),
        carrier: Carrier::Query,
        list_base: 1,
        envelope: Envelope::HttpStatus {
            code: "Code".into(),
            message: "Message".into(),
            request_id: "RequestId".into(),
            host_id: "HostId".into(),
        },
        signature: vec![Signature::AliyunV1, Signature::Acs3],
    }
}

fn arguments() -> Arguments {
    let tree = json!({
        "RegionId": "cn-hangzhou",
        "Name": "镜像 a+b&c=*~/'\"%",
        "Empty": "",
        "Force": true,
        "Size": 40.0,
        "List": ["a", "b"],
        "Tag": [{ "Key": "k", "Value": "v" }],
        "SystemDisk": { "Size": 20 },
    });
    tree.as_object().cloned().expect("a tree")
}

fn ways() -> Vec<(Wire, Signature, Carrier)> {
    let carriers = [Carrier::Query, Carrier::Form, Carrier::Json];
    let styles =
        [(ucloud(), Signature::UcloudSha1), (aliyun(), Signature::AliyunV1), (aliyun(), Signature::Acs3)];
    styles.into_iter().flat_map(|(wire, s)| carriers.map(|carrier| (wire.clone(), s, carrier))).collect()
}

struct Sender {
    wire: Wire,
    signature: Signature,
    carrier: Carrier,
    answer: AnswerFormat,
    credentials: Option<Credentials>,
    stamp: Stamp,
    tamper: Tamper,
}

impl Sender {
    fn new((wire, signature, carrier): (Wire, Signature, Carrier)) -> Self {
        let stamp = Stamp { unix_millis: NOW + 60_000, nonce: "n1".to_owned() };
        let credentials = Some(Credentials::new("AKID", "s3cr3t"));
        Self {
            wire,
            signature,
            carrier,
            answer: AnswerFormat::Json,
            credentials,
            stamp,
            tamper: Tamper::None,
        }
    }

    fn request(&self, operation: Option<&str>, arguments: &Arguments) -> Request<Bytes> {
        let call = Call {
            operation,
            arguments,
            credentials: self.credentials.as_ref(),
            stamp: &self.stamp,
            carrier: self.carrier,
            signature: self.signature,
            answer: self.answer,
        };
        self.wire.spoilt_request("http://127.0.0.1:8080", &call, self.tamper).expect("a request")
    }

    async fn send(&self, operation: Option<&str>, door: &Arc<Door>) -> Verdict {
        let server = Server::new(self.wire.clone(), Echo, door.clone());
        let response = server.answer(self.request(operation, &arguments())).await;
        let content_type = response.headers()["content-type"].to_str().expect("text");
        assert_eq!(response.headers()["x-operation"], operation.unwrap_or_default());
        self.wire.verdict(
            operation.unwrap_or_default(),
            response.status().as_u16(),
            Some(content_type),
            response.body(),
        )
    }

    fn name(&self) -> String {
        format!("{:?} {:?} {:?}", self.signature, self.carrier, self.answer)
    }
}

/// What stopped a request, without what is told beside it; a secret is never told.
fn trouble(verdict: Verdict) -> String {
    match verdict {
        Verdict::Refused { message, .. } => {
            assert!(!message.contains("s3cr3t"), "{message}");
            message.split(" {").next().unwrap_or_default().to_owned()
        }
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn every_way_to_send_a_call_arrives_as_the_same_tree() {
    for way in ways() {
        for answer in [AnswerFormat::Json, AnswerFormat::Xml] {
            let mut sender = Sender::new(way.clone());
            sender.answer = answer;
            if answer == AnswerFormat::Xml && sender.wire.style == Style::Ucloud {
                continue;
            }
            let verdict = sender.send(Some("Echo"), &Arc::default()).await;
            let Verdict::Accepted { body, request_id } = verdict else {
                panic!("{}: {verdict:?}", sender.name())
            };
            let echo = json!({
                "RegionId": "cn-hangzhou", "Name": "镜像 a+b&c=*~/'\"%", "Empty": "", "Force": "true", "Size": "40",
                "List": ["a", "b"], "Tag": [{ "Key": "k", "Value": "v" }], "SystemDisk": { "Size": "20" },
            });
            let mut expected = json!({ "Account": "alice", "Region": "cn-hangzhou", "Echo": echo });
            if answer == AnswerFormat::Xml {
                // A single item that does not stand below its plural is no list in XML.
                expected["Echo"]["Tag"] = json!({ "Key": "k", "Value": "v" });
            }
            for (name, value) in expected.as_object().expect("a tree") {
                assert_eq!(&body[name], value, "{}", sender.name());
            }
            let envelope_id = (sender.wire.style == Style::Aliyun).then(|| "request-1".to_owned());
            assert_eq!(request_id, envelope_id);
        }
    }
}

#[tokio::test]
async fn a_refusal_is_told_in_the_envelope_of_the_family() {
    for way in ways() {
        let sender = Sender::new(way);
        let Verdict::Refused { http_status, code, message, body, .. } =
            sender.send(Some("Refuse"), &Arc::default()).await
        else {
            panic!("{}", sender.name())
        };
        assert_eq!((code.as_str(), message.as_str()), ("8039", "no such <image>"));
        let expected = match sender.wire.style {
            Style::Ucloud => {
                (200, json!({ "RetCode": 8039, "Action": "RefuseResponse", "Message": message }))
            }
            Style::Aliyun => (
                404,
                json!({ "RequestId": "request-1", "HostId": "ecs.aliyuncs.com", "Code": "8039", "Message": message }),
            ),
        };
        assert_eq!((http_status, body), expected);
    }
}

#[tokio::test]
async fn every_spoilt_request_is_stopped_at_the_gate() {
    for way in ways() {
        let door = Arc::<Door>::default();
        let spoilt = |spoil: &dyn Fn(&mut Sender)| {
            let mut sender = Sender::new(way.clone());
            spoil(&mut sender);
            sender
        };
        let cases: [(&str, Sender); 6] = [
            ("SignatureMissing", spoilt(&|s| s.tamper = Tamper::SignatureMissing)),
            ("SignatureMissing", spoilt(&|s| s.credentials = None)),
            ("SignatureWrong", spoilt(&|s| s.tamper = Tamper::SignatureWrong)),
            ("SignatureWrong", spoilt(&|s| s.tamper = Tamper::ChangedAfterSigning)),
            ("SignatureWrong", spoilt(&|s| s.credentials = Some(Credentials::new("AKID", "other")))),
            ("KeyUnknown", spoilt(&|s| s.credentials = Some(Credentials::new("NOBODY", "s3cr3t")))),
        ];
        for (expected, sender) in cases {
            assert_eq!(trouble(sender.send(Some("Echo"), &door).await), expected, "{}", sender.name());
        }
        let late = spoilt(&|s| s.stamp.unix_millis = NOW - 86_400_000);
        assert_eq!(trouble(late.send(Some("Echo"), &door).await), "TimeExpired", "{}", late.name());
        let sender = Sender::new(way.clone());
        assert_eq!(trouble(sender.send(None, &door).await), "OperationMissing");
        assert_eq!(trouble(sender.send(Some("Other"), &door).await), "OperationUnknown(\"Other\")");
        assert!(sender.send(Some("Echo"), &door).await.is_accepted(), "nothing above used the nonce up");
        if sender.wire.style == Style::Aliyun {
            assert_eq!(trouble(sender.send(Some("Echo"), &door).await), "NonceUsed");
            let mut other = Sender::new(way.clone());
            other.wire.version = Some("2015-01-01".to_owned());
            let request = other.request(Some("Echo"), &Arguments::new());
            let response = Server::new(aliyun(), Echo, door.clone()).answer(request).await;
            assert!(String::from_utf8_lossy(response.body()).contains("VersionWrong"));
        }
    }
}

#[tokio::test]
async fn an_open_gate_asks_for_nothing() {
    let door = Arc::new(Door { open: true, ..Door::default() });
    for way in ways() {
        let mut sender = Sender::new(way);
        sender.credentials = None;
        assert!(sender.send(Some("Echo"), &door).await.is_accepted(), "{}", sender.name());
    }
}

async fn answer(wire: Wire, request: http::request::Builder, body: &'static str) -> String {
    let door = Arc::new(Door { open: true, ..Door::default() });
    let request = request.body(Bytes::from_static(body.as_bytes())).expect("a request");
    let response = Server::new(wire, Echo, door).answer(request).await;
    String::from_utf8_lossy(response.body()).into_owned()
}

#[tokio::test]
async fn parameters_come_from_query_and_body_alike() {
    let mixed = Request::post("/?Action=Echo&A=1").header("content-type", "application/json");
    let body = answer(ucloud(), mixed, r#"{"B":[true,2],"C.0":"x"}"#).await;
    assert!(body.contains(r#""Echo":{"A":"1","B":["true","2"],"C":["x"]}"#), "{body}");
    let bare = Request::post("/").header("x-acs-action", "Echo").header("x-acs-version", "2014-05-26");
    let body = answer(aliyun(), bare, "List.N=a+b&Tag.n.Key=%C3%A4").await;
    assert!(body.contains(r#""Echo":{"List":["a b"],"Tag":[{"Key":"ä"}]}"#), "{body}");
}

#[tokio::test]
async fn what_cant_be_read_is_a_bad_request() {
    let json = || Request::post("/?Action=Echo").header("content-type", "application/json");
    for (request, body, expected) in [
        (json(), "{", "is not JSON: EOF"),
        (json(), "[1]", "is not a JSON object"),
        (Request::post("/?Action=%ff"), "", "is not UTF-8"),
        (Request::post("/"), "A=%ff", "is not UTF-8"),
        (Request::get("/").header("x-large", "x".repeat(70_000)), "", "headers of the request are too large"),
    ] {
        let answer = answer(ucloud(), request, body).await;
        assert!(answer.contains("BadRequest") && answer.contains(expected), "{answer}");
    }
    let large = Request::post("/").body(Bytes::from(vec![b'a'; 2 << 20])).expect("a request");
    let response = Server::new(ucloud(), Echo, Arc::new(Door::default())).answer(large).await;
    assert!(String::from_utf8_lossy(response.body()).contains("body of the request is too large"));
}

/// The request of the official Tea client, as it was logged; recomputed here from the documented steps alone.
#[tokio::test]
async fn acs3_as_documented_is_taken() {
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::{Digest, Sha256};
    let empty = hex::encode(Sha256::digest(b""));
    let headers = [
        ("host", "127.0.0.1:8080"),
        ("x-acs-action", "Echo"),
        ("x-acs-content-sha256", &empty),
        ("x-acs-credentials-provider", "static_ak"),
        ("x-acs-date", "2026-11-22T05:03:16Z"),
        ("x-acs-signature-nonce", "n9"),
        ("x-acs-version", "2014-05-26"),
    ];
    let lines: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let names = headers.map(|(name, _)| name).join(";");
    let canonical = format!("POST\n/\nEncrypted=False&Tag.1.Key=a%20b\n{lines}\n{names}\n{empty}");
    let text = format!("ACS3-HMAC-SHA256\n{}", hex::encode(Sha256::digest(canonical)));
    let mut mac = Hmac::<Sha256>::new_from_slice(b"s3cr3t").expect("any key");
    mac.update(text.as_bytes());
    let signature = hex::encode(mac.finalize().into_bytes());
    let mut request = Request::post("/?Tag.1.Key=a%20b&Encrypted=False");
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let authorization =
        format!("ACS3-HMAC-SHA256 Credential=AKID,SignedHeaders={names},Signature={signature}");
    let request = request.header("authorization", authorization).body(Bytes::new()).expect("a request");
    let response = Server::new(aliyun(), Echo, Arc::new(Door::default())).answer(request).await;
    assert_eq!(response.status(), 200, "{response:?}");
}

#[test]
fn a_url_that_is_none_or_too_long_is_told() {
    let sender = Sender::new((aliyun(), Signature::AliyunV1, Carrier::Query));
    let long = Arguments::from_iter([("A".to_owned(), json!("x".repeat(70_000)))]);
    let call = |arguments, base: &str| {
        let call = Call {
            operation: Some("Echo"),
            arguments,
            credentials: None,
            stamp: &sender.stamp,
            carrier: Carrier::Query,
            signature: Signature::AliyunV1,
            answer: AnswerFormat::Json,
        };
        sender.wire.request(base, &call).expect_err("no request").to_string()
    };
    assert!(call(&long, "http://localhost").contains("send the arguments as a form"));
    let none = Arguments::new();
    assert!(call(&none, "localhost:80/x").contains("`localhost:80/x` is no URL to send requests to"));
    assert!(call(&none, "/x").contains("it names no scheme"));
}
