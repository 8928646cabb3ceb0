//! What each stage makes of a page, as text that shows positions.

use std::fmt::Write;

use contract::Contract;
use page::{Block, Text};
use source::{Source, Span};

/// The page of that name.
pub(crate) fn of<'s>(pages: &'s [Source], name: &str) -> Option<&'s Source> {
    pages.iter().find(|page| **page.name() == *name)
}

/// The blocks of all pages.
pub(crate) fn pages(pages: &[Source]) -> String {
    match pages {
        [only] => page(only),
        several => several.iter().map(|each| format!("## {}\n{}\n", each.name(), page(each))).collect(),
    }
}

/// The blocks of a page.
fn page(source: &Source) -> String {
    let page = page::read(source, reader::lexicon());
    let mut out = format!("{:?}\n", page.rendering);
    for block in &page.blocks {
        let at = place(source, block.span());
        let told = match block {
            Block::Heading(heading) => {
                writeln!(out, "{at} heading {} {}", heading.level, quoted(source, &heading.text))
            }
            Block::Paragraph(text) => writeln!(out, "{at} paragraph {}", quoted(source, text)),
            Block::List(list) => {
                let items: Vec<String> = list.items.iter().map(|item| quoted(source, item)).collect();
                writeln!(out, "{at} list {}", items.join(" "))
            }
            Block::Code(code) => writeln!(out, "{at} code {:?} {:?}", code.info, source.slice(code.content)),
            Block::Table(table) => {
                let header: Vec<String> = table.header.iter().map(|cell| quoted(source, cell)).collect();
                let told = writeln!(out, "{at} table {}", header.join(" "));
                for row in &table.rows {
                    let cells: Vec<String> = row
                        .cells
                        .iter()
                        .map(|cell| cell.map_or("–".to_owned(), |cell| quoted(source, &cell)))
                        .collect();
                    writeln!(out, "  {} {}", place(source, row.span), cells.join(" "))
                        .expect("writes to a string");
                }
                told
            }
        };
        told.expect("writes to a string");
    }
    out
}

/// What there is to tell, with the words it is about.
pub(crate) fn diagnostics(contract: &Contract, pages: &[Source]) -> String {
    let count = contract.accounting;
    let mut out = format!(
        "{} tables, {} rows, {} cells: {} used, {} reported\n",
        count.tables, count.rows, count.cells, count.cells_used, count.cells_reported
    );
    for d in &contract.diagnostics {
        let words = of(pages, &d.at.file).and_then(|source| source.at(&d.at)).unwrap_or_default();
        let words = words.lines().next().unwrap_or_default();
        let place = match pages {
            [_] => format!("{}:{}", d.at.line, d.at.column),
            _ => format!("{}:{}:{}", d.at.file, d.at.line, d.at.column),
        };
        writeln!(
            out,
            "{place} {:?} {}: {}\n    «{words}»\n    help: {}",
            d.severity, d.code, d.message, d.help
        )
        .expect("writes to a string");
    }
    out
}

/// The Rust that is emitted for each operation.
pub(crate) fn types(contract: &Contract) -> Vec<(String, String)> {
    let wire = wire();
    let spec = emit::Spec {
        name: "case",
        title: "A case",
        contract,
        wire: &wire,
        bindings: "",
        home: emit::Home::Workspace,
    };
    let own = |path: &str| {
        let (_, name) = path.strip_suffix(".rs")?.split_once("/operations/")?;
        (name != "mod").then(|| name.to_owned())
    };
    emit::crate_files(&spec)
        .files
        .into_iter()
        .filter_map(|file| Some((own(&file.path)?, file.text)))
        .collect()
}

/// The ids of the cases that are planned, and the facts that none reaches.
pub(crate) fn suite(contract: &Contract) -> String {
    let bindings: suite::Bindings = toml::from_str("[values]\nFenceId = \"f-1\"\n").expect("binds a value");
    let options = suite::Options { random: 0, ..suite::Options::for_wire(&wire()) };
    let plan = suite::plan(contract, &bindings, &options);
    let mut out = String::new();
    for case in &plan.cases {
        writeln!(out, "{}", case.id).expect("writes to a string");
    }
    for unreached in &plan.unreached {
        writeln!(out, "not reached: {}: {}", unreached.fact, unreached.reason).expect("writes to a string");
    }
    out
}

fn wire() -> wire::Wire {
    toml::from_str(
        "style = \"aliyun\"\nendpoint = \"https://fence.example.com/\"\nversion = \"2020-01-01\"\n\
         signature = [\"aliyun-v1\"]\nenvelope = { kind = \"http-status\" }\n",
    )
    .expect("is a wire")
}

fn place(source: &Source, span: Span) -> String {
    let at = source.locate(span);
    format!("{}:{}", at.line, at.column)
}

fn quoted(source: &Source, text: &Text) -> String {
    format!("{:?}", source.slice(text.span))
}
