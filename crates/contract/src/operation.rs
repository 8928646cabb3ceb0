//! Operations, and the contract that holds them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use source::{Diagnostic, FileName, Origin};

use crate::field::nearest_model;
use crate::{
    Accounting, ErrorCase, Example, Field, HttpBinding, Model, PageAccounting, Parameter, Path, Presence,
    Rule, Scope,
};

/// The version of the JSON form. It grows when a consumer must change.
pub const CONTRACT_VERSION: u32 = 1;

/// What a set of pages promises.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    /// [`CONTRACT_VERSION`].
    pub contract_version: u32,
    /// The operations, in the order of their pages.
    pub operations: Vec<Operation>,
    /// Parameters that a page documents for every operation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_parameters: Vec<Parameter>,
    /// Structures that have a page of their own. An operation that names one finds it by [`Contract::model`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<Model>,
    /// Errors that hold for every operation.
    pub errors: Vec<ErrorCase>,
    /// What there is to tell about the pages.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of the cells.
    pub accounting: Accounting,
    /// The same, page by page; a contract that is kept beside generated code goes without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PageAccounting>,
}

impl Default for Contract {
    fn default() -> Self {
        Self {
            contract_version: CONTRACT_VERSION,
            operations: Vec::new(),
            common_parameters: Vec::new(),
            models: Vec::new(),
            errors: Vec::new(),
            diagnostics: Vec::new(),
            accounting: Accounting::default(),
            pages: Vec::new(),
        }
    }
}

impl Contract {
    /// The operation of that name, as the page that speaks for it has it.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        let behind = || self.operations.iter().find(|operation| operation.name == name);
        self.speaking().find(|operation| operation.name == name).or_else(behind)
    }

    /// The operations without those of pages that stand behind another one, in page order.
    pub fn speaking(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(|operation| operation.stands_behind.is_none())
    }

    /// The structure that an operation means by a name: its own page's, or else the nearest page's.
    pub fn model<'a>(&'a self, operation: &'a Operation, name: &str) -> Option<&'a Model> {
        operation
            .models
            .iter()
            .find(|model| model.name == name)
            .or_else(|| nearest_model(&self.models, name, &operation.page))
    }

    /// The structures of an operation: its own page's, then those of other pages that they and its fields name.
    pub fn models_of<'a>(&'a self, operation: &'a Operation) -> Vec<&'a Model> {
        let mut models: Vec<&Model> = operation.models.iter().collect();
        let mut named: Vec<&str> = operation.parameters.iter().filter_map(|p| p.ty.value.model()).collect();
        named_by(&operation.response, &mut named);
        operation.models.iter().for_each(|model| named_by(&model.fields, &mut named));
        let mut next = 0;
        while let Some(name) = named.get(next).copied() {
            next += 1;
            if models.iter().any(|known| known.name == name) {
                continue;
            }
            if let Some(model) = nearest_model(&self.models, name, &operation.page) {
                models.push(model);
                named_by(&model.fields, &mut named);
            }
        }
        models
    }
}

fn named_by<'a>(fields: &'a [Field], named: &mut Vec<&'a str>) {
    for field in fields {
        named.extend(field.ty.value.model());
        named_by(&field.fields, named);
    }
}

/// One documented operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Operation {
    /// Its name on the wire.
    pub name: String,
    /// Its page.
    pub page: FileName,
    /// The family of layouts that the page was read as.
    pub dialect: String,
    /// The title of the page without the name.
    pub title: String,
    /// What it does, in the page's words.
    pub summary: String,
    /// Whether the page calls it deprecated.
    pub deprecated: bool,
    /// Its method and path, where the page gives it some of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpBinding>,
    /// What it takes, in page order.
    pub parameters: Vec<Parameter>,
    /// Rules across parameters.
    pub rules: Vec<Rule>,
    /// What it answers, in page order.
    pub response: Vec<Field>,
    /// The structures that the page describes.
    pub models: Vec<Model>,
    /// The errors that the page lists.
    pub errors: Vec<ErrorCase>,
    /// The examples.
    pub examples: Vec<Example>,
    /// Operations that the page refers to.
    pub see_also: Vec<SeeAlso>,
    /// Remarks outside tables: preconditions and effects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The page that speaks for the operation, where it is not this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_behind: Option<StandsBehind>,
    /// Where the page begins.
    pub origin: Origin,
}

/// Several pages document one operation, and another one speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandsBehind {
    /// The page that speaks.
    pub page: FileName,
    /// Why that one.
    pub because: Precedence,
}

/// Why one of several pages speaks for an operation. The first that tells two pages apart decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precedence {
    /// A list of pages links it, and not the other one.
    Linked,
    /// It is written in a newer template.
    NewerTemplate,
    /// It has the plain name, the other one that of a variant.
    PlainName,
    /// It lies in a tree of folders that is kept up: more pages there are written in the newest template.
    LiveTree,
    /// Nothing tells them apart; it is read first.
    First,
}

impl Operation {
    /// The parameter of that documented name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name.value == name)
    }

    /// The parameters whose path begins with that name.
    pub fn parameters_under<'a>(&'a self, root: &'a str) -> impl Iterator<Item = &'a Parameter> {
        self.parameters.iter().filter(move |p| Path::of(&p.wire_name().value).root() == root)
    }

    /// Why a call by name and arguments is not its request: the method and path of its own, or the first of its own
    /// parameters that is required and travels as a header or in the path. `None` where such a call is.
    pub fn beyond_a_call(&self) -> Option<String> {
        if let Some(http) = &self.http {
            return Some(format!("it is called by `{}`, not by name", http.line()));
        }
        let own = self.parameters.iter().filter(|parameter| parameter.scope == Scope::Operation);
        own.filter(|parameter| parameter.presence.value == Presence::Required)
            .find_map(|parameter| parameter.beyond_a_call())
    }
}

/// A remark outside tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub origin: Origin,
}

/// A reference to another operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeeAlso {
    /// The operation that the page names.
    pub operation: String,
    /// The parameter whose description names it; `None` outside tables.
    pub from: Option<String>,
    /// Where.
    pub origin: Origin,
}
