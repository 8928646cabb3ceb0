//! Requests as people repeat them: a line for a shell.

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST};

use crate::Credentials;

/// A request as a curl line. It carries the signature that was computed for this very request and never the secret, so
/// it can be run again for as long as the target takes that time and nonce.
pub fn curl(request: &Request<Bytes>) -> String {
    format!("{} {}", before_url(request, true), quoted(&request.uri().to_string()))
}

/// All of a line but the URL, with the body or without it.
pub(crate) fn before_url(request: &Request<Bytes>, with_body: bool) -> String {
    let mut line = "curl -sS".to_owned();
    if request.method() != http::Method::GET {
        line += &format!(" -X {}", request.method());
    }
    for (name, value) in request.headers() {
        if name != HOST && name != CONTENT_LENGTH && name != ACCEPT {
            line +=
                &format!(" -H {}", quoted(&format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))));
        }
    }
    if with_body && !request.body().is_empty() {
        line += &format!(" --data-binary {}", quoted(&String::from_utf8_lossy(request.body())));
    }
    line
}

/// A text without the secret, should a server have echoed it.
pub fn redact(text: &str, credentials: Option<&Credentials>) -> String {
    match credentials.map(|credentials| credentials.secret().expose()) {
        Some(secret) if !secret.is_empty() => text.replace(secret, "(secret)"),
        _ => text.to_owned(),
    }
}

/// A word of a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_a_line_for_a_shell() {
        let request = Request::post("http://127.0.0.1:1/?A=it%27s")
            .header("host", "127.0.0.1:1")
            .header("content-type", "application/json")
            .body(Bytes::from_static(b"{\"Name\":\"it's\"}"))
            .expect("a request");
        assert_eq!(
            curl(&request),
            r#"curl -sS -X POST -H 'content-type: application/json' --data-binary '{"Name":"it'\''s"}' 'http://127.0.0.1:1/?A=it%27s'"#
        );
    }

    #[test]
    fn an_echoed_secret_is_taken_out() {
        let credentials = Credentials::new("AKID", "s3cr3t");
        assert_eq!(redact("your key s3cr3t is wrong", Some(&credentials)), "your key (secret) is wrong");
        assert_eq!(redact("nothing", Some(&Credentials::new("AKID", ""))), "nothing");
    }
}
