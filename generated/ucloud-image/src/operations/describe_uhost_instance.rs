//! `DescribeUHostInstance`, from `pages/describe_uhost_instance.md`.
//!
//! 获取主机信息
//!
//! * 查询一台主机或主机列表的信息，可以用数据中心、主机ID等参数过滤。 (`pages/describe_uhost_instance.md:5`)

use serde::{Deserialize, Serialize};
use wire::check;

/// 查询一台主机或主机列表的信息，可以用数据中心、主机ID等参数过滤。
///
/// What `DescribeUHostInstance` takes, as `pages/describe_uhost_instance.md:1` documents it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeUHostInstanceRequest {
    /// 资源所在的地域，取值参见 地域和可用区列表
    ///
    /// `Region`, required (`pages/describe_uhost_instance.md:34`).
    #[serde(default)]
    pub region: String,
    /// 所在的可用区，取值参见 可用区列表
    ///
    /// `Zone`, optional (`pages/describe_uhost_instance.md:35`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// 项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询
    ///
    /// `ProjectId`, optional (`pages/describe_uhost_instance.md:36`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
    /// 【数组】UHost主机的资源ID，例如UHostIds.0表示要查询的主机1，UHostIds.1表示主机2。 如果不传入，则返回当前Region 中所有符合条件的UHost实例。
    ///
    /// `UHostIds.N`, optional (`pages/describe_uhost_instance.md:37`).
    #[serde(rename = "UHostIds", default, skip_serializing_if = "Vec::is_empty")]
    pub uhost_ids: Vec<String>,
    /// 所查询业务组的名称
    ///
    /// `Tag`, optional (`pages/describe_uhost_instance.md:38`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// 列表的起始位置偏移量，默认为0
    ///
    /// * default `0`: “默认为0” (`pages/describe_uhost_instance.md:39`)
    ///
    /// `Offset`, optional (`pages/describe_uhost_instance.md:39`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// 返回的数据长度，默认为20，最大100
    ///
    /// * range to 100: “最大100” (`pages/describe_uhost_instance.md:40`)
    /// * default `20`: “默认为20” (`pages/describe_uhost_instance.md:40`)
    ///
    /// `Limit`, optional (`pages/describe_uhost_instance.md:40`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    /// 硬件隔离组的id。用硬件隔离组筛选主机。
    ///
    /// `IsolationGroup`, optional (`pages/describe_uhost_instance.md:41`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isolation_group: Option<String>,
    /// vpc 的id。用VPC筛选主机。北京一地域无效。
    ///
    /// `VPCId`, optional (`pages/describe_uhost_instance.md:42`).
    #[serde(rename = "VPCId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
    /// 子网的id。用子网筛选主机。北京一地域无效。
    ///
    /// `SubnetId`, optional (`pages/describe_uhost_instance.md:43`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet_id: Option<String>,
    /// 待挂载的云盘id，只返回能被UDiskId挂载的云主机。目前主要用于rssd云盘
    ///
    /// `UDiskIdForAttachment`, optional (`pages/describe_uhost_instance.md:44`).
    #[serde(rename = "UDiskIdForAttachment", skip_serializing_if = "Option::is_none")]
    pub udisk_id_for_attachment: Option<String>,
}

impl DescribeUHostInstanceRequest {
    /// What the page requires, and nothing else.
    pub fn new(region: impl Into<String>) -> Self {
        Self {
            region: region.into(),
            zone: None,
            project_id: None,
            uhost_ids: Vec::new(),
            tag: None,
            offset: None,
            limit: None,
            isolation_group: None,
            vpc_id: None,
            subnet_id: None,
            udisk_id_for_attachment: None,
        }
    }

    /// With `Zone`.
    #[must_use]
    pub fn with_zone(mut self, zone: impl Into<String>) -> Self {
        self.zone = Some(zone.into());
        self
    }

    /// With `ProjectId`.
    #[must_use]
    pub fn with_project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// With `UHostIds.N`.
    #[must_use]
    pub fn with_uhost_ids(
        mut self,
        uhost_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.uhost_ids = uhost_ids.into_iter().map(Into::into).collect();
        self
    }

    /// With `Tag`.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// With `Offset`.
    #[must_use]
    pub fn with_offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// With `Limit`.
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// With `IsolationGroup`.
    #[must_use]
    pub fn with_isolation_group(mut self, isolation_group: impl Into<String>) -> Self {
        self.isolation_group = Some(isolation_group.into());
        self
    }

    /// With `VPCId`.
    #[must_use]
    pub fn with_vpc_id(mut self, vpc_id: impl Into<String>) -> Self {
        self.vpc_id = Some(vpc_id.into());
        self
    }

    /// With `SubnetId`.
    #[must_use]
    pub fn with_subnet_id(mut self, subnet_id: impl Into<String>) -> Self {
        self.subnet_id = Some(subnet_id.into());
        self
    }

