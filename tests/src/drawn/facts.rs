//! Facts as lines, one each, so that what a page says and what the reader read can be laid side by side.

use std::fmt::{self, Write as _};

use contract::{Contract, ExampleFormat, ExampleRole, Field, Operation, Parameter, Presence, Type};

use super::drawing::{Below, Drawing, Model, Row};
use super::examples::Shown;
use super::words::{said, squeezed};

/// What a template says of the facts; the rest is lost, and must not be guessed.
#[derive(Debug, Clone, Copy)]
pub struct Says {
    /// What the title says.
    pub title: Title,
    /// Whether parameters are required.
    pub parameter_presence: bool,
    /// Whether fields are always returned.
    pub field_presence: bool,
    /// Whether the fields of a structure that is described on its own are always returned.
    pub model_presence: bool,
    /// Example values, of parameters and of fields.
    pub values: (bool, bool),
    /// Full-width punctuation.
    pub width: bool,
}

/// What a title says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// What the operation is called in prose, and its name.
    Words,
    /// The operation's name.
    Name,
    /// Nothing: it was not copied.
    Lost,
}

/// Facts, a line each, in page order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts(Vec<String>);

impl Facts {
    /// What the reader read.
    pub fn read(contract: &Contract) -> Self {
        let mut facts = Facts(Vec::new());
        contract.operations.iter().for_each(|operation| facts.operation(operation));
        facts
    }

    /// What a page of a drawing says.
    pub fn drawn(drawing: &Drawing, says: Says, examples: &[Shown]) -> Self {
        let mut facts = Facts(Vec::new());
        let title = match says.title {
            Title::Words => drawing.title.as_str(),
            Title::Name => drawing.name.as_str(),
            Title::Lost => "",
        };
        facts.add(format_args!("operation {} “{title}”", drawing.name));
        for row in drawing.common.iter().chain(&drawing.parameters) {
            let (stated, valued) = (says.parameter_presence, says.values.0);
            let ty = match &row.ty {
                ty if is_list(&row.name) && !matches!(ty, Type::Array { .. }) => Type::array(ty.clone()),
                ty => ty.clone(),
            };
            facts.row("parameter", &row.name, row, &ty, stated, valued, says);
        }
        facts.rows("field", "", &drawing.response, says.field_presence, says);
        for Model { name, rows } in drawing.request_models.iter().chain(&drawing.models) {
            facts.add(format_args!("model {name}"));
            facts.rows("field", &format!("{name}:"), rows, says.model_presence, says);
        }
        for error in &drawing.errors {
            let described = says.folded(&said(&error.description));
            let message = squeezed(&error.message);
            // A blank behind a dot is the page's, not the code's.
            let code = error.code.replace(". ", ".");
            facts.add(format_args!("error {} {code} “{message}” {described}", error.status));
        }
        for example in examples {
            let arguments = example.arguments.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            facts.example(example.role, example.format, &example.text, arguments);
        }
        facts
    }

    /// The facts.
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    fn add(&mut self, fact: fmt::Arguments<'_>) {
        self.0.push(fact.to_string());
    }

    fn operation(&mut self, operation: &Operation) {
        self.add(format_args!("operation {} “{}”", operation.name, operation.title));
        for Parameter { name, ty, presence, example, description, .. } in &operation.parameters {
            let value = example.as_ref().map(|e| e.value.as_str());
            self.line("parameter", name, &ty.value, presence.value, value, &squeezed(description));
        }
        self.fields("", &operation.response);
        for model in &operation.models {
            self.add(format_args!("model {}", model.name));
            self.fields(&format!("{}:", model.name), &model.fields);
        }
        for error in &operation.errors {
            let status = error.http_status.map_or_else(|| "?".to_owned(), |status| status.to_string());
            let (message, described) = (squeezed(&error.message), squeezed(&error.description));
            self.add(format_args!("error {status} {} “{message}” {described}", error.code));
        }
        for example in &operation.examples {
            let arguments = example.arguments.iter().map(|a| (a.name.as_str(), a.value.as_str()));
            self.example(example.role, example.format, &example.text, arguments);
        }
    }

    fn fields(&mut self, path: &str, fields: &[Field]) {
        for field in fields {
            let name = format!("{path}{}", field.name.value);
            let value = field.example.as_ref().map(|e| e.value.as_str());
            let described = squeezed(&field.description.value);
            self.line("field", &name, &field.ty.value, field.presence.value, value, &described);
            self.fields(&format!("{name}/"), &field.fields);
        }
    }

