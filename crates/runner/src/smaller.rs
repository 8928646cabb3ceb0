//! Making a failing request smaller, with a bounded number of tries.

use suite::{Breach, Case, shrink};

use crate::attempt::{attempt, code};
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
                && code(&breaches) == code(&best.0)
            {
                best = (breaches, conversation.exchanges);
                smallest = candidate;
                continue 'smaller;
            }
        }
        return best;
    }
}
