// #[wechatpay_api]
// pub trait Sharing {
//     #[wechatpay_api(POST "/v3/profitsharing/orders", idempotent)]
//     async fn share(&self, body: &ShareRequest) -> Result<Share>;
//
//     #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
//     async fn add_receiver(&self, #[unlisted] body: &Receiver) -> Result<Receiver>;
// }

pub trait Sharing {
    ///`POST /v3/profitsharing/orders`
    ///
    fn share(
        &self,
        body: &ShareRequest,
    ) -> impl ::core::future::Future<Output = Result<Share>> + ::core::marker::Send;
    ///`POST /v3/profitsharing/receivers/add`
    ///
    fn add_receiver(
        &self,
        body: &Receiver,
    ) -> impl ::core::future::Future<Output = Result<Receiver>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Sharing for __wechatpay::Client {
        #[inline]
        fn share(
            &self,
            body: &ShareRequest,
        ) -> impl ::core::future::Future<Output = Result<Share>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<Share>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/profitsharing/orders",
                        )
                        .idempotent()
                        .sensitive(&["/receivers/*/name"])
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&ShareRequest>(&body),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn add_receiver(
            &self,
            body: &Receiver,
        ) -> impl ::core::future::Future<
            Output = Result<Receiver>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Receiver>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/profitsharing/receivers/add",
                    )
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&Receiver>(&body),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
