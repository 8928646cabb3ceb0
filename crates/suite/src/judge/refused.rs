//! What a refusal is worth: the wanted one, another, or one of a request that should have been accepted.

use contract::{Confidence, ErrorCase, Parameter, Refusal};

use super::{Answered, Bench, server};
use crate::sheet::{Need, Sheet};
use crate::{Blame, Breach, ExpectedError, Family, Judgement, Party, Twist, codes, message, refusal, tree};

impl Bench<'_> {
    /// A request inside all documented rules is refused.
    pub(super) fn valid_refused(&self, answered: &Answered<'_>) -> Judgement {
        if let Some(judgement) = self.undocumented_failure(answered) {
            return judgement;
        }
        let rows = self.documented(answered);
        let kind = refusal::kind(&rows, answered.code, answered.message);
        if self.case.twist == Twist::OtherSignature && kind == Some(Refusal::Authentication) {
            let mut breach = self
                .breach(codes::SIGNATURE_STYLE_REFUSED, "a documented signature style is refused".to_owned());
            breach.help = "accept every signature style that the documentation names".to_owned();
            breach.expected = "success".to_owned();
            breach.got = answered.to_string();
            return Judgement::Broken(vec![breach]);
        }
        match kind {
            Some(Refusal::Missing | Refusal::Value) => self.wrongly_refused(answered, &rows),
            Some(Refusal::Operation) => {
                let message = format!("the server does not know `{}`", self.operation.name);
                let mut breach = self.breach(codes::OPERATION_UNKNOWN, message);
                breach.fact = self.operation.name.clone();
                breach.origin = self.operation.origin.clone();
                breach.help = "implement the operation, or remove its page from the spec".to_owned();
                breach.expected = "success".to_owned();
                breach.got = answered.to_string();
                Judgement::Broken(vec![breach])
            }
            Some(other) => Judgement::Inconclusive(stands_in_the_way(other, answered)),
            None if rows.is_empty() && !self.operation.errors.is_empty() => {
                self.wrongly_refused(answered, &rows)
            }
            None => {
                Judgement::Inconclusive(format!("the answer is an error that no page explains: {answered}"))
            }
        }
    }

    fn wrongly_refused(&self, answered: &Answered<'_>, rows: &[(&str, &ErrorCase)]) -> Judgement {
        if let Some(parameter) = self.perhaps_missing() {
            return Judgement::Inconclusive(format!(
                "the page does not say whether `{parameter}` is required, and no value is known for it: {answered}"
            ));
        }
        let mut breach = self
            .breach(codes::VALID_REFUSED, "a request that keeps every documented rule is refused".to_owned());
        breach.help =
            "accept the request, document the rule that it breaks, or bind a value that fits".to_owned();
        breach.expected = "success".to_owned();
        breach.got = answered.to_string();
        breach.blame = self.blame(rows);
        Judgement::Broken(vec![breach])
    }

    /// Who is likely wrong when a request is refused for a value or its absence.
    fn blame(&self, rows: &[(&str, &ErrorCase)]) -> Blame {
        let tied = |parameter: &&&Parameter| {
            rows.iter().any(|(_, error)| error.parameters.iter().any(|name| refusal::is_it(parameter, name)))
        };
        let sheet = Sheet::of(self.operation);
        let Some(parameter) = sheet.parameters.iter().find(tied) else {
            return server("no documented rule is broken by the request".to_owned());
        };
        let name = &parameter.name.value;
        let of_values = parameter.constraints.iter().map(|c| (c.confidence, &c.text));
        let across = self.operation.rules.iter().filter(|rule| rule.parameters.contains(name));
        let mut doubtful = of_values
            .chain(across.map(|rule| (rule.confidence, &rule.text)))
            .filter(|(confidence, _)| *confidence != Confidence::Certain);
        if let Some((_, text)) = doubtful.next() {
            let why =
                format!("of `{name}` the page says {text:?}, and the reader is not certain what it means");
            return Blame { party: Party::Reader, why };
        }
        if parameter.constraints.is_empty() {
            let why = format!("the page documents an error for values of `{name}` and no rule for them");
            return Blame { party: Party::Page, why };
        }
        server(format!("the value keeps every rule that the page states for `{name}`"))
    }

    /// A parameter that is absent and might be required, for all that the page says.
    fn perhaps_missing(&self) -> Option<String> {
        let sheet = Sheet::of(self.operation);
        let absent = |p: &&&Parameter| tree::each(self.sent, p.wire_name()).is_empty();
        sheet
            .parameters
            .iter()
            .filter(|parameter| sheet.need(parameter) == Need::Perhaps)
            .find(absent)
            .map(|parameter| parameter.name.value.clone())
    }

    /// One of these errors is documented for the request.
    pub(super) fn refused_as(&self, errors: &[ExpectedError], answered: &Answered<'_>) -> Judgement {
        let same_code: Vec<&ExpectedError> =
            errors.iter().filter(|error| error.code == answered.code).collect();
        let status =
            |error: &ExpectedError| error.http_status.is_none_or(|status| status == answered.http_status);
        let words = |error: &ExpectedError| {
            error.message.as_deref().is_none_or(|m| message::matches(m, answered.message))
        };
        if same_code.iter().any(|error| status(error) && words(error)) {
            return Judgement::Held;
        }
        if let Some(error) = same_code.iter().find(|error| words(error)).or(same_code.first()) {
            let breach = match words(error) {
                true => self.differing(codes::WRONG_STATUS, "HTTP status", error, answered),
                false => self.differing(codes::WRONG_MESSAGE, "message", error, answered),
            };
            return Judgement::Broken(vec![breach]);
        }
        if let Some(judgement) = self.undocumented_failure(answered) {
            return judgement;
        }
        let rows = self.documented(answered);
        if let Some(reason) = self.other_refusal(&rows, answered) {
            return Judgement::Inconclusive(reason);
        }
        if self.case.family == Family::Sequence {
            return Judgement::Inconclusive(format!("another state stood in the way: {answered}"));
        }
        match errors.first() {
            Some(error) => {
                Judgement::Broken(vec![self.differing(codes::WRONG_CODE, "code", error, answered)])
            }
            None => Judgement::Held,
        }
    }

    pub(super) fn refused_somehow(&self, answered: &Answered<'_>) -> Judgement {
        if let Some(judgement) = self.undocumented_failure(answered) {
            return judgement;
        }
        let rows = self.documented(answered);
        match self.other_refusal(&rows, answered) {
            Some(reason) => Judgement::Inconclusive(reason),
            None => Judgement::Held,
        }
    }

    /// A documented refusal that has nothing to do with what the case breaks: which check comes first is not documented.
    fn other_refusal(&self, rows: &[(&str, &ErrorCase)], answered: &Answered<'_>) -> Option<String> {
        // What a departure or a binding provokes is what the case is about.
        if !matches!(self.case.family, Family::Reject) {
            return None;
        }
        let kind = rows.iter().find_map(|(_, error)| error.refuses)?;
        let subject = self.fact().map_or("", |fact| fact.subject.as_str());
        if rows.iter().any(|(_, error)| error.parameters.iter().any(|name| name == subject)) {
            return None;
        }
        // A list that is too long uses a quota up.
        if kind == Refusal::Quota && self.fact().is_some_and(|fact| fact.kind == "count") {
            return None;
        }
        let elsewhere = match kind {
            // Of these, the request before may have used the resource up.
            Refusal::State | Refusal::Quota | Refusal::NotFound => true,
            Refusal::Permission | Refusal::Service | Refusal::Authentication => true,
            Refusal::Missing | Refusal::Value | Refusal::Operation => false,
        };
        elsewhere.then(|| stands_in_the_way(kind, answered))
    }

    fn differing(&self, code: &str, what: &str, error: &ExpectedError, answered: &Answered<'_>) -> Breach {
        let status = error.http_status.map_or_else(String::new, |status| format!("HTTP {status} "));
        let mut breach = self.breach(code, format!("the refusal has another {what} than the page documents"));
        breach.help = format!("answer with the documented {what}, letter for letter, or correct the row");
        breach.expected =
            format!("{status}{}: {}", error.code, error.message.as_deref().unwrap_or("any message"));
        breach.got = answered.to_string();
        breach.blame = server("the page has a row for this refusal".to_owned());
        breach.origin = error.origin.clone();
        breach
    }
}

fn stands_in_the_way(refusal: Refusal, answered: &Answered<'_>) -> String {
    let what = match refusal {
        Refusal::NotFound => "something that the request names does not exist in the target",
        Refusal::State => "a resource is in a state that does not allow it",
        Refusal::Quota => "a quota is used up",
        Refusal::Permission => "the caller may not do this",
        Refusal::Authentication => "the credentials were not taken",
        Refusal::Service => "the service failed or is too busy",
        Refusal::Missing | Refusal::Value | Refusal::Operation => "something else was refused",
    };
    format!("{what}: {answered}")
}
