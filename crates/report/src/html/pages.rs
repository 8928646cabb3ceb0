//! The pages themselves: each row of each table and each line with what became of its facts.

use contract::{ErrorCase, Field, Operation, Parameter};
use runner::FactOutcome;
use source::{Location, Source};

use super::FactView;
use super::facts::{class, word, worst};
use super::figures::Bar;
use crate::outline::{position, presence};
use crate::{Evidence, Tally};

/// A page: the operation that it documents, its rows and its text.
pub(super) struct PageView<'a> {
    pub(super) anchor: String,
    pub(super) file: &'a str,
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    /// Method and path, where the operation has some of its own.
    pub(super) call: String,
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
    at: Location,
    last_line: u32,
    pub(super) link: Option<String>,
    pub(super) facts: Vec<FactView<'a>>,
}

impl<'a> Row<'a> {
    fn new(cells: [String; 3], depth: usize, at: &Location, evidence: &Evidence<'a>) -> Self {
        let last_line = last_line(at, evidence);
        Self { cells, depth, at: at.clone(), last_line, link: None, facts: Vec::new() }
    }

    fn covers(&self, at: &Location) -> bool {
        self.at.file == at.file && (self.at.line..=self.last_line).contains(&at.line)
    }

    pub(super) fn line(&self) -> u32 {
        self.at.line
    }

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
        let names = (operation.name.as_str(), title(operation));
        let call = operation.http.as_ref().map(contract::HttpBinding::line).unwrap_or_default();
        pages.push(PageView { call, ..page(anchor, evidence, &operation.page, names, tables, facts) });
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
        let mut page = page(anchor, evidence, file, ("Every operation", file), tables, facts);
        if pages.iter().any(|shown| shown.file == file) {
            page.lines.clear();
        }
        pages.push(page);
    }
    let texts: Vec<(&str, String)> = pages
        .iter()
        .filter(|page| !page.lines.is_empty())
        .map(|page| (page.file, page.anchor.clone()))
        .collect();
    let rows = pages.iter_mut().flat_map(|page| &mut page.tables).flat_map(|table| &mut table.rows);
    for row in rows {
        let text = texts.iter().find(|(file, _)| *file == &*row.at.file);
        row.link = text.map(|(_, anchor)| format!("#{anchor}-l{}", row.at.line));
    }
    pages
}

/// The title of an operation's page, where it says more than the name.
fn title(operation: &Operation) -> &str {
    if operation.title == operation.name { "" } else { &operation.title }
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
    let tally = Tally::of_facts(facts.iter().copied());
    let mut besides: Vec<Row<'a>> = Vec::new();
    for outcome in &facts {
        let at = outcome.fact.origin.location();
        let mut rows = tables.iter_mut().flat_map(|table| &mut table.rows);
        match rows.find(|row| row.covers(at)) {
            Some(row) => row.facts.push(FactView::beside(&row.cells, outcome)),
            None => {
                let elsewhere = if *at.file == *file { String::new() } else { at.file.to_string() };
                let cells = [outcome.fact.subject.clone(), String::new(), elsewhere];
                let facts = vec![FactView::beside(&cells, outcome)];
                besides.push(Row { facts, ..Row::new(cells, 0, at, evidence) });
            }
        }
    }
    tables.push(Table { caption: "Besides the tables", heads: ["About", "", ""], rows: besides });
    tables.retain(|table| !table.rows.is_empty());
    let source = evidence.sources.iter().find(|source| **source.name() == *file);
    let lines = source.map(|source| lines_of(source, evidence)).unwrap_or_default();
    PageView { anchor, file, name, title, call: String::new(), tally, tables, lines }
}

fn tables_of<'a>(operation: &'a Operation, evidence: &Evidence<'a>) -> Vec<Table<'a>> {
    let mut answers = Vec::new();
    nest(&operation.response, 0, evidence, &mut answers);
    for model in evidence.contract.models_of(operation) {
        let cells = [model.name.clone(), "model".into(), String::new()];
        answers.push(Row::new(cells, 0, model.origin.location(), evidence));
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
    let Parameter { name, ty, presence: present, position: place, origin, .. } = parameter;
    let present = format!("{}{}", presence(present.value), position(place.as_ref()));
    let cells = [name.value.clone(), ty.value.to_string(), present];
    Row::new(cells, 0, origin.location(), evidence)
}

fn error_row<'a>(error: &ErrorCase, evidence: &Evidence<'a>) -> Row<'a> {
    let status = error.http_status.map(|status| status.to_string()).unwrap_or_default();
    let cells = [error.code.clone(), status, error.message.clone()];
    Row::new(cells, 0, error.origin.location(), evidence)
}

fn nest<'a>(fields: &[Field], depth: usize, evidence: &Evidence<'a>, rows: &mut Vec<Row<'a>>) {
    for field in fields {
        let Field { name, ty, presence: present, position: place, origin, .. } = field;
        let present =
            if present.value == contract::Presence::Required { "always" } else { presence(present.value) };
        let present = format!("{present}{}", position(place.as_ref()));
        let cells = [name.value.clone(), ty.value.to_string(), present];
        rows.push(Row::new(cells, depth, origin.location(), evidence));
        nest(&field.fields, depth + 1, evidence, rows);
    }
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
        let facts = on_it().map(|outcome| format!("{}: {}", outcome.fact.id, word(class(&outcome.reach))));
        Line { number, text, class: worst(on_it()), facts: facts.collect::<Vec<_>>().join("\n") }
    };
    (1..).zip(source.text().lines()).map(line).collect()
}
