//! A small page, what is read from it, and runs that never were.

use contract::{
    Condition, Confidence, Constraint, Contract, EnumValue, ErrorCase, Field, LengthUnit, Operation,
    Parameter, Presence, Requirement, Rule, RuleKind, Scope, Type,
};
use report::Evidence;
use runner::{Class, Exchange, FactOutcome, Outcome, Reach, Run, Trouble};
use source::{Diagnostic, Location, Origin, Severity, Source, Sourced, Span};
use suite::{Blame, Breach, Fact, Family, Party};

const PAGE: &str = "\
# CopyImage {#CopyImage .reference}

调用CopyImage将一个地域的自定义镜像复制到其他地域。

## 请求参数 {#parameters .section}

|名称|类型|是否必选|示例值|描述|
|--|--|----|---|--|
|ImageId|String|是|m-bp1h46wfpjsjastc\\*\\*\\*\\*|源自定义镜像的ID。|
|DestinationImageName|String|否|YourImageName|目标镜像名称。长度为2~128个英文或中文字符。必须以大小字母或中文开头，不能以http://和https://开头。|
|Encrypted|Boolean|否|false|是否加密新镜像。取值范围：true、false（默认）。|
|KMSKeyId|String|否|e522b26d|加密新镜像使用的密钥ID。仅当Encrypted为true时有效。|

## 返回数据 {#resultMapping .section}

|名称|类型|示例值|描述|
|--|--|---|--|
|ImageId|String|m-bp1h46wfpjsjastd\\*\\*\\*\\*|新镜像ID。|

## 错误码 {#section .section}

|HttpCode|错误码|错误信息|描述|
|--------|---|----|--|
|404|InvalidImageId.NotFound|The specified ImageId does not exist.|指定的镜像不存在。|
|403|IncorrectImageStatus|The specified image is not available.|镜像状态不可用。|
|500|InternalError|The request processing has failed.|内部错误，请重试。|
";

/// Everything that a report needs, owned.
pub(crate) struct MadeUp {
    pub(crate) contract: Contract,
    pub(crate) sources: Vec<Source>,
    pub(crate) run: Run,
}

impl MadeUp {
    pub(crate) fn evidence(&self) -> Evidence<'_> {
        Evidence {
            title: "阿里云自定义镜像",
            directory: "specs/aliyun-image",
            command: "doctract verify specs/aliyun-image --server http://127.0.0.1:8080",
            ended_early: None,
            known: None,
            contract: &self.contract,
            sources: &self.sources,
            run: &self.run,
        }
    }
}

/// A run in which nothing is broken.
pub(crate) fn held() -> MadeUp {
    let made = read();
    let run = Run { outcomes: outcomes(false), coverage: coverage(&made, false), ..empty() };
    MadeUp { contract: contract(&made), sources: vec![made], run }
}

/// A run with a broken length met by two cases, a doubtful error, a quota in the way and a lost answer.
pub(crate) fn broken() -> MadeUp {
    let made = read();
    let mut outcomes = outcomes(true);
    for outcome in &mut outcomes {
        if let Class::Failed { breaches } = &mut outcome.class {
            breaches.push(breach(&made, &outcome.case));
        }
    }
    let run = Run { outcomes, coverage: coverage(&made, true), ..empty() };
    MadeUp { contract: contract(&made), sources: vec![made], run }
}

fn read() -> Source {
    Source::new("pages/CopyImage.md", PAGE)
}

fn empty() -> Run {
    Run {
        spec: "aliyun-image".into(),
        target: "http://127.0.0.1:8080/".into(),
        seed: 7,
        outcomes: Vec::new(),
        coverage: Vec::new(),
        took_ms: 1_312,
        requests: 23,
    }
}

fn at(source: &Source, words: &str) -> Location {
    let start = source.text().find(words).unwrap_or_else(|| panic!("the page has no {words:?}"));
    source.locate(Span::new(start, start + words.len()))
}

fn row(source: &Source, name: &str) -> Location {
    let location = at(source, &format!("|{name}|"));
    let line = source.line(location.line).expect("the row has a line");
    at(source, line)
}

fn parameter(
    source: &Source,
    name: &str,
    ty: Type,
    presence: Presence,
    constraints: Vec<Constraint>,
) -> Parameter {
    let row = row(source, name);
    let fact = |value: &str| Sourced::stated(value.to_owned(), row.clone());
    Parameter {
        name: fact(name),
        spelling: None,
        first_index: None,
        scope: Scope::Operation,
        ty: Sourced::stated(ty, row.clone()),
        presence: Sourced::stated(presence, row.clone()),
        position: None,
        example: None,
        description: fact(""),
        constraints,
        origin: Origin::Stated(row),
    }
}

fn constraint(source: &Source, text: &str, confidence: Confidence, requirement: Requirement) -> Constraint {
    let origin = Origin::Stated(at(source, text));
    Constraint { requirement, text: text.into(), confidence, when: None, origin }
}

