//! What answers are worth.

use serde_json::{Value, json};
use suite::{Case, Judge, Judgement, Options, Party, Undocumented, plan};
use wire::Verdict;

use crate::small::{self, bindings, copy_image};

fn case(id: &str) -> Case {
    let plan = plan(&copy_image(), &bindings(), &Options::default());
    plan.cases.into_iter().find(|case| case.id == id).unwrap_or_else(|| panic!("no case {id}"))
}

fn accepted(body: Value) -> Verdict {
    Verdict::Accepted { body, request_id: None }
}

fn refused(http_status: u16, code: &str, message: &str) -> Verdict {
    let body = json!({ "Code": code, "Message": message });
    Verdict::Refused {
        http_status,
        code: code.to_owned(),
        message: message.to_owned(),
        request_id: None,
        body,
    }
}

/// `held`, `inconclusive`, or the codes of the breaches with who is likely wrong.
fn verdict_of(id: &str, verdict: &Verdict) -> String {
    let case = case(id);
    let contract = copy_image();
    match Judge::new(&contract, Undocumented::Ignore).judge(&case, verdict, &case.arguments).judgement {
        Judgement::Held => "held".to_owned(),
        Judgement::Inconclusive(reason) => format!("inconclusive: {reason}"),
        Judgement::Broken(breaches) => {
            let told = breaches.iter().map(|breach| {
                assert!(suite::explain(&breach.code).is_some(), "{breach:?}");
                assert!(
                    !breach.help.is_empty() && !breach.expected.is_empty() && !breach.got.is_empty(),
                    "{breach:?}"
                );
                let party = match breach.blame.party {
                    Party::Server => "server",
                    Party::Page => "page",
                    Party::Reader => "reader",
                };
                format!("{} by {party}", breach.code)
            });
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

const MINIMAL: &str = "CopyImage/accept/minimal";
const TOO_LONG: &str = "CopyImage/DestinationImageName/length/max+1";

#[test]
fn an_answer_has_the_documented_shape() {
    let check = |body: Value, expected: &str| {
        assert_eq!(verdict_of(MINIMAL, &accepted(body.clone())), expected, "{body}")
    };
    check(json!({ "RequestId": "r", "ImageId": "m-2", "Count": 3, "Extra": [1] }), "held");
    check(json!({ "RequestId": "r", "ImageId": null }), "held");
    check(json!({ "ImageId": "m-2" }), "verify/field-missing by server");
    check(json!({ "RequestId": null }), "verify/field-missing by server");
    check(json!({ "RequestId": "r", "Count": "3" }), "verify/field-type by server");
    check(json!({ "RequestId": "r", "Count": 3.0 }), "held");
    check(json!({ "RequestId": 7 }), "verify/field-type by server");
    check(json!({ "RequestId": "r", "Tasks": [{ "TaskId": "t" }, {}] }), "verify/field-missing by server");
    check(json!({ "RequestId": "r", "Tasks": { "Task": [{ "TaskId": "t" }] } }), "held");
    check(json!({ "RequestId": "r", "Tasks": "none" }), "verify/field-type by server");
}

#[test]
fn a_good_request_may_meet_a_state_but_not_a_complaint_about_values() {
    let check = |status, code: &str, message: &str, expected: &str| {
        let told = verdict_of(MINIMAL, &refused(status, code, message));
        assert!(told.starts_with(expected), "{code}: {told}");
    };
    check(400, "IncorrectImageStatus", "The image not available.", "inconclusive");
    check(403, "QuotaExceed.Image", "The Image Quota exceeds.", "inconclusive");
    check(404, "InvalidImageId.NotFound", "The specified ImageId does not exist.", "inconclusive");
    check(500, "InternalError", "The request processing has failed.", "inconclusive");
    check(
        400,
        "InvalidImageName.Malformed",
        "The specified Image name is wrongly formed.",
        "verify/valid-refused by reader",
    );
    check(400, "MissingParameter", "Zone is missing", "verify/valid-refused by server");
    check(400, "Strange", "whatever", "verify/valid-refused by server");
    check(403, "Forbidden.Strange", "whatever", "inconclusive");
    check(500, "Strange", "whatever", "verify/undocumented-failure by server");
    check(503, "Strange", "whatever", "inconclusive");
    check(404, "UnsupportedOperation", "Specified api is not found.", "verify/operation-unknown by server");
}

#[test]
fn a_bad_request_is_refused_as_documented() {
    let check = |verdict: Verdict, expected: &str| {
        let told = verdict_of(TOO_LONG, &verdict);
        assert!(told.starts_with(expected), "{verdict:?}: {told}");
    };
    let code = "InvalidImageName.Malformed";
    check(refused(400, code, "The specified Image name is wrongly formed"), "held");
    check(refused(400, code, "The specified destination Image name is wrongly formed."), "held");
    check(refused(403, code, "The specified Image name is wrongly formed."), "verify/wrong-status");
    check(refused(400, code, "bad name"), "verify/wrong-message");
    check(refused(400, "InvalidName", "bad name"), "verify/wrong-code");
    check(refused(403, "QuotaExceed.Image", "The Image Quota exceeds."), "inconclusive");
    check(refused(500, "Oops", "oops"), "verify/undocumented-failure");
    check(accepted(json!({ "RequestId": "r" })), "verify/length-not-enforced by server");
    let reason = "no code".to_owned();
    check(Verdict::Malformed { http_status: 200, reason: reason.clone() }, "verify/envelope by server");
    check(Verdict::Malformed { http_status: 502, reason }, "inconclusive");
    check(refused(400, code, "thread 'main' panicked at src/main.rs"), "verify/leak");
}

#[test]
fn what_is_not_enforced_has_a_code_of_its_own() {
    for (id, code) in [
        ("CopyImage/RegionId/required/missing", "verify/required-not-enforced"),
        ("CopyImage/Priority/type/text", "verify/type-not-enforced"),
        ("CopyImage/Priority/range/max+1", "verify/range-not-enforced"),
        ("CopyImage/Mode/one_of/outside", "verify/enum-not-enforced"),
        ("CopyImage/Tag.N.Key/count/max+1", "verify/count-not-enforced"),
        ("CopyImage/DestinationImageName/starts_with/first-character", "verify/first-character-not-enforced"),
        ("CopyImage/DestinationDescription/not_starts_with/http://", "verify/prefix-not-enforced"),
        ("CopyImage/rules/exclusive/Priority+Mode/Priority+Mode", "verify/rule-not-enforced"),
        ("CopyImage/errors/400/IncorrectImageStatus/1", "verify/error-not-raised"),
        ("CopyImage/auth/signature-missing", "verify/signature-not-checked"),
        ("CopyImage/auth/key-unknown", "verify/key-not-checked"),
        ("CopyImage/envelope/operation-missing", "verify/operation-not-checked"),
    ] {
        assert_eq!(
            verdict_of(id, &accepted(json!({ "RequestId": "r" }))),
            format!("{code} by server"),
            "{id}"
        );
    }
}

#[test]
fn odd_requests_may_be_answered_either_way() {
    for id in ["CopyImage/envelope/unicode", "CopyImage/envelope/control", "CopyImage/envelope/long"] {
        assert_eq!(verdict_of(id, &accepted(json!({}))), "held");
        assert_eq!(verdict_of(id, &refused(400, "Whatever", "no")), "held");
        assert_eq!(verdict_of(id, &refused(500, "Whatever", "no")), "verify/undocumented-failure by server");
        let malformed = Verdict::Malformed { http_status: 200, reason: "no JSON".to_owned() };
        assert_eq!(verdict_of(id, &malformed), "verify/envelope by server");
    }
}

#[test]
fn an_answer_in_xml_is_text() {
    let contract = copy_image();
    let plan = plan(
        &contract,
        &bindings(),
        &Options { twists: vec![suite::Twist::AnswerXml], ..Options::default() },
    );
    let case = plan.cases.iter().find(|case| case.id == "CopyImage/envelope/xml").expect("planned");
    let judge = Judge::new(&contract, Undocumented::Ignore);
    let judged = |body: Value| match judge.judge(case, &accepted(body), &case.arguments).judgement {
        Judgement::Broken(breaches) => breaches.into_iter().map(|breach| breach.code).collect(),
        other => format!("{other:?}"),
    };
    assert_eq!(
        judged(json!({ "RequestId": "r", "Count": "3", "Tasks": { "Task": { "TaskId": "t" } } })),
        "Held"
    );
    assert_eq!(judged(json!({ "RequestId": "r", "Count": "many" })), "verify/field-type");
    assert_eq!(judged(json!({ "RequestId": "r", "Count": 3 })), "verify/envelope");
}

#[test]
fn an_answer_tells_which_facts_it_exercised() {
    let contract = copy_image();
    let judge = Judge::new(&contract, Undocumented::Ignore);
    let (minimal, too_long) = (case(MINIMAL), case(TOO_LONG));
    let answer = accepted(json!({ "RequestId": "r", "Count": 1 }));
    let shown = judge.judge(&minimal, &answer, &minimal.arguments).exercised;
    assert!(shown.contains(&"CopyImage/response/Count/type"), "{shown:?}");
    assert!(!shown.contains(&"CopyImage/response/ImageId/type"), "{shown:?}");
    let message = "The specified destination Image name is wrongly formed.";
    let answer = refused(400, "InvalidImageName.Malformed", message);
    let given = judge.judge(&too_long, &answer, &too_long.arguments);
    assert_eq!(
        given.exercised,
        ["CopyImage/DestinationImageName/length", "CopyImage/errors/400/InvalidImageName.Malformed/2",]
    );
}

#[test]
fn fields_that_the_page_ties_together_are_held_to_it() {
    let rule = |kind: &str, names: &[&str], when: Value, then: Value, confidence: &str| {
        json!({ "kind": kind, "parameters": names, "when": when, "then": then, "text": "the words",
            "confidence": confidence, "origin": small::origin(6) })
    };
    let none = Value::Null;
    let down = json!({ "parameter": "State", "equals": ["Down"] });
    let fields = [
        ("State", "string", none.clone()),
        ("FallenAt", "integer", rule("required_if", &["FallenAt"], down.clone(), none.clone(), "certain")),
        ("Reason", "string", rule("required_if", &["Reason"], down, none.clone(), "likely")),
        ("Posts", "integer", rule("exclusive", &["Posts", "Beams"], none.clone(), none.clone(), "certain")),
        ("Beams", "integer", none.clone()),
        ("Least", "integer", none.clone()),
        ("Most", "integer", rule("at_least", &["Most", "Least"], none.clone(), none.clone(), "certain")),
        (
            "Oil",
            "string",
            rule("ignored_if", &["Oil"], json!({ "parameter": "Posts" }), none.clone(), "certain"),
        ),
        (
            "Key",
            "string",
            rule(
                "requires",
                &["Key"],
                json!({ "parameter": "Key" }),
                json!({ "parameter": "State", "equals": ["Up"] }),
                "certain",
            ),
        ),
    ];
    let fields = fields.into_iter().map(|(name, ty, rule)| {
        let mut field = small::field(name, json!({ "kind": ty }), "optional", json!([]));
        if !rule.is_null() {
            field["rules"] = json!([rule]);
        }
        field
    });
    let gates = json!({ "kind": "array", "item": { "kind": "object" } });
    let answer = json!([small::field("Gates", gates, "optional", fields.collect())]);
    let mut operation = small::operation("ListGates", json!([]), json!([]), answer, json!([]));
    let told = |operation: &Value, gates: Value| {
        let contract = small::contract(vec![operation.clone()], json!([]));
        let plan = plan(&contract, &bindings(), &Options::default());
        let case = plan.cases.iter().find(|case| case.id == "ListGates/accept/minimal").expect("a case");
        let judge = Judge::new(&contract, Undocumented::Ignore);
        let verdict = accepted(json!({ "Gates": gates }));
        let judged = judge.judge(case, &verdict, &case.arguments);
        let unreached =
            plan.unreached.iter().find(|unreached| judged.exercised.contains(&unreached.fact.as_str()));
        assert_eq!(unreached, None, "it is exercised");
        match judged.judgement {
            Judgement::Held => Vec::new(),
            Judgement::Broken(breaches) => breaches
                .into_iter()
                .map(|breach| format!("{} {}: {}", breach.code, breach.fact, breach.got))
                .collect(),
            Judgement::Inconclusive(reason) => panic!("{reason}"),
        }
    };
    let of =
        |kind: &str, got: &str| vec![format!("verify/field-rule ListGates/response/Gates/{kind}: {got}")];
    let held: Vec<String> = Vec::new();
    let up = json!({ "State": "Up", "Posts": 2, "Beams": 0, "Least": 1, "Most": 1, "Oil": "o", "Key": "k" });
    assert_eq!(told(&operation, json!([up])), held);
    let fallen = of("FallenAt/rules/required_if/FallenAt", "no `FallenAt`, `State` is \"Down\"");
    assert_eq!(told(&operation, json!([up, { "State": "Down" }, { "State": "Down" }])), fallen);
    assert_eq!(told(&operation, json!([{ "State": "Down", "FallenAt": 0 }])), held, "zero is there");
    let both = of("Posts/rules/exclusive/Posts+Beams", "`Posts` is 2, `Beams` is 3");
    assert_eq!(told(&operation, json!([{ "Posts": 2, "Beams": 3 }])), both);
    let less = of("Most/rules/at_least/Most+Least", "`Most` is 2, `Least` is 3");
    assert_eq!(told(&operation, json!([{ "Least": 3, "Most": 2 }])), less);
    assert_eq!(told(&operation, json!([{ "Least": 3, "Most": 0 }, { "Least": 3 }])), held, "nothing is set");
    let locked = of("Key/rules/requires/Key", "`Key` is \"k\", `State` is \"Down\"");
    assert_eq!(told(&operation, json!([{ "State": "Down", "FallenAt": 1, "Key": "k" }])), locked);
    assert_eq!(told(&operation, json!([{ "Key": "k" }])), held, "what the state is, nobody knows");
    let contract = small::contract(vec![operation.clone()], json!([]));
    let unreached = plan(&contract, &bindings(), &Options::default()).unreached;
    let rules: Vec<(&str, &str)> = unreached
        .iter()
        .filter_map(|unreached| Some((unreached.fact.split_once("/rules/")?.1, unreached.reason.as_str())))
        .collect();
    let doubt = "the reader is not certain of this rule, only of its likelihood";
    assert_eq!(
        rules,
        [("required_if/Reason", doubt), ("ignored_if/Oil", "an answer can't tell whether it holds")]
    );
    // Where the page's own answer breaks the rule, the rule promises nothing.
    operation["examples"] = json!([{ "role": "response", "format": "json", "arguments": [],
        "text": r#"{ "Gates": [{ "State": "Down" }] }"#, "origin": small::origin(8) }]);
    assert_eq!(told(&operation, json!([{ "State": "Down" }])), held);
}
