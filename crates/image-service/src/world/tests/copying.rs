//! Copies: their life, their line, their refusals.

use super::*;

#[test]
fn a_copy_is_on_its_way_and_then_available() {
    let scene = scene();
    let copied = scene.copy(&copy_to("cn-shanghai"));
    assert_eq!(scene.state("cn-shanghai", &copied.image), Some(ImageState::Copying));
    scene.clock.advance(1_999);
    assert_eq!(scene.state("cn-shanghai", &copied.image), Some(ImageState::Copying));
    scene.clock.advance(1);
    assert_eq!(scene.state("cn-shanghai", &copied.image), Some(ImageState::Available));
}

#[test]
fn one_copy_runs_in_a_region_and_the_others_stand_in_line() {
    let scene = scene();
    let [first, second, third] = [0; 3].map(|_| scene.copy(&copy_to("cn-shanghai")).image);
    let elsewhere = scene.copy(&copy_to("cn-shenzhen")).image;
    let states = || [&first, &second, &third].map(|id| scene.state("cn-shanghai", id).expect("an image"));
    assert_eq!(states(), [ImageState::Copying, ImageState::Waiting, ImageState::Waiting]);
    assert_eq!(scene.state("cn-shenzhen", &elsewhere), Some(ImageState::Copying));
    scene.clock.advance(2_000);
    assert_eq!(states(), [ImageState::Available, ImageState::Copying, ImageState::Waiting]);
    // The line moved on at the moment when each copy ended, not when somebody looked.
    scene.clock.advance(4_000);
    assert_eq!(states(), [ImageState::Available; 3]);
}

#[test]
fn a_cancelled_copy_leaves_nothing_and_the_next_one_starts() {
    let scene = scene();
    let first = scene.copy(&copy_to("cn-beijing")).image;
    let second = scene.copy(&copy_to("cn-beijing")).image;
    scene.world.cancel_copy(ACCOUNT, "cn-beijing", &first).expect("cancelled");
    assert_eq!(scene.state("cn-beijing", &first), None);
    assert_eq!(scene.state("cn-beijing", &second), Some(ImageState::Copying));
    assert_eq!(scene.state(HOME, "m-available"), Some(ImageState::Available));
}

#[test]
fn a_copy_can_not_be_deleted_before_it_is_there() {
    let scene = scene();
    let copied = scene.copy(&copy_to("cn-shanghai")).image;
    let delete = || scene.world.delete_image(ACCOUNT, "cn-shanghai", &copied, true);
    assert_eq!(delete(), Err(Denied::ImageBeingCopied(copied.clone())));
    scene.clock.advance(2_000);
    assert_eq!(delete(), Ok(()));
    assert_eq!(delete(), Err(Denied::ImageUnknown(copied.clone())));
}

#[test]
fn a_copy_that_is_over_can_not_be_cancelled() {
    let scene = scene();
    let cancel = |image: &str| scene.world.cancel_copy(ACCOUNT, "cn-qingdao", image).expect_err("a refusal");
    let named = |image: &str| image.to_owned();
    assert_eq!(cancel("m-copied"), Denied::CopyDone(named("m-copied")));
    assert_eq!(cancel("m-copy-arrived"), Denied::CopyArrived(named("m-copy-arrived")));
    assert_eq!(cancel("m-copy-failed"), Denied::CopyFailed(named("m-copy-failed")));
    assert_eq!(cancel("m-copy-forgotten"), Denied::NotCopying(named("m-copy-forgotten")));
    assert_eq!(cancel("m-copying"), Denied::NotCancellable(named("m-copying")));
    let own = scene.world.cancel_copy(ACCOUNT, HOME, "m-available");
    assert_eq!(own, Err(Denied::NotACopy(named("m-available"))));
}

