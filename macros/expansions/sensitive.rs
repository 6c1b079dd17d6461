// #[wechatpay_api]
// pub trait Sharing {
//     #[wechatpay_api(POST "/v3/profitsharing/orders", idempotent)]
//     async fn share(&self, body: &ShareRequest) -> Result<Share>;
//
//     #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
//     async fn add_receiver(&self, #[unlisted] body: &Receiver) -> Result<Receiver>;
//
//     #[wechatpay_api(GET "/v3/gov/subsidy/qualification")]
//     async fn qualification(
//         &self,
//         query: &Applicant,
//         #[query] real_name: &Sensitive,
//         #[query] id_card_number: IdCardNumber,
//     ) -> Result<Qualification>;
// }

pub trait Sharing {
    ///`POST /v3/profitsharing/orders`
    ///
    fn share(
        &self,
        body: &ShareRequest,
    ) -> impl ::core::future::Future<Output = Result<Share>> + ::core::marker::Send;
    ///`POST /v3/profitsharing/receivers/add`
    ///
    fn add_receiver(
        &self,
        body: &Receiver,
    ) -> impl ::core::future::Future<Output = Result<Receiver>> + ::core::marker::Send;
    ///`GET /v3/gov/subsidy/qualification`
    ///
    fn qualification(
        &self,
        query: &Applicant,
        real_name: &Sensitive,
        id_card_number: IdCardNumber,
    ) -> impl ::core::future::Future<
        Output = Result<Qualification>,
    > + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Sharing for __wechatpay::Client {
        #[inline]
        fn share(
            &self,
            body: &ShareRequest,
        ) -> impl ::core::future::Future<Output = Result<Share>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<Share>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::POST,
                            "/v3/profitsharing/orders",
                        )
                        .idempotent()
                        .sensitive(&["/receivers/*/name"])
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&ShareRequest>(&body),
                    rules: __wechatpay::BodyType::<&ShareRequest>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn add_receiver(
            &self,
            body: &Receiver,
        ) -> impl ::core::future::Future<
            Output = Result<Receiver>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Receiver>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/profitsharing/receivers/add",
                    )
                },
                __wechatpay::Args {
                    body: __wechatpay::body::<&Receiver>(&body),
                    rules: __wechatpay::BodyType::<&Receiver>::RULES,
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn qualification(
            &self,
            query: &Applicant,
            real_name: &Sensitive,
            id_card_number: IdCardNumber,
        ) -> impl ::core::future::Future<
            Output = Result<Qualification>,
        > + ::core::marker::Send {
            __wechatpay::call::<
                Result<Qualification>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                            __wechatpay::Method::GET,
                            "/v3/gov/subsidy/qualification",
                        )
                        .sensitive_query(&["id_card_number", "phone_number"])
                },
                __wechatpay::Args {
                    query: &[
                        __wechatpay::query_struct::<&Applicant>(&query),
                        __wechatpay::query::<&Sensitive>("real_name", &real_name),
                        __wechatpay::query::<
                            IdCardNumber,
                        >("id_card_number", &id_card_number),
                    ],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
