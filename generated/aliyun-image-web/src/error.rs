//! What the documented service answers when it refuses.

use std::fmt;

/// A refusal of the documented service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The HTTP status, where the envelope has one for refusals.
    pub http_status: Option<u16>,
    /// The code.
    pub code: ErrorCode,
    /// The message, placeholders filled in.
    pub message: String,
    /// The request that was refused, where the envelope names it.
    pub request_id: Option<String>,
}

impl Error {
    /// A refusal that no page documents.
    pub fn other(
        http_status: Option<u16>,
        code: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            http_status,
            code: ErrorCode::from(code.into()),
            message: message.into(),
            request_id: None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Error {}

impl From<Documented> for Error {
    fn from(documented: Documented) -> Self {
        Self::other(documented.http_status, documented.code, documented.message)
    }
}

impl From<Error> for wire::Refusal {
    fn from(error: Error) -> Self {
        Self::new(error.http_status, error.code.as_str(), error.message)
    }
}

/// A row of an error table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documented {
    /// The HTTP status, where the page states one.
    pub http_status: Option<u16>,
    /// The code, verbatim.
    pub code: &'static str,
    /// The message, verbatim; it may hold a placeholder.
    pub message: &'static str,
    /// The part of the message that stands for something else.
    pub placeholder: Option<&'static str>,
    /// File and line of the row.
    pub page: &'static str,
}

impl Documented {
    /// The refusal, with what its message is about in place of the placeholder.
    pub fn about(self, subject: &str) -> Error {
        let message = match self.placeholder {
            Some(placeholder) => self.message.replacen(placeholder, subject, 1),
            None => self.message.to_owned(),
        };
        Error::other(self.http_status, self.code, message)
    }
}

/// The documented codes, and room for others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// `InvalidRegionId.NotFound`.
    InvalidRegionIdNotFound,
    /// `InvalidImageId.NotFound`.
    InvalidImageIdNotFound,
    /// `ImageCreatedNotFromCopy`.
    ImageCreatedNotFromCopy,
    /// `IncorrectImageStatus`.
    IncorrectImageStatus,
    /// `InvalidDescription.Malformed`.
    InvalidDescriptionMalformed,
    /// `InternalError`.
    InternalError,
    /// `CancelNotSupported`.
    CancelNotSupported,
    /// `InvalidAliUid.IsNull`.
    InvalidAliUidIsNull,
    /// `InvalidImageName.Malformed`.
    InvalidImageNameMalformed,
    /// `Forbbiden`.
    Forbbiden,
    /// `SourceRegion.NotFound`.
    SourceRegionNotFound,
    /// `DestinationRegion.NotFound`.
    DestinationRegionNotFound,
    /// `InvalidSnapshotId.NotFound`.
    InvalidSnapshotIdNotFound,
    /// `InvalidImageName.Duplicated`.
    InvalidImageNameDuplicated,
    /// `QuotaExceed.Image`.
    QuotaExceedImage,
    /// `QuotaExceed.Snapshot`.
    QuotaExceedSnapshot,
    /// `OperationDenied.ImageCopying`.
    OperationDeniedImageCopying,
    /// `RegionNotSupportCopy`.
    RegionNotSupportCopy,
    /// `InvalidSnapshot.TooOld`.
    InvalidSnapshotTooOld,
    /// `OperationDenied`.
    OperationDenied,
    /// `IncorrectDestinationRegion`.
    IncorrectDestinationRegion,
    /// `SizeExceed.Image`.
    SizeExceedImage,
    /// `OperationDeined.EncryptedSnapshot`.
    OperationDeinedEncryptedSnapshot,
    /// `OperationDenied.SameRegionOnly`.
    OperationDeniedSameRegionOnly,
    /// `OperationDenied.NotPublished`.
    OperationDeniedNotPublished,
    /// `InvalidParameter.KMSKeyId.NotFound`.
    InvalidParameterKmsKeyIdNotFound,
    /// `InvalidParameter.KMSKeyId.KMSUnauthorized`.
    InvalidParameterKmsKeyIdKmsUnauthorized,
    /// `InvalidRegion.NotSupport`.
    InvalidRegionNotSupport,
    /// `UserNotInTheWhiteList`.
    UserNotInTheWhiteList,
    /// `InvalidParameter.EncryptedIllegal`.
    InvalidParameterEncryptedIllegal,
    /// `ImageUsingByInstance`.
    ImageUsingByInstance,
    /// `ImageUseShared`.
    ImageUseShared,
    /// `ImageIsImporting`.
    ImageIsImporting,
    /// `ImageIsExporting`.
    ImageIsExporting,
    /// `MissingParameter`.
    MissingParameter,
    /// `InvalidAction.NotFound`.
    InvalidActionNotFound,
    /// `InvalidVersion`.
    InvalidVersion,
    /// `InvalidAccessKeyId.NotFound`.
    InvalidAccessKeyIdNotFound,
    /// `SignatureDoesNotMatch`.
    SignatureDoesNotMatch,
    /// `SignatureNonceUsed`.
    SignatureNonceUsed,
    /// `IncompleteSignature`.
    IncompleteSignature,
    /// `InvalidTimeStamp.Expired`.
    InvalidTimeStampExpired,
    /// `InvalidParameter`.
    InvalidParameter,
    /// `Throttling`.
    Throttling,
    /// `ServiceUnavailable`.
    ServiceUnavailable,
    /// A code that no page documents.
    Other(String),
}

