//! Operations with a method and a path of their own: OpenAPI lists them, code leaves them out.

use contract::{HttpBinding, Operation, Position, Presence, Type};
use serde_json::{Value, json};
use source::Sourced;

use super::{emitted, text};
use crate::sample::{contract, field, operation, origin, parameter};

fn derived<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: origin(3) }
}

fn placed(name: &str, position: Position) -> contract::Parameter {
    let mut placed = parameter(name);
    placed.position = Some(derived(position));
    placed
}

fn rest(name: &str, flags: &[&str]) -> Operation {
    let mut rest = operation(name);
    rest.http = Some(HttpBinding {
        method: derived("PUT".to_owned()),
        path: derived("/<jar_name>/Lid".to_owned()),
        flags: flags.iter().map(|flag| derived((*flag).to_owned())).collect(),
        host: None,
        origin: origin(3),
    });
    let mut jar = placed("jar_name", Position::Path);
    jar.presence.value = Presence::Required;
    let mut etag = field("ETag", Type::String);
    etag.position = Some(derived(Position::Header));
    rest.parameters = vec![
        jar,
        placed("Lid", Position::Path),
        placed("shelf", Position::Query),
        placed("X-Jar-Sugar", Position::Header),
        placed("X-Jar-Note- *", Position::Header),
        placed("label", Position::Form),
        parameter("depth"),
    ];
    rest.response = vec![etag, field("JarId", Type::String)];
    rest
}

fn places(item: &Value) -> Vec<(&str, &str)> {
    let parameters = item["parameters"].as_array().expect("is a list");
    parameters.iter().filter_map(|p| Some((p["name"].as_str()?, p["in"].as_str()?))).collect()
}

#[test]
fn openapi_has_method_path_and_positions() {
    let files = emitted(&contract(vec![rest("PutJar", &[]), rest("SealJar", &["seal"])])).files;
    let api: Value = serde_json::from_str(text(&files, "openapi.json")).expect("is JSON");
    let put = &api["paths"]["/{jar_name}/{Lid}"]["put"];
    let expected = [("jar_name", "path"), ("Lid", "path"), ("shelf", "query"), ("X-Jar-Sugar", "header")];
    assert_eq!(places(put), expected);
    assert_eq!(put["parameters"][1]["required"], json!(true), "a path can't do without a part");
    let unplaced: Vec<&Value> = put["x-unplaced"].as_array().expect("is a list").iter().collect();
    assert_eq!(unplaced.iter().map(|p| &p["name"]).collect::<Vec<_>>(), ["X-Jar-Note- *", "depth"]);
    let form = &put["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    assert_eq!(form["properties"]["label"]["type"], "string");
    let answer = &put["responses"]["200"];
    assert_eq!(answer["headers"]["ETag"]["schema"]["type"], "string");
    let body = &answer["content"]["application/json"]["schema"]["properties"];
    assert_eq!(
        body.as_object().map(|fields| fields.keys().collect::<Vec<_>>()),
        Some(vec![&"JarId".to_owned()])
    );
    assert_eq!(put.get("x-doctract-action"), None);
}

#[test]
fn operations_of_one_path_stand_beside_each_other() {
    let files = emitted(&contract(vec![rest("PutJar", &[]), rest("SealJar", &["seal"])])).files;
    let api: Value = serde_json::from_str(text(&files, "openapi.json")).expect("is JSON");
    let seal = &api["paths"]["/{jar_name}/{Lid}#SealJar"]["put"];
    assert_eq!(places(seal).first(), Some(&("seal", "query")));
}

#[test]
fn no_client_sends_what_the_page_does_not_document() {
    let emitted = emitted(&contract(vec![rest("PutJar", &[]), operation("GetRegion")]));
    assert!(emitted.files.iter().all(|file| !file.path.contains("put_jar")));
    assert!(!text(&emitted.files, "src/client.rs").contains("PutJar"));
    assert!(text(&emitted.files, "contract.json").contains("PutJar"));
    let codes: Vec<&str> = emitted.diagnostics.iter().map(|d| d.code.as_ref()).collect();
    assert_eq!(codes, ["emit/not-called-by-name"]);
    assert!(crate::explain(codes[0]).is_some());
}

#[test]
fn a_binding_survives_its_json() {
    let rest = rest("SealJar", &["seal"]);
    let json = serde_json::to_value(&rest).expect("is data");
    assert_eq!(json["http"]["flags"], json!(["seal"]));
    assert_eq!(json["parameters"][0]["position"], "path");
    let back: Operation = serde_json::from_value(json).expect("is an operation");
    assert_eq!(back, rest);
    let plain = serde_json::to_value(operation("GetRegion")).expect("is data");
    assert_eq!(plain.get("http"), None);
}
