//! `DescribeImages`, from `pages/DescribeImages.md`.
//!
//! * 调用DescribeImages查询您有权使用的镜像。 (`pages/DescribeImages.md:3`)
//! * 查询范围包括您自己的自定义镜像、阿里云的公共镜像、云市场镜像，以及其他阿里云用户共享给您的镜像。 (`pages/DescribeImages.md:7`)
//! * 支持分页查询。返回结果包括镜像总数和当前页的镜像，每页默认为10条。 (`pages/DescribeImages.md:8`)
//! * 使用阿里云CLI调用时，各种数据类型的请求参数都必须符合格式要求，请参见CLI参数格式说明。 (`pages/DescribeImages.md:9`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 调用DescribeImages查询您有权使用的镜像。
///
/// What `DescribeImages` takes, as `pages/DescribeImages.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeImagesRequest {
    /// 镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, required, for example `cn-hangzhou` (`pages/DescribeImages.md:19`).
    #[serde(default)]
    pub region_id: String,
    /// 镜像将用于的场景。取值范围：
    ///
    /// - CreateEcs（默认）：创建实例。
    /// - ChangeOS：更换系统盘或更换操作系统。
    ///
    /// * one of `CreateEcs`, `ChangeOS`: “取值范围： - CreateEcs（默认）：创建实例。 - ChangeOS：更换系统盘或更换操作系统。” (`pages/DescribeImages.md:25`)
    /// * default `CreateEcs`: “取值范围： - CreateEcs（默认）：创建实例。 - ChangeOS：更换系统盘或更换操作系统。” (`pages/DescribeImages.md:25`)
    ///
    /// `ActionType`, optional, for example `CreateEcs` (`pages/DescribeImages.md:25`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action_type: Option<ActionType>,
    /// 镜像的系统架构。取值范围：
    ///
    /// - i386
    /// - x86\_64
    /// - arm64
    ///
    /// * one of `i386`, `x86_64`, `arm64`: “取值范围： - i386 - x86\_64 - arm64” (`pages/DescribeImages.md:31`)
    ///
    /// `Architecture`, optional, for example `i386` (`pages/DescribeImages.md:31`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<Architecture>,
    /// 是否只对本次请求做预检。
    ///
    /// - true：只发送检查请求，不查询资源。检查的内容有AccessKey是否有效、RAM用户的授权情况以及必需参数是否齐全。检查不通过时返回对应的错误，检查通过时返回错误码DryRunOperation。
    /// - false：发送正常请求，检查通过后返回2XX HTTP状态码并直接查询资源。
    ///
    /// 默认值：false
    ///
    /// * one of `true`, `false` (likely, not checked): “- true：只发送检查请求，不查询资源。检查的内容有AccessKey是否有效、RAM用户的授权情况以及必需参数是否齐全。检查不通过时返回对应的错误，检查通过时返回错误码DryRunOperation。 - false：发送正常请求，检查通过后返回2XX HTTP状态码并直接查询资源。” (`pages/DescribeImages.md:39`)
    /// * default `false`: “默认值：false” (`pages/DescribeImages.md:43`)
    ///
    /// `DryRun`, optional, for example `false` (`pages/DescribeImages.md:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<bool>,
    /// `Filter.N`: the page documents what stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filter: Vec<DescribeImagesRequestFilter>,
    /// 镜像族系的名称，用来筛选属于该族系的镜像。
    ///
    /// 默认值：空
    ///
    /// * no default: “默认值：空” (`pages/DescribeImages.md:57`)
    ///
    /// `ImageFamily`, optional, for example `hangzhou-daily-update` (`pages/DescribeImages.md:55`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_family: Option<String>,
    /// 镜像的ID。单次最多查询100个ID，ID之间用半角逗号（,）隔开。
    ///
    /// `ImageId`, optional, for example `m-bp1g7004ksh0oeuc****` (`pages/DescribeImages.md:60`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 镜像的名称。
    ///
    /// `ImageName`, optional, for example `testImageName` (`pages/DescribeImages.md:63`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// 镜像的来源。取值范围：
    ///
    /// - system：由阿里云提供的公共镜像。
    /// - self：由您创建的自定义镜像。
    /// - others：由其他阿里云用户共享给您的镜像。
    /// - marketplace：由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。
    ///
    /// 默认值：空，表示返回取值为system、self以及others的结果。
    ///
    /// * one of `system`, `self`, `others`, `marketplace`: “取值范围： - system：由阿里云提供的公共镜像。 - self：由您创建的自定义镜像。 - others：由其他阿里云用户共享给您的镜像。 - marketplace：由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。” (`pages/DescribeImages.md:66`)
    /// * no default: “默认值：空” (`pages/DescribeImages.md:73`)
    ///
    /// `ImageOwnerAlias`, optional, for example `self` (`pages/DescribeImages.md:66`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_owner_alias: Option<ImageOwnerAlias>,
    /// 查询可以用于指定实例规格的镜像。
    ///
    /// `InstanceType`, optional, for example `ecs.g5.large` (`pages/DescribeImages.md:76`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance_type: Option<String>,
    /// 镜像是否支持使用cloud-init。
    ///
    /// `IsSupportCloudinit`, optional, for example `true` (`pages/DescribeImages.md:79`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_support_cloudinit: Option<bool>,
    /// 镜像是否支持在I/O优化实例上运行。
    ///
    /// `IsSupportIoOptimized`, optional, for example `true` (`pages/DescribeImages.md:82`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_support_io_optimized: Option<bool>,
    /// 镜像操作系统的类型。取值范围：
    ///
    /// - windows
    /// - linux
    ///
    /// * one of `windows`, `linux`: “取值范围： - windows - linux” (`pages/DescribeImages.md:85`)
    ///
    /// `OSType`, optional, for example `linux` (`pages/DescribeImages.md:85`).
    #[serde(rename = "OSType", skip_serializing_if = "Option::is_none")]
    pub os_type: Option<OsType>,
    /// 查询结果的页码。起始值：1
    ///
    /// 默认值：1
    ///
    /// * range from 1: “起始值：1” (`pages/DescribeImages.md:91`)
    /// * default `1`: “默认值：1” (`pages/DescribeImages.md:93`)
    ///
    /// `PageNumber`, optional, for example `1` (`pages/DescribeImages.md:91`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_number: Option<i64>,
    /// 分页查询时每页的行数。最大值：100
    ///
    /// 默认值：10
    ///
    /// * range to 100: “最大值：100” (`pages/DescribeImages.md:96`)
    /// * default `10`: “默认值：10” (`pages/DescribeImages.md:98`)
    ///
    /// `PageSize`, optional, for example `1` (`pages/DescribeImages.md:96`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_size: Option<i64>,
    /// 自定义镜像所属的企业资源组的ID。用该参数过滤时，资源数量不能超过1000个。
    ///
    /// `ResourceGroupId`, optional, for example `rg-bp67acfmxazb4p****` (`pages/DescribeImages.md:101`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group_id: Option<String>,
    /// 订阅型镜像是否已经过了使用期限。
    ///
    /// 说明： 该参数即将被弃用，为了提高兼容性，请改用其他参数。
    ///
    /// `ShowExpired`, optional, for example `false` (`pages/DescribeImages.md:104`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_expired: Option<bool>,
    /// 创建自定义镜像所用的快照的ID。
    ///
    /// `SnapshotId`, optional, for example `s-bp17ot2q7x72ggtw****` (`pages/DescribeImages.md:109`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snapshot_id: Option<String>,
    /// 要查询的镜像的状态。取值范围：
    ///
    /// - Creating：镜像正处于创建过程中。
    /// - Waiting：任务较多，正在排队。
    /// - Available（默认）：镜像可以使用。
    /// - UnAvailable：镜像不能使用。
    /// - CreateFailed：镜像创建失败。
    /// - Deprecated：镜像已弃用。
    ///
    /// 支持同时取多个值，值之间以半角逗号（,）隔开。
    ///
    /// * one of `Creating`, `Waiting`, `Available`, `UnAvailable`, `CreateFailed`, `Deprecated`: “取值范围： - Creating：镜像正处于创建过程中。 - Waiting：任务较多，正在排队。 - Available（默认）：镜像可以使用。 - UnAvailable：镜像不能使用。 - CreateFailed：镜像创建失败。 - Deprecated：镜像已弃用。” (`pages/DescribeImages.md:112`)
    /// * default `Available`: “取值范围： - Creating：镜像正处于创建过程中。 - Waiting：任务较多，正在排队。 - Available（默认）：镜像可以使用。 - UnAvailable：镜像不能使用。 - CreateFailed：镜像创建失败。 - Deprecated：镜像已弃用。” (`pages/DescribeImages.md:112`)
    ///
    /// `Status`, optional, for example `Available` (`pages/DescribeImages.md:112`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// `Tag.N`: the page documents what stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<DescribeImagesRequestTag>,
    /// 镜像是否正在被ECS实例使用。取值范围：
    ///
    /// - instance：镜像正被ECS实例使用，处于运行状态。
    /// - none：没有ECS实例使用该镜像，处于闲置状态。
    ///
    /// * one of `instance`, `none`: “取值范围： - instance：镜像正被ECS实例使用，处于运行状态。 - none：没有ECS实例使用该镜像，处于闲置状态。” (`pages/DescribeImages.md:142`)
    ///
    /// `Usage`, optional, for example `instance` (`pages/DescribeImages.md:142`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
}

