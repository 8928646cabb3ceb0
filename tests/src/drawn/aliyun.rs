//! Pages of the Alibaba family in Markdown: the four eras of its template, in Chinese and English.

use std::fmt::Write as _;

use contract::{ExampleFormat, ExampleRole, Type};

use super::draw::{Nesting, Reach, Tongue};
use super::drawing::{Below, Drawing, ErrorRow, Row};
use super::examples::{Shown, json_text, xml_text};
use super::facts::{Says, Title};
use super::words::{Hand, Line};
use super::{Page, Template};

/// What pages of the last era say.
pub(super) const REACH: Reach = Reach {
    tongue: Tongue::Zh,
    pipes: true,
    paragraphs: true,
    index: 'N',
    bare: false,
    lists: false,
    request_models: false,
    nesting: Nesting::Rows,
    errors: Some(true),
    common: &[],
    action: true,
    paths: true,
    standard: &[("RequestId", Type::String)],
};

pub(super) const SAYS: Says = Says {
    title: Title::Name,
    parameter_presence: true,
    field_presence: false,
    model_presence: false,
    values: (true, true),
    width: true,
};

/// The first eras have no example values, and describe structures in tables of their own.
const EARLY: Reach = Reach { nesting: Nesting::Lists, ..REACH };
const EARLY_SAYS: Says = Says { values: (false, false), ..SAYS };

/// The templates of the family.
pub(super) const TEMPLATES: [Template; 6] = [
    Template {
        name: "aliyun-a-zh",
        file: "page.md",
        reach: EARLY,
        says: EARLY_SAYS,
        write: |d| Era::A.page(d),
    },
    Template {
        name: "aliyun-a-en",
        file: "page.md",
        reach: Reach { tongue: Tongue::En, ..EARLY },
        says: EARLY_SAYS,
        write: |d| Era::AEnglish.page(d),
    },
    Template { name: "aliyun-b", file: "page.md", reach: EARLY, says: EARLY_SAYS, write: |d| Era::B.page(d) },
    Template {
        name: "aliyun-c",
        file: "page.md",
        reach: Reach { nesting: Nesting::Marks, ..REACH },
        says: SAYS,
        write: |d| Era::C.page(d),
    },
    Template { name: "aliyun-d-zh", file: "page.md", reach: REACH, says: SAYS, write: |d| Era::D.page(d) },
    Template {
        name: "aliyun-d-en",
        file: "page.md",
        reach: Reach { tongue: Tongue::En, ..REACH },
        says: SAYS,
        write: |d| Era::DEnglish.page(d),
    },
];

/// An empty cell is a no-break space.
const EMPTY: &str = "\u{a0}";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    A,
    AEnglish,
    B,
    C,
    D,
    DEnglish,
}

/// How a type is spelt in the answer and, where the name says that it is a list, in the request.
pub(super) fn ty(row: &Row) -> String {
    let spell = |ty: &Type| -> String {
        match ty {
            Type::String => ["String", "String", "Json"][row.spelling % 3],
            Type::Integer => ["Integer", "Long"][row.spelling % 2],
            Type::Float => ["Float", "Double"][row.spelling % 2],
            Type::Boolean => "Boolean",
            Type::Object => "Struct",
            Type::Model { name } if row.spelling % 2 == 1 => {
                return format!("[{name}](cn.zh-CN/API 参考/数据类型/{name}.md#)");
            }
            Type::Model { name } => return name.clone(),
            Type::Array { item } => return format!("{} of {item}", ["List", "Array"][row.spelling % 2]),
            Type::Unknown => "",
        }
        .to_owned()
    };
    match &row.below {
        Below::Structure(_) => "Struct".to_owned(),
        Below::Elements { element, .. } => format!("Array of {element}"),
        Below::Scalars { .. } => "List".to_owned(),
        Below::Nothing if row.name.ends_with(".N") && row.spelling == 0 => "RepeatList".to_owned(),
        Below::Nothing => spell(&row.ty),
    }
}

