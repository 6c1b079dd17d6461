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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Orders for ::wechatpay_client::__private::Client {
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
        ::wechatpay_client::__private::call::<
            Result<Verified<Coupon>>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::GET,
                    "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}",
                )
            },
            ::wechatpay_client::__private::Args {
                path: &[
                    ::wechatpay_client::__private::path::<OpenId>("openid", &openid),
                    ::wechatpay_client::__private::path::<&str>("coupon_id", &coupon_id),
                ],
                query: &[
                    ::wechatpay_client::__private::query::<&str>("appid", &appid),
                    ::wechatpay_client::__private::query::<Option<u32>>("type", &kind),
                ],
                ..::wechatpay_client::__private::NO_ARGS
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
        ::wechatpay_client::__private::call::<
            Result<()>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::POST,
                    "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
                )
            },
            ::wechatpay_client::__private::Args {
                path: &[
                    ::wechatpay_client::__private::path::<
                        String,
                    >("out_trade_no", &out_trade_no),
                ],
                body: ::wechatpay_client::__private::body::<CloseOrder>(&body),
                ..::wechatpay_client::__private::NO_ARGS
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
        ::wechatpay_client::__private::call::<
            Result<()>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::DELETE,
                    "/v3/payscore/permissions/{type}/",
                )
            },
            ::wechatpay_client::__private::Args {
                path: &[::wechatpay_client::__private::path::<&'a str>("type", &r#type)],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
