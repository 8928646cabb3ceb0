//! A page of the Alibaba family as it is copied off the web: pipes gone, and with them whether a parameter is required.

use std::fmt::Write as _;

use super::draw::Reach;
use super::drawing::{Below, Drawing, Row};
use super::facts::{Says, Title, folded};
use super::words::{Hand, Line};
use super::{Page, Template, aliyun};

/// The template.
pub(super) const TEMPLATE: Template = Template {
    name: "aliyun-web",
    file: "page.txt",
    // A message that is not there can't be told from one that is the description.
    reach: Reach { errors: Some(false), ..aliyun::REACH },
    // The title is dropped, and so is the cell of presence.
    says: Says { title: Title::Lost, parameter_presence: false, width: false, ..aliyun::SAYS },
    write: page,
};

const HAND: Hand = Hand { escapes: "", marks: false, target: "" };

fn page(drawing: &Drawing) -> Page {
    let mut out = format!("调用{}把镜像复制到其他地域。\n\n", drawing.name);
    if !drawing.notes.is_empty() {
        out.push_str("接口说明\n\n");
        drawing.notes.iter().for_each(|note| out.push_str(&format!("  • {}\n", HAND.words(note.words()))));
        out.push('\n');
    }
    out.push_str(
        "调试\n\n您可以在OpenAPI Explorer中直接运行该接口。\n\n请求参数\n\n名称 类型 是否必选 示例值 描述\n",
    );
    drawing.parameters.iter().for_each(|row| field(&mut out, row));
    out.push_str("返回数据\n\n名称 类型 示例值 描述\n");
    rows(&mut out, &drawing.response);
    let examples = aliyun::examples(drawing, false, "    ");
    let [request, xml, json] = &examples;
    let _ =
        write!(out, "示例\n\n请求示例\n\n{}\n\n正常返回示例\n\nXML 格式\n\n{}\n\n", request.text, xml.text);
    let _ = write!(out, "JSON 格式\n\n{}\n\n错误码\n\n", json.text);
    if !drawing.errors.is_empty() {
        out.push_str("HttpCode 错误码 错误信息 描述\n");
    }
    for error in &drawing.errors {
        let words: String = error.description.iter().map(|line| HAND.words(line.words())).collect();
        let _ = writeln!(out, "{} {} {} {words}", error.status, error.code, error.message);
    }
    out.push_str("\n访问错误中心查看更多错误码。\n");
    Page { text: folded(&out), examples: examples.to_vec() }
}

fn rows(out: &mut String, rows: &[Row]) {
    for row in rows {
        field(out, row);
        match &row.below {
            Below::Structure(rows) => self::rows(out, rows),
            Below::Elements { element, rows } => {
                let _ = write!(out, "{element}\n\n");
                self::rows(out, rows);
            }
            Below::Nothing | Below::Scalars { .. } => {}
        }
    }
}

/// `Name Type Example`, and the description in paragraphs below.
fn field(out: &mut String, row: &Row) {
    let value = if matches!(row.below, Below::Nothing) { row.value.as_str() } else { "" };
    let line = format!("{} {} {value}", row.name, aliyun::ty(row));
    let _ = write!(out, "{}\n\n", line.trim_end());
    for line in &row.description {
        let words = HAND.words(line.words());
        let _ = match line {
            Line::Sentence(_) => write!(out, "{words}\n\n"),
            _ => writeln!(out, "  • {words}"),
        };
    }
}
