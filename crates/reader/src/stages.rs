//! Pages on their way to facts, stage by stage.
//!
//! All pages of a batch go through one stage before any goes through the next. Tables, rows, prose, rules across
//! parameters, errors and answers are each read by code of their own, which is faster while it stays at hand.

use contract::{Contract, ErrorCase, Example, HttpBinding, Model, Parameter, Rule, Scope};
use page::{Page, Table};
use source::{Source, Span};

use crate::accounting::{Ledger, cells_of};
use crate::diagnostics;
use crate::identity::{Reading, Template};
use crate::linking::{Answer, answer_of};
use crate::met::Met;
use crate::models::StructureRows;
use crate::operation::{Reader, state};
use crate::parameter::{doubt_twins, settle_asked};
use crate::positions;
use crate::prose::{self, Names};
use crate::request_line::{Mention, compare, syntax};
use crate::response::Answered;
use crate::rows::RowFacts;
use crate::sections::Outline;
use crate::shape::Shape;
use crate::shown_values;
use crate::spellings::Spellings;
use crate::structures::Structures;
use crate::titles::{Title, called, title, vote};
use crate::vocabulary::{LEXICON, Vocabulary};
use crate::{Options, Rules};

/// Reads pages; `shared` are the structures that have pages of their own, `met` is what other pages have as well.
pub(crate) fn pages(sources: &[Source], options: Options<'_>, shared: &[Model], met: &Met) -> Vec<Reading> {
    let pages: Vec<Page> = sources.iter().map(|source| page::read(source, &LEXICON)).collect();
    let reader = |(page, source)| Reader::of(page, source, options, shared, met);
    let mut readers: Vec<Reader<'_>> = pages.iter().zip(sources).map(reader).collect();
    let mut drafts: Vec<Option<Draft<'_>>> = readers.iter_mut().map(Reader::open).collect();
    if options.rules == Rules::Read {
        state(drafts.iter_mut().flatten().flat_map(Draft::rows), met);
    }
    for stage in [Reader::tie, Reader::ask, Reader::refuse, Reader::rule] {
        for (reader, draft) in readers.iter_mut().zip(&mut drafts) {
            draft.iter_mut().for_each(|draft| stage(reader, draft));
        }
    }
    let shown: Vec<Vec<Example>> = drafts.iter_mut().map(Draft::examples).collect();
    let answers: Vec<Answer<'_>> = drafts.iter_mut().zip(&shown).map(Draft::answer).collect();
    let mut answered: Vec<Option<Answered<'_, '_>>> = Vec::with_capacity(answers.len());
    for ((reader, draft), answer) in readers.iter_mut().zip(&mut drafts).zip(&answers) {
        answered.push(draft.as_mut().map(|draft| reader.answered(draft, answer)));
    }
    if options.rules == Rules::Read {
        state(answered.iter_mut().flatten().flat_map(|answer| &mut answer.rows), met);
    }
    let parts = readers.into_iter().zip(drafts).zip(answered);
    let mut readings: Vec<Reading> =
        parts.map(|((reader, draft), answer)| reader.close(draft.zip(answer))).collect();
    for (reading, examples) in readings.iter_mut().zip(shown) {
        if let Some(operation) = reading.contract.operations.first_mut() {
            operation.examples = examples;
        }
    }
    readings
}

/// An operation on its way: what its page has shown so far.
pub(crate) struct Draft<'p> {
    pub(crate) name: String,
    pub(crate) title: Option<Title>,
    pub(crate) http: Option<HttpBinding>,
    /// The rows of its request,
    common: Vec<RowFacts<'p>>,
    request: Vec<RowFacts<'p>>,
    /// and parameters that only the request line has.
    unwritten: Vec<Mention>,
    pub(crate) structures: Vec<StructureRows<'p>>,
    /// What it shows, until answers are made of it,
    examples: Vec<Example>,
    /// and what is in it.
    pub(crate) shapes: Vec<Option<Shape<'p>>>,
    /// What becomes of those rows,
    pub(crate) parameters: Vec<Parameter>,
    /// the rules across them,
    pub(crate) rules: Vec<Rule>,
    /// and what refuses them.
    pub(crate) errors: Vec<ErrorCase>,
}

impl<'p> Draft<'p> {
    /// The rows whose descriptions are read at once: those of the request and of the structures.
    fn tables(&self) -> impl Iterator<Item = &[RowFacts<'p>]> {
        let structures = self.structures.iter().map(|structure| &*structure.rows);
        [&*self.common, &*self.request].into_iter().chain(structures)
    }

