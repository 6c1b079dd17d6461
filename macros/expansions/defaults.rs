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
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Bills for __p::Client {
        #[inline]
        fn trade_bill(
            &self,
            bill_date: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Bill>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Bill>,
            >(
                self,
                const { &__p::endpoint(__p::Method::GET, "/v3/bill/tradebill") },
                __p::Args {
                    query: &[__p::query::<&str>("bill_date", &bill_date)],
                    ..__p::NO_ARGS
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
            __p::download::<
                Result<Download>,
            >(
                self,
                const { &__p::endpoint(__p::Method::GET, "/v3/billdownload/file") },
                __p::Args {
                    query: &[__p::query::<&str>("token", &token)],
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
