//! A request as a line for a shell that can be run again and again: where the target remembers nonces and looks at the
//! time, the line takes fresh ones and signs anew, with the secret from the environment.

use bytes::Bytes;
use http::Request;

use crate::curl::{before_url, curl};
use crate::{Credentials, percent, signature};

/// `openssl` writes base64; in a query three of its characters are escaped.
const SIGN: &str = "openssl dgst -sha1 -hmac \"$DOCTRACT_KEY_SECRET&\" -binary | base64 | \
                    sed 's/+/%2B/g; s/\\//%2F/g; s/=/%3D/g'";

/// Like [`curl`], with fresh stamps where the request bears Alibaba's v1 signature. One that is wrong stays as wrong as it
/// was. `keeps_time` is for a request whose time is the point.
pub fn replay(request: &Request<Bytes>, credentials: Option<&Credentials>, keeps_time: bool) -> String {
    fresh(request, credentials, keeps_time).unwrap_or_else(|| curl(request))
}

fn fresh(request: &Request<Bytes>, credentials: Option<&Credentials>, keeps_time: bool) -> Option<String> {
    let in_body = !request.body().is_empty();
    let carried = if in_body { std::str::from_utf8(request.body()).ok()? } else { request.uri().query()? };
    let pairs = percent::parse(carried)?;
    let value = |name: &str| pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    let (nonce, time) = (value("SignatureNonce")?, value("Timestamp")?);
    let [day, minute, second] = <[&str; 3]>::try_from(time.split(':').collect::<Vec<_>>()).ok()?;
    // What stands for the stamps, escaped once in a query and twice in what is signed.
    let stamped = |text: String, colon: &str| {
        let text = text.replace(nonce, "$n");
        if keeps_time {
            return text;
        }
        text.replace(&format!("{day}{colon}{minute}{colon}{second}"), &format!("$1{colon}$2{colon}$3Z"))
    };
    let method = request.method().as_str();
    let text = signature::aliyun_v1_string_to_sign(method, &pairs);
    let is_right = credentials.zip(value("Signature")).is_some_and(|(credentials, signed)| {
        signature::aliyun_v1(method, &pairs, credentials.secret()) == signed
    });
    let mut line = "set -- $(date -u '+%Y-%m-%dT%H %M %S'); n=$(openssl rand -hex 16); ".to_owned();
    let rest: Vec<_> = pairs.iter().filter(|(name, _)| name != "Signature" || !is_right).cloned().collect();
    let mut query = stamped(percent::query(&rest), "%3A");
    if is_right {
        line += &format!("s=$(printf %s \"{}\" | {SIGN}); ", stamped(text, "%253A"));
        query += "&Signature=$s";
    }
    line += &before_url(request, false);
    let url = request.uri().to_string();
    if in_body {
        line += &format!(" --data-binary \"{query}\" '{url}'");
    } else {
        let (target, _) = url.split_once('?')?;
        line += &format!(" \"{target}?{query}\"");
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    fn request(query: &str) -> Request<Bytes> {
        Request::get(format!("http://127.0.0.1:1/?{query}")).body(Bytes::new()).expect("a request")
    }

    #[test]
    fn a_right_signature_is_made_anew_and_a_wrong_one_stays() {
        let credentials = Credentials::new("AK", "s3cr3t");
        let query = "Action=Copy&SignatureNonce=abc&Timestamp=2026-11-22T05%3A03%3A16Z&Name=a%20b";
        let pairs = percent::parse(query).expect("pairs");
        let signed = signature::aliyun_v1("GET", &pairs, &Secret::new("s3cr3t"));
        let right = replay(
            &request(&format!("{query}&Signature={}", percent::encode(&signed))),
            Some(&credentials),
            false,
        );
        assert!(
            right.contains(
                "printf %s \"GET&%2F&Action%3DCopy%26Name%3Da%2520b%26SignatureNonce%3D$n%26Timestamp%3D$1%253A$2%253A$3Z\""
            ),
            "{right}"
        );
        assert!(
            right.ends_with("curl -sS \"http://127.0.0.1:1/?Action=Copy&SignatureNonce=$n&Timestamp=$1%3A$2%3A$3Z&Name=a%20b&Signature=$s\""),
            "{right}"
        );
        assert!(!right.contains("s3cr3t"));
        let wrong = replay(&request(&format!("{query}&Signature=x")), Some(&credentials), false);
        assert!(wrong.ends_with("Name=a%20b&Signature=x\"") && !wrong.contains("openssl dgst"), "{wrong}");
        let late = replay(&request(&format!("{query}&Signature=x")), Some(&credentials), true);
        assert!(late.contains("Timestamp=2026-11-22T05%3A03%3A16Z"), "{late}");
        let plain = request("Action=Copy&Signature=x");
        assert_eq!(replay(&plain, Some(&credentials), false), curl(&plain));
    }
}
