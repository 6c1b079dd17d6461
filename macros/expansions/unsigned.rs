// #[wechatpay_api(GET "/v3/global/statements", unsigned, without(download))]
// pub trait Statement {
//     async fn statement(&self, #[query] date: &str) -> Result<Value>;
// }

pub trait Statement {
    ///`GET /v3/global/statements`
    ///
    fn statement(
        &self,
        date: &str,
    ) -> impl ::core::future::Future<Output = Result<Value>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Statement for __wechatpay::Client {
        #[inline]
        fn statement(
            &self,
            date: &str,
        ) -> impl ::core::future::Future<Output = Result<Value>> + ::core::marker::Send {
            __wechatpay::unsigned::<
                Result<Value>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::GET,
                            "/v3/global/statements",
                        )
                        .global()
                        .unsigned()
                },
                __wechatpay::Args {
                    query: &[__wechatpay::query::<&str>("date", &date)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
