//! Runs as SARIF 2.1.0, so that a code review shows each broken promise at its line of the page.
//!
//! Only what code hosts read is written: rules, results, regions, fingerprints, suppressions. Columns count characters.

use std::collections::BTreeMap;

use serde::Serialize;
use source::Location;
use suite::Party;

use crate::terminal::{count, party};
use crate::{Error, Evidence, Finding, findings};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Runs as one SARIF log with a run for each spec. A promise is one result, however many cases met it; known failures are
/// suppressed, with their reason.
pub fn sarif(runs: &[Evidence<'_>]) -> Result<String, Error> {
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: runs.iter().map(run).collect() };
    let mut text = serde_json::to_string_pretty(&log)?;
    text.push('\n');
    Ok(text)
}

fn run(evidence: &Evidence<'_>) -> Run {
    let findings = findings(evidence.run);
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    for finding in &findings {
        let code = finding.breach.code.as_str();
        rules.entry(code).or_insert_with(|| rule(code));
    }
    let places: Vec<&str> = rules.keys().copied().collect();
    let results = findings.iter().map(|finding| {
        let code = finding.breach.code.as_str();
        result(evidence, finding, places.iter().position(|other| *other == code).unwrap_or_default())
    });
    Run {
        results: results.collect(),
        tool: Tool {
            driver: Driver {
                name: "doctract",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules.into_values().collect(),
            },
        },
        automation_details: Automation { id: format!("doctract/{}/", evidence.run.spec) },
        column_kind: "unicodeCodePoints",
    }
}

fn rule(code: &str) -> Rule {
    let text = suite::explain(code).unwrap_or(code);
    let text = text.replace('\n', " ");
    let first = text.split_once(". ").map_or(text.as_str(), |(first, _)| first);
    Rule {
        id: code.to_owned(),
        short_description: Message { text: first.to_owned() },
        full_description: Message { text },
    }
}

fn result(evidence: &Evidence<'_>, finding: &Finding<'_>, rule_index: usize) -> SarifResult {
    let Finding { breach, outcome, others } = finding;
    let also = match others.len() {
        0 => String::new(),
        more => format!(" and {}", count(more, "more case")),
    };
    let text = format!(
        "{}: expected {}, got {} (likely wrong: {}: {}). Case {}{also}; replay: {}. {}",
        breach.message,
        breach.expected,
        breach.got,
        party(breach.blame.party),
        breach.blame.why,
        outcome.case,
        evidence.replay(&outcome.case),
        breach.help,
    );
    let fingerprint = format!("{}/{}/{}", evidence.run.spec, breach.fact, breach.code);
    let known = evidence.known.and_then(|known| known.reason(&outcome.case));
    SarifResult {
        rule_id: breach.code.clone(),
        rule_index,
        level: if breach.blame.party == Party::Server { "error" } else { "warning" },
        message: Message { text },
        locations: vec![Place { physical_location: physical(evidence, breach.origin.location()) }],
        partial_fingerprints: BTreeMap::from([("doctract/v1", fingerprint)]),
        suppressions: known
            .map(|reason| Suppression { kind: "external", justification: reason.to_owned() })
            .into_iter()
            .collect(),
    }
}

fn physical(evidence: &Evidence<'_>, at: &Location) -> Physical {
    let words = evidence.source(at).and_then(|source| source.at(at)).unwrap_or_default().trim_end();
    let lines = words.split('\n').count();
    let last = words.rsplit('\n').next().unwrap_or_default().chars().count();
    let before = if lines > 1 { 1 } else { at.column as usize };
    Physical {
        artifact_location: Artifact { uri: uri(&evidence.path(&at.file)) },
        region: Region {
            start_line: at.line,
            start_column: at.column,
            end_line: at.line as usize + lines - 1,
            end_column: before + last,
        },
    }
}

/// A path as a reference: only what a URI has no room for is escaped.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.trim_start_matches("./")
        .bytes()
        .map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: Vec<Run>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    automation_details: Automation,
    column_kind: &'static str,
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: String,
    short_description: Message,
    full_description: Message,
}

#[derive(Serialize)]
struct Automation {
    id: String,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Place>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    justification: String,
}
