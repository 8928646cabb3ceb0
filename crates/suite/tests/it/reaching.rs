//! States that documented errors need, reached by what names and links suggest, and what the answers are then worth.

use contract::Contract;
use serde_json::{Value, json};
use suite::{Bindings, Case, Expect, Family, Judge, Judgement, Options, Plan, Undocumented, plan};
use wire::Verdict;

use crate::small;

/// Images are created, copied and deleted.
fn images() -> Contract {
    let none = || json!([]);
    let id = || json!([small::field("ImageId", json!({ "kind": "string" }), "optional", none())]);
    let text = |name: &str| small::parameter(name, "string", "optional", none());
    let needed = |name: &str| small::parameter(name, "string", "required", none());
    let state = |code: &str, message: &str, about: &[&str]| small::error(403, code, message, about, "state");
    let create = json!([needed("RegionId"), text("ImageName"), text("ClientToken")]);
    let copy = json!([needed("RegionId"), needed("ImageId"), needed("DestinationRegionId")]);
    let delete = json!([needed("RegionId"), needed("ImageId")]);
    let mut spent = state("TokenMismatch", "The request is not identical to that before.", &[]);
    spent["refuses"] = json!(null);
    let taken = state("InvalidName.Duplicated", "The name has already been used.", &["ImageName"]);
    let errors = json!([
        state("ImageCopying", "The image is coping.", &[]),
        state("ImageIsCreating", "The specified image is being created.", &[]),
        state("ImageNotCopying", "The image is not copying.", &[]),
        state("ImageInUse", "The image is used by an instance.", &[]),
        state("Denied", "The image is copying.", &[]),
        state("Denied", "The image is being created.", &[]),
    ]);
    let mut copy = small::operation("CopyImage", copy, none(), id(), none());
    copy["see_also"] = json!([{ "operation": "DeleteImage", "from": null, "origin": small::origin(7) }]);
    let create = small::operation("CreateImage", create, none(), id(), json!([taken, spent]));
    let delete = small::operation("DeleteImage", delete, none(), none(), errors);
    small::contract(vec![create, copy, delete], none())
}

fn planned(bound: &str) -> Plan {
    let values = r#"
        [values]
        RegionId = "here"
        DestinationRegionId = "there"
        ImageId = "m-1"
    "#;
    let bindings: Bindings = toml::from_str(&format!("{values}{bound}")).expect("bindings");
    plan(&images(), &bindings, &Options::default())
}

fn case<'a>(plan: &'a Plan, id: &str) -> &'a Case {
    plan.cases.iter().find(|case| case.id == id).unwrap_or_else(|| panic!("no case {id}"))
}

#[test]
fn a_name_is_taken_once_it_was_given() {
    let plan = planned("");
    let twice = case(&plan, "CreateImage/sequence/InvalidName.Duplicated");
    assert_eq!(
        (twice.family, &twice.facts[..]),
        (Family::Sequence, &["CreateImage/errors/403/InvalidName.Duplicated/1".to_owned()][..])
    );
    let [first] = twice.fixtures.as_slice() else { panic!("{:?}", twice.fixtures) };
    assert_eq!(
        (first.call.as_str(), &first.arguments, first.take.as_str()),
        ("CreateImage", &twice.arguments, "ImageId")
    );
    assert!(twice.arguments.contains_key("ImageName") && !twice.arguments.contains_key("ClientToken"));
}

#[test]
fn a_token_is_spent_once_another_request_bore_it() {
    let plan = planned("");
    let again = case(&plan, "CreateImage/sequence/TokenMismatch");
    let [first] = again.fixtures.as_slice() else { panic!("{:?}", again.fixtures) };
    assert_eq!(
        (first.call.as_str(), &first.arguments["ClientToken"]),
        ("CreateImage", &again.arguments["ClientToken"])
    );
    assert_ne!(first.arguments["ImageName"], again.arguments["ImageName"]);
}

#[test]
fn what_was_begun_is_used_where_it_was_ordered_to() {
    let plan = planned("");
    let copying = case(&plan, "DeleteImage/sequence/ImageCopying");
    assert_eq!(Value::Object(copying.arguments.clone()), json!({ "RegionId": "there", "ImageId": "$Begun" }));
    let [copy] = copying.fixtures.as_slice() else { panic!("{:?}", copying.fixtures) };
    assert_eq!((copy.call.as_str(), &copy.wait), ("CopyImage", &None));
    let creating = case(&plan, "DeleteImage/sequence/ImageIsCreating");
    assert_eq!(Value::Object(creating.arguments.clone()), json!({ "RegionId": "here", "ImageId": "$Begun" }));
    assert_eq!(creating.fixtures[0].call, "CreateImage");
    let others = plan.cases.iter().filter(|case| matches!(case.expect, Expect::Refused { .. }));
    let sequences = others.filter(|case| case.family == Family::Sequence).count();
    assert_eq!(sequences, 4, "what is not so, what no operation begins, and a code of two rows are left");
}

#[test]
fn what_a_binding_gives_is_no_guess_and_goes_before() {
    let plan = planned("[operations.DeleteImage.errors]\nImageCopying = { ImageId = \"m-copying\" }\n");
    assert_eq!(case(&plan, "DeleteImage/errors/403/ImageCopying/1").family, Family::Error);
    assert!(plan.cases.iter().all(|case| case.id != "DeleteImage/sequence/ImageCopying"));
    let plan = planned("[operations.DeleteImage.unreachable]\nImageCopying = \"copies take no time\"\n");
    assert!(plan.cases.iter().all(|case| case.id != "DeleteImage/sequence/ImageCopying"));
}

#[test]
fn a_state_that_was_another_accuses_nobody() {
    let contract = images();
    let plan = planned("");
    let case = case(&plan, "DeleteImage/sequence/ImageCopying");
    let judged = |verdict: &Verdict| {
        let judge = Judge::new(&contract, Undocumented::Ignore);
        match judge.judge(case, verdict, &case.arguments).judgement {
            Judgement::Held => "held".to_owned(),
            Judgement::Inconclusive(reason) => reason,
            Judgement::Broken(breaches) => breaches[0].code.clone(),
        }
    };
    let refused = |http_status, code: &str, message: &str| Verdict::Refused {
        http_status,
        code: code.to_owned(),
        message: message.to_owned(),
        request_id: None,
        body: json!({}),
    };
    assert_eq!(judged(&refused(403, "ImageCopying", "The image is coping.")), "held");
    assert_eq!(judged(&refused(409, "ImageCopying", "The image is coping.")), "verify/wrong-status");
    assert_eq!(judged(&refused(403, "ImageCopying", "Wait.")), "verify/wrong-message");
    let other = judged(&refused(403, "ImageInUse", "The image is used by an instance."));
    assert!(other.starts_with("another state stood in the way"), "{other}");
    assert_eq!(judged(&refused(500, "Oops", "oops")), "verify/undocumented-failure");
    let over = judged(&Verdict::Accepted { body: json!({}), request_id: None });
    assert!(over.starts_with("the request was accepted, so"), "{over}");
}
