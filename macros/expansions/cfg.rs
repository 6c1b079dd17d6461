// #[cfg(feature = "refunds")]
// #[wechatpay_api]
// pub trait Refunds {
//     #[cfg(feature = "query")]
//     #[deprecated]
//     #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
//     async fn query_refund(&self, out_refund_no: &str) -> Result<Refund>;
//
//     #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
//     #[cfg_attr(docs, must_use)]
//     #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
//     async fn refund(&self, body: &RefundRequest) -> Result<Refund>;
// }

#[cfg(feature = "refunds")]
pub trait Refunds {
    ///`GET /v3/refund/domestic/refunds/{out_refund_no}`
    ///
    #[cfg(feature = "query")]
    #[deprecated]
    fn query_refund(
        &self,
        out_refund_no: &str,
    ) -> impl ::core::future::Future<Output = Result<Refund>> + ::core::marker::Send;
    ///`POST /v3/refund/domestic/refunds`
    ///
    #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
    #[cfg_attr(docs, must_use)]
    fn refund(
        &self,
        body: &RefundRequest,
    ) -> impl ::core::future::Future<Output = Result<Refund>> + ::core::marker::Send;
}
#[cfg(feature = "refunds")]
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Refunds for __wechatpay::Client {
        #[cfg(feature = "query")]
        #[inline]
        fn query_refund(
            &self,
            out_refund_no: &str,
        ) -> impl ::core::future::Future<
            Output = Result<Refund>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Refund>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::GET,
                        "/v3/refund/domestic/refunds/{out_refund_no}",
                    )
                },
                __wechatpay::Args {
                    path: &[__wechatpay::path::<&str>("out_refund_no", &out_refund_no)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
        #[inline]
        fn refund(
            &self,
            body: &RefundRequest,
        ) -> impl ::core::future::Future<
            Output = Result<Refund>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Refund>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/refund/domestic/refunds",
                    )
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&RefundRequest>(&body),
                    rules: __wechatpay::BodyType::<&RefundRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
