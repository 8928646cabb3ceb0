//! What is planned, and the proof that it tests what it says.

use std::collections::{BTreeSet, HashSet};

use contract::Confidence;
use serde_json::{Value, json};
use suite::{Bindings, BrokenRule, Case, Deck, Expect, Family, Options, Plan, Twist, breaks, plan, shrink};

use crate::small::{self, bindings, copy_image, only};

fn planned() -> Plan {
    plan(&copy_image(), &bindings(), &Options::default())
}

fn case<'a>(plan: &'a Plan, id: &str) -> &'a Case {
    plan.cases.iter().find(|case| case.id == id).unwrap_or_else(|| {
        let ids: Vec<&str> = plan.cases.iter().map(|case| case.id.as_str()).collect();
        panic!("no case {id} among {ids:#?}\n{:#?}", plan.unreached)
    })
}

fn reason<'a>(plan: &'a Plan, fact: &str) -> &'a str {
    let found = plan.unreached.iter().find(|unreached| unreached.fact == fact);
    &found.unwrap_or_else(|| panic!("{fact} is reached: {:#?}", plan.unreached)).reason
}

/// What the suite reckons with: a weak guess is no rule.
fn known(case: &Case, arguments: &wire::Arguments) -> Vec<BrokenRule> {
    let contract = copy_image();
    let mut broken = breaks(contract.operation(&case.operation).expect("an operation"), arguments);
    broken.retain(|rule| rule.confidence != Confidence::Weak);
    broken
}

#[test]
fn a_request_to_accept_breaks_nothing() {
    for case in planned().cases.iter().filter(|case| case.expect == Expect::Accepted) {
        assert_eq!(known(case, &case.arguments), [], "{}", case.id);
    }
}

#[test]
fn a_request_to_reject_breaks_one_rule_and_its_sibling_none() {
    let plan = planned();
    let rejects: Vec<&Case> = plan.cases.iter().filter(|case| case.family == Family::Reject).collect();
    assert!(rejects.len() > 10, "{rejects:#?}");
    for case in rejects {
        let mut broken: Vec<String> = known(case, &case.arguments)
            .into_iter()
            .filter(|rule| rule.confidence == Confidence::Certain)
            .map(|rule| rule.fact)
            .collect();
        // How long a list may be is one rule, however many rows state it.
        let (main, rest) = case.facts.split_first().expect("a fact");
        broken.retain(|fact| fact == main || !(fact.ends_with("/count") && rest.contains(fact)));
        assert!(matches!(broken.as_slice(), [only] if only == main), "{}: {broken:?}", case.id);
        let first = case.accepted_first.as_ref().expect("a sibling");
        assert_eq!(known(case, first), [], "{}", case.id);
    }
}

#[test]
fn the_same_seed_plans_the_same_bytes_and_ids_are_unique() {
    let bytes = |plan: &Plan| serde_json::to_string_pretty(plan).expect("json");
    let first = planned();
    assert_eq!(bytes(&first), bytes(&planned()));
    let ids: HashSet<&str> = first.cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), first.cases.len());
    let facts: HashSet<&str> = first.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(facts.len(), first.facts.len());
    let other = plan(&copy_image(), &bindings(), &Options { seed: 2, ..Options::default() });
    assert_ne!(bytes(&first), bytes(&other));
    let ids_of = |plan: &Plan| plan.cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids_of(&first), ids_of(&other), "ids are stable across seeds");
}

#[test]
fn every_fact_is_exercised_possible_or_told_of() {
    let plan = planned();
    let facts: HashSet<&str> = plan.facts.iter().map(|fact| fact.id.as_str()).collect();
    for case in &plan.cases {
        assert!(!case.facts.is_empty(), "{}", case.id);
        for fact in &case.facts {
            assert!(facts.contains(fact.as_str()), "{} names no fact: {fact}", case.id);
        }
    }
    for unreached in &plan.unreached {
        assert!(facts.contains(unreached.fact.as_str()), "{unreached:?}");
        assert!(!plan.cases.iter().any(|case| case.facts.contains(&unreached.fact)), "{unreached:?}");
    }
}

