//! The sizes and the formats that WeChat Pay takes of uploaded files. The facts have no limits of files.

use wechatpay_client::UploadFile;
use wechatpay_endpoints::facts::Operation;

const IMAGES: [&str; 4] = ["jpg", "jpeg", "bmp", "png"];
const VIDEOS: [&str; 10] = [
    "avi", "wmv", "mpeg", "mp4", "mov", "mkv", "flv", "f4v", "m4v", "rmvb",
];

/// The limits of an operation.
struct Limits {
    path: &'static str,
    megabytes: u64,
    endings: &'static [&'static str],
}

/// From the pages of the operations on pay.weixin.qq.com.
const LIMITS: [Limits; 4] = [
    // doc/v3/partner/4012760509 says 2 MB, and docs/partner/apis/ecommerce-merchant-application/upload.html 5 MB.
    Limits {
        path: "/v3/merchant/media/upload",
        megabytes: 5,
        endings: &IMAGES,
    },
    // wiki/doc/apiv3/apis/chapter2_1_2.shtml
    Limits {
        path: "/v3/merchant/media/video_upload",
        megabytes: 5,
        endings: &VIDEOS,
    },
    // wiki/doc/apiv3/apis/chapter9_0_1.shtml
    Limits {
        path: "/v3/marketing/favor/media/image-upload",
        megabytes: 2,
        endings: &IMAGES,
    },
    // doc/v3/partner/4012467222
    Limits {
        path: "/v3/merchant-service/images/upload",
        megabytes: 2,
        endings: &IMAGES,
    },
];

/// The mistakes of the file for an operation. A megabyte counts as 1,024 kilobytes, because the pages of
/// WeChat Pay do not say which it is.
pub(super) fn mistakes(operation: &Operation, file: &UploadFile) -> Vec<String> {
    let mut limits = LIMITS.iter();
    let Some(limits) = limits.find(|limits| limits.path == operation.path) else {
        return Vec::new();
    };
    let Limits {
        megabytes, endings, ..
    } = limits;
    let name = file.filename();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let has_ending = |known: &&str| ending.is_some_and(|given| given.eq_ignore_ascii_case(known));
    let mut mistakes = Vec::new();
    if !endings.iter().any(has_ending) {
        mistakes.push(format!(
            "the file `{}` has a format that {operation} does not take: send one of {}",
            name.escape_debug(),
            endings.join(", ")
        ));
    }
    if file.size() > megabytes << 20 {
        mistakes.push(format!(
            "the file `{}` has {} bytes: send at most {megabytes} MB",
            name.escape_debug(),
            file.size()
        ));
    }
    mistakes
}

#[cfg(test)]
mod tests {
    use wechatpay_endpoints::facts;

    use super::*;

    #[test]
    fn every_limit_is_of_an_upload_of_the_facts() {
        for limits in &LIMITS {
            let operation = facts().operation("POST", limits.path).unwrap();
            assert!(operation.upload, "{operation}");
        }
    }
}
