//! Rules in prose beside what else the pages say: the same rule in the other language, defaults among the values, and the
//! pages' own examples.

use std::collections::BTreeMap;

use contract::{Confidence, Constraint, Contract, Operation, Requirement, is_masked};
use lint::Topic;

/// The least share of statements in two languages that agree, in percent, by what they are about: lists of values and
/// defaults are edited more often than bounds.
fn agree_at_least(topic: Topic) -> f64 {
    match topic {
        Topic::OneOf | Topic::Default => 93.0,
        _ => 98.0,
    }
}

/// Compares the rules of translations, prints how many agree, and the others with both lines if asked to.
pub(crate) fn of_translations(
    folder: &str,
    pairs: &[(&Operation, &Operation)],
    list: bool,
) -> Result<(), String> {
    #[derive(Default)]
    struct Count {
        agree: usize,
        both: usize,
        one_only: usize,
    }
    let mut counts: BTreeMap<Topic, Count> = BTreeMap::new();
    for (one, other) in pairs {
        let rules = lint::compare(one, other).into_iter().filter(|c| Topic::RULES.contains(&c.topic));
        for comparison in rules {
            let count = counts.entry(comparison.topic).or_default();
            let place = |side: &Option<lint::Side>| match side {
                Some(side) => format!("{} {}", side.at, side.says),
                None => "states none".to_owned(),
            };
            let told = match comparison.agrees() {
                Some(agree) => {
                    count.both += 1;
                    count.agree += usize::from(agree);
                    !agree
                }
                None => {
                    count.one_only += 1;
                    list
                }
            };
            if told {
                let (here, there) = (place(&comparison.here), place(&comparison.there));
                println!(
                    "{} of {} of {}: {here} | {there}",
                    comparison.topic, comparison.parameter, one.name
                );
            }
        }
    }
    let mut wrong = Vec::new();
    for (topic, count) in &counts {
        let share = 100.0 * count.agree as f64 / count.both.max(1) as f64;
        eprintln!(
            "{folder}: {topic}: {share:.1} % of {} statements agree with the translation, {} stand on one page only",
            count.both, count.one_only
        );
        if share < agree_at_least(*topic) {
            wrong.push(format!(
                "{folder}: only {share:.1} % of statements of {topic} agree with the translation"
            ));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// A literal default must be one of the listed values, and an example must keep the certain rules. Where a page says otherwise,
/// what it says can't be certain; each such default is printed.
pub(crate) fn with_itself(folder: &str, contract: &Contract) -> Result<(), String> {
    let (mut defaults, mut outside, mut kept, mut broken) = (0, 0, 0, Vec::new());
    for parameter in contract.operations.iter().flat_map(|operation| &operation.parameters) {
        let always: Vec<&Constraint> = parameter
            .constraints
            .iter()
            .filter(|c| c.when.is_none() && c.confidence != Confidence::Weak)
            .collect();
        if let Some((default, values)) = literal_and_values(&always) {
            let Requirement::Default { value: Some(literal) } = &default.requirement else { continue };
            defaults += 1;
            if !keeps(&values.requirement, literal) {
                outside += 1;
                let told =
                    format!("{}: the default `{literal}` is none of the values", default.origin.location());
                println!("{told}");
                if default.confidence == Confidence::Certain && values.confidence == Confidence::Certain {
                    broken.push(told);
                }
            }
        }
        let Some(example) = parameter.example.as_ref().filter(|e| !is_masked(&e.value)) else { continue };
        for rule in always.iter().filter(|rule| rule.confidence == Confidence::Certain) {
            kept += 1;
            if !rule.requirement.allows(&example.value) {
                let at = rule.origin.location();
                broken.push(format!("{at}: the example `{}` breaks a certain rule", &*example.value));
            }
        }
    }
    let told = |code: &str| contract.diagnostics.iter().filter(|d| d.code == code).count();
    eprintln!(
        "{folder}: {} of {defaults} literal defaults are among the listed values, {kept} certain rules keep their row's \
         example; told: {} rules that an example cell breaks, {} that a shown request breaks",
        defaults - outside,
        told("reader/example-breaks-rule"),
        told("reader/request-breaks-rule"),
    );
    if broken.is_empty() {
        Ok(())
    } else {
        Err(format!("{folder}: certain all the same\n  {}", broken.join("\n  ")))
    }
}

/// A literal default, and the list of all values, where a row states both.
fn literal_and_values<'c>(rules: &[&'c Constraint]) -> Option<(&'c Constraint, &'c Constraint)> {
    let find =
        |wanted: fn(&Requirement) -> bool| rules.iter().copied().find(|rule| wanted(&rule.requirement));
    let default = find(|rule| matches!(rule, Requirement::Default { value: Some(_) }))?;
    Some((default, find(|rule| matches!(rule, Requirement::OneOf { .. }))?))
}

/// Whether a requirement allows a value, in any writing of truth.
fn keeps(requirement: &Requirement, value: &str) -> bool {
    requirement.allows(value) || requirement.allows(&value.to_lowercase())
}