impl DescribeImagesRequest {
    /// What the page requires, and nothing else.
    pub fn new(region_id: impl Into<String>) -> Self {
        Self {
            region_id: region_id.into(),
            action_type: None,
            architecture: None,
            dry_run: None,
            filter: Vec::new(),
            image_family: None,
            image_id: None,
            image_name: None,
            image_owner_alias: None,
            instance_type: None,
            is_support_cloudinit: None,
            is_support_io_optimized: None,
            os_type: None,
            page_number: None,
            page_size: None,
            resource_group_id: None,
            show_expired: None,
            snapshot_id: None,
            status: None,
            tag: Vec::new(),
            usage: None,
        }
    }

    /// With `ActionType`.
    #[must_use]
    pub fn with_action_type(mut self, action_type: impl Into<ActionType>) -> Self {
        self.action_type = Some(action_type.into());
        self
    }

    /// With `Architecture`.
    #[must_use]
    pub fn with_architecture(mut self, architecture: impl Into<Architecture>) -> Self {
        self.architecture = Some(architecture.into());
        self
    }

    /// With `DryRun`.
    #[must_use]
    pub fn with_dry_run(mut self, dry_run: bool) -> Self {
        self.dry_run = Some(dry_run);
        self
    }

    /// With `Filter.N`.
    #[must_use]
    pub fn with_filter(mut self, filter: Vec<DescribeImagesRequestFilter>) -> Self {
        self.filter = filter;
        self
    }

    /// With `ImageFamily`.
    #[must_use]
    pub fn with_image_family(mut self, image_family: impl Into<String>) -> Self {
        self.image_family = Some(image_family.into());
        self
    }

    /// With `ImageId`.
    #[must_use]
    pub fn with_image_id(mut self, image_id: impl Into<String>) -> Self {
        self.image_id = Some(image_id.into());
        self
    }

    /// With `ImageName`.
    #[must_use]
    pub fn with_image_name(mut self, image_name: impl Into<String>) -> Self {
        self.image_name = Some(image_name.into());
        self
    }

