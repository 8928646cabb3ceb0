//! `CreateImage`, from `pages/CreateImage.md`.
//!
//! * 调用CreateImage制作一个自定义镜像。制作完成后，您可以用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。 (`pages/CreateImage.md:3`)
//! * 使用该接口前，请先了解以下限制： (`pages/CreateImage.md:7`)
//! * 镜像状态变为可用（Available）之后，才能使用该镜像资源。 (`pages/CreateImage.md:9`)
//! * 如果查询到的ECS实例信息中包含{"OperationLocks": {"LockReason" : "security"}}，则不允许任何操作。 (`pages/CreateImage.md:10`)
//! * 该接口提供三种创建自定义镜像的方法。三类请求参数的优先级为：InstanceId \> DiskDeviceMapping \> SnapshotId。如果同时传入其中两个及以上参数，则按照优先级更高的参数创建镜像。 (`pages/CreateImage.md:12`)
//! * 方法一：以一台实例为模板，只需传入实例ID（InstanceId）。实例的状态必须为运行中（Running）或者已停止（Stopped）。调用成功后，实例的每块云盘都会新增一份快照。运行中的实例可能有尚未落盘的缓存数据，创建的镜像与实例数据可能不完全一致，因此建议先停止实例（StopInstances）再创建镜像。 (`pages/CreateImage.md:14`)
//! * 方法二：以一台实例的系统盘为来源，只需传入该系统盘的一份历史快照ID（SnapshotId）。该快照不能是2013年7月15日（含）之前创建的快照。 (`pages/CreateImage.md:15`)
//! * 方法三：把多份快照组合为一个镜像模板，需要为各块云盘建立数据关联（DiskDeviceMapping）。 (`pages/CreateImage.md:16`)
//! * 采用方法三时，还需要注意： (`pages/CreateImage.md:18`)
//! * 系统盘快照只能指定一个，系统盘的设备名必须为/dev/xvda。 (`pages/CreateImage.md:20`)
//! * 数据盘快照可以指定多个，设备名默认由系统从/dev/xvdb到/dev/xvdz依次有序分配，不能重复。 (`pages/CreateImage.md:21`)
//! * SnapshotId可以不指定；不指定时，会创建一个指定大小且没有任何数据的空数据盘。 (`pages/CreateImage.md:22`)
//! * 指定的快照不能是2013年7月15日（含）之前创建的快照。 (`pages/CreateImage.md:23`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 调用CreateImage制作一个自定义镜像。制作完成后，您可以用该镜像创建ECS实例（RunInstances），也可以用它更换实例的系统盘（ReplaceSystemDisk）。
///
/// What `CreateImage` takes, as `pages/CreateImage.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateImageRequest {
    /// 镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。
    ///
    /// `RegionId`, required, for example `cn-hangzhou` (`pages/CreateImage.md:33`).
    #[serde(default)]
    pub region_id: String,
    /// 用数据盘快照做镜像的系统盘时，通过Architecture确定系统盘的系统架构。取值范围：
    ///
    /// - i386
    /// - x86\_64（默认）
    ///
    /// * one of `i386`, `x86_64`: “取值范围： - i386 - x86\_64（默认）” (`pages/CreateImage.md:39`)
    /// * default `x86_64`: “取值范围： - i386 - x86\_64（默认）” (`pages/CreateImage.md:39`)
    ///
    /// `Architecture`, optional, for example `x86_64` (`pages/CreateImage.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architecture: Option<Architecture>,
    /// 用于保证请求的幂等性。由您的客户端生成该参数值，并确保在不同请求间唯一。ClientToken只支持ASCII字符，且不能超过64个字符。更多信息，请参见如何保证幂等性。
    ///
    /// * length at most 64 characters: “不能超过64个字符” (`pages/CreateImage.md:45`)
    /// * made of ascii characters: “只支持ASCII字符” (`pages/CreateImage.md:45`)
    ///
    /// `ClientToken`, optional, for example `123e4567-e89b-12d3-a456-426655440000` (`pages/CreateImage.md:45`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,
    /// 镜像的描述。长度为2\~256个英文或中文字符，不能以http://和https://开头。
    ///
    /// 默认值：空
    ///
    /// * length 2 to 256 characters: “长度为2\~256个英文或中文字符” (`pages/CreateImage.md:48`)
    /// * does not start with `http://`, `https://`: “不能以http://和https://开头” (`pages/CreateImage.md:48`)
    /// * no default: “默认值：空” (`pages/CreateImage.md:50`)
    ///
    /// `Description`, optional, for example `ImageTestDescription` (`pages/CreateImage.md:48`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `DiskDeviceMapping.N`: the page documents what stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disk_device_mapping: Vec<CreateImageRequestDiskDeviceMapping>,
    /// 镜像所属族系的名称。长度为2\~128个英文或中文字符。必须以大小字母或中文开头，不能以aliyun和acs:开头，不能包含http://或者https://。可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）。
    ///
    /// 默认值：空
    ///
    /// * length 2 to 128 characters: “长度为2\~128个英文或中文字符” (`pages/CreateImage.md:76`)
    /// * starts with capital letters, small letters, chinese characters: “必须以大小字母或中文开头” (`pages/CreateImage.md:76`)
    /// * does not start with `aliyun`, `acs:`: “不能以aliyun和acs:开头” (`pages/CreateImage.md:76`)
    /// * does not contain `http://`, `https://`: “不能包含http://或者https://” (`pages/CreateImage.md:76`)
    /// * made of capital letters, small letters, digits, chinese characters, `:`, `_`, `-` (likely, not checked): “可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）” (`pages/CreateImage.md:76`)
    /// * no default: “默认值：空” (`pages/CreateImage.md:78`)
    ///
    /// `ImageFamily`, optional, for example `hangzhou-daily-update` (`pages/CreateImage.md:76`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_family: Option<String>,
    /// 镜像的名称。长度为2\~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https://开头。可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）。
    ///
    /// 默认值：空
    ///
    /// * length 2 to 128 characters: “长度为2\~128个英文或中文字符” (`pages/CreateImage.md:81`)
    /// * starts with capital letters, small letters, chinese characters: “必须以大小字母或中文开头” (`pages/CreateImage.md:81`)
    /// * does not start with `http://`, `https://`: “不能以http://和https://开头” (`pages/CreateImage.md:81`)
    /// * made of capital letters, small letters, digits, chinese characters, `:`, `_`, `-` (likely, not checked): “可以包含数字、半角冒号（:）、下划线（\_）或者连字符（-）” (`pages/CreateImage.md:81`)
    /// * no default: “默认值：空” (`pages/CreateImage.md:83`)
    ///
    /// `ImageName`, optional, for example `TestCentOS` (`pages/CreateImage.md:81`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// 镜像的版本号。长度为1\~40个英文字符。
    ///
    /// * length 1 to 40 characters: “长度为1\~40个英文字符” (`pages/CreateImage.md:86`)
    ///
    /// `ImageVersion`, optional, for example `2017011017` (`pages/CreateImage.md:86`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_version: Option<String>,
    /// 作为模板的实例的ID。
    ///
    /// `InstanceId`, optional, for example `i-bp1g6zv0ce8oghu7****` (`pages/CreateImage.md:89`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance_id: Option<String>,
    /// 用数据盘快照做镜像的系统盘时，通过Platform确定系统盘的操作系统发行版。取值范围：
    ///
    /// - CentOS
    /// - Ubuntu
    /// - SUSE
    /// - OpenSUSE
    /// - RedHat
    /// - Debian
    /// - CoreOS
    /// - Aliyun
    /// - Windows Server 2012
    /// - Windows 7
    /// - Customized Linux
    /// - Others Linux（默认）
    ///
    /// * one of `CentOS`, `Ubuntu`, `SUSE`, `OpenSUSE`, `RedHat`, `Debian`, `CoreOS`, `Aliyun`, `Windows Server 2012`, `Windows 7`, `Customized Linux`, `Others Linux`: “取值范围： - CentOS - Ubuntu - SUSE - OpenSUSE - RedHat - Debian - CoreOS - Aliyun - Windows Server 2012 - Windows 7 - Customized Linux - Others Linux（默认）” (`pages/CreateImage.md:92`)
    /// * default `Others Linux`: “取值范围： - CentOS - Ubuntu - SUSE - OpenSUSE - RedHat - Debian - CoreOS - Aliyun - Windows Server 2012 - Windows 7 - Customized Linux - Others Linux（默认）” (`pages/CreateImage.md:92`)
    ///
    /// `Platform`, optional, for example `CentOS` (`pages/CreateImage.md:92`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<Platform>,
    /// 自定义镜像所属的企业资源组的ID。
    ///
    /// `ResourceGroupId`, optional, for example `rg-bp67acfmxazb4p****` (`pages/CreateImage.md:108`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group_id: Option<String>,
    /// 用来创建自定义镜像的快照的ID。
    ///
    /// `SnapshotId`, optional, for example `s-bp17441ohwkdca0****` (`pages/CreateImage.md:111`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snapshot_id: Option<String>,
    /// `Tag.N`: the page documents what stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<CreateImageRequestTag>,
}

