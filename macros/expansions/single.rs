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
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Prepay for __p::Client {
        #[inline]
        fn prepay(
            &self,
            body: &PrepayRequest,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Prepaid>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Prepaid>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::POST, "/v3/pay/transactions/jsapi")
                },
                __p::Args {
                    body: __p::body::<&PrepayRequest>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
