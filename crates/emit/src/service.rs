//! `service.rs`: the trait that a server implements, and the endpoint that calls it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{Doc, code, inline};
use crate::operation::Named;
use crate::rust;

/// The text of the file.
pub(crate) fn file(operations: &[Named<'_>], wire: &wire::Wire) -> String {
    let types = operations.iter().flat_map(|named| [named.request(), named.response()]);
    let imports = (!operations.is_empty()).then(|| quote!(use super::operations::{#(#types),*};));
    let methods = operations.iter().map(method);
    let arms = operations.iter().map(arm);
    let names = operations.iter().map(|named| &named.operation.name);
    let caller = if operations.is_empty() { quote!(_) } else { quote!(caller) };
    let arguments = if operations.is_empty() { quote!(_) } else { quote!(arguments) };
    let reading = (!operations.is_empty()).then(reading);
    // What gateways of the family answer where a page names no error.
    let otherwise = match wire.envelope {
        wire::Envelope::RetCode { .. } => quote!(None, "230"),
        wire::Envelope::HttpStatus { .. } => quote!(Some(400), "InvalidParameter"),
    };
    let about = Doc::default()
        .markdown("The service that the pages describe: implement it, and an endpoint calls it.");
    rust::file(
        &about,
        quote! {
            use std::future::Future;
            use std::sync::Arc;

            use super::documented;
            use super::error::Error;
            #imports

            #[doc = " The documented operations. A request that reaches a method has passed [`Service::admit`]."]
            pub trait Service: Send + Sync + 'static {
                #(#methods)*

                #[doc = " Decides about a request that breaks rules of its page: an error refuses it, `Ok` lets it through with"]
                #[doc = " defaults for what was not sent. As provided, the first rule that the pages tie an error to decides."]
                fn admit(&self, operation: &'static str, violations: wire::Violations) -> Result<(), Error> {
                    let tied = |broken: &wire::Violation| {
                        documented::tied(operation, broken).map(|row| row.about(&broken.parameter))
                    };
                    match violations.iter().find_map(tied) {
                        Some(error) => Err(error),
                        None if violations.is_empty() => Ok(()),
                        None => Err(Error::other(#otherwise, violations.to_string())),
                    }
                }
            }

            #[doc = " Calls a service with what arrives from the wire."]
            #[derive(Debug)]
            pub struct Endpoint<S>(
                #[doc = " The service."]
                pub Arc<S>,
            );

            impl<S> Endpoint<S> {
                #[doc = " An endpoint of its own for a service."]
                pub fn new(service: S) -> Self {
                    Self(Arc::new(service))
                }
            }

            impl<S> Clone for Endpoint<S> {
                fn clone(&self) -> Self {
                    Self(Arc::clone(&self.0))
                }
            }

            impl<S: Service> wire::Dispatch for Endpoint<S> {
                fn knows(&self, operation: &str) -> bool {
                    matches!(operation, #(#names)|*)
                }

                async fn dispatch(
                    &self,
                    #caller: &wire::Caller,
                    operation: &str,
                    #arguments: &wire::Arguments,
                ) -> Result<serde_json::Value, wire::Refusal> {
                    match operation {
                        #(#arms)*
                        _ => Err(wire::Refusal::new(Some(404), "UnknownOperation", operation)),
                    }
                }
            }

            #reading
        },
    )
}

fn method(named: &Named<'_>) -> TokenStream {
    let operation = named.operation;
    let (function, request, response) = (named.function(), named.request(), named.response());
    let mut docs = Doc::default().page(&operation.summary);
    if operation.summary.trim().is_empty() {
        docs = docs.markdown(&format!("{}.", code(&operation.name)));
    }
    let deprecated = if operation.deprecated { " The page calls it deprecated." } else { "" };
    let title = if operation.title.trim().is_empty() {
        String::new()
    } else {
        format!(" ({})", inline(&operation.title))
    };
    let place = code(&operation.origin.location().to_string());
    let docs = docs.markdown(&format!("{}{title}, {place}.{deprecated}", code(&operation.name))).outer();
    quote! {
        #docs
        fn #function(
            &self,
            caller: &wire::Caller,
            request: #request,
        ) -> impl Future<Output = Result<#response, Error>> + Send;
    }
}

fn arm(named: &Named<'_>) -> TokenStream {
    let (name, function, request) = (&named.operation.name, named.function(), named.request());
    quote! {
        #name => {
            let request: #request = admitted(&*self.0, arguments)?;
            answered(self.0.#function(caller, request).await)
        }
    }
}

fn reading() -> TokenStream {
    quote! {
        #[doc = " Reads a request; one that breaks rules is the service's to decide about."]
        fn admitted<S: Service, R: wire::Operation>(service: &S, arguments: &wire::Arguments) -> Result<R, Error> {
            let wire::Decoded { value, violations } = R::read(arguments);
            if !violations.is_empty() {
                service.admit(R::NAME, violations)?;
            }
            Ok(value)
        }

        fn answered<R: serde::Serialize>(answer: Result<R, Error>) -> Result<serde_json::Value, wire::Refusal> {
            let unwritable = |error: serde_json::Error| wire::Refusal::new(Some(500), "InternalError", error.to_string());
            serde_json::to_value(answer?).map_err(unwritable)
        }
    }
}
