//! Pages of the UCloud family: the template of today, the older one, the one with structures in the request, and the
//! English text that resellers copy.

use std::fmt::Write as _;

use contract::{ExampleFormat, ExampleRole, Type};
use serde_json::{Map, Value, json};

use super::draw::{Nesting, Reach, Tongue};
use super::drawing::{Drawing, Model, Row};
use super::examples::{Shown, json_text};
use super::facts::{Says, Title};
use super::words::Hand;
use super::{Page, Template};

const STANDARD: &[(&str, Type)] =
    &[("RetCode", Type::Integer), ("Action", Type::String), ("Message", Type::String)];

/// What pages of today say.
const REACH: Reach = Reach {
    tongue: Tongue::Zh,
    pipes: true,
    paragraphs: true,
    index: 'N',
    bare: false,
    lists: true,
    request_models: false,
    nesting: Nesting::Models,
    errors: None,
    common: &["Action", "PublicKey", "Signature"],
    action: false,
    paths: false,
    standard: STANDARD,
};

const SAYS: Says = Says {
    title: Title::Words,
    parameter_presence: true,
    field_presence: true,
    model_presence: true,
    values: (false, false),
    width: true,
};

/// The templates of the family.
pub(super) const TEMPLATES: [Template; 4] = [
    Template { name: "ucloud-modern", file: "page.md", reach: REACH, says: SAYS, write: modern },
    Template {
        name: "ucloud-older",
        file: "page.md",
        // Its lists and structures are bare words that descriptions explain, its action stands in no table.
        reach: Reach { index: 'n', bare: true, lists: false, common: &[], ..REACH },
        says: SAYS,
        write: older,
    },
    Template {
        name: "ucloud-json",
        file: "page.md",
        reach: Reach { request_models: true, ..REACH },
        says: SAYS,
        write: with_request_models,
    },
    Template {
        name: "ucloud-reseller",
        file: "page.txt",
        // Escapes are resolved in text, so a pipe would be one too many.
        reach: Reach { tongue: Tongue::En, pipes: false, paragraphs: false, ..REACH },
        says: SAYS,
        write: reseller,
    },
];

/// Nothing is escaped but what splits a cell or looks like a deletion.
const HAND: Hand =
    Hand { escapes: "|~", marks: true, target: "https://docs.ucloud.cn/api/summary/regionlist" };

const HEADS: [&str; 2] = ["参数名", "字段名"];

fn ty(ty: &Type, linked: bool, spelling: usize) -> String {
    match ty {
        Type::String => "string".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Float => "float".to_owned(),
        Type::Boolean => ["boolean", "bool"][spelling % 2].to_owned(),
        Type::Array { item } => format!("array[{}]", self::ty(item, linked, spelling)),
        Type::Model { name } if linked => format!("[*{name}*](#{name})"),
        Type::Model { name } => name.clone(),
        other => other.to_string(),
    }
}

fn table(out: &mut String, head: &str, rows: &[Row]) {
    let _ = write!(out, "| {head} | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n");
    for row in rows {
        let required = if row.required { "**Yes**" } else { "No" };
        let (ty, words) = (ty(&row.ty, true, row.spelling), HAND.one_line(&row.description));
        let _ = writeln!(out, "| **{}** | {ty} | {words} |{required}|", row.name);
    }
    out.push('\n');
}

fn models(out: &mut String, models: &[Model]) {
    if !models.is_empty() {
        out.push_str("#### 数据模型\n\n\n");
    }
    for model in models {
        let _ = write!(out, "#### {}\n\n", model.name);
        table(out, HEADS[1], &model.rows);
    }
}

fn modern(drawing: &Drawing) -> Page {
    let request = Shown::url(drawing, "api.ucloud.cn", None);
    let fenced = format!("```\n{}\n```", request.text);
    template(drawing, request, &fenced)
}

/// The request is the body of a call, or the command that sends it.
fn with_request_models(drawing: &Drawing) -> Page {
    let mut body = Map::new();
    body.insert("Action".to_owned(), json!(drawing.name));
    for row in drawing.parameters.iter().filter(|row| row.shown) {
        body.insert(row.name.clone(), json!(row.value));
    }
    let body = json_text(&Value::Object(body), "  ");
    let (format, text) = if drawing.varies(0) {
        (ExampleFormat::Json, body)
    } else {
        let head = "curl 'https://api.ucloud.cn' \\\n--header 'Content-Type: application/json' \\\n--data";
        (ExampleFormat::Curl, format!("{head} '{body}'"))
    };
    let fenced = format!("```json\n{text}\n```");
    template(drawing, Shown { role: ExampleRole::Request, format, text, arguments: Vec::new() }, &fenced)
}

