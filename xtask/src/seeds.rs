//! The five documents that the project was made for: what is known of them, and that our own pages say the same.

use std::path::Path;

use contract::{Contract, Field, Operation, Presence, Scope};

/// Holds the reading of the seeds to what a person reads in them.
pub(crate) fn check(root: &Path, seeds: &Contract) -> Result<(), String> {
    let [zero, one, two, three, four] = seeds.operations.as_slice() else {
        return Err(format!("the seeds hold 5 operation pages, {} were read", seeds.operations.len()));
    };
    let count = seeds.accounting;
    expect("cells of the seeds", &(count.cells_used + count.cells_reported), &count.cells)?;
    expect("names, types, presence and models of 000 and 001", &facts(zero, true), &facts(one, true))?;

    let shared = |operation: &Operation| -> Vec<String> {
        let names = |o: &Operation| o.parameters.iter().map(|p| p.name.value.clone()).collect::<Vec<_>>();
        let (of_two, of_three) = (names(two), names(three));
        let mut facts = facts(operation, false);
        facts.retain(|fact| {
            let name = fact.split(':').next().unwrap_or_default();
            !fact.starts_with("parameter ") || {
                let name = name.trim_start_matches("parameter ").to_owned();
                of_two.contains(&name) && of_three.contains(&name)
            }
        });
        facts.sort();
        facts
    };
    expect("what 002 and 003 both document", &shared(two), &shared(three))?;
    let only = |one: &Operation, other: &Operation| -> Vec<String> {
        one.parameters
            .iter()
            .filter(|p| other.parameter(&p.name.value).is_none())
            .map(|p| p.name.value.clone())
            .collect()
    };
    expect("what 003 lost", &only(two, three), &strings(&["Tag.N.Key", "Tag.N.Value"]))?;
    expect("what 003 added", &only(three, two), &strings(&["KMSKeyId"]))?;
    let stated = three.parameters.iter().filter(|p| p.presence.value != Presence::Unstated).count();
    expect("presence that 003 states", &stated, &0)?;
    for (operation, errors) in [(two, 23), (three, 30)] {
        expect("error rows", &operation.errors.len(), &errors)?;
        for error in &operation.errors {
            let split = error.http_status.is_some_and(|status| (400..=500).contains(&status))
                && !error.code.contains(char::is_whitespace)
                && error.message.is_ascii()
                && error.message.split_whitespace().count() >= 4
                && !error.description.is_empty();
            if !split {
                return Err(format!("{}: an error row is split wrongly: {error:?}", error.origin.location()));
            }
        }
    }

    let pages = [
        (zero, "ucloud-image"),
        (one, "sigcal-image"),
        (two, "aliyun-image"),
        (three, "aliyun-image-web"),
        (four, "ucloud-image"),
    ];
    for (seed, spec) in pages {
        let spec = pipeline::load_spec(&root.join("specs").join(spec)).map_err(|error| error.to_string())?;
        let own = spec.contract.operation(&seed.name).ok_or(format!("{} lacks {}", spec.name, seed.name))?;
        expect(
            &format!("{} of {} and of the seed", seed.name, spec.name),
            &facts(own, true),
            &facts(seed, true),
        )?;
        expect(&format!("rules of {} of {}", seed.name, spec.name), &rules(own), &rules(seed))?;
        expect(&format!("errors of {} of {}", seed.name, spec.name), &errors(own), &errors(seed))?;
    }
    eprintln!("seeds: 5 operation pages, 000 = 001, 002 = 003 but for what is known, our pages = the seeds");
    Ok(())
}

/// Names, types and presence of parameters, fields and models, a line each.
fn facts(operation: &Operation, presence: bool) -> Vec<String> {
    let mut out: Vec<String> = operation
        .parameters
        .iter()
        .map(|p| {
            let stated = if presence { format!("{:?}", p.presence.value) } else { String::new() };
            format!("parameter {}: {} {stated}", p.name.value, p.ty.value)
        })
        .collect();
    operation.response.iter().for_each(|f| field(f, 0, presence, &mut out));
    for model in &operation.models {
        out.push(format!("model {}", model.name));
        model.fields.iter().for_each(|f| field(f, 1, presence, &mut out));
    }
    out
}

/// A field and what stands below it.
fn field(one: &Field, depth: usize, presence: bool, out: &mut Vec<String>) {
    let stated = if presence { format!("{:?}", one.presence.value) } else { String::new() };
    out.push(format!("{}field {}: {} {stated}", "  ".repeat(depth), one.name.value, one.ty.value));
    one.fields.iter().for_each(|inner| field(inner, depth + 1, presence, out));
}

fn rules(operation: &Operation) -> Vec<String> {
    let own = operation.parameters.iter().filter(|p| p.scope == Scope::Operation);
    own.flat_map(|p| {
        p.constraints.iter().map(|c| format!("{}: {:?} {:?}", p.name.value, c.confidence, c.requirement))
    })
    .chain(operation.rules.iter().map(|rule| format!("{:?} {:?}", rule.kind, rule.parameters)))
    .collect()
}

fn errors(operation: &Operation) -> Vec<String> {
    operation
        .errors
        .iter()
        .map(|e| format!("{:?} {} {} {:?} {:?}", e.http_status, e.code, e.message, e.refuses, e.parameters))
        .collect()
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn expect<T: PartialEq + std::fmt::Debug>(what: &str, one: &T, other: &T) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("{what} differ:\n  {one:?}\n  {other:?}")) }
}
