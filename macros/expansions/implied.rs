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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Certificates>,
    > + ::wechatpay_client::__private::Send;
    ///`POST /v3/new-tax-control-fapiao/fapiao-applications`
    ///
    fn answering_202(
        &self,
        body: &Fapiao,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Implied for __p::Client {
        #[inline]
        fn on_the_global_hosts(
            &self,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Certificates>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Certificates>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::GET, "/v3/global/certificates").global()
                },
                __p::NO_ARGS,
            )
        }
        #[inline]
        fn answering_202(
            &self,
            body: &Fapiao,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<()>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<()>,
            >(
                self,
                const {
                    &__p::endpoint(
                            __p::Method::POST,
                            "/v3/new-tax-control-fapiao/fapiao-applications",
                        )
                        .accepted()
                },
                __p::Args {
                    body: __p::body::<&Fapiao>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
