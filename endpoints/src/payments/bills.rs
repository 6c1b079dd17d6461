//! 账单.

use wechatpay_client::{BillFile, BillFiles, Download, Result, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 账单
#[wechatpay_api(defaults)]
pub trait Bills {
    /// 申请交易账单
    ///
    /// `GET /v3/bill/tradebill`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/bill-download/trade-bill/get-trade-bill.html>
    ///
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `sub_mchid` 二级商户号: such as `19000000001`
    /// - `bill_type` 账单类型
    /// - `tar_type` 压缩类型: such as `GZIP`
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn get_trade_bill(
        &self,
        #[query] bill_date: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] bill_type: Option<&BillType>,
        #[query] tar_type: Option<&TarType>,
    ) -> Result<BillFile>;

    /// 申请资金账单
    ///
    /// `GET /v3/bill/fundflowbill`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/bill-download/fund-bill/get-fund-bill.html>
    ///
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `sub_mchid` 二级商户号
    /// - `account_type` 资金账户类型
    /// - `tar_type` 压缩类型: such as `GZIP`
    #[wechatpay_api(GET "/v3/bill/fundflowbill")]
    async fn get_fund_flow_bill(
        &self,
        #[query] bill_date: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] account_type: Option<&BillAccountType>,
        #[query] tar_type: Option<&TarType>,
    ) -> Result<BillFile>;

    /// 申请单个子商户资金账单
    ///
    /// `GET /v3/bill/sub-merchant-fundflowbill`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/bill-download/sub-mch-fund-flow-bill/get-sub-mch-fund-flow-bill.html>
    ///
    /// - `sub_mchid` 子商户号: such as `19000000001`
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `tar_type` 压缩类型: such as `GZIP`
    /// - `algorithm` 加密算法
    /// - `account_type` 资金账户类型
    #[wechatpay_api(GET "/v3/bill/sub-merchant-fundflowbill")]
    async fn get_single_sub_merchant_fund_flow_bill(
        &self,
        #[query] sub_mchid: &str,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&TarType>,
        #[query] algorithm: &Algorithm,
        #[query] account_type: Option<&SingleSubMerchantAccountType>,
    ) -> Result<BillFiles>;

    /// 申请二级商户资金账单
    ///
    /// `GET /v3/ecommerce/bill/fundflowbill`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/bill-download/sub-merchant-fund-flow-bill/get-sub-merchant-fund-flow-bill.html>
    ///
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `account_type` 资金账户类型: such as `ALL`
    /// - `tar_type` 压缩类型: such as `GZIP`
    /// - `algorithm` 加密算法
    #[wechatpay_api(GET "/v3/ecommerce/bill/fundflowbill")]
    async fn get_all_sub_merchant_fund_flow_bill(
        &self,
        #[query] bill_date: &str,
        #[query] account_type: &BillAccountType,
        #[query] tar_type: Option<&TarType>,
        #[query] algorithm: &Algorithm,
    ) -> Result<BillFiles>;

    /// 下载账单
    ///
    /// `GET /v3/billdownload/file`
    ///
    /// Prefer `Client::download` with the `BillFile` in the response that has the token. The client
    /// then uses the address in that response, and checks the hash. If that response has no hash,
    /// prefer `Client::download_from` with the address.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/bill/chapter3_3.shtml>
    #[wechatpay_api(GET "/v3/billdownload/file", download)]
    async fn download_bill(
        &self,
        #[query] token: &str,
        #[query] tartype: Option<&str>,
    ) -> Result<Download>;
}

parameter_enum! {
    /// 账单类型
    pub enum BillType {
        All = "ALL",
        Success = "SUCCESS",
        Refund = "REFUND",
        RechargeRefund = "RECHARGE_REFUND",
        AllSpecial = "ALL_SPECIAL",
        SucSpecial = "SUC_SPECIAL",
        RefSpecial = "REF_SPECIAL",
    }
}

parameter_enum! {
    /// 压缩类型
    pub enum TarType {
        Gzip = "GZIP",
    }
}

parameter_enum! {
    /// 资金账户类型
    pub enum BillAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
        All = "ALL",
    }
}

parameter_enum! {
    /// 加密算法
    pub enum Algorithm {
        AeadAes256Gcm = "AEAD_AES_256_GCM",
        Sm4Gcm = "SM4_GCM",
    }
}

parameter_enum! {
    /// 资金账户类型
    pub enum SingleSubMerchantAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
        Deposit = "DEPOSIT",
    }
}
