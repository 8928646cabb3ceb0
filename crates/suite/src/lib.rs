//! Contract to cases: a plan per rule, value strategies, what must be answered.
//!
//! [`plan`] turns what pages promise into cases as data, [`Judge`] holds an answer against a case, [`breaks`] is the
//! independent proof that a request breaks exactly the rule it is meant to break, [`shrink`] makes a failing request
//! smaller. Nothing here sends anything.
//!
//! What a page does not say is not tested, and what the reader is not certain of never fails a server.

mod accept;
mod answer;
mod auth;
mod bindings;
mod breach;
mod broken;
mod case;
mod chance;
mod codes;
mod compose;
mod deck;
mod draws;
mod envelope;
mod example;
mod facts;
mod judge;
mod laws;
mod message;
mod nature;
mod number;
mod options;
mod plan;
mod provoke;
mod refusal;
mod reject;
mod schedule;
mod sequence;
mod sheet;
mod shrink;
mod text;
mod throttle;
mod travel;
mod tree;
mod undo;
mod value;
mod vocabulary;

pub use bindings::{Binding, BindingTrouble, Bindings, CredentialNames, Made, OperationBindings, Ready};
pub use breach::{Blame, Breach, Judgement, Party};
pub use broken::{BrokenRule, breaks};
pub use case::{
    Again, Call, Case, Echo, Expect, ExpectedError, Fact, Family, Fixture, Law, Plan, Promise, Step, Take,
    Twist, Unreached, Wait,
};
pub use codes::{CODES, explain};
pub use deck::Deck;
pub use judge::{Judge, Judged};
pub use laws::{Answered, judge_law, may_come_right};
pub use options::{Options, Undocumented};
pub use plan::plan;
pub use refusal::answer_to;
pub use shrink::shrink;
pub use throttle::throttling;
pub use undo::{Undo, is_gone, undo};
