//! A case as data: the fact that it tests, the request, and what must be answered.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use source::Origin;
use wire::Arguments;

/// The families of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// The documented request is accepted and answered in the documented shape.
    Example,
    /// A request inside all constraints is accepted.
    Accept,
    /// A request that breaks exactly one rule is refused as documented.
    Reject,
    /// A documented error is provoked.
    Error,
    /// A chain of operations that the pages suggest.
    Sequence,
    /// Whatever is sent, the answer keeps the envelope.
    Envelope,
    /// Keys, signatures, nonces and time are checked.
    Auth,
}

/// One test, as data. Ids are stable: `CopyImage/DestinationImageName/length/max+1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Says what it tests; unique in a plan.
    pub id: String,
    /// Its family.
    pub family: Family,
    /// The operation called.
    pub operation: String,
    /// The ids of the facts that it exercises; the first is the one it is about.
    pub facts: Vec<String>,
    /// Resources to make first; `$name` in arguments stands for what they yield.
    pub fixtures: Vec<Fixture>,
    /// A request of the same shape that the target must have accepted just before, for rejects.
    pub accepted_first: Option<Arguments>,
    /// The request.
    pub arguments: Arguments,
    /// How the request departs from an ordinary one, outside its arguments.
    pub twist: Twist,
    /// What must be answered.
    pub expect: Expect,
    /// What further requests must show together with this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Law>,
}

/// What several answers together must say, and the requests that ask for them.
///
/// The case's own request comes first and must be accepted; then the steps, one after the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Law {
    /// What must hold.
    pub promise: Promise,
    /// What is taken from the answer to the case's own request.
    pub take: Option<Take>,
    /// The further requests.
    pub steps: Vec<Step>,
    /// What is asked again while the promise seems broken: things take their time, and others use the target too.
    pub again: Again,
}

/// What several answers must say together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "promise", rename_all = "kebab-case")]
pub enum Promise {
    /// A page of twice the size, its two halves, and the first page again: the halves are disjoint and together the
    /// whole, none is larger than asked for, the total is the same.
    Pages {
        /// Items of a half.
        size: u64,
        /// The fact of the parameter that turns the page.
        offset: String,
        /// The fact of the parameter that says how many items a page has.
        limit: String,
    },
    /// JSON, XML, and JSON again say the same.
    SameInBothFormats,
    /// What was made is shown, with what was sent.
    Shown {
        /// The field of the own answer that names it.
        field: String,
        /// The member that names it where it is shown.
        key: String,
        /// What must be shown as it was sent.
        echo: Vec<Echo>,
    },
    /// The first step makes several at once, and each that was accepted is shown by the step of its turn.
    AllShown {
        /// The field of an answer that names what was made.
        field: String,
        /// The member that names it where it is shown.
        key: String,
    },
    /// What was made is still shown after a restart.
    Kept {
        /// The field of the own answer that names it.
        field: String,
        /// The member that names it where it is shown.
        key: String,
    },
    /// What the own request removes is no longer shown.
    Gone {
        /// The parameter that names it.
        parameter: String,
        /// The member that names it where it is shown.
        key: String,
    },
    /// Requests with one token make one resource.
    SameResource {
        /// The field of an answer that names it.
        field: String,
        /// The fact of the token.
        token: String,
    },
}

/// A parameter that is shown under the name of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// The parameter's name on the wire.
    pub parameter: String,
    /// The field of what is shown.
    pub field: String,
    /// The fact of the parameter.
    pub fact: String,
}

/// A step of a law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The target is stopped and started again before.
    pub restart: bool,
    /// The requests, sent at once.
    pub calls: Vec<Call>,
}

impl Step {
    /// A step of one request.
    pub(crate) fn of(call: Call) -> Self {
        Self { restart: false, calls: vec![call] }
    }
}

