//! A page to the facts of one operation, or to the errors and parameters that hold for all.

use contract::{
    Contract, ErrorCase, Example, ExampleRole, Field, Model, Note, Operation, Parameter, Path, Position,
    Requirement, Scope, SeeAlso, Type,
};
use page::{Block, Page, Prose};
use serde_json::Value;
use source::{Location, Origin, Source, Sourced, Span};

use crate::Options;
use crate::accounting::{Ledger, cells_of};
use crate::diagnostics;
use crate::errors::error_rows;
use crate::examples::{example, json};
use crate::nesting::{Leaf, link, nest};
use crate::positions;
use crate::prose::{self, Subject, is_masked};
use crate::request_line::{compare, syntax};
use crate::rows::{RowFacts, field_rows};
use crate::sections::Outline;
use crate::spelling::{shown_name, wire_name};
use crate::titles::{called, is_operation, title, vote};
use crate::vocabulary::{LEXICON, PHRASES, Vocabulary};

/// Reads one page.
pub(crate) fn page(source: &Source, options: Options<'_>) -> Contract {
    let page = page::read(source, &LEXICON);
    let vocabulary = options.dialect.and_then(Vocabulary::named).unwrap_or_else(|| family_of(&page, source));
    let mut reader = Reader {
        source,
        vocabulary,
        outline: Outline::of(&page, source, vocabulary),
        ledger: Ledger::of(source),
    };
    let mut contract = Contract::default();
    reader.read(&mut contract);
    contract.diagnostics = reader.ledger.diagnostics;
    contract.diagnostics.sort_by(|a, b| a.at.cmp(&b.at));
    contract.accounting = reader.ledger.accounting;
    contract
}

/// The family whose vocabulary knows most of a page's headings and column headers.
fn family_of(page: &Page, source: &Source) -> &'static Vocabulary {
    let words: Vec<String> = page
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Heading(heading) => vec![heading.text],
            Block::Table(table) => table.header.clone(),
            _ => Vec::new(),
        })
        .map(|text| text.prose(source).text().to_owned())
        .collect();
    let score = |family: &&Vocabulary| family.score(words.iter().map(String::as_str));
    // The first of those with the highest score.
    let all = Vocabulary::all();
    all.iter().rev().max_by_key(score).unwrap_or(&all[0])
}

struct Reader<'p> {
    source: &'p Source,
    vocabulary: &'static Vocabulary,
    outline: Outline<'p>,
    ledger: Ledger<'p>,
}