    /// With `UDiskIdForAttachment`.
    #[must_use]
    pub fn with_udisk_id_for_attachment(
        mut self,
        udisk_id_for_attachment: impl Into<String>,
    ) -> Self {
        self.udisk_id_for_attachment = Some(udisk_id_for_attachment.into());
        self
    }

    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
    }

    fn check(&self, broken: &mut wire::Violations) {
        if let Some(value) = self.limit {
            check::range(
                broken,
                wire::Place {
                    parameter: "Limit",
                    page: "pages/describe_uhost_instance.md:40",
                    words: "最大100",
                },
                value as f64,
                None,
                Some(wire::Limit {
                    value: 100.0,
                    inclusive: true,
                }),
            );
        }
    }
}

impl wire::Operation for DescribeUHostInstanceRequest {
    type Answer = DescribeUHostInstanceResponse;
    const NAME: &'static str = "DescribeUHostInstance";
    const ROWS: &'static [wire::Place] = &[
        wire::Place {
            parameter: "Region",
            page: "pages/describe_uhost_instance.md:34",
            words: "资源所在的地域，取值参见 地域和可用区列表",
        },
        wire::Place {
            parameter: "Zone",
            page: "pages/describe_uhost_instance.md:35",
            words: "所在的可用区，取值参见 可用区列表",
        },
        wire::Place {
            parameter: "ProjectId",
            page: "pages/describe_uhost_instance.md:36",
            words: "项目ID。不填写为默认项目，子帐号必须填写。可通过GetProjectList接口查询",
        },
        wire::Place {
            parameter: "UHostIds.N",
            page: "pages/describe_uhost_instance.md:37",
            words: "【数组】UHost主机的资源ID，例如UHostIds.0表示要查询的主机1，UHostIds.1表示主机2。 如果不传入，则返回当前Region 中所有符合条件的UHost实例。",
        },
        wire::Place {
            parameter: "Tag",
            page: "pages/describe_uhost_instance.md:38",
            words: "所查询业务组的名称",
        },
        wire::Place {
            parameter: "Offset",
            page: "pages/describe_uhost_instance.md:39",
            words: "列表的起始位置偏移量，默认为0",
        },
        wire::Place {
            parameter: "Limit",
            page: "pages/describe_uhost_instance.md:40",
            words: "返回的数据长度，默认为20，最大100",
        },
        wire::Place {
            parameter: "IsolationGroup",
            page: "pages/describe_uhost_instance.md:41",
            words: "硬件隔离组的id。用硬件隔离组筛选主机。",
        },
        wire::Place {
            parameter: "VPCId",
            page: "pages/describe_uhost_instance.md:42",
            words: "vpc 的id。用VPC筛选主机。北京一地域无效。",
        },
        wire::Place {
            parameter: "SubnetId",
            page: "pages/describe_uhost_instance.md:43",
            words: "子网的id。用子网筛选主机。北京一地域无效。",
        },
        wire::Place {
            parameter: "UDiskIdForAttachment",
            page: "pages/describe_uhost_instance.md:44",
            words: "待挂载的云盘id，只返回能被UDiskId挂载的云主机。目前主要用于rssd云盘",
        },
    ];
    const REQUIRED: &'static [&'static str] = &["Region"];
    const AGAIN: wire::Again = wire::Again::Always;

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}

impl wire::Paged for DescribeUHostInstanceRequest {
    fn next(mut self, answer: &Self::Answer) -> Option<Self> {
        self.offset = Some(
            wire::paging::next_offset(
                self.offset,
                self.limit,
                answer.uhost_set.len(),
                Some(answer.total_count),
            )?,
        );
        Some(self)
    }
}

/// What `DescribeUHostInstance` answers, as `pages/describe_uhost_instance.md:1` documents it.
///
/// The envelope (success, code, message) is not part of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DescribeUHostInstanceResponse {
    /// 符合条件的UHostInstance总数
    ///
    /// `TotalCount`, documented as always returned (`pages/describe_uhost_instance.md:53`).
    pub total_count: i64,
    /// 云主机实例的列表，每一项的字段见下面 UHostInstanceSet
    ///
    /// `UHostSet`, documented as always returned (`pages/describe_uhost_instance.md:54`).
    #[serde(rename = "UHostSet")]
    pub uhost_set: Vec<UHostInstanceSet>,
}