    fn rows(&mut self, kind: &str, path: &str, rows: &[Row], stated: bool, says: Says) {
        for row in rows {
            // `Status.Code` stands in the structure `Status` that the example shows; a model's rows are no answer's.
            let above = row.name.rsplit_once('.').filter(|_| !path.contains(':'));
            let path = &above.map_or_else(|| path.to_owned(), |(above, _)| format!("{path}{above}/"));
            if above.is_some() {
                self.line(kind, path.trim_end_matches('/'), &Type::Object, Presence::Unstated, None, "");
            }
            let name = format!("{path}{}", row.name);
            let ty = match row.below {
                Below::Nothing => row.ty.clone(),
                _ => Type::Object,
            };
            self.row(kind, &name, row, &ty, stated, says.values.1, says);
            let mut inner = |element: &str, item: Type| {
                let name = format!("{name}/{element}");
                self.line(kind, &name, &Type::array(item), Presence::Unstated, None, "");
                format!("{name}/")
            };
            match &row.below {
                Below::Nothing => {}
                Below::Structure(rows) => self.rows(kind, &format!("{name}/"), rows, stated, says),
                Below::Elements { element, rows } => {
                    let path = inner(element, Type::Object);
                    self.rows(kind, &path, rows, stated, says);
                }
                Below::Scalars { element } => {
                    inner(element, row.ty.clone());
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row says that much")]
    fn row(&mut self, kind: &str, name: &str, row: &Row, ty: &Type, stated: bool, valued: bool, says: Says) {
        let presence = match (stated, row.required) {
            (false, _) => Presence::Unstated,
            (true, true) => Presence::Required,
            (true, false) => Presence::Optional,
        };
        let leaf = matches!(row.below, Below::Nothing);
        let value = (valued && leaf && !row.value.is_empty()).then_some(row.value.as_str());
        self.line(kind, name, ty, presence, value, &says.folded(&said(&row.description)));
    }

    fn line(
        &mut self,
        kind: &str,
        name: &str,
        ty: &Type,
        presence: Presence,
        value: Option<&str>,
        described: &str,
    ) {
        let mut line = format!("{kind} {name}: {ty}, {presence:?}");
        if let Some(value) = value {
            let _ = write!(line, ", as `{value}`");
        }
        let _ = write!(line, " {described}");
        self.0.push(line);
    }

    fn example<'a>(
        &mut self,
        role: ExampleRole,
        format: ExampleFormat,
        text: &str,
        arguments: impl Iterator<Item = (&'a str, &'a str)>,
    ) {
        self.add(format_args!("example {role:?} {format:?} {text}"));
        // How nested JSON becomes arguments is no fact of the page.
        if format == ExampleFormat::Url {
            arguments.for_each(|(name, value)| self.add(format_args!("  with {name} as `{value}`")));
        }
    }

    /// What one has and the other lacks, or `None` where they agree.
    pub fn difference(&self, read: &Facts) -> Option<String> {
        if self == read {
            return None;
        }
        let mut out = String::new();
        let missing = self.0.iter().filter(|fact| !read.0.contains(fact));
        missing.for_each(|fact| out.push_str(&format!("- the page says  {fact}\n")));
        let surplus = read.0.iter().filter(|fact| !self.0.contains(fact));
        surplus.for_each(|fact| out.push_str(&format!("+ the reader has {fact}\n")));
        if out.is_empty() {
            out = format!("in another order or number:\n{:#?}\n{:#?}\n", self.0, read.0);
        }
        Some(out)
    }
}

impl Says {
    fn folded(&self, text: &str) -> String {
        if self.width { text.to_owned() } else { folded(text) }
    }
}

/// Text with its full-width punctuation made narrow, as copying off a web page does.
pub(super) fn folded(text: &str) -> String {
    const PAIRS: [(char, char); 7] =
        [('（', '('), ('）', ')'), ('：', ':'), ('，', ','), ('；', ';'), ('！', '!'), ('？', '?')];
    text.chars()
        .map(|c| PAIRS.iter().find_map(|&(wide, narrow)| (wide == c).then_some(narrow)).unwrap_or(c))
        .collect()
}

fn is_list(name: &str) -> bool {
    name.ends_with(".N") || name.ends_with(".n")
}
