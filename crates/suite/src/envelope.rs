//! Whatever is sent, the answer has the documented envelope.

use contract::{Refusal, Scope, Type};
use serde_json::Value;
use wire::Carrier;

use crate::compose::{Ask, Draft};
use crate::nature::{self, Nature};
use crate::plan::Sketch;
use crate::{Expect, Family, Twist, auth, facts, travel, tree};

/// Texts that servers trip over, and what they are called.
const ODD: &[(&str, &str)] = &[
    ("unicode", "Ω≈ç√ \u{202e}тест\u{202c} 🦀e\u{301} \u{fffd}"),
    ("control", "a\u{1}b\tc\u{7f}d\u{85}e\r\nf"),
    ("markup", "<a href=\"x\">&amp;</a>]]>'\"--{{7*7}}${x}"),
];
/// Long, and short enough for the line of an ordinary gateway.
const LONG: usize = 3000;

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    let name = sketch.operation().name.clone();
    for (twist, end) in [(Twist::AnswerXml, "xml"), (Twist::AsForm, "form"), (Twist::AsJson, "json")] {
        let id = format!("{name}/envelope/{end}");
        if sketch.options.knows(twist)
            && let Some(draft) = minimal(sketch, &id).filter(|draft| travels(sketch, twist, draft))
        {
            let mut case =
                sketch.case(Family::Envelope, id, facts::ENVELOPE.to_owned(), draft, Expect::Accepted);
            case.twist = twist;
            sketch.push(case);
        }
    }
    for (end, text) in ODD {
        odd(sketch, end, (*text).to_owned());
    }
    odd(sketch, "long", "x".repeat(LONG));
    if sketch.speaks_for_all {
        operation_names(sketch);
    }
}

/// Whether the page lets the arguments of a draft travel as a departure has them.
fn travels(sketch: &Sketch<'_>, twist: Twist, draft: &Draft) -> bool {
    let carrier = match twist {
        Twist::AsForm => Carrier::Form,
        Twist::AsJson => Carrier::Json,
        _ => return true,
    };
    let sent = |p: &&&contract::Parameter| !tree::each(&draft.arguments, p.wire_name()).is_empty();
    sketch.composer.sheet.parameters.iter().filter(sent).all(|p| travel::astray(p, carrier).is_none())
}

/// A request whose text is odd: any answer will do that keeps the envelope.
fn odd(sketch: &mut Sketch<'_>, end: &str, text: String) {
    let id = format!("{}/envelope/{end}", sketch.operation().name);
    let Some(mut draft) = minimal(sketch, &id) else { return };
    let parameters = &sketch.composer.sheet.parameters;
    let takes_text = |p: &&&contract::Parameter| *p.ty.value.innermost() == Type::String;
    let free = |p: &&&contract::Parameter| nature::of(sketch.operation(), p) == Nature::Text;
    let place =
        parameters.iter().find(|p| takes_text(p) && free(p)).or_else(|| parameters.iter().find(takes_text));
    match place {
        Some(parameter) => {
            tree::put(&mut draft.arguments, parameter.wire_name(), listed(&parameter.ty.value, text))
        }
        None => drop(draft.arguments.insert("DoctractOddity".to_owned(), Value::String(text))),
    }
    let case = sketch.case(Family::Envelope, id, facts::ENVELOPE.to_owned(), draft, Expect::Answered);
    sketch.push(case);
}

/// No operation is named, or one that nobody documents.
fn operation_names(sketch: &mut Sketch<'_>) {
    for twist in [Twist::OperationMissing, Twist::OperationUnknown] {
        let end = if twist == Twist::OperationMissing { "operation-missing" } else { "operation-unknown" };
        let id = format!("{}/envelope/{end}", sketch.operation().name);
        let (true, Some(draft)) = (sketch.options.knows(twist), minimal(sketch, &id)) else { continue };
        let expect = auth::expected(sketch.contract, twist, &[Refusal::Operation, Refusal::Missing]);
        let mut case = sketch.case(Family::Envelope, id, facts::ENVELOPE.to_owned(), draft, expect);
        case.facts.extend(common(sketch, "Action").filter(|_| twist == Twist::OperationMissing));
        case.twist = twist;
        sketch.push(case);
    }
}

/// The presence of a common parameter, where a page documents it.
pub(crate) fn common(sketch: &Sketch<'_>, name: &str) -> Option<String> {
    let own = sketch.operation().parameters.iter().filter(|parameter| parameter.scope == Scope::Common);
    let parameter = sketch.contract.common_parameters.iter().chain(own).find(|p| p.name.value == name)?;
    Some(facts::about("common", parameter, "presence"))
}

/// The smallest request that is to be accepted.
pub(crate) fn minimal(sketch: &Sketch<'_>, id: &str) -> Option<Draft> {
    sketch.composer.compose(&Ask { id, ..Ask::default() }).ok()
}

fn listed(ty: &Type, text: String) -> Value {
    match ty {
        Type::Array { .. } => Value::Array(vec![Value::String(text)]),
        _ => Value::String(text),
    }
}
