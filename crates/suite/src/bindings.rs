//! What only the target knows: values that exist there, resources in a needed state, errors that nobody can provoke.

mod check;

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

pub use check::BindingTrouble;

/// The text of a `bindings.toml`. Names of parameters are as documented; what is more specific wins.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bindings {
    /// Values for a parameter of that name in any operation.
    pub values: BTreeMap<String, Binding>,
    /// What holds for one operation.
    pub operations: BTreeMap<String, OperationBindings>,
    /// By error, the parameters that provoke it in any operation that documents it. The key is a code, or status and
    /// code (`404/InvalidImageId.NotFound`), or these and the number of the row among its equals (`400/X/2`).
    pub errors: BTreeMap<String, BTreeMap<String, Binding>>,
    /// By error, why no client can provoke it in any operation.
    pub unreachable: BTreeMap<String, String>,
    /// What this target answers where a page names no error. For people who read a report: never a reason to fail.
    pub conventions: BTreeMap<String, String>,
    /// Where the credentials are; the file never holds them.
    pub credentials: Option<CredentialNames>,
}

/// What holds for one operation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OperationBindings {
    /// By error, the parameters that provoke it.
    pub errors: BTreeMap<String, BTreeMap<String, Binding>>,
    /// By error, why no client can provoke it.
    pub unreachable: BTreeMap<String, String>,
    /// Values by parameter.
    #[serde(flatten)]
    pub values: BTreeMap<String, Binding>,
}

/// The environment variables that hold the credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialNames {
    /// The variable of the key id.
    pub id_env: String,
    /// The variable of the secret.
    pub secret_env: String,
}

/// Where a parameter's value comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Binding {
    /// This value, always.
    Literal(Value),
    /// Any of these.
    Values(Vec<Value>),
    /// A fresh value for each case; `{}` is what makes it fresh.
    Unique(String),
    /// It is never sent in a request that must be accepted.
    Omit {
        /// Why.
        reason: String,
    },
    /// A resource that another operation makes.
    Made(Box<Made>),
}

/// A resource that is made by calling a documented operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// The operation.
    pub call: String,
    /// Its parameters; required ones that are not named here take their own bindings.
    #[serde(default)]
    pub with: Map<String, Value>,
    /// The field of the answer: `ImageId`, `Infos[0].TaskId`.
    pub take: String,
    /// Poll until it is ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Ready>,
}

/// How to tell that a resource is ready.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ready {
    /// The operation that tells.
    pub call: String,
    /// Its parameters; `$` is the resource.
    #[serde(default)]
    pub with: Map<String, Value>,
    /// The field of the answer.
    pub field: String,
    /// Its values that mean ready.
    pub is: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    values: Vec<Value>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fresh {
    unique: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Absent {
    omit: bool,
    #[serde(default)]
    reason: String,
}

impl Binding {
    /// Reads a binding; the error says what is wrong with it and which forms there are.
    pub fn read(value: Value) -> Result<Self, String> {
        let Value::Object(table) = &value else { return Ok(Binding::Literal(value)) };
        let has = |key: &str| table.contains_key(key);
        if has("call") {
            form(value, "call").map(|made| Binding::Made(Box::new(made)))
        } else if has("values") {
            form(value, "values").map(|Choice { values }| Binding::Values(values))
        } else if has("unique") {
            match form(value, "unique")? {
                Fresh { unique } if unique.contains("{}") => Ok(Binding::Unique(unique)),
                Fresh { unique } => {
                    Err(format!("`unique = {unique:?}` has no `{{}}` for what makes it fresh"))
                }
            }
        } else if has("omit") {
            match form(value, "omit")? {
                Absent { omit: true, reason } => Ok(Binding::Omit { reason }),
                Absent { .. } => Err("`omit = false` says nothing: leave the line out".to_owned()),
            }
        } else {
            let keys = table.keys().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            Err(format!(
                "a table with {keys} is no binding: it needs one of `call`, `values`, `unique`, `omit`"
            ))
        }
    }
}

fn form<T: serde::de::DeserializeOwned>(value: Value, key: &str) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| format!("in a binding with `{key}`: {error}"))
}

impl<'de> Deserialize<'de> for Binding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Binding::read(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Binding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Binding::Literal(value) => value.serialize(serializer),
            Binding::Values(values) => Choice { values: values.clone() }.serialize(serializer),
            Binding::Unique(unique) => Fresh { unique: unique.clone() }.serialize(serializer),
            Binding::Omit { reason } => Absent { omit: true, reason: reason.clone() }.serialize(serializer),
            Binding::Made(made) => made.serialize(serializer),
        }
    }
}

impl Bindings {
    /// The binding of a parameter, by its documented name or the one it travels under.
    pub(crate) fn of(&self, operation: &str, parameter: &contract::Parameter) -> Option<&Binding> {
        let names = [parameter.name.as_str(), parameter.wire_name().as_str()];
        let own = self.operations.get(operation).map(|own| &own.values);
        own.into_iter()
            .chain([&self.values])
            .find_map(|values| names.iter().find_map(|name| values.get(*name)))
    }

    /// What provokes an error, the most specific key first.
    pub(crate) fn provoking(
        &self,
        operation: Option<&str>,
        keys: &[String],
    ) -> Option<&BTreeMap<String, Binding>> {
        let own = operation.and_then(|name| self.operations.get(name)).map(|own| &own.errors);
        own.into_iter().chain([&self.errors]).find_map(|errors| keys.iter().find_map(|key| errors.get(key)))
    }

    /// Why no client can provoke an error.
    pub(crate) fn unreachable(&self, operation: Option<&str>, keys: &[String]) -> Option<&str> {
        let own = operation.and_then(|name| self.operations.get(name)).map(|own| &own.unreachable);
        own.into_iter()
            .chain([&self.unreachable])
            .find_map(|reasons| keys.iter().find_map(|key| reasons.get(key)))
            .map(String::as_str)
    }
}
