//! Which pages are of operations and which only look so, told by other means than the reader's: the guides' definitions,
//! line by line.

use std::collections::BTreeMap;
use std::fmt;

use contract::Contract;
use pipeline::Reading;
use source::Source;

/// What a page is. The names of templates are the guides'.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// An operation's page, and the template that it is written in.
    Operation(&'static str),
    /// A page of a call by method and path.
    Rest,
    /// A page of a structure that other pages name.
    DataType,
    /// A page of parameters that hold for all operations; it may list errors as well.
    CommonParameters,
    /// A page of errors that hold for all operations.
    Errors,
    /// Guides, indexes, sidebars, glossaries, change logs, and what only looks like an operation's page.
    Other,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Operation(template) => write!(f, "{template}"),
            Kind::Rest => write!(f, "REST"),
            Kind::DataType => write!(f, "data types"),
            Kind::CommonParameters => write!(f, "common parameters"),
            Kind::Errors => write!(f, "error lists"),
            Kind::Other => write!(f, "other"),
        }
    }
}

/// Compares what the reader recognises with what the guides' definitions say, page by page.
pub(crate) fn check(folder: &str, reading: &Reading) -> Result<(), String> {
    let mut counts: BTreeMap<(String, Kind), usize> = BTreeMap::new();
    let mut differences = Vec::new();
    for source in &reading.sources {
        let kind = kind(folder, source);
        *counts.entry((tree(source.name()), kind)).or_default() += 1;
        if let Some(difference) = difference(kind, source.name(), &reading.contract) {
            differences.push(format!("  {}: {difference}", source.name()));
        }
    }
    let mut trees: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for ((tree, kind), count) in &counts {
        trees.entry(tree).or_default().push(format!("{count} {kind}"));
    }
    for (tree, kinds) in trees {
        eprintln!("{folder}: {tree}{}", kinds.join(", "));
    }
    match differences.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{folder}: {} pages are not what the guide says:\n{}",
            differences.len(),
            differences.join("\n")
        )),
    }
}

/// What the reader made of a page that it should not have, or did not make of it.
fn difference(kind: Kind, page: &str, contract: &Contract) -> Option<String> {
    let operations = contract.operations.iter().filter(|operation| *operation.page == *page).count();
    let errors = contract.errors.iter().any(|error| *error.origin.location().file == *page);
    let common = contract.common_parameters.iter().any(|p| *p.origin.location().file == *page);
    let wanted = match kind {
        Kind::Operation(_) | Kind::Rest => operations == 1 && !errors && !common,
        Kind::CommonParameters => operations == 0 && common,
        Kind::Errors => operations == 0 && errors && !common,
        Kind::DataType | Kind::Other => operations == 0 && !errors && !common,
    };
    (!wanted).then(|| {
        format!("{kind}, but read as {operations} operations, common parameters: {common}, errors: {errors}")
    })
}

/// The product and language that a page of a corpus with languages lies in.
pub(crate) fn tree(page: &str) -> String {
    let mut steps = page.split('/');
    match (steps.next(), steps.next()) {
        (Some(product), Some(language)) if is_language(language) => {
            format!("{product}/{language}: ")
        }
        _ => String::new(),
    }
}

/// Whether a folder is that of a language.
pub(crate) fn is_language(folder: &str) -> bool {
    folder.ends_with(".zh-CN") || folder.ends_with(".en-US")
}

/// What a page is by the guides' definitions.
pub(crate) fn kind(folder: &str, source: &Source) -> Kind {
    let lines = Lines::of(source.text());
    if folder.ends_with("ucloud") { ucloud(&lines) } else { aliyun(&lines) }
}

/// By headings.
fn ucloud(page: &Lines<'_>) -> Kind {
    let has = |words: &str| page.headings.iter().any(|heading| heading.words == words);
    let holds = |words: &str| page.headings.iter().any(|heading| heading.words.contains(words));
    let under = |words: &str, column: &str| {
        page.tables.iter().any(|table| {
            table.heading.as_ref().is_some_and(|h| h.words.contains(words))
                && table.header.iter().any(|cell| cell == column)
        })
    };
    if has("公共参数") && has("请求参数") && has("响应字段") {
        Kind::Operation("modern")
    } else if page.headings.iter().any(|h| h.level == 1 && h.words == "Request Parameters") {
        Kind::Operation("older")
    } else if holds("句法（Syntax）") || holds("（Request Parameters）") || has("Requests Syntax") {
        Kind::Rest
    } else if under("公共参数", "参数名") {
        Kind::CommonParameters
    } else if under("错误码", "错误码") {
        Kind::Errors
    } else {
        Kind::Other
    }
}

