pub mod refund_close_order {
    use serde::Serialize;
    use wechatpay_client::{Result, wechatpay_api};

    /// 关闭订单
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    pub trait CloseOrder {
        /// - `out_trade_no` 商户订单号
        async fn close_order(&self, out_trade_no: &str, body: &CloseOrderRequest) -> Result<()>;
    }

    /// The request of [`CloseOrder`].
    #[derive(Clone, Debug, Serialize)]
    pub struct CloseOrderRequest {
        /// `mchid` (unconfirmed)
        pub mchid: String,
    }
}
