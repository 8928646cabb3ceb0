//! In which part of a request a parameter travels: by its column, by the request line, by the section of its table.

use contract::{Parameter, Position, Presence, Scope, Type};
use source::{Origin, Sourced};

use crate::accounting::Ledger;
use crate::diagnostics;
use crate::linking::Answer;
use crate::request_line::{Mention, Syntax};
use crate::rows::RowFacts;

/// The rule that concludes from the block with the request line.
const RULE: &str = "request-line";

/// Settles the positions of request rows, and returns what the request line names and no row describes. The column
/// of a table speaks first; the request line is a whole request and knows better than the heading above a table.
pub(crate) fn settle(rows: &mut [RowFacts<'_>], syntax: &Syntax, ledger: &mut Ledger<'_>) -> Vec<Mention> {
    let mut described: Vec<bool> = vec![false; syntax.names.len()];
    for at in 0..rows.len() {
        if matches!(&rows[at].position, Some(Sourced { origin: Origin::Stated(_), .. })) {
            continue;
        }
        let heading = rows[at].position.as_ref().map(|position| position.value);
        let twin = |row: &RowFacts<'_>, position| {
            row.position.as_ref().is_some_and(|p| p.value == position)
                && row.name.value == rows[at].name.value
        };
        let named = syntax.names.iter().position(|mention| {
            alike(&mention.name.value, &rows[at].name.value)
                // A form has a `Content-Type` of its own beside that of the request.
                && !(heading.is_none() && rows.iter().any(|row| twin(row, mention.position)))
        });
        let segment = || syntax.segments.iter().find(|segment| segment.value == rows[at].name.value);
        let (position, from) = match (named, segment()) {
            (Some(named), _) => {
                described[named] = true;
                (syntax.names[named].position, syntax.names[named].name.location().clone())
            }
            (None, Some(segment)) => (Position::Path, segment.location().clone()),
            (None, None) => match (&syntax.form, heading) {
                (Some(form), None) => (Position::Form, ledger.at(*form)),
                _ => continue,
            },
        };
        let row = &mut rows[at];
        if let Some(named) = named.map(|named| &syntax.names[named].name)
            && named.value != row.name.value
            && position != Position::Header
        {
            row.spelling = Some(Box::new(Sourced::derived(named.value.clone(), RULE, from.clone())));
        }
        match heading {
            Some(heading) if heading == position => {}
            heading => {
                if let Some(heading) = heading {
                    let at = row.name.location().clone();
                    ledger.tell(diagnostics::disputed_position(at, &row.name.value, heading, position));
                }
                row.position = Some(Sourced::derived(position, RULE, from));
            }
        }
    }
    let left = syntax.names.iter().zip(described).filter(|(_, described)| !described);
    left.map(|(mention, _)| mention.clone()).collect()
}

/// A parameter that the request line names and no table describes. A path can't do without its parts; of the others
/// nothing is said but where they stand.
pub(crate) fn unwritten(mention: Mention) -> Parameter {
    let Mention { name, position, value } = mention;
    let at = name.location().clone();
    let presence = if position == Position::Path { Presence::Required } else { Presence::Unstated };
    Parameter {
        name,
        spelling: None,
        first_index: None,
        scope: Scope::Operation,
        ty: Sourced::derived(Type::Unknown, RULE, at.clone()),
        presence: Sourced::derived(presence, RULE, at.clone()),
        position: Some(Sourced::derived(position, RULE, at.clone())),
        example: value,
        description: Sourced::derived(String::new(), RULE, at.clone()),
        constraints: Vec::new(),
        origin: Origin::derived(RULE, at),
    }
}

/// A field in a table of headers that the body of the page's answer shows is no header.
pub(crate) fn shown(row: &mut RowFacts<'_>, answer: &Answer<'_>, ledger: &mut Ledger<'_>) {
    let heading = row.position.as_ref().map(|position| position.value);
    if let Some((body, at)) = answer
        && let Some(heading @ Position::Header) = heading
        && body.get(&row.name.value).is_some()
    {
        let name = row.name.location().clone();
        ledger.tell(diagnostics::disputed_position(name, &row.name.value, heading, Position::Body));
        row.position = Some(Sourced::derived(Position::Body, "shape-of-the-example", (*at).clone()));
    }
}

/// Tables write `MaxKeys` where the request line has `max-keys`.
fn alike(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        name.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
