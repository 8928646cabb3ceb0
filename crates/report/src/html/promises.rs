//! A broken promise with everything that a person needs to judge it.

use runner::Exchange;
use source::Origin;

use super::pages::{PageView, link};
use crate::passage::Passage;
use crate::{Evidence, Finding};

/// A broken promise.
pub(super) struct Promise<'a> {
    pub(super) anchor: String,
    pub(super) finding: Finding<'a>,
    pub(super) place: String,
    pub(super) link: Option<String>,
    pub(super) lines: Vec<QuotedLine<'a>>,
    pub(super) replay: String,
}

/// A quoted line: its number, and its text before, inside and after the words.
pub(super) struct QuotedLine<'a> {
    pub(super) number: usize,
    pub(super) before: &'a str,
    pub(super) words: &'a str,
    pub(super) after: &'a str,
}

impl<'a> Promise<'a> {
    pub(super) fn of(
        anchor: String,
        evidence: &Evidence<'a>,
        finding: Finding<'a>,
        pages: &[PageView<'a>],
    ) -> Self {
        let at = finding.breach.origin.location();
        let lines = evidence.source(at).and_then(|source| Passage::of(source, at)).map(quoted);
        Self {
            anchor,
            place: format!("{}:{}:{}", evidence.path(&at.file), at.line, at.column),
            link: link(pages, at),
            lines: lines.unwrap_or_default(),
            replay: evidence.replay(&finding.outcome.case),
            finding,
        }
    }

    pub(super) fn party(&self) -> &'static str {
        crate::terminal::party(self.finding.breach.blame.party)
    }

    /// Why the party is likely wrong, as a sentence begins.
    pub(super) fn why(&self) -> String {
        let mut letters = self.finding.breach.blame.why.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// How the fact is known, where the page does not simply state it.
    pub(super) fn way(&self) -> Option<String> {
        match &self.finding.breach.origin {
            Origin::Stated(_) => None,
            Origin::Derived(why) => Some(format!("concluded from these words by {}", why.rule)),
            Origin::Corrected(why) => {
                Some(format!("the erratum {} replaces “{}” here", why.erratum, why.replaces))
            }
        }
    }

    /// The curl line of the exchange that shows it best.
    pub(super) fn curl(&self) -> Option<&str> {
        self.finding.exchange().map(|exchange| exchange.curl.as_str())
    }

    pub(super) fn exchanges(&self) -> &[Exchange] {
        &self.finding.outcome.exchanges
    }
}

fn quoted(passage: Passage<'_>) -> Vec<QuotedLine<'_>> {
    let mut lines = Vec::new();
    let mut begin = 0;
    for (number, line) in passage.text.split_inclusive('\n').zip(passage.line..).map(|(l, n)| (n, l)) {
        let cut = |at: usize| at.clamp(begin, begin + line.len()) - begin;
        let (from, to) = (cut(passage.words.start), cut(passage.words.end));
        lines.push(QuotedLine {
            number,
            before: &line[..from],
            words: line[from..to].trim_end_matches(['\r', '\n']),
            after: line[to..].trim_end_matches(['\r', '\n']),
        });
        begin += line.len();
    }
    lines
}
