//! Structs and enumerations as Rust items.

use proc_macro2::TokenStream;
use quote::quote;
use source::Location;

use crate::doc::{Doc, code};
use crate::names::ident;
use crate::prose;
use crate::shape::{Enum, Hold, Kind, Member, Side, Struct};

/// A struct as an item.
pub(crate) fn structure(item: &Struct<'_>, summary: &str, origin: &Location) -> TokenStream {
    let docs = prose::structure(item, summary, origin).outer();
    let name = ident(&item.name);
    // What a page requires has no default, so that nobody forgets it; a request that is read may lack it all the same.
    let defaults = !item.requires();
    let members = item.members.iter().map(|member| field(member, item.side, defaults));
    let (default, says) = if defaults {
        (Some(quote!(Default,)), quote!(rename_all = "PascalCase", default))
    } else {
        (None, quote!(rename_all = "PascalCase"))
    };
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, #default Serialize, Deserialize)]
        #[serde(#says)]
        pub struct #name {
            #(#members)*
        }
    }
}

fn field(member: &Member<'_>, side: Side, defaults: bool) -> TokenStream {
    let docs = prose::member(member, side).outer();
    let name = ident(&member.name);
    let ty = rust_type(member);
    let wire = &member.wire;
    let rename = (as_serde_writes(&member.name) != *wire).then(|| quote!(rename = #wire));
    let always = side == Side::Response && member.required;
    let skip = match member.hold {
        Hold::Plain => None,
        Hold::Optional => Some(quote!(skip_serializing_if = "Option::is_none")),
        Hold::List(_) if always => None,
        Hold::List(_) => Some(quote!(skip_serializing_if = "Vec::is_empty")),
    };
    let default = match (member.hold, &member.kind) {
        _ if defaults => None,
        (Hold::Optional, _) => None,
        (Hold::Plain, Kind::Struct(_)) => Some(quote!(default = "wire::empty")),
        (Hold::Plain | Hold::List(_), _) => Some(quote!(default)),
    };
    let says: Vec<TokenStream> = [rename, default, skip].into_iter().flatten().collect();
    let serde = (!says.is_empty()).then(|| quote!(#[serde(#(#says),*)]));
    quote! { #docs #serde pub #name: #ty, }
}

/// What `rename_all = "PascalCase"` makes of a field's name.
fn as_serde_writes(name: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(part).collect()
}

/// The type of a field, held as it is held.
pub(crate) fn rust_type(member: &Member<'_>) -> TokenStream {
    let one = one_type(&member.kind);
    match (member.hold, &member.kind) {
        (Hold::Plain, _) => one,
        (Hold::Optional, Kind::Boxed(_)) => quote!(Option<Box<#one>>),
        (Hold::Optional, _) => quote!(Option<#one>),
        (Hold::List(depth), _) => (0..depth).fold(one, |inner, _| quote!(Vec<#inner>)),
    }
}

/// The type of one value.
pub(crate) fn one_type(kind: &Kind) -> TokenStream {
    match kind {
        Kind::Text => quote!(String),
        Kind::Integer => quote!(i64),
        Kind::Number => quote!(f64),
        Kind::Truth => quote!(bool),
        Kind::Open => quote!(serde_json::Value),
        Kind::Struct(name) | Kind::Boxed(name) | Kind::Enum(name) => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

/// An open enumeration as items: the type and its conversions.
pub(crate) fn enumeration(item: &Enum<'_>) -> TokenStream {
    let docs = prose::enumeration(item).outer();
    let name = ident(&item.name);
    let variants: Vec<_> = item.variants.iter().map(|(variant, _)| ident(variant)).collect();
    let values: Vec<&str> = item.variants.iter().map(|(_, value)| value.value.as_str()).collect();
    let variant_docs = item.variants.iter().map(|(_, value)| {
        Doc::default().markdown(&format!("{}.", code(&value.value))).page(&value.gloss).outer()
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum #name {
            #(#variant_docs #variants,)*
            #[doc = " A value that the page does not document."]
            Other(String),
        }

        impl #name {
            #[doc = " The documented values, in page order."]
            pub const DOCUMENTED: &'static [&'static str] = &[#(#values),*];

            #[doc = " The value as it travels."]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Other(value) => value,
                }
            }
        }

        impl From<String> for #name {
            fn from(value: String) -> Self {
                match value.as_str() {
                    #(#values => Self::#variants,)*
                    _ => Self::Other(value),
                }
            }
        }

        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                Self::from(value.to_owned())
            }
        }

        impl From<#name> for String {
            fn from(value: #name) -> Self {
                value.as_str().to_owned()
            }
        }

        impl Default for #name {
            fn default() -> Self {
                Self::Other(String::new())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_is_told_only_what_it_would_not_do_itself() {
        assert_eq!(as_serde_writes("destination_image_name"), "DestinationImageName");
        assert_eq!(as_serde_writes("kms_key_id"), "KmsKeyId");
        assert_eq!(as_serde_writes("key_2"), "Key2");
    }
}
