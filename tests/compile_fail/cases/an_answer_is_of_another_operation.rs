//! Each operation has an answer of its own.

use aliyun_image::operations::{DeleteImageRequest, DescribeRegionsResponse};
use aliyun_image::{CallError, Client};

async fn regions<T: wire::Transport>(client: &Client<T>) -> Result<DescribeRegionsResponse, CallError> {
    client.delete_image(&DeleteImageRequest::new("m-1", "cn-hangzhou")).await
}

fn main() {}
