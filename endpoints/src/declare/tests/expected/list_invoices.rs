pub mod fapiao_list_invoices {
    use serde_json::{Map, Value};
    use wechatpay_client::{Result, Sensitive, wechatpay_api};

    /// 查询发票
    #[wechatpay_api(GET "/v3/fapiao/{type}/{number}")]
    pub trait ListInvoices {
        /// - `type` 类型: values `1`, `2`
        /// - `number` 序号
        /// - `state` 状态
        /// - `amount` 金额
        /// - `card_no` 卡号: encrypted
        /// - `abilities` 能力: values `1`, `2`
        async fn list_invoices(
            &self,
            r#type: i64,
            number: i64,
            #[query] state: &str,
            #[query] amount: Option<&str>,
            #[query] card_no: Option<&Sensitive>,
            #[query] abilities: &[i64],
        ) -> Result<Map<String, Value>>;
    }
}
