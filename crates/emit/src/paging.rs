//! Operations that answer in pages: an offset and a limit, a page's number and size, or a token for the next page.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::names::ident;
use crate::rust;
use crate::shape::{Hold, Kind, Member, Side, Struct, Types};

/// How many there are in all, as pages name it.
const TOTALS: &[&str] = &["TotalCount", "Total"];

/// `impl wire::Paged` for a request, where its page documents what it takes to ask for the next one.
pub(crate) fn paged(request: &Struct<'_>, types: &Types<'_>) -> Option<String> {
    let answer =
        types.structs.iter().find(|structure| structure.whole && structure.side == Side::Response)?;
    let body = by_token(request, answer)
        .or_else(|| counted(request, answer, types, ("Offset", "Limit"), "next_offset"))
        .or_else(|| counted(request, answer, types, ("PageNumber", "PageSize"), "next_page"))?;
    let name = ident(&request.name);
    Some(rust::items(quote! {
        impl wire::Paged for #name {
            fn next(mut self, answer: &Self::Answer) -> Option<Self> {
                #body
                Some(self)
            }
        }
    }))
}

fn by_token(request: &Struct<'_>, answer: &Struct<'_>) -> Option<TokenStream> {
    let token = |structure: &Struct<'_>| {
        let member = structure.members.iter().find(|member| member.wire == "NextToken")?;
        (member.kind == Kind::Text && member.hold == Hold::Optional).then(|| ident(&member.name))
    };
    let (asked, answered) = (token(request)?, token(answer)?);
    Some(quote!(self.#asked = Some(wire::paging::next_token(answer.#answered.as_deref())?);))
}

/// Where a page begins and how large it is, both as whole numbers, and the one list that it is a part of.
fn counted(
    request: &Struct<'_>,
    answer: &Struct<'_>,
    types: &Types<'_>,
    (at, size): (&str, &str),
    function: &str,
) -> Option<TokenStream> {
    let number = |structure: &Struct<'_>, wire: &str| -> Option<(Ident, Hold)> {
        let member = structure.members.iter().find(|member| member.wire == wire)?;
        (member.kind == Kind::Integer && !matches!(member.hold, Hold::List(_)))
            .then(|| (ident(&member.name), member.hold))
    };
    let (at, at_hold) = number(request, at)?;
    let (size, size_hold) = number(request, size)?;
    let taken = taken(answer, types)?;
    let given = |name: &Ident, hold| match hold {
        Hold::Plain => quote!(Some(self.#name)),
        _ => quote!(self.#name),
    };
    let total = TOTALS.iter().find_map(|total| number(answer, total));
    let total = total.map_or(quote!(None), |(name, hold)| match hold {
        Hold::Plain => quote!(Some(answer.#name)),
        _ => quote!(answer.#name),
    });
    let (function, now, size) = (ident(function), given(&at, at_hold), given(&size, size_hold));
    let next = quote!(wire::paging::#function(#now, #size, #taken, #total)?);
    let next = if at_hold == Hold::Plain { next } else { quote!(Some(#next)) };
    Some(quote!(self.#at = #next;))
}

/// How many items an answer brings: the length of its only list, which may stand inside its only structure.
fn taken(answer: &Struct<'_>, types: &Types<'_>) -> Option<TokenStream> {
    let list = |structure: &Struct<'_>| -> Option<Ident> {
        let mut lists = structure.members.iter().filter(|member| member.hold == Hold::List(1));
        let first = lists.next()?;
        lists.next().is_none().then(|| ident(&first.name))
    };
    if let Some(name) = list(answer) {
        return Some(quote!(answer.#name.len()));
    }
    if answer.members.iter().any(|member| matches!(member.hold, Hold::List(_))) {
        return None;
    }
    let inside = |member: &Member<'_>| match &member.kind {
        Kind::Struct(name) => types.structure(name).and_then(list),
        _ => None,
    };
    let mut holders = answer.members.iter().filter_map(|member| Some((member, inside(member)?)));
    let (member, list) = holders.next()?;
    let name = ident(&member.name);
    match (holders.next(), member.hold) {
        (Some(_), _) | (_, Hold::List(_)) => None,
        (None, Hold::Plain) => Some(quote!(answer.#name.#list.len())),
        (None, Hold::Optional) => Some(quote!(answer.#name.as_ref().map_or(0, |inside| inside.#list.len()))),
    }
}
