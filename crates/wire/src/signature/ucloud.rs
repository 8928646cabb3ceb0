//! UCloud: SHA-1 over sorted names and values, with the private key at the end.

use serde_json::Value;
use sha1::{Digest, Sha1};

use crate::arguments::scalar;
use crate::{Arguments, Secret};

/// Signs the parameters of a query or form, `Signature` itself left out: name and value of each, sorted by name, without
/// any escaping, then the private key; SHA-1 in hex.
pub fn ucloud_sha1(parameters: &[(String, String)], private_key: &Secret) -> String {
    let mut sorted: Vec<_> = parameters.iter().filter(|(name, _)| name != "Signature").collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let text: String = sorted.into_iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect();
    digest(text, private_key)
}

/// Signs a JSON body: as [`ucloud_sha1`], where the value of a list is its items one after the other, and that of a
/// structure its sorted names and values. So does the vendor's SDK for Go.
pub fn ucloud_sha1_tree(body: &Arguments, private_key: &Secret) -> String {
    let mut text = String::new();
    write_fields(body.iter().filter(|(name, _)| *name != "Signature"), &mut text);
    digest(text, private_key)
}

fn write_fields<'a>(fields: impl Iterator<Item = (&'a String, &'a Value)>, text: &mut String) {
    let mut sorted: Vec<_> = fields.collect();
    sorted.sort_by_key(|(name, _)| *name);
    for (name, value) in sorted {
        text.push_str(name);
        write_value(value, text);
    }
}

fn write_value(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| write_value(item, text)),
        Value::Object(fields) => write_fields(fields.iter(), text),
        other => text.push_str(&scalar(other).unwrap_or_default()),
    }
}

fn digest(mut text: String, private_key: &Secret) -> String {
    text.push_str(private_key.expose());
    hex::encode(Sha1::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::named;
    use super::*;

    #[test]
    fn the_vendors_example() {
        let parameters = named(&[
            ("Action", "DescribeUHostInstance"),
            ("Limit", "10"),
            ("PublicKey", "ucloudsomeone@example.com1296235120854146120"),
            ("Region", "cn-bj2"),
        ]);
        let private_key = Secret::new("46f09bb9fab4f12dfc160dae12273d5332b5debe");
        assert_eq!(ucloud_sha1(&parameters, &private_key), "cba5cf5ec4d4233d206b1b54951e3787350a642f");
    }

    #[test]
    fn lists_are_signed_by_their_dotted_names() {
        let parameters = named(&[
            ("Region", "cn-bj2"),
            ("ProjectId", "org-xxxx"),
            ("SourceImageId", "uimage-xxxx"),
            ("TargetImageTag", "kyKUeICs"),
            ("TargetProjectId", "org-xxxx"),
            ("TargetRegionList.0", "cn-gd"),
            ("TargetRegionList.1", "hk"),
            ("Action", "CopyCustomImage"),
            ("PublicKey", "PUBKEY"),
        ]);
        let private_key = Secret::new("PRIVKEY");
        assert_eq!(ucloud_sha1(&parameters, &private_key), "6e91ead21f92e0d6612009d2b619dbc1df08a7b3");
    }

    #[test]
    fn a_flat_body_is_signed_as_its_parameters() {
        let body = json!({ "Limit": 10, "Share": true, "Action": "X", "Signature": "not signed" });
        let parameters = named(&[("Limit", "10"), ("Share", "true"), ("Action", "X")]);
        let private_key = Secret::new("PRIVKEY");
        let body = body.as_object().expect("a body");
        assert_eq!(ucloud_sha1_tree(body, &private_key), ucloud_sha1(&parameters, &private_key));
    }

    #[test]
    fn a_list_in_a_body_is_its_items_one_after_the_other() {
        let body = json!({ "List": ["a", 1.0, { "Signature": 2, "A": true }], "Zone": null });
        let parameters = named(&[("List", "a1AtrueSignature2"), ("Zone", "")]);
        let private_key = Secret::new("PRIVKEY");
        let body = body.as_object().expect("a body");
        assert_eq!(ucloud_sha1_tree(body, &private_key), ucloud_sha1(&parameters, &private_key));
    }
}