impl CreateImageRequest {
    /// What the page requires, and nothing else.
    pub fn new(region_id: impl Into<String>) -> Self {
        Self {
            region_id: region_id.into(),
            architecture: None,
            client_token: None,
            description: None,
            disk_device_mapping: Vec::new(),
            image_family: None,
            image_name: None,
            image_version: None,
            instance_id: None,
            platform: None,
            resource_group_id: None,
            snapshot_id: None,
            tag: Vec::new(),
        }
    }

    /// With `Architecture`.
    #[must_use]
    pub fn with_architecture(mut self, architecture: impl Into<Architecture>) -> Self {
        self.architecture = Some(architecture.into());
        self
    }

    /// With `ClientToken`.
    #[must_use]
    pub fn with_client_token(mut self, client_token: impl Into<String>) -> Self {
        self.client_token = Some(client_token.into());
        self
    }

    /// With `Description`.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// With `DiskDeviceMapping.N`.
    #[must_use]
    pub fn with_disk_device_mapping(
        mut self,
        disk_device_mapping: Vec<CreateImageRequestDiskDeviceMapping>,
    ) -> Self {
        self.disk_device_mapping = disk_device_mapping;
        self
    }

    /// With `ImageFamily`.
    #[must_use]
    pub fn with_image_family(mut self, image_family: impl Into<String>) -> Self {
        self.image_family = Some(image_family.into());
        self
    }

