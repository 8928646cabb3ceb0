//! A case as data: the fact that it tests, the request, and what must be answered.

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
        errors: Vec<ExpectedError>,
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
