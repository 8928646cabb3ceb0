//! `client.rs`: a method for each operation. What they have in common is written by hand in `wire`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{Doc, code};
use crate::operation::Named;
use crate::rust;

/// The text of the file.
pub(crate) fn file(operations: &[Named<'_>]) -> String {
    let types = operations.iter().flat_map(|named| [named.request(), named.response()]);
    let imports = (!operations.is_empty()).then(|| quote!(use super::operations::{#(#types),*};));
    let methods = operations.iter().map(method);
    let as_service = operations.iter().map(as_service);
    let about = Doc::default().markdown("A client of the documented service, over any transport.");
    rust::file(
        &about,
        quote! {
            use super::error::{Error, ErrorCode};
            #imports
            use super::service::Service;

            #[doc = " Calls the documented operations. What is safe to send again is sent again when no answer came."]
            #[derive(Debug)]
            pub struct Client<T>(wire::Client<T>);

            #[doc = " Why a call has no answer."]
            pub type CallError = wire::CallError<Error>;

            impl<T: wire::Transport> Client<T> {
                #[doc = " A client of the documented endpoint. Without credentials, requests bear no signature."]
                pub fn new(transport: T, credentials: Option<wire::Credentials>) -> Self {
                    Self(wire::Client::new(transport, credentials, crate::wire()))
                }

                #[doc = " The same client for a service elsewhere."]
                pub fn at(self, endpoint: impl Into<String>) -> Self {
                    Self(self.0.at(endpoint))
                }

                #[doc = " The same client that sends a request this many times more, where that is safe. As made, it is twice."]
                pub fn with_retries(self, retries: u32) -> Self {
                    Self(self.0.with_retries(retries))
                }

                #[doc = " The same client with requests that travel otherwise: carrier, signature, index of lists."]
                pub fn with_wire(self, wire: wire::Wire) -> Self {
                    Self(self.0.with_wire(wire))
                }

                #[doc = " The pages of an answer, one after the other: each is asked for when the one before it was taken."]
                pub fn pages<R: wire::Paged + Clone>(
                    &self,
                    request: R,
                ) -> impl wire::Stream<Item = Result<R::Answer, CallError>> + Send + '_ {
                    self.0.pages(request)
                }

                #(#methods)*
            }

            impl<T: wire::Transport + 'static> Service for Client<T> {
                #(#as_service)*

                #[doc = " The service at the other end decides."]
                fn admit(&self, _: &'static str, _: wire::Violations) -> Result<(), Error> {
                    Ok(())
                }
            }

            impl From<wire::Refused> for Error {
                fn from(refused: wire::Refused) -> Self {
                    let wire::Refusal { http_status, code, message } = refused.refusal;
                    Self { http_status, code: ErrorCode::from(code), message, request_id: refused.request_id }
                }
            }

            impl From<CallError> for Error {
                fn from(error: CallError) -> Self {
                    match error {
                        CallError::Refused(error) => error,
                        CallError::Malformed { http_status, reason } => {
                            Self::other(Some(http_status), "MalformedAnswer", reason)
                        }
                        CallError::Transport(error) => Self::other(None, "NoAnswer", error.to_string()),
                    }
                }
            }
        },
    )
}

fn method(named: &Named<'_>) -> TokenStream {
    let (name, function, request, response) =
        (&named.operation.name, named.function(), named.request(), named.response());
    let docs = Doc::default().page(&named.operation.summary);
    let docs = docs.markdown(&format!("Calls {}.", code(name))).outer();
    quote! {
        #docs
        pub async fn #function(&self, request: &#request) -> Result<#response, CallError> {
            self.0.send(request).await
        }
    }
}

fn as_service(named: &Named<'_>) -> TokenStream {
    let (function, request, response) = (named.function(), named.request(), named.response());
    quote! {
        async fn #function(&self, _: &wire::Caller, request: #request) -> Result<#response, Error> {
            Ok(Self::#function(self, &request).await?)
        }
    }
}
