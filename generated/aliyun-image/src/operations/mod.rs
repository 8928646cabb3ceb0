//! The documented operations, a module for each page.

pub mod cancel_copy_image;
pub mod copy_image;
pub mod create_image;
pub mod delete_image;
pub mod describe_images;
pub mod describe_regions;

pub use cancel_copy_image::{CancelCopyImageRequest, CancelCopyImageResponse};
pub use copy_image::{CopyImageRequest, CopyImageResponse};
pub use create_image::{CreateImageRequest, CreateImageResponse};
pub use delete_image::{DeleteImageRequest, DeleteImageResponse};
pub use describe_images::{DescribeImagesRequest, DescribeImagesResponse};
pub use describe_regions::{DescribeRegionsRequest, DescribeRegionsResponse};
