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
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Build for __p::Client {
        #[inline]
        fn build(
            &self,
            body: &BuildRequest,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<()>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<()>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::POST, "/v3/marketing/partnerships/build")
                        .accepted()
                },
                __p::Args {
                    body: __p::body::<&BuildRequest>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
