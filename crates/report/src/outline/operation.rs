//! One operation of an outline.

use contract::{Constraint, ErrorCase, Example, Field, Model, Operation, Rule, Scope};

use super::words::{
    condition, confidence, deduced, example, oneline, other_spelling, position, presence, quoted,
    requirement, rule_kind,
};
use super::{Outline, way};

impl Outline {
    pub(super) fn operation(&mut self, operation: &Operation) {
        let deprecated = if operation.deprecated { " (deprecated)" } else { "" };
        let title = if operation.title.is_empty() || operation.title == operation.name {
            String::new()
        } else {
            format!(" — {}", operation.title)
        };
        self.line(Some(operation.origin.location()), 0, format!("{}{title}{deprecated}", operation.name));
        self.line(None, 1, format!("page {} ({})", operation.page, operation.dialect));
        if let Some(behind) = &operation.stands_behind {
            self.line(None, 1, format!("stands behind {}", behind.page));
        }
        if !operation.summary.is_empty() {
            self.line(None, 1, format!("summary {}", quoted(&operation.summary)));
        }
        if let Some(http) = &operation.http {
            let host = http.host.as_ref().map(|host| format!(" at {}", host.value)).unwrap_or_default();
            self.line(Some(http.origin.location()), 1, format!("http {}{host}", http.line()));
        }
        self.parameters(operation);
        if !operation.rules.is_empty() {
            self.head("rules");
        }
        self.rules(&operation.rules, 1);
        self.fields("response", &operation.response);
        for model in &operation.models {
            self.model(model);
        }
        if !operation.errors.is_empty() {
            self.head("errors");
            for error in &operation.errors {
                self.error(error);
            }
        }
        self.examples(&operation.examples);
        self.references(operation);
        self.blank();
    }

    fn parameters(&mut self, operation: &Operation) {
        for (head, scope) in [("common parameters", Scope::Common), ("parameters", Scope::Operation)] {
            let mut of_scope = operation.parameters.iter().filter(|p| p.scope == scope).peekable();
            if of_scope.peek().is_some() {
                self.head(head);
            }
            for parameter in of_scope {
                self.parameter(parameter);
            }
        }
    }

    pub(super) fn constraints(&mut self, constraints: &[Constraint], depth: usize) {
        for constraint in constraints {
            let Constraint { requirement: required, text, confidence: sure, when, origin } = constraint;
            let when = when.as_ref().map(|when| format!(" if {}", condition(when))).unwrap_or_default();
            let told = format!("{}{when}{} {}", requirement(required), confidence(*sure), quoted(text));
            self.line(Some(origin.location()), depth, told);
        }
    }

    fn rules(&mut self, rules: &[Rule], depth: usize) {
        for rule in rules {
            let conditions: Vec<String> = rule.conditions().map(condition).collect();
            let when = if conditions.is_empty() {
                String::new()
            } else {
                format!(" if {}", conditions.join(" and "))
            };
            let then =
                rule.then.as_ref().map(|then| format!(" then {}", condition(then))).unwrap_or_default();
            let error = rule.error.as_ref().map(|code| format!(", else {code}")).unwrap_or_default();
            let told = format!(
                "{} {}{when}{then}{error}{} {}",
                rule_kind(rule.kind),
                rule.parameters.join(", "),
                confidence(rule.confidence),
                quoted(&rule.text)
            );
            self.line(Some(rule.origin.location()), depth, told);
        }
    }

    pub(super) fn model(&mut self, model: &Model) {
        self.line(Some(model.origin.location()), 0, format!("model {}", model.name));
        for field in &model.fields {
            self.field(field, 1);
        }
    }

    fn fields(&mut self, head: &str, fields: &[Field]) {
        if !fields.is_empty() {
            self.head(head);
        }
        for field in fields {
            self.field(field, 1);
        }
    }

    fn field(&mut self, field: &Field, depth: usize) {
        let Field {
            name,
            spelling,
            ty,
            presence: present,
            position: place,
            example: shown,
            constraints,
            rules,
            fields,
            origin,
            ..
        } = field;
        let wire = other_spelling(spelling);
        let mut origins = vec![&name.origin, &ty.origin, &present.origin];
        origins.extend(place.as_ref().map(|place| &place.origin));
        let told = format!(
            "{}{wire}: {}, {}{}{}{}",
            name.value,
            ty.value,
            presence(present.value),
            position(place.as_ref()),
            example(shown.as_ref()),
            deduced(&origins),
        );
        self.line(Some(origin.location()), depth, told);
        self.constraints(constraints, depth + 1);
        self.rules(rules, depth + 1);
        for inner in fields {
            self.field(inner, depth + 1);
        }
    }

    pub(super) fn error(&mut self, error: &ErrorCase) {
        let status = error.http_status.map(|status| format!("{status} ")).unwrap_or_default();
        let message =
            if error.message.is_empty() { String::new() } else { format!(" {}", quoted(&error.message)) };
        let refuses = error.refuses.map(|refuses| format!("{refuses:?}").to_lowercase());
        let about = (!error.parameters.is_empty()).then(|| error.parameters.join(", "));
        let reading = match (refuses, about) {
            (None, None) => String::new(),
            (Some(what), None) => format!(" ({what})"),
            (None, Some(about)) => format!(" (about {about})"),
            (Some(what), Some(about)) => format!(" ({what}, about {about})"),
        };
        let sure = if reading.is_empty() { "" } else { confidence(error.confidence) };
        self.line(
            Some(error.origin.location()),
            1,
            format!("{status}{}{message}{reading}{sure}", error.code),
        );
    }

    fn examples(&mut self, examples: &[Example]) {
        if !examples.is_empty() {
            self.head("examples");
        }
        for example in examples {
            let kind = format!("{:?} as {:?}", example.role, example.format).to_lowercase();
            let arguments: Vec<String> =
                example.arguments.iter().map(|a| format!("{}={}", a.name, a.value)).collect();
            let carried =
                if arguments.is_empty() { String::new() } else { format!(": {}", arguments.join(" ")) };
            self.line(Some(example.origin.location()), 1, format!("{kind}{carried}"));
        }
    }

    fn references(&mut self, operation: &Operation) {
        if !operation.see_also.is_empty() {
            self.head("refers to");
        }
        for reference in &operation.see_also {
            let from = reference.from.as_ref().map(|from| format!(", from {from}")).unwrap_or_default();
            self.line(Some(reference.origin.location()), 1, format!("{}{from}", reference.operation));
        }
        if !operation.notes.is_empty() {
            self.head("notes");
        }
        for note in &operation.notes {
            let way = way(&note.origin).map(|way| format!(" ({way})")).unwrap_or_default();
            self.line(Some(note.origin.location()), 1, format!("{}{way}", oneline(&note.text)));
        }
    }
}
