//! Runs as JUnit XML, for the tools of CI.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use runner::{Class, Outcome};

use crate::terminal::finding_text;
use crate::{Error, Evidence, Finding, Look, trouble};

/// Runs as JUnit XML: a suite for each operation, a test for each case. An inconclusive case is skipped; network trouble
/// is an error, never a failure.
pub fn junit(runs: &[Evidence<'_>]) -> Result<String, Error> {
    let mut report = Report::new("doctract");
    report.set_time(Duration::from_millis(runs.iter().map(|evidence| evidence.run.took_ms).sum()));
    for evidence in runs {
        let mut suites: Vec<TestSuite> = Vec::new();
        for outcome in &evidence.run.outcomes {
            let name = format!("{}/{}", evidence.run.spec, outcome.operation);
            let case = test_case(evidence, outcome, &name);
            match suites.iter_mut().find(|suite| suite.name.as_str() == name) {
                Some(suite) => drop(suite.add_test_case(case)),
                None => {
                    let mut suite = TestSuite::new(name);
                    suite.add_property(("target", evidence.run.target.as_str()));
                    suite.add_property(("seed", evidence.run.seed.to_string().as_str()));
                    suite.add_test_case(case);
                    suites.push(suite);
                }
            }
        }
        for suite in &mut suites {
            suite.set_time(suite.test_cases.iter().filter_map(|case| case.time).sum());
        }
        report.add_test_suites(suites);
    }
    Ok(report.to_string()?)
}

fn test_case(evidence: &Evidence<'_>, outcome: &Outcome, suite: &str) -> TestCase {
    let status = match &outcome.class {
        Class::Held => TestCaseStatus::success(),
        Class::Failed { .. } if evidence.known.is_some_and(|known| known.reason(&outcome.case).is_some()) => {
            let reason = evidence.known.and_then(|known| known.reason(&outcome.case)).unwrap_or_default();
            let mut status = TestCaseStatus::skipped();
            status.set_message(format!("known failure: {reason}"));
            status
        }
        Class::Failed { breaches } => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            if let Some(first) = breaches.first() {
                status.set_type(first.code.as_str()).set_message(first.message.as_str());
            }
            let texts = breaches.iter().map(|breach| {
                finding_text(evidence, &Finding { breach, outcome, others: Vec::new() }, Look::plain())
            });
            status.set_description(texts.collect::<Vec<_>>().join("\n"));
            status
        }
        Class::Inconclusive { reason } => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(reason.as_str());
            status
        }
        Class::Network { trouble: kind, detail } => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_type(trouble::code(*kind)).set_message(detail.as_str());
            status
        }
    };
    let mut case = TestCase::new(outcome.case.as_str(), status);
    case.set_classname(suite).set_time(Duration::from_millis(outcome.took_ms));
    case
}
