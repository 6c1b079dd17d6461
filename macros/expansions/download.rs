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
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl DownloadImage for ::wechatpay_client::__private::Client {
    #[inline]
    fn download_image(
        &self,
        media_id: &str,
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
                    "/v3/merchant-service/images/{media_id}",
                )
            },
            ::wechatpay_client::__private::Args {
                path: &[
                    ::wechatpay_client::__private::path::<&str>("media_id", &media_id),
                ],
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
