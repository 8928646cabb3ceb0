//! The documented errors, one constant for each row of each page.

use super::error::Documented;

/// The errors that the page of an operation lists, in page order.
pub fn of(operation: &str) -> &'static [Documented] {
    match operation {
        "CancelCopyImage" => cancel_copy_image::ALL,
        "CopyImage" => copy_image::ALL,
        "DeleteImage" => delete_image::ALL,
        _ => &[],
    }
}

/// The documented error that refuses a broken rule, where the pages tie one to it.
pub fn tied(operation: &str, broken: &wire::Violation) -> Option<Documented> {
    match (operation, broken.parameter.as_str(), broken.rule) {
        ("CopyImage", "KMSKeyId", wire::Rule::Across) => {
            Some(copy_image::INVALID_PARAMETER_ENCRYPTED_ILLEGAL)
        }
        ("CopyImage", "DestinationImageName", rule) if rule != wire::Rule::Required => {
            Some(copy_image::INVALID_IMAGE_NAME_MALFORMED_2)
        }
        ("CopyImage", "DestinationDescription", rule)
            if rule != wire::Rule::Required =>
        {
            Some(copy_image::INVALID_DESCRIPTION_MALFORMED)
        }
        ("CopyImage", "Encrypted", rule) if rule != wire::Rule::Required => {
            Some(copy_image::INVALID_PARAMETER_ENCRYPTED_ILLEGAL)
        }
        ("CopyImage", "KMSKeyId", rule) if rule != wire::Rule::Required => {
            Some(copy_image::INVALID_PARAMETER_ENCRYPTED_ILLEGAL)
        }
        (_, _, wire::Rule::Required) => Some(common::MISSING_PARAMETER),
        (_, _, rule) if rule != wire::Rule::Required => Some(common::INVALID_PARAMETER),
        _ => None,
    }
}

/// The errors of `CancelCopyImage`.
pub mod cancel_copy_image {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        INVALID_REGION_ID_NOT_FOUND,
        INVALID_IMAGE_ID_NOT_FOUND,
        IMAGE_CREATED_NOT_FROM_COPY,
        INCORRECT_IMAGE_STATUS,
        INVALID_DESCRIPTION_MALFORMED,
        INCORRECT_IMAGE_STATUS_2,
        INCORRECT_IMAGE_STATUS_3,
        INCORRECT_IMAGE_STATUS_4,
        INCORRECT_IMAGE_STATUS_5,
        INTERNAL_ERROR,
        CANCEL_NOT_SUPPORTED,
    ];

    /// The specified RegionId does not exist.
    ///
    /// 指定的地域ID无法找到。
    ///
    /// HTTP 404, `InvalidRegionId.NotFound` (`pages/CancelCopyImage.txt:62`).
    pub const INVALID_REGION_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidRegionId.NotFound",
        message: "The specified RegionId does not exist.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:62",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像,请核对镜像ID是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/CancelCopyImage.txt:63`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:63",
    };

    /// The specified image is not the target image of a copy action.
    ///
    /// 指定的镜像不是由复制得到的镜像,只能取消由复制产生的镜像。
    ///
    /// HTTP 400, `ImageCreatedNotFromCopy` (`pages/CancelCopyImage.txt:64`).
    pub const IMAGE_CREATED_NOT_FROM_COPY: Documented = Documented {
        http_status: Some(400),
        code: "ImageCreatedNotFromCopy",
        message: "The specified image is not the target image of a copy action.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:64",
    };

    /// The image is copied finished.
    ///
    /// 镜像已经复制完成。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.txt:65`).
    pub const INCORRECT_IMAGE_STATUS: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image is copied finished.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:65",
    };

    /// The specified description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符,不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CancelCopyImage.txt:66`).
    pub const INVALID_DESCRIPTION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified description is wrongly formed.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:66",
    };

    /// The specified snapshot is not coping.
    ///
    /// 指定的快照没有处于复制过程中。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.txt:67`).
    pub const INCORRECT_IMAGE_STATUS_2: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The specified snapshot is not coping.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:67",
    };

    /// The specified image is not coping.
    ///
    /// 指定的镜像没有处于复制过程中。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.txt:68`).
    pub const INCORRECT_IMAGE_STATUS_3: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The specified image is not coping.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:68",
    };

    /// The image has completed copy.
    ///
    /// 该镜像的复制已经完成。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.txt:69`).
    pub const INCORRECT_IMAGE_STATUS_4: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image has completed copy.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:69",
    };

    /// The Image copy has been failed.
    ///
    /// 该镜像的复制已经失败。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.txt:70`).
    pub const INCORRECT_IMAGE_STATUS_5: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The Image copy has been failed.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:70",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生内部错误,请重试;多次重试仍失败时,请提交工单。
    ///
    /// HTTP 500, `InternalError` (`pages/CancelCopyImage.txt:71`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:71",
    };

    /// The specified image coping can not be cancelled.
    ///
    /// 该复制镜像任务不能取消。
    ///
    /// HTTP 400, `CancelNotSupported` (`pages/CancelCopyImage.txt:72`).
    pub const CANCEL_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "CancelNotSupported",
        message: "The specified image coping can not be cancelled.",
        placeholder: None,
        page: "pages/CancelCopyImage.txt:72",
    };
}

