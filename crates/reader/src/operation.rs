//! A page to the facts of one operation, or to the errors and parameters that hold for all.

use contract::{
    Constraint, Contract, ErrorCase, Example, HttpBinding, Model, Note, Operation, Parameter, Rule, Scope,
    SeeAlso,
};
use page::{Page, Table};
use smallvec::SmallVec;
use source::{Origin, Source, Sourced, Span};

use crate::accounting::{Ledger, cells_of};
use crate::callouts;
use crate::diagnostics;
use crate::errors::error_rows;
use crate::examples::example;
use crate::identity::{Reading, Template};
use crate::linking::{answer_of, orphans};
use crate::met::Met;
use crate::models::StructureRows;
use crate::parameter::{Shown, doubt_twins, settle_asked};
use crate::positions;
use crate::prose::{self, Names, Subject, Ties};
use crate::references::see_also;
use crate::request_line::{Mention, compare, syntax};
use crate::rows::{RowFacts, field_rows};
use crate::sections::{Outline, Part, Section};
use crate::shape::Shape;
use crate::shown_values;
use crate::spellings::Spellings;
use crate::structures::Structures;
use crate::titles::{Title, called, is_operation, title, vote};
use crate::vocabulary::{LEXICON, PHRASES, Vocabulary};
use crate::{Options, Rules};

/// Reads pages; `shared` are the structures that have pages of their own, `met` is what other pages have as well.
///
/// All of them go through one stage before any goes through the next. Tables, rows and prose are each read by code of
/// their own, which is faster while it stays at hand.
pub(crate) fn pages(sources: &[Source], options: Options<'_>, shared: &[Model], met: &Met) -> Vec<Reading> {
    let pages: Vec<Page> = sources.iter().map(|source| page::read(source, &LEXICON)).collect();
    let reader = |(page, source)| Reader::of(page, source, options, shared, met);
    let mut readers: Vec<Reader<'_>> = pages.iter().zip(sources).map(reader).collect();
    let mut opened: Vec<Option<Opened<'_>>> = readers.iter_mut().map(Reader::open).collect();
    for (reader, opened) in readers.iter_mut().zip(&mut opened) {
        if let Some(opened) = opened {
            reader.state_asked(&mut opened.common);
            reader.state_asked(&mut opened.request);
            opened.structures.iter_mut().for_each(|structure| reader.state(&mut structure.rows));
        }
    }
    readers.into_iter().zip(opened).map(|(reader, opened)| reader.close(opened)).collect()
}

/// A page on its way to facts: its parts, which are taken out as they are read, and what is told about them.
pub(crate) struct Reader<'p> {
    pub(crate) source: &'p Source,
    pub(crate) vocabulary: &'static Vocabulary,
    rules: Rules,
    met: &'p Met,
    pub(crate) outline: Outline<'p>,
    pub(crate) ledger: Ledger<'p>,
    /// Operations that links within descriptions lead to.
    pub(crate) linked: Vec<SeeAlso>,
    pub(crate) structures: Structures<'p>,
    /// Rules across parameters that descriptions state.
    tied: Vec<Rule>,
    /// Those of them of which rows must show that they hold.
    pub(crate) supposed: Vec<Rule>,
    /// In which of its family's templates the page is written.
    template: Option<usize>,
    /// Whether the page has what an operation has.
    describes_operation: bool,
}

/// An operation whose rows have been read, but not what their descriptions say.
struct Opened<'p> {
    name: String,
    title: Option<Title>,
    http: Option<HttpBinding>,
    common: Vec<RowFacts<'p>>,
    request: Vec<RowFacts<'p>>,
    /// Parameters that only the request line has.
    unwritten: Vec<Mention>,
    structures: Vec<StructureRows<'p>>,
    examples: Vec<Example>,
    shapes: Vec<Option<Shape<'p>>>,
}

impl<'p> Reader<'p> {
    fn of(
        page: &'p Page,
        source: &'p Source,
        options: Options<'_>,
        shared: &'p [Model],
        met: &'p Met,
    ) -> Self {
        let named = options.dialect.and_then(Vocabulary::named);
        let vocabulary = named.unwrap_or_else(|| Vocabulary::of_page(page, source));
        let outline = Outline::of(page, source, vocabulary);
        Reader {
            source,
            vocabulary,
            rules: options.rules,
            met,
            template: Template::of(&outline, source, vocabulary),
            describes_operation: !outline.request.is_empty() || outline.syntax.is_some(),
            outline,
            ledger: Ledger::of(source),
            linked: Vec::new(),
            tied: Vec::new(),
            supposed: Vec::new(),
            structures: Structures::of(source.name(), shared),
        }
    }

