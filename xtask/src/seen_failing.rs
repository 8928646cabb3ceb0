//! Each check of the corpus is seen failing, by what it is there to find.

use contract::{Confidence, Presence, Requirement, Type};
use pipeline::Reading;

use crate::{agreement, identity, languages, recognition};

const CHINESE: &str = "# PaintFence\n\n## 请求参数\n\n|名称|类型|是否必选|示例值|描述|\n|--|--|--|--|--|\n\
    |FenceId|String|是|f-1|栅栏。 |\n|Colour|String|否|red|颜色。 |\n\n## 返回数据\n\n|名称|类型|示例值|描述|\n|--|--|--|--|\n\
    |RequestId|String|A-1|请求ID。 |\n\n## 错误码\n\n|HttpCode|错误码|错误信息|描述|\n|--|--|--|--|\n\
    |404|InvalidFence.NotFound|No such fence.|没有栅栏。|\n";
const ENGLISH: &str = "# PaintFence\n\n## Request parameters\n\n|Parameter|Type|Required|Example|Description|\n|--|--|--|--|--|\n\
    |FenceId|String|Yes|f-1|The fence. |\n|Colour|String|No|red|The colour. |\n\n## Response parameters\n\n\
    |Parameter|Type|Example|Description|\n|--|--|--|--|\n|RequestId|String|A-1|The request. |\n\n## Error codes\n\n\
    |HTTP status code|Error code|Error message|Description|\n|--|--|--|--|\n\
    |404|InvalidFence.NotFound|No such fence.|There is none.|\n";

/// The pages of a made-up corpus, read; the Chinese page twice, in a tree that moved.
fn corpus(english: &str) -> Reading {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = [
        ("fence/cn.zh-CN/API/PaintFence.md", CHINESE),
        ("fence/cn.zh-CN/Old/PaintFence.md", CHINESE),
        ("fence/intl.en-US/API/PaintFence.md", english),
    ];
    for (name, text) in pages {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("has a folder")).expect("is made");
        std::fs::write(path, text).expect("is written");
    }
    pipeline::read_paths(&[folder.path().to_owned()]).expect("can be read")
}

#[test]
fn pages_as_they_are_pass() {
    let reading = corpus(ENGLISH);
    assert_eq!(recognition::check("aliyun", &reading), Ok(()));
    assert_eq!(identity::check("aliyun", &reading.contract), Ok(()));
    assert_eq!(languages::check("aliyun", &reading, false), Ok(()));
}

#[test]
fn a_page_that_is_not_recognised_is_found() {
    let mut reading = corpus(ENGLISH);
    reading.contract.operations.pop();
    let told = recognition::check("aliyun", &reading).expect_err("a page is lost");
    assert!(told.contains("fence/intl.en-US/API/PaintFence.md: D"), "{told}");
}

#[test]
fn two_pages_that_speak_are_found() {
    let mut reading = corpus(ENGLISH);
    for operation in &mut reading.contract.operations {
        operation.stands_behind = None;
    }
    let told = identity::check("aliyun", &reading.contract).expect_err("two speak");
    assert!(told.contains("2 pages speak for paintfence"), "{told}");
}

#[test]
fn what_is_read_differently_though_the_pages_agree_is_the_readers() {
    let told = |spoil: &dyn Fn(&mut Reading)| {
        let mut reading = corpus(ENGLISH);
        spoil(&mut reading);
        languages::check("aliyun", &reading, false).expect_err("the reader is at fault")
    };
    let message = "aliyun: 1 facts of translations are read differently";
    assert_eq!(told(&|r| r.contract.operations[2].parameters[0].ty.value = Type::Integer), message);
    assert_eq!(
        told(&|r| r.contract.operations[2].parameters[1].presence.value = Presence::Required),
        message
    );
    assert_eq!(told(&|r| drop(r.contract.operations[2].parameters.pop())), message);
    assert_eq!(told(&|r| drop(r.contract.operations[0].errors.pop())), message);
}

#[test]
fn what_the_pages_say_differently_is_theirs() {
    let english = ENGLISH.replace("|Colour|String|No|red|The colour. |\n", "");
    let told = languages::check("aliyun", &corpus(&english), false).expect_err("a quarter differs");
    assert!(told.ends_with("of what translations say agrees"), "{told}");
}

/// A page whose one row has a list of values, a default and an example.
fn coloured(row: &str) -> contract::Contract {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = CHINESE.replace("|Colour|String|否|red|颜色。 |", row);
    std::fs::write(folder.path().join("PaintFence.md"), page).expect("is written");
    pipeline::read_paths(&[folder.path().to_owned()]).expect("can be read").contract
}

#[test]
fn a_default_that_no_page_lists_is_found_where_it_is_certain() {
    let row = "|Colour|String|否|red|颜色。取值范围：<br>- red：红<br>- green：绿<br><br>默认值：blue |";
    let mut contract = coloured(row);
    // The reader itself takes the certainty from such rules.
    assert_eq!(agreement::with_itself("aliyun", &contract), Ok(()));
    for rule in &mut contract.operations[0].parameters[1].constraints {
        rule.confidence = Confidence::Certain;
    }
    let told = agreement::with_itself("aliyun", &contract).expect_err("a default is outside");
    assert!(told.contains("PaintFence.md:8: the default `blue`"), "{told}");
}

#[test]
fn an_example_that_breaks_a_certain_rule_is_found() {
    let mut contract = coloured("|Colour|String|否|red|颜色。取值范围：<br>- red：红<br>- green：绿 |");
    assert_eq!(agreement::with_itself("aliyun", &contract), Ok(()));
    for rule in &mut contract.operations[0].parameters[1].constraints {
        if let Requirement::OneOf { values } = &mut rule.requirement {
            *values = values[1..].into();
        }
    }
    let told = agreement::with_itself("aliyun", &contract).expect_err("an example breaks a rule");
    assert!(told.contains("the example `red` breaks"), "{told}");
}

#[test]
fn translations_with_other_bounds_are_found() {
    let row = |range: &str| coloured(&format!("|Colour|Integer|否|2|色号。取值范围：{range} |"));
    let (one, same, other) = (row("1~5"), row("1~5"), row("1~9"));
    let pair = |other: &contract::Contract| {
        let pairs = [(&one.operations[0], &other.operations[0])];
        agreement::of_translations("aliyun", &pairs, false)
    };
    assert_eq!(pair(&same), Ok(()));
    let told = pair(&other).expect_err("the bounds differ");
    assert!(told.contains("only 0.0 % of statements of range"), "{told}");
}
