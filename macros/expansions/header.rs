// #[wechatpay_api(POST "/v3/marketing/partnerships/build")]
// pub trait Build {
//     async fn build(
//         &self,
//         #[header = "Idempotency-Key"] idempotency_key: &str,
//         body: &BuildRequest,
//     ) -> Result<Partnership>;
// }

pub trait Build {
    ///`POST /v3/marketing/partnerships/build`
    ///
    fn build(
        &self,
        idempotency_key: &str,
        body: &BuildRequest,
    ) -> impl ::core::future::Future<
        Output = Result<Partnership>,
    > + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Build for __wechatpay::Client {
        #[inline]
        fn build(
            &self,
            idempotency_key: &str,
            body: &BuildRequest,
        ) -> impl ::core::future::Future<
            Output = Result<Partnership>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Partnership>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/marketing/partnerships/build",
                    )
                },
                __wechatpay::Args {
                    headers: &[
                        __wechatpay::header::<&str>("Idempotency-Key", &idempotency_key),
                    ],
                    body: __wechatpay::body::<&BuildRequest>(&body),
                    rules: __wechatpay::BodyType::<&BuildRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
