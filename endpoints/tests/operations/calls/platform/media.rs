//! 媒体文件.

use wechatpay_endpoints::platform::media::*;

use crate::operation::*;

operations! {
    "POST /v3/merchant/media/upload" => upload_image,
    "POST /v3/merchant/media/video_upload" => upload_video,
}

async fn upload_image(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_image(&file).await;
    json(response)
}

async fn upload_video(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_video(&file).await;
    json(response)
}
