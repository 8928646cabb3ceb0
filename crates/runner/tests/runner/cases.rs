//! What becomes of cases when the target answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use runner::{Class, Clock, Options, Reach};
use serde_json::json;
use suite::{Expect, Fixture, Twist, Wait};

use crate::world::{
    accepted, answer, case, class, hopeless, options, outcomes, plan, refused, service, told, tree,
};

fn reason(class: Class) -> String {
    match class {
        Class::Inconclusive { reason } => reason,
        other => panic!("not inconclusive: {other:?}"),
    }
}

#[tokio::test]
async fn outcomes_are_in_the_order_of_the_plan() {
    let cases: Vec<_> = (0..40).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
    let (target, _) = service(|_| accepted());
    let (run, events) = told(&plan(cases.clone()), &target, options()).await;
    let ids: Vec<_> = run.outcomes.iter().map(|outcome| &outcome.case).collect();
    assert_eq!(ids, cases.iter().map(|case| &case.id).collect::<Vec<_>>());
    assert!(run.is_clean() && run.counts().held == 40 && run.requests == 40);
    assert!(
        events[0].contains("Started { total: Some(40), not_selected: 0 }") && events.len() == 41,
        "{events:?}"
    );
    assert_eq!((run.spec.as_str(), run.target.as_str(), run.seed), ("test", "in process", 7));
}

#[tokio::test]
async fn facts_hold_fail_or_say_why_they_were_not_reached() {
    let (target, _) = service(|query| if query.contains("bad") { refused("X") } else { accepted() });
    let mut hidden = hopeless("Copy/hidden");
    hidden.accepted_first = Some(tree(json!({ "Name": "bad" })));
    let cases = vec![
        case("Copy/good", Expect::Accepted),
        hopeless("Copy/taken"),
        hidden,
        case("Other/x", Expect::Accepted),
    ];
    let (run, _) = told(&plan(cases), &target, Options { skip: vec!["Other".to_owned()], ..options() }).await;
    let fates: Vec<_> = run.coverage.iter().map(|fact| (fact.fact.id.as_str(), &fact.reach)).collect();
    let not = |reason: &str| Reach::NotReached { reason: reason.to_owned() };
    assert_eq!(fates[..2], [("Copy/good", &Reach::Held), ("Copy/taken", &Reach::Failed)]);
    assert_eq!(run.coverage[1].cases, ["Copy/taken"]);
    assert_eq!(
        fates[2],
        (
            "Copy/hidden",
            &not(
                "Copy/hidden: the unbroken request was not accepted: it was refused with HTTP 400, code X: no"
            )
        )
    );
    assert_eq!(fates[3], ("Other/x", &not("Other/x: was not selected")));
    assert_eq!(fates[4], ("far", &not("needs a failure inside")));
    assert_eq!(fates[5], ("lost", &not("no case of the plan exercises it")));
    assert_eq!((run.counts().held, run.counts().failed, run.counts().inconclusive), (1, 1, 1));
}

