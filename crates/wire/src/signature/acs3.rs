//! Alibaba v3: HMAC-SHA256 over method, path, query, headers and body.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::{Secret, percent};

/// What an `ACS3-HMAC-SHA256` signature covers.
#[derive(Debug, Clone)]
pub struct Acs3<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The path, escaped.
    pub path: &'a str,
    /// The query, in any order.
    pub query: &'a [(String, String)],
    /// The signed headers, names in small letters, in any order.
    pub headers: &'a [(String, String)],
    /// [`body_hash`] of the body.
    pub body_hash: &'a str,
}

impl Acs3<'_> {
    /// The value of `SignedHeaders`.
    pub fn signed_headers(&self) -> String {
        let mut names: Vec<_> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.join(";")
    }

    fn canonical(&self) -> String {
        let mut query: Vec<_> = self.query.iter().collect();
        query.sort();
        let mut headers: Vec<_> = self.headers.iter().collect();
        headers.sort();
        let headers: String =
            headers.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect();
        let Self { method, path, body_hash, .. } = self;
        format!(
            "{method}\n{path}\n{}\n{headers}\n{}\n{body_hash}",
            percent::query(query),
            self.signed_headers()
        )
    }
}

/// The signature: HMAC-SHA256 in hex over the hash of the canonical request.
pub fn acs3(request: &Acs3<'_>, secret: &Secret) -> String {
    let text = format!("ACS3-HMAC-SHA256\n{}", body_hash(request.canonical().as_bytes()));
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

/// SHA-256 in hex: the value of `x-acs-content-sha256`.
pub fn body_hash(body: &[u8]) -> String {
    hex::encode(Sha256::digest(body))
}

#[cfg(test)]
mod tests {
    use super::super::named;
    use super::*;

    fn request<'a>(
        query: &'a [(String, String)],
        headers: &'a [(String, String)],
        body_hash: &'a str,
    ) -> Acs3<'a> {
        Acs3 { method: "POST", path: "/", query, headers, body_hash }
    }

    #[test]
    fn the_canonical_request_is_built_as_documented() {
        let query = named(&[("Tag.1.Value", "a b*"), ("ImageId", "m-1")]);
        let headers = named(&[
            ("x-acs-version", "2014-05-26"),
            ("host", "127.0.0.1:8080"),
            ("x-acs-action", " CopyImage "),
        ]);
        let hash = body_hash(b"");
        assert_eq!(
            request(&query, &headers, &hash).canonical(),
            "POST\n/\nImageId=m-1&Tag.1.Value=a%20b%2A\n\
             host:127.0.0.1:8080\nx-acs-action:CopyImage\nx-acs-version:2014-05-26\n\n\
             host;x-acs-action;x-acs-version\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn the_signature_covers_every_part() {
        let (query, headers) = (named(&[("A", "1")]), named(&[("host", "h")]));
        let secret = Secret::new("TESTSK");
        let (empty, full) = (body_hash(b""), body_hash(b"x"));
        let whole = request(&query, &headers, &empty);
        let ours = acs3(&whole, &secret);
        let others = [
            acs3(&Acs3 { method: "GET", ..whole.clone() }, &secret),
            acs3(&Acs3 { path: "/x", ..whole.clone() }, &secret),
            acs3(&Acs3 { query: &named(&[("A", "2")]), ..whole.clone() }, &secret),
            acs3(&Acs3 { headers: &named(&[("host", "i")]), ..whole.clone() }, &secret),
            acs3(&Acs3 { body_hash: &full, ..whole.clone() }, &secret),
            acs3(&whole, &Secret::new("OTHER")),
        ];
        assert!(others.iter().all(|other| *other != ours));
        assert_eq!(ours.len(), 64);
    }
}
