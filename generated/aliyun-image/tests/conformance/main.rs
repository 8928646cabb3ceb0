//! 阿里云 ECS 自定义镜像
//!
//! Holds a server to the pages of `specs/aliyun-image`.
//!
//! The server is the one at `DOCTRACT_TARGET`, or image-service in this process.

use std::sync::LazyLock;

use aliyun_image::operations::{
    CancelCopyImageRequest, CopyImageRequest, CreateImageRequest, DeleteImageRequest,
    DescribeImagesRequest, DescribeRegionsRequest,
};
use conformance::{Conformance, Family};

static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
    Conformance::new(
        "aliyun-image",
        aliyun_image::CONTRACT,
        aliyun_image::wire(),
        include_str!("bindings.toml"),
    )
});

#[test]
fn contract() {
    insta::assert_snapshot!(CONFORMANCE.contract());
}

#[test]
fn plan() {
    insta::assert_snapshot!(CONFORMANCE.plan());
}

#[tokio::test]
async fn sequence() {
    CONFORMANCE.check_all(Family::Sequence).await;
}

#[tokio::test]
async fn auth() {
    CONFORMANCE.check_all(Family::Auth).await;
}

#[tokio::test]
async fn cancel_copy_image_example() {
    CONFORMANCE.check("CancelCopyImage", Family::Example).await;
}

#[tokio::test]
async fn cancel_copy_image_accept() {
    CONFORMANCE.check("CancelCopyImage", Family::Accept).await;
}

#[tokio::test]
async fn cancel_copy_image_reject() {
    CONFORMANCE.check("CancelCopyImage", Family::Reject).await;
}

#[tokio::test]
async fn cancel_copy_image_error() {
    CONFORMANCE.check("CancelCopyImage", Family::Error).await;
}

#[tokio::test]
async fn cancel_copy_image_envelope() {
    CONFORMANCE.check("CancelCopyImage", Family::Envelope).await;
}

#[test]
fn cancel_copy_image_travels() {
    CONFORMANCE.travels::<CancelCopyImageRequest>();
}

#[test]
fn cancel_copy_image_reads_examples() {
    CONFORMANCE.reads_examples::<CancelCopyImageRequest>();
}

#[tokio::test]
async fn cancel_copy_image_exchange() {
    let exchange = CONFORMANCE.exchange("CancelCopyImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn copy_image_example() {
    CONFORMANCE.check("CopyImage", Family::Example).await;
}

#[tokio::test]
async fn copy_image_accept() {
    CONFORMANCE.check("CopyImage", Family::Accept).await;
}

#[tokio::test]
async fn copy_image_reject() {
    CONFORMANCE.check("CopyImage", Family::Reject).await;
}

#[tokio::test]
async fn copy_image_error() {
    CONFORMANCE.check("CopyImage", Family::Error).await;
}

#[tokio::test]
async fn copy_image_envelope() {
    CONFORMANCE.check("CopyImage", Family::Envelope).await;
}

#[test]
fn copy_image_travels() {
    CONFORMANCE.travels::<CopyImageRequest>();
}

#[test]
fn copy_image_reads_examples() {
    CONFORMANCE.reads_examples::<CopyImageRequest>();
}

#[tokio::test]
async fn copy_image_exchange() {
    let exchange = CONFORMANCE.exchange("CopyImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn create_image_example() {
    CONFORMANCE.check("CreateImage", Family::Example).await;
}

#[tokio::test]
async fn create_image_accept() {
    CONFORMANCE.check("CreateImage", Family::Accept).await;
}

#[tokio::test]
async fn create_image_reject() {
    CONFORMANCE.check("CreateImage", Family::Reject).await;
}

#[tokio::test]
async fn create_image_error() {
    CONFORMANCE.check("CreateImage", Family::Error).await;
}

#[tokio::test]
async fn create_image_envelope() {
    CONFORMANCE.check("CreateImage", Family::Envelope).await;
}

#[test]
fn create_image_travels() {
    CONFORMANCE.travels::<CreateImageRequest>();
}

#[test]
fn create_image_reads_examples() {
    CONFORMANCE.reads_examples::<CreateImageRequest>();
}

#[tokio::test]
async fn create_image_exchange() {
    let exchange = CONFORMANCE.exchange("CreateImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn delete_image_example() {
    CONFORMANCE.check("DeleteImage", Family::Example).await;
}

#[tokio::test]
async fn delete_image_accept() {
    CONFORMANCE.check("DeleteImage", Family::Accept).await;
}

#[tokio::test]
async fn delete_image_reject() {
    CONFORMANCE.check("DeleteImage", Family::Reject).await;
}

#[tokio::test]
async fn delete_image_error() {
    CONFORMANCE.check("DeleteImage", Family::Error).await;
}

#[tokio::test]
async fn delete_image_envelope() {
    CONFORMANCE.check("DeleteImage", Family::Envelope).await;
}

#[test]
fn delete_image_travels() {
    CONFORMANCE.travels::<DeleteImageRequest>();
}

#[test]
fn delete_image_reads_examples() {
    CONFORMANCE.reads_examples::<DeleteImageRequest>();
}

#[tokio::test]
async fn delete_image_exchange() {
    let exchange = CONFORMANCE.exchange("DeleteImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn describe_images_example() {
    CONFORMANCE.check("DescribeImages", Family::Example).await;
}

#[tokio::test]
async fn describe_images_accept() {
    CONFORMANCE.check("DescribeImages", Family::Accept).await;
}

#[tokio::test]
async fn describe_images_reject() {
    CONFORMANCE.check("DescribeImages", Family::Reject).await;
}

#[tokio::test]
async fn describe_images_error() {
    CONFORMANCE.check("DescribeImages", Family::Error).await;
}

#[tokio::test]
async fn describe_images_envelope() {
    CONFORMANCE.check("DescribeImages", Family::Envelope).await;
}

#[test]
fn describe_images_travels() {
    CONFORMANCE.travels::<DescribeImagesRequest>();
}

#[test]
fn describe_images_reads_examples() {
    CONFORMANCE.reads_examples::<DescribeImagesRequest>();
}

#[tokio::test]
async fn describe_images_exchange() {
    let exchange = CONFORMANCE.exchange("DescribeImages").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn describe_regions_example() {
    CONFORMANCE.check("DescribeRegions", Family::Example).await;
}

#[tokio::test]
async fn describe_regions_accept() {
    CONFORMANCE.check("DescribeRegions", Family::Accept).await;
}

#[tokio::test]
async fn describe_regions_reject() {
    CONFORMANCE.check("DescribeRegions", Family::Reject).await;
}

#[tokio::test]
async fn describe_regions_error() {
    CONFORMANCE.check("DescribeRegions", Family::Error).await;
}

#[tokio::test]
async fn describe_regions_envelope() {
    CONFORMANCE.check("DescribeRegions", Family::Envelope).await;
}

#[test]
fn describe_regions_travels() {
    CONFORMANCE.travels::<DescribeRegionsRequest>();
}

#[test]
fn describe_regions_reads_examples() {
    CONFORMANCE.reads_examples::<DescribeRegionsRequest>();
}

#[tokio::test]
async fn describe_regions_exchange() {
    let exchange = CONFORMANCE.exchange("DescribeRegions").await;
    insta::assert_snapshot!(exchange);
}
