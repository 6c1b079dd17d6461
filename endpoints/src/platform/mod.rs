//! 平台证书与媒体文件.

pub mod certificates;
pub mod media;