/// By a table of names and types under a heading of requests or answers, and by the heading's attributes.
fn aliyun(page: &Lines<'_>) -> Kind {
    const NAMES: [&str; 5] = ["名称", "参数", "Name", "Parameter", "Field"];
    const TYPES: [&str; 3] = ["类型", "Type", "Parameters"];
    const CODES: [&str; 3] = ["错误码", "错误代码", "Error code"];
    let one_of =
        |table: &Table, words: &[&str]| table.header.iter().any(|cell| words.contains(&cell.as_str()));
    let fields = |headings: &[&str]| {
        page.tables.iter().any(|table| {
            table.heading.as_ref().is_some_and(|h| headings.contains(&h.words.to_lowercase().as_str()))
                && one_of(table, &NAMES)
                && one_of(table, &TYPES)
        })
    };
    let request = ["请求参数", "request parameters", "request parameter"];
    let response = ["返回参数", "返回数据", "response parameters", "return parameters"];
    if fields(&request) || fields(&response) {
        let attribute = |word: &str| page.headings.iter().any(|h| h.attributes.contains(word));
        let template = if attribute("#parameters ") || attribute("#resultMapping ") {
            "C"
        } else if ["#RequestParameter ", "#ResponseParameter ", "#ErrorCode "]
            .iter()
            .any(|word| attribute(word))
        {
            "B"
        } else if page.headings.iter().all(|heading| heading.attributes.is_empty()) {
            "D"
        } else {
            "A"
        };
        Kind::Operation(template)
    } else if fields(&["子节点"]) {
        Kind::DataType
    } else if fields(&["公共请求参数", "common request parameters"]) {
        Kind::CommonParameters
    } else if page.tables.iter().any(|table| one_of(table, &CODES)) {
        Kind::Errors
    } else {
        Kind::Other
    }
}

/// A page as a plain reader of lines sees it.
struct Lines<'p> {
    headings: Vec<Heading<'p>>,
    tables: Vec<Table<'p>>,
}

#[derive(Clone)]
struct Heading<'p> {
    level: usize,
    words: String,
    /// What stands in braces behind the words.
    attributes: &'p str,
}

struct Table<'p> {
    /// The heading that it stands under.
    heading: Option<Heading<'p>>,
    header: Vec<String>,
}

impl<'p> Lines<'p> {
    fn of(text: &'p str) -> Self {
        let mut page = Lines { headings: Vec::new(), tables: Vec::new() };
        let (mut fenced, mut before) = (false, "");
        for line in text.lines() {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
            } else if fenced {
                continue;
            } else if line.starts_with('#') {
                page.headings.push(heading(line));
            } else if is_delimiter(line) {
                let header = before.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
                page.tables.push(Table { heading: page.headings.last().cloned(), header: header.collect() });
            }
            before = line;
        }
        page
    }
}

fn heading(line: &str) -> Heading<'_> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let (words, attributes) = words.split_once('{').unwrap_or((words, ""));
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':' | '：' | '.'));
    Heading { level, words: words.to_owned(), attributes }
}

/// `|:--|---|`.
fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(folder: &str, text: &str) -> Kind {
        kind(folder, &Source::new("a/b.md", text))
    }

    #[test]
    fn what_only_looks_like_an_operation_is_none() {
        let structure = "# 请求结构\n\n## 请求参数\n\nhttps://fence.example.com/?Action=PaintFence\n";
        assert_eq!(kind_of("aliyun", structure), Kind::Other);
        let fenced = "# A\n\n```\n## 请求参数\n|名称|类型|\n|--|--|\n```\n";
        assert_eq!(kind_of("aliyun", fenced), Kind::Other);
        let index = "# API 索引\n\n| API | 描述信息 |\n|:---|:---|\n|[PaintFence](api/paint)|漆|\n";
        assert_eq!(kind_of("ucloud", index), Kind::Other);
    }

    #[test]
    fn attributes_and_columns_tell() {
        let old = "## 请求参数 {#RequestParameter .section}\n\n|名称|类型|是否必需|描述|\n|:-|:--|:-|:-|\n";
        assert_eq!(kind_of("aliyun", old), Kind::Operation("B"));
        let data = "## 子节点 {#ResponseParameter .section}\n\n|名称|类型|描述|\n|:--|:-|:-|\n";
        assert_eq!(kind_of("aliyun", data), Kind::DataType);
        let errors = "#### 错误码\n\n| 错误码 | 中文 \n|---|--|\n| 1 | 漆干了 |\n";
        assert_eq!(kind_of("ucloud", errors), Kind::Errors);
    }
}