impl ErrorCode {
    /// The code as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidRegionIdNotFound => "InvalidRegionId.NotFound",
            Self::InvalidImageIdNotFound => "InvalidImageId.NotFound",
            Self::ImageCreatedNotFromCopy => "ImageCreatedNotFromCopy",
            Self::IncorrectImageStatus => "IncorrectImageStatus",
            Self::InvalidDescriptionMalformed => "InvalidDescription.Malformed",
            Self::InternalError => "InternalError",
            Self::CancelNotSupported => "CancelNotSupported",
            Self::InvalidAliUidIsNull => "InvalidAliUid.IsNull",
            Self::InvalidImageNameMalformed => "InvalidImageName.Malformed",
            Self::Forbbiden => "Forbbiden",
            Self::SourceRegionNotFound => "SourceRegion.NotFound",
            Self::DestinationRegionNotFound => "DestinationRegion.NotFound",
            Self::InvalidSnapshotIdNotFound => "InvalidSnapshotId.NotFound",
            Self::InvalidImageNameDuplicated => "InvalidImageName.Duplicated",
            Self::QuotaExceedImage => "QuotaExceed.Image",
            Self::QuotaExceedSnapshot => "QuotaExceed.Snapshot",
            Self::OperationDeniedImageCopying => "OperationDenied.ImageCopying",
            Self::RegionNotSupportCopy => "RegionNotSupportCopy",
            Self::InvalidSnapshotTooOld => "InvalidSnapshot.TooOld",
            Self::OperationDenied => "OperationDenied",
            Self::IncorrectDestinationRegion => "IncorrectDestinationRegion",
            Self::SizeExceedImage => "SizeExceed.Image",
            Self::OperationDeinedEncryptedSnapshot => {
                "OperationDeined.EncryptedSnapshot"
            }
            Self::OperationDeniedSameRegionOnly => "OperationDenied.SameRegionOnly",
            Self::OperationDeniedNotPublished => "OperationDenied.NotPublished",
            Self::InvalidParameterKmsKeyIdNotFound => {
                "InvalidParameter.KMSKeyId.NotFound"
            }
            Self::InvalidParameterKmsKeyIdKmsUnauthorized => {
                "InvalidParameter.KMSKeyId.KMSUnauthorized"
            }
            Self::InvalidRegionNotSupport => "InvalidRegion.NotSupport",
            Self::UserNotInTheWhiteList => "UserNotInTheWhiteList",
            Self::InvalidParameterEncryptedIllegal => {
                "InvalidParameter.EncryptedIllegal"
            }
            Self::ImageUsingByInstance => "ImageUsingByInstance",
            Self::ImageUseShared => "ImageUseShared",
            Self::ImageIsImporting => "ImageIsImporting",
            Self::ImageIsExporting => "ImageIsExporting",
            Self::MissingParameter => "MissingParameter",
            Self::InvalidActionNotFound => "InvalidAction.NotFound",
            Self::InvalidVersion => "InvalidVersion",
            Self::InvalidAccessKeyIdNotFound => "InvalidAccessKeyId.NotFound",
            Self::SignatureDoesNotMatch => "SignatureDoesNotMatch",
            Self::SignatureNonceUsed => "SignatureNonceUsed",
            Self::IncompleteSignature => "IncompleteSignature",
            Self::InvalidTimeStampExpired => "InvalidTimeStamp.Expired",
            Self::InvalidParameter => "InvalidParameter",
            Self::Throttling => "Throttling",
            Self::ServiceUnavailable => "ServiceUnavailable",
            Self::Other(code) => code,
        }
    }
}

