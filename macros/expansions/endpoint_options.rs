// #[wechatpay_api(POST "/v3/global/refunds", idempotent, global)]
// pub trait Refund {
//     async fn refund(&self) -> Result<()>;
// }

pub trait Refund {
    ///`POST /v3/global/refunds`
    ///
    fn refund(
        &self,
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Refund for __wechatpay::Client {
        #[inline]
        fn refund(
            &self,
        ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<()>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/global/refunds",
                        )
                        .global()
                        .idempotent()
                },
                __wechatpay::NO_ARGS,
            )
        }
    }
};
