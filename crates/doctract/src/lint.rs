//! `doctract lint`: where pages contradict themselves, each other, or their examples.

use contract::Contract;
use source::{Diagnostic, Severity};

use crate::arguments::{Lint, LintFormat};
use crate::exit::{Exit, Failure};
use crate::output::{look, say, tell};
use crate::paths::base;

pub(crate) fn run(lint: &Lint) -> Result<Exit, Failure> {
    let reading = pipeline::read_paths(&lint.paths)?;
    let findings: Vec<Diagnostic> = all(&reading.contract)
        .into_iter()
        .filter(|finding| lint.infos || finding.severity != Severity::Info)
        .filter(|finding| lint.only.is_empty() || lint.only.iter().any(|code| *code == finding.code))
        .collect();
    match lint.format {
        LintFormat::Human => {
            say(&report::diagnostics(&findings, &reading.sources, &base(&lint.paths), look()));
        }
        LintFormat::Json => say(&json(&findings)?),
    }
    tell(&format!("{}\n", verdict(&findings, reading.contract.accounting.pages)));
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if broken { Exit::Broken } else { Exit::Held })
}

/// What the reader told on the way and what is found afterwards, in the order of the pages.
fn all(contract: &Contract) -> Vec<Diagnostic> {
    let mut findings = contract.diagnostics.clone();
    findings.extend(lint::findings(contract));
    findings.sort_by(|one, other| one.at.cmp(&other.at));
    findings
}

/// One line: how many of each severity.
fn verdict(findings: &[Diagnostic], pages: usize) -> String {
    let counted = |count: usize, thing: &str| format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    format!(
        "{}: {}, {}, {}",
        counted(pages, "page"),
        counted(of(Severity::Error), "error"),
        counted(of(Severity::Warning), "warning"),
        counted(of(Severity::Info), "note")
    )
}

fn json(findings: &[Diagnostic]) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(findings);
    text.map(|text| text + "\n").map_err(|error| Failure::internal(format!("JSON: {error}"), ""))
}
