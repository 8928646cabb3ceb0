//! `DeleteImage` documents neither offset nor limit.

use aliyun_image::Client;
use aliyun_image::operations::DeleteImageRequest;

fn pages<T: wire::Transport>(client: &Client<T>) {
    let _ = client.pages(DeleteImageRequest::new("m-1", "cn-hangzhou"));
}

fn main() {}
