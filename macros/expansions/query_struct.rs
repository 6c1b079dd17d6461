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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Bill>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl TradeBill for __p::Client {
        #[inline]
        fn trade_bill(
            &self,
            query: &TradeBillQuery<'_>,
            sub_mchid: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Bill>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<Bill>,
            >(
                self,
                const { &__p::endpoint(__p::Method::GET, "/v3/bill/tradebill") },
                __p::Args {
                    query: &[
                        __p::query_struct::<&TradeBillQuery<'_>>(&query),
                        __p::query::<&str>("sub_mchid", &sub_mchid),
                    ],
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
