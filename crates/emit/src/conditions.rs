//! Conditions on parameters as boolean expressions over the fields of a generated request.

use contract::{Condition, Operation, Path, Segment};
use proc_macro2::TokenStream;
use quote::quote;

use crate::literals::integer;
use crate::names::ident;
use crate::shape::{Hold, Kind, Member, Struct, Types};

/// An expression, or why there is none.
pub(crate) type Expression = Result<TokenStream, &'static str>;

/// A struct of the request, and where in the dotted names it stands.
#[derive(Clone, Copy)]
pub(crate) struct Standpoint<'t, 'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) types: &'t Types<'a>,
    pub(crate) structure: &'t Struct<'a>,
    /// How many names lead here from the top of the request.
    pub(crate) depth: usize,
}

/// The plain names of a documented one, from the top of the request.
pub(crate) fn names<'n>(operation: &'n Operation, documented: &'n str) -> Vec<&'n str> {
    let wire =
        operation.parameter(documented).map_or(documented, |parameter| parameter.wire_name().value.as_str());
    let name = |segment: &Segment<'n>| if let Segment::Name(name) = segment { Some(*name) } else { None };
    Path::of(wire).segments().iter().filter_map(name).collect()
}

impl<'t, 'a> Standpoint<'t, 'a> {
    /// Whether a parameter is given: somewhere, or in every item of the lists around it.
    pub(crate) fn given(&self, documented: &str, everywhere: bool) -> Expression {
        let names = names(self.operation, documented);
        let below = names.get(self.depth..).unwrap_or_default();
        self.walk(self.structure, &quote!(self), below, everywhere, &|member, value| {
            Ok(match (member.hold, &member.kind) {
                (Hold::Optional, _) => quote!(#value.is_some()),
                (Hold::List(_), _) | (Hold::Plain, Kind::Text) => quote!(!#value.is_empty()),
                (Hold::Plain, Kind::Enum(_)) => quote!(!#value.as_str().is_empty()),
                (Hold::Plain, _) => quote!(true),
            })
        })
    }

    /// Whether a condition holds. What is absent has its documented default.
    pub(crate) fn holds(&self, condition: &Condition) -> Expression {
        let holds = self.has(condition)?;
        Ok(if condition.not { quote!(!(#holds)) } else { holds })
    }

    /// Whether a parameter has one of a condition's values.
    fn has(&self, condition: &Condition) -> Expression {
        let Some(values) = &condition.equals else { return self.given(&condition.parameter, false) };
        let names = names(self.operation, &condition.parameter);
        let below = names.get(self.depth..).unwrap_or_default();
        self.walk(self.structure, &quote!(self), below, false, &|member, value| {
            equals(member, &value, values)
        })
    }

    fn walk(
        &self,
        structure: &Struct<'a>,
        prefix: &TokenStream,
        names: &[&str],
        everywhere: bool,
        test: &dyn Fn(&Member<'a>, TokenStream) -> Expression,
    ) -> Expression {
        let (name, rest) = names.split_first().ok_or("it names what stands outside")?;
        let member = structure.members.iter().find(|member| member.wire == *name);
        let member = member.ok_or("it names a parameter that the page does not document")?;
        let name = ident(&member.name);
        let value = quote!(#prefix.#name);
        if rest.is_empty() {
            return test(member, value);
        }
        let (Kind::Struct(below) | Kind::Boxed(below)) = &member.kind else {
            return Err("it names something below a plain value");
        };
        let below = self.types.structure(below).ok_or("it names something below a plain value")?;
        let inside = |prefix: TokenStream| self.walk(below, &prefix, rest, everywhere, test);
        match member.hold {
            Hold::Plain => inside(value),
            Hold::Optional => inside(quote!(at)).map(|test| quote!(#value.as_ref().is_some_and(|at| #test))),
            Hold::List(depth) => {
                let flat = (1..depth).map(|_| quote!(.flatten()));
                let method = if everywhere { quote!(all) } else { quote!(any) };
                inside(quote!(at)).map(|test| quote!(#value.iter() #(#flat)* .#method(|at| #test)))
            }
        }
    }
}

fn equals(member: &Member<'_>, value: &TokenStream, values: &[String]) -> Expression {
    let default = member.row.and_then(|row| row.default());
    let by_default = default.is_some_and(|default| values.iter().any(|value| value == default));
    if member.kind == Kind::Truth {
        return equals_truth(member.hold, value, values, by_default);
    }
    let patterns = match member.kind {
        Kind::Text | Kind::Enum(_) => Ok(values.iter().map(|value| quote!(#value)).collect()),
        Kind::Integer => values.iter().map(|value| value.parse().map(integer)).collect::<Result<Vec<_>, _>>(),
        _ => return Err("it compares what is no text and no whole number"),
    }
    .map_err(|_| "it compares with a literal of another type")?;
    if patterns.is_empty() {
        return Err("it compares with nothing");
    }
    let absent = by_default.then(|| quote!(None |));
    Ok(match (member.hold, &member.kind) {
        (Hold::Plain, Kind::Integer) => quote!(matches!(#value, #(#patterns)|*)),
        (Hold::Plain, _) => quote!(matches!(#value.as_str(), #(#patterns)|*)),
        (Hold::Optional, Kind::Integer) => quote!(matches!(#value, #absent Some(#(#patterns)|*))),
        (Hold::Optional, Kind::Enum(name)) => {
            let name = ident(name);
            quote!(matches!(#value.as_ref().map(#name::as_str), #absent Some(#(#patterns)|*)))
        }
        (Hold::Optional, _) => quote!(matches!(#value.as_deref(), #absent Some(#(#patterns)|*))),
        (Hold::List(1), Kind::Integer) => quote!(#value.iter().any(|item| matches!(item, #(#patterns)|*))),
        (Hold::List(1), _) => quote!(#value.iter().any(|item| matches!(item.as_str(), #(#patterns)|*))),
        (Hold::List(_), _) => return Err("it compares lists of lists"),
    })
}

fn equals_truth(hold: Hold, value: &TokenStream, values: &[String], by_default: bool) -> Expression {
    let is = |literal: &str| values.iter().any(|value| value.eq_ignore_ascii_case(literal));
    let wanted = match (is("true"), is("false")) {
        (true, false) => true,
        (false, true) => false,
        (true, true) => return Err("it holds for both true and false"),
        (false, false) => return Err("it compares with a literal of another type"),
    };
    Ok(match hold {
        Hold::Plain if wanted => quote!(#value),
        Hold::Plain => quote!(!#value),
        Hold::Optional if by_default => {
            let other = !wanted;
            quote!(#value != Some(#other))
        }
        Hold::Optional => quote!(#value == Some(#wanted)),
        Hold::List(_) => quote!(#value.contains(&#wanted)),
    })
}
