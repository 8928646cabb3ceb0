//! What descriptions tie together, and the traps that they must not fall into.

use super::*;
use crate::prose::{Memory, Subject};

const NAMES: [&str; 11] = [
    "LockType",
    "Type",
    "KeyId",
    "Size",
    "BeginTime",
    "EndTime",
    "Disk.N.Kind",
    "Disk.N.Size",
    "VpcId",
    "Zone",
    "Tag.N.Key",
];

fn found(own: &str, text: &str) -> Vec<String> {
    let source = Source::new("t", text);
    let prose = Prose::of(&source, source::Span::new(0, text.len()));
    let subject = Subject { name: own, ty: &contract::Type::String, example: None };
    let stated = Memory::of(0).stated(&[(prose.text(), subject)]);
    let names = Names::of(NAMES.into_iter());
    let ties = stated[0].as_deref().map(|stated| ties(stated, &prose, own, &names, &source));
    let ties = ties.unwrap_or_default();
    let rule = |rule: &Rule| {
        assert_eq!(rule.confidence, Confidence::Likely, "no request may rest on it");
        let quoted = source.at(rule.origin.location()).unwrap_or("?");
        let condition = |c: &Condition| {
            let not = if c.not { "not " } else { "" };
            let values =
                c.equals.as_ref().map(|values| format!(" = {}", values.join("|"))).unwrap_or_default();
            format!("{not}{}{values}", c.parameter)
        };
        let list = |conditions: Vec<&Condition>| {
            conditions.into_iter().map(condition).collect::<Vec<_>>().join(" & ")
        };
        let when = list(rule.conditions().collect());
        let then = list(rule.then.iter().collect());
        format!("{:?} {} [{when}] [{then}] «{quoted}»", rule.kind, rule.parameters.join(" "))
    };
    let unknown = ties.unknown.iter().map(|(_, name)| format!("unknown {name}"));
    ties.rules.iter().map(rule).chain(unknown).collect()
}

/// What is found in each of the cells of a parameter.
fn all(own: &str, cells: &[&str]) -> String {
    let found: Vec<String> = cells.iter().flat_map(|cell| found(own, cell)).collect();
    found.join("\n")
}

#[test]
fn conditions_in_chinese() {
    let cells = [
        "当Type为Host时必填",
        "密钥，Type=Host或Path时有效，且必填。",
        "仅当参数Type取值为\"Host\"（主机）且VpcId不为空时，该参数才有效",
        "若指定VpcId，则忽略此参数",
        "如果未指定VpcId，KeyId为必填参数",
        "Type不为Host时必填",
        "当该参数传入值时，VpcId必须为空",
        "取值为on时必须同时指定VpcId和Zone",
        "当Type为Host时，Size取值只能为1",
        "- live：在线。此时，您必须指定参数VpcId\n- dead：离线",
        "- late：稍后。必须同时指定VpcId\n- Note：注意。需要同时设置VpcId",
        "如果Size不填写，Zone必须填写",
        "当您指定了VpcId、Zone或Size参数中的一个时，将忽略该参数",
        "如果不指定VpcId或Zone以确定启动模板，KeyId为必选参数",
        "Type为Host，此项为必传项",
        "使用该参数时，VpcId参数必须为空",
        "当参数Type被置为Host时，将忽略该参数",
    ];
    insta::assert_snapshot!(all("KeyId", &cells));
}

#[test]
fn conditions_in_english() {
    let cells = [
        "This parameter is required when Type is set to Host.",
        "This parameter takes effect only when the `Type` parameter is set to Host or Path.",
        "If VpcId is specified, the Zone and Size parameters are ignored.",
        "This parameter is valid and required only if you set Type to Host.",
        "If you specify this parameter, you must also specify VpcId.",
        "When this parameter is set to true, you must specify VpcId, Zone, or both.",
        "If VpcId is not specified, this parameter is required.",
        "If you set this parameter to Late, you must set Type to true and specify Size.",
        "When this parameter is specified, the VpcId parameter cannot be specified.",
        "If VpcId is specified but Zone is not, the Type parameter must be set to Host.",
        "- Late: The key is used later. You must also specify the Zone parameter.",
        "- Late: You must use Zone to specify the place.",
        "- Late. Valid values of the Size parameter: 1, 2, and 3.",
        "When this parameter is set to Late, valid values of Size are 1 and 2.",
    ];
    insta::assert_snapshot!(all("KeyId", &cells));
}

#[test]
fn sets_and_comparisons() {
    let cells = [
        "与VpcId二选一必填",
        "【KeyId和VpcId必须选填一个，建议使用VpcId】",
        "KeyId、VpcId不能同时为空",
        "VpcId和KeyId互斥",
        "不支持同时指定KeyId和VpcId。",
        "至少指定参数KeyId或VpcId。",
        "与VpcId成对使用",
        "You must specify at least one of the KeyId and VpcId parameters.",
        "You must specify KeyId or VpcId.",
        "You cannot specify KeyId and VpcId at the same time.",
        "You can specify KeyId or VpcId, but not both.",
        "必须大于Size",
        "The value must be less than or equal to Size.",
        "The value must be the same as the value of Size.",
    ];
    insta::assert_snapshot!(all("KeyId", &cells));
}

