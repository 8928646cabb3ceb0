//! What the productions find, and the traps that they must not fall into. Printed as the text reader sees it.

use super::*;

fn found(name: &str, ty: Type, example: Option<&str>, text: &str) -> Vec<String> {
    let source = Source::new("t", text);
    let prose = Prose::of(&source, source::Span::new(0, text.len()));
    constraints(&prose, &Subject { name, ty: &ty, example }, &source)
        .iter()
        .map(|c| {
            let quoted = source.at(c.origin.location()).unwrap_or("?");
            assert!(!quoted.is_empty(), "the words can be quoted");
            format!("{:?} {:?} «{quoted}»", c.confidence, c.requirement)
        })
        .collect()
}

fn string(text: &str) -> Vec<String> {
    found("ImageName", Type::String, None, text)
}

#[test]
fn a_name_rule_has_all_its_parts() {
    insta::assert_snapshot!(string(
        "复制后的镜像的名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https:// 开头。\
         可以包含数字、半角冒号（:）、下划线（\\_）或者连字符（-）。\n\n 默认值：空。"
    ).join("\n"));
}

#[test]
fn english_says_the_same() {
    insta::assert_snapshot!(string(
        "The name must be 2 to 128 characters in length. It must start with a letter and cannot start with http:// or \
         https://. It can contain letters, digits, colons (:), underscores (_), and hyphens (-). Default value: null."
    ).join("\n"));
}

#[test]
fn prefixes_and_parts_are_lists() {
    insta::assert_snapshot!(found("Tag.N.Key", Type::String, None,
        "标签键。N的取值范围：1~20。一旦传入该值，则不允许为空字符串。最多支持64个字符，不能以aliyun、acs:、http://或者https://开头，\
         不能包含`http://`或者`https://`。").join("\n"));
}

#[test]
fn what_is_forbidden_at_the_ends_is_allowed_elsewhere() {
    insta::assert_snapshot!(
        [
            string("For Windows, the password cannot start with a forward slash (/)."),
            string("The key cannot start with aliyun or acs: or contain http://."),
            string("只允许包含大小写字母、数字，不能以下划线（_）和短划线（-）开头或结尾"),
            found("ValidTime", Type::Integer, None, "有效期，最大7天"),
            string("主机名。\n\n -   Windows实例：长度为2~15个字符，不支持点号（.）。"),
            string("Default value: none"),
        ]
        .concat()
        .join("\n")
    );
}

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
fn numbers_have_ranges_and_defaults() {
    insta::assert_snapshot!(
        [
            found("PageSize", Type::Integer, Some("10"), "每页行数。最大值：100 \n\n 默认值：10"),
            found("PageNumber", Type::Integer, Some("1"), "页码。起始值：1\n\n默认值：1"),
            found("Size", Type::Integer, None, "取值范围：\\[5, 2000\\]"),
            found("Limit", Type::Integer, None, "返回数据长度，默认为20，最大100"),
            found("PageSize", Type::Integer, None, "取值范围：[1,100]。默认值：10"),
            found("Size", Type::Integer, None, "取值范围：1,024~32,768"),
            found("Weight", Type::Integer, None, "The weight. Valid values of this parameter: 1 to 100."),
            found("Ids.N", Type::array(Type::String), None, "The ID. Valid values of N: 1 to 100."),
            found("Encrypted", Type::Boolean, Some("false"), "是否加密。\n\n默认值：false。"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn traps_state_nothing() {
    let none: [Vec<String>; 12] = [
        string("It cannot contain consecutive periods (.) or hyphens."),
        string("The list cannot contain the ID of a group. Default Route"),
        string("The ID of instance N. Valid values of N: 1 to 100."),
        string("If PeriodUnit is set to Week, valid values of the Period parameter: 1, 2, 3, and 4."),
        string("取值范围：\n\n -   the size of the image\n-   any other"),
        string("如果不指定磁盘大小，默认为5。"),
        string("EndTime默认为0，BeginTime默认为1"),
        string("默认为当前地域的默认VPC"),
        string("购买时长，默认4小时"),
        found("Limit", Type::Integer, None, "返回数据长度"),
        string("单位MB，以及其他"),
        string("参数Period的取值范围为 {1, 2, 3}"),
    ];
    assert_eq!(none.concat(), Vec::<String>::new());
}

#[test]
fn an_example_that_breaks_a_rule_casts_doubt() {
    let doubted = found("ImageName", Type::String, Some("1 image"), "必须以字母开头");
    assert_eq!(doubted.len(), 1);
    assert!(doubted[0].starts_with("Likely"), "{doubted:?}");
    let masked = found("ImageName", Type::String, Some("1****"), "必须以字母开头");
    assert!(masked[0].starts_with("Certain"), "{masked:?}");
}
