//! 图片上传: uploads a picture, and shows the progress.
//!
//! The example runs against the loopback gateway, with a picture of its own or with the given one:
//!
//! ```text
//! cargo run --example upload
//! cargo run --example upload -- logo.png
//! ```

use std::{env, error::Error, process::ExitCode};

use serde::Deserialize;
use serde_json::json;
use wechatpay_client::{
    Result, UploadFile, Verified,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

#[derive(Deserialize)]
pub struct Media {
    pub media_id: String,
}

#[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
pub trait UploadImage {
    async fn upload_image(&self, file: &UploadFile) -> Result<Verified<Media>>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> std::result::Result<(), Box<dyn Error>> {
    let gateway = Gateway::start().await?;
    let media =
        json!({ "media_id": "H1ihR9JUtVj-J7CJqBUY5ZOrG_Je75H-rKhTG7FUmg9sxNTbRN54dFiUHnhg" });
    gateway.respond(
        "POST",
        "/v3/merchant/media/upload",
        ScriptedResponse::ok(media),
    );
    let client = gateway.client().build()?;

    let file = match env::args_os().nth(1) {
        Some(path) => UploadFile::open(path).await?,
        None => UploadFile::from_bytes("logo.bmp", sample())?,
    };
    let file = file
        .require_image()?
        .on_progress(|sent, total| println!("sent          {sent} of {total} bytes"));
    println!("file          {}", file.filename());
    println!("SHA-256       {}", file.sha256());
    let media = client.upload_image(&file).await?;
    println!("media_id      {}", media.media_id);
    println!("verified by   {}", media.key_id());

    // The gateway shows what it received.
    for request in gateway.requests() {
        let meta = request.meta().map(|meta| String::from_utf8_lossy(meta));
        println!("meta          {}", meta.unwrap_or_default());
    }
    Ok(())
}

/// A grey picture of 300 × 300 pixels, without compression.
fn sample() -> Vec<u8> {
    const SIDE: u32 = 300;
    const PIXELS: u32 = SIDE * SIDE * 3;
    const HEAD: u32 = 54;
    let mut bitmap = b"BM".to_vec();
    let fields = [HEAD + PIXELS, 0, HEAD, 40, SIDE, SIDE, 24 << 16 | 1, 0];
    bitmap.extend(fields.into_iter().flat_map(u32::to_le_bytes));
    bitmap.resize(HEAD as usize, 0);
    bitmap.resize((HEAD + PIXELS) as usize, 0x99);
    bitmap
}
