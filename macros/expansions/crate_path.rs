// #[wechatpay_api(POST "/v3/pay/transactions/app", crate = crate::vendor::wechatpay)]
// pub(crate) trait AppPrepay {
//     async fn app_prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
// }

pub(crate) trait AppPrepay {
    ///`POST /v3/pay/transactions/app`
    ///
    fn app_prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::core::future::Future<Output = Result<Prepaid>> + ::core::marker::Send;
}
const _: () = {
    use crate::vendor::wechatpay::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl AppPrepay for __wechatpay::Client {
        #[inline]
        fn app_prepay(
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
                            "/v3/pay/transactions/app",
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