    /// With `ImageOwnerAlias`.
    #[must_use]
    pub fn with_image_owner_alias(
        mut self,
        image_owner_alias: impl Into<ImageOwnerAlias>,
    ) -> Self {
        self.image_owner_alias = Some(image_owner_alias.into());
        self
    }

    /// With `InstanceType`.
    #[must_use]
    pub fn with_instance_type(mut self, instance_type: impl Into<String>) -> Self {
        self.instance_type = Some(instance_type.into());
        self
    }

    /// With `IsSupportCloudinit`.
    #[must_use]
    pub fn with_is_support_cloudinit(mut self, is_support_cloudinit: bool) -> Self {
        self.is_support_cloudinit = Some(is_support_cloudinit);
        self
    }

    /// With `IsSupportIoOptimized`.
    #[must_use]
    pub fn with_is_support_io_optimized(
        mut self,
        is_support_io_optimized: bool,
    ) -> Self {
        self.is_support_io_optimized = Some(is_support_io_optimized);
        self
    }

    /// With `OSType`.
    #[must_use]
    pub fn with_os_type(mut self, os_type: impl Into<OsType>) -> Self {
        self.os_type = Some(os_type.into());
        self
    }

    /// With `PageNumber`.
    #[must_use]
    pub fn with_page_number(mut self, page_number: i64) -> Self {
        self.page_number = Some(page_number);
        self
    }

    /// With `PageSize`.
    #[must_use]
    pub fn with_page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// With `ResourceGroupId`.
    #[must_use]
    pub fn with_resource_group_id(
        mut self,
        resource_group_id: impl Into<String>,
    ) -> Self {
        self.resource_group_id = Some(resource_group_id.into());
        self
    }

    /// With `ShowExpired`.
    #[must_use]
    pub fn with_show_expired(mut self, show_expired: bool) -> Self {
        self.show_expired = Some(show_expired);
        self
    }

    /// With `SnapshotId`.
    #[must_use]
    pub fn with_snapshot_id(mut self, snapshot_id: impl Into<String>) -> Self {
        self.snapshot_id = Some(snapshot_id.into());
        self
    }

    /// With `Status`.
    #[must_use]
    pub fn with_status(mut self, status: impl Into<Status>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// With `Tag.N`.
    #[must_use]
    pub fn with_tag(mut self, tag: Vec<DescribeImagesRequestTag>) -> Self {
        self.tag = tag;
        self
    }

    /// With `Usage`.
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.action_type {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "ActionType",
                    page: "pages/DescribeImages.md:25",
                    words: "取值范围：\n- CreateEcs（默认）：创建实例。\n- ChangeOS：更换系统盘或更换操作系统。",
                },
                value.as_str(),
                ActionType::DOCUMENTED,
            );
        }
        if let Some(value) = &self.architecture {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "Architecture",
                    page: "pages/DescribeImages.md:31",
                    words: "取值范围：\n- i386\n- x86_64\n- arm64",
                },
                value.as_str(),
                Architecture::DOCUMENTED,
            );
        }
        if let Some(value) = &self.image_owner_alias {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "ImageOwnerAlias",
                    page: "pages/DescribeImages.md:66",
                    words: "取值范围：\n- system：由阿里云提供的公共镜像。\n- self：由您创建的自定义镜像。\n- others：由其他阿里云用户共享给您的镜像。\n- marketplace：由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。",
                },
                value.as_str(),
                ImageOwnerAlias::DOCUMENTED,
            );
        }
        if let Some(value) = &self.os_type {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "OSType",
                    page: "pages/DescribeImages.md:85",
                    words: "取值范围：\n- windows\n- linux",
                },
                value.as_str(),
                OsType::DOCUMENTED,
            );
        }
        if let Some(value) = self.page_number {
            check::range(
                broken,
                wire::Place {
                    parameter: "PageNumber",
                    page: "pages/DescribeImages.md:91",
                    words: "起始值：1",
                },
                value as f64,
                Some(wire::Limit {
                    value: 1.0,
                    inclusive: true,
                }),
                None,
            );
        }
        if let Some(value) = self.page_size {
            check::range(
                broken,
                wire::Place {
                    parameter: "PageSize",
                    page: "pages/DescribeImages.md:96",
                    words: "最大值：100",
                },
                value as f64,
                None,
                Some(wire::Limit {
                    value: 100.0,
                    inclusive: true,
                }),
            );
        }
        if let Some(value) = &self.status {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "Status",
                    page: "pages/DescribeImages.md:112",
                    words: "取值范围：\n- Creating：镜像正处于创建过程中。\n- Waiting：任务较多，正在排队。\n- Available（默认）：镜像可以使用。\n- UnAvailable：镜像不能使用。\n- CreateFailed：镜像创建失败。\n- Deprecated：镜像已弃用。",
                },
                value.as_str(),
                Status::DOCUMENTED,
            );
        }
        if !self.tag.is_empty() {
            check::count(
                broken,
                wire::Place {
                    parameter: "Tag.N.Key",
                    page: "pages/DescribeImages.md:124",
                    words: "N的取值范围：1~20",
                },
                self.tag.len(),
                None,
                Some(20),
            );
        }
        if let Some(value) = &self.usage {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "Usage",
                    page: "pages/DescribeImages.md:142",
                    words: "取值范围：\n- instance：镜像正被ECS实例使用，处于运行状态。\n- none：没有ECS实例使用该镜像，处于闲置状态。",
                },
                value.as_str(),
                Usage::DOCUMENTED,
            );
        }
    }
}