/// The request and the answer, as every page of the family shows them.
pub(super) fn examples(drawing: &Drawing, english: bool, indent: &str) -> [Shown; 3] {
    let more = if english { "<Common request parameters>" } else { "<公共请求参数>" };
    let answer = drawing.answer();
    [
        Shown::url(drawing, "ecs.aliyuncs.com", Some(more)),
        Shown::answer(ExampleFormat::Xml, xml_text(&drawing.name, &answer)),
        Shown::answer(ExampleFormat::Json, json_text(&answer, indent)),
    ]
}

impl Era {
    fn english(self) -> bool {
        matches!(self, Era::AEnglish | Era::DEnglish)
    }

    /// Has example values.
    fn late(self) -> bool {
        matches!(self, Era::C | Era::D | Era::DEnglish)
    }

    fn hand(self) -> Hand {
        let escapes = if self.english() { "_*[]{}|#()" } else { "_*[]{}|#" };
        Hand {
            escapes,
            marks: true,
            target: if self.late() { "~~25609~~" } else { "cn.zh-CN/API 参考/X.md#" },
        }
    }

    fn page(self, drawing: &Drawing) -> Page {
        let [request, xml, json] =
            examples(drawing, self.english(), if self == Era::C { "\t" } else { "    " });
        let mut out = format!("# {}{}\n\n", drawing.name, self.mark("CopyImage .reference"));
        let _ = write!(out, "{}\n\n", if self.english() { "Copies it." } else { "把镜像复制到其他地域。" });
        if !drawing.notes.is_empty() {
            self.head(&mut out, ["描述", "Description"], "BestPractice .section");
            drawing.notes.iter().for_each(|note| {
                let _ = write!(out, "-   {}\n\n", self.hand().words(note.words()));
            });
        }
        if self.late() {
            self.head(&mut out, ["调试", "Debugging"], "apiExplorer .section");
            out.push_str("[OpenAPI Explorer](https://api.aliyun.com/#product=Ecs)\n\n");
        }
        self.request(&mut out, drawing);
        self.response(&mut out, drawing);
        self.head(&mut out, ["示例", "Examples"], "demo .section");
        let label = |out: &mut String, zh: &str, en: &str| {
            let words = if self.english() { en } else { zh };
            let _ = if self.late() { write!(out, "{words}\n\n") } else { write!(out, "**{words}** \n\n") };
        };
        let fence = |out: &mut String, text: &str, mark: &str| {
            let mark = if self == Era::C { format!(" {{#{mark}}}") } else { String::new() };
            let _ = write!(out, "```{mark}\n{text}\n```\n\n");
        };
        label(&mut out, "请求示例", if self.late() { "Sample requests" } else { "Request example" });
        fence(&mut out, &request.text, "request_demo");
        label(
            &mut out,
            "正常返回示例",
            if self.late() { "Sample success responses" } else { "Response example" },
        );
        out.push_str(if self.late() { "`XML` " } else { "**XML " });
        out.push_str(if self.english() { "format" } else { "格式" });
        out.push_str(if self.late() { "\n\n" } else { "**\n\n" });
        fence(&mut out, &xml.text, "xml_return_success_demo");
        out.push_str(if self.late() { "`JSON` " } else { "**JSON " });
        out.push_str(if self.english() { "format" } else { "格式" });
        out.push_str(if self.late() { "\n\n" } else { "** \n\n" });
        fence(&mut out, &json.text, "json_return_success_demo");
        let mut examples = vec![request, xml, json];
        if self == Era::B && drawing.varies(3) {
            label(&mut out, "异常返回示例", "");
            let text = "{\n    \"Code\": \"NotSupported\"\n}".to_owned();
            fence(&mut out, &text, "");
            let arguments = Vec::new();
            examples.push(Shown { role: ExampleRole::Error, format: ExampleFormat::Json, text, arguments });
        }
        self.head(&mut out, ["错误码", "Error codes"], "ErrorCode .section");
        self.errors(&mut out, drawing);
        out.push_str(if self.english() {
            "For more, see [there](https://e.example.com).\n"
        } else {
            "更多错误码，请访问[那里](https://e.example.com)。\n"
        });
        Page { text: out, examples }
    }