/// One `UHostInstanceSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostInstanceSet {
    /// 主机所在的可用区。参见 可用区列表
    ///
    /// `UHostInstanceSet.Zone`, optional (`pages/describe_uhost_instance.md:63`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// UHost实例的ID
    ///
    /// `UHostInstanceSet.UHostId`, optional (`pages/describe_uhost_instance.md:64`).
    #[serde(rename = "UHostId", skip_serializing_if = "Option::is_none")]
    pub uhost_id: Option<String>,
    /// 【建议不再使用】云主机的机型（旧）。参考云主机机型说明。
    ///
    /// `UHostInstanceSet.UHostType`, optional (`pages/describe_uhost_instance.md:65`).
    #[serde(rename = "UHostType", skip_serializing_if = "Option::is_none")]
    pub uhost_type: Option<String>,
    /// 云主机的机型（新）。参考云主机机型说明。
    ///
    /// `UHostInstanceSet.MachineType`, optional (`pages/describe_uhost_instance.md:66`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine_type: Option<String>,
    /// 云主机的CPU平台。参考云主机机型说明。
    ///
    /// `UHostInstanceSet.CpuPlatform`, optional (`pages/describe_uhost_instance.md:67`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_platform: Option<String>,
    /// 规格族。 用机型代号加 CPU 平台表示云主机的硬件类型和处理器平台。 当 MachineType 为 "O"（快杰型）时，支持以下取值： - o1i：快杰型 O1 代，Intel 平台 -
    /// o1a：快杰型 O1 代，AMD 平台 - o1r：快杰型 O1 代，ARM 平台 - o2i：快杰型 O2 代，Intel 平台 默认值：o1i 或 o1a或o1r（由系统按资源情况自动选择） 当
    /// MachineType 为 "OM"（快杰共享型）时，支持以下取值： - om1i：快杰内存增强型 OM1 代，Intel 平台 - om2i：快杰内存增强型 OM2 代，Intel 平台
    ///
    /// `UHostInstanceSet.UHostFamily`, optional (`pages/describe_uhost_instance.md:68`).
    #[serde(rename = "UHostFamily", skip_serializing_if = "Option::is_none")]
    pub uhost_family: Option<String>,
    /// 【建议不再使用】主机的磁盘类型。 枚举值为：
    ///
    /// \> LocalDisk，本地磁盘;
    ///
    /// \> UDisk 云盘。
    ///
    /// 只要有一块盘是本地盘，就返回LocalDisk。
    ///
    /// * one of `LocalDisk`, `UDisk`: “枚举值为： \> LocalDisk，本地磁盘; \> UDisk 云盘。” (`pages/describe_uhost_instance.md:69`)
    ///
    /// `UHostInstanceSet.StorageType`, optional (`pages/describe_uhost_instance.md:69`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_type: Option<StorageType>,
    /// 【建议不再使用】主机系统盘的ID。
    ///
    /// `UHostInstanceSet.ImageId`, optional (`pages/describe_uhost_instance.md:70`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// 基础镜像的ID（即当前自定义镜像的来源镜像）
    ///
    /// `UHostInstanceSet.BasicImageId`, optional (`pages/describe_uhost_instance.md:71`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basic_image_id: Option<String>,
    /// 基础镜像的名称（即当前自定义镜像的来源镜像）
    ///
    /// `UHostInstanceSet.BasicImageName`, optional (`pages/describe_uhost_instance.md:72`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basic_image_name: Option<String>,
    /// 所属业务组的名称
    ///
    /// `UHostInstanceSet.Tag`, optional (`pages/describe_uhost_instance.md:73`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// 主机的备注
    ///
    /// `UHostInstanceSet.Remark`, optional (`pages/describe_uhost_instance.md:74`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// UHost实例的名称
    ///
    /// `UHostInstanceSet.Name`, optional (`pages/describe_uhost_instance.md:75`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 实例当前的状态，枚举值：
    ///
    /// \>初始化: Initializing;
    ///
    /// \>启动中: Starting;
    ///
    /// \> 运行中: Running;
    ///
    /// \> 关机中: Stopping;
    ///
    /// \>关机: Stopped
    ///
    /// \>安装失败: Install Fail;
    ///
    /// \>重启中: Rebooting;
    ///
    /// \> 未知(空字符串，表示获取状态超时或出错)：""
    ///
    /// * one of `Initializing`, `Starting`, `Running`, `Stopping`, `Stopped`, `Install`, `Rebooting` (likely, not checked): “初始化: Initializing; \>启动中: Starting; \> 运行中: Running; \> 关机中: Stopping; \>关机: Stopped \>安装失败: Install Fail; \>重启中: Rebooting” (`pages/describe_uhost_instance.md:76`)
    ///
    /// `UHostInstanceSet.State`, optional (`pages/describe_uhost_instance.md:76`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// 主机的创建时间，格式为Unix时间戳
    ///
    /// * format timestamp (likely, not checked): “Unix时间” (`pages/describe_uhost_instance.md:77`)
    ///
    /// `UHostInstanceSet.CreateTime`, optional (`pages/describe_uhost_instance.md:77`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_time: Option<i64>,
    /// 主机的计费模式，枚举值为： Year，按年付费； Month，按月付费； Dynamic，按需付费（需开启权限）；Preemptive 为抢占式实例；
    ///
    /// * one of `Year`, `Month`, `Dynamic`, `Preemptive` (likely, not checked): “枚举值为： Year，按年付费； Month，按月付费； Dynamic，按需付费（需开启权限）；Preemptive” (`pages/describe_uhost_instance.md:78`)
    ///
    /// `UHostInstanceSet.ChargeType`, optional (`pages/describe_uhost_instance.md:78`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_type: Option<String>,
    /// 主机的到期时间，格式为Unix时间戳
    ///
    /// * format timestamp (likely, not checked): “Unix时间” (`pages/describe_uhost_instance.md:79`)
    ///
    /// `UHostInstanceSet.ExpireTime`, optional (`pages/describe_uhost_instance.md:79`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<i64>,
    /// 虚拟CPU的核数，单位: 个
    ///
    /// `UHostInstanceSet.CPU`, optional (`pages/describe_uhost_instance.md:80`).
    #[serde(rename = "CPU", skip_serializing_if = "Option::is_none")]
    pub cpu: Option<i64>,
    /// 内存的大小，单位: MB
    ///
    /// `UHostInstanceSet.Memory`, optional (`pages/describe_uhost_instance.md:81`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory: Option<i64>,
    /// 到期是否自动续费，自动续费：“Yes”，不自动续费：“No”
    ///
    /// * one of `Yes`, `No` (likely, not checked): “自动续费：“Yes”，不自动续费：“No”” (`pages/describe_uhost_instance.md:82`)
    ///
    /// `UHostInstanceSet.AutoRenew`, optional (`pages/describe_uhost_instance.md:82`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_renew: Option<String>,
    /// 磁盘的信息，见 UHostDiskSet
    ///
    /// `UHostInstanceSet.DiskSet`, optional (`pages/describe_uhost_instance.md:83`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disk_set: Vec<UHostDiskSet>,
    /// IP的详细信息，见 UHostIPSet
    ///
    /// `UHostInstanceSet.IPSet`, optional (`pages/describe_uhost_instance.md:84`).
    #[serde(rename = "IPSet", skip_serializing_if = "Vec::is_empty")]
    pub ip_set: Vec<UHostIpSet>,
    /// 网络增强的级别。Normal: 无；Super： 网络增强1.0； Ultra: 网络增强2.0
    ///
    /// `UHostInstanceSet.NetCapability`, optional (`pages/describe_uhost_instance.md:85`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_capability: Option<String>,
    /// 【建议不再使用】主机的网络状态。 连接：Connected， 断开：NotConnected
    ///
    /// * one of `Connected`, `NotConnected` (likely, not checked): “连接：Connected， 断开：NotConnected” (`pages/describe_uhost_instance.md:86`)
    ///
    /// `UHostInstanceSet.NetworkState`, optional (`pages/describe_uhost_instance.md:86`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_state: Option<String>,
    /// 【建议不再使用】数据方舟的模式。枚举值：
    ///
    /// \> Yes: 开启方舟；
    ///
    /// \> no，未开启方舟
    ///
    /// * one of `Yes`, `no`: “枚举值： \> Yes: 开启方舟； \> no，未开启方舟” (`pages/describe_uhost_instance.md:87`)
    ///
    /// `UHostInstanceSet.TimemachineFeature`, optional (`pages/describe_uhost_instance.md:87`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timemachine_feature: Option<TimemachineFeature>,
    /// 【建议不再使用】只有北京A的云主机会返回此字段。基础网络模式：Default；子网模式：Private
    ///
    /// * one of `Default`, `Private` (likely, not checked): “基础网络模式：Default；子网模式：Private” (`pages/describe_uhost_instance.md:88`)
    ///
    /// `UHostInstanceSet.SubnetType`, optional (`pages/describe_uhost_instance.md:88`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet_type: Option<String>,
    /// 主机最初来源镜像的操作系统名称（若直接用基础镜像创建，则和BasicImageName一致）
    ///
    /// `UHostInstanceSet.OsName`, optional (`pages/describe_uhost_instance.md:89`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_name: Option<String>,
    /// 操作系统的类别。返回"Linux"或者"Windows"
    ///
    /// `UHostInstanceSet.OsType`, optional (`pages/describe_uhost_instance.md:90`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// 【建议不再使用】主机所属系列：N2，表示系列2；N1，表示系列1
    ///
    /// * one of `N2`, `N1` (likely, not checked): “N2，表示系列2；N1，表示系列1” (`pages/describe_uhost_instance.md:91`)
    ///
    /// `UHostInstanceSet.HostType`, optional (`pages/describe_uhost_instance.md:91`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_type: Option<String>,
    /// 主机的生命周期。目前仅支持Normal：普通；
    ///
    /// `UHostInstanceSet.LifeCycle`, optional (`pages/describe_uhost_instance.md:92`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life_cycle: Option<String>,
    /// GPU的个数
    ///
    /// `UHostInstanceSet.GPU`, optional (`pages/describe_uhost_instance.md:93`).
    #[serde(rename = "GPU", skip_serializing_if = "Option::is_none")]
    pub gpu: Option<i64>,
    /// GPU的类型;枚举值\["K80", "P40", "V100", "T4","T4A", "T4S","2080Ti","2080Ti-4C","1080Ti", "T4/4", "MI100",
    /// "V100S",2080","2080TiS","2080TiPro","3090","4090","4090Pro","A100","A800","H20"\]
    ///
    /// * one of `K80`, `P40`, `V100`, `T4`, `T4A`, `T4S`, `2080Ti`, `2080Ti-4C`, `1080Ti`, `T4/4`, `MI100`, `V100S`, `2080`, `2080TiS`, `2080TiPro`, `3090`, `4090`, `4090Pro`, `A100`, `A800`, `H20`: “枚举值\["K80", "P40", "V100", "T4","T4A", "T4S","2080Ti","2080Ti-4C","1080Ti", "T4/4", "MI100", "V100S",2080","2080TiS","2080TiPro","3090","4090","4090Pro","A100","A800","H20"\]” (`pages/describe_uhost_instance.md:94`)
    ///
    /// `UHostInstanceSet.GpuType`, optional (`pages/describe_uhost_instance.md:94`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gpu_type: Option<GpuType>,
    /// 热升级最多支持的CPU个数
    ///
    /// `UHostInstanceSet.HotPlugMaxCpu`, optional (`pages/describe_uhost_instance.md:95`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hot_plug_max_cpu: Option<i64>,
    /// 系统盘的状态， Normal表示初始化完成；Initializing表示在初始化。系统盘仍在初始化时无法制作镜像。
    ///
    /// * one of `Normal`, `Initializing` (likely, not checked): “Normal表示初始化完成；Initializing表示在初始化” (`pages/describe_uhost_instance.md:96`)
    ///
    /// `UHostInstanceSet.BootDiskState`, optional (`pages/describe_uhost_instance.md:96`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boot_disk_state: Option<String>,
    /// 数据盘存储空间的总量。
    ///
    /// `UHostInstanceSet.TotalDiskSpace`, optional (`pages/describe_uhost_instance.md:97`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_disk_space: Option<i64>,
    /// 隔离组的id，不在隔离组则返回""
    ///
    /// `UHostInstanceSet.IsolationGroup`, optional (`pages/describe_uhost_instance.md:98`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isolation_group: Option<String>,
    /// RDMA集群的id，仅快杰云主机返回该值；其他类型云主机返回""。该值与RSSD云盘的RdmaClusterId相同时，RSSD可以挂载到这台云主机。
    ///
    /// `UHostInstanceSet.RdmaClusterId`, optional (`pages/describe_uhost_instance.md:99`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rdma_cluster_id: Option<String>,
    /// 仅抢占式实例返回，LowSpeed表示低速模式，PowerOff表示关机模式
    ///
    /// * one of `LowSpeed`, `PowerOff` (likely, not checked): “LowSpeed表示低速模式，PowerOff表示关机模式” (`pages/describe_uhost_instance.md:100`)
    ///
    /// `UHostInstanceSet.RestrictMode`, optional (`pages/describe_uhost_instance.md:100`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restrict_mode: Option<String>,
    /// true: 已开启热升级； false，未开启热升级
    ///
    /// `UHostInstanceSet.HotplugFeature`, optional (`pages/describe_uhost_instance.md:101`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotplug_feature: Option<bool>,
    /// true: 支持用cloutinit方式初始化；false: 不支持
    ///
    /// * one of `true`, `false` (likely, not checked): “true: 支持用cloutinit方式初始化；false: 不支持” (`pages/describe_uhost_instance.md:102`)
    ///
    /// `UHostInstanceSet.CloudInitFeature`, optional (`pages/describe_uhost_instance.md:102`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_init_feature: Option<bool>,
    /// true: 具有ipv6特性；false，没有ipv6特性
    ///
    /// `UHostInstanceSet.IPv6Feature`, optional (`pages/describe_uhost_instance.md:103`).
    #[serde(rename = "IPv6Feature", skip_serializing_if = "Option::is_none")]
    pub ipv6_feature: Option<bool>,
    /// true: 已开启 hpc 系列功能；false: 未开启
    ///
    /// `UHostInstanceSet.HpcFeature`, optional (`pages/describe_uhost_instance.md:104`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hpc_feature: Option<bool>,
    /// true: 是高性能计算主机；false: 不是
    ///
    /// * one of `true`, `false` (likely, not checked): “true: 是高性能计算主机；false: 不是” (`pages/describe_uhost_instance.md:105`)
    ///
    /// `UHostInstanceSet.EpcInstance`, optional (`pages/describe_uhost_instance.md:105`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epc_instance: Option<bool>,
    /// 【待废弃】true: 是绑定了安全组的主机；false: 不是
    ///
    /// * one of `true`, `false` (likely, not checked): “true: 是绑定了安全组的主机；false: 不是” (`pages/describe_uhost_instance.md:106`)
    ///
    /// `UHostInstanceSet.SecGroupInstance`, optional (`pages/describe_uhost_instance.md:106`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sec_group_instance: Option<bool>,
    /// Firewall:防火墙,SecGroup:安全组,Acl:acl
    ///
    /// `UHostInstanceSet.NetFeatureTag`, optional (`pages/describe_uhost_instance.md:107`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_feature_tag: Option<String>,
    /// true: 已开启 hidden kvm 功能；false: 不是
    ///
    /// `UHostInstanceSet.HiddenKvm`, optional (`pages/describe_uhost_instance.md:108`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden_kvm: Option<bool>,
    /// 密钥的信息，见 UHostKeyPair
    ///
    /// `UHostInstanceSet.KeyPair`, optional (`pages/describe_uhost_instance.md:109`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_pair: Option<UHostKeyPair>,
    /// 私有专区宿主机的属性
    ///
    /// `UHostInstanceSet.UDHostAttribute`, optional (`pages/describe_uhost_instance.md:110`).
    #[serde(rename = "UDHostAttribute", skip_serializing_if = "Option::is_none")]
    pub ud_host_attribute: Option<UdSetUdHostAttribute>,
    /// 竞价实例的信息
    ///
    /// `UHostInstanceSet.SpotAttribute`, optional (`pages/describe_uhost_instance.md:111`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spot_attribute: Option<SpotAttribute>,
}

