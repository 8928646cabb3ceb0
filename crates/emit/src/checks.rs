//! The rules of a request as statements: single values by `wire::check`, lists by their length, what stands inside by
//! its own `check`.

use std::collections::BTreeMap;

use contract::{Confidence, Constraint, Format, LengthUnit, Operation, Requirement};
use proc_macro2::TokenStream;
use quote::quote;
use source::Diagnostic;

use crate::conditions::{self, Expression, Standpoint};
use crate::literals::{char_set, float, limit, optional, place};
use crate::names::ident;
use crate::shape::{Hold, Kind, Member, Side, Struct, Types};
use crate::{across, diagnostics};

/// The statements of each request struct that has any, by Rust name; and the rules that have no statement.
pub(crate) struct Checks {
    bodies: BTreeMap<String, Vec<TokenStream>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A call that checks one value, or why there is none. `None`: there is nothing to check.
type Call = Result<Option<TokenStream>, &'static str>;

impl Checks {
    /// The certain rules of a request.
    pub(crate) fn of<'a>(operation: &'a Operation, types: &Types<'a>) -> Self {
        let mut checks = Checks { bodies: BTreeMap::new(), diagnostics: Vec::new() };
        let requests = || types.structs.iter().filter(|structure| structure.side == Side::Request);
        for structure in requests() {
            let mut body = Vec::new();
            for member in &structure.members {
                body.extend(checks.of_member(operation, member, structure, types));
            }
            checks.bodies.insert(structure.name.clone(), body);
        }
        for rule in operation.rules.iter().filter(|rule| rule.confidence == Confidence::Certain) {
            match across::statement(rule, operation, types) {
                Ok(Some((structure, statement))) => {
                    checks.bodies.entry(structure).or_default().push(statement)
                }
                Ok(None) => {}
                Err(why) => checks.tell(&rule.text, why, rule.origin.location()),
            }
        }
        checks.bodies.retain(|_, body| !body.is_empty());
        // A parent is checked when something inside it is; until nothing changes, since models may hold themselves.
        loop {
            let holding = requests().find(|structure| {
                !checks.bodies.contains_key(&structure.name)
                    && structure.members.iter().any(|member| checks.inside(member).is_some())
            });
            let Some(holding) = holding else { break };
            checks.bodies.insert(holding.name.clone(), Vec::new());
        }
        checks
    }