impl Reader<'_> {
    fn read(&mut self, contract: &mut Contract) {
        for table in std::mem::take(&mut self.outline.strangers) {
            self.ledger.table(table);
            let cells = cells_of(table);
            self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(table.span), cells));
        }
        if !self.outline.request.is_empty() || self.outline.syntax.is_some() {
            self.outline.claim_structures(self.source, self.vocabulary);
            let operation = self.operation();
            self.ledger.accounting.operation_pages += usize::from(operation.is_some());
            contract.operations.extend(operation);
            return;
        }
        // Fields that belong to no operation of this page, such as a data type's.
        let models = std::mem::take(&mut self.outline.models).into_iter().map(|(_, _, part)| part);
        for part in std::mem::take(&mut self.outline.response).into_iter().chain(models) {
            self.ledger.table(part.table);
            let cells = cells_of(part.table);
            self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(part.table.span), cells));
        }
        let common = self.parameters(Section::Common);
        let errors = self.errors(&common);
        if common.is_empty() && errors.is_empty() {
            let at = self.ledger.at(Span::default());
            self.ledger.tell(diagnostics::not_an_api_page(at, self.missing()));
        }
        contract.common_parameters = common;
        contract.errors = errors;
    }

    fn missing(&self) -> &'static str {
        match (self.source.text().trim().is_empty(), self.outline.answers) {
            (true, _) => "the file is empty",
            (_, true) => "it has no table of request parameters",
            _ => "it has neither a table of request parameters nor one of errors",
        }
    }

    fn operation(&mut self) -> Option<Operation> {
        let common_rows = self.rows(Section::Common);
        let mut request_rows = self.rows(Section::Request);
        let examples = self.examples();
        let code = self.outline.syntax.or(self.outline.stray_syntax);
        let syntax = code.and_then(|code| syntax(code, &mut self.ledger));
        let unwritten =
            syntax.as_ref().map(|syntax| positions::settle(&mut request_rows, syntax, &mut self.ledger));
        let http = syntax.map(|syntax| syntax.http);
        http.iter().for_each(|http| compare(http, &examples, &mut self.ledger));
        let title = title(&self.outline.titles, http.is_some(), self.source, self.vocabulary);
        let all: Vec<&RowFacts> = common_rows.iter().chain(&request_rows).collect();
        let voted = vote(title.as_ref(), &all, &examples, self.vocabulary, &mut self.ledger);
        let Some(name) = voted.or_else(|| called(http.as_ref(), &mut self.ledger)) else {
            let at = self.ledger.at(Span::default());
            self.ledger.tell(diagnostics::not_an_api_page(
                at,
                "neither title, action row nor example names an operation",
            ));
            return None;
        };
        let at = title.as_ref().map_or_else(|| self.ledger.at(Span::default()), |title| title.at.clone());
        let models = self.models();
        let mut parameters: Vec<Parameter> =
            common_rows.into_iter().map(|row| self.parameter(row, true, &examples, &models)).collect();
        parameters.extend(unwritten.into_iter().flatten().map(positions::unwritten));
        parameters.extend(request_rows.into_iter().map(|row| self.parameter(row, false, &examples, &models)));
        let errors = self.errors(&parameters);
        let rules = errors.iter().filter_map(|error| prose::rules_of_error(error, &parameters)).collect();
        let response = self.response(&examples, &models);
        let notes = self.notes();
        let summary = notes.first().map(|note| note.text.clone()).unwrap_or_default();
        let see_also = self.see_also(&name, &parameters);
        Some(Operation {
            deprecated: is_deprecated(title.as_ref().map_or("", |t| t.words.as_str()), &summary),
            title: title.map(|title| title.words).unwrap_or_default(),
            name,
            page: self.source.name().clone(),
            dialect: self.vocabulary.name.clone(),
            summary,
            http,
            parameters,
            rules,
            response,
            models,
            errors,
            examples,
            see_also,
            notes,
            origin: Origin::Stated(at),
        })
    }

    fn rows(&mut self, section: Section) -> Vec<RowFacts> {
        let parts = match section {
            Section::Common => &self.outline.common,
            Section::Request => &self.outline.request,
            Section::Response => &self.outline.response,
        };
        parts.iter().flat_map(|part| field_rows(part, self.vocabulary, &mut self.ledger)).collect()
    }

    fn parameters(&mut self, section: Section) -> Vec<Parameter> {
        self.rows(section).into_iter().map(|row| self.parameter(row, true, &[], &[])).collect()
    }

    fn parameter(
        &mut self,
        row: RowFacts,
        common: bool,
        examples: &[Example],
        models: &[Model],
    ) -> Parameter {
        self.check_model(&row, models);
        let scope = if common || self.vocabulary.is_common(&row.name.value) {
            Scope::Common
        } else {
            Scope::Operation
        };
        let wire_name = row.spelling.clone().unwrap_or_else(|| wire_name(&row.name, examples));
        // List-ness can stand in the name (`.N`) or in the type.
        let mut ty = row.ty.clone();
        if Path::of(&row.name.value).is_list() && !matches!(ty.value, Type::Array { .. }) {
            ty.value = Type::array(ty.value);
        } else if ty.value == Type::array(Type::Unknown) {
            ty = Sourced::derived(Type::array(Type::String), "list-of-text", ty.location().clone());
        }
        let example = row.example.clone();
        let subject = Subject {
            name: &row.name.value,
            ty: &ty.value,
            example: example.as_ref().map(|e| e.value.as_str()),
        };
        let mut constraints = prose::constraints(&row.prose, &subject, self.source);
        constraints.extend(row.default.as_ref().and_then(|cell| prose::default_cell(cell, &subject)));
        for constraint in &constraints {
            if let Some(example) = example.as_ref().filter(|e| !is_masked(&e.value))
                && !constraint.requirement.allows(&example.value)
            {
                let at = constraint.origin.location().clone();
                self.ledger.tell(diagnostics::example_breaks_rule(at, &row.name.value, &example.value));
            }
        }
        Parameter {
            name: row.name,
            wire_name,
            scope,
            ty,
            presence: row.presence,
            position: row.position,
            example,
            description: row.description,
            constraints,
            origin: Origin::Stated(row.at),
        }
    }

    fn field(&mut self, row: RowFacts, models: &[Model]) -> Field {
        self.check_model(&row, models);
        let subject = Subject {
            name: &row.name.value,
            ty: &row.ty.value,
            example: row.example.as_ref().map(|e| e.value.as_str()),
        };
        let constraints = prose::constraints(&row.prose, &subject, self.source);
        Field {
            wire_name: row.name.clone(),
            name: row.name,
            ty: row.ty,
            presence: row.presence,
            position: row.position,
            example: row.example,
            description: row.description,
            constraints,
            fields: Vec::new(),
            origin: Origin::Stated(row.at),
        }
    }

    fn check_model(&mut self, row: &RowFacts, models: &[Model]) {
        if let Some(model) = &row.model
            && !models.is_empty()
            && !models.iter().any(|known| known.name == *model)
        {
            self.ledger.tell(diagnostics::unknown_model(row.ty.location().clone(), model));
        }
    }

    fn models(&mut self) -> Vec<Model> {
        let parts = std::mem::take(&mut self.outline.models);
        let mut models: Vec<Model> = Vec::new();
        for (name, span, part) in &parts {
            let rows = field_rows(part, self.vocabulary, &mut self.ledger);
            let fields = rows.into_iter().map(|row| self.field(row, &[])).collect();
            models.push(Model { name: name.clone(), fields, origin: Origin::Stated(self.ledger.at(*span)) });
        }
        models
    }

    fn response(&mut self, examples: &[Example], models: &[Model]) -> Vec<Field> {
        let rows = self.rows(Section::Response);
        let answer = examples.iter().find_map(|example| {
            let shown = (example.role == ExampleRole::Response).then(|| json(example)).flatten()?;
            Some((shown.ok()?, example.origin.location().clone()))
        });
        let rows = rows.into_iter().map(|row| positions::shown(row, answer.as_ref(), &mut self.ledger));
        let (headers, rows): (Vec<RowFacts>, Vec<RowFacts>) = rows.partition(|row| {
            row.position.as_ref().is_some_and(|position| position.value == Position::Header)
        });
        let headers: Vec<Field> = headers.into_iter().map(|row| self.field(row, models)).collect();
        let leaves = rows
            .into_iter()
            .map(|mut row| {
                link(&mut row, models);
                let bare = matches!(&row.ty.value, Type::Object | Type::Unknown);
                let list = matches!(&row.ty.value, Type::Array { item } if !item.is_scalar() || **item == Type::Unknown);
                let described = row.model.as_ref().is_some_and(|m| models.iter().any(|known| known.name == *m));
                let blank = row.typeless && self.vocabulary.blank_contains;
                let container = blank || ((bare || list) && !described);
                let depth = row.depth;
                let mut field = self.field(row, models);
                if let Some((value, at)) = &answer {
                    field.wire_name = shown_name(&field.name, value, at);
                }
                Leaf { field, depth, container }
            })
            .collect();
        let shown = answer.as_ref().map(|(value, at): &(Value, Location)| (value, at));
        let mut fields = nest(leaves, shown, models, &mut self.ledger);
        for header in headers {
            let behind = |field: &Field| field.origin.location() > header.origin.location();
            fields.insert(fields.iter().position(behind).unwrap_or(fields.len()), header);
        }
        fields
    }

    fn errors(&mut self, parameters: &[Parameter]) -> Vec<ErrorCase> {
        self.outline.errors.iter().flat_map(|part| error_rows(part, parameters, &mut self.ledger)).collect()
    }

    fn examples(&mut self) -> Vec<Example> {
        self.outline
            .examples
            .iter()
            .filter_map(|(section, code)| example(*section, code, &mut self.ledger))
            .collect()
    }

    fn notes(&self) -> Vec<Note> {
        let note = |text: &page::Text| {
            let words = text.prose(self.source).text().to_owned();
            (!words.is_empty())
                .then(|| Note { text: words, origin: Origin::Stated(self.source.locate(text.span)) })
        };
        self.outline.notes.iter().filter_map(note).collect()
    }

    /// Operations that the page names: in descriptions and notes, each once for each parameter.
    fn see_also(&self, own: &str, parameters: &[Parameter]) -> Vec<SeeAlso> {
        let mut found: Vec<SeeAlso> = Vec::new();
        let mut offer = |text: &str, from: Option<&str>, origin: &Origin| {
            for word in crate::errors::words(text).filter(|word| *word != own && is_reference(word)) {
                let known = found.iter().any(|s| s.operation == word && s.from.as_deref() == from);
                if !known {
                    let from = from.map(str::to_owned);
                    found.push(SeeAlso { operation: word.to_owned(), from, origin: origin.clone() });
                }
            }
        };
        for text in &self.outline.notes {
            let prose: Prose = text.prose(self.source);
            offer(prose.text(), None, &Origin::Stated(self.source.locate(text.span)));
        }
        for parameter in parameters.iter().filter(|p| p.scope == Scope::Operation) {
            let is_value = |word: &str| {
                parameter.constraints.iter().any(|constraint| match &constraint.requirement {
                    Requirement::OneOf { values } => values.iter().any(|v| v.value == word),
                    _ => false,
                })
            };
            let names_field = |word: &str| parameters.iter().any(|p| p.name.value == word) || is_value(word);
            let text = &parameter.description.value;
            let kept: Vec<&str> = crate::errors::words(text).filter(|word| !names_field(word)).collect();
            offer(&kept.join(" "), Some(&parameter.name.value), &parameter.description.origin);
        }
        found
    }
}

#[derive(Clone, Copy)]
enum Section {
    Common,
    Request,
    Response,
}

/// An operation's name begins with a verb.
fn is_reference(word: &str) -> bool {
    is_operation(word)
        && PHRASES.list("see", "verbs").iter().any(|verb| {
            word.strip_prefix(verb.as_str())
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
        })
}

fn is_deprecated(title: &str, summary: &str) -> bool {
    ["废弃", "弃用", "即将下线", "deprecated"]
        .iter()
        .any(|word| title.contains(word) || summary.contains(word))
}