/// The errors of `CopyImage`.
pub mod copy_image {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        INVALID_ALI_UID_IS_NULL,
        INVALID_IMAGE_NAME_MALFORMED,
        FORBBIDEN,
        INVALID_IMAGE_NAME_MALFORMED_2,
        INVALID_DESCRIPTION_MALFORMED,
        INVALID_DESCRIPTION_MALFORMED_2,
        SOURCE_REGION_NOT_FOUND,
        DESTINATION_REGION_NOT_FOUND,
        INVALID_IMAGE_ID_NOT_FOUND,
        INCORRECT_IMAGE_STATUS,
        INVALID_SNAPSHOT_ID_NOT_FOUND,
        INVALID_IMAGE_NAME_DUPLICATED,
        QUOTA_EXCEED_IMAGE,
        QUOTA_EXCEED_SNAPSHOT,
        OPERATION_DENIED_IMAGE_COPYING,
        REGION_NOT_SUPPORT_COPY,
        INVALID_SNAPSHOT_TOO_OLD,
        OPERATION_DENIED,
        INCORRECT_DESTINATION_REGION,
        SIZE_EXCEED_IMAGE,
        OPERATION_DEINED_ENCRYPTED_SNAPSHOT,
        INTERNAL_ERROR,
        OPERATION_DENIED_SAME_REGION_ONLY,
        OPERATION_DENIED_NOT_PUBLISHED,
        INVALID_PARAMETER_KMS_KEY_ID_NOT_FOUND,
        INVALID_PARAMETER_KMS_KEY_ID_KMS_UNAUTHORIZED,
        INTERNAL_ERROR_2,
        INVALID_REGION_NOT_SUPPORT,
        USER_NOT_IN_THE_WHITE_LIST,
        INVALID_PARAMETER_ENCRYPTED_ILLEGAL,
    ];

    /// The aliUid must not be null
    ///
    /// 参数aliUid不能为空。
    ///
    /// HTTP 401, `InvalidAliUid.IsNull` (`pages/CopyImage.txt:98`).
    pub const INVALID_ALI_UID_IS_NULL: Documented = Documented {
        http_status: Some(401),
        code: "InvalidAliUid.IsNull",
        message: "The aliUid must not be null",
        placeholder: None,
        page: "pages/CopyImage.txt:98",
    };

    /// The specified Image name is wrongly formed.
    ///
    /// 镜像名称不符合要求。长度为2\~128个字符,以英文字母或中文开头,可包含数字,点号(.),下划线(\_)或连字符(-)。 不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidImageName.Malformed` (`pages/CopyImage.txt:99`).
    pub const INVALID_IMAGE_NAME_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Malformed",
        message: "The specified Image name is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.txt:99",
    };

    /// User not authorized to operate on the specified resource.
    ///
    /// 当前用户没有操作指定资源的授权。
    ///
    /// HTTP 403, `Forbbiden` (`pages/CopyImage.txt:100`).
    pub const FORBBIDEN: Documented = Documented {
        http_status: Some(403),
        code: "Forbbiden",
        message: "User not authorized to operate on the specified resource.",
        placeholder: None,
        page: "pages/CopyImage.txt:100",
    };

    /// The specified destination Image name is wrongly formed.
    ///
    /// 镜像名称不符合要求。限制条件见DestinationImageName参数说明。
    ///
    /// HTTP 400, `InvalidImageName.Malformed` (`pages/CopyImage.txt:101`).
    pub const INVALID_IMAGE_NAME_MALFORMED_2: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Malformed",
        message: "The specified destination Image name is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.txt:101",
    };

    /// The specified destination description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符,不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CopyImage.txt:102`).
    pub const INVALID_DESCRIPTION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified destination description is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.txt:102",
    };

    /// The specified description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符,不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CopyImage.txt:103`).
    pub const INVALID_DESCRIPTION_MALFORMED_2: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified description is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.txt:103",
    };

    /// The source region not found
    ///
    /// 找不到指定的源镜像的地域。
    ///
    /// HTTP 400, `SourceRegion.NotFound` (`pages/CopyImage.txt:104`).
    pub const SOURCE_REGION_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "SourceRegion.NotFound",
        message: "The source region not found",
        placeholder: None,
        page: "pages/CopyImage.txt:104",
    };

    /// The destination region not found
    ///
    /// 找不到指定的目标地域。
    ///
    /// HTTP 400, `DestinationRegion.NotFound` (`pages/CopyImage.txt:105`).
    pub const DESTINATION_REGION_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "DestinationRegion.NotFound",
        message: "The destination region not found",
        placeholder: None,
        page: "pages/CopyImage.txt:105",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像,请核对镜像ID是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/CopyImage.txt:106`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/CopyImage.txt:106",
    };

    /// The image not available.
    ///
    /// 指定的镜像目前不可用。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CopyImage.txt:107`).
    pub const INCORRECT_IMAGE_STATUS: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image not available.",
        placeholder: None,
        page: "pages/CopyImage.txt:107",
    };

    /// The specified SnapshotId does not exist.
    ///
    /// 找不到指定的快照,请核对快照是否正确。
    ///
    /// HTTP 400, `InvalidSnapshotId.NotFound` (`pages/CopyImage.txt:108`).
    pub const INVALID_SNAPSHOT_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "InvalidSnapshotId.NotFound",
        message: "The specified SnapshotId does not exist.",
        placeholder: None,
        page: "pages/CopyImage.txt:108",
    };

    /// The destination image is exist.
    ///
    /// 目标镜像名已经存在。
    ///
    /// HTTP 400, `InvalidImageName.Duplicated` (`pages/CopyImage.txt:109`).
    pub const INVALID_IMAGE_NAME_DUPLICATED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Duplicated",
        message: "The destination image is exist.",
        placeholder: None,
        page: "pages/CopyImage.txt:109",
    };

    /// The Image Quota exceeds.
    ///
    /// 自定义镜像的额度已经用完。
    ///
    /// HTTP 403, `QuotaExceed.Image` (`pages/CopyImage.txt:110`).
    pub const QUOTA_EXCEED_IMAGE: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Image",
        message: "The Image Quota exceeds.",
        placeholder: None,
        page: "pages/CopyImage.txt:110",
    };

    /// The snapshot quota exceeds.
    ///
    /// 快照数量超过额度限制。如需保存新快照,请在不影响业务的前提下删除部分已有的老快照。
    ///
    /// HTTP 403, `QuotaExceed.Snapshot` (`pages/CopyImage.txt:111`).
    pub const QUOTA_EXCEED_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Snapshot",
        message: "The snapshot quota exceeds.",
        placeholder: None,
        page: "pages/CopyImage.txt:111",
    };

    /// The Image are coping.
    ///
    /// 镜像正在被复制,请稍后重试。
    ///
    /// HTTP 403, `OperationDenied.ImageCopying` (`pages/CopyImage.txt:112`).
    pub const OPERATION_DENIED_IMAGE_COPYING: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.ImageCopying",
        message: "The Image are coping.",
        placeholder: None,
        page: "pages/CopyImage.txt:112",
    };

    /// The region not support copy.
    ///
    /// 目标镜像地域或者源镜像所在地域暂不支持复制镜像。
    ///
    /// HTTP 403, `RegionNotSupportCopy` (`pages/CopyImage.txt:113`).
    pub const REGION_NOT_SUPPORT_COPY: Documented = Documented {
        http_status: Some(403),
        code: "RegionNotSupportCopy",
        message: "The region not support copy.",
        placeholder: None,
        page: "pages/CopyImage.txt:113",
    };

    /// This operation is denied because the specified snapshot is created before 2013-07-15.
    ///
    /// 操作被拒绝,指定的快照创建于2013-07-15之前。
    ///
    /// HTTP 403, `InvalidSnapshot.TooOld` (`pages/CopyImage.txt:114`).
    pub const INVALID_SNAPSHOT_TOO_OLD: Documented = Documented {
        http_status: Some(403),
        code: "InvalidSnapshot.TooOld",
        message: "This operation is denied because the specified snapshot is created before 2013-07-15.",
        placeholder: None,
        page: "pages/CopyImage.txt:114",
    };

    /// The specified snapshot is not allowed to create image.
    ///
    /// 不允许用指定的快照创建镜像。
    ///
    /// HTTP 403, `OperationDenied` (`pages/CopyImage.txt:115`).
    pub const OPERATION_DENIED: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied",
        message: "The specified snapshot is not allowed to create image.",
        placeholder: None,
        page: "pages/CopyImage.txt:115",
    };

    /// The destination region is not equal the target region.
    ///
    /// 复制镜像时,源地域不能与目标地域相同。
    ///
    /// HTTP 403, `IncorrectDestinationRegion` (`pages/CopyImage.txt:116`).
    pub const INCORRECT_DESTINATION_REGION: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDestinationRegion",
        message: "The destination region is not equal the target region.",
        placeholder: None,
        page: "pages/CopyImage.txt:116",
    };

    /// The image exceeds the maximum size. Please open a ticket to add the account to the white list.
    ///
    /// 镜像大小已超过允许操作的最大值,请联系客服加入白名单。
    ///
    /// HTTP 403, `SizeExceed.Image` (`pages/CopyImage.txt:117`).
    pub const SIZE_EXCEED_IMAGE: Documented = Documented {
        http_status: Some(403),
        code: "SizeExceed.Image",
        message: "The image exceeds the maximum size. Please open a ticket to add the account to the white list.",
        placeholder: None,
        page: "pages/CopyImage.txt:117",
    };

    /// The image contains encrypted snapshots, which do not support copying.
    ///
    /// 指定的镜像包含加密快照,不支持复制这种镜像。
    ///
    /// HTTP 403, `OperationDeined.EncryptedSnapshot` (`pages/CopyImage.txt:118`).
    pub const OPERATION_DEINED_ENCRYPTED_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "OperationDeined.EncryptedSnapshot",
        message: "The image contains encrypted snapshots, which do not support copying.",
        placeholder: None,
        page: "pages/CopyImage.txt:118",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生内部错误,请重试;多次重试仍失败时,请提交工单。
    ///
    /// HTTP 403, `InternalError` (`pages/CopyImage.txt:119`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(403),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/CopyImage.txt:119",
    };

    /// The image shared from others can not be copied to another region directly.
    ///
    /// 其他人共享的镜像不能复制到另一个地域。
    ///
    /// HTTP 403, `OperationDenied.SameRegionOnly` (`pages/CopyImage.txt:120`).
    pub const OPERATION_DENIED_SAME_REGION_ONLY: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.SameRegionOnly",
        message: "The image shared from others can not be copied to another region directly.",
        placeholder: None,
        page: "pages/CopyImage.txt:120",
    };

    /// The operation is denied because corresponding marketplace image is not published in destination
    /// region.
    ///
    /// 操作被拒绝,目标地域不支持该类型的镜像。
    ///
    /// HTTP 403, `OperationDenied.NotPublished` (`pages/CopyImage.txt:121`).
    pub const OPERATION_DENIED_NOT_PUBLISHED: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.NotPublished",
        message: "The operation is denied because corresponding marketplace image is not published in destination region.",
        placeholder: None,
        page: "pages/CopyImage.txt:121",
    };

    /// The specified KMSKeyId does not exist.
    ///
    /// 找不到参数KMSKeyId指定的密钥。
    ///
    /// HTTP 404, `InvalidParameter.KMSKeyId.NotFound` (`pages/CopyImage.txt:122`).
    pub const INVALID_PARAMETER_KMS_KEY_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidParameter.KMSKeyId.NotFound",
        message: "The specified KMSKeyId does not exist.",
        placeholder: None,
        page: "pages/CopyImage.txt:122",
    };

    /// ECS service have no right to access your KMS.
    ///
    /// ECS服务没有访问您的KMS的权限。
    ///
    /// HTTP 403, `InvalidParameter.KMSKeyId.KMSUnauthorized` (`pages/CopyImage.txt:123`).
    pub const INVALID_PARAMETER_KMS_KEY_ID_KMS_UNAUTHORIZED: Documented = Documented {
        http_status: Some(403),
        code: "InvalidParameter.KMSKeyId.KMSUnauthorized",
        message: "ECS service have no right to access your KMS.",
        placeholder: None,
        page: "pages/CopyImage.txt:123",
    };

    /// The request processing has failed due to some unknown error, exception or failure.
    ///
    /// 发生内部错误,请重试;多次重试仍失败时,请提交工单。
    ///
    /// HTTP 500, `InternalError` (`pages/CopyImage.txt:124`).
    pub const INTERNAL_ERROR_2: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error, exception or failure.",
        placeholder: None,
        page: "pages/CopyImage.txt:124",
    };

    /// The specified region does not support byok.
    ///
    /// 指定的地域不支持BYOK。
    ///
    /// HTTP 403, `InvalidRegion.NotSupport` (`pages/CopyImage.txt:125`).
    pub const INVALID_REGION_NOT_SUPPORT: Documented = Documented {
        http_status: Some(403),
        code: "InvalidRegion.NotSupport",
        message: "The specified region does not support byok.",
        placeholder: None,
        page: "pages/CopyImage.txt:125",
    };

    /// The user is not in byok white list.
    ///
    /// 您没有在byok白名单中,请加入白名单后再试。
    ///
    /// HTTP 403, `UserNotInTheWhiteList` (`pages/CopyImage.txt:126`).
    pub const USER_NOT_IN_THE_WHITE_LIST: Documented = Documented {
        http_status: Some(403),
        code: "UserNotInTheWhiteList",
        message: "The user is not in byok white list.",
        placeholder: None,
        page: "pages/CopyImage.txt:126",
    };

    /// The specified parameter Encrypted must be true when kmsKeyId is not empty.
    ///
    /// 如果设置了参数KMSKeyId,就必须同时开启加密属性。
    ///
    /// HTTP 400, `InvalidParameter.EncryptedIllegal` (`pages/CopyImage.txt:127`).
    pub const INVALID_PARAMETER_ENCRYPTED_ILLEGAL: Documented = Documented {
        http_status: Some(400),
        code: "InvalidParameter.EncryptedIllegal",
        message: "The specified parameter Encrypted must be true when kmsKeyId is not empty.",
        placeholder: None,
        page: "pages/CopyImage.txt:127",
    };
}

