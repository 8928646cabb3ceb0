//! The signatures of the three gateways: what is signed, and with what. Vectors of the vendors stand in the tests.

mod acs3;
mod aliyun;
mod ucloud;

use subtle::ConstantTimeEq;

pub use acs3::{Acs3, acs3, body_hash};
pub use aliyun::{aliyun_v1, aliyun_v1_string_to_sign};
pub use ucloud::{ucloud_sha1, ucloud_sha1_tree};

/// Whether two signatures are the same, in a time that does not tell where they differ.
pub fn matches(ours: &str, theirs: &str) -> bool {
    ours.as_bytes().ct_eq(theirs.as_bytes()).into()
}

#[cfg(test)]
fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_same_signature_matches() {
        assert!(super::matches("abc", "abc"));
        assert!(!super::matches("abc", "abd") && !super::matches("abc", "ab") && !super::matches("", "a"));
    }
}
