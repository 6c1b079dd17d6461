// #[wechatpay_api(POST "/v3/global/refunds", idempotent, global)]
// pub trait Refund {
//     async fn refund(&self) -> Result<()>;
// }

pub trait Refund {
    ///`POST /v3/global/refunds`
    ///
    fn refund(
        &self,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Refund for ::wechatpay_client::__private::Client {
    #[inline]
    fn refund(
        &self,
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
                        "/v3/global/refunds",
                    )
                    .global()
                    .idempotent()
            },
            ::wechatpay_client::__private::NO_ARGS,
        )
    }
}
