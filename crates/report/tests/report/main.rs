//! Every report of a made-up run, whole.

mod made_up;

use contract::{HttpBinding, Position};
use made_up::{broken, held};
use report::{Look, Positions};
use source::Sourced;

const COLOURED: Look = Look { colour: true, width: 120 };

#[test]
fn a_broken_run_quotes_the_page_on_a_terminal() {
    insta::assert_snapshot!(report::terminal(&[broken().evidence()], Look::plain()));
}

#[test]
fn a_narrow_terminal_cuts_the_page_line_around_the_words() {
    let narrow = Look { width: 80, ..Look::plain() };
    insta::assert_snapshot!(report::failures(&broken().evidence(), narrow, 1));
}

#[test]
fn a_verdict_is_one_line() {
    let (held, broken) = (held(), broken());
    let stopped = report::Evidence { ended_early: Some("interrupted"), ..held.evidence() };
    let lines =
        [held.evidence(), broken.evidence(), stopped].map(|e| report::verdict_line(&e, Look::plain()));
    insta::assert_snapshot!(lines.concat());
}

#[test]
fn colours_add_nothing_but_escapes() {
    let made = broken();
    let coloured = report::terminal(&[made.evidence()], COLOURED);
    assert!(coloured.contains("\x1b["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\x1b') {
        plain += before;
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    assert_eq!(plain + rest, report::terminal(&[made.evidence()], Look::plain()));
}

#[test]
fn diagnostics_of_reading_look_like_rustc() {
    let made = broken();
    let text =
        report::diagnostics(&made.contract.diagnostics, &made.sources, "specs/aliyun-image", Look::plain());
    insta::assert_snapshot!(text);
}

#[test]
fn json_is_versioned() {
    let text = report::json(&[broken().evidence()]).expect("a run is JSON");
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(value["report_version"], report::REPORT_VERSION);
    insta::assert_snapshot!(text);
}

#[test]
fn junit_has_a_suite_for_each_operation() {
    insta::assert_snapshot!(report::junit(&[broken().evidence(), held().evidence()]).expect("a run is XML"));
}

#[test]
fn html_needs_nothing_from_outside() {
    let (broken, held) = (broken(), held());
    let text = report::html(&[broken.evidence(), held.evidence()]).expect("a run is HTML");
    for outside in ["src=\"http", "href=\"http", "<link", "@import", "url(http"] {
        assert!(!text.contains(outside), "the report fetches something: {outside}");
    }
    assert!(!text.contains("<b>&</b>"), "an answer is markup");
    let body = text.split_once("<header class=\"top\">").expect("a header").1;
    let body = body.split_once("<script>").expect("a script").0;
    insta::assert_snapshot!(body);
}

#[test]
fn method_path_and_positions_are_shown() {
    let mut made = broken();
    let operation = &mut made.contract.operations[0];
    let at = operation.origin.location().clone();
    let stated = |text: &str| Sourced::stated(text.to_owned(), at.clone());
    operation.http = Some(HttpBinding {
        method: stated("PUT"),
        path: stated("/<image>"),
        flags: vec![stated("copy")],
        host: None,
        origin: operation.origin.clone(),
    });
    operation.parameters[0].position = Some(Sourced::stated(Position::Header, at.clone()));
    let html = report::html(&[made.evidence()]).expect("a run is HTML");
    assert!(html.contains("<code>PUT /&#60;image&#62;?copy</code>"), "the page has no method and path");
    assert!(html.contains(", in header</td>"), "the row has no position");
    let outline = report::contract_text(&made.contract, Positions::Hidden);
    assert!(outline.contains("http PUT /<image>?copy") && outline.contains(", in header"), "{outline}");
}

#[test]
fn every_link_of_the_html_has_its_target() {
    let (broken, held) = (broken(), held());
    let text = report::html(&[broken.evidence(), held.evidence()]).expect("a run is HTML");
    let links = text.split("href=\"#").skip(1).filter_map(|rest| rest.split_once('"')).map(|(link, _)| link);
    for link in links {
        assert!(text.contains(&format!("id=\"{link}\"")), "nothing is called {link}");
    }
}

#[test]
fn an_outline_shows_lines_to_people() {
    insta::assert_snapshot!(report::contract_text(&broken().contract, Positions::Shown));
}

#[test]
fn an_outline_without_lines_outlives_moved_rows() {
    let text = report::contract_text(&broken().contract, Positions::Hidden);
    let mut moved = broken().contract;
    for parameter in &mut moved.operations[0].parameters {
        let mut at = parameter.origin.location().clone();
        at.line += 5;
        parameter.origin = source::Origin::Stated(at);
    }
    assert_eq!(text, report::contract_text(&moved, Positions::Hidden));
    insta::assert_snapshot!(text);
}

#[test]
fn a_summary_accounts_for_every_cell() {
    insta::assert_snapshot!(report::summary(&broken().contract, Look::plain()));
}
