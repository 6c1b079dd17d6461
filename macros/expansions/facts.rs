// #[wechatpay_api(POST "/v3/global/refunds", idempotent, global)]
// pub trait Refund {
//     async fn refund(&self) -> Result<()>;
// }

pub trait Refund {
    ///`POST /v3/global/refunds`
    ///
    fn refund(
        &self,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<()>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl Refund for __p::Client {
        #[inline]
        fn refund(
            &self,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<()>,
        > + ::wechatpay_client::__private::Send {
            __p::call::<
                Result<()>,
            >(
                self,
                const {
                    &__p::endpoint(__p::Method::POST, "/v3/global/refunds")
                        .global()
                        .idempotent()
                },
                __p::NO_ARGS,
            )
        }
    }
};