impl From<String> for ErrorCode {
    fn from(code: String) -> Self {
        match code.as_str() {
            "InvalidRegionId.NotFound" => Self::InvalidRegionIdNotFound,
            "InvalidImageId.NotFound" => Self::InvalidImageIdNotFound,
            "ImageCreatedNotFromCopy" => Self::ImageCreatedNotFromCopy,
            "IncorrectImageStatus" => Self::IncorrectImageStatus,
            "InvalidDescription.Malformed" => Self::InvalidDescriptionMalformed,
            "InternalError" => Self::InternalError,
            "CancelNotSupported" => Self::CancelNotSupported,
            "InvalidAliUid.IsNull" => Self::InvalidAliUidIsNull,
            "InvalidImageName.Malformed" => Self::InvalidImageNameMalformed,
            "Forbbiden" => Self::Forbbiden,
            "SourceRegion.NotFound" => Self::SourceRegionNotFound,
            "DestinationRegion.NotFound" => Self::DestinationRegionNotFound,
            "InvalidSnapshotId.NotFound" => Self::InvalidSnapshotIdNotFound,
            "InvalidImageName.Duplicated" => Self::InvalidImageNameDuplicated,
            "QuotaExceed.Image" => Self::QuotaExceedImage,
            "QuotaExceed.Snapshot" => Self::QuotaExceedSnapshot,
            "OperationDenied.ImageCopying" => Self::OperationDeniedImageCopying,
            "RegionNotSupportCopy" => Self::RegionNotSupportCopy,
            "InvalidSnapshot.TooOld" => Self::InvalidSnapshotTooOld,
            "OperationDenied" => Self::OperationDenied,
            "IncorrectDestinationRegion" => Self::IncorrectDestinationRegion,
            "SizeExceed.Image" => Self::SizeExceedImage,
            "OperationDeined.EncryptedSnapshot" => {
                Self::OperationDeinedEncryptedSnapshot
            }
            "OperationDenied.SameRegionOnly" => Self::OperationDeniedSameRegionOnly,
            "OperationDenied.NotPublished" => Self::OperationDeniedNotPublished,
            "InvalidParameter.KMSKeyId.NotFound" => {
                Self::InvalidParameterKmsKeyIdNotFound
            }
            "InvalidParameter.KMSKeyId.KMSUnauthorized" => {
                Self::InvalidParameterKmsKeyIdKmsUnauthorized
            }
            "InvalidRegion.NotSupport" => Self::InvalidRegionNotSupport,
            "UserNotInTheWhiteList" => Self::UserNotInTheWhiteList,
            "InvalidParameter.EncryptedIllegal" => {
                Self::InvalidParameterEncryptedIllegal
            }
            "ImageUsingByInstance" => Self::ImageUsingByInstance,
            "ImageUseShared" => Self::ImageUseShared,
            "ImageIsImporting" => Self::ImageIsImporting,
            "ImageIsExporting" => Self::ImageIsExporting,
            "MissingParameter" => Self::MissingParameter,
            "InvalidAction.NotFound" => Self::InvalidActionNotFound,
            "InvalidVersion" => Self::InvalidVersion,
            "InvalidAccessKeyId.NotFound" => Self::InvalidAccessKeyIdNotFound,
            "SignatureDoesNotMatch" => Self::SignatureDoesNotMatch,
            "SignatureNonceUsed" => Self::SignatureNonceUsed,
            "IncompleteSignature" => Self::IncompleteSignature,
            "InvalidTimeStamp.Expired" => Self::InvalidTimeStampExpired,
            "InvalidParameter" => Self::InvalidParameter,
            "Throttling" => Self::Throttling,
            "ServiceUnavailable" => Self::ServiceUnavailable,
            _ => Self::Other(code),
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
