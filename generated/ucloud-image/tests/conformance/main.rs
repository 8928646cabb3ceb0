//! UCloud 自制镜像
//!
//! Holds a server to the pages of `specs/ucloud-image`.
//!
//! The server is the one at `DOCTRACT_TARGET`, or image-service in this process.

use std::sync::LazyLock;

use ucloud_image::operations::{
    CopyCustomImageRequest, CreateCustomImageRequest, DescribeImageRequest,
    DescribeUHostInstanceRequest, GetProjectListRequest, GetRegionRequest,
    StartUHostInstanceRequest, StopUHostInstanceRequest, TerminateCustomImageRequest,
};
use conformance::{Conformance, Family};

static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
    Conformance::new(
        "ucloud-image",
        ucloud_image::CONTRACT,
        ucloud_image::wire(),
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
async fn copy_custom_image_example() {
    CONFORMANCE.check("CopyCustomImage", Family::Example).await;
}

#[tokio::test]
async fn copy_custom_image_accept() {
    CONFORMANCE.check("CopyCustomImage", Family::Accept).await;
}

#[tokio::test]
async fn copy_custom_image_reject() {
    CONFORMANCE.check("CopyCustomImage", Family::Reject).await;
}

#[tokio::test]
async fn copy_custom_image_error() {
    CONFORMANCE.check("CopyCustomImage", Family::Error).await;
}

#[tokio::test]
async fn copy_custom_image_envelope() {
    CONFORMANCE.check("CopyCustomImage", Family::Envelope).await;
}

#[test]
fn copy_custom_image_travels() {
    CONFORMANCE.travels::<CopyCustomImageRequest>();
}

#[test]
fn copy_custom_image_reads_examples() {
    CONFORMANCE.reads_examples::<CopyCustomImageRequest>();
}

#[tokio::test]
async fn copy_custom_image_exchange() {
    let exchange = CONFORMANCE.exchange("CopyCustomImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn create_custom_image_example() {
    CONFORMANCE.check("CreateCustomImage", Family::Example).await;
}

#[tokio::test]
async fn create_custom_image_accept() {
    CONFORMANCE.check("CreateCustomImage", Family::Accept).await;
}

#[tokio::test]
async fn create_custom_image_reject() {
    CONFORMANCE.check("CreateCustomImage", Family::Reject).await;
}

#[tokio::test]
async fn create_custom_image_error() {
    CONFORMANCE.check("CreateCustomImage", Family::Error).await;
}

#[tokio::test]
async fn create_custom_image_envelope() {
    CONFORMANCE.check("CreateCustomImage", Family::Envelope).await;
}

#[test]
fn create_custom_image_travels() {
    CONFORMANCE.travels::<CreateCustomImageRequest>();
}

#[test]
fn create_custom_image_reads_examples() {
    CONFORMANCE.reads_examples::<CreateCustomImageRequest>();
}

#[tokio::test]
async fn create_custom_image_exchange() {
    let exchange = CONFORMANCE.exchange("CreateCustomImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn describe_image_example() {
    CONFORMANCE.check("DescribeImage", Family::Example).await;
}

#[tokio::test]
async fn describe_image_accept() {
    CONFORMANCE.check("DescribeImage", Family::Accept).await;
}

#[tokio::test]
async fn describe_image_reject() {
    CONFORMANCE.check("DescribeImage", Family::Reject).await;
}

#[tokio::test]
async fn describe_image_error() {
    CONFORMANCE.check("DescribeImage", Family::Error).await;
}

#[tokio::test]
async fn describe_image_envelope() {
    CONFORMANCE.check("DescribeImage", Family::Envelope).await;
}

#[test]
fn describe_image_travels() {
    CONFORMANCE.travels::<DescribeImageRequest>();
}

#[test]
fn describe_image_reads_examples() {
    CONFORMANCE.reads_examples::<DescribeImageRequest>();
}

#[tokio::test]
async fn describe_image_exchange() {
    let exchange = CONFORMANCE.exchange("DescribeImage").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn describe_uhost_instance_example() {
    CONFORMANCE.check("DescribeUHostInstance", Family::Example).await;
}

#[tokio::test]
async fn describe_uhost_instance_accept() {
    CONFORMANCE.check("DescribeUHostInstance", Family::Accept).await;
}

#[tokio::test]
async fn describe_uhost_instance_reject() {
    CONFORMANCE.check("DescribeUHostInstance", Family::Reject).await;
}

#[tokio::test]
async fn describe_uhost_instance_error() {
    CONFORMANCE.check("DescribeUHostInstance", Family::Error).await;
}

#[tokio::test]
async fn describe_uhost_instance_envelope() {
    CONFORMANCE.check("DescribeUHostInstance", Family::Envelope).await;
}

#[test]
fn describe_uhost_instance_travels() {
    CONFORMANCE.travels::<DescribeUHostInstanceRequest>();
}

#[test]
fn describe_uhost_instance_reads_examples() {
    CONFORMANCE.reads_examples::<DescribeUHostInstanceRequest>();
}

#[tokio::test]
async fn describe_uhost_instance_exchange() {
    let exchange = CONFORMANCE.exchange("DescribeUHostInstance").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn get_project_list_example() {
    CONFORMANCE.check("GetProjectList", Family::Example).await;
}

#[tokio::test]
async fn get_project_list_accept() {
    CONFORMANCE.check("GetProjectList", Family::Accept).await;
}

#[tokio::test]
async fn get_project_list_reject() {
    CONFORMANCE.check("GetProjectList", Family::Reject).await;
}

#[tokio::test]
async fn get_project_list_error() {
    CONFORMANCE.check("GetProjectList", Family::Error).await;
}

#[tokio::test]
async fn get_project_list_envelope() {
    CONFORMANCE.check("GetProjectList", Family::Envelope).await;
}

#[test]
fn get_project_list_travels() {
    CONFORMANCE.travels::<GetProjectListRequest>();
}

#[test]
fn get_project_list_reads_examples() {
    CONFORMANCE.reads_examples::<GetProjectListRequest>();
}

#[tokio::test]
async fn get_project_list_exchange() {
    let exchange = CONFORMANCE.exchange("GetProjectList").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn get_region_example() {
    CONFORMANCE.check("GetRegion", Family::Example).await;
}

#[tokio::test]
async fn get_region_accept() {
    CONFORMANCE.check("GetRegion", Family::Accept).await;
}

#[tokio::test]
async fn get_region_reject() {
    CONFORMANCE.check("GetRegion", Family::Reject).await;
}

#[tokio::test]
async fn get_region_error() {
    CONFORMANCE.check("GetRegion", Family::Error).await;
}

#[tokio::test]
async fn get_region_envelope() {
    CONFORMANCE.check("GetRegion", Family::Envelope).await;
}

#[test]
fn get_region_travels() {
    CONFORMANCE.travels::<GetRegionRequest>();
}

#[test]
fn get_region_reads_examples() {
    CONFORMANCE.reads_examples::<GetRegionRequest>();
}

#[tokio::test]
async fn get_region_exchange() {
    let exchange = CONFORMANCE.exchange("GetRegion").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn start_uhost_instance_example() {
    CONFORMANCE.check("StartUHostInstance", Family::Example).await;
}

#[tokio::test]
async fn start_uhost_instance_accept() {
    CONFORMANCE.check("StartUHostInstance", Family::Accept).await;
}

#[tokio::test]
async fn start_uhost_instance_reject() {
    CONFORMANCE.check("StartUHostInstance", Family::Reject).await;
}

#[tokio::test]
async fn start_uhost_instance_error() {
    CONFORMANCE.check("StartUHostInstance", Family::Error).await;
}

#[tokio::test]
async fn start_uhost_instance_envelope() {
    CONFORMANCE.check("StartUHostInstance", Family::Envelope).await;
}

#[test]
fn start_uhost_instance_travels() {
    CONFORMANCE.travels::<StartUHostInstanceRequest>();
}

#[test]
fn start_uhost_instance_reads_examples() {
    CONFORMANCE.reads_examples::<StartUHostInstanceRequest>();
}

#[tokio::test]
async fn start_uhost_instance_exchange() {
    let exchange = CONFORMANCE.exchange("StartUHostInstance").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn stop_uhost_instance_example() {
    CONFORMANCE.check("StopUHostInstance", Family::Example).await;
}

#[tokio::test]
async fn stop_uhost_instance_accept() {
    CONFORMANCE.check("StopUHostInstance", Family::Accept).await;
}

#[tokio::test]
async fn stop_uhost_instance_reject() {
    CONFORMANCE.check("StopUHostInstance", Family::Reject).await;
}

#[tokio::test]
async fn stop_uhost_instance_error() {
    CONFORMANCE.check("StopUHostInstance", Family::Error).await;
}

#[tokio::test]
async fn stop_uhost_instance_envelope() {
    CONFORMANCE.check("StopUHostInstance", Family::Envelope).await;
}

#[test]
fn stop_uhost_instance_travels() {
    CONFORMANCE.travels::<StopUHostInstanceRequest>();
}

#[test]
fn stop_uhost_instance_reads_examples() {
    CONFORMANCE.reads_examples::<StopUHostInstanceRequest>();
}

#[tokio::test]
async fn stop_uhost_instance_exchange() {
    let exchange = CONFORMANCE.exchange("StopUHostInstance").await;
    insta::assert_snapshot!(exchange);
}

#[tokio::test]
async fn terminate_custom_image_example() {
    CONFORMANCE.check("TerminateCustomImage", Family::Example).await;
}

#[tokio::test]
async fn terminate_custom_image_accept() {
    CONFORMANCE.check("TerminateCustomImage", Family::Accept).await;
}

#[tokio::test]
async fn terminate_custom_image_reject() {
    CONFORMANCE.check("TerminateCustomImage", Family::Reject).await;
}

#[tokio::test]
async fn terminate_custom_image_error() {
    CONFORMANCE.check("TerminateCustomImage", Family::Error).await;
}

#[tokio::test]
async fn terminate_custom_image_envelope() {
    CONFORMANCE.check("TerminateCustomImage", Family::Envelope).await;
}

#[test]
fn terminate_custom_image_travels() {
    CONFORMANCE.travels::<TerminateCustomImageRequest>();
}

#[test]
fn terminate_custom_image_reads_examples() {
    CONFORMANCE.reads_examples::<TerminateCustomImageRequest>();
}

#[tokio::test]
async fn terminate_custom_image_exchange() {
    let exchange = CONFORMANCE.exchange("TerminateCustomImage").await;
    insta::assert_snapshot!(exchange);
}
