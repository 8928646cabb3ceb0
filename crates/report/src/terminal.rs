//! The verdict of runs as text for a terminal: each broken promise as a diagnostic, then a line for each spec.

use std::collections::BTreeSet;

use annotate_snippets::Level;
use runner::{Class, Exchange, Outcome};
use source::Origin;
use suite::{Breach, Party};

use crate::look::{BAD, DOUBTFUL, GOOD, QUIET, STRONG};
use crate::passage::Passage;
use crate::snippet::{quote, render};
use crate::{Evidence, Finding, Known, Look, Tally, findings, trouble};

/// Everything there is to tell of some runs: what failed, then a line for each spec, then the sum.
pub fn terminal(runs: &[Evidence<'_>], look: Look) -> String {
    let mut text = String::new();
    for evidence in runs {
        text += &failures(evidence, look, usize::MAX);
    }
    for evidence in runs {
        text += &verdict_line(evidence, look);
    }
    text
}

/// The broken promises of a run as diagnostics, at most so many, then what stood in the way of other cases.
pub fn failures(evidence: &Evidence<'_>, look: Look, most: usize) -> String {
    let all = findings(evidence.run);
    let mut text = String::new();
    for finding in all.iter().take(most) {
        text += &finding_text(evidence, finding, look);
        text.push('\n');
    }
    if let Some(more) = all.len().checked_sub(most).filter(|more| *more > 0) {
        let line = format!("{} in {}", count(more, "more broken promise"), evidence.title);
        text += &format!("{}: they are in the report\n\n", look.paint(BAD, line));
    }
    text + &obstacles(evidence, look)
}

/// The broken promises of one case that `told` does not know yet, for those who watch a run; `told` then knows them.
pub fn failure(
    evidence: &Evidence<'_>,
    outcome: &Outcome,
    told: &mut BTreeSet<(String, String)>,
    look: Look,
) -> String {
    let Class::Failed { breaches } = &outcome.class else { return String::new() };
    let new = breaches.iter().filter(|breach| told.insert((breach.code.clone(), breach.fact.clone())));
    let texts = new
        .map(|breach| finding_text(evidence, &Finding { breach, outcome, others: Vec::new() }, look) + "\n");
    texts.collect()
}

/// The broken promises of a run, a line for each: what is broken, where it is documented, and in how many cases.
pub fn recap(evidence: &Evidence<'_>, look: Look) -> String {
    let findings = findings(evidence.run);
    let codes = findings.iter().map(|finding| finding.breach.code.len()).max().unwrap_or_default();
    let lines = findings.iter().map(|finding| {
        let at = finding.breach.origin.location();
        let known = evidence.known.and_then(|known| known.reason(&finding.outcome.case));
        let known = known.map_or_else(String::new, |reason| format!(" (known: {reason})"));
        let cases = count(finding.others.len() + 1, "case");
        let (code, fact) = (&finding.breach.code, &finding.breach.fact);
        let place = look.paint(QUIET, format!("{}:{}", evidence.path(&at.file), at.line));
        format!("  {} {fact}: {cases} {place}{known}\n", look.paint(BAD, format!("{code:<codes$}")))
    });
    lines.collect()
}

/// One line: how a spec came out, with all figures.
pub fn verdict_line(evidence: &Evidence<'_>, look: Look) -> String {
    let tally = Tally::of(evidence.run);
    let known = evidence.known.map_or(0, Known::count);
    let word = if tally.failed > known {
        look.paint(BAD, "failed")
    } else if evidence.ended_early.is_some() || (tally.held == 0 && tally.cases > 0) {
        look.paint(DOUBTFUL, "  open")
    } else {
        look.paint(GOOD, "  held")
    };
    let figure = |style, number: usize, what: &str| {
        let text = format!("{number} {what}");
        if number == 0 { look.paint(QUIET, text) } else { look.paint(style, text) }
    };
    let ended = match evidence.ended_early {
        // What to do about it stands in the warning of the cases that were not run.
        Some(reason) => {
            let (reason, _) = reason.split_once("; ").unwrap_or((reason, ""));
            format!("\n       {}: {reason}", look.paint(DOUBTFUL, "ended early"))
        }
        None => String::new(),
    };
    let known = if known == 0 { String::new() } else { format!(" ({known} known)") };
    format!(
        "{word} {spec}: {cases}, {held}, {failed}{known}, {inconclusive}, {network}; \
         {covered} of {facts} rules covered ({percent}%); {time}{ended}\n",
        spec = look.paint(STRONG, &evidence.run.spec),
        cases = count(tally.cases, "case"),
        held = figure(GOOD, tally.held, "held"),
        failed = figure(BAD, tally.failed, "failed"),
        inconclusive = figure(DOUBTFUL, tally.inconclusive, "inconclusive"),
        network = figure(DOUBTFUL, tally.network, "network"),
        covered = tally.facts_covered(),
        facts = tally.facts,
        percent = tally.percent(),
        time = duration(evidence.run.took_ms),
    )
}

/// A broken promise: the page's words, what came instead, who is likely wrong, and how to see it again.
pub(crate) fn finding_text(evidence: &Evidence<'_>, finding: &Finding<'_>, look: Look) -> String {
    let Finding { breach, outcome, others } = finding;
    let at = breach.origin.location();
    let passage = evidence.source(at).and_then(|source| Passage::of(source, at));
    let title = Level::ERROR.primary_title(breach.message.as_str()).id(breach.code.as_str());
    let note = |name: &'static str, text: String| Level::NOTE.with_name(name).message(text);
    let also = match others.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let mut group = quote(title, passage, evidence.path(&at.file), at, promise(&breach.origin), look)
        .element(note("expected", breach.expected.clone()))
        .element(note("got", breach.got.clone()))
        .element(note("likely wrong", format!("{}: {}", party(breach.blame.party), breach.blame.why)))
        .element(note("case", format!("{}{also}", outcome.case)));
    if let Some(exchange) = finding.exchange() {
        group = group.element(note("sent", exchange.curl.clone()));
        if let Some(answer) = answer_line(exchange) {
            group = group.element(note("answer", answer));
        }
    }
    group = group
        .element(note("replay", evidence.replay(&outcome.case)))
        .element(Level::HELP.message(breach.help.as_str()));
    render(&[group], look)
}

/// What is said under the underlined words.
fn promise(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Stated(_) => None,
        Origin::Derived(why) => Some(format!("concluded from these words by `{}`", why.rule)),
        Origin::Corrected(why) => Some(format!("the erratum `{}` replaces “{}”", why.erratum, why.replaces)),
    }
}