#[tokio::test]
async fn a_case_that_does_not_hold_shows_everything_that_was_sent() {
    let (target, _) = service(|_| accepted());
    let mut case = hopeless("Copy/a");
    case.accepted_first = Some(tree(json!({ "Name": "b" })));
    let outcome = outcomes(vec![case], &target).await.remove(0);
    assert!(matches!(outcome.class, Class::Failed { .. }), "{:?}", outcome.class);
    let purposes: Vec<_> = outcome.exchanges.iter().map(|exchange| exchange.purpose.as_str()).collect();
    assert_eq!(purposes[..2], ["accepted-first", "case"]);
    let exchange = &outcome.exchanges[1];
    assert!(
        exchange.curl.contains("; curl -sS ") && exchange.curl.contains("Action=Copy"),
        "{}",
        exchange.curl
    );
    assert_eq!((exchange.status, exchange.answer.as_str()), (Some(200), r#"{"RequestId":"r"}"#));
}

#[tokio::test]
async fn no_outcome_holds_the_secret_even_when_the_target_echoes_it() {
    let (target, _) =
        service(|_| answer(400, &json!({ "RequestId": "r", "Code": "X", "Message": "your key is s3cr3t" })));
    let (run, _) = told(&plan(vec![case("Copy/a", Expect::Accepted)]), &target, options()).await;
    let outcome = serde_json::to_string(&run.outcomes[0]).expect("json");
    assert!(outcome.contains("your key is (secret)") && !outcome.contains("s3cr3t"), "{outcome}");
}

#[tokio::test]
async fn a_failing_request_is_made_smaller() {
    // It is accepted, and so fails, for as long as `B` is sent.
    let (target, seen) = service(|query| if query.contains("B=") { accepted() } else { refused("X") });
    let mut large = hopeless("Copy/large");
    large.arguments = tree(json!({ "A": "1", "B": "2", "C": "3" }));
    let outcome = outcomes(vec![large.clone()], &target).await.remove(0);
    assert!(matches!(outcome.class, Class::Failed { .. }));
    let smallest = outcome.exchanges.last().expect("exchanges");
    assert!(smallest.purpose == "shrunk" && smallest.url.contains("B=2"), "{}", smallest.url);
    assert!(!smallest.url.contains("A=1") && !smallest.url.contains("C=3"), "{}", smallest.url);
    assert!(seen.lock().expect("no panic").len() <= 1 + options().shrink_tries);
    let (run, _) = told(&plan(vec![large]), &target, Options { shrink_tries: 0, ..options() }).await;
    assert_eq!((run.requests, run.outcomes[0].exchanges.len()), (1, 1));
}

#[tokio::test]
async fn an_answer_that_is_no_json_breaks_the_envelope_wherever_it_comes() {
    let (target, _) = service(|query| {
        let mut answer = accepted();
        if query.contains("Make") {
            *answer.body_mut() = "thread 'main' panicked".into();
        }
        answer
    });
    let mut with_fixture = case("Copy/a", Expect::Accepted);
    with_fixture.fixtures = vec![fixture("m")];
    assert!(matches!(class(with_fixture, &target).await, Class::Failed { .. }));
    let mut direct = case("Copy/b", Expect::Answered);
    direct.operation = "Make".to_owned();
    assert!(matches!(class(direct, &target).await, Class::Failed { .. }));
}

fn fixture(name: &str) -> Fixture {
    Fixture {
        name: name.to_owned(),
        call: "Make".to_owned(),
        arguments: tree(json!({ "Size": 1 })),
        take: "Images.Image[0].ImageId".to_owned(),
        wait: Some(Wait {
            call: "Look".to_owned(),
            arguments: tree(json!({ "ImageId": format!("${name}") })),
            field: "Status".to_owned(),
            is: vec!["Available".to_owned()],
        }),
    }
}

#[tokio::test]
async fn a_fixture_is_made_waited_for_and_used() {
    let looks = Arc::new(AtomicUsize::new(0));
    let (target, seen) = service(move |query| {
        if query.contains("Action=Make") {
            return answer(200, &json!({ "RequestId": "r", "Images": { "Image": [{ "ImageId": "m-1" }] } }));
        }
        let looked = looks.fetch_add(usize::from(query.contains("Action=Look")), Ordering::SeqCst);
        answer(200, &json!({ "RequestId": "r", "Status": if looked < 3 { "Creating" } else { "Available" } }))
    });
    let mut case = case("Copy/a", Expect::Accepted);
    case.fixtures = vec![fixture("image")];
    case.arguments = tree(json!({ "ImageId": "$image" }));
    assert_eq!(class(case, &target).await, Class::Held);
    let seen = seen.lock().expect("no panic");
    assert_eq!(seen.len(), 1 + 4 + 1);
    assert!(seen[1..].iter().all(|query| query.contains("ImageId=m-1")), "{seen:?}");
}

#[tokio::test]
async fn a_fixture_that_fails_says_what_was_answered() {
    let with = |fixture| {
        let mut case = case("Copy/a", Expect::Accepted);
        case.fixtures = vec![fixture];
        case
    };
    let (refusing, _) = service(|_| refused("QuotaExceed"));
    assert_eq!(
        reason(class(with(fixture("m")), &refusing).await),
        "the resource `$m` could not be made: Make was refused with HTTP 400, code QuotaExceed: no"
    );
    let (bare, _) = service(|_| accepted());
    assert_eq!(
        reason(class(with(fixture("m")), &bare).await),
        "the resource `$m` could not be made: the answer of Make has no `Images.Image[0].ImageId`: {\"RequestId\":\"r\"}"
    );
    let forever =
        json!({ "RequestId": "r", "Status": "Creating", "Images": { "Image": [{ "ImageId": "m-1" }] } });
    let (slow, _) = service(move |_| answer(200, &forever));
    assert_eq!(
        reason(class(with(fixture("m")), &slow).await),
        "the resource `$m` could not be made: after 200 ms `Status` of Look is `Creating`, not `Available`"
    );
}

#[tokio::test]
async fn each_twist_departs_in_its_own_way() {
    let sent = async |twist| {
        let (target, seen) = service(|_| accepted());
        let mut case = case("Copy/a", Expect::Answered);
        case.twist = twist;
        let outcome = outcomes(vec![case], &target).await.remove(0);
        let seen = seen.lock().expect("no panic").clone();
        (outcome, seen)
    };
    let value = |query: &str, name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(other, _)| *other == name).map(|(_, value)| value.to_owned())
    };
    let (_, plain) = sent(Twist::None).await;
    assert!(
        value(&plain[0], "Signature").is_some() && value(&plain[0], "AccessKeyId").as_deref() == Some("AKID")
    );
    let (_, missing) = sent(Twist::SignatureMissing).await;
    assert!(value(&missing[0], "Signature").is_none() && value(&missing[0], "AccessKeyId").is_some());
    let (_, unknown) = sent(Twist::KeyUnknown).await;
    assert_ne!(value(&unknown[0], "AccessKeyId").as_deref(), Some("AKID"));
    let (_, changed) = sent(Twist::ChangedAfterSigning).await;
    assert_eq!(value(&changed[0], "Name").as_deref(), Some("a0"));
    let (_, replayed) = sent(Twist::NonceReplayed).await;
    assert_eq!(replayed.len(), 2);
    assert_eq!(value(&replayed[0], "SignatureNonce"), value(&replayed[1], "SignatureNonce"));
    let (_, nameless) = sent(Twist::OperationMissing).await;
    assert!(value(&nameless[0], "Action").is_none());
    let (_, other) = sent(Twist::OperationUnknown).await;
    assert_eq!(value(&other[0], "Action").as_deref(), Some("NoSuchOperation"));
    let (_, expired) = sent(Twist::TimeExpired).await;
    assert!(value(&expired[0], "Timestamp") < value(&plain[0], "Timestamp"));
    let (_, xml) = sent(Twist::AnswerXml).await;
    assert_eq!(value(&xml[0], "Format").as_deref(), Some("XML"));
    let (form, _) = sent(Twist::AsForm).await;
    assert!(form.exchanges[0].body.contains("Name=a") && form.exchanges[0].method == "POST");
    let (json, _) = sent(Twist::AsJson).await;
    assert_eq!(json.exchanges[0].body, r#"{"Name":"a"}"#);
    let (acs3, _) = sent(Twist::OtherSignature).await;
    assert!(acs3.exchanges[0].headers.iter().any(|(name, _)| name == "x-acs-action"));
}

#[tokio::test]
async fn with_a_fixed_clock_the_same_seed_sends_the_same_bytes() {
    let sent = async |concurrency| {
        let cases = (0..9).map(|index| case(&format!("Copy/{index}"), Expect::Accepted)).collect();
        let (target, seen) = service(|_| accepted());
        let fixed = Options { clock: Clock::Fixed(1_700_000_000_000), concurrency, ..options() };
        told(&plan(cases), &target, fixed).await;
        let mut seen = seen.lock().expect("no panic").clone();
        seen.sort();
        seen
    };
    let (alone, together) = (sent(1).await, sent(8).await);
    assert_eq!(alone, together);
    assert!(alone[0].contains("Timestamp=2023-11-14T22%3A13%3A20Z"), "{}", alone[0]);
}

#[tokio::test]
async fn a_run_ends_after_as_many_failures_as_it_may_have() {
    let (target, _) = service(|_| accepted());
    let cases = (0..9).map(|index| hopeless(&format!("Copy/{index}"))).collect();
    let few = Options { max_failures: Some(2), concurrency: 1, ..options() };
    let (run, events) = told(&plan(cases), &target, few).await;
    assert_eq!((run.counts().failed, run.counts().inconclusive), (2, 7));
    let last = run.outcomes[8].class.clone();
    assert_eq!(reason(last), "not run: the run ended after 2 failures, as it was told to");
    assert_eq!(events.iter().filter(|event| event.contains("EndedEarly")).count(), 1);
}