impl wire::Operation for DescribeImagesRequest {
    type Answer = DescribeImagesResponse;
    const NAME: &'static str = "DescribeImages";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "RegionId",
            page: "pages/DescribeImages.md:19",
            words: "镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
        wire::Place {
            parameter: "ActionType",
            page: "pages/DescribeImages.md:25",
            words: "镜像将用于的场景。取值范围：\n- CreateEcs（默认）：创建实例。\n- ChangeOS：更换系统盘或更换操作系统。",
        },
        wire::Place {
            parameter: "Architecture",
            page: "pages/DescribeImages.md:31",
            words: "镜像的系统架构。取值范围：\n- i386\n- x86_64\n- arm64",
        },
        wire::Place {
            parameter: "DryRun",
            page: "pages/DescribeImages.md:38",
            words: "是否只对本次请求做预检。\n- true：只发送检查请求，不查询资源。检查的内容有AccessKey是否有效、RAM用户的授权情况以及必需参数是否齐全。检查不通过时返回对应的错误，检查通过时返回错误码DryRunOperation。\n- false：发送正常请求，检查通过后返回2XX HTTP状态码并直接查询资源。\n默认值：false",
        },
        wire::Place {
            parameter: "Filter.N.Key",
            page: "pages/DescribeImages.md:46",
            words: "筛选资源所用的键。取值范围：\n- 取值为CreationStartTime时，查询在某个时间点（Filter.N.Value）之后创建的资源。\n- 取值为CreationEndTime时，查询在某个时间点（Filter.N.Value）之前创建的资源。",
        },
        wire::Place {
            parameter: "Filter.N.Value",
            page: "pages/DescribeImages.md:52",
            words: "筛选资源所用的值。指定该参数时必须同时指定Filter.N.Key参数，格式为：yyyy-MM-ddTHH:mmZ，采用UTC +0时区。",
        },
        wire::Place {
            parameter: "ImageFamily",
            page: "pages/DescribeImages.md:55",
            words: "镜像族系的名称，用来筛选属于该族系的镜像。\n默认值：空",
        },
        wire::Place {
            parameter: "ImageId",
            page: "pages/DescribeImages.md:60",
            words: "镜像的ID。单次最多查询100个ID，ID之间用半角逗号（,）隔开。",
        },
        wire::Place {
            parameter: "ImageName",
            page: "pages/DescribeImages.md:63",
            words: "镜像的名称。",
        },
        wire::Place {
            parameter: "ImageOwnerAlias",
            page: "pages/DescribeImages.md:66",
            words: "镜像的来源。取值范围：\n- system：由阿里云提供的公共镜像。\n- self：由您创建的自定义镜像。\n- others：由其他阿里云用户共享给您的镜像。\n- marketplace：由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。\n默认值：空，表示返回取值为system、self以及others的结果。",
        },
        wire::Place {
            parameter: "InstanceType",
            page: "pages/DescribeImages.md:76",
            words: "查询可以用于指定实例规格的镜像。",
        },
        wire::Place {
            parameter: "IsSupportCloudinit",
            page: "pages/DescribeImages.md:79",
            words: "镜像是否支持使用cloud-init。",
        },
        wire::Place {
            parameter: "IsSupportIoOptimized",
            page: "pages/DescribeImages.md:82",
            words: "镜像是否支持在I/O优化实例上运行。",
        },
        wire::Place {
            parameter: "OSType",
            page: "pages/DescribeImages.md:85",
            words: "镜像操作系统的类型。取值范围：\n- windows\n- linux",
        },
        wire::Place {
            parameter: "PageNumber",
            page: "pages/DescribeImages.md:91",
            words: "查询结果的页码。起始值：1\n默认值：1",
        },
        wire::Place {
            parameter: "PageSize",
            page: "pages/DescribeImages.md:96",
            words: "分页查询时每页的行数。最大值：100\n默认值：10",
        },
        wire::Place {
            parameter: "ResourceGroupId",
            page: "pages/DescribeImages.md:101",
            words: "自定义镜像所属的企业资源组的ID。用该参数过滤时，资源数量不能超过1000个。",
        },
        wire::Place {
            parameter: "ShowExpired",
            page: "pages/DescribeImages.md:104",
            words: "订阅型镜像是否已经过了使用期限。\n说明： 该参数即将被弃用，为了提高兼容性，请改用其他参数。",
        },
        wire::Place {
            parameter: "SnapshotId",
            page: "pages/DescribeImages.md:109",
            words: "创建自定义镜像所用的快照的ID。",
        },
        wire::Place {
            parameter: "Status",
            page: "pages/DescribeImages.md:112",
            words: "要查询的镜像的状态。取值范围：\n- Creating：镜像正处于创建过程中。\n- Waiting：任务较多，正在排队。\n- Available（默认）：镜像可以使用。\n- UnAvailable：镜像不能使用。\n- CreateFailed：镜像创建失败。\n- Deprecated：镜像已弃用。\n支持同时取多个值，值之间以半角逗号（,）隔开。",
        },
        wire::Place {
            parameter: "Tag.N.Key",
            page: "pages/DescribeImages.md:124",
            words: "镜像的标签键。N的取值范围：1~20\n用一个标签过滤资源时，该标签下的资源不能超过1000个；用多个标签过滤资源时，同时绑定了这些标签的资源不能超过1000个。资源超过1000个时，请通过ListTagResources接口查询。",
        },
        wire::Place {
            parameter: "Tag.N.Value",
            page: "pages/DescribeImages.md:129",
            words: "镜像的标签值。N的取值范围：1~20",
        },
        wire::Place {
            parameter: "Tag.N.key",
            page: "pages/DescribeImages.md:132",
            words: "镜像的标签键。\n说明： 该参数即将被弃用，为了提高兼容性，建议改用Tag.N.Key参数。",
        },
        wire::Place {
            parameter: "Tag.N.value",
            page: "pages/DescribeImages.md:137",
            words: "镜像的标签值。\n说明： 该参数即将被弃用，为了提高兼容性，建议改用Tag.N.Value参数。",
        },
        wire::Place {
            parameter: "Usage",
            page: "pages/DescribeImages.md:142",
            words: "镜像是否正在被ECS实例使用。取值范围：\n- instance：镜像正被ECS实例使用，处于运行状态。\n- none：没有ECS实例使用该镜像，处于闲置状态。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["RegionId"];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

impl wire::Paged for DescribeImagesRequest {
    fn next(mut self, answer: &Self::Answer) -> Option<Self> {
        self.page_number = Some(
            wire::paging::next_page(
                self.page_number,
                self.page_size,
                answer.images.as_ref().map_or(0, |inside| inside.image.len()),
                answer.total_count,
            )?,
        );
        Some(self)
    }
}

/// One `Filter.N` of the request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesRequestFilter {
    /// 筛选资源所用的键。取值范围：
    ///
    /// - 取值为CreationStartTime时，查询在某个时间点（Filter.N.Value）之后创建的资源。
    /// - 取值为CreationEndTime时，查询在某个时间点（Filter.N.Value）之前创建的资源。
    ///
    /// `Filter.N.Key`, optional, for example `CreationStartTime` (`pages/DescribeImages.md:46`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// 筛选资源所用的值。指定该参数时必须同时指定Filter.N.Key参数，格式为：yyyy-MM-ddTHH:mmZ，采用UTC +0时区。
    ///
    /// `Filter.N.Value`, optional, for example `2017-12-05T22:40Z` (`pages/DescribeImages.md:52`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl DescribeImagesRequestFilter {
    /// With `Filter.N.Key`.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With `Filter.N.Value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// One `Tag.N` of the request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesRequestTag {
    /// 镜像的标签键。N的取值范围：1\~20
    ///
    /// 用一个标签过滤资源时，该标签下的资源不能超过1000个；用多个标签过滤资源时，同时绑定了这些标签的资源不能超过1000个。资源超过1000个时，请通过ListTagResources接口查询。
    ///
    /// * at most 20 items: “N的取值范围：1\~20” (`pages/DescribeImages.md:124`)
    ///
    /// `Tag.N.Key`, optional, for example `TestKey` (`pages/DescribeImages.md:124`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// 镜像的标签值。N的取值范围：1\~20
    ///
    /// * at most 20 items: “N的取值范围：1\~20” (`pages/DescribeImages.md:129`)
    ///
    /// `Tag.N.Value`, optional, for example `TestValue` (`pages/DescribeImages.md:129`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// 镜像的标签键。
    ///
    /// 说明： 该参数即将被弃用，为了提高兼容性，建议改用Tag.N.Key参数。
    ///
    /// `Tag.N.key`, optional, for example `null` (`pages/DescribeImages.md:132`).
    #[serde(rename = "key", skip_serializing_if = "Option::is_none")]
    pub key_2: Option<String>,
    /// 镜像的标签值。
    ///
    /// 说明： 该参数即将被弃用，为了提高兼容性，建议改用Tag.N.Value参数。
    ///
    /// `Tag.N.value`, optional, for example `null` (`pages/DescribeImages.md:137`).
    #[serde(rename = "value", skip_serializing_if = "Option::is_none")]
    pub value_2: Option<String>,
}

impl DescribeImagesRequestTag {
    /// With `Tag.N.Key`.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With `Tag.N.Value`.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With `Tag.N.key`.
    #[must_use]
    pub fn with_key_2(mut self, key_2: impl Into<String>) -> Self {
        self.key_2 = Some(key_2.into());
        self
    }