/// Cases that were neither held nor broken, a line for each reason.
pub fn obstacles(evidence: &Evidence<'_>, look: Look) -> String {
    let mut reasons: Vec<(&'static str, &str, Vec<&str>)> = Vec::new();
    for outcome in &evidence.run.outcomes {
        let (kind, reason) = match &outcome.class {
            Class::Held | Class::Failed { .. } => continue,
            Class::Inconclusive { reason } => (trouble::INCONCLUSIVE, reason),
            Class::Network { trouble, detail } => (trouble::code(*trouble), detail),
        };
        match reasons.iter_mut().find(|(k, r, _)| *k == kind && r == reason) {
            Some((.., cases)) => cases.push(&outcome.case),
            None => reasons.push((kind, reason, vec![&outcome.case])),
        }
    }
    let mut text = String::new();
    for (kind, reason, cases) in reasons {
        let title = Level::WARNING.primary_title(reason).id(kind);
        let shown = cases.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = match cases.len().saturating_sub(3) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let cases = Level::NOTE.with_name("cases").message(format!("{shown}{more}"));
        text += &render(&[title.element(cases)], look);
        text.push('\n');
    }
    text
}

/// What is worth a note and breaks nothing, each once.
pub fn notes(evidence: &Evidence<'_>, look: Look) -> String {
    let mut noted: Vec<(&Breach, Vec<&str>)> = Vec::new();
    for outcome in &evidence.run.outcomes {
        for note in &outcome.notes {
            match noted.iter_mut().find(|(one, _)| one.code == note.code && one.message == note.message) {
                Some((_, cases)) => cases.push(&outcome.case),
                None => noted.push((note, vec![&outcome.case])),
            }
        }
    }
    let lines = noted.into_iter().map(|(note, cases)| {
        let at = note.origin.location();
        let title = Level::NOTE.primary_title(note.message.as_str()).id(note.code.as_str());
        let place = format!("{}:{}", evidence.path(&at.file), at.line);
        let more = match cases.len() {
            1 => String::new(),
            more => format!(" and {} more", more - 1),
        };
        let group = title
            .element(Level::NOTE.with_name("page").message(place))
            .element(Level::NOTE.with_name("got").message(note.got.clone()))
            .element(Level::NOTE.with_name("cases").message(format!("{}{more}", cases[0])));
        format!("{}\n", render(&[group], look))
    });
    lines.collect()
}

/// A party as it is spoken of.
pub(crate) fn party(party: Party) -> &'static str {
    match party {
        Party::Server => "the server",
        Party::Page => "the page",
        Party::Reader => "our reading of the page",
    }
}

/// Status and beginning of an answer on one line.
fn answer_line(exchange: &Exchange) -> Option<String> {
    const MOST: usize = 400;
    let status = exchange.status?;
    let body = exchange.answer.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = body.chars().take(MOST).collect();
    let dots = if cut.len() < body.len() { "…" } else { "" };
    Some(format!("HTTP {status} {cut}{dots}").trim_end().to_owned())
}

/// `1 case`, `2 cases`.
pub(crate) fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// Milliseconds as people read them.
pub(crate) fn duration(ms: u64) -> String {
    match ms {
        0..1_000 => format!("{ms} ms"),
        1_000..60_000 => format!("{}.{} s", ms / 1_000, ms % 1_000 / 100),
        _ => format!("{} min {} s", ms / 60_000, ms % 60_000 / 1_000),
    }
}
