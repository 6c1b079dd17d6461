pub mod refund_query_refund_by_out_refund_no {
    use serde::Deserialize;
    use wechatpay_client::{DateTime, Result, wechatpay_api};

    /// 查询单笔退款
    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    pub trait QueryRefundByOutRefundNo {
        /// - `out_refund_no` 商户退款单号: at most 64 characters, such as
        ///   `sdk12345678920210326144648`
        /// - `sub_mchid` 子商户号: such as `1900000109`
        async fn query_refund_by_out_refund_no(
            &self,
            out_refund_no: &str,
            #[query] sub_mchid: Option<&str>,
        ) -> Result<RefundResponse>;
    }

    /// The response of [`QueryRefundByOutRefundNo`].
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

    /// 退款出资账户及金额
    #[derive(Clone, Debug, Deserialize)]
    pub struct RefundFrom {
        /// 出资账户类型: values `AVAILABLE`, `UNAVAILABLE`
        pub account: String,
        /// 出资金额: such as `444`
        pub amount: Option<i64>,
    }
}
