//! 图片上传: a picture is uploaded once, and requests name it by its `media_id`.

use wechatpay_client::{Result, UploadFile};
use wechatpay_endpoints::platform::media::MediaFiles;

/// Uploads a picture, and returns its `media_id`.
///
/// # Errors
///
/// The file is no picture that WeChat Pay accepts, or the errors of a call.
pub async fn picture(api: &(impl MediaFiles + Sync), file: UploadFile) -> Result<String> {
    let file = file.require_image()?;
    Ok(api.upload_image(&file).await?.media_id)
}
