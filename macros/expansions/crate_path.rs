// #[wechatpay_api(POST "/v3/pay/transactions/app", crate = crate::vendor::wechatpay)]
// pub(crate) trait AppPrepay {
//     async fn app_prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
// }

pub(crate) trait AppPrepay {
    ///`POST /v3/pay/transactions/app`
    ///
    fn app_prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl crate::vendor::wechatpay::__private::Future<
        Output = Result<Prepaid>,
    > + crate::vendor::wechatpay::__private::Send;
}
const _: () = {
    use crate::vendor::wechatpay::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl AppPrepay for __p::Client {
        #[inline]
        fn app_prepay(
            &self,
            body: &PrepayRequest,
        ) -> impl crate::vendor::wechatpay::__private::Future<
            Output = Result<Prepaid>,
        > + crate::vendor::wechatpay::__private::Send {
            __p::call::<
                Result<Prepaid>,
            >(
                self,
                const { &__p::endpoint(__p::Method::POST, "/v3/pay/transactions/app") },
                __p::Args {
                    body: __p::body::<&PrepayRequest>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