    /// With `Tag.N.value`.
    #[must_use]
    pub fn with_value_2(mut self, value_2: impl Into<String>) -> Self {
        self.value_2 = Some(value_2.into());
        self
    }
}

/// What `DescribeImages` answers, as `pages/DescribeImages.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponse {
    /// 由镜像信息组成的集合。
    ///
    /// `Images`, presence not stated (`pages/DescribeImages.md:153`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub images: Option<DescribeImagesResponseImages>,
    /// 当前的页码。
    ///
    /// `PageNumber`, presence not stated, for example `1` (`pages/DescribeImages.md:286`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_number: Option<i64>,
    /// 当前页包含的条目数。
    ///
    /// `PageSize`, presence not stated, for example `1` (`pages/DescribeImages.md:289`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_size: Option<i64>,
    /// 镜像所在地域的ID。
    ///
    /// `RegionId`, presence not stated, for example `cn-hangzhou` (`pages/DescribeImages.md:292`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_id: Option<String>,
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `66189103-EDB2-43E2-BB60-BFF2B62F4EB8` (`pages/DescribeImages.md:295`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// 镜像的总数。
    ///
    /// `TotalCount`, presence not stated, for example `1` (`pages/DescribeImages.md:298`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
}

/// One `Images` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImages {
    /// `Images.Image`, presence not stated (`pages/DescribeImages.md:377`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub image: Vec<DescribeImagesResponseImagesImage>,
}

