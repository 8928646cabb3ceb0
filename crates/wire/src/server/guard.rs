//! Who may pass: version, key, signature, time and nonce, in this order.

use jiff::Timestamp;
use serde_json::Value;

use super::incoming::Incoming;
use super::{Gate, GateTrouble};
use crate::signature::{self, Acs3};
use crate::{Secret, Style, Wire};

/// Account and key id of the caller.
pub(super) fn admit<G: Gate>(
    wire: &Wire,
    gate: &G,
    incoming: &Incoming,
) -> Result<(String, String), GateTrouble> {
    let version = incoming.parameter("Version").or_else(|| incoming.header("x-acs-version"));
    if let (Style::Aliyun, Some(ours)) = (wire.style, wire.version.as_deref())
        && version != Some(ours)
    {
        return Err(GateTrouble::VersionWrong);
    }
    let pass = Pass::read(wire.style, incoming)?;
    if !gate.checks_signature() {
        let key_id = pass.map(|pass| pass.key_id).unwrap_or_default();
        let account = gate.secret(&key_id).map(|(account, _)| account).unwrap_or_default();
        return Ok((account, key_id));
    }
    let pass = pass.ok_or(GateTrouble::SignatureMissing)?;
    let theirs = pass.signature.as_deref().ok_or(GateTrouble::SignatureMissing)?;
    let (account, secret) = gate.secret(&pass.key_id).ok_or(GateTrouble::KeyUnknown)?;
    let wrong = || GateTrouble::SignatureWrong { string_to_sign: pass.signed.quotable(incoming) };
    let ours = pass.signed.sign(incoming, &secret).ok_or_else(wrong)?;
    if !signature::matches(&ours, theirs) {
        return Err(wrong());
    }
    let now = gate.now_millis();
    if let Some(then) = pass.unix_millis
        && gate.checks_time()
        && now.abs_diff(then) > gate.time_window_millis().unsigned_abs()
    {
        return Err(GateTrouble::TimeExpired);
    }
    if let Some(nonce) = &pass.nonce
        && gate.checks_nonce()
    {
        gate.remember_nonce(&pass.key_id, nonce, pass.unix_millis.unwrap_or(now), now)?;
    }
    Ok((account, pass.key_id))
}

/// What a request shows at the gate.
struct Pass {
    key_id: String,
    signature: Option<String>,
    unix_millis: Option<i64>,
    nonce: Option<String>,
    signed: Signed,
}

/// What its signature covers.
enum Signed {
    UcloudSha1,
    AliyunV1,
    /// These headers, among the rest.
    Acs3(Vec<String>),
}

impl Pass {
    /// `None` where the request bears no key.
    fn read(style: Style, incoming: &Incoming) -> Result<Option<Self>, GateTrouble> {
        match style {
            Style::Ucloud => Self::ucloud(incoming),
            Style::Aliyun => match incoming.header("authorization") {
                Some(authorization) => Self::acs3(incoming, authorization),
                None => Self::aliyun_v1(incoming),
            },
        }
    }

    fn ucloud(incoming: &Incoming) -> Result<Option<Self>, GateTrouble> {
        let Some(key_id) = filled(incoming.parameter("PublicKey")) else { return Ok(None) };
        let unix_millis = incoming.header("u-timestamp-ms").map(str::parse).transpose();
        Ok(Some(Self {
            key_id,
            signature: filled(incoming.parameter("Signature")),
            unix_millis: unix_millis.map_err(|_| bad("the header `U-Timestamp-Ms` is not a number"))?,
            nonce: None,
            signed: Signed::UcloudSha1,
        }))
    }

    fn aliyun_v1(incoming: &Incoming) -> Result<Option<Self>, GateTrouble> {
        let Some(key_id) = filled(incoming.parameter("AccessKeyId")) else { return Ok(None) };
        let signature = filled(incoming.parameter("Signature"));
        let needed = |name: &str| match filled(incoming.parameter(name)) {
            // Without a signature that is what is said first.
            None if signature.is_some() => Err(bad(&format!("the parameter `{name}` is missing"))),
            given => Ok(given),
        };
        let (timestamp, nonce) = (needed("Timestamp")?, needed("SignatureNonce")?);
        let unix_millis = timestamp.map(|text| time(&text, "Timestamp")).transpose()?;
        Ok(Some(Self { key_id, signature, unix_millis, nonce, signed: Signed::AliyunV1 }))
    }

