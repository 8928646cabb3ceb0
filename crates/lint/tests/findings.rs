//! Small pages, and what is found on them: each code by the contradiction that it is there to find, and by nothing else.

use source::{Diagnostic, Source};

/// A page that contradicts nothing. Each test changes one word of it.
const PAGE: &str = "\
# PaintFence

Paints a fence.

## Request parameters

|Parameter|Type|Required|Example|Description|
|--|--|--|--|--|
|Action|String|Yes|PaintFence|The operation. Set the value to PaintFence. |
|FenceId|String|Yes|f-12345|The ID of the fence. |
|Coats|Integer|No|2|The number of coats. Valid values: 1 to 5. Default value: 1. |
|Colour|String|No|green|The colour. Valid values: <br>- green: a dark green<br>- brown: a light brown |
|Plank.N|String|No|p-1|The ID of plank N. Valid values of N: 1 to 20. |

## Examples

Sample requests

```
https://fences.example.com/?Action=PaintFence
&FenceId=f-12345
&Coats=2
&Plank.1=p-1
```

Sample success responses

`JSON` format

```
{
    \"RequestId\": \"A1\",
    \"Fence\": {\"Colour\": \"green\"}
}
```

## Response parameters

|Parameter|Type|Example|Description|
|--|--|--|--|
|RequestId|String|A1|The ID of the request. |
|Fence|Object|None|The fence. |
|└Colour|String|green|The colour. Valid values: <br>- green: a dark green<br>- brown: a light brown |

## Error codes

|HTTP status code|Error code|Error message|Description|
|--|--|--|--|
|404|InvalidFence.NotFound|No such fence.|There is no such fence.|
";

const TRANSLATED: &str = "\
# PaintFence

给围栏刷漆。

## 请求参数

|名称|类型|是否必选|示例值|描述|
|--|--|--|--|--|
|Action|String|是|PaintFence|系统规定参数。取值：PaintFence |
|FenceId|String|是|f-12345|围栏ID。 |
|Coats|Integer|否|2|刷几遍。取值范围：1~5。默认值：1 |
|Colour|String|否|green|颜色。取值范围：<br>- green：深绿<br>- brown：浅棕 |
|Plank.N|String|否|p-1|木板ID。N的取值范围：1~20 |

## 返回数据

|名称|类型|示例值|描述|
|--|--|--|--|
|RequestId|String|A1|请求ID。 |
";

/// What is found, as `CODE LINE message (line of the other place)`.
fn found(pages: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<Source> = pages.iter().map(|(name, text)| Source::new(*name, *text)).collect();
    let contract = reader::read(&sources, reader::Options::default());
    assert!(!contract.operations.is_empty(), "the page is read: {:?}", contract.diagnostics);
    lint::findings(&contract).iter().map(told).collect()
}

fn told(finding: &Diagnostic) -> String {
    assert!(lint::explain(&finding.code).is_some(), "{} explains itself", finding.code);
    let others: Vec<String> = finding.related.iter().map(|related| related.at.line.to_string()).collect();
    format!("{} {} {} ({})", finding.code, finding.at.line, finding.message, others.join(" "))
}

/// The page with one word changed.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert_eq!(PAGE.matches(from).count(), 1, "{from:?} stands once");
    found(&[("page.md", &PAGE.replace(from, to))])
}

#[test]
fn a_page_that_contradicts_nothing_has_no_findings() {
    assert_eq!(found(&[("en/page.md", PAGE), ("zh/page.md", TRANSLATED)]), Vec::<String>::new());
}

#[test]
fn an_argument_without_a_row() {
    assert_eq!(
        changed("&Coats=2", "&Layers=2"),
        ["lint/undocumented-argument 20 the request shows `Layers`, which no row documents ()"]
    );
}

#[test]
fn a_request_without_a_required_parameter() {
    assert_eq!(
        changed("&FenceId=f-12345\n", ""),
        ["lint/request-lacks-required 20 the request lacks `FenceId`, which is required (10)"]
    );
}

