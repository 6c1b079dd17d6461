// #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
// pub trait Prepay {
//     async fn prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
// }

pub trait Prepay {
    ///`POST /v3/pay/transactions/jsapi`
    ///
    fn prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Prepaid>,
    > + ::wechatpay_client::__private::Send;
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Prepay for ::wechatpay_client::__private::Client {
    #[inline]
    fn prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Prepaid>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Prepaid>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::POST,
                    "/v3/pay/transactions/jsapi",
                )
            },
            ::wechatpay_client::__private::Args {
                body: ::wechatpay_client::__private::body::<&PrepayRequest>(&body),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
