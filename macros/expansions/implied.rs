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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Implied for ::wechatpay_client::__private::Client {
    #[inline]
    fn on_the_global_hosts(
        &self,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Certificates>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Certificates>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                        ::wechatpay_client::__private::Method::GET,
                        "/v3/global/certificates",
                    )
                    .global()
            },
            ::wechatpay_client::__private::NO_ARGS,
        )
    }
    #[inline]
    fn answering_202(
        &self,
        body: &Fapiao,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<()>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                        ::wechatpay_client::__private::Method::POST,
                        "/v3/new-tax-control-fapiao/fapiao-applications",
                    )
                    .accepted()
            },
            ::wechatpay_client::__private::Args {
                body: ::wechatpay_client::__private::body::<&Fapiao>(&body),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
