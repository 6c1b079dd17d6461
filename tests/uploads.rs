//! Uploads: from the declaration to the form that the gateway receives.

use std::{
    fs, io,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use serde::Serialize;
use serde_json::{Value, json};
use wechatpay_client::{
    Client, Error, ErrorKind, FrozenRequest, Journal, Outcome, Result, Sensitive, UploadFile,
    error::{FileError, FileErrorKind, JournalError},
    gateway::{Gateway, ReceivedRequest, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api]
trait Uploads {
    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    async fn upload_image(&self, file: &UploadFile) -> Result<Value>;

    #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
    async fn create_task(
        &self,
        package_id: &str,
        body: &TaskMeta<'_>,
        file: &UploadFile,
    ) -> Result<()>;

    #[wechatpay_api(POST "/v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload", upload)]
    async fn upload_submission(
        &self,
        sub_mchid: &str,
        body: &SubmissionMeta<'_>,
        file: &UploadFile,
    ) -> Result<()>;

    #[wechatpay_api(POST "/v3/taxi-invoice/cards/upload-file", upload)]
    async fn upload_invoice(&self, body: &Value, file: &UploadFile) -> Result<()>;

    #[wechatpay_api(POST "/v3/marketing/shopping-receipt/shoppingreceipts", upload)]
    async fn upload_receipt(&self, body: &ReceiptMeta<'_>, file: &UploadFile) -> Result<()>;
}

#[derive(Serialize)]
struct TaskMeta<'a> {
    bank_type: &'a str,
    filename: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct SubmissionMeta<'a> {
    file_name: &'a str,
    file_digest: &'a str,
}

#[derive(Serialize)]
struct ReceiptMeta<'a> {
    transaction_id: &'a str,
    sha256: &'a str,
    consultation_phone_number: Sensitive,
}

const MEDIA: &str = "/v3/merchant/media/upload";

/// SM3 of `abc`, from the standard (GB/T 32905-2016).
const SM3_OF_ABC: &str = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

const SHA256_OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

async fn gateway() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "POST",
        MEDIA,
        ScriptedResponse::ok(json!({ "media_id": "H1ihR9" })),
    );
    for path in [
        "/v3/marketing/bank/packages/{package_id}/tasks",
        "/v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload",
        "/v3/taxi-invoice/cards/upload-file",
        "/v3/marketing/shopping-receipt/shoppingreceipts",
    ] {
        gateway.respond("POST", path, ScriptedResponse::no_content());
    }
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

/// The only request that the gateway received, whose signature over the meta was right.
fn received(gateway: &Gateway) -> ReceivedRequest {
    let [request] = <[_; 1]>::try_from(gateway.requests()).unwrap();
    assert!(request.is_authorized());
    request
}

/// Content of several chunks that all differ.
fn content() -> Vec<u8> {
    (0..200_000_u32).flat_map(u32::to_be_bytes).collect()
}

/// A path for this test only, where no file exists.
fn path(test: &str, name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("uploads")
        .join(test);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => panic!("{error}"),
        _ => path,
    }
}

/// The kind of the error about a file.
fn file_error<T>(result: Result<T, FileError>) -> FileErrorKind {
    match result {
        Err(error) => error.kind().clone(),
        Ok(_) => panic!("the file was accepted"),
    }
}

#[tokio::test]
async fn a_file_in_memory_is_sent_as_a_form_whose_meta_is_signed() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("logo.PNG", "abc").unwrap();
    let media = client.upload_image(&file).await.unwrap();
    assert_eq!(media["media_id"], "H1ihR9");

    let request = received(&gateway);
    let meta = format!(r#"{{"filename":"logo.PNG","sha256":"{SHA256_OF_ABC}"}}"#);
    assert_eq!(request.meta().unwrap(), meta.as_bytes());
    let file = request.file().unwrap();
    assert_eq!(file.part_name(), "file");
    assert_eq!(file.filename(), "logo.PNG");
    assert_eq!(file.content_type(), "image/png");
    assert_eq!(file.bytes().as_ref(), b"abc");
    let content_type = request.header("content-type").unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let form = format!(
        "--{boundary}\r\n\
         Content-Disposition: form-data; name=\"meta\"\r\n\
         Content-Type: application/json\r\n\r\n\
         {meta}\r\n\
         --{boundary}\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"logo.PNG\"\r\n\
         Content-Type: image/png\r\n\r\n\
         abc\r\n\
         --{boundary}--\r\n"
    );
    assert_eq!(request.body(), form.as_bytes());
    let length = form.len().to_string();
    assert_eq!(request.header("content-length"), Some(&*length));
    assert_eq!(request.header("transfer-encoding"), None);
}

