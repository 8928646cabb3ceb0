//! The whole world at a glance, for people.

use super::{CopyTask, Denied, Image, Moment, World};

/// What a world holds at a moment.
#[derive(Debug, Clone)]
pub struct Overview {
    /// When.
    pub at: Moment,
    /// All images there are, also those left out below.
    pub image_total: usize,
    /// Images: the latest first.
    pub images: Vec<Image>,
    /// Copies that run or wait: by account and region, in the order in which they take their turn.
    pub under_way: Vec<CopyTask>,
}

impl World {
    /// What there is now, with at most so many images.
    pub fn overview(&self, most_images: usize) -> Result<Overview, Denied> {
        self.turn(|turn| {
            let mut images: Vec<&Image> = turn.state.images().collect();
            images.sort_by(|a, b| (b.created, &b.id).cmp(&(a.created, &a.id)));
            Ok(Overview {
                at: turn.now,
                image_total: images.len(),
                images: images.into_iter().take(most_images).cloned().collect(),
                under_way: turn.state.under_way().cloned().collect(),
            })
        })
    }
}
