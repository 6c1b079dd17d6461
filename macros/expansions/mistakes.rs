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
    "the argument `transaction_di` is not in the path, and the placeholder `{transaction_id}` has no argument: give both the same name"
}
pub trait Orders {
    ///`POST /v3/pay/transactions/jsapi`
    ///
    fn prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl ::core::future::Future<Output = Result<Prepaid>> + ::core::marker::Send;
    fn query_order(
        &self,
        transaction_di: &str,
        mchid: &str,
    ) -> impl ::core::future::Future<Output = Result<Order>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Orders for __wechatpay::Client {
        #[inline]
        fn prepay(
            &self,
            body: &PrepayRequest,
        ) -> impl ::core::future::Future<
            Output = Result<Prepaid>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Prepaid>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/pay/transactions/jsapi",
                    )
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&PrepayRequest>(&body),
                    rules: __wechatpay::BodyType::<&PrepayRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        fn query_order(
            &self,
            transaction_di: &str,
            mchid: &str,
        ) -> impl ::core::future::Future<Output = Result<Order>> + ::core::marker::Send {
            __wechatpay::unused((&transaction_di, &mchid));
            __wechatpay::undeclared::<Result<Order>>()
        }
    }
};
