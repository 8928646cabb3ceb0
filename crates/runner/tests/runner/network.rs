//! The network is a class of its own: nobody listens, nothing comes in time, too much comes, the line breaks.

use std::convert::Infallible;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, Response};
use runner::{Class, Options, Target, Trouble};
use serde_json::json;
use suite::Expect;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::service_fn;

use crate::world::{accepted, case, class, options, outcomes, plan, told};

/// A server that does this with each connection, and its URL.
async fn server<F>(serve: impl Fn(TcpStream) -> F + Send + 'static) -> Target
where
    F: Future<Output = std::io::Result<()>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    Target::http(&url).expect("a target")
}

/// Reads one request's head.
async fn head(stream: &mut TcpStream) -> std::io::Result<()> {
    let mut read = Vec::new();
    while !read.ends_with(b"\r\n\r\n") {
        read.push(stream.read_u8().await?);
    }
    Ok(())
}

fn network(class: &Class) -> (Trouble, &str) {
    match class {
        Class::Network { trouble, detail } => (*trouble, detail),
        other => panic!("not the network: {other:?}"),
    }
}

fn one() -> suite::Case {
    case("Copy/a", Expect::Accepted)
}

#[tokio::test]
async fn an_answer_over_http_is_judged() {
    let target = server(async |mut stream: TcpStream| {
        // Connections are kept: both requests may come over this one.
        loop {
            head(&mut stream).await?;
            let body = r#"{"RequestId":"r"}"#;
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
                body.len()
            );
            stream.write_all(format!("{head}{body}").as_bytes()).await?;
        }
    })
    .await;
    assert_eq!(class(one(), &target).await, Class::Held);
}

#[tokio::test]
async fn nobody_listening_ends_the_run_before_it_begins() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    let cases = (0..500).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let target = Target::http(&url).expect("a target");
    let (run, events) = told(&plan(cases), &target, options()).await;
    assert!(run.is_unreachable() && run.requests == 1 && run.counts().network == 500);
    let (trouble, detail) = network(&run.outcomes[499].class);
    assert_eq!(trouble, Trouble::Unreachable);
    assert!(
        detail.starts_with("not run: the target is down: nobody answers at http://127.0.0.1:"),
        "{detail}"
    );
    assert!(events.iter().any(|event| event.contains("EndedEarly")));
}

#[tokio::test]
async fn a_target_that_stops_answering_ends_the_run() {
    let target = Target::in_process(service_fn(async |_: Request<Bytes>| Err::<Response<Bytes>, _>("gone")));
    let cases = (0..100).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let patient = Options { give_up_after: 3, concurrency: 2, ..options() };
    let (run, _) = told(&plan(cases), &target, patient).await;
    assert!(run.requests <= 4 && run.is_unreachable(), "{}", run.requests);
    let (trouble, detail) = network(&run.outcomes[99].class);
    assert_eq!(trouble, Trouble::ClosedEarly);
    assert!(detail.contains("3 requests in a row got no answer"), "{detail}");
}

#[tokio::test]
async fn a_slow_answer_is_a_timeout() {
    let slow = Target::in_process(service_fn(async |_: Request<Bytes>| {
        tokio::time::sleep(Duration::from_secs(60)).await;
        Ok::<_, Infallible>(accepted())
    }));
    let started = Instant::now();
    assert_eq!(network(&class(one(), &slow).await).0, Trouble::Timeout);
    let drip = server(async |mut stream: TcpStream| {
        head(&mut stream).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n").await?;
        loop {
            stream.write_all(b" ").await?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    assert_eq!(network(&class(one(), &drip).await).0, Trouble::Timeout);
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_told() {
    let half = server(async |mut stream: TcpStream| {
        head(&mut stream).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n{\"Requ").await
    })
    .await;
    let class_ = class(one(), &half).await;
    let (trouble, detail) = network(&class_);
    assert_eq!(trouble, Trouble::ClosedEarly, "{detail}");
    let none = server(async |mut stream: TcpStream| head(&mut stream).await).await;
    assert_eq!(network(&class(one(), &none).await).0, Trouble::ClosedEarly);
}

#[tokio::test]
async fn a_connection_that_ended_while_it_was_at_rest_is_no_trouble() {
    let target = server(async |mut stream: TcpStream| {
        head(&mut stream).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{\"Reques\r\n").await?;
        // The rest of the answer comes in another piece; then the line ends, without having been announced.
        tokio::time::sleep(Duration::from_millis(2)).await;
        stream.write_all(b"9\r\ntId\":\"r\"}\r\n0\r\n\r\n").await
    })
    .await;
    let cases = (0..6).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let options = Options { concurrency: 1, rate: Some(25.0), ..options() };
    let classes = told(&plan(cases), &target, options).await.0.outcomes.into_iter().map(|one| one.class);
    assert_eq!(classes.collect::<Vec<_>>(), vec![Class::Held; 6]);
}

#[tokio::test]
async fn a_hundred_megabytes_are_not_read() {
    let endless = server(async |mut stream: TcpStream| {
        head(&mut stream).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 104857600\r\n\r\n").await?;
        let chunk = vec![b' '; 1 << 16];
        for _ in 0..1600 {
            stream.write_all(&chunk).await?;
        }
        Ok(())
    })
    .await;
    assert_eq!(network(&class(one(), &endless).await).0, Trouble::TooLarge);
    let large = Target::in_process(service_fn(async |_: Request<Bytes>| {
        Ok::<_, Infallible>(Response::new(Bytes::from(vec![b' '; 100 << 20])))
    }));
    let cases = (0..20).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let outcomes = outcomes(cases, &large).await;
    assert!(
        outcomes.iter().all(|outcome| network(&outcome.class).0 == Trouble::TooLarge),
        "a large answer is no outage"
    );
}

#[tokio::test]
async fn a_panic_in_the_service_is_no_panic_here() {
    let target = Target::in_process(service_fn(async |request: Request<Bytes>| {
        assert!(request.uri().query().is_none(), "boom");
        Ok::<_, Infallible>(accepted())
    }));
    let class_ = class(one(), &target).await;
    assert!(network(&class_).1.contains("the service panicked"));
}

#[tokio::test]
async fn a_run_has_a_deadline() {
    let target = Target::in_process(service_fn(async |_: Request<Bytes>| {
        tokio::time::sleep(Duration::from_millis(200)).await;
        Ok::<_, Infallible>(accepted())
    }));
    let cases = (0..50).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let short = Options { deadline: Some(Duration::from_millis(100)), concurrency: 2, ..options() };
    let started = Instant::now();
    let (run, _) = told(&plan(cases), &target, short).await;
    assert!(started.elapsed() < Duration::from_secs(2) && run.counts().inconclusive == 50);
    let reasons =
        [&run.outcomes[0].class, &run.outcomes[49].class].map(|class| json!(class)["reason"].clone());
    assert_eq!(reasons[0], "not finished: the run's time of 100 ms was up");
    assert_eq!(reasons[1], "not run: the run's time of 100 ms was up");
}

#[tokio::test]
async fn a_url_that_is_none_is_refused_at_once() {
    for url in ["", "localhost:8080", "ftp://a/", "http://", "/x"] {
        let error = Target::http(url).expect_err(url).to_string();
        assert!(error.contains("is no URL of a server"), "{error}");
    }
}

#[tokio::test]
async fn a_tls_target_that_is_not_there_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("https://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    let outcome = class(one(), &Target::http(&url).expect("TLS can be set up")).await;
    assert_eq!(network(&outcome).0, Trouble::Unreachable);
}
