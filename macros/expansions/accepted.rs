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
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Build for __wechatpay::Client {
        #[inline]
        fn build(
            &self,
            body: &BuildRequest,
        ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<()>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/marketing/partnerships/build",
                        )
                        .accepted()
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&BuildRequest>(&body),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