fn error(source: &Source, http_status: u16, code: &str, message: &str) -> ErrorCase {
    ErrorCase {
        http_status: Some(http_status),
        code: code.into(),
        message: message.into(),
        description: String::new(),
        parameters: if code.contains("ImageId") { vec!["ImageId".into()] } else { Vec::new() },
        refuses: None,
        confidence: Confidence::Certain,
        origin: Origin::Stated(at(source, source.line(at(source, code).line).expect("a row"))),
    }
}

fn contract(source: &Source) -> Contract {
    use Presence::{Optional, Required};
    let value = |value: &str| EnumValue { value: value.into(), gloss: String::new() };
    let length = Requirement::Length { min: Some(2), max: Some(128), unit: LengthUnit::Chars };
    let values = Requirement::OneOf { values: [value("true"), value("false")].into() };
    let prefixes = Requirement::NotStartsWith { prefixes: vec!["http://".into(), "https://".into()] };
    let name_rules = vec![
        constraint(source, "长度为2~128个英文或中文字符", Confidence::Certain, length),
        constraint(source, "不能以http://和https://开头", Confidence::Certain, prefixes),
    ];
    let encrypted_rules = vec![
        constraint(source, "取值范围：true、false（默认）", Confidence::Certain, values),
        constraint(
            source,
            "（默认）",
            Confidence::Likely,
            Requirement::Default { value: Some("false".into()) },
        ),
    ];
    let response = parameter(source, "ImageId", Type::String, Presence::Unstated, Vec::new());
    let response_row = at(source, "|ImageId|String|m-bp1h46wfpjsjastd\\*\\*\\*\\*|新镜像ID。|");
    let mut contract = Contract::default();
    contract.operations.push(Operation {
        name: "CopyImage".into(),
        page: source.name().clone(),
        dialect: "aliyun".into(),
        title: String::new(),
        summary: "将一个地域的自定义镜像复制到其他地域。".into(),
        http: None,
        deprecated: false,
        parameters: vec![
            parameter(source, "ImageId", Type::String, Required, Vec::new()),
            parameter(source, "DestinationImageName", Type::String, Optional, name_rules),
            parameter(source, "Encrypted", Type::Boolean, Optional, encrypted_rules),
            parameter(source, "KMSKeyId", Type::String, Optional, Vec::new()),
        ],
        rules: vec![Rule {
            kind: RuleKind::IgnoredIf,
            parameters: vec!["KMSKeyId".into()],
            when: Some(Condition {
                parameter: "Encrypted".into(),
                equals: Some(vec!["false".into()]),
                not: false,
            }),
            also: Vec::new(),
            then: None,
            error: None,
            text: "仅当Encrypted为true时有效".into(),
            confidence: Confidence::Likely,
            origin: Origin::Stated(at(source, "仅当Encrypted为true时有效")),
        }],
        response: vec![Field {
            name: response.name,
            spelling: response.spelling,
            ty: Sourced::derived(Type::String, "example-type", response_row.clone()),
            presence: response.presence,
            position: None,
            example: None,
            description: response.description,
            constraints: Vec::new(),
            rules: Vec::new(),
            fields: Vec::new(),
            origin: Origin::Stated(response_row),
        }],
        models: Vec::new(),
        errors: vec![
            error(source, 404, "InvalidImageId.NotFound", "The specified ImageId does not exist."),
            error(source, 403, "IncorrectImageStatus", "The specified image is not available."),
            error(source, 500, "InternalError", "The request processing has failed."),
        ],
        examples: Vec::new(),
        see_also: Vec::new(),
        notes: Vec::new(),
        stands_behind: None,
        origin: Origin::Stated(at(source, "# CopyImage {#CopyImage .reference}")),
    });
    contract.diagnostics.push(Diagnostic {
        code: "reader/no-example".into(),
        severity: Severity::Warning,
        at: at(source, "## 返回数据 {#resultMapping .section}"),
        message: "the page shows no example of an answer".into(),
        help: "add one below 示例, in JSON or XML".into(),
        related: Vec::new(),
    });
    contract.accounting = contract::Accounting {
        pages: 1,
        operation_pages: 1,
        tables: 3,
        rows: 8,
        cells: 36,
        cells_used: 36,
        cells_reported: 0,
    };
    let page = source.name().clone();
    contract.pages = vec![contract::PageAccounting { page, accounting: contract.accounting }];
    contract
}

