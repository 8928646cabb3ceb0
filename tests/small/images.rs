//! Three operations of a vendor, as little as its pages ask for: what is not about images is done by generated code.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use aliyun_image_web::operations::*;
use aliyun_image_web::{Error, Service, documented};
use wire::{Caller, GateTrouble, Refusal, Secret};

type Answer<T> = Result<T, Error>;

/// The images that are being copied; every other one is known by its name.
#[derive(Debug, Default)]
pub(crate) struct Images {
    copying: Mutex<BTreeSet<String>>,
}

impl Service for Images {
    async fn copy_image(&self, caller: &Caller, request: CopyImageRequest) -> Answer<CopyImageResponse> {
        use documented::copy_image::*;
        let source = named("ImageId", &request.image_id)?;
        let region = named("RegionId", &request.region_id)?;
        let (target, key) = (request.destination_region_id.unwrap_or_default(), request.kms_key_id);
        let name = request.destination_image_name.unwrap_or_default();
        let refused = match (source, region, target.as_str(), key.as_deref()) {
            (_, "cn-nosuch", _, _) => SOURCE_REGION_NOT_FOUND,
            (_, _, "cn-nosuch", _) => DESTINATION_REGION_NOT_FOUND,
            (_, _, "cn-nanjing", _) => REGION_NOT_SUPPORT_COPY,
            (_, _, "cn-heyuan", _) => QUOTA_EXCEED_IMAGE,
            (_, _, "cn-wulanchabu", _) => QUOTA_EXCEED_SNAPSHOT,
            (_, from, to, _) if from == to => INCORRECT_DESTINATION_REGION,
            (_, _, "cn-shanghai", _) if name == "taken" => INVALID_IMAGE_NAME_DUPLICATED,
            (_, _, "cn-guangzhou", Some(_)) => INVALID_REGION_NOT_SUPPORT,
            (_, _, "cn-chengdu", Some(_)) => USER_NOT_IN_THE_WHITE_LIST,
            (_, _, _, Some("key-nosuch")) => INVALID_PARAMETER_KMS_KEY_ID_NOT_FOUND,
            (_, _, _, Some("key-unauthorized")) => INVALID_PARAMETER_KMS_KEY_ID_KMS_UNAUTHORIZED,
            ("m-forbidden", ..) => FORBBIDEN,
            ("m-making", ..) => INCORRECT_IMAGE_STATUS,
            ("m-snapshot-gone", ..) => INVALID_SNAPSHOT_ID_NOT_FOUND,
            ("m-snapshot-old", ..) => INVALID_SNAPSHOT_TOO_OLD,
            ("m-snapshot-denied", ..) => OPERATION_DENIED,
            ("m-copying", ..) => OPERATION_DENIED_IMAGE_COPYING,
            ("m-oversized", ..) => SIZE_EXCEED_IMAGE,
            ("m-encrypted", ..) => OPERATION_DEINED_ENCRYPTED_SNAPSHOT,
            ("m-shared", ..) => OPERATION_DENIED_SAME_REGION_ONLY,
            ("m-marketplace-unpublished", ..) => OPERATION_DENIED_NOT_PUBLISHED,
            ("m-available", ..) => {
                let copy = format!("m-copy-{}", caller.request_id);
                held(&self.copying).insert(copy.clone());
                return Ok(CopyImageResponse { image_id: Some(copy), ..Default::default() });
            }
            _ => INVALID_IMAGE_ID_NOT_FOUND,
        };
        Err(refused.into())
    }

