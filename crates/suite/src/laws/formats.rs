//! One answer in JSON and in XML says the same.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Answered, Bench, unanswered};
use crate::envelope::minimal;
use crate::plan::Sketch;
use crate::{Again, Call, Expect, Family, Judgement, Law, Promise, Step, Twist, codes, facts, nature};

/// Fields that name the answer, not what is answered.
const OF_THE_ANSWER: &[&str] = &["RequestId", "HostId"];

/// What is only read can be asked for twice.
pub(super) fn draw(sketch: &mut Sketch<'_>) {
    let operation = sketch.operation();
    let id = format!("{}/envelope/both-formats", operation.name);
    if !sketch.options.knows(Twist::AnswerXml) || !nature::only_reads(operation) {
        return;
    }
    let Some(draft) = minimal(sketch, &id).filter(|draft| draft.fixtures.is_empty()) else { return };
    let ask = |twist| Call {
        operation: operation.name.clone(),
        arguments: draft.arguments.clone(),
        twist,
        take: None,
    };
    let steps = vec![Step::of(ask(Twist::AnswerXml)), Step::of(ask(Twist::None))];
    let fact = facts::ENVELOPE.to_owned();
    let mut case = sketch.case(Family::Envelope, id, fact, draft.clone(), Expect::Accepted);
    let again = Again { from: 0, tries: Some(6) };
    case.law = Some(Law { promise: Promise::SameInBothFormats, take: None, steps, again });
    sketch.push(case);
}

pub(super) fn judge(bench: &Bench<'_>, answers: &[Answered]) -> Judgement {
    let [json, xml, after] = answers else {
        return Judgement::Inconclusive("an answer is missing".to_owned());
    };
    let (Some(json), Some(told), Some(after)) = (json.accepted(), xml.accepted(), after.accepted()) else {
        return unanswered(answers.iter().find(|answer| answer.accepted().is_none()).unwrap_or(xml));
    };
    let (json, told, after) = (leaves(json), leaves(told), leaves(after));
    if json != after {
        return Judgement::Inconclusive("what is listed changed between two answers".to_owned());
    }
    let differing = json.keys().chain(told.keys()).find(|path| json.get(*path) != told.get(*path));
    let Some(path) = differing else { return Judgement::Held };
    let shown = |leaves: &BTreeMap<String, Vec<String>>| match leaves.get(path) {
        Some(values) => format!("`{path}` is {}", values.join(", ")),
        None => format!("no `{path}`"),
    };
    bench.breach(
        codes::FORMATS_DIFFER,
        bench.main(),
        "the answer in XML says something else than the answer in JSON".to_owned(),
        [
            "write both formats from the same answer, with the same names".to_owned(),
            format!("as in JSON: {}", shown(&json)),
            format!("in XML: {}", shown(&told)),
        ],
        "a format is asked for, not another answer",
    )
}

/// Every text of an answer by its path. XML knows neither lists of one nor empty lists, so paths carry no index and what
/// is empty is left out.
fn leaves(body: &Value) -> BTreeMap<String, Vec<String>> {
    let mut leaves = BTreeMap::new();
    collect(body, String::new(), &mut leaves);
    leaves
}

fn collect(value: &Value, path: String, leaves: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| collect(item, path.clone(), leaves)),
        Value::Object(members) => {
            for (name, member) in members {
                if !(path.is_empty() && OF_THE_ANSWER.contains(&name.as_str())) {
                    let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    collect(member, below, leaves);
                }
            }
        }
        Value::String(text) if text.trim().is_empty() => {}
        Value::String(text) => leaves.entry(path).or_default().push(text.trim().to_owned()),
        Value::Number(number) => {
            let text = number.as_f64().map_or_else(|| number.to_string(), |float| float.to_string());
            leaves.entry(path).or_default().push(text);
        }
        other => leaves.entry(path).or_default().push(other.to_string()),
    }
}