    /// With `ImageName`.
    #[must_use]
    pub fn with_image_name(mut self, image_name: impl Into<String>) -> Self {
        self.image_name = Some(image_name.into());
        self
    }

    /// With `ImageVersion`.
    #[must_use]
    pub fn with_image_version(mut self, image_version: impl Into<String>) -> Self {
        self.image_version = Some(image_version.into());
        self
    }

    /// With `InstanceId`.
    #[must_use]
    pub fn with_instance_id(mut self, instance_id: impl Into<String>) -> Self {
        self.instance_id = Some(instance_id.into());
        self
    }

    /// With `Platform`.
    #[must_use]
    pub fn with_platform(mut self, platform: impl Into<Platform>) -> Self {
        self.platform = Some(platform.into());
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

    /// With `SnapshotId`.
    #[must_use]
    pub fn with_snapshot_id(mut self, snapshot_id: impl Into<String>) -> Self {
        self.snapshot_id = Some(snapshot_id.into());
        self
    }

    /// With `Tag.N`.
    #[must_use]
    pub fn with_tag(mut self, tag: Vec<CreateImageRequestTag>) -> Self {
        self.tag = tag;
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.architecture {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "Architecture",
                    page: "pages/CreateImage.md:39",
                    words: "取值范围：\n- i386\n- x86_64（默认）",
                },
                value.as_str(),
                Architecture::DOCUMENTED,
            );
        }
        if let Some(value) = &self.client_token {
            check::length(
                broken,
                wire::Place {
                    parameter: "ClientToken",
                    page: "pages/CreateImage.md:45",
                    words: "不能超过64个字符",
                },
                value,
                None,
                Some(64),
                wire::LengthUnit::Chars,
            );
            check::charset(
                broken,
                wire::Place {
                    parameter: "ClientToken",
                    page: "pages/CreateImage.md:45",
                    words: "只支持ASCII字符",
                },
                value,
                &wire::CharSet {
                    ascii: true,
                    ..wire::CharSet::NONE
                },
            );
        }
        if let Some(value) = &self.description {
            check::length(
                broken,
                wire::Place {
                    parameter: "Description",
                    page: "pages/CreateImage.md:48",
                    words: "长度为2~256个英文或中文字符",
                },
                value,
                Some(2),
                Some(256),
                wire::LengthUnit::Chars,
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "Description",
                    page: "pages/CreateImage.md:48",
                    words: "不能以http://和https://开头",
                },
                value,
                &["http://", "https://"],
            );
        }
        if !self.disk_device_mapping.is_empty() {
            check::count(
                broken,
                wire::Place {
                    parameter: "DiskDeviceMapping.N.SnapshotId",
                    page: "pages/CreateImage.md:73",
                    words: "N的取值范围：1~17",
                },
                self.disk_device_mapping.len(),
                None,
                Some(17),
            );
        }
        if let Some(value) = &self.image_family {
            check::length(
                broken,
                wire::Place {
                    parameter: "ImageFamily",
                    page: "pages/CreateImage.md:76",
                    words: "长度为2~128个英文或中文字符",
                },
                value,
                Some(2),
                Some(128),
                wire::LengthUnit::Chars,
            );
            check::starts_with(
                broken,
                wire::Place {
                    parameter: "ImageFamily",
                    page: "pages/CreateImage.md:76",
                    words: "必须以大小字母或中文开头",
                },
                value,
                &wire::CharSet {
                    upper: true,
                    lower: true,
                    chinese: true,
                    ..wire::CharSet::NONE
                },
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "ImageFamily",
                    page: "pages/CreateImage.md:76",
                    words: "不能以aliyun和acs:开头",
                },
                value,
                &["aliyun", "acs:"],
            );
            check::not_contains(
                broken,
                wire::Place {
                    parameter: "ImageFamily",
                    page: "pages/CreateImage.md:76",
                    words: "不能包含http://或者https://",
                },
                value,
                &["http://", "https://"],
            );
        }
        if let Some(value) = &self.image_name {
            check::length(
                broken,
                wire::Place {
                    parameter: "ImageName",
                    page: "pages/CreateImage.md:81",
                    words: "长度为2~128个英文或中文字符",
                },
                value,
                Some(2),
                Some(128),
                wire::LengthUnit::Chars,
            );
            check::starts_with(
                broken,
                wire::Place {
                    parameter: "ImageName",
                    page: "pages/CreateImage.md:81",
                    words: "必须以大小字母或中文开头",
                },
                value,
                &wire::CharSet {
                    upper: true,
                    lower: true,
                    chinese: true,
                    ..wire::CharSet::NONE
                },
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "ImageName",
                    page: "pages/CreateImage.md:81",
                    words: "不能以http://和https://开头",
                },
                value,
                &["http://", "https://"],
            );
        }
        if let Some(value) = &self.image_version {
            check::length(
                broken,
                wire::Place {
                    parameter: "ImageVersion",
                    page: "pages/CreateImage.md:86",
                    words: "长度为1~40个英文字符",
                },
                value,
                Some(1),
                Some(40),
                wire::LengthUnit::Chars,
            );
        }
        if let Some(value) = &self.platform {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "Platform",
                    page: "pages/CreateImage.md:92",
                    words: "取值范围：\n- CentOS\n- Ubuntu\n- SUSE\n- OpenSUSE\n- RedHat\n- Debian\n- CoreOS\n- Aliyun\n- Windows Server 2012\n- Windows 7\n- Customized Linux\n- Others Linux（默认）",
                },
                value.as_str(),
                Platform::DOCUMENTED,
            );
        }
        if !self.tag.is_empty() {
            check::count(
                broken,
                wire::Place {
                    parameter: "Tag.N.Key",
                    page: "pages/CreateImage.md:114",
                    words: "N的取值范围：1~20",
                },
                self.tag.len(),
                None,
                Some(20),
            );
        }
        let holds = self.snapshot_id.is_some() || self.instance_id.is_some()
            || !self.disk_device_mapping.is_empty();
        if !holds {
            check::across(
                broken,
                wire::Place {
                    parameter: "SnapshotId",
                    page: "pages/CreateImage.md:204",
                    words: "The input parameter SnapshotId or InstanceId or DiskDeviceMapping that is mandatory for processing this request is not supplied.",
                },
                "or `InstanceId` or `DiskDeviceMapping` is required",
            );
        }
        for value in &self.disk_device_mapping {
            value.check(broken);
        }
        for value in &self.tag {
            value.check(broken);
        }
    }
}