#[tokio::test]
async fn a_meta_without_a_required_member_is_refused() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("a.pdf", "abc").unwrap();
    let error = client.upload_invoice(&json!({ "a": 1 }), &file).await;
    let error = error.unwrap_err();
    let ErrorKind::Api(error) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(error.code(), Some("PARAM_ERROR"));
    assert_eq!(error.detail().unwrap()["field"], "/meta/digest");
    let text = error.to_string();
    assert!(text.contains("参数错误; /meta/digest: required"), "{text}");
    let meta = json!({ "digest": file.sm3().await.unwrap() });
    client.upload_invoice(&meta, &file).await.unwrap();
    assert_eq!(gateway.request_count(), 2);
}

#[tokio::test]
async fn every_form_has_its_own_boundary() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("logo.png", "abc").unwrap();
    client.upload_image(&file).await.unwrap();
    client.upload_image(&file).await.unwrap();
    let requests = gateway.requests();
    let boundary = |index: usize| requests[index].header("content-type").unwrap();
    assert_ne!(boundary(0), boundary(1));
}

#[tokio::test]
async fn a_file_at_a_path_is_sent_whole() {
    let (gateway, client) = gateway().await;
    let path = path("whole", "video.mp4");
    fs::write(&path, content()).unwrap();
    let file = UploadFile::open(&path).await.unwrap();
    assert_eq!((file.filename(), file.size()), ("video.mp4", 800_000));
    client.upload_image(&file).await.unwrap();
    let request = received(&gateway);
    let file = request.file().unwrap();
    assert_eq!(file.filename(), "video.mp4");
    assert_eq!(file.content_type(), "video/mp4");
    assert!(*file.bytes() == content());
}

#[tokio::test]
async fn a_chinese_file_name_is_sent_unchanged() {
    let (gateway, client) = gateway().await;
    let path = path("chinese", "营业执照.jpg");
    fs::write(&path, "abc").unwrap();
    let file = UploadFile::open(&path).await.unwrap();
    assert_eq!(file.filename(), "营业执照.jpg");
    client.upload_image(&file).await.unwrap();
    let request = received(&gateway);
    assert_eq!(request.file().unwrap().filename(), "营业执照.jpg");
    let meta: Value = serde_json::from_slice(request.meta().unwrap()).unwrap();
    assert_eq!(meta["filename"], "营业执照.jpg");
}

#[tokio::test]
async fn a_file_may_be_sent_under_another_name() {
    let (gateway, client) = gateway().await;
    let path = path("renamed", "3f2a9c");
    fs::write(&path, "abc").unwrap();
    let file = UploadFile::open(&path).await.unwrap();
    let file = file
        .with_filename("licence.bmp")
        .unwrap()
        .require_image()
        .unwrap();
    client.upload_image(&file).await.unwrap();
    let request = received(&gateway);
    let received = request.file().unwrap();
    assert_eq!(received.filename(), "licence.bmp");
    assert_eq!(received.content_type(), "image/bmp");
    assert_eq!(
        file_error(file.with_filename("a/b.bmp")),
        FileErrorKind::Filename
    );
}

#[tokio::test]
async fn a_declared_body_is_the_whole_meta() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("active_user.csv", "abc").unwrap();
    let body = TaskMeta {
        bank_type: "ICBC_DEBIT",
        filename: file.filename(),
        sha256: file.sha256(),
    };
    client.create_task("8473295", &body, &file).await.unwrap();
    let request = received(&gateway);
    assert_eq!(
        request.target(),
        "/v3/marketing/bank/packages/8473295/tasks"
    );
    assert_eq!(
        request.meta().unwrap(),
        serde_json::to_string(&body).unwrap().as_bytes()
    );
    assert_eq!(request.file().unwrap().content_type(), "text/csv");
}

#[tokio::test]
async fn the_file_part_may_have_another_name_and_text_parts_beside_it() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("demo.png", "abc").unwrap();
    let body = SubmissionMeta {
        file_name: "demo.png",
        file_digest: SHA256_OF_ABC,
    };
    let named = file
        .clone()
        .with_part_name("submission_file")
        .with_text("item_id", 56)
        .with_text("manage_record_id", "多行\r\n--x");
    client
        .upload_submission("123000110", &body, &named)
        .await
        .unwrap();
    let request = received(&gateway);
    assert_eq!(request.file().unwrap().part_name(), "submission_file");
    assert_eq!(request.text("item_id"), Some("56"));
    assert_eq!(request.text("manage_record_id"), Some("多行\r\n--x"));

    let error = client
        .upload_submission("123000110", &body, &file)
        .await
        .unwrap_err();
    assert_eq!(refused_field(&error), "/submission_file");
}

