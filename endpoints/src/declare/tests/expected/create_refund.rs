pub mod refund_create_refund {
    use serde::{Deserialize, Serialize};
    use wechatpay_client::{DateTime, Result, Sensitive, wechatpay_api};

    /// 申请退款
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html>
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    pub trait CreateRefund {
        async fn create_refund(&self, body: &CreateRefundRequest) -> Result<RefundResponse>;
    }

    /// The request of [`CreateRefund`].
    ///
    /// Requires `transaction_id` or `out_trade_no`.
    #[derive(Clone, Debug, Serialize)]
    pub struct CreateRefundRequest {
        /// 微信支付订单号
        pub transaction_id: Option<String>,
        /// 商户订单号: 6..=32 characters, such as `1217752501201407033233368018`
        pub out_trade_no: Option<String>,
        /// 商户退款单号: matches `[a-zA-Z0-9]{1,64}` (unconfirmed)
        pub out_refund_no: String,
        /// 金额信息 (unconfirmed)
        pub amount: CreateRefundAmount,
        /// 收款用户姓名: encrypted (unconfirmed)
        pub real_name: Sensitive,
        /// 手机号: encrypted, at most 3 items, each 11 characters
        pub phones: Option<Vec<Sensitive>>,
    }

    /// 金额信息
    #[derive(Clone, Debug, Serialize)]
    pub struct CreateRefundAmount {
        /// 退款金额: at least 1, such as `888` (unconfirmed)
        pub refund: i64,
        /// 退款出资账户及金额
        pub from: Option<Vec<RefundFrom>>,
    }

    /// 退款出资账户及金额
    #[derive(Clone, Debug, Deserialize, Serialize)]
    pub struct RefundFrom {
        /// 出资账户类型: values `AVAILABLE`, `UNAVAILABLE`
        pub account: String,
        /// 出资金额: such as `444`
        pub amount: Option<i64>,
    }

    /// The response of [`CreateRefund`].
    #[derive(Clone, Debug, Deserialize)]
    pub struct RefundResponse {
        /// 微信支付退款号
        pub refund_id: String,
        /// 退款状态: values `SUCCESS`, `CLOSED`, `PROCESSING`, `ABNORMAL`,
        /// `REFUND_TO_THE_ORIGINAL_ACCOUNT`, `REFUND_TO_THE_BALANCE`
        pub status: Option<String>,
        /// 退款成功时间: such as `2020-12-01T16:18:12+08:00`
        pub success_time: Option<DateTime>,
        /// 退款出资账户及金额
        pub from: Option<Vec<RefundFrom>>,
    }
}
