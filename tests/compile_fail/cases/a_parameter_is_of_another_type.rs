//! The page says that `Force` is true or false.

use aliyun_image::operations::DeleteImageRequest;

fn main() {
    let _ = DeleteImageRequest::new("m-1", "cn-hangzhou").with_force("yes");
}
