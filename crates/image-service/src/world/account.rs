//! Who calls, and what the caller may do.

use serde::{Deserialize, Serialize};

use super::Moment;

/// An account: keys to sign with, projects to own things, rights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// The keys that sign its requests; the first is handed out as the credentials of an embedded run.
    #[serde(default)]
    pub keys: Vec<Key>,
    /// Its projects.
    #[serde(default)]
    pub projects: Vec<Project>,
    /// Its resource groups.
    #[serde(default)]
    pub resource_groups: Vec<String>,
    /// Resources of its own that an access policy forbids it to touch.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// Whether it may encrypt with its own keys in regions that keep a white list for that.
    #[serde(default)]
    pub byok_white_list: bool,
    /// Whether it may make a system image of a data disk's snapshot.
    #[serde(default)]
    pub data_snapshot_white_list: bool,
    /// Tokens that were used before the world began.
    #[serde(default)]
    pub tokens: Vec<UsedToken>,
}

/// A key id and its secret.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The public half.
    pub id: String,
    /// The private half.
    pub secret: String,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A project: a drawer of an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Taken when a request names none.
    #[serde(default)]
    pub default: bool,
    /// When it was made.
    pub created: Moment,
    /// How many people work in it.
    #[serde(default)]
    pub members: i64,
}

/// A token of a request that was made before the world began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsedToken {
    /// The token.
    pub token: String,
    /// The image that the request made.
    pub image: String,
}

/// A key of the key service, as the image service sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MasterKey {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// Whether the image service may use it.
    #[serde(default = "yes")]
    pub authorized: bool,
    /// Whether it is switched on.
    #[serde(default = "yes")]
    pub enabled: bool,
}

pub(super) fn yes() -> bool {
    true
}

impl Account {
    /// The project that is meant when none is named.
    pub fn default_project(&self) -> Option<&Project> {
        self.projects.iter().find(|p| p.default).or(self.projects.first())
    }

    /// A project by its id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|p| p.id == id)
    }
}
