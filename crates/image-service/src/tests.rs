//! The services as a caller meets them: in process, on a port, after a restart, with faults.

use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use http::{Request, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower::ServiceExt;
use wire::{AnswerFormat, Call, Carrier, Credentials, Stamp, Wire};

use crate::faults::Fault;
use crate::{Error, InProcess, Limits, Options, Service, in_process, serve, specs};

fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

fn wire_of(spec: &str) -> Wire {
    match spec {
        "ucloud-image" => ucloud_image::wire(),
        "sigcal-image" => sigcal_image::wire(),
        "aliyun-image" => aliyun_image::wire(),
        _ => aliyun_image_web::wire(),
    }
}

fn request(wire: &Wire, base: &str, key: &Credentials, operation: &str, arguments: &Value) -> Request<Bytes> {
    static NONCE: AtomicU64 = AtomicU64::new(0);
    let nonce = format!("nonce-{}", NONCE.fetch_add(1, Ordering::Relaxed));
    let call = Call {
        operation: Some(operation),
        arguments: arguments.as_object().expect("arguments are an object"),
        credentials: Some(key),
        stamp: &Stamp { unix_millis: now(), nonce },
        carrier: Carrier::Query,
        signature: wire.signature[0],
        answer: AnswerFormat::Json,
    };
    wire.request(base, &call).expect("a request")
}

async fn answer(service: &Service, request: Request<Bytes>) -> (u16, Value) {
    let answer = match service.clone().oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).expect("JSON"))
}

struct Client {
    wire: Wire,
    running: InProcess,
}

impl Client {
    fn new(spec: &str, options: &Options) -> Client {
        Client { wire: wire_of(spec), running: in_process(spec, options).expect("a service") }
    }

    fn request(&self, operation: &str, arguments: Value) -> Request<Bytes> {
        request(&self.wire, "http://127.0.0.1/", &self.running.credentials, operation, &arguments)
    }

    async fn call(&self, operation: &str, arguments: Value) -> (u16, Value) {
        answer(&self.running.service, self.request(operation, arguments)).await
    }
}

fn copy() -> Value {
    json!({ "RegionId": "cn-hangzhou", "ImageId": "m-available", "DestinationRegionId": "cn-shanghai" })
}

fn faulty(fault: Fault) -> Options {
    Options { faults: vec![fault], ..Options::default() }
}

#[tokio::test]
async fn every_spec_has_a_service_that_answers() {
    for spec in specs() {
        let client = Client::new(spec, &Options::default());
        let (status, body) = client.call("NoSuchOperation", json!({})).await;
        match *spec {
            "ucloud-image" | "sigcal-image" => assert_eq!((status, &body["RetCode"]), (200, &json!(161))),
            _ => assert_eq!((status, &body["Code"]), (404, &json!("InvalidAction.NotFound"))),
        }
    }
}

#[tokio::test]
async fn a_copy_goes_from_page_to_world_and_back() {
    let client = Client::new("aliyun-image", &Options::default());
    let (status, copied) = client.call("CopyImage", copy()).await;
    assert_eq!(status, 200, "{copied}");
    let (status, refused) =
        client.call("CopyImage", json!({ "RegionId": "cn-hangzhou", "ImageId": "m-making" })).await;
    assert_eq!((status, &refused["Message"]), (400, &json!("The image not available.")));
    let arguments = json!({ "RegionId": "cn-shanghai", "ImageId": copied["ImageId"], "Status": "Available,Creating,Waiting" });
    let (_, listed) = client.call("DescribeImages", arguments).await;
    assert_eq!(listed["Images"]["Image"][0]["IsCopied"], true, "{listed}");
}

#[tokio::test]
async fn a_batch_is_told_apart_from_a_single_copy() {
    let client = Client::new("sigcal-image", &Options::default());
    let one =
        json!({ "Region": "cn-bj2", "SourceImageId": "uimage-abc123", "TargetProjectId": "org-def456" });
    let (_, copied) = client.call("CopyCustomImage", one.clone()).await;
    assert!(copied["TargetImageId"].is_string() && copied.get("Infos").is_none(), "{copied}");
    let mut batch = one;
    batch["TargetRegionList"] = json!(["cn-zj", "hk"]);
    let (_, copied) = client.call("CopyCustomImage", batch).await;
    assert_eq!(copied["Infos"].as_array().map(Vec::len), Some(2), "{copied}");
    assert_eq!(copied["Infos"][1]["TargetRegion"], "hk");
    assert!(copied.get("TargetImageId").is_none());
}

#[tokio::test]
async fn what_was_answered_is_there_after_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data_dir: Some(directory.path().to_owned()), ..Options::default() };
    let client = Client::new("aliyun-image", &options);
    let (_, copied) = client.call("CopyImage", copy()).await;
    let second = in_process("aliyun-image", &options);
    assert!(matches!(second, Err(Error::Store(_))), "two services may not share a store");
    drop(client);

    let client = Client::new("aliyun-image", &options);
    let arguments = json!({ "RegionId": "cn-shanghai", "ImageId": copied["ImageId"], "Status": "Available,Creating,Waiting" });
    let (_, listed) = client.call("DescribeImages", arguments).await;
    assert_eq!(listed["TotalCount"], 1, "{listed}");
}

