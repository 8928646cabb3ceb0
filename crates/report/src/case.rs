//! A case in words: what it tests, what it sends, what must come.

use annotate_snippets::{Level, Message};
use source::Source;
use suite::{Case, Expect, Plan, Twist};

use crate::Look;
use crate::passage::Passage;
use crate::snippet::{quote, render};

/// A case with the words on the page that it tests. `directory` is put before the names of files.
pub fn case(case: &Case, plan: &Plan, sources: &[Source], directory: &str, look: Look) -> String {
    let family = format!("{:?}", case.family).to_lowercase();
    let title = Level::INFO.primary_title(case.id.as_str()).id(family);
    let fact = case.facts.first().and_then(|id| plan.facts.iter().find(|fact| fact.id == *id));
    let mut group = match fact {
        Some(fact) => {
            let at = fact.origin.location();
            let passage =
                sources.iter().find(|s| *s.name() == at.file).and_then(|source| Passage::of(source, at));
            quote(title, passage, crate::evidence::inside(directory, &at.file), at, None, look)
        }
        None => annotate_snippets::Group::with_title(title),
    };
    for fixture in &case.fixtures {
        let made = format!("{} of {} becomes ${}", fixture.take, fixture.call, fixture.name);
        group = group.element(note("first", made));
    }
    if case.accepted_first.is_some() {
        let shown =
            "a request of the same shape must be accepted, so that only one rule is broken".to_owned();
        group = group.element(note("first", shown));
    }
    let arguments: Vec<String> =
        case.arguments.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect();
    group = group.element(note("sends", format!("{} {}", case.operation, arguments.join(" "))));
    if case.twist != Twist::None {
        group = group.element(note("but", twist(case.twist).to_owned()));
    }
    render(&[group.element(note("expects", expected(&case.expect)))], look)
}

fn note(name: &'static str, text: String) -> Message<'static> {
    Level::NOTE.with_name(name).message(text)
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn expected(expect: &Expect) -> String {
    match expect {
        Expect::Accepted => "success, in the documented shape".to_owned(),
        Expect::RefusedSomehow => "a refusal; the page names no error for it".to_owned(),
        Expect::Answered => "any answer in the documented envelope".to_owned(),
        Expect::Refused { errors } => {
            let each = errors.iter().map(|error| {
                let status = error.http_status.map(|status| format!("{status} ")).unwrap_or_default();
                format!("{status}{}", error.code)
            });
            let mut each: Vec<String> = each.collect();
            each.dedup();
            each.join(", or ")
        }
    }
}

fn twist(twist: Twist) -> &'static str {
    match twist {
        Twist::None => "like any other request",
        Twist::SignatureMissing => "without a signature",
        Twist::SignatureWrong => "with one character of the signature changed",
        Twist::KeyUnknown => "with a key that the target does not know",
        Twist::ChangedAfterSigning => "with a parameter changed after signing",
        Twist::NonceReplayed => "with the nonce of the request before",
        Twist::TimeExpired => "with a time that lies a day back",
        Twist::OtherSignature => "with the other documented signature",
        Twist::OperationMissing => "without the name of the operation",
        Twist::OperationUnknown => "to an operation that no page documents",
        Twist::AsForm => "as a form",
        Twist::AsJson => "as JSON",
        Twist::AnswerXml => "asking for XML",
    }
}
