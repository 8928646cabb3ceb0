//! Making images of instances, disks and snapshots.

use std::collections::BTreeSet;

use super::turn::Turn;
use super::{Denied, DiskKind, Image, ImageState, Offer, OperatingSystem, Record, Source, Tag, Token, World};

/// How long a token is remembered: a day. The page names no time; a request that is sent again comes within minutes.
const TOKEN_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// An order to make an image.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MakeOrder {
    /// Who orders.
    pub account: String,
    /// Where.
    pub region: String,
    /// The project, where the vendor has projects.
    pub project: Option<String>,
    /// Of what.
    pub source: Source,
    /// Its name; empty for none.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Its family.
    pub family: String,
    /// Its version.
    pub version: String,
    /// Its resource group.
    pub resource_group: Option<String>,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// The system on it, where it can't be told from the source.
    pub platform: Option<String>,
    /// The processors that it runs on, where it can't be told from the source.
    pub architecture: Option<String>,
    /// Makes the order idempotent.
    pub token: Option<String>,
}

/// An image that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The image.
    pub image: String,
    /// The snapshots that were taken for its data disks.
    pub data_snapshots: Vec<String>,
}

impl World {
    /// Begins to make an image. With a token that was used before, nothing is made and the image
    /// of the first request is told again.
    pub fn make_image(&self, order: &MakeOrder) -> Result<Made, Denied> {
        self.turn(|turn| {
            if let Some(made) = turn.made_before(order)? {
                return Ok(made);
            }
            turn.make(order)
        })
    }
}

impl Turn<'_> {
    fn make(&mut self, order: &MakeOrder) -> Result<Made, Denied> {
        let region = self.atlas.region(&order.region)?.clone();
        let account = self.account(&order.account)?;
        if let Some(group) = &order.resource_group
            && !account.resource_groups.contains(group)
        {
            return Err(Denied::ResourceGroupUnknown(group.clone()));
        }
        let mut keys = BTreeSet::new();
        if let Some(twice) = order.tags.iter().find(|t| !keys.insert(&t.key)) {
            return Err(Denied::TagKeyTwice(twice.key.clone()));
        }
        let mut material = self.material(&order.account, &region, order.project.as_deref(), &order.source)?;
        self.free_name(&order.account, &region.id, &order.name)?;
        self.room_for_images(&order.account, &region)?;
        self.room_for_snapshots(&order.account, &region, material.to_snapshot.len())?;

        let taken = self.take_snapshots(&order.account, &region, &mut material);
        let data_snapshots = taken
            .into_iter()
            .filter(|id| self.state.snapshot(id).is_some_and(|s| s.of == DiskKind::Data))
            .collect();
        let mut os = material.like.map_or_else(OperatingSystem::default, |image| image.os);
        if let Some(platform) = &order.platform {
            os.windows = platform.starts_with("Windows");
            os.name.clone_from(platform);
            os.english_name.clone_from(platform);
            os.platform.clone_from(platform);
        }
        if let Some(architecture) = &order.architecture {
            os.architecture.clone_from(architecture);
        }
        let id = self.next_id(&self.atlas.naming.image);
        self.put(Record::Image(Image {
            id: id.clone(),
            account: order.account.clone(),
            zone: material.zone.or(region.zones.first().cloned()).unwrap_or_default(),
            region: region.id,
            project: order.project.clone().unwrap_or_default(),
            name: order.name.clone(),
            description: order.description.clone(),
            family: order.family.clone(),
            version: order.version.clone(),
            group: String::from("Default"),
            resource_group: order.resource_group.clone().unwrap_or_default(),
            tags: order.tags.clone(),
            offer: Offer::Custom,
            shared_with: Vec::new(),
            state: ImageState::Making,
            due: Some(self.now.after(self.atlas.pace.make_millis(self.time_scale))),
            created: self.now,
            size: material.disks.iter().find(|d| d.kind == DiskKind::System).map_or(0, |d| d.size),
            encrypted: false,
            master_key: None,
            copied_by: None,
            disks: material.disks,
            os,
            product: None,
        }));
        if let Some(token) = &order.token {
            self.put(Record::Token(Token {
                account: order.account.clone(),
                token: token.clone(),
                request: request(order),
                image: id.clone(),
                created: self.now,
                until: Some(self.now.after(TOKEN_MILLIS)),
            }));
        }
        Ok(Made { image: id, data_snapshots })
    }

    fn made_before(&self, order: &MakeOrder) -> Result<Option<Made>, Denied> {
        let used = order.token.as_deref().and_then(|token| self.state.token(&order.account, token));
        let Some(used) = used else { return Ok(None) };
        if used.request == request(order) {
            return Ok(Some(Made { image: used.image.clone(), data_snapshots: Vec::new() }));
        }
        match self.state.image(&used.image) {
            Some(image) if image.state == ImageState::Making => Err(Denied::TokenBusy),
            _ => Err(Denied::TokenMismatch),
        }
    }
}

/// The order as text: two orders with one token are the same if these are.
fn request(order: &MakeOrder) -> String {
    format!("{:?}", MakeOrder { token: None, ..order.clone() })
}
