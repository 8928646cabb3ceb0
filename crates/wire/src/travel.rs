//! How the requests and answers of a spec travel: the `[wire]` table of its `spec.toml`.

use serde::{Deserialize, Serialize};

/// How the requests and answers of a spec travel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wire {
    /// The family of gateways.
    pub style: Style,
    /// Where the documented service is: `https://ecs.aliyuncs.com/`.
    pub endpoint: String,
    /// The API version that each request names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How requests travel unless a case says otherwise.
    #[serde(default)]
    pub carrier: Carrier,
    /// The index of the first item of a list.
    #[serde(default = "one")]
    pub list_base: u32,
    /// Where success, code and message stand in an answer.
    pub envelope: Envelope,
    /// The signatures that the service takes; the first is the usual one.
    #[serde(default)]
    pub signature: Vec<Signature>,
}

/// The families of gateways: which common parameters a request carries, and under which names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// `Action`, `PublicKey`, `Signature`.
    Ucloud,
    /// `Action` or `x-acs-action`, `AccessKeyId`, `Version`, `Format`, a nonce and a time.
    Aliyun,
}

/// What carries the arguments of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Carrier {
    /// The query of the URL.
    #[default]
    Query,
    /// A form body.
    Form,
    /// A JSON body.
    Json,
}

/// How an answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerFormat {
    /// JSON.
    #[default]
    Json,
    /// XML.
    Xml,
}

/// The signatures that requests bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Signature {
    /// SHA-1 over names, values and the private key.
    #[serde(rename = "ucloud-sha1")]
    UcloudSha1,
    /// HMAC-SHA1 over method and query.
    #[serde(rename = "aliyun-v1")]
    AliyunV1,
    /// HMAC-SHA256 over method, path, query, headers and body.
    #[serde(rename = "acs3")]
    Acs3,
}

/// Where an answer says whether it succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Envelope {
    /// HTTP 200 always; a number in the body is 0 for success.
    RetCode {
        /// The field of the number.
        #[serde(default = "ret_code")]
        code: String,
        /// The field of the message of a refusal.
        #[serde(default = "message")]
        message: String,
        /// The field that repeats the operation's name, with `Response` appended.
        #[serde(default = "action")]
        action: String,
    },
    /// The HTTP status tells; a refusal has code and message in its body.
    HttpStatus {
        /// The field of a refusal's code.
        #[serde(default = "code")]
        code: String,
        /// The field of a refusal's message.
        #[serde(default = "message")]
        message: String,
        /// The field of the request's id, in every answer.
        #[serde(default = "request_id")]
        request_id: String,
        /// The field of the host's name, in refusals.
        #[serde(default = "host_id")]
        host_id: String,
    },
}

impl Envelope {
    /// The fields of an answer that belong to the envelope and to no operation.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Envelope::RetCode { code, message, action } => vec![code, message, action],
            Envelope::HttpStatus { code, message, request_id, host_id } => {
                vec![code, message, request_id, host_id]
            }
        }
    }
}

impl Wire {
    /// The signature that requests usually bear.
    pub fn usual_signature(&self) -> Signature {
        self.signature.first().copied().unwrap_or(match self.style {
            Style::Ucloud => Signature::UcloudSha1,
            Style::Aliyun => Signature::AliyunV1,
        })
    }

    /// Whether the wire itself adds a parameter of this name to requests, so that no operation needs a field for it.
    pub fn adds(&self, parameter: &str) -> bool {
        let common: &[&str] = match self.style {
            Style::Ucloud => &["Action", "PublicKey", "Signature"],
            Style::Aliyun => &[
                "Action",
                "Version",
                "Format",
                "AccessKeyId",
                "Signature",
                "SignatureMethod",
                "SignatureVersion",
                "SignatureNonce",
                "SignatureType",
                "Timestamp",
            ],
        };
        common.contains(&parameter)
    }
}

fn one() -> u32 {
    1
}

fn ret_code() -> String {
    "RetCode".to_owned()
}

fn message() -> String {
    "Message".to_owned()
}

fn action() -> String {
    "Action".to_owned()
}

fn code() -> String {
    "Code".to_owned()
}

fn request_id() -> String {
    "RequestId".to_owned()
}

fn host_id() -> String {
    "HostId".to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_spec_needs_to_say_only_what_is_unusual() {
        let wire: Wire = serde_json::from_value(json!({
            "style": "ucloud", "endpoint": "https://api.ucloud.cn/", "list_base": 0,
            "envelope": { "kind": "ret-code" }, "signature": ["ucloud-sha1"],
        }))
        .expect("a wire");
        assert_eq!(wire.envelope.fields(), ["RetCode", "Message", "Action"]);
        assert_eq!((wire.carrier, wire.usual_signature()), (Carrier::Query, Signature::UcloudSha1));
    }

    #[test]
    fn a_misspelt_key_is_refused() {
        let wire = json!({ "style": "aliyun", "endpoint": "x", "envelope": { "kind": "http-status", "cod": "Code" } });
        let error = serde_json::from_value::<Wire>(wire).expect_err("a typo");
        assert!(error.to_string().contains("unknown field `cod`"), "{error}");
    }
}