/// The errors of `DeleteImage`.
pub mod delete_image {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        IMAGE_USING_BY_INSTANCE,
        IMAGE_USE_SHARED,
        OPERATION_DENIED_IMAGE_COPYING,
        IMAGE_IS_IMPORTING,
        IMAGE_IS_EXPORTING,
        INVALID_IMAGE_ID_NOT_FOUND,
    ];

    /// The specified image has been used to create instances.
    ///
    /// 已经有实例由该镜像创建,不能删除。
    ///
    /// HTTP 403, `ImageUsingByInstance` (`pages/DeleteImage.txt:65`).
    pub const IMAGE_USING_BY_INSTANCE: Documented = Documented {
        http_status: Some(403),
        code: "ImageUsingByInstance",
        message: "The specified image has been used to create instances.",
        placeholder: None,
        page: "pages/DeleteImage.txt:65",
    };

    /// The specified image has been shared to others.
    ///
    /// 该镜像已经共享给其他用户。
    ///
    /// HTTP 403, `ImageUseShared` (`pages/DeleteImage.txt:66`).
    pub const IMAGE_USE_SHARED: Documented = Documented {
        http_status: Some(403),
        code: "ImageUseShared",
        message: "The specified image has been shared to others.",
        placeholder: None,
        page: "pages/DeleteImage.txt:66",
    };

    /// The Image is coping.
    ///
    /// 镜像正在被复制,请稍后重试。
    ///
    /// HTTP 403, `OperationDenied.ImageCopying` (`pages/DeleteImage.txt:67`).
    pub const OPERATION_DENIED_IMAGE_COPYING: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.ImageCopying",
        message: "The Image is coping.",
        placeholder: None,
        page: "pages/DeleteImage.txt:67",
    };

    /// The specified Image is importing.
    ///
    /// 镜像正在导入,不能执行该操作。
    ///
    /// HTTP 403, `ImageIsImporting` (`pages/DeleteImage.txt:68`).
    pub const IMAGE_IS_IMPORTING: Documented = Documented {
        http_status: Some(403),
        code: "ImageIsImporting",
        message: "The specified Image is importing.",
        placeholder: None,
        page: "pages/DeleteImage.txt:68",
    };

    /// The specified Image is exporting. Please cancel task first.
    ///
    /// 镜像正在导出,需要先取消导出任务。
    ///
    /// HTTP 403, `ImageIsExporting` (`pages/DeleteImage.txt:69`).
    pub const IMAGE_IS_EXPORTING: Documented = Documented {
        http_status: Some(403),
        code: "ImageIsExporting",
        message: "The specified Image is exporting. Please cancel task first.",
        placeholder: None,
        page: "pages/DeleteImage.txt:69",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像,请核对镜像ID是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/DeleteImage.txt:70`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/DeleteImage.txt:70",
    };
}

/// The errors that hold for every operation.
pub mod common {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        MISSING_PARAMETER,
        INVALID_ACTION_NOT_FOUND,
        INVALID_VERSION,
        INVALID_ACCESS_KEY_ID_NOT_FOUND,
        SIGNATURE_DOES_NOT_MATCH,
        SIGNATURE_NONCE_USED,
        INCOMPLETE_SIGNATURE,
        INVALID_TIME_STAMP_EXPIRED,
        INVALID_PARAMETER,
        THROTTLING,
        INTERNAL_ERROR,
        SERVICE_UNAVAILABLE,
    ];

    /// The input parameter "\<parameter name\>" that is mandatory for processing this request is not
    /// supplied.
    ///
    /// 缺少处理该请求所必需的参数。
    ///
    /// HTTP 400, `MissingParameter` (`pages/common_errors.txt:6`).
    pub const MISSING_PARAMETER: Documented = Documented {
        http_status: Some(400),
        code: "MissingParameter",
        message: "The input parameter \"<parameter name>\" that is mandatory for processing this request is not supplied.",
        placeholder: Some("<parameter name>"),
        page: "pages/common_errors.txt:6",
    };

    /// Specified api is not found, please check your url and method.
    ///
    /// 找不到指定的接口,请核对请求地址和请求方法。
    ///
    /// HTTP 404, `InvalidAction.NotFound` (`pages/common_errors.txt:7`).
    pub const INVALID_ACTION_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidAction.NotFound",
        message: "Specified api is not found, please check your url and method.",
        placeholder: None,
        page: "pages/common_errors.txt:7",
    };

    /// Specified parameter Version is not valid.
    ///
    /// 参数Version的取值无效。
    ///
    /// HTTP 400, `InvalidVersion` (`pages/common_errors.txt:8`).
    pub const INVALID_VERSION: Documented = Documented {
        http_status: Some(400),
        code: "InvalidVersion",
        message: "Specified parameter Version is not valid.",
        placeholder: None,
        page: "pages/common_errors.txt:8",
    };

    /// Specified access key is not found.
    ///
    /// 找不到指定的AccessKey。
    ///
    /// HTTP 404, `InvalidAccessKeyId.NotFound` (`pages/common_errors.txt:9`).
    pub const INVALID_ACCESS_KEY_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidAccessKeyId.NotFound",
        message: "Specified access key is not found.",
        placeholder: None,
        page: "pages/common_errors.txt:9",
    };

    /// Specified signature is not matched with our calculation. server string to sign is:%s.
    ///
    /// 请求中的签名与服务端计算的结果不一致。
    ///
    /// HTTP 400, `SignatureDoesNotMatch` (`pages/common_errors.txt:10`).
    pub const SIGNATURE_DOES_NOT_MATCH: Documented = Documented {
        http_status: Some(400),
        code: "SignatureDoesNotMatch",
        message: "Specified signature is not matched with our calculation. server string to sign is:%s.",
        placeholder: Some("%s"),
        page: "pages/common_errors.txt:10",
    };

    /// Specified signature nonce was used already.
    ///
    /// 签名随机数已经使用过。
    ///
    /// HTTP 400, `SignatureNonceUsed` (`pages/common_errors.txt:11`).
    pub const SIGNATURE_NONCE_USED: Documented = Documented {
        http_status: Some(400),
        code: "SignatureNonceUsed",
        message: "Specified signature nonce was used already.",
        placeholder: None,
        page: "pages/common_errors.txt:11",
    };

    /// The request signature does not conform to Aliyun standards.
    ///
    /// 请求的签名不符合阿里云规范。
    ///
    /// HTTP 400, `IncompleteSignature` (`pages/common_errors.txt:12`).
    pub const INCOMPLETE_SIGNATURE: Documented = Documented {
        http_status: Some(400),
        code: "IncompleteSignature",
        message: "The request signature does not conform to Aliyun standards.",
        placeholder: None,
        page: "pages/common_errors.txt:12",
    };

    /// Specified time stamp or date value is expired.
    ///
    /// 请求的时间戳或日期已经过期。
    ///
    /// HTTP 400, `InvalidTimeStamp.Expired` (`pages/common_errors.txt:13`).
    pub const INVALID_TIME_STAMP_EXPIRED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTimeStamp.Expired",
        message: "Specified time stamp or date value is expired.",
        placeholder: None,
        page: "pages/common_errors.txt:13",
    };

    /// The specified parameter "\<parameter name\>" is not valid.
    ///
    /// 指定参数的取值无效。
    ///
    /// HTTP 400, `InvalidParameter` (`pages/common_errors.txt:14`).
    pub const INVALID_PARAMETER: Documented = Documented {
        http_status: Some(400),
        code: "InvalidParameter",
        message: "The specified parameter \"<parameter name>\" is not valid.",
        placeholder: Some("<parameter name>"),
        page: "pages/common_errors.txt:14",
    };

    /// Request was denied due to request throttling.
    ///
    /// 请求过于频繁,触发限流而被拒绝。
    ///
    /// HTTP 400, `Throttling` (`pages/common_errors.txt:15`).
    pub const THROTTLING: Documented = Documented {
        http_status: Some(400),
        code: "Throttling",
        message: "Request was denied due to request throttling.",
        placeholder: None,
        page: "pages/common_errors.txt:15",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生未知错误,请求处理失败。
    ///
    /// HTTP 500, `InternalError` (`pages/common_errors.txt:16`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/common_errors.txt:16",
    };

    /// The request has failed due to a temporary failure of the server.
    ///
    /// 服务器暂时不可用,请求失败。
    ///
    /// HTTP 503, `ServiceUnavailable` (`pages/common_errors.txt:17`).
    pub const SERVICE_UNAVAILABLE: Documented = Documented {
        http_status: Some(503),
        code: "ServiceUnavailable",
        message: "The request has failed due to a temporary failure of the server.",
        placeholder: None,
        page: "pages/common_errors.txt:17",
    };
}