    /// What the `check` of a struct does; `None` where there is nothing to check.
    pub(crate) fn body(&self, structure: &Struct<'_>) -> Option<TokenStream> {
        let own = self.bodies.get(&structure.name)?;
        let inside = structure.members.iter().filter_map(|member| self.inside(member));
        Some(quote! { #(#own)* #(#inside)* })
    }

    /// Whether any struct checks a rule of its own.
    pub(crate) fn calls_any(&self) -> bool {
        self.bodies.values().any(|body| !body.is_empty())
    }

    fn inside(&self, member: &Member<'_>) -> Option<TokenStream> {
        let (Kind::Struct(name) | Kind::Boxed(name)) = &member.kind else { return None };
        self.bodies.contains_key(name).then(|| each(member, |value| quote!(#value.check(broken);)))
    }

    fn of_member<'a>(
        &mut self,
        operation: &'a Operation,
        member: &Member<'a>,
        structure: &Struct<'a>,
        types: &Types<'a>,
    ) -> Option<TokenStream> {
        let depth = conditions::names(operation, &member.path).len().saturating_sub(1);
        let here = Standpoint { operation, types, structure, depth };
        let mut always = counts_below(member, types);
        let mut values = Vec::new();
        let mut guarded = Vec::new();
        let constraints = member.row.map_or(&[][..], |row| row.constraints);
        for constraint in constraints.iter().filter(|constraint| constraint.confidence == Confidence::Certain)
        {
            let counts = matches!(constraint.requirement, Requirement::Count { .. });
            match (call(constraint, member), &constraint.when) {
                (Ok(None), _) => {}
                (Ok(Some(call)), None) if counts => always.push(call),
                (Ok(Some(call)), None) => values.push(call),
                (Ok(Some(call)), Some(when)) => match here.holds(when) {
                    Ok(condition) => guarded.push(when_given(condition, member, counts, call)),
                    Err(why) => self.tell(&constraint.text, why, constraint.origin.location()),
                },
                (Err(why), _) => self.tell(&constraint.text, why, constraint.origin.location()),
            }
        }
        let name = ident(&member.name);
        let always = (!always.is_empty()).then(|| quote!(if !self.#name.is_empty() { #(#always)* }));
        let values = (!values.is_empty()).then(|| each(member, |_| quote!(#(#values)*)));
        let any = always.is_some() || values.is_some() || !guarded.is_empty();
        any.then(|| quote!(#always #values #(#guarded)*))
    }

    fn tell(&mut self, words: &str, why: &str, at: &source::Location) {
        self.diagnostics.push(diagnostics::rule_not_checked(words, why, at));
    }
}

/// Does something with each value that a field holds, under the name `value`.
fn each(member: &Member<'_>, body: impl FnOnce(TokenStream) -> TokenStream) -> TokenStream {
    let name = ident(&member.name);
    let body = body(value(member));
    let copied = is_copied(member);
    match member.hold {
        Hold::Plain => body,
        Hold::Optional if copied => quote!(if let Some(value) = self.#name { #body }),
        Hold::Optional => quote!(if let Some(value) = &self.#name { #body }),
        Hold::List(1) if copied => quote!(for &value in &self.#name { #body }),
        Hold::List(1) => quote!(for value in &self.#name { #body }),
        Hold::List(depth) => {
            let flat = (1..depth).map(|_| quote!(.flatten()));
            let value = if copied { quote!(&value) } else { quote!(value) };
            quote!(for #value in self.#name.iter() #(#flat)* { #body })
        }
    }
}

/// One value of a field, inside [`each`].
fn value(member: &Member<'_>) -> TokenStream {
    let name = ident(&member.name);
    if member.hold == Hold::Plain { quote!(self.#name) } else { quote!(value) }
}

/// The rules on the number of items that pages state for what stands inside a list: `Tag.N.Key`, at most 20.
fn counts_below(member: &Member<'_>, types: &Types<'_>) -> Vec<TokenStream> {
    let (Kind::Struct(name), Hold::List(_)) = (&member.kind, member.hold) else { return Vec::new() };
    let inside = types.structure(name).into_iter().flat_map(|below| &below.members);
    let inside = inside.filter(|inside| !matches!(inside.hold, Hold::List(_)));
    let mut seen = Vec::new();
    let mut calls = Vec::new();
    for (path, constraint) in inside
        .flat_map(|inside| inside.row.into_iter().flat_map(|row| row.constraints).map(|c| (&inside.path, c)))
    {
        let Requirement::Count { min, max } = constraint.requirement else { continue };
        let certain = constraint.confidence == Confidence::Certain && constraint.when.is_none();
        if certain && !seen.contains(&(min, max)) {
            seen.push((min, max));
            calls.push(count(path, constraint, member, min, max));
        }
    }
    calls
}

fn count(
    path: &str,
    constraint: &Constraint,
    list: &Member<'_>,
    min: Option<u64>,
    max: Option<u64>,
) -> TokenStream {
    let (name, at) = (ident(&list.name), place(path, &constraint.origin, &constraint.text));
    let (min, max) = (optional(min), optional(max));
    quote!(check::count(broken, #at, self.#name.len(), #min, #max);)
}

/// A check that is made only under a condition.
fn when_given(condition: TokenStream, member: &Member<'_>, counts: bool, call: TokenStream) -> TokenStream {
    let name = ident(&member.name);
    match member.hold {
        Hold::Plain => quote!(if #condition { #call }),
        Hold::Optional => {
            let given = if is_copied(member) { quote!(self.#name) } else { quote!(&self.#name) };
            quote!(if #condition && let Some(value) = #given { #call })
        }
        Hold::List(_) if counts => quote!(if #condition && !self.#name.is_empty() { #call }),
        Hold::List(_) => {
            let calls = each(member, |_| call);
            quote!(if #condition { #calls })
        }
    }
}

fn is_copied(member: &Member<'_>) -> bool {
    matches!(member.kind, Kind::Integer | Kind::Number | Kind::Truth)
}

/// The call that checks one constraint on one value.
fn call(constraint: &Constraint, member: &Member<'_>) -> Call {
    let at = place(&member.path, &constraint.origin, &constraint.text);
    let of_text = |function: &str, rest: TokenStream| match text(member) {
        Some(text) => {
            let function = ident(function);
            Ok(Some(quote!(check::#function(broken, #at, #text, #rest);)))
        }
        None => Err("it is about text, and the parameter is not documented as text"),
    };
    match &constraint.requirement {
        Requirement::Length { min, max, unit } => {
            let (min, max) = (optional(*min), optional(*max));
            let unit = match unit {
                LengthUnit::Chars => quote!(wire::LengthUnit::Chars),
                LengthUnit::Bytes => quote!(wire::LengthUnit::Bytes),
            };
            of_text("length", quote!(#min, #max, #unit))
        }
        Requirement::Range { min, max } => {
            let (number, min, max) = (number(member)?, limit(min.as_ref()), limit(max.as_ref()));
            Ok(Some(quote!(check::range(broken, #at, #number, #min, #max);)))
        }
        Requirement::Step { of } => {
            let (number, of) = (number(member)?, float(*of).ok_or("its step is no number")?);
            Ok(Some(quote!(check::step(broken, #at, #number, #of);)))
        }
        Requirement::OneOf { values } => Ok(one_of(&at, member, values)),
        // Stated inside a list, it is checked by the list.
        Requirement::Count { min, max } => match member.hold {
            Hold::List(_) => Ok(Some(count(&member.path, constraint, member, *min, *max))),
            _ if contract::Path::of(&member.path).repeats() => Ok(None),
            _ => Err("it counts items, and the parameter is not documented as a list"),
        },
        Requirement::StartsWith { set } => of_text("starts_with", char_set(set)),
        Requirement::Charset { set } => of_text("charset", char_set(set)),
        Requirement::NotStartsWith { prefixes } => of_text("not_starts_with", quote!(&[#(#prefixes),*])),
        Requirement::Contains { parts } => of_text("contains", quote!(&[#(#parts),*])),
        Requirement::NotContains { parts } => of_text("not_contains", quote!(&[#(#parts),*])),
        Requirement::Pattern { regex } => of_text("pattern", quote!(#regex)),
        // Any whole number is a number of seconds.
        Requirement::Format { format: Format::Timestamp } if member.kind == Kind::Integer => Ok(None),
        Requirement::Format { format } => {
            let format = ident(&format!("{format:?}"));
            of_text("format", quote!(wire::Format::#format))
        }
        Requirement::Default { .. } => Ok(None),
    }
}

fn one_of(at: &TokenStream, member: &Member<'_>, values: &[contract::EnumValue]) -> Option<TokenStream> {
    let one = value(member);
    let literals = values.iter().map(|value| &value.value);
    match &member.kind {
        Kind::Enum(name)
            if member.row.is_some_and(|row| row.enumeration().is_some_and(|(_, own)| own == values)) =>
        {
            let name = ident(name);
            Some(quote!(check::one_of(broken, #at, #one.as_str(), #name::DOCUMENTED);))
        }
        Kind::Integer | Kind::Number => {
            Some(quote!(check::one_of(broken, #at, &#one.to_string(), &[#(#literals),*]);))
        }
        Kind::Text | Kind::Enum(_) => {
            let text = text(member);
            Some(quote!(check::one_of(broken, #at, #text, &[#(#literals),*]);))
        }
        // Booleans are true or false already; what is open has no text to compare.
        Kind::Truth | Kind::Open | Kind::Struct(_) | Kind::Boxed(_) => None,
    }
}

fn text(member: &Member<'_>) -> Option<TokenStream> {
    let value = value(member);
    match (&member.kind, member.hold) {
        (Kind::Text, Hold::Plain) => Some(quote!(&#value)),
        (Kind::Text, _) => Some(value),
        (Kind::Enum(_), _) => Some(quote!(#value.as_str())),
        _ => None,
    }
}

fn number(member: &Member<'_>) -> Expression {
    let value = value(member);
    match member.kind {
        Kind::Integer => Ok(quote!(#value as f64)),
        Kind::Number => Ok(value),
        _ => Err("it is about a number, and the parameter is not documented as a number"),
    }
}
