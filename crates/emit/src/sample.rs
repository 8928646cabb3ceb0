//! Small contracts for the tests of this crate.

use contract::{
    Condition, Confidence, Constraint, Contract, ErrorCase, Field, Model, Operation, Parameter, Presence,
    Refusal, Requirement, Rule, RuleKind, Scope, Type,
};
use source::{Location, Origin, Sourced};
use wire::Wire;

pub(crate) fn at(line: u32) -> Location {
    Location { file: "pages/CopyImage.md".into(), line, column: 2, length: 9 }
}

pub(crate) fn origin(line: u32) -> Origin {
    Origin::Stated(at(line))
}

fn stated<T>(value: T, line: u32) -> Sourced<T> {
    Sourced::stated(value, at(line))
}

/// An optional text.
pub(crate) fn parameter(name: &str) -> Parameter {
    Parameter {
        name: stated(name.to_owned(), 10),
        spelling: None,
        first_index: None,
        scope: Scope::Operation,
        ty: stated(Type::String, 10),
        presence: stated(Presence::Optional, 10),
        position: None,
        example: None,
        description: stated(String::new(), 10),
        constraints: Vec::new(),
        origin: origin(10),
    }
}

pub(crate) fn field(name: &str, ty: Type) -> Field {
    Field {
        name: stated(name.to_owned(), 30),
        spelling: None,
        ty: stated(ty, 30),
        presence: stated(Presence::Unstated, 30),
        position: None,
        example: None,
        description: stated(String::new(), 30),
        constraints: Vec::new(),
        rules: Vec::new(),
        fields: Vec::new(),
        origin: origin(30),
    }
}

pub(crate) fn constraint(requirement: Requirement, text: &str) -> Constraint {
    Constraint {
        requirement,
        text: text.to_owned(),
        confidence: Confidence::Certain,
        when: None,
        origin: origin(12),
    }
}

pub(crate) fn condition(parameter: &str, equals: Option<&[&str]>) -> Condition {
    let equals = equals.map(|values| values.iter().map(|value| (*value).to_owned()).collect());
    Condition { parameter: parameter.to_owned(), equals, not: false }
}

pub(crate) fn error(
    status: u16,
    code: &str,
    message: &str,
    refuses: Refusal,
    parameters: &[&str],
) -> ErrorCase {
    ErrorCase {
        http_status: Some(status),
        code: code.to_owned(),
        message: message.to_owned(),
        description: String::new(),
        parameters: parameters.iter().map(|name| (*name).to_owned()).collect(),
        refuses: Some(refuses),
        confidence: Confidence::Certain,
        origin: origin(40),
    }
}

/// An operation without anything.
pub(crate) fn operation(name: &str) -> Operation {
    Operation {
        name: name.to_owned(),
        page: "pages/CopyImage.md".into(),
        dialect: "aliyun".to_owned(),
        title: String::new(),
        summary: String::new(),
        http: None,
        deprecated: false,
        parameters: Vec::new(),
        rules: Vec::new(),
        response: Vec::new(),
        models: Vec::new(),
        errors: Vec::new(),
        examples: Vec::new(),
        see_also: Vec::new(),
        notes: Vec::new(),
        stands_behind: None,
        origin: origin(1),
    }
}

/// A small operation with one of everything.
pub(crate) fn copy_image() -> Operation {
    let mut image_id = parameter("ImageId");
    image_id.presence.value = Presence::Required;
    image_id.description.value = "源自定义镜像的ID。".to_owned();
    let mut name = parameter("DestinationImageName");
    name.description.value =
        "复制后的镜像的名称。长度为2~128个英文或中文字符，不能以http://和https://开头。".to_owned();
    name.constraints = vec![
        constraint(
            Requirement::Length { min: Some(2), max: Some(128), unit: contract::LengthUnit::Chars },
            "长度为2~128个英文或中文字符",
        ),
        constraint(
            Requirement::NotStartsWith { prefixes: vec!["http://".to_owned(), "https://".to_owned()] },
            "不能以http://和https://开头",
        ),
    ];
    let mut encrypted = parameter("Encrypted");
    encrypted.ty.value = Type::Boolean;
    encrypted.constraints =
        vec![constraint(Requirement::Default { value: Some("false".to_owned()) }, "默认值：false")];
    let mut kind = parameter("Format");
    kind.constraints = vec![constraint(
        Requirement::OneOf {
            values: ["JSON", "XML"]
                .map(|value| contract::EnumValue { value: value.to_owned(), gloss: String::new() })
                .into(),
        },
        "取值：JSON、XML",
    )];
    let mut key = parameter("Tag.N.Key");
    key.constraints =
        vec![constraint(Requirement::Count { min: Some(1), max: Some(20) }, "N的取值范围：1~20")];
    let mut info = field("Infos", Type::array(Type::Model { name: "Task".to_owned() }));
    info.presence.value = Presence::Required;
    Operation {
        title: "复制镜像".to_owned(),
        summary: "调用CopyImage复制一个地域下的自定义镜像到其他地域。".to_owned(),
        http: None,
        parameters: vec![image_id, name, encrypted, parameter("KMSKeyId"), kind, key, parameter("Tag.N.key")],
        rules: vec![Rule {
            kind: RuleKind::Requires,
            parameters: vec!["KMSKeyId".to_owned()],
            when: Some(condition("KMSKeyId", None)),
            also: Vec::new(),
            then: Some(condition("Encrypted", Some(&["true"]))),
            error: Some("InvalidParameter.EncryptedIllegal".to_owned()),
            text: "设置参数KMSKeyId后，您必须开启加密属性".to_owned(),
            confidence: Confidence::Certain,
            origin: origin(20),
        }],
        response: vec![field("ImageId", Type::String), field("RequestId", Type::String), info],
        models: vec![Model {
            name: "Task".to_owned(),
            fields: vec![
                field("TaskId", Type::String),
                field("Parent", Type::Model { name: "Task".to_owned() }),
            ],
            origin: origin(35),
        }],
        errors: vec![
            error(
                400,
                "MissingParameter",
                "The input parameter \"ImageId\" is missing.",
                Refusal::Missing,
                &["ImageId"],
            ),
            error(
                400,
                "InvalidImageName.Malformed",
                "The specified Image name is wrongly formed.",
                Refusal::Value,
                &["DestinationImageName"],
            ),
            error(
                400,
                "InvalidParameter.EncryptedIllegal",
                "The specified parameter Encrypted must be true when kmsKeyId is not empty.",
                Refusal::Value,
                &["Encrypted", "KMSKeyId"],
            ),
        ],
        ..operation("CopyImage")
    }
}

pub(crate) fn contract(operations: Vec<Operation>) -> Contract {
    Contract {
        operations,
        errors: vec![error(400, "InvalidParameter", "Params [Name] not available", Refusal::Value, &[])],
        ..Contract::default()
    }
}

pub(crate) fn wire() -> Wire {
    Wire {
        style: wire::Style::Aliyun,
        endpoint: "https://ecs.aliyuncs.com/".to_owned(),
        version: Some("2014-05-26".to_owned()),
        carrier: wire::Carrier::Query,
        list_base: 1,
        envelope: wire::Envelope::HttpStatus {
            code: "Code".to_owned(),
            message: "Message".to_owned(),
            request_id: "RequestId".to_owned(),
            host_id: "HostId".to_owned(),
        },
        signature: vec![wire::Signature::AliyunV1, wire::Signature::Acs3],
    }
}