#[test]
fn a_value_of_another_type() {
    assert_eq!(
        changed("&Coats=2", "&Coats=two"),
        ["lint/argument-of-other-type 20 `two` of `Coats` is no integer (11)"]
    );
}

#[test]
fn a_member_without_a_row() {
    assert_eq!(
        changed("{\"Colour\": \"green\"}", "{\"Colour\": \"green\", \"Length\": 4}"),
        ["lint/undocumented-field 31 the answer shows `Fence.Length`, which no row documents ()"]
    );
}

#[test]
fn a_value_of_an_answer_that_is_not_listed() {
    assert_eq!(
        changed("{\"Colour\": \"green\"}", "{\"Colour\": \"grey\"}"),
        ["lint/answer-outside-values 31 `grey` is none of the values of `Fence.Colour` (43)"]
    );
}

#[test]
fn a_range_that_no_number_keeps() {
    assert_eq!(
        changed("Valid values: 1 to 5. Default value: 1.", "Minimum value: 5. Maximum value: 3."),
        ["lint/no-value-left 11 no value of `Coats` keeps this rule (11)"]
    );
}

#[test]
fn a_translation_that_says_otherwise() {
    let other =
        TRANSLATED.replace("取值范围：1~5", "取值范围：1~9").replace("f-12345|围栏ID", "f-12345|围栏的ID");
    assert_eq!(
        found(&[("en/page.md", PAGE), ("zh/page.md", &other)]),
        [
            "lint/translations-differ 11 the range of `Coats` is 1..=9 here, and 1..=5 in the other language (11)"
        ]
    );
}

#[test]
fn a_bound_that_only_one_language_states_contradicts_nothing() {
    let other = TRANSLATED.replace("取值范围：1~5", "最大值：5");
    assert_eq!(found(&[("en/page.md", PAGE), ("zh/page.md", &other)]), Vec::<String>::new());
}

#[test]
fn a_slip_in_a_code() {
    let rows = |code: &str, times: usize| -> String {
        (0..times).map(|at| format!("|403|{code}.Case{at}|No.|No. |\n")).collect()
    };
    let page = format!("{PAGE}{}{}", rows("Forbidden", 10), rows("Forbbiden", 1));
    assert_eq!(
        found(&[("page.md", &page)]),
        [
            "lint/misspelt-code 60 `Forbbiden` of the code `Forbbiden.Case0` is written `Forbidden` elsewhere ()"
        ]
    );
}

/// A family whose rows say which fields are always returned.
#[test]
fn an_answer_without_a_field_that_is_always_returned() {
    let page = "# 刷漆 - PaintFence\n\n## 定义\n\n### 公共参数\n\n|参数名|类型|描述信息|必填|\n|:---|:---|:---|:---|\n\
        |**Action**|string|对应的 API 指令名称，当前 API 为 `PaintFence`。|**Yes**|\n\n### 请求参数\n\n\
        |参数名|类型|描述信息|必填|\n|:---|:---|:---|:---|\n|**FenceId**|string|围栏|**Yes**|\n\n### 响应字段\n\n\
        |字段名|类型|描述信息|必填|\n|:---|:---|:---|:---|\n|**RetCode**|int|返回状态码|**Yes**|\n\
        |**Action**|string|操作名称|**Yes**|\n|**TaskId**|string|任务|**Yes**|\n\n## 示例\n\n### 请求示例\n    \n```\n\
        https://api.example.com/?Action=PaintFence\n&FenceId=f-1\n```\n\n### 响应示例\n    \n```json\n\
        {\n  \"Action\": \"PaintFenceResponse\",\n  \"RetCode\": 0\n}\n```\n";
    assert_eq!(
        found(&[("page.md", page)]),
        ["lint/answer-lacks-field 37 the answer lacks `TaskId`, which is always returned (23)"]
    );
}
