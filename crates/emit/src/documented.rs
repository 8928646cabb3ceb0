//! `documented.rs`: a constant for each row of the error tables, and which row refuses which broken rule.

use std::collections::BTreeSet;

use contract::{Confidence, Contract, ErrorCase, Operation, Refusal};
use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::doc::{Doc, code};
use crate::names::{Names, ident};
use crate::operation::Named;
use crate::rust;

/// The text of the file.
pub(crate) fn file(contract: &Contract, operations: &[Named<'_>]) -> String {
    let sets: Vec<Set<'_>> = operations
        .iter()
        .map(|named| Set::new(Some(named.operation), ident(&named.snake), &named.operation.errors))
        .chain([Set::new(None, ident("common"), &contract.errors)])
        .filter(|set| !set.rows.is_empty())
        .collect();
    let modules = sets.iter().map(Set::module);
    let all = sets.iter().filter_map(|set| {
        let (name, module) = (&set.operation?.name, &set.module);
        Some(quote!(#name => #module::ALL,))
    });
    let ties = Ties::of(&sets).arms;
    let tied = if ties.is_empty() {
        quote! {
            pub fn tied(_: &str, _: &wire::Violation) -> Option<Documented> { None }
        }
    } else {
        quote! {
            pub fn tied(operation: &str, broken: &wire::Violation) -> Option<Documented> {
                match (operation, broken.parameter.as_str(), broken.rule) {
                    #(#ties)*
                    _ => None,
                }
            }
        }
    };
    let all: Vec<TokenStream> = all.collect();
    let of = if all.is_empty() {
        quote!(
            pub fn of(_: &str) -> &'static [Documented] {
                &[]
            }
        )
    } else {
        quote! {
            pub fn of(operation: &str) -> &'static [Documented] {
                match operation { #(#all)* _ => &[] }
            }
        }
    };
    let about = Doc::default().markdown("The documented errors, one constant for each row of each page.");
    rust::file(
        &about,
        quote! {
            use super::error::Documented;

            #[doc = " The errors that the page of an operation lists, in page order."]
            #of

            #[doc = " The documented error that refuses a broken rule, where the pages tie one to it."]
            #tied

            #(#modules)*
        },
    )
}

/// The rows of one table of errors, each with its constant.
struct Set<'a> {
    operation: Option<&'a Operation>,
    module: Ident,
    rows: Vec<(Ident, &'a ErrorCase)>,
}

impl<'a> Set<'a> {
    fn new(operation: Option<&'a Operation>, module: Ident, errors: &'a [ErrorCase]) -> Self {
        let mut names = Names::without(&["ALL"]);
        let rows = errors.iter().map(|error| (ident(&names.shouting(&error.code, "CODE")), error)).collect();
        Self { operation, module, rows }
    }

    fn module(&self) -> TokenStream {
        let module = &self.module;
        let about = match self.operation {
            Some(operation) => format!("The errors of {}.", code(&operation.name)),
            None => "The errors that hold for every operation.".to_owned(),
        };
        let docs = Doc::default().markdown(&about).outer();
        let rows = self.rows.iter().map(|(name, error)| row(name, error));
        let names = self.rows.iter().map(|(name, _)| name);
        quote! {
            #docs
            pub mod #module {
                use super::Documented;

                #[doc = " All of them, in page order."]
                pub const ALL: &[Documented] = &[#(#names),*];

                #(#rows)*
            }
        }
    }
}

fn row(name: &Ident, error: &ErrorCase) -> TokenStream {
    let page = error.origin.location().to_string();
    let status = error.http_status.map(|status| format!("HTTP {status}, ")).unwrap_or_default();
    let row = format!("{status}{} ({}).", code(&error.code), code(&page));
    let docs = Doc::default().page(&error.message).page(&error.description).markdown(&row).outer();
    let status = match error.http_status {
        Some(status) => {
            let status = proc_macro2::Literal::u16_unsuffixed(status);
            quote!(Some(#status))
        }
        None => quote!(None),
    };
    let (text, message) = (&error.code, &error.message);
    let placeholder = match placeholder(message) {
        Some(placeholder) => quote!(Some(#placeholder)),
        None => quote!(None),
    };
    quote! {
        #docs
        pub const #name: Documented = Documented {
            http_status: #status,
            code: #text,
            message: #message,
            placeholder: #placeholder,
            page: #page,
        };
    }
}

/// The part of a message that stands for something else: `%s`, `<parameter name>`, the name in `[Name]`, `{0}`.
pub(crate) fn placeholder(message: &str) -> Option<&str> {
    let between = |open: char, close: char| {
        let start = message.find(open)?;
        let end = start + message[start..].find(close)?;
        Some((start, end))
    };
    if let Some(at) = message.find("%s") {
        return Some(&message[at..at + 2]);
    }
    if let Some((start, end)) = between('<', '>').or_else(|| between('{', '}')) {
        return Some(&message[start..=end]);
    }
    between('[', ']').map(|(start, end)| &message[start + 1..end]).filter(|name| !name.is_empty())
}

/// The arms that tie broken rules to documented errors, most particular first, each pattern once.
struct Ties {
    arms: Vec<TokenStream>,
    seen: BTreeSet<String>,
}

impl Ties {
    fn of(sets: &[Set<'_>]) -> Self {
        let mut ties = Ties { arms: Vec::new(), seen: BTreeSet::new() };
        for set in sets {
            ties.by_rule(set);
        }
        for named in [true, false] {
            for set in sets {
                ties.by_row(set, named);
            }
        }
        ties
    }

    /// A rule across parameters that names its error itself.
    fn by_rule(&mut self, set: &Set<'_>) {
        let Some(operation) = set.operation else { return };
        for rule in operation.rules.iter().filter(|rule| rule.kind.is_checked()) {
            let row =
                rule.error.as_deref().and_then(|code| set.rows.iter().find(|(_, error)| error.code == code));
            if let (Some((constant, _)), Some(parameter)) = (row, rule.parameters.first()) {
                let parameter = on_the_wire(Some(operation), parameter);
                self.tie(set, constant, quote!(#parameter), quote!(wire::Rule::Across));
            }
        }
    }

    /// Rows that tell what they refuse: those that name parameters, or those that name none.
    fn by_row(&mut self, set: &Set<'_>, named: bool) {
        for (constant, error) in &set.rows {
            let rule = match (error.refuses, error.confidence) {
                (_, Confidence::Weak) => continue,
                (Some(Refusal::Missing), _) => quote!(wire::Rule::Required),
                (Some(Refusal::Value), _) => quote!(_),
                _ => continue,
            };
            // A row of one operation that names nothing is about something particular, unless its message has a blank.
            let holds_for_any = set.operation.is_none() || placeholder(&error.message).is_some();
            if !named && error.parameters.is_empty() && holds_for_any {
                self.tie(set, constant, quote!(_), rule);
            } else if named {
                for parameter in &error.parameters {
                    if says_less(error, parameter, &set.rows) {
                        continue;
                    }
                    let parameter = on_the_wire(set.operation, parameter);
                    self.tie(set, constant, quote!(#parameter), rule.clone());
                }
            }
        }
    }

    fn tie(&mut self, set: &Set<'_>, constant: &Ident, parameter: TokenStream, rule: TokenStream) {
        let module = &set.module;
        let operation = match set.operation {
            Some(operation) => {
                let name = &operation.name;
                quote!(#name)
            }
            None => quote!(_),
        };
        // A value that was not sent is not a wrong value.
        let (pattern, guard) = match rule.to_string().as_str() {
            "_" => (quote!((#operation, #parameter, rule)), Some(quote!(if rule != wire::Rule::Required))),
            _ => (quote!((#operation, #parameter, #rule)), None),
        };
        if self.seen.insert(quote!(#pattern).to_string()) {
            self.arms.push(quote!(#pattern #guard => Some(#module::#constant),));
        }
    }
}

/// Whether another row of the same code says more of the parameter's name: of "the image name" and "the destination image
/// name", the latter is about `DestinationImageName`.
fn says_less(error: &ErrorCase, parameter: &str, rows: &[(Ident, &ErrorCase)]) -> bool {
    let said = |error: &ErrorCase| {
        let message = error.message.to_lowercase();
        parameter.to_snake_case().split('_').filter(|word| message.contains(word)).count()
    };
    let mut rivals = rows.iter().filter(|(_, other)| {
        other.code == error.code
            && other.refuses == error.refuses
            && other.parameters.iter().any(|named| named == parameter)
    });
    rivals.any(|(_, rival)| said(rival) > said(error))
}

fn on_the_wire<'n>(operation: Option<&'n Operation>, documented: &'n str) -> &'n str {
    let parameter = operation.and_then(|operation| operation.parameter(documented));
    parameter.map_or(documented, |parameter| parameter.wire_name().value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_what_a_server_fills_in() {
        assert_eq!(placeholder("Missing params [Name]"), Some("Name"));
        assert_eq!(placeholder("The input parameter <parameter name> is missing"), Some("<parameter name>"));
        assert_eq!(placeholder("%s"), Some("%s"));
        assert_eq!(placeholder("The image not available."), None);
        assert_eq!(placeholder("a > b < c []"), None);
    }
}
