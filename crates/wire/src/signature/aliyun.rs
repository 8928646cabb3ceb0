//! Alibaba v1: HMAC-SHA1 over the method and the canonical query.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::{Secret, percent};

/// Signs the parameters of a request, `Signature` itself left out: `METHOD&%2F&` and the escaped canonical query, with
/// the secret and `&` as the key; base64.
pub fn aliyun_v1<'p>(
    method: &str,
    parameters: impl IntoIterator<Item = &'p (String, String)>,
    secret: &Secret,
) -> String {
    let text = aliyun_v1_string_to_sign(method, parameters);
    let key = format!("{}&", secret.expose());
    let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// What [`aliyun_v1`] signs. The gateway quotes it where a signature is wrong, and official clients compare it with theirs.
pub fn aliyun_v1_string_to_sign<'p>(
    method: &str,
    parameters: impl IntoIterator<Item = &'p (String, String)>,
) -> String {
    let mut sorted: Vec<_> = parameters.into_iter().filter(|(name, _)| name != "Signature").collect();
    sorted.sort_unstable();
    format!("{method}&%2F&{}", percent::encode(&percent::query(sorted)))
}

#[cfg(test)]
mod tests {
    use super::super::named;
    use super::*;

    #[test]
    fn a_request_of_the_official_client() {
        let parameters = named(&[
            ("AccessKeyId", "TESTAK"),
            ("Action", "CopyImage"),
            ("DestinationRegionId", "cn-shanghai"),
            ("Encrypted", "false"),
            ("Format", "JSON"),
            ("ImageId", "m-bp1h46wfpjsjastc****"),
            ("RegionId", "cn-hangzhou"),
            ("SignatureMethod", "HMAC-SHA1"),
            ("SignatureNonce", "1f9a06eaa35a92d2108daf9cfa85a603"),
            ("SignatureVersion", "1.0"),
            ("Tag.1.Key", "TestKey"),
            ("Tag.1.Value", "Test Value*~/"),
            ("Timestamp", "2026-11-22T05:03:16Z"),
            ("Version", "2014-05-26"),
        ]);
        assert_eq!(aliyun_v1("GET", &parameters, &Secret::new("TESTSK")), "c68tgXEKj4FJpPN6oENn7i/+hRc=");
        assert_ne!(aliyun_v1("POST", &parameters, &Secret::new("TESTSK")), "c68tgXEKj4FJpPN6oENn7i/+hRc=");
    }
}
