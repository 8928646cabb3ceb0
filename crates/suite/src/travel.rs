//! Whether the wire of a spec carries what the page documents, where the page has it.

use contract::{Operation, Parameter, Position};
use wire::Carrier;

use crate::sheet::{Need, Sheet};

/// Why no request of an operation can be made: it is not called by name, or needs a parameter that goes astray.
pub(crate) fn hindrance(operation: &Operation, carrier: Carrier) -> Option<String> {
    let sheet = Sheet::of(operation);
    let needed = |parameter: &&&Parameter| sheet.need(parameter) == Need::Always;
    operation
        .beyond_a_call()
        .or_else(|| sheet.parameters.iter().filter(needed).find_map(|parameter| astray(parameter, carrier)))
}

/// Why a parameter would not arrive where the page has it.
pub(crate) fn astray(parameter: &Parameter, carrier: Carrier) -> Option<String> {
    let position = parameter.position.as_ref()?.value;
    let (fits, carried) = match carrier {
        Carrier::Query => (position == Position::Query, "query"),
        Carrier::Form => (matches!(position, Position::Form | Position::Body), "form"),
        Carrier::Json => (position == Position::Body, "body"),
    };
    let elsewhere = || {
        let name = &parameter.name.value;
        format!("`{name}` travels in the {position}, but the spec's wire carries arguments in the {carried}")
    };
    parameter.beyond_a_call().or_else(|| (!fits).then(elsewhere))
}
