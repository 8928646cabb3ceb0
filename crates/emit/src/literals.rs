//! Values as quoted literals: numbers without suffixes, places of pages, sets of characters.

use contract::{CharSet, Limit};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use source::Origin;

/// `Place { parameter: …, page: …, words: … }`.
pub(crate) fn place(parameter: &str, origin: &Origin, words: &str) -> TokenStream {
    let page = origin.location().to_string();
    quote!(wire::Place { parameter: #parameter, page: #page, words: #words })
}

/// `Some(2)` or `None`.
pub(crate) fn optional(number: Option<u64>) -> TokenStream {
    match number.map(Literal::u64_unsuffixed) {
        Some(number) => quote!(Some(#number)),
        None => quote!(None),
    }
}

/// A number with its sign; one that is not finite has no literal.
pub(crate) fn float(number: f64) -> Option<TokenStream> {
    if !number.is_finite() {
        return None;
    }
    let literal = Literal::f64_unsuffixed(number.abs());
    Some(if number.is_sign_negative() { quote!(-#literal) } else { quote!(#literal) })
}

/// A whole number with its sign.
pub(crate) fn integer(number: i64) -> TokenStream {
    let literal = Literal::u64_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#literal) } else { quote!(#literal) }
}

/// `Some(Limit { … })` or `None`.
pub(crate) fn limit(limit: Option<&Limit>) -> TokenStream {
    match limit.and_then(|limit| Some((float(limit.value)?, limit.inclusive))) {
        Some((value, inclusive)) => quote!(Some(wire::Limit { value: #value, inclusive: #inclusive })),
        None => quote!(None),
    }
}

/// `&wire::CharSet { digits: true, ..wire::CharSet::NONE }`.
pub(crate) fn char_set(set: &CharSet) -> TokenStream {
    let flags = [
        (set.upper, quote!(upper: true)),
        (set.lower, quote!(lower: true)),
        (set.digits, quote!(digits: true)),
        (set.chinese, quote!(chinese: true)),
        (set.ascii, quote!(ascii: true)),
    ];
    let chars = &set.chars;
    let mut fields: Vec<TokenStream> =
        flags.into_iter().filter(|(holds, _)| *holds).map(|(_, field)| field).collect();
    if !chars.is_empty() {
        fields.push(quote!(chars: &[#(#chars),*]));
    }
    match fields.len() {
        0 => quote!(&wire::CharSet::NONE),
        6 => quote!(&wire::CharSet { #(#fields),* }),
        _ => quote!(&wire::CharSet { #(#fields,)* ..wire::CharSet::NONE }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(float(20.0).expect("finite").to_string(), "20.0");
        assert_eq!(float(-0.5).expect("finite").to_string(), "- 0.5");
        assert!(float(f64::NAN).is_none());
        assert_eq!(integer(i64::MIN).to_string(), "- 9223372036854775808");
    }

    #[test]
    fn a_set_names_what_it_holds() {
        let set = CharSet { digits: true, chars: vec!['_', '\''], ..CharSet::default() };
        assert_eq!(
            char_set(&set).to_string(),
            "& wire :: CharSet { digits : true , chars : & ['_' , '\\''] , .. wire :: CharSet :: NONE }"
        );
    }
}
