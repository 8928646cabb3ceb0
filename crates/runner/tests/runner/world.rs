//! A contract of one page, cases for it, and small services that answer them.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use contract::{Contract, Operation, Parameter, Presence, Scope, Type};
use http::{Request, Response};
use runner::{Class, Context, Options, Outcome, Run, Target, run};
use serde_json::{Value, json};
use source::{Location, Origin, Sourced};
use suite::{Case, Expect, Fact, Family, Plan, Twist, Unreached};
use tower::service_fn;
use wire::{Arguments, Credentials, Wire};

fn place() -> Location {
    Location { file: "pages/Copy.md".into(), line: 46, column: 3, length: 4 }
}

fn origin() -> Origin {
    Origin::Stated(place())
}

fn optional(name: &str) -> Parameter {
    let text = |text: &str| Sourced::stated(text.to_owned(), place());
    Parameter {
        name: text(name),
        spelling: None,
        first_index: None,
        scope: Scope::Operation,
        ty: Sourced::stated(Type::String, place()),
        presence: Sourced::stated(Presence::Optional, place()),
        position: None,
        example: None,
        description: text(""),
        constraints: Vec::new(),
        origin: origin(),
    }
}

fn operation(name: &str) -> Operation {
    Operation {
        name: name.to_owned(),
        page: "pages/Copy.md".into(),
        dialect: "ucloud".to_owned(),
        title: String::new(),
        summary: String::new(),
        http: None,
        deprecated: false,
        parameters: ["Name", "A", "B", "C"].map(optional).to_vec(),
        rules: Vec::new(),
        response: Vec::new(),
        models: Vec::new(),
        errors: Vec::new(),
        examples: Vec::new(),
        see_also: Vec::new(),
        notes: Vec::new(),
        stands_behind: None,
        origin: origin(),
    }
}

pub(crate) fn tree(value: Value) -> Arguments {
    value.as_object().cloned().expect("a tree")
}

pub(crate) fn case(id: &str, expect: Expect) -> Case {
    Case {
        id: id.to_owned(),
        family: Family::Accept,
        operation: "Copy".to_owned(),
        facts: vec![id.to_owned()],
        fixtures: Vec::new(),
        accepted_first: None,
        arguments: tree(json!({ "Name": "a" })),
        twist: Twist::None,
        expect,
        law: None,
    }
}

pub(crate) fn plan(cases: Vec<Case>) -> Plan {
    let fact = |id: &str| Fact {
        id: id.to_owned(),
        operation: Some("Copy".to_owned()),
        kind: "length".to_owned(),
        subject: "Name".to_owned(),
        text: "2 to 128".to_owned(),
        origin: origin(),
    };
    let facts = cases.iter().map(|case| fact(&case.id)).chain([fact("far"), fact("lost")]).collect();
    let unreached = vec![Unreached { fact: "far".to_owned(), reason: "needs a failure inside".to_owned() }];
    Plan { cases, facts, unreached }
}

pub(crate) fn wire() -> Wire {
    let wire = json!({
        "style": "aliyun", "endpoint": "https://a.b/", "version": "1",
        "envelope": { "kind": "http-status" }, "signature": ["aliyun-v1", "acs3"],
    });
    serde_json::from_value(wire).expect("a wire")
}

pub(crate) fn options() -> Options {
    Options {
        request_timeout: Duration::from_millis(300),
        max_answer_bytes: 64 << 10,
        ready_timeout: Duration::from_millis(200),
        poll_every: Duration::from_millis(5),
        ..Options::default()
    }
}

/// Runs a plan, and tells the words of its events too.
pub(crate) async fn told(plan: &Plan, target: &Target, options: Options) -> (Run, Vec<String>) {
    let contract = Contract {
        operations: vec![operation("Copy"), operation("Make"), operation("Look")],
        ..Contract::default()
    };
    let (wire, credentials) = (wire(), Credentials::new("AKID", "s3cr3t"));
    let context = Context {
        spec: "test",
        contract: &contract,
        wire: &wire,
        credentials: Some(&credentials),
        seed: 7,
        options,
    };
    let mut events = Vec::new();
    let run = run(plan, &context, target, &mut |event| events.push(format!("{event:?}"))).await;
    (run, events)
}

pub(crate) async fn outcomes(cases: Vec<Case>, target: &Target) -> Vec<Outcome> {
    told(&plan(cases), target, options()).await.0.outcomes
}

pub(crate) async fn class(case: Case, target: &Target) -> Class {
    outcomes(vec![case], target).await.remove(0).class
}

pub(crate) fn answer(status: u16, body: &Value) -> Response<Bytes> {
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(Bytes::from(body.to_string())).expect("an answer")
}

pub(crate) fn accepted() -> Response<Bytes> {
    answer(200, &json!({ "RequestId": "r" }))
}

pub(crate) fn refused(code: &str) -> Response<Bytes> {
    answer(400, &json!({ "RequestId": "r", "HostId": "h", "Code": code, "Message": "no" }))
}

/// A case that fails on every target that accepts its request.
pub(crate) fn hopeless(id: &str) -> Case {
    case(id, Expect::RefusedSomehow)
}

/// A service in this process, and the queries that it was sent.
pub(crate) fn service(
    answer: impl Fn(&str) -> Response<Bytes> + Clone + Send + Sync + 'static,
) -> (Target, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let log = seen.clone();
    let target = Target::in_process(service_fn(move |request: Request<Bytes>| {
        let query = request.uri().query().unwrap_or_default().to_owned();
        log.lock().expect("no panic").push(query.clone());
        let answer = answer.clone();
        async move { Ok::<_, Infallible>(answer(&query)) }
    }));
    (target, seen)
}
