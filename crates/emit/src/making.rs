//! How a request is made: a constructor that takes what the page requires, and a method for each thing that it does not.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{Doc, code};
use crate::names::ident;
use crate::shape::{Hold, Kind, Member, Struct};
use crate::types::{one_type, rust_type};

/// More arguments than this are told apart by name only: a structure of their own takes them.
const MOST_ARGUMENTS: usize = 7;

/// The methods of a struct of a request, and the struct of what it requires where that is much.
pub(crate) struct Made {
    pub(crate) methods: Vec<TokenStream>,
    pub(crate) required: Option<TokenStream>,
}

/// How a struct of a request is made.
pub(crate) fn methods(item: &Struct<'_>) -> Made {
    let (required, optional): (Vec<_>, Vec<_>) = item.members.iter().partition(|member| member.required);
    let mut made = Made { methods: Vec::new(), required: None };
    if required.len() > MOST_ARGUMENTS {
        made.methods.push(from_structure(item));
        made.required = Some(structure(item, &required));
    } else if !required.is_empty() {
        made.methods.push(constructor(item, &required));
    }
    made.methods.extend(optional.into_iter().map(setter));
    made
}

fn constructor(item: &Struct<'_>, required: &[&Member<'_>]) -> TokenStream {
    let arguments = required.iter().map(|member| {
        let (name, ty) = (ident(&member.name), argument_type(member));
        quote!(#name: #ty)
    });
    let members = item.members.iter().map(|member| {
        let name = ident(&member.name);
        let value = if member.required { given(member) } else { absent(member) };
        if name == value.to_string() { value } else { quote!(#name: #value) }
    });
    let docs = Doc::default().markdown("What the page requires, and nothing else.").outer();
    quote! {
        #docs
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#members),* }
        }
    }
}

/// The struct of what is required, for those that require much.
fn structure(item: &Struct<'_>, required: &[&Member<'_>]) -> TokenStream {
    let name = ident(&required_name(item));
    let docs = Doc::default().markdown(&format!("What {} requires.", code(&item.about))).outer();
    let members = required.iter().map(|member| {
        let docs = Doc::default().markdown(&format!("{}.", code(&member.path))).outer();
        let (name, ty) = (ident(&member.name), rust_type(member));
        quote!(#docs pub #name: #ty,)
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        pub struct #name { #(#members)* }
    }
}

fn from_structure(item: &Struct<'_>) -> TokenStream {
    let ty = ident(&required_name(item));
    let members = item.members.iter().map(|member| {
        let name = ident(&member.name);
        let value = if member.required { quote!(required.#name) } else { absent(member) };
        quote!(#name: #value)
    });
    let docs = Doc::default().markdown("What the page requires, and nothing else.").outer();
    quote! {
        #docs
        pub fn new(required: #ty) -> Self {
            Self { #(#members),* }
        }
    }
}

fn required_name(item: &Struct<'_>) -> String {
    format!("{}Required", item.name)
}

fn setter(member: &Member<'_>) -> TokenStream {
    let (name, method) = (ident(&member.name), ident(&format!("with_{}", member.name)));
    let docs = Doc::default().markdown(&format!("With {}.", code(&member.path))).outer();
    let (ty, value) = match (member.hold, &member.kind) {
        (Hold::List(1), Kind::Text | Kind::Enum(_)) => {
            let one = one_type(&member.kind);
            let items = quote!(#name.into_iter().map(Into::into).collect());
            (quote!(impl IntoIterator<Item = impl Into<#one>>), items)
        }
        (Hold::List(_), _) => (rust_type(member), quote!(#name)),
        (_, Kind::Boxed(_)) => (one_type(&member.kind), quote!(Some(Box::new(#name)))),
        (_, kind) => {
            let (ty, value) = (argument(kind), given_one(member));
            (ty, quote!(Some(#value)))
        }
    };
    quote! {
        #docs
        #[must_use]
        pub fn #method(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn absent(member: &Member<'_>) -> TokenStream {
    match member.hold {
        Hold::Optional => quote!(None),
        Hold::List(_) => quote!(Vec::new()),
        Hold::Plain => quote!(Default::default()),
    }
}

fn argument_type(member: &Member<'_>) -> TokenStream {
    match member.hold {
        Hold::Plain => argument(&member.kind),
        _ => rust_type(member),
    }
}

/// What is given for one value: whatever becomes a text or an enumeration.
fn argument(kind: &Kind) -> TokenStream {
    let one = one_type(kind);
    if matches!(kind, Kind::Text | Kind::Enum(_)) { quote!(impl Into<#one>) } else { one }
}

fn given(member: &Member<'_>) -> TokenStream {
    match member.hold {
        Hold::Plain => given_one(member),
        _ => {
            let name = ident(&member.name);
            quote!(#name)
        }
    }
}

fn given_one(member: &Member<'_>) -> TokenStream {
    let name = ident(&member.name);
    if matches!(member.kind, Kind::Text | Kind::Enum(_)) { quote!(#name.into()) } else { quote!(#name) }
}