/// The field that the gateway refuses.
fn refused_field(error: &Error) -> String {
    let ErrorKind::Api(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!((error.status(), error.code()), (400, Some("PARAM_ERROR")));
    let detail = error.detail().unwrap();
    detail["field"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_meta_of_another_file_is_refused() {
    let (_gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("active_user.csv", "abc").unwrap();
    for (filename, sha256, field) in [
        ("active_user.csv", SM3_OF_ABC, "/meta/sha256"),
        ("other.csv", SHA256_OF_ABC, "/meta/filename"),
    ] {
        let body = TaskMeta {
            bank_type: "ICBC_DEBIT",
            filename,
            sha256,
        };
        let error = client.create_task("1", &body, &file).await.unwrap_err();
        assert_eq!(refused_field(&error), field);
    }
}

#[tokio::test]
async fn invoices_are_identified_by_their_sm3_digest() {
    let (gateway, client) = gateway().await;
    let path = path("invoices", "invoice.pdf");
    fs::write(&path, "abc").unwrap();
    let in_memory = UploadFile::from_bytes("invoice.pdf", "abc").unwrap();
    let at_path = UploadFile::open(&path).await.unwrap();
    for file in [in_memory, at_path] {
        assert_eq!(file.sm3().await.unwrap(), SM3_OF_ABC);
        let body = json!({
            "company_mchid": "1900000109",
            "region_id": 310100,
            "digest_algorithm": "DIGEST_ALGORITHM_SM3",
            "digest": file.sm3().await.unwrap(),
        });
        client.upload_invoice(&body, &file).await.unwrap();
        let request = gateway.requests().pop().unwrap();
        let meta: Value = serde_json::from_slice(request.meta().unwrap()).unwrap();
        assert_eq!(meta, body);
        assert_eq!(request.file().unwrap().content_type(), "application/pdf");
    }
}

#[tokio::test]
async fn sensitive_fields_of_a_meta_are_encrypted_before_it_is_signed() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("receipt.jpg", "abc").unwrap();
    let body = ReceiptMeta {
        transaction_id: "4200000008202209139188072801",
        sha256: file.sha256(),
        consultation_phone_number: "075586013860".into(),
    };
    client.upload_receipt(&body, &file).await.unwrap();
    let request = received(&gateway);
    let meta: Value = serde_json::from_slice(request.meta().unwrap()).unwrap();
    let ciphertext = meta["consultation_phone_number"].as_str().unwrap();
    assert_eq!(
        gateway.decrypt(&request, ciphertext).as_deref(),
        Some("075586013860")
    );
}

#[tokio::test]
async fn progress_rises_to_the_size_of_the_file() {
    let (_gateway, client) = gateway().await;
    let path = path("progress", "logo.png");
    fs::write(&path, content()).unwrap();
    let in_memory = UploadFile::from_bytes("logo.png", content()).unwrap();
    let at_path = UploadFile::open(&path).await.unwrap();
    for file in [in_memory, at_path] {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&seen);
        let file =
            file.on_progress(move |sent, total| recorded.lock().unwrap().push((sent, total)));
        client.upload_image(&file).await.unwrap();
        let seen = seen.lock().unwrap();
        assert!(seen.len() > 1);
        assert!(seen.is_sorted_by(|(before, _), (after, _)| before < after));
        assert!(seen.iter().all(|(_, total)| *total == 800_000));
        assert_eq!(seen.last(), Some(&(800_000, 800_000)));
    }
}

/// The last cause of the error of a call that was not reported as executed.
fn cause(result: Result<Value>) -> String {
    let error = result.unwrap_err();
    assert_ne!(error.outcome(), Outcome::Executed);
    let mut last = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        last = cause.to_string();
        source = cause.source();
    }
    last
}

#[tokio::test]
async fn a_file_that_changed_is_not_uploaded() {
    const CHANGED: &str = "has changed since it was opened: open it again";
    let (gateway, client) = gateway().await;
    let path = path("changed", "logo.png");
    let open = async || {
        fs::write(&path, content()).unwrap();
        UploadFile::open(&path).await.unwrap()
    };

    let file = open().await;
    let mut other = content();
    *other.last_mut().unwrap() ^= 1;
    fs::write(&path, &other).unwrap();
    let altered = cause(client.upload_image(&file).await);
    assert!(altered.ends_with(CHANGED), "{altered}");

    let file = open().await;
    other.push(0);
    fs::write(&path, &other).unwrap();
    let longer = cause(client.upload_image(&file).await);
    assert!(longer.ends_with(CHANGED), "{longer}");
    assert_eq!(file_error(file.sm3().await), FileErrorKind::Changed);

    let file = open().await;
    fs::remove_file(&path).unwrap();
    let gone = cause(client.upload_image(&file).await);
    assert!(gone.contains("No such file"), "{gone}");
    // The gateway received none of them whole.
    assert!(gateway.requests().is_empty());
}

#[tokio::test]
async fn a_file_that_cannot_be_sent_is_refused_at_construction() {
    let file = |name: &str| UploadFile::from_bytes(name, "abc");
    assert_eq!(
        file_error(UploadFile::from_bytes("logo.png", "")),
        FileErrorKind::Empty
    );
    for name in ["", "a\".png", "a\r\n.png", "a\0.png", "../a.png", "a\\.png"] {
        assert_eq!(file_error(file(name)), FileErrorKind::Filename, "{name:?}");
    }
    let missing = UploadFile::open(path("refused", "missing.png")).await;
    let error = missing.unwrap_err();
    assert_eq!(error.to_string(), "the file cannot be read");
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.starts_with("No such file"), "{cause}");
    let folder = path("refused", "missing.png");
    let folder = UploadFile::open(folder.parent().unwrap()).await;
    assert!(matches!(file_error(folder), FileErrorKind::Unreadable(_)));
}

