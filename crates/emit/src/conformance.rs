//! `tests/conformance/main.rs`: a test for each operation and family, and snapshots of contract, plan and exchanges.

use proc_macro2::TokenStream;
use quote::quote;

use crate::Spec;
use crate::doc::{Doc, code};
use crate::manifest::library;
use crate::names::ident;
use crate::operation::Named;
use crate::{rust, travel};

/// The families of cases that each operation has, as `conformance::Family` names them.
const OF_OPERATIONS: &[(&str, &str)] = &[
    ("example", "Example"),
    ("accept", "Accept"),
    ("reject", "Reject"),
    ("error", "Error"),
    ("envelope", "Envelope"),
];

/// The families whose cases are about the service as a whole.
const OF_THE_SERVICE: &[(&str, &str)] = &[("sequence", "Sequence"), ("auth", "Auth")];

/// The text of the file.
pub(crate) fn file(spec: &Spec<'_>, operations: &[Named<'_>]) -> String {
    let about = Doc::default()
        .page(spec.title)
        .markdown(&format!("Holds a server to the pages of {}.", code(&format!("specs/{}", spec.name))))
        .markdown("The server is the one at `DOCTRACT_TARGET`, or image-service in this process.");
    let (library, name) = (ident(&library(spec.name)), spec.name);
    let requests = operations.iter().map(Named::request);
    let requests = (!operations.is_empty()).then(|| quote!(use #library::operations::{#(#requests),*};));
    let tests = operations.iter().map(tests);
    let whole = OF_THE_SERVICE.iter().map(|(snake, pascal)| {
        let (test, family) = (ident(snake), ident(pascal));
        quote! {
            #[tokio::test]
            async fn #test() {
                CONFORMANCE.check_all(Family::#family).await;
            }
        }
    });
    rust::file(
        &about,
        quote! {
            use std::sync::LazyLock;

            #requests
            use conformance::{Conformance, Family};

            static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
                Conformance::new(#name, #library::CONTRACT, #library::wire(), include_str!("bindings.toml"))
            });

            #[test]
            fn contract() {
                insta::assert_snapshot!(CONFORMANCE.contract());
            }

            #[test]
            fn plan() {
                insta::assert_snapshot!(CONFORMANCE.plan());
            }

            #(#whole)*

            #(#tests)*
        },
    )
}

fn tests(named: &Named<'_>) -> TokenStream {
    let name = &named.operation.name;
    let families = OF_OPERATIONS.iter().map(|(snake, pascal)| {
        let (test, family) = (ident(&format!("{}_{snake}", named.snake)), ident(pascal));
        quote! {
            #[tokio::test]
            async fn #test() {
                CONFORMANCE.check(#name, Family::#family).await;
            }
        }
    });
    let exchange = ident(&format!("{}_exchange", named.snake));
    let travels = travel::tests(named);
    quote! {
        #(#families)*

        #travels

        #[tokio::test]
        async fn #exchange() {
            let exchange = CONFORMANCE.exchange(#name).await;
            insta::assert_snapshot!(exchange);
        }
    }
}
