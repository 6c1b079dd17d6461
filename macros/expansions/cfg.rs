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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Refund>,
    > + ::wechatpay_client::__private::Send;
    ///`POST /v3/refund/domestic/refunds`
    ///
    #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
    #[cfg_attr(docs, must_use)]
    fn refund(
        &self,
        body: &RefundRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Refund>,
    > + ::wechatpay_client::__private::Send;
}
#[cfg(feature = "refunds")]
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Refunds for __p::Client {
        #[cfg(feature = "query")]
        #[inline]
        fn query_refund(
            &self,
            out_refund_no: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Refund>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Refund>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::GET,
                        "/v3/refund/domestic/refunds/{out_refund_no}",
                    )
                },
                __p::Args {
                    path: &[__p::path::<&str>("out_refund_no", &out_refund_no)],
                    ..__p::NO_ARGS
                },
            )
        }
        #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
        #[inline]
        fn refund(
            &self,
            body: &RefundRequest,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Refund>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Refund>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::POST, "/v3/refund/domestic/refunds")
                },
                __p::Args {
                    body: __p::body::<&RefundRequest>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