#[tokio::test]
async fn a_store_is_not_used_with_another_world() {
    let directory = tempfile::tempdir().expect("a directory");
    let options = Options { data_dir: Some(directory.path().to_owned()), ..Options::default() };
    drop(in_process("ucloud-image", &options).expect("a service"));
    let world = directory.path().join("world.toml");
    std::fs::write(&world, format!("# mine\n{}", include_str!("../worlds/ucloud.toml"))).expect("written");
    let options = Options { world: Some(world), ..options };
    assert!(matches!(in_process("ucloud-image", &options), Err(Error::Store(_))));
}

#[tokio::test]
async fn a_request_is_taken_once() {
    let client = Client::new("aliyun-image-web", &Options::default());
    let request = client.request("CopyImage", copy());
    assert_eq!(answer(&client.running.service, request.clone()).await.0, 200);
    let (status, refused) = answer(&client.running.service, request).await;
    assert_eq!((status, &refused["Code"]), (400, &json!("SignatureNonceUsed")));
}

#[tokio::test]
async fn faults_are_committed() {
    let client = Client::new("aliyun-image", &faulty(Fault::FirstCharacterNotChecked));
    let mut odd = copy();
    odd["DestinationImageName"] = json!("1-begins-with-a-digit");
    assert_eq!(client.call("CopyImage", odd.clone()).await.0, 200);
    let client = Client::new("aliyun-image", &Options::default());
    assert_eq!(client.call("CopyImage", odd).await.0, 400);
    let client = Client::new("ucloud-image", &faulty(Fault::RetCodeAsString));
    assert_eq!(client.call("GetRegion", json!({})).await.1["RetCode"], "0");
}

#[tokio::test]
async fn what_can_not_be_set_up_is_told() {
    assert!(matches!(in_process("nosuch", &Options::default()), Err(Error::SpecUnknown { .. })));
    let elsewhere = in_process("ucloud-image", &faulty(Fault::NonceReplayAccepted));
    assert!(matches!(elsewhere, Err(Error::FaultElsewhere { .. })));
    let still = Options { time_scale: 0.0, ..Options::default() };
    assert!(matches!(in_process("ucloud-image", &still), Err(Error::TimeScale(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_on_a_port_answers_and_ends() {
    let running = serve("ucloud-image", &Options::default()).await.expect("a service");
    assert!(running.address.ip().is_loopback());
    let base = format!("http://{}/", running.address);
    let request = request(&wire_of("ucloud-image"), &base, &running.credentials, "GetRegion", &json!({}));
    let answer = over_tcp(running.address, &request).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"cn-bj2-04\""), "{answer}");
    running.shutdown().await.expect("a quiet end");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_too_large_is_refused_in_the_envelope() {
    let running = serve("aliyun-image", &Options::default()).await.expect("a service");
    let request =
        Request::post("/?Action=CopyImage").body(Bytes::from(vec![b'a'; 2 << 20])).expect("a request");
    let answer = over_tcp(running.address, &request).await;
    assert!(answer.contains("\"Code\":\"InvalidParameter\""), "{answer}");
    assert!(answer.starts_with(&format!("HTTP/1.1 {}", StatusCode::BAD_REQUEST.as_u16())));
    running.shutdown().await.expect("a quiet end");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_see_how_the_service_is() {
    let running = serve("aliyun-image", &Options::default()).await.expect("a service");
    let base = format!("http://{}/", running.address);
    let wrong =
        json!({ "RegionId": "cn-hangzhou", "ImageId": "m-making", "DestinationRegionId": "cn-shanghai" });
    let request = request(&wire_of("aliyun-image"), &base, &running.credentials, "CopyImage", &wrong);
    over_tcp(running.address, &request).await;
    let get = |path: &str| Request::get(path.to_owned()).body(Bytes::new()).expect("a request");
    let healthy = over_tcp(running.address, &get("/healthz")).await;
    assert!(healthy.starts_with("HTTP/1.1 200") && healthy.ends_with("ok\n"), "{healthy}");
    let page = over_tcp(running.address, &get("/status")).await;
    for shown in ["m-copying", "IncorrectImageStatus", "pages/CopyImage.md:", "text/html"] {
        assert!(page.contains(shown), "{shown} is not in {page}");
    }
    assert!(!page.contains("doctract-reference-secret"));
    running.shutdown().await.expect("a quiet end");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_slowly_is_not_waited_for() {
    let short = std::time::Duration::from_millis(100);
    let limits = Limits { connections: 1, header_time: short, body_time: short, ..Limits::default() };
    let running = serve("ucloud-image", &Options { limits, ..Options::default() }).await.expect("a service");
    for slow in
        ["GET / HTTP/1.1\r\nhost: x\r\n", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nAct"]
    {
        let mut stream = tokio::net::TcpStream::connect(running.address).await.expect("a connection");
        stream.write_all(slow.as_bytes()).await.expect("sent");
        let mut answer = Vec::new();
        let ended = stream.read_to_end(&mut answer);
        let ended = tokio::time::timeout(std::time::Duration::from_secs(5), ended).await;
        assert!(ended.is_ok(), "the connection stayed open after {slow:?}");
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    // There is one place, and it is free again.
    let get = Request::get("/healthz").body(Bytes::new()).expect("a request");
    assert!(over_tcp(running.address, &get).await.starts_with("HTTP/1.1 200"));
    running.shutdown().await.expect("a quiet end");
}

async fn over_tcp(address: std::net::SocketAddr, request: &Request<Bytes>) -> String {
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let head = format!(
        "{} {target} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        request.method(),
        request.body().len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    // A server that has seen enough may close before it has read everything.
    let _ = stream.write_all(request.body()).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
