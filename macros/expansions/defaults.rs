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
    fn trade_bill(
        &self,
        bill_date: &str,
    ) -> impl ::core::future::Future<Output = Result<Bill>> + ::core::marker::Send {
        use ::wechatpay_client::__private::Otherwise as _;
        ::wechatpay_client::__private::unused((&bill_date,));
        ::wechatpay_client::__private::NotImplemented::<
            Result<Bill>,
        >::new("Bills::trade_bill")
            .response()
    }
    ///`GET /v3/billdownload/file`
    ///
    #[cfg(feature = "files")]
    fn bill_file(
        &self,
        token: &str,
    ) -> impl ::core::future::Future<Output = Result<Download>> + ::core::marker::Send {
        use ::wechatpay_client::__private::Otherwise as _;
        ::wechatpay_client::__private::unused((&token,));
        ::wechatpay_client::__private::NotImplemented::<
            Result<Download>,
        >::new("Bills::bill_file")
            .response()
    }
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl Bills for __wechatpay::Client {
        #[inline]
        fn trade_bill(
            &self,
            bill_date: &str,
        ) -> impl ::core::future::Future<Output = Result<Bill>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<Bill>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::GET,
                        "/v3/bill/tradebill",
                    )
                },
                __wechatpay::Args {
                    query: &[__wechatpay::query::<&str>("bill_date", &bill_date)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[cfg(feature = "files")]
        #[inline]
        fn bill_file(
            &self,
            token: &str,
        ) -> impl ::core::future::Future<
            Output = Result<Download>,
        > + ::core::marker::Send {
            __wechatpay::download::<
                Result<Download>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::GET,
                        "/v3/billdownload/file",
                    )
                },
                __wechatpay::Args {
                    query: &[__wechatpay::query::<&str>("token", &token)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
