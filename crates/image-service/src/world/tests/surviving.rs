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

/// A disk that takes its time, and counts how often it is asked.
struct Slow {
    inner: RedbLedger,
    commits: Arc<std::sync::atomic::AtomicU64>,
    broken: Arc<std::sync::atomic::AtomicBool>,
}

impl Ledger for Slow {
    fn commit(&mut self, changes: &[Change]) -> Result<(), LedgerError> {
        self.commits.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        std::thread::sleep(std::time::Duration::from_millis(50));
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
fn orders_that_come_while_the_disk_is_busy_share_its_fate() {
    let seed = seed();
    let mut inner = RedbLedger::in_memory().expect("memory");
    inner.found("", &seed.records()).expect("written");
    let (commits, broken) = (Arc::default(), Arc::default());
    let ledger = Slow { inner, commits: Arc::clone(&commits), broken: Arc::clone(&broken) };
    let clock = Arc::new(DrivenClock::at(Moment::from_millis(1_800_000_000_000)));
    let world = World::open(seed.atlas, ledger, clock, 1.0).expect("a world");
    let all_at_once = || -> usize {
        std::thread::scope(|scope| {
            let orders: Vec<_> =
                (0..32).map(|_| scope.spawn(|| world.copy_image(&copy_to("cn-shanghai")).is_ok())).collect();
            orders.into_iter().filter_map(|order| order.join().ok()).filter(|kept| *kept).count()
        })
    };
    let listed = || world.images(ACCOUNT, "cn-shanghai", 0, 100, |i, _, _| i.copied_by.is_some());

    assert_eq!(all_at_once(), 32);
    let together = commits.load(std::sync::atomic::Ordering::SeqCst);
    assert!(together < 16, "32 orders took {together} writes");
    assert_eq!(listed().map(|page| page.total), Ok(32));

    broken.store(true, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(all_at_once(), 0);
    broken.store(false, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(listed().map(|page| page.total), Ok(32), "nothing of what failed is left");
}

#[test]
fn an_order_that_breaks_off_takes_nothing_with_it() {
    let scene = scene();
    let kept = scene.copy(&copy_to("cn-shanghai"));
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        scene.world.images(ACCOUNT, "cn-shanghai", 0, 1, |_, _, _| panic!("on purpose"))
    }));
    assert!(broken.is_err());
    assert_eq!(scene.state("cn-shanghai", &kept.image), Some(ImageState::Copying));
}

#[test]
fn what_was_made_for_an_image_goes_with_it() {
    let scene = scene();
    let records = || {
        let living = super::super::keeping::lock(&scene.world.living);
        living.state.census()
    };
    let before = records();
    for _ in 0..3 {
        let order = MakeOrder {
            account: ACCOUNT.into(),
            region: HOME.into(),
            source: Source::Instance { id: "i-stopped".into(), data_disks: None },
            token: Some("once".into()),
            ..MakeOrder::default()
        };
        let made = scene.world.make_image(&order).expect("an image");
        scene.clock.advance(60_000);
        let copy = scene.copy(&CopyOrder { image: made.image.clone(), ..copy_to("cn-shanghai") });
        scene.clock.advance(60_000);
        scene.world.delete_image(ACCOUNT, "cn-shanghai", &copy.image, false).expect("deleted");
        scene.world.delete_image(ACCOUNT, HOME, &made.image, false).expect("deleted");
        // A day later the token is forgotten too.
        scene.clock.advance(24 * 60 * 60 * 1000);
        scene.world.tick().expect("a tick");
    }
    assert_eq!(records(), before);
}
