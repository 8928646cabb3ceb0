//! The documented errors, one constant for each row of each page.

use super::error::Documented;

/// The errors that the page of an operation lists, in page order.
pub fn of(operation: &str) -> &'static [Documented] {
    match operation {
        "CancelCopyImage" => cancel_copy_image::ALL,
        "CopyImage" => copy_image::ALL,
        "CreateImage" => create_image::ALL,
        "DeleteImage" => delete_image::ALL,
        "DescribeImages" => describe_images::ALL,
        "DescribeRegions" => describe_regions::ALL,
        _ => &[],
    }
}

/// The documented error that refuses a broken rule, where the pages tie one to it.
pub fn tied(operation: &str, broken: &wire::Violation) -> Option<Documented> {
    match (operation, broken.parameter.as_str(), broken.rule) {
        ("CreateImage", "SnapshotId", wire::Rule::Across) => {
            Some(create_image::MISSING_PARAMETER)
        }
        ("CopyImage", "DestinationImageName", rule) if rule != wire::Rule::Required => {
            Some(copy_image::INVALID_IMAGE_NAME_MALFORMED_2)
        }
        ("CopyImage", "DestinationDescription", rule)
            if rule != wire::Rule::Required =>
        {
            Some(copy_image::INVALID_DESCRIPTION_MALFORMED)
        }
        ("CreateImage", "ImageName", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_IMAGE_NAME_MALFORMED)
        }
        ("CreateImage", "Description", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_DESCRIPTION_MALFORMED)
        }
        ("CreateImage", "ImageVersion", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_IMAGE_VERSION_MALFORMED)
        }
        ("CreateImage", "DiskDeviceMapping.N.Device", rule)
            if rule != wire::Rule::Required =>
        {
            Some(create_image::INVALID_DEVICE_MALFORMED)
        }
        ("CreateImage", "DiskDeviceMapping.N.SnapshotId", wire::Rule::Required) => {
            Some(create_image::MISSING_PARAMETER)
        }
        ("CreateImage", "InstanceId", wire::Rule::Required) => {
            Some(create_image::MISSING_PARAMETER)
        }
        ("CreateImage", "SnapshotId", wire::Rule::Required) => {
            Some(create_image::MISSING_PARAMETER)
        }
        ("CreateImage", "DiskDeviceMapping.N.Size", rule)
            if rule != wire::Rule::Required =>
        {
            Some(create_image::INVALID_SIZE_VALUE_NOT_SUPPORTED)
        }
        ("CreateImage", "Architecture", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_ARCHITECTURE_MALFORMED)
        }
        ("CreateImage", "Platform", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_PLATFORM_MALFORMED)
        }
        ("CreateImage", "DiskDeviceMapping.N.DiskType", rule)
            if rule != wire::Rule::Required =>
        {
            Some(create_image::INVALID_DISK_TYPE_VALUE_NOT_SUPPORTED)
        }
        ("CreateImage", "InstanceId", rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_INSTANCE_ID_VALUE_NOT_SUPPORTED)
        }
        ("DescribeImages", "ImageOwnerAlias", rule) if rule != wire::Rule::Required => {
            Some(describe_images::INVALID_IMAGE_OWNER_ALIAS_VALUE_NOT_SUPPORTED)
        }
        ("DescribeImages", "InstanceType", rule) if rule != wire::Rule::Required => {
            Some(describe_images::INVALID_INSTANCE_TYPE_VALUE_NOT_SUPPORTED)
        }
        ("DescribeImages", "Usage", rule) if rule != wire::Rule::Required => {
            Some(describe_images::INVALID_USAGE)
        }
        ("DescribeImages", "OSType", rule) if rule != wire::Rule::Required => {
            Some(describe_images::INVALID_OS_TYPE)
        }
        ("DescribeImages", "Architecture", rule) if rule != wire::Rule::Required => {
            Some(describe_images::INVALID_ARCHITECTURE)
        }
        ("CreateImage", _, rule) if rule != wire::Rule::Required => {
            Some(create_image::INVALID_PARAMETER_ALL_EMPTY)
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
    /// HTTP 404, `InvalidRegionId.NotFound` (`pages/CancelCopyImage.md:71`).
    pub const INVALID_REGION_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidRegionId.NotFound",
        message: "The specified RegionId does not exist.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:71",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像，请核对镜像ID是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/CancelCopyImage.md:72`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:72",
    };

    /// The specified image is not the target image of a copy action.
    ///
    /// 指定的镜像不是由复制得到的镜像，只能取消由复制产生的镜像。
    ///
    /// HTTP 400, `ImageCreatedNotFromCopy` (`pages/CancelCopyImage.md:73`).
    pub const IMAGE_CREATED_NOT_FROM_COPY: Documented = Documented {
        http_status: Some(400),
        code: "ImageCreatedNotFromCopy",
        message: "The specified image is not the target image of a copy action.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:73",
    };

    /// The image is copied finished.
    ///
    /// 镜像已经复制完成。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.md:74`).
    pub const INCORRECT_IMAGE_STATUS: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image is copied finished.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:74",
    };

    /// The specified description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符，不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CancelCopyImage.md:75`).
    pub const INVALID_DESCRIPTION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified description is wrongly formed.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:75",
    };

    /// The specified snapshot is not coping.
    ///
    /// 指定的快照没有处于复制过程中。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.md:76`).
    pub const INCORRECT_IMAGE_STATUS_2: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The specified snapshot is not coping.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:76",
    };

    /// The specified image is not coping.
    ///
    /// 指定的镜像没有处于复制过程中。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.md:77`).
    pub const INCORRECT_IMAGE_STATUS_3: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The specified image is not coping.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:77",
    };

    /// The image has completed copy.
    ///
    /// 该镜像的复制已经完成。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.md:78`).
    pub const INCORRECT_IMAGE_STATUS_4: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image has completed copy.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:78",
    };

    /// The Image copy has been failed.
    ///
    /// 该镜像的复制已经失败。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CancelCopyImage.md:79`).
    pub const INCORRECT_IMAGE_STATUS_5: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The Image copy has been failed.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:79",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生内部错误，请重试；多次重试仍失败时，请提交工单。
    ///
    /// HTTP 500, `InternalError` (`pages/CancelCopyImage.md:80`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:80",
    };

    /// The specified image coping can not be cancelled.
    ///
    /// 该复制镜像任务不能取消。
    ///
    /// HTTP 400, `CancelNotSupported` (`pages/CancelCopyImage.md:81`).
    pub const CANCEL_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "CancelNotSupported",
        message: "The specified image coping can not be cancelled.",
        placeholder: None,
        page: "pages/CancelCopyImage.md:81",
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
    ];

    /// The aliUid must not be null
    ///
    /// aliUid 参数不能为空。
    ///
    /// HTTP 401, `InvalidAliUid.IsNull` (`pages/CopyImage.md:99`).
    pub const INVALID_ALI_UID_IS_NULL: Documented = Documented {
        http_status: Some(401),
        code: "InvalidAliUid.IsNull",
        message: "The aliUid must not be null",
        placeholder: None,
        page: "pages/CopyImage.md:99",
    };

    /// The specified Image name is wrongly formed.
    ///
    /// 镜像名称不符合要求。长度为2-128个字符，以英文字母或中文开头，可包含数字，"."，"\_"或"-"。 不能以 http:// 和 https:// 开头。
    ///
    /// HTTP 400, `InvalidImageName.Malformed` (`pages/CopyImage.md:100`).
    pub const INVALID_IMAGE_NAME_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Malformed",
        message: "The specified Image name is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.md:100",
    };

    /// User not authorized to operate on the specified resource.
    ///
    /// 当前用户没有操作指定资源的授权。
    ///
    /// HTTP 403, `Forbbiden` (`pages/CopyImage.md:101`).
    pub const FORBBIDEN: Documented = Documented {
        http_status: Some(403),
        code: "Forbbiden",
        message: "User not authorized to operate on the specified resource.",
        placeholder: None,
        page: "pages/CopyImage.md:101",
    };

    /// The specified destination Image name is wrongly formed.
    ///
    /// 镜像名称不符合要求。长度为2-128个字符，以英文字母或中文开头，可包含数字，"."，"\_"或"-"。 不能以 http:// 和 https:// 开头。
    ///
    /// HTTP 400, `InvalidImageName.Malformed` (`pages/CopyImage.md:102`).
    pub const INVALID_IMAGE_NAME_MALFORMED_2: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Malformed",
        message: "The specified destination Image name is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.md:102",
    };

    /// The specified destination description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符，不能以 http:// 和 https:// 开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CopyImage.md:103`).
    pub const INVALID_DESCRIPTION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified destination description is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.md:103",
    };

    /// The specified description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符，不能以 http:// 和 https:// 开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CopyImage.md:104`).
    pub const INVALID_DESCRIPTION_MALFORMED_2: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified description is wrongly formed.",
        placeholder: None,
        page: "pages/CopyImage.md:104",
    };

    /// The source region not found
    ///
    /// 找不到指定的源镜像的地域。
    ///
    /// HTTP 400, `SourceRegion.NotFound` (`pages/CopyImage.md:105`).
    pub const SOURCE_REGION_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "SourceRegion.NotFound",
        message: "The source region not found",
        placeholder: None,
        page: "pages/CopyImage.md:105",
    };

    /// The destination region not found
    ///
    /// 找不到指定的源镜像的地域。
    ///
    /// HTTP 400, `DestinationRegion.NotFound` (`pages/CopyImage.md:106`).
    pub const DESTINATION_REGION_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "DestinationRegion.NotFound",
        message: "The destination region not found",
        placeholder: None,
        page: "pages/CopyImage.md:106",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像，请核对镜像id是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/CopyImage.md:107`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/CopyImage.md:107",
    };

    /// The image not available.
    ///
    /// 指定的镜像目前不可用。
    ///
    /// HTTP 400, `IncorrectImageStatus` (`pages/CopyImage.md:108`).
    pub const INCORRECT_IMAGE_STATUS: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectImageStatus",
        message: "The image not available.",
        placeholder: None,
        page: "pages/CopyImage.md:108",
    };

    /// The specified SnapshotId does not exist.
    ///
    /// 找不到指定的快照，请核对快照是否正确。
    ///
    /// HTTP 400, `InvalidSnapshotId.NotFound` (`pages/CopyImage.md:109`).
    pub const INVALID_SNAPSHOT_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(400),
        code: "InvalidSnapshotId.NotFound",
        message: "The specified SnapshotId does not exist.",
        placeholder: None,
        page: "pages/CopyImage.md:109",
    };

    /// The destination image is exist.
    ///
    /// 目标镜像名已经存在。
    ///
    /// HTTP 400, `InvalidImageName.Duplicated` (`pages/CopyImage.md:110`).
    pub const INVALID_IMAGE_NAME_DUPLICATED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Duplicated",
        message: "The destination image is exist.",
        placeholder: None,
        page: "pages/CopyImage.md:110",
    };

    /// The Image Quota exceeds.
    ///
    /// 自定义镜像的额度已经用完。
    ///
    /// HTTP 403, `QuotaExceed.Image` (`pages/CopyImage.md:111`).
    pub const QUOTA_EXCEED_IMAGE: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Image",
        message: "The Image Quota exceeds.",
        placeholder: None,
        page: "pages/CopyImage.md:111",
    };

    /// The snapshot quota exceeds.
    ///
    /// 快照数量超过额度限制。如需保存新快照，请在不影响业务的前提下删除部分已有的老快照。
    ///
    /// HTTP 403, `QuotaExceed.Snapshot` (`pages/CopyImage.md:112`).
    pub const QUOTA_EXCEED_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Snapshot",
        message: "The snapshot quota exceeds.",
        placeholder: None,
        page: "pages/CopyImage.md:112",
    };

    /// The Image are coping.
    ///
    /// 镜像正在被复制，请稍后重试。
    ///
    /// HTTP 403, `OperationDenied.ImageCopying` (`pages/CopyImage.md:113`).
    pub const OPERATION_DENIED_IMAGE_COPYING: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.ImageCopying",
        message: "The Image are coping.",
        placeholder: None,
        page: "pages/CopyImage.md:113",
    };

    /// The region not support copy.
    ///
    /// 目标镜像地域或者源镜像所在地域暂不支持复制镜像。
    ///
    /// HTTP 403, `RegionNotSupportCopy` (`pages/CopyImage.md:114`).
    pub const REGION_NOT_SUPPORT_COPY: Documented = Documented {
        http_status: Some(403),
        code: "RegionNotSupportCopy",
        message: "The region not support copy.",
        placeholder: None,
        page: "pages/CopyImage.md:114",
    };

    /// This operation is denied because the specified snapshot is created before 2013-07-15.
    ///
    /// 操作被拒绝，指定的快照创建于 2013-07-15 之前。
    ///
    /// HTTP 403, `InvalidSnapshot.TooOld` (`pages/CopyImage.md:115`).
    pub const INVALID_SNAPSHOT_TOO_OLD: Documented = Documented {
        http_status: Some(403),
        code: "InvalidSnapshot.TooOld",
        message: "This operation is denied because the specified snapshot is created before 2013-07-15.",
        placeholder: None,
        page: "pages/CopyImage.md:115",
    };

    /// The specified snapshot is not allowed to create image.
    ///
    /// 不允许用指定的快照创建镜像。
    ///
    /// HTTP 403, `OperationDenied` (`pages/CopyImage.md:116`).
    pub const OPERATION_DENIED: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied",
        message: "The specified snapshot is not allowed to create image.",
        placeholder: None,
        page: "pages/CopyImage.md:116",
    };

    /// The destination region is not equal the target region.
    ///
    /// 复制镜像时，源地域不能与目标地域相同。
    ///
    /// HTTP 403, `IncorrectDestinationRegion` (`pages/CopyImage.md:117`).
    pub const INCORRECT_DESTINATION_REGION: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDestinationRegion",
        message: "The destination region is not equal the target region.",
        placeholder: None,
        page: "pages/CopyImage.md:117",
    };

    /// The image exceeds the maximum size. Please open a ticket to add the account to the white list.
    ///
    /// 指定的镜像超过容量上限，请提交工单联系阿里云处理。
    ///
    /// HTTP 403, `SizeExceed.Image` (`pages/CopyImage.md:118`).
    pub const SIZE_EXCEED_IMAGE: Documented = Documented {
        http_status: Some(403),
        code: "SizeExceed.Image",
        message: "The image exceeds the maximum size. Please open a ticket to add the account to the white list.",
        placeholder: None,
        page: "pages/CopyImage.md:118",
    };

    /// The image contains encrypted snapshots, which do not support copying.
    ///
    /// 指定的镜像包含加密快照，无法复制。
    ///
    /// HTTP 403, `OperationDeined.EncryptedSnapshot` (`pages/CopyImage.md:119`).
    pub const OPERATION_DEINED_ENCRYPTED_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "OperationDeined.EncryptedSnapshot",
        message: "The image contains encrypted snapshots, which do not support copying.",
        placeholder: None,
        page: "pages/CopyImage.md:119",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生内部错误，请重试；多次重试仍失败时，请提交工单。
    ///
    /// HTTP 403, `InternalError` (`pages/CopyImage.md:120`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(403),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/CopyImage.md:120",
    };

    /// The image shared from others can not be copied to another region directly.
    ///
    /// 共享镜像无法复制。
    ///
    /// HTTP 403, `OperationDenied.SameRegionOnly` (`pages/CopyImage.md:121`).
    pub const OPERATION_DENIED_SAME_REGION_ONLY: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.SameRegionOnly",
        message: "The image shared from others can not be copied to another region directly.",
        placeholder: None,
        page: "pages/CopyImage.md:121",
    };
}

/// The errors of `CreateImage`.
pub mod create_image {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        INVALID_SNAPSHOT_ID_NOT_FOUND,
        INVALID_IMAGE_NAME_MALFORMED,
        INVALID_IMAGE_NAME_DUPLICATED,
        INVALID_DESCRIPTION_MALFORMED,
        INVALID_IMAGE_VERSION_MALFORMED,
        INVALID_SNAPSHOT_ID_NOT_READY,
        INVALID_SNAPSHOT_TOO_OLD,
        OPERATION_DENIED,
        QUOTA_EXCEED_IMAGE,
        OPERATION_DENIED_2,
        INVALID_PARAMTER_CONFLICT,
        INVALID_INSTANCE_ID_NOT_FOUND,
        INCORRECT_INSTANCE_STATUS,
        INSTANCE_LOCKED_FOR_SECURITY,
        INVALID_DEVICE_MALFORMED,
        MISSING_PARAMETER,
        INVALID_SIZE_VALUE_NOT_SUPPORTED,
        INVALID_DEVICE_IN_USE,
        OPERATION_DENIED_3,
        OPERATION_DENIED_4,
        INVALID_DISK_CATEGORY_CREATE_IMAGE,
        INVALID_ACCOUNT_STATUS_NOT_ENOUGH_BALANCE,
        INVALID_ACCOUNT_STATUS_SNAPSHOT_SERVICE_UNAVAILABLE,
        USER_NOT_IN_THE_WHITE_LIST,
        INVALID_ARCHITECTURE_MALFORMED,
        INVALID_PLATFORM_MALFORMED,
        OPERATION_DENIED_5,
        INVALID_PARAMETER_ALL_EMPTY,
        INCORRECT_DISK_STATUS_INVALID,
        OPERATION_DENIED_INVALID_SNAPSHOT_CATEGORY,
        QUOTA_EXCEED_SNAPSHOT,
        INCORRECT_DISK_STATUS_TRANSFERRING,
        INCORRECT_DISK_STATUS,
        INVALID_SYSTEM_SNAPSHOT_MISSING,
        INCORRECT_DISK_STATUS_CREATING_SNAPSHOT,
        INVALID_RESOURCE_GROUP_NOT_FOUND,
        INTERNAL_ERROR,
        INVALID_PARAMETER_KMS_KEY_ID_CMK_NOT_ENABLED,
        INVALID_PARAMETER_KMS_KEY_ID_KMS_UNAUTHORIZED,
        INTERNAL_ERROR_2,
        DUPLICATE_TAG_KEY,
        INVALID_TAG_KEY_MALFORMED,
        INVALID_TAG_VALUE_MALFORMED,
        QUOTA_EXCEED_TAGS,
        INVALID_DISK_TYPE_VALUE_NOT_SUPPORTED,
        IDEMPOTENCE_PARAM_NOT_MATCH,
        INVALID_INSTANCE_ID_VALUE_NOT_SUPPORTED,
        INVALID_REGION_ID_NOT_FOUND,
    ];

    /// The specified SnapshotId does not exist.
    ///
    /// 找不到指定的快照，请核对快照是否正确。
    ///
    /// HTTP 404, `InvalidSnapshotId.NotFound` (`pages/CreateImage.md:189`).
    pub const INVALID_SNAPSHOT_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidSnapshotId.NotFound",
        message: "The specified SnapshotId does not exist.",
        placeholder: None,
        page: "pages/CreateImage.md:189",
    };

    /// The specified Image name is wrongly formed.
    ///
    /// 镜像名称的格式不符合要求。长度为2\~128个字符。必须以大小字母或中文开头，不能以aliyun和acs:开头，不能包含http://或者https://。可以包含数字、半角句号（.）、半角冒号（:）、下划线（\_）或者短划线（-）。
    ///
    /// HTTP 400, `InvalidImageName.Malformed` (`pages/CreateImage.md:190`).
    pub const INVALID_IMAGE_NAME_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Malformed",
        message: "The specified Image name is wrongly formed.",
        placeholder: None,
        page: "pages/CreateImage.md:190",
    };

    /// The specified Image name has already bean used.
    ///
    /// 镜像名称已被占用。
    ///
    /// HTTP 400, `InvalidImageName.Duplicated` (`pages/CreateImage.md:191`).
    pub const INVALID_IMAGE_NAME_DUPLICATED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageName.Duplicated",
        message: "The specified Image name has already bean used.",
        placeholder: None,
        page: "pages/CreateImage.md:191",
    };

    /// The specified description is wrongly formed.
    ///
    /// 资源描述的格式不符合要求。长度为2-256个字符，不能以http://和https://开头。
    ///
    /// HTTP 400, `InvalidDescription.Malformed` (`pages/CreateImage.md:192`).
    pub const INVALID_DESCRIPTION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDescription.Malformed",
        message: "The specified description is wrongly formed.",
        placeholder: None,
        page: "pages/CreateImage.md:192",
    };

    /// The specified ImageVersion is wrongly formed.
    ///
    /// 镜像版本号的取值无效（或者您没有权限使用该快照）。
    ///
    /// HTTP 400, `InvalidImageVersion.Malformed` (`pages/CreateImage.md:193`).
    pub const INVALID_IMAGE_VERSION_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageVersion.Malformed",
        message: "The specified ImageVersion is wrongly formed.",
        placeholder: None,
        page: "pages/CreateImage.md:193",
    };

    /// The current status of the DiskDeviceMapping.n.SnapshotId or SnapshotId does not support this
    /// operation.
    ///
    /// 指定快照当前的状态不支持该操作。
    ///
    /// HTTP 403, `InvalidSnapshotId.NotReady` (`pages/CreateImage.md:194`).
    pub const INVALID_SNAPSHOT_ID_NOT_READY: Documented = Documented {
        http_status: Some(403),
        code: "InvalidSnapshotId.NotReady",
        message: "The current status of the DiskDeviceMapping.n.SnapshotId or SnapshotId does not support this operation.",
        placeholder: None,
        page: "pages/CreateImage.md:194",
    };

    /// This operation is denied because the specified snapshot by DiskDeviceMapping.n.SnapshotId or
    /// SnapshotId is created before 2013-07-15.
    ///
    /// 操作被拒绝，DiskDeviceMapping.n.SnapshotId或SnapshotId指定的快照创建于2013-07-15之前。
    ///
    /// HTTP 403, `InvalidSnapshot.TooOld` (`pages/CreateImage.md:195`).
    pub const INVALID_SNAPSHOT_TOO_OLD: Documented = Documented {
        http_status: Some(403),
        code: "InvalidSnapshot.TooOld",
        message: "This operation is denied because the specified snapshot by DiskDeviceMapping.n.SnapshotId or SnapshotId is created before 2013-07-15.",
        placeholder: None,
        page: "pages/CreateImage.md:195",
    };

    /// The specified snapshot is not allowed to create image.
    ///
    /// 不允许用指定的快照创建镜像。
    ///
    /// HTTP 403, `OperationDenied` (`pages/CreateImage.md:196`).
    pub const OPERATION_DENIED: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied",
        message: "The specified snapshot is not allowed to create image.",
        placeholder: None,
        page: "pages/CreateImage.md:196",
    };

    /// The Image Quota exceeds.
    ///
    /// 自定义镜像的额度已经用完。
    ///
    /// HTTP 403, `QuotaExceed.Image` (`pages/CreateImage.md:197`).
    pub const QUOTA_EXCEED_IMAGE: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Image",
        message: "The Image Quota exceeds.",
        placeholder: None,
        page: "pages/CreateImage.md:197",
    };

    /// The specified snapshot is not from system disk.
    ///
    /// 指定的快照不是来自系统盘。
    ///
    /// HTTP 403, `OperationDenied` (`pages/CreateImage.md:198`).
    pub const OPERATION_DENIED_2: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied",
        message: "The specified snapshot is not from system disk.",
        placeholder: None,
        page: "pages/CreateImage.md:198",
    };

    /// The specified same token is trying to make requests with different parameters.
    ///
    /// 同一个Token正被用于参数不同的两个请求。
    ///
    /// HTTP 403, `InvalidParamter.Conflict` (`pages/CreateImage.md:199`).
    pub const INVALID_PARAMTER_CONFLICT: Documented = Documented {
        http_status: Some(403),
        code: "InvalidParamter.Conflict",
        message: "The specified same token is trying to make requests with different parameters.",
        placeholder: None,
        page: "pages/CreateImage.md:199",
    };

    /// The specified InstanceId does not exist.
    ///
    /// 找不到指定的实例，请核对实例ID是否正确。
    ///
    /// HTTP 404, `InvalidInstanceId.NotFound` (`pages/CreateImage.md:200`).
    pub const INVALID_INSTANCE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidInstanceId.NotFound",
        message: "The specified InstanceId does not exist.",
        placeholder: None,
        page: "pages/CreateImage.md:200",
    };

    /// The current status of the instance does not support this operation.
    ///
    /// 实例当前的状态不支持该操作。
    ///
    /// HTTP 400, `IncorrectInstanceStatus` (`pages/CreateImage.md:201`).
    pub const INCORRECT_INSTANCE_STATUS: Documented = Documented {
        http_status: Some(400),
        code: "IncorrectInstanceStatus",
        message: "The current status of the instance does not support this operation.",
        placeholder: None,
        page: "pages/CreateImage.md:201",
    };

    /// The specified operation is denied as your instance is locked for security reasons.
    ///
    /// 实例因安全原因被锁定，不能执行该操作。
    ///
    /// HTTP 400, `InstanceLockedForSecurity` (`pages/CreateImage.md:202`).
    pub const INSTANCE_LOCKED_FOR_SECURITY: Documented = Documented {
        http_status: Some(400),
        code: "InstanceLockedForSecurity",
        message: "The specified operation is denied as your instance is locked for security reasons.",
        placeholder: None,
        page: "pages/CreateImage.md:202",
    };

    /// The specified parameter DiskDeviceMapping.n.Device is not valid.
    ///
    /// 参数DiskDeviceMapping.n.Device的取值不合法。
    ///
    /// HTTP 400, `InvalidDevice.Malformed` (`pages/CreateImage.md:203`).
    pub const INVALID_DEVICE_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDevice.Malformed",
        message: "The specified parameter DiskDeviceMapping.n.Device is not valid.",
        placeholder: None,
        page: "pages/CreateImage.md:203",
    };

    /// The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory for processing
    /// this request is not supplied.
    ///
    /// 没有传入参数SnapshotId，InstanceId和DiskDeviceMapping，三者不得都为空。
    ///
    /// HTTP 400, `MissingParameter` (`pages/CreateImage.md:204`).
    pub const MISSING_PARAMETER: Documented = Documented {
        http_status: Some(400),
        code: "MissingParameter",
        message: "The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory for processing this request is not supplied.",
        placeholder: None,
        page: "pages/CreateImage.md:204",
    };

    /// The specified parameter DiskDeviceMapping.n.Size beyond the permitted range.
    ///
    /// 参数DiskDeviceMapping.n.Size的值超出取值范围。
    ///
    /// HTTP 400, `InvalidSize.ValueNotSupported` (`pages/CreateImage.md:205`).
    pub const INVALID_SIZE_VALUE_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidSize.ValueNotSupported",
        message: "The specified parameter DiskDeviceMapping.n.Size beyond the permitted range.",
        placeholder: None,
        page: "pages/CreateImage.md:205",
    };

    /// The specified parameter DiskDeviceMapping.n.Device has been occupied.
    ///
    /// 参数DiskDeviceMapping.n.Device指定的设备名已被占用。
    ///
    /// HTTP 400, `InvalidDevice.InUse` (`pages/CreateImage.md:206`).
    pub const INVALID_DEVICE_IN_USE: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDevice.InUse",
        message: "The specified parameter DiskDeviceMapping.n.Device has been occupied.",
        placeholder: None,
        page: "pages/CreateImage.md:206",
    };

    /// The specified parameter DiskDeviceMapping.n.SnapshotId does not contain system disk snapshot.
    ///
    /// 指定的DiskDeviceMapping快照ID中没有系统盘快照。
    ///
    /// HTTP 400, `OperationDenied` (`pages/CreateImage.md:207`).
    pub const OPERATION_DENIED_3: Documented = Documented {
        http_status: Some(400),
        code: "OperationDenied",
        message: "The specified parameter DiskDeviceMapping.n.SnapshotId does not contain system disk snapshot.",
        placeholder: None,
        page: "pages/CreateImage.md:207",
    };

    /// The specified parameter DiskDeviceMapping.n.SnapshotId contains two or more system disk snapshots.
    ///
    /// 指定的DiskDeviceMapping快照ID中有两个及以上的系统盘快照。
    ///
    /// HTTP 400, `OperationDenied` (`pages/CreateImage.md:208`).
    pub const OPERATION_DENIED_4: Documented = Documented {
        http_status: Some(400),
        code: "OperationDenied",
        message: "The specified parameter DiskDeviceMapping.n.SnapshotId contains two or more system disk snapshots.",
        placeholder: None,
        page: "pages/CreateImage.md:208",
    };

    /// The specified diskCategory is not allowed to create image.
    ///
    /// 不允许用该磁盘类型创建镜像。
    ///
    /// HTTP 400, `InvalidDiskCategory.CreateImage` (`pages/CreateImage.md:209`).
    pub const INVALID_DISK_CATEGORY_CREATE_IMAGE: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDiskCategory.CreateImage",
        message: "The specified diskCategory is not allowed to create image.",
        placeholder: None,
        page: "pages/CreateImage.md:209",
    };

    /// Your account does not have enough balance.
    ///
    /// 账号的余额不足，请充值后再执行该操作。
    ///
    /// HTTP 403, `InvalidAccountStatus.NotEnoughBalance` (`pages/CreateImage.md:210`).
    pub const INVALID_ACCOUNT_STATUS_NOT_ENOUGH_BALANCE: Documented = Documented {
        http_status: Some(403),
        code: "InvalidAccountStatus.NotEnoughBalance",
        message: "Your account does not have enough balance.",
        placeholder: None,
        page: "pages/CreateImage.md:210",
    };

    /// Snapshot service has not been opened yet.
    ///
    /// 尚未开通快照服务，不能执行该操作。
    ///
    /// HTTP 403, `InvalidAccountStatus.SnapshotServiceUnavailable` (`pages/CreateImage.md:211`).
    pub const INVALID_ACCOUNT_STATUS_SNAPSHOT_SERVICE_UNAVAILABLE: Documented = Documented {
        http_status: Some(403),
        code: "InvalidAccountStatus.SnapshotServiceUnavailable",
        message: "Snapshot service has not been opened yet.",
        placeholder: None,
        page: "pages/CreateImage.md:211",
    };

    /// The user is not in the white list of create image by data disk snapshot.
    ///
    /// 您不在用数据盘快照创建镜像的白名单中，请先加入该白名单。
    ///
    /// HTTP 403, `UserNotInTheWhiteList` (`pages/CreateImage.md:212`).
    pub const USER_NOT_IN_THE_WHITE_LIST: Documented = Documented {
        http_status: Some(403),
        code: "UserNotInTheWhiteList",
        message: "The user is not in the white list of create image by data disk snapshot.",
        placeholder: None,
        page: "pages/CreateImage.md:212",
    };

    /// The specified Architecture is wrongly formed.
    ///
    /// 参数Architecture的格式不正确。
    ///
    /// HTTP 400, `InvalidArchitecture.Malformed` (`pages/CreateImage.md:213`).
    pub const INVALID_ARCHITECTURE_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidArchitecture.Malformed",
        message: "The specified Architecture is wrongly formed.",
        placeholder: None,
        page: "pages/CreateImage.md:213",
    };

    /// The specified Platform is wrongly formed.
    ///
    /// 指定的操作系统发行版不合法。
    ///
    /// HTTP 400, `InvalidPlatform.Malformed` (`pages/CreateImage.md:214`).
    pub const INVALID_PLATFORM_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidPlatform.Malformed",
        message: "The specified Platform is wrongly formed.",
        placeholder: None,
        page: "pages/CreateImage.md:214",
    };

    /// Not support creating system image from an encrypted snapshot/disk.
    ///
    /// 不允许用加密的磁盘和快照创建系统镜像。
    ///
    /// HTTP 400, `OperationDenied` (`pages/CreateImage.md:215`).
    pub const OPERATION_DENIED_5: Documented = Documented {
        http_status: Some(400),
        code: "OperationDenied",
        message: "Not support creating system image from an encrypted snapshot/disk.",
        placeholder: None,
        page: "pages/CreateImage.md:215",
    };

    /// %s
    ///
    /// 没有传入任何参数，请传入必要的参数。
    ///
    /// HTTP 400, `InvalidParameter.AllEmpty` (`pages/CreateImage.md:216`).
    pub const INVALID_PARAMETER_ALL_EMPTY: Documented = Documented {
        http_status: Some(400),
        code: "InvalidParameter.AllEmpty",
        message: "%s",
        placeholder: Some("%s"),
        page: "pages/CreateImage.md:216",
    };

    /// Device status is invalid, please restart instance and try again.
    ///
    /// 设备的状态无效，请重启实例后重试。
    ///
    /// HTTP 403, `IncorrectDiskStatus.Invalid` (`pages/CreateImage.md:217`).
    pub const INCORRECT_DISK_STATUS_INVALID: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDiskStatus.Invalid",
        message: "Device status is invalid, please restart instance and try again.",
        placeholder: None,
        page: "pages/CreateImage.md:217",
    };

    /// %s
    ///
    /// 该类型的快照不支持此操作。
    ///
    /// HTTP 403, `OperationDenied.InvalidSnapshotCategory` (`pages/CreateImage.md:218`).
    pub const OPERATION_DENIED_INVALID_SNAPSHOT_CATEGORY: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.InvalidSnapshotCategory",
        message: "%s",
        placeholder: Some("%s"),
        page: "pages/CreateImage.md:218",
    };

    /// The snapshot quota exceeds.
    ///
    /// 快照数量超过额度限制。如需保存新快照，请在不影响业务的前提下删除部分已有的老快照。
    ///
    /// HTTP 403, `QuotaExceed.Snapshot` (`pages/CreateImage.md:219`).
    pub const QUOTA_EXCEED_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Snapshot",
        message: "The snapshot quota exceeds.",
        placeholder: None,
        page: "pages/CreateImage.md:219",
    };

    /// The specified device is transferring, you can retry after the process is finished.
    ///
    /// 磁盘正处于迁移过程中，请等待迁移完毕后重试。
    ///
    /// HTTP 403, `IncorrectDiskStatus.Transferring` (`pages/CreateImage.md:220`).
    pub const INCORRECT_DISK_STATUS_TRANSFERRING: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDiskStatus.Transferring",
        message: "The specified device is transferring, you can retry after the process is finished.",
        placeholder: None,
        page: "pages/CreateImage.md:220",
    };

    /// The current disk status does not support this operation.
    ///
    /// 磁盘当前的状态不支持此操作，请确认磁盘是否正常使用、是否欠费。
    ///
    /// HTTP 403, `IncorrectDiskStatus` (`pages/CreateImage.md:221`).
    pub const INCORRECT_DISK_STATUS: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDiskStatus",
        message: "The current disk status does not support this operation.",
        placeholder: None,
        page: "pages/CreateImage.md:221",
    };

    /// ?s
    ///
    /// 快照无效，请确认该快照是否存在。
    ///
    /// HTTP 403, `InvalidSystemSnapshot.Missing` (`pages/CreateImage.md:222`).
    pub const INVALID_SYSTEM_SNAPSHOT_MISSING: Documented = Documented {
        http_status: Some(403),
        code: "InvalidSystemSnapshot.Missing",
        message: "?s",
        placeholder: None,
        page: "pages/CreateImage.md:222",
    };

    /// A previous snapshot creation is in process.
    ///
    /// 磁盘有一个快照正在创建，请等待创建完成后重试。
    ///
    /// HTTP 403, `IncorrectDiskStatus.CreatingSnapshot` (`pages/CreateImage.md:223`).
    pub const INCORRECT_DISK_STATUS_CREATING_SNAPSHOT: Documented = Documented {
        http_status: Some(403),
        code: "IncorrectDiskStatus.CreatingSnapshot",
        message: "A previous snapshot creation is in process.",
        placeholder: None,
        page: "pages/CreateImage.md:223",
    };

    /// The ResourceGroup provided does not exist in our records.
    ///
    /// 找不到指定的资源组。
    ///
    /// HTTP 404, `InvalidResourceGroup.NotFound` (`pages/CreateImage.md:224`).
    pub const INVALID_RESOURCE_GROUP_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidResourceGroup.NotFound",
        message: "The ResourceGroup provided does not exist in our records.",
        placeholder: None,
        page: "pages/CreateImage.md:224",
    };

    /// The process of creating snapshot has failed due to some unknown error.
    ///
    /// 快照创建失败。
    ///
    /// HTTP 500, `InternalError` (`pages/CreateImage.md:225`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The process of creating snapshot has failed due to some unknown error.",
        placeholder: None,
        page: "pages/CreateImage.md:225",
    };

    /// The CMK needs to be enabled.
    ///
    /// 为加密云盘设置KMSKeyId后，对应的CMK必须处于启用状态。CMK的信息可以通过密钥管理服务的DescribeKey接口查询。
    ///
    /// HTTP 403, `InvalidParameter.KMSKeyId.CMKNotEnabled` (`pages/CreateImage.md:226`).
    pub const INVALID_PARAMETER_KMS_KEY_ID_CMK_NOT_ENABLED: Documented = Documented {
        http_status: Some(403),
        code: "InvalidParameter.KMSKeyId.CMKNotEnabled",
        message: "The CMK needs to be enabled.",
        placeholder: None,
        page: "pages/CreateImage.md:226",
    };

    /// ECS service have no right to access your KMS.
    ///
    /// ECS服务没有访问您的KMS的权限。
    ///
    /// HTTP 403, `InvalidParameter.KMSKeyId.KMSUnauthorized` (`pages/CreateImage.md:227`).
    pub const INVALID_PARAMETER_KMS_KEY_ID_KMS_UNAUTHORIZED: Documented = Documented {
        http_status: Some(403),
        code: "InvalidParameter.KMSKeyId.KMSUnauthorized",
        message: "ECS service have no right to access your KMS.",
        placeholder: None,
        page: "pages/CreateImage.md:227",
    };

    /// The request processing has failed due to some unknown error, exception or failure.
    ///
    /// 发生内部错误，请重试；多次重试仍失败时，请提交工单。
    ///
    /// HTTP 500, `InternalError` (`pages/CreateImage.md:228`).
    pub const INTERNAL_ERROR_2: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error, exception or failure.",
        placeholder: None,
        page: "pages/CreateImage.md:228",
    };

    /// The Tag.N.Key contain duplicate key.
    ///
    /// 标签键有重复，请确保每个键唯一。
    ///
    /// HTTP 400, `Duplicate.TagKey` (`pages/CreateImage.md:229`).
    pub const DUPLICATE_TAG_KEY: Documented = Documented {
        http_status: Some(400),
        code: "Duplicate.TagKey",
        message: "The Tag.N.Key contain duplicate key.",
        placeholder: None,
        page: "pages/CreateImage.md:229",
    };

    /// The specified Tag.n.Key is not valid.
    ///
    /// 标签键的取值有误。
    ///
    /// HTTP 400, `InvalidTagKey.Malformed` (`pages/CreateImage.md:230`).
    pub const INVALID_TAG_KEY_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTagKey.Malformed",
        message: "The specified Tag.n.Key is not valid.",
        placeholder: None,
        page: "pages/CreateImage.md:230",
    };

    /// The specified Tag.n.Value is not valid.
    ///
    /// 标签值的取值有误。
    ///
    /// HTTP 400, `InvalidTagValue.Malformed` (`pages/CreateImage.md:231`).
    pub const INVALID_TAG_VALUE_MALFORMED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTagValue.Malformed",
        message: "The specified Tag.n.Value is not valid.",
        placeholder: None,
        page: "pages/CreateImage.md:231",
    };

    /// %s
    ///
    /// 标签的数量超过允许配置的上限。
    ///
    /// HTTP 403, `QuotaExceed.Tags` (`pages/CreateImage.md:232`).
    pub const QUOTA_EXCEED_TAGS: Documented = Documented {
        http_status: Some(403),
        code: "QuotaExceed.Tags",
        message: "%s",
        placeholder: Some("%s"),
        page: "pages/CreateImage.md:232",
    };

    /// The specified disk type is not supported.
    ///
    /// 不支持指定的磁盘类型。
    ///
    /// HTTP 400, `InvalidDiskType.ValueNotSupported` (`pages/CreateImage.md:233`).
    pub const INVALID_DISK_TYPE_VALUE_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidDiskType.ValueNotSupported",
        message: "The specified disk type is not supported.",
        placeholder: None,
        page: "pages/CreateImage.md:233",
    };

    /// Request uses a client token in a previous request but is not identical to that request.
    ///
    /// 与使用相同ClientToken的前一次请求参数不一致。
    ///
    /// HTTP 400, `IdempotenceParamNotMatch` (`pages/CreateImage.md:234`).
    pub const IDEMPOTENCE_PARAM_NOT_MATCH: Documented = Documented {
        http_status: Some(400),
        code: "IdempotenceParamNotMatch",
        message: "Request uses a client token in a previous request but is not identical to that request.",
        placeholder: None,
        page: "pages/CreateImage.md:234",
    };

    /// The specified InstanceId is not allowed to create image.
    ///
    /// 该实例不能用来创建快照。
    ///
    /// HTTP 400, `InvalidInstanceId.ValueNotSupported` (`pages/CreateImage.md:235`).
    pub const INVALID_INSTANCE_ID_VALUE_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidInstanceId.ValueNotSupported",
        message: "The specified InstanceId is not allowed to create image.",
        placeholder: None,
        page: "pages/CreateImage.md:235",
    };

    /// The specified RegionId does not exist.
    ///
    /// 指定的RegionId无法找到。
    ///
    /// HTTP 404, `InvalidRegionId.NotFound` (`pages/CreateImage.md:236`).
    pub const INVALID_REGION_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidRegionId.NotFound",
        message: "The specified RegionId does not exist.",
        placeholder: None,
        page: "pages/CreateImage.md:236",
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
        IMAGE_IS_CREATING,
        INVALID_REGION_ID_NOT_FOUND,
    ];

    /// The specified image has been used to create instances.
    ///
    /// 已经有实例由该镜像创建，不能删除。
    ///
    /// HTTP 403, `ImageUsingByInstance` (`pages/DeleteImage.md:73`).
    pub const IMAGE_USING_BY_INSTANCE: Documented = Documented {
        http_status: Some(403),
        code: "ImageUsingByInstance",
        message: "The specified image has been used to create instances.",
        placeholder: None,
        page: "pages/DeleteImage.md:73",
    };

    /// The specified image has been shared to others.
    ///
    /// 该镜像已经共享给其他用户。
    ///
    /// HTTP 403, `ImageUseShared` (`pages/DeleteImage.md:74`).
    pub const IMAGE_USE_SHARED: Documented = Documented {
        http_status: Some(403),
        code: "ImageUseShared",
        message: "The specified image has been shared to others.",
        placeholder: None,
        page: "pages/DeleteImage.md:74",
    };

    /// The Image is coping.
    ///
    /// 镜像正在被复制，请稍后重试。
    ///
    /// HTTP 403, `OperationDenied.ImageCopying` (`pages/DeleteImage.md:75`).
    pub const OPERATION_DENIED_IMAGE_COPYING: Documented = Documented {
        http_status: Some(403),
        code: "OperationDenied.ImageCopying",
        message: "The Image is coping.",
        placeholder: None,
        page: "pages/DeleteImage.md:75",
    };

    /// The specified Image is importing.
    ///
    /// 镜像正在导入，不能执行该操作。
    ///
    /// HTTP 403, `ImageIsImporting` (`pages/DeleteImage.md:76`).
    pub const IMAGE_IS_IMPORTING: Documented = Documented {
        http_status: Some(403),
        code: "ImageIsImporting",
        message: "The specified Image is importing.",
        placeholder: None,
        page: "pages/DeleteImage.md:76",
    };

    /// The specified Image is exporting. Please cancel task first.
    ///
    /// 镜像正在导出，需要先取消导出任务。
    ///
    /// HTTP 403, `ImageIsExporting` (`pages/DeleteImage.md:77`).
    pub const IMAGE_IS_EXPORTING: Documented = Documented {
        http_status: Some(403),
        code: "ImageIsExporting",
        message: "The specified Image is exporting. Please cancel task first.",
        placeholder: None,
        page: "pages/DeleteImage.md:77",
    };

    /// The specified ImageId does not exist.
    ///
    /// 该用户账号下没有指定的镜像，请核对镜像ID是否正确。
    ///
    /// HTTP 404, `InvalidImageId.NotFound` (`pages/DeleteImage.md:78`).
    pub const INVALID_IMAGE_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidImageId.NotFound",
        message: "The specified ImageId does not exist.",
        placeholder: None,
        page: "pages/DeleteImage.md:78",
    };

    /// The specified image is being created.
    ///
    /// 自定义镜像正在创建，请稍后重试。
    ///
    /// HTTP 403, `ImageIsCreating` (`pages/DeleteImage.md:79`).
    pub const IMAGE_IS_CREATING: Documented = Documented {
        http_status: Some(403),
        code: "ImageIsCreating",
        message: "The specified image is being created.",
        placeholder: None,
        page: "pages/DeleteImage.md:79",
    };

    /// The specified region does not exist.
    ///
    /// 指定的RegionId无法找到。
    ///
    /// HTTP 404, `InvalidRegionId.NotFound` (`pages/DeleteImage.md:80`).
    pub const INVALID_REGION_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidRegionId.NotFound",
        message: "The specified region does not exist.",
        placeholder: None,
        page: "pages/DeleteImage.md:80",
    };
}

/// The errors of `DescribeImages`.
pub mod describe_images {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        INVALID_IMAGE_OWNER_ALIAS_VALUE_NOT_SUPPORTED,
        INVALID_PARAMTER,
        INVALID_TAG_MISMATCH,
        INVALID_TAG_COUNT,
        INVALID_INSTANCE_TYPE_VALUE_NOT_SUPPORTED,
        INVALID_USAGE,
        INVALID_OS_TYPE,
        INVALID_ARCHITECTURE,
        INTERNAL_ERROR,
        DRY_RUN_OPERATION,
    ];

    /// The specified ImageOwnerAlias value is not supported.
    ///
    /// 镜像所有者别名无效，请核对该参数是否正确。
    ///
    /// HTTP 400, `InvalidImageOwnerAlias.ValueNotSupported` (`pages/DescribeImages.md:442`).
    pub const INVALID_IMAGE_OWNER_ALIAS_VALUE_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidImageOwnerAlias.ValueNotSupported",
        message: "The specified ImageOwnerAlias value is not supported.",
        placeholder: None,
        page: "pages/DescribeImages.md:442",
    };

    /// Invalid Parameter
    ///
    /// 传入的参数不合法。
    ///
    /// HTTP 400, `InvalidParamter` (`pages/DescribeImages.md:443`).
    pub const INVALID_PARAMTER: Documented = Documented {
        http_status: Some(400),
        code: "InvalidParamter",
        message: "Invalid Parameter",
        placeholder: None,
        page: "pages/DescribeImages.md:443",
    };

    /// The specified Tag.n.Key and Tag.n.Value are not match.
    ///
    /// 传入的Tag.N.Key和Tag.N.Value不匹配。
    ///
    /// HTTP 400, `InvalidTag.Mismatch` (`pages/DescribeImages.md:444`).
    pub const INVALID_TAG_MISMATCH: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTag.Mismatch",
        message: "The specified Tag.n.Key and Tag.n.Value are not match.",
        placeholder: None,
        page: "pages/DescribeImages.md:444",
    };

    /// The specified tags are beyond the permitted range.
    ///
    /// 传入的标签数量超出取值范围。
    ///
    /// HTTP 400, `InvalidTagCount` (`pages/DescribeImages.md:445`).
    pub const INVALID_TAG_COUNT: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTagCount",
        message: "The specified tags are beyond the permitted range.",
        placeholder: None,
        page: "pages/DescribeImages.md:445",
    };

    /// The specified InstanceType does not exist or beyond the permitted range.
    ///
    /// 指定的实例规格不存在，或者您没有操作该规格实例的权限。
    ///
    /// HTTP 400, `InvalidInstanceType.ValueNotSupported` (`pages/DescribeImages.md:446`).
    pub const INVALID_INSTANCE_TYPE_VALUE_NOT_SUPPORTED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidInstanceType.ValueNotSupported",
        message: "The specified InstanceType does not exist or beyond the permitted range.",
        placeholder: None,
        page: "pages/DescribeImages.md:446",
    };

    /// The specifed Usage is not valid
    ///
    /// 指定的引用资源类型（image、disk、image\_disk、none）不合法。
    ///
    /// HTTP 404, `InvalidUsage` (`pages/DescribeImages.md:447`).
    pub const INVALID_USAGE: Documented = Documented {
        http_status: Some(404),
        code: "InvalidUsage",
        message: "The specifed Usage is not valid",
        placeholder: None,
        page: "pages/DescribeImages.md:447",
    };

    /// The specifed OSType is not valid
    ///
    /// 指定的操作系统不受支持。
    ///
    /// HTTP 404, `InvalidOSType` (`pages/DescribeImages.md:448`).
    pub const INVALID_OS_TYPE: Documented = Documented {
        http_status: Some(404),
        code: "InvalidOSType",
        message: "The specifed OSType is not valid",
        placeholder: None,
        page: "pages/DescribeImages.md:448",
    };

    /// The specifed Architecture is not valid
    ///
    /// 找不到指定的架构。
    ///
    /// HTTP 404, `InvalidArchitecture` (`pages/DescribeImages.md:449`).
    pub const INVALID_ARCHITECTURE: Documented = Documented {
        http_status: Some(404),
        code: "InvalidArchitecture",
        message: "The specifed Architecture is not valid",
        placeholder: None,
        page: "pages/DescribeImages.md:449",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生内部错误，请重试；多次重试仍失败时，请提交工单。
    ///
    /// HTTP 500, `InternalError` (`pages/DescribeImages.md:450`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/DescribeImages.md:450",
    };

    /// Request validation has been passed with DryRun flag set.
    ///
    /// 本次DryRun预检请求已通过检查。
    ///
    /// HTTP 400, `DryRunOperation` (`pages/DescribeImages.md:451`).
    pub const DRY_RUN_OPERATION: Documented = Documented {
        http_status: Some(400),
        code: "DryRunOperation",
        message: "Request validation has been passed with DryRun flag set.",
        placeholder: None,
        page: "pages/DescribeImages.md:451",
    };
}

/// The errors of `DescribeRegions`.
pub mod describe_regions {
    use super::Documented;

    /// All of them, in page order.
    pub const ALL: &[Documented] = &[
        UNAUTHORIZED_EMPTY_REGION,
        INVALID_ACCEPT_LANGUAGE_NOT_FOUND,
    ];

    /// The specified account has no access authority to any region.
    ///
    /// 当前账号没有访问任何地域的授权，请授权后重试。
    ///
    /// HTTP 403, `Unauthorized.EmptyRegion` (`pages/DescribeRegions.md:125`).
    pub const UNAUTHORIZED_EMPTY_REGION: Documented = Documented {
        http_status: Some(403),
        code: "Unauthorized.EmptyRegion",
        message: "The specified account has no access authority to any region.",
        placeholder: None,
        page: "pages/DescribeRegions.md:125",
    };

    /// Only Chinese (zh-CN), English (en-US), and Japanese (ja) are allowed.
    ///
    /// 指定的语言不受支持。
    ///
    /// HTTP 404, `InvalidAcceptLanguage.NotFound` (`pages/DescribeRegions.md:126`).
    pub const INVALID_ACCEPT_LANGUAGE_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidAcceptLanguage.NotFound",
        message: "Only Chinese (zh-CN), English (en-US), and Japanese (ja) are allowed.",
        placeholder: None,
        page: "pages/DescribeRegions.md:126",
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
    /// HTTP 400, `MissingParameter` (`pages/common_errors.md:9`).
    pub const MISSING_PARAMETER: Documented = Documented {
        http_status: Some(400),
        code: "MissingParameter",
        message: "The input parameter \"<parameter name>\" that is mandatory for processing this request is not supplied.",
        placeholder: Some("<parameter name>"),
        page: "pages/common_errors.md:9",
    };

    /// Specified api is not found, please check your url and method.
    ///
    /// 找不到指定的接口，请核对请求地址和请求方法。
    ///
    /// HTTP 404, `InvalidAction.NotFound` (`pages/common_errors.md:10`).
    pub const INVALID_ACTION_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidAction.NotFound",
        message: "Specified api is not found, please check your url and method.",
        placeholder: None,
        page: "pages/common_errors.md:10",
    };

    /// Specified parameter Version is not valid.
    ///
    /// 参数Version的取值无效。
    ///
    /// HTTP 400, `InvalidVersion` (`pages/common_errors.md:11`).
    pub const INVALID_VERSION: Documented = Documented {
        http_status: Some(400),
        code: "InvalidVersion",
        message: "Specified parameter Version is not valid.",
        placeholder: None,
        page: "pages/common_errors.md:11",
    };

    /// Specified access key is not found.
    ///
    /// 找不到指定的AccessKey。
    ///
    /// HTTP 404, `InvalidAccessKeyId.NotFound` (`pages/common_errors.md:12`).
    pub const INVALID_ACCESS_KEY_ID_NOT_FOUND: Documented = Documented {
        http_status: Some(404),
        code: "InvalidAccessKeyId.NotFound",
        message: "Specified access key is not found.",
        placeholder: None,
        page: "pages/common_errors.md:12",
    };

    /// Specified signature is not matched with our calculation. server string to sign is:%s
    ///
    /// 请求中的签名与服务端计算的结果不一致。
    ///
    /// HTTP 400, `SignatureDoesNotMatch` (`pages/common_errors.md:13`).
    pub const SIGNATURE_DOES_NOT_MATCH: Documented = Documented {
        http_status: Some(400),
        code: "SignatureDoesNotMatch",
        message: "Specified signature is not matched with our calculation. server string to sign is:%s",
        placeholder: Some("%s"),
        page: "pages/common_errors.md:13",
    };

    /// Specified signature nonce was used already.
    ///
    /// 签名随机数已经使用过。
    ///
    /// HTTP 400, `SignatureNonceUsed` (`pages/common_errors.md:14`).
    pub const SIGNATURE_NONCE_USED: Documented = Documented {
        http_status: Some(400),
        code: "SignatureNonceUsed",
        message: "Specified signature nonce was used already.",
        placeholder: None,
        page: "pages/common_errors.md:14",
    };

    /// The request signature does not conform to Aliyun standards.
    ///
    /// 请求的签名不符合阿里云规范。
    ///
    /// HTTP 400, `IncompleteSignature` (`pages/common_errors.md:15`).
    pub const INCOMPLETE_SIGNATURE: Documented = Documented {
        http_status: Some(400),
        code: "IncompleteSignature",
        message: "The request signature does not conform to Aliyun standards.",
        placeholder: None,
        page: "pages/common_errors.md:15",
    };

    /// Specified time stamp or date value is expired.
    ///
    /// 请求的时间戳或日期已经过期。
    ///
    /// HTTP 400, `InvalidTimeStamp.Expired` (`pages/common_errors.md:16`).
    pub const INVALID_TIME_STAMP_EXPIRED: Documented = Documented {
        http_status: Some(400),
        code: "InvalidTimeStamp.Expired",
        message: "Specified time stamp or date value is expired.",
        placeholder: None,
        page: "pages/common_errors.md:16",
    };

    /// The specified parameter "\<parameter name\>" is not valid.
    ///
    /// 指定参数的取值无效。
    ///
    /// HTTP 400, `InvalidParameter` (`pages/common_errors.md:17`).
    pub const INVALID_PARAMETER: Documented = Documented {
        http_status: Some(400),
        code: "InvalidParameter",
        message: "The specified parameter \"<parameter name>\" is not valid.",
        placeholder: Some("<parameter name>"),
        page: "pages/common_errors.md:17",
    };

    /// Request was denied due to request throttling.
    ///
    /// 请求过于频繁，触发限流而被拒绝。
    ///
    /// HTTP 400, `Throttling` (`pages/common_errors.md:18`).
    pub const THROTTLING: Documented = Documented {
        http_status: Some(400),
        code: "Throttling",
        message: "Request was denied due to request throttling.",
        placeholder: None,
        page: "pages/common_errors.md:18",
    };

    /// The request processing has failed due to some unknown error.
    ///
    /// 发生未知错误，请求处理失败。
    ///
    /// HTTP 500, `InternalError` (`pages/common_errors.md:19`).
    pub const INTERNAL_ERROR: Documented = Documented {
        http_status: Some(500),
        code: "InternalError",
        message: "The request processing has failed due to some unknown error.",
        placeholder: None,
        page: "pages/common_errors.md:19",
    };

    /// The request has failed due to a temporary failure of the server.
    ///
    /// 服务器暂时不可用，请求失败。
    ///
    /// HTTP 503, `ServiceUnavailable` (`pages/common_errors.md:20`).
    pub const SERVICE_UNAVAILABLE: Documented = Documented {
        http_status: Some(503),
        code: "ServiceUnavailable",
        message: "The request has failed due to a temporary failure of the server.",
        placeholder: None,
        page: "pages/common_errors.md:20",
    };
}
