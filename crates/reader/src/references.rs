//! Which other operations a page names.

use contract::{Note, Parameter, Requirement, Scope, SeeAlso};
use source::Origin;

use crate::titles::is_operation;
use crate::vocabulary::PHRASES;

/// Operations that the page names: in descriptions and notes, each once for each parameter.
pub(crate) fn see_also(
    own: &str,
    notes: &[Note],
    parameters: &[Parameter],
    linked: &[SeeAlso],
) -> Vec<SeeAlso> {
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
    let is_parameter = |word: &str| parameters.iter().any(|p| p.name.value == word);
    for note in notes {
        offer(&mut references(&note.text, own).filter(|word| !is_parameter(word)), None, &note.origin);
    }
    for parameter in parameters.iter().filter(|p| p.scope == Scope::Operation) {
        let is_value = |word: &str| {
            parameter.constraints.iter().any(|constraint| match &constraint.requirement {
                Requirement::OneOf { values } => values.iter().any(|v| v.value == word),
                _ => false,
            })
        };
        let names_field = |word: &str| is_parameter(word) || is_value(word);
        let name = Some(parameter.name.value.as_str());
        let words = references(&parameter.description.value, own);
        offer(&mut words.filter(|word| !names_field(word)), name, &parameter.description.origin);
        for see in linked.iter().filter(|see| see.from.as_deref() == name) {
            offer(&mut std::iter::once(see.operation.as_str()), name, &see.origin);
        }
    }
    found
}

/// The operations that a text names, `own` left out: words that begin with a verb.
fn references<'t>(text: &'t str, own: &str) -> impl Iterator<Item = &'t str> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    let bytes = text.as_bytes();
    let mut at = 0;
    let words = std::iter::from_fn(move || {
        let start = at + first_capital(&bytes[at..])?;
        let length = bytes[start..].iter().position(|byte| !is_part(byte)).unwrap_or(bytes.len() - start);
        at = start + length;
        let begins = !bytes[..start].last().is_some_and(is_part);
        Some(if begins { text[start..at].trim_end_matches('.') } else { "" })
    });
    // Most words have no second capital.
    let is_joined = |word: &&str| word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    words.filter(is_joined).filter(move |&word| is_reference(word) && word != own)
}

fn first_capital(text: &[u8]) -> Option<usize> {
    // Without an early end the compiler compares all bytes of a block at once; most have no capital.
    let has_capital =
        |block: &[u8; 16]| block.iter().fold(false, |any, byte| any | byte.is_ascii_uppercase());
    let (blocks, _) = text.as_chunks();
    let clear = 16 * blocks.iter().take_while(|block| !has_capital(block)).count();
    text[clear..].iter().position(u8::is_ascii_uppercase).map(|at| clear + at)
}

/// An operation's name begins with a verb.
pub(crate) fn is_reference(word: &str) -> bool {
    let begins = |verb: &String| {
        word.as_bytes().get(verb.len()).is_some_and(u8::is_ascii_uppercase) && word.starts_with(verb.as_str())
    };
    is_operation(word) && PHRASES.list("see", "verbs").iter().any(begins)
}