#[test]
fn conditions_may_be_several() {
    let cells = [
        "当Type为Host或VpcId为空时必填",
        "当参数Type值为Host或Path，或者参数Zone值为a时，该参数为必填参数",
        "当Type=Host、Size=1时，该参数才有效",
        "若同时指定了VpcId和Zone，则忽略该参数",
        "If both VpcId and Zone are specified, this parameter is ignored.",
        "When Type is set to Host, or Zone is set to a, you must specify this parameter.",
        "如果Type=Host，VpcId可以不传，否则VpcId必须传",
        "如果指定VpcId则获取描述，否则为列表操作，需指定Zone/Size",
        "当该参数取值为late时，必须同时指定Type=true参数值以及Zone参数",
        "- late：稍后。该模式下必须指定专有网络，即VpcId参数为必填项",
        "因此Type=Host时，不能同时设置VpcId参数",
        "If you do not use the VpcId or Zone parameter to select a place, you must set the KeyId parameter.",
        "如果您不指定VpcId以确定网络，KeyId为必需参数",
        "0或不传代表随机，1代表使用内存-cpu可选配比方式购买，需要填写VpcId和Zone",
        "当计费方式（Type）为Host时必填",
        "当Type（计费方式）为Host时必填",
        "This parameter is valid only when the Type value is Available.",
        "只有在Type为Available时才有意义",
    ];
    insta::assert_snapshot!(all("KeyId", &cells));
}

#[test]
fn sets_of_groups_and_in_other_words() {
    let cells = [
        "必须指定开始参数（BeginTime、Size）或结束参数（EndTime）的其中一个，但不能同时设置",
        "开始参数（BeginTime、Size）与结束参数（EndTime）不能同时设置",
        "查询时，密钥参数（KeyId）和磁盘参数（Disk.N.*）不得同时为空",
        "Disk.N与Tag.N参数不能同时使用",
        "You must specify at least one of the following parameters: KeyId and VpcId.",
        "分配地址时，您不能同时指定参数KeyId和参数VpcId",
        "不能与VpcId同时指定",
        "不能同时指定VpcId",
        "与VpcId不可共存",
        "This parameter is mutually exclusive with VpcId.",
        "You can specify only one of KeyId and VpcId.",
        "You must specify one and only one of KeyId and VpcId.",
        "One of KeyId and VpcId must be specified.",
        "When you create a key, you cannot specify both KeyId and VpcId.",
        "The BeginTime and EndTime parameters must be specified at the same time.",
        "KeyId和VpcId至少需要填写一个",
        "KeyId与VpcId不能都为空",
    ];
    insta::assert_snapshot!(all("KeyId", &cells));
}

#[test]
fn a_mention_is_the_nearest_parameter() {
    let cells = [
        ("Disk.N.Size", "Kind为SSD时必填"),
        ("Disk.N.Size", "Disk.1.Kind为SSD时必填"),
        ("Tag.N.Key", "指定Kind时必填"),
        ("Tag.N.Key", "若指定Size，则忽略此参数"),
        ("KeyId", "当ListenerType为Host时必填"),
        ("KeyId", "KeyId和HostId必须选填一个"),
        ("KeyId", "当Lock为shut时必选"),
        ("KeyId", "Begintime不为空时必填"),
        ("KeyId", "指定DiskKind时必填"),
        ("KeyId", "指定VpcIds时必填"),
        ("Disk.N.Size", "DiskKind为SSD时必填"),
        ("Disk.N.Size", "DisplayKind为SSD时必填"),
    ];
    let read: Vec<String> = cells.iter().flat_map(|(own, cell)| found(own, cell)).collect();
    insta::assert_snapshot!(read.join("\n"));
}

#[test]
fn what_is_not_understood_states_nothing() {
    let traps = [
        "可选参数，默认为20",
        "请参考VpcId的说明",
        "有效期，Type为Host时为7天",
        "加密盘时必填",
        "Type为主机类型时必填",
        "当实例的Type为Host且处于停止状态时必填",
        "当Type为Host且Size为1或VpcId为空时必填",
        "当Type为Host或VpcId为空时有效",
        "KeyId、VpcId不能同时大于10",
        "创建加密盘时，KeyId和VpcId至少指定一个",
        "挂载（Mount）云盘时，KeyId和VpcId不能同时为空",
        "实例的VpcId（Zone）与网络互斥",
        "0代表关闭，1代表开启，必填",
        "0代表关闭，1代表开启，需要填写",
        "If you do not set VpcId to obtain an available key, the first one is taken.",
        "If you specify VpcId but do not specify Zone, the first zone is taken.",
        "如果Type为Host，域名必填",
        "Type为Host时非必填",
        "当Type为Host时，Size的单位为GB",
        "必须指定Type、VpcId中的网络",
        "必须大于Size的50%",
        "实例时间必须大于Size",
        "This parameter is required when you stop an instance.",
        "If Type is a custom image, this parameter is required.",
        "The N value must be the same as that in Disk.N.Kind when Disk.N.Kind is set to SSD.",
        "Valid values of Type: see VpcId.",
        "You can specify both KeyId and VpcId.",
        "If both Type and VpcId are specified, VpcId takes precedence.",
        "This parameter takes effect even if VpcId is specified.",
        "仅指定了VpcId时，只能为Host",
        "Valid values of Size: 1 to 3, and 5.",
        "You must also specify the Zone parameter of the hut.",
    ];
    for trap in traps {
        assert_eq!(found("KeyId", trap), Vec::<String>::new(), "{trap}");
    }
}