#[test]
fn each_rule_has_its_breach() {
    let plan = planned();
    let value = |id: &str, name: &str| case(&plan, id).arguments.get(name).cloned().unwrap_or(Value::Null);
    let length = |id: &str, name: &str| value(id, name).as_str().map_or(0, |text| text.chars().count());
    assert_eq!(value("CopyImage/RegionId/required/missing", "RegionId"), Value::Null);
    assert_eq!(length("CopyImage/DestinationImageName/length/min-1", "DestinationImageName"), 1);
    assert_eq!(length("CopyImage/DestinationImageName/length/max+1", "DestinationImageName"), 129);
    assert_eq!(length("CopyImage/DestinationImageName/length/max", "DestinationImageName"), 128);
    assert_eq!(value("CopyImage/Priority/range/max+1", "Priority"), json!(10));
    assert_eq!(value("CopyImage/Priority/range/min-1", "Priority"), json!(0));
    assert_eq!(value("CopyImage/Priority/type/text", "Priority"), json!("doctract"));
    assert!(case(&plan, "CopyImage/Mode/one_of/outside").arguments["Mode"].is_string());
    let first = value("CopyImage/DestinationImageName/starts_with/first-character", "DestinationImageName");
    assert!(first.as_str().is_some_and(|text| text.starts_with('1')), "{first}");
    let prefix = value("CopyImage/DestinationDescription/not_starts_with/https://", "DestinationDescription");
    assert!(prefix.as_str().is_some_and(|text| text.starts_with("https://")), "{prefix}");
    // That it also leaves a set which the reader only supposes takes nothing from a certain rule.
    case(&plan, "CopyImage/DestinationImageName/not_starts_with/http://");
    assert_eq!(
        case(&plan, "CopyImage/Tag.N.Key/count/max+1").arguments["Tag"].as_array().map(Vec::len),
        Some(4)
    );
    assert_eq!(
        case(&plan, "CopyImage/Tag.N.Key/count/max").arguments["Tag"].as_array().map(Vec::len),
        Some(3)
    );
}

#[test]
fn rules_across_parameters_are_broken_one_at_a_time() {
    let plan = planned();
    let left_out = case(&plan, "CopyImage/rules/requires/KMSKeyId+Encrypted/left-out");
    assert!(left_out.arguments.contains_key("KMSKeyId") && !left_out.arguments.contains_key("Encrypted"));
    assert_eq!(left_out.accepted_first.as_ref().map(|first| &first["Encrypted"]), Some(&json!(true)));
    let Expect::Refused { errors } = &left_out.expect else { panic!("{:?}", left_out.expect) };
    assert_eq!(errors[0].code, "InvalidParameter.EncryptedIllegal");
    let both = case(&plan, "CopyImage/rules/exclusive/Priority+Mode/Priority+Mode");
    assert!(both.arguments.contains_key("Priority") && both.arguments.contains_key("Mode"));
    assert_eq!(both.expect, Expect::RefusedSomehow);
    let all = case(&plan, "CopyImage/accept/all");
    assert!(
        all.arguments.contains_key("Priority") != all.arguments.contains_key("Mode"),
        "{:?}",
        all.arguments
    );
}