impl wire::Operation for CreateImageRequest {
    type Answer = CreateImageResponse;
    const NAME: &'static str = "CreateImage";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "RegionId",
            page: "pages/CreateImage.md:33",
            words: "镜像所在地域的ID。可用的阿里云地域列表可以通过DescribeRegions查询。",
        },
        wire::Place {
            parameter: "Architecture",
            page: "pages/CreateImage.md:39",
            words: "用数据盘快照做镜像的系统盘时，通过Architecture确定系统盘的系统架构。取值范围：\n- i386\n- x86_64（默认）",
        },
        wire::Place {
            parameter: "ClientToken",
            page: "pages/CreateImage.md:45",
            words: "用于保证请求的幂等性。由您的客户端生成该参数值，并确保在不同请求间唯一。ClientToken只支持ASCII字符，且不能超过64个字符。更多信息，请参见如何保证幂等性。",
        },
        wire::Place {
            parameter: "Description",
            page: "pages/CreateImage.md:48",
            words: "镜像的描述。长度为2~256个英文或中文字符，不能以http://和https://开头。\n默认值：空",
        },
        wire::Place {
            parameter: "DiskDeviceMapping.N.Device",
            page: "pages/CreateImage.md:53",
            words: "DiskDeviceMapping.N在自定义镜像中的设备名称。取值范围：\n- 其他云盘（例如SSD云盘、高效云盘和ESSD云盘）：/dev/vda~/dev/vdz\n- 普通云盘：/dev/xvda~/dev/xvdz",
        },
        wire::Place {
            parameter: "DiskDeviceMapping.N.DiskType",
            page: "pages/CreateImage.md:59",
            words: "DiskDeviceMapping.N在新镜像中的云盘类型。利用该参数，可以把数据盘快照做为镜像的系统盘；不指定时，默认为快照对应的云盘类型。取值范围：\n- system：系统盘\n- data：数据盘",
        },
        wire::Place {
            parameter: "DiskDeviceMapping.N.Size",
            page: "pages/CreateImage.md:65",
            words: "DiskDeviceMapping.N云盘的大小，单位为GiB。其取值和默认值与DiskDeviceMapping.N.SnapshotId有关：\n- 没有指定SnapshotId时，Size的取值以及默认值为：\n  - 普通云盘：5~2000GiB，默认为5\n  - 其他云盘：20~32768GiB，默认为20\n- 指定了SnapshotId时，Size的取值必须大于等于SnapshotId的大小，默认为SnapshotId的大小。",
        },
        wire::Place {
            parameter: "DiskDeviceMapping.N.SnapshotId",
            page: "pages/CreateImage.md:73",
            words: "DiskDeviceMapping.N云盘所用快照的ID，自定义镜像将用该快照创建。N的取值范围：1~17",
        },
        wire::Place {
            parameter: "ImageFamily",
            page: "pages/CreateImage.md:76",
            words: "镜像所属族系的名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头，不能以aliyun和acs:开头，不能包含http://或者https://。可以包含数字、半角冒号（:）、下划线（_）或者连字符（-）。\n默认值：空",
        },
        wire::Place {
            parameter: "ImageName",
            page: "pages/CreateImage.md:81",
            words: "镜像的名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https://开头。可以包含数字、半角冒号（:）、下划线（_）或者连字符（-）。\n默认值：空",
        },
        wire::Place {
            parameter: "ImageVersion",
            page: "pages/CreateImage.md:86",
            words: "镜像的版本号。长度为1~40个英文字符。",
        },
        wire::Place {
            parameter: "InstanceId",
            page: "pages/CreateImage.md:89",
            words: "作为模板的实例的ID。",
        },
        wire::Place {
            parameter: "Platform",
            page: "pages/CreateImage.md:92",
            words: "用数据盘快照做镜像的系统盘时，通过Platform确定系统盘的操作系统发行版。取值范围：\n- CentOS\n- Ubuntu\n- SUSE\n- OpenSUSE\n- RedHat\n- Debian\n- CoreOS\n- Aliyun\n- Windows Server 2012\n- Windows 7\n- Customized Linux\n- Others Linux（默认）",
        },
        wire::Place {
            parameter: "ResourceGroupId",
            page: "pages/CreateImage.md:108",
            words: "自定义镜像所属的企业资源组的ID。",
        },
        wire::Place {
            parameter: "SnapshotId",
            page: "pages/CreateImage.md:111",
            words: "用来创建自定义镜像的快照的ID。",
        },
        wire::Place {
            parameter: "Tag.N.Key",
            page: "pages/CreateImage.md:114",
            words: "为镜像绑定的标签键。N的取值范围：1~20。一旦传入该值，则不允许为空字符串。最多支持128个字符，不能以aliyun和acs:开头，不能包含http://或者https://。",
        },
        wire::Place {
            parameter: "Tag.N.Value",
            page: "pages/CreateImage.md:117",
            words: "为镜像绑定的标签值。N的取值范围：1~20。一旦传入该值，允许为空字符串。最多支持128个字符，不能以acs:开头，不能包含http://或者https://。",
        },
        wire::Place {
            parameter: "Tag.N.key",
            page: "pages/CreateImage.md:120",
            words: "为镜像绑定的标签键。\n说明： 为了提高兼容性，建议改用Tag.N.Key参数。",
        },
        wire::Place {
            parameter: "Tag.N.value",
            page: "pages/CreateImage.md:125",
            words: "为镜像绑定的标签值。\n说明： 为了提高兼容性，建议改用Tag.N.Value参数。",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["RegionId"];
    const AGAIN: wire::Again = wire::Again::WithToken("ClientToken");

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

/// One `DiskDeviceMapping.N` of the request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateImageRequestDiskDeviceMapping {
    /// DiskDeviceMapping.N在自定义镜像中的设备名称。取值范围：
    ///
    /// - 其他云盘（例如SSD云盘、高效云盘和ESSD云盘）：/dev/vda\~/dev/vdz
    /// - 普通云盘：/dev/xvda\~/dev/xvdz
    ///
    /// `DiskDeviceMapping.N.Device`, optional, for example `/dev/vdb` (`pages/CreateImage.md:53`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// DiskDeviceMapping.N在新镜像中的云盘类型。利用该参数，可以把数据盘快照做为镜像的系统盘；不指定时，默认为快照对应的云盘类型。取值范围：
    ///
    /// - system：系统盘
    /// - data：数据盘
    ///
    /// * one of `system`, `data`: “取值范围： - system：系统盘 - data：数据盘” (`pages/CreateImage.md:59`)
    ///
    /// `DiskDeviceMapping.N.DiskType`, optional, for example `system` (`pages/CreateImage.md:59`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_type: Option<DiskType>,
    /// DiskDeviceMapping.N云盘的大小，单位为GiB。其取值和默认值与DiskDeviceMapping.N.SnapshotId有关：
    ///
    /// - 没有指定SnapshotId时，Size的取值以及默认值为：
    ///   - 普通云盘：5\~2000GiB，默认为5
    ///   - 其他云盘：20\~32768GiB，默认为20
    /// - 指定了SnapshotId时，Size的取值必须大于等于SnapshotId的大小，默认为SnapshotId的大小。
    ///
    /// * default `5` (likely, not checked): “默认为5” (`pages/CreateImage.md:68`)
    ///
    /// `DiskDeviceMapping.N.Size`, optional, for example `2000` (`pages/CreateImage.md:65`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// DiskDeviceMapping.N云盘所用快照的ID，自定义镜像将用该快照创建。N的取值范围：1\~17
    ///
    /// * at most 17 items: “N的取值范围：1\~17” (`pages/CreateImage.md:73`)
    ///
    /// `DiskDeviceMapping.N.SnapshotId`, optional, for example `s-bp17441ohwkdca0****` (`pages/CreateImage.md:73`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snapshot_id: Option<String>,
}

