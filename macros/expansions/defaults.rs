// #[wechatpay_api(defaults)]
// pub trait Bills {
//     /// A trade bill.
//     #[wechatpay_api(GET "/v3/bill/tradebill")]
//     async fn trade_bill(&self, #[query] bill_date: &str) -> Result<Bill>;
//
//     #[cfg(feature = "files")]
//     #[wechatpay_api(GET "/v3/billdownload/file", download)]
//     async fn bill_file(&self, #[query] token: &str) -> Result<Download>;
// }

pub trait Bills {
    ///`GET /v3/bill/tradebill`
    ///
    /// A trade bill.
    #[allow(unused_variables)]
    fn trade_bill(
        &self,
        bill_date: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Bill>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::not_implemented::<
            Result<Bill>,
        >("Bills::trade_bill")
    }
    ///`GET /v3/billdownload/file`
    ///
    #[cfg(feature = "files")]
    #[allow(unused_variables)]
    fn bill_file(
        &self,
        token: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Download>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::not_implemented::<
            Result<Download>,
        >("Bills::bill_file")
    }
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Bills for ::wechatpay_client::__private::Client {
    #[inline]
    fn trade_bill(
        &self,
        bill_date: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Bill>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Bill>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::GET,
                    "/v3/bill/tradebill",
                )
            },
            ::wechatpay_client::__private::Args {
                query: &[
                    ::wechatpay_client::__private::query::<&str>("bill_date", &bill_date),
                ],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
    #[cfg(feature = "files")]
    #[inline]
    fn bill_file(
        &self,
        token: &str,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Download>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::download::<
            Result<Download>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::GET,
                    "/v3/billdownload/file",
                )
            },
            ::wechatpay_client::__private::Args {
                query: &[::wechatpay_client::__private::query::<&str>("token", &token)],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
