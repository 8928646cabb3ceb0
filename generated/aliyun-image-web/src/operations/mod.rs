//! The documented operations, a module for each page.

pub mod cancel_copy_image;
pub mod copy_image;
pub mod delete_image;

pub use cancel_copy_image::{CancelCopyImageRequest, CancelCopyImageResponse};
pub use copy_image::{CopyImageRequest, CopyImageResponse};
pub use delete_image::{DeleteImageRequest, DeleteImageResponse};