impl CreateImageRequestDiskDeviceMapping {
    /// With `DiskDeviceMapping.N.Device`.
    #[must_use]
    pub fn with_device(mut self, device: impl Into<String>) -> Self {
        self.device = Some(device.into());
        self
    }

    /// With `DiskDeviceMapping.N.DiskType`.
    #[must_use]
    pub fn with_disk_type(mut self, disk_type: impl Into<DiskType>) -> Self {
        self.disk_type = Some(disk_type.into());
        self
    }

    /// With `DiskDeviceMapping.N.Size`.
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// With `DiskDeviceMapping.N.SnapshotId`.
    #[must_use]
    pub fn with_snapshot_id(mut self, snapshot_id: impl Into<String>) -> Self {
        self.snapshot_id = Some(snapshot_id.into());
        self
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.disk_type {
            check::one_of(
                broken,
                wire::Place {
                    parameter: "DiskDeviceMapping.N.DiskType",
                    page: "pages/CreateImage.md:59",
                    words: "取值范围：\n- system：系统盘\n- data：数据盘",
                },
                value.as_str(),
                DiskType::DOCUMENTED,
            );
        }
    }
}

/// One `Tag.N` of the request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateImageRequestTag {
    /// 为镜像绑定的标签键。N的取值范围：1\~20。一旦传入该值，则不允许为空字符串。最多支持128个字符，不能以aliyun和acs:开头，不能包含http://或者https://。
    ///
    /// * at most 20 items: “N的取值范围：1\~20” (`pages/CreateImage.md:114`)
    /// * length 1 to 128 characters: “不允许为空字符串。最多支持128个字符” (`pages/CreateImage.md:114`)
    /// * does not start with `aliyun`, `acs:`: “不能以aliyun和acs:开头” (`pages/CreateImage.md:114`)
    /// * does not contain `http://`, `https://`: “不能包含http://或者https://” (`pages/CreateImage.md:114`)
    ///
    /// `Tag.N.Key`, optional, for example `KeyTest` (`pages/CreateImage.md:114`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// 为镜像绑定的标签值。N的取值范围：1\~20。一旦传入该值，允许为空字符串。最多支持128个字符，不能以acs:开头，不能包含http://或者https://。
    ///
    /// * at most 20 items: “N的取值范围：1\~20” (`pages/CreateImage.md:117`)
    /// * length at most 128 characters: “最多支持128个字符” (`pages/CreateImage.md:117`)
    /// * does not start with `acs:`: “不能以acs:开头” (`pages/CreateImage.md:117`)
    /// * does not contain `http://`, `https://`: “不能包含http://或者https://” (`pages/CreateImage.md:117`)
    ///
    /// `Tag.N.Value`, optional, for example `ValueTest` (`pages/CreateImage.md:117`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// 为镜像绑定的标签键。
    ///
    /// 说明： 为了提高兼容性，建议改用Tag.N.Key参数。
    ///
    /// `Tag.N.key`, optional, for example `null` (`pages/CreateImage.md:120`).
    #[serde(rename = "key", skip_serializing_if = "Option::is_none")]
    pub key_2: Option<String>,
    /// 为镜像绑定的标签值。
    ///
    /// 说明： 为了提高兼容性，建议改用Tag.N.Value参数。
    ///
    /// `Tag.N.value`, optional, for example `null` (`pages/CreateImage.md:125`).
    #[serde(rename = "value", skip_serializing_if = "Option::is_none")]
    pub value_2: Option<String>,
}

