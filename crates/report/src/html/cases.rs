//! The list of cases, and what stood in the way of some.

use runner::{Class, Outcome};
use suite::Family;

use super::promises::Promise;
use crate::Evidence;

/// The cases of one operation.
pub(super) struct CaseGroup<'a> {
    pub(super) operation: &'a str,
    pub(super) cases: Vec<CaseView<'a>>,
}

impl CaseGroup<'_> {
    /// How many cases of the group have that class.
    pub(super) fn number(&self, class: &str) -> usize {
        self.cases.iter().filter(|case| case.class() == class).count()
    }
}

/// One case of the list.
pub(super) struct CaseView<'a> {
    pub(super) anchor: String,
    pub(super) outcome: &'a Outcome,
    /// The promise that it breaks.
    pub(super) broken: Option<String>,
}

impl<'a> CaseView<'a> {
    pub(super) fn class(&self) -> &'static str {
        match self.outcome.class {
            Class::Held => "held",
            Class::Failed { .. } => "failed",
            Class::Inconclusive { .. } | Class::Network { .. } => "doubt",
        }
    }

    pub(super) fn word(&self) -> &'static str {
        match self.outcome.class {
            Class::Held => "held",
            Class::Failed { .. } => "failed",
            Class::Inconclusive { .. } => "inconclusive",
            Class::Network { .. } => "network",
        }
    }

    /// Why it is neither held nor failed.
    pub(super) fn reason(&self) -> Option<&'a str> {
        match &self.outcome.class {
            Class::Held | Class::Failed { .. } => None,
            Class::Inconclusive { reason } => Some(reason),
            Class::Network { detail, .. } => Some(detail),
        }
    }

    pub(super) fn family(&self) -> &'static str {
        match self.outcome.family {
            Family::Example => "example",
            Family::Accept => "accept",
            Family::Reject => "reject",
            Family::Error => "error",
            Family::Sequence => "sequence",
            Family::Envelope => "envelope",
            Family::Auth => "auth",
        }
    }
}

/// The cases by operation, in the order of the plan.
pub(super) fn groups<'a>(
    anchor: &str,
    evidence: &Evidence<'a>,
    promises: &[Promise<'a>],
) -> Vec<CaseGroup<'a>> {
    let mut groups: Vec<CaseGroup<'a>> = Vec::new();
    for (index, outcome) in evidence.run.outcomes.iter().enumerate() {
        let meets = |promise: &&Promise<'_>| {
            std::iter::once(&promise.finding.outcome)
                .chain(&promise.finding.others)
                .any(|met| met.case == outcome.case)
        };
        let broken = matches!(outcome.class, Class::Failed { .. })
            .then(|| promises.iter().find(meets).map(|promise| promise.anchor.clone()))
            .flatten();
        let case = CaseView { anchor: format!("{anchor}-c{}", index + 1), outcome, broken };
        match groups.iter_mut().find(|group| group.operation == outcome.operation) {
            Some(group) => group.cases.push(case),
            None => groups.push(CaseGroup { operation: &outcome.operation, cases: vec![case] }),
        }
    }
    groups
}

/// Something that stood in the way of cases: a documented state, or the network.
pub(super) struct Obstacle<'a> {
    pub(super) kind: &'static str,
    pub(super) reason: &'a str,
    pub(super) cases: Vec<&'a str>,
}

/// What stood in the way, the commonest first.
pub(super) fn obstacles<'a>(evidence: &Evidence<'a>) -> Vec<Obstacle<'a>> {
    let mut obstacles: Vec<Obstacle<'a>> = Vec::new();
    for outcome in &evidence.run.outcomes {
        let (kind, reason) = match &outcome.class {
            Class::Held | Class::Failed { .. } => continue,
            Class::Inconclusive { reason } => (crate::trouble::INCONCLUSIVE, reason.as_str()),
            Class::Network { trouble, detail } => (crate::trouble::code(*trouble), detail.as_str()),
        };
        match obstacles.iter_mut().find(|known| known.kind == kind && known.reason == reason) {
            Some(known) => known.cases.push(&outcome.case),
            None => obstacles.push(Obstacle { kind, reason, cases: vec![&outcome.case] }),
        }
    }
    obstacles.sort_by_key(|obstacle| std::cmp::Reverse(obstacle.cases.len()));
    obstacles
}
