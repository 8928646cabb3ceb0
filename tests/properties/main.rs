//! What holds for any text: reading never panics, loses no cell, and quotes what stands there.

use contract::Contract;
use proptest::prelude::*;
use source::Source;

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
        for operation in &contract.operations {
            for parameter in &operation.parameters {
                let quoted = source.at(parameter.name.location());
                prop_assert!(quoted.is_some(), "{} lies outside the page", parameter.name.value);
            }
        }
        for diagnostic in &contract.diagnostics {
            prop_assert!(source.at(&diagnostic.at).is_some(), "{} lies outside the page", diagnostic.code);
        }
        let json = serde_json::to_string(&contract).expect("serialises");
        let back: Contract = serde_json::from_str(&json).expect("reads back");
        prop_assert_eq!(&back, &contract);
    }
    Ok(())
}

/// Every page of our own.
fn pages() -> Vec<String> {
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
}

/// Cuts a text at a character.
fn cut(text: &str, at: prop::sample::Index) -> &str {
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
    fn a_page_can_end_anywhere(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let pages = pages();
        let page: &String = which.get(&pages);
        holds(cut(page, at))?;
    }

    #[test]
    fn pages_can_be_spliced(
        one in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
        two in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(),
    ) {
        let pages = pages();
        let (head, tail) = (cut(one.get::<String>(&pages), at), two.get::<String>(&pages));
        let skipped = cut(tail, from).len();
        holds(&format!("{head}{}", &tail[skipped..]))?;
    }

    #[test]
    fn line_ends_and_marks_of_order_do_not_matter(which in any::<prop::sample::Index>()) {
        let pages = pages();
        let page: &String = which.get(&pages);
        let crlf = format!("\u{feff}{}", page.replace('\n', "\r\n"));
        holds(&crlf)?;
        let facts = |text: &str| {
            let (_, contract) = read(text, "page.md");
            contract.operations.iter().flat_map(|o| o.parameters.iter().map(|p| {
                (p.name.value.clone(), p.ty.value.clone(), p.presence.value, p.constraints.len())
            })).collect::<Vec<_>>()
        };
        prop_assert_eq!(facts(page), facts(&crlf));
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
