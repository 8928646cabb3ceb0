//! The pages themselves: each row of each table and each line with what became of its facts.

use contract::{ErrorCase, Field, Operation, Parameter};
use runner::FactOutcome;
use source::{Location, Source};

use super::FactView;
use super::facts::{word, worst};
use super::figures::Bar;
use crate::outline::presence;
use crate::{Evidence, Tally};

/// A page: the operation that it documents, its rows and its text.
pub(super) struct PageView<'a> {
    pub(super) anchor: String,
    pub(super) file: &'a str,
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    pub(super) tally: Tally,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) lines: Vec<Line<'a>>,
}

impl PageView<'_> {
    pub(super) fn bar(&self) -> Bar {
        Bar::of(&self.tally)
    }
}

/// A table of a page.
pub(super) struct Table<'a> {
    pub(super) caption: &'static str,
    pub(super) heads: [&'static str; 3],
    pub(super) rows: Vec<Row<'a>>,
}

/// A row and its facts.
pub(super) struct Row<'a> {
    pub(super) cells: [String; 3],
    pub(super) depth: usize,
    pub(super) line: u32,
    last_line: u32,
    pub(super) link: Option<String>,
    pub(super) facts: Vec<FactView<'a>>,
}

impl Row<'_> {
    pub(super) fn class(&self) -> &'static str {
        worst(self.facts.iter().map(|fact| fact.outcome))
    }

    pub(super) fn word(&self) -> &'static str {
        word(self.class())
    }
}

/// A line of a page's text.
pub(super) struct Line<'a> {
    pub(super) number: u32,
    pub(super) text: &'a str,
    pub(super) class: &'static str,
    /// What stands on it, for the tooltip.
    pub(super) facts: String,
}

/// The pages of a spec: one for each operation, then those that hold facts for every operation.
pub(super) fn pages<'a>(anchor: &str, evidence: &Evidence<'a>) -> Vec<PageView<'a>> {
    let contract = evidence.contract;
    let mut pages: Vec<PageView<'a>> = Vec::new();
    for operation in &contract.operations {
        let anchor = format!("{anchor}-p{}", pages.len() + 1);
        let of_operation = |fact: &&FactOutcome| fact.fact.operation.as_deref() == Some(&operation.name);
        let facts = evidence.run.coverage.iter().filter(of_operation).collect();
        let tables = tables_of(operation, evidence);
        pages.push(page(
            anchor,
            evidence,
            &operation.page,
            (&operation.name, &operation.title),
            tables,
            facts,
        ));
    }
    let common: Vec<&FactOutcome> =
        evidence.run.coverage.iter().filter(|fact| fact.fact.operation.is_none()).collect();
    let mut files: Vec<&'a str> = Vec::new();
    for fact in &common {
        let file: &str = &fact.fact.origin.location().file;
        if !files.contains(&file) {
            files.push(file);
        }
    }
    for file in files {
        let anchor = format!("{anchor}-p{}", pages.len() + 1);
        let here = |at: &Location| &*at.file == file;
        let facts = common.iter().copied().filter(|fact| here(fact.fact.origin.location())).collect();
        let parameters = contract.common_parameters.iter().filter(|p| here(p.origin.location()));
        let errors = contract.errors.iter().filter(|e| here(e.origin.location()));
        let tables = vec![
            parameter_table(parameters.map(|p| parameter_row(p, evidence))),
            error_table(errors.map(|e| error_row(e, evidence))),
        ];
        pages.push(page(anchor, evidence, file, ("Every operation", ""), tables, facts));
    }
    pages
}

/// The link to a line of a page, where the report shows it.
pub(super) fn link(pages: &[PageView<'_>], at: &Location) -> Option<String> {
    let page = pages.iter().find(|page| *page.file == *at.file && !page.lines.is_empty())?;
    Some(format!("#{}-l{}", page.anchor, at.line))
}

fn page<'a>(
    anchor: String,
    evidence: &Evidence<'a>,
    file: &'a str,
    (name, title): (&'a str, &'a str),
    mut tables: Vec<Table<'a>>,
    facts: Vec<&'a FactOutcome>,
) -> PageView<'a> {
    let source = evidence.sources.iter().find(|source| **source.name() == *file);
    let linked = |line: u32| source.map(|_| format!("#{anchor}-l{line}"));
    let tally = Tally::of_facts(facts.iter().copied());
    let mut besides: Vec<Row<'a>> = Vec::new();
    for outcome in &facts {
        let at = outcome.fact.origin.location();
        let of_row = |row: &&mut Row<'_>| *at.file == *file && (row.line..=row.last_line).contains(&at.line);
        match tables.iter_mut().flat_map(|table| &mut table.rows).find(of_row) {
            Some(row) => row.facts.push(FactView { outcome }),
            None => besides.push(Row {
                cells: [outcome.fact.subject.clone(), String::new(), at.file.to_string()],
                depth: 0,
                line: at.line,
                last_line: at.line,
                link: None,
                facts: vec![FactView { outcome }],
            }),
        }
    }
    tables.push(Table { caption: "Besides", heads: ["About", "", "Page"], rows: besides });
    tables.retain(|table| !table.rows.is_empty());
    for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.link = linked(row.line);
    }
    let lines = source.map(|source| lines_of(source, evidence)).unwrap_or_default();
    PageView { anchor, file, name, title, tally, tables, lines }
}

