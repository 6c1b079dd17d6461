//! 平台证书与媒体文件.

mod certificates;
mod media;

products! {
    certificates,
    media,
}