    async fn cancel_copy_image(
        &self,
        _: &Caller,
        request: CancelCopyImageRequest,
    ) -> Answer<CancelCopyImageResponse> {
        use documented::cancel_copy_image::*;
        let image = named("ImageId", &request.image_id)?;
        let refused = match (named("RegionId", &request.region_id)?, image) {
            ("cn-nosuch", _) => INVALID_REGION_ID_NOT_FOUND,
            (_, "m-available") => IMAGE_CREATED_NOT_FROM_COPY,
            (_, "m-copied") => INCORRECT_IMAGE_STATUS,
            (_, "m-copy-forgotten") => INCORRECT_IMAGE_STATUS_3,
            (_, "m-copy-arrived") => INCORRECT_IMAGE_STATUS_4,
            (_, "m-copy-failed") => INCORRECT_IMAGE_STATUS_5,
            (_, "m-copying") => CANCEL_NOT_SUPPORTED,
            (_, copy) if held(&self.copying).remove(copy) => return Ok(CancelCopyImageResponse::default()),
            _ => INVALID_IMAGE_ID_NOT_FOUND,
        };
        Err(refused.into())
    }

    async fn delete_image(&self, _: &Caller, request: DeleteImageRequest) -> Answer<DeleteImageResponse> {
        use documented::delete_image::*;
        named("RegionId", &request.region_id)?;
        let refused = match named("ImageId", &request.image_id)? {
            "m-in-use" if request.force != Some(true) => IMAGE_USING_BY_INSTANCE,
            "m-shared-with-others" => IMAGE_USE_SHARED,
            "m-copying" => OPERATION_DENIED_IMAGE_COPYING,
            "m-importing" => IMAGE_IS_IMPORTING,
            "m-exporting" => IMAGE_IS_EXPORTING,
            "m-shared" => INVALID_IMAGE_ID_NOT_FOUND,
            // Of an image that does not exist the page says that the request is ignored.
            _ => return Ok(DeleteImageResponse::default()),
        };
        Err(refused.into())
    }
}

/// The page lost the column that tells what is required.
fn named<'a>(name: &str, value: &'a Option<String>) -> Result<&'a str, Error> {
    let given = value.as_deref().filter(|value| !value.is_empty());
    given.ok_or_else(|| documented::common::MISSING_PARAMETER.about(name))
}

fn held(set: &Mutex<BTreeSet<String>>) -> MutexGuard<'_, BTreeSet<String>> {
    set.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A gate with one key.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    used: Mutex<BTreeSet<String>>,
}

impl wire::Gate for Gate {
    fn secret(&self, key_id: &str) -> Option<(String, Secret)> {
        (key_id == "key").then(|| ("account".to_owned(), Secret::new("secret")))
    }

    fn now_millis(&self) -> i64 {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
    }

    fn remember_nonce(&self, _: &str, nonce: &str, _: i64, _: i64) -> Result<(), GateTrouble> {
        let fresh = held(&self.used).insert(nonce.to_owned());
        if fresh { Ok(()) } else { Err(GateTrouble::NonceUsed) }
    }

    fn refusal(&self, trouble: GateTrouble) -> Refusal {
        use documented::common::*;
        let row = match trouble {
            GateTrouble::OperationMissing => return MISSING_PARAMETER.about("Action").into(),
            GateTrouble::OperationUnknown(_) => INVALID_ACTION_NOT_FOUND,
            GateTrouble::SignatureMissing => INCOMPLETE_SIGNATURE,
            GateTrouble::SignatureWrong { string_to_sign } => {
                return SIGNATURE_DOES_NOT_MATCH.about(&string_to_sign.unwrap_or_default()).into();
            }
            GateTrouble::KeyUnknown => INVALID_ACCESS_KEY_ID_NOT_FOUND,
            GateTrouble::NonceUsed => SIGNATURE_NONCE_USED,
            GateTrouble::TimeExpired => INVALID_TIME_STAMP_EXPIRED,
            GateTrouble::VersionWrong => INVALID_VERSION,
            GateTrouble::BadRequest(_) => INVALID_PARAMETER,
        };
        Error::from(row).into()
    }

    fn new_request_id(&self) -> String {
        let number = held(&self.used).len();
        format!("00000000-0000-4000-8000-{number:012}")
    }
}
