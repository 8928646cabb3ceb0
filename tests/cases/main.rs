//! One folder a behaviour: a small page, and what each stage makes of it.
//!
//! Adding a behaviour is adding `cases/<sentence>/page.md` (or `page.txt`) and reading the snapshots that appear. A
//! behaviour that needs several pages has them below `cases/<sentence>/pages/`.

mod shown;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use contract::Contract;
use report::Positions;
use source::Source;

fn cases() -> Vec<PathBuf> {
    evidence::folders(&evidence::root().join("tests/cases"))
}

/// The pages of a case, in order; most have one.
fn pages_of(case: &Path) -> Vec<Source> {
    let folder = case.join("pages");
    if folder.is_dir() {
        return pipeline::read_paths(&[folder]).expect("a case can be read").sources;
    }
    let path = ["page.md", "page.txt"].into_iter().map(|name| case.join(name)).find(|path| path.exists());
    let path = path.unwrap_or_else(|| panic!("{} has neither page.md, page.txt nor pages", case.display()));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    vec![Source::new(name, std::fs::read_to_string(&path).expect("a case can be read"))]
}

fn read(pages: &[Source]) -> Contract {
    reader::read(pages, reader::Options::default())
}

#[test]
fn each_stage_makes_of_a_page_what_was_reviewed() {
    for case in cases() {
        let pages = pages_of(&case);
        let contract = read(&pages);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            insta::assert_snapshot!("page", shown::pages(&pages));
            insta::assert_snapshot!("contract", report::contract_text(&contract, Positions::Shown));
            insta::assert_snapshot!("diagnostics", shown::diagnostics(&contract, &pages));
            for (name, text) in shown::types(&contract) {
                insta::assert_snapshot!(format!("types_{name}"), text);
            }
            insta::assert_snapshot!("suite", shown::suite(&contract));
        });
    }
}

#[test]
fn no_cell_is_lost() {
    for case in cases() {
        let contract = read(&pages_of(&case));
        let count = contract.accounting;
        assert_eq!(count.cells_used + count.cells_reported, count.cells, "{}", case.display());
    }
}

#[test]
fn each_origin_slices_back_to_the_words() {
    for case in cases() {
        let pages = pages_of(&case);
        for operation in read(&pages).operations {
            let source = shown::of(&pages, &operation.page).expect("is read");
            for parameter in &operation.parameters {
                let quoted = source.at(parameter.name.location()).expect("lies on the page");
                // A name is read without its escapes, and without blanks that the page put behind its dots.
                let bare = |text: &str| text.replace(|c: char| c.is_whitespace() || c == '\\', "");
                let (quoted, name) = (bare(quoted), bare(&parameter.name.value));
                assert!(quoted.contains(&name), "{quoted:?} is not {name}");
                for constraint in &parameter.constraints {
                    let quoted = source.at(constraint.origin.location()).expect("lies on the page");
                    assert!(!quoted.trim().is_empty(), "a rule of {} quotes nothing", parameter.name.value);
                }
            }
        }
    }
}

/// Pages are called `.md`, or have a no-break space in their names.
#[test]
fn the_name_of_a_file_says_nothing_about_its_operation() {
    let case = evidence::root().join("tests/cases/an_action_row_of_another_page_is_outvoted");
    let page = pages_of(&case).swap_remove(0);
    for name in [".md", " .md", "Paint\u{a0}Gate\u{a0}.md", "data types/RebootFence.md"] {
        let contract = read(&[Source::new(name, page.text().to_owned())]);
        let names: Vec<&str> = contract.operations.iter().map(|operation| operation.name.as_str()).collect();
        assert_eq!(names, ["InstallGate"], "{name:?}");
    }
}

/// What is too large for a folder: a description of which no rule is read.
fn page_of_a_long_description() -> Source {
    let cell = "取值范围：1~20。".repeat(4_000);
    let text = format!(
        "# A - AbCd\n\n### 请求参数\n\n| 参数名 | 类型 | 描述信息 | 必填 |\n|:---|:---|:---|:---|\n| **X** | int | {cell} | No |\n"
    );
    Source::new("page.md", text)
}

#[test]
fn a_description_of_no_human_length_keeps_its_facts_and_says_that_its_rules_are_not_read() {
    let contract = read(&[page_of_a_long_description()]);
    let told: Vec<String> = contract.diagnostics.iter().map(|d| format!("{}: {}", d.at, d.message)).collect();
    assert_eq!(told, ["page.md:7: the description of `X` has 88000 bytes, too many to read rules off it"]);
    let parameter = &contract.operations[0].parameters[0];
    assert!(parameter.constraints.is_empty());
    assert_eq!(parameter.description.value.len(), 88_000);
}

/// A diagnostic that no page can raise is dead; one that no case shows was never seen.
#[test]
fn each_code_of_the_reader_is_raised_by_a_case() {
    let raised: BTreeSet<String> = cases()
        .iter()
        .map(|case| pages_of(case))
        .chain([vec![page_of_a_long_description()]])
        .flat_map(|pages| read(&pages).diagnostics)
        .map(|d| d.code.into_owned())
        .collect();
    let text =
        std::fs::read_to_string(evidence::root().join("crates/reader/src/diagnostics.rs")).expect("is there");
    let declared: BTreeSet<String> = text
        .split('"')
        .filter(|word| word.starts_with("reader/") && !word.contains(' '))
        .map(str::to_owned)
        .collect();
    assert!(!declared.is_empty());
    assert_eq!(
        declared.difference(&raised).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no case raises these"
    );
    for code in &raised {
        assert!(reader::explain(code).is_some(), "{code} does not explain itself");
    }
}

/// A snapshot that nothing asserts any more is a lie that nobody reads.
#[test]
fn no_snapshot_is_an_orphan() {
    for case in cases() {
        let contract = read(&pages_of(&case));
        let mut expected: BTreeSet<String> =
            ["page", "contract", "diagnostics", "suite"].map(|name| format!("{name}.snap")).into();
        expected.extend(shown::types(&contract).into_iter().map(|(name, _)| format!("types_{name}.snap")));
        for entry in std::fs::read_dir(&case).expect("is a folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_page = name == "pages" || (name.starts_with("page.") && !name.ends_with(".snap"));
            assert!(is_page || expected.contains(&name), "{}/{name} belongs to no stage", case.display());
        }
    }
}