/// One `UHostDiskSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostDiskSet {
    /// 磁盘的类型。请参考磁盘类型。
    ///
    /// `UHostDiskSet.DiskType`, documented as always returned (`pages/describe_uhost_instance.md:117`).
    pub disk_type: String,
    /// 该盘是否是系统盘。枚举值：
    ///
    /// \> True，是系统盘
    ///
    /// \> False，是数据盘（默认）。Disks数组中系统盘有且只能有一块。
    ///
    /// * one of `True`, `False`: “枚举值： \> True，是系统盘 \> False，是数据盘（默认）。Disks数组中系统盘有且只能有一块。” (`pages/describe_uhost_instance.md:118`)
    ///
    /// `UHostDiskSet.IsBoot`, documented as always returned (`pages/describe_uhost_instance.md:118`).
    pub is_boot: IsBoot,
    /// "true": 是加密盘 "false"：是非加密盘
    ///
    /// `UHostDiskSet.Encrypted`, optional (`pages/describe_uhost_instance.md:119`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<String>,
    /// 【建议不再使用】磁盘的类型。系统盘: Boot，数据盘: Data,网络盘：Udisk
    ///
    /// * one of `Boot`, `Data`, `Udisk` (likely, not checked): “系统盘: Boot，数据盘: Data,网络盘：Udisk” (`pages/describe_uhost_instance.md:120`)
    ///
    /// `UHostDiskSet.Type`, optional (`pages/describe_uhost_instance.md:120`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// 磁盘的ID
    ///
    /// `UHostDiskSet.DiskId`, optional (`pages/describe_uhost_instance.md:121`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_id: Option<String>,
    /// UDisk的名字（仅当磁盘是UDisk时返回）
    ///
    /// `UHostDiskSet.Name`, optional (`pages/describe_uhost_instance.md:122`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 磁盘的盘符
    ///
    /// `UHostDiskSet.Drive`, optional (`pages/describe_uhost_instance.md:123`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drive: Option<String>,
    /// 磁盘的大小，单位: GB
    ///
    /// `UHostDiskSet.Size`, optional (`pages/describe_uhost_instance.md:124`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// 磁盘的备份方案。若开通了数据方舟，则为DATAARK
    ///
    /// `UHostDiskSet.BackupType`, optional (`pages/describe_uhost_instance.md:125`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_type: Option<String>,
}

