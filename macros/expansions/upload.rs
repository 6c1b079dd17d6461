// #[wechatpay_api]
// pub trait Uploads {
//     #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
//     async fn upload_image(&self, file: &File) -> Result<Media>;
//
//     #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
//     async fn create_task(&self, package_id: &str, body: &TaskMeta, file: &File) -> Result<Task>;
// }

pub trait Uploads {
    ///`POST /v3/merchant/media/upload`
    ///
    fn upload_image(
        &self,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Media>,
    > + ::wechatpay_client::__private::Send;
    ///`POST /v3/marketing/bank/packages/{package_id}/tasks`
    ///
    fn create_task(
        &self,
        package_id: &str,
        body: &TaskMeta,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Task>,
    > + ::wechatpay_client::__private::Send;
}
#[automatically_derived]
#[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
impl Uploads for ::wechatpay_client::__private::Client {
    #[inline]
    fn upload_image(
        &self,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Media>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Media>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::POST,
                    "/v3/merchant/media/upload",
                )
            },
            ::wechatpay_client::__private::Args {
                file: ::wechatpay_client::__private::file::<&File>(&file),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
    #[inline]
    fn create_task(
        &self,
        package_id: &str,
        body: &TaskMeta,
        file: &File,
    ) -> impl ::wechatpay_client::__private::Future<
        Output = Result<Task>,
    > + ::wechatpay_client::__private::Send {
        ::wechatpay_client::__private::call::<
            Result<Task>,
        >(
            self,
            const {
                &::wechatpay_client::__private::endpoint(
                    ::wechatpay_client::__private::Method::POST,
                    "/v3/marketing/bank/packages/{package_id}/tasks",
                )
            },
            ::wechatpay_client::__private::Args {
                path: &[
                    ::wechatpay_client::__private::path::<
                        &str,
                    >("package_id", &package_id),
                ],
                body: ::wechatpay_client::__private::body::<&TaskMeta>(&body),
                file: ::wechatpay_client::__private::file::<&File>(&file),
                ..::wechatpay_client::__private::NO_ARGS
            },
        )
    }
}
