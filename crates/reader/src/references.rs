//! Which other operations a page names.

use contract::{Parameter, Requirement, Scope, SeeAlso};
use page::Text;
use source::{Origin, Source};

use crate::errors::words;
use crate::titles::is_operation;
use crate::vocabulary::PHRASES;

/// Operations that the page names: in descriptions and notes, each once for each parameter.
pub(crate) fn see_also<'t>(
    own: &str,
    remarks: impl Iterator<Item = &'t Text>,
    parameters: &[Parameter],
    linked: &[SeeAlso],
    source: &Source,
) -> Vec<SeeAlso> {
    let mut found: Vec<SeeAlso> = Vec::new();
    let mut offer = |text: &str, from: Option<&str>, origin: &Origin| {
        for word in words(text).filter(|word| *word != own && is_reference(word)) {
            let known = found.iter().any(|s| s.operation == word && s.from.as_deref() == from);
            if !known {
                let from = from.map(str::to_owned);
                found.push(SeeAlso { operation: word.to_owned(), from, origin: origin.clone() });
            }
        }
    };
    for text in remarks {
        let prose = text.prose(source);
        offer(prose.text(), None, &Origin::Stated(source.locate(text.span)));
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
        let kept: Vec<&str> = words(text).filter(|word| !names_field(word)).collect();
        let name = Some(parameter.name.value.as_str());
        offer(&kept.join(" "), name, &parameter.description.origin);
        for see in linked.iter().filter(|see| see.from.as_deref() == name) {
            offer(&see.operation, name, &see.origin);
        }
    }
    found
}

/// An operation's name begins with a verb.
pub(crate) fn is_reference(word: &str) -> bool {
    is_operation(word)
        && PHRASES.list("see", "verbs").iter().any(|verb| {
            word.strip_prefix(verb.as_str())
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
        })
}
