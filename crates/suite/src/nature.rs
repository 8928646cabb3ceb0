//! What kind of value a parameter takes, judged by what the page says around it; lists of words where it says nothing.

use contract::{Confidence, Operation, Parameter, Path, Refusal, Requirement, Type};

use crate::vocabulary::{VOCABULARY, Words};

/// What kind of value a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// It names something that exists in the target: only a binding can know it.
    Resource,
    /// Text that the caller makes up.
    Text,
    /// The page does not tell what a value looks like.
    Opaque,
}

/// What kind of value a parameter takes.
pub(crate) fn of(operation: &Operation, parameter: &Parameter) -> Nature {
    let name = parameter.name.as_str();
    let referred = operation.see_also.iter().any(|see| see.from.as_deref() == Some(name));
    let can_be_missing_there = operation.errors.iter().any(|error| {
        error.refuses == Some(Refusal::NotFound)
            && error.confidence != Confidence::Weak
            && error.parameters.len() == 1
            && error.parameters[0] == name
    });
    let path = Path::of(parameter.wire_name());
    let leaf = singular(path.leaf());
    let ends = |endings: &Words| endings.end(leaf) || endings.are(leaf);
    let words = &VOCABULARY.parameters;
    let nested = path.segments().len() > 1 + usize::from(path.is_list());
    if referred || can_be_missing_there || ends(&words.resources) || (!nested && ends(&words.plain_resources))
    {
        Nature::Resource
    } else if ends(&words.texts) || parameter.constraints.iter().any(|c| shapes_text(&c.requirement)) {
        Nature::Text
    } else {
        Nature::Opaque
    }
}

/// Whether a switch must stay as it is for the operation to happen.
pub(crate) fn is_rehearsal(parameter: &Parameter) -> bool {
    parameter.ty.value == Type::Boolean && VOCABULARY.parameters.rehearsals.end(&parameter.name)
}

/// Whether an operation only reads.
pub(crate) fn only_reads(operation: &Operation) -> bool {
    VOCABULARY.operations.readers.begun(&operation.name).is_some()
}

/// Whether a parameter says where something new is put.
pub(crate) fn is_destination(name: &str) -> bool {
    VOCABULARY.parameters.destinations.begun(name).is_some()
}

/// Whether an operation makes something new.
pub(crate) fn makes(operation: &Operation) -> bool {
    VOCABULARY.operations.makers.begun(&operation.name).is_some()
}

/// Whether an operation removes something for good.
pub(crate) fn removes(operation: &Operation) -> bool {
    VOCABULARY.operations.removers.begun(&operation.name).is_some()
}

/// Whether the page says that a wrong value is passed over.
pub(crate) fn is_unenforced(parameter: &Parameter, words: &str) -> bool {
    let unenforced = &VOCABULARY.descriptions.unenforced;
    unenforced.are_in(words) || unenforced.are_in(&parameter.description)
}

/// Whether the page says that the case of letters matters.
pub(crate) fn is_case_sensitive(parameter: &Parameter, words: &str) -> bool {
    let sensitive = &VOCABULARY.descriptions.case_sensitive;
    sensitive.are_in(words) || sensitive.are_in(&parameter.description)
}

/// Whether a parameter asks for things in a state.
pub(crate) fn is_state(parameter: &Parameter) -> bool {
    VOCABULARY.parameters.states.end(&parameter.name)
}

/// Whether a text may hold several values, with commas between them.
pub(crate) fn takes_several(parameter: &Parameter) -> bool {
    VOCABULARY.descriptions.commas.are_in(&parameter.description)
}

/// Whether a field of an answer is tied to a circumstance.
pub(crate) fn is_only_sometimes(description: &str) -> bool {
    VOCABULARY.descriptions.only_sometimes.are_in(description)
}

/// Whether the words of an error say that what the caller has named exists already.
pub(crate) fn is_taken(words: &str) -> bool {
    VOCABULARY.errors.taken.are_in(words) && !VOCABULARY.errors.denials.are_in(words)
}

/// Whether the words of an error say that a token was used for another request.
pub(crate) fn is_spent(words: &str) -> bool {
    VOCABULARY.errors.spent.are_in(words) && VOCABULARY.errors.tokens.are_in(words)
}

/// Whether the words of an error say that what a maker makes is not ready yet: `CreateImage` of an image that is being
/// created.
pub(crate) fn is_under_way(maker: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let Some(verb) = VOCABULARY.operations.makers.begun(maker) else { return false };
    let noun = maker.rfind(char::is_uppercase).map_or("", |at| &maker[at..]).to_lowercase();
    let stem = &verb[..verb.len() - 1];
    // Creating and copying; the page that writes coping is the model of all.
    let forms =
        [format!("{verb}ing"), format!("{stem}ing"), format!("being {verb}d"), format!("being {stem}ied")];
    let at_work = forms.iter().any(|form| words.contains(&form.to_lowercase()))
        || VOCABULARY.under_way.get(verb).is_some_and(|chinese| chinese.are_in(&words));
    at_work && words.contains(&noun) && !VOCABULARY.errors.denials.are_in(&words)
}

fn singular(leaf: &str) -> &str {
    let leaf = leaf.strip_suffix("List").or_else(|| leaf.strip_suffix("Set")).unwrap_or(leaf);
    leaf.strip_suffix('s').unwrap_or(leaf)
}

/// Whether a requirement tells what the text of a value looks like.
fn shapes_text(requirement: &Requirement) -> bool {
    matches!(
        requirement,
        Requirement::Length { .. }
            | Requirement::StartsWith { .. }
            | Requirement::NotStartsWith { .. }
            | Requirement::Contains { .. }
            | Requirement::NotContains { .. }
            | Requirement::Charset { .. }
    )
}