#[test]
fn pictures_and_videos_are_checked_by_suffix_and_size() {
    let images = &["jpg", "jpeg", "bmp", "png"];
    let file = |name: &str, size: usize| UploadFile::from_bytes(name, vec![7; size]).unwrap();
    let most = 5 << 20;
    for name in ["a.jpg", "a.JPEG", "a.b.bmp", "a.png"] {
        assert_eq!(file(name, most).require_image().unwrap().filename(), name);
    }
    for name in ["a.gif", "a", "png", "a.png.mp4"] {
        let expected = FileErrorKind::Suffix { allowed: images };
        assert_eq!(
            file_error(file(name, 1).require_image()),
            expected,
            "{name}"
        );
    }
    let over = FileErrorKind::TooLarge {
        bytes: 5_242_881,
        limit: 5_242_880,
    };
    assert_eq!(file_error(file("a.png", most + 1).require_image()), over);
    assert_eq!(file_error(file("a.mp4", most + 1).require_video()), over);
    assert_eq!(
        file("a.RMVB", most).require_video().unwrap().size(),
        5_242_880
    );
    let FileErrorKind::Suffix { allowed } = file_error(file("a.png", 1).require_video()) else {
        panic!("a picture is no video");
    };
    assert_eq!(allowed.len(), 10);
}

#[tokio::test]
async fn the_name_of_a_part_cannot_break_out_of_its_header() {
    let (gateway, client) = gateway().await;
    let file = UploadFile::from_bytes("logo.png", "abc")
        .unwrap()
        .with_text("a\"; b=\"c\r\nX-Y: z", "value");
    client.upload_image(&file).await.unwrap();
    let request = received(&gateway);
    assert_eq!(request.text("a%22; b=%22c%0D%0AX-Y: z"), Some("value"));
}

/// Fails for every request.
struct FailingJournal;

impl Journal for FailingJournal {
    async fn before(&self, request: &FrozenRequest) -> std::result::Result<(), JournalError> {
        Err(format!("called for {}", request.target()).into())
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {}
}

/// An upload moves no money, and its file is not kept: the caller uploads the file again.
#[tokio::test]
async fn an_upload_is_neither_journaled_nor_returned_for_repeating() {
    let (gateway, _) = gateway().await;
    let client = gateway.client().journal(FailingJournal).build().unwrap();
    let file = UploadFile::from_bytes("logo.png", content()).unwrap();
    client.upload_image(&file).await.unwrap();
    gateway.respond(
        "POST",
        MEDIA,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.upload_image(&file).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.frozen_request().is_none());
}

#[test]
fn debug_shows_neither_name_nor_content() {
    let file = UploadFile::from_bytes("张三.png", "abc")
        .unwrap()
        .with_text("phone", "075586013860");
    assert_eq!(
        format!("{file:?}"),
        "UploadFile { size: 3, part_name: \"file\", .. }"
    );
}