impl CreateImageRequestTag {
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

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = &self.key {
            check::length(
                broken,
                wire::Place {
                    parameter: "Tag.N.Key",
                    page: "pages/CreateImage.md:114",
                    words: "不允许为空字符串。最多支持128个字符",
                },
                value,
                Some(1),
                Some(128),
                wire::LengthUnit::Chars,
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "Tag.N.Key",
                    page: "pages/CreateImage.md:114",
                    words: "不能以aliyun和acs:开头",
                },
                value,
                &["aliyun", "acs:"],
            );
            check::not_contains(
                broken,
                wire::Place {
                    parameter: "Tag.N.Key",
                    page: "pages/CreateImage.md:114",
                    words: "不能包含http://或者https://",
                },
                value,
                &["http://", "https://"],
            );
        }
        if let Some(value) = &self.value {
            check::length(
                broken,
                wire::Place {
                    parameter: "Tag.N.Value",
                    page: "pages/CreateImage.md:117",
                    words: "最多支持128个字符",
                },
                value,
                None,
                Some(128),
                wire::LengthUnit::Chars,
            );
            check::not_starts_with(
                broken,
                wire::Place {
                    parameter: "Tag.N.Value",
                    page: "pages/CreateImage.md:117",
                    words: "不能以acs:开头",
                },
                value,
                &["acs:"],
            );
            check::not_contains(
                broken,
                wire::Place {
                    parameter: "Tag.N.Value",
                    page: "pages/CreateImage.md:117",
                    words: "不能包含http://或者https://",
                },
                value,
                &["http://", "https://"],
            );
        }
    }
}

