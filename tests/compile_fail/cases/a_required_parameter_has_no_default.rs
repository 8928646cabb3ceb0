//! What the page requires has no default.

use aliyun_image::operations::CopyImageRequest;

fn main() {
    let _ = CopyImageRequest { destination_image_name: Some("name".to_owned()), ..Default::default() };
}