/// One `Images.Image` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImagesImage {
    /// 镜像的系统架构。可能值：
    ///
    /// - i386
    /// - x86\_64
    /// - arm64
    ///
    /// * one of `i386`, `x86_64`, `arm64`: “可能值： - i386 - x86\_64 - arm64” (`pages/DescribeImages.md:156`)
    ///
    /// `Images.Image.N.Architecture`, presence not stated, for example `x86_64` (`pages/DescribeImages.md:156`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<Architecture>,
    /// 镜像创建的时间。
    ///
    /// `Images.Image.N.CreationTime`, presence not stated, for example `2019-11-15T06:07:05Z` (`pages/DescribeImages.md:163`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<String>,
    /// 镜像的描述。
    ///
    /// `Images.Image.N.Description`, presence not stated, for example `Archive log for Oracle` (`pages/DescribeImages.md:166`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// 镜像中的云盘与快照之间的映射关系。
    ///
    /// `Images.Image.N.DiskDeviceMappings`, presence not stated (`pages/DescribeImages.md:169`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_device_mappings: Option<DescribeImagesResponseImagesImageDiskDeviceMappings>,
    /// 镜像族系的名称。
    ///
    /// `Images.Image.N.ImageFamily`, presence not stated, for example `hangzhou-daily-update` (`pages/DescribeImages.md:201`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_family: Option<String>,
    /// 镜像的ID。
    ///
    /// `Images.Image.N.ImageId`, presence not stated, for example `m-bp1g7004ksh0oeuc****` (`pages/DescribeImages.md:204`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 镜像的名称。
    ///
    /// `Images.Image.N.ImageName`, presence not stated, for example `testImageName` (`pages/DescribeImages.md:207`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// 镜像的来源。可能值：
    ///
    /// - system：由阿里云提供的公共镜像。
    /// - self：由您创建的自定义镜像。
    /// - others：由其他阿里云用户共享给您的镜像。
    /// - marketplace：由镜像市场提供的镜像。
    ///
    /// * one of `system`, `self`, `others`, `marketplace`: “可能值： - system：由阿里云提供的公共镜像。 - self：由您创建的自定义镜像。 - others：由其他阿里云用户共享给您的镜像。 - marketplace：由镜像市场提供的镜像。” (`pages/DescribeImages.md:210`)
    ///
    /// `Images.Image.N.ImageOwnerAlias`, presence not stated, for example `self` (`pages/DescribeImages.md:210`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_owner_alias: Option<ImageOwnerAlias>,
    /// 镜像的版本。
    ///
    /// `Images.Image.N.ImageVersion`, presence not stated, for example `2` (`pages/DescribeImages.md:218`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_version: Option<String>,
    /// 该镜像是否由复制得到。
    ///
    /// `Images.Image.N.IsCopied`, presence not stated, for example `false` (`pages/DescribeImages.md:221`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_copied: Option<bool>,
    /// 该自定义镜像是否共享给了其他用户。
    ///
    /// `Images.Image.N.IsSelfShared`, presence not stated, for example `true` (`pages/DescribeImages.md:224`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_self_shared: Option<String>,
    /// 是否已经订阅该镜像商品码对应的镜像商品的服务条款。
    ///
    /// `Images.Image.N.IsSubscribed`, presence not stated, for example `false` (`pages/DescribeImages.md:227`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_subscribed: Option<bool>,
    /// 镜像是否支持Cloud Init。
    ///
    /// `Images.Image.N.IsSupportCloudinit`, presence not stated, for example `true` (`pages/DescribeImages.md:230`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_support_cloudinit: Option<bool>,
    /// 镜像是否支持在I/O优化实例上运行。
    ///
    /// `Images.Image.N.IsSupportIoOptimized`, presence not stated, for example `true` (`pages/DescribeImages.md:233`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_support_io_optimized: Option<bool>,
    /// 操作系统的中文名称。
    ///
    /// `Images.Image.N.OSName`, presence not stated, for example `Windows Server 2016 数据中心版 64位中文版` (`pages/DescribeImages.md:236`).
    #[serde(rename = "OSName", skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    /// 操作系统的英文名称。
    ///
    /// `Images.Image.N.OSNameEn`, presence not stated, for example `Windows Server 2016 Data Center Edition 64bit Chinese Edition` (`pages/DescribeImages.md:239`).
    #[serde(rename = "OSNameEn", skip_serializing_if = "Option::is_none")]
    pub os_name_en: Option<String>,
    /// 操作系统的类型。可能值：
    ///
    /// - windows
    /// - linux
    ///
    /// * one of `windows`, `linux`: “可能值： - windows - linux” (`pages/DescribeImages.md:242`)
    ///
    /// `Images.Image.N.OSType`, presence not stated, for example `windows` (`pages/DescribeImages.md:242`).
    #[serde(rename = "OSType", skip_serializing_if = "Option::is_none")]
    pub os_type: Option<OsType>,
    /// 操作系统所属的平台。
    ///
    /// `Images.Image.N.Platform`, presence not stated, for example `Windows Server 2016` (`pages/DescribeImages.md:248`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// 镜像在镜像市场中的商品标识。
    ///
    /// `Images.Image.N.ProductCode`, presence not stated, for example `test000****` (`pages/DescribeImages.md:251`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_code: Option<String>,
    /// 镜像的完成进度，单位为百分比。
    ///
    /// `Images.Image.N.Progress`, presence not stated, for example `100%` (`pages/DescribeImages.md:254`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<String>,
    /// 镜像所属的企业资源组的ID。
    ///
    /// `Images.Image.N.ResourceGroupId`, presence not stated, for example `rg-bp67acfmxazb4p****` (`pages/DescribeImages.md:257`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group_id: Option<String>,
    /// 镜像的大小，单位GiB。
    ///
    /// `Images.Image.N.Size`, presence not stated, for example `60` (`pages/DescribeImages.md:260`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// 镜像所处的状态。可能值：
    ///
    /// - UnAvailable：不可用
    /// - Available：可用
    /// - Creating：创建中
    /// - CreateFailed：创建失败
    ///
    /// * one of `UnAvailable`, `Available`, `Creating`, `CreateFailed`: “可能值： - UnAvailable：不可用 - Available：可用 - Creating：创建中 - CreateFailed：创建失败” (`pages/DescribeImages.md:263`)
    ///
    /// `Images.Image.N.Status`, presence not stated, for example `Available` (`pages/DescribeImages.md:263`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DescribeImagesResponseImagesImageStatus>,
    /// 镜像绑定的标签。
    ///
    /// `Images.Image.N.Tags`, presence not stated (`pages/DescribeImages.md:271`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<DescribeImagesResponseImagesImageTags>,
    /// 引用该镜像的资源的类型。可能值：
    ///
    /// - instance：已用来创建一台或多台ECS实例。
    /// - none：没有创建过ECS实例。
    ///
    /// * one of `instance`, `none`: “可能值： - instance：已用来创建一台或多台ECS实例。 - none：没有创建过ECS实例。” (`pages/DescribeImages.md:280`)
    ///
    /// `Images.Image.N.Usage`, presence not stated, for example `none` (`pages/DescribeImages.md:280`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
}

