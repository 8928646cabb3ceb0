//! Worlds that are switched off and on again, and stores that fail.

use super::*;

fn on_disk(directory: &std::path::Path, clock: &Arc<DrivenClock>) -> World {
    let seed = seed();
    let mut ledger = RedbLedger::open(directory, "test").expect("a store");
    if ledger.world().expect("readable").is_none() {
        ledger.found("the world", &seed.records()).expect("written");
    }
    World::open(seed.atlas, ledger, clock.clone(), 1.0).expect("a world")
}

#[test]
fn copies_go_on_after_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let clock = Arc::new(DrivenClock::at(Moment::from_millis(1_800_000_000_000)));
    let world = on_disk(directory.path(), &clock);
    let ids: Vec<String> =
        (0..3).map(|_| world.copy_image(&copy_to("cn-shanghai")).expect("a copy").remove(0).image).collect();
    clock.advance(1_000);
    drop(world);

    // The world is off while the first copy ends; the second has run for a second when it comes back.
    clock.advance(2_000);
    let scene = Scene { world: on_disk(directory.path(), &clock), clock: clock.clone() };
    let states =
        || ids.iter().map(|id| scene.state("cn-shanghai", id).expect("an image")).collect::<Vec<_>>();
    assert_eq!(states(), [ImageState::Available, ImageState::Copying, ImageState::Waiting]);
    clock.advance(1_000);
    assert_eq!(states(), [ImageState::Available, ImageState::Available, ImageState::Copying]);
    clock.advance(2_000);
    assert_eq!(states(), [ImageState::Available; 3]);
}

#[test]
fn ids_and_tokens_are_remembered_after_a_restart() {
    let directory = tempfile::tempdir().expect("a directory");
    let clock = Arc::new(DrivenClock::at(Moment::from_millis(1_800_000_000_000)));
    let order = MakeOrder {
        account: ACCOUNT.into(),
        region: HOME.into(),
        source: Source::Snapshot("s-system".into()),
        token: Some("once".into()),
        ..MakeOrder::default()
    };
    let first = on_disk(directory.path(), &clock).make_image(&order).expect("an image");
    let world = on_disk(directory.path(), &clock);
    assert_eq!(world.make_image(&order).expect("the same"), first);
    let other = world.make_image(&MakeOrder { token: None, ..order }).expect("another");
    assert_ne!(other.image, first.image);
}

/// Keeps nothing while `broken`.
struct Fragile {
    inner: RedbLedger,
    broken: Arc<std::sync::atomic::AtomicBool>,
}

impl Ledger for Fragile {
    fn commit(&mut self, changes: &[Change]) -> Result<(), LedgerError> {
        if self.broken.load(std::sync::atomic::Ordering::SeqCst) {
            return Err(LedgerError("the disk is full".into()));
        }
        self.inner.commit(changes)
    }

    fn load(&self) -> Result<Vec<Record>, LedgerError> {
        self.inner.load()
    }
}

#[test]
fn what_could_not_be_kept_did_not_happen() {
    let seed = seed();
    let mut inner = RedbLedger::in_memory().expect("memory");
    inner.found("", &seed.records()).expect("written");
    let broken = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let clock = Arc::new(DrivenClock::at(Moment::from_millis(1_800_000_000_000)));
    let ledger = Fragile { inner, broken: broken.clone() };
    let world = World::open(seed.atlas, ledger, clock, 1.0).expect("a world");
    let named = CopyOrder { name: "mine".into(), ..copy_to("cn-shanghai") };
    assert_eq!(world.copy_image(&named), Err(Denied::Store("the disk is full".into())));

    broken.store(false, std::sync::atomic::Ordering::SeqCst);
    // The name is free: nothing of the first order is left.
    assert!(world.copy_image(&named).is_ok());
}
