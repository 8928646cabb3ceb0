//! The page requires a region, an image and a project.

fn main() {
    let _ = ucloud_image::operations::CopyCustomImageRequest::new("cn-bj2", "uimage-1");
}
