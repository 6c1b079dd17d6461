//! 分账账单.

use wechatpay_client::{BillFile, Result, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 分账账单
#[wechatpay_api(defaults)]
pub trait Bills {
    /// 申请分账账单
    ///
    /// `GET /v3/profitsharing/bills`
    ///
    /// - `sub_mchid` 二级商户号
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `tar_type` 压缩类型: such as `GZIP`
    #[wechatpay_api(GET "/v3/profitsharing/bills")]
    async fn get_profit_sharing_bill(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&TarType>,
    ) -> Result<BillFile>;
}

parameter_enum! {
    /// 压缩类型
    pub enum TarType {
        Gzip = "GZIP",
    }
}
