//! The transport over HTTP: what is sent arrives, what is answered comes back, and nothing happens twice.
#![cfg(feature = "http")]

use std::error::Error;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wire::{Http, Transport};

/// Takes one request, answers with these bytes, and tells what came; a second connection is told, too.
async fn serve_once(listener: TcpListener, answer: &'static str) -> (String, bool) {
    let (mut stream, _) = listener.accept().await.expect("a connection");
    let mut came = Vec::new();
    let mut buffer = [0; 1024];
    while !came.ends_with(b"body") {
        let read = stream.read(&mut buffer).await.expect("a request");
        came.extend_from_slice(&buffer[..read]);
    }
    stream.write_all(answer.as_bytes()).await.expect("is answered");
    drop(stream);
    let again = tokio::time::timeout(std::time::Duration::from_millis(200), listener.accept()).await.is_ok();
    (String::from_utf8(came).expect("text"), again)
}

async fn exchange(
    answer: &'static str,
) -> (Result<http::Response<Bytes>, wire::TransportError>, String, bool) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/path?Action=A%20b", listener.local_addr().expect("an address"));
    let server = tokio::spawn(serve_once(listener, answer));
    let request = http::Request::post(url).header("x-acs-action", "A").body(Bytes::from_static(b"body"));
    let answered = Http::new().expect("a client").send(request.expect("a request")).await;
    let (came, again) = server.await.expect("served");
    (answered, came, again)
}

#[tokio::test]
async fn what_is_sent_arrives_and_a_redirect_is_an_answer() {
    let (answered, came, again) = exchange(
        "HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\nx-request-id: r-1\r\ncontent-length: 2\r\n\r\n{}",
    )
    .await;
    let answer = answered.expect("an answer");
    assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (302, &b"{}"[..]));
    assert_eq!(answer.headers()["x-request-id"], "r-1");
    assert!(came.starts_with("POST /path?Action=A%20b HTTP/1.1\r\n"), "{came}");
    assert!(came.contains("x-acs-action: A\r\n") && came.ends_with("\r\n\r\nbody"), "{came}");
    assert!(!again, "the redirect is followed");
}

#[tokio::test]
async fn a_connection_that_ends_early_is_no_answer_and_is_not_tried_again() {
    let (answered, _, again) = exchange("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}").await;
    let error = answered.expect_err("half an answer is none");
    assert_eq!(error.to_string(), "there is no answer");
    assert!(error.source().is_some() && !again);
}
