// /// Coupons and orders.
// #[wechatpay_api]
// pub trait Orders: Sync {
//     /// One coupon.
//     #[wechatpay_api(GET "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}")]
//     async fn query_coupon(
//         &self,
//         coupon_id: &str,
//         openid: OpenId,
//         #[query] appid: &str,
//         #[query = "type"] #[unlisted] kind: Option<u32>,
//     ) -> Result<Verified<Coupon>>;
//
//     #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
//     async fn close_order(&self, out_trade_no: String, body: CloseOrder) -> Result<()>;
//
//     #[wechatpay_api(DELETE "/v3/payscore/permissions/{type}/", unlisted)]
//     #[must_use]
//     async fn forget<'a>(&'a self, r#type: &'a str) -> Result<()>;
// }

/// Coupons and orders.
pub trait Orders: Sync {
    ///`GET /v3/marketing/favor/users/{openid}/coupons/{coupon_id}`
    ///
    /// One coupon.
    fn query_coupon(
        &self,
        coupon_id: &str,
        openid: OpenId,
        appid: &str,
        kind: Option<u32>,
    ) -> impl ::core::future::Future<
        Output = Result<Verified<Coupon>>,
    > + ::core::marker::Send;
    ///`POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close`
    ///
    fn close_order(
        &self,
        out_trade_no: String,
        body: CloseOrder,
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
    ///`DELETE /v3/payscore/permissions/{type}/`
    ///
    #[must_use]
    fn forget<'a>(
        &'a self,
        r#type: &'a str,
    ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Orders for __wechatpay::Client {
        #[inline]
        fn query_coupon(
            &self,
            coupon_id: &str,
            openid: OpenId,
            appid: &str,
            kind: Option<u32>,
        ) -> impl ::core::future::Future<
            Output = Result<Verified<Coupon>>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Verified<Coupon>>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::GET,
                        "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}",
                    )
                },
                __wechatpay::Args {
                    path: &[
                        __wechatpay::path::<OpenId>("openid", &openid),
                        __wechatpay::path::<&str>("coupon_id", &coupon_id),
                    ],
                    query: &[
                        __wechatpay::query::<&str>("appid", &appid),
                        __wechatpay::query::<Option<u32>>("type", &kind),
                    ],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn close_order(
            &self,
            out_trade_no: String,
            body: CloseOrder,
        ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<()>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
                    )
                },
                __wechatpay::Args {
                    path: &[__wechatpay::path::<String>("out_trade_no", &out_trade_no)],
                    body: __wechatpay::body::<CloseOrder>(&body),
                    rules: __wechatpay::BodyType::<CloseOrder>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn forget<'a>(
            &'a self,
            r#type: &'a str,
        ) -> impl ::core::future::Future<Output = Result<()>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<()>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::DELETE,
                        "/v3/payscore/permissions/{type}/",
                    )
                },
                __wechatpay::Args {
                    path: &[__wechatpay::path::<&'a str>("type", &r#type)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
