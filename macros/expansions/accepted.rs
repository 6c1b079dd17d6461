// #[wechatpay_api(POST "/v3/marketing/partnerships/build", accepted)]
// pub trait Build {
//     async fn build(&self, body: &BuildRequest) -> Result<()>;
// }

pub trait Build {
    ///`POST /v3/marketing/partnerships/build`
    ///
    fn build(
        &self,
        body: &BuildRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Build for ::wechatpay_client::__private::Client {
    #[inline]
    fn build(
        &self,
        body: &BuildRequest,
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
                        "/v3/marketing/partnerships/build",
                    )
                    .accepted()
            },
            ::wechatpay_client::__private::Args {
                body: ::wechatpay_client::__private::body::<&BuildRequest>(&body),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
