// #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
// pub trait Prepay {
//     async fn prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
// }

pub trait Prepay {
    ///`POST /v3/pay/transactions/jsapi`
    ///
    fn prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::core::future::Future<Output = Result<Prepaid>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Prepay for __wechatpay::Client {
        #[inline]
        fn prepay(
            &self,
            body: &PrepayRequest,
        ) -> impl ::core::future::Future<
            Output = Result<Prepaid>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Prepaid>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/pay/transactions/jsapi",
                        )
                        .sensitive(&["/payer/identity/number", "/payer/identity/name"])
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&PrepayRequest>(&body),
                    rules: __wechatpay::BodyType::<&PrepayRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
