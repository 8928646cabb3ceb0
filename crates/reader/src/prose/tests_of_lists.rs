//! Lists of values in all their shapes, and what only looks like one. Printed as the text reader sees it.

use super::tests::{found, number, string};
use super::*;

#[test]
fn enumerations_in_their_shapes() {
    insta::assert_snapshot!(
        [
            string("取值范围：\n\n -   Creating：正在创建。\n-   Available（默认）：可用。\n\n 支持多个值。"),
            string("系统架构。取值范围：i386 | x86\\_64（默认）"),
            string("镜像归属,枚举值:[\"gpu\",\"app\",\"uhost\"]。\"gpu\": 行业镜像"),
            string("枚举值:[\"gpu\",\"app\"]。传参错误会被忽略"),
            string("镜像类型。标准镜像：Base，镜像市场：Business， 自定义镜像：Custom，默认返回所有类型"),
            string("系统规定参数。取值：CopyImage"),
            string("计费模式，枚举值为： Year，按年付费； Month，按月付费； Dynamic，按需付费（需开启权限）；Preemptive 为抢占式实例；"),
        string("状态，枚举值：<br /><br /> >初始化: Initializing; <br /><br /> >启动中: Starting; <br /><br />> 运行中: Running"),
        string("枚举值为：<br /><br /> > Month，按月付费；<br /><br /> > Day，按天付费"),
        string("操作系统。取值范围：\n\n -   Windows Server 2012\n-   Windows 7\n-   CentOS\n-   Others Linux（默认）"),
        string("端口。取值范围：\n\n -   TCP/UDP 协议：\\[1, 65535\\]。\n-   ICMP协议：-1/-1。\n-   all：-1/-1。"),
        string("是否自动支付。取值范围：\n\n -   true（默认）：自动支付。"),
        string("限定取值：\"Source\"/\" Leastconn\""),
        string("取值：Enclave。更多详情，请参见机密计算。"),
        string("取值范围：Windows Server 2008 | Others Linux（默认） | CoreOS"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn lists_need_no_introduction_where_values_have_glosses() {
    insta::assert_snapshot!(
        [
            number("灯的开关 0-关 1-开"),
            string("门的状态（Open：开着，Shut：关着，默认Open）"),
            number("0表示冬天，1表示夏天。默认为0"),
            string("季节：spring（春天）、autumn（秋天）"),
            found("Lit", Type::Boolean, None, "是否亮灯。True为亮，False为不亮，默认False。"),
            found("Lit", Type::Boolean, None, "是否亮灯。\n\n -   true：亮灯。\n-   false（默认）：不亮。"),
            string("颜色。取值：\n\nRED。\n\nBLUE：蓝色。"),
            string("颜色。枚举值\n\nred - 红色\n\nblue - 蓝色"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn a_list_may_stand_alone_in_its_clause() {
    insta::assert_snapshot!(
        [
            string("Oak， Elm， Ash，默认: Oak"),
            string("木料类型: oak, elm"),
            string("木料。Oak，Elm，Ash，默认返回全部"),
            string("漆面（matt/gloss,只有上过漆的才有）"),
            string("木料，可选Oak、Elm或Ash"),
            string("木料。支持：Oak/Elm；默认：Oak"),
            number("层数，目前仅支持1/2/4/8 G 四种"),
            number("层数(MB)，目前支持以下几档 200M/400M/ 800M"),
            string("木料。目前仅支持Oak（默认）。"),
            string("oak橡木，elm榆木，默认oak"),
            string("漆面。枚举值：matt哑光\n\ngloss 亮光"),
            string("漆面。枚举值，“matt”，哑光；“gloss”，亮光"),
            number("枚举值比较方式: \n\n1->=\n\n2-<="),
            string("木料ID,目前支持 1.0版木料ID:\"a1-b\", 2.0版木料ID:\"c2-d\""),
            number("年数。取值范围：[1, 3] | 12 | 24"),
            number("1：ship-5.1，2：ship-5.5，3：boat-5.5"),
            number("漆面变化（1，表示加厚，2表示减薄，0表示不变）"),
            string("漆面。\n\n -   Matt：哑光。\n-   Gloss：亮光。\n\n 默认值：无。"),
            found("Lit", Type::Boolean, None, "亮灯。默认 false 不亮，true 亮起。"),
            string("灯，枚举值[\"K8\", \"P4\", \"V1\",]，Kind为G时必填"),
            string("状态。枚举值：有货：Full；无货：Sold"),
            number("是否亮灯：1亮，0不亮灯；默认不亮灯"),
            string("动作\n[ PAINT_NONE 没有权限, PAINT_READ 观看权限 ]。默认PAINT_NONE"),
            string("Oak,Elm,Ash"),
            string("顺序，枚举值：asc-升序，desc-降序"),
            number("状态。枚举值：0-关闭 1-开启"),
            string("绑定的资源，枚举值为：\"hut\"，HUT小屋； \"gate\"，大门； ”fence“，栅栏。"),
            string("枚举值： True，是木门。 False，是铁门（默认）。"),
            string("名称，至少6位,最大63位"),
            string("ID,目前支持 1.0版本ID:\"a1-b\", 2.0版本ID:\"c2-d\",默认版本2.0"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn what_only_looks_like_a_list_or_a_default_is_none() {
    let none: [Vec<String>; 20] = [
        string("IP/OldMac/NewMac 三者必须在同一子网"),
        string("单位：GB、TB"),
        string("系统平台，比如Oak、Elm等"),
        string("容器版本号，oak 或 elm 版本"),
        number("过期时间,最小默认4小时,最大7天。(单位/秒)"),
        string("端口。支持的端口范围为1-65535"),
        found("HutIp", Type::String, None, "小屋的IP地址范围"),
        found("CidrIp", Type::String, None, "支持 IPv4格式 的CIDR"),
        string("当 Kind 为 \"O\" 时，支持以下取值：\n\n- o1：橡木一号\n- o2：橡木二号"),
        string("总数，由以下两个部分组成：\n\n- Oak 橡木的数量。\n- Elm 榆木的数量。"),
        string("枚举值：oak: 橡木; elm, 榆木 ash: 白蜡木;fir：冷杉"),
        string("木料如下: 国外: Oak BGP: Elm 各地的木料如下: a1: Elm b2: Elm"),
        string("查询条件，格式为yyyy-MM-ddTHH:mmZ"),
        string("主机名。\n\n-   Windows实例：长度为2~15个字符。不能以连字符（-）开头。默认为空。"),
        number("Kind为A时表示空闲时间，取值范围：[60，900]，默认值为60"),
        string("应用型限定取值：\"oak\"/\"elm\""),
        number("普通盘：范围[1~80]；快盘：范围[1~20]"),
        number("代理的小屋下表示空闲，取值范围：[60，900]，默认值为60"),
        string("需结合IsBoot确定:普通盘：DiskType:\"A\",IsBoot:\"False\"； 系统盘：DiskType:\"B\""),
        string("代理型默认值为Port"),
    ];
    let found: Vec<(usize, &Vec<String>)> =
        none.iter().enumerate().filter(|(_, found)| !found.is_empty()).collect();
    assert_eq!(found, []);
    // A sentence below is no value of the list.
    let action = string("The operation. Set the value to PaintFence.\n\nNote: After you call it, wait.");
    assert!(action.iter().all(|rule| rule.starts_with("Likely") && !rule.contains("Note")), "{action:?}");
    // An item that hides in another one's line makes the list doubtful.
    let hidden = string("枚举值为：\n\n> Year，按年；\n\n> Hour，按小时 // >Spot 抢占");
    assert!(hidden.iter().all(|rule| rule.starts_with("Likely")), "{hidden:?}");
    // A gloss is no default, and `default` may be a value.
    let gloss = string("枚举值：\n\n- default：默认使用\n- host：使用主机");
    assert!(gloss.iter().all(|rule| !rule.contains("Default {")), "{gloss:?}");
}
