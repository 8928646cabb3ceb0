//! Making images, and the rules for what they are made of.

use super::*;

fn order(source: Source) -> MakeOrder {
    MakeOrder { account: ACCOUNT.into(), region: HOME.into(), source, ..MakeOrder::default() }
}

fn of_instance(id: &str) -> MakeOrder {
    order(Source::Instance { id: id.into(), data_disks: None })
}

fn of_snapshot(id: &str) -> MakeOrder {
    order(Source::Snapshot(id.into()))
}

fn of_disks(disks: &[(&str, Option<DiskKind>)]) -> MakeOrder {
    let disk = |(snapshot, kind): &(&str, Option<DiskKind>)| DiskOrder {
        snapshot: Some((*snapshot).into()),
        kind: *kind,
        ..DiskOrder::default()
    };
    order(Source::Disks(disks.iter().map(disk).collect()))
}

fn refusal(order: &MakeOrder) -> Denied {
    scene().world.make_image(order).expect_err("a refusal")
}

#[test]
fn an_image_of_an_instance_has_a_snapshot_for_each_disk() {
    let scene = scene();
    let made = scene.world.make_image(&of_instance("i-running")).expect("an image");
    assert_eq!(made.data_snapshots.len(), 1);
    assert_eq!(scene.state(HOME, &made.image), Some(ImageState::Making));
    scene.clock.advance(2_000);
    let found = scene.world.images(ACCOUNT, HOME, 0, 1, |i, _, _| i.id == made.image).expect("a list");
    let image = &found.items[0].image;
    assert_eq!((image.state, image.size, image.disks.len()), (ImageState::Available, 40, 2));
    assert_eq!(image.disks[1].snapshot.as_ref(), made.data_snapshots.first());
}

#[test]
fn a_token_makes_one_image_however_often_it_comes() {
    let scene = scene();
    let once = MakeOrder { token: Some("once".into()), ..of_snapshot("s-system") };
    let first = scene.world.make_image(&once).expect("an image");
    assert_eq!(scene.world.make_image(&once).expect("the same"), first);
    let other = MakeOrder { name: "other".into(), ..once };
    assert_eq!(scene.world.make_image(&other), Err(Denied::TokenBusy));
    scene.clock.advance(2_000);
    assert_eq!(scene.world.make_image(&other), Err(Denied::TokenMismatch));
}

#[test]
fn snapshots_refuse_for_their_own_reasons() {
    let of = |id: &str| refusal(&of_snapshot(id));
    assert_eq!(of("s-nosuch"), Denied::SnapshotUnknown("s-nosuch".into()));
    assert_eq!(of("s-old"), Denied::SnapshotTooOld("s-old".into()));
    assert_eq!(of("s-denied"), Denied::SnapshotBarred("s-denied".into()));
    assert_eq!(of("s-progressing"), Denied::SnapshotNotReady("s-progressing".into()));
    assert_eq!(of("s-flash"), Denied::SnapshotCategory("s-flash".into()));
    assert_eq!(of("s-lost"), Denied::SnapshotLost("s-lost".into()));
    assert_eq!(of("s-encrypted"), Denied::SnapshotEncrypted("s-encrypted".into()));
    assert_eq!(of("s-data"), Denied::SnapshotNotSystem("s-data".into()));
}

#[test]
fn instances_refuse_for_their_own_reasons() {
    let of = |id: &str| refusal(&of_instance(id));
    assert_eq!(of("i-nosuch"), Denied::InstanceUnknown("i-nosuch".into()));
    assert_eq!(of("i-starting"), Denied::InstanceState("i-starting".into()));
    assert_eq!(of("i-locked"), Denied::InstanceLocked("i-locked".into()));
    assert_eq!(of("i-disk-invalid"), Denied::Disk(DiskTrouble::Invalid));
    assert_eq!(of("i-disk-category"), Denied::Disk(DiskTrouble::Category));
    assert_eq!(of("i-key-disabled"), Denied::MasterKeyDisabled("key-disabled".into()));
    assert_eq!(refusal(&order(Source::Nothing)), Denied::NothingToMake);
}

#[test]
fn a_set_of_disks_has_one_system_disk() {
    assert_eq!(refusal(&of_disks(&[("s-data", None)])), Denied::NoSystemDisk);
    assert_eq!(refusal(&of_disks(&[("s-system", None), ("s-system", None)])), Denied::TwoSystemDisks);
    let turned = of_disks(&[("s-data", Some(DiskKind::System))]);
    assert_eq!(refusal(&turned), Denied::DataSnapshotWhiteList);
    let made = scene().world.make_image(&of_disks(&[("s-system", None), ("s-data", None)]));
    assert!(made.is_ok(), "{made:?}");
}

#[test]
fn devices_and_sizes_are_checked() {
    let disk = |device: &str, size| DiskOrder { device: Some(device.into()), size, ..DiskOrder::default() };
    let of = |disks: Vec<DiskOrder>| refusal(&order(Source::Disks(disks)));
    assert_eq!(of(vec![disk("/dev/sda", None)]), Denied::DeviceMalformed("/dev/sda".into()));
    let twice = vec![disk("/dev/vdb", None), disk("/dev/vdb", None)];
    assert_eq!(of(twice), Denied::DeviceTaken("/dev/vdb".into()));
    assert_eq!(of(vec![disk("/dev/vdb", Some(4))]), Denied::DiskSize(4));
    assert_eq!(of(vec![disk("/dev/vdb", Some(32_769))]), Denied::DiskSize(32_769));
}

#[test]
fn images_that_others_need_are_not_deleted() {
    let scene = scene();
    let delete = |image: &str, force| scene.world.delete_image(ACCOUNT, HOME, image, force);
    assert_eq!(delete("m-in-use", false), Err(Denied::ImageInUse("m-in-use".into())));
    let lent = "m-shared-with-others";
    assert_eq!(delete(lent, true), Err(Denied::ImageLent(lent.into())));
    assert_eq!(delete("m-importing", true), Err(Denied::ImageImporting("m-importing".into())));
    assert_eq!(delete("m-exporting", true), Err(Denied::ImageExporting("m-exporting".into())));
    assert_eq!(delete("m-in-use", true), Ok(()));
}