    /// The same, to be changed.
    fn rows(&mut self) -> impl Iterator<Item = &mut RowFacts<'p>> {
        let structures = self.structures.iter_mut().flat_map(|structure| &mut structure.rows);
        self.common.iter_mut().chain(&mut self.request).chain(structures)
    }

    /// Its examples.
    fn examples(draft: &mut Option<Self>) -> Vec<Example> {
        draft.as_mut().map(|draft| std::mem::take(&mut draft.examples)).unwrap_or_default()
    }

    /// The answer that they show.
    fn answer<'e>((draft, examples): (&mut Option<Self>, &'e Vec<Example>)) -> Answer<'e>
    where
        'p: 'e,
    {
        answer_of(examples, std::mem::take(&mut draft.as_mut()?.shapes))
    }
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
    fn open(&mut self) -> Option<Draft<'p>> {
        for table in std::mem::take(&mut self.outline.strangers) {
            self.give_up(table);
        }
        if !self.describes_operation {
            return None;
        }
        self.outline.claim_structures(self.source, self.vocabulary);
        self.describe_structures();
        self.drafted()
    }

    /// The rows of an operation's request, if anything names the operation.
    fn drafted(&mut self) -> Option<Draft<'p>> {
        let mut common = self.common_rows();
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
        common.iter_mut().chain(&mut request).for_each(settle_asked);
        let structures = self.structure_rows();
        let draft = Draft {
            name,
            title,
            http,
            common,
            request,
            unwritten,
            structures,
            examples,
            shapes,
            parameters: Vec::new(),
            rules: Vec::new(),
            errors: Vec::new(),
        };
        draft.tables().for_each(|rows| self.tell_unread(rows));
        Some(draft)
    }

    /// Takes note of the rules across parameters that the request's rows state.
    fn tie(&mut self, draft: &mut Draft<'p>) {
        let rows = || draft.common.iter().chain(&draft.request);
        if !rows().any(RowFacts::may_tie) {
            return; // nobody asks who is mentioned
        }
        let names = Names::of(rows().map(|row| row.name.value.as_str()));
        for row in rows().filter(|row| row.may_tie()) {
            let ties = self.ties(row, &names);
            self.tied.extend(ties.rules);
            self.supposed.extend(ties.supposed);
            for (at, name) in ties.unknown {
                self.ledger.tell(diagnostics::unknown_mention(at, &row.name.value, &name));
            }
        }
    }

    /// Makes parameters of the request's rows.
    fn ask(&mut self, draft: &mut Draft<'p>) {
        let (mut common, mut request) =
            (std::mem::take(&mut draft.common), std::mem::take(&mut draft.request));
        let all: Vec<&RowFacts<'_>> = common.iter().chain(&request).collect();
        let spelt = self.spelt(&all, &draft.examples);
        for (row, spelling) in common.iter_mut().chain(&mut request).zip(spelt) {
            row.spelling = row.spelling.take().or(spelling);
        }
        let (examples, parameters) = (&draft.examples, &mut draft.parameters);
        parameters.reserve(common.len() + request.len());
        parameters.extend(common.into_iter().map(|row| self.parameter(row, Scope::Common, examples)));
        parameters.extend(std::mem::take(&mut draft.unwritten).into_iter().map(positions::unwritten));
        parameters.extend(request.into_iter().map(|row| self.parameter(row, Scope::Operation, examples)));
        doubt_twins(parameters);
        prose::resolve_guards(parameters);
        shown_values::doubt(parameters, examples, &mut self.ledger);
    }

    /// Reads the errors.
    fn refuse(&mut self, draft: &mut Draft<'p>) {
        draft.errors = self.errors();
    }

    /// Reads what errors refuse, and gathers the rules across parameters, some of which only errors spell out.
    fn rule(&mut self, draft: &mut Draft<'p>) {
        let parameters = &draft.parameters;
        self.understand(&mut draft.errors, parameters);
        let mut rules = std::mem::take(&mut self.tied);
        let mut supposed = std::mem::take(&mut self.supposed);
        let says = |name: &str, value: &str| {
            let named = |p: &&Parameter| p.name.value == name;
            parameters.iter().filter(named).any(|p| prose::mentions(&p.description.value, value))
        };
        supposed.retain(|rule| prose::holds(rule, says));
        if !supposed.is_empty() {
            rules.append(&mut supposed);
            rules.sort_by(|one, other| one.origin.location().cmp(other.origin.location()));
        }
        if self.rules == Rules::Read {
            let spelt_out = |error| prose::rules_of_error(error, parameters);
            rules.splice(0..0, draft.errors.iter().filter_map(spelt_out));
        }
        draft.rules = rules;
    }

    /// Puts the facts together.
    fn close(mut self, operation: Option<(Draft<'p>, Answered<'p, '_>)>) -> Reading {
        let mut contract = Contract::default();
        match operation {
            Some((draft, answered)) => {
                self.ledger.accounting.operation_pages += 1;
                contract.operations.push(self.operation(draft, answered));
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
            common.into_iter().map(|row| self.parameter(row, Scope::Common, &[])).collect();
        let mut errors = self.errors();
        self.understand(&mut errors, &common);
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
}
