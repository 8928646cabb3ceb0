//! The faults that image-service can be told to commit, by name.

use image_service::faults::{Fault, all};

use crate::exit::Failure;

/// The faults of these names.
pub(crate) fn named(names: &[String]) -> Result<Vec<Fault>, Failure> {
    names.iter().map(|name| name.parse().map_err(|_| unknown(name))).collect()
}

/// Every fault: its name, what the service then does, what finds it, and where.
pub(crate) fn list() -> String {
    let told = all().iter().map(|fault| {
        let specs = fault.specs().join(", ");
        format!(
            "{}\n    {}\n    found by {}\n    in {specs}\n",
            fault.name(),
            fault.about(),
            fault.found_by()
        )
    });
    told.collect()
}

fn unknown(name: &str) -> Failure {
    let near = |fault: &&Fault| strsim::damerau_levenshtein(name, fault.name());
    let within = |fault: &&Fault| fault.name().contains(name) || near(fault) * 3 <= name.chars().count();
    let help = match all().iter().filter(within).min_by_key(near) {
        Some(fault) => format!("did you mean `{}`?", fault.name()),
        None => "`doctract verify --list-faults` lists them".to_owned(),
    };
    Failure::usage(format!("there is no fault `{name}`"), help)
}
