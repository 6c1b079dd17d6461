//! 分账账单.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 分账账单
#[wechatpay_api(defaults)]
pub trait ProfitSharingBills {
    /// 获取分账账单文件下载地址
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/bill-download-url`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_9.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `bill_date` 账单日期: such as `2020-01-01`
    #[wechatpay_api(GET "/v3/global/profit-sharing/bill-download-url", global)]
    async fn query_global_profit_sharing_bill_download_url(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] bill_date: Option<&str>,
    ) -> Result<BillDownloadUrl>;

    /// 获取分账退款账单下载链接
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/refunds/bill-download-url`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_14.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `bill_date` 账单日期: such as `2020-01-01`
    #[wechatpay_api(GET "/v3/global/profit-sharing/refunds/bill-download-url", global)]
    async fn query_global_profit_sharing_refund_bill_download_url(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] bill_date: Option<&str>,
    ) -> Result<BillDownloadUrl>;
}

/// The response of [`ProfitSharingBills::query_global_profit_sharing_bill_download_url`],
/// [`ProfitSharingBills::query_global_profit_sharing_refund_bill_download_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BillDownloadUrl {
    /// 下载地址
    pub download_url: Option<String>,
}
