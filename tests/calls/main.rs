//! The generated clients, over HTTP, against the service that implements the generated traits: copy an image, wait for it,
//! meet documented errors as typed ones, delete it.

use std::time::Duration;

use image_service::{Options, Running, serve};
use runner::Target;

async fn service(spec: &str) -> (Running, Target, String) {
    let running = serve(spec, &Options::default()).await.expect("image-service starts");
    let url = format!("http://{}/", running.address);
    let target = Target::http(&url).expect("is a URL");
    (running, target, url)
}

#[tokio::test]
async fn an_aliyun_image_is_copied_and_deleted() {
    use aliyun_image::operations::describe_images::Status;
    use aliyun_image::operations::{CopyImageRequest, DeleteImageRequest, DescribeImagesRequest};
    let (running, target, url) = service("aliyun-image").await;
    let client = aliyun_image::Client::new(target, Some(running.credentials.clone())).at(url);

    let copied = client
        .copy_image(&CopyImageRequest {
            destination_region_id: Some("cn-shanghai".to_owned()),
            destination_image_name: Some("镜像copy".to_owned()),
            ..CopyImageRequest::new("m-available", "cn-hangzhou")
        })
        .await
        .expect("is copied");
    let image_id = copied.image_id.expect("the copy has an id");

    let query = DescribeImagesRequest {
        image_id: Some(image_id.clone()),
        ..DescribeImagesRequest::new("cn-shanghai")
    };
    let mut status = None;
    for _ in 0..100 {
        let described = client.describe_images(&query).await.expect("is described");
        status = described
            .images
            .and_then(|images| images.image.into_iter().next())
            .and_then(|image| image.status)
            .map(|status| status.as_str().to_owned());
        if status.as_deref() == Some(Status::Available.as_str()) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(status.as_deref(), Some("Available"));

    let missing =
        client.copy_image(&CopyImageRequest::new("m-nosuch", "cn-hangzhou")).await.expect_err("is refused");
    let aliyun_image::CallError::Refused(error) = missing else { panic!("{missing}") };
    assert_eq!(error.code, aliyun_image::ErrorCode::InvalidImageIdNotFound);
    assert_eq!(error.http_status, Some(404));

    client.delete_image(&DeleteImageRequest::new(image_id, "cn-shanghai")).await.expect("is deleted");
    running.shutdown().await.expect("ends");
}

#[tokio::test]
async fn a_wrong_key_is_refused_as_documented() {
    let (running, target, url) = service("aliyun-image").await;
    let wrong = wire::Credentials::new("nobody", "secret");
    let client = aliyun_image::Client::new(target, Some(wrong)).at(url);
    let refused = client.describe_regions(&Default::default()).await.expect_err("is refused");
    let aliyun_image::CallError::Refused(error) = refused else { panic!("{refused}") };
    assert_eq!(error.code, aliyun_image::ErrorCode::InvalidAccessKeyIdNotFound);
    running.shutdown().await.expect("ends");
}

#[tokio::test]
async fn a_ucloud_image_is_copied_to_several_regions() {
    use ucloud_image::operations::CopyCustomImageRequest;
    let (running, target, url) = service("ucloud-image").await;
    let client = ucloud_image::Client::new(target, Some(running.credentials.clone())).at(url);
    let request = CopyCustomImageRequest {
        target_region_list: vec!["cn-gd".to_owned(), "hk".to_owned()],
        ..CopyCustomImageRequest::new("cn-bj2", "uimage-abc123", "org-def456")
    };
    request.validate().expect("breaks no rule");
    let copied = client.copy_custom_image(&request).await.expect("is copied");
    let regions: Vec<_> = copied.infos.into_iter().filter_map(|info| info.target_region).collect();
    assert_eq!(regions, ["cn-gd", "hk"]);
    running.shutdown().await.expect("ends");
}
