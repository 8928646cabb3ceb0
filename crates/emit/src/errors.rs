//! `error.rs`: what a documented refusal is in Rust, and the codes.

use std::collections::BTreeSet;

use contract::Contract;
use proc_macro2::Ident;
use quote::quote;

use crate::doc::{Doc, code};
use crate::names::{Names, ident};
use crate::rust;

/// The text of the file.
pub(crate) fn file(contract: &Contract) -> String {
    let mut names = Names::without(&["Other", "Self"]);
    let mut seen = BTreeSet::new();
    let codes: Vec<(Ident, &str)> = contract
        .operations
        .iter()
        .flat_map(|operation| &operation.errors)
        .chain(&contract.errors)
        .map(|error| error.code.as_str())
        .filter(|code| seen.insert(*code))
        .map(|code| (ident(&names.pascal(code, "Code")), code))
        .collect();
    let variants = codes.iter().map(|(name, text)| {
        let docs = Doc::default().markdown(&format!("{}.", code(text))).outer();
        quote!(#docs #name,)
    });
    let (names, texts): (Vec<_>, Vec<_>) = codes.iter().cloned().unzip();
    let about = Doc::default().markdown("What the documented service answers when it refuses.");
    rust::file(
        &about,
        quote! {
            use std::fmt;

            #[doc = " A refusal of the documented service."]
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct Error {
                #[doc = " The HTTP status, where the envelope has one for refusals."]
                pub http_status: Option<u16>,
                #[doc = " The code."]
                pub code: ErrorCode,
                #[doc = " The message, placeholders filled in."]
                pub message: String,
                #[doc = " The request that was refused, where the envelope names it."]
                pub request_id: Option<String>,
            }

            impl Error {
                #[doc = " A refusal that no page documents."]
                pub fn other(http_status: Option<u16>, code: impl Into<String>, message: impl Into<String>) -> Self {
                    Self { http_status, code: ErrorCode::from(code.into()), message: message.into(), request_id: None }
                }
            }

            impl fmt::Display for Error {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{}: {}", self.code, self.message)
                }
            }

            impl std::error::Error for Error {}

            impl From<Documented> for Error {
                fn from(documented: Documented) -> Self {
                    Self::other(documented.http_status, documented.code, documented.message)
                }
            }

            impl From<Error> for wire::Refusal {
                fn from(error: Error) -> Self {
                    Self::new(error.http_status, error.code.as_str(), error.message)
                }
            }

            #[doc = " A row of an error table."]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct Documented {
                #[doc = " The HTTP status, where the page states one."]
                pub http_status: Option<u16>,
                #[doc = " The code, verbatim."]
                pub code: &'static str,
                #[doc = " The message, verbatim; it may hold a placeholder."]
                pub message: &'static str,
                #[doc = " The part of the message that stands for something else."]
                pub placeholder: Option<&'static str>,
                #[doc = " File and line of the row."]
                pub page: &'static str,
            }

            impl Documented {
                #[doc = " The refusal, with what its message is about in place of the placeholder."]
                pub fn about(self, subject: &str) -> Error {
                    let message = match self.placeholder {
                        Some(placeholder) => self.message.replacen(placeholder, subject, 1),
                        None => self.message.to_owned(),
                    };
                    Error::other(self.http_status, self.code, message)
                }
            }

            #[doc = " The documented codes, and room for others."]
            #[derive(Debug, Clone, PartialEq, Eq, Hash)]
            pub enum ErrorCode {
                #(#variants)*
                #[doc = " A code that no page documents."]
                Other(String),
            }

            impl ErrorCode {
                #[doc = " The code as it travels."]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#names => #texts,)*
                        Self::Other(code) => code,
                    }
                }
            }

            impl From<String> for ErrorCode {
                fn from(code: String) -> Self {
                    match code.as_str() {
                        #(#texts => Self::#names,)*
                        _ => Self::Other(code),
                    }
                }
            }

            impl fmt::Display for ErrorCode {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.as_str())
                }
            }
        },
    )
}
