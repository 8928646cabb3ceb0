//! What the stages of reading share: rows, what their descriptions say, errors, examples, and the whole operation.

use contract::{Constraint, ErrorCase, Example, Note, Operation, Parameter, Rule, SeeAlso};
use source::{Origin, Source, Sourced, Span};

use crate::Rules;
use crate::accounting::Ledger;
use crate::callouts;
use crate::diagnostics;
use crate::errors::{error_rows, understand};
use crate::examples::example;
use crate::linking::orphans;
use crate::met::Met;
use crate::named::Named;
use crate::parameter::settle_asked;
use crate::prose::{self, Names, Subject, Ties};
use crate::references::see_also;
use crate::response::Answered;
use crate::rows::{RowFacts, field_rows};
use crate::sections::{Outline, Part, Section};
use crate::shape::Shape;
use crate::spellings::Spellings;
use crate::stages::Draft;
use crate::structures::Structures;
use crate::titles::is_operation;
use crate::vocabulary::{PHRASES, Vocabulary};

/// A page on its way to facts: its parts, which are taken out as they are read, and what is told about them.
pub(crate) struct Reader<'p> {
    pub(crate) source: &'p Source,
    pub(crate) vocabulary: &'static Vocabulary,
    pub(crate) rules: Rules,
    pub(crate) met: &'p Met,
    pub(crate) outline: Outline<'p>,
    pub(crate) ledger: Ledger<'p>,
    /// Operations that links within descriptions lead to.
    pub(crate) linked: Vec<SeeAlso>,
    pub(crate) structures: Structures<'p>,
    /// Rules across parameters that descriptions state.
    pub(crate) tied: Vec<Rule>,
    /// Those of them of which rows must show that they hold.
    pub(crate) supposed: Vec<Rule>,
    /// In which of its family's templates the page is written.
    pub(crate) template: Option<usize>,
    /// Whether the page has what an operation has.
    pub(crate) describes_operation: bool,
}

impl<'p> Reader<'p> {
    /// The operation, once its request and the descriptions of its answer have been read. Its examples are not in it.
    pub(crate) fn operation(&mut self, draft: Draft<'p>, answered: Answered<'p, '_>) -> Operation {
        let Draft { name, title, http, parameters, rules, mut errors, .. } = draft;
        let at = title.as_ref().map_or_else(|| self.ledger.at(Span::default()), |title| title.at.clone());
        let (response, models) = self.response(answered);
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
            examples: Vec::new(),
            see_also,
            notes,
            stands_behind: None,
            origin: Origin::Stated(at),
        }
    }

    /// How the requests that the page shows spell its rows, where they do it in another way.
    pub(crate) fn spelt(
        &self,
        rows: &[&RowFacts<'_>],
        examples: &[Example],
    ) -> Vec<Option<Box<Sourced<String>>>> {
        let documented = rows.iter().map(|row| row.name.value.as_str());
        let spellings = Spellings::of_requests(examples, documented);
        // What every operation takes has one spelling, whatever a page's example writes.
        let own = |row: &&RowFacts<'_>| !self.vocabulary.is_common(&row.name.value);
        rows.iter().map(|row| Some(*row).filter(own).and_then(|row| spellings.spelling(&row.name))).collect()
    }

    pub(crate) fn common_rows(&mut self) -> Vec<RowFacts<'p>> {
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
    pub(crate) fn state_asked(&mut self, rows: &mut [RowFacts<'_>]) {
        rows.iter_mut().for_each(settle_asked);
        self.state(rows);
    }

    /// Reads what the descriptions of rows say, if rules are read.
    pub(crate) fn state(&mut self, rows: &mut [RowFacts<'_>]) {
        self.tell_unread(rows);
        if self.rules == Rules::Read {
            state(rows.iter_mut(), self.met);
        }
    }

    /// Tells of descriptions that are too long to be read.
    pub(crate) fn tell_unread(&mut self, rows: &[RowFacts<'_>]) {
        if self.rules != Rules::Read {
            return;
        }
        for row in rows.iter().filter(|row| !row.can_be_read()) {
            let (at, length) = (self.ledger.at(row.prose.span()), row.prose.text().len());
            self.ledger.tell(diagnostics::rules_not_read(at, &row.name.value, length));
        }
    }

    /// The rules that the description of a row states, and a default cell of its own.
    pub(crate) fn constraints(&mut self, row: &RowFacts<'_>) -> Vec<Constraint> {
        if row.stated.is_none() && row.default.is_none() {
            return Vec::new(); // most say nothing
        }
        let subject = row.subject();
        let stated = row.stated.as_deref();
        let mut constraints = prose::constraints(stated, &row.prose, &subject, |words| self.ledger.at(words));
        constraints.extend(row.default.as_deref().and_then(|cell| prose::default_cell(cell, &subject)));
        for (at, default) in prose::contradicted(&mut constraints) {
            self.ledger.tell(diagnostics::default_breaks_rule(at, subject.name, &default));
        }
        constraints
    }

    /// What the description of a row ties together.
    pub(crate) fn ties(&self, row: &RowFacts<'_>, names: &Names<'_>) -> Ties {
        match row.stated.as_deref() {
            Some(stated) if stated.may_tie() => {
                prose::ties(stated, &row.prose, &row.name.value, names, self.source)
            }
            _ => Ties::default(),
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

    /// The errors of the page's tables.
    pub(crate) fn errors(&mut self) -> Vec<ErrorCase> {
        let ledger = &mut self.ledger;
        self.outline.errors.iter().flat_map(|part| error_rows(part, ledger)).collect()
    }

    /// Reads what the words of errors tell, if rules are read: what they refuse is one.
    pub(crate) fn understand(&self, errors: &mut [ErrorCase], parameters: &[Parameter]) {
        if self.rules == Rules::Read && !errors.is_empty() {
            let named = Named::of(parameters, &self.met.codes);
            errors.iter_mut().for_each(|error| understand(error, &named));
        }
    }

    pub(crate) fn examples(&mut self) -> (Vec<Example>, Vec<Option<Shape<'p>>>) {
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

/// Reads what the descriptions of rows say.
pub(crate) fn state<'r, 's: 'r>(rows: impl Iterator<Item = &'r mut RowFacts<'s>>, met: &Met) {
    let rows: Vec<&mut RowFacts<'_>> = rows.filter(|row| row.can_be_read()).collect();
    let described: Vec<(&str, Subject<'_>)> =
        rows.iter().map(|row| (row.prose.text(), row.subject())).collect();
    let stated = met.texts.stated(&described);
    for (row, stated) in rows.into_iter().zip(stated) {
        row.stated = stated;
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
