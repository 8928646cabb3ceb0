//! `client.rs`: a method for each operation, over any transport.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{Doc, code};
use crate::operation::Named;
use crate::rust;

/// The text of the file.
pub(crate) fn file(operations: &[Named<'_>], wire: &wire::Wire) -> String {
    let types = operations.iter().flat_map(|named| [named.request(), named.response()]);
    let imports = (!operations.is_empty()).then(|| quote!(use crate::operations::{#(#types),*};));
    let methods = operations.iter().map(method);
    let as_service = operations.iter().map(as_service);
    let call = (!operations.is_empty()).then(|| call(&wire.envelope));
    let about = Doc::default().markdown("A client of the documented service, over any transport.");
    rust::file(
        &about,
        quote! {
            use std::fmt;
            use std::sync::atomic::{AtomicU64, Ordering};
            use std::time::{SystemTime, UNIX_EPOCH};

            use crate::error::{Error, ErrorCode};
            #imports
            use crate::service::Service;

            #[doc = " Calls the documented operations. It sends each request once: whether to send it again is the caller's to say."]
            #[derive(Debug)]
            pub struct Client<T> {
                transport: T,
                credentials: Option<wire::Credentials>,
                wire: wire::Wire,
                sent: AtomicU64,
            }

            impl<T: wire::Transport> Client<T> {
                #[doc = " A client of the documented endpoint. Without credentials, requests bear no signature."]
                pub fn new(transport: T, credentials: Option<wire::Credentials>) -> Self {
                    Self { transport, credentials, wire: crate::wire(), sent: AtomicU64::new(0) }
                }

                #[doc = " The same client for a service elsewhere."]
                pub fn at(mut self, endpoint: impl Into<String>) -> Self {
                    self.wire.endpoint = endpoint.into();
                    self
                }

                #[doc = " The same client with requests that travel otherwise: carrier, signature, index of lists."]
                pub fn with_wire(self, wire: wire::Wire) -> Self {
                    Self { wire, ..self }
                }

                #(#methods)*

                #call
            }

            impl<T: wire::Transport + 'static> Service for Client<T> {
                #(#as_service)*

                #[doc = " The service at the other end decides."]
                fn admit(&self, _: &'static str, _: wire::Violations) -> Result<(), Error> {
                    Ok(())
                }
            }

            #[doc = " Why a call has no answer."]
            #[derive(Debug)]
            pub enum CallError {
                #[doc = " The service refuses."]
                Refused(Error),
                #[doc = " The answer is not as documented: not in the envelope, or fields of other types."]
                Malformed {
                    #[doc = " Its HTTP status."]
                    http_status: u16,
                    #[doc = " What is wrong with it."]
                    reason: String,
                },
                #[doc = " No answer came."]
                Transport(wire::TransportError),
            }

            impl fmt::Display for CallError {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    match self {
                        Self::Refused(error) => write!(f, "the service refuses: {error}"),
                        Self::Malformed { http_status, reason } => {
                            write!(f, "the answer (HTTP {http_status}) is not as documented: {reason}")
                        }
                        Self::Transport(error) => write!(f, "no answer came: {error}"),
                    }
                }
            }

            impl std::error::Error for CallError {
                fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                    match self {
                        Self::Refused(error) => Some(error),
                        Self::Malformed { .. } => None,
                        Self::Transport(error) => Some(error),
                    }
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
            self.call(#request::OPERATION, request).await
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

fn call(envelope: &wire::Envelope) -> TokenStream {
    // Where every answer is an HTTP 200, the status says nothing about a refusal.
    let status = match envelope {
        wire::Envelope::RetCode { .. } => quote!(None),
        wire::Envelope::HttpStatus { .. } => quote!(Some(http_status)),
    };
    quote! {
        async fn call<Q, A>(&self, operation: &str, request: &Q) -> Result<A, CallError>
        where
            Q: serde::Serialize + Sync,
            A: serde::de::DeserializeOwned + Default,
        {
            let (arguments, stamp) = (wire::encode(request), self.stamp());
            let call = wire::Call {
                operation: Some(operation),
                arguments: &arguments,
                credentials: self.credentials.as_ref(),
                stamp: &stamp,
                carrier: self.wire.carrier,
                signature: self.wire.usual_signature(),
                answer: wire::AnswerFormat::Json,
            };
            let request = self.wire.request(&self.wire.endpoint, &call);
            let request = request.map_err(|error| CallError::Transport(error.into()))?;
            let answer = self.transport.send(request).await.map_err(CallError::Transport)?;
            let http_status = answer.status().as_u16();
            let content_type = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
            let malformed = |reason: String| CallError::Malformed { http_status, reason };
            match self.wire.verdict(operation, http_status, content_type, answer.body()) {
                wire::Verdict::Accepted { body, .. } => {
                    let fields = body.as_object().cloned().unwrap_or_default();
                    let wire::Decoded { value, violations } = wire::decode(&fields);
                    if violations.is_empty() { Ok(value) } else { Err(malformed(violations.to_string())) }
                }
                wire::Verdict::Refused { code, message, request_id, .. } => Err(CallError::Refused(Error {
                    http_status: #status,
                    code: ErrorCode::from(code),
                    message,
                    request_id,
                })),
                wire::Verdict::Malformed { reason, .. } => Err(malformed(reason)),
            }
        }

        #[doc = " Now, and a nonce that this process has not used."]
        fn stamp(&self) -> wire::Stamp {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let sent = self.sent.fetch_add(1, Ordering::Relaxed);
            wire::Stamp {
                unix_millis: i64::try_from(now.as_millis()).unwrap_or(i64::MAX),
                nonce: format!("{:x}-{:x}-{sent:x}", std::process::id(), now.as_nanos()),
            }
        }
    }
}