fn template(drawing: &Drawing, request: Shown, fenced: &str) -> Page {
    let mut out = format!("# {} - {}\n\n", drawing.title, drawing.name);
    if drawing.varies(1) {
        out.push_str("## 简介\n\n");
        drawing.notes.iter().for_each(|note| out.push_str(&format!("{}\n\n", HAND.words(note.words()))));
        out.push_str("!> 即将变更。\n\n\n\n\n");
    }
    if drawing.varies(2) {
        let _ = write!(
            out,
            "## 使用方法\n\n- 多语言 OpenSDK / [Go](https://g.example.com) /\n- [UAPI](https://u.example.com?id={})\n\n\n",
            drawing.name
        );
    }
    out.push_str("## 定义\n\n### 公共参数\n\n");
    table(&mut out, HEADS[0], &drawing.common);
    out.push_str("### 请求参数\n\n");
    table(&mut out, HEADS[0], &drawing.parameters);
    models(&mut out, &drawing.request_models);
    out.push_str("### 响应字段\n\n");
    table(&mut out, HEADS[1], &drawing.response);
    models(&mut out, &drawing.models);
    let answer = json_text(&drawing.answer(), "  ");
    let _ = write!(
        out,
        "## 示例\n\n### 请求示例\n    \n{fenced}\n\n### 响应示例\n    \n```json\n{answer}\n```\n\n\n"
    );
    Page { text: out, examples: vec![request, Shown::answer(ExampleFormat::Json, answer)] }
}

fn older(drawing: &Drawing) -> Page {
    let table = |out: &mut String, rows: &[Row]| {
        out.push_str("|Parameter name|Type|Description|Required|\n|---|---|---|---|\n");
        for row in rows {
            let required = if row.required { "**Yes**" } else { "No" };
            let ty = match &row.ty {
                Type::Array { .. } => "array".to_owned(),
                Type::Model { .. } => "object".to_owned(),
                scalar => ty(scalar, false, row.spelling),
            };
            let _ = writeln!(out, "|{}|{ty}|{}|{required}|", row.name, HAND.one_line(&row.description));
        }
        out.push('\n');
    };
    let mut out =
        format!("# {}-{}\n\n{}\n\n# Request Parameters\n", drawing.title, drawing.name, drawing.title);
    table(&mut out, &drawing.parameters);
    out.push_str("# Response Elements\n");
    table(&mut out, &drawing.response);
    for model in &drawing.models {
        let _ = writeln!(out, "## {}", model.name);
        table(&mut out, &model.rows);
    }
    let request = Shown::url(drawing, "api.ucloud.cn", None);
    let answer = json_text(&drawing.answer(), "    ");
    let _ = write!(
        out,
        "# Request Example\n```\n{}\n```\n\n# Response Example\n```\n{answer}\n```\n",
        request.text
    );
    Page { text: out, examples: vec![request, Shown::answer(ExampleFormat::Json, answer)] }
}

fn reseller(drawing: &Drawing) -> Page {
    let hand = Hand { escapes: "", marks: false, target: "" };
    let table = |out: &mut String, head: &str, rows: &[Row]| {
        let _ = write!(out, "| {head} | Type | Description Information | Required |\n|---|---|---|---|\n");
        for row in rows {
            let required = if row.required { "Yes" } else { "No" };
            let (ty, words) = (ty(&row.ty, false, row.spelling), hand.one_line(&row.description));
            let _ = writeln!(out, "| {} | {ty} | {words} | {required} |", row.name);
        }
    };
    let mut out = format!("{} - {}\nOverview\n", drawing.title, drawing.name);
    drawing.notes.iter().for_each(|note| out.push_str(&format!("{}\n", hand.words(note.words()))));
    out.push_str("Definition\nPublic Parameters\n");
    table(&mut out, "Parameter Name", &drawing.common);
    out.push_str("Request Parameters\n");
    table(&mut out, "Parameter Name", &drawing.parameters);
    out.push_str("Response Field\n");
    table(&mut out, "Field Name", &drawing.response);
    if !drawing.models.is_empty() {
        out.push_str("Data Model\n");
    }
    for model in &drawing.models {
        let _ = writeln!(out, "{}", model.name);
        table(&mut out, "Field Name", &model.rows);
    }
    let request = Shown::url(drawing, "api.example.com", None);
    // Copying took the indentation, and sometimes the end of a line.
    let answer: Vec<String> = json_text(&drawing.answer(), "").lines().map(str::to_owned).collect();
    let answer = answer.join("\n");
    let glue = if drawing.varies(0) && request.arguments.len() > 1 { "" } else { "\n" };
    let _ = write!(out, "Example\nRequest Example\n{}{glue}Response Example\n{answer}\n", request.text);
    Page { text: out, examples: vec![request, Shown::answer(ExampleFormat::Json, answer)] }
}