/// One `Images.Image.N.DiskDeviceMappings` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImagesImageDiskDeviceMappings {
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping`, presence not stated (`pages/DescribeImages.md:377`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disk_device_mapping: Vec<DescribeImagesResponseImagesImageDiskDeviceMappingsDiskDeviceMapping>,
}

/// One `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImagesImageDiskDeviceMappingsDiskDeviceMapping {
    /// 云盘的设备名，例如/dev/xvdb。
    ///
    /// 说明： 该参数即将停止使用，为了提高代码的兼容性，建议您不要使用。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.Device`, presence not stated, for example `/dev/xvda` (`pages/DescribeImages.md:172`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// 镜像的格式。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.Format`, presence not stated, for example `qcow2` (`pages/DescribeImages.md:177`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// 所导入镜像在OSS中的bucket。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.ImportOSSBucket`, presence not stated, for example `testEcsImport` (`pages/DescribeImages.md:180`).
    #[serde(rename = "ImportOSSBucket", skip_serializing_if = "Option::is_none")]
    pub import_oss_bucket: Option<String>,
    /// 所导入镜像在OSS中的object。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.ImportOSSObject`, presence not stated, for example `imageImport` (`pages/DescribeImages.md:183`).
    #[serde(rename = "ImportOSSObject", skip_serializing_if = "Option::is_none")]
    pub import_oss_object: Option<String>,
    /// 镜像处于复制过程中时，复制任务的进度。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.Progress`, presence not stated, for example `32%` (`pages/DescribeImages.md:186`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<String>,
    /// 镜像处于复制过程中时，复制任务的剩余时间，单位为秒。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.RemainTime`, presence not stated, for example `233` (`pages/DescribeImages.md:189`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remain_time: Option<i64>,
    /// 云盘的容量。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.Size`, presence not stated, for example `60` (`pages/DescribeImages.md:192`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// 快照的ID。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.SnapshotId`, presence not stated, for example `s-bp17ot2q7x72ggtw****` (`pages/DescribeImages.md:195`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snapshot_id: Option<String>,
    /// 镜像类型。
    ///
    /// `Images.Image.N.DiskDeviceMappings.DiskDeviceMapping.N.Type`, presence not stated, for example `system` (`pages/DescribeImages.md:198`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// One `Images.Image.N.Tags` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImagesImageTags {
    /// `Images.Image.N.Tags.Tag`, presence not stated (`pages/DescribeImages.md:377`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<DescribeImagesResponseImagesImageTagsTag>,
}

/// One `Images.Image.N.Tags.Tag` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeImagesResponseImagesImageTagsTag {
    /// 镜像的标签键。
    ///
    /// `Images.Image.N.Tags.Tag.N.TagKey`, presence not stated, for example `DTS` (`pages/DescribeImages.md:274`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_key: Option<String>,
    /// 镜像的标签值。
    ///
    /// `Images.Image.N.Tags.Tag.N.TagValue`, presence not stated, for example `Oracle` (`pages/DescribeImages.md:277`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_value: Option<String>,
}

/// The documented values of `ActionType`, and room for others.
///
/// 取值范围：
///
/// - CreateEcs（默认）：创建实例。
/// - ChangeOS：更换系统盘或更换操作系统。
///
/// Documented at `pages/DescribeImages.md:25`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ActionType {
    /// `CreateEcs`.
    ///
    /// 创建实例。
    CreateEcs,
    /// `ChangeOS`.
    ///
    /// 更换系统盘或更换操作系统。
    ChangeOs,
    /// A value that the page does not document.
    Other(String),
}