#[test]
fn any_two_values_stand_together_unless_a_rule_forbids_it() {
    let plan = planned();
    let accepted: Vec<&Case> = plan.cases.iter().filter(|case| case.family == Family::Accept).collect();
    let together = |values: [(&str, &Value); 2]| {
        let has = |case: &Case| {
            values.iter().all(|(name, value)| case.arguments.get(*name).unwrap_or(&Value::Null) == *value)
        };
        accepted.iter().any(|case| has(case))
    };
    let levels = [
        ("Encrypted", vec![json!(null), json!(true), json!(false)]),
        ("KMSKeyId", vec![json!(null), json!("e522b26d")]),
        ("Priority", vec![json!(null), json!(1), json!(9)]),
        ("Mode", vec![json!(null), json!("Fast"), json!("Cheap")]),
        ("DestinationRegionId", vec![json!(null), json!("cn-shanghai"), json!("cn-beijing")]),
    ];
    let (mut met, mut missing) = (0, Vec::new());
    for (at, (one, values)) in levels.iter().enumerate() {
        for (other, others) in &levels[at + 1..] {
            for (value, another) in values.iter().flat_map(|v| others.iter().map(move |o| (v, o))) {
                match together([(one, value), (other, another)]) {
                    true => met += 1,
                    false => missing.push(format!("{one}={value} {other}={another}")),
                }
            }
        }
    }
    let forbidden = [
        r#"Encrypted=null KMSKeyId="e522b26d""#,
        r#"Encrypted=false KMSKeyId="e522b26d""#,
        r#"Priority=1 Mode="Fast""#,
        r#"Priority=1 Mode="Cheap""#,
        r#"Priority=9 Mode="Fast""#,
        r#"Priority=9 Mode="Cheap""#,
    ];
    assert_eq!((missing.as_slice(), met), (forbidden.map(str::to_owned).as_slice(), 72));
    let named = case(&plan, "CopyImage/accept/pairs/DestinationImageName=min+Mode=Cheap");
    assert_eq!(named.arguments["Mode"], "Cheap");
    assert_eq!(named.arguments["DestinationImageName"].as_str().map_or(0, |name| name.chars().count()), 2);
    assert!(plan.facts.iter().all(|fact| fact.kind != "pairs"), "nothing is left over");
}

#[test]
fn pairs_that_a_plan_has_no_room_for_are_told_of() {
    let values = |count: usize| (1..=count).map(|at| json!({ "value": format!("v{at}") })).collect();
    let list = |count| json!([{ "kind": "one_of", "values": Value::Array(values(count)) }]);
    let parameters = json!([
        small::parameter("Shape", "string", "required", list(11)),
        small::parameter("Colour", "string", "optional", list(14)),
    ]);
    let operation = small::operation("Paint", parameters, json!([]), json!([]), json!([]));
    let contract = small::contract(vec![operation], json!([]));
    let plan = plan(&contract, &Bindings::default(), &Options::default());
    let rows = plan.cases.iter().filter(|case| case.id.starts_with("Paint/accept/pairs/")).count();
    assert_eq!(rows, 64);
    // Each shape without a colour and the first with each colour are sent anyway: 11 + 12 of 11 × 13, and 11 × 2 beyond.
    assert_eq!(
        reason(&plan, "Paint/pairs"),
        "78 of 165 pairs of values are in no request to accept: 12 values of a parameter are paired at most, in 64 requests"
    );
}

#[test]
fn what_the_reader_doubts_is_not_tested() {
    let plan = planned();
    assert!(!plan.cases.iter().any(|case| case.id.starts_with("CopyImage/DestinationImageName/charset")));
    assert!(reason(&plan, "CopyImage/DestinationImageName/charset").contains("not certain"));
}

#[test]
fn an_error_is_demanded_only_where_the_page_ties_it_to_the_parameter() {
    let plan = planned();
    let expect = |id: &str| &case(&plan, id).expect;
    let Expect::Refused { errors } = expect("CopyImage/DestinationImageName/length/max+1") else { panic!() };
    assert_eq!(errors.iter().map(|error| error.http_status).collect::<Vec<_>>(), [Some(400), Some(400)]);
    assert_eq!(*expect("CopyImage/DestinationDescription/length/max+1"), Expect::RefusedSomehow);
    // The error of a rule across parameters says nothing of a switch that is no switch.
    assert_eq!(*expect("CopyImage/Encrypted/type/text"), Expect::RefusedSomehow);
}

#[test]
fn resources_are_made_twice_so_that_the_sibling_takes_nothing_away() {
    let plan = planned();
    let case = case(&plan, "CopyImage/Priority/range/max+1");
    assert_eq!(case.arguments["ImageId"], "$ImageId");
    assert_eq!(case.accepted_first.as_ref().map(|first| &first["ImageId"]), Some(&json!("$FirstImageId")));
    let names: Vec<&str> = case.fixtures.iter().map(|fixture| fixture.name.as_str()).collect();
    assert_eq!(names, ["ImageId", "FirstImageId"]);
    assert_eq!(
        Value::Object(case.fixtures[0].arguments.clone()),
        json!({ "ImageId": "m-first", "RegionId": "cn-hangzhou" })
    );
}

