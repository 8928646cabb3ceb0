//! The further requests of a law: sent one step after the other, and again while what they show seems broken.

use futures_util::future::join_all;
use suite::{Again, Answered, Call, Case, Judgement, Law, Take, judge_law, may_come_right};
use tokio::time::{Instant, sleep};

use crate::Class;
use crate::conversation::{Conversation, Question};
use crate::field::field;
use crate::fixture::{Made, filled};

/// So often what tells nothing is asked as what seems broken.
const MORE_TRIES: u32 = 3;
/// So often what can't come right by itself is looked at.
const TRIES_OF_WHAT_STAYS: u32 = 3;
/// A moment is this part of the time between two looks.
const MOMENTS: u32 = 5;

/// Asks what a law asks after the case's own request was accepted, and judges all answers together.
pub(crate) async fn follow(
    conversation: &mut Conversation<'_>,
    case: &Case,
    law: &Law,
    own: Answered,
    mut made: Made,
) -> Result<Judgement, Class> {
    let options = &conversation.session.context.options;
    let (until, mut pause) = (Instant::now() + options.ready_timeout, options.poll_every);
    let Again { from, tries } = law.again;
    // The answers of each step; the first is that of the case's own request.
    let mut answers = vec![vec![own]];
    let kept = conversation.sent.len();
    let mut seemed_broken = 0;
    for attempt in 1.. {
        take(&mut made, law.take.as_ref(), &answers[0][0]);
        for step in &law.steps[answers.len() - 1..] {
            if step.restart {
                conversation.session.target.restart().map_err(|reason| Class::Inconclusive { reason })?;
            }
            let answered = at_once(conversation, &step.calls, &made, case).await?;
            step.calls
                .iter()
                .zip(&answered)
                .for_each(|(call, answer)| take(&mut made, call.take.as_ref(), answer));
            answers.push(answered);
        }
        let judgement = judge_law(conversation.session.context.contract, case, law, &answers.concat());
        seemed_broken += u32::from(matches!(judgement, Judgement::Broken(_)));
        let late = Instant::now() + pause > until;
        let over = match (tries, &judgement) {
            (Some(tries), Judgement::Inconclusive(_)) => {
                attempt >= tries.saturating_mul(MORE_TRIES) || tries == 1
            }
            // A list that is back to what it was says so once, not each time.
            (Some(tries), _) => seemed_broken >= tries,
            (None, judgement) => !may_come_right(judgement) && seemed_broken >= TRIES_OF_WHAT_STAYS,
        };
        if judgement == Judgement::Held || over {
            return Ok(judgement);
        }
        if late {
            let seldom = tries.is_some() && matches!(judgement, Judgement::Broken(_));
            let reason = "what seems broken could not be looked at as often as it takes to be sure";
            return Ok(if seldom { Judgement::Inconclusive(reason.to_owned()) } else { judgement });
        }
        // Of many looks the last one is enough for a report.
        conversation.sent.truncate(kept);
        match (tries, &judgement) {
            // Others are at work meanwhile, and do something else the next moment.
            (Some(_), Judgement::Broken(_)) => sleep(options.poll_every / MOMENTS).await,
            (None, judgement) if !may_come_right(judgement) => sleep(options.poll_every / MOMENTS).await,
            _ => {
                sleep(pause).await;
                pause = (pause * 2).min(options.poll_every * 10);
            }
        }
        answers.truncate(from);
        if answers.is_empty() {
            let (operation, arguments) = (case.operation.clone(), filled(&case.arguments, &made));
            let call = Call { operation, arguments, twist: case.twist, take: None };
            answers.push(at_once(conversation, &[call], &made, case).await?);
        }
    }
    Err(Class::Inconclusive { reason: "nothing was asked".to_owned() })
}

/// Notes what is taken from an answer.
fn take(made: &mut Made, take: Option<&Take>, answered: &Answered) {
    if let Some(Take { name, path }) = take
        && let Some(value) = answered.verdict.body().and_then(|body| field(body, path))
    {
        made.insert(name.clone(), value.clone());
    }
}

/// Sends several requests at once; their answers are in the order of the calls.
async fn at_once(
    conversation: &mut Conversation<'_>,
    calls: &[Call],
    made: &Made,
    case: &Case,
) -> Result<Vec<Answered>, Class> {
    let session = conversation.session;
    // Each request has stamps of its own, also when it is sent again.
    let stamped: Vec<(String, &Call)> =
        calls.iter().map(|call| (format!("{} {}", case.id, conversation.stamp().nonce), call)).collect();
    let asked = stamped.into_iter().map(|(name, call)| async move {
        let mut aside = Conversation::new(session, &name);
        let sent = filled(&call.arguments, made);
        let question = Question {
            purpose: "law",
            operation: &call.operation,
            arguments: &sent,
            twist: call.twist,
            stamp: None,
            expects: &[],
        };
        let verdict = aside.ask(&question).await;
        (aside.sent, verdict.map(|verdict| Answered { sent, verdict }))
    });
    let mut answers = Vec::new();
    for (sent, answered) in join_all(asked).await {
        conversation.sent.extend(sent);
        answers.push(answered?);
    }
    Ok(answers)
}
