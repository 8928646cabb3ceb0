//! One case, from its fixtures to its class.

use suite::{Answered, Breach, Case, Expect, Judged, Judgement, Twist, Undocumented};
use wire::Verdict;

use crate::Class;
use crate::conversation::{Conversation, Question};
use crate::fixture::{filled, make};
use crate::law::follow;

/// What became of a case that was run once.
pub(crate) struct Attempt {
    pub(crate) class: Class,
    /// The facts that its answer has shown to hold, by their places in the plan's list.
    pub(crate) proved: Vec<u32>,
    /// What is worth a note and breaks nothing.
    pub(crate) notes: Vec<Breach>,
}

/// Runs a case once. `purpose` names its own request among the exchanges.
pub(crate) async fn attempt(
    conversation: &mut Conversation<'_>,
    case: &Case,
    purpose: &'static str,
) -> Attempt {
    let ended = |class| Attempt { class, proved: Vec::new(), notes: Vec::new() };
    steps(conversation, case, purpose).await.unwrap_or_else(ended)
}

async fn steps(
    conversation: &mut Conversation<'_>,
    case: &Case,
    purpose: &'static str,
) -> Result<Attempt, Class> {
    let made = make(conversation, &case.fixtures).await?;
    let arguments = filled(&case.arguments, &made);
    let operation = &case.operation;
    let replayed = (case.twist == Twist::NonceReplayed).then(|| conversation.stamp());
    let first = match &case.accepted_first {
        Some(first) => Some(filled(first, &made)),
        // A nonce can be replayed only once it was used.
        None => replayed.as_ref().map(|_| arguments.clone()),
    };
    if let Some(first) = &first {
        let question = Question {
            purpose: "accepted-first",
            operation,
            arguments: first,
            twist: Twist::None,
            stamp: replayed.clone(),
            expects: &[],
        };
        let verdict = conversation.ask(&question).await?;
        envelope_kept(conversation, &question, &verdict)?;
        if !verdict.is_accepted() {
            let reason = format!("the unbroken request was not accepted: it was {}", verdict.summary());
            return Err(Class::Inconclusive { reason });
        }
    }
    let expects = match &case.expect {
        Expect::Refused { errors } => errors,
        _ => &[][..],
    };
    let question =
        Question { purpose, operation, arguments: &arguments, twist: case.twist, stamp: replayed, expects };
    let verdict = conversation.ask(&question).await?;
    let session = conversation.session;
    let Judged { judgement, exercised, undocumented } = session.judge.judge(case, &verdict, &arguments);
    let own = match (&case.law, judgement) {
        (Some(law), Judgement::Held) => {
            let answered = Answered { sent: arguments.clone(), verdict: verdict.clone() };
            follow(conversation, case, law, answered, made).await?
        }
        (_, own) => own,
    };
    let fails = session.context.options.undocumented == Undocumented::Fail;
    let (own, notes) = match own {
        Judgement::Held if fails && !undocumented.is_empty() => (Judgement::Broken(undocumented), Vec::new()),
        own if fails => (own, Vec::new()),
        own => (own, undocumented),
    };
    let (class, proved) = match own {
        Judgement::Held => (Class::Held, exercised),
        Judgement::Inconclusive(reason) => (Class::Inconclusive { reason }, Vec::new()),
        Judgement::Broken(breaches) => {
            let mut proved = Vec::new();
            // An answer that is accepted as it should be proves what it does not break, too.
            if case.expect == Expect::Accepted && verdict.is_accepted() {
                proved = exercised;
                proved.retain(|fact| breaches.iter().all(|breach| breach.fact != *fact));
            }
            (Class::Failed { breaches }, proved)
        }
    };
    let proved = proved.into_iter().filter_map(|fact| session.places.get(fact).copied()).collect();
    Ok(Attempt { class, proved, notes })
}

/// Whatever a request is for, its answer keeps the envelope: one that does not is a failure of its own.
pub(crate) fn envelope_kept(
    conversation: &Conversation<'_>,
    question: &Question<'_>,
    verdict: &Verdict,
) -> Result<(), Class> {
    if !matches!(verdict, Verdict::Malformed { .. }) {
        return Ok(());
    }
    let case = Case {
        id: format!("{}/envelope", question.operation),
        family: suite::Family::Envelope,
        operation: question.operation.to_owned(),
        facts: Vec::new(),
        fixtures: Vec::new(),
        accepted_first: None,
        arguments: question.arguments.clone(),
        twist: question.twist,
        expect: Expect::Answered,
        law: None,
    };
    match conversation.session.judge.judge(&case, verdict, question.arguments).judgement {
        Judgement::Broken(breaches) => Err(Class::Failed { breaches }),
        Judgement::Held | Judgement::Inconclusive(_) => Ok(()),
    }
}
