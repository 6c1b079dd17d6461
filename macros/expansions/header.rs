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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Partnership>,
    > + ::wechatpay_client::__private::Send;
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Build for ::wechatpay_client::__private::Client {
    #[inline]
    fn build(
        &self,
        idempotency_key: &str,
        body: &BuildRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Partnership>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Partnership>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::POST,
                    "/v3/marketing/partnerships/build",
                )
            },
            ::wechatpay_client::__private::Args {
                headers: &[
                    ::wechatpay_client::__private::header::<
                        &str,
                    >("Idempotency-Key", &idempotency_key),
                ],
                body: ::wechatpay_client::__private::body::<&BuildRequest>(&body),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
