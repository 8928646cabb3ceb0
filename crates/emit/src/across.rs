//! Rules across parameters as statements of the `check` of the struct that holds them all.

use contract::{Condition, Operation, Rule, RuleKind};
use proc_macro2::TokenStream;
use quote::quote;

use crate::conditions::{Standpoint, names};
use crate::literals::place;
use crate::shape::{Hold, Kind, Struct, Types};

/// The struct that a rule is checked in, and the statement. `None`: the rule forbids nothing.
pub(crate) fn statement<'a>(
    rule: &'a Rule,
    operation: &'a Operation,
    types: &Types<'a>,
) -> Result<Option<(String, TokenStream)>, &'static str> {
    let first = rule.parameters.first().ok_or("it names no parameter")?;
    let here = standpoint(rule, operation, types).ok_or("the request has no parameters")?;
    if !rule.kind.is_checked() {
        return Ok(None);
    }
    let also = rule.also.iter().map(|also| here.holds(also)).collect::<Result<Vec<_>, _>>()?;
    let applies = rule.when.as_ref().map(|when| here.holds(when)).transpose()?;
    let applies = applies.map(|applies| quote!(#applies #(&& #also)*));
    let (applies, broken, message) = match rule.kind {
        RuleKind::RequiredIf => {
            let when = rule.when.as_ref().ok_or("it names no condition")?;
            (applies, Broken::Unless(here.given(first, true)?), format!("is required when {}", words(when)))
        }
        RuleKind::Exclusive => {
            let given = each_given(rule, &here)?;
            let broken = match &given[..] {
                [one, other] => quote!(#one && #other),
                _ => quote!([#(#given),*].into_iter().filter(|given| *given).count() > 1),
            };
            (applies, Broken::If(broken), format!("excludes {}", listed(&rule.parameters[1..])))
        }
        RuleKind::OneOf => {
            let given = each_given(rule, &here)?;
            (
                applies,
                Broken::Unless(quote!(#(#given)||*)),
                format!("or {} is required", listed(&rule.parameters[1..])),
            )
        }
        RuleKind::Requires => {
            let then = rule.then.as_ref().ok_or("it names no consequence")?;
            let (applies, message) = match (&rule.when, applies) {
                (Some(when), Some(applies)) => {
                    (applies, format!("requires that {} when {}", words(then), words(when)))
                }
                _ => (here.given(first, false)?, format!("requires that {}", words(then))),
            };
            (Some(applies), Broken::Unless(here.holds(then)?), message)
        }
        _ => return Ok(None),
    };
    let applies = applies.filter(|applies| applies.to_string() != "true").map(|applies| quote!(#applies &&));
    let wire =
        operation.parameter(first).map_or(first.as_str(), |parameter| parameter.wire_name().value.as_str());
    let at = place(wire, &rule.origin, &rule.text);
    let statement = match broken {
        Broken::If(broken) => quote!(if #applies #broken { check::across(broken, #at, #message); }),
        Broken::Unless(holds) => quote! {
            let holds = #holds;
            if #applies !holds { check::across(broken, #at, #message); }
        },
    };
    Ok(Some((here.structure.name.clone(), statement)))
}

/// When a rule that applies is broken.
enum Broken {
    If(TokenStream),
    Unless(TokenStream),
}

/// The innermost struct that every parameter of the rule stands in.
fn standpoint<'t, 'a>(
    rule: &'a Rule,
    operation: &'a Operation,
    types: &'t Types<'a>,
) -> Option<Standpoint<'t, 'a>> {
    let conditions = rule.conditions().chain(&rule.then).map(|condition| &condition.parameter);
    let paths: Vec<Vec<&str>> =
        rule.parameters.iter().chain(conditions).map(|name| names(operation, name)).collect();
    let mut structure: &Struct<'a> = types.structs.first()?;
    let mut depth = 0;
    let shared = |depth: usize| {
        let name = *paths.first()?.get(depth)?;
        paths.iter().all(|path| path.len() > depth + 1 && path[depth] == name).then_some(name)
    };
    while let Some(name) = shared(depth) {
        let member = structure.members.iter().find(|member| member.wire == name);
        // Whether at least one of several is given must be asked even where the structure around them is absent.
        let skips =
            rule.kind == RuleKind::OneOf && member.is_some_and(|member| member.hold == Hold::Optional);
        let Some(Kind::Struct(below)) = member.filter(|_| !skips).map(|member| &member.kind) else { break };
        structure = types.structure(below)?;
        depth += 1;
    }
    Some(Standpoint { operation, types, structure, depth })
}

fn each_given(rule: &Rule, here: &Standpoint<'_, '_>) -> Result<Vec<TokenStream>, &'static str> {
    if rule.parameters.len() < 2 {
        return Err("it ties one parameter to nothing");
    }
    rule.parameters.iter().map(|parameter| here.given(parameter, false)).collect::<Result<_, _>>()
}

/// A condition in the words of a message.
fn words(condition: &Condition) -> String {
    let not = if condition.not { "not " } else { "" };
    match condition.equals.as_deref() {
        None => format!("`{}` is {not}given", condition.parameter),
        Some(values) => format!("`{}` is {not}{}", condition.parameter, listed(values)),
    }
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}
