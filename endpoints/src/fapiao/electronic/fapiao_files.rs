//! 发票文件.

use serde::Serialize;
use wechatpay_client::{Deserialize, Download, Result, UploadFile, wechatpay_api};

use super::FapiaoStatus;
use crate::rules::rules;

/// 发票文件
#[wechatpay_api(defaults)]
pub trait FapiaoFiles {
    /// 上传电子发票文件
    ///
    /// `POST /v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_10.shtml>
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file", upload)]
    async fn upload_fapiao_file(
        &self,
        body: &FileMeta,
        file: &UploadFile,
    ) -> Result<UploadFapiaoFileResponse>;

    /// 获取发票下载信息
    ///
    /// `GET /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/fapiao/fapiao-applications/get-fapiao-file-download-info.html>
    ///
    /// - `fapiao_apply_id` 发票申请单号: such as `4200000444201910177461284488`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `fapiao_id` 商户发票单号: such as `20200701123456`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files")]
    async fn list_fapiao_files(
        &self,
        fapiao_apply_id: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] fapiao_id: Option<&str>,
    ) -> Result<ListFapiaoFilesResponse>;

    /// 下载电子发票
    ///
    /// `GET /v3/new-tax-control-fapiao/download`
    ///
    /// Prefer `Client::download` with the `BillFile` in the response that has the token. The client
    /// then uses the address in that response, and checks the hash. If that response has no hash,
    /// prefer `Client::download_from` with the address.
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/download", download)]
    async fn download_fapiao(&self, query: &DownloadFapiaoQuery) -> Result<Download>;
}

/// The `meta` of [`FapiaoFiles::upload_fapiao_file`].
///
/// `FileMeta::builder().build()`. For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FileMeta {
    /// 微信支付分配的子商户号
    pub sub_mchid: Option<String>,
    /// 发票文件的类型为PDF: such as `PDF`
    pub file_type: Option<String>,
    /// 文件摘要算法: such as `SM3`
    pub digest_alogrithm: Option<String>,
    /// 文件摘要
    pub digest: Option<String>,
}

rules! { FileMeta {} }

/// The response of [`FapiaoFiles::upload_fapiao_file`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadFapiaoFileResponse {
    /// 电子发票文件ID: such as `ASNFZ4mrze/+3LqYdlQyEA==`
    pub fapiao_media_id: String,
}

/// The response of [`FapiaoFiles::list_fapiao_files`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListFapiaoFilesResponse {
    /// 发票列表
    pub fapiao_download_info_list: Option<Vec<FapiaoDownloadInfo>>,
}

/// 发票列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FapiaoDownloadInfo {
    /// 商户发票单号: such as `20200701123456`
    pub fapiao_id: Option<String>,
    /// 发票文件下载地址
    pub download_url: Option<String>,
    /// 发票状态: such as `ISSUE_ACCEPTED`
    pub status: Option<FapiaoStatus>,
}

/// The query of [`FapiaoFiles::download_fapiao`].
///
/// `DownloadFapiaoQuery::builder().mchid(…).fapiao_id(…).invoice_code(…).invoice_no(…).openid(…).token(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DownloadFapiaoQuery {
    /// `mchid` (unconfirmed)
    pub mchid: String,
    /// `sub_mchid`
    pub sub_mchid: Option<String>,
    /// `fapiao_id` (unconfirmed)
    pub fapiao_id: String,
    /// `invoice_code` (unconfirmed)
    pub invoice_code: String,
    /// `invoice_no` (unconfirmed)
    pub invoice_no: String,
    /// `openid` (unconfirmed)
    pub openid: String,
    /// `token` (unconfirmed)
    pub token: String,
}
