//! The world file: what a world holds when it begins.

use serde::{Deserialize, Serialize};

use super::{Atlas, CopyTask, Image, Instance, Record, Snapshot, Token};

/// A world file, `world.toml`: the [`Atlas`] and the first records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seed {
    /// What never changes.
    #[serde(flatten)]
    pub atlas: Atlas,
    /// Instances.
    #[serde(default)]
    pub instances: Vec<Instance>,
    /// Snapshots.
    #[serde(default)]
    pub snapshots: Vec<Snapshot>,
    /// Images.
    #[serde(default)]
    pub images: Vec<Image>,
    /// Copy tasks.
    #[serde(default)]
    pub copies: Vec<CopyTask>,
}

/// A world file that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// It isn't TOML of the expected form.
    #[error("{origin}: {reason}")]
    Malformed {
        /// The file.
        origin: String,
        /// Line and reason.
        reason: String,
    },
    /// It names something that it doesn't hold.
    #[error(
        "{origin}: {kind} `{id}` names {what} `{name}`, which the file does not hold; add it or correct the name"
    )]
    Dangling {
        /// The file.
        origin: String,
        /// What names it: image, copy, instance.
        kind: &'static str,
        /// Which.
        id: String,
        /// What is named: a region, an image.
        what: &'static str,
        /// The name.
        name: String,
    },
}

impl Seed {
    /// Reads a world file; `origin` is its name in messages.
    pub fn read(text: &str, origin: &str) -> Result<Seed, SeedError> {
        let seed: Seed = toml::from_str(text)
            .map_err(|e| SeedError::Malformed { origin: origin.to_owned(), reason: e.to_string() })?;
        seed.check(origin)?;
        Ok(seed)
    }

    /// The first records of a world.
    pub fn records(&self) -> Vec<Record> {
        let tokens = self.atlas.accounts.iter().flat_map(|account| {
            account.tokens.iter().map(|used| {
                Record::Token(Token {
                    account: account.id.clone(),
                    token: used.token.clone(),
                    // No request reads like this one, so the token fits none.
                    request: String::from("before the world began"),
                    image: used.image.clone(),
                    created: super::Moment::from_millis(0),
                    until: None,
                })
            })
        });
        let copies = self.copies.iter().zip(1..).map(|(task, place)| {
            // Tasks of the file stand in line in the order of the file, before all later ones.
            Record::Copy(CopyTask { order: if task.order == 0 { place } else { task.order }, ..task.clone() })
        });
        let counter = super::Counter { last: self.copies.len() as u64 };
        std::iter::once(Record::Counter(counter))
            .chain(self.snapshots.iter().cloned().map(Record::Snapshot))
            .chain(self.instances.iter().cloned().map(Record::Instance))
            .chain(self.images.iter().cloned().map(Record::Image))
            .chain(copies)
            .chain(tokens)
            .collect()
    }

    fn check(&self, origin: &str) -> Result<(), SeedError> {
        let dangling = |kind, id: &str, what, name: &str| SeedError::Dangling {
            origin: origin.to_owned(),
            kind,
            id: id.to_owned(),
            what,
            name: name.to_owned(),
        };
        let places = (self.images.iter().map(|i| ("image", &i.id, &i.region)))
            .chain(self.instances.iter().map(|i| ("instance", &i.id, &i.region)))
            .chain(self.snapshots.iter().map(|s| ("snapshot", &s.id, &s.region)))
            .chain(self.copies.iter().map(|c| ("copy", &c.id, &c.region)));
        for (kind, id, region) in places {
            if self.atlas.region(region).is_err() {
                return Err(dangling(kind, id, "region", region));
            }
        }
        for task in &self.copies {
            if !self.images.iter().any(|i| i.id == task.target) {
                return Err(dangling("copy", &task.id, "image", &task.target));
            }
        }
        Ok(())
    }
}
