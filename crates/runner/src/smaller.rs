//! Making a failing request smaller, with a bounded number of tries.

use suite::{Breach, Case, shrink};

use crate::attempt::attempt;
use crate::conversation::{Conversation, Session};
use crate::{Class, Exchange};

/// The breaches and exchanges of the smallest request found that fails in the same way.
pub(crate) async fn smallest(
    session: &Session<'_>,
    case: &Case,
    breaches: Vec<Breach>,
) -> (Vec<Breach>, Vec<Exchange>) {
    let tries = session.context.options.shrink_tries;
    let mut tried = 0;
    let mut best = (breaches, Vec::new());
    let mut smallest = case.clone();
    'smaller: loop {
        for candidate in shrink(&smallest, session.context.contract) {
            // A run that is to end soon does not look for beauty.
            if tried >= tries || session.halt.why().is_some() {
                return best;
            }
            tried += 1;
            let mut conversation = Conversation::new(session, &format!("{} smaller {tried}", case.id));
            let attempt = attempt(&mut conversation, &candidate, "shrunk").await;
            if let Class::Failed { breaches } = attempt.class
                && fail_alike(&breaches, &best.0)
            {
                best = (breaches, conversation.exchanges());
                smallest = candidate;
                continue 'smaller;
            }
        }
        return best;
    }
}

/// Whether two requests fail in the same way: the same promise is broken by the same kind of answer. A smaller request that
/// is refused for another reason (`Missing params`, where the case was about something else) explains nothing.
fn fail_alike(one: &[Breach], other: &[Breach]) -> bool {
    fn way(breaches: &[Breach]) -> Option<(&str, &str, &str)> {
        let breach = breaches.first()?;
        // Status and code of a refusal stand before its message.
        let answered = breach.got.split_once(": ").map_or(breach.got.as_str(), |(before, _)| before);
        Some((&breach.code, &breach.fact, answered))
    }
    way(one) == way(other)
}
