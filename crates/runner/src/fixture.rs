//! Resources that a case needs: made by documented operations, taken from their answers, polled until ready.

use std::collections::BTreeMap;

use serde_json::Value;
use suite::{Fixture, Twist, Wait};
use tokio::time::{Instant, sleep};
use wire::{Arguments, Verdict};

use crate::Class;
use crate::attempt::envelope_kept;
use crate::conversation::{Conversation, Question};
use crate::field::{field, text};

/// What the fixtures of a case yielded, by name.
pub(crate) type Made = BTreeMap<String, Value>;

/// Makes the fixtures in order; later ones may use what earlier ones yielded.
pub(crate) async fn make(conversation: &mut Conversation<'_>, fixtures: &[Fixture]) -> Result<Made, Class> {
    let mut made = Made::new();
    for fixture in fixtures {
        let Fixture { name, call, take, .. } = fixture;
        let arguments = filled(&fixture.arguments, &made);
        let body = accepted(conversation, name, call, &arguments).await?;
        let missing = || failed(name, &format!("the answer of {call} has no `{take}`: {body}"));
        let value = field(&body, take).cloned().ok_or_else(missing)?;
        made.insert(name.clone(), value);
        if let Some(wait) = &fixture.wait {
            ready(conversation, name, wait, &filled(&wait.arguments, &made)).await?;
        }
    }
    Ok(made)
}

/// Arguments with `$name` replaced by what the fixture of that name yielded.
pub(crate) fn filled(arguments: &Arguments, made: &Made) -> Arguments {
    arguments.iter().map(|(name, value)| (name.clone(), fill(value, made))).collect()
}

fn fill(value: &Value, made: &Made) -> Value {
    match value {
        Value::String(text) => {
            let resource = text.strip_prefix('$').and_then(|name| made.get(name));
            resource.unwrap_or(value).clone()
        }
        Value::Array(items) => items.iter().map(|item| fill(item, made)).collect(),
        Value::Object(fields) => Value::Object(filled(fields, made)),
        other => other.clone(),
    }
}

async fn accepted(
    conversation: &mut Conversation<'_>,
    name: &str,
    operation: &str,
    arguments: &Arguments,
) -> Result<Value, Class> {
    let question =
        Question { purpose: "fixture", operation, arguments, twist: Twist::None, stamp: None, expects: &[] };
    let verdict = conversation.ask(&question).await?;
    envelope_kept(conversation, &question, &verdict)?;
    match verdict {
        Verdict::Accepted { body, .. } => Ok(body),
        other => Err(failed(name, &format!("{operation} was {}", other.summary()))),
    }
}

async fn ready(
    conversation: &mut Conversation<'_>,
    name: &str,
    wait: &Wait,
    arguments: &Arguments,
) -> Result<(), Class> {
    let options = &conversation.session.context.options;
    let (until, mut pause) = (Instant::now() + options.ready_timeout, options.poll_every);
    loop {
        let body = accepted(conversation, name, &wait.call, arguments).await?;
        let state = field(&body, &wait.field).map(text);
        if state.as_ref().is_some_and(|state| wait.is.contains(state)) {
            return Ok(());
        }
        if Instant::now() + pause > until {
            let waited = options.ready_timeout.as_millis();
            let state = state.map_or("missing".to_owned(), |state| format!("`{state}`"));
            let wanted = wait.is.join("`, `");
            return Err(failed(
                name,
                &format!("after {waited} ms `{}` of {} is {state}, not `{wanted}`", wait.field, wait.call),
            ));
        }
        // Of many looks the last one is enough for a report.
        conversation.sent.pop();
        sleep(pause).await;
        pause = (pause * 2).min(options.poll_every * 10);
    }
}

fn failed(name: &str, reason: &str) -> Class {
    Class::Inconclusive { reason: format!("the resource `${name}` could not be made: {reason}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_whole_values_that_name_a_fixture_are_filled_in() {
        let made = Made::from([("image".to_owned(), json!("m-1")), ("size".to_owned(), json!(20))]);
        let arguments =
            json!({ "A": "$image", "B": [{ "C": "$size" }], "D": "$other", "E": "x$image", "F": "$" });
        let expected = json!({ "A": "m-1", "B": [{ "C": 20 }], "D": "$other", "E": "x$image", "F": "$" });
        let arguments = arguments.as_object().expect("a tree");
        assert_eq!(Value::Object(filled(arguments, &made)), expected);
    }
}