fn breach(source: &Source, case: &str) -> Breach {
    let (code, fact, message, expected, got, party, why, words) = if case.contains("errors") {
        (
            "verify/wrong-code",
            "CopyImage/errors/403/IncorrectImageStatus/1",
            "CopyImage answers a code that the page does not document for this state",
            "403 IncorrectImageStatus",
            "403 IncorrectImageStatus.Unavailable",
            Party::Page,
            "the server's code is longer than the documented one, as newer pages of the family write it",
            "IncorrectImageStatus",
        )
    } else {
        (
            "verify/accepted",
            "CopyImage/DestinationImageName/length",
            "CopyImage accepts a DestinationImageName that the page forbids",
            "a refusal: 129 characters are more than 128",
            "accepted with HTTP 200",
            Party::Server,
            "the rule is stated in plain words, and a name of 128 characters was accepted just before",
            "长度为2~128个英文或中文字符",
        )
    };
    Breach {
        code: code.into(),
        fact: fact.into(),
        message: message.into(),
        help: "refuse the request, or correct the page".into(),
        expected: expected.into(),
        got: got.into(),
        blame: Blame { party, why: why.into() },
        origin: Origin::Stated(at(source, words)),
    }
}

fn outcomes(broken: bool) -> Vec<Outcome> {
    let failed = || if broken { Class::Failed { breaches: Vec::new() } } else { Class::Held };
    let quota = "the quota of images is used up: delete some, or bind another account".to_owned();
    let lost = "no answer within 10 s: is the target overloaded? raise --timeout".to_owned();
    let quota = if broken { Class::Inconclusive { reason: quota } } else { Class::Held };
    let lost = if broken { Class::Network { trouble: Trouble::Timeout, detail: lost } } else { Class::Held };
    let case = |id: &str, family: Family, class: Class| Outcome {
        case: format!("CopyImage/{id}"),
        family,
        operation: "CopyImage".into(),
        notes: Vec::new(),
        exchanges: if matches!(class, Class::Failed { .. }) { vec![exchange(id)] } else { Vec::new() },
        class,
        took_ms: 12,
    };
    vec![
        case("accept/required-only", Family::Accept, Class::Held),
        case("DestinationImageName/length/max", Family::Accept, Class::Held),
        case("DestinationImageName/length/max+1", Family::Reject, failed()),
        case("DestinationImageName/length/min-1", Family::Reject, failed()),
        case("Encrypted/one_of/true", Family::Accept, quota),
        case("errors/404/InvalidImageId.NotFound/1", Family::Error, Class::Held),
        case("errors/403/IncorrectImageStatus/1", Family::Error, failed()),
        case("auth/nonce-replayed", Family::Auth, lost),
    ]
}

fn exchange(id: &str) -> Exchange {
    let url =
        "http://127.0.0.1:8080/?Action=CopyImage&DestinationImageName=%E9%95%9C%E5%83%8F&Version=2014-05-26";
    Exchange {
        purpose: "case".into(),
        method: "POST".into(),
        url: url.into(),
        headers: vec![("x-acs-action".into(), "CopyImage".into())],
        body: String::new(),
        curl: format!("curl -X POST '{url}'"),
        status: Some(if id.contains("errors") { 403 } else { 200 }),
        answer: "{\n  \"ImageId\": \"m-made-up\",\n  \"RequestId\": \"<b>&</b>\"\n}".into(),
    }
}

fn coverage(source: &Source, broken: bool) -> Vec<FactOutcome> {
    let failed = || if broken { Reach::Failed } else { Reach::Held };
    let out = |reason: &str| Reach::NotReached { reason: reason.into() };
    let fact = |id: &str, kind: &str, text: &str, origin: Location, reach: Reach| FactOutcome {
        fact: Fact {
            id: format!("CopyImage/{id}"),
            operation: Some("CopyImage".into()),
            kind: kind.into(),
            subject: id.split('/').next().unwrap_or_default().into(),
            text: text.into(),
            origin: Origin::Stated(origin),
        },
        cases: if matches!(reach, Reach::NotReached { .. }) {
            Vec::new()
        } else {
            vec!["CopyImage/made-up".into()]
        },
        reach,
    };
    let words =
        |id: &str, kind: &str, text: &str, reach: Reach| fact(id, kind, text, at(source, text), reach);
    let length = "长度为2~128个英文或中文字符";
    vec![
        fact("ImageId/required", "required", "是", row(source, "ImageId"), Reach::Held),
        fact("ImageId/type", "type", "String", row(source, "ImageId"), Reach::Held),
        words("DestinationImageName/length", "length", length, failed()),
        words(
            "DestinationImageName/not_starts_with",
            "not_starts_with",
            "不能以http://和https://开头",
            Reach::Held,
        ),
        words("Encrypted/one_of", "one_of", "取值范围：true、false（默认）", Reach::Held),
        words(
            "KMSKeyId/ignored_if",
            "ignored_if",
            "仅当Encrypted为true时有效",
            out("the rule is not certain: no case may fail on it"),
        ),
        words("response/ImageId/type", "field", "新镜像ID。", Reach::Held),
        words("errors/404/InvalidImageId.NotFound/1", "error", "InvalidImageId.NotFound", Reach::Held),
        words("errors/403/IncorrectImageStatus/1", "error", "IncorrectImageStatus", failed()),
        words(
            "errors/500/InternalError/1",
            "error",
            "InternalError",
            out("needs a failure inside the service"),
        ),
    ]
}