#[test]
fn each_named_image_refuses_for_its_own_reason() {
    let scene = scene();
    let of = |image: &str| scene.refused(|o| o.image = image.into());
    let named = |image: &str| image.to_owned();
    assert_eq!(of("m-nosuch"), Denied::ImageUnknown(named("m-nosuch")));
    assert_eq!(of("m-making"), Denied::ImageNotAvailable(named("m-making")));
    assert_eq!(of("m-forbidden"), Denied::Forbidden(named("m-forbidden")));
    assert_eq!(of("m-oversized"), Denied::ImageOversized(named("m-oversized")));
    assert_eq!(of("m-encrypted"), Denied::ImageEncrypted(named("m-encrypted")));
    assert_eq!(of("m-shared"), Denied::ImageShared(named("m-shared")));
    assert_eq!(of("m-snapshot-gone"), Denied::SnapshotUnknown(named("s-nosuch")));
    assert_eq!(of("m-snapshot-old"), Denied::SnapshotTooOld(named("s-old")));
    assert_eq!(of("m-snapshot-denied"), Denied::SnapshotBarred(named("s-denied")));
    let unpublished = "m-marketplace-unpublished";
    assert_eq!(of(unpublished), Denied::NotPublished(named(unpublished)));
    assert_eq!(
        scene.refused(|o| (o.region, o.image) = (named("cn-qingdao"), named("m-copying"))),
        Denied::ImageBeingCopied(named("m-copying"))
    );
}

#[test]
fn each_named_region_refuses_for_its_own_reason() {
    let scene = scene();
    let to = |region: &str| scene.refused(|o| o.targets = vec![region.into()]);
    let named = |name: &str| name.to_owned();
    assert_eq!(to("cn-nosuch"), Denied::TargetRegionUnknown(named("cn-nosuch")));
    assert_eq!(to(HOME), Denied::SameRegion(named(HOME)));
    assert_eq!(to("cn-nanjing"), Denied::CopiesUnsupported(named("cn-nanjing")));
    assert_eq!(to("cn-heyuan"), Denied::ImageQuota(named("cn-heyuan")));
    assert_eq!(to("cn-wulanchabu"), Denied::SnapshotQuota(named("cn-wulanchabu")));
    assert_eq!(scene.refused(|o| o.region = named("cn-nosuch")), Denied::RegionUnknown(named("cn-nosuch")));
}

#[test]
fn keys_for_encryption_are_checked() {
    let scene = scene();
    let with = |region: &str, key: &str| {
        scene.refused(|o| {
            (o.targets, o.encrypted, o.master_key) = (vec![region.into()], true, Some(key.into()));
        })
    };
    let good = "e522b26d-abf6-4e0d-b5da-04b700000a3c";
    assert_eq!(with("cn-guangzhou", good), Denied::ByokUnsupported("cn-guangzhou".into()));
    assert_eq!(with("cn-chengdu", good), Denied::ByokWhiteList("cn-chengdu".into()));
    assert_eq!(with("cn-shanghai", "key-nosuch"), Denied::MasterKeyUnknown("key-nosuch".into()));
    let unauthorized = Denied::MasterKeyUnauthorized("key-unauthorized".into());
    assert_eq!(with("cn-shanghai", "key-unauthorized"), unauthorized);
    assert_eq!(scene.refused(|o| o.master_key = Some(good.into())), Denied::KeyWithoutEncryption);
}

#[test]
fn a_name_is_taken_as_soon_as_its_copy_is_ordered_and_free_when_it_is_cancelled() {
    let scene = scene();
    let named = CopyOrder { name: "mine".into(), ..copy_to("cn-beijing") };
    let first = scene.copy(&named).image;
    assert_eq!(scene.world.copy_image(&named), Err(Denied::NameTaken("mine".into())));
    scene.world.cancel_copy(ACCOUNT, "cn-beijing", &first).expect("cancelled");
    scene.copy(&named);
}

#[test]
fn a_batch_begins_all_its_copies_or_none() {
    let scene = scene();
    let mut order = copy_to("cn-shanghai");
    order.targets = vec!["cn-shanghai".into(), "cn-nanjing".into()];
    assert!(scene.world.copy_image(&order).is_err());
    let copies = |image: &Image, _, _| image.copied_by.is_some();
    assert_eq!(scene.world.images(ACCOUNT, "cn-shanghai", 0, 10, copies).expect("a list").total, 0);
    order.targets = vec!["cn-shanghai".into(), "cn-shenzhen".into(), "cn-shanghai".into()];
    assert_eq!(scene.world.copy_image(&order).expect("copies").len(), 2);
}