/// One `UHostIPSet` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostIpSet {
    /// 取值为IPv4/IPv6；
    ///
    /// * one of `IPv4`, `IPv6`: “取值为IPv4/IPv6” (`pages/describe_uhost_instance.md:131`)
    ///
    /// `UHostIPSet.IPMode`, documented as always returned (`pages/describe_uhost_instance.md:131`).
    #[serde(rename = "IPMode")]
    pub ip_mode: IpMode,
    /// 在内网 Private 类型下，表示该网卡是否为默认网卡。true: 是默认网卡；其他值：不是。
    ///
    /// `UHostIPSet.Default`, optional (`pages/describe_uhost_instance.md:132`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// 在内网 Private 类型下，当前网卡的Mac地址。
    ///
    /// `UHostIPSet.Mac`, optional (`pages/describe_uhost_instance.md:133`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mac: Option<String>,
    /// 当前EIP的权重。当前的出口IP是权重最大的一个。
    ///
    /// `UHostIPSet.Weight`, optional (`pages/describe_uhost_instance.md:134`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// IP的类型，国际: Internation，BGP: Bgp，内网: Private
    ///
    /// * one of `Internation`, `Private` (likely, not checked): “国际: Internation，BGP: Bgp，内网: Private” (`pages/describe_uhost_instance.md:135`)
    ///
    /// `UHostIPSet.Type`, optional (`pages/describe_uhost_instance.md:135`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// 外网IP的资源ID 。(内网IP没有对应的资源ID)
    ///
    /// `UHostIPSet.IPId`, optional (`pages/describe_uhost_instance.md:136`).
    #[serde(rename = "IPId", skip_serializing_if = "Option::is_none")]
    pub ip_id: Option<String>,
    /// 具体的IP地址
    ///
    /// * format ip (likely, not checked): “具体的IP地址” (`pages/describe_uhost_instance.md:137`)
    ///
    /// `UHostIPSet.IP`, optional (`pages/describe_uhost_instance.md:137`).
    #[serde(rename = "IP", skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
    /// 该IP对应的带宽, 单位: Mb (内网IP不显示带宽信息)
    ///
    /// `UHostIPSet.Bandwidth`, optional (`pages/describe_uhost_instance.md:138`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bandwidth: Option<i64>,
    /// IP地址所属的VPC ID。（北京一不支持，返回的字段为空）
    ///
    /// `UHostIPSet.VPCId`, optional (`pages/describe_uhost_instance.md:139`).
    #[serde(rename = "VPCId", skip_serializing_if = "Option::is_none")]
    pub vpc_id: Option<String>,
    /// IP地址所属的子网 ID。（北京一不支持，返回的字段为空）
    ///
    /// `UHostIPSet.SubnetId`, optional (`pages/describe_uhost_instance.md:140`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet_id: Option<String>,
    /// 当弹性网卡为默认网卡时，返回其 ID 值
    ///
    /// `UHostIPSet.NetworkInterfaceId`, optional (`pages/describe_uhost_instance.md:141`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_interface_id: Option<String>,
}

