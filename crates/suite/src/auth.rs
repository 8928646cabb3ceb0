//! Keys, signatures, nonces and time are checked.

use contract::{Confidence, Contract, ErrorCase, Refusal};

use crate::compose::Ask;
use crate::envelope::{common, minimal};
use crate::plan::Sketch;
use crate::vocabulary::{OfDepartures, VOCABULARY, Words};
use crate::{Expect, Family, Twist, facts, refusal};

/// A departure, its name in ids, the common parameter that it is about, and words by which its error is known: one of
/// each group must stand in code, message or description.
struct Departure {
    twist: Twist,
    name: &'static str,
    parameter: Option<&'static str>,
    words: fn(&OfDepartures) -> [&Words; 2],
}

const DEPARTURES: &[Departure] = &[
    Departure {
        twist: Twist::SignatureMissing,
        name: "signature-missing",
        parameter: Some("Signature"),
        words: |words| [&words.signature, &words.absent],
    },
    Departure {
        twist: Twist::SignatureWrong,
        name: "signature-wrong",
        parameter: None,
        words: |words| [&words.signature, &words.wrong],
    },
    Departure {
        twist: Twist::ChangedAfterSigning,
        name: "changed-after-signing",
        parameter: None,
        words: |words| [&words.signature, &words.wrong],
    },
    Departure {
        twist: Twist::KeyUnknown,
        name: "key-unknown",
        parameter: Some("PublicKey"),
        words: |words| [&words.key, &words.key_unknown],
    },
    Departure {
        twist: Twist::NonceReplayed,
        name: "nonce-replayed",
        parameter: None,
        words: |words| [&words.nonce, &words.used],
    },
    Departure {
        twist: Twist::TimeExpired,
        name: "time-expired",
        parameter: None,
        words: |words| [&words.time, &words.expired],
    },
    Departure {
        twist: Twist::OperationMissing,
        name: "operation-missing",
        parameter: None,
        words: |words| [&words.operation, &words.absent],
    },
    Departure {
        twist: Twist::OperationUnknown,
        name: "operation-unknown",
        parameter: None,
        words: |words| [&words.operation_or_api, &words.operation_unknown],
    },
];

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    if !sketch.speaks_for_all {
        return;
    }
    let operation = sketch.operation().name.clone();
    let of_envelope = [Twist::OperationMissing, Twist::OperationUnknown];
    let known = |departure: &&Departure| !of_envelope.contains(&departure.twist);
    for departure in DEPARTURES.iter().filter(known) {
        let id = format!("{operation}/auth/{}", departure.name);
        let first = sketch.composer.compose(&Ask { id: &id, first: true, ..Ask::default() });
        let (true, Some(draft), Ok(first)) =
            (sketch.options.knows(departure.twist), minimal(sketch, &id), first)
        else {
            continue;
        };
        let expect = expected(sketch.contract, departure.twist, &[Refusal::Authentication]);
        let mut case = sketch.case(Family::Auth, id, facts::SIGNATURE.to_owned(), draft, expect);
        case.facts.extend(departure.parameter.and_then(|name| common(sketch, name)));
        case.twist = departure.twist;
        case.fixtures.extend(first.fixtures);
        case.accepted_first = Some(first.arguments);
        sketch.push(case);
    }
    let id = format!("{operation}/auth/other-signature");
    if sketch.options.knows(Twist::OtherSignature)
        && let Some(draft) = minimal(sketch, &id)
    {
        let mut case = sketch.case(Family::Auth, id, facts::SIGNATURE.to_owned(), draft, Expect::Accepted);
        case.twist = Twist::OtherSignature;
        sketch.push(case);
    }
}

/// The common errors that a departure is certainly documented to give; where there is none, any refusal.
pub(crate) fn expected(contract: &Contract, twist: Twist, kinds: &[Refusal]) -> Expect {
    let Some(departure) = DEPARTURES.iter().find(|departure| departure.twist == twist) else {
        return Expect::RefusedSomehow;
    };
    let groups = (departure.words)(&VOCABULARY.departures);
    let says = |error: &ErrorCase| {
        let text = format!("{} {} {}", error.code, error.message, error.description);
        groups.iter().all(|group| group.are_in(&text))
    };
    // The reader's opinion and the words agree: together they are certain.
    let fits = |error: &&ErrorCase| {
        error.refuses.is_some_and(|refusal| kinds.contains(&refusal))
            && error.confidence != Confidence::Weak
            && says(error)
    };
    refusal::one_of(contract.errors.iter().filter(fits))
}
