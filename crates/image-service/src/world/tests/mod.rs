//! The world under a clock that is driven by hand.

mod copying;
mod making;
mod surviving;

use std::sync::Arc;

use super::*;
use crate::store::RedbLedger;

pub(super) const ACCOUNT: &str = "1234567890123456";
pub(super) const HOME: &str = "cn-hangzhou";

pub(super) struct Scene {
    pub(super) world: World,
    pub(super) clock: Arc<DrivenClock>,
}

pub(super) fn seed() -> Seed {
    Seed::read(include_str!("../../../worlds/aliyun.toml"), "aliyun.toml").expect("the default world")
}

/// The default world at a time scale of 1, in memory.
pub(super) fn scene() -> Scene {
    let seed = seed();
    let mut ledger = RedbLedger::in_memory().expect("memory");
    ledger.found("", &seed.records()).expect("written");
    let clock = Arc::new(DrivenClock::at(Moment::from_millis(1_800_000_000_000)));
    let world = World::open(seed.atlas, ledger, clock.clone(), 1.0).expect("a world");
    Scene { world, clock }
}

pub(super) fn copy_to(region: &str) -> CopyOrder {
    CopyOrder {
        account: ACCOUNT.into(),
        region: HOME.into(),
        image: "m-available".into(),
        targets: vec![region.into()],
        elsewhere_only: true,
        ..CopyOrder::default()
    }
}

impl Scene {
    pub(super) fn copy(&self, order: &CopyOrder) -> Copied {
        self.world.copy_image(order).expect("a copy").remove(0)
    }

    pub(super) fn refused(&self, change: impl FnOnce(&mut CopyOrder)) -> Denied {
        let mut order = copy_to("cn-shanghai");
        change(&mut order);
        self.world.copy_image(&order).expect_err("a refusal")
    }

    pub(super) fn state(&self, region: &str, image: &str) -> Option<ImageState> {
        let found = self.world.images(ACCOUNT, region, 0, 1, |i, _, _| i.id == image).expect("a list");
        found.items.first().map(|shown| shown.image.state)
    }
}
