//! A service has all operations of its pages.

struct Images;

impl aliyun_image::Service for Images {}

fn main() {}
