// #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
// pub trait DownloadImage {
//     async fn download_image(&self, media_id: &str) -> Result<Download>;
// }

pub trait DownloadImage {
    ///`GET /v3/merchant-service/images/{media_id}`
    ///
    fn download_image(
        &self,
        media_id: &str,
    ) -> impl ::core::future::Future<Output = Result<Download>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    #[automatically_derived]
    impl DownloadImage for __wechatpay::Client {
        #[inline]
        fn download_image(
            &self,
            media_id: &str,
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
                        "/v3/merchant-service/images/{media_id}",
                    )
                },
                __wechatpay::Args {
                    path: &[__wechatpay::path::<&str>("media_id", &media_id)],
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
