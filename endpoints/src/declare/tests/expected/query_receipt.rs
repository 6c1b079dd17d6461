pub mod bill_query_receipt {
    use serde::Deserialize;
    use wechatpay_client::{BillFile, Result, wechatpay_api};

    /// 查询转账电子回单
    #[wechatpay_api(GET "/v3/transfer/bill-receipt/{out_batch_no}")]
    pub trait QueryReceipt {
        async fn query_receipt(&self, out_batch_no: &str) -> Result<Receipt>;
    }

    /// The response of [`QueryReceipt`].
    #[derive(Clone, Debug, Deserialize)]
    pub struct Receipt {
        /// 电子回单状态
        pub signature_status: String,
        /// The file, once there is one: `Client::download` checks its hash.
        #[serde(flatten)]
        pub file: Option<BillFile>,
    }
}
