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
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Download>,
    > + ::wechatpay_client::__private::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __p;
    #[automatically_derived]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
    impl DownloadImage for __p::Client {
        #[inline]
        fn download_image(
            &self,
            media_id: &str,
        ) -> impl ::wechatpay_client::__private::Future<
            Output = Result<Download>,
        > + ::wechatpay_client::__private::Send {
            __p::download::<
                Result<Download>,
            >(
                self,
                const {
                    &__p::endpoint(
                        __p::Method::GET,
                        "/v3/merchant-service/images/{media_id}",
                    )
                },
                __p::Args {
                    path: &[__p::path::<&str>("media_id", &media_id)],
                    ..__p::NO_ARGS
                },
            )
        }
    }
};