/// What `CreateImage` answers, as `pages/CreateImage.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateImageResponse {
    /// 新镜像的ID。
    ///
    /// `ImageId`, presence not stated, for example `m-bp146shijn7hujku****` (`pages/CreateImage.md:135`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 本次请求的ID。
    ///
    /// `RequestId`, presence not stated, for example `473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E` (`pages/CreateImage.md:138`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// The documented values of `Architecture`, and room for others.
///
/// 取值范围：
///
/// - i386
/// - x86\_64（默认）
///
/// Documented at `pages/CreateImage.md:39`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Architecture {
    /// `i386`.
    I386,
    /// `x86_64`.
    X8664,
    /// A value that the page does not document.
    Other(String),
}

impl Architecture {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["i386", "x86_64"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::I386 => "i386",
            Self::X8664 => "x86_64",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Architecture {
    fn from(value: String) -> Self {
        match value.as_str() {
            "i386" => Self::I386,
            "x86_64" => Self::X8664,
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

/// The documented values of `DiskType`, and room for others.
///
/// 取值范围：
///
/// - system：系统盘
/// - data：数据盘
///
/// Documented at `pages/CreateImage.md:59`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum DiskType {
    /// `system`.
    ///
    /// 系统盘
    System,
    /// `data`.
    ///
    /// 数据盘
    Data,
    /// A value that the page does not document.
    Other(String),
}

impl DiskType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["system", "data"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::System => "system",
            Self::Data => "data",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for DiskType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "system" => Self::System,
            "data" => Self::Data,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for DiskType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<DiskType> for String {
    fn from(value: DiskType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for DiskType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `Platform`, and room for others.
///
/// 取值范围：
///
/// - CentOS
/// - Ubuntu
/// - SUSE
/// - OpenSUSE
/// - RedHat
/// - Debian
/// - CoreOS
/// - Aliyun
/// - Windows Server 2012
/// - Windows 7
/// - Customized Linux
/// - Others Linux（默认）
///
/// Documented at `pages/CreateImage.md:92`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Platform {
    /// `CentOS`.
    CentOs,
    /// `Ubuntu`.
    Ubuntu,
    /// `SUSE`.
    Suse,
    /// `OpenSUSE`.
    OpenSuse,
    /// `RedHat`.
    RedHat,
    /// `Debian`.
    Debian,
    /// `CoreOS`.
    CoreOs,
    /// `Aliyun`.
    Aliyun,
    /// `Windows Server 2012`.
    WindowsServer2012,
    /// `Windows 7`.
    Windows7,
    /// `Customized Linux`.
    CustomizedLinux,
    /// `Others Linux`.
    OthersLinux,
    /// A value that the page does not document.
    Other(String),
}

impl Platform {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &[
        "CentOS",
        "Ubuntu",
        "SUSE",
        "OpenSUSE",
        "RedHat",
        "Debian",
        "CoreOS",
        "Aliyun",
        "Windows Server 2012",
        "Windows 7",
        "Customized Linux",
        "Others Linux",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::CentOs => "CentOS",
            Self::Ubuntu => "Ubuntu",
            Self::Suse => "SUSE",
            Self::OpenSuse => "OpenSUSE",
            Self::RedHat => "RedHat",
            Self::Debian => "Debian",
            Self::CoreOs => "CoreOS",
            Self::Aliyun => "Aliyun",
            Self::WindowsServer2012 => "Windows Server 2012",
            Self::Windows7 => "Windows 7",
            Self::CustomizedLinux => "Customized Linux",
            Self::OthersLinux => "Others Linux",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for Platform {
    fn from(value: String) -> Self {
        match value.as_str() {
            "CentOS" => Self::CentOs,
            "Ubuntu" => Self::Ubuntu,
            "SUSE" => Self::Suse,
            "OpenSUSE" => Self::OpenSuse,
            "RedHat" => Self::RedHat,
            "Debian" => Self::Debian,
            "CoreOS" => Self::CoreOs,
            "Aliyun" => Self::Aliyun,
            "Windows Server 2012" => Self::WindowsServer2012,
            "Windows 7" => Self::Windows7,
            "Customized Linux" => Self::CustomizedLinux,
            "Others Linux" => Self::OthersLinux,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for Platform {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<Platform> for String {
    fn from(value: Platform) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for Platform {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