/// A further request of a law; `$name` in its arguments stands for what was made or taken before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The operation.
    pub operation: String,
    /// Its arguments.
    pub arguments: Arguments,
    /// How the request departs from an ordinary one.
    pub twist: Twist,
    /// What is taken from its answer.
    pub take: Option<Take>,
}

/// What is taken from an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// `$name` in later arguments.
    pub name: String,
    /// The path of the field.
    pub path: String,
}

/// What is asked again while a promise seems broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The first request to repeat: 0 is the case's own, 1 the first step.
    pub from: usize,
    /// How often all is asked at most; `None`: until the time for resources to become ready is over.
    pub tries: Option<u32>,
}

impl Again {
    /// What happened has happened.
    pub(crate) const NEVER: Self = Self { from: 0, tries: Some(1) };
}

/// How a request departs from an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Twist {
    /// Not at all.
    #[default]
    None,
    /// No signature is sent.
    SignatureMissing,
    /// One character of the signature is changed.
    SignatureWrong,
    /// The key id is unknown to the target.
    KeyUnknown,
    /// A parameter is changed after signing.
    ChangedAfterSigning,
    /// The nonce of the request sent before is used again.
    NonceReplayed,
    /// The time of the request lies a day back.
    TimeExpired,
    /// The other documented signature style is used.
    OtherSignature,
    /// The operation's name is left out.
    OperationMissing,
    /// An operation that no page documents is called.
    OperationUnknown,
    /// The parameters travel as a form body.
    AsForm,
    /// The parameters travel as a JSON body.
    AsJson,
    /// The answer is asked for in XML.
    AnswerXml,
}

/// What must be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Expect {
    /// Success, in the documented shape.
    Accepted,
    /// One of these documented errors.
    Refused {
        /// Any of them will do.
        errors: Arc<[ExpectedError]>,
    },
    /// A refusal; the page names no error for it.
    RefusedSomehow,
    /// Any answer that keeps the envelope.
    Answered,
}

/// A documented error that a case expects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExpectedError {
    /// HTTP status, where documented.
    pub http_status: Option<u16>,
    /// The code.
    pub code: String,
    /// The message as documented, placeholders included; `None` where any will do.
    pub message: Option<String>,
    /// The row that documents it.
    pub origin: Origin,
}

/// A resource made by calling another documented operation before the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fixture {
    /// `$name` in the case's arguments.
    pub name: String,
    /// The operation that makes it.
    pub call: String,
    /// With these arguments.
    pub arguments: Arguments,
    /// The field of the answer that is taken: a path such as `ImageId` or `Infos[0].TaskId`.
    pub take: String,
    /// Poll until the resource is ready.
    pub wait: Option<Wait>,
}

/// Polling until a field has a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// The operation that tells.
    pub call: String,
    /// With these arguments; `$name` is the resource.
    pub arguments: Arguments,
    /// The field of the answer that is looked at.
    pub field: String,
    /// Its values that mean ready.
    pub is: Vec<String>,
}

/// A documented fact, for rule coverage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Unique: `CopyImage/DestinationImageName/length`, `CopyImage/errors/404/InvalidImageId.NotFound/1`.
    pub id: String,
    /// The operation; `None` for what holds for all.
    pub operation: Option<String>,
    /// `required`, `type`, `length`, `one_of`, `error`, `field`, `example`, …
    pub kind: String,
    /// What it is about: a parameter, a field, an error code.
    pub subject: String,
    /// The words of the page.
    pub text: String,
    /// Where they stand.
    pub origin: Origin,
}

/// A fact that no case of the plan reaches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unreached {
    /// The fact.
    pub fact: String,
    /// Why.
    pub reason: String,
}

/// All cases for a contract, and what they can and can't reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The cases, in page order, then by family.
    pub cases: Vec<Case>,
    /// Every documented fact.
    pub facts: Vec<Fact>,
    /// The facts that no case exercises.
    pub unreached: Vec<Unreached>,
}