    /// Reads the rows of a request, if the page describes an operation.
    fn open(&mut self) -> Option<Opened<'p>> {
        for table in std::mem::take(&mut self.outline.strangers) {
            self.give_up(table);
        }
        if !self.describes_operation {
            return None;
        }
        self.outline.claim_structures(self.source, self.vocabulary);
        self.describe_structures();
        self.opened()
    }

    /// Puts the facts together.
    fn close(mut self, opened: Option<Opened<'p>>) -> Reading {
        let mut contract = Contract::default();
        match opened {
            Some(opened) => {
                self.ledger.accounting.operation_pages += 1;
                contract.operations.push(self.operation(opened));
            }
            None if self.describes_operation => {} // nothing names it
            None => self.read_what_is_common(&mut contract),
        }
        contract.diagnostics = self.ledger.diagnostics;
        contract.diagnostics.sort_by(|a, b| a.at.cmp(&b.at));
        contract.accounting = self.ledger.accounting;
        Reading { contract, template: self.template, wanted: self.structures.wanted }
    }

    /// The structure, parameters and errors of a page that describes no operation.
    fn read_what_is_common(&mut self, contract: &mut Contract) {
        let own = self.own_model();
        let mut orphans = std::mem::take(&mut self.outline.response);
        if own.is_some() {
            let mut structures = self.structure_rows();
            structures.iter_mut().for_each(|structure| self.state(&mut structure.rows));
            let model = |structure| self.model(structure, &Spellings::default());
            contract.models = structures.into_iter().map(model).collect();
        } else {
            orphans.extend(std::mem::take(&mut self.outline.models).into_iter().map(|(_, _, part)| part));
        }
        contract.models.splice(0..0, own);
        // Fields that belong to no operation of this page.
        orphans.append(&mut self.outline.own);
        orphans.iter().for_each(|part| self.give_up(part.table));
        let mut common = self.common_rows();
        self.state_asked(&mut common);
        let common: Vec<Parameter> =
            common.into_iter().map(|row| self.parameter(row, Scope::Common, &Shown::default())).collect();
        let errors = self.errors(&common);
        if common.is_empty() && errors.is_empty() && contract.models.is_empty() {
            let at = self.ledger.at(Span::default());
            self.ledger.tell(diagnostics::not_an_api_page(at, self.missing()));
        }
        contract.common_parameters = common;
        contract.errors = errors;
    }

    /// Reports the cells of a table of which nobody knows what it describes.
    fn give_up(&mut self, table: &Table) {
        self.ledger.table(table);
        let cells = cells_of(table);
        self.ledger.report(cells, diagnostics::unknown_table(self.ledger.at(table.span), cells));
    }

    /// What keeps the page from being one of an API.
    fn missing(&self) -> &'static str {
        match (self.source.text().trim().is_empty(), self.outline.answers) {
            (true, _) => "the file is empty",
            (_, true) => "it has no table of request parameters",
            _ => "it has neither a table of request parameters nor one of errors",
        }
    }

    /// The rows of an operation's request, if anything names the operation.
    fn opened(&mut self) -> Option<Opened<'p>> {
        let common = self.common_rows();
        let parts = std::mem::take(&mut self.outline.request);
        let mut request = self.rows(&parts, true);
        let (examples, shapes) = self.examples();
        let code = self.outline.syntax.or(self.outline.stray_syntax);
        let syntax = code.and_then(|code| syntax(code, &mut self.ledger));
        let unwritten =
            syntax.as_ref().map(|syntax| positions::settle(&mut request, syntax, &mut self.ledger));
        let http = syntax.map(|syntax| syntax.http);
        http.iter().for_each(|http| compare(http, &examples, &mut self.ledger));
        let title = title(&self.outline.titles, http.is_some(), self.source, self.vocabulary);
        let all: Vec<&RowFacts<'_>> = common.iter().chain(&request).collect();
        let voted = vote(title.as_ref(), &all, &examples, self.vocabulary, &mut self.ledger);
        let Some(name) = voted.or_else(|| called(http.as_ref(), &mut self.ledger)) else {
            let at = self.ledger.at(Span::default());
            self.ledger.tell(diagnostics::not_an_api_page(
                at,
                "neither title, action row nor example names an operation",
            ));
            return None;
        };
        let unwritten = unwritten.unwrap_or_default();
        let structures = self.structure_rows();
        Some(Opened { name, title, http, common, request, unwritten, structures, examples, shapes })
    }

    /// The operation, once its request's descriptions have been read.
    fn operation(&mut self, opened: Opened<'p>) -> Operation {
        let Opened { name, title, http, mut common, mut request, unwritten, structures, examples, shapes } =
            opened;
        let at = title.as_ref().map_or_else(|| self.ledger.at(Span::default()), |title| title.at.clone());
        let answer = answer_of(&examples, shapes);
        let answered = answer.as_ref().map(|(value, at)| Spellings::of_answer(value, at)).unwrap_or_default();
        let model = |structure| self.model(structure, &answered);
        let mut models: Vec<Model> = structures.into_iter().map(model).collect();
        let all: Vec<&RowFacts<'_>> = common.iter().chain(&request).collect();
        let spelt = self.spelt(&all, &examples);
        for (row, spelling) in common.iter_mut().chain(&mut request).zip(spelt) {
            row.spelling = row.spelling.take().or(spelling);
        }
        let names = names(common.iter().chain(&request));
        let shown = Shown { examples: &examples, names: Names::of(names.iter().map(String::as_str)) };
        let mut parameters: Vec<Parameter> = Vec::with_capacity(common.len() + request.len());
        parameters.extend(common.into_iter().map(|row| self.parameter(row, Scope::Common, &shown)));
        parameters.extend(unwritten.into_iter().map(positions::unwritten));
        parameters.extend(request.into_iter().map(|row| self.parameter(row, Scope::Operation, &shown)));
        doubt_twins(&mut parameters);
        prose::resolve_guards(&mut parameters);
        shown_values::doubt(&mut parameters, &examples, &mut self.ledger);
        let mut errors = self.errors(&parameters);
        let mut rules = std::mem::take(&mut self.tied);
        let mut supposed = std::mem::take(&mut self.supposed);
        supposed.retain(|rule| {
            prose::holds(rule, |name, value| {
                parameters
                    .iter()
                    .any(|p| p.name.value == name && prose::mentions(&p.description.value, value))
            })
        });
        if !supposed.is_empty() {
            rules.append(&mut supposed);
            rules.sort_by(|one, other| one.origin.location().cmp(other.origin.location()));
        }
        if self.rules == Rules::Read {
            rules.splice(0..0, errors.iter().filter_map(|e| prose::rules_of_error(e, &parameters)));
        }
        let response = self.response(&answer, &answered, &mut models, &parameters);
        for model in orphans(&models, &parameters, &response) {
            self.ledger.tell(diagnostics::orphan_model(model.origin.location().clone(), &model.name));
        }
        self.check_guides(&name);
        let notes = self.notes();
        errors.extend(callouts::errors(&notes, &parameters, &self.met.codes));
        let introduced = !self.outline.notes.is_empty();
        let summary = notes.first().filter(|_| introduced).map(|note| note.text.clone()).unwrap_or_default();
        let see_also = see_also(&name, &notes, &parameters, &self.linked);
        Operation {
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
        }
    }

    /// How the requests that the page shows spell its rows, where they do it in another way.
    fn spelt(&self, rows: &[&RowFacts<'_>], examples: &[Example]) -> Vec<Option<Box<Sourced<String>>>> {
        let documented = rows.iter().map(|row| row.name.value.as_str());
        let spellings = Spellings::of_requests(examples, documented);
        // What every operation takes has one spelling, whatever a page's example writes.
        let own = |row: &&RowFacts<'_>| !self.vocabulary.is_common(&row.name.value);
        rows.iter().map(|row| Some(*row).filter(own).and_then(|row| spellings.spelling(&row.name))).collect()
    }

    fn common_rows(&mut self) -> Vec<RowFacts<'p>> {
        let parts = std::mem::take(&mut self.outline.common);
        self.rows(&parts, true)
    }

    /// The rows of tables; `asked` says that they are of a request.
    pub(crate) fn rows(&mut self, parts: &[Part<'_>], asked: bool) -> Vec<RowFacts<'p>> {
        let mut rows = Vec::with_capacity(parts.iter().map(|part| part.table.rows.len()).sum());
        parts.iter().for_each(|part| field_rows(part, self.vocabulary, &mut self.ledger, &mut rows));
        rows.iter_mut().for_each(|row| self.structures.settle(row, asked, &mut self.ledger));
        rows
    }

    /// The same for rows of a request, whose types are settled before.
    fn state_asked(&mut self, rows: &mut [RowFacts<'_>]) {
        rows.iter_mut().for_each(settle_asked);
        self.state(rows);
    }

    /// Reads what the descriptions of rows say, if rules are read. A table at a time: what it looks at stays at hand.
    pub(crate) fn state(&mut self, rows: &mut [RowFacts<'_>]) {
        if self.rules != Rules::Read {
            return;
        }
        let can_be_read = |row: &RowFacts<'_>| row.prose.text().len() <= prose::LONGEST;
        for row in rows.iter().filter(|row| !can_be_read(row)) {
            let (at, length) = (self.ledger.at(row.prose.span()), row.prose.text().len());
            self.ledger.tell(diagnostics::rules_not_read(at, &row.name.value, length));
        }
        let stated = {
            let described = rows.iter().filter(|row| can_be_read(row));
            let described: SmallVec<[(&str, Subject<'_>); 16]> =
                described.map(|row| (row.prose.text(), row.subject())).collect();
            self.met.texts.stated(&described)
        };
        for (row, stated) in rows.iter_mut().filter(|row| can_be_read(row)).zip(stated) {
            row.stated = stated;
        }
    }

    /// The rules that the description of a row states, and a default cell of its own.
    pub(crate) fn constraints(&mut self, row: &RowFacts<'_>) -> Vec<Constraint> {
        let subject = row.subject();
        let mut constraints = prose::constraints(row.stated.as_deref(), &row.prose, &subject, self.source);
        constraints.extend(row.default.as_deref().and_then(|cell| prose::default_cell(cell, &subject)));
        for (at, default) in prose::contradicted(&mut constraints) {
            self.ledger.tell(diagnostics::default_breaks_rule(at, subject.name, &default));
        }
        constraints
    }

    /// What the description of a row ties together.
    pub(crate) fn ties(&self, row: &RowFacts<'_>, names: &Names<'_>) -> Ties {
        let stated = row.stated.as_deref();
        let ties = |stated| prose::ties(stated, &row.prose, &row.name.value, names, self.source);
        stated.map(ties).unwrap_or_default()
    }

    /// Takes note of the rules across parameters that the prose of a row states.
    pub(crate) fn tie(&mut self, row: &RowFacts<'_>, names: &Names<'_>) {
        let ties = self.ties(row, names);
        self.tied.extend(ties.rules);
        self.supposed.extend(ties.supposed);
        for (at, name) in ties.unknown {
            self.ledger.tell(diagnostics::unknown_mention(at, &row.name.value, &name));
        }
    }

    /// A link of the instructions that names the operation, such as that of an API browser, must name this one.
    fn check_guides(&mut self, name: &str) {
        let Some(mark) = &self.vocabulary.operation_link else { return };
        for guide in std::mem::take(&mut self.outline.guides) {
            if !self.source.slice(guide.span).contains(mark.as_str()) {
                continue;
            }
            let prose = guide.prose(self.source);
            let targets = prose.links().filter_map(|(_, target)| target.split_once(mark.as_str()));
            for (_, other) in targets.filter(|(_, other)| *other != name && is_operation(other)) {
                self.ledger.tell(diagnostics::disputed_name(self.ledger.at(guide.span), name, other));
            }
        }
    }

    fn errors(&mut self, parameters: &[Parameter]) -> Vec<ErrorCase> {
        let (met, ledger) = (self.met, &mut self.ledger);
        let codes = Some(&met.codes).filter(|_| self.rules == Rules::Read);
        let mut errors = Vec::new();
        for part in &self.outline.errors {
            errors.append(&mut error_rows(part, parameters, codes, ledger));
        }
        errors
    }

    fn examples(&mut self) -> (Vec<Example>, Vec<Option<Shape<'p>>>) {
        let (mut examples, mut shapes) = (Vec::new(), Vec::new());
        for (section, code) in &self.outline.examples {
            let read = example(*section, code, &mut self.ledger);
            if read.is_none() && matches!(section, Some(Section::Request | Section::Response)) {
                self.ledger.tell(diagnostics::stray_code(self.ledger.at(code.content)));
            }
            if let Some((example, shape)) = read {
                examples.push(example);
                shapes.push(shape);
            }
        }
        (examples, shapes)
    }

    fn notes(&self) -> Vec<Note> {
        let note = |text: &page::Text| {
            let words = text.words(self.source).into_owned();
            (!words.is_empty())
                .then(|| Note { text: words, origin: Origin::Stated(self.source.locate(text.span)) })
        };
        self.outline.notes.iter().chain(&self.outline.remarks).filter_map(note).collect()
    }
}

/// The names of rows, for rules across them: if none may tie others, nobody asks who is mentioned.
pub(crate) fn names<'r, 's: 'r>(rows: impl Iterator<Item = &'r RowFacts<'s>> + Clone) -> Vec<String> {
    if rows.clone().any(RowFacts::may_tie) {
        rows.map(|row| row.name.value.clone()).collect()
    } else {
        Vec::new()
    }
}

fn is_deprecated(title: &str, summary: &str) -> bool {
    [title, summary].iter().any(|text| PHRASES.find("operation", "deprecated", text, 0).is_some())
}
