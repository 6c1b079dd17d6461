//! 购付汇账单.

use wechatpay_client::{BillFile, Result, wechatpay_api};

/// 购付汇账单
#[wechatpay_api(defaults)]
pub trait OverseaBills {
    /// 获取购付汇账单文件下载链接
    ///
    /// `GET /v3/funds-to-oversea/bill-download-url`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_10_4.shtml>
    ///
    /// - `bill_date` 账单日期: such as `2021-01-01`
    /// - `sub_mchid` 子商户号: such as `19000000001`
    #[wechatpay_api(GET "/v3/funds-to-oversea/bill-download-url")]
    async fn query_oversea_bill_download_url(
        &self,
        #[query] bill_date: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<BillFile>;
}