#[test]
fn what_only_the_target_knows_is_never_made_up() {
    let bare = plan(&copy_image(), &Bindings::default(), &Options::default());
    assert_eq!(bare.cases, []);
    assert!(reason(&bare, "CopyImage/Priority/range").contains("no binding gives a value for `ImageId`"));
    let plan = planned();
    assert!(plan.cases.iter().all(|case| !case.arguments.contains_key("Oddity")));
    assert!(
        reason(&plan, "CopyImage/Oddity/type").contains("does not say what a value of `Oddity` looks like")
    );
}

#[test]
fn documented_errors_are_provoked_or_told_of() {
    let plan = planned();
    let status = case(&plan, "CopyImage/errors/400/IncorrectImageStatus/1");
    assert_eq!((status.family, &status.arguments["ImageId"]), (Family::Error, &json!("m-making")));
    assert_eq!(reason(&plan, "CopyImage/errors/500/InternalError/1"), "needs a failure inside the service");
    assert!(
        reason(&plan, "CopyImage/errors/403/QuotaExceed.Image/1").contains("needs a resource in a state")
    );
    // Either row of the code may answer a malformed name: neither is claimed, neither is given up.
    let rows = "CopyImage/errors/400/InvalidImageName.Malformed";
    assert!(!plan.unreached.iter().any(|unreached| unreached.fact.starts_with(rows)));
    assert!(!plan.cases.iter().any(|case| case.facts.iter().any(|fact| fact.starts_with(rows))));
}

#[test]
fn a_resource_that_does_not_exist_is_called_by_a_name_of_the_same_shape() {
    let mut bindings = bindings();
    let own = bindings.operations.get_mut("CopyImage").expect("bound");
    own.values.insert("ImageId".to_owned(), suite::Binding::Literal(json!("m-bp1h46wf")));
    let plan = plan(&copy_image(), &bindings, &Options::default());
    let case = case(&plan, "CopyImage/errors/404/InvalidImageId.NotFound/1");
    let missing = case.arguments["ImageId"].as_str().expect("text");
    assert!(missing.starts_with("m-bp") && missing.len() == 10 && missing != "m-bp1h46wf", "{missing}");
}

#[test]
fn signatures_are_tried_as_the_wire_knows_them() {
    let plan = planned();
    let wrong = case(&plan, "CopyImage/auth/signature-wrong");
    let Expect::Refused { errors } = &wrong.expect else { panic!("{:?}", wrong.expect) };
    assert_eq!((wrong.twist, errors[0].code.as_str()), (Twist::SignatureWrong, "SignatureDoesNotMatch"));
    assert_eq!(case(&plan, "CopyImage/auth/signature-missing").expect, Expect::RefusedSomehow);
    let Expect::Refused { errors } = &case(&plan, "CopyImage/auth/key-unknown").expect else { panic!() };
    assert_eq!(errors[0].code, "InvalidAccessKeyId.NotFound");
    assert!(!plan.cases.iter().any(|case| case.twist == Twist::NonceReplayed));
    let Expect::Refused { errors } = &case(&plan, "CopyImage/envelope/operation-unknown").expect else {
        panic!()
    };
    assert_eq!(errors[0].code, "UnsupportedOperation");
}

#[test]
fn shrinking_keeps_what_a_case_is_about() {
    let contract = copy_image();
    for case in &planned().cases {
        let before: Vec<String> =
            breaks(only(&contract), &case.arguments).into_iter().map(|rule| rule.fact).collect();
        for smaller in shrink(case, &contract) {
            let broken = breaks(only(&contract), &smaller.arguments);
            assert_eq!(broken.into_iter().map(|rule| rule.fact).collect::<Vec<_>>(), before, "{}", case.id);
            assert!(smaller.arguments.to_string_len() < case.arguments.to_string_len(), "{}", case.id);
        }
    }
    let all = planned();
    let all = case(&all, "CopyImage/accept/all");
    let smallest = shrink(all, &contract).into_iter().next().expect("a smaller one");
    assert_eq!(smallest.arguments.keys().collect::<Vec<_>>(), ["ImageId", "RegionId"]);
}

