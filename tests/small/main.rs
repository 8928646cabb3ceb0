//! A second implementation of a generated service, written in less than 150 lines: the generated suite holds it to all of
//! its pages, in this process.

mod images;

use std::sync::Arc;

use conformance::Conformance;
use wire::{Credentials, Server};

use images::{Gate, Images};

#[tokio::test]
async fn the_suite_holds_a_small_implementation_to_its_pages() {
    let bindings = evidence::root().join("specs/aliyun-image-web/bindings.toml");
    let bindings = std::fs::read_to_string(bindings).expect("the spec has bindings");
    let wire = aliyun_image_web::wire();
    let suite = Conformance::new("aliyun-image-web", aliyun_image_web::CONTRACT, wire.clone(), &bindings);
    let endpoint = aliyun_image_web::Endpoint::new(Images::default());
    let server = Server::new(wire, endpoint, Arc::new(Gate::default()));
    suite.check_service(server, Credentials::new("key", "secret")).await;
}

#[test]
fn the_implementation_is_small() {
    let lines = include_str!("images.rs").lines().count();
    assert!(lines < 150, "{lines} lines");
}
