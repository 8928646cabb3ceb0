//! A page to the facts of one operation, or to the errors and parameters that hold for all.

use contract::{
    Constraint, Contract, ErrorCase, Example, ExampleFormat, ExampleRole, Field, Model, Note, Operation,
    Parameter, Path, Requirement, Scope, SeeAlso, Type,
};
use page::{Block, Page, Prose};
use serde_json::Value;
use source::{Location, Origin, Source, Sourced, Span};

use crate::accounting::{Ledger, cells_of};
use crate::diagnostics;
use crate::errors::error_rows;
use crate::examples::example;
use crate::nesting::{Leaf, nest};
use crate::prose::{self, Subject, is_masked};
use crate::rows::{RowFacts, field_rows};
use crate::sections::Outline;
use crate::spellings::Spellings;
use crate::titles::{is_operation, title, vote};
use crate::vocabulary::{LEXICON, PHRASES, Vocabulary};
use crate::{Options, Rules};

/// Reads one page.
pub(crate) fn page(source: &Source, options: Options<'_>) -> Contract {
    let page = page::read(source, &LEXICON);
    let vocabulary = options.dialect.and_then(Vocabulary::named).unwrap_or_else(|| family_of(&page, source));
    let mut reader = Reader {
        source,
        vocabulary,
        rules: options.rules,
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
    let mut scores = vec![0_usize; Vocabulary::all().len()];
    let mut count = |text: &page::Text| {
        Vocabulary::knowing(text.prose(source).text()).iter().for_each(|&family| scores[family] += 1);
    };
    for block in &page.blocks {
        match block {
            Block::Heading(heading) => count(&heading.text),
            Block::Table(table) => table.header.iter().for_each(&mut count),
            _ => {}
        }
    }
    // The first of those with the highest score.
    let all = Vocabulary::all();
    let best = all.iter().zip(scores).rev().max_by_key(|(_, score)| *score);
    best.map_or(&all[0], |(family, _)| family)
}

struct Reader<'p> {
    source: &'p Source,
    vocabulary: &'static Vocabulary,
    rules: Rules,
    outline: Outline<'p>,
    ledger: Ledger<'p>,
}