impl ActionType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["CreateEcs", "ChangeOS"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::CreateEcs => "CreateEcs",
            Self::ChangeOs => "ChangeOS",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for ActionType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "CreateEcs" => Self::CreateEcs,
            "ChangeOS" => Self::ChangeOs,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for ActionType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<ActionType> for String {
    fn from(value: ActionType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for ActionType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Architecture`, and room for others.
///
/// 取值范围：
///
/// - i386
/// - x86\_64
/// - arm64
///
/// Documented at `pages/DescribeImages.md:31`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Architecture {
    /// `i386`.
    I386,
    /// `x86_64`.
    X8664,
    /// `arm64`.
    Arm64,
    /// A value that the page does not document.
    Other(String),
}

impl Architecture {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["i386", "x86_64", "arm64"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::I386 => "i386",
            Self::X8664 => "x86_64",
            Self::Arm64 => "arm64",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Architecture {
    fn from(value: String) -> Self {
        match value.as_str() {
            "i386" => Self::I386,
            "x86_64" => Self::X8664,
            "arm64" => Self::Arm64,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for Architecture {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<Architecture> for String {
    fn from(value: Architecture) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for Architecture {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `ImageOwnerAlias`, and room for others.
///
/// 取值范围：
///
/// - system：由阿里云提供的公共镜像。
/// - self：由您创建的自定义镜像。
/// - others：由其他阿里云用户共享给您的镜像。
/// - marketplace：由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。
///
/// Documented at `pages/DescribeImages.md:66`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ImageOwnerAlias {
    /// `system`.
    ///
    /// 由阿里云提供的公共镜像。
    System,
    /// `self`.
    ///
    /// 由您创建的自定义镜像。
    Self2,
    /// `others`.
    ///
    /// 由其他阿里云用户共享给您的镜像。
    Others,
    /// `marketplace`.
    ///
    /// 由镜像市场提供的镜像。查询到的云市场镜像无需提前订阅即可使用，其收费详情需要您自行留意。
    Marketplace,
    /// A value that the page does not document.
    Other(String),
}

impl ImageOwnerAlias {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &[
        "system",
        "self",
        "others",
        "marketplace",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::System => "system",
            Self::Self2 => "self",
            Self::Others => "others",
            Self::Marketplace => "marketplace",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for ImageOwnerAlias {
    fn from(value: String) -> Self {
        match value.as_str() {
            "system" => Self::System,
            "self" => Self::Self2,
            "others" => Self::Others,
            "marketplace" => Self::Marketplace,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for ImageOwnerAlias {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<ImageOwnerAlias> for String {
    fn from(value: ImageOwnerAlias) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for ImageOwnerAlias {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `OSType`, and room for others.
///
/// 取值范围：
///
/// - windows
/// - linux
///
/// Documented at `pages/DescribeImages.md:85`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum OsType {
    /// `windows`.
    Windows,
    /// `linux`.
    Linux,
    /// A value that the page does not document.
    Other(String),
}

impl OsType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["windows", "linux"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Windows => "windows",
            Self::Linux => "linux",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for OsType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "windows" => Self::Windows,
            "linux" => Self::Linux,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for OsType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<OsType> for String {
    fn from(value: OsType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for OsType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Status`, and room for others.
///
/// 取值范围：
///
/// - Creating：镜像正处于创建过程中。
/// - Waiting：任务较多，正在排队。
/// - Available（默认）：镜像可以使用。
/// - UnAvailable：镜像不能使用。
/// - CreateFailed：镜像创建失败。
/// - Deprecated：镜像已弃用。
///
/// Documented at `pages/DescribeImages.md:112`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Status {
    /// `Creating`.
    ///
    /// 镜像正处于创建过程中。
    Creating,
    /// `Waiting`.
    ///
    /// 任务较多，正在排队。
    Waiting,
    /// `Available`.
    ///
    /// 镜像可以使用。
    Available,
    /// `UnAvailable`.
    ///
    /// 镜像不能使用。
    UnAvailable,
    /// `CreateFailed`.
    ///
    /// 镜像创建失败。
    CreateFailed,
    /// `Deprecated`.
    ///
    /// 镜像已弃用。
    Deprecated,
    /// A value that the page does not document.
    Other(String),
}

impl Status {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &[
        "Creating",
        "Waiting",
        "Available",
        "UnAvailable",
        "CreateFailed",
        "Deprecated",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Creating => "Creating",
            Self::Waiting => "Waiting",
            Self::Available => "Available",
            Self::UnAvailable => "UnAvailable",
            Self::CreateFailed => "CreateFailed",
            Self::Deprecated => "Deprecated",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Status {
    fn from(value: String) -> Self {
        match value.as_str() {
            "Creating" => Self::Creating,
            "Waiting" => Self::Waiting,
            "Available" => Self::Available,
            "UnAvailable" => Self::UnAvailable,
            "CreateFailed" => Self::CreateFailed,
            "Deprecated" => Self::Deprecated,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for Status {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<Status> for String {
    fn from(value: Status) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for Status {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Usage`, and room for others.
///
/// 取值范围：
///
/// - instance：镜像正被ECS实例使用，处于运行状态。
/// - none：没有ECS实例使用该镜像，处于闲置状态。
///
/// Documented at `pages/DescribeImages.md:142`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Usage {
    /// `instance`.
    ///
    /// 镜像正被ECS实例使用，处于运行状态。
    Instance,
    /// `none`.
    ///
    /// 没有ECS实例使用该镜像，处于闲置状态。
    None,
    /// A value that the page does not document.
    Other(String),
}

impl Usage {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["instance", "none"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Instance => "instance",
            Self::None => "none",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Usage {
    fn from(value: String) -> Self {
        match value.as_str() {
            "instance" => Self::Instance,
            "none" => Self::None,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for Usage {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<Usage> for String {
    fn from(value: Usage) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for Usage {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Status`, and room for others.
///
/// 可能值：
///
/// - UnAvailable：不可用
/// - Available：可用
/// - Creating：创建中
/// - CreateFailed：创建失败
///
/// Documented at `pages/DescribeImages.md:263`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum DescribeImagesResponseImagesImageStatus {
    /// `UnAvailable`.
    ///
    /// 不可用
    UnAvailable,
    /// `Available`.
    ///
    /// 可用
    Available,
    /// `Creating`.
    ///
    /// 创建中
    Creating,
    /// `CreateFailed`.
    ///
    /// 创建失败
    CreateFailed,
    /// A value that the page does not document.
    Other(String),
}

impl DescribeImagesResponseImagesImageStatus {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &[
        "UnAvailable",
        "Available",
        "Creating",
        "CreateFailed",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UnAvailable => "UnAvailable",
            Self::Available => "Available",
            Self::Creating => "Creating",
            Self::CreateFailed => "CreateFailed",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for DescribeImagesResponseImagesImageStatus {
    fn from(value: String) -> Self {
        match value.as_str() {
            "UnAvailable" => Self::UnAvailable,
            "Available" => Self::Available,
            "Creating" => Self::Creating,
            "CreateFailed" => Self::CreateFailed,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for DescribeImagesResponseImagesImageStatus {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<DescribeImagesResponseImagesImageStatus> for String {
    fn from(value: DescribeImagesResponseImagesImageStatus) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for DescribeImagesResponseImagesImageStatus {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
