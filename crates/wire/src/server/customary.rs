//! What gateways of each family customarily answer to requests that never reach an operation.

use super::GateTrouble;
use crate::{Refusal, Style};

impl Style {
    /// What a gateway of the family customarily answers.
    pub fn refusal(self, trouble: &GateTrouble) -> Refusal {
        match self {
            Style::Ucloud => ucloud(trouble),
            Style::Aliyun => aliyun(trouble),
        }
    }
}

/// The vendor's page on common errors gives numbers and meanings; the words are ours.
fn ucloud(trouble: &GateTrouble) -> Refusal {
    let refused = |code: &str, message: String| Refusal::new(None, code, message);
    match trouble {
        GateTrouble::OperationMissing => refused("160", "Missing Action".into()),
        GateTrouble::OperationUnknown(name) => refused("161", format!("Action [{name}] not available")),
        GateTrouble::SignatureMissing => refused("170", "Missing signature".into()),
        GateTrouble::SignatureWrong { .. } => refused("171", "Signature VerifyAC Error".into()),
        GateTrouble::KeyUnknown => refused("172", "User not available".into()),
        GateTrouble::NonceUsed | GateTrouble::TimeExpired => refused("171", "Signature has expired".into()),
        GateTrouble::VersionWrong => refused("230", "Params [Version] not available".into()),
        GateTrouble::BadRequest(what) if what.ends_with("is missing") => {
            refused("220", format!("Missing params [{}]", named(what).unwrap_or("body")))
        }
        GateTrouble::BadRequest(what) => {
            refused("230", format!("Params [{}] not available", named(what).unwrap_or("body")))
        }
    }
}

/// The codes and messages of the page on common errors.
fn aliyun(trouble: &GateTrouble) -> Refusal {
    let refused = |status: u16, code: &str, message: &str| Refusal::new(Some(status), code, message);
    match trouble {
        GateTrouble::OperationMissing => missing("Action"),
        GateTrouble::OperationUnknown(_) => refused(
            404,
            "InvalidAction.NotFound",
            "Specified api is not found, please check your url and method.",
        ),
        GateTrouble::SignatureMissing => {
            refused(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.")
        }
        GateTrouble::SignatureWrong { string_to_sign } => {
            let said = "Specified signature is not matched with our calculation. server string to sign is:";
            let message = format!("{said}{}", string_to_sign.as_deref().unwrap_or_default());
            refused(400, "SignatureDoesNotMatch", &message)
        }
        GateTrouble::KeyUnknown => {
            refused(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
        }
        GateTrouble::NonceUsed => {
            refused(400, "SignatureNonceUsed", "Specified signature nonce was used already.")
        }
        GateTrouble::TimeExpired => {
            refused(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
        }
        GateTrouble::VersionWrong => {
            refused(400, "InvalidVersion", "Specified parameter Version is not valid.")
        }
        GateTrouble::BadRequest(what) if what.ends_with("is missing") => {
            missing(named(what).unwrap_or("body"))
        }
        GateTrouble::BadRequest(what) => {
            let name = named(what).unwrap_or("body");
            refused(400, "InvalidParameter", &format!("The specified parameter \"{name}\" is not valid."))
        }
    }
}

fn missing(name: &str) -> Refusal {
    let message = format!(
        "The input parameter \"{name}\" that is mandatory for processing this request is not supplied."
    );
    Refusal::new(Some(400), "MissingParameter", message)
}

/// The parameter that a complaint names between backticks.
fn named(complaint: &str) -> Option<&str> {
    complaint.split('`').nth(1)
}