/// One `UHostKeyPair` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UHostKeyPair {
    /// 密钥对的ID
    ///
    /// `UHostKeyPair.KeyPairId`, optional (`pages/describe_uhost_instance.md:147`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_pair_id: Option<String>,
    /// 主机密钥对的状态，Normal 正常，Deleted 删除
    ///
    /// `UHostKeyPair.KeyPairState`, optional (`pages/describe_uhost_instance.md:148`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_pair_state: Option<String>,
}

/// One `UDSetUDHostAttribute` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UdSetUdHostAttribute {
    /// 私有专区的宿主机
    ///
    /// `UDSetUDHostAttribute.UDHostId`, optional (`pages/describe_uhost_instance.md:154`).
    #[serde(rename = "UDHostId", skip_serializing_if = "Option::is_none")]
    pub ud_host_id: Option<String>,
    /// 所属的私有专区
    ///
    /// `UDSetUDHostAttribute.UDSetId`, optional (`pages/describe_uhost_instance.md:155`).
    #[serde(rename = "UDSetId", skip_serializing_if = "Option::is_none")]
    pub ud_set_id: Option<String>,
    /// 是否绑定了私有专区宿主机
    ///
    /// `UDSetUDHostAttribute.HostBinding`, optional (`pages/describe_uhost_instance.md:156`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_binding: Option<bool>,
}

