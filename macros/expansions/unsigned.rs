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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Statement for ::wechatpay_client::__private::Client {
    #[inline]
    fn statement(
        &self,
        date: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Value>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::unsigned::<
            Result<Value>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                        ::wechatpay_client::__private::Method::GET,
                        "/v3/global/statements",
                    )
                    .global()
                    .unsigned()
            },
            ::wechatpay_client::__private::Args {
                query: &[::wechatpay_client::__private::query::<&str>("date", &date)],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
