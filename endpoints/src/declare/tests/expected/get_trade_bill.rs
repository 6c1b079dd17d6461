pub mod bill_get_trade_bill {
    use wechatpay_client::{BillFile, Result, wechatpay_api};

    /// 申请交易账单
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    pub trait GetTradeBill {
        /// - `bill_date` 账单日期: a date, such as `2019-06-11`
        async fn get_trade_bill(&self, #[query] bill_date: &str) -> Result<BillFile>;
    }
}
