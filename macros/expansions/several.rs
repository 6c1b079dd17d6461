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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Verified<Coupon>>,
    > + ::wechatpay_client::__private::Send;
    ///`POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close`
    ///
    fn close_order(
        &self,
        out_trade_no: String,
        body: CloseOrder,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
    ///`DELETE /v3/payscore/permissions/{type}/`
    ///
    #[must_use]
    fn forget<'a>(
        &'a self,
        r#type: &'a str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Orders for __p::Client {
        #[inline]
        fn query_coupon(
            &self,
            coupon_id: &str,
            openid: OpenId,
            appid: &str,
            kind: Option<u32>,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Verified<Coupon>>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Verified<Coupon>>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::GET,
                        "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}",
                    )
                },
                __p::Args {
                    path: &[
                        __p::path::<OpenId>("openid", &openid),
                        __p::path::<&str>("coupon_id", &coupon_id),
                    ],
                    query: &[
                        __p::query::<&str>("appid", &appid),
                        __p::query::<Option<u32>>("type", &kind),
                    ],
                    ..__p::NO_ARGS
                },
            )
        }
        #[inline]
        fn close_order(
            &self,
            out_trade_no: String,
            body: CloseOrder,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<()>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<()>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::POST,
                        "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
                    )
                },
                __p::Args {
                    path: &[__p::path::<String>("out_trade_no", &out_trade_no)],
                    body: __p::body::<CloseOrder>(&body),
                    ..__p::NO_ARGS
                },
            )
        }
        #[inline]
        fn forget<'a>(
            &'a self,
            r#type: &'a str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<()>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<()>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::DELETE,
                        "/v3/payscore/permissions/{type}/",
                    )
                },
                __p::Args {
                    path: &[__p::path::<&'a str>("type", &r#type)],
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
