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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl TradeBill for ::wechatpay_client::__private::Client {
    #[inline]
    fn trade_bill(
        &self,
        query: &TradeBillQuery<'_>,
        sub_mchid: &str,
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
                    ::wechatpay_client::__private::query_struct::<
                        &TradeBillQuery<'_>,
                    >(&query),
                    ::wechatpay_client::__private::query::<&str>("sub_mchid", &sub_mchid),
                ],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