    fn mark(self, mark: &str) -> String {
        match self {
            Era::D | Era::DEnglish => String::new(),
            _ => format!(" {{#{mark}}}"),
        }
    }

    fn head(self, out: &mut String, words: [&str; 2], mark: &str) {
        let _ = write!(out, "## {}{}\n\n", words[usize::from(self.english())], self.mark(mark));
    }

    fn header(self, out: &mut String, cells: &[&str]) {
        let rule: Vec<&str> = cells.iter().map(|_| if self.late() { "--" } else { ":-" }).collect();
        let _ = write!(out, "|{}|\n|{}|\n", cells.join("|"), rule.join("|"));
    }

    fn request(self, out: &mut String, drawing: &Drawing) {
        self.head(out, ["请求参数", "Request parameters"], "parameters .section");
        let cells: &[&str] = match self {
            Era::A => &["名称", "类型", "是否必须", "描述"],
            Era::B => &["名称", "类型", "是否必需", "描述"],
            Era::AEnglish => &["Name", "Type", "Required", "Description"],
            Era::C | Era::D => &["名称", "类型", "是否必选", "示例值", "描述"],
            Era::DEnglish if drawing.varies(4) => {
                &["Parameter", "Type", "Required?", "Example value", "Description"]
            }
            Era::DEnglish => &["Parameter", "Type", "Required", "Example", "Description"],
        };
        self.header(out, cells);
        for row in &drawing.parameters {
            let required = match (self.english(), row.required) {
                (true, true) => "Yes",
                (true, false) => "No",
                (false, true) => "是",
                (false, false) => "否",
            };
            let mut cells = vec![self.hand().plain(&row.name), ty(row), required.to_owned()];
            cells.extend(self.late().then(|| self.value(&row.value)));
            self.row(out, &cells, &row.description);
        }
        out.push('\n');
    }

    fn value(self, value: &str) -> String {
        if value.is_empty() { EMPTY.to_owned() } else { self.hand().plain(value) }
    }

    fn response(self, out: &mut String, drawing: &Drawing) {
        self.head(out, ["返回数据", "Response parameters"], "resultMapping .section");
        let header = |out: &mut String| {
            self.header(
                out,
                match self {
                    Era::A => &["名称", "类型", "说明"],
                    Era::B => &["名称", "类型", "描述"],
                    Era::AEnglish => &["Name", "Type", "Description"],
                    Era::C | Era::D => &["名称", "类型", "示例值", "描述"],
                    Era::DEnglish if drawing.varies(4) => {
                        &["Parameter", "Type", "Example value", "Description"]
                    }
                    Era::DEnglish => &["Parameter", "Type", "Example", "Description"],
                },
            );
        };
        header(out);
        self.rows(out, &drawing.response, 0);
        out.push('\n');
        for model in &drawing.models {
            let _ = match self {
                Era::B => write!(out, "**{}**\n\n", model.name),
                _ => write!(out, "## {}{}\n\n", model.name, self.mark("section_x1y .section")),
            };
            header(out);
            self.rows(out, &model.rows, 0);
            out.push('\n');
        }
    }

    /// Rows of an answer: what stands below a row follows it.
    fn rows(self, out: &mut String, rows: &[Row], depth: usize) {
        for row in rows {
            let marked = self == Era::C;
            let mark = if marked && depth > 0 { "└" } else { "" };
            let leaf = matches!(row.below, Below::Nothing);
            // The era of marks leaves the types of containers blank.
            let ty = if marked && !leaf { " ".to_owned() } else { ty(row) };
            let mut cells = vec![format!("{mark}{}", self.hand().plain(&row.name)), ty];
            cells.extend(self.late().then(|| self.value(if leaf { &row.value } else { "" })));
            self.row(out, &cells, &row.description);
            match &row.below {
                Below::Structure(rows) => self.rows(out, rows, depth + 1),
                Below::Elements { element, rows } => {
                    if !marked {
                        self.row(out, &[self.hand().plain(element), EMPTY.to_owned(), EMPTY.to_owned()], &[]);
                    }
                    self.rows(out, rows, depth + 1);
                }
                Below::Nothing | Below::Scalars { .. } => {}
            }
        }
    }

