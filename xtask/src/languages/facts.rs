//! What a page promises, as facts that can be laid beside those of a translation.

use std::collections::BTreeMap;
use std::fmt;

use contract::{Field, Operation, Presence};
use source::Origin;

/// The tables of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Table {
    Request,
    Response,
    Errors,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Table::Request => "parameters",
            Table::Response => "fields",
            Table::Errors => "errors",
        })
    }
}

/// One row, as it was read.
#[derive(Debug)]
pub(crate) struct Fact {
    pub(crate) table: Table,
    /// Its place: the path in the answer, or the name.
    pub(crate) path: String,
    /// What stands in the row.
    pub(crate) name: String,
    /// Type and presence, or nothing more.
    pub(crate) says: String,
    /// Whether an example has a part in it.
    pub(crate) shown: bool,
    pub(crate) line: usize,
}

/// The facts of an operation by what they are about; where a name stands twice, the first counts.
pub(crate) fn of(operation: &Operation) -> BTreeMap<(Table, String), Fact> {
    let mut facts = BTreeMap::new();
    let mut add = |fact: Fact| {
        facts.entry((fact.table, fact.path.clone())).or_insert(fact);
    };
    for parameter in &operation.parameters {
        let presence = presence(&parameter.presence.value);
        add(Fact {
            table: Table::Request,
            path: parameter.name.value.clone(),
            name: parameter.name.value.clone(),
            says: format!("{} {presence}", parameter.ty.value),
            shown: false,
            line: line(&parameter.origin),
        });
    }
    fields(&operation.response, "", &mut add);
    for model in &operation.models {
        fields(&model.fields, &format!("{}: ", model.name), &mut add);
    }
    for error in &operation.errors {
        let status = error.http_status.map_or("no status".to_owned(), |status| status.to_string());
        add(Fact {
            table: Table::Errors,
            path: format!("{status} {}", error.code),
            name: error.code.clone(),
            says: String::new(),
            shown: false,
            line: line(&error.origin),
        });
    }
    facts
}

/// The fields that have rows; what only an example shows is no fact of the table.
fn fields(rows: &[Field], above: &str, add: &mut impl FnMut(Fact)) {
    for field in rows {
        let path = format!("{above}{}", field.name.value);
        if matches!(field.origin, Origin::Stated(_)) {
            add(Fact {
                table: Table::Response,
                path: path.clone(),
                name: field.name.value.clone(),
                says: field.ty.value.to_string(),
                shown: matches!(field.ty.origin, Origin::Derived { .. }),
                line: line(&field.origin),
            });
        }
        fields(&field.fields, &format!("{path}."), add);
    }
}

fn presence(presence: &Presence) -> &'static str {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Unstated => "unstated",
        Presence::Conditional => "conditional",
    }
}

fn line(origin: &Origin) -> usize {
    usize::try_from(origin.location().line).unwrap_or_default()
}
