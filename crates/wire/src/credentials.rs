//! Who calls, and when. Secrets show themselves to nobody but a signature.

use std::fmt;

use serde::Serialize;

/// A private key. It has no `Display` and no serde form, and its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Keeps a private key.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The key itself, for signing.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A key pair. What is written of it, by serde or `Debug`, is the id alone.
#[derive(Debug, Clone, Serialize)]
pub struct Credentials {
    /// The public half.
    pub id: String,
    #[serde(skip)]
    secret: Secret,
}

impl Credentials {
    /// A key pair.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { id: id.into(), secret: Secret::new(secret) }
    }

    /// The private half.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }
}

/// Time and nonce of a request. The caller gives them, so that runs can be repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// Milliseconds since 1970.
    pub unix_millis: i64,
    /// Used once for each key.
    pub nonce: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_written_holds_the_secret() {
        let credentials = Credentials::new("AKID", "s3cr3t");
        let written = format!("{credentials:?} {}", serde_json::to_string(&credentials).expect("json"));
        assert!(written.contains("AKID") && !written.contains("s3cr3t"), "{written}");
    }
}
