//! `tests/travel`: what the requests and answers of several services are on the way.

use proc_macro2::TokenStream;
use quote::quote;

use crate::Spec;
use crate::doc::{Doc, code};
use crate::manifest::library;
use crate::names::ident;
use crate::operation::Named;
use crate::rust;
use crate::services::Service;

/// `main.rs`: a module for each service.
pub(crate) fn root(spec: &Spec<'_>, services: &[Service]) -> String {
    let about = Doc::default().page(spec.title).markdown(
        "Each request is itself again after it has travelled, and each documented example can be read.",
    );
    let modules = services.iter().map(|service| {
        let (name, feature) = (ident(&service.name), &service.name);
        quote!(#[cfg(feature = #feature)] mod #name;)
    });
    rust::file(&about, quote! { #(#modules)* })
}

/// The file of one service.
pub(crate) fn file(spec: &Spec<'_>, service: &Service, operations: &[Named<'_>]) -> String {
    let about = Doc::default().markdown(&format!("The operations of {}.", code(&service.name)));
    let (library, module) = (ident(&library(spec.name)), ident(&service.name));
    let name = format!("{}-{}", spec.name, service.name);
    let requests = operations.iter().map(Named::request);
    let requests =
        (!operations.is_empty()).then(|| quote!(use #library::#module::operations::{#(#requests),*};));
    let tests = operations.iter().map(self::tests);
    rust::file(
        &about,
        quote! {
            use std::sync::LazyLock;

            use conformance::Conformance;
            #requests

            static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
                Conformance::new(#name, #library::#module::CONTRACT, #library::wire(), "")
            });

            #(#tests)*
        },
    )
}

/// The tests of one operation.
pub(crate) fn tests(named: &Named<'_>) -> TokenStream {
    let (travels, reads) =
        (ident(&format!("{}_travels", named.snake)), ident(&format!("{}_reads_examples", named.snake)));
    let request = named.request();
    quote! {
        #[test]
        fn #travels() {
            CONFORMANCE.travels::<#request>();
        }

        #[test]
        fn #reads() {
            CONFORMANCE.reads_examples::<#request>();
        }
    }
}