    fn acs3(incoming: &Incoming, authorization: &str) -> Result<Option<Self>, GateTrouble> {
        let rest = authorization
            .strip_prefix("ACS3-HMAC-SHA256 ")
            .ok_or_else(|| bad("the header `Authorization` must begin with ACS3-HMAC-SHA256"))?;
        let part = |name: &str| {
            let mut parts = rest.split(',').filter_map(|part| part.trim().split_once('='));
            filled(parts.find(|(other, _)| *other == name).map(|(_, value)| value))
        };
        let Some(key_id) = part("Credential") else { return Ok(None) };
        let signed = part("SignedHeaders").unwrap_or_default().split(';').map(str::to_owned).collect();
        let needed = |name: &str| {
            filled(incoming.header(name)).ok_or_else(|| bad(&format!("the header `{name}` is missing")))
        };
        Ok(Some(Self {
            key_id,
            signature: part("Signature"),
            unix_millis: Some(time(&needed("x-acs-date")?, "x-acs-date")?),
            nonce: Some(needed("x-acs-signature-nonce")?),
            signed: Signed::Acs3(signed),
        }))
    }
}

impl Signed {
    /// What is signed, where it may be quoted: the first vendor's text ends with the private key.
    fn quotable(&self, incoming: &Incoming) -> Option<String> {
        match self {
            Signed::AliyunV1 => {
                Some(signature::aliyun_v1_string_to_sign(incoming.method.as_str(), incoming.flat()))
            }
            Signed::UcloudSha1 | Signed::Acs3(_) => None,
        }
    }

    /// The signature that the request should bear; `None` where it does not cover what it must.
    fn sign(&self, incoming: &Incoming, secret: &Secret) -> Option<String> {
        match self {
            Signed::UcloudSha1 => {
                let Some(json) = &incoming.json else {
                    return Some(signature::ucloud_sha1(incoming.flat(), secret));
                };
                let mut body = json.clone();
                let beside = incoming.query.iter().chain(&incoming.form);
                body.extend(beside.map(|(name, value)| (name.clone(), Value::String(value.clone()))));
                Some(signature::ucloud_sha1_tree(&body, secret))
            }
            Signed::AliyunV1 => Some(signature::aliyun_v1(incoming.method.as_str(), incoming.flat(), secret)),
            Signed::Acs3(names) => {
                let body_hash = signature::body_hash(&incoming.body);
                if incoming.header("x-acs-content-sha256") != Some(&body_hash) {
                    return None;
                }
                // What the gate goes by must be signed, or anyone on the way could replace it.
                let must = [
                    "host",
                    "x-acs-action",
                    "x-acs-version",
                    "x-acs-date",
                    "x-acs-signature-nonce",
                    "x-acs-content-sha256",
                ];
                let covered =
                    |name: &&str| incoming.header(name).is_none() || names.iter().any(|other| other == name);
                if !must.iter().all(covered) {
                    return None;
                }
                let header = |name: &String| Some((name.clone(), incoming.header(name)?.to_owned()));
                let headers = names.iter().map(header).collect::<Option<Vec<_>>>()?;
                let request = Acs3 {
                    method: incoming.method.as_str(),
                    path: &incoming.path,
                    query: &incoming.query,
                    headers: &headers,
                    body_hash: &body_hash,
                };
                Some(signature::acs3(&request, secret))
            }
        }
    }
}

fn filled(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(str::to_owned)
}

fn time(text: &str, name: &str) -> Result<i64, GateTrouble> {
    let time: Result<Timestamp, _> = text.parse();
    time.map(Timestamp::as_millisecond)
        .map_err(|_| bad(&format!("`{name}` must be a time such as 2018-01-01T12:00:00Z")))
}

fn bad(text: &str) -> GateTrouble {
    GateTrouble::BadRequest(text.to_owned())
}
