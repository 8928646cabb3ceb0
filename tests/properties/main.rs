//! What holds for any text: reading never panics, loses no cell, and quotes what stands there.

mod spoiled;

use std::sync::LazyLock;

use contract::Contract;
use evidence::drawn::{Facts, Template, drawing, templates};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use source::{Location, Source};

fn read(text: &str, name: &str) -> (Source, Contract) {
    let source = Source::new(name, text);
    let contract = reader::read(std::slice::from_ref(&source), reader::Options::default());
    (source, contract)
}

/// Checks what must hold of every reading.
fn holds(text: &str) -> Result<(), TestCaseError> {
    for name in ["page.md", "page.txt"] {
        let (source, contract) = read(text, name);
        let count = contract.accounting;
        prop_assert_eq!(count.cells_used + count.cells_reported, count.cells);
        let value = serde_json::to_value(&contract).expect("serialises");
        for place in places(&value, &source) {
            prop_assert!(source.at(&place).is_some(), "{place:?} lies outside the page");
        }
        let json = serde_json::to_string(&contract).expect("serialises");
        let back: Contract = serde_json::from_str(&json).expect("reads back");
        prop_assert_eq!(&back, &contract);
    }
    Ok(())
}

/// Every place that a contract names: origins, cells of rows, diagnostics.
fn places(value: &Value, source: &Source) -> Vec<Location> {
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
    let place = |line: Option<u32>, column: Option<u32>, length: Option<u32>| {
        Some(Location { file: source.name().clone(), line: line?, column: column?, length: length? })
    };
    match value {
        Value::Array(items) => items.iter().flat_map(|item| places(item, source)).collect(),
        Value::Object(object) => {
            let at = |key: &str| object.get(key).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
            let own = place(at("line"), at("column"), at("length"));
            // A cell is `line:column+length`.
            let cells = object.get("cells").and_then(Value::as_object).into_iter().flatten();
            let cells = cells.filter_map(|(_, cell)| {
                let mut parts = cell.as_str()?.split([':', '+', ' ']);
                place(number(parts.next()), number(parts.next()), number(parts.next()))
            });
            own.into_iter().chain(cells).chain(object.values().flat_map(|v| places(v, source))).collect()
        }
        _ => Vec::new(),
    }
}

/// Every page of our own.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut pages = Vec::new();
    let cases = evidence::folders(&evidence::root().join("tests/cases"));
    for folder in evidence::specs().iter().map(|spec| spec.join("pages")).chain(cases) {
        let mut files: Vec<_> =
            std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        files.sort();
        pages.extend(
            files
                .iter()
                .filter(|f| f.extension().is_some_and(|e| e == "md" || e == "txt"))
                .map(|f| std::fs::read_to_string(f).expect("a page can be read")),
        );
    }
    pages
});

/// A page drawn at random, and its template.
fn drawn_page() -> impl Strategy<Value = (Template, String)> {
    select(templates()).prop_flat_map(|template| {
        drawing(template.reach).prop_map(move |drawing| (template, (template.write)(&drawing).text))
    })
}

/// A page of our own, or one drawn at random.
fn page() -> impl Strategy<Value = String> {
    prop_oneof![select(PAGES.as_slice()), drawn_page().prop_map(|(_, text)| text)]
}

/// The facts of a page.
fn facts(text: &str, name: &str) -> Vec<String> {
    Facts::read(&read(text, name).1).lines().to_vec()
}

/// Cuts a text at a character.
fn cut(text: &str, at: Index) -> &str {
    let mut end = at.index(text.len() + 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}") {
        holds(&text)?;
    }

    #[test]
    fn text_made_of_marks_can_be_read(parts in prop::collection::vec(prop::sample::select(vec![
        "|", "\n", "|---|---|\n", "|:-|\n", "```", "`", "\\", "# ", "## 请求参数\n", "|名称|类型|是否必选|描述|\n", "**",
        "[", "](", ")", "<br />", "\r\n", "\t", "｜", "\u{a0}", "└", "- ", "&", "=", "?", "{", "}", "长度为", "2~128",
        "取值范围：", "不能以", "开头", "默认值：", "（", "）", "，", "Name", "String", " ", "是", "N的取值范围", "\u{feff}", "é",
    ]), 0..60)) {
        holds(&parts.concat())?;
    }

    #[test]
    fn a_page_can_end_anywhere(page in page(), at in any::<Index>()) {
        holds(cut(&page, at))?;
    }

    #[test]
    fn pages_can_be_spliced(one in page(), at in any::<Index>(), two in page(), from in any::<Index>()) {
        let skipped = cut(&two, from).len();
        holds(&format!("{}{}", cut(&one, at), &two[skipped..]))?;
    }

    #[test]
    fn line_ends_and_marks_of_order_do_not_matter(page in page(), name in select(vec!["page.md", "page.txt"])) {
        let crlf = spoiled::with_other_line_ends(&page);
        holds(&crlf)?;
        // Examples are quoted with their line ends.
        let facts_of = |text: &str| facts(text, name).into_iter().map(|f| f.replace('\r', "")).collect::<Vec<_>>();
        prop_assert_eq!(facts_of(&page), facts_of(&crlf));
    }

    #[test]
    fn tabs_around_cells_do_not_matter((template, page) in drawn_page()) {
        let tabbed = spoiled::with_tabs(&page);
        holds(&tabbed)?;
        prop_assert_eq!(facts(&page, template.file), facts(&tabbed, template.file), "{}", tabbed);
    }

    #[test]
    fn full_width_pipes_split_no_cell((template, page) in drawn_page()) {
        let wide = spoiled::with_wide_pipes(&page);
        holds(&wide)?;
        let expected: Vec<String> =
            facts(&page, template.file).iter().map(|fact| spoiled::with_wide_pipes(fact)).collect();
        prop_assert_eq!(expected, facts(&wide, template.file), "{}", wide);
    }
}

#[test]
fn a_cell_of_a_megabyte_can_be_read() {
    let cell = "长度为2~128个字符。".repeat(40_000);
    let page = format!(
        "# A - AbCd\n\n### 请求参数\n\n| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n| **X** | string | {cell} | No |\n"
    );
    assert!(page.len() > 1_000_000);
    holds(&page).expect("holds");
}

/// What a cell is made of that makes readers slow: marks that never close, words that many rules begin with.
const HOSTILE: &[&str] = &[
    "[",
    "]",
    "(",
    "[a](",
    "\\|",
    "`",
    "` ",
    "``` ",
    "-   ",
    "（",
    "1",
    "1~",
    "~",
    "*",
    "**",
    "&",
    "<",
    "<br />",
    "\\",
    "默认值：",
    "取值范围：",
    "长度为",
    "不能以",
    "不能以a、",
    "<1 ",
    "最多",
    "，",
    "“",
    "a.",
    "A ",
    "镜像",
    "｜",
    "\t",
    "\u{a0}",
];

#[test]
fn hostile_cells_can_be_read() {
    // Rules are read off the shorter ones only.
    for (part, size) in HOSTILE.iter().flat_map(|part| [(part, 64_000), (part, 250_000)]) {
        let cell = part.repeat(size / part.len());
        holds(&format!("# A - AbCd\n\n### 请求参数\n\n| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n| **X** | string | {cell} | No |\n| **Y** | int | {cell} | No |\n")).expect("holds");
    }
}
