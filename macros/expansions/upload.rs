// #[wechatpay_api]
// pub trait Uploads {
//     #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
//     async fn upload_image(&self, file: &UploadFile) -> Result<Media>;
//
//     #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
//     async fn create_task(&self, package_id: &str, body: &TaskMeta, file: &UploadFile) -> Result<Task>;
// }

pub trait Uploads {
    ///`POST /v3/merchant/media/upload`
    ///
    fn upload_image(
        &self,
        file: &UploadFile,
    ) -> impl ::core::future::Future<Output = Result<Media>> + ::core::marker::Send;
    ///`POST /v3/marketing/bank/packages/{package_id}/tasks`
    ///
    fn create_task(
        &self,
        package_id: &str,
        body: &TaskMeta,
        file: &UploadFile,
    ) -> impl ::core::future::Future<Output = Result<Task>> + ::core::marker::Send;
}
const _: () = {
    use ::wechatpay_client::__private as __wechatpay;
    use __wechatpay::AnyBodyType as _;
    #[automatically_derived]
    impl Uploads for __wechatpay::Client {
        #[inline]
        fn upload_image(
            &self,
            file: &UploadFile,
        ) -> impl ::core::future::Future<Output = Result<Media>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<Media>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/merchant/media/upload",
                    )
                },
                __wechatpay::Args {
                    file: __wechatpay::file::<&UploadFile>(&file),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
        #[inline]
        fn create_task(
            &self,
            package_id: &str,
            body: &TaskMeta,
            file: &UploadFile,
        ) -> impl ::core::future::Future<Output = Result<Task>> + ::core::marker::Send {
            __wechatpay::call::<
                Result<Task>,
            >(
                self,
                const {
                    &__wechatpay::endpoint(
                        __wechatpay::Method::POST,
                        "/v3/marketing/bank/packages/{package_id}/tasks",
                    )
                },
                __wechatpay::Args {
                    path: &[__wechatpay::path::<&str>("package_id", &package_id)],
                    body: __wechatpay::body::<&TaskMeta>(&body),
                    rules: __wechatpay::BodyType::<&TaskMeta>::RULES,
                    file: __wechatpay::file::<&UploadFile>(&file),
                    ..__wechatpay::NO_ARGS
                },
            )
        }
    }
};
