//! 对账单.

use wechatpay_client::{BillFiles, Result, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 对账单
#[wechatpay_api(defaults)]
pub trait MerchantBills {
    /// 商户申请获取对账单
    ///
    /// `GET /v3/payscore/merchant-bill`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter6_1_29.shtml>
    ///
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `tar_type` 压缩类型: such as `GZIP`
    /// - `encryption_algorithm` 加密算法: such as `AEAD_AES_256_GCM`
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    #[wechatpay_api(GET "/v3/payscore/merchant-bill")]
    async fn get_payscore_merchant_bill(
        &self,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&TarType>,
        #[query] encryption_algorithm: &str,
        #[query] service_id: &str,
    ) -> Result<BillFiles>;
}

parameter_enum! {
    /// 压缩类型
    pub enum TarType {
        Gzip = "GZIP",
    }
}
