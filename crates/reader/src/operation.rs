//! A page to the facts of one operation, or to the errors and parameters that hold for all.

use std::collections::BTreeSet;

use contract::{
    Confidence, Constraint, Contract, ErrorCase, Example, Field, Model, Note, Operation, Parameter, Path,
    Position, Requirement, Scope, SeeAlso, Type, is_masked,
};
use page::{Block, Page, Prose};
use source::{Origin, Source, Sourced, Span};

use crate::accounting::{Ledger, cells_of};
use crate::callouts;
use crate::diagnostics;
use crate::errors::error_rows;
use crate::examples::example;
use crate::identity::{Reading, Template};
use crate::linking::{Answer, answer_of, link, orphans};
use crate::nesting::{Leaf, nest};
use crate::positions;
use crate::prose::{self, Subject};
use crate::references::{is_reference, see_also};
use crate::request_line::{compare, syntax};
use crate::rows::{RowFacts, field_rows};
use crate::sections::{Outline, Part, Section as Opened};
use crate::spellings::{Spellings, first_index};
use crate::structures::{Structures, is_structure};
use crate::titles::{called, is_operation, title, vote};
use crate::vocabulary::{LEXICON, Vocabulary};
use crate::{Options, Rules};

/// Reads one page; `shared` are the structures that have pages of their own.
pub(crate) fn page(source: &Source, options: Options<'_>, shared: &[Model]) -> Reading {
    let page = page::read(source, &LEXICON);
    let vocabulary = options.dialect.and_then(Vocabulary::named).unwrap_or_else(|| family_of(&page, source));
    let mut reader = Reader {
        source,
        vocabulary,
        rules: options.rules,
        outline: Outline::of(&page, source, vocabulary),
        ledger: Ledger::of(source),
        linked: Vec::new(),
        structures: Structures::of(source.name(), shared),
    };
    let template = Template::of(&page, source, vocabulary);
    let mut contract = Contract::default();
    reader.read(&mut contract);
    contract.diagnostics = reader.ledger.diagnostics;
    contract.diagnostics.sort_by(|a, b| a.at.cmp(&b.at));
    contract.accounting = reader.ledger.accounting;
    Reading { contract, template, wanted: reader.structures.wanted }
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
    /// Operations that links within descriptions lead to.
    linked: Vec<SeeAlso>,
    structures: Structures<'p>,
}