impl<'p> Reader<'p> {
    fn read(&mut self, contract: &mut Contract) {
        for table in std::mem::take(&mut self.outline.strangers) {
            self.ledger.table(table);
            let cells = cells_of(table);
            self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(table.span), cells));
        }
        if !self.outline.request.is_empty() {
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
        let request_rows = self.rows(Section::Request);
        let examples = self.examples();
        let title = title(&self.outline.titles, self.source, self.vocabulary);
        let all: Vec<&RowFacts<'_>> = common_rows.iter().chain(&request_rows).collect();
        let Some(name) = vote(title.as_ref(), &all, &examples, self.vocabulary, &mut self.ledger) else {
            let at = self.ledger.at(Span::default());
            self.ledger.tell(diagnostics::not_an_api_page(
                at,
                "neither title, action row nor example names an operation",
            ));
            return None;
        };
        let at = title.as_ref().map_or_else(|| self.ledger.at(Span::default()), |title| title.at.clone());
        let models = self.models();
        let shown = Spellings::of_requests(&examples);
        let mut parameters: Vec<Parameter> =
            common_rows.into_iter().map(|row| self.parameter(row, true, &shown, &models)).collect();
        parameters.extend(request_rows.into_iter().map(|row| self.parameter(row, false, &shown, &models)));
        let errors = self.errors(&parameters);
        let rules = match self.rules {
            Rules::Read => errors.iter().filter_map(|e| prose::rules_of_error(e, &parameters)).collect(),
            Rules::Skipped => Vec::new(),
        };
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

    fn rows(&mut self, section: Section) -> Vec<RowFacts<'p>> {
        let parts = match section {
            Section::Common => &self.outline.common,
            Section::Request => &self.outline.request,
            Section::Response => &self.outline.response,
        };
        parts.iter().flat_map(|part| field_rows(part, self.vocabulary, &mut self.ledger)).collect()
    }

    fn parameters(&mut self, section: Section) -> Vec<Parameter> {
        self.rows(section)
            .into_iter()
            .map(|row| self.parameter(row, true, &Spellings::default(), &[]))
            .collect()
    }

    fn parameter(
        &mut self,
        row: RowFacts<'_>,
        common: bool,
        shown: &Spellings<'_>,
        models: &[Model],
    ) -> Parameter {
        self.check_model(&row, models);
        let scope = if common || self.vocabulary.is_common(&row.name.value) {
            Scope::Common
        } else {
            Scope::Operation
        };
        let wire_name = shown.wire_name(&row.name);
        // List-ness can stand in the name (`.N`) or in the type.
        let mut ty = row.ty;
        if row.name.value.contains('.')
            && Path::of(&row.name.value).is_list()
            && !matches!(ty.value, Type::Array { .. })
        {
            ty.value = Type::array(ty.value);
        } else if ty.value == Type::array(Type::Unknown) {
            ty = Sourced::derived(Type::array(Type::String), "list-of-text", ty.location().clone());
        }
        let example = row.example;
        let subject = Subject {
            name: &row.name.value,
            ty: &ty.value,
            example: example.as_ref().map(|e| e.value.as_str()),
        };
        let mut constraints = self.constraints(&row.prose, &subject);
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
            example,
            description: Sourced::stated(row.prose.into_text(), row.described_at),
            constraints,
            origin: Origin::Stated(row.at),
        }
    }

    fn field(&mut self, row: RowFacts<'_>, shown: &Spellings<'_>, models: &[Model]) -> Field {
        self.check_model(&row, models);
        let subject = Subject {
            name: &row.name.value,
            ty: &row.ty.value,
            example: row.example.as_ref().map(|e| e.value.as_str()),
        };
        let constraints = self.constraints(&row.prose, &subject);
        Field {
            wire_name: shown.wire_name(&row.name),
            name: row.name,
            ty: row.ty,
            presence: row.presence,
            example: row.example,
            description: Sourced::stated(row.prose.into_text(), row.described_at),
            constraints,
            fields: Vec::new(),
            origin: Origin::Stated(row.at),
        }
    }

    fn constraints(&self, prose: &Prose<'_>, subject: &Subject<'_>) -> Vec<Constraint> {
        match self.rules {
            Rules::Read => prose::constraints(prose, subject, self.source),
            Rules::Skipped => Vec::new(),
        }
    }

    fn check_model(&mut self, row: &RowFacts<'_>, models: &[Model]) {
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
            let fields = rows.into_iter().map(|row| self.field(row, &Spellings::default(), &[])).collect();
            models.push(Model { name: name.clone(), fields, origin: Origin::Stated(self.ledger.at(*span)) });
        }
        models
    }

    fn response(&mut self, examples: &[Example], models: &[Model]) -> Vec<Field> {
        let rows = self.rows(Section::Response);
        let answer = examples.iter().find_map(|example| {
            let json = example.role == ExampleRole::Response && example.format == ExampleFormat::Json;
            let value: Value = json.then(|| serde_json::from_str(&example.text).ok()).flatten()?;
            Some((value, example.origin.location().clone()))
        });
        let spellings =
            answer.as_ref().map(|(value, at)| Spellings::of_answer(value, at)).unwrap_or_default();
        let leaves = rows
            .into_iter()
            .map(|row| {
                let bare = matches!(&row.ty.value, Type::Object | Type::Unknown);
                let list = matches!(&row.ty.value, Type::Array { item } if !item.is_scalar() || **item == Type::Unknown);
                let described = row.model.as_ref().is_some_and(|m| models.iter().any(|known| known.name == *m));
                let container = row.typeless || ((bare || list) && !described);
                let depth = row.depth;
                let field = self.field(row, &spellings, models);
                Leaf { field, depth, container }
            })
            .collect();
        let shown = answer.as_ref().map(|(value, at): &(Value, Location)| (value, at));
        nest(leaves, shown, models, &mut self.ledger)
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
            let words = text.prose(self.source).into_text();
            (!words.is_empty())
                .then(|| Note { text: words, origin: Origin::Stated(self.source.locate(text.span)) })
        };
        self.outline.notes.iter().filter_map(note).collect()
    }

    /// Operations that the page names: in descriptions and notes, each once for each parameter.
    fn see_also(&self, own: &str, parameters: &[Parameter]) -> Vec<SeeAlso> {
        let mut found: Vec<SeeAlso> = Vec::new();
        let mut offer = |words: &mut dyn Iterator<Item = &str>, from: Option<&str>, origin: &Origin| {
            for word in words {
                let known = found.iter().any(|s| s.operation == word && s.from.as_deref() == from);
                if !known {
                    let from = from.map(str::to_owned);
                    found.push(SeeAlso { operation: word.to_owned(), from, origin: origin.clone() });
                }
            }
        };
        for text in &self.outline.notes {
            let prose = text.prose(self.source);
            let origin = Origin::Stated(self.source.locate(text.span));
            offer(&mut references(prose.text(), own), None, &origin);
        }
        for parameter in parameters.iter().filter(|p| p.scope == Scope::Operation) {
            let is_value = |word: &str| {
                parameter.constraints.iter().any(|constraint| match &constraint.requirement {
                    Requirement::OneOf { values } => values.iter().any(|v| v.value == word),
                    _ => false,
                })
            };
            let names_field = |word: &str| parameters.iter().any(|p| p.name.value == word) || is_value(word);
            let words = references(&parameter.description.value, own);
            let mut words = words.filter(|word| !names_field(word));
            offer(&mut words, Some(&parameter.name.value), &parameter.description.origin);
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

/// The operations that a text names, `own` left out: words that begin with a verb.
fn references<'t>(text: &'t str, own: &str) -> impl Iterator<Item = &'t str> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    PHRASES.each("see", "verbs", text).filter_map(move |(start, end)| {
        let bytes = text.as_bytes();
        let begins = !bytes[..start].last().is_some_and(is_part);
        let length = bytes[end..].iter().take_while(|byte| is_part(byte)).count();
        let word = text[start..end + length].trim_end_matches('.');
        let follows = text[end..].starts_with(|c: char| c.is_ascii_uppercase());
        (begins && follows && word != own && is_operation(word)).then_some(word)
    })
}

fn is_deprecated(title: &str, summary: &str) -> bool {
    ["废弃", "弃用", "即将下线", "deprecated"]
        .iter()
        .any(|word| title.contains(word) || summary.contains(word))
}
