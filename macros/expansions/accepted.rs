// #[wechatpay_api(POST "/v3/combine-transactions/miniprogram", accepted)]
// pub trait Combine {
//     async fn combine(&self, body: &CombineRequest) -> Result<Prepaid>;
// }

pub trait Combine {
    ///`POST /v3/combine-transactions/miniprogram`
    ///
    fn combine(
        &self,
        body: &CombineRequest,
    ) -> impl ::core::future::Future<Output = Result<Prepaid>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Combine for __wechatpay::Client {
        #[inline]
        fn combine(
            &self,
            body: &CombineRequest,
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
                            "/v3/combine-transactions/miniprogram",
                        )
                        .accepted()
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&CombineRequest>(&body),
                    rules: __wechatpay::BodyType::<&CombineRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
