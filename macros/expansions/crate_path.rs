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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl AppPrepay for crate::vendor::wechatpay::__private::Client {
    #[inline]
    fn app_prepay(
        &self,
        body: &PrepayRequest,
    ) -> impl crate::vendor::wechatpay::__private::Future<
        Output = Result<Prepaid>,
    > + crate::vendor::wechatpay::__private::Send {
        crate::vendor::wechatpay::__private::call::<
            Result<Prepaid>,
        >(
            self,
            const {
                &crate::vendor::wechatpay::__private::endpoint(
                    crate::vendor::wechatpay::__private::Method::POST,
                    "/v3/pay/transactions/app",
                )
            },
            crate::vendor::wechatpay::__private::Args {
                body: crate::vendor::wechatpay::__private::body::<&PrepayRequest>(&body),
                ..crate::vendor::wechatpay::__private::NO_ARGS
            },
        )
    }
}
