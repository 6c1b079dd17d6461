// #[wechatpay_api]
// pub trait Orders {
//     #[wechatpay_api(PSOT "/v3/pay/transactions/jsapi")]
//     async fn prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
//
//     #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
//     async fn query_order(&self, transaction_di: &str, #[query] mchid: &str) -> Result<Order>;
// }

::core::compile_error! {
    "unknown HTTP method `PSOT`: did you mean `POST`?"
}
::core::compile_error! {
    "`transaction_di` is not in the path, and `{transaction_id}` has no argument: use one name for both"
}
pub trait Orders {
    ///`POST /v3/pay/transactions/jsapi`
    ///
    fn prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Prepaid>,
    > + ::wechatpay_client::__private::Send;
    fn query_order(
        &self,
        transaction_di: &str,
        mchid: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Order>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Orders for __p::Client {
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
        #[allow(unused_variables)]
        fn query_order(
            &self,
            transaction_di: &str,
            mchid: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Order>,
        > + ::wechatpay_client::__private::Send {
            __p::undeclared::<Result<Order>>()
        }
    }
};