#[test]
fn an_unstated_parameter_promises_nothing() {
    let parameters = json!([
        small::parameter("Name", "string", "unstated", json!([])),
        small::parameter("Size", "integer", "unstated", json!([])),
    ]);
    let contract = small::contract(
        vec![small::operation("Make", parameters, json!([]), json!([]), json!([]))],
        json!([]),
    );
    let plan = plan(&contract, &Bindings::default(), &Options::default());
    assert!(!plan.cases.iter().any(|case| case.id.contains("required")));
    assert!(case(&plan, "Make/accept/minimal").arguments.contains_key("Name"), "it may be required");
}

trait Length {
    fn to_string_len(&self) -> usize;
}

impl Length for wire::Arguments {
    fn to_string_len(&self) -> usize {
        Value::Object(self.clone()).to_string().len()
    }
}

#[test]
fn what_a_page_links_to_is_chained() {
    let id = json!([small::parameter("ImageId", "string", "required", json!([]))]);
    let answer = json!([small::field("ImageId", json!({ "kind": "string" }), "optional", json!([]))]);
    let operation =
        |name: &str, parameters, response| small::operation(name, parameters, json!([]), response, json!([]));
    let mut create = operation("CreateImage", json!([]), answer.clone());
    create["see_also"] = json!([{ "operation": "DeleteImage", "from": null, "origin": small::origin(7) }]);
    let operations =
        vec![create, operation("DeleteImage", id.clone(), answer), operation("ShareImage", id, json!([]))];
    let contract = small::contract(operations, json!([]));
    let plan = plan(&contract, &Bindings::default(), &Options::default());
    let chains: Vec<&Case> = plan.cases.iter().filter(|case| case.family == Family::Sequence).collect();
    assert_eq!(
        chains.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(),
        ["DeleteImage/sequence/CreateImage"]
    );
    assert_eq!(
        (&chains[0].arguments["ImageId"], chains[0].fixtures[0].call.as_str()),
        (&json!("$Made"), "CreateImage")
    );
}

#[test]
fn of_each_kind_one_case_is_sent_before_another_of_its_kind() {
    let plan = planned();
    let schedule = plan.schedule();
    let mut places = schedule.clone();
    places.sort_unstable();
    assert_eq!(places, (0..plan.cases.len()).collect::<Vec<_>>(), "each case once");
    let turn = |id: &str| schedule.iter().position(|place| plan.cases[*place].id == id).expect(id);
    let of = |family: Family, kind: &str| {
        // Of a rule with two ends each end is a kind.
        let about = |case: &&Case| {
            case.family == family && case.facts[0].ends_with(kind) && !case.id.ends_with("/min-1")
        };
        let mut turns: Vec<usize> = plan.cases.iter().filter(about).map(|case| turn(&case.id)).collect();
        turns.sort_unstable();
        turns
    };
    let (lengths, types) = (of(Family::Reject, "/length"), of(Family::Reject, "/type"));
    assert!(lengths.len() > 1 && types.len() > 1, "{lengths:?} {types:?}");
    assert!(types[0] < lengths[1] && lengths[0] < types[1], "{lengths:?} {types:?}");
    let twisted = |twist| plan.cases.iter().find(|case| case.twist == twist).map(|case| turn(&case.id));
    assert!(twisted(Twist::SignatureMissing).expect("a case") < lengths[1]);
}

#[test]
fn a_list_that_is_only_likely_is_not_drawn_from() {
    let drawn = |confidence: &str| -> BTreeSet<String> {
        let values = json!([{ "value": "tcp", "gloss": "" }, { "value": "udp", "gloss": "" }]);
        let list = json!([{ "kind": "one_of", "values": values, "confidence": confidence }]);
        let parameters = json!([small::parameter("Protocol", "string", "required", list)]);
        let none = || json!([]);
        let contract = small::contract(
            vec![small::operation("CreateListener", parameters, none(), none(), none())],
            none(),
        );
        let bindings = Bindings::default();
        let deck = Deck::new(&contract, &bindings, &Options::default());
        let accepted = deck.random().take(200).filter(|case| case.expect == Expect::Accepted);
        let value = |case: Case| Some(case.arguments.get("Protocol")?.as_str()?.to_owned());
        accepted.filter_map(value).collect()
    };
    assert_eq!(drawn("certain").len(), 2);
    assert_eq!(drawn("likely"), BTreeSet::from(["tcp".to_owned()]));
}
