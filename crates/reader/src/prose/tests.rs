//! What the productions find, and the traps that they must not fall into. Printed as the text reader sees it.

use source::Source;

use super::*;

pub(super) fn found(name: &str, ty: Type, example: Option<&str>, text: &str) -> Vec<String> {
    let source = Source::new("t", text);
    let prose = Prose::of(&source, source::Span::new(0, text.len()));
    let subject = Subject { name, ty: &ty, example };
    let stated = Memory::of(0).stated(&[(prose.text(), subject)]);
    constraints(stated[0].as_deref(), &prose, &subject, |words| source.locate(words))
        .iter()
        .map(|c| {
            let quoted = source.at(c.origin.location()).unwrap_or("?");
            assert!(!quoted.is_empty(), "the words can be quoted");
            format!("{:?} {:?} «{quoted}»", c.confidence, c.requirement)
        })
        .collect()
}

#[test]
fn a_text_that_stands_twice_is_looked_through_once() {
    let text = "大小，取值范围：1~100。";
    let subject = |ty| Subject { name: "Size", ty, example: None };
    let rows = [&Type::Integer, &Type::Integer, &Type::String].map(|ty| (text, subject(ty)));
    let stated = Memory::of(1).stated(&rows);
    let stated: Vec<_> = stated.iter().map(|stated| stated.as_ref().expect("it has a rule")).collect();
    assert!(std::sync::Arc::ptr_eq(stated[0], stated[1]));
    assert!(!std::sync::Arc::ptr_eq(stated[0], stated[2]), "of another type");
}

#[test]
fn an_item_that_names_a_case_may_stand_behind_its_introduction() {
    for text in ["容量：-cloud：5~2000", "容量：- cloud：5~2000", "容量。\n- cloud：5~2000"] {
        let found = found("Size", Type::Integer, None, text);
        assert!(
            found.iter().any(|rule| rule.contains("Range") && rule.contains("2000")),
            "{text}: {found:?}"
        );
    }
}

pub(super) fn string(text: &str) -> Vec<String> {
    found("ImageName", Type::String, None, text)
}

