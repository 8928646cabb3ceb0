//! Facts as a report shows them: the words of the page, and how they came out.

use runner::{FactOutcome, Reach};

use super::pages::PageView;
use crate::Evidence;

/// A fact beside its row.
pub(super) struct FactView<'a> {
    pub(super) outcome: &'a FactOutcome,
    /// The words of the page, unless the row shows them already.
    pub(super) words: String,
}

impl<'a> FactView<'a> {
    /// A fact beside a row of these cells.
    pub(super) fn beside(cells: &[String], outcome: &'a FactOutcome) -> Self {
        let words = brief(&outcome.fact.text);
        let shown = cells.contains(&words);
        Self { outcome, words: if shown { String::new() } else { words } }
    }

    /// `held`, `failed` or `unreached`.
    pub(super) fn class(&self) -> &'static str {
        class(&self.outcome.reach)
    }

    /// Why it was not reached.
    pub(super) fn reason(&self) -> Option<&'a str> {
        match &self.outcome.reach {
            Reach::NotReached { reason } => Some(reason),
            Reach::Held | Reach::Failed => None,
        }
    }

    /// How it came out, in words.
    pub(super) fn word(&self) -> &'static str {
        word(self.class())
    }

    /// The kind as words: `not starts with`.
    pub(super) fn kind(&self) -> String {
        self.outcome.fact.kind.replace(['_', '-'], " ")
    }

    pub(super) fn cases(&self) -> usize {
        self.outcome.cases.len()
    }
}

/// A reason without the case that it is about: facts that the same thing stands in the way of belong together.
fn without_case(reason: &str) -> &str {
    match reason.split_once(": ") {
        Some((case, rest)) if case.contains('/') && !case.contains(char::is_whitespace) => rest,
        _ => reason,
    }
}

/// The beginning of a text: examples are facts too, and long.
fn brief(text: &str) -> String {
    const MOST: usize = 160;
    let mut lines = text.trim().lines();
    let first = lines.next().unwrap_or_default();
    let cut: String = first.chars().take(MOST).collect();
    let more = cut.len() < first.len() || lines.next().is_some();
    if more { cut + " …" } else { cut }
}

/// The class of a reach.
pub(super) fn class(reach: &Reach) -> &'static str {
    match reach {
        Reach::Held => "held",
        Reach::Failed => "failed",
        Reach::NotReached { .. } => "unreached",
    }
}

/// A class as it is read aloud.
pub(super) fn word(class: &str) -> &'static str {
    match class {
        "held" => "held",
        "failed" => "broken",
        "unreached" => "not reached",
        _ => "no rule",
    }
}

/// The class of several facts together: one failure decides, then one success.
pub(super) fn worst<'a>(facts: impl IntoIterator<Item = &'a FactOutcome>) -> &'static str {
    facts.into_iter().map(|fact| class(&fact.reach)).fold("", |worst, class| match (worst, class) {
        ("failed", _) | (_, "failed") => "failed",
        ("held", _) | (_, "held") => "held",
        _ => "unreached",
    })
}

/// Facts that were not reached for the same reason.
pub(super) struct Reason<'a> {
    pub(super) reason: &'a str,
    pub(super) facts: Vec<Unreached<'a>>,
}

/// A fact that was not reached, and the link to its line.
pub(super) struct Unreached<'a> {
    pub(super) id: &'a str,
    pub(super) words: String,
    pub(super) link: Option<String>,
    pub(super) place: String,
}

/// The facts that were not reached, by reason, the commonest first.
pub(super) fn reasons<'a>(evidence: &Evidence<'a>, pages: &[PageView<'a>]) -> Vec<Reason<'a>> {
    let mut reasons: Vec<Reason<'a>> = Vec::new();
    for FactOutcome { fact, reach, .. } in &evidence.run.coverage {
        let Reach::NotReached { reason } = reach else { continue };
        let reason = without_case(reason);
        let at = fact.origin.location();
        let unreached = Unreached {
            id: &fact.id,
            words: brief(&fact.text),
            link: super::pages::link(pages, at),
            place: at.to_string(),
        };
        match reasons.iter_mut().find(|known| known.reason == reason) {
            Some(known) => known.facts.push(unreached),
            None => reasons.push(Reason { reason, facts: vec![unreached] }),
        }
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.facts.len()));
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_loses_its_case_and_nothing_else() {
        assert_eq!(without_case("CopyImage/Name/length/max: was not run"), "was not run");
        assert_eq!(without_case("not run: the target is down"), "not run: the target is down");
        assert_eq!(without_case("see https://a/b: it is closed"), "see https://a/b: it is closed");
    }
}
