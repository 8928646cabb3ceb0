//! What several answers together must say: pages of a listing, what was made and is shown, one token, two formats.
//!
//! A law plans its requests and judges their answers in one place. What a law can't tell from the answers (a list that
//! changed meanwhile, a refusal of a later request) is inconclusive: laws are drawn from what names mean, and must never
//! accuse a correct server.

mod formats;
mod listing;
mod pages;
mod shown;
mod token;

use contract::{Contract, Operation, Refusal};
use serde_json::Value;
use source::Origin;
use wire::{Arguments, Verdict};

use crate::plan::Sketch;
use crate::{Blame, Breach, Case, Judgement, Law, Party, Promise, codes, facts, refusal};

pub(crate) use shown::{made, ordered_to};
pub(crate) use token::TOKENS;

pub(crate) fn draw(sketch: &mut Sketch<'_>) {
    formats::draw(sketch);
    pages::draw(sketch);
    shown::draw(sketch);
    token::draw(sketch);
}

/// A request of a law and its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The arguments as they travelled, resources put in.
    pub sent: Arguments,
    /// What the answer says.
    pub verdict: Verdict,
}

impl Answered {
    fn accepted(&self) -> Option<&Value> {
        match &self.verdict {
            Verdict::Accepted { body, .. } => Some(body),
            _ => None,
        }
    }
}

/// Holds all answers of a law against it: that of the case's own request, then those of the steps, in order.
pub fn judge_law(contract: &Contract, case: &Case, law: &Law, answers: &[Answered]) -> Judgement {
    let Some(operation) = contract.operation(&case.operation) else {
        return Judgement::Inconclusive(format!("the contract does not know `{}`", case.operation));
    };
    let bench = Bench { contract, operation, case };
    match &law.promise {
        Promise::Pages { size, offset, limit } => pages::judge(&bench, *size, offset, limit, answers),
        Promise::SameInBothFormats => formats::judge(&bench, answers),
        Promise::Shown { field, key, echo } => shown::judge_shown(&bench, field, key, echo, answers),
        Promise::AllShown { field, key } => shown::judge_all(&bench, field, key, answers),
        Promise::Kept { field, key } => shown::judge_kept(&bench, field, key, answers),
        Promise::Gone { parameter, key } => shown::judge_gone(&bench, parameter, key, answers),
        Promise::SameResource { field, token } => token::judge(&bench, field, token, answers),
    }
}

/// Whether what seems broken may come right by itself. What is made takes its time to be shown; what is shown wrongly stays
/// wrong.
pub fn may_come_right(judgement: &Judgement) -> bool {
    match judgement {
        Judgement::Held => false,
        Judgement::Inconclusive(_) => true,
        Judgement::Broken(breaches) => breaches.iter().any(|breach| breach.code != codes::ECHO_DIFFERS),
    }
}

/// A case and what its contract says.
struct Bench<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
    case: &'a Case,
}

impl Bench<'_> {
    /// A broken law, on the line of the fact that it is read from.
    fn breach(&self, code: &str, fact: &str, message: String, told: [String; 3], why: &str) -> Judgement {
        let [help, expected, got] = told;
        let at: Option<Origin> = facts::find(self.contract, self.operation, fact).map(|fact| fact.origin);
        Judgement::Broken(vec![Breach {
            code: code.to_owned(),
            fact: fact.to_owned(),
            message,
            help,
            expected,
            got,
            blame: Blame { party: Party::Server, why: why.to_owned() },
            origin: at.unwrap_or_else(|| self.operation.origin.clone()),
        }])
    }

    /// Whether a refusal says that something does not exist.
    fn is_not_found(&self, answered: &Answered) -> bool {
        let Verdict::Refused { code, message, .. } = &answered.verdict else { return false };
        let rows = refusal::rows(self.contract, None);
        refusal::kind(&refusal::documented(&rows, code, message), code, message) == Some(Refusal::NotFound)
    }

    /// The fact that the case is about.
    fn main(&self) -> &str {
        self.case.facts.first().map_or("", String::as_str)
    }
}

/// A later request of a law was not accepted, so that nothing can be told.
fn unanswered(answered: &Answered) -> Judgement {
    Judgement::Inconclusive(format!("a later request of the case was {}", answered.verdict.summary()))
}