#[test]
fn a_text_met_again_states_the_same_but_what_another_type_or_example_says_counts() {
    let memory = Memory::of(1);
    let text = "大小，取值范围：1~100。";
    let source = Source::new("t", text);
    let prose = Prose::of(&source, source::Span::new(0, text.len()));
    let stated = |ty: Type, example: Option<&str>| {
        let subject = Subject { name: "Size", ty: &ty, example };
        let stated = memory.stated(&[(text, subject)]);
        let found = constraints(stated[0].as_deref(), &prose, &subject, |words| source.locate(words));
        found.into_iter().map(|c| (c.requirement.kind(), c.confidence)).collect::<Vec<_>>()
    };
    assert_eq!(stated(Type::Integer, None), [("range", Confidence::Certain)]);
    assert_eq!(stated(Type::Integer, Some("500")), [("range", Confidence::Likely)]);
    assert_eq!(stated(Type::Integer, Some("50")), [("range", Confidence::Certain)]);
    assert_eq!(stated(Type::String, Some("50")), [("range", Confidence::Likely)]);
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

pub(super) fn number(text: &str) -> Vec<String> {
    found("Weight", Type::Integer, None, text)
}

pub(super) fn list(text: &str) -> Vec<String> {
    found("HutIds.N", Type::array(Type::String), None, text)
}

#[test]
fn one_end_of_a_range_is_enough() {
    insta::assert_snapshot!(
        [
            number("重量。取值范围：大于0"),
            number("重量，不小于5，小于等于20。"),
            number("The weight. The value must be greater than or equal to 2."),
            number("页码。取值为正整数。"),
            number("The page. The value must be a positive integer."),
            number("页码。取值范围：正整数。取值范围：1~50"),
            number("The page number. Pages start from page 1."),
            number("可选参数：1-64（随船型变化）"),
            number("档位型限定取值：[1-20]"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn steps_are_multiples() {
    insta::assert_snapshot!(
        [
            number("容量。取值为32的倍数。"),
            number("容量，步长：10"),
            number("大船必须为100的整数倍"),
            number("The value must be a multiple of 5."),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn lists_have_sizes() {
    insta::assert_snapshot!(
        [
            list("小屋ID，最多支持20个ID。"),
            list("The IDs of huts. You can specify up to 30 hut IDs."),
            list("The IDs of huts. A maximum of 40 hut IDs can be specified at a time."),
            list("小屋。数组长度至少为1； 不超过8个"),
            list("小屋。暂时只支持数组长度为1"),
            list("小屋ID。N的取值范围仅支持1。"),
            found("Ids", Type::String, None, "由多个ID组成一个JSON数组，最多支持100个ID，ID之间用逗号隔开。"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn formats_are_named() {
    insta::assert_snapshot!(
        [
            string("脚本，需要使用Base64编码。"),
            string("The time in the ISO 8601 standard. The time must be in UTC."),
            found("Begin", Type::Integer, None, "开始时间戳"),
            string("小屋的内网IP。"),
            string("园子的网段"),
            string("看守人的邮箱"),
            string("图片的URL"),
            string("令牌，UUID格式"),
            string("The token must be a UUID."),
            string("主机UUID"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn lengths_in_places_and_kilobytes() {
    insta::assert_snapshot!(
        [
            string("口令。 8-36 位，包含字母"),
            string("名字，长度不能超过 128"),
            string("名字。最大长度64个字符"),
            string("名字，至少6位"),
            string("脚本，总大小不超过 16K；"),
            string("The text must be 1 to 1,024 characters in length."),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn rules_of_a_case_have_its_condition() {
    let conditions = |text: &str| {
        let source = Source::new("t", text);
        let prose = Prose::of(&source, source::Span::new(0, text.len()));
        let subject = Subject { name: "Load", ty: &Type::Integer, example: None };
        let found = constraints(
            Memory::of(0).stated(&[(prose.text(), subject)])[0].as_deref(),
            &prose,
            &subject,
            |words| source.locate(words),
        );
        found
            .iter()
            .map(|c| format!("{:?} {:?} if {:?}", c.confidence, c.requirement, c.when))
            .collect::<Vec<_>>()
    };
    insta::assert_snapshot!(
        [
            conditions("载重。取值范围：\n\n -   sloop：5~20\n-   barge：[40, 90]"),
            conditions("Valid values:\n\n -   Valid values when Kind is set to sloop: 5 to 20"),
            conditions("取值范围：\n\n -   Unit=Week时，Load取值：{“1”, “2”}"),
            conditions("If the Unit parameter is set to Day, valid values of Load are 1, 2, and 3."),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn more_traps_state_nothing() {
    let none: [Vec<String>; 13] = [
        number("结束时间大于开始时间"),
        number("与开始时间的差值不超过24小时"),
        number("取值为正整数倍"),
        list("一个标签过滤资源时，资源数量不能超过1000个"),
        list("When a tag is given, up to 1,000 huts with it are returned."),
        list("使用通配符时最多支持3个"),
        string("命令的明文内容或者Base64编码"),
        string("按毫秒计的时间戳"),
        string("所属网段的小屋列表"),
        string("0表示关，1表示开，每一位为一天"),
        string("例如，sloop：单桅船，barge：驳船"),
        string("O，甲；OM: 乙，N: 丙 X: 丁 Kind"),
        found("Load", Type::Integer, None, "Default value: If the hut is open, that of the hut."),
    ];
    assert_eq!(none.concat(), Vec::<String>::new());
}

#[test]
fn defaults_are_amounts_glosses_and_marks() {
    insta::assert_snapshot!(
        [
            number("间隔，单位小时计，默认24小时"),
            number("开始时间，默认3点"),
            string(
                "枚举值为：\n\n > Year，按年付费；\n\n > Month，按月付费；\n\n Day，按天付费\n\n默认为月付"
            ),
            number("开关，枚举值： 1：启用； 0：禁用 默认为启用"),
            number("保留时间。取值范围：\n\n -   -1（默认）：永久。\n-   1~65：天数。"),
            found("Lit", Type::Boolean, None, "是否亮灯。默认值：false说明： 当Kind为A时，不亮。"),
            string("路径，默认为 /"),
            string("是否收费  default: false"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn bounds_in_other_words() {
    insta::assert_snapshot!(
        [
            string("名称,长度(6<=size<=63)"),
            string("组的名称 (范围[6-63],只能包含英文、数字以及符号-和_)"),
            number("流量，范围: [0, 60 000]"),
            number("The order. Valid values: 0 to ∞."),
            number("有效期，1-5年，默认为1年"),
            number("Kind为A时，进行设置, 以12小时级为基础进行倍数扩增，如12、24"),
            found("Price", Type::Float, None, "支持最大3位小数。"),
            found("Price", Type::Float, None, "A maximum of three decimal places are allowed."),
            number("必须是10GB的整数倍。"),
            string("点号（.）和短横线（-）不能作为首尾字符，更不能连续使用。"),
            string("It must start with a letter or a digit."),
            string("It cannot start with auto because the server uses it."),
            string("口令。支持大小写字母 a~z、数字、@#$%^*-，须包含两类"),
            string("可包含数字、英文句号（.）、下划线（_）或连字符（-）。"),
            string("当Kind为A时有效，长度为1~8个字符"),
        ]
        .concat()
        .join("\n")
    );
}

#[test]
fn a_name_and_its_words_make_an_address() {
    insta::assert_snapshot!(
        [
            found("OldIpAddress", Type::String, None, "所需修改的原 IP 地址"),
            found("CidrBlock", Type::String, None, "IPv4段的CIDR表示"),
            found("HutIps.N", Type::array(Type::String), None, "The IP addresses to be added to the hut."),
        ]
        .concat()
        .join("\n")
    );
}
