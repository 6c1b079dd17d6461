// #[wechatpay_api(GET "/v3/global/statements", unsigned, without(download))]
// pub trait Statement {
//     async fn statement(&self, #[query] date: &str) -> Result<Value>;
// }

pub trait Statement {
    ///`GET /v3/global/statements`
    ///
    fn statement(
        &self,
        date: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Value>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Statement for __p::Client {
        #[inline]
        fn statement(
            &self,
            date: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Value>,
        > + ::wechatpay_client::__private::Send {
            __p::unsigned::<
                Result<Value>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::GET, "/v3/global/statements")
                        .global()
                        .unsigned()
                },
                __p::Args {
                    query: &[__p::query::<&str>("date", &date)],
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