/// One `SpotAttribute` of the answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct SpotAttribute {
    /// 实例的回收时间
    ///
    /// `SpotAttribute.RecycleTime`, optional (`pages/describe_uhost_instance.md:162`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recycle_time: Option<i64>,
}

/// The documented values of `StorageType`, and room for others.
///
/// 枚举值为：
///
/// \> LocalDisk，本地磁盘;
///
/// \> UDisk 云盘。
///
/// Documented at `pages/describe_uhost_instance.md:69`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum StorageType {
    /// `LocalDisk`.
    ///
    /// 本地磁盘
    LocalDisk,
    /// `UDisk`.
    ///
    /// 云盘。
    UDisk,
    /// A value that the page does not document.
    Other(String),
}

impl StorageType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["LocalDisk", "UDisk"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::LocalDisk => "LocalDisk",
            Self::UDisk => "UDisk",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for StorageType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "LocalDisk" => Self::LocalDisk,
            "UDisk" => Self::UDisk,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for StorageType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<StorageType> for String {
    fn from(value: StorageType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for StorageType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `IsBoot`, and room for others.
///
/// 枚举值：
///
/// \> True，是系统盘
///
/// \> False，是数据盘（默认）。Disks数组中系统盘有且只能有一块。
///
/// Documented at `pages/describe_uhost_instance.md:118`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum IsBoot {
    /// `True`.
    ///
    /// 是系统盘
    True,
    /// `False`.
    ///
    /// 是数据盘（默认）。Disks数组中系统盘有且只能有一块。
    False,
    /// A value that the page does not document.
    Other(String),
}

impl IsBoot {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["True", "False"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::True => "True",
            Self::False => "False",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for IsBoot {
    fn from(value: String) -> Self {
        match value.as_str() {
            "True" => Self::True,
            "False" => Self::False,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for IsBoot {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<IsBoot> for String {
    fn from(value: IsBoot) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for IsBoot {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `IPMode`, and room for others.
///
/// 取值为IPv4/IPv6
///
/// Documented at `pages/describe_uhost_instance.md:131`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum IpMode {
    /// `IPv4`.
    IPv4,
    /// `IPv6`.
    IPv6,
    /// A value that the page does not document.
    Other(String),
}

impl IpMode {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["IPv4", "IPv6"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::IPv4 => "IPv4",
            Self::IPv6 => "IPv6",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for IpMode {
    fn from(value: String) -> Self {
        match value.as_str() {
            "IPv4" => Self::IPv4,
            "IPv6" => Self::IPv6,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for IpMode {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<IpMode> for String {
    fn from(value: IpMode) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for IpMode {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `TimemachineFeature`, and room for others.
///
/// 枚举值：
///
/// \> Yes: 开启方舟；
///
/// \> no，未开启方舟
///
/// Documented at `pages/describe_uhost_instance.md:87`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum TimemachineFeature {
    /// `Yes`.
    ///
    /// 开启方舟
    Yes,
    /// `no`.
    ///
    /// 未开启方舟
    No,
    /// A value that the page does not document.
    Other(String),
}

impl TimemachineFeature {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &["Yes", "no"];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "Yes",
            Self::No => "no",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for TimemachineFeature {
    fn from(value: String) -> Self {
        match value.as_str() {
            "Yes" => Self::Yes,
            "no" => Self::No,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for TimemachineFeature {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<TimemachineFeature> for String {
    fn from(value: TimemachineFeature) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for TimemachineFeature {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

/// The documented values of `GpuType`, and room for others.
///
/// 枚举值\["K80", "P40", "V100", "T4","T4A", "T4S","2080Ti","2080Ti-4C","1080Ti", "T4/4", "MI100",
/// "V100S",2080","2080TiS","2080TiPro","3090","4090","4090Pro","A100","A800","H20"\]
///
/// Documented at `pages/describe_uhost_instance.md:94`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum GpuType {
    /// `K80`.
    K80,
    /// `P40`.
    P40,
    /// `V100`.
    V100,
    /// `T4`.
    T4,
    /// `T4A`.
    T4a,
    /// `T4S`.
    T4s,
    /// `2080Ti`.
    Value2080ti,
    /// `2080Ti-4C`.
    Value2080ti4c,
    /// `1080Ti`.
    Value1080ti,
    /// `T4/4`.
    T44,
    /// `MI100`.
    Mi100,
    /// `V100S`.
    V100s,
    /// `2080`.
    Value2080,
    /// `2080TiS`.
    Value2080tiS,
    /// `2080TiPro`.
    Value2080tiPro,
    /// `3090`.
    Value3090,
    /// `4090`.
    Value4090,
    /// `4090Pro`.
    Value4090pro,
    /// `A100`.
    A100,
    /// `A800`.
    A800,
    /// `H20`.
    H20,
    /// A value that the page does not document.
    Other(String),
}

impl GpuType {
    /// The documented values, in page order.
    pub const DOCUMENTED: &'static [&'static str] = &[
        "K80",
        "P40",
        "V100",
        "T4",
        "T4A",
        "T4S",
        "2080Ti",
        "2080Ti-4C",
        "1080Ti",
        "T4/4",
        "MI100",
        "V100S",
        "2080",
        "2080TiS",
        "2080TiPro",
        "3090",
        "4090",
        "4090Pro",
        "A100",
        "A800",
        "H20",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::K80 => "K80",
            Self::P40 => "P40",
            Self::V100 => "V100",
            Self::T4 => "T4",
            Self::T4a => "T4A",
            Self::T4s => "T4S",
            Self::Value2080ti => "2080Ti",
            Self::Value2080ti4c => "2080Ti-4C",
            Self::Value1080ti => "1080Ti",
            Self::T44 => "T4/4",
            Self::Mi100 => "MI100",
            Self::V100s => "V100S",
            Self::Value2080 => "2080",
            Self::Value2080tiS => "2080TiS",
            Self::Value2080tiPro => "2080TiPro",
            Self::Value3090 => "3090",
            Self::Value4090 => "4090",
            Self::Value4090pro => "4090Pro",
            Self::A100 => "A100",
            Self::A800 => "A800",
            Self::H20 => "H20",
            Self::Other(value) => value,
        }
    }
}

impl From<String> for GpuType {
    fn from(value: String) -> Self {
        match value.as_str() {
            "K80" => Self::K80,
            "P40" => Self::P40,
            "V100" => Self::V100,
            "T4" => Self::T4,
            "T4A" => Self::T4a,
            "T4S" => Self::T4s,
            "2080Ti" => Self::Value2080ti,
            "2080Ti-4C" => Self::Value2080ti4c,
            "1080Ti" => Self::Value1080ti,
            "T4/4" => Self::T44,
            "MI100" => Self::Mi100,
            "V100S" => Self::V100s,
            "2080" => Self::Value2080,
            "2080TiS" => Self::Value2080tiS,
            "2080TiPro" => Self::Value2080tiPro,
            "3090" => Self::Value3090,
            "4090" => Self::Value4090,
            "4090Pro" => Self::Value4090pro,
            "A100" => Self::A100,
            "A800" => Self::A800,
            "H20" => Self::H20,
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for GpuType {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<GpuType> for String {
    fn from(value: GpuType) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for GpuType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