    /// A row: its cells, and a description that may go on over lines.
    fn row(self, out: &mut String, cells: &[String], description: &[Line]) {
        let _ = write!(out, "|{}|", cells.join("|"));
        let hand = self.hand();
        let mut broken = false;
        for (at, line) in description.iter().enumerate() {
            let words = hand.words(line.words());
            let first = at == 0 || matches!(description[at - 1], Line::Sentence(_));
            match line {
                Line::Sentence(_) if at == 0 => out.push_str(&words),
                Line::Sentence(_) => {
                    broken = true;
                    let _ = write!(out, "\n\n{}{words}", if self.late() { " " } else { "" });
                }
                // The early eras glue the first item to the sentence above.
                Line::Bullet(_) | Line::Nested(_) if first && !self.late() => {
                    let _ = write!(out, "-   {words}");
                }
                Line::Bullet(_) | Line::Nested(_) if first => {
                    broken = true;
                    let _ = write!(out, "\n\n -   {words}");
                }
                Line::Bullet(_) => {
                    broken = true;
                    let _ = write!(out, "\n-   {words}");
                }
                Line::Nested(_) => {
                    broken = true;
                    let _ = write!(out, "\n    -   {words}");
                }
            }
        }
        if description.is_empty() {
            out.push_str(EMPTY);
        }
        out.push_str(match self {
            Era::D | Era::DEnglish => " |\n",
            // Each row with words is broken, by an empty paragraph if by nothing else.
            Era::C if !description.is_empty() => "\n\n |\n",
            Era::A | Era::AEnglish | Era::B if broken => "\n\n|\n",
            _ => "|\n",
        });
    }

    fn errors(self, out: &mut String, drawing: &Drawing) {
        if drawing.errors.is_empty() {
            return;
        }
        let late_status = !self.late() && drawing.varies(5);
        let swapped = !late_status && !self.english() && drawing.varies(6);
        let header: [&str; 4] = match (self.english(), late_status, swapped) {
            (false, true, _) => ["错误代码", "错误信息", "HTTP 状态码", "说明"],
            (true, true, _) => ["Error code", "Error message", "HTTP status code", "Meaning"],
            (_, false, true) => ["HttpCode", "错误码", "描述", "错误信息"],
            (false, false, false) => ["HttpCode", "错误码", "错误信息", "描述"],
            (true, false, false) => ["HTTP status code", "Error code", "Error message", "Description"],
        };
        // Auto scaling breaks each cell, that of the header, too.
        let apart = !self.late() && drawing.varies(7);
        let line = |out: &mut String, cells: &[String]| {
            if apart {
                let _ = write!(out, "|{}\n\n|\n", cells.join("\n\n|"));
            } else {
                let _ = writeln!(out, "|{}|", cells.join("|"));
            }
        };
        line(out, &header.map(str::to_owned));
        out.push_str("|:---|:---|:-------|:-|\n");
        let hand = self.hand();
        for ErrorRow { status, code, message, description } in &drawing.errors {
            let (status, code) = (status.to_string(), hand.plain(code));
            let message = self.value(message);
            let words = description.iter().map(|line| hand.words(line.words())).collect::<String>();
            let cells = match (late_status, swapped) {
                (true, _) => [code, message, status, words],
                (_, true) => [status, code, words, message],
                _ => [status, code, message, words],
            };
            line(out, &cells);
        }
        out.push('\n');
    }
}
