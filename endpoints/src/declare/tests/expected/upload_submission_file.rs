pub mod media_upload_submission_file {
    use serde::{Deserialize, Serialize};
    use wechatpay_client::{Result, UploadFile, wechatpay_api};

    /// 上传资料
    #[wechatpay_api(POST "/v3/mch-manage/submission-files/upload", upload)]
    pub trait UploadSubmissionFile {
        /// - `file` 资料文件, with `UploadFile::with_part_name("submission_file")`
        /// - `item_id` 资料项唯一id: such as `56`; a text of the form: `UploadFile::with_text`
        async fn upload_submission_file(
            &self,
            body: &SubmissionMeta,
            file: &UploadFile,
        ) -> Result<UploadResponse>;
    }

    /// The `meta` of [`UploadSubmissionFile`].
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SubmissionMeta {
        /// 文件名称: such as `demo.png`
        pub file_name: Option<String>,
        /// 文件摘要
        pub file_digest: Option<String>,
    }

    /// The response of [`UploadSubmissionFile`].
    #[derive(Clone, Debug, Deserialize)]
    pub struct UploadResponse {
        /// 媒体文件标识
        pub media_id: String,
    }
}
