// #[wechatpay_api]
// pub trait Implied {
//     #[wechatpay_api(GET "/v3/global/certificates")]
//     async fn on_the_global_hosts(&self) -> Result<Certificates>;
//
//     #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications")]
//     async fn answering_202(&self, body: &Fapiao) -> Result<()>;
// }

pub trait Implied {
    ///`GET /v3/global/certificates`
    ///
    fn on_the_global_hosts(
        &self,
    ) -> impl ::core::future::Future<
        Output = Result<Certificates>,
    > + ::core::marker::Send;
    ///`POST /v3/new-tax-control-fapiao/fapiao-applications`
    ///
    fn answering_202(
        &self,
        body: &Fapiao,
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Implied for __wechatpay::Client {
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
        fn answering_202(
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
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&Fapiao>(&body),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