impl<'p> Reader<'p> {
    fn read(&mut self, contract: &mut Contract) {
        for table in std::mem::take(&mut self.outline.strangers) {
            self.ledger.table(table);
            let cells = cells_of(table);
            self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(table.span), cells));
        }
        if !self.outline.request.is_empty() || self.outline.syntax.is_some() {
            self.outline.claim_structures(self.source, self.vocabulary);
            self.describe_structures();
            let operation = self.operation();
            self.ledger.accounting.operation_pages += usize::from(operation.is_some());
            contract.operations.extend(operation);
            return;
        }
        let own = self.own_model();
        let mut orphans = std::mem::take(&mut self.outline.response);
        if own.is_some() {
            contract.models = self.models(&Spellings::default());
        } else {
            orphans.extend(std::mem::take(&mut self.outline.models).into_iter().map(|(_, _, part)| part));
        }
        contract.models.splice(0..0, own);
        // Fields that belong to no operation of this page.
        orphans.append(&mut self.outline.own);
        for part in orphans {
            self.ledger.table(part.table);
            let cells = cells_of(part.table);
            self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(part.table.span), cells));
        }
        let common = self.parameters(Section::Common);
        let errors = self.errors(&common);
        if common.is_empty() && errors.is_empty() && contract.models.is_empty() {
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
        let all: Vec<&RowFacts<'_>> = common_rows.iter().chain(&request_rows).collect();
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
        let answer = answer_of(&examples);
        let answered = answer.as_ref().map(|(value, at)| Spellings::of_answer(value, at)).unwrap_or_default();
        let mut models = self.models(&answered);
        let names: Vec<String> = all.iter().map(|row| row.name.value.clone()).collect();
        let shown = Spellings::of_requests(&examples, names.iter().map(String::as_str));
        let beside = (&shown, examples.as_slice());
        let mut parameters: Vec<Parameter> =
            common_rows.into_iter().map(|row| self.parameter(row, true, beside)).collect();
        parameters.extend(unwritten.into_iter().flatten().map(positions::unwritten));
        parameters.extend(request_rows.into_iter().map(|row| self.parameter(row, false, beside)));
        doubt_twins(&mut parameters);
        let mut errors = self.errors(&parameters);
        let rules = match self.rules {
            Rules::Read => errors.iter().filter_map(|e| prose::rules_of_error(e, &parameters)).collect(),
            Rules::Skipped => Vec::new(),
        };
        let response = self.response(&answer, &answered, &mut models, &parameters);
        for model in orphans(&models, &parameters, &response) {
            self.ledger.tell(diagnostics::orphan_model(model.origin.location().clone(), &model.name));
        }
        self.check_guides(&name);
        let notes = self.notes();
        errors.extend(notes.iter().flat_map(|note| callouts::errors(note, &parameters)));
        let introduced = !self.outline.notes.is_empty();
        let summary = notes.first().filter(|_| introduced).map(|note| note.text.clone()).unwrap_or_default();
        let remarks = self.outline.notes.iter().chain(&self.outline.remarks);
        let see_also = see_also(&name, remarks, &parameters, &self.linked, self.source);
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
            stands_behind: None,
            origin: Origin::Stated(at),
        })
    }

    fn rows(&mut self, section: Section) -> Vec<RowFacts<'p>> {
        let parts = match section {
            Section::Common => &self.outline.common,
            Section::Request => &self.outline.request,
            Section::Response => &self.outline.response,
        };
        let mut rows: Vec<RowFacts<'p>> =
            parts.iter().flat_map(|part| field_rows(part, self.vocabulary, &mut self.ledger)).collect();
        let asked = !matches!(section, Section::Response);
        rows.iter_mut().for_each(|row| self.structures.settle(row, asked, &mut self.ledger));
        rows
    }

    fn parameters(&mut self, section: Section) -> Vec<Parameter> {
        self.rows(section)
            .into_iter()
            .map(|row| self.parameter(row, true, (&Spellings::default(), &[])))
            .collect()
    }

    fn parameter(
        &mut self,
        row: RowFacts<'_>,
        common: bool,
        (shown, examples): (&Spellings<'_>, &[Example]),
    ) -> Parameter {
        let scope = if common || self.vocabulary.is_common(&row.name.value) {
            Scope::Common
        } else {
            Scope::Operation
        };
        // What every operation takes has one spelling, whatever a page's example writes.
        let fixed = self.vocabulary.is_common(&row.name.value);
        let wire_name = match row.spelling {
            Some(spelling) => spelling,
            None if fixed => row.name.clone(),
            None => shown.wire_name(&row.name),
        };
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
        for (at, default) in prose::contradicted(&mut constraints) {
            self.ledger.tell(diagnostics::default_breaks_rule(at, &row.name.value, &default));
        }
        for constraint in &constraints {
            if let Some(example) = example.as_ref().filter(|e| !is_masked(&e.value))
                && !constraint.requirement.allows(&example.value)
            {
                let at = constraint.origin.location().clone();
                self.ledger.tell(diagnostics::example_breaks_rule(at, &row.name.value, &example.value));
            }
        }
        for target in row.prose.links().filter_map(|(_, target)| target.strip_prefix('#')) {
            // `[cities](#DescribeGateCities)` leads to an operation, not to a heading of this page.
            if is_reference(target) && !self.structures.knows(target) {
                let origin = Origin::Stated(row.described_at.clone());
                self.linked.push(SeeAlso {
                    operation: target.into(),
                    from: Some(row.name.value.clone()),
                    origin,
                });
            }
        }
        Parameter {
            first_index: first_index(&wire_name, examples),
            name: row.name,
            wire_name,
            scope,
            ty,
            presence: row.presence,
            position: row.position,
            example,
            description: Sourced::stated(row.prose.into_text(), row.described_at),
            constraints,
            origin: Origin::Stated(row.at),
        }
    }

    fn field(&mut self, row: RowFacts<'_>, shown: &Spellings<'_>) -> Field {
        let subject = Subject {
            name: &row.name.value,
            ty: &row.ty.value,
            example: row.example.as_ref().map(|e| e.value.as_str()),
        };
        let mut constraints = self.constraints(&row.prose, &subject);
        for (at, default) in prose::contradicted(&mut constraints) {
            self.ledger.tell(diagnostics::default_breaks_rule(at, &row.name.value, &default));
        }
        Field {
            wire_name: shown.wire_name(&row.name),
            name: row.name,
            ty: row.ty,
            presence: row.presence,
            position: row.position,
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

    fn describe_structures(&mut self) {
        for (name, _, part) in &self.outline.models {
            self.structures.describe(name, part.entries(self.source, self.vocabulary));
        }
    }

    fn models(&mut self, answered: &Spellings<'_>) -> Vec<Model> {
        let parts = std::mem::take(&mut self.outline.models);
        parts.iter().map(|(name, span, part)| self.model(name, *span, part, answered)).collect()
    }

    fn model(&mut self, name: &str, span: Span, part: &Part<'p>, answered: &Spellings<'_>) -> Model {
        let mut rows = field_rows(part, self.vocabulary, &mut self.ledger);
        rows.iter_mut().for_each(|row| self.structures.settle(row, false, &mut self.ledger));
        let fields = rows.into_iter().map(|row| self.field(row, answered)).collect();
        Model { name: name.to_owned(), fields, origin: Origin::Stated(self.ledger.at(span)) }
    }

    /// The structure that the page is named after.
    fn own_model(&mut self) -> Option<Model> {
        let title = title(&self.outline.titles, false, self.source, self.vocabulary)?;
        if self.outline.own.is_empty() || !is_structure(&title.words) {
            return None;
        }
        self.describe_structures();
        let mut fields = Vec::new();
        for part in std::mem::take(&mut self.outline.own) {
            fields
                .append(&mut self.model(&title.words, part.table.span, &part, &Spellings::default()).fields);
        }
        Some(Model { name: title.words, fields, origin: Origin::Stated(title.at) })
    }

    fn response(
        &mut self,
        answer: &Answer,
        answered: &Spellings<'_>,
        models: &mut [Model],
        parameters: &[Parameter],
    ) -> Vec<Field> {
        let mut rows = self.rows(Section::Response);
        link(&mut rows, models, parameters, answer);
        let rows = rows.into_iter().map(|row| positions::shown(row, answer.as_ref(), &mut self.ledger));
        let (headers, rows): (Vec<RowFacts<'_>>, Vec<RowFacts<'_>>) = rows.partition(|row| {
            row.position.as_ref().is_some_and(|position| position.value == Position::Header)
        });
        let headers: Vec<Field> = headers.into_iter().map(|row| self.field(row, answered)).collect();
        let names: Vec<String> = rows.iter().map(|row| row.name.value.clone()).collect();
        let leaves = rows
            .into_iter()
            .map(|row| {
                let bare = matches!(&row.ty.value, Type::Object | Type::Unknown);
                let list = matches!(&row.ty.value, Type::Array { item } if !item.is_scalar() || **item == Type::Unknown);
                let described = row.model.as_ref().is_some_and(|m| self.structures.knows(m));
                let blank = row.typeless && self.vocabulary.blank_contains;
                let container = self.vocabulary.nested_rows && (blank || ((bare || list) && !described));
                let depth = row.depth;
                let mut field = self.field(row, answered);
                if let Some(shown) = answered.with_capitals(&field.name).filter(|s| !names.contains(&s.value)) {
                    field.wire_name = shown;
                }
                Leaf { field, depth, container, described }
            })
            .collect();
        let shown = answer.as_ref().map(|(value, at)| (value, at));
        let top = |name: &str| self.vocabulary.is_on_top(name);
        let mut fields = nest(leaves, shown, models, &self.structures, &top, &mut self.ledger);
        for header in headers {
            let behind = |field: &Field| field.origin.location() > header.origin.location();
            fields.insert(fields.iter().position(behind).unwrap_or(fields.len()), header);
        }
        fields
    }

    /// A link of the instructions that names the operation, such as that of an API browser, must name this one.
    fn check_guides(&mut self, name: &str) {
        let Some(mark) = &self.vocabulary.operation_link else { return };
        for guide in std::mem::take(&mut self.outline.guides) {
            let prose = guide.prose(self.source);
            let targets = prose.links().filter_map(|(_, target)| target.split_once(mark.as_str()));
            for (_, other) in targets.filter(|(_, other)| *other != name && is_operation(other)) {
                self.ledger.tell(diagnostics::disputed_name(self.ledger.at(guide.span), name, other));
            }
        }
    }

    fn errors(&mut self, parameters: &[Parameter]) -> Vec<ErrorCase> {
        self.outline.errors.iter().flat_map(|part| error_rows(part, parameters, &mut self.ledger)).collect()
    }

    fn examples(&mut self) -> Vec<Example> {
        let mut examples = Vec::new();
        for (section, code) in &self.outline.examples {
            let read = example(*section, code, &mut self.ledger);
            if read.is_none() && matches!(section, Some(Opened::Request | Opened::Response)) {
                self.ledger.tell(diagnostics::stray_code(self.ledger.at(code.content)));
            }
            examples.extend(read);
        }
        examples
    }

    fn notes(&self) -> Vec<Note> {
        let note = |text: &page::Text| {
            let words = text.prose(self.source).into_text();
            (!words.is_empty())
                .then(|| Note { text: words, origin: Origin::Stated(self.source.locate(text.span)) })
        };
        self.outline.notes.iter().chain(&self.outline.remarks).filter_map(note).collect()
    }
}

#[derive(Clone, Copy)]
enum Section {
    Common,
    Request,
    Response,
}

/// Of two rows for one name the first counts, but what only one of them states is not certain.
fn doubt_twins(parameters: &mut [Parameter]) {
    let mut names = BTreeSet::new();
    if parameters.iter().all(|parameter| names.insert(parameter.name.value.as_str())) {
        return;
    }
    let rows: Vec<(String, Vec<Requirement>)> = parameters
        .iter()
        .map(|p| (p.name.value.clone(), p.constraints.iter().map(|c| c.requirement.clone()).collect()))
        .collect();
    for (at, parameter) in parameters.iter_mut().enumerate() {
        let twins = rows
            .iter()
            .enumerate()
            .filter(|(other, (name, _))| *other != at && *name == parameter.name.value);
        for (_, (_, stated)) in twins {
            let alone = parameter.constraints.iter_mut().filter(|c| !stated.contains(&c.requirement));
            alone
                .for_each(|constraint| constraint.confidence = constraint.confidence.max(Confidence::Likely));
        }
    }
}

fn is_deprecated(title: &str, summary: &str) -> bool {
    ["废弃", "弃用", "即将下线", "deprecated"]
        .iter()
        .any(|word| title.contains(word) || summary.contains(word))
}