fn tables_of<'a>(operation: &'a Operation, evidence: &Evidence<'a>) -> Vec<Table<'a>> {
    let mut answers = Vec::new();
    nest(&operation.response, 0, evidence, &mut answers);
    for model in &operation.models {
        answers.push(Row {
            cells: [model.name.clone(), "model".into(), String::new()],
            depth: 0,
            line: model.origin.location().line,
            last_line: model.origin.location().line,
            link: None,
            facts: Vec::new(),
        });
        nest(&model.fields, 1, evidence, &mut answers);
    }
    vec![
        parameter_table(operation.parameters.iter().map(|parameter| parameter_row(parameter, evidence))),
        Table { caption: "Answer", heads: ["Name", "Type", "Presence"], rows: answers },
        error_table(operation.errors.iter().map(|error| error_row(error, evidence))),
    ]
}

fn parameter_table<'a>(rows: impl Iterator<Item = Row<'a>>) -> Table<'a> {
    Table { caption: "Parameters", heads: ["Name", "Type", "Presence"], rows: rows.collect() }
}

fn error_table<'a>(rows: impl Iterator<Item = Row<'a>>) -> Table<'a> {
    Table { caption: "Errors", heads: ["Code", "Status", "Message"], rows: rows.collect() }
}

fn parameter_row<'a>(parameter: &Parameter, evidence: &Evidence<'a>) -> Row<'a> {
    let Parameter { name, ty, presence: present, origin, .. } = parameter;
    let cells = [name.value.clone(), ty.value.to_string(), presence(present.value).to_owned()];
    row(cells, 0, origin.location(), evidence)
}

fn error_row<'a>(error: &ErrorCase, evidence: &Evidence<'a>) -> Row<'a> {
    let status = error.http_status.map(|status| status.to_string()).unwrap_or_default();
    row([error.code.clone(), status, error.message.clone()], 0, error.origin.location(), evidence)
}

fn nest<'a>(fields: &[Field], depth: usize, evidence: &Evidence<'a>, rows: &mut Vec<Row<'a>>) {
    for field in fields {
        let Field { name, ty, presence: present, origin, .. } = field;
        let present =
            if present.value == contract::Presence::Required { "always" } else { presence(present.value) };
        let cells = [name.value.clone(), ty.value.to_string(), present.to_owned()];
        rows.push(row(cells, depth, origin.location(), evidence));
        nest(&field.fields, depth + 1, evidence, rows);
    }
}

fn row<'a>(cells: [String; 3], depth: usize, at: &Location, evidence: &Evidence<'a>) -> Row<'a> {
    Row { cells, depth, line: at.line, last_line: last_line(at, evidence), link: None, facts: Vec::new() }
}

/// The last line that a location covers: rows and examples run over several.
fn last_line(at: &Location, evidence: &Evidence<'_>) -> u32 {
    let words = evidence.source(at).and_then(|source| source.at(at)).unwrap_or_default();
    let more = words.trim_end().matches('\n').count();
    at.line.saturating_add(u32::try_from(more).unwrap_or(u32::MAX))
}

fn lines_of<'a>(source: &'a Source, evidence: &Evidence<'a>) -> Vec<Line<'a>> {
    let here: Vec<(&FactOutcome, u32, u32)> = evidence
        .run
        .coverage
        .iter()
        .map(|outcome| (outcome, outcome.fact.origin.location()))
        .filter(|(_, at)| at.file == *source.name())
        .map(|(outcome, at)| (outcome, at.line, last_line(at, evidence)))
        .collect();
    let line = |(number, text): (u32, &'a str)| {
        let on_it = || {
            here.iter().filter(move |(_, first, last)| (*first..=*last).contains(&number)).map(|(o, ..)| *o)
        };
        let facts = on_it().map(|outcome| {
            let fact = FactView { outcome };
            format!("{}: {}", fact.outcome.fact.id, fact.word())
        });
        Line { number, text, class: worst(on_it()), facts: facts.collect::<Vec<_>>().join("\n") }
    };
    (1..).zip(source.text().lines()).map(line).collect()
}
