// #[wechatpay_api(GET "/v3/bill/tradebill")]
// trait TradeBill {
//     async fn trade_bill(&self, query: &TradeBillQuery<'_>, #[query] sub_mchid: &str) -> Result<Bill>;
// }

trait TradeBill {
    ///`GET /v3/bill/tradebill`
    ///
    fn trade_bill(
        &self,
        query: &TradeBillQuery<'_>,
        sub_mchid: &str,
    ) -> impl ::core::future::Future<Output = Result<Bill>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl TradeBill for __wechatpay::Client {
        #[inline]
        fn trade_bill(
            &self,
            query: &TradeBillQuery<'_>,
            sub_mchid: &str,
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
                    query: &[
                        __wechatpay::query_struct::<&TradeBillQuery<'_>>(&query),
                        __wechatpay::query::<&str>("sub_mchid", &sub_mchid),
                    ],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
