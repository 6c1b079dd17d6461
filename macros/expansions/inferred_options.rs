// #[wechatpay_api]
// pub trait InferredOptions {
//     #[wechatpay_api(GET "/v3/global/certificates")]
//     async fn on_the_global_hosts(&self) -> Result<Certificates>;
//
//     #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications")]
//     async fn responding_with_202(&self, body: &Fapiao) -> Result<()>;
// }

pub trait InferredOptions {
    ///`GET /v3/global/certificates`
    ///
    fn on_the_global_hosts(
        &self,
    ) -> impl ::core::future::Future<
        Output = Result<Certificates>,
    > + ::core::marker::Send;
    ///`POST /v3/new-tax-control-fapiao/fapiao-applications`
    ///
    fn responding_with_202(
        &self,
        body: &Fapiao,
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl InferredOptions for __wechatpay::Client {
        #[inline]
        fn on_the_global_hosts(
            &self,
        ) -> impl ::core::future::Future<
            Output = Result<Certificates>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Certificates>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::GET,
                            "/v3/global/certificates",
                        )
                        .global()
                },
                __wechatpay::NO_ARGS,
            )
        }
        #[inline]
        fn responding_with_202(
            &self,
            body: &Fapiao,
        ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<()>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/new-tax-control-fapiao/fapiao-applications",
                        )
                        .accepted()
                        .sensitive(
                            &["/buyer_information/phone", "/buyer_information/email"],
                        )
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&Fapiao>(&body),
                    rules: __wechatpay::BodyType::<&Fapiao>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
