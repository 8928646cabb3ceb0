//! A caller of our own service over the loopback interface: plain HTTP/1.1, so that tests see and send each byte.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::{Bytes, BytesMut};
use http::Request;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use wire::{AnswerFormat, Call, Carrier, Credentials, Stamp, Wire};

/// How a spec's requests travel.
pub fn wire_of(spec: &str) -> Wire {
    match spec {
        "ucloud-image" => ucloud_image::wire(),
        "sigcal-image" => sigcal_image::wire(),
        "aliyun-image" => aliyun_image::wire(),
        "aliyun-image-web" => aliyun_image_web::wire(),
        other => panic!("there is no service for {other}"),
    }
}

/// Signs calls of one spec.
pub struct Caller {
    wire: Wire,
    credentials: Credentials,
    base: String,
}

impl Caller {
    /// A caller with a key.
    pub fn new(spec: &str, address: SocketAddr, credentials: Credentials) -> Self {
        Caller { wire: wire_of(spec), credentials, base: format!("http://{address}/") }
    }

    /// The bytes of a call, signed for now. `None` where the arguments can't travel.
    pub fn call(&self, operation: &str, arguments: &Value, carrier: Carrier) -> Option<Vec<u8>> {
        static NONCE: AtomicU64 = AtomicU64::new(0);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let number = NONCE.fetch_add(1, Ordering::Relaxed);
        let stamp = Stamp {
            unix_millis: i64::try_from(now.as_millis()).unwrap_or_default(),
            // Processes that follow each other must not repeat each other's.
            nonce: format!("{:x}-{number:x}", now.as_nanos()),
        };
        let call = Call {
            operation: Some(operation),
            arguments: arguments.as_object()?,
            credentials: Some(&self.credentials),
            stamp: &stamp,
            carrier,
            signature: self.wire.signature[0],
            answer: AnswerFormat::Json,
        };
        self.wire.request(&self.base, &call).ok().map(|request| bytes_of(&request))
    }
}

/// A request as it travels.
pub fn bytes_of(request: &Request<Bytes>) -> Vec<u8> {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let host = request.uri().authority().map_or("localhost", |authority| authority.as_str());
    let mut bytes = format!("{} {target} HTTP/1.1\r\n", request.method()).into_bytes();
    if !request.headers().contains_key("host") {
        bytes.extend_from_slice(format!("host: {host}\r\n").as_bytes());
    }
    for (name, value) in request.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    if !request.headers().contains_key("content-length") {
        bytes.extend_from_slice(format!("content-length: {}\r\n", request.body().len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(request.body());
    bytes
}

/// A connection that is kept.
pub struct Connection {
    stream: TcpStream,
    unread: BytesMut,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The head, as text.
    pub head: String,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl Connection {
    /// Connects.
    pub async fn to(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, unread: BytesMut::with_capacity(8 << 10) })
    }

    /// Sends a whole request and reads its answer.
    pub async fn exchange(&mut self, request: &[u8]) -> Result<Answer> {
        self.write(request).await?;
        self.read().await
    }

    /// Sends some bytes.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Sends no more.
    pub async fn end(&mut self) -> Result<()> {
        self.stream.shutdown().await
    }

    /// Reads one answer. The end of the connection before it is `UnexpectedEof`; what is no HTTP is `InvalidData`.
    pub async fn read(&mut self) -> Result<Answer> {
        self.read_answer(false).await
    }

    /// The same, where the answer to `HEAD` tells the length of a body that does not come.
    pub async fn read_answer(&mut self, to_head: bool) -> Result<Answer> {
        let no_http = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
        let end = loop {
            if let Some(end) = self.unread.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
            self.more().await?;
        };
        let head = self.unread.split_to(end + 4);
        let head = String::from_utf8(head.to_vec()).map_err(|_| no_http("the head is not text"))?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| no_http("there is no status"))?;
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        let length = length.filter(|_| !to_head).unwrap_or(0);
        while self.unread.len() < length {
            self.more().await?;
        }
        Ok(Answer { status, head, body: self.unread.split_to(length).freeze() })
    }

    async fn more(&mut self) -> Result<()> {
        match self.stream.read_buf(&mut self.unread).await? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}
