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
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Build for __p::Client {
        #[inline]
        fn build(
            &self,
            idempotency_key: &str,
            body: &BuildRequest,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Partnership>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Partnership>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::POST, "/v3/marketing/partnerships/build")
                },
                __p::Args {
                    headers: &[__p::header::<&str>("Idempotency-Key", &idempotency_key)],
                    body: __p::body::<&BuildRequest>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
